"""Header, mark, meta, XML declaration and content, agreeing and not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.extraction.charset import codec_of, decode

RUSSIAN = "Совет города решил перенести рыбный рынок на северный причал, сообщили журналистам."
GERMAN = "Der Rat verlegt den Fischmarkt – für 3 Millionen € – an den Nordkai, sagte Frau Müßig."
JAPANESE = "港町の市議会は火曜日、魚市場を北埠頭へ移すことを決めた。賛成は七、反対は五だった。"
CHINESE = "滨海市议会星期二投票决定，把有一百多年历史的鱼市搬到北码头，结束了四年的争论。"
TAIWAN = "濱海市議會星期二投票決定，把有一百多年歷史的魚市搬到北碼頭，結束了四年的爭論。"
KOREAN = "항구 도시 의회는 화요일 백 년이 넘은 어시장을 북부두로 옮기기로 의결했다고 밝혔다."
PERSIAN = "شورای شهر بندری تصویب کرد که بازار ماهی صدساله به اسکله شمالی برود و بحث پایان یافت.".replace(
    "ی", "ي"
)  # the charset has no Persian ye
HEBREW = "מועצת עיר הנמל החליטה להעביר את שוק הדגים בן מאה השנים לרציף הצפוני של העיר."
GREEK = "Το συμβούλιο της πόλης αποφάσισε να μεταφέρει την ιχθυαγορά στη βόρεια αποβάθρα."
TURKISH = "Liman kenti meclisi yüz yıllık balık halinin kuzey rıhtımına taşınmasına karar verdi, işçiler şaşırdı."
THAI = "สภาเมืองท่าลงมติเมื่อวันอังคารให้ย้ายตลาดปลาที่มีอายุกว่าร้อยปีไปยังท่าเรือด้านเหนือ"
POLISH = "Rada miasta portowego zdecydowała o przeniesieniu stuletniej hali rybnej, żeby zakończyć czteroletni spór."


def page(text: str, *, meta: str = "", xml: str = "") -> str:
    declaration = f'<?xml version="1.0" encoding="{xml}"?>' if xml else ""
    head = f'<meta charset="{meta}">' if meta else ""
    return f"{declaration}<html><head>{head}</head><body><p>{text}</p></body></html>"


# text, true codec, HTTP header, byte order mark, meta, XML declaration, what decides
TRUST = [
    (GERMAN, "utf-8", "utf-8", b"", "utf-8", "", "http"),
    (RUSSIAN, "cp1251", "windows-1251", b"", "utf-8", "", "http"),
    (RUSSIAN, "cp1251", "windows-1251", b"", "koi8-r", "utf-8", "http"),
    (RUSSIAN, "koi8-r", "koi8-r", b"", "windows-1251", "windows-1251", "http"),
    (GERMAN, "utf-8", "windows-1251", codecs.BOM_UTF8, "gb18030", "", "bom"),
    (RUSSIAN, "utf-16-le", "utf-8", codecs.BOM_UTF16_LE, "windows-1251", "", "bom"),
    (RUSSIAN, "utf-16-be", "", codecs.BOM_UTF16_BE, "", "", "bom"),
    (RUSSIAN, "cp1251", "", b"", "windows-1251", "koi8-r", "meta"),
    (JAPANESE, "cp932", "nonsense-8", b"", "Shift_JIS", "utf-8", "meta"),
    (KOREAN, "cp949", "", b"", "euc-kr", "", "meta"),
    (CHINESE, "gb18030", "", b"", "gb2312", "", "meta"),
    (PERSIAN, "cp1256", "", b"", "windows-1256", "", "meta"),
    (RUSSIAN, "koi8-r", "", b"", "", "koi8-r", "xml"),
    (GERMAN, "cp1252", "iso-8859-1", b"", "", "", "http"),
    (GERMAN, "cp1252", "", b"", "latin1", "", "meta"),
    (GERMAN, "cp1252", "us-ascii", b"", "utf-8", "", "http"),
    (TURKISH, "cp1254", "iso-8859-9", b"", "", "", "http"),
    (THAI, "cp874", "", b"", "tis-620", "", "meta"),
    # what claims UTF-16 in ASCII is UTF-8, as browsers read it
    (GERMAN, "utf-8", "", b"", "utf-16", "", "meta"),
    # where every claim is provably wrong the content decides
    (RUSSIAN, "utf-8", "windows-1252", b"", "windows-1251", "", "content"),
    (RUSSIAN, "cp1251", "utf-8", b"", "utf-8", "", "content"),
    (GERMAN * 3, "utf-8", "", b"", "", "", "content"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codec", "http", "mark", "meta", "xml", "decides"), TRUST)
def test_the_order_of_trust(text: str, codec: str, http: str, mark: bytes, meta: str, xml: str, decides: str) -> None:
    decoded = decode(mark + page(text, meta=meta, xml=xml).encode(codec), http or None)
    assert text in decoded.text
    assert decoded.source == decides


CYRILLIC = {"windows-1251": "cp1251", "koi8-r": "koi8-r", "iso-8859-5": "iso8859-5", "ibm866": "cp866"}


@pytest.mark.parametrize("true", CYRILLIC)
@pytest.mark.parametrize("false", CYRILLIC)
def test_of_three_that_disagree_the_header_decides_then_meta_then_xml(true: str, false: str) -> None:
    """The standard's order, for each pair of charsets that any bytes can be in."""
    codec = CYRILLIC[true]
    claims: list[tuple[str | None, str, str, str]] = [
        (true, false, false, "http"), (None, true, false, "meta"), ("no-such", true, false, "meta"), (None, "", true, "xml"),
        ("", "no-such", true, "xml"),
    ]  # fmt: skip
    for http, meta, xml, decides in claims:
        decoded = decode(page(RUSSIAN, meta=meta, xml=xml).encode(codec), http)
        assert (RUSSIAN in decoded.text, decoded.source) == (True, decides), (http, meta, xml)


@pytest.mark.parametrize("claim", ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "ISO_8859-1", "l1"])
@pytest.mark.parametrize("place", ["http", "meta", "xml"])
def test_where_latin_1_is_claimed_windows_1252_is_meant(claim: str, place: str) -> None:
    given = {place: claim}
    html = page(GERMAN, meta=given.get("meta", ""), xml=given.get("xml", "")).encode("cp1252")
    decoded = decode(html, given.get("http"))
    assert (GERMAN in decoded.text, decoded.charset) == (True, "windows-1252")


@pytest.mark.parametrize(("codec", "http"), [("utf-16-le", "utf-16"), ("utf-16-be", "UTF-16BE"), ("utf-16-le", None)])
def test_utf_16_without_a_mark(codec: str, http: str | None) -> None:
    decoded = decode(page(RUSSIAN).encode(codec), http)
    assert (RUSSIAN in decoded.text, decoded.source) == (True, "http" if http else "content")


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_mark_outdoes_every_claim(mark: bytes) -> None:
    codec = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    decoded = decode(mark + page(RUSSIAN, meta="koi8-r", xml="ibm866").encode(codec), "windows-1251")
    assert (RUSSIAN in decoded.text, decoded.source, decoded.charset) == (True, "bom", codec)


SILENT = [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp"), (CHINESE, "gb18030"), (TAIWAN, "big5"),
          (KOREAN, "cp949"), (PERSIAN, "cp1256"), (HEBREW, "cp1255"), (GREEK, "cp1253"), (THAI, "cp874"), (GERMAN, "cp1252")]  # fmt: skip


@pytest.mark.parametrize(("text", "codec"), SILENT)
def test_a_page_that_declares_nothing_is_read_by_its_content(text: str, codec: str) -> None:
    assert text in decode(page(text).encode(codec)).text


@pytest.mark.parametrize(("text", "codec", "lang"), [(TURKISH, "cp1254", "tr"), (POLISH, "cp1250", "pl")])
def test_the_declared_language_helps_where_charsets_are_alike(text: str, codec: str, lang: str) -> None:
    html = f'<html lang="{lang}"><body><p>{text}</p></body></html>'
    assert text in decode(html.encode(codec)).text


@pytest.mark.parametrize(
    ("label", "codec"),
    [("UTF-8", "utf-8"), (" 'latin1' ", "cp1252"), ("GB2312", "gb18030"), ("ks_c_5601-1987", "cp949"), ("x-sjis", "cp932"),
     ("windows-1256", "cp1256"), ("utf-7", None), ("base64", None), ("idna", None), ("no-such", None), ("", None), (None, None)],
)  # fmt: skip
def test_labels_as_browsers_know_them(label: str | None, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_a_sequence_cut_at_the_end_does_not_change_the_charset() -> None:
    decoded = decode(page(RUSSIAN, meta="utf-8").encode()[:-1] + "б".encode()[:1])
    assert (decoded.charset, RUSSIAN in decoded.text) == ("utf-8", True)


@given(
    st.binary(max_size=600),
    st.sampled_from(
        [None, "utf-8", "windows-1251", "shift_jis", "gb18030", "euc-kr", "x-user-defined", "utf-16", "\x00"]
    ),
)
def test_any_bytes_decode_to_text_that_can_be_encoded(html: bytes, http: str | None) -> None:
    decode(html, http).text.encode("utf-8")
