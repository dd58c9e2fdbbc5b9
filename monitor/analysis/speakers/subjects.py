"""The subject of one verb of speech, by the order of words in its language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names.people import Cast, PeopleWords, Run, best, people_words, runs
from monitor.analysis.speakers.candidates import (
    before_apposition,
    before_role,
    eligible,
    is_alone,
    is_common,
    is_outlet,
)
from monitor.analysis.speakers.epithets import epithet
from monitor.analysis.speakers.windows import breaks, left, right
from monitor.model import Mention
from monitor.text.phrases import Token

_NEXT_TO = 2  # words between a pronoun and its verb
_CHARACTERS = 4  # of a word, where each is a token: さらに, その上で
_MARKED = 3  # markers of a clause that are looked at
_FAR = 7  # words between a verb and its subject behind it that are neither titles nor small


@frozen(kw_only=True)
class Subject:
    """Who a verb of speech belongs to; `name` is empty where nobody is named."""

    name: str
    verb: str
    start: int = 0  # of the verb, in characters of the body
    end: int = 0
    outlet: bool = False  # an outlet reports, nobody speaks
    goes_on: bool = False  # a pronoun, or a verb alone: whoever spoke last
    attributed: bool = False  # by `according to`, not by a verb


@frozen(kw_only=True)
class Clause:
    """A verb of speech and the words around it."""

    words: Sequence[Token]
    verb: tuple[int, int]  # first word and the one after the last; equal where there is none
    earlier: Sequence[Token] = ()  # before the quotation, where languages that end with the verb have the subject
    recent: Sequence[Token] = ()  # of these, those behind the verb of speech before
    after_quote: bool = False  # a quotation ends before these words
    attributes: bool = False  # no verb but `according to`, whose name follows
    behind: bool = False  # no verb but `zufolge`, whose name stands before
    anywhere: bool = False  # the verb is only guessed, its subject may be any of the words


def subject(body: str, clause: Clause, cast: Cast, mentions: Sequence[Mention]) -> Subject:
    """Find the subject of a verb; mentions are outlets, which speak for others."""
    words, (first, last) = clause.words, clause.verb
    start, end = _verb_place(words, first, last)
    before, after = left(body, words, first), right(body, words, last, cast.language)
    windows = {"left": before, "right": after, "recent": clause.recent, "earlier": clause.earlier}
    if clause.anywhere:
        stop = next((n for n in range(1, len(words)) if body[words[n - 1].end] in ",.;"), len(words))
        windows["left"] = words[:stop]
    windows["behind"] = before
    sides = _sides(cast.language, clause)
    if clause.after_quote and not (after or first or people_words(cast.language).drops) and "earlier" not in sides:
        sides = (*sides, "earlier")  # die das Gesetz „…“ nannte
    found = (_pick(body, windows[side], cast, mentions, side, verbless=first == last) for side in sides)
    for number, who in enumerate(found, start=1):
        if who is not None and (who is not _NOBODY or number == len(sides)):
            return Subject(
                name=who.name,
                verb=body[start:end],
                start=start,
                end=end,
                outlet=who.outlet,
                goes_on=who.goes_on,
                attributed=clause.attributes,
            )
    rules = people_words(cast.language)
    alone = rules.drops and _alone(before, after, clause.earlier, cast.language)
    alone = alone or (len(before) > 0 and before[-1].folded in rules.ands)
    return Subject(name="", verb=body[start:end], start=start, end=end, goes_on=alone)


def _verb_place(words: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    if last > first:
        return words[first].start, words[last - 1].end
    return (words[-1].end, words[-1].end) if words else (0, 0)


def _alone(left: Sequence[Token], right: Sequence[Token], earlier: Sequence[Token], language: str) -> bool:
    """Whether nothing beside a verb could be its subject: `declaró a la prensa`."""
    rules = people_words(language)
    if frames(language).order == "before":
        return len(left) + len(earlier) <= _NEXT_TO * (1 if rules.spaced else _CHARACTERS)
    led = not right or bool(rules.prepositions.at(right, 0) or rules.stops.at(right, 0))
    small = bool(right) and right[0].folded in rules.common - rules.articles  # cuenta mientras señala la marca
    led = led or (small and not rules.groups.find(right[:_NEXT_TO]))
    if led and len(right) > 1 and right[0].folded in rules.articles:  # dijo el lunes, but dijeron los vecinos
        led = bool(rules.stops.at(right, 1)) or right[1].folded.isdigit()
    return len(left) <= _NEXT_TO and led


def _sides(language: str, clause: Clause) -> tuple[str, ...]:
    order = frames(language).order
    if clause.behind:
        return ("behind",)
    if clause.attributes:
        return ("right",)
    if order == "before":
        turns = people_words(language).cased or frames(language).inverts
        turned = ("right",) if turns and clause.after_quote and clause.verb[0] <= 1 else ()
        return ("left", "recent", "earlier", *turned) if clause.recent else ("left", "earlier", *turned)
    if order == "after":
        return ("right", "left")
    return ("right", "left") if clause.after_quote and clause.verb[0] <= 1 else ("left", "right")


@frozen
class _Who:
    name: str = ""
    outlet: bool = False
    goes_on: bool = False


_LAST, _NOBODY, _OUTLET = _Who(goes_on=True), _Who(), _Who(outlet=True)


def _pick(
    body: str, window: Sequence[Token], cast: Cast, mentions: Sequence[Mention], side: str, *, verbless: bool
) -> _Who | None:
    """Who stands in a window of words; None means that nobody is there."""
    if not window:
        return None
    rules = people_words(cast.language)
    marked = False
    if rules.markers and side != "right":
        marking = list(_marked(body, window, rules.markers))
        marked = bool(marking)
        window = next((part for part in marking if _names(body, part, mentions, side, cast)), [*marking, window][0])
    if side == "left" and not rules.spaced and not rules.markers:
        window = _last_clause(body, window, cast.language)
    candidates = runs(body, window, cast.language)
    if side == "behind":  # 在林美玲看来: the words around it govern the name
        candidates = [evolve(run, governed=False) for run in candidates]
    pronoun = [at for at in rules.pronouns.find(window) if not _is_title(window, at, candidates, rules)]
    if any(_beside(window, at, side) for at in pronoun):
        return _LAST
    own = eligible(body, window, candidates, mentions, side, cast)
    stands_in = epithet(_behind_comma(body, window) if side == "left" else window, side, cast.language)
    own = _no_opening(own, window, cast) if stands_in and side == "left" and rules.cased else own
    if verbless and rules.cased:
        own = [run for run in own if run.first or run.length > 1 or run.last == len(window)]
    if rules.markers and side != "right" and not own:
        return _LAST if pronoun else _NOBODY if marked else None
    late = (side != "right" and rules.cased) or bool(rules.markers)
    chosen = before_apposition(body, window, own) if side == "left" and rules.cased else None
    chosen = before_role(body, window, own, rules) if rules.spaced and not rules.cased else chosen
    chosen = chosen or best(own, window, cast, nearest_last=late) or _owner(own, side, verbless=verbless)
    if chosen is None or (side == "right" and rules.cased and _far(window, chosen, rules)):
        instead = [run for run in candidates[: 2 if side == "right" else None] if side == "right" or not run.governed]
        return _instead(window, instead, mentions, pronoun=bool(pronoun) or stands_in)
    if not rules.cased and is_common(window, chosen, cast) and not is_alone(window, chosen, rules, side):
        return _NOBODY
    return _Who(_full(body, window, chosen, cast))


def _no_opening(own: Sequence[Run], window: Sequence[Token], cast: Cast) -> list[Run]:
    """`Visiblemente emocionado, el alcalde dijo`: a first word that was never a name has its capital from its place."""
    return [run for run in own if run.first or run.length > 1 or cast.full("", [window[0].folded])]


def _behind_comma(body: str, window: Sequence[Token]) -> Sequence[Token]:
    for at in range(len(window) - 1, 0, -1):
        if "," in body[window[at - 1].end : window[at].start]:
            return window[at:]
    return window


def _owner(own: Sequence[Run], side: str, *, verbless: bool) -> Run | None:
    """`General Saleh's reply came: "…"`: whose words, where no verb of speech tells it."""
    if side != "left" or not verbless:
        return None
    return next((run for run in own if run.owner and (run.titled or run.length > 1)), None)


def _instead(
    window: Sequence[Token], candidates: Sequence[Run], mentions: Sequence[Mention], *, pronoun: bool
) -> _Who | None:
    """An outlet, or whoever spoke last, where nobody is named."""
    covered = any(is_outlet(window, run, mentions) for run in candidates)
    return _OUTLET if covered else _LAST if pronoun else None


def _far(window: Sequence[Token], run: Run, rules: PeopleWords) -> bool:
    """Whether more words stand between a verb and a name behind it than titles and small words account for."""
    titled = {n for first, last, _ in rules.titles.find(window) for n in range(first, last)}
    return sum(n not in titled and window[n].folded not in rules.common for n in range(run.first)) > _FAR


def _last_clause(body: str, window: Sequence[Token], language: str) -> Sequence[Token]:
    """From the last pause before a name: `据新华社消息，普京表示` has its subject in the second clause."""
    for at in range(len(window) - 1, 0, -1):
        if breaks(body, window[at - 1], window[at]):
            named = any(not run.governed and run.length > 1 for run in runs(body, window[at:], language))
            return window[at:] if named else window
    return window


def _names(body: str, window: Sequence[Token], mentions: Sequence[Mention], side: str, cast: Cast) -> bool:
    return bool(eligible(body, window, runs(body, window, cast.language), mentions, side, cast))


def _marked(body: str, window: Sequence[Token], markers: Sequence[str]) -> Iterator[Sequence[Token]]:
    """The words before a subject's marker, back to the comma: topics (は) from the first, subjects (が) backwards."""
    for number, marker in enumerate(markers):
        places = [n for n, word in enumerate(window) if word.folded == marker or _ends_with(word, marker)]
        for at in places[:_MARKED] if number == 0 else places[: -_MARKED - 1 : -1]:
            end = at if window[at].folded == marker else at + 1
            begin = end
            while begin > 0 and (begin == end or not breaks(body, window[begin - 1], window[begin])):
                begin -= 1
            yield window[begin:end]


def _ends_with(word: Token, marker: str) -> bool:
    """Korean writes the marker at the word's end."""
    return "가" <= marker[0] <= "힣" and len(word.folded) > 1 and word.folded.endswith(marker)


def _is_title(window: Sequence[Token], at: tuple[int, int, str], candidates: Sequence[Run], rules: PeopleWords) -> bool:
    """True for `the minister` before or after a name, which is no pronoun then."""
    if not rules.titles.find(window[at[0] : at[1]]):
        return False
    role = {n for first, last, _ in rules.titles.find(window) for n in range(first, last)} | set(range(at[0], at[1]))
    role |= {n for n, word in enumerate(window) if rules.cased and word.folded in rules.common}
    role |= {n for n, word in enumerate(window) if rules.article and word.folded.startswith(rules.article)}
    for run in candidates:
        if run.governed:
            role |= set(range(run.first, run.last))
            continue
        low, high = (at[1], run.first) if run.first >= at[1] else (run.last, at[0])
        if low <= high and len(set(range(low, high)) - role) <= (1 if rules.cased else 0):
            return True
    return False


def _beside(window: Sequence[Token], at: tuple[int, int, str], side: str) -> bool:
    return len(window) - at[1] <= _NEXT_TO if side == "left" else at[0] == 0


def _full(body: str, window: Sequence[Token], run: Run, cast: Cast) -> str:
    words = window[run.first : run.last]
    name = body[words[0].start : words[-1].end]
    markers = people_words(cast.language).markers if run.last == len(window) else ()
    marker = next((m for m in markers if _ends_with(words[-1], m)), "")
    if marker and len(name) > 2:
        name = name.removesuffix(marker)
        return cast.full(name, [word.removesuffix(marker) for word in (w.folded for w in words)])
    folded = [word.folded for word in words]
    name, folded[-1] = _alone_standing(name, cast.language), _alone_standing(folded[-1], cast.language)
    full = cast.full(name, folded)
    cast.introduce(name, folded)
    return full


def _alone_standing(name: str, language: str) -> str:
    """A name without what the subject of a verb takes: ბერიძემ is ბერიძე."""
    endings = (pair.partition("=") for pair in frames(language).ergative)
    return next((name.removesuffix(e) + bare for e, _, bare in endings if name.endswith(e)), name)
