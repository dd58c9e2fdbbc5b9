"""A name's consonant skeleton: what of it is left in every script that it is written in.

Шамхани, شمخانی, 沙姆哈尼, Shamkhani, Şamhani and שמחאני all are `SMHN`. Letters that are read in two ways (Arabic and
Hebrew vav, Latin ch and j) give a name up to MAX_VARIANTS skeletons; two names may be one where they share any.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import islice, product

import regex
from anyascii import anyascii

from monitor.language import script_of
from monitor.text.letters import fold
from monitor.text.sounds import tables

MAX_VARIANTS = 8
MAX_LENGTH = 80  # characters of a name; the rest is not read

_WORD = regex.compile(r"[\p{L}\p{M}'’׳״ʼ]+")
_SYLLABLE = regex.compile(r"[A-Z][a-z]*|[a-z]+")
_ARTICLES = frozenset({"al", "el", "ul", "ash", "аль", "эль", "ель", "ас", "аш", "αλ", "אל"})
_MARKED = regex.compile(r"\p{Mn}+")
_THAI_FIRST = regex.compile("[เแโใไ]")
_SMALL_TSU = str.maketrans("", "", "ッっー")
_WI = regex.compile("ウ(?=[ィェォ])")
_DOUBLED = regex.compile(r"([^aeiouyаеиоу\W])\1")
_BEFORE_STOP = regex.compile("m(?=[tdgszcj]|k(?!h))")  # the anusvara of Indic scripts
_INDIC = frozenset({"Deva", "Beng", "Gujr", "Guru", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"})
_GREEK_D = regex.compile("^ντ")
# What a Latin letter's place makes of it; a w that closes a syllable is half of a vowel (Brown, Andrew), an x that
# opens a name hisses (Xi, Xavier), a g that closes an ng is not heard (Jinping).
_PLACES = [
    (regex.compile(r"(?<=[aeo])w(?![aeiouy])"), "ŵ"),
    (regex.compile(r"^x"), "s"),
    (regex.compile(r"ng(?![aeiouyrl])"), "n"),
    (regex.compile(r"(?<!^)c$"), "ĉ"),
    (regex.compile(r"(?<=[aeiouy])r(?![aeiouyrh])"), "ŕ"),
    (regex.compile(r"^h(?=[aeiouy])"), "ĥ"),
]
_PROTHETIC = regex.compile("ا[سش](?![اآوییي])")
Readings = list[tuple[str, ...]]


@lru_cache(maxsize=65536)
def skeletons(name: str) -> tuple[str, ...]:
    """Every skeleton of a name, the likeliest first; empty where it has no consonant.

    The words of a name are joined, because Chinese, Japanese and Korean part them where others do not; articles
    (al-, el-, ال) are left out. A leading vowel is `A`.
    """
    found: list[list[str]] = []
    words = _WORD.findall(name[:MAX_LENGTH].replace("\u200c", " ").replace("ـ", ""))
    kept = [word for word in words if fold(word).strip("'’") not in _ARTICLES] or words
    for word in kept:
        variants = [_join(choice) for readings in _readings(word) for choice in _choices(readings)]
        found.append(list(dict.fromkeys(variants)))
    if not found:
        return ()
    joined = ("".join([parts[0], *(part.removeprefix("A") for part in parts[1:])]) for parts in product(*found))
    whole = dict.fromkeys(_settle(one) for one in islice(joined, MAX_VARIANTS) if one)
    return tuple(one for one in whole if one.strip("A"))


def skeleton(name: str) -> str:
    """The likeliest skeleton of a name, "" where it has no consonant."""
    return next(iter(skeletons(name)), "")


def same_name(one: str, other: str) -> bool:
    """True where two spellings, of any scripts, may be of one name."""
    return bool(set(skeletons(one)) & set(skeletons(other)))


def _choices(readings: Readings) -> list[tuple[str, ...]]:
    return list(islice(product(*readings), MAX_VARIANTS))


def _join(choice: tuple[str, ...]) -> str:
    """One word's classes without its vowels and without a final breath; `A` stands for a vowel at its start."""
    classes = [one for part in choice for one in part]
    bare = "".join(one for one in classes if one != "V")
    if len(bare) > 1 and classes[-1] == "H":
        bare = bare[:-1]
    return f"A{bare}" if classes[:1] == ["V"] else bare


def _settle(joined: str) -> str:
    """M and N before P are one (Trump, トランプ), and N before M is none (Muhammad, ムハンマド)."""
    return joined.replace("MP", "NP").replace("NM", "M")


def _readings(word: str) -> list[Readings]:
    """The classes of a word's letters; an Arabic word with what looks like an article has them without and with it."""
    script = next((found for letter in word if (found := script_of(letter))), "")
    if script == "Arab":
        return [_arabic(bare) for bare in ([word[2:], word] if _has_article(word) else [word])]
    if script == "Hebr":
        return [_hebrew(fold(word))]
    if script in ("Latn", "Cyrl", "Grek"):
        return [_match(_plain(word, script), script)]
    if script == "Hani":
        return [_chinese(word)]
    if script == "Kana":
        romaji = anyascii(_WI.sub("ヴ", word.translate(_SMALL_TSU))).lower()
        return [_match(_DOUBLED.sub(r"\1", romaji), "Kana")]
    romanised = _DOUBLED.sub(r"\1", anyascii(_THAI_FIRST.sub("", word)).lower())
    return [_match(_BEFORE_STOP.sub("n", romanised) if script in _INDIC else romanised, "")]


def _chinese(word: str) -> Readings:
    syllables = [part.lower() for part in _SYLLABLE.findall(anyascii(word.replace("什", "石")))]
    # An n between two syllables is often one in the name: 曼尼 for -mani.
    text = "'".join(syllables).replace("n'n", "'n")
    return [unit for part in text.split("'") for unit in [*_match(part, "Hani"), ("V",)]]


def _plain(word: str, script: str) -> str:
    """Lower case, doubled consonants once; no accents where the table has no sound of their own for them.

    Stand-ins mark what a place in the word makes of a Latin letter: ĉ for a final c (Boric, Brac), ŕ for an r that
    closes a syllable (lost in 默克尔 and カーニー), ĥ for the h of Hollande.
    """
    known = tables()[script]
    plain = "".join(one if one in known else _MARKED.sub("", _decomposed(one)) for one in fold(word))
    plain = _DOUBLED.sub(r"\1", plain)
    if script == "Grek":
        return plain.replace("μπ", "β", 1) if plain.startswith("μπ") else _GREEK_D.sub("δ", plain)
    if script == "Latn":
        for pattern, instead in _PLACES:
            plain = pattern.sub(instead, plain)
    return plain


@lru_cache(maxsize=2048)
def _decomposed(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)


def _match(text: str, script: str) -> Readings:
    """The classes of a text's letters, the longest group of letters first; what the table lacks is passed over."""
    table, at = tables()[script], 0
    found: Readings = []
    while at < len(text):
        for length in (4, 3, 2, 1):
            group = text[at : at + length]
            if len(group) == length and group in table:
                found.append(table[group])
                # The e and i of `ce` and `gi` are vowels of their own.
                if length > 1 and group[-1] in "eiy" and script in ("Latn", "Kana"):
                    found.append(("V",))
                break
        else:
            length = 1
        at += length
    return found


def _has_article(word: str) -> bool:
    return word.startswith("ال") and len(word) >= 5


def _arabic(word: str) -> Readings:
    """Vav is a consonant at the start and between vowels; after alef it may be either."""
    table = tables()["Arab"]
    found: Readings = []
    bare = regex.sub(r"[\u064b-\u065f\u0670ةۃ]|(?<=.{2})ه$", "", word)
    at = 0
    if _PROTHETIC.match(bare):  # Persian and Arabic put a vowel before the st of Stoltenberg
        found.append(("V", ""))
        at = 1
    while at < len(bare):
        pair = bare[at : at + 2]
        if pair in table:
            found.append(table[pair])
            at += 2
            continue
        found.append(_vav(bare, at) if bare[at] == "و" else table.get(bare[at], ("",)))
        at += 1
    return found


def _vav(word: str, at: int) -> tuple[str, ...]:
    before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    if not before:
        return ("P",)
    if after and after in "اآ":
        return ("P", "V")
    if before in "اآیي" and after and at > 1:
        return ("P", "V")
    return ("V",) if not after else ("V", "P")


def _hebrew(word: str) -> Readings:
    """A single vav is a consonant at the start only; a final he is not heard."""
    table = tables()["Hebr"]
    found: Readings = []
    bare = word[:-1] if len(word) > 2 and word.endswith("ה") else word
    at = 0
    while at < len(bare):
        group = bare[at : at + 2]
        if group in table:
            found.append(table[group])
            at += 2
            continue
        if bare[at] == "ו":
            found.append(("P", "V") if at == 0 else ("V", "P") if 0 < at < len(bare) - 1 else ("V",))
        else:
            found.append(table.get(bare[at], ("",)))
        at += 1
    return found
