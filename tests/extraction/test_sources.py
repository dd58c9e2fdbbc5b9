"""Headline, authors, agency, place, section and addresses, each rule with its table."""

from __future__ import annotations

import pytest

from monitor.extraction import extract
from monitor.extraction.agency import find_agency, find_place
from monitor.extraction.names import clean_names, is_byline, of_byline
from monitor.extraction.vocabulary import verdict

P = "<p>The council voted on Tuesday to move the market hall to the northern quay of the old harbour town.</p>" * 3
LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"%s","publisher":{"name":"The Herald"}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        ("<title>Market moves - The Herald</title>", "<h1>Market moves</h1>", "Market moves"),
        ("<title>Market moves | Politics | The Herald</title><meta property='og:site_name' content='The Herald'>", "<h1>Market moves</h1>", "Market moves"),
        ("<meta property='og:title' content='Market moves – The Herald'><meta property='og:site_name' content='The Herald'>", "", "Market moves"),
        ("<title>Market moves</title>", "<h1>The Herald</h1><h1>Market moves</h1>", "Market moves"),
        ("<title>Market moves</title>", "<h1><span class='kicker'>Harbour</span> Market moves</h1>", "Market moves"),
        ("<title>Market moves</title>", "<h1><time>5 March</time> Market moves</h1>", "Market moves"),
        (LD % "Market moves" + "<title>Fish: why the hall must go</title>", "<h1>Market moves</h1>", "Market moves"),
        (LD % "Market &amp;amp; hall move", "", "Market & hall move"),
        (LD % "The Herald", "<h1>Market moves</h1>", "Market moves"),
        ("<title>Herald - Larkport's market hall moves to the quay</title>", "<h2 class='entry-title'>Larkport's market hall moves to the quay</h2>",
         "Larkport's market hall moves to the quay"),
        (LD % "Market moves - The Herald" + "<title>Market moves</title>", "<h1>Why the council moves the market hall after all</h1>", "Market moves"),
        ("<title>The Herald | Market moves to the northern quay</title>", "<h1>The Herald | Market moves to the northern quay</h1>",
         "Market moves to the northern quay"),
        ("<title>Market moves to the quay</title>", "<h1><a href='/' rel='home'>News from Larkport's harbour</a></h1><h1>Market moves to the quay</h1>",
         "Market moves to the quay"),
        ("", "<nav><h1>Navigation and service</h1></nav><h1>Market moves to the quay</h1>", "Market moves to the quay"),
        ("", "<h1 class='visually-hidden'>You are here</h1><h1>Market moves to the quay</h1>", "Market moves to the quay"),
        ("<title>05.03.2024 - Market moves to the quay</title>", "<h1>05.03.2024 - Market moves to the quay</h1>", "Market moves to the quay"),
        ("<title>Market moves to the quay</title><meta property='og:title' content='Market moves to the quay'>", "<h1>Details</h1>",
         "Market moves to the quay"),
        ("<title>The Herald of Larkport » Blog Archive » Market moves to the quay</title>",
         "<h1>The Herald of Larkport</h1><h2>Market moves to the quay</h2>", "Market moves to the quay"),
        ("<title>Larkport | Harbour | Market moves to the quay</title><meta property='og:title' content='Market moves to the quay'>",
         "<h1>Harbour</h1>", "Market moves to the quay"),
        ("<title>Market moves to the quay - The Herald - News from the harbour</title>", "", "Market moves to the quay"),
        ("<title>Council decides that the market hall moves to the ...</title>",
         "<h2>Council decides that the market hall moves to the quay</h2>", "Council decides that the market hall moves to the quay"),
        ("<title>The Herald</title>", "<table><tr><td class='contentheading'>Market moves to the quay</td></tr></table>", "Market moves to the quay"),
        ("<title>Market moves to the quay - The Herald</title>", "<div><font size='5'><b>Market moves to the quay</b></font></div>",
         "Market moves to the quay"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_headline_by_agreement(head: str, body: str, headline: str) -> None:
    assert (
        extract(
            f"<html><head>{head}</head><body>{body}{P}</body></html>".encode(), "https://www.theherald.example/a"
        ).headline
        == headline
    )


@pytest.mark.parametrize(
    ("html", "authors"),
    [
        ('<script type="application/ld+json">{"@type":"Article","author":[{"name":"Maud Carrow"},{"name":"Ivo Lind"}]}</script>', ("Maud Carrow", "Ivo Lind")),
        ('<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Maud Carrow"}]}</script>', ("Maud Carrow",)),
        ('<meta name="author" content="Maud Carrow and Ivo Lind">', ("Maud Carrow", "Ivo Lind")),
        ('<meta property="article:author" content="https://facebook.com/maud"><a rel="author" href="/m">Maud Carrow</a>', ("Maud Carrow",)),
        ('<span itemprop="author"><span itemprop="name">Maud Carrow</span>, Harbour Editor</span>', ("Maud Carrow",)),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Maud Carrow">', ("Maud Carrow",)),
        ("<h1>Market moves</h1><p>By Maud Carrow | 5 March 2024</p>", ("Maud Carrow",)),
        ("<h1>Markt zieht um</h1><p>Von Maud Carrow und Ivo Lind</p>", ("Maud Carrow", "Ivo Lind")),
        ("<h1>Рынок переезжает</h1><p>Автор: Мод Кэрроу</p>", ("Мод Кэрроу",)),
        ("<h1>Market moves</h1><div class='author-name'>Maud Carrow</div>", ("Maud Carrow",)),
        ("<h1>Market moves</h1><div class='comment'><a rel='author' href='/x'>Somebody Else</a></div>", ()),
        (('<script type="application/ld+json">{"@type":"Article","author":{"name":"The Herald"},"publisher":{"name":"The Herald"}}</script>'
         "<h1>Market moves</h1><p>By Maud Carrow</p>"), ("Maud Carrow",)),
        ("<h1>Market moves</h1><p>Maud Carrow | 05.03.2024 - Updated: 06.03.2024</p>", ("Maud Carrow",)),
        ("<h1>Markt zieht um</h1><p>05.03.2024 - Redaktion: Maud Carrow</p>", ("Maud Carrow",)),
        ("<h1>Market moves</h1><p>Larkport | 5 March 2024</p>", ()),
        ("<h1>Market moves</h1><p>5 March 2024 · the tide was high that day and nobody came</p>", ()),
        ('<meta property="og:site_name" content="Nets & Hooks"><meta name="author" content="Nets & Hooks"><h1>Market moves</h1><p>By Maud Carrow</p>', ("Maud Carrow",)),
        ('<meta name="author" content="Maud Carrow, PhD">', ("Maud Carrow",)),
        ('<meta name="author" content="Nets & Hooks - Maud Carrow"><meta property="og:site_name" content="Nets & Hooks">', ("Maud Carrow",)),
        ('<meta name="author" content="Maud Carrow @mcarrow">', ("Maud Carrow",)),
        ('<meta property="og:site_name" content="Larkport Herald"><h1>Market moves</h1><p class="author">Larkport HeraldMarch</p><p><b>Maud Carrow</b></p>', ("Maud Carrow",)),
        ('<meta name="author" content="maud_carrow"><h1>Market moves</h1><p>By Maud Carrow</p>', ("Maud Carrow",)),
        ('<meta name="author" content="admin"><h1>Market moves</h1><p>By Maud Carrow</p>', ("Maud Carrow",)),
        ('<meta name="author" content="admin"><h1>Market moves</h1>', ("admin",)),
        ('<script type="application/ld+json">{"@type":"Article","author":[{"@type":"Organization","name":"Quay Wire"},{"@type":"Person","name":"Maud Carrow"}]}</script>',
         ("Quay Wire", "Maud Carrow")),
        (('<script type="application/ld+json">{"@graph":[{"@type":["Person","Organization"],"@id":"#p","name":"Maud Carrow"},'
         '{"@type":"Article","author":{"@id":"#p"},"publisher":{"@type":["Person","Organization"],"name":"Maud Carrow"}}]}</script>'), ("Maud Carrow",)),
        ('<script type="application/ld+json">{"@type":"Article","creator":["Maud Carrow","Ivo Lind"]}</script>', ("Maud Carrow", "Ivo Lind")),
        (("<div itemscope itemtype='https://schema.org/NewsArticle'><span itemprop='author'>Maud Carrow</span></div>"
         "<ul><li itemscope itemtype='https://schema.org/NewsArticle'><span itemprop='author'>Ivo Lind</span></li></ul>"), ("Maud Carrow",)),
        (("<div><h1>Market moves</h1><div><a rel='author' href='/m'>Maud Carrow</a>, <a rel='author' href='/i'>Ivo Lind</a></div></div>"
         "<ul><li><div><h3>Tide</h3><div><a rel='author' href='/s'>Somebody Else</a></div></div></li></ul>"), ("Maud Carrow", "Ivo Lind")),
        ("<h1>Maud Carrow and the harbour</h1><p class='author'>Maud Carrow and the harbour</p><p>By Ivo Lind</p>", ("Ivo Lind",)),
        ("<h1>Market moves</h1><p>Date: 5 March 2024<br>Author: Maud Carrow<br>Category: Harbour</p>", ("Maud Carrow",)),
        ("<h1>Market moves</h1><p>Text: Maud Carrow</p><p>Fotos: Ivo Lind</p>", ("Maud Carrow",)),
        ('<h1>Market moves</h1><script>dataLayer = [{"pageType": "article", "author": "Maud Carrow"}];</script>', ("Maud Carrow",)),
    ],
)  # fmt: skip
def test_authors_from_the_first_source_that_names_somebody(html: str, authors: tuple[str, ...]) -> None:
    assert (
        extract(f"<html><body>{html}{P}</body></html>".encode(), "https://www.theherald.example/a").authors == authors
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["By Maud Carrow, Ivo Lind"], ("Maud Carrow", "Ivo Lind")),
        (["von Maud Carrow und Ivo Lind"], ("Maud Carrow", "Ivo Lind")),
        (["Maud Carrow (mca)"], ("Maud Carrow",)),
        (["MAUD CARROW", "Maud Carrow"], ("MAUD CARROW",)),
        (["Maud Carrow, Harbour Correspondent"], ("Maud Carrow",)),
        (["Von der Heide", "Di Marco", "Loïc Le Berre"], ("Von der Heide", "Di Marco", "Loïc Le Berre")),
        (["홍길동 기자"], ("홍길동",)),
        (["https://example.org/maud", "maud@example.org", "12:30"], ()),
        (["田中 一郎、佐藤 花子"], ("田中 一郎", "佐藤 花子")),
        (["Share", "null", ""], ()),
    ],
)
def test_names_are_split_and_cleaned(given: list[str], expected: tuple[str, ...]) -> None:
    assert clean_names(given) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Maud Carrow", "Maud Carrow"),
        ("Von Maud Carrow, Larkport", "Maud Carrow, Larkport"),
        ("Par Maud Carrow | 5 mars", "Maud Carrow"),
        ("Автор: Мод Кэрроу", "Мод Кэрроу"),
        ("By Theresa May-Lind", "Theresa May-Lind"),
        ("By Maud Carrow May 5, 2024", "Maud Carrow"),
        ("By Maud Carrow Friday, March 5, 2024", "Maud Carrow"),
        ("By MAUD CARROW FOR THE HERALD", "MAUD CARROW"),
        ("Ein Beitrag von Maud Sonntag", "Maud Sonntag"),
        ("Par Loïc Le Berre le 3 mai 2024", "Loïc Le Berre"),
        ("A cura di Maud Carrow", "Maud Carrow"),
        ("Escrito por Maud Carrow", "Maud Carrow"),
        ("Tekst: Maud Carrow", "Maud Carrow"),
        ("Przez Maud Carrow", "Maud Carrow"),
        ("Ditulis oleh: Maud Carrow", "Maud Carrow"),
        ("Του Γιώργου Παππά", "Γιώργου Παππά"),
        ("Підготувала Мод Керроу", "Мод Керроу"),
        ("记者：王小明", "王小明"),
        ("記者王小明／台北報導", "王小明"),
        ("홍길동 기자 2024.03.05", "홍길동"),
        ("山田太郎 記者", "山田太郎"),
        ("بقلم: ليلى حداد", "ليلى حداد"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert is_byline(line)
    assert of_byline(line) == names


def test_a_sentence_is_no_byline() -> None:
    assert not is_byline("Text messages from the harbour")
    assert not is_byline("By the time the council met, the tide had already reached the third step of the hall.")


@pytest.mark.parametrize(
    ("authors", "body", "agency"),
    [
        (("Reuters",), "Words.", "Reuters"),
        (("Maud Carrow", "dpa"), "Words.", "dpa"),
        ((), "LARKPORT (AFP) - The council voted on Tuesday.", "AFP"),
        ((), "LARKPORT, March 5 (Reuters) - The council voted.", "Reuters"),
        ((), "МОСКВА, 5 марта. /ТАСС/. Совет проголосовал.", "TASS"),
        ((), "新华社北京3月5日电 市议会投票决定。", "Xinhua"),
        ((), "The council voted.\nThe boats left.\n(dpa/AFP)", "dpa"),
        ((), "Der Rat hat entschieden.\nQuelle: APA", "APA"),
        ((), "بيروت (رويترز) - صوت المجلس.", "Reuters"),
        ((), "Reuters reported that the council voted.", ""),
        ((), "The council (the oldest in the land) voted.", ""),
    ],
)
def test_the_agency_that_is_credited(authors: tuple[str, ...], body: str, agency: str) -> None:
    assert find_agency(authors, body) == agency


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("LARKPORT (AFP) - The council voted.", "LARKPORT"),
        ("LARKPORT, March 5 (Reuters) - The council voted.", "LARKPORT"),
        ("Berlin (dpa) - Der Rat hat entschieden.", "Berlin"),
        ("TEHRAN – The council voted.", "TEHRAN"),
        ("新华社北京3月5日电 市议会投票决定。", "北京"),
        ("The council voted - and lost.", ""),
        ("Update – the council voted.", ""),
    ],
)
def test_the_datelines_place(body: str, place: str) -> None:
    assert find_place(body) == place


@pytest.mark.parametrize(
    ("hint", "found"),
    [
        ("article-body", "body"), ("articleBody clearfix", "body"), ("entry-content", "body"), ("related-articles", "boilerplate"),
        ("has-sidebar", ""), ("no-comments", ""), ("sidebarWidget", "boilerplate"), ("wp-caption-text", "boilerplate"),
        ("author-name", "byline"), ("teaser", "tiny"), ("carousel", "weak"), ("col-md-8", ""), ("readmore", "boilerplate"), ("thread", ""),
    ],
)  # fmt: skip
def test_what_class_names_tell(hint: str, found: str) -> None:
    assert verdict(hint) == found


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="/a/market">', "https://www.theherald.example/a/market"),
        ('<link rel="canonical" href="https://other.example/a/market">', "https://other.example/a/market"),
        ('<link rel="canonical" href="https://www.theherald.example/"><meta property="og:url" content="/a/market">', "https://www.theherald.example/a/market"),
        ('<link rel="canonical" href="javascript:void(0)">', ""),
        ('<link rel="canonical" href="http://[">', ""),
        ('<base href="https://amp.theherald.example/x/"><link rel="canonical" href="market">', "https://amp.theherald.example/x/market"),
    ],
)  # fmt: skip
def test_the_address_that_the_page_declares(head: str, address: str) -> None:
    assert (
        extract(
            f"<html><head>{head}</head><body>{P}</body></html>".encode(), "https://www.theherald.example/m/1"
        ).canonical_url
        == address
    )
