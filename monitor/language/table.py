"""The table of languages: names, script, direction, stemmer, Elasticsearch analyzer.

The rows are in `languages.csv`, a line a language; names come from CLDR, scripts are ISO 15924, `news` says roughly how
much news is published in a language (much, some, little) and is what detection starts from.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from attrs import evolve, frozen

from monitor.language.tags import parts

RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})
UNSPACED_SCRIPTS = frozenset({"Hans", "Hant", "Hani", "Jpan", "Thai", "Khmr", "Mymr", "Laoo", "Tibt"})


@frozen
class Language:
    """What the monitor has to know of a language."""

    code: str  # BCP 47
    name: str  # in English
    native: str  # in the language itself
    script: str  # ISO 15924
    spaces: bool = True  # words are parted by spaces
    news: str = "little"  # much, some or little is published in it
    stemmer: str | None = None  # Snowball's name
    analyzer: str | None = None  # Elasticsearch's built-in one

    @property
    def rtl(self) -> bool:
        """Written from right to left."""
        return self.script in RTL_SCRIPTS


def _read() -> dict[str, Language]:
    text = files("monitor.language").joinpath("languages.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Language(
            code=row["code"],
            name=row["name"],
            native=row["native"] or row["name"],
            script=row["script"],
            spaces=row["spaces"] == "yes",
            news=row["news"],
            stemmer=row["stemmer"] or None,
            analyzer=row["analyzer"] or None,
        )
        for row in csv.DictReader(text.splitlines())
    }


LANGUAGES: Mapping[str, Language] = MappingProxyType(_read())
UNDETERMINED = Language(code="und", name="Undetermined", native="", script="Zyyy")


@lru_cache(maxsize=1024)
def language(code: str) -> Language:
    """Look a tag up: `zh_TW`, `iw`, `pt-BR`, `sr-Latn` are understood; an unknown one gets the tag as its name.

    A tag that the table has without its region or script is that row with the tag as its `code`.
    """
    tag = parts(code)
    for known in (tag.text, tag.with_script, tag.language):
        if known in LANGUAGES:
            found = LANGUAGES[known]
            written = tag.script or found.script
            return evolve(found, code=tag.text, script=written, spaces=written not in UNSPACED_SCRIPTS)
    if tag.language == "und":
        return UNDETERMINED
    script = tag.script or "Zyyy"
    return Language(code=tag.text, name=tag.text, native=tag.text, script=script, spaces=script not in UNSPACED_SCRIPTS)


def direction(code: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` attribute wants it; unknown languages are `ltr`."""
    return "rtl" if language(code).rtl else "ltr"
