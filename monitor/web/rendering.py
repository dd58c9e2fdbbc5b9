"""Templates: what is escaped, and the few filters that know about text of many languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from monitor.comparison.results import Cell
from monitor.index import Passage
from monitor.language import direction, language
from monitor.web import pictures
from monitor.web.speaking import INTERFACES, Speaker


@cache
def environment() -> Environment:
    """Jinja's environment: every value is escaped, a missing one is an error."""
    made = Environment(
        loader=PackageLoader("monitor.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        marked=marked,
        direction=text_direction,
        native=native,
        code_of=code_of,
        is_web=is_web,
        with_query=with_query,
        sentence_url=sentence_url,
        segment=segment,
    )
    made.globals.update(pictures=pictures)
    return made


def render(template: str, speaker: Speaker, values: Mapping[str, Any]) -> str:
    """A page of HTML."""
    given = {"_": speaker, "_n": speaker.plural, "speaker": speaker, "interfaces": INTERFACES, **values}
    return environment().get_template(template).render(given)


def text_direction(code: str) -> str:
    """What HTML's `dir` wants for a text of this language; `auto` where the language is not known."""
    return "auto" if not code or code == "und" else direction(code)


def native(code: str) -> str:
    """A language's own name, as a reader of it looks for it."""
    return language(code).native


def code_of(headlines: Mapping[str, str], headline: str) -> str:
    """The language of a headline among those of an event; `und` where it is none of them."""
    return next((code for code, words in headlines.items() if words == headline), "und")


def is_web(url: str) -> bool:
    """True for an address that a link may lead to: a page's own address may be `javascript:`."""
    return url.lower().startswith(("https://", "http://"))


def with_query(query: Mapping[str, object], **changed: object) -> str:
    """A query string with some values changed; those that are empty are left out."""
    return urlencode([(name, str(value)) for name, value in {**query, **changed}.items() if value not in ("", None)])


def segment(name: str) -> str:
    """A name as one segment of an address."""
    return quote(name, safe="")


def sentence_url(cell: Cell) -> str:
    """Where the sentence of a table's cell stands."""
    return f"/article/{segment(cell.article)}?at={cell.start}#at"


def marked(passage: Passage) -> Markup:
    """A passage with its marks as <mark>; everything else in it is escaped."""
    return Markup("").join(_parts(passage))


def _parts(passage: Passage) -> Iterator[Markup]:
    end = 0
    for start, stop in passage.marks:
        yield escape(passage.text[end:start])
        yield Markup("<mark>{}</mark>").format(passage.text[start:stop])
        end = stop
    yield escape(passage.text[end:])
