"""One page or text, from a file, an address or standard input, read as an article."""

from __future__ import annotations

import codecs
import re
import sys
from datetime import datetime
from pathlib import Path

from attrs import evolve

from monitor.config import Config
from monitor.extraction import extract, read_text
from monitor.fetching import fetch
from monitor.model import Article, Moment, MonitorError
from monitor.outlets import Catalogue, Outlet, citable

MAX_BYTES = 20_000_000
MARKUP = re.compile(rb"<(?:!doctype|html|head|body|article|div|p|title|meta)\b", re.IGNORECASE)


class SourceError(MonitorError):
    """What was named as a source cannot be read; the message says why."""

    exit_code = 2


def is_address(source: str) -> bool:
    """True for an http(s) address."""
    return source.lower().startswith(("http://", "https://"))


def read_page(
    source: str, *, url: str | None = None, charset: str | None = None, now: datetime, config: Config
) -> Article:
    """Read the page at a path, an address or standard input (`-`).

    Raises SourceError where it cannot be read and FetchProblem where an address cannot be fetched.
    """
    if is_address(source):
        page = fetch(source, config=config)
        return extract(page.body, page.url, charset=page.charset, now=now)
    return extract(_bytes(source), url, charset=charset, now=now)


def read_article(
    source: str,
    *,
    published: Moment | None = None,
    outlet: str = "",
    now: datetime,
    config: Config,
    catalogue: Catalogue,
) -> Article:
    """Read somebody's article, HTML or plain text, for comparison; `published` and `outlet` win over the page.

    `outlet` is a slug of the catalogue, or a publisher's name as it is cited.
    Raises SourceError where the source cannot be read or holds no text.
    """
    known = find_outlet(outlet, citable(catalogue)) if outlet else None
    if not is_address(source):
        return read_given(_bytes(source), source, published=published, outlet=outlet, now=now, catalogue=catalogue)
    page = fetch(source, config=config)
    known = known or citable(catalogue).by_host(page.url.split("/")[2])
    article = extract(page.body, page.url, outlet=known, charset=page.charset, now=now)
    return _checked(article, source, published=published, outlet=outlet, known=known)


def read_given(
    body: bytes, name: str, *, published: Moment | None = None, outlet: str = "", now: datetime, catalogue: Catalogue
) -> Article:
    """Read what somebody handed over, HTML or plain text in UTF-8; `name` is what problems call it.

    Raises SourceError where it holds no text.
    """
    known = find_outlet(outlet, citable(catalogue)) if outlet else None
    return _checked(_from_bytes(body, known, now), name, published=published, outlet=outlet, known=known)


def find_outlet(name: str, catalogue: Catalogue) -> Outlet | None:
    """The outlet of a slug, or the first edition of the publisher that goes by this name."""
    if name in catalogue.outlets:
        return catalogue.outlets[name]
    folded = name.casefold()
    for outlet in catalogue.outlets.values():
        names = {outlet.name, outlet.publisher, *(n for names in outlet.cited_as.values() for n in names)}
        if folded in {each.casefold() for each in names}:
            return outlet
    return None


def _checked(article: Article, source: str, *, published: Moment | None, outlet: str, known: Outlet | None) -> Article:
    if not article.body.strip():
        raise SourceError(f"{source}: no article was found in it ({article.reason or article.kind})")
    return _with_given(article, published=published, outlet=outlet, known=known)


def _with_given(article: Article, *, published: Moment | None, outlet: str, known: Outlet | None) -> Article:
    provenance = dict(article.provenance)
    if published is not None:
        article = evolve(article, published=published)
        provenance["published"] = "given"
    if outlet or known:
        article = evolve(
            article, outlet=known.slug if known else outlet, publisher=known.publisher if known else outlet
        )
        provenance["publisher"] = "given"
    return evolve(article, provenance=provenance)


def _from_bytes(body: bytes, known: Outlet | None, now: datetime) -> Article:
    if body.startswith(b"%PDF-"):
        raise SourceError("a PDF is no page: save its text and give that")
    if MARKUP.search(body[:4096]):
        return extract(body, None, outlet=known, now=now)
    return read_text(_text(body), outlet=known)


def _text(body: bytes) -> str:
    """Plain text: UTF-16 where its mark says so, as editors on Windows write it, else UTF-8."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", errors="replace")
    text = body.decode("utf-8-sig", errors="replace")
    if text.count("\ufffd") > len(text) / 20:
        raise SourceError("the text is not in UTF-8: save it as UTF-8 and give that")
    return text


def _bytes(source: str) -> bytes:
    if source == "-":
        body = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        path = Path(source)
        if path.is_dir():
            raise SourceError(f"{source}: is a folder; give a file, an http(s) address or - for standard input")
        if not path.is_file():
            raise SourceError(f"{source}: no such file; give a file, an http(s) address or - for standard input")
        with path.open("rb") as file:
            body = file.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise SourceError(f"{source}: larger than {MAX_BYTES // 1_000_000} MB")
    return body
