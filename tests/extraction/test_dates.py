"""Dates for machines and for readers."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.extraction import extract
from monitor.extraction.moments import parse_moment
from monitor.extraction.written_dates import find_written, from_jalali
from monitor.extraction.zones import zone_of_host

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T14:30:00Z", "2024-03-05T14:30:00+00:00"),
        ("2024-03-05T14:30:00.123456+02:00", "2024-03-05T14:30:00+02:00"),
        ("2024-03-05T14:30:00+0200", "2024-03-05T14:30:00+02:00"),
        ("2024-03-05 14:30", "2024-03-05T14:30:00+01:00"),
        ("2024-03-05 2:30 pm", "2024-03-05T14:30:00+01:00"),
        ("2024-3-5 7:05", "2024-03-05T07:05:00+01:00"),
        ("2024-03-05T24:00:00Z", "2024-03-06T00:00:00+00:00"),
        ("2024/03/05 14:30:00 EST", "2024-03-05T14:30:00-05:00"),
        ("20240305", "2024-03-05"),
        ("20240305T143000Z", "2024-03-05T14:30:00+00:00"),
        ("Tue, 05 Mar 2024 14:30:00 GMT", "2024-03-05T14:30:00+00:00"),
        ("Tue Mar 05 2024 14:30:00 GMT+0100 (Central European Standard Time)", "2024-03-05T14:30:00+01:00"),
        ("05.03.2024 14:30", "2024-03-05T14:30:00+01:00"),
        ("2024-03-05T14:30:0Z", "2024-03-05T14:30:00+00:00"),
        ("3/5/2024 2:30:00 PM", "2024-03-05T14:30:00+01:00"),
        ("1709649000", "2024-03-05T14:30:00+00:00"),
        ("1709649000000", "2024-03-05T14:30:00+00:00"),
        ("۲۰۲۴-۰۳-۰۵", "2024-03-05"),
        ("2024-02-30", None),
        ("2024-13-05", None),
        ("soon", None),
        ("", None),
        ("99999999999999999999", None),
    ],
)
def test_dates_for_machines(text: str, expected: str | None) -> None:
    found = parse_moment(text, BERLIN)
    assert (found.to_text() if found else None) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Published March 5, 2024 at 2:30 pm EST", "en", "2024-03-05T14:30:00-05:00"),
        ("5th March 2024", "en", "2024-03-05"),
        ("Veröffentlicht am 5. März 2024, 14:30 Uhr", "de", "2024-03-05T14:30:00+01:00"),
        ("Stand: 05.03.24", "de", "2024-03-05"),
        ("Publié le 5 mars 2024 à 14h30", "fr", "2024-03-05T14:30:00+01:00"),
        ("5 de marzo de 2024", "es", "2024-03-05"),
        ("5 марта 2024 г. в 14:30", "ru", "2024-03-05T14:30:00+01:00"),
        ("14:30, 5 Mart 2024", "tr", "2024-03-05T14:30:00+01:00"),
        ("٥ مارس ٢٠٢٤", "ar", "2024-03-05"),
        ("5 آذار 2024", "ar", "2024-03-05"),
        ("۱۵ اسفند ۱۴۰۲ - ۱۴:۳۰", "fa", "2024-03-05T14:30:00+01:00"),
        ("۱۴۰۲/۱۲/۱۵", "fa", "2024-03-05"),
        ("5 במרץ 2024", "he", "2024-03-05"),
        ("५ मार्च २०२४", "hi", "2024-03-05"),
        ("2024年3月5日 14時30分", "ja", "2024-03-05T14:30:00+01:00"),
        ("2024년 3월 5일", "ko", "2024-03-05"),
        ("5 มีนาคม 2567", "th", "2024-03-05"),
        ("5 Tháng 3, 2024", "vi", "2024-03-05"),
        ("2024. március 5.", "hu", "2024-03-05"),
        ("5 listopada 2024", "pl", "2024-11-05"),
        ("5. listopad 2024", "hr", "2024-10-05"),
        ("3/5/2024", "en-US", "2024-03-05"),
        ("3/5/2024", "en-GB", "2024-05-03"),
        ("2024 m. kovo 5 d.", "lt", "2024-03-05"),
        ("2024. gada 5. marts", "lv", "2024-03-05"),
        ("2024 жылғы 5 наурыз", "kk", "2024-03-05"),
        ("2024 оны 03 сарын 05", "mn", "2024-03-05"),
        ("2024ko martxoaren 5a", "eu", "2024-03-05"),
        ("令和6年3月5日", "ja", "2024-03-05"),
        ("民國113年3月5日", "zh", "2024-03-05"),
        ("113年3月5日", "zh", "2024-03-05"),
        ("13年3月5日", "zh", None),
        ("ថ្ងៃទី៥ ខែមីនា ឆ្នាំ២០២៤", "km", "2024-03-05"),
        ("၂၀၂၄ မတ် ၅", "my", "2024-03-05"),
        ("5 مارس/آذار 2024", "ar", "2024-03-05"),
        ("05-MAR-24", "en", "2024-03-05"),
        ("5/Mar/2024", "en", "2024-03-05"),
        ("5 March '24", "en", "2024-03-05"),
        ("5 March 14:30", "en", None),
        ("Tue Mar  5 14:30:00 2024", "en", "2024-03-05"),
        ("29. Februar 2023", "de", None),
        ("call 030 5 2024 now", "en", None),
    ],
)
def test_dates_for_readers(text: str, language: str, expected: str | None) -> None:
    found = find_written(text, language, BERLIN)
    assert (found.to_text() if found else None) == expected


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ((1397, 3, 1), (2018, 5, 22)),
        ((1399, 12, 30), (2021, 3, 20)),
        ((1403, 1, 1), (2024, 3, 20)),
        ((1404, 1, 1), (2025, 3, 21)),
        ((1400, 13, 1), None),
    ],
)
def test_the_solar_calendar(jalali: tuple[int, int, int], gregorian: tuple[int, int, int] | None) -> None:
    assert from_jalali(*jalali) == gregorian


PUBLISHED = [
    (('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05T10:00:00Z"}</script>'
     '<meta property="article:published_time" content="2024-03-07T10:00:00Z">'), "2024-03-05T10:00:00+00:00", "json-ld"),
    ('<meta property="article:published_time" content="2024-03-05T10:00:00Z"><time datetime="2024-03-09">9 March</time>', "2024-03-05T10:00:00+00:00", "meta"),
    ('<span itemprop="datePublished" content="2024-03-05T10:00:00Z">today</span>', "2024-03-05T10:00:00+00:00", "microdata"),
    ('<time class="updated" datetime="2024-03-09T10:00Z"></time><time class="published" datetime="2024-03-05T10:00Z"></time>', "2024-03-05T10:00:00+00:00", "time"),
    ('<h1>Title of it</h1><p class="date">5 March 2024</p>', "2024-03-05", "text"),
    ('<script>window.x={"publishedAt":"2024-03-05T10:00:00Z"}</script>', "2024-03-05T10:00:00+00:00", "script"),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"1970-01-01"}</script><time datetime="2024-03-05">x</time>', "2024-03-05", "time"),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-01-01"}</script><time datetime="2024-03-05">x</time>', "2024-03-05", "time"),
    # Dublin Core's date is any day in the life of the page; what readers see beside the headline says more.
    ('<meta name="dcterms.date" content="2024-03-12T09:00:00Z"><h1>Title of it</h1><p class="date">5 March 2024</p>', "2024-03-05", "text"),
    ('<meta name="date" content="2024-03-05T09:00:00Z"><h1>Title of it</h1><p class="date">5 March 2021</p>', "2024-03-05T09:00:00+00:00", "meta"),
    ('<meta name="date" content="03/02/2024 09:00"><h1>Title of it</h1><p class="date">March 2, 2024</p>', "2024-03-02", "text"),
    ('<meta name="date" content="2024-03-12T09:00:00Z"><span itemprop="datePublished" content="2024-03-05T10:00:00Z">today</span>', "2024-03-05T10:00:00+00:00", "microdata"),
    # A time in a comment, in a menu or among other articles is not the article's.
    ('<h1>Title of it</h1><p class="date">5 March 2024</p><ol><li class="comment"><div><time datetime="2024-03-09T10:00Z">9 March</time></div></li></ol>', "2024-03-05", "text"),
    ('<nav><time datetime="2024-03-31T10:00Z">today</time></nav><h1>Title of it</h1><p class="date">5 March 2024</p>', "2024-03-05", "text"),
    # hAtom and RDFa.
    ('<h1>Title of it</h1><abbr class="published" title="2024-03-05T10:00:00Z">some weeks ago</abbr>', "2024-03-05T10:00:00+00:00", "microdata"),
    ('<h1>Title of it</h1><abbr class="updated" title="2024-03-09T10:00:00Z">now</abbr><p class="date">5 March 2024</p>', "2024-03-05", "text"),
    ('<div property="schema:datePublished" content="2024-03-05T10:00:00Z">Tuesday</div>', "2024-03-05T10:00:00+00:00", "microdata"),
    ('<span property="dc:date dc:created" content="2024-03-05T10:00:00+01:00" datatype="xsd:dateTime">Tuesday</span>', "2024-03-05T10:00:00+01:00", "microdata"),
    ('<h1>Title of it</h1><abbr itemprop="datePublished" class="published" title="2024-03-05T10:00:00+01:00">10:00</abbr>', "2024-03-05T10:00:00+01:00", "microdata"),
    # In words where machines read, and which number is the month.
    ('<meta property="article:published_time" content="March 5, 2024">', "2024-03-05", "meta"),
    ('<meta property="article:published_time" content="Mar 5, 2024 2:30 PM">', "2024-03-05T14:30:00+00:00", "meta"),
    ('<meta name="published_at" content="5 mars 2024">', "2024-03-05", "meta"),
    # What elements keep for scripts stands behind what readers see.
    ('<h1>Title of it</h1><span class="ago" data-timestamp="1709649000">weeks ago</span>', "2024-03-05T14:30:00+00:00", "script"),
    ('<h1>Title of it</h1><relative-time datetime="2024-03-05T10:00:00Z">weeks ago</relative-time>', "2024-03-05T10:00:00+00:00", "script"),
    ('<h1>Title of it</h1><p class="date">5 March 2024</p><div data-date="2024-03-30">advertisement</div>', "2024-03-05", "text"),
    # Lines that say what their date is.
    ('<h1>Title of it</h1><p>Last updated: 9 March 2024</p><p>Published: 5 March 2024</p>', "2024-03-05", "text"),
    ('<h1>Title of it</h1><div>Last updated: 9 March 2024<br>Published: 5 March 2024<br>Read 61 times</div>', "2024-03-05", "text"),
    ('<h1>Title of it</h1><p>Last updated: 9 March 2024, published 5 March 2024</p>', "2024-03-05", "text"),
    ('<h1>Title of it</h1><p>The hall as it was on the morning of the great flood that came up the quay, 24 February 2024</p><p>Ivo Lind, 5 March 2024</p>', "2024-03-05", "text"),
    # Scripts whose keys stand without marks, days without hyphens.
    ('<script>var page = {firstPublicationDate: "20240305", id: 7}</script>', "2024-03-05", "script"),
    # JSON-LD that no parser takes.
    ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"The "great" move",\n"datePublished":"2024-03-05T10:00:00Z",\n"author":{"name":"M"}}</script>', "2024-03-05T10:00:00+00:00", "json-ld"),
    ('<script type="application/ld+json">{"@type":"Article", // ours\n"datePublished":"2024-03-05T10:00:00Z"}</script>', "2024-03-05T10:00:00+00:00", "json-ld"),
    # A time in UTC, where the page gives others in its own offset.
    ('<meta property="article:published_time" content="2024-03-05T02:10:00Z"><time datetime="2024-03-04T21:10:00-05:00">4 March</time>', "2024-03-04T21:10:00-05:00", "meta"),
    ('<meta property="article:published_time" content="2024-03-05T02:10:00Z"><script>x({"at":"2024-03-04T21:10:00-05:00"})</script>', "2024-03-04T21:10:00-05:00", "meta"),
    ('<meta property="article:published_time" content="2024-03-05T02:10:00Z"><h1>Title of it</h1><p class="date">March 4, 2024, 9:10 pm</p>', "2024-03-04T21:10:00-05:00", "meta"),
    ('<meta property="article:published_time" content="2024-03-05T02:10:00Z"><h1>Title of it</h1><p class="date">March 4, 2024, 9:17 pm</p>', "2024-03-05T02:10:00+00:00", "meta"),
    ('<meta property="og:locale" content="en_US"><meta property="article:published_time" content="2024-03-05T02:10:00Z"><h1>Title of it</h1><p class="date">March 4, 2024</p>',
     "2024-03-04T21:10:00-05:00", "meta"),
    ('<meta property="og:locale" content="en_US"><meta property="article:published_time" content="2024-03-05T02:10:00Z">', "2024-03-05T02:10:00+00:00", "meta"),
    ('<meta property="article:published_time" content="2024-03-05T02:10:00Z"><time datetime="2019-03-04T21:10:00-05:00">old</time>', "2024-03-05T02:10:00+00:00", "meta"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected", "source"), PUBLISHED)
def test_the_order_of_sources(html: str, expected: str, source: str) -> None:
    article = extract(
        f"<html><body>{html}<p>Words of an article that is here.</p></body></html>".encode(),
        now=datetime(2024, 4, 1, tzinfo=UTC),
    )
    assert article.published is not None
    assert (article.published.to_text(), article.provenance["published"]) == (expected, source)


def test_the_address_names_the_day_and_the_page_the_time() -> None:
    html = b"<html lang=en><body><h1>Title of it</h1><p>March 5, 2024, 14:30</p><p>Words of an article that is here.</p></body></html>"
    article = extract(html, "https://a.example/2024/03/05/title")
    assert article.published is not None
    assert article.published.to_text() == "2024-03-05T14:30:00+00:00"


def test_a_title_that_ends_with_the_day() -> None:
    html = b"<html lang=en><head><title>Title of it | Herald | 5 March 2024</title></head><body><h1>Title of it</h1><p>Words of an article.</p></body></html>"
    article = extract(html, "https://a.example/title")
    assert article.published is not None
    assert (article.published.to_text(), article.provenance["published"]) == ("2024-03-05", "title")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "2024-03-05"), ("en-US", "2024-03-05"), ("en-GB", "2024-05-03"), ("fr", "2024-05-03")],
)
def test_the_language_tells_which_number_is_the_month(language: str, expected: str) -> None:
    html = f"<html lang={language}><meta property='article:published_time' content='3/5/2024'><body><p>Words of it.</p></body></html>"
    article = extract(html.encode(), "https://a.example/title")
    assert article.published is not None
    assert article.published.to_text() == expected


def test_the_country_gives_the_zone_where_no_outlet_does() -> None:
    assert zone_of_host("www.zeitung.de") == BERLIN
    assert zone_of_host("diario.com.ar") == ZoneInfo("America/Argentina/Buenos_Aires")
    assert zone_of_host("news.example.com") is None
    html = b'<meta property="article:published_time" content="2024-03-05T23:30:00Z"><p>Words of an article that is here.</p>'
    article = extract(html, "https://www.zeitung.de/a")
    assert article.published is not None
    assert article.published.to_text() == "2024-03-06T00:30:00+01:00"


@given(st.text(max_size=150))
def test_any_text_is_a_date_or_none(text: str) -> None:
    parse_moment(text, BERLIN)
    find_written(text, "en", BERLIN)
