"""Proper names in a text: sure where the script has capitals, candidates where it has none.

No model names the people of a text in forty languages without a network, so this finds what letters can tell. What it
is for, matching articles, weighs each name by how rare it is, and a false candidate then weighs little.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

from monitor.language import script_of
from monitor.text.segmenting import is_listed, is_listed_name, segment
from monitor.text.sentences import sentences
from monitor.text.skeleton import same_name, skeleton, skeletons
from monitor.text.stemming import stem_words
from monitor.text.stopwords import stopwords

__all__ = ["Name", "name_tokens", "names", "same_name", "skeleton", "skeletons"]

MAX_TEXT = 20_000  # characters; names of a longer text are at its start
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})

_CAPITAL = r"(?:(?:al|el|ash|as|an|ar|at|аль|эль|ас)[-‐])?\p{Lu}[\p{L}\p{M}’'ʼ]*(?:[-‐]\p{L}[\p{L}\p{M}’']*)*"
_PARTICLE = r"(?:de|del|della|di|da|do|dos|du|la|le|van|von|der|den|zu|bin|ibn|ben|al|el|of|y|af|av|ter|ten)"
_SEQUENCE = regex.compile(rf"{_CAPITAL}(?:\.?[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_CAPITAL}){{0,6}}")
_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\u200c'’״׳-]*")
_PARTS = regex.compile(r"[\s·・•＝=]+")
_KATAKANA = regex.compile(r"[\p{Katakana}ー]{2,}(?:[・＝=][\p{Katakana}ー]{2,})*")
_TITLED_KANJI = regex.compile(
    r"[\p{Han}々]{2,4}?(?=氏|さん|首相|大統領|総理|外相|大臣|容疑者|被告|知事|市長|監督|選手)"
)
_HAN = regex.compile(r"\p{Han}+")
_ENDING = regex.compile(r"['’](?:\p{Ll}{1,5})?(?=\Z| )")  # Iran’s, Ankara’da
_TITLE_CASE = 0.7  # share of capitals among a line's longer words from which on they say nothing

# German writes every noun with a capital; these endings and the articles before them mark the common ones.
_GERMAN_COMMON = regex.compile(
    r".{2,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ismus|nis|nisse|chen|lein|tum|ling|ment)\Z"
)
_GERMAN_BEFORE = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans
    seine seiner ihre ihrer ihren seinen sein ihr unser unsere diese dieser dieses diesem diesen jede jeder viele alle
    mehr neue neuen neuer erste ersten letzte letzten große großen zwei drei vier fünf
    """.split()  # noqa: SIM905
)


@frozen
class Name:
    """A name as it stands in the text."""

    text: str
    start: int  # in characters of the text
    skeleton: str  # see monitor.text.skeleton
    sure: bool = True  # False for a mere candidate in a script without capitals


def names(text: str, language: str) -> list[Name]:
    """The names in a text in order; each occurrence counts."""
    text = text[:MAX_TEXT]
    base = language.partition("-")[0]
    if base == "ja":
        found = _japanese(text)
    elif base in ("zh", "yue"):
        found = _chinese(text, language)
    else:
        found = _cased(text, base) if _has_case(text) else _uncased(text, base)
    return [Name(name, start, key, sure) for name, start, sure in found if (key := skeleton(name))]


def name_tokens(text: str, language: str) -> list[str]:
    """The skeletons of each word of the names, in all readings, where they have three consonants or more.

    A word counts as it stands and as its stem, because Russian bends names (Асадом) too. These are what articles in
    different languages have in common.
    """
    tokens: list[str] = []
    for name in names(text, language):
        parts = _PARTS.split(_ENDING.sub("", name.text))
        for word in dict.fromkeys([*parts, *stem_words([part.lower() for part in parts], language)]):
            tokens.extend(key for key in skeletons(word) if len(key.strip("A")) >= 3)
    return tokens


def _has_case(text: str) -> bool:
    script = next((found for letter in text if (found := script_of(letter))), "")
    return script in _CASED


def _cased(text: str, base: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of capitalised words; at a sentence's start only what is no function word and stands so elsewhere too."""
    common = stopwords(base)
    lower = frozenset(word for word in _WORD.findall(text) if word[0].islower())
    for at, sentence in sentences(text, base):
        titled = _is_title_case(sentence)
        for run in _SEQUENCE.finditer(sentence):
            opens = not any(one.isalnum() for one in sentence[: run.start()])
            name, skipped = _trim(run[0], common, lower if opens or titled else frozenset())
            name = _ENDING.sub("", name) if " " not in name else name
            if not name or (
                base == "de" and " " not in name and _is_german_noun(sentence, run.start() + skipped, name)
            ):
                continue
            if opens and not skipped and " " not in name and name.lower() in lower:
                continue
            yield name, at + run.start() + skipped, True


def _is_title_case(sentence: str) -> bool:
    longer = [word for word in _WORD.findall(sentence) if len(word) > 3]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)


def _trim(run: str, common: frozenset[str], lower: frozenset[str]) -> tuple[str, int]:
    """The run without function words at its ends, nor leading words that the text also has in lower case."""
    skipped = 0
    while run:
        word, space, rest = run.partition(" ")
        if word.lower() not in common and word.lower() not in lower:
            break
        skipped += len(word) + len(space)
        run = rest
    while " " in run and run.rpartition(" ")[2].lower() in common:
        run = run.rpartition(" ")[0]
    return run.rstrip(" .'’-"), skipped


def _is_german_noun(sentence: str, start: int, word: str) -> bool:
    before = sentence[max(0, start - 40) : start].split()[-1:]
    return bool(_GERMAN_COMMON.match(word)) or bool(before and before[0].lower() in _GERMAN_BEFORE)


def _uncased(text: str, base: str) -> Iterator[tuple[str, int, bool]]:
    """Every content word of three letters or more; names are among them, and rare."""
    common = stopwords(base)
    for word in _WORD.finditer(text):
        if len(word[0]) >= 3 and word[0] not in common:
            yield word[0], word.start(), word[0][0].isupper()


def _japanese(text: str) -> Iterator[tuple[str, int, bool]]:
    """Runs of katakana, and up to four kanji before a title."""
    for pattern in (_KATAKANA, _TITLED_KANJI):
        for found in pattern.finditer(text):
            yield found[0], found.start(), pattern is _TITLED_KANJI


def _chinese(text: str, language: str) -> Iterator[tuple[str, int, bool]]:
    """What jieba's dictionary lists as a name, what it does not list at all, and names parted by a dot."""
    for run in _HAN.finditer(text):
        at = run.start()
        for word in segment(run[0], "zh-Hans" if language == "zh-Hant" else language):
            if len(word) >= 2 and ((named := is_listed_name(word)) or not is_listed(word)):
                yield word, at, named
            at += len(word)
