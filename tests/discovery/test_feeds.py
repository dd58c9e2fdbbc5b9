"""Feeds of every kind to candidates, and what is no feed to a typed error."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.discovery import Channel, NotAFeed, parse_feed, read_feed
from monitor.model import Candidate

URL = "https://example.org/news/feed.xml"
NOW = datetime(2018, 5, 23, tzinfo=UTC)

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Example</title><link>https://example.org/</link>
<language>en-gb</language><image><title>Logo</title><link>https://example.org/</link></image>%s</channel></rss>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/">
<title>例</title><dc:language>ja</dc:language></channel><item rdf:about="https://example.org/1"><title>地震</title>
<link>https://example.org/1</link><dc:date>2018-05-22T08:00+09:00</dc:date><dc:creator>山田</dc:creator></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/base/" xml:lang="de">
<title>Beispiel</title>%s</feed>"""


def feed(body: str | bytes, **options: object) -> list[Candidate]:
    raw = body.encode() if isinstance(body, str) else body
    return parse_feed(raw, URL, outlet="example", now=NOW, **options)  # type: ignore[arg-type]


def rss(items: str) -> str:
    return RSS % items


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<link>https://example.org/1</link>", "https://example.org/1"),
        ("<link> /1?a=1&amp;b=2#top </link>", "https://example.org/1?a=1&b=2"),
        ("<link><![CDATA[https://example.org/1?a=1&b=2]]></link>", "https://example.org/1?a=1&b=2"),
        ("<guid>https://example.org/g</guid>", "https://example.org/g"),
        ("<guid isPermaLink='false'>12</guid>", None),
        ("<guid isPermaLink='true'>/g</guid>", "https://example.org/g"),
        ("<guid isPermaLink='false'>https://example.org/g</guid>", "https://example.org/g"),
        ("<link/><guid>https://example.org/g</guid>", "https://example.org/g"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>ftp://example.org/1</link>", None),
        ("<link>https://user:word@example.org/1</link>", None),
        ("<link>http://[::1</link>", None),
        ("<title>Nothing else</title>", None),
        (
            (
                "<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='self' href='https://example.org/feed'/>"
                "<link>https://example.org/1</link>"
            ),
            "https://example.org/1",
        ),
        (
            (
                "<link>https://proxy.example/x</link><f:origLink xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'>"
                "https://example.org/1</f:origLink>"
            ),
            "https://example.org/1",
        ),
    ],
)
def test_rss_takes_the_articles_own_address(item: str, expected: str | None) -> None:
    found = feed(rss(f"<item>{item}</item>"))
    assert [candidate.url for candidate in found] == ([expected] if expected else [])


def test_every_item_keeps_its_own_title_whatever_else_is_called_title() -> None:
    items = "".join(
        f"<item><media:content><media:title>Picture {n}</media:title></media:content><media:title>Photo</media:title>"
        f"<title>Story {n}</title><link>/{n}</link><source url='x'><title>Wire</title></source></item>"
        for n in range(3)
    )
    assert [candidate.headline for candidate in feed(rss(items))] == ["Story 0", "Story 1", "Story 2"]


def test_an_item_without_title_gets_none_from_its_neighbours() -> None:
    found = feed(rss("<item><title>One</title><link>/1</link></item><item><link>/2</link></item>"))
    assert [candidate.headline for candidate in found] == ["One", None]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Minister &amp;amp; Rat", "Minister & Rat"),
        ("<![CDATA[He said: <b>no</b>]]>", "He said: no"),
        ("&lt;p&gt;Paragraph&lt;/p&gt;", "Paragraph"),
        ("a\n  b\tc", "a b c"),
        ("1 &lt; 2", "1 < 2"),
        ("گزارش&zwnj;ها", "گزارش\u200cها"),
        ("Caf&eacute; &nbsp;au lait", "Café au lait"),
        ("AT&T", "AT&T"),
    ],
)
def test_titles_are_plain_text(title: str, expected: str) -> None:
    assert feed(rss(f"<item><title>{title}</title><link>/1</link></item>"))[0].headline == expected


def test_rdf_has_its_items_beside_the_channel() -> None:
    (found,) = feed(RDF)
    assert (found.url, found.headline, found.language) == ("https://example.org/1", "地震", "ja")
    assert found.published
    assert found.published.isoformat() == "2018-05-22T08:00:00+09:00"
    assert found.authors == ("山田",)


def test_atom_with_base_language_and_its_several_links() -> None:
    entry = """<entry><title type="html">Der &amp;lt;b&amp;gt;Titel&amp;lt;/b&amp;gt;</title>
      <link rel="self" href="self"/><link rel="alternate" type="application/json" href="x.json"/>
      <link rel="alternate" type="text/html" href="artikel/1"/><id>urn:1</id><updated>2018-05-22T10:00:00Z</updated>
      <published>2018-05-22T09:00:00+02:00</published><author><name>Eva Muster</name></author></entry>
      <entry xml:base="other/" xml:lang="fr"><title>Deux</title>
      <link href="2"/><updated>2018-05-21T10:00:00Z</updated></entry>"""
    one, two = feed(ATOM % entry)
    assert (one.url, one.headline, one.language) == ("https://example.org/base/artikel/1", "Der Titel", "de")
    assert one.authors == ("Eva Muster",)
    assert one.published
    assert one.published.isoformat() == "2018-05-22T09:00:00+02:00"
    assert (two.url, two.language) == ("https://example.org/base/other/2", "fr")
    assert two.published == two.modified == datetime(2018, 5, 21, 10, tzinfo=UTC)


def test_atom_without_a_link_falls_back_to_an_identifier_that_is_an_address() -> None:
    found = feed(ATOM % "<entry><title>x</title><id>https://example.org/7</id></entry>")
    assert [candidate.url for candidate in found] == ["https://example.org/7"]


def test_a_feed_says_whose_it_is() -> None:
    atom = ATOM % "<link rel='self' href='/feed'/><link rel='alternate' href='../'/><entry/>"
    own = {"title": "Case", "home_page_url": "/home", "language": "it", "items": []}
    assert [read_feed(body.encode(), URL)[0] for body in (rss(""), RDF, atom, json.dumps(own))] == [
        Channel(name="The Example", homepage="https://example.org/", language="en-gb"),
        Channel(name="例", homepage="https://example.org/", language="ja"),
        Channel(name="Beispiel", homepage="https://example.org/", language="de"),
        Channel(name="Case", homepage="https://example.org/home", language="it"),
    ]
    assert read_feed(b"<rss><channel/></rss>", URL) == (Channel(), [])
    with pytest.raises(NotAFeed):
        read_feed(b"<html><title>x</title>", URL)


@pytest.mark.parametrize(
    "body", [rss("<item><link>/1</link></item>"), RDF, '{"title": "Case", "items": [{"id": "/2", "url": "/2"}]}']
)
def test_what_a_feed_says_of_itself_comes_with_what_it_announces(body: str) -> None:
    channel, announced = read_feed(body.encode(), URL)
    assert channel.name
    assert len(announced) == 1
    assert announced == parse_feed(body.encode(), URL, outlet="")


def test_json_feed() -> None:
    items = [
        {
            "id": "1",
            "url": "/a",
            "title": "One",
            "date_published": "2018-05-22T10:00:00+03:00",
            "authors": [{"name": "A"}],
        },
        {"id": "https://example.org/b", "title": "\ud800Two", "language": "he"},
        {"title": "no link"},
        "nonsense",
    ]
    one, two = feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "language": "en", "items": items}))
    assert (one.url, one.headline, one.language, one.authors) == ("https://example.org/a", "One", "en", ("A",))
    assert (two.url, two.language) == ("https://example.org/b", "he")
    assert two.headline is not None
    two.headline.encode()


@pytest.mark.parametrize("name", ["windows-1256", "windows-1251", "shift_jis", "gb18030", "utf-16", "utf-8-sig"])
def test_the_declared_charset_is_read_even_where_the_header_claims_another(name: str) -> None:
    title = {"windows-1256": "إيران", "windows-1251": "Москва", "shift_jis": "東京"}.get(name, "北京")
    declared = "utf-8" if name == "utf-8-sig" else name
    item = f"<item><title>{title}</title><link>/1</link></item>"
    body = f'<?xml version="1.0" encoding="{declared}"?><rss><channel>{item}</channel></rss>'
    assert feed(body.encode(name), charset="iso-8859-1")[0].headline == title


def test_utf8_served_as_another_charset_is_utf8() -> None:
    body = rss("<item><title>Шамхани</title><link>/1</link></item>").replace("utf-8", "windows-1251")
    assert feed(body, charset="windows-1251")[0].headline == "Шамхани"


def test_a_cut_feed_gives_what_came_before_the_cut() -> None:
    whole = rss("".join(f"<item><title>Story {n}</title><link>/{n}</link></item>" for n in range(10)))
    found = feed(whole[: whole.index("Story 7") + 3])
    assert [candidate.headline for candidate in found][:7] == [f"Story {n}" for n in range(7)]
    assert len(found) == 7


@pytest.mark.parametrize(
    "broken",
    [
        rss("<item><title>A & B <br> c</title><link>/1?a=1&b=2</link></item>"),
        "\n\n<!-- served by x -->\n" + rss("<item><title>A</title><link>/1</link></item>"),
        "Warning: something in line 3\n" + rss("<item><title>A</title><link>/1</link></item>"),
        rss("<item><title>A\x00\x0b</title><link>/1</link></item>"),
        rss("<item><undeclared:thing>x</undeclared:thing><title>A</title><link>/1</link></item>"),
        rss("<item><title>A</title><link>/1</link></item>") + "<script>trailing</script>",
        "\ufeff" + rss("<item><title>A</title><link>/1</link></item>"),
    ],
)
def test_mildly_broken_xml_is_recovered(broken: str) -> None:
    found = feed(broken)
    assert len(found) == 1
    assert found[0].url.startswith("https://example.org/1")
    assert (found[0].headline or "").startswith("A")


def test_a_gzipped_feed_is_unpacked_and_a_gzip_bomb_is_not() -> None:
    assert feed(gzip.compress(rss("<item><link>/1</link></item>").encode()))[0].url == "https://example.org/1"
    bomb = gzip.compress(rss("<item><link>/1</link></item>").encode() + b" " * 100_000_000)
    assert [candidate.url for candidate in feed(bomb)] == ["https://example.org/1"]


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    found = feed(bomb + "<rss><channel><item><title>T &b; &x;</title><link>/1</link></item></channel></rss>")
    assert found[0].headline == "T &b; &x;"


def test_old_rss_with_its_document_type() -> None:
    kind = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/rss-0.91.dtd">'
    assert (
        len(
            feed(
                f'<?xml version="1.0"?>{kind}<rss version="0.91"><channel><item><link>/1</link></item></channel></rss>'
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (b"\x00\x00 \n", "empty"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "HTML page"),
        (b"plain words", "nothing that a feed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "nothing that a feed"),
        (b'{"items": 3}', "without a list"),
        (b'{"items": [', "is none"),
        (b"[" * 100_000, "is none"),
        (b'{"items": [], "n": ' + b"9" * 6000 + b"}", "is none"),
        (b"<urlset><url><loc>https://example.org/</loc></url></urlset>", "nothing that a feed"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: bytes, why: str) -> None:
    with pytest.raises(NotAFeed, match=why):
        feed(body)


def test_a_feed_without_items_is_a_feed() -> None:
    assert feed(rss("")) == []


def test_deep_nesting_and_many_items_are_bounded() -> None:
    deep = rss("<item><link>/1</link></item>" + "<a>" * 100_000)
    assert [candidate.url for candidate in feed(deep)] == ["https://example.org/1"]
    assert len(feed(rss("".join(f"<item><link>/{n}</link></item>" for n in range(6000))))) == 5000


def test_an_address_announced_twice_is_one_candidate() -> None:
    assert len(feed(rss("<item><link>/1</link></item><item><link>/1#comments</link></item>"))) == 1


def test_authors_of_rss() -> None:
    item = "<item><link>/1</link><author>desk@example.org (Ann Ode)</author><dc:creator>Bo Ek</dc:creator></item>"
    assert feed(rss(item))[0].authors == ("Bo Ek", "Ann Ode")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<rss><channel>", b"<feed>", b'{"items":[', b"\x1f\x8b\x08", b"\xff\xfe"]),
)
def test_any_bytes_give_candidates_or_not_a_feed(body: bytes, start: bytes) -> None:
    try:
        found = feed(start + body)
    except NotAFeed:
        return
    for candidate in found:
        assert candidate.url.startswith(("http://", "https://"))
        (candidate.headline or "").encode()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=6), st.integers(0, 2000))
def test_titles_belong_to_their_items_wherever_the_feed_is_cut(titles: list[str], cut: int) -> None:
    items = "".join(f"<item><title>{n} {escape(t)}</title><link>/{n}</link></item>" for n, t in enumerate(titles))
    body = rss(items).encode("utf-8", "replace")[: 200 + cut]
    try:
        found = feed(body)
    except NotAFeed:
        return
    for candidate in found:
        number = candidate.url.rpartition("/")[2]
        # The address of the last item may be cut as well.
        assert (candidate.headline or number).startswith(number)
