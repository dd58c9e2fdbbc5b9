"""Stems: Snowball's where it has the language, truncation where words change at their end, else the word itself."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import Stemmer

from monitor.language import language as look_up
from monitor.text.letters import ascii_digits

# Languages without a Snowball stemmer that inflect at the end of words. Keeping the first letters does nearly as well
# in retrieval as a stemmer does (Can et al. 2008, "Information retrieval on Turkish texts", found it so for 5 letters
# in Turkish); six keep more words apart, which telling events apart needs.
_TRUNCATED = frozenset(
    "uk be bg mk sk sl lv is fo ka kk ky uz az tk tt ba mn sq hsb mr gu pa bn te kn ml si or as gl la mt".split()  # noqa: SIM905
)
_KEPT_LETTERS = 6
# Hebrew's one-letter words (and, the, in, to, from, that, like) are written onto the next one.
_HEBREW_PREFIXES = "והבלמשכ"
# Korean writes its particles onto the noun; longest first.
_KOREAN_PARTICLES = (
    "에서는 으로는 에게서 이라고 에서 으로 에게 께서 부터 까지 라고 이라 보다 은 는 이 가 을 를 의 에 로 와 과 도 만"
)

_local = threading.local()


def _stemmer(name: str) -> Stemmer.Stemmer:
    """Return this thread's own stemmer, because PyStemmer's are not to be shared between threads."""
    held: dict[str, Stemmer.Stemmer] = _local.__dict__.setdefault("stemmers", {})
    if name not in held:
        held[name] = Stemmer.Stemmer(name, 20000)
    return held[name]


def stem_words(words: Sequence[str], code: str) -> list[str]:
    """The stem of each word; `words` are as `tokens.words` gives them."""
    known = look_up(code)
    base = code.partition("-")[0]
    if known.stemmer:
        return [str(stem) for stem in _stemmer(known.stemmer).stemWords(list(words))]
    if base in _TRUNCATED:
        return [word[:_KEPT_LETTERS] for word in words]
    if base == "he":
        return [_without_prefix(word) for word in words]
    if base == "ko":
        return [_without_particle(word) for word in words]
    return [ascii_digits(word) for word in words]


def _without_particle(word: str) -> str:
    for particle in _KOREAN_PARTICLES.split():
        if len(word) >= len(particle) + 2 and word.endswith(particle):
            return word[: -len(particle)]
    return word


def _without_prefix(word: str) -> str:
    # Some roots lose their first letter too, in every form alike.
    while len(word) > 4 and word[0] in _HEBREW_PREFIXES:
        word = word[1:]
    return word
