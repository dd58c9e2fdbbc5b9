"""Coverage-guided fuzzing of what reads bytes from the network, with atheris (not a dependency: pip install atheris).

usage: python -m benchmarks.fuzz {page,charset,feed,sitemap,date} [-runs=N] [-max_len=N] [CORPUS_DIR]

A run fails where anything but the reader's own typed error is raised, and libFuzzer reports what takes longer than
`-timeout` seconds. Without CORPUS_DIR it starts from the pages of tests/quality.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["monitor.extraction", "monitor.discovery"]):
    from monitor.discovery import NotAFeed, NotASitemap, parse_feed, parse_sitemap
    from monitor.extraction import extract
    from monitor.extraction.charset import decode
    from monitor.extraction.moments import parse_moment
    from monitor.extraction.written_dates import find_written

from tests.extraction.texts import ARTICLES
from tests.quality.layouts import LAYOUTS

URL = "https://www.herald.example/2024/03/05/a-story"
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
    parse_moment(text)
    for language in ("en", "de", "fa", "th"):
        find_written(text, language)


TARGETS: dict[str, Callable[[bytes], None]] = {f.__name__: f for f in (page, charset, feed, sitemap, date)}


def seeds() -> Path:
    """A folder with the quality tests' pages in three languages."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-seeds-"))
    for name, make in LAYOUTS.items():
        for lang in ("en", "fa", "ja"):
            (folder / f"{name}-{lang}").write_bytes(make(ARTICLES[lang], lang).encode())
    return folder


def main() -> None:
    """Hand the command line on to libFuzzer."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        print(__doc__)
        sys.exit(2)
    warnings.simplefilter("error")
    arguments = [sys.argv[0], *sys.argv[2:]]
    if all(a.startswith("-") for a in arguments[1:]):
        arguments.append(str(seeds()))
    atheris.Setup(arguments, TARGETS[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
