"""Dates guessed where a page gives none."""

from __future__ import annotations

from datetime import UTC, datetime

from monitor.model import Article, Moment
from monitor.pipelines.dating import with_guessed_date

NOW = datetime(2018, 5, 23, tzinfo=UTC)
PAGE = (
    b"<html><head><title>Title</title></head><body><p>Words.</p><footer>Last change: 14.03.2016</footer></body></html>"
)


def test_a_date_is_guessed_only_where_there_is_none_and_says_so() -> None:
    guessed = with_guessed_date(Article(url="https://example.org/1", charset="utf-8"), PAGE, now=NOW)
    assert guessed.published is not None
    assert (guessed.published.to_text(), guessed.provenance["published"]) == ("2016-03-14", "htmldate")
    dated = Article(url="https://example.org/1", published=Moment.parse("2018-05-22"))
    assert with_guessed_date(dated, PAGE, now=NOW) is dated


def test_this_year_alone_and_a_date_ahead_are_no_dates() -> None:
    plain = Article(url="https://example.org/1", charset="utf-8")
    for footer in (b"Copyright 2018", b"Last change: 14.03.2031", b""):
        page = PAGE.replace(b"Last change: 14.03.2016", footer)
        assert with_guessed_date(plain, page, now=NOW).published is None, footer


def test_an_earlier_year_keeps_an_old_page_from_today() -> None:
    page = PAGE.replace(b"Last change: 14.03.2016", b"Copyright 2011")
    guessed = with_guessed_date(Article(url="https://example.org/1", charset="utf-8"), page, now=NOW).published
    assert guessed is not None
    assert guessed.year == 2011


def test_days_in_words_are_read_in_the_article_s_language_whatever_was_read_before() -> None:
    page = b"<html><body><div class='date'>3. elokuuta 2016</div><p>Sanoja.</p></body></html>"
    for language in ("fi", "pl", "fi", "sr-Latn", "und", "fi"):
        plain = Article(url="https://example.org/1", charset="utf-8", language=language)
        guessed = with_guessed_date(plain, page, now=NOW).published
        assert guessed is not None
        assert guessed.to_text() == ("2016-08-03" if language == "fi" else "2016-01-01")
