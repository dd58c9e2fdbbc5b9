"""Countries' names in a language, from CLDR."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from monitor.analysis.frames.loading import frames, respelled


@lru_cache(maxsize=64)
def territories(language: str) -> tuple[str, ...]:
    """Names of countries as the language writes them; empty for a language that CLDR does not know."""
    try:
        names = Locale.parse(language.partition("-")[0]).territories
    except (UnknownLocaleError, ValueError):
        return ()
    known = (
        name for code, name in names.items() if code.isalpha() and len(code) == 2 and code not in {"ZZ", "XA", "XB"}
    )
    return respelled(known, frames(language).respelled)
