"""The two statistical detectors, each behind one function that depends on its arguments alone.

py3langid (140 languages, a naive Bayes over byte n-grams) is fast and gives the first opinion. langdetect (55
languages, n-grams of characters) is some twenty times as slow and is asked only where the first opinion and what is
known of the outlet do not settle the matter. langdetect draws its n-grams at random: here each call has its own
generator with a fixed seed, so an answer depends neither on earlier calls nor on other threads.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import copy
from functools import lru_cache
from pathlib import Path

from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from monitor.language.table import LANGUAGES

SEED = 20180522
FLOOR = 1e-12  # no opinion of a library is taken for more certain than this

# What the libraries call a language where the table calls it otherwise; None: not a language that news is written in.
_PY3LANGID = {
    "no": "nb",
    "zh": "zh",
    "gom": "kok",
    "wuu": "zh",
    "gug": "gn",
    "sdh": "ckb",
    "arz": "ar",
    "ary": "ar",
    "uzs": None,
    "zxx": None,
    "hbo": None,
    "grc": None,
}
_LANGDETECT = {"no": "nb", "zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}

# Languages that are written in a second script, beside the one in the table.
SECOND_SCRIPTS = {
    "Cyrl": frozenset({"sr", "uz", "az", "crh", "tk"}),
    "Latn": frozenset({"sr", "kk", "tt", "tg"}),
    "Arab": frozenset({"az"}),
    "Hani": frozenset({"zh", "yue"}),
    "Jpan": frozenset({"ja"}),
    "Kore": frozenset({"ko"}),
}


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@lru_cache(maxsize=32)
def _factory(script: str) -> DetectorFactory | None:
    """The second detector with the profiles of one script's languages, which makes it twice to ten times as fast.

    None where it knows fewer than two of them: then it has nothing to tell apart.
    """
    folder = Path(PROFILES_DIRECTORY)
    labels = [
        file.name for file in sorted(folder.iterdir()) if written_in(_LANGDETECT.get(file.name, file.name), script)
    ]
    if len(labels) < 2:
        return None
    factory = DetectorFactory()
    factory.load_json_profile([(folder / label).read_text(encoding="utf-8") for label in labels])
    factory.seed = SEED
    return factory


def _ours(label: str) -> str | None:
    return _PY3LANGID.get(label, label)


def written_in(code: str, script: str) -> bool:
    """True where the table or SECOND_SCRIPTS has the language written in this script."""
    known = LANGUAGES.get(code)
    return (known is not None and known.script == script) or code in SECOND_SCRIPTS.get(script, ())


@lru_cache(maxsize=64)
def _identifier_for(script: str) -> LanguageIdentifier | None:
    """The first detector cut down to the languages of a script; None where it knows none."""
    whole = _identifier()
    kept = {label for label in whole.labels if (code := _ours(label)) and written_in(code, script)}
    if not kept:
        return None
    cut = copy(whole)
    cut.set_languages(kept)
    return cut


def first_opinion(text: str, script: str) -> dict[str, float]:
    """Log-probability of each language that py3langid knows in this script; empty where it knows none."""
    identifier = _identifier_for(script)
    if identifier is None:
        return {}
    found: dict[str, float] = {}
    for label, probability in identifier.rank(text):
        code = _ours(label)
        if code is not None:
            found[code] = found.get(code, FLOOR) + probability
    return {code: math.log(probability) for code, probability in found.items()}


def second_opinion(text: str, script: str, priors: Mapping[str, float]) -> dict[str, float]:
    """Log-probability that langdetect gives each language, starting from `priors` (language -> weight).

    Only languages that langdetect knows and that `priors` names are in the answer; it is empty where there are none or
    where the text has none of its n-grams.
    """
    factory = _factory(script)
    if factory is None:
        return {}
    labels = {_LANGDETECT.get(label, label): label for label in factory.get_lang_list()}
    weights = {labels[code]: weight for code, weight in priors.items() if code in labels and weight > 0}
    if not weights:
        return {}
    detector = factory.create()
    detector.set_prior_map(weights)
    detector.append(text)
    try:
        found = {one.lang: one.prob for one in detector.get_probabilities()}
    except LangDetectException:  # no n-gram of the text is in its profiles
        return {}
    return {code: math.log(max(found.get(labels[code], 0.0), FLOOR)) for code in priors if labels.get(code) in weights}
