"""The last resort for an article without a date: htmldate's guess from everything that the page holds.

Only here, and not in `extract`: a guess is better than nothing for filing an article, and worse than nothing where it
is taken for what the page says. Its provenance says which it is.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from attrs import evolve

from monitor.model import Article, Moment

EARLIEST: Final = "1995-01-01"
LONGEST: Final = 2_000_000  # bytes of a page that is guessed at: htmldate takes 10 ms for 200 kB
SOURCE: Final = "htmldate"


def with_guessed_date(article: Article, body: bytes, *, now: datetime) -> Article:
    """The article with a date wherever one can be guessed; one that has a date comes back as it is.

    A year in a copyright line becomes its first of January: that of this year says nothing and is left out, that of an
    earlier one at least keeps an old page from being filed under the day on which it was fetched.
    """
    if article.published is not None or len(body) > LONGEST:
        return article
    from htmldate import find_date  # noqa: PLC0415  (a fifth of a second to load, for one page in twenty)

    _look_for_words_in(article.language)
    text = body.decode(article.charset or "utf-8", "replace")
    latest = (now + timedelta(days=1)).date().isoformat()
    found = find_date(text, original_date=True, min_date=EARLIEST, max_date=latest)
    if not found or found == f"{now.year}-01-01":
        return article
    return evolve(article, published=Moment.parse(found), provenance={**dict(article.provenance), "published": SOURCE})


def _look_for_words_in(language: str) -> None:
    """Have htmldate ask dateparser for days in the article's language and in English.

    Otherwise it asks in all 205, whose patterns take 3 s and 36 MB to make, for the first page without a date.
    """
    from dateparser.data import language_locale_dict  # noqa: PLC0415  (as above)
    from htmldate import extractors  # noqa: PLC0415

    codes = dict.fromkeys((language, language.partition("-")[0], "en"))
    extractors.get_external_parser().languages = [code for code in codes if code in language_locale_dict]
    extractors.try_date_expr.cache_clear()  # it remembers what a text told, whatever the language
