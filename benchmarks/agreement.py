"""When a quote, a speaker or a verb that was found is the one that was wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from unicodedata import category, normalize

ALIKE = 0.8  # share of letters in which a quote found and a quote wanted agree
STEM = 4  # letters in which two forms of a verb agree


def letters(text: str) -> str:
    """Letters and figures alone, folded."""
    return "".join(sign for sign in normalize("NFKC", text).casefold() if category(sign)[0] in "LNM")


def runs(texts: Sequence[str]) -> list[tuple[int, int]]:
    """All runs of neighbours, the longest last, as (first, after the last)."""
    spans = [(a, b) for a in range(len(texts)) for b in range(a + 1, len(texts) + 1)]
    return sorted(spans, key=lambda span: span[1] - span[0])


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Share of letters, of 1, in which two texts agree, each given in parts."""
    return SequenceMatcher(None, letters("".join(one)), letters("".join(other)), autojunk=False).ratio()


def likest(parts: Sequence[str], whole: str, taken: frozenset[int] | set[int] = frozenset()) -> tuple[int, int] | None:
    """The neighbours that together are likest to a text; None where they agree in less than `ALIKE`."""
    spans = [span for span in runs(parts) if not taken & set(range(*span))]
    judged = [(likeness(parts[first:last], [whole]), (first, last)) for first, last in spans]
    best, span = max(judged, key=lambda each: each[0], default=(0.0, None))
    return span if best >= ALIKE else None


def paired(wanted: Sequence[str], found: Sequence[str]) -> list[tuple[int, int]]:
    """(wanted, found) quotes that are one; a part of a cut quotation pairs with the whole and the other way round."""
    pairs: list[tuple[int, int]] = []
    for n, text in enumerate(found):
        span = likest(wanted, text)
        pairs += [(w, n) for w in range(*span)] if span else []
    taken, used = {w for w, _ in pairs}, {n for _, n in pairs}
    for w, text in enumerate(wanted):
        if w not in taken:
            span = likest(found, text, used)
            pairs += [(w, n) for n in range(*span)] if span else []
    return pairs


def same_person(wanted: str, found: str) -> bool:
    """Family names agree; endings of cases may differ by two letters."""
    one, other = ([letters(word) for word in name.split()] for name in (wanted, found))
    if not one or not other:
        return False
    if letters(wanted) == letters(found) or one[-1] in other or other[-1] in one[1:]:
        return True
    least = max(3, min(len(one[-1]), len(other[-1])) - 2)
    return one[-1][:least] == other[-1][:least]


def same_verb(wanted: str, found: str) -> bool:
    """One is part of the other, as `gab zu bedenken` and `gab` are, or they begin alike: `말했고`, `말했다`."""
    one, other = letters(wanted), letters(found)
    return bool(one and other) and (one in other or other in one or one[:STEM] == other[:STEM])
