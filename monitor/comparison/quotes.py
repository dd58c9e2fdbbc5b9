"""The same quote across outlets and languages: who carried it whole, cut, in other words, translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from monitor.comparison.clustering import average_link, neighbours
from monitor.comparison.results import QuoteRow, QuoteUse
from monitor.comparison.sentences import Line, Table
from monitor.text.folded import fold, tokens
from monitor.text.names import same_name

SAME_TEXT = 80  # rapidfuzz's partial ratio, from which on two quotes of a language are the same words
WHOLE = 90  # ratio from which on a quote is whole
ACROSS = 0.45  # cosine, less the language's mean, from which on quotes of two languages are the same
NAMED = 0.15  # the same where the speakers' names sound alike
PARAPHRASE = 0.50  # the same within a language, where the words differ
FLOOR, LINK = 0.10, 0.12  # of pairs that are looked at, and of groups that may be joined
NEAREST = 8
SHORTEST = 12  # letters of a quote that is looked for inside another


def quotes(table: Table) -> tuple[QuoteRow, ...]:
    """Quotes that the most publishers carry first; copies count as their source does."""
    spoken = table.part(quotes=True)
    groups = _groups(spoken)
    together = {row for rows in groups for row in rows}
    rows = [*groups, *([row] for row in range(len(spoken.lines)) if row not in together)]
    found = [_row(spoken, each) for each in rows]
    return tuple(sorted(found, key=lambda row: (-row.publishers, -len(row.uses), -len(row.text))))


def _groups(table: Table) -> list[list[int]]:
    if len(table.lines) < 2:
        return []
    articles = {name: n for n, name in enumerate(dict.fromkeys(line.piece.article.id for line in table.lines))}
    owners = [articles[line.piece.article.id] for line in table.lines]
    near = neighbours(table.vectors, owners, most=NEAREST, floor=FLOOR)
    judged = [(score, a, b) for value, a, b in near if (score := same(table.lines[a], table.lines[b], value)) > 0]
    return average_link(table.vectors, sorted(judged, key=lambda pair: (-pair[0], pair[1], pair[2])), least=LINK)


def same(one: Line, other: Line, similarity: float) -> float:
    """From 0 (another quote) to 1; within a language by the words, else by vectors; two speakers are two quotes."""
    if not _may_be_one_speaker(one, other):
        return 0.0
    if _base(one) == _base(other):
        words = likeness(one.text, other.text)
        return words / 100 if words >= SAME_TEXT else similarity if similarity >= PARAPHRASE else 0.0
    return similarity if similarity >= (NAMED if _sound_alike(one, other) else ACROSS) else 0.0


def _sound_alike(one: Line, other: Line) -> bool:
    """Whether two speakers share a name in whatever script."""
    first, second = one.quote.speaker if one.quote else "", other.quote.speaker if other.quote else ""
    return any(same_name(a, b) for a in first.split() for b in second.split() if len(a) > 2 and len(b) > 2)


def likeness(one: str, other: str) -> float:
    """From 0 to 100; a quote that was cut is inside the other."""
    first, second = _plain(one), _plain(other)
    if min(len(first), len(second)) < SHORTEST:
        return fuzz.ratio(first, second)
    return max(fuzz.ratio(first, second), fuzz.partial_ratio(first, second))


def _plain(text: str) -> str:
    return " ".join(token.folded for token in tokens(text))


def _base(line: Line) -> str:
    return line.piece.article.language.partition("-")[0]


def _may_be_one_speaker(one: Line, other: Line) -> bool:
    first, second = one.quote.speaker if one.quote else "", other.quote.speaker if other.quote else ""
    if not first or not second or _base(one) != _base(other):
        return True
    words = {fold(word) for word in first.split()} & {fold(word) for word in second.split()}
    return bool(words) or fuzz.partial_ratio(fold(first), fold(second)) >= SAME_TEXT


def _row(table: Table, rows: Sequence[int]) -> QuoteRow:
    lines = [table.lines[n] for n in rows]
    longest = max(rows, key=lambda n: len(table.lines[n].text))
    speakers = Counter(line.quote.speaker for line in lines if line.quote and line.quote.speaker)
    own = table.lines[longest].quote
    return QuoteRow(
        speaker=own.speaker if own and own.speaker else next((name for name, _ in speakers.most_common(1)), ""),
        text=table.lines[longest].text,
        language=table.lines[longest].piece.article.language,
        publishers=len({line.piece.publisher for line in lines}),
        uses=tuple(
            _use(table.lines[n], table.lines[longest], float(table.vectors[longest] @ table.vectors[n])) for n in rows
        ),
    )


def _use(line: Line, longest: Line, similarity: float) -> QuoteUse:
    assert line.quote is not None
    form, alike = _form(line, longest, similarity)
    return QuoteUse(
        cell=line.piece.cell(line.quote.sentence, line.start),
        text=line.text,
        speaker=line.quote.speaker,
        verb=line.quote.verb,
        form=form,
        similarity=round(alike, 4),
    )


def _form(line: Line, longest: Line, similarity: float) -> tuple[str, float]:
    if _base(line) != _base(longest):
        return "translated", max(0.0, min(1.0, similarity))
    return carried(line.text, longest.text)


def carried(text: str, whole: str) -> tuple[str, float]:
    """How a text carries a quote of its language, and how like they are: whole, cut or paraphrased; 0 to 1."""
    ratio = fuzz.ratio(_plain(text), _plain(whole))
    if ratio >= WHOLE:
        return "whole", ratio / 100
    inside = likeness(text, whole)
    return ("cut", inside / 100) if inside >= SAME_TEXT else ("paraphrased", ratio / 100)
