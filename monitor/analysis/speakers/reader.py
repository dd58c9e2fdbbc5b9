"""Statements between quotation marks, each with its speaker, the verb, and the outlet it came through."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field

from monitor.analysis.frames import frames
from monitor.analysis.names import Cast, Run, Stretch, naming, nominal, of_verb, runs
from monitor.analysis.quoted import Quotation, Unit, spoken, without_names
from monitor.analysis.speakers.again import hear
from monitor.analysis.speakers.attribution import NEXT, Attribution
from monitor.analysis.speakers.behind_roles import behind_place
from monitor.analysis.speakers.candidates import names_things
from monitor.analysis.speakers.clause import Latest, Subject
from monitor.analysis.speakers.heads import tells_heads
from monitor.analysis.speakers.later import is_undescribed
from monitor.analysis.speakers.nobody import holds_no_name
from monitor.analysis.speakers.offices import entitle
from monitor.analysis.speakers.one_word import may_be_somebody
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.topics import lone, spoken_of_before, topic
from monitor.analysis.speakers.verbs import spelled, subjects_of, through_outlet
from monitor.model import Article, Mention, Quote
from monitor.text.folded import tokens

_EPITHET = 30  # characters behind a verb in which somebody's age stands
_AWAITED = 1500  # characters from a quote to the first name of the text
_THESE = 12  # words of a sentence among which `these words` stand
_DATELINE, _SMALL = 4, 3  # words of a dateline, and letters of the small ones


def quotes(article: Article, sentences: Sequence[tuple[int, str]], mentions: Sequence[Mention]) -> list[Quote]:
    """The article's quoted statements in order; scare quotes and titles are left out."""
    found = spoken(article.body, article.language)
    if not found:
        return []
    named = [mention for mention in mentions if mention.kind == "text"]
    rules = naming(article.language)
    body, units = without_names(rules.plain(article.body), sentences, found, named, article.language)
    return _Reader(article.body, Scene(body, Cast(rules), named, units)).read(units)


@define
class _Reader:
    """Reads an article from its beginning, so that it knows who spoke before."""

    written: str  # the text, with names in quotation marks
    scene: Scene
    found: list[Quote] = field(factory=list)
    latest: Latest = field(factory=Latest)
    bodies: set[str] = field(factory=set)  # those who spoke
    unnamed: list[int] = field(factory=list)  # places in found of quotes by `he` where nobody was named yet
    awaited: dict[int, str] = field(factory=dict)  # places in found where nobody was named before -> m, f or ""
    others: bool = False  # whether somebody without a name spoke
    late: bool = False  # whether a sentence that quotes and names nobody stands behind them

    def read(self, units: Sequence[Unit]) -> list[Quote]:
        """All quotes; what stands after the sentence behind the last one is not read."""
        last = max((place for place, unit in enumerate(units) if unit.quoted), default=-1)
        for place, unit in enumerate(units[: last + 2]):
            subjects = subjects_of(self.scene, unit)
            self._hear(subjects)
            self.others = self.others or any(not (each.name or each.goes_on or each.attributed) for each in subjects)
            before = len(self.found)
            if unit.quoted:
                following = units[place + 1] if place + 1 < len(units) else None
                self._quotes(unit, subjects, units[place - 1] if place else None, following)
            quiet = len(self.found) == before  # marks around a title or a term quote nobody
            heard = evolve(unit, quoted=()) if unit.quoted and quiet else unit
            self._remember(heard, subjects, unit.quoted if quiet else ())
            self._name_the_unnamed(heard)
        return self.found

    def _quotes(self, unit: Unit, subjects: Sequence[Subject], before: Unit | None, after: Unit | None) -> None:
        """Each quotation of a sentence with its speaker."""
        named = [each for each in subjects if not each.outlet]
        speaking = named or [evolve(each, outlet=False) for each in subjects]
        cast, parts = self.scene.cast, list[Quote]()
        for quotation in unit.quoted:
            attribution = Attribution(
                scene=self.scene,
                unit=unit,
                quotation=quotation,
                speaking=speaking,
                before=before,
                after=after,
                latest=self.latest,
            )
            chosen = attribution.speaker()
            if chosen is None:
                continue
            name = chosen.name or (self._goes_on(unit, chosen) if chosen.goes_on else "")
            if parts and name == parts[-1].speaker and attribution.goes_on():
                parts[-1] = evolve(parts[-1], text=f"{parts[-1].text} {quotation.text}")
            else:
                parts.append(self._quote(unit, quotation.start, quotation.text, evolve(chosen, name=name)))
            self.latest = Latest(evolve(chosen, name=name), quotation.end)
            if chosen.sex and name:
                cast.sexes.setdefault(name, chosen.sex)
            self.bodies |= {name} if chosen.body else set()
            cast.speak_of(name or cast.last)
            place = len(self.found) + len(parts) - 1
            again = self.unnamed[-1:] == [place - 1] and self._is_near(place - 1, quotation.start)
            if not name:
                self.awaited = {**self.awaited, place: chosen.sex} if self._awaits(chosen) else {}
            if chosen.goes_on and not name and (again or not _has_office(self.scene, unit, chosen)):
                self.unnamed.append(place)
        self.found += parts

    def _awaits(self, chosen: Subject) -> bool:
        """`"…", said the mayor`, where nobody was named yet: whether somebody is likely named later."""
        return chosen.goes_on and not (self.scene.cast.last or self.others or _tells_age(self.scene, chosen))

    def _is_near(self, place: int, start: int) -> bool:
        """Whether a quote found stands in the paragraph of a place behind it."""
        return place < len(self.found) and "\n" not in self.scene.body[self.found[place].start : start]

    def _goes_on(self, unit: Unit, chosen: Subject) -> str:
        """Who spoke or was spoken of last; of men or women alone where a verb tells them apart: сказал, сказала."""
        cast, language = self.scene.cast, self.scene.rules.language
        if chosen.sex and (name := spoken_of_before(self.scene, unit, chosen)):
            return name
        if self._is_of_nobody(chosen):
            return ""
        last = cast.last or cast.lone
        told = chosen.sex or ("" if chosen.attributed else of_verb(chosen.verb, language))
        other = bool(chosen.sex) and last in self.bodies  # the director of GM is not GM
        apart = told and (other or cast.sex_of(last) not in {"", told})
        return cast.lately(told) if apart else cast.meant(told) or last

    def _is_of_nobody(self, chosen: Subject) -> bool:
        """`"…", racconta una donna. "…", aggiunge la 53enne`: whether somebody without a name goes on."""
        last = self.latest.subject
        anonymous = last is not None and bool(last.verb) and not (last.name or last.goes_on)
        return (
            anonymous and _tells_age(self.scene, chosen) and "\n" not in self.scene.body[self.latest.end : chosen.start]
        )

    def _hear(self, subjects: Sequence[Subject]) -> None:
        """Who is a woman and who a man, by verbs that tell it, and which body spoke."""
        hear(self.scene, subjects)
        for each in subjects:
            told = of_verb(each.verb, self.scene.rules.language) if each.name and not each.goes_on else ""
            if told and not each.attributed:
                self.scene.cast.sexes[each.name] = told

    def _quote(self, unit: Unit, start: int, text: str, chosen: Subject) -> Quote:
        sentence = self.written[unit.start : unit.start + len(unit.text)]
        source = through_outlet(unit, self.scene.mentions)
        return Quote(
            text=text,
            speaker=chosen.name,
            verb=spelled(self.scene, chosen),
            sentence=sentence,
            start=start,
            source=source,
        )

    def _remember(self, unit: Unit, subjects: Sequence[Subject], marked: Sequence[Quotation]) -> None:
        """The people of a sentence, and whoever spoke in it or of whom it speaks; marked: what is no speech in it."""
        scene, end = self.scene, unit.start + len(unit.text)
        speaking = [each for each in subjects if each.name and not (each.outlet or (each.body and not unit.quoted))]
        if speaking:
            goes_on = subjects[0].goes_on and not subjects[0].name and scene.cast.last  # по его словам, Гуров обещал
            scene.cast.speak_of(scene.cast.last if goes_on else speaking[0].name)
            if not unit.quoted:
                self.latest = Latest(evolve(speaking[-1], verb=""), end)
        same = bool(subjects) and subjects[0].goes_on and bool(scene.cast.last)  # Ia mengatakan bahwa Presiden Budi
        quiet = not speaking and not unit.quoted and not same
        his = subjects[0].start if quiet and subjects and subjects[0].goes_on else 0  # He said Kisumu was a target
        stretch = scene.stretch(unit.words)
        told = stretch.naming.tells  # else names are not worth their search in sentences that quote or speak
        if scene.rules.cased and (scene.cast.last or not quiet) and holds_no_name(scene, stretch):
            return
        found = runs(stretch) if told or quiet else []
        if marked:  # "Neue Heimat"
            found = [run for run in found if not any(m.start <= stretch.words[run.first].start < m.end for m in marked)]
        data = frames(scene.rules.language)
        if data.passives:  # anggota Komisi VII DPR RI Satya Widjaja
            found = [behind_place(stretch, run) for run in found]
        for run in found if told else ():
            somebody = stretch.naming.sure(stretch, run)
            somebody = somebody and not (data.capitals and not may_be_somebody(scene, stretch, run))
            if somebody and not names_things(scene, stretch, run):
                self._introduce(stretch, run)
            elif run.length == 1 and data.men:
                scene.cast.recall(scene.full(stretch, run))
        if quiet:
            self._topic(unit, [run for run in found if not 0 < his < stretch.words[run.first].start])

    def _introduce(self, stretch: Stretch, run: Run) -> None:
        """Remember a full name as a subject has it, and its titles."""
        name, folded = stretch.naming.bare(stretch, stretch.naming.likely(stretch, run))
        if (straight := nominal(stretch, run)) != stretch.written(run):
            name, folded = straight, [word.folded for word in tokens(straight)]
        self.scene.cast.introduce(name, folded, sure=True)
        entitle(self.scene, stretch, run, self.scene.cast.full(name, folded))

    def _topic(self, unit: Unit, found: Sequence[Run]) -> None:
        """A sentence about a person that quotes nobody: `he` is that person in the next, as are words alone."""
        about, cast = None if _is_dateline(unit) else topic(self.scene, unit, found), self.scene.cast
        if about is None and not cast.last:
            cast.lone = lone(self.scene, unit, found) or cast.lone
        if about is None or not (about.opens or not cast.last):
            return
        if not about.opens:
            self.unnamed = []
        cast.speak_of(about.name)
        if about.opens and (self.latest.subject is None or self.latest.subject.name != about.name):
            self.latest = Latest(Subject(name=about.name, verb=""), unit.start + len(unit.text))

    def _name_the_unnamed(self, unit: Unit) -> None:
        """`"…," he said. The minister, John Holm, was speaking`: whoever is named next in the paragraph.

        In English a sentence without a name may stand between, where a last name alone speaks then.
        `رئیس پلیس گفت: «…»` means whoever speaks next by a name without an office, be it in the next paragraph.
        """
        name = self.scene.cast.last
        if name and self.awaited:
            self._name_the_awaited(unit, name)
        if name and not unit.quoted and self.scene.rules.these.find(unit.words[:_THESE]):
            self._told_these(unit, name)
        leads = frames(self.scene.rules.language).leads and not self.scene.cast.offices.get(name)
        known = self.scene.rules.cased and " " not in name  # in full before this text: the next paragraph may go on
        late = self.late and not (known and unit.quoted)
        cast, language = self.scene.cast, self.scene.rules.language
        for at in self.unnamed if name and not late and (leads or known or not unit.quoted) else ():
            between = self.scene.body[self.found[at].start : unit.start]
            if (told := of_verb(self.found[at].verb, language)) and cast.sex_of(name) not in {"", told}:
                continue  # prohlásil muž, behind dodala Nováková
            if len(between) < NEXT and (leads or known or "\n" not in between):
                self.found[at] = evolve(self.found[at], speaker=name)
        quiet = not name and (self.late or not unit.quoted)
        self.late = quiet and bool(self.unnamed) and tells_heads(self.scene.rules.language)
        if (name or not unit.quoted) and not self.late:
            self.unnamed = []

    def _name_the_awaited(self, unit: Unit, name: str) -> None:
        """`"…", said the mayor. "…," Holm said`: whoever is named first as one whom readers know spoke before."""
        if is_undescribed(self.scene, unit, name):
            for at, one in self.awaited.items():
                other = one and self.scene.cast.sex_of(name) not in {"", one}
                if not (other or self.found[at].speaker) and unit.start - self.found[at].start < _AWAITED:
                    self.found[at] = evolve(self.found[at], speaker=name)
            self.awaited = {}
        elif unit.quoted:
            self.awaited = {}

    def _told_these(self, unit: Unit, name: str) -> None:
        """`খাদ্যমন্ত্রী বলেন, ‘…’ সভায় এসব কথা বলেন মাহমুদ করিম`: of whom the next sentence says that he said these words."""
        scene = self.scene
        spoken = scene.rules.verbs.find(unit.words)
        stretch = scene.stretch(unit.words[spoken[-1][1] :] if spoken else ())
        behind = next(iter(runs(stretch)), None)
        name = scene.full(stretch, behind) if behind and behind.first == 0 and behind.length > 1 else name
        for at in range(len(self.found) - 1, -1, -1):
            if self.found[at].speaker or unit.start - self.found[at].start > NEXT:
                break
            self.found[at] = evolve(self.found[at], speaker=name)


def _is_dateline(unit: Unit) -> bool:
    """`Ciudad de México.`: a sentence of a few words with capitals, and small ones between."""
    words = unit.words
    return (
        len(words) <= _DATELINE
        and unit.text.rstrip()[-1:] != ":"
        and all(word.upper or word.end - word.start <= _SMALL for word in words)
    )


def _has_office(scene: Scene, unit: Unit, chosen: Subject) -> bool:
    """`o autarca respondeu`: an office, which hardly is the next person's to be named, as `he` is."""
    rules, words = scene.rules, unit.words
    if not rules.cased:
        return False
    if _tells_age(scene, chosen):
        return True
    offices = rules.titles.find(words) if rules.definite else ()
    told = any(first and words[first - 1].folded in rules.definite for first, _, _ in offices)  # aldus de zegsman
    return told or any(last - first > 1 for first, last, _ in rules.pronouns.find(words))


def _tells_age(scene: Scene, chosen: Subject) -> bool:
    """`je dejal 24-letni Kranjčan`, `aggiunge la 53enne`: whether somebody's age stands behind a verb."""
    near = tokens(scene.body[chosen.end : chosen.end + _EPITHET])[:2]
    return any(word.folded[0].isdigit() for word in near) or bool(scene.rules.ages.find(near))
