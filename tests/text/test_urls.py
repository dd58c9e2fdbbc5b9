from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.urls import article_id, host, normalise, same_site

SAME = {
    "scheme, case, port": ["https://example.com/a/B-1", "HTTP://WWW.Example.COM:80/a/B-1", "https://example.com:443/a/B-1"],
    "fragment": ["https://example.com/a", "https://example.com/a#comments"],
    "trailing slash": ["https://example.com/a", "https://example.com/a/", "https://example.com//a//"],
    "dot segments": ["https://example.com/a/b", "https://example.com/x/../a/./b"],
    "tracking": [
        "https://example.com/a?id=7",
        "https://example.com/a?utm_source=x&id=7&utm_medium=y",
        "https://example.com/a?id=7&fbclid=IwAR0abc",
        "https://example.com/a?id=7&at_medium=RSS&at_campaign=KARANGA",
        "https://example.com/a?gclid=1&id=7&mc_cid=2",
    ],
    "order of parameters": ["https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2"],
    "session": [
        "https://example.com/a?id=7",
        "https://example.com/a;jsessionid=9A8B7C?id=7",
        "https://example.com/a?PHPSESSID=0123456789abcdef&id=7",
        "https://example.com/a?id=7&sid=0123456789abcdef0123456789abcdef",
    ],
    "channel": ["https://example.com/a-1", "https://example.com/a-1?ref=rss", "https://example.com/a-1?source=twitter"],
    "mobile": ["https://example.com/a", "https://m.example.com/a", "https://mobile.example.com/a", "https://amp.example.com/a"],
    "mobile inside": ["https://en.example.org/wiki/X", "https://en.m.example.org/wiki/X"],
    "amp": [
        "https://example.com/news/flood-12",
        "https://example.com/news/flood-12/amp",
        "https://example.com/news/flood-12/amp/",
        "https://example.com/amp/news/flood-12",
        "https://example.com/news/amp/flood-12",
        "https://example.com/news/flood-12?amp=1",
        "https://example.com/news/flood-12?outputType=amp",
        "https://example.com/news/flood-12.amp",
        "https://example-com.cdn.ampproject.org/c/s/example.com/news/flood-12",
        "https://www.google.com/amp/s/example.com/news/flood-12/amp",
    ],
    "amp with an ending": ["https://example.com/flood-12.html", "https://example.com/flood-12.amp.html"],
    "print": ["https://example.com/flood-12", "https://example.com/flood-12/print", "https://example.com/flood-12?print=1"],
    "index file": ["https://example.com/2018/05/22", "https://example.com/2018/05/22/index.html"],
    "percent-encoding": ["https://example.com/%d8%a7%d9%84", "https://example.com/%D8%A7%D9%84", "https://example.com/ال"],
    "unreserved": ["https://example.com/~a-b_c.d", "https://example.com/%7Ea%2Db%5Fc%2Ed"],
    "composed accents": ["https://example.com/caf\u00e9", "https://example.com/cafe\u0301", "https://example.com/cafe%CC%81"],
    "IDN": ["https://пример.рф/новости/1", "https://xn--e1afmkfd.xn--p1ai/новости/1", "https://ПРИМЕР.РФ/новости/1"],
    "dot after the host": ["https://example.com./a", "https://example.com/a"],
    "user": ["https://me:secret@example.com/a", "https://example.com/a"],
    "without scheme": ["//example.com/a", "https://example.com/a"],
    "spaces around": ["  https://example.com/a\n", "https://example.com/a"],
    "spaces inside": ["https://example.com/a b", "https://example.com/a%20b"],
    "tracking in the fragment": ["https://example.com/a-1-b", "https://example.com/a-1-b#utm_source=x&utm_medium=y"],
    "clicks on a bare path": ["https://example.com/", "https://example.com/?fbclid=123456", "https://example.com/?utm_id=77"],
    "form of the page": [
        "https://example.com/flood-12",
        "https://example.com/flood-12?m=1",
        "https://example.com/flood-12?mobile=true",
        "https://example.com/flood-12?view=print",
        "https://example.com/flood-12/?nonamp=1",
        "https://3g.example.com/flood-12",
    ],
    "dotted print": ["https://example.com/flood-12.html", "https://example.com/flood-12.print.html"],
    "clicks": ["https://example.com/a?id=1", "https://example.com/a?id=1&srsltid=Af9&gad_source=1&_gl=1*x"],
}  # fmt: skip

DIFFERENT = [
    ("https://example.com/story-12", "https://example.com/story-13"),
    ("https://example.com/?p=123", "https://example.com/?p=124"),
    ("https://example.com/a?id=1", "https://example.com/a?id=2"),
    ("https://example.com/a?page=2", "https://example.com/a"),
    ("https://example.com/a?y=2018", "https://example.com/a?y=2019"),
    ("https://example.com/a?sid=4711", "https://example.com/a?sid=4712"),
    ("https://example.com/a?source=4711", "https://example.com/a?source=4712"),
    ("https://example.com/a/b", "https://example.com/a%2Fb"),
    ("https://example.com/A", "https://example.com/a"),
    ("https://example.com/#!/story/1", "https://example.com/#!/story/2"),
    ("https://one.blogspot.com/a", "https://two.blogspot.com/a"),
    ("https://news.example.com/a", "https://sport.example.com/a"),
    ("http://127.0.0.1:8001/a", "http://127.0.0.1:8002/a"),
    ("https://example.com/tag/amp", "https://example.com/tag"),
    ("https://example.com/news/print", "https://example.com/news"),
    ("https://example.com/index.php?id=1", "https://example.com/index.php?id=2"),
    ("https://example.com/#/a/1", "https://example.com/#/a/2"),
    ("https://example.com/view?article=10", "https://example.com/view?article=11"),
    ("https://example.com/story;id=1", "https://example.com/story;id=2"),
    ("https://example.com/a%252Fb", "https://example.com/a%2Fb"),
    ("https://example.com/a?ref=1234", "https://example.com/a?ref=1235"),
    ("https://example.com/a?ID=1", "https://example.com/a?ID=2"),
    ("https://example.com/amp-hour-12", "https://example.com/hour-12"),
    ("https://example.com/camp/12", "https://example.com/12"),
    ("https://example.com/print/12", "https://example.com/12"),
    ("https://m.com/a", "https://m.org/a"),
    ("https://amp.dev/a", "https://www.dev/a"),
    ("https://mobile.de/a-1", "https://touch.de/a-1"),
    ("https://en.example.com/a-1", "https://fr.example.com/a-1"),
    ("https://example.com:8080/a", "https://example.com/a"),
    ("https://example.com/?campaign=777", "https://example.com/?campaign=778"),
    ("https://example.com/?rss=12", "https://example.com/?rss=13"),
    ("https://example.com/article?print=123", "https://example.com/article?print=124"),
    ("https://example.com/?ns_articleid=1", "https://example.com/?ns_articleid=2"),
    ("https://example.com/?m=1", "https://example.com/?m=2"),
    ("https://example.com/a,1.html", "https://example.com/a,2.html"),
    ("https://example.com/a.html", "https://example.com/a"),
    ("https://example.com/?1234", "https://example.com/?1235"),
    ("https://example.com/a?x=1%262", "https://example.com/a?x=1&2"),
    ("https://example.com/a?x=a+b", "https://example.com/a?x=a%2Bb"),
    ("https://example.com/..%2f12", "https://example.com/12"),
    ("https://example.com/wap/12", "https://example.com/12"),
    ("https://example.com/a?u=http://x/1", "https://example.com/a?u=http://x/2"),
    ("https://example.com/%E4%B8%AD", "https://example.com/%E6%96%87"),
    ("https://xn--80ak6aa92e.com/1", "https://apple.com/1"),
    ("https://example.com/index.html/1", "https://example.com/index.html/2"),
]


@pytest.mark.parametrize("name", SAME)
def test_one_article_has_one_identity(name: str) -> None:
    assert len({normalise(url) for url in SAME[name]}) == 1, {url: normalise(url) for url in SAME[name]}
    assert len({article_id(url) for url in SAME[name]}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_articles_stay_two(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)
    assert article_id(one) != article_id(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://news.bbc.co.uk/1", "https://www.bbc.co.uk/2", True),
        ("https://one.co.uk/", "https://two.co.uk/", False),
        ("https://a.blogspot.com/", "https://b.blogspot.com/", False),
        ("http://127.0.0.1:80/", "http://127.0.0.1/", True),
        ("http://127.0.0.1:8001/", "http://127.0.0.1:8002/", False),
        ("http://127.0.0.1/", "http://127.0.0.2/", False),
        ("http://[::1]:1/", "http://[::1]:1/x", True),
        ("http://localhost:1/", "http://localhost:2/", False),
        ("https://новости.пример.рф/", "https://xn--e1afmkfd.xn--p1ai/", True),
        ("mailto:me@example.com", "mailto:me@example.com", False),
    ],
)
def test_same_site(one: str, other: str, *, same: bool) -> None:
    assert same_site(one, other) is same


def test_host_is_spelled_one_way() -> None:
    assert host("HTTPS://Пример.РФ:8443/x") == "xn--e1afmkfd.xn--p1ai"
    assert host("http://[2001:DB8::1]/") == "2001:db8::1"
    assert host("not an address") == ""


def test_loopback_addresses_keep_scheme_and_port() -> None:
    assert normalise("http://127.0.0.1:8000/a/?utm_source=x") == "http://127.0.0.1:8000/a"


@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert len(article_id(text)) == 24
    host(text)
    same_site(text, text)


_PATHS = st.text(alphabet="abAB09-_.~%/é اя;=amprint?&#!", max_size=60)


@given(
    st.sampled_from(["http", "https", "HTTP"]), st.sampled_from(["a.com", "m.b.co.uk", "127.0.0.1:81", "[::1]"]), _PATHS
)
def test_normalising_twice_changes_nothing(scheme: str, name: str, rest: str) -> None:
    once = normalise(f"{scheme}://{name}/{rest}")
    assert normalise(once) == once
