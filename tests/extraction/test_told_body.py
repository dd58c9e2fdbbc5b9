"""Pages whose text stands only in data, in a shadow tree, for readers without scripts, or in preformatted lines."""

from __future__ import annotations

import json

import pytest

from monitor.extraction import extract

URL = "https://www.herald.example/harbour/herring-hall"
HEADLINE = "Harbour council votes to rebuild the old herring hall"
PARAGRAPHS = (
    "The harbour council voted on Tuesday evening to rebuild the old herring hall, which burned down in January.",
    "The vote was closer than many had expected: nine members were for the plan, and seven were against it.",
    "“We cannot let the quay stand empty for another winter,” said Maud Carrow, who has led the council for years.",
    "Fishermen who rent boxes in the hall had asked for a cheaper roof of steel; the council chose timber instead.",
    "Work is to begin in April, once the ice has left the inner basin, and to end before the first boats land.",
)
BODY = "\n".join(PARAGRAPHS)
HTML = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
OTHER = {"title": "Tide floods the lower quay", "body": "Water stood a foot high on the lower quay on Monday night."}


def page(main: str, *, ld: object = None, data: object = None) -> bytes:
    head = f"<script type='application/ld+json'>{json.dumps(ld)}</script>" if ld else ""
    tail = f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(data)}</script>" if data else ""
    meta = "<meta property='article:published_time' content='2024-03-05T10:00:00Z'>"
    return (
        f"<html lang=en><head><meta charset=utf-8><title>{HEADLINE} | Herald</title>"
        f"<meta property='og:title' content='{HEADLINE}'>{meta}{head}</head><body>{main}{tail}</body></html>"
    ).encode()


def props(article: dict[str, object]) -> dict[str, object]:
    return {"props": {"pageProps": {"article": article, "more": [OTHER]}}}


EMPTY = "<div id='root'>Loading…</div><noscript>You need to enable JavaScript to run this app.</noscript>"
PAGES = {
    "json-ld": page(EMPTY, ld={"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(PARAGRAPHS)}),
    "paragraphs in data": page(
        EMPTY,
        data=props({"title": HEADLINE, "body": [{"type": "p", "text": p} for p in PARAGRAPHS], "related": [OTHER]}),
    ),
    "html in data": page(EMPTY, data=props({"headline": HEADLINE, "seo": {"text": BODY}, "content": HTML})),
    "shadow tree": page(f"<news-page><template shadowrootmode=open><h1>{HEADLINE}</h1>{HTML}</template></news-page>"),
    "without scripts": page(f"<h1>{HEADLINE}</h1><div class=shell></div><noscript><div>{HTML}</div></noscript>"),
    "preformatted": page(f"<h1>{HEADLINE}</h1><pre>\n" + "\n\n".join(PARAGRAPHS) + "</pre>"),
}


@pytest.mark.parametrize("name", PAGES)
def test_text_that_is_not_shown_in_paragraphs(name: str) -> None:
    article = extract(PAGES[name], URL)
    assert (article.headline, article.body) == (HEADLINE, BODY)
    assert article.kind.is_article, article.reason


def test_what_a_page_shows_is_not_replaced() -> None:
    shown = page(f"<article><h1>{HEADLINE}</h1>{HTML}</article>", data=props({"title": HEADLINE, "body": "No. " * 200}))
    article = extract(shown, URL)
    assert (article.body, article.provenance["body"]) == (BODY, "text")


@pytest.mark.parametrize(
    "data",
    [
        props({"title": "Tide floods the lower quay", "content": HTML}),  # another article's
        props({"title": HEADLINE, "related": [{"title": "Tide", "body": HTML}], "body": "Subscribe."}),
        {"title": HEADLINE, "body": ["\ud800 \x00"] * 300},
    ],
)
def test_data_that_is_not_the_articles(data: object) -> None:
    article = extract(page(EMPTY, data=data), URL)
    assert not article.body
    assert not article.kind.is_article


def test_broken_data_does_no_harm() -> None:
    broken = "<script type='application/json'>" + "[" * 5000 + "</script>"
    assert not extract(page(EMPTY + broken), URL).body
    marked = page(EMPTY, data=props({"title": HEADLINE, "content": HTML + "<p>\ud800\x00 &#0; <b"}))
    assert extract(marked, URL).body.startswith(BODY)


def test_a_title_that_a_quotation_mark_cut() -> None:
    title = 'Mayor Maud Carrow calls the new timber roof "a start"'
    html = f'<html><head><title>{title} | Herald</title><meta property="og:title" content="{title}"><meta name="twitter:title" content="{title}">'
    body = f"</head><body><div>{HTML}</div></body></html>"
    assert extract((html + body).encode(), URL).headline == title


def test_a_day_that_a_line_before_calls_that_of_a_change() -> None:
    changed = "<div class=meta><h4>Last edited</h4><ul class='timestamp'><li>15.10.2021</li></ul></div>"
    html = f"<html lang=de><body><h1>{HEADLINE}</h1><div><span>Erschienen am:</span><h2>13.10.2021</h2></div>{HTML}{changed}</body></html>"
    published = extract(html.encode(), URL).published
    assert published is not None
    assert published.date().isoformat() == "2021-10-13"
