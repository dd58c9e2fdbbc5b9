"""Bytes from the network to a tree of elements, whatever they claim to be.

No document type ever reaches the parser: the text is cut to its root element first. So there is no entity to expand, no
file or address to fetch, and nothing that grows. What the parser still refuses is repaired once and read as far as it
goes.
"""

from __future__ import annotations

import codecs
import re
import zlib
from html import unescape
from html.entities import html5
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree
from w3lib.encoding import resolve_encoding

Element = etree._Element  # noqa: SLF001  (lxml shows its element class under no other name)

MAX_BYTES: Final = 20_000_000  # after decompression; a sitemap may have 50 MB, what lies behind this is left unread
MAX_TAGS: Final = 600_000  # signs of tags: a full sitemap's 50,000 addresses with five elements each
MAX_REPAIRS: Final = 100_000  # ampersands in XML that has to be repaired
MAX_ADDRESS: Final = 2048  # characters, as in the sitemap protocol
MAX_TEXT: Final = 1000  # characters of a headline or name

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY: Final = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};)(?:([A-Za-z][A-Za-z0-9]{1,31};))?")
_TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_VOID: Final = re.compile(r"<(?:br|hr|img|wbr)(?:\s[^<>]{0,1000})?>", re.IGNORECASE)  # HTML that nobody closes
_OWN: Final = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


def unzip(body: bytes, limit: int = MAX_BYTES) -> tuple[bytes, bool]:
    """(at most `limit` bytes, whether that is all) of a body that may be gzipped, even twice; never more in memory."""
    whole = True
    for _ in range(2):
        if not body.startswith(b"\x1f\x8b"):
            break
        reader = zlib.decompressobj(wbits=31)
        try:
            unpacked = reader.decompress(body, limit)
        except zlib.error:
            break
        whole, body = whole and reader.eof, unpacked
    return body[:limit], whole and len(body) <= limit


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a feed or sitemap: a byte order mark, then UTF-8 where it is that, then what is declared.

    Feeds are served with a wrong charset more often than they carry one: bytes beyond ASCII that are UTF-8 throughout
    are UTF-8. Never raises; what cannot be read becomes U+FFFD.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    if b"\x00" in body[:4]:
        return body.decode("utf-16-be" if body[0] == 0 else "utf-16-le", "replace")
    declared = _DECLARED.search(body[:300])
    names = [resolve_encoding(name) for name in (declared and declared[1].decode("ascii"), charset) if name]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start >= len(body) - 3:  # cut within a character
            return body.decode("utf-8", "replace")
        return body.decode(next((name for name in names if name not in (None, "utf-8")), None) or "cp1252", "replace")
    stateful = next((name for name in names if name in ("iso2022_jp", "iso-2022-jp")), None)
    return body.decode(stateful, "replace") if stateful and b"\x1b" in body else text


def parse_xml(text: str, url: str, tags: int = MAX_TAGS) -> Element | None:
    """The tree of a text that begins with its root element; None where nothing of it can be read.

    What follows the `tags`-th tag is left unread.
    """
    cut = _until(text, "<", tags)
    if len(cut) < len(text):
        return _recovered(cut, url)
    strict = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True,
                             remove_pis=True, collect_ids=False)  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), strict, base_url=url)
    except etree.XMLSyntaxError:
        return _recovered(text, url)


def _until(text: str, sign: str, most: int) -> str:
    """The text up to the sign that would be one too many."""
    if text.count(sign) <= most:
        return text
    return text[: -len(text.split(sign, most)[-1]) - 1]


def _recovered(text: str, url: str) -> Element | None:
    text = _VOID.sub(" ", _ENTITY.sub(_character, _CONTROL.sub("", _until(text, "&", MAX_REPAIRS))))
    mild = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True,
                           remove_pis=True, collect_ids=False, recover=True)  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), mild, base_url=url)
    except etree.XMLSyntaxError:
        return None


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name in _OWN:
        return match[0]
    return html5.get(name, f"&amp;{name}") if name else "&amp;"


def plain(text: str | None) -> str:
    """One line of text without markup or references, as a headline is shown; at most MAX_TEXT characters."""
    if not text:
        return ""
    text = text[: 10 * MAX_TEXT]
    if "&" in text or "<" in text:
        text = unescape(_TAG.sub(" ", unescape(text)))
    return " ".join(_CONTROL.sub(" ", text).split())[:MAX_TEXT]


def address(link: str | None, base: str) -> str | None:
    """An absolute http(s) address without fragment and credentials, or None where the link is none."""
    link = _CONTROL.sub("", (link or "").strip()).replace("&amp;", "&")
    if not link or len(link) > MAX_ADDRESS:
        return None
    try:
        whole = link.startswith(("http://", "https://"))
        absolute = (link if whole else urljoin(base, link)).partition("#")[0]
        parts = urlsplit(absolute)
        _ = parts.port
    except ValueError:
        return None
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or "@" in parts.netloc
        or len(absolute) > MAX_ADDRESS
    ):
        return None
    return "".join(absolute.split())
