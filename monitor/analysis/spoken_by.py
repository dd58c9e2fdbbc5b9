"""Who speaks in a sentence: the subject of each of its verbs of speech."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from monitor.analysis.frames import frames
from monitor.analysis.people import Cast
from monitor.analysis.quotations import Quotation
from monitor.analysis.subjects import Clause, Subject, subject
from monitor.analysis.units import Unit
from monitor.model import Mention
from monitor.text.phrases import Phrases, Token

MOST_VERBS = 60  # verbs of speech of a sentence


@lru_cache(maxsize=64)
def _verbs(language: str) -> Phrases[str]:
    """Phrases by their kind: says, attributes, opinion, idle."""
    data = frames(language)
    kinds = {
        "says": data.says,
        "attributes": data.attributes,
        "opinion": data.opinion,
        "idle": data.idle,
        "his": data.his,
    }
    clitics = language.partition("-")[0] in {"ar", "he"}
    return Phrases(((verb, kind) for kind, verbs in kinds.items() for verb in verbs), language, inflected=clitics)


def subjects_of(unit: Unit, body: str, cast: Cast, mentions: Sequence[Mention]) -> list[Subject]:
    """One for each verb of speech outside quotations; a verb alone has the subject of the one before it."""
    found: list[Subject] = []
    earlier: list[Token] = []
    latest = ""
    since = 0
    for part, words in enumerate(unit.outside()):
        for first, last, kind in _verbs(cast.language).find(words):
            opens = first <= 1 and part == 0
            if kind == "idle" or len(found) >= MOST_VERBS or (kind == "opinion" and not opens):
                continue
            if kind == "his":
                at = words[first].start, words[last - 1].end
                found.append(_his(body[slice(*at)], at, latest))
                continue
            attributes = kind != "says"
            clause = Clause(
                words=words,
                verb=(first, last),
                earlier=earlier,
                recent=earlier[since:] if since else (),
                after_quote=part > 0,
                attributes=attributes,
            )
            chosen = subject(body, clause, cast, mentions)
            if attributes and (chosen.outlet or not chosen.name):
                continue
            found.append(evolve(chosen, name=latest) if chosen.goes_on and latest else chosen)
            latest = found[-1].name or latest
            since = len(earlier) + last
        earlier = [*earlier, *words]
    return found


def _his(written: str, at: tuple[int, int], latest: str) -> Subject:
    """`По его словам`: whoever the sentence, or else the text, named last."""
    return Subject(name=latest, verb=written, start=at[0], end=at[1], goes_on=True, attributed=True)


def distance(verb: Subject, quotation: Quotation) -> int:
    """Characters between a verb and a quotation; what stands before one counts a little more."""
    if verb.start >= quotation.end:
        return verb.start - quotation.end
    return (quotation.start - verb.end) + 2 * (quotation.start > verb.end)
