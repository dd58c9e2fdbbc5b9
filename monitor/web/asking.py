"""What was asked of a page, and what of it is not to be had."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from attrs import field, frozen

from monitor.web.problems import N_, PageProblem

COMMA = "[,،，、]"
LONGEST = 60  # characters of a value that are said again
NO_NUMBER = N_("{name}: “{words}” is no number from {least} to {most}.")
TOO_LONG = N_("{name}: longer than {most} characters.")
TRACKING = re.compile(r"utm_\w+|\w*clid|mc_[ce]id|_g[al]|ref")  # what mailings and networks put into an address
MOST_STRANGE = 5  # unknown parameters that are told
NO_PARAMETERS = N_("There is no parameter “{words}”: this address takes none.")
NO_PARAMETER = N_("There is no parameter “{words}”; there are: {names}.")
NEAR_PARAMETER = N_("There is no parameter “{words}”: did you mean {near}? There are: {names}.")
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
    feed: bool = False  # a program that comes again for what is new
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

    def knows(self, query: Collection[str], form: Collection[str] = ()) -> None:
        """Say which parameters, of the query or of a form, there are none of."""
        for given, names in ((self.query, query), (self.form, form)):
            for name in [each for each in given if each not in names and each != "lang"][:MOST_STRANGE]:
                near = get_close_matches(name.lower(), names, n=1)
                message = NEAR_PARAMETER if near else NO_PARAMETER if names else NO_PARAMETERS
                known = {"names": ", ".join(names)} if names else {}
                self.is_odd(message, words=name[:LONGEST], **known, **({"near": near[0]} if near else {}))

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


def asked(given: Mapping[str, str]) -> dict[str, str]:
    """The parameters of an address, but for those by which others track who follows it."""
    return {name: value for name, value in given.items() if not TRACKING.fullmatch(name)}
