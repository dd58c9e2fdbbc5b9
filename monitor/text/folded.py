"""Words of a text with their places, folded so that a name is found in each of its written forms.

Scripts without spaces are cut into single characters, so that one matcher serves every language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

import regex

from monitor.text.inflection import may_bend

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# digits of such a script stand together: ၁၄
_ZWJ = "\u200d"  # joins letters inside words: ශ්‍රී
_WORDED = rf"--[[{_UNSPACED}]--\p{{Nd}}]"
TOKEN = regex.compile(
    rf"(?V1)[[{_UNSPACED}]--\p{{Nd}}]\p{{M}}*|[[\p{{L}}\p{{M}}\p{{N}}]{_WORDED}][[\p{{L}}\p{{M}}\p{{N}}{_ZWJ}]{_WORDED}]*"
)
# Most texts hold neither such a script nor a combining mark, and Python's own engine cuts those twice as fast.
_PLAIN = re.compile(r"[^\W_]+")
_NOT_PLAIN = re.compile(
    r"[^\u0000-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u060f\u061b-\u064a\u0660-\u066f\u0671-\u06d5\u1e00-\u206f\u20a0-\u20bf]"
)
_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ی", "ي": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و"}
    | {"ـ": None, "ё": "е", "ı": "i", "ʼ": None, "ґ": "г", "’": None}
)
# Malayalam writes a consonant without its vowel in a letter of its own, or as older keyboards do; and ന്റ in three ways.
_CHILLUS = {"ണ്‍": "ൺ", "ന്‍": "ൻ", "ര്‍": "ർ", "ല്‍": "ൽ", "ള്‍": "ൾ", "ക്‍": "ൿ"}
_SILENT = re.compile(r"[\u0591-\u05C7\u064B-\u065F\u0670\u0307]")  # points and vowel signs that news leaves out

LONGEST_SENTENCE = 2_000  # characters


class Token(NamedTuple):
    """A word (or a character of a script without spaces) and its place in the text."""

    start: int
    end: int
    folded: str
    upper: bool  # begins with a capital letter


FOLDED = itemgetter(2)  # a token's word, taken without a step of the interpreter


class Words(tuple[Token, ...]):
    """The words of a text in order, and which they are: most phrases begin with none of them."""

    folded: frozenset[str]
    bend: bool  # some of them may


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """One spelling for letters that writers mix: case, Arabic and Persian yeh and kaf, hamza, points, ё."""
    word = unicodedata.normalize("NFKC", word.replace("İ", "i")).casefold().translate(_SAME)
    if word.isascii():
        return word
    if _ZWJ in word or "ൻ" in word:
        word = _malayalam(word).replace(_ZWJ, "")
    word = _SILENT.sub("", word)
    return word if word.isalpha() else "".join(str(unicodedata.digit(letter, letter)) for letter in word)


def _malayalam(word: str) -> str:
    """A word with today's letters: അവന്‍ is അവൻ."""
    for older, letter in _CHILLUS.items():
        word = word.replace(older, letter)
    return word.replace("ൻ്റ", "ന്റ").replace("ൻറ", "ന്റ")


@lru_cache(maxsize=2_048)
def tokens(text: str, start: int = 0) -> Words:
    """Words of a text; `start` is added to each place. Kept for a while: each sentence is asked for several times."""
    if start:
        known = tokens(text)
        words = Words([_made(Token, (b + start, e + start, word, upper)) for b, e, word, upper in known])
        words.folded, words.bend = known.folded, known.bend
        return words
    pattern = TOKEN if _NOT_PLAIN.search(text) else _PLAIN
    found = []
    for match in pattern.finditer(text):
        begin, end = match.span()
        spelled = _spelling(text[begin:end])
        if spelled[0]:  # of a vowel sign or an apostrophe that stands alone nothing is left, and it is no word
            found.append(_made(Token, (begin, end, *spelled)))
    words = Words(found)
    words.folded = frozenset(map(FOLDED, words))
    words.bend = may_bend(max(words.folded, default=""))
    return words


_made = tuple.__new__  # a NamedTuple's own constructor takes three times as long


@lru_cache(maxsize=65_536)
def _spelling(word: str) -> tuple[str, bool]:
    """A word folded, and whether it begins with a capital letter."""
    return fold(word), word[0].isupper()


def bounded(sentences: Iterable[tuple[int, str]], most: int = LONGEST_SENTENCE) -> Iterator[tuple[int, str]]:
    """(start, sentence) with whatever is longer than `most` cut, so that no page makes a reader quadratic."""
    for start, sentence in sentences:
        for at in range(0, len(sentence), most):
            yield start + at, sentence[at : at + most]
