"""What is known before a text is read: how much news a language has, and what outlet and page declare."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from monitor.language.table import LANGUAGES
from monitor.language.tags import parts

Prior = Mapping[str, float] | Sequence[str] | None

# Log-odds of a language before anything is known. Coarse on purpose: fitted on headlines of 12 languages it would have
# been steeper, and rare languages would never be found in a short headline.
NEWS = {"much": 0.0, "some": -0.7, "little": -1.5}

# What a declaration is worth: of pages that declare a language, few are in another (an outlet's English page in an
# edition of its own, a template's left-over `lang`), so the declared ones share this, all others the rest.
TRUST = 0.92

_NORWEGIAN = {"no": ("nb", "nn")}


def declared(prior: Prior) -> dict[str, float]:
    """The declared languages with weights that sum to 1, by the table's codes without script and region.

    A sequence counts best first, each next one half of the one before. What is no tag, or weighs nothing, is dropped.
    """
    if not prior:
        return {}
    if isinstance(prior, str):
        prior = [prior]
    pairs = prior.items() if isinstance(prior, Mapping) else [(tag, 0.5**at) for at, tag in enumerate(prior)]
    weights: dict[str, float] = {}
    for tag, weight in pairs:
        code = parts(tag).language if isinstance(tag, str) else "und"
        if code == "und" or not 0 < weight < math.inf:
            continue
        for one in _NORWEGIAN.get(code, (code,)):
            weights[one] = max(weights.get(one, 0.0), weight)
    total = sum(weights.values())
    return {code: weight / total for code, weight in weights.items()}


def declared_scripts(prior: Prior) -> dict[str, str]:
    """The script that the declared tags state for a language, such as zh: Hant for `zh-TW`; best first."""
    tags = [prior] if isinstance(prior, str) else list(prior or ())
    found: dict[str, str] = {}
    for tag in tags:
        read = parts(tag) if isinstance(tag, str) else None
        if read and read.script:
            found.setdefault(read.language, read.script)
    return found


def log_priors(candidates: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    """Log-prior of each candidate from the news table and the declared weights."""
    base = {code: math.exp(NEWS[LANGUAGES[code].news if code in LANGUAGES else "little"]) for code in candidates}
    total = sum(base.values()) or 1.0
    trust = TRUST if weights else 0.0
    return {
        code: math.log(trust * weights.get(code, 0.0) + (1 - trust) * share / total) for code, share in base.items()
    }
