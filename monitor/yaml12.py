"""A small, safe reader of YAML 1.2: one document of mappings, lists and scalars, with the line of everything.

PyYAML's parser (libyaml) gives the events, at a fortieth of the time of a parser in Python; which scalar means what is
decided here, by the core schema of YAML 1.2.2 (section 10.3.2), so that `NO` is a string and `012` is twelve. Anchors,
aliases and tags are refused, so no file can unfold; size, depth and number of values are bounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
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
    """A document's value, and the line (from 1) on which each key or item stands, by its way from the top."""

    value: Any
    lines: dict[Key, int] = field(factory=dict)

    def line(self, key: Key) -> int:
        """The line of what `key` leads to, or of the nearest thing above it."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


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
        return _Reader(iter(yaml.parse(text, Loader=_LOADER))).document()
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


class _Reader:
    """Makes values of parser events, one at a time."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._lines: dict[Key, int] = {}
        self._count = 0

    def document(self) -> Document:
        value = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                line = _line(event)
                if self._lines:
                    raise NotYamlError(line, "", "one document, found a second")
                self._lines[()] = line
                value = self._value(next(self._events), ())
        return Document(value, self._lines)

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
