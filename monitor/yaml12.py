"""A small, safe reader of YAML 1.2: one document of mappings, lists and scalars, with the line of everything.

PyYAML's parser (libyaml) gives the events, at a fortieth of the time of a parser in Python; which scalar means what is
decided here, by the core schema of YAML 1.2.2 (section 10.3.2), so that `NO` is a string and `012` is twelve. Anchors,
aliases and tags are refused, so no file can unfold; size, depth and number of values are bounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Final

import yaml
from attrs import field, frozen

Key = tuple[str | int, ...]

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 8
MAX_VALUES: Final = 20_000

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE: Final = frozenset(("true", "True", "TRUE"))
_FALSE: Final = frozenset(("false", "False", "FALSE"))
_NUMBERS: Final[tuple[tuple[re.Pattern[str], Callable[[str], int | float]], ...]] = (
    (re.compile(r"[-+]?[0-9]{1,300}"), int),
    (re.compile(r"0o[0-7]{1,300}"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]{1,300}"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(?:\.[0-9]{1,300}|[0-9]{1,300}(?:\.[0-9]{0,300})?)(?:[eE][-+]?[0-9]{1,9})?"), float),
    (re.compile(r"[-+]?\.(?:inf|Inf|INF)"), lambda text: -math.inf if text[0] == "-" else math.inf),
    (re.compile(r"\.(?:nan|NaN|NAN)"), lambda _: math.nan),
)


class NotYamlError(ValueError):
    """A text that is not the YAML that is taken here; `line` counts from 1, `key` is where in the document."""

    def __init__(self, line: int, key: str, expected: str) -> None:
        super().__init__(f"line {line}: {key + ': ' if key else ''}expected {expected}")
        self.line, self.key, self.expected = line, key, expected


@frozen
class Document:
    """A document's value; where its keys and items stand is read when it is asked for, which is for an error."""

    value: Any
    _text: str = field(repr=False)

    def line(self, key: Key) -> int:
        """The line (from 1) of what `key` leads to, by its way from the top, or of the nearest thing above it."""
        while key and key not in self._lines:
            key = key[:-1]
        return self._lines.get(key, 1)

    @cached_property
    def _lines(self) -> dict[Key, int]:
        return _Placed(iter(yaml.parse(self._text, Loader=_LOADER))).read()[1]


def scalar(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar by the core schema of YAML 1.2."""
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if text[0] in "+-.0123456789":
        for pattern, number in _NUMBERS:
            if pattern.fullmatch(text):
                return number(text)
    return text


def read_yaml(data: bytes) -> Document:
    """Read one document of UTF-8.

    Raises NotYamlError where it is too large, too deep, no UTF-8, no YAML, has two equal keys, or uses anchors,
    aliases, tags or a second document.
    """
    if len(data) > MAX_BYTES:
        raise NotYamlError(1, "", f"at most {MAX_BYTES} bytes, found {len(data)}")
    text = _decode(data)
    try:
        return Document(_Values(text).read(), text)
    except (_RefusedError, yaml.YAMLError):
        pass  # read again by the slower reader, which knows where everything stands and what to say of it
    try:
        return Document(_Placed(iter(yaml.parse(text, Loader=_LOADER))).read()[0], text)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = min(mark.line, text.count("\n")) + 1 if mark else 1  # the end of a text counts as a line after it
        raise NotYamlError(line, "", f"YAML 1.2 ({problem.problem or problem.context})") from None
    except yaml.YAMLError as problem:
        raise NotYamlError(1, "", f"YAML 1.2 ({' '.join(str(problem).split())[:200]})") from None


def _decode(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise NotYamlError(line, "", f"UTF-8, found byte 0x{data[problem.start]:02x}") from None
    if "\0" in text:
        raise NotYamlError(text.count("\n", 0, text.index("\0")) + 1, "", "text, found a NUL byte")
    return text


class _RefusedError(Exception):
    """Something in the document is not taken here."""


class _Values:
    """Makes values of parser events and nothing else; what it refuses, `_Placed` explains."""

    def __init__(self, text: str) -> None:
        self._parser = _LOADER(text)
        self._next: Callable[[], Any] = self._parser.get_event
        self._count = 0

    def read(self) -> Any:
        """The value of the one document. Raises _RefusedError and YAMLError."""
        try:
            self._next()  # the stream's start
            value = None
            if isinstance(self._next(), yaml.DocumentStartEvent):
                value = self._value(self._next(), 0)
                self._next()  # the document's end
                if not isinstance(self._next(), yaml.StreamEndEvent):
                    raise _RefusedError
            return value
        finally:
            self._parser.dispose()

    def _value(self, event: Any, depth: int) -> Any:
        self._count += 1
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or event.tag or depth > MAX_DEPTH or self._count > MAX_VALUES:
            raise _RefusedError
        if kind is yaml.ScalarEvent:
            return scalar(event.value) if event.implicit[0] else event.value
        return self._mapping(depth + 1) if kind is yaml.MappingStartEvent else self._sequence(depth + 1)

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        following = self._next
        while type(event := following()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent or event.anchor or event.tag or event.value in found:
                raise _RefusedError
            found[event.value] = self._value(following(), depth)
        return found

    def _sequence(self, depth: int) -> list[Any]:
        found: list[Any] = []
        following = self._next
        while type(event := following()) is not yaml.SequenceEndEvent:
            found.append(self._value(event, depth))
        return found


class _Placed:
    """Makes values of parser events, with the line of each, and says what is wrong with one."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._lines: dict[Key, int] = {}
        self._count = 0

    def read(self) -> tuple[Any, dict[Key, int]]:
        """The value of the one document, and the line of each key and item. Raises NotYamlError and YAMLError."""
        value = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                line = _line(event)
                if self._lines:
                    raise NotYamlError(line, "", "one document, found a second")
                self._lines[()] = line
                value = self._value(next(self._events), ())
        return value, self._lines

    def _value(self, event: Any, at: Key) -> Any:
        self._check(event, at)
        if isinstance(event, yaml.ScalarEvent):
            return scalar(event.value) if event.implicit[0] else event.value
        return self._mapping(at) if isinstance(event, yaml.MappingStartEvent) else self._sequence(at)

    def _check(self, event: Any, at: Key) -> None:
        line, self._count = _line(event), self._count + 1
        self._lines.setdefault(at, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise NotYamlError(line, dotted(at), "no anchors and aliases")
        if event.tag:
            raise NotYamlError(line, dotted(at), f"no tags, found {event.tag[:40]}")
        if len(at) > MAX_DEPTH:
            raise NotYamlError(line, dotted(at)[:80], f"at most {MAX_DEPTH} levels")
        if self._count > MAX_VALUES:
            raise NotYamlError(line, dotted(at), f"at most {MAX_VALUES} values")

    def _mapping(self, at: Key) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise NotYamlError(line, dotted(at), "a plain word as key")
            if event.value in found:
                raise NotYamlError(line, dotted((*at, event.value)), "each key once")
            self._lines[*at, event.value] = line
            found[event.value] = self._value(next(self._events), (*at, event.value))
        return found

    def _sequence(self, at: Key) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, (*at, len(found))))
        return found


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def dotted(key: Key) -> str:
    """A key as people write it: `selectors.body[1]`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in key).lstrip(".")
