"""The fields that a saved object may speak of: those of the data view it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from kibana_ql import KqlParser
from parsimonious.exceptions import ParseError
from parsimonious.nodes import Node

from monitor.kibana.objects import SavedObject

NUMBERS = {"integer", "long", "short", "byte", "float", "double", "half_float", "unsigned_long"}
UNAGGREGATABLE = {"text", "binary", "dense_vector", "object", "flattened"}


class Fields:
    """Asks the mapping behind an object's data view; every question yields the problems it finds."""

    def __init__(
        self, each: SavedObject, views: Mapping[Any, SavedObject], mappings: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self.mappings = mappings
        titles = {each["attributes"].get("title")} if each["type"] == "index-pattern" else set()
        for reference in each["references"]:
            view = views.get(reference.get("id")) if reference.get("type") == "index-pattern" else None
            if view is not None:
                titles.add(view["attributes"].get("title"))
        self.known: dict[str, str] = {}
        for title in titles:
            self.known.update({name: spec.get("type", "object") for name, spec in mappings.get(title, {}).items()})

    def exists(self, name: str, where: str) -> Iterator[str]:
        """The field is in the mapping; a pattern meets at least one."""
        found = name in self.known or ("*" in name and any(fnmatchcase(each, name) for each in self.known))
        if not found:
            yield f"{where}: the index has no field {name!r}"

    def aggregatable(self, name: str, where: str) -> Iterator[str]:
        """The field can be grouped and sorted by."""
        if name not in self.known:
            yield f"{where}: the index has no field {name!r}"
        elif self.known[name] in UNAGGREGATABLE:
            yield f"{where}: {name!r} is {self.known[name]}, which cannot be grouped or sorted by"

    def dated(self, name: str, where: str) -> Iterator[str]:
        """The field is a date."""
        if self.known.get(name) != "date":
            yield f"{where}: {name!r} is no date of the index"

    def number(self, name: str, where: str) -> Iterator[str]:
        """The field is a number."""
        if self.known.get(name) not in NUMBERS:
            yield f"{where}: {name!r} is no number of the index"

    def query(self, query: Mapping[str, Any], where: str) -> Iterator[str]:
        """The query parses, and the fields it names exist."""
        if query.get("language") != "kuery":
            yield f"{where}: expected the language kuery, found {query.get('language')!r}"
            return
        text = str(query.get("query", ""))
        if not text.strip():
            return
        try:
            tree = KqlParser().parse(text)
        except ParseError as problem:
            yield f"{where}: {text!r} does not parse: {problem}"
            return
        for name in dict.fromkeys(_fields(tree)):
            yield from self.exists(name.strip(' "'), where)


def _fields(node: Node) -> Iterator[str]:
    if node.expr_name == "Field":
        yield node.text
    else:
        for child in node.children:
            yield from _fields(child)
