"""The headline that readers see, where the page has another for search engines."""

from __future__ import annotations

import pytest

from monitor.extraction import extract
from tests.extraction.texts import ARTICLES

URL = "https://www.larkporter.example/a/7"
HEADLINE, PARAGRAPHS, _ = ARTICLES["en"]
TEXT = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
SEARCHED = "Larkport hall: what the move of the stalls costs the town"  # written for search engines
TITLE = f"<title>{SEARCHED} - The Larkporter</title>"
OG = "<meta property='og:title' content='%s'>"
LD = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","datePublished":"2024-03-05T10:00:00Z",'
    '"publisher":{"name":"The Larkporter"}}</script>'
)
HOME = "<a href=/>Start</a>"


def read(head: str, body: str) -> str:
    """The headline of a page with this head and what stands above its text."""
    return extract(
        f"<html lang=en><head>{head}</head><body>{body}<div>{TEXT}</div></body></html>".encode(), URL
    ).headline


@pytest.mark.parametrize(
    "path",
    [
        f"<nav aria-label=Breadcrumb><ul><li>{HOME}</li><li><h1>{SEARCHED}</h1></li></ul></nav>",
        f"<ul class='breadcrumb'><li>{HOME}</li><li><h1>{SEARCHED}</h1></li></ul>",
        f"<div class=top>{HOME}<h1 class=breadcrumb__headline>{SEARCHED}</h1></div>",
        f"<div class=x-breadcrumb><ul><li>{HOME}</li></ul><h1 itemprop=headline>{SEARCHED}</h1></div>",
    ],
)
@pytest.mark.parametrize(
    ("head", "seen"),
    [
        (LD % SEARCHED + OG % HEADLINE, f"<h2 class=title><span>The quay</span> <span>{HEADLINE}</span></h2>"),
        (LD % SEARCHED + OG % HEADLINE, f"<div><span class=title__headline>{HEADLINE}</span></div>"),
        (LD % HEADLINE + OG % SEARCHED, f"<h2 class=large>{HEADLINE}</h2>"),
    ],
)
def test_a_heading_in_the_pages_path_is_for_search_engines(path: str, head: str, seen: str) -> None:
    assert read(TITLE + head, f"{path}<article>{seen}</article>") == HEADLINE


def test_a_heading_in_the_path_is_taken_where_no_other_is() -> None:
    assert read(f"<title>{HEADLINE}</title>", f"<nav>{HOME}<h1>{HEADLINE}</h1></nav>") == HEADLINE


def test_a_banner_named_for_the_path_holds_the_headline() -> None:
    banner = f"<div class=breadcrumb-area><h1>{HEADLINE}</h1><ul><li>{HOME}</li></ul></div>"
    assert read(TITLE + OG % SEARCHED, banner) == HEADLINE


def test_a_teaser_of_the_article_is_not_its_headline() -> None:
    path = f"<ul class=breadcrumb><li>{HOME}</li><li><h1>{SEARCHED}</h1></li></ul>"
    teaser = f"<a href=/a/7><h3 class=teaser__headline>{SEARCHED}</h3></a>"
    seen = f"<span class=title__headline>{HEADLINE}</span>"
    assert read(TITLE + LD % SEARCHED + OG % HEADLINE, path + seen + teaser) == HEADLINE


def test_a_second_heading_that_others_are_told_goes_before_the_subject() -> None:
    assert read(TITLE + OG % HEADLINE, f"<h1>Larkport hall</h1><h2>{HEADLINE}</h2>") == HEADLINE


WHOLE = f"The quay: {HEADLINE}"


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        (f"<title>{WHOLE}</title>" + OG % WHOLE, f"<span class=kicker>The quay</span> : {HEADLINE}", WHOLE),
        (f"<title>{SEARCHED}</title>" + LD % WHOLE, f"<i class=subtitle>The quay</i> {HEADLINE}", WHOLE),
        (f"<title>{WHOLE}</title>" + OG % WHOLE, f"<span class=kicker>The quay</span> {HEADLINE}", HEADLINE),
        (f"<title>The quay - {HEADLINE}</title>", f"<span class=kicker>The quay</span> {HEADLINE}", HEADLINE),
    ],
)
def test_a_kicker_is_of_the_headline_where_the_page_joins_them(head: str, heading: str, expected: str) -> None:
    assert read(head, f"<h1>{heading}</h1>") == expected


@pytest.mark.parametrize(
    ("title", "above"),
    [
        (f"{HEADLINE} - The quay's forum", f"<h1>The quay's forum</h1><h2><a href=/t>{HEADLINE}</a></h2>"),
        (f"Gazette: {HEADLINE}", f"<font size=5><b>{HEADLINE}</b></font><br>By Maud Carrow"),
        (
            f"The Gazette of the coast - {HEADLINE}",
            f"<table><tr><td><b><font size=5>{HEADLINE}</font></b></td></tr></table>",
        ),
        (f"{HEADLINE} - 5 March 2024 - Coast", f"<div class=eTitle><div>11:20 </div>{HEADLINE}</div>"),
        (f"{HEADLINE} - The quay", f"<h1>{HEADLINE}</h1><h2>The quay</h2>"),
    ],
)
def test_a_title_that_holds_more_than_the_headline(title: str, above: str) -> None:
    assert read(f"<title>{title}</title>", above) == HEADLINE
