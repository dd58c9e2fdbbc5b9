"""What a page is, told for pages that are no articles, and never said of one that is."""

from __future__ import annotations

from collections import Counter

import pytest

from monitor.extraction import extract
from monitor.model import Candidate, Kind, Moment
from monitor.outlets import Outlet
from tests.extraction.near_pages import near_pages
from tests.extraction.no_articles import pages
from tests.extraction.pages import article_page, json_ld
from tests.extraction.site_pages import site_pages
from tests.extraction.texts import ARTICLES

SETS = {"plain": pages, "as sites build them": site_pages, "on the edge": near_pages}


@pytest.mark.parametrize("name", SETS)
def test_at_least_nineteen_of_twenty_are_told_by_kind(name: str) -> None:
    cases = list(SETS[name]())
    wrong = [(case, kind, extract(html, url).kind) for case, kind, url, html in cases]
    wrong = [(case, kind, found) for case, kind, found in wrong if kind is not found]
    assert len(cases) >= 100
    assert len(wrong) <= 0.05 * len(cases), wrong
    for kind, number in Counter(kind for _, kind, _, _ in cases).items():
        assert sum(kind is missed for _, missed, _ in wrong) <= max(2, 0.05 * number), (kind, wrong)


@pytest.mark.parametrize("name", ["en soft 404", "fa cookie wall", "ar section", "he login", "ru search"])
def test_a_refusal_says_why(name: str) -> None:
    html, url = next((html, url) for found, _, url, html in pages() if found == name)
    assert len(extract(html, url).reason) > 15


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_an_article_is_not_refused_for_what_it_is_about(language: str) -> None:
    _, paragraphs, _ = ARTICLES[language]
    for headline in (
        "404 families move house",
        "Search results for a lost ship end in joy",
        "Log in, they said: a love story of cookies and consent",
    ):
        article = extract(
            article_page(headline, [*paragraphs, *paragraphs[::-1]], lang=language).encode(),
            "https://news.example/a/search-login-404",
        )
        assert article.kind is Kind.ARTICLE, (headline, article.reason)


def test_an_article_with_a_consent_box_is_read() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    box = "<div id='cookie-consent'><p>We and our 842 partners use cookies and similar technologies to store information on your device.</p></div>"
    article = extract(
        article_page(headline, paragraphs).replace("<main>", box + "<main>").encode(), "https://news.example/a/fish"
    )
    assert (article.kind, article.body) == (Kind.ARTICLE, "\n".join(paragraphs))


def test_a_short_dispatch_is_an_article() -> None:
    head = json_ld(headline="Ferry late", datePublished="2024-03-05T10:00:00Z")
    html = f"<html><head>{head}</head><body><h1>Ferry late</h1><p>The noon ferry from Larkport was two hours late on Tuesday, the port said.</p></body></html>"
    assert extract(html.encode(), "https://news.example/a/ferry").kind is Kind.ARTICLE


def test_a_stub_before_a_paywall() -> None:
    head = json_ld(headline="The council's secret map", isAccessibleForFree=False)
    html = f"<html><head>{head}</head><body><h1>The council's secret map</h1><p>Nobody in the town hall will say who drew the map that decided the vote.</p><p>Subscribe to continue reading.</p></body></html>"
    assert extract(html.encode(), "https://news.example/a/map").kind is Kind.PAYWALL


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (b"", Kind.EMPTY), (b"  \r\n", Kind.EMPTY), (b"\xef\xbb\xbf", Kind.EMPTY),
        (b"%PDF-1.7 \x00\x01\x02", Kind.NOT_HTML), (b'{"a": 1}', Kind.NOT_HTML), (b"plain words", Kind.NOT_HTML),
        (b"<html></html>", Kind.EMPTY), (b"<html><body><p>x</p></body></html>", Kind.EMPTY), (b"<!-- -->", Kind.BROKEN),
        (b"<frameset><frame src=a></frameset>", Kind.EMPTY),
    ],
)  # fmt: skip
def test_what_is_no_page(html: bytes, kind: Kind) -> None:
    article = extract(html, "https://news.example/a")
    assert (article.kind, bool(article.reason)) == (kind, True)


def test_a_bare_cookie_wall_is_one_however_little_it_says() -> None:
    html = (
        "<html lang='nl'><title>De Haven: cookies</title><body><div role='dialog'><h1>De Haven</h1>"
        "<p>Wij gebruiken cookies om onze site te verbeteren.</p><button>Akkoord</button></div>"
        "<footer>De Haven, sinds 1921 de krant van de kade</footer></body></html>"
    )
    assert extract(html.encode(), "https://dehaven.example/nieuws/1").kind is Kind.COOKIE_WALL


def test_what_stands_behind_a_paywalls_notice_is_no_text_of_the_article() -> None:
    lead = "The harbour board has voted to close the old ferry pier after the winter, its chairwoman said on Monday."
    rest = "<p>This article is for subscribers. Subscribe to continue reading.</p><p>The Quay, daily since 1921</p>"
    page = article_page("Harbour board closes the old pier", [lead], lang="en").replace(
        "</article>", f"{rest}</article>"
    )
    article = extract(page.encode(), "https://quay.example/news/old-pier-closes")
    assert article.kind is Kind.PAYWALL
    assert article.partial
    assert article.body == lead


def test_a_long_article_goes_on_after_an_outlets_own_advertisement() -> None:
    _, paragraphs, _ = ARTICLES["en"]
    advertisement = "Subscribe now to support our reporting."
    lines = [*paragraphs, advertisement, *paragraphs[::-1], *paragraphs]
    article = extract(article_page("Pier closes", lines, lang="en").encode(), "https://quay.example/news/pier")
    assert article.kind is Kind.ARTICLE
    assert not article.partial


def test_a_front_page_is_no_article_however_long_its_teasers() -> None:
    teaser = "The board voted late on Monday after a debate of six hours in which residents spoke for and against."
    items = "".join(
        f"<div><h2><a href='/news/{n}'>Report number {n} from the harbour and its piers</a></h2><p>{teaser}</p></div>"
        for n in range(12)
    )
    html = f"<html lang='en'><title>The Quay</title><body><main>{items}</main></body></html>"
    front = extract(html.encode(), "https://quay.example/")
    assert front.kind is Kind.SECTION
    assert "front page" in front.reason


def test_a_page_that_a_feed_announced_is_missing_all_the_same() -> None:
    html, url = next((html, url) for found, _, url, html in site_pages() if found == "pl missing_friendly")
    announced = Candidate(url=url, outlet="courier", published=Moment.parse("2024-03-05T10:00:00Z"))
    assert extract(html, url, candidate=announced).kind is Kind.SOFT_404


def test_what_an_outlet_selects_is_no_list() -> None:
    html, url = next((html, url) for found, _, url, html in site_pages() if found == "pt section_blog")
    outlet = Outlet.model_validate(
        {"slug": "courier", "name": "Courier", "publisher": "courier", "homepage": "https://www.courier.example/", "country": "PT",
         "languages": ["pt"], "crawl": False, "selectors": {"body": [".entry-summary p"]}}
    )  # fmt: skip
    assert extract(html, url, outlet=outlet).kind is Kind.ARTICLE


@pytest.mark.parametrize(
    ("times", "kind"),
    [
        (("18:40", "18:05", "17:30", "16:59", "16:20", "15:45", "15:01"), Kind.LIVE_BLOG),
        (("06:15", "07:15", "08:15", "09:15", "10:15", "11:15", "12:15"), Kind.ARTICLE),
    ],
)
def test_entries_with_the_newest_first_are_a_live_blog(times: tuple[str, ...], kind: Kind) -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    entries = "".join(f"<p>{clock} {paragraphs[n % 4]} {paragraphs[(n + 1) % 4]}</p>" for n, clock in enumerate(times))
    html = f"<html><title>{headline}</title><body><h1>{headline}</h1>{entries}</body></html>"
    assert extract(html.encode(), "https://news.example/2024/03/05/market").kind is kind
