"""Floors under reading: eight layouts in sixteen languages, 128 pages written for the purpose.

When one of these fails, reading got worse: find the page with `python -m pytest tests/quality -q -vv`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from monitor.extraction import extract
from monitor.model import Article
from tests.extraction.texts import ARTICLES
from tests.quality.layouts import LAYOUTS

URL = "https://www.herald.example/harbour/fish-market-moves"
WORD = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+"
)


@lru_cache(maxsize=1)
def read() -> dict[tuple[str, str], Article]:
    """Every page, read once: (layout, language) -> Article."""
    return {
        (name, lang): extract(make(texts, lang).encode(), URL)
        for name, make in LAYOUTS.items()
        for lang, texts in ARTICLES.items()
    }


def grams(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def f1(gold: str, found: str) -> float:
    a, b = grams(gold), grams(found)
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values()))


def gold(lang: str) -> str:
    _, paragraphs, sub = ARTICLES[lang]
    return "\n".join([*paragraphs[:2], sub, *paragraphs[2:]])


def test_bodies() -> None:
    scores = {key: f1(gold(key[1]), article.body) for key, article in read().items()}
    worst = sorted(scores.items(), key=lambda item: item[1])[:5]
    assert sum(scores.values()) / len(scores) >= 0.985, worst
    assert worst[0][1] >= 0.85, worst


def test_every_layout_and_every_language_for_itself() -> None:
    scores = {key: f1(gold(key[1]), article.body) for key, article in read().items()}
    for place, names in ((0, LAYOUTS), (1, ARTICLES)):
        for name in names:
            own = [score for key, score in scores.items() if key[place] == name]
            assert sum(own) / len(own) >= 0.95, name


def test_headlines() -> None:
    wrong = [key for key, article in read().items() if article.headline != ARTICLES[key[1]][0]]
    assert len(wrong) <= 0.02 * len(read()), wrong


def test_dates_and_authors() -> None:
    late = [key for key, a in read().items() if a.published is None or a.published.date().isoformat() != "2024-03-05"]
    unnamed = [key for key, a in read().items() if a.authors != ("Maud Carrow",)]
    assert len(late) <= 0.02 * len(read()), late
    assert len(unnamed) <= 0.05 * len(read()), unnamed


def test_languages() -> None:
    wrong = [key for key, article in read().items() if article.language.split("-")[0] != key[1]]
    assert len(wrong) <= 0.01 * len(read()), wrong


def test_none_is_refused() -> None:
    assert not [key for key, article in read().items() if not article.kind.is_article]
