"""The whole way from bytes to an Article."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from monitor.extraction import extract
from monitor.model import Candidate, Kind, Moment
from monitor.outlets import Outlet
from tests.extraction.pages import article_page, json_ld
from tests.extraction.texts import ARTICLES

URL = "https://www.larkport-herald.example/harbour/fish-market-moves"


def outlet(**fields: object) -> Outlet:
    given = {"slug": "herald", "name": "The Larkport Herald", "publisher": "herald", "languages": ("en",), "country": "GB",
             "homepage": "https://www.larkport-herald.example/", "feeds": ("https://www.larkport-herald.example/rss",)}  # fmt: skip
    return Outlet.model_validate(given | fields)


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_no_script_loses_its_text(language: str) -> None:
    headline, paragraphs, subheading = ARTICLES[language]
    article = extract(article_page(headline, paragraphs, subheading, lang=language).encode(), URL)
    assert article.kind is Kind.ARTICLE
    assert article.headline == headline
    assert article.body.split("\n") == [*paragraphs[:-1], subheading, paragraphs[-1]]
    assert article.language.split("-")[0] == language
    assert article.word_count > 20


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_a_page_that_names_nothing_is_read_by_its_form(language: str) -> None:
    headline, paragraphs, _ = ARTICLES[language]
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    html = f"<html><head><title>{headline}</title></head><body><table><tr><td><a href='/'>Start</a></td><td><b>{headline}</b>{body}</td></tr></table></body></html>"
    article = extract(html.encode(), URL)
    assert article.body.split("\n")[-len(paragraphs) :] == list(paragraphs)
    assert article.headline == headline


def test_fields_say_where_they_came_from() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    head = json_ld(
        headline=headline, datePublished="2024-03-05T14:30:00+01:00", dateModified="2024-03-06", articleSection="Harbour",
        author=[{"@type": "Person", "name": "Maud Carrow"}, {"@type": "Person", "name": "Ivo Lind"}], keywords=["fish", "council"],
        publisher={"@type": "Organization", "name": "The Larkport Herald"}, image="/quay-large.jpg",
    ) + '<link rel="canonical" href="/harbour/fish-market-moves"><meta name="description" content="The hall is to go.">'  # fmt: skip
    article = extract(article_page(headline, paragraphs, head=head).encode(), URL + "?utm_source=feed")
    assert article.published is not None
    assert article.published.to_text() == "2024-03-05T14:30:00+01:00"
    assert article.modified is not None
    assert article.modified.to_text() == "2024-03-06"
    assert article.authors == ("Maud Carrow", "Ivo Lind")
    assert article.section == "Harbour"
    assert article.keywords == ("fish", "council")
    assert article.publisher == "The Larkport Herald"
    assert article.image == "https://www.larkport-herald.example/quay-large.jpg"
    assert article.canonical_url == URL
    assert article.description == "The hall is to go."
    assert article.language_declared == "en"
    expected = {
        "published": "json-ld",
        "authors": "json-ld",
        "canonical_url": "meta",
        "description": "meta",
        "body": "text",
    }
    assert {name: article.provenance[name] for name in expected} == expected


def test_the_outlets_zone_and_the_bounds_of_time() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    page = article_page(
        headline, paragraphs, head='<meta property="article:published_time" content="2024-03-05 09:00">'
    ).encode()
    tehran = extract(page, URL, outlet=outlet(timezone="Asia/Tehran"))
    assert tehran.published == datetime(2024, 3, 5, 9, 0, tzinfo=ZoneInfo("Asia/Tehran"))
    assert tehran.outlet == "herald"
    assert tehran.country == "GB"
    late = extract(page, URL, now=datetime(2024, 3, 1, tzinfo=UTC))
    assert late.published is None


def test_the_feed_fills_what_the_page_leaves_open() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    page = f"<html><body><div>{''.join(f'<p>{p}</p>' for p in paragraphs)}</div></body></html>".encode()
    said = Candidate(
        url=URL,
        outlet="herald",
        headline=headline,
        published=Moment(2024, 3, 5, 8, 0, tzinfo=UTC),
        authors=("Maud Carrow",),
        language="en",
    )
    article = extract(page, candidate=said)
    assert (article.url, article.headline, article.authors) == (URL, headline, ("Maud Carrow",))
    assert article.published == said.published
    assert {article.provenance[name] for name in ("headline", "published", "authors")} == {"feed"}


def test_selectors_win_and_their_silence_is_told() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    html = article_page(headline, paragraphs).replace("<h1>", "<p class='own-title'>Ours: the market moves</p><h1>")
    chosen = outlet(
        selectors={
            "headline": [".own-title"],
            "authors": [".nowhere"],
            "body": ["div.article-body > p"],
            "drop": ["div.article-body > p:first-child"],
        }
    )
    article = extract(html.encode(), URL, outlet=chosen)
    assert article.headline == "Ours: the market moves"
    assert article.provenance["headline"] == article.provenance["body"] == "selector"
    assert article.provenance["selector.authors"] == "silent"
    assert article.authors == ("Maud Carrow",)
    assert paragraphs[0] not in article.body
    assert paragraphs[1] in article.body


def test_a_lead_outside_the_body_is_the_articles() -> None:
    headline, paragraphs, _ = ARTICLES["de"]
    lead = "Vier Jahre lang wurde gestritten, nun ist entschieden: Der Fischmarkt zieht an den Nordkai um."
    html = article_page(headline, paragraphs, lang="de").replace("</h1>", f"</h1><p class='article-lead'>{lead}</p>")
    assert extract(html.encode(), URL).body.split("\n") == [lead, *paragraphs]


def test_the_next_article_on_the_page_is_not_read() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    other, others, _ = ARTICLES["de"]
    second = f"<article><h1>{other}</h1>{''.join(f'<p>{p}</p>' for p in [*others, *others])}</article>"
    html = article_page(headline, paragraphs).replace("</article>", f"</article>{second}")
    assert extract(html.encode(), URL).body.split("\n") == paragraphs


def test_quotes_lists_and_preformatted_text_stay() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    extra = "<blockquote><p>“A market is its people.”</p></blockquote><ul><li>Stalls: 48 in all</li><li>Boats: 112 licensed</li></ul>"
    html = article_page(headline, paragraphs).replace(f"<p>{paragraphs[1]}</p>", f"<p>{paragraphs[1]}</p>{extra}")
    assert extract(html.encode(), URL).body.split("\n") == [
        *paragraphs[:2], "“A market is its people.”", "Stalls: 48 in all", "Boats: 112 licensed", *paragraphs[2:],
    ]  # fmt: skip


def test_paywalled_says_so() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    article = extract(
        article_page(headline, paragraphs, head=json_ld(headline=headline, isAccessibleForFree="False")).encode(), URL
    )
    assert article.partial
    assert article.kind is Kind.ARTICLE


def test_links_of_the_body_are_absolute() -> None:
    headline, paragraphs, _ = ARTICLES["en"]
    html = article_page(headline, paragraphs).replace("harbour master", "<a href='/people/rowan'>harbour master</a>")
    assert extract(html.encode(), URL).links == (
        ("https://www.larkport-herald.example/people/rowan", "harbour master"),
    )
