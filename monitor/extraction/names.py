"""Names of authors in running bylines: split, stripped of `by`, roles, places and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from monitor.extraction.moments import DIGITS
from monitor.extraction.sections import read_sections
from monitor.extraction.strings import clean, fold

AND = re.compile(
    r"\s*(?:;|\||,|/|•|·|\n|\s&\s|\s+(?:and|und|et|y|e|og|och|en|ja|i|a|va|и|та|і|और|و|ve|dan|med|mit|with|con|"
    r"avec|και|及|、)\s+)\s*|、"
)


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, ...]]:
    """The sections of data/byline_words.txt, the longest phrase first."""
    found = {}
    for name, lines in read_sections("byline_words.txt").items():
        phrases = (phrase.strip() for line in lines for phrase in line.split(";"))
        found[name] = tuple(sorted(filter(None, phrases), key=lambda phrase: (-len(phrase), phrase)))
    return found


def _any(section: str) -> str:
    return "|".join(map(re.escape, words()[section]))


def _begin(after_by: str) -> re.Pattern[str]:
    return re.compile(
        rf"^[\s|*–—-]{{0,9}}(?:(?:{_any('by')}){after_by}|(?:{_any('label')})\s{{0,3}}[:：/／|=]\s{{0,9}}"
        rf"|(?:{_any('joined')})\s{{0,3}}[:：/／]?\s{{0,9}})(?=\S)",
        re.IGNORECASE,
    )


BY = _begin(r"(?:\s{0,3}[:：]\s{0,9}|\s{1,9})")
PARTICLE = re.compile(r"\s*(?:von|da|di|par|af|av|fra|por|del|του|της)\s+", re.IGNORECASE)
ROLE = re.compile(rf"(?:^|\s)(?:{_any('role')})$", re.IGNORECASE)
ROLE_FIRST = re.compile(rf"(?:{_any('role')})(?:\s\S+){{1,2}}$", re.IGNORECASE)
ROLE_BEHIND = re.compile(
    rf"[,\s]+(?:(?:{_any('rank')})\s+){{0,3}}(?:{_any('role')})(?:\s+(?:of|at|for|bei|der)\b.{{0,60}})?$", re.IGNORECASE
)
KOREAN = re.compile(r"([가-힣]{2,4})\s?(?:기자|특파원)(?![가-힣])")
JAPANESE = re.compile(r"([\u4e00-\u9fff]{1,4}[\s　]?[\u4e00-\u9fff\u3040-\u30ff]{1,4})\s?記者(?![\u4e00-\u9fff])")
CHINESE = re.compile(r"(?:記者|记者|作者|撰文)\s?[:：／/]?\s?([\u4e00-\u9fff]{2,4})(?=[\s／/）)〕】，,、|]|$)")
WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag)"
)
MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|"
    r"september|october|november|december)"
)
# What ends a byline: small words (`le 3 mai`, but Le Clerc), months and days where a date goes on (but Theresa May).
TAIL = re.compile(
    r"\s*(?:[|•·–—(\[/<>／（【]|\s-\s|(?<!\S)(?-i:am|on|le|el|il|vom|um|at|in|aus|für|for|from|about|ist|is|vor|hace|FOR|FROM|ABOUT)\b|"
    r"(?<!\S)(?:op|em|den|på|dne|dnia|pada)\s(?=\d)|\s[^\W\d_]{3,14}\s?:(?:\s|$)|"
    r"[,;]?\s(?:photos?|photography|pictures?|images?|illustrations?|fotos?|video|edited|editing|translated)\s(?:by|von|par|de)\b|"
    r"\b(?:updated|published|aktualisiert|veröffentlicht|tags|leave\sa\scomment|no\scomments|comments\soff)\b|\bstand\s?:|"
    r"\b(?:fotos?|photos?|bild(?:er)?|video|grafik|kuvat?|фото|zdjęcia|illustrations?|editor|redigering)\s?[:/]|"
    rf"\b{WEEKDAY}\b[,.]?\s*(?:\d|{MONTH}\b)|\b{MONTH}\b[,.]?\s*\d|\d).*$",
    re.IGNORECASE | re.DOTALL,
)
TAIL_STARTS = re.compile(r"[|(\[\d]|\s-\s")
LABEL = re.compile(r"^\W*[^\s:]{2,20}(?:\s[^\s:]{2,12})?\s*:\W*$")
BAR = re.compile(r"\s*[|·•\n]\s*|\s[-–—/]\s|,\s(?=\d)")
INNER = re.compile(
    r"[\s|,–—.-](?:by|von|par|por|door|av|af|przez|oleh|da|di|от|від|โดย)(?:\s?:\s*|\s+)(?=\S)(.{2,100})$",
    re.IGNORECASE | re.DOTALL,
)
LABELS = (*words()["by"], "reporter")
COLON = re.compile(r"\s?:\s{0,9}(?=\S.{2,80}$)", re.DOTALL)  # names may stand behind it
BEHIND = re.compile(rf"[\s|,;·-]+(?:{_any('behind')})\s?:.*$", re.IGNORECASE | re.DOTALL)
POSTED = re.compile(
    r"post|publi|submit|writ|gepost|geschrieb|veröff|erstellt|soumis|écrit|enviad|escrit|scritt|inserit|geplaatst|napisan|dodan|เผยแพร่",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\W*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\W{0,3}(?:[ap]\.?m\.?|uhr|h|gmt|utc)?\W*", re.IGNORECASE)
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20|25)\d{2}\b")
MAX_BESIDE = 100  # characters
DATE_BEHIND = re.compile(r"(\D{5,40}?)\s(?:(?:am|on|le|el|il|op|em)\s)?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,12})$")
SHORTEST = 60  # characters of a line that is a name and a day
MAX_PARTS = 5  # a name, a day, a year that a comma parts from it, minutes to read, a place
MAIL = re.compile(r"[(<\[]?[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,40}[)>\]]?")
GEORGIAN = re.compile("[\u10d0-\u10ff]")  # whose capitals are not for names
HANDLE = re.compile(r"\s*[(\[]?(?<![\w.])@[\w.]{2,40}[)\]]?")  # an account beside a name, no address of mail
SEPARATING = frozenset((" ", "|", ","))
NOISE = re.compile(r"https?:|www\.|@|\d{4}|\d{1,2}:\d{2}|[<>{}=]", re.IGNORECASE)
NOT_NAMES = frozenset(map(fold, words()["not-names"]))
SECTIONS = frozenset(words()["section"])
LOGINS = frozenset(map(fold, words()["login"]))
JOINING = frozenset(("and", "und", "et", "y", "e", "og", "och", "en", "i", "&"))
MAX_AUTHORS = 30
MAX_NAME = 70


def is_byline(text: str) -> bool:
    """Whether a line is a word for `by` and what may be names, or a reporter's name and title."""
    return bool(BY.match(text) or _titled(text)) and looks_like_names(of_byline(text))


def _titled(text: str) -> str:
    """The name that Korean and Japanese desks give before the reporter's title."""
    found = KOREAN.search(text[:60]) or JAPANESE.match(text[:40].strip())
    return found[1] if found else ""


def of_byline(text: str) -> str:
    """The names of a byline: without `by` before them, without account, date, place and role behind them."""
    if titled := _titled(text):
        return titled
    rest = text
    for _ in range(2):
        rest = BY.sub("", rest)
    name = TAIL.sub("", HANDLE.sub("", MAIL.sub("", rest))).strip(" .,:;|-–—*")
    return ROLE_BEHIND.sub("", name)


def is_login(name: str) -> bool:
    """Whether a name is an account's: `admin`, `redaktion`, `maud_carrow`, `mcarrow7`."""
    bare = " " not in name and name.isascii()
    return fold(name) in LOGINS or (bare and (name.islower() or "_" in name or any(map(str.isdigit, name))))


def beside_date(text: str) -> str:
    """The name in a line that holds a name, a separator and a date and nothing else; empty where there is none."""
    if "@" in text:  # somebody's post that the article quotes
        return ""
    parts = [p.strip() for p in BAR.split(text.translate(DIGITS).lstrip(" –—-")) if p.strip()]
    parts = [p for p in parts if not CLOCK.fullmatch(p) and not re.fullmatch(rf"{WEEKDAY}[.,]?", p, re.IGNORECASE)]
    if len(parts) == 1 and len(text) < SHORTEST and (found := DATE_BEHIND.match(text)):
        parts = [found[1], found[2]]
    if not (2 <= len(parts) <= MAX_PARTS and len(text) < MAX_BESIDE):
        return ""
    dated = [p for p in parts if DATE.search(p)]
    named = [name for p in parts if not DATE.search(p) and (name := of_byline(p)) and fold(name) not in NOT_NAMES]
    named = [name for name in named if SECTIONS.isdisjoint(name.casefold().split())]
    whole = [n for n in named if len(n.split()) > 1 and looks_like_names(n) and not n.isupper()]
    return whole[0] if dated and len(named) == len(whole) == 1 else ""


def inside(text: str) -> str:
    """The names that a line gives behind a date, a clock or a word for `posted`; empty where there are none."""
    if found := CHINESE.search(text):
        return found[1]
    plain = text.translate(DIGITS)
    if ":" in plain and (labelled := _labelled(plain)):
        return name if looks_like_names(name := of_byline(BEHIND.sub("", labelled))) else ""
    found = INNER.search(plain)
    if not found or not (DATE.search(plain[: found.start()]) or POSTED.search(plain[: found.start()])):
        return ""
    kept: list[str] = []
    for word in of_byline(found[1]).split():
        if word[0].islower() and word not in PARTICLES and word not in JOINING:
            break
        kept.append(word)
    while kept and kept[-1] in JOINING:
        kept.pop()
    names = " ".join(kept).rstrip(")")
    return names if names and looks_like_names(names) else ""


def _labelled(text: str) -> str:
    """What stands in a line behind a word for `by` and a colon."""
    lower = text.lower()
    for colon in COLON.finditer(text):
        if lower.endswith(LABELS, 0, colon.start()):
            label = next(label for label in LABELS if lower.endswith(label, 0, colon.start()))
            if lower[: colon.start() - len(label)][-1:] in SEPARATING:
                return text[colon.end() :]
    return ""


def signature(text: str) -> str:
    """The names of a line that is nothing else, as articles are signed; empty where it may be more."""
    if titled := _titled(text):
        return titled
    bare = text.strip(" 【】()（）[]*–—-")
    names = "" if bare.isupper() or BY.match(bare) else of_byline(bare)
    words = [len(part.split()) for part in AND.split(names) if part.strip()]
    whole = bool(words) and (text[:1] == "【" or all(1 < n < 5 for n in words)) and names == bare
    return names if whole and looks_like_names(names) else ""


def with_role(text: str) -> str:
    """The name in the first of two lines of which the second says what somebody is; empty where there is none."""
    first, _, second = text.partition("\n")
    return signature(first) if second and is_role(second) else ""


def is_role(text: str) -> bool:
    """Whether a piece of text says what somebody is."""
    return bool(ROLE.search(text) or ROLE_FIRST.match(text))


def is_joining(text: str) -> bool:
    """Whether a piece of text only joins two names."""
    return text.strip(" ,") in JOINING


def without_places(names: Iterable[str]) -> tuple[str, ...]:
    """Names of a byline less single words behind a whole name: places and agencies."""
    given = tuple(names)
    return tuple(n for i, n in enumerate(given) if i == 0 or " " in n or " " not in given[0] or not n.isascii())


def is_label(text: str) -> bool:
    """Whether a piece of text only introduces names, such as `By`, `Autor:` or `Interview:`."""
    return bool(LABEL.match(text)) or BY.sub("", f"{text.rstrip(' :：')} x") == "x" or fold(text) in NOT_NAMES


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
    small = [w for w in words if w[0].islower() and w not in PARTICLES and not GEORGIAN.match(w)]
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


def _without_by(text: str) -> str:
    """Text without a word for `by`; `Di Maria` and `von der Leyen` are names."""
    rest = BY.sub("", text)
    if PARTICLE.match(text) and (" " not in rest.strip() or rest[:1].islower()):
        return text
    return rest


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names split at commas and words for `and`, without `by` and brackets, each once, in order."""
    out: dict[str, str] = {}
    for text in (t for t in list(names)[:MAX_AUTHORS] if "://" not in t):
        for number, part in enumerate(AND.split(_without_by(clean(text[:600])))):
            bare = _titled(part) or HANDLE.sub("", _without_by(part))
            name = re.sub(r"\s*[(\[].{0,60}?[)\]]\s*", " ", bare).strip(" .,:;|-–—*")
            if number and ROLE.search(name):
                continue
            if 1 < len(name) <= MAX_NAME and not NOISE.search(name) and fold(name) and fold(name) not in NOT_NAMES:
                out.setdefault(fold(name), name)
    return tuple(out.values())[:MAX_AUTHORS]
