"""Which language is read with another's words: one table for all that is kept as words of a language."""

from __future__ import annotations

from collections.abc import Container

KIN = {
    "no": "nb",  # Norwegian that does not say which
    "nn": "nb",
    "bs": "hr",
    "sh": "hr",
    "cnr": "sr",
    "yue": "zh",  # Cantonese is written in newspapers nearly as Chinese is
    "arz": "ar",
    "ary": "ar",
}


def read_as(language: str, own: Container[str] = ()) -> str:
    """The code of the language whose words a text is read with: its own where `own` has it, else that of its kin."""
    base = language.partition("-")[0].lower()
    return base if base in own else KIN.get(base, base)
