"""Credit lines and datelines: `(Reuters) -`, `Source: AFP`, `【ジュネーブ時事】`, `МОСКВА, 15 янв — РИА Новости`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.cited.citing import Words
from monitor.text.folded import Token, tokens

SHORT_LINE = 16  # words of a credit line
_FAR = 10  # words between `photo` and whose it is: a photographer's name, a number
_SHORTEST = 4  # words of a caption
_SITE = regex.compile(r"\.(?:com?|id|net|org|news|tv|info)\b(?:\.\w\w\b)?", regex.IGNORECASE)
_PLACE_BEFORE = regex.compile(r"^(?:\p{Lu}[\p{L}. ]{1,24},\s)?$")
_PLACE_BEHIND = regex.compile(r"^(?:,\s\p{Lu}[\p{L}. ]{1,24})?\s[—–-]{1,2}\s")
_DATELINE = regex.compile(r"^(?:[^.!?\n]|\b(?:\p{L}{1,5}|\d{1,2})\.){0,60}[(\[/]\s*$")
_DESK = regex.compile(r"^(?: (?!(?i:fot|phot|bild|imag|pict|vid|arch|via))\p{Lu}\p{L}{3,12})?\s?[)\]/]")  # CNN Business
_IN_BRACKETS = regex.compile(r"[(\[（]([^()\[\]（）.]{1,30})$")
_OPENED = regex.compile(r"^\s?[(\[（【〔](?:[^()\[\]（）【】〔〕。]{0,24}?[\s=＝/・·,、\d\p{Han}\p{Kana}])?$")
_CLOSED = regex.compile(
    r"^(?:[=＝/・·,、][^()\[\]（）【】〔〕。]{1,16}|\s\p{Lu}[\p{L} ]{2,20}|"
    r"[^()\[\]（）【】〔〕。]{0,14}[电電讯訊])?[)\]）】〕]\s?(?=\S)"
)
_CITY = (
    regex.compile(r"^[\p{Katakana}ー・\p{Han}]{2,10}[（(]$"),
    regex.compile(r"^[）)][\s\u3000]+(?=\S)"),
)  # ロンドン（CNN）
_BETWEEN = (
    regex.compile(r"^[^.!?:\n«“\"]{2,40}(?:\s[—–-]\s?|[—–-]\s)$"),
    regex.compile(r"^\s?[—–-]{1,2}\s"),
)  # تهران - ایرنا -
_DAY = regex.compile(r"^,\s\d{1,2}\.?\s\p{L}{3,10}\.?\s*(?:$|[—–/-])")  # ТАСС, 24 ноября.
_OPENS = regex.compile(r"^\s[—–-]{1,2}\s(?!(?:\p{Lu}[\p{L}.'’-]+\s?){2,3}$)[\p{Lu}\p{Lo}]")  # AGI - Il ponte
_BRACKET = regex.compile(r"[(\[]\s?$")
_ENCLOSED = regex.compile(r"[/(\[]\s?$"), regex.compile(r"^\s?[/)\]]")
_END = " .)]/）】。"
_MARKED = regex.compile(r"(?:[—–/(\[（【〔]|\([cC]\)|©|[\s,]-)\s*$")
_LISTED = regex.compile(r"[(\[](?:(?:\p{Lu}{2,6}|\p{Ll}{2,5})[,/]\s?){0,3}$")  # (BBC, ČTK, doh)
_LISTED_ON = regex.compile(r"^(?:[,/]\s?(?:\p{Lu}{2,6}|\p{Ll}{2,5})){0,3}[)\]][\s.]*$")
_PERSON = r"\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}'’-]+"
_AUTHOR = regex.compile(rf"^, {_PERSON}\.?\s*$")
_BESIDE_A_PERSON = regex.compile(rf"{_PERSON}\s?/\s?$"), regex.compile(rf"^\s?/\s?{_PERSON}")
_BYLINE = regex.compile(rf"^(?:.{{0,40}}?{_PERSON}(?:,\s|\s\p{{Ll}}+\s)?){{0,4}},?\s?\p{{L}}{{3,6}}\s(?:\p{{L}}['’])?$")
_SIGNED = regex.compile(r"(?:^|\s)\p{Ll}{2,4}/$")  # wkt/PAP
_LINE_OPENS = regex.compile(r"[:：/|]")


def credited(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> tuple[str, str] | None:
    """(`credit`, its words) of a name in a credit line, ("", "") in a picture's; None where there is no such line."""
    opening = _credit(sentence, here, span, words)
    if opening is None:
        return None
    return ("", "") if _of_a_picture(sentence, here, span, words) else ("credit", opening)


def signed(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> bool:
    """Whether a name in small letters signs: `/ritzau/`, `(awp/sda)`, `Kaynak: iha`."""
    opens, closes = _ENCLOSED
    first, last = span
    if opens.search(sentence, 0, here[first].start) and closes.match(sentence[here[last - 1].end :]):
        return True
    return first > 0 and last == len(here) and _of_a_line(sentence, here, first, words) is not None


def _credit(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> str | None:
    """The words that begin a credit line, "" for a bare name in brackets or after a dash, None for no credit."""
    first, last = span
    before, after = sentence[: here[first].start], sentence[here[last - 1].end :]
    if _opens_article(before, after) or _is_site(sentence[here[first].start :], before):
        return ""
    if not after.strip(_END) or _AUTHOR.match(after):
        if _MARKED.search(before) or not before.strip():
            return ""
        shared = _IN_BRACKETS.search(before)
        beside = tokens(shared[1]) if shared else ()
        if beside and beside[-1].folded in words.common:  # (FR mit dpa), (EFE y AFP)
            return beside[-1].folded
        if first and _BYLINE.match(before) and words.credits.at(here, first - 1):  # Jeanne Dubois avec AFP
            return here[first - 1].folded
    if first and _DESK.match(after) and _BRACKET.search(sentence, 0, here[first - 1].start):
        opening = words.credits.at(here, first - 1)
        if opening and opening[0] == first:
            return opening[1]  # (Com G1 Goiás)
    if _LISTED.search(before) and _LISTED_ON.match(after):
        return ""
    return _of_a_line(sentence, here, first, words)


def _of_a_line(sentence: str, here: Sequence[Token], first: int, words: Words) -> str | None:
    """The word that begins a short line, or its part behind a stroke, in which a name stands: `| Zdroj: Reuters`."""
    if len(here) > SHORT_LINE * words.scale:
        return None
    stroke = sentence.rfind("|", 0, here[first].start)
    start = next(n for n, word in enumerate(here) if word.start > stroke)
    opening = words.credits.at(here, start)
    if opening is None or opening[0] > first:
        return None
    return opening[1] if _LINE_OPENS.search(sentence, here[start].start, here[first].start) else None


def _of_a_picture(sentence: str, here: Sequence[Token], span: tuple[int, int], words: Words) -> bool:
    """Whether a credit is a picture's: `Photo: AFP`, `(Jane Doe/Reuters)`, a caption that ends in `/ AFP`."""
    first, last = span
    before, after = sentence[: here[first].start], sentence[here[last - 1].end :]
    opened = max(before.rfind(mark) for mark in "([（|")
    if opened < max(before.rfind(mark) for mark in ")]）"):
        opened = -1
    window = [word for word in here[max(0, first - _FAR * words.scale) : first] if word.start > opened]
    if words.pictures.find(window) or words.pictures.at(here, first):
        return True
    beside, behind = _BESIDE_A_PERSON
    if beside.search(before) or behind.match(after):
        return True
    slash = before.rstrip().endswith("/") and not (after.strip(_END) or after.lstrip().startswith("/"))
    signed = _SIGNED.search(before) or words.credits.find(window)
    return opened < 0 and slash and not signed and first > _SHORTEST * words.scale


def _opens_article(before: str, after: str) -> bool:
    """Whether a name with its place and day stands before an article's first words, marked off from them."""
    if (_DESK.match(after) and _DATELINE.match(before)) or (_OPENED.match(before) and _CLOSED.match(after)):
        return True
    place, text = _CITY
    if place.match(before) and text.match(after):
        return True
    place, text = _BETWEEN
    if not before.strip():
        return bool(_DAY.match(after) or _OPENS.match(after))
    return bool(place.match(before) and text.match(after))


def _is_site(name_on: str, before: str) -> bool:
    """`KOMPAS.com - `, `JAKARTA, TRIBUNNEWS.COM -- `: a site that opens an article, before a dash."""
    site = _SITE.search(name_on.partition(" ")[0])
    return site is not None and bool(_PLACE_BEFORE.match(before) and _PLACE_BEHIND.match(name_on[site.end() :]))
