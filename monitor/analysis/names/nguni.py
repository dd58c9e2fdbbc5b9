"""Names in Zulu and Xhosa, whose prefixes are written onto them: uSipho Dlamini, kuThandi, ngokusho kukaZodwa."""

from __future__ import annotations

import regex
from attrs import frozen

from monitor.analysis.names.naming import Capitals

_PREFIX = regex.compile(r"(?<![\p{L}\p{N}’'-])(\p{L}\p{Ll}{0,3})(?=\p{Lu}\p{Ll})")
_PLACES = frozenset("kn")  # begin those of where, to whom and with whom: ku-, no-
_NONE = frozenset({"u", "o", "ka", "kuka", "ngu", "ngo", "wu"})  # prefixes of subjects and of whose words they are


@frozen
class Nguni(Capitals):
    """Words with a capital behind their prefix."""

    def plain(self, body: str) -> str:
        """The text without prefixes of subjects; others are parted from the name, as prepositions are: `k Thandi`."""
        return _PREFIX.sub(_parted, body)


def _parted(found: regex.Match[str]) -> str:
    prefix = found[1].lower()
    if prefix in _NONE:
        return " " * len(prefix)
    return f"{prefix[:-1]} " if prefix[0] in _PLACES else found[1]
