"""Which quotation marks open, and where what one opens is closed."""

from __future__ import annotations

import regex

from monitor.analysis.frames import frames

PAIRS = {
    "“": "”", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’",
    '"': '"', "＂": "＂", "〝": "〞〟", "״": "״”", "″": "″", "《": "》", "〈": "〉", "'": "'", "``": "''",
}  # fmt: skip
_TURNED = {"’": "‘"}
_BACKWARDS = {"”": "”“"}  # ” opens and “ closes, as they look right in a text that runs from right to left
MARK = regex.compile(f"[{regex.escape(''.join(mark for mark in (*PAIRS, *_TURNED) if len(mark) == 1))}]")
LONGEST = 3_000  # characters of one quotation; a mark that finds no partner within is no quotation
_TITLES_ONLY = frozenset("《〈")  # marks of titles, no speech in most languages
_HANGUL = regex.compile(r"\p{Hangul}")
_LEADS = (":", "：", "៖")
_STRAIGHT = '"'
_SINGLE = frozenset("'‘")
_LED = frozenset('"‘’')  # marks that may have a space behind them where a colon or comma leads to them: کہا، ‘ متن’
_TAKEN = {'"': "”“»", "«": '"', "”": '"'}  # marks that writers took for those that close
_CURLED = frozenset("“„")  # what a straight mark closes as well where none of their own comes first


def pairs(language: str) -> dict[str, str]:
    """Marks that open, each with those that close it."""
    data = frames(language)
    known = {**PAIRS, **_TURNED} if data.turned else PAIRS
    return {**known, **_BACKWARDS} if data.backwards else known


def opens(text: str, at: int, language: str) -> bool:
    """Whether a mark opens a quotation, by what stands beside it."""
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark in _TITLES_ONLY:
        return frames(language).brackets
    if not after or (after.isspace() and mark not in "«‹" and not _apart(text, at)):
        return bool(after) and _loose(text, at, language)
    if mark in "'‘’\"״＂″":
        if before.isspace() and after in ".,;:!?" and not text.startswith("...", at + 1):  # mercati ".
            return False
        clitic = before in (frames(language).joined or "-") and not text[at - 2 : at - 1].isalpha()
        clitic = clitic and not _is_short(text, at, language)
        return clitic or before == "ـ" or not before.isalnum()
    if mark in _BACKWARDS and frames(language).backwards:
        return not before.isalnum() and after.isalnum()
    if mark in "”»›":
        return not before.isalnum() and before not in set(".,!?…") and (after.isalnum() or after in "¿¡")
    return True


def _is_short(text: str, at: int, language: str) -> bool:
    """`ישראל כ"ץ`, `ב"כ הנאשם`: whether one letter alone stands behind a mark, which is an acronym's or a name's."""
    return frames(language).acronyms and text[at + 1].isalpha() and not text[at + 2 : at + 3].isalnum()


def _apart(text: str, at: int) -> bool:
    """`сказал: " Нет ", …`: a mark between spaces opens where as many straight ones follow as it takes to close all."""
    if text[at - 1 : at].strip():
        return False
    return text[at] in _CURLED or (text[at] == _STRAIGHT and text.count(_STRAIGHT, at) % 2 == 0)


def _loose(text: str, at: int, language: str) -> bool:
    """`قائلا : ” نص “`: in a text that runs from right to left, any mark behind a pause may have a space behind it."""
    led = text[:at].rstrip()[-1:] in {"", ":", "،", ","}
    curly = text[at] in {*_BACKWARDS, *_CURLED} and text[at - 1 : at].isspace()
    return frames(language).backwards and (curly or (text[at] in _LED and led))


def closing(text: str, at: int, language: str) -> int | None:
    """Where the quotation that opens at a place ends; None where it does not.

    Straight marks inside straight ones are told by what stands beside them; where they do not come out even, the first
    one ends it.
    """
    mark, closers = text[at], pairs(language)[text[at]]
    depth = straight = 0
    first = None
    for place in range(at + 1, min(len(text), at + LONGEST)):
        character = text[place]
        if character == _STRAIGHT and (mark == _STRAIGHT or mark in _CURLED):
            if begins(text, place):
                straight += 1
            elif _closes(text, place, _STRAIGHT, language):
                if straight == 0:
                    return place
                straight -= 1
                first = first or place
        elif character in closers and _closes(text, place, mark, language):
            if depth == 0:
                return place
            depth -= 1
        elif character == mark and mark not in closers:
            if depth == 0 and _stands_behind(text, place):  # “…“
                return place
            depth += 1
    return first if first is not None and mark == _STRAIGHT else _taken(text, at)


def _taken(text: str, at: int) -> int | None:
    """Where a mark stands that the writer took for the one that closes: "…”."""
    taken = _TAKEN.get(text[at], "")
    places = range(at + 1, min(len(text), at + LONGEST)) if taken else ()
    return next((n for n in places if text[n] in taken and (text[n] == "»" or _stands_behind(text, n))), None)


def _stands_behind(text: str, at: int) -> bool:
    """Whether a mark touches what stands before it and not what stands behind."""
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def begins(text: str, at: int) -> bool:
    """Whether a straight mark stands before a word and behind none."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return after.isalnum() and (before.isspace() or before in "(«„“")


def _closes(text: str, at: int, mark: str, language: str) -> bool:
    """False for an apostrophe, for the gershayim inside a Hebrew acronym, for inches."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark in "'‘‚":
        joined = before.isalnum() and after.isalpha() and not _HANGUL.match(after)  # ‘…’고 말했다
        return not joined and not _plural_possessive(text, at)
    if mark in '"״' and before.isalpha() and after.isalpha():
        return not frames(language).acronyms and not _latin(before, after)
    return not (mark in '"＂' and before.isspace() and after.isalnum())


def _latin(before: str, after: str) -> bool:
    return before.isascii() and after.isascii()


def _plural_possessive(text: str, at: int) -> bool:
    """`allies' forces`: an s before, a small letter after a space, and another closing mark to come."""
    follows = text[at + 1 : at + 3]
    return text[at - 1] == "s" and follows[:1] == " " and follows[1:].islower() and "'" in text[at + 1 : at + 200]


def goes_on(text: str, at: int, following: str) -> bool:
    """A mark that a paragraph never closes, at its beginning or the next one's, or behind a colon: speech goes on."""
    before = text[:at].rstrip()
    if text[at] in _SINGLE:
        led = not before or before.endswith(_LEADS)
        return led and following == text[at] and text[at + 1 : at + 2].isalpha() and len(text) - at < LONGEST
    ahead = not before or following == text[at] or before.endswith(_LEADS)
    return text[at] in '“«„"「' and ahead and len(text) - at < LONGEST


def ends(paragraph: str, mark: str, language: str) -> int | None:
    """Where a paragraph closes a quotation that one before it left open; -1 where it opens another first."""
    if mark not in '“«„"「':
        return -1
    closers = pairs(language)[mark]
    for found in MARK.finditer(paragraph):
        at, other = found.start(), found[0]
        if other in "'’‘":
            continue
        alone = mark == _STRAIGHT and paragraph.count(_STRAIGHT) == 1 and paragraph[at + 1 : at + 2].islower()
        begun = opens(paragraph, at, language) and not (other in _CURLED and _stands_behind(paragraph, at))
        if other not in closers or not paragraph[:at].strip() or (begun and not alone):
            return -1
        if alone:  # nel futuro "dichiara Ugo Neri
            return at
        return at if _closes(paragraph, at, mark, language) else -1
    return None


def turned_round(paragraph: str) -> bool:
    """`» Pourquoi ? «`: whether every » of a paragraph opens and every « closes, with spaces inside."""
    if "» " not in paragraph or " «" not in paragraph:
        return False
    marks = [sign for sign in paragraph if sign in "«»"]
    return marks == ["»", "«"] * (len(marks) // 2)
