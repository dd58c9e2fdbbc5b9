"""Names in another case than a subject's, told by their endings and by how else their text writes them.

Where words in the genitive stand between a role and a name, all with capitals (ředitel Ryanairu Kenny Jacobs), the same
tells where the name begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from attrs import evolve, frozen

from monitor.analysis.frames import frames
from monitor.analysis.names.beginnings import begins_sentence
from monitor.analysis.names.stretch import Run, Stretch, occurrences
from monitor.text.folded import Token

_STEM = 3  # letters of a name before its ending
_FLEETING = "eеaо"  # vowels that stand before a name's last letter where no ending does: Biden, Bidna
_VOWELS = frozenset(
    "аеиоуыэюяієїйьъaeiouyáéíóúýěęąó"
)  # and soft letters, behind which no ending of a consonant's stands
_LONG = 6  # letters of a word that has only other cases' endings
_ACRONYM = 5  # letters of one in which a capital may be missing: NSi
_NEAR = 4  # words before a run among which the role of the name at its end stands
_WOMEN = frozenset({"a", "á", "а", "я"})  # ends of women's names, and some men's
_BEGINNING = 300  # characters of a text by which its script is told
_LATIN, _CYRILLIC = regex.compile(r"\p{Latin}"), regex.compile(r"\p{Cyrillic}")


@frozen
class _Endings:
    pairs: tuple[tuple[str, str], ...]  # another case's ending, and a subject's in its place; the longest first
    dependent: tuple[str, ...]
    together: tuple[str, ...]
    women: tuple[str, ...]


@lru_cache(maxsize=64)
def _endings(language: str) -> _Endings:
    data = frames(language)
    pairs = [(ending, bare) for ending, _, bare in (pair.partition("=") for pair in data.declined)]
    ordered = sorted(pairs, key=lambda pair: -len(pair[0]))
    return _Endings(tuple(ordered), data.bent, data.together, data.feminine)


@lru_cache(maxsize=64)
def endings_alone(language: str) -> tuple[str, ...]:
    """Endings of other cases where a subject has none."""
    return tuple(ending for ending, bare in _endings(language).pairs if not bare)


def other_cases(word: str, language: str) -> Iterator[str]:
    """How a noun or a name, folded, ends in other cases than a subject's: президента, Marka of Marek, Ane of Ana."""
    for ending, bare in _endings(language).pairs:
        if not word.endswith(bare) or (not bare and word[-1] in _VOWELS):
            continue
        yield word.removesuffix(bare) + ending
        if not bare and word[-2:-1] in _FLEETING:
            yield word[:-2] + word[-1] + ending


def is_in_case(word: str, language: str) -> bool:
    """Whether a last name ends as a man's does in another case than a subject's, and no woman's so."""
    known = _endings(language)
    return word.endswith(endings_alone(language)) and not (known.women and word.endswith(known.women))


def occurs(body: str, word: str) -> bool:
    """Whether a text has a word as it is written here."""
    size = len(word)
    return any(
        not (body[at - 1 : at].isalnum() or body[at + size : at + size + 1].isalnum()) for at in occurrences(body, word)
    )


def nominative(body: str, word: str, language: str) -> str:
    """How a text writes a name as a subject, where the word ends as another case of that does; "" where it does not.

    Trumpa is of Trump where there is one, and Bidna of Biden.
    """
    for ending, bare in _endings(language).pairs:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _STEM:
            continue
        likely = [stem + bare]
        if not bare:
            likely += [f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in _FLEETING]
        found = next((each for each in likely if occurs(body, each)), "")
        if found:
            return found
    return ""


def bent(stretch: Stretch, run: Run) -> bool:
    """Whether a name is in another case than a subject's.

    By an ending that no name has as a subject, by one that all its words have, or by the text, which has its last word
    without one.
    """
    return _is_bent(stretch, run, "") or bool(_asked(stretch, run))


def _is_bent(stretch: Stretch, run: Run, base: str) -> bool:
    """The same but for what the text tells; base: its last word as the text has it as a subject, if it was asked."""
    known = _endings(stretch.rules.language)
    if not known.pairs:
        return False
    words = _written(stretch, run)
    if any(_depends(word, known) for word in words):
        return True
    if base and not words[-1].endswith(known.women):
        return True
    return len(words) > 1 and all(word.endswith(known.together) and len(word) >= _STEM + 1 for word in words)


def _asked(stretch: Stretch, run: Run) -> str:
    """The word that tells the case, the last or before a woman's the first, as the text has it as a subject."""
    words, known = _written(stretch, run), _endings(stretch.rules.language)
    woman = words[-1].endswith(known.women)
    asked = words[:1] if woman and len(words) > 1 else [] if woman else words[-1:]
    return next((base for word in asked if (base := nominative(stretch.body, word, stretch.rules.language))), "")


def _written(stretch: Stretch, run: Run) -> list[str]:
    return [stretch.body[word.start : word.end] for word in stretch.of(run)]


def _depends(word: str, known: _Endings) -> bool:
    return len(word) >= _LONG and word.endswith(known.dependent) and not word.isupper()


def trimmed(stretch: Stretch, run: Run) -> Run:
    """A run without the words of its role that have capitals too: predsednik ZDA | Ivan Hribar."""
    if run.length <= 2 or not frames(stretch.rules.language).genitives:
        return run
    while run.length > 2 and (size := _of_role(stretch, run)):
        direct = run.first > 0 and stretch.rules.prepositions.at(stretch.words, run.first - 1) is not None
        run = evolve(run, first=run.first + size, titled=True, governed=run.governed and not direct)
    return run


def _of_role(stretch: Stretch, run: Run) -> int:
    """How many of a run's first words are no part of its name."""
    body, rules, words = stretch.body, stretch.rules, stretch.of(run)
    first, *others = (body[word.start : word.end] for word in words)
    if is_acronym(first) or _is_foreign(first, others) or _opens(stretch, run, first):
        return 1
    size = (rules.place(stretch.words, run.first) or run.first) - run.first
    if size and (run.length - size >= 2 or 2 <= size < run.length):
        return size
    if chain := _chain(stretch, run):
        return chain
    base = nominative(body, first, rules.language)
    return int((base and _stands_alone(body, base)) or _owns(stretch, run, first))


def _chain(stretch: Stretch, run: Run) -> int:
    """Words of a body before a name's two: `Parlamentu Europejskiego Antonio Tajani`."""
    known = _endings(stretch.rules.language)
    depend = [_depends(stretch.body[word.start : word.end], known) for word in stretch.of(run)]
    size = run.length - 2
    while size > 0 and stretch.gap(run.first + size) == "-":  # Jean-Claude Juncker
        size -= 1
    return size if any(depend[:size]) and not any(depend[size:]) else 0


def is_acronym(word: str) -> bool:
    """ZDA, США, NSi: a country's or a body's letters."""
    if word.isupper() or len(word) > _ACRONYM:
        return word.isupper() and len(word) > 1
    return sum(letter.isupper() for letter in word) >= max(2, len(word) - 1)


def _opens(stretch: Stretch, run: Run, first: str) -> bool:
    """`Přijal Donalda Trumpa`: a sentence's first word, which the text has with a small letter, or without the name."""
    body, start = stretch.body, stretch.words[run.first].start
    if not begins_sentence(body, start):
        return False
    rest = body[stretch.words[run.first + 1].start : stretch.words[run.last - 1].end]
    apart = any(body[max(0, at - len(first) - 1) : at - 1] != first for at in occurrences(body, rest))
    return apart or occurs(body, first.lower())


def _is_foreign(first: str, others: Sequence[str]) -> bool:
    """Ryanair Майкл О'Лири: letters of another script than a name behind them."""
    return bool(_LATIN.match(first)) and any(_CYRILLIC.match(word) for word in others)


def is_latin(stretch: Stretch, words: Sequence[Token]) -> bool:
    """Whether some words have Latin letters in a language that writes others, and all names of people in those."""
    body = stretch.body
    foreign = stretch.rules.cyrillic and all(_LATIN.match(body[word.start : word.end]) for word in words)
    return foreign and _CYRILLIC.search(body, 0, _BEGINNING) is not None  # Serbian writes both


def _owns(stretch: Stretch, run: Run, first: str) -> bool:
    """`členka představenstva Verdi Jana Nová`: a word that the text has without another behind it, after a role."""
    before = stretch.words[max(0, run.first - _NEAR) : run.first]
    if len(before) < 2 or before[-1].upper or before[-1].folded in stretch.rules.common:
        return False
    if not stretch.words[run.first + 1].upper:  # Ursula von der Leyen
        return False
    role = stretch.rules.titles.find(before)
    if not role or role[-1][1] == len(before):
        return False
    return _stands_alone(stretch.body, first)


def _stands_alone(body: str, word: str) -> bool:
    """Whether a text has a word without another with a capital behind it, as first names hardly stand."""
    return regex.search(rf"\b{regex.escape(word)}\b(?![\s-]\p{{Lu}})", body) is not None


def straightened(full: str, short: str, language: str) -> str:
    """A full name in another case, as its last word is written alone: Donalda Trumpa, Trump are Donald Trump."""
    *given, last = full.split(" ")
    pairs = _endings(language).pairs
    if not given or not any(last.endswith(e) and last.removesuffix(e) + bare == short for e, bare in pairs):
        return full
    women = short[-1:] in _WOMEN
    return " ".join([*(_straight(word, pairs, women=women) for word in given), short])


def _straight(word: str, pairs: Sequence[tuple[str, str]], *, women: bool) -> str:
    """A first name without its ending: what women's names have in its place where they may be meant, else none."""
    bare = next((word.removesuffix(e) + b for e, b in pairs if women and b in _WOMEN and word.endswith(e)), "")
    return bare or next((word.removesuffix(e) for e, b in pairs if not b and word.endswith(e)), word)


def nominal(stretch: Stretch, run: Run) -> str:
    """A name as a subject has it, as far as the text tells."""
    name, language = stretch.written(run), stretch.rules.language
    last = stretch.words[run.last - 1]
    base = nominative(stretch.body, stretch.body[last.start : last.end], language)
    if not base or not (_is_bent(stretch, run, base) or _asked(stretch, run)):
        return name
    return straightened(name, base, language) if run.length > 1 else base


def is_mixed(stretch: Stretch, run: Run) -> bool:
    """`Piloci Ryanaira`: whether the last of two words alone is in another case than a subject's."""
    if run.length != 2 or not _endings(stretch.rules.language).pairs:
        return False
    first, last = (stretch.body[word.start : word.end] for word in stretch.of(run))
    base = nominative(stretch.body, last, stretch.rules.language)
    man = bool(base) and last.startswith(base)
    return man and not first.endswith(endings_alone(stretch.rules.language))
