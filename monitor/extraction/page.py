"""A page as one bounded tree, read once for every field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen
from lxml import etree

from monitor.extraction.charset import decode
from monitor.model import Kind

MAX_BYTES = 4_000_000  # what follows in a larger page is not read; of a thousand news pages the largest has 3 MB
MAX_ELEMENTS = 16_000  # twice what the largest of a thousand news pages has
MAX_TAGS = 40_000  # signs of tags, opening and closing: twice what the largest of a thousand news pages has
LONG_TAG = 40_000  # characters; a parser needs seconds for a tag with tens of thousands of attributes
MANY = 20_000
MAX_SEPARATORS = 8_000  # of attributes in a long tag; one that holds a picture as text has few
TAG = re.compile(
    r"<(?:!--(?:.*?-->|.*)|script\b(?:.*?</script|.*)|style\b(?:.*?</style|.*)"
    r"|[a-zA-Z][^>=]*(?:=\s{0,9}(?:\"[^\"]*\"|'[^']*')?[^>=]*)*>?)",
    re.DOTALL | re.IGNORECASE,
)
NOT_TAGS = re.compile(r"<(?:!--|script\b|style\b)", re.IGNORECASE)
BAD_CHARACTERS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")
SEPARATED = re.compile(r"[\s/\"'](?=[^\s/\"'=>]{1,200}[\s/=>])")
MARKUP = re.compile(r"<[a-zA-Z!/?]")


class NotAPage(ValueError):  # noqa: N818  (named for what the bytes are)
    """The bytes hold no HTML; the message says what they are, `kind` what to call it."""

    def __init__(self, message: str, kind: Kind = Kind.NOT_HTML) -> None:
        super().__init__(message)
        self.kind = kind


@frozen
class Page:
    """A parsed page."""

    root: etree._Element
    url: str
    charset: str
    charset_source: str
    size: int
    cut: bool  # more followed than was read
    microdata: bool = True  # whether an attribute `itemprop` may be in it


def parse(html: bytes, url: str, charset: str | None = None) -> Page:
    """Decode and parse a page, up to MAX_BYTES.

    Raises NotAPage for bytes without any markup, such as a PDF or an empty answer.
    """
    size = len(html)
    decoded = decode(html[:MAX_BYTES], charset)
    text = decoded.text
    if not text.strip("\x00 \t\r\n\ufeff"):
        raise NotAPage("the answer is empty", Kind.EMPTY)
    if "\x00" in text or "\x0b" in text or "\x0c" in text:
        text = text.translate(BAD_CHARACTERS)
    if not MARKUP.search(text[:200_000]):
        raise NotAPage(f"no markup in {size} bytes that begin with {html[:8]!r}")
    text = _without_monstrous_tags(_cut(text))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAPage(f"no tree can be made of it: {error}", Kind.BROKEN) from error
    if root is None:
        raise NotAPage("no element in it", Kind.BROKEN)
    microdata = any(name in text for name in ("itemprop", "itemProp"))
    return Page(root, url, decoded.charset, decoded.source, size, size > MAX_BYTES, microdata)


def _cut(text: str) -> str:
    """The page up to its MAX_TAGS-th tag: a parser and every look over its tree take time for each."""
    pieces = text.split("<", MAX_TAGS) if text.count("<") > MAX_TAGS else ()
    return text[: -len(pieces[-1]) - 1] if pieces else text


def _without_monstrous_tags(text: str) -> str:
    """The page without tags whose attributes are there to make parsers slow."""
    if len(text) < 2 * LONG_TAG or not _may_be_monstrous(text):
        return text
    bad = [m.span() for m in TAG.finditer(text) if m.end() - m.start() > LONG_TAG and _is_monstrous(m.group())]
    for start, end in reversed(bad):
        text = f"{text[:start]} {text[end:]}"
    return text


def _may_be_monstrous(text: str) -> bool:
    """A quick look: a long stretch between two `<`, or more signs of tags and attributes than pages have."""
    if text.count("<") >= MANY or text.count("=") > MANY:
        return True
    begins = len(text) > LONG_TAG and text.find("<", 0, LONG_TAG + 1) < 0 and _may_be_long(text, -1)
    return begins or any(_may_be_long(text, place) for place in _stretches(text))


def _stretches(text: str) -> Iterator[int]:
    """Where a `<` stands that no other follows for more than LONG_TAG characters."""
    place = text.find("<")
    while 0 <= place < len(text) - LONG_TAG - 1:
        further = text.rfind("<", place + 1, place + LONG_TAG + 2)
        if further < 0:
            yield place
            further = text.find("<", place + LONG_TAG + 2)
        place = further


def _may_be_long(text: str, place: int) -> bool:
    return text[place + 1 : place + 2].isalpha() and text[place + 1 : place + 3].lower() not in ("sc", "st")


def _is_monstrous(tag: str) -> bool:
    return not NOT_TAGS.match(tag) and len(SEPARATED.findall(tag)) > MAX_SEPARATORS
