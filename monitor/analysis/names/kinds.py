"""Which kind of naming a language has."""

from __future__ import annotations

from functools import lru_cache

from monitor.analysis.frames import frames
from monitor.analysis.names.arabic import Arabic
from monitor.analysis.names.burmese import Burmese
from monitor.analysis.names.chinese import Chinese
from monitor.analysis.names.ethiopic import Ethiopic
from monitor.analysis.names.hebrew import Hebrew
from monitor.analysis.names.indic import Bengali, Hindi, Punjabi
from monitor.analysis.names.japanese import Japanese
from monitor.analysis.names.korean import Korean
from monitor.analysis.names.naming import Capitals, Naming
from monitor.analysis.names.nguni import Nguni
from monitor.analysis.names.persian import Pashto, Persian
from monitor.analysis.names.postfixed import Postfixed
from monitor.analysis.names.thai import Khmer, Thai
from monitor.analysis.names.words import name_words

KINDS: dict[str, type[Naming]] = {
    "hebrew": Hebrew,
    "arabic": Arabic,
    "persian": Persian,
    "pashto": Pashto,
    "chinese": Chinese,
    "japanese": Japanese,
    "korean": Korean,
    "hindi": Hindi,
    "bengali": Bengali,
    "punjabi": Punjabi,
    "postfixed": Postfixed,
    "thai": Thai,
    "khmer": Khmer,
    "ethiopic": Ethiopic,
    "nguni": Nguni,
    "burmese": Burmese,
}


@lru_cache(maxsize=64)
def naming(language: str) -> Naming:
    """How a language names people: by its frames' word, else by whether its script has capitals."""
    rules = name_words(language)
    return KINDS.get(frames(language).names, Capitals if rules.cased else Naming)(rules)
