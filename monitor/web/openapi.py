"""The OpenAPI document: every address, its parameters, and the shapes of its JSON, read from our own classes."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

import attrs

from monitor import __version__
from monitor.comparison import ArticleComparison, EventComparison
from monitor.model import Analysis, Article, Event, Revision
from monitor.web.answers import ATOM, CSV, JSON
from monitor.web.tables import TABLES

PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
FILTERS = {
    "q": 'words, "phrases", -without, OR',
    "span": "such as 12h, 2d or 3w before now, a date such as 2018-05-22, or all; everything without it",
    "since": "another name of span",
    "language": "BCP 47, such as fa; several are parted by commas",
    "country": "of the outlet, ISO 3166-1, such as IR; several are parted by commas",
    "outlet": "a slug, or its publisher's; several are parted by commas",
    "tag": "of the outlet, such as agency; several are parted by commas",
    "offset": "how many to leave out, at most 10000",
    "limit": "at most so many, up to 500; 30 events or 20 articles without it",
}
EVENTS = FILTERS | {
    "order": "newest, or widest: the widest coverage first; without it a feed has the newest, all else the widest",
    "min": "told by at least so many outlets",
}
ARTICLES = FILTERS | {
    "order": "newest, or best: what fits the words best first; without it a feed has the newest, all else the best",
    "meaning": "1: search by meaning too, across languages; what fits best comes first",
}
ALL = {"all": "1: those of the catalogue that were never crawled too"}
FORM = {
    "text": "an article, HTML or plain text",
    "url": "its address, where no text is given",
    "published": "ISO 8601, where the article does not say it",
    "outlet": "a slug or a publisher's name",
}


def document() -> dict[str, Any]:
    """OpenAPI 3.1."""
    schemas: dict[str, Any] = {}
    for each in (Event, Article, Analysis, Revision, EventComparison, ArticleComparison):
        schema(each, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "News monitor",
            "version": __version__,
            "description": "Who reported the same event, when, in which language, citing whom.",
        },
        "paths": {path: {**each, "parameters": _placeholders(path)} for path, each in _paths().items()},
        "components": {"schemas": schemas},
    }


def schema(kind: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """The JSON schema of a type; attrs classes go into `schemas` and are referred to."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and attrs.has(kind):
        if kind.__name__ not in schemas:
            schemas[kind.__name__] = {}
            hints = typing.get_type_hints(kind)
            fields = {each.name: schema(hints[each.name], schemas) for each in attrs.fields(kind)}
            schemas[kind.__name__] = {"type": "object", "properties": fields}
        return {"$ref": f"#/components/schemas/{kind.__name__}"}
    if isinstance(kind, type) and issubclass(kind, datetime):
        return {"type": "string", "description": "ISO 8601: a day, or a day and a time with its zone"}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"type": "string", "enum": [each.value for each in kind]}
    return _generic(kind, schemas)


def _generic(kind: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [schema(each, schemas) for each in inner if each is not type(None)] + [{"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": schema(inner[0], schemas)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema(inner[1], schemas)}
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return {"type": "array", "items": schema(inner[0], schemas)}
    if kind is timedelta:
        return {"type": "number", "description": "seconds"}
    raise TypeError(f"the OpenAPI document has no schema for {kind}")


def _paths() -> dict[str, Any]:
    event, article = _ref("Event"), _ref("Article")
    listed = {"total": {"type": "integer"}}
    found = {
        "article": article,
        "analysis": _ref("Analysis"),
        "revisions": {"type": "array", "items": _ref("Revision")},
    }
    return {
        "/events.json": _get("Events", _object(**listed, events=_many(event)), EVENTS),
        "/events.csv": _get("Events as CSV", None, EVENTS, CSV),
        "/events.atom": _get("Events as a feed", None, EVENTS, ATOM),
        "/event/{id}.json": _get("An event compared over its outlets", _ref("EventComparison")),
        "/event/{id}.atom": _get("An event's articles as a feed", None, {}, ATOM),
        "/event/{id}/{table}.json": _get("A table of an event", _object(columns=_many({}), rows=_many({})), {}, JSON),
        "/event/{id}/{table}.csv": _get("A table of an event as CSV", None, {}, CSV),
        "/article/{id}.json": _get("An article", _object(**found)),
        "/search.json": _get("Articles", _object(**listed, hits=_many(article)), ARTICLES),
        "/search.csv": _get("Articles as CSV", None, ARTICLES, CSV),
        "/search.atom": _get("Articles as a feed", None, ARTICLES, ATOM),
        "/outlets.json": _get("Outlets and their health", _object(outlets=_many({"type": "object"})), ALL),
        "/outlets.csv": _get("Outlets as CSV", None, ALL, CSV),
        "/outlet/{slug}.json": _get("An outlet", {"type": "object"}),
        "/compare.json": {"post": _post()},
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _many(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _get(
    summary: str, body: dict[str, Any] | None, query: Mapping[str, str] | None = None, media: str = JSON
) -> dict[str, Any]:
    given = [
        {"name": name, "in": "query", "description": said, "schema": {"type": "string"}}
        for name, said in (query or {}).items()
    ]
    content = {media: {"schema": body or {"type": "string"}}}
    return {"get": {"summary": summary, "parameters": given, "responses": _responses(content)}}


def _placeholders(path: str) -> list[dict[str, Any]]:
    kinds = {"table": {"type": "string", "enum": list(TABLES)}}
    names = re.findall(r"{(\w+)}", path)
    return [{"name": n, "in": "path", "required": True, "schema": kinds.get(n, {"type": "string"})} for n in names]


def _post() -> dict[str, Any]:
    fields = {name: {"type": "string", "description": said} for name, said in FORM.items()}
    content = {JSON: {"schema": _ref("ArticleComparison")}}
    return {
        "summary": "An article beside everything that is known of its events",
        "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "properties": fields}}}},
        "responses": _responses(content),
    }


def _responses(content: dict[str, Any]) -> dict[str, Any]:
    error = {JSON: {"schema": _object(error={"type": "string"})}}
    return {
        "200": {"description": "What was asked for", "content": content},
        "default": {"description": "Why not", "content": error},
    }
