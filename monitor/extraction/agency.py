"""The wire service that an article credits, and the place from which it is dated."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

HEAD = 220  # characters of the text in which a dateline stands
TAIL = 160  # characters of the last line in which a credit stands
DASH = r"\s?(?:[-–—―]{1,2}|:|\.\s[-–—])\s"
BRACKETED = re.compile(r"[(（\[/【]\s?([^()（）\[\]/【】]{2,40}(?:/[^()（）\[\]/【】]{2,20})?)\s?[)）\]/】]")
PLACE = re.compile(
    r"^\W{0,3}(?P<place>[^\W\d_][^\d\n()–—:;!?,/]{1,38}(?:/[^\d\n()–—:;!?,/]{2,25})?)"
    r"(?:,\s[^\n()–—:;!?]{2,25})?(?:,?\s?\(?\d{1,2}[^\n()–—]{0,18}\)?)?\s?"
    r"(?P<credit>[(/\[（][^()\n\[\]]{2,40}[)/\]）]|/[^/\n]{2,30}/)?\.?\s?(?:[-–—―]{1,2}|:)\s?(?=\S)",
)
CHINESE = re.compile(
    r"^\W{0,3}(?P<agency>[\u4e00-\u9fff]{2,6}[社网網])(?P<place>[\u4e00-\u9fff]{2,6}?)\d{1,2}月\d{1,2}日(?:电|電|讯|訊)"
)
SOURCE = re.compile(
    r"^\W{0,3}(?:quelle|source|fuente|fonte|źródło|kaynak|источник|джерело|المصدر|منبع|מקור|来源|來源|출처|agency|agencia)\s?[:：]\s?(.{2,60})$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def agencies() -> dict[str, str]:
    """Forms in lower case -> the agency's name."""
    text = resources.files("monitor.extraction").joinpath("data/agencies.txt").read_text("utf-8")
    out: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, *forms = line.split("|")
            out.update((form, name) for form in forms)
    return out


def _named(text: str) -> str:
    """The agency that a credit names, alone or with others (`dpa/AFP`, `с Reuters`)."""
    known = agencies()
    whole = text.strip(" .,()[]/").lower()
    if whole in known:
        return known[whole]
    for part in re.split(r"\s?[/,;|+&]\s?|\s(?:und|and|et|y|e|mit|with)\s", whole):
        if part.strip() in known:
            return known[part.strip()]
    return ""


def find_agency(authors: tuple[str, ...], body: str) -> str:
    """The agency in byline, dateline or credit line; empty where none is credited."""
    for author in authors:
        if name := _named(author):
            return name
    if m := CHINESE.match(body[:HEAD]):
        return _named(m["agency"]) or m["agency"]
    for m in BRACKETED.finditer(body[:HEAD].split("\n", maxsplit=1)[0][:120]):
        if name := _named(m[1]):
            return name
    last = body.rstrip().rsplit("\n", maxsplit=1)[-1][-TAIL:]
    if m := SOURCE.match(last):
        return _named(m[1])
    found = [_named(m[1]) for m in BRACKETED.finditer(last) if m.end() >= len(last.rstrip(" .")) - 1]
    return next(filter(None, found), "") or (_named(last) if len(last) < 30 else "")


def find_place(body: str) -> str:
    """The dateline's place: capitals or a credit, and a dash behind it; empty where the text has none."""
    line = body[:HEAD].split("\n", maxsplit=1)[0]
    if m := CHINESE.match(line):
        return m["place"]
    m = PLACE.match(line)
    if not m or m.end() > 90:
        return ""
    place = m["place"].strip(" .,")
    credited = bool(m["credit"]) and bool(_named(m["credit"].strip("()[]/（）")))
    words = re.split(r"[\s/-]+", place)
    if len(words) > 4 or not all(
        w[:1].isupper() or not w[:1].isalpha() or w[:1].lower() == w[:1].upper() for w in words
    ):
        return ""
    if credited:
        return place
    dashed = m.group(0).rstrip()[-1] in "-–—―"
    return place if dashed and place.isupper() and len(place) > 2 else ""
