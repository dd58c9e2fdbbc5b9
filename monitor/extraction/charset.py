"""Which charset a page is in: the browser's order of trust, and the content where that is provably wrong.

The order is the Encoding and HTML standards' (https://html.spec.whatwg.org/#determining-the-character-encoding): a byte
order mark, the HTTP header, `<meta>`, the XML declaration, the content. Two departures, where a browser would show
rubbish: bytes that are UTF-8 throughout with many sequences are UTF-8 whatever single-byte charset is claimed, and
bytes that break UTF-8 often are not UTF-8 although it is claimed.
"""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from monitor.extraction.sniffing import sniff

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# A page begins with a bracket; with a zero beside it in UTF-16 and in nothing else, whatever label it has.
ZEROS = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))

# The Encoding standard's labels that Python reads otherwise or not at all, by the codec that reads what browsers read.
LABELS = {
    **dict.fromkeys(
        (
            "iso-8859-1",
            "iso8859-1",
            "iso88591",
            "latin1",
            "latin-1",
            "l1",
            "ascii",
            "us-ascii",
            "ansi_x3.4-1968",
            "x-cp1252",
            "windows-1252",
            "cp1252",
            "x-user-defined",
            "ansi",
            "iso_8859-1",
        ),
        "cp1252",
    ),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese", "csgb2312", "gb18030", "cp936"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "ms932", "cp932"), "cp932"),
    **dict.fromkeys(
        ("euc-kr", "ks_c_5601-1987", "ks_c_5601-1989", "korean", "windows-949", "ksc5601", "uhc", "cp949"), "cp949"
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5"), "big5hkscs"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("iso-8859-9", "latin5", "l5", "windows-1254", "x-cp1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874", "dos-874"), "cp874"),
    **dict.fromkeys(("windows-1250", "x-cp1250"), "cp1250"),
    **dict.fromkeys(("windows-1251", "x-cp1251", "win-1251"), "cp1251"),
    **dict.fromkeys(("utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "utf-8", "utf_8"), "utf-8"),
    # A page that could say this in ASCII is not UTF-16.
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2", "iso-10646-ucs-2"), "utf-8"),
    **dict.fromkeys(("iso-8859-8-i", "logical", "iso-8859-8", "visual"), "iso8859-8"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac_cyrillic"),
    **dict.fromkeys(("macintosh", "x-mac-roman", "mac"), "mac_roman"),
}
NAMES = {
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp1258": "windows-1258",
    "cp874": "windows-874",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
}
MULTIBYTE = {"utf-8", "gb18030", "cp932", "cp949", "big5hkscs", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"}
ASCII_UNSAFE = (
    "utf_7",
    "utf_16",
    "utf_32",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
    "hz",
    "cp037",
    "cp500",
)
META = re.compile(rb"<meta[^>]{0,400}?charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE)
COMMENT = re.compile(rb"<!--.{0,4000}?-->", re.DOTALL)
XML = re.compile(rb"^\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}[\"']([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE)
PRESCAN = 4096  # bytes; browsers look at 1024, many pages name their charset later
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")


@frozen
class Decoded:
    """A page's text, the charset it was read in (the Encoding standard's name) and what that trusts."""

    text: str
    charset: str
    source: str  # bom, http, meta, xml, content


def codec_of(label: str | bytes | None) -> str | None:
    """Python's codec for a charset label, None where no page can be in it."""
    if not label:
        return None
    text = label.decode("ascii", "replace") if isinstance(label, bytes) else label
    text = text.strip().strip("\"'").lower()
    if text in LABELS:
        return LABELS[text]
    try:
        info = codecs.lookup(text)
    except (LookupError, ValueError):
        return None
    textual = getattr(info, "_is_text_encoding", True)
    return info.name if textual and not info.name.replace("-", "_").startswith(ASCII_UNSAFE) else None


def declared(html: bytes, http: str | None) -> tuple[str | None, str]:
    """The codec that the page claims by the browser's order of trust, and who claims it."""
    head = html[:PRESCAN]
    if told := codec_of(http):
        return told, "http"
    meta = META.search(COMMENT.sub(b"", head))
    if meta and (codec := codec_of(meta.group(1))):
        return codec, "meta"
    xml = XML.search(head)
    if xml and (codec := codec_of(xml.group(1))):
        return codec, "xml"
    return None, "content"


def decode(html: bytes, http: str | None = None) -> Decoded:
    """Decode a page; `http` is the charset of its Content-Type. Never fails: what cannot be read is U+FFFD."""
    for mark, marked in BOMS:
        if html.startswith(mark):
            return _read(html[len(mark) :], marked, "bom")
    for beginning, wide in ZEROS:
        if html.startswith(beginning):
            return _read(html, wide, "http" if "16" in (http or "") else "content")
    codec, source = declared(html, http)
    try:
        text = html.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_not_utf8(html, codec, source)
    if html.isascii() and codec != "iso2022_jp":
        return Decoded(text, NAMES.get(codec or "utf-8", codec or "utf-8"), source)
    # A legacy text that happens to be valid UTF-8 has a handful of such sequences, by chance, and no more.
    if codec in (None, "utf-8") or len(UTF8_SEQUENCE.findall(html[:200_000])) >= 8:
        return Decoded(text, "utf-8", source if codec == "utf-8" else "content")
    return _read(html, codec or "utf-8", source)


def _decode_not_utf8(html: bytes, codec: str | None, source: str) -> Decoded:
    if codec and codec != "utf-8":
        return _read(html, codec, source)
    high = len(HIGH.findall(html[:400_000]))
    good = sum(map(len, UTF8_SEQUENCE.findall(html[:400_000])))
    if good >= 0.8 * high or (codec == "utf-8" and good >= 0.5 * high):
        return _read(html, "utf-8", source)  # broken in places: cut in a sequence, or two texts joined
    return _read(html, sniff(html), "content")


def _read(html: bytes, codec: str, source: str) -> Decoded:
    text = html.decode(codec, "replace")
    return Decoded(text, NAMES.get(codec, codec), source)
