"""Names of authors in running bylines: split, stripped of `by`, roles, places and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from monitor.extraction.moments import DIGITS
from monitor.extraction.strings import clean, fold

AND = re.compile(
    r"\s*(?:;|\||,|/|•|·|\n|\s&\s|\s+(?:and|und|et|y|e|og|och|en|ja|i|a|va|и|та|і|और|و|ve|dan|med|mit|with|con|"
    r"avec|και|及|、)\s+)\s*|、"
)
BY = re.compile(
    r"^\s*(?:by|von|par|por|di|af|av|door|oleh|från|fra|da|text|texte|texto|tekst|autorin|autor(?:es|a|en)?|"
    r"auteurs?|authors?|yazar|"
    r"written by|posted by|reported by|published by|erstellt von|interview|fotos?|geschrieben von|"
    r"veröffentlicht von|verfasst von|ein artikel von|ein beitrag von|"
    r"von unserem redakteur|redaktion|от|автор|текст|от автор|przez|napisał|kirjoittanut|skrevet af|skrevet av|"
    r"skriven av|penulis|oleh|"
    r"كتب|كتبت|بقلم|نوشته|نویسنده|מאת|लेखक|द्वारा|tác giả|記者|作者|文|編輯|편집|기자|글|ผู้เขียน|โดย)(?:\s*[:：]\s*|\s+|"
    r"(?<=[記者作文編輯]))",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^\s*(?:by|von|par|por|af|av|door|oleh|från|fra|written by|posted by|geschrieben von|verfasst von|"
    r"ein beitrag von|от|автор|текст|"
    r"autorin|autor|auteur|author|yazar|penulis|napisał|przez|بقلم|كتب|كتبت|نوشته|מאת|記者|作者)(?:\s*[:：]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:[|•·–—(\[/<>]|\s-\s|\b(?:am|on|le|el|il|vom|um|at|updated|published|aktualisiert|in|aus|für|for|"
    r"from|about|ist|is|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|"
    r"sat|sun|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|stand|hace|tags|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag)\b|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
TAIL_STARTS = re.compile(r"[|(\[\d]|\s-\s")
LABEL = re.compile(r"^\W*[^\s:]{2,20}(?:\s[^\s:]{2,12})?\s*:\W*$")
BAR = re.compile(r"\s*[|·•]\s*|\s[-–—]\s|,\s(?=\d)")
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d{2}\b")
MAX_BESIDE = 100  # characters
NOISE = re.compile(r"https?:|www\.|@|\d{4}|\d{1,2}:\d{2}|[<>{}=]", re.IGNORECASE)
NOT_NAMES = frozenset(
    fold(w)
    for w in (
        "phd",
        "ph.d",
        "md",
        "m.d",
        "rd",
        "jd",
        "mba",
        "msc",
        "esq",
        "author",
        "authors",
        "autor",
        "autoren",
        "autorin",
        "about the author",
        "über den autor",
        "über die autorin",
        "share",
        "teilen",
        "read more",
        "view all posts",
        "follow",
        "posts",
        "kommentare",
        "comments",
        "no comments",
        "profile",
        "profil",
        "home",
        "contact",
        "null",
        "undefined",
        "none",
        "n/a",
        "more",
        "mehr",
        "staff",
        "email",
        "e-mail",
        "twitter",
        "facebook",
        "see all",
        "all articles",
        "alle artikel",
        "by",
        "von",
        "website",
        "mehr zum autor",
        "zur person",
        "print",
        "drucken",
        "true",
        "false",
        "unknown author",
        "anonymous",
        "image",
        "bild",
        "foto",
        "photo",
        "aktualisiert",
    )
)
MAX_AUTHORS = 30
MAX_NAME = 70


def is_byline(text: str) -> bool:
    """Whether a line begins with a word for `by` and goes on with what may be names."""
    return bool(BYLINE.match(text)) and looks_like_names(of_byline(text))


def of_byline(text: str) -> str:
    """The names of a byline: without `by` before them, without date, place and role behind them."""
    rest = text
    for _ in range(2):
        rest = BY.sub("", rest)
    return TAIL.sub("", rest).strip(" .,:;|-–—*")


def beside_date(text: str) -> str:
    """The name in a line that holds a name, a separator and a date and nothing else; empty where there is none."""
    parts = [p.strip() for p in BAR.split(text.translate(DIGITS)) if p.strip()]
    if not (2 <= len(parts) <= 3 and len(text) < MAX_BESIDE):
        return ""
    dated = [p for p in parts if DATE.search(p)]
    named = [of_byline(p) for p in parts if not DATE.search(p)]
    whole = [n for n in named if len(n.split()) > 1 and looks_like_names(n) and not n.isupper()]
    return whole[0] if dated and len(named) == len(whole) == 1 else ""


def is_label(text: str) -> bool:
    """Whether a piece of text only introduces names, such as `By`, `Autor:` or `Interview:`."""
    return bool(LABEL.match(text)) or not BY.sub("", f"{text} ").strip(" :") or fold(text) in NOT_NAMES


def looks_like_names(text: str) -> bool:
    """Whether each part is short and written as a name is: capitals in scripts that have them."""
    parts = [p for p in AND.split(text) if p.strip()]
    return bool(parts) and len(text) < 150 and all(_is_name(p) for p in parts)


def _is_name(part: str) -> bool:
    words = part.split()
    if not 1 <= len(words) <= 5 or len(part) > MAX_NAME or fold(part) in NOT_NAMES or NOISE.search(part):
        return False
    if not any(c.isalpha() for c in part):
        return False
    cased = [w for w in words if w[0].isalpha() and w[0].lower() != w[0].upper()]
    small = [w for w in cased if w[0].islower() and w not in PARTICLES]
    return not small or (len(words) == 1 and len(part) < 25)


PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "zu",
        "zum",
        "af",
        "ter",
        "ten",
        "te",
        "y",
        "e",
        "i",
    ]
)


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names split at commas and words for `and`, without `by` and brackets, each once, in order."""
    out: dict[str, str] = {}
    for text in (t for t in list(names)[:MAX_AUTHORS] if "://" not in t):
        for part in AND.split(BY.sub("", clean(text[:600]))):
            name = re.sub(r"\s*[(\[].{0,60}?[)\]]\s*", " ", BY.sub("", part)).strip(" .,:;|-–—*")
            if 1 < len(name) <= MAX_NAME and not NOISE.search(name) and fold(name) and fold(name) not in NOT_NAMES:
                out.setdefault(fold(name), name)
    return tuple(out.values())[:MAX_AUTHORS]
