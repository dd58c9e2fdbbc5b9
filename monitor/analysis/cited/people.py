"""Officials and people without a name whom an article cites: `officials said`, `a source told`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from monitor.analysis.frames import frames
from monitor.language import language as look_up
from monitor.model import Mention
from monitor.text.folded import Token, tokens
from monitor.text.phrases import Phrases

Found: TypeAlias = tuple[int, int, str]  # first word, word after the last, kind

NEAR = 6  # words between somebody and the verb or the frame that cites


@lru_cache(maxsize=64)
def _compiled(language: str) -> tuple[Phrases[str], Phrases[str]]:
    """(who is cited, by kind; the verbs and frames that cite)."""
    data = frames(language)
    bent = look_up(language).script != "Latn"
    who = [*((phrase, "anonymous") for phrase in data.anonymous), *((phrase, "official") for phrase in data.officials)]
    cites = [(phrase, phrase) for phrase in (*data.says, *data.reports, *data.before, *data.attributes)]
    return Phrases(who, language, inflected=bent), Phrases(cites, language, inflected=bent)


def people_cited(sentences: Iterable[tuple[int, str]], language: str) -> Iterator[Mention]:
    """Mentions of kind `official` or `anonymous`; their publisher is empty."""
    who, cites = _compiled(language)
    reach = NEAR * (1 if look_up(language).spaces else 2)
    for start, sentence in sentences:
        here = tokens(sentence)
        found = _joined(who.find(here), here, sentence)
        verbs = cites.find(here) if found else []
        for first, last, kind in found:
            if _cited(verbs, first, last, reach):
                yield _mention(here, sentence, start, (first, last), kind)


def _joined(found: Iterable[Found], here: Sequence[Token], sentence: str) -> list[Found]:
    """Words of one kind with nothing but a space between are one source: пресс-служба Кремля."""
    joined: list[Found] = []
    for first, last, kind in found:
        before = joined[-1] if joined else None
        if before and before[1:] == (first, kind) and not sentence[here[first - 1].end : here[first].start].strip():
            joined[-1] = before[0], last, kind
        else:
            joined.append((first, last, kind))
    return joined


def _cited(verbs: Iterable[tuple[int, int, str]], first: int, last: int, reach: int) -> bool:
    return any(-reach <= at - last <= reach or 0 <= first - end <= reach for at, end, _ in verbs)


def _mention(here: Sequence[Token], sentence: str, start: int, span: tuple[int, int], kind: str) -> Mention:
    begin, end = here[span[0]].start, here[span[1] - 1].end
    return Mention(publisher="", name=sentence[begin:end], sentence=sentence, start=start + begin, kind=kind)
