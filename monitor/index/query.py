"""What people type into a search: words, "phrases", -without, OR. Nothing that is typed is an error."""

from __future__ import annotations

import regex
from attrs import frozen

LONGEST = 1000  # characters of a query that are read; what follows is passed over
MOST = 32  # items of a query that are read
OPENING, CLOSING = '"“„«‟”「『', '"”“»‟”」』'
ITEM = regex.compile(rf"(-?)(?:[{OPENING}]([^{CLOSING}]*)(?:[{CLOSING}]|$)|([^\s{OPENING}]+))")
WORD = regex.compile(r"[\p{L}\p{N}]")


@frozen
class Item:
    """A word, or a phrase whose words stand beside each other in this order."""

    text: str
    phrase: bool = False


@frozen
class Query:
    """All of `groups` must be there, each by any of its items; none of `without` may."""

    groups: tuple[tuple[Item, ...], ...] = ()
    without: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is looked for, as highlights mark it."""
        return tuple(item for group in self.groups for item in group)


def parse(text: str) -> Query:
    """Read a query; `a OR b c` is (a or b) and c. A mark with no word in it is passed over, as is OR at an end."""
    groups: list[list[Item]] = []
    without: list[Item] = []
    joined = False
    for minus, quoted, bare in ITEM.findall(text[:LONGEST])[:MOST]:
        if bare == "OR":
            joined = bool(groups)
            continue
        words = quoted or bare
        if not WORD.search(words):
            continue
        item = Item(words.strip(), phrase=bool(quoted))
        if minus:
            without.append(item)
        elif joined:
            groups[-1].append(item)
        else:
            groups.append([item])
        joined = False
    return Query(tuple(map(tuple, groups)), tuple(without))
