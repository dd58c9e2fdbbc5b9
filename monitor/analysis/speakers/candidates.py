"""Which of the names beside a verb of speech may be its subject, and which of those most likely is."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.names import (
    LONGEST,
    Run,
    Stretch,
    begins_name,
    is_ordinary,
    opens_sentence,
    sex,
)
from monitor.analysis.speakers.behind_roles import behind_place, interviews, pointed_at
from monitor.analysis.speakers.bodies import is_body
from monitor.analysis.speakers.heads import are_several
from monitor.analysis.speakers.known_parts import known_part
from monitor.analysis.speakers.one_word import may_be_somebody
from monitor.analysis.speakers.openers import is_common_noun, is_known_part
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.singles import opens_apart, sure_before, unmarked

PAUSE = regex.compile(r"\s?[,،–—]")
_CLOSES = regex.compile(r"\s?[,،–—:]")
_LIKELY = 5  # words of a name; more are hardly one
_NOUN = 3  # words that tell what an outlet is: state news agency
_NOUNS = frozenset("aeoаяео")  # letters at nouns' ends, and fewer names'
_ROLE, _PLACED = 5, 2  # words of a role, and of a name behind its place
_CLOSING = frozenset("”’\"'」")  # marks behind a quotation
_WEAK = ("en", "em")  # endings of adjectives behind an article, and hardly of roles
_IN_BRACKETS = regex.compile(r"[（(][^（）()]{0,40}[)）]")


def eligible(scene: Scene, stretch: Stretch, found: Sequence[Run], side: str) -> list[Run]:
    """Those who may speak for themselves: outlets are cut off, and no words stand before the subject's marker."""
    rules, naming = scene.rules, stretch.naming
    own = [rest for run in found if (rest := _without_outlet(scene, stretch, run))]
    own = [run for run in own if not (rules.cased and _in_brackets(stretch, run))]
    own = [behind_place(stretch, run) for run in own] if rules.placed else own
    if not (rules.spaced or rules.markers):
        own = [known_part(scene, stretch, run) for run in own]
    if rules.suffixed:
        own = [run for run in own if not _is_tied(stretch, run)]
    own = naming.usable(stretch, own, side)
    own = [run for run in own if not is_body(stretch, run) and not _is_noun(scene, stretch, run, side)]
    if rules.article and rules.order == "after" and side != "right":  # `عن صور فاضحة، وقال`: no noun before its verb
        own = [run for run in own if sure_before(scene, stretch, run)]
    if rules.cased:
        own = [
            run for run in own if not (_of_outlet(stretch, run) or interviews(stretch, run) or pointed_at(stretch, run))
        ]
    if frames(rules.language).capitals:
        own = [run for run in own if not (names_things(scene, stretch, run) or _is_apart(scene, stretch, run, side))]
    own = [run for run in own if not _begins_body(stretch, run, found) and not _is_object(stretch, run)]
    if rules.markers and side != "right":
        own = [run for run in own if _ends_in_titles(stretch, run) and _marked(scene, stretch, run)]
    return own


def _is_tied(stretch: Stretch, run: Run) -> bool:
    """`“…”고 독려한 뒤`: a syllable right behind the marks is the particle that ties a quotation to its verb."""
    word = stretch.words[run.first]
    return run.length == 1 and word.end - word.start == 1 and stretch.body[word.start - 1 : word.start] in _CLOSING


def _marked(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """Whether a run before the subject's marker may be a person, by how it is written or because the text knew it."""
    if stretch.rules.suffixed:  # 윤슬은
        return scene.cast.knows(unmarked(stretch, run)) or stretch.naming.marked(stretch, run)
    known = run.last == len(stretch) and not stretch.rules.spaced and scene.cast.knows(stretch.folded(run))
    return (known and scene.full(stretch, run) != stretch.written(run)) or stretch.naming.marked(stretch, run)


def best(scene: Scene, stretch: Stretch, own: Sequence[Run], *, nearest_last: bool) -> Run | None:
    """The likeliest subject: several words, beside a title, known from before; then the nearest."""
    rules = scene.rules
    cases = frames(rules.language).genitives

    def score(entry: tuple[int, Run]) -> tuple[float, int]:
        place, run = entry
        size = run.length if rules.spaced else run.length / 2
        points = 2.0 * (2 <= size <= _LIKELY) - 2.0 * (size > _LIKELY) + 1.0 * run.titled
        points += 2.0 * ((run.length == 1 or not rules.cased) and scene.cast.knows(stretch.folded(run)))
        points += 3.0 * (rules.surnamed(stretch.of(run)) or (not rules.spaced and "·" in stretch.written(run)))
        points += 1.0 * (run.length > 1 and cases and begins_name(stretch.words[run.first].folded, rules.language))
        points += 2.5 * (not nearest_last and run.first == 0 and stretch.follows(run) in rules.relatives)  # said A, who
        return points, place if nearest_last else -place

    usable = [run for run in own if not run.governed]
    if usable and not nearest_last and (is_known_part(scene, stretch, usable[0]) or _touches(stretch, usable[0])):
        return usable[0]
    return max(enumerate(usable), key=score)[1] if usable else None


def _touches(stretch: Stretch, run: Run) -> bool:
    """`ungkap Leoni kepada wartawan di area Gelora Bung Karno`: one word between a verb and a preposition."""
    words, rules = stretch.words, stretch.rules
    alone = rules.cased and run.first == 0 and run.length == 1 and run.last < len(words)
    if alone and frames(rules.language).passives and rules.stops.at(words, run.last) is not None:  # kata Budi saat
        return True
    return alone and rules.prepositions.at(words, run.last) is not None and not frames(rules.language).genitives


def _without_outlet(scene: Scene, stretch: Stretch, run: Run) -> Run | None:
    """What is left of a run before or behind an outlet's name: `racconta all'Adnkronos Salvatore Mancuso`."""
    if not scene.is_outlet(stretch, run):
        return run
    words = stretch.words
    starts, ends = {m.start for m in scene.mentions}, {m.start + len(m.name) for m in scene.mentions}
    last = next((n for n in range(run.first + 1, run.last) if words[n].start in starts), run.first)
    first = next((n for n in range(run.first + 1, run.last) if words[n - 1].end in ends), run.last)
    for rest in (evolve(run, last=last), evolve(run, first=first, governed=False)):
        if rest.length > 1 and words[rest.first].upper >= stretch.rules.cased and not scene.is_outlet(stretch, rest):
            return rest
    return None


def _in_brackets(stretch: Stretch, run: Run) -> bool:
    """`kata Kepala Biro Informasi (Infohan), Frega Wenas`: what a body is called in short."""
    before, behind = stretch.words[run.first].start - 1, stretch.words[run.last - 1].end
    return stretch.body[max(0, before) : before + 1] == "(" and stretch.body[behind : behind + 1] == ")"


def _of_outlet(stretch: Stretch, run: Run) -> bool:
    """`aseguró a la red Unitel`: one word with a capital right behind a word for outlets."""
    if run.length > 1:
        return False
    near = stretch.words[max(0, run.first - _NOUN) : run.first]
    return any(last == len(near) for _, last, _ in stretch.rules.outlets.find(near))


def _is_described(stretch: Stretch, run: Run) -> bool:
    """`in ihrem letzten Wort`: where each noun has a capital, one behind an adjective is hardly a name."""
    before = stretch.words[run.first - 1] if run.first else None
    if before is None:
        return False
    if before.upper:  # der Sozialen Medien
        article = run.first > 1 and stretch.words[run.first - 2].folded in stretch.rules.determiners
        return article and before.folded.endswith(_WEAK) and frames(stretch.rules.language).capitals
    endings = frames(stretch.rules.language).adjectives
    if endings and before.folded.isdigit():  # der 35 Jahre alte Kapitän
        return True
    return before.folded.endswith(endings) and before.folded not in stretch.rules.common


def _is_noun(scene: Scene, stretch: Stretch, run: Run, side: str) -> bool:
    """`die Käserin`, `die 52-Jährige`: one word with a capital that stands behind an article and was never a name."""
    words, rules = stretch.words, stretch.rules
    if rules.cased and rules.anonymous.at(words, run.first) is not None:  # Fontes do Palácio de Belém
        return True
    if run.length > 1 or not rules.cased:
        return False
    if scene.is_new(words[run.first].folded) and (
        words[run.first].folded in rules.seats or _is_described(stretch, run) or is_ordinary(stretch, run)
    ):
        return True
    if side != "right" and run.first == 0 and is_common_noun(scene, stretch, run):
        return True
    first = rules.order == "before" and opens_sentence(stretch, run) and scene.is_new(words[run.first].folded)
    if first and (rules.plurals.at(words, run.first) is not None or opens_apart(scene, stretch, run)):
        return True  # Hekimler
    if are_several(scene, stretch, run):
        return True
    if _opens_alone(scene, stretch, run):
        return True
    opens = side != "right" and run.first == 0 and len(words) > 1
    if opens and rules.drops and _is_participle(scene, stretch):
        return True
    asked = opens and rules.prepositions.at(words, 1) is not None  # Consultada por
    before = words[run.first - 1].folded if run.first else ""
    article = bool(before) and before in (rules.definite if rules.drops else rules.determiners)
    new = (article or asked) and scene.is_new(words[run.first].folded)
    return new or bool(rules.ages.find(stretch.of(run)))


def _opens_alone(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Kolumnistka trdi`: a new word that begins a sentence and no other, where others were named in full."""
    written, told = stretch.written(run), bool(scene.cast.names) and frames(stretch.rules.language).genitives
    if not told or written[-1] not in _NOUNS or not opens_sentence(stretch, run):
        return False
    stem = written[:-1] if len(written) > _PLACED + 2 else written
    return scene.is_new(stretch.words[run.first].folded) and scene.body.count(stem) < 2


def _is_participle(scene: Scene, stretch: Stretch) -> bool:
    """`Rendido, tentou`: a first word before a comma that is no name elsewhere, and nothing behind it tells one."""
    rules, words = stretch.rules, stretch.words
    told = words[1].folded in rules.determiners | rules.relatives or words[1].folded.isdigit()
    told = told or rules.titles.at(words, 1) is not None or rules.prepositions.at(words, 1) is not None
    going_on = words[0].folded.endswith(frames(rules.language).meanwhile) and not words[1].upper  # Desarrollando esto
    going_on = going_on and sex(words[0].folded, rules.language) == ""
    return (going_on or ("," in stretch.gap(1) and not told)) and not scene.is_written(words[0])


def names_things(scene: Scene, stretch: Stretch, run: Run) -> bool:
    """`Kinderbetreuung`, `Käufer Rabatte`: nouns that the text names nobody by, where each noun has a capital."""
    if not frames(stretch.rules.language).capitals:
        return False
    words, alone = stretch.of(run), run.length == 1
    things = alone and run.first > 0 and stretch.gap(run.first) == "-"  # Chef-Sätze
    things = things or (not (alone and run.titled) and scene.is_noun(words[0].folded))
    things = things or (not alone and scene.ends_as_noun(words[-1].folded))
    return things and all(not word.upper or scene.is_new(word.folded) for word in words)


def _is_apart(scene: Scene, stretch: Stretch, run: Run, side: str) -> bool:
    """Whether a word with a capital that was never a name does not stand right beside its verb."""
    words, common = stretch.words, stretch.rules.common
    if run.titled or side not in {"left", "right"}:
        return False
    if run.length > 1 and ((side == "left" and not run.first) or may_be_somebody(scene, stretch, run)):
        return False
    between = words[: run.first] if side == "right" else words[run.last :]
    pause = run.last < len(words) and bool(PAUSE.match(stretch.body, words[run.last - 1].end))
    apart = any(word.upper or word.folded not in common for word in between)
    return apart and not (side == "left" and pause) and all(scene.is_new(word.folded) for word in stretch.of(run))


def _begins_body(stretch: Stretch, run: Run, found: Sequence[Run]) -> bool:
    """`Ulaştırma ve Altyapı Bakanlığı`: a word alone, which `and` joins to a name that ends in a body's word."""
    rules, words = stretch.rules, stretch.words
    if not rules.cased or run.length > 1 or run.last + 1 >= len(words) or words[run.last].folded not in rules.ands:
        return False
    joined = (other for other in found if other.first == run.last + 1)
    return any(bodies[-1][1] == other.length for other in joined if (bodies := rules.bodies.find(stretch.of(other))))


def _is_object(stretch: Stretch, run: Run) -> bool:
    """`ادعای پیشین را تکرار کرد`: whether an object's marker stands behind a name and its titles."""
    rules, words = stretch.rules, stretch.words
    if not rules.objects:
        return False
    titled = rules.titled(words)
    behind = next((n for n in range(run.last, len(words)) if n not in titled), len(words))
    return behind < len(words) and words[behind].folded in rules.objects


def before_apposition(stretch: Stretch, own: Sequence[Run]) -> Run | None:
    """`Yusuf Hidayat, pengamat politik Universitas Nusantara, menilai`: the name before what tells who it is.

    None where the apposition is a name itself: `the minister, Paul Roux, said`.
    """
    body, words = stretch.body, stretch.words
    if not _CLOSES.match(body, words[-1].end):
        return None
    pauses = [n for n in range(1, len(words)) if PAUSE.match(body, words[n - 1].end)]
    if not pauses:
        return None
    colon = not PAUSE.match(body, words[-1].end)
    whole = own[0] if colon and own and own[0].length > 1 and not (own[0].first or own[0].governed) else None
    if whole is not None and whole.last in pauses and stretch.rules.titles.at(words, whole.last) is not None:
        return whole  # Jan Novak, trener Olimpije Ljubljana: "…"
    last = [run for run in own if run.first >= pauses[-1] and run.length > 1 and not run.governed]
    if any(colon or (run.first == pauses[-1] and run.last == len(words)) for run in last):
        return None
    usable = (run for run in reversed(own) if run.last in pauses and run.length > 1 and not run.governed)
    return next(usable, None)


def before_role(stretch: Stretch, own: Sequence[Run]) -> Run | None:
    """`منى عساف، الممرضة`, `جواد احمدی، نماینده مردم`: in scripts without capitals, a name, a comma and a title."""
    words = stretch.words
    for run in own:
        title = run.last + 1 < len(words) and stretch.rules.titles.at(words, run.last)
        if title and 2 <= run.length <= LONGEST and PAUSE.match(stretch.body, words[run.last - 1].end):
            return run
    return None


def _ends_in_titles(stretch: Stretch, run: Run) -> bool:
    """Whether only titles and words in brackets stand between a name and the subject's marker: 佐藤首相（自民）は."""
    words, rules = stretch.words, stretch.rules
    if run.last == len(words) or stretch.naming.office(stretch, run):
        return True
    titled = rules.titled(words)
    start = words[run.last - 1].end
    bracketed = [match.span() for match in _IN_BRACKETS.finditer(stretch.body, start, words[-1].end + 1)]
    meanwhile = words[-1].folded in rules.whiles  # रोते हुए

    def belongs(n: int) -> bool:
        inside = any(begin <= words[n].start < end for begin, end in bracketed)
        stop = meanwhile and rules.stops.at(words, n) is not None
        return n in titled or stop or inside or words[n].folded.isdigit()

    return all(belongs(n) for n in range(run.last, len(words)))
