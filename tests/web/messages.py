"""The interface's messages: those that its templates and its code say, and the words of other rooms that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from babel.messages.extract import extract
from babel.messages.pofile import read_po

from monitor.yaml12 import read_yaml

KEYWORDS = {"_": None, "_n": (1, 2), "PageProblem": (2,), "N_": None, "problem_page": (2,)}

# Words of other rooms that the page shows: states of an outlet, forms of a quote, how a copy is told.
STATES = ("ok", "broken", "silent", "meagre", "late")
FORMS = ("whole", "cut", "paraphrased", "translated")


def messages() -> dict[str, str]:
    """Every message and its plural ("" where it has none), in the order in which it is met."""
    found: dict[str, str] = dict.fromkeys((*STATES, *FORMS, *_terms()), "")
    for one, many in (*_of_templates(), *_of_code()):
        found[one] = many or found.get(one, "")
    return {message: many for message, many in found.items() if message != "{reason}"}


def translated(locale: str) -> dict[str, tuple[str, ...]]:
    """Every message of a language's file, with its translations: one, or one for each plural form."""
    with (files("monitor.web") / "locales" / f"{locale}.po").open("rb") as file:
        catalogue = read_po(file, locale=locale)
    found = {}
    for entry in catalogue:
        name = entry.id[0] if isinstance(entry.id, tuple | list) else entry.id
        said = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
        if name:
            found[str(name)] = tuple(str(each or "") for each in said)
    return found


def _terms() -> list[str]:
    """What the contested terms stand for, and what each side calls it."""
    terms = (each for each in (files("monitor.comparison") / "terms").iterdir() if each.name.endswith(".yaml"))
    read = sorted((read_yaml(each.read_bytes()).value for each in terms), key=lambda value: str(value["concept"]))
    return [name for value in read for name in (value["concept"], *(side.replace("-", " ") for side in value["sides"]))]


def _of_templates() -> Iterator[tuple[str, str]]:
    for each in sorted((files("monitor.web") / "templates").iterdir(), key=lambda each: each.name):
        with each.open("rb") as file:
            for _, message, _, _ in extract("jinja2.ext:babel_extract", file, KEYWORDS):
                yield _pair(message)


def _of_code() -> Iterator[tuple[str, str]]:
    for each in sorted(files("monitor.web").iterdir(), key=lambda each: each.name):
        if each.name.endswith(".py"):
            with each.open("rb") as file:
                for _, message, _, _ in extract("python", file, {**KEYWORDS, "self": None, "speaker": None}):
                    yield _pair(message)


def _pair(message: str | tuple[str, ...] | list[str]) -> tuple[str, str]:
    return (message, "") if isinstance(message, str) else (message[0], message[1])
