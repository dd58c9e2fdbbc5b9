"""How names of people are told from other words: one class for each kind of writing, chosen by a language's frames."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import ClassVar

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names.beginnings import begins_sentence
from monitor.analysis.names.declined import is_acronym, is_latin, is_mixed, trimmed
from monitor.analysis.names.first_names import begins_name, from_first_name, may_be_person
from monitor.analysis.names.stretch import Run, Stretch
from monitor.analysis.names.words import NameWords
from monitor.text.folded import Token, fold

LONGEST = 4  # words of a name
NEAR = 6  # words before the name at a sentence's beginning: titles, adverbs, a verb
_ACRONYM = 2  # words of a name that begins with one; more have it from a title before it
_REACH = 3  # the same where no title stands beside the name
_LETTERS = 3  # of an acronym that may be a small word too
_NUMBER = regex.compile(r"\p{N}")
_INITIALS = regex.compile(r"(?:^|\W)\p{Lu}\. ?$")
_TO_A_VERB = regex.compile(r",\s\p{Ll}")


@frozen
class Topics:
    """Runs of a sentence that it may speak of."""

    titled: list[Run]  # surely people
    others: list[Run]
    reach: int = _REACH  # words before one of the others at most
    sure: bool = False  # the others are surely people too


@frozen
class Naming:
    """Names in scripts without capitals, which titles give away; what other kinds do otherwise, they override."""

    rules: NameWords
    tells: ClassVar[bool] = False  # names are known as such wherever they stand: `sure` may be true

    def labels(self, stretch: Stretch) -> list[str]:
        """For each word n where it may belong to a name, whatever stands beside it, else o (see `labelling`)."""
        return ["o" if _NUMBER.match(word.folded) else "n" for word in stretch.words]

    def mark(self, stretch: Stretch, labels: list[str]) -> None:
        """Change labels of words (see `labelling`) where more is known than titles, prepositions and ends tell."""

    def ends(self, stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
        """Places between two words at which one name ends and another may begin."""
        del stretch, labels
        return frozenset()

    def impolite(self, name: str) -> str:
        """A name without what is joined to it for politeness: 김철수씨."""
        return name

    def plain(self, body: str) -> str:
        """The text with what stands in no name's way blanked out: how a name is read, in brackets behind it."""
        return body

    def whole(self, word: str) -> bool:
        """Whether one word alone, folded, is a full name."""
        del word
        return False

    def initial(self, words: Sequence[str]) -> str:
        """The beginning of a name, where words, folded, are one that stands for all of it: 류 of 류현진."""
        del words
        return ""

    def called(self, name: str, among: Iterable[str]) -> str | None:
        """The full name among some that a shorter one stands for, where it is told by no word of it; else None."""
        del name, among
        return None

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """Whether a run is a full name to be remembered, though nobody so called speaks yet."""
        del stretch, run
        return False

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """A run without the place that its role has, by which it only seems governed."""
        del stretch
        return run

    def likely(self, stretch: Stretch, run: Run) -> Run:
        """The words of a run that are a name, as far as can be told where no verb stands beside it."""
        del stretch
        return run

    def standing(self, stretch: Stretch, run: Run, name: str) -> str:
        """A run, or its last word, without what the subject of a verb takes: ბერიძემ is ბერიძე, ओलीले is ओली."""
        del stretch, run
        endings = (pair.partition("=") for pair in frames(self.rules.language).ergative)
        return next((name.removesuffix(e) + bare for e, _, bare in endings if name.endswith(e)), name)

    def bare(self, stretch: Stretch, run: Run) -> tuple[str, list[str]]:
        """A run as the text writes it, and its words, without what is written at a subject's end."""
        return stretch.written(run), stretch.folded(run)

    def usable(self, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
        """Of the runs beside a verb (`side` is where they stand) those that may be its subject."""
        del stretch
        return [run for run in found if not run.governed][:2] if side == "right" else list(found)

    def known(self, stretch: Stretch, run: Run) -> bool:
        """Whether a word alone is a name, though no title stands beside it and nobody was called so before."""
        del stretch, run
        return False

    def person(self, stretch: Stretch, run: Run) -> bool:
        """Whether a run is somebody's name wherever it stands."""
        del stretch
        return run.titled and run.length > 1

    def office(self, stretch: Stretch, run: Run) -> bool:
        """Whether all words from behind a name to the subject's marker tell its office."""
        del stretch, run
        return False

    def too(self, words: Sequence[Token], at: int) -> bool:
        """Whether a word ends a subject by a particle that is no subject's marker elsewhere."""
        del words, at
        return False

    def marked(self, stretch: Stretch, run: Run) -> bool:
        """Whether a run before the subject's marker may be a person."""
        del stretch, run
        return True

    def topics(self, stretch: Stretch, found: Sequence[Run]) -> Topics:
        """The people of whom a sentence may speak; found: its names that are no subject's otherwise."""
        del stretch
        near = (run for run in found if run.titled and run.first <= 2 * NEAR)
        return Topics([run for run in near if run.length > 1 or not self.rules.article], list(found))


@frozen
class Capitals(Naming):
    """Names in scripts that write them with capital letters."""

    tells: ClassVar[bool] = True

    def labels(self, stretch: Stretch) -> list[str]:
        """N for a word with a capital that it has not from its place."""
        body, common = stretch.body, self.rules.common
        labels = ["n" if word.upper and is_capital(body, word, common) else "o" for word in stretch.words]
        for at in range(2, len(labels)):  # Lee Jae-myung
            if labels[at] == "o" and labels[at - 1] == labels[at - 2] == "n" and stretch.gap(at) == "-":
                labels[at] = "n"
        return ["o"] if labels == ["n"] and self._leads_to_a_verb(stretch) else labels

    @staticmethod
    def _leads_to_a_verb(stretch: Stretch) -> bool:
        """`Asimismo, resaltó que …`: no comma parts a subject from the verb that follows."""
        body, word = stretch.body, stretch.words[0]
        opens = begins_sentence(body, word.start)
        return opens and _TO_A_VERB.match(body, word.end) is not None

    def placed(self, stretch: Stretch, run: Run) -> Run:
        """Without the body that a particle joins to it: Ana Weiss von der Universität.

        Where each noun has a capital, the one behind an article is none of the name either: die Käserin Anna Weiss.
        """
        joins = (n for n in range(run.first + 2, run.last) if stretch.words[n].folded in self.rules.particles)
        small = (n for n in joins if not stretch.words[n].upper)
        end = next((n for n in small if self._is_behind(stretch, run, n)), run.last)
        if end != run.last:
            run = evolve(run, last=end)
        run = from_first_name(stretch, run)
        run = trimmed(stretch, self._behind_place(stretch, run))
        country = run.governed and not (run.owner or self.rules.placed) and run.length > _ACRONYM
        country = country and not self._ends_in_body(stretch, run.first, run.last)
        if country and stretch.words[run.first].folded in self.rules.seats:  # ambassador to Britain Anna Holm
            return evolve(run, first=run.first + 1, governed=False)
        noun = frames(self.rules.language).capitals and run.length > 1 and run.first > 0
        if not noun or stretch.words[run.first - 1].folded not in self.rules.determiners:
            return run
        if run.length > 2 and stretch.words[run.first + 1].folded in self.rules.particles:  # die Stärke von Anna Weiss
            return evolve(run, first=run.first + 2, governed=True)
        return evolve(run, first=run.first + 1, titled=True)

    def _is_behind(self, stretch: Stretch, run: Run, at: int) -> bool:
        """Whether a particle at a place ties a body to a name, or its mayor's place: burgemeester Jan Smit van Urk."""
        words = stretch.words
        titled = run.titled and words[at].folded in frames(self.rules.language).afar
        full = titled and words[at - 1].upper and not begins_name(words[at - 1].folded, self.rules.language)
        return full or self._ends_in_body(stretch, at, run.last)

    def _behind_place(self, stretch: Stretch, run: Run) -> Run:
        """Without the country or the acronym that a role before it has: predsednik ZDA Ivan Hribar."""
        data, words = frames(self.rules.language), stretch.words
        titled = data.genitives and run.titled and run.length == _ACRONYM  # szef MSZ Sikorski
        if not titled and (run.length <= _ACRONYM or not (data.genitives or data.placed)):
            return run
        first = stretch.body[words[run.first].start : words[run.first].end]
        if is_acronym(first) and words[run.first + 1].upper and stretch.gap(run.first + 1) == " ":
            return evolve(run, first=run.first + 1, titled=True, governed=run.governed and data.genitives)
        country = next((n for n in (3, 2) if run.length > n and self._is_seat(stretch, run.first, run.first + n)), 0)
        if country and words[run.first + country].upper:  # degli Stati Uniti Barack Obama
            return evolve(run, first=run.first + country, titled=True, governed=False)
        return run

    def _is_seat(self, stretch: Stretch, first: int, last: int) -> bool:
        return fold(stretch.body[stretch.words[first].start : stretch.words[last - 1].end]) in self.rules.seats

    def _ends_in_body(self, stretch: Stretch, first: int, last: int) -> bool:
        return bool(self.rules.bodies.find(stretch.words[first:last]))

    def sure(self, stretch: Stretch, run: Run) -> bool:
        """A name of two words or more; what hyphens alone join is one word: Heide-Park.

        One that opens a sentence may have a capital from its place: Победу Трампа.
        """
        written = stretch.written(run)
        several = 2 <= sum(word.upper for word in stretch.of(run)) <= LONGEST + 1 and " " in written
        shouted = written.isupper()  # a heading in capitals alone
        if not several or shouted or not (run.first > 0 or may_be_person(stretch, run)):
            return False
        led = frames(self.rules.language).genitives and is_acronym(written.partition(" ")[0])  # EU Norveško
        return not (led or is_latin(stretch, stretch.of(run)) or is_mixed(stretch, run))

    def person(self, stretch: Stretch, run: Run) -> bool:
        """The same, of usual length, which a first name or a title begins where first names are known."""
        return 2 <= run.length <= LONGEST and may_be_person(stretch, run)


def is_capital(body: str, word: Token, common: Container[str]) -> bool:
    """Whether a word with a capital letter has it from elsewhere than its place."""
    if _NUMBER.match(word.folded):
        return False
    if word.folded not in common:
        return True
    if word.end - word.start == 1 and _INITIALS.search(body[max(0, word.start - 3) : word.start]):  # C.Q. Brown
        return True
    if 1 < word.end - word.start <= _LETTERS and body[word.start : word.end].isupper():
        return body[word.end + 1 : word.end + 2].islower()  # BT said
    return word.start != 0 and not begins_sentence(body, word.start)
