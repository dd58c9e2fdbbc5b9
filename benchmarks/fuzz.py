"""Coverage-guided fuzzing of what reads bytes from the network, with atheris (not a dependency: pip install atheris).

usage: python -m benchmarks.fuzz {page,charset,feed,sitemap,date,analysis} [-runs=N] [-max_len=N] [CORPUS_DIR]

A run fails where anything but the reader's own typed error is raised, where a warning is, where the answer is not the
same the second time it is asked for (dates), or where one input takes longer than `-timeout` seconds (10 unless given).
Only the project's own modules are instrumented. Without CORPUS_DIR it starts from a few short inputs of each kind, so
that most of a run's time is spent in the reader. On a failure libFuzzer writes the input into the working folder.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["monitor.analysis", "monitor.discovery", "monitor.extraction", "monitor.language", "monitor.text"]
):
    from monitor.analysis import analyse
    from monitor.discovery import NotAFeed, NotASitemap, parse_feed, parse_sitemap
    from monitor.discovery.dates import parse_date
    from monitor.extraction import extract
    from monitor.extraction.charset import decode
    from monitor.extraction.moments import parse_moment
    from monitor.extraction.written_dates import find_written

from monitor.language import detect
from monitor.model import Article
from monitor.outlets import load_catalogue
from tests.extraction.texts import ARTICLES
from tests.quality.layouts import LAYOUTS

URL = "https://www.herald.example/2024/03/05/a-story"
LANGUAGES = ("en", "fa", "ar", "he", "de", "ru", "tr", "ja", "zh", "ko", "hi", "th", "hu", "und")
CATALOGUE = load_catalogue()
CHARSETS = (None, "utf-8", "windows-1251", "shift_jis", "gb18030", "no-such")


def page(data: bytes) -> None:
    """Any bytes give an Article whose text can be written."""
    article = extract(data, URL, charset=CHARSETS[len(data) % len(CHARSETS)])
    f"{article.headline}{article.body}{article.authors}{article.reason}".encode()
    if not article.kind.is_article and not article.reason:
        raise AssertionError("refused without a reason")


def charset(data: bytes) -> None:
    """Any bytes decode to text that can be encoded."""
    decode(data, CHARSETS[len(data) % len(CHARSETS)]).text.encode("utf-8")


def feed(data: bytes) -> None:
    """Any bytes are a feed or are said to be none."""
    with contextlib.suppress(NotAFeed):
        parse_feed(data, URL, outlet="herald")


def sitemap(data: bytes) -> None:
    """Any bytes are a sitemap or are said to be none."""
    with contextlib.suppress(NotASitemap):
        parse_sitemap(data, URL, outlet="herald")


def date(data: bytes) -> None:
    """Any text is a date or none."""
    text = data.decode("utf-8", "replace")
    found = parse_moment(text), parse_date(text)
    if found != (parse_moment(text), parse_date(text)):
        raise AssertionError("another answer the second time")
    for language in ("en", "de", "fa", "th"):
        find_written(text, language)


def analysis(data: bytes) -> None:
    """Any text is analysed, in the language that it seems to be in and in one that it is not, with the same answer."""
    text = data.decode("utf-8", "replace")
    for language in (detect(text)[0], LANGUAGES[len(data) % len(LANGUAGES)]):
        article = Article(url=URL, id=URL, body=text, language=language)
        if analyse(article, catalogue=CATALOGUE) != analyse(article, catalogue=CATALOGUE):
            raise AssertionError("another answer the second time")


TARGETS: dict[str, Callable[[bytes], None]] = {f.__name__: f for f in (page, charset, feed, sitemap, date, analysis)}


FEEDS = (
    (
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><language>en</language>"
        "<item><title>A &amp; B</title><link>/a?b=1&amp;c=2</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate>"
        "<dc:creator><![CDATA[Maud Carrow]]></dc:creator><guid isPermaLink='false'>7</guid></item></channel></rss>"
    ),
    (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fa'><entry><title type='html'>x</title><link href='/b'/>"
        "<updated>2024-03-05T10:00:00Z</updated><author><name>M</name></author></entry></feed>"
    ),
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item><title>x"
        "</title><link>http://a.example/1</link></item></rdf:RDF>"
    ),
    (
        '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/c","title":"x","date_published":'
        '"2024-03-05T10:00:00+01:00","authors":[{"name":"M"}]}]}'
    ),
)
SITEMAPS = (
    (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>"
        "<url><loc>https://a.example/1</loc><lastmod>2024-03-05</lastmod><n:news><n:publication><n:name>x</n:name>"
        "<n:language>en</n:language></n:publication><n:publication_date>2024-03-05T10:00Z</n:publication_date><n:title>y"
        "</n:title></n:news></url></urlset>"
    ),
    "<sitemapindex><sitemap><loc>/s.xml.gz</loc><lastmod>2024-03-05T10:00:00+03:30</lastmod></sitemap></sitemapindex>",
    "https://a.example/1\nhttps://a.example/2\n",
)
DATES = """\
2024-03-05T10:00:00.123+0330
Tue, 05 Mar 2024 10:00:00 GMT
1709632800
5. März 2024, 10:00 Uhr
05/03/24
۱۵ اسفند ۱۴۰۲
5 มีนาคม 2567
2024年3月5日 10時00分
March 5th, 2024 at 10 p.m. ET
20240305T100000Z
2024-065
il y a 3 heures
٥ مارس ٢٠٢٤""".splitlines()
SENTENCES = """\
“We will not,” said Mara Quist, the mayor of Port Aldara, on Tuesday. Reuters reported 12 dead, 1.5 million euros lost.
شمخانی گفت: «ما نمی‌رویم.» به گزارش خبرگزاری فارس، ۱۲ نفر در روز دوشنبه کشته شدند.
وقال الوزير سامي الخطيب لرويترز: «لن نقبل» مشيرا إلى ١٢ قتيلا يوم الثلاثاء.
„Das war es“, sagte Bürgermeisterin Anna Lind am Dienstag der dpa. 1,5 Mio. Euro fehlen.
— Мы не уйдём, — заявил Иван Петров. Об этом сообщает «Интерфакс» со ссылкой на источник, 2 млрд рублей.
山田太郎知事は5日、「中止する」と述べた。共同通信によると十二万人が避難した。
李明表示：“我们不会离开。”据新华社报道，12亿元。
홍길동 장관은 "가지 않겠다"고 말했다고 연합뉴스가 보도했다. 12만 명.
"Gitmiyoruz" dedi Bakan Ali Demir, Anadolu Ajansı'na salı günü. 1,5 milyon lira.
मंत्री ने कहा, "हम नहीं जाएंगे।" पीटीआई के अनुसार 12 लाख रुपये।""".splitlines()


def seeds(target: str) -> Path:
    """A folder with short inputs for a target: the quality tests' layouts with a paragraph each, feeds, dates."""
    pages = [make((ARTICLES[c][0], ARTICLES[c][1][:1], ""), c) for c in ("en", "fa", "ja") for make in LAYOUTS.values()]
    charsets = [page[:600].encode(c, "replace") for page in pages[::3] for c in ("utf-8", "utf-16", "cp1251", "cp932")]
    texts = {"feed": FEEDS, "sitemap": SITEMAPS, "date": DATES, "analysis": SENTENCES}.get(target, pages)
    folder = Path(tempfile.mkdtemp(prefix="fuzz-seeds-"))
    for number, seed in enumerate(charsets if target == "charset" else [text.encode() for text in texts]):
        (folder / str(number)).write_bytes(seed)
    return folder


def main() -> None:
    """Hand the command line on to libFuzzer."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        print(__doc__)
        sys.exit(2)
    warnings.simplefilter("error")
    arguments = [sys.argv[0], "-timeout=10", "-max_len=4096", *sys.argv[2:]]
    if all(a.startswith("-") for a in arguments[1:]):
        arguments.append(str(seeds(sys.argv[1])))
    atheris.Setup(arguments, TARGETS[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
