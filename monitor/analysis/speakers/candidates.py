"""Which of the names beside a verb of speech may be its subject."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from monitor.analysis.names.people import Cast, PeopleWords, Run, people_words
from monitor.analysis.names.surnames import is_korean, japanese_name
from monitor.model import Mention
from monitor.text.phrases import Token

_KATAKANA = regex.compile(r"\p{Katakana}")
_PLURAL = regex.compile(r"(?:ون|ات|ים|ות)$")
_PAUSE = regex.compile(r"\s?[,،–—]")
_CLOSES = regex.compile(r"\s?[,،–—:]")
_PARTICLE = regex.compile(r"..(?:에서|을|를|의|에|로)$")
_MARKED, _SYLLABLES = "은는", 3  # a Korean topic's endings, and syllables of a full name
_WHILE = frozenset({"हुए", "होकर"})  # end what somebody does while speaking
_OFFICE = 4  # words of a Korean office
_LONGEST = 4  # words of a name
_ROLE, _PLACED = 5, 2  # words of a role, and of a name behind its place
_IN_BRACKETS = regex.compile(r"[（(][^（）()]{0,40}[)）]")


def eligible(
    body: str, window: Sequence[Token], candidates: Sequence[Run], mentions: Sequence[Mention], side: str, cast: Cast
) -> list[Run]:
    """Those who may speak for themselves: outlets are cut off, and no words stand before the subject's marker."""
    rules = people_words(cast.language)
    own = [rest for run in candidates if (rest := _without_outlet(window, run, mentions))]
    own = [_behind_place(body, window, run, rules) for run in own] if cast.language[:2] != "en" else own
    if rules.article == "ال":  # الخبيرة الاقتصادية هدى السالم
        longer = [run for run in own if run.length > 1 or not window[run.first].folded.startswith(rules.article)]
        own = longer or own
    own = [run for run in own if not run.governed][:2] if side == "right" else own
    if rules.surnames and not rules.spaced:  # 今, 该
        own = [run for run in own if run.length > 1]
    if rules.surnames and rules.spaced:
        own = _korean(window, own)
    own = [run for run in own if not is_body(body, window[run.first : run.last], rules)]
    own = [run for run in own if not _is_noun(window, run, cast)]
    if rules.markers and side != "right":
        own = [run for run in own if ends_in_titles(body, window, run, rules)]
        return own if rules.spaced else [run for run in own if is_person(window, run)]
    return own


def _korean(window: Sequence[Token], own: Sequence[Run]) -> list[Run]:
    """Full names rather than titles; no words with an object's or a place's particle: `종로에서 분식집을 하는`."""
    full = [run for run in own if run.length == 1 and is_korean(window[run.first].folded)]
    return full or [
        run for run in own if not any(_PARTICLE.search(word.folded) for word in window[run.first : run.last - 1])
    ]


def _behind_place(body: str, window: Sequence[Token], run: Run, rules: PeopleWords) -> Run:
    """`la procuratrice di Novara Francesca Bellini`: the name behind a role and its place."""
    small = any(not word.upper for word in window[run.first : run.last])
    near = window[max(0, run.first - _ROLE) : run.first]
    if not (run.governed and rules.cased and _PLACED < run.length <= _PLACED + 2) or small or len(near) <= 1:
        return run
    before = run.first - 1 - (window[run.first - 1].folded in rules.definite and run.first > 1)  # de l'Économie
    if not rules.prepositions.at(window, before) or is_body(body, window[run.first : run.last], rules):
        return run
    role = any(word.folded in rules.definite for word in near) or rules.titles.find(near)
    return evolve(run, first=run.first + 1, governed=False) if role else run


def _is_noun(window: Sequence[Token], run: Run, cast: Cast) -> bool:
    """`die Käserin`, `die 52-Jährige`: one word with a capital that stands behind an article and was never a name."""
    rules = people_words(cast.language)
    if run.length > 1 or not rules.cased:
        return False
    asked = run.first == 0 and len(window) > 1 and rules.prepositions.at(window, 1) is not None  # Consultada por
    article = run.first > 0 and window[run.first - 1].folded in (rules.definite if rules.drops else rules.determiners)
    folded = [window[run.first].folded]
    return ((article or asked) and cast.full("", folded) == "") or bool(rules.ages.find(window[run.first : run.last]))


def is_body(body: str, words: Sequence[Token], rules: PeopleWords) -> bool:
    """`European Commission`, 管理局, DPR: an office, a company, an acronym."""
    if rules.cased and len(words) == 1:
        return body[words[0].start : words[0].end].isupper() or bool(rules.bodies.find(words))
    found = rules.bodies.find(words)
    return bool(found) and (rules.spaced or found[-1][1] == len(words))


def before_apposition(body: str, window: Sequence[Token], own: Sequence[Run]) -> Run | None:
    """`Yusuf Hidayat, pengamat politik Universitas Nusantara, menilai`: the name before what tells who it is.

    None where the apposition is a name itself: `the minister, Paul Roux, said`.
    """
    if not _CLOSES.match(body, window[-1].end):
        return None
    pauses = [n for n in range(1, len(window)) if _PAUSE.match(body, window[n - 1].end)]
    if not pauses:
        return None
    colon = not _PAUSE.match(body, window[-1].end)
    last = [run for run in own if run.first >= pauses[-1] and run.length > 1 and not run.governed]
    if any(colon or (run.first == pauses[-1] and run.last == len(window)) for run in last):
        return None
    usable = (run for run in reversed(own) if run.last in pauses and run.length > 1 and not run.governed)
    return next(usable, None)


def before_role(body: str, window: Sequence[Token], own: Sequence[Run], rules: PeopleWords) -> Run | None:
    """`منى عساف، الممرضة`, `جواد احمدی، نماینده مردم`: in scripts without capitals, a name, a comma and a title."""
    for run in own:
        words = run.last + 1 < len(window) and rules.titles.at(window, run.last)
        if words and 2 <= run.length <= _LONGEST and _PAUSE.match(body, window[run.last - 1].end):
            return run
    return None


def is_person(window: Sequence[Token], run: Run) -> bool:
    """In Japanese: a title stands right behind a name, or it is written in katakana; 県の担当者は names nobody."""
    behind = window[run.last].folded if run.last < len(window) else ""
    foreign = _KATAKANA.match(window[run.first].folded)
    known = japanese_name("".join(word.folded for word in window[run.first : run.last])) and behind in {
        "",
        "は",
        "が",
        "も",
    }
    return run.length > 1 and behind != "の" and bool(foreign or known or (run.titled and behind))


def ends_in_titles(body: str, window: Sequence[Token], run: Run, rules: PeopleWords) -> bool:
    """Whether only titles and words in brackets stand between a name and the subject's marker: 佐藤首相（自民）は."""
    if run.last == len(window):
        return True
    titled = {n for first, last, _ in rules.titles.find(window) for n in range(first, last)}
    start = window[run.last - 1].end
    bracketed = [match.span() for match in _IN_BRACKETS.finditer(body, start, window[-1].end + 1)]
    dotted = body[start : start + 1] in {"・", "･"}  # 渡辺浩・東都大教授: an office follows

    korean = rules.spaced and bool(rules.surnames) and is_korean(window[run.first].folded) and run.length == 1
    if korean and len(window) - run.last <= _OFFICE:  # 허준호 한국금융연구원 선임연구위원은
        return True

    def belongs(n: int) -> bool:
        inside = any(begin <= window[n].start < end for begin, end in bracketed)
        stop = window[-1].folded in _WHILE and rules.stops.at(window, n) is not None  # रोते हुए
        return n in titled or stop or inside or dotted or window[n].folded.isdigit()

    return all(belongs(n) for n in range(run.last, len(window)))


def is_outlet(window: Sequence[Token], run: Run, mentions: Sequence[Mention]) -> bool:
    """Whether an outlet is named in a run."""
    begin, end = window[run.first].start, window[run.last - 1].end
    return any(begin < m.start + len(m.name) and m.start < end for m in mentions)


def _without_outlet(window: Sequence[Token], run: Run, mentions: Sequence[Mention]) -> Run | None:
    """What is left of a run before or behind an outlet's name: `racconta all'Adnkronos Salvatore Mancuso`."""
    if not is_outlet(window, run, mentions):
        return run
    starts, ends = {m.start for m in mentions}, {m.start + len(m.name) for m in mentions}
    last = next((n for n in range(run.first + 1, run.last) if window[n].start in starts), run.first)
    first = next((n for n in range(run.first + 1, run.last) if window[n - 1].end in ends), run.last)
    for rest in (evolve(run, last=last), evolve(run, first=first, governed=False)):
        if rest.length > 1 and not is_outlet(window, rest, mentions):
            return rest
    return None


def is_common(window: Sequence[Token], run: Run, cast: Cast) -> bool:
    """One untitled word that was never part of a name: `residents`, in a script that has no capitals."""
    folded = [word.folded for word in window[run.first : run.last]]
    if is_korean(folded[0].rstrip(_MARKED) if len(folded[0]) > _SYLLABLES else ""):  # 송혜린은
        return False
    if is_korean(folded[0]) and run.last < len(window) and window[run.last].folded.isdigit():  # 나경숙(61)씨
        return False
    return run.length == 1 and not run.titled and cast.full("", folded) == ""


def is_alone(window: Sequence[Token], run: Run, rules: PeopleWords, side: str) -> bool:
    """One word between a verb and the end of its clause that is no noun by its article or ending: `واعتبر بوتين أن`."""
    word = window[run.first].folded
    near = run.first == 0 if side == "right" else run.last == len(window)
    return (
        bool(rules.article)
        and near
        and len(word) > 3
        and not word.startswith(rules.article)
        and not _PLURAL.search(word)
    )
