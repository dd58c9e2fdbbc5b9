"""Text as search terms with their places: folded, stemmed by its language, in pairs where no space parts words.

A stem carries its stemmer (`elect_eng`), so that a Finnish stem never meets an English word; numbers and the words of
languages without a stemmer are folded only. The same functions read documents and queries.
"""

from __future__ import annotations

import operator
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex
import Stemmer
from attrs import frozen

from monitor.language import LANGUAGES, language

UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ーｰ々〆\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
RUN = regex.compile(rf"([{UNSPACED}]+)|([[\p{{L}}\p{{N}}\p{{M}}]--[{UNSPACED}]]+)", regex.V1)  # no spaces, or a word
LONGEST_WORD = 64  # characters; what is longer is no word
DIGITS = {ord(c): str(unicodedata.digit(c)) for c in map(chr, range(0x660, 0x1E960)) if c.isdecimal()}
LETTERS = (
    str.maketrans(
        {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
        | {"ك": "ک", "ي": "ی", "ى": "ی", "ې": "ی", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ٱ": "ا", "ـ": ""}
    )
    | DIGITS
)
# Closest relatives with a stemmer, for languages that Snowball leaves out: their endings are mostly the same.
KIN = {"uk": "russian", "be": "russian", "bg": "russian", "mk": "russian", "az": "turkish", "crh": "turkish"}
KIN |= {"sk": "czech", "gl": "portuguese", "af": "dutch", "ms": "indonesian", "prs": "persian"}
# Single letters that Hebrew and Arabic write before a word ("and", "in", "to", "the"), and Hebrew's commonest endings.
BEFORE = {
    "he": (regex.compile("^[ובלמהשכ](?=[א-ת]{3})"), regex.compile("^(?:ו[בלמהשכ]|[שמכ]ה|כש)(?=[א-ת]{3})")),
    "ar": (regex.compile("^[وفبكل](?=[ء-ي]{3})"),),
}
AFTER = {"he": regex.compile("(?<=[א-ת]{3})(?:ים|ות|ה|י)$")}
ARTICLE = regex.compile("^[وفبك]{1,2}(?=ال[ء-ي]{3})")

_local = threading.local()


@frozen
class Term:
    """A search term and the characters of the original text that it stands for."""

    text: str
    start: int
    end: int


def stemmer_of(code: str) -> str:
    """Snowball's name of the stemmer for a language, its own or its relative's; "" where there is none."""
    found = language(code)
    return found.stemmer or KIN.get(found.code.split("-", 1)[0], "")


def all_stemmers() -> frozenset[str]:
    """Every stemmer that some language uses, "" among them."""
    return frozenset({stemmer_of(code) for code in LANGUAGES} | {""})


def terms(text: str, code: str) -> Iterator[Term]:
    """The terms of a text in the language `code`, in order."""
    stemmer = stemmer_of(code)
    for found in RUN.finditer(text):
        start, end = found.span()
        if found[1]:
            for at, pair in enumerate(_pairs(found[1])):
                yield Term(pair, start + at, min(start + at + 2, end))
        elif end - start <= LONGEST_WORD:
            yield Term(term(found[0], stemmer), start, end)


def stream(text: str, code: str) -> str:
    """The terms of a text parted by spaces, as the full-text index takes them."""
    stemmer, found = stemmer_of(code), []
    for run, word in RUN.findall(text):
        if run:
            found.extend(_pairs(run))
        elif len(word) <= LONGEST_WORD:
            found.append(term(word, stemmer))
    return " ".join(found)


def further(text: str, code: str) -> str:
    """What else the words of a Hebrew or Arabic text could be: without the letters written before them."""
    base = code.split("-", 1)[0]
    if base not in BEFORE:
        return ""
    words = {found[0] for found in RUN.finditer(text) if not found[1] and len(found[0]) <= LONGEST_WORD}
    return " ".join(sorted({form for word in words for form in alternatives(word, base)}))


@lru_cache(maxsize=1 << 16)
def alternatives(word: str, base: str) -> tuple[str, ...]:
    """Other terms for one word of Hebrew (`he`) or Arabic (`ar`); none for other languages."""
    if base not in BEFORE:
        return ()
    plain = fold(word)
    forms = {plain} | {letters.sub("", plain) for letters in BEFORE[base]}
    forms |= {AFTER[base].sub("", form) for form in forms} if base in AFTER else set()
    stemmer = stemmer_of(base)
    return tuple(sorted({term(form, stemmer) for form in forms} - {term(word, stemmer)}))


def _pairs(run: str) -> list[str]:
    """Pairs of neighbours, then the last character alone, so that one character is found by its beginning."""
    folded = list(map(fold, run))
    return [*map(operator.add, folded, folded[1:]), folded[-1]]


@lru_cache(maxsize=1 << 18)
def term(word: str, stemmer: str) -> str:
    """One word as a term: folded, and stemmed where there is a stemmer and a letter."""
    if not stemmer or not any(map(str.isalpha, word)):
        return fold(word)
    return f"{fold(_stem(word, stemmer))}_{stemmer[:3]}"


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Lower case without accents, vowel points and variants of letters and digits; Indic vowel signs stay."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.lower())
    kept = "".join(c for c in spread if not _is_accent(c))
    return unicodedata.normalize("NFC", kept.translate(LETTERS)) or word


def _is_accent(char: str) -> bool:
    """Accents, Hebrew and Arabic points; not viramas, kana marks or the tone marks of Thai (by combining class)."""
    order = unicodedata.combining(char)
    return 10 <= order <= 36 or order >= 200


def _stem(word: str, stemmer: str) -> str:
    """What Snowball makes of it; its stemmers know letters with accents and no vowel points."""
    if stemmer == "turkish":
        word = word.replace("I", "ı").replace("İ", "i")
    word = unicodedata.normalize("NFC", word).lower()
    if stemmer in ("arabic", "persian"):
        word = "".join(c for c in word if not _is_accent(c) and c != "ـ")
        word = word.translate({ord("ک"): "ك", ord("ی"): "ي"} if stemmer == "arabic" else {0x643: "ک", 0x64A: "ی"})
        word = _with_article(word) if stemmer == "arabic" else word
    stem: str = _engine(stemmer).stemWord(word) or word
    # Turkish adds ending to ending and Snowball takes off some: again until nothing comes off, so that all forms meet.
    return stem if stemmer != "turkish" or stem == word else _stem(stem, stemmer)


def _with_article(word: str) -> str:
    """An Arabic word as it is with the article alone before it: the stemmer takes off other endings with it."""
    word = ARTICLE.sub("", word)
    if word.startswith("ال") and len(word) > 4:
        return word
    return "ال" + (word[2:] if word.startswith("لل") and len(word) > 4 else word)


def _engine(stemmer: str) -> Stemmer.Stemmer:
    """The stemmer of this thread: a Snowball stemmer is not made for two threads at once."""
    engines: dict[str, Stemmer.Stemmer] = _local.__dict__.setdefault("engines", {})
    if stemmer not in engines:
        engines[stemmer] = Stemmer.Stemmer(stemmer, 0)  # it need remember no words, `term` does
    return engines[stemmer]


def readings(text: str, stemmers: Iterable[str]) -> list[tuple[tuple[str, ...], ...]]:
    """What words of unknown language can be: for each stemmer the sequence of terms, doubles left out.

    A reading is a tuple of places, each a tuple of the terms that may stand there.
    """
    found = []
    for stemmer in sorted(stemmers):
        base = {"arabic": "ar", "": "he"}.get(stemmer, "")
        places = tuple(place for run in RUN.finditer(text) for place in _places(run, stemmer, base))
        if places and places not in found:
            found.append(places)
    return found


def _places(run: regex.Match[str], stemmer: str, base: str) -> list[tuple[str, ...]]:
    if run[1]:
        pairs = _pairs(run[1])
        return [(pair,) for pair in (pairs[:-1] or [pairs[0] + "*"])]
    if len(run[0]) > LONGEST_WORD:
        return []
    # ISTIFA is typed where İSTİFA is meant.
    capitals = (term(run[0].lower(), stemmer),) if stemmer == "turkish" else ()
    return [tuple(dict.fromkeys((term(run[0], stemmer), *capitals, *alternatives(run[0], base))))]
