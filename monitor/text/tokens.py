"""Words, stems and sentences of every language."""

from __future__ import annotations

import re

import regex

from monitor.language import language as look_up
from monitor.text.letters import fold
from monitor.text.segmenting import segment
from monitor.text.sentences import sentences
from monitor.text.stemming import stem_words
from monitor.text.stopwords import stopwords

__all__ = ["count_words", "sentences", "stems", "words"]

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}々ー"
# A run of an unspaced script, a number with its inner separators, or a word with its inner apostrophes.
_TOKEN = regex.compile(
    rf"(?P<run>(?:(?=[\p{{L}}\p{{M}}])[{_UNSPACED}])+)"
    r"|(?P<number>\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)"
    rf"|(?P<word>(?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}])+(?:['’\u200c·״׳](?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}])+)*)"
)
_RUN = regex.compile(rf"[{_UNSPACED}]")
_SPACED = regex.compile(r"\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[\p{L}\p{M}]+(?:['’\u200c·״׳][\p{L}\p{M}]+)*")  # without such runs
# The same tokens where letters are Latin, Greek or Cyrillic and no mark, fraction or raised digit is among them.
_PLAIN = re.compile(
    r"[^\x00-\xb1\xb4-\xb8\xba\xbb\xbf-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
_PLAIN_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’·][^\W\d_]+)*")
_LETTERS = regex.compile(r"\p{L}")
_CLUSTERS = regex.compile(r"\X")

# Characters as a reader sees them in an average word, for scripts that part no words and have no segmenter here:
# counted on the words of everyday lists; a length for people, not a measure.
_CLUSTERS_A_WORD = {"th": 3.2, "lo": 3.0, "km": 3.0, "my": 2.2, "bo": 1.0, "dz": 1.0}


def words(text: str, language: str) -> list[str]:
    """The words of a text in order, in lower case and one spelling (see `letters.fold`); numbers are words."""
    folded = fold(text, language.partition("-")[0])
    spaced = _spaced(folded)
    if spaced is not None:
        return [word.replace("’", "'") for word in spaced]
    found: list[str] = []
    for run, number, word in _TOKEN.findall(folded):
        if run:
            found.extend(segment(run, language))
        else:
            found.append(number or word.replace("’", "'"))
    return found


def _spaced(text: str) -> list[str] | None:
    """The words and numbers of a text as they stand, None where a run of an unspaced script is among them."""
    if not _PLAIN.search(text):
        return _PLAIN_TOKEN.findall(text)
    return None if _RUN.search(text) else _SPACED.findall(text)


def stems(text: str, language: str, *, stop: bool = True) -> list[str]:
    """The stem of each word in order; with `stop=False` without the language's function words."""
    found = words(text, language)
    if not stop:
        dropped = stopwords(language)
        found = [word for word in found if word not in dropped]
    return stem_words(found, language)


def count_words(text: str, language: str) -> int:
    """How long a text is, in the language's own notion of words.

    Chinese and Japanese count characters, as their editors do; Thai, Lao, Khmer and Burmese are estimated from theirs.
    """
    spaced = _spaced(text)
    if spaced is not None:
        return len(spaced)
    known = look_up(language)
    count = 0.0
    for token in _TOKEN.finditer(text):
        if token["run"] is None:
            count += 1
        elif known.spaces or known.script in ("Hans", "Hant", "Jpan"):
            count += len(_LETTERS.findall(token["run"]))
        else:
            clusters = len(_CLUSTERS.findall(token["run"]))
            count += clusters / _CLUSTERS_A_WORD.get(language.partition("-")[0], 2.5)
    return round(count) if count == 0 or count >= 1 else 1
