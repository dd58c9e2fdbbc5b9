"""Words that set a group apart from the rest of the same event and language.

Log-odds ratio with an informative Dirichlet prior: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis
16 (2008), equations 15, 16, 19 and 22. The prior is the words of all articles of the event in the language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt

from attrs import frozen

from monitor.comparison.material import Material, Piece
from monitor.comparison.results import Cell, GroupTerms, Term
from monitor.outlets import Catalogue
from monitor.text.stemming import stem_words
from monitor.text.stopwords import stopwords
from monitor.text.tokens import sentences, words

PRIOR = 500.0  # words that the prior weighs as much as; Monroe et al. use 500 as well
SURE = 1.96  # z of a 95% interval
MOST = 12  # words of a group that are shown
RARE = 3  # a word met less often in the event sets nobody apart
READ = 12_000  # characters of a body


@frozen(eq=False)
class _Counted:
    piece: Piece
    counts: Counter[str]
    written: Mapping[str, str]  # stem -> how it stands in the text


def terms(material: Material, catalogue: Catalogue) -> tuple[GroupTerms, ...]:
    """For every publisher, country and tag with something of its own; copies are left out."""
    names = _outlet_words(catalogue, material.pieces)
    found: list[GroupTerms] = []
    for language in dict.fromkeys(piece.article.language for piece in material.own):
        counted = [_count(piece, names) for piece in material.own if piece.article.language == language]
        for by, key in _GROUPINGS:
            found += _of_groups(counted, by, key, language)
    return tuple(found)


_GROUPINGS: tuple[tuple[str, Callable[[Piece], tuple[str, ...]]], ...] = (
    ("publisher", lambda piece: (piece.publisher,)),
    ("country", lambda piece: (piece.country,)),
    ("tag", lambda piece: piece.tags),
)


def _count(piece: Piece, names: frozenset[str]) -> _Counted:
    language = piece.article.language
    dropped = stopwords(language) | names
    found = [
        word
        for word in words(f"{piece.article.headline}\n{piece.article.body[:READ]}", language)
        if word not in dropped and len(word) > 1 and not word[0].isdigit()
    ]
    roots = stem_words(found, language)
    return _Counted(piece, Counter(roots), dict(zip(roots, found, strict=True)))


def _outlet_words(catalogue: Catalogue, pieces: Sequence[Piece]) -> frozenset[str]:
    """Words of the names of the outlets that are compared: that they name themselves sets nobody apart."""
    present = {piece.publisher for piece in pieces}
    names = present | {piece.edition for piece in pieces}
    for publisher in catalogue.publishers.values():
        if publisher.name in present:
            names.update(name for listed in publisher.cited_as.values() for name in listed)
    return frozenset(word for name in names for word in words(name, "und"))


def _of_groups(
    counted: Sequence[_Counted], by: str, key: Callable[[Piece], tuple[str, ...]], language: str
) -> Iterable[GroupTerms]:
    total: Counter[str] = Counter()
    groups: dict[str, Counter[str]] = {}
    for each in counted:
        total.update(each.counts)
        for name in key(each.piece):
            groups.setdefault(name, Counter()).update(each.counts)
    if len(groups) < 2 and by != "tag":
        return
    for name, counts in groups.items():
        if counts.total() == total.total():
            continue
        best = sorted(_scored(counts, total), key=lambda term: -term.z)[:MOST]
        chosen = tuple(_shown(term, name, key, counted) for term in best if term.low > 0)
        if chosen:
            yield GroupTerms(by=by, group=name, language=language, terms=chosen)


def _scored(counts: Counter[str], total: Counter[str]) -> Iterable[Term]:
    size, everything = counts.total(), total.total()
    for word, count in counts.items():
        if total[word] >= RARE:
            prior = PRIOR * total[word] / everything
            delta, deviation = log_odds(count, size, total[word] - count, everything - size, prior)
            yield Term(
                word=word,
                count=count,
                rest=total[word] - count,
                log_odds=round(delta, 4),
                low=round(delta - SURE * deviation, 4),
                high=round(delta + SURE * deviation, 4),
                z=round(delta / deviation, 4),
            )


def log_odds(count: int, size: int, rest: int, rest_size: int, prior: float) -> tuple[float, float]:
    """(difference of the log-odds of a word in a group and in the rest, its standard deviation).

    prior: how often the word was met before, scaled so that the whole prior weighs PRIOR words.
    """
    here, there = count + prior, rest + prior
    delta = log(here / (size + PRIOR - here)) - log(there / (rest_size + PRIOR - there))
    return delta, sqrt(1 / here + 1 / there)


def _shown(term: Term, group: str, key: Callable[[Piece], tuple[str, ...]], counted: Sequence[_Counted]) -> Term:
    """The term as it is written, with the first sentence of up to three articles that have it."""
    holders = [each for each in counted if group in key(each.piece) and term.word in each.counts][:3]
    written = holders[0].written[term.word]
    cells = tuple(cell for each in holders if (cell := _sentence(each.piece, each.written[term.word])))
    return Term(
        word=written,
        count=term.count,
        rest=term.rest,
        log_odds=term.log_odds,
        low=term.low,
        high=term.high,
        z=term.z,
        cells=cells,
    )


def _sentence(piece: Piece, word: str) -> Cell | None:
    for start, sentence in [(0, piece.article.headline), *sentences(piece.article.body[:READ], piece.article.language)]:
        if word in words(sentence, piece.article.language):
            return piece.cell(sentence, start)
    return None
