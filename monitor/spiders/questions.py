"""An article as questions to a search: for each happening it speaks of, a name and what stands beside it; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from monitor.analysis.passages import passages
from monitor.discovery.coverage import Query, Question, Window
from monitor.language import script_of
from monitor.model import Analysis, Article
from monitor.outlets import Outlet
from monitor.text.names import Name, names

QUERIES: Final = 4  # of one article: its headline, and three passages that speak of something else
OTHERS: Final = 3  # names of which one must stand beside the first
LONGEST: Final = 40  # characters of a name that is searched for
HEADLINE: Final = 3  # times that a name in a headline or subheading counts


def question_of(
    article: Article, found: Analysis, *, outlets: Sequence[Outlet], windows: tuple[Window, ...]
) -> Question:
    """What to ask the sources about an article; without a name in it there is no query."""
    asked = _queries(article, found)
    text = "".join(word for query in asked for word in (query.name, *query.others))
    return Question(
        queries=asked,
        language=article.language,
        country=article.country,
        is_latin=all(script_of(letter) in ("", "Latn") for letter in text),
        windows=windows,
        outlets=tuple(outlets),
    )


def _queries(article: Article, found: Analysis) -> tuple[Query, ...]:
    parts = [(article.headline, article.body)]
    parts += [(each.heading, each.text) for each in passages(article, found)]
    made = (_query(head, text, article.language) for head, text in parts)
    distinct: dict[frozenset[str], Query] = {}
    for query in filter(None, made):
        distinct.setdefault(frozenset((query.name, *query.others)), query)
    return tuple(distinct.values())[:QUERIES]


def _query(head: str, text: str, language: str) -> Query | None:
    """The names that a part of an article names most, those of its heading first; longer forms stand for shorter."""
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for weight, part in ((HEADLINE, head), (1, text)):
        for name in _searchable(names(part, language)):
            counts[name.skeleton] += weight
            forms.setdefault(name.skeleton, Counter())[name.text] += 1
    ordered = [forms[key].most_common(1)[0][0] for key, _ in counts.most_common(2 * OTHERS + 2)]
    chosen = list(_apart(ordered))[: OTHERS + 1]
    return Query(name=chosen[0], others=tuple(chosen[1:])) if chosen else None


def _searchable(found: Iterable[Name]) -> list[Name]:
    """The sure names where there are any: a candidate may be any word."""
    short = [each for each in found if 3 <= len(each.text) <= LONGEST and '"' not in each.text]
    return [each for each in short if each.sure] or short


def _apart(words: Iterable[str]) -> Iterable[str]:
    """Names of which none is a part of another."""
    kept: list[str] = []
    for word in words:
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return kept
