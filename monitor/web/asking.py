"""What was asked of a page, and what of it is not to be had."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from monitor.web.problems import N_, PageProblem

COMMA = "[,،，、]"
LONGEST = 60  # characters of a value that are said again
NO_NUMBER = N_("{name}: “{words}” is no number from {least} to {most}.")
TOO_LONG = N_("{name}: longer than {most} characters.")
NONE_OF = N_("{name}: there is no “{words}”; there are: {names}.")


@frozen
class Odd:
    """A message of the interface, with its values, on what was asked for and is not to be had."""

    message: str
    values: Mapping[str, object]


@frozen(kw_only=True)
class Ask:
    """What was asked: a view needs no more of a request."""

    path: Mapping[str, str]
    query: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]
    form: Mapping[str, str]
    posted: bool = False
    html: bool = True  # False for a program, which would rather wait than get a part
    locale: str = "en"
    odd: list[Odd] = field(factory=list, eq=False)

    def is_odd(self, message: str, **values: object) -> None:
        """Say that a value is none: a reader is shown the page without it and told so.

        Raises PageProblem for a program, which would take what it gets for what it asked for.
        """
        if not self.html:
            raise PageProblem(400, message, **values)
        if Odd(message, values) not in self.odd:
            self.odd.append(Odd(message, values))

    def number(self, name: str, default: int, *, least: int = 0, most: int) -> int:
        """A number of the query from `least` to `most`; where there is none, or what is no such number, the default."""
        text = self.query.get(name, "").strip()
        if text.isascii() and text.isdigit() and len(text) < 10 and least <= int(text) <= most:
            return int(text)
        if text:
            self.is_odd(NO_NUMBER, name=name, words=text[:LONGEST], least=least, most=most)
        return default

    def text(self, name: str, *, most: int) -> str:
        """The text of the query, of which `most` characters are read."""
        text = self.query.get(name, "")
        if len(text) > most:
            self.is_odd(TOO_LONG, name=name, most=most)
        return text[:most]

    def listed(self, name: str) -> tuple[str, ...]:
        """What is given once or several times, or parted by commas."""
        given = ",".join(self.lists.get(name, ()))
        return tuple(each.strip() for each in re.split(COMMA, given) if each.strip())

    def choice(self, name: str, names: Sequence[str]) -> str:
        """One of these names; the first where there is none, or another."""
        text = self.query.get(name, "").strip()
        if text and text not in names:
            self.is_odd(NONE_OF, name=name, words=text[:LONGEST], names=", ".join(names))
        return text if text in names else names[0]

    def flag(self, name: str) -> bool:
        """True for 1, False for 0 or nothing."""
        return self.choice(name, ("0", "1")) == "1"
