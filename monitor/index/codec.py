"""Our rows and nouns as JSON, and back; what is left at its default is left out.

A moment is ISO 8601, a day alone `2018-05-22` (or `2018-05-22+04:30` where its midnight is not UTC's); bytes and
vectors (little-endian float32) are base64.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import numpy as np
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from monitor.index.rows import Stored, Vector
from monitor.model import Article, Event, Moment

T = TypeVar("T")
ALWAYS = ("id", "url", "outlet", "language", "published", "headline", "body")  # in an article even where empty


def moment_to_text(moment: Moment) -> str:
    """ISO 8601; nothing is lost but the zone's name."""
    if moment.has_time or not moment.utcoffset():
        return moment.to_text()
    return moment.date().isoformat() + moment.isoformat()[-6:]


def moment_from_text(text: str) -> Moment:
    """What `moment_to_text` wrote. Raises ValueError."""
    if len(text) > 10 and text[10] in "+-":
        return Moment.of(datetime.fromisoformat(f"{text[:10]}T00:00:00{text[10:]}"), has_time=False)
    return Moment.parse(text)


def time_to_text(when: datetime) -> str:
    """ISO 8601 with a zone; a time without one is UTC."""
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()


def time_from_text(text: str) -> datetime:
    """What `time_to_text` wrote. Raises ValueError."""
    when = datetime.fromisoformat(text)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def vector_to_text(vector: Vector) -> str:
    """Base64 of little-endian float32."""
    return base64.b64encode(np.ascontiguousarray(vector, dtype="<f4").tobytes()).decode("ascii")


def vector_from_text(text: str) -> Vector:
    """What `vector_to_text` wrote. Raises ValueError."""
    return np.frombuffer(base64.b64decode(text, validate=True), dtype="<f4").astype(np.float32, copy=False)


def _bytes_from_text(text: str, _: type) -> bytes:
    return base64.b64decode(text, validate=True)


def _converter() -> Converter:
    made = Converter(omit_if_default=True, detailed_validation=False)
    made.register_unstructure_hook(Moment, moment_to_text)
    made.register_structure_hook(Moment, lambda text, _: moment_from_text(text))
    made.register_unstructure_hook(datetime, time_to_text)
    made.register_structure_hook(datetime, lambda text, _: time_from_text(text))
    made.register_unstructure_hook(bytes, lambda data: base64.b64encode(data).decode("ascii"))
    made.register_structure_hook(bytes, _bytes_from_text)
    made.register_unstructure_hook_func(lambda kind: kind is Vector, vector_to_text)
    made.register_structure_hook_func(lambda kind: kind is Vector, lambda text, _: vector_from_text(text))
    shown: dict[str, Any] = {name: override(omit_if_default=False) for name in ALWAYS}
    made.register_unstructure_hook(Article, make_dict_unstructure_fn(Article, made, **shown))
    # An array cannot be compared with its default, None.
    bare = make_dict_unstructure_fn(Stored, made, vector=override(omit=True))
    made.register_unstructure_hook(Stored, lambda row: bare(row) | _vector(row))
    return made


def _vector(stored: Stored) -> dict[str, str]:
    return {} if stored.vector is None else {"vector": vector_to_text(stored.vector)}


CONVERTER = _converter()


def to_dict(row: Any) -> dict[str, Any]:
    """Any of our attrs rows or nouns as what JSON can hold."""
    made: dict[str, Any] = CONVERTER.unstructure(row)
    return made


def from_dict(data: Mapping[str, Any], kind: type[T]) -> T:
    """What `to_dict` made; keys that we do not know are passed over.

    Raises ValueError where a key is missing or a value cannot be read.
    """
    try:
        return CONVERTER.structure(data, kind)
    except (TypeError, KeyError, AttributeError, ValueError) as problem:
        raise ValueError(f"no {kind.__name__}: {type(problem).__name__} {problem}") from problem


def article_to_dict(article: Article) -> dict[str, Any]:
    """An article as JSON; id, url, outlet, language, published, headline and body are always there."""
    return to_dict(article)


def article_from_dict(data: Mapping[str, Any]) -> Article:
    """What `article_to_dict` made. Raises ValueError."""
    return from_dict(data, Article)


def event_to_dict(event: Event) -> dict[str, Any]:
    """An event as JSON."""
    return to_dict(event)


def event_from_dict(data: Mapping[str, Any]) -> Event:
    """What `event_to_dict` made. Raises ValueError."""
    return from_dict(data, Event)


def stored_to_dict(stored: Stored) -> dict[str, Any]:
    """An article with its vector, analysis and fingerprints as JSON."""
    return to_dict(stored)


def stored_from_dict(data: Mapping[str, Any]) -> Stored:
    """What `stored_to_dict` made. Raises ValueError."""
    return from_dict(data, Stored)


def dumps(data: Any) -> str:
    """Compact JSON that can be written as UTF-8: a lone surrogate becomes a question mark."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return clean(text)


def clean(text: str) -> str:
    """Text that UTF-8, SQLite and Elasticsearch all take: without NUL and lone surrogates."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def time_of(article: Article) -> datetime:
    """The time by which an article is filed: `published`, or `fetched` where that is missing or over a day later.

    A date in the future is a wrong date; a day allows for zones and for papers dated tomorrow.
    Raises ValueError where both are missing.
    """
    published, fetched = article.published, article.fetched
    if published is not None and (fetched is None or published - timedelta(days=1) <= fetched):
        return published
    if fetched is None:
        raise ValueError(f"article {article.id or article.url} has neither a date nor a time of fetching")
    return fetched if fetched.tzinfo else fetched.replace(tzinfo=UTC)
