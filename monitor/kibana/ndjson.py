"""Saved objects as lines of JSON, with sorted keys, so that a difference can be read in a review."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from monitor.model import MonitorError

SavedObject = dict[str, Any]


class NdjsonError(MonitorError):
    """A line of the file is not a saved object; the message names the line."""

    exit_code = 2


def dump(objects: Iterable[SavedObject]) -> str:
    """One object a line; the same objects always give the same text."""
    return "".join(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in objects)


def load(text: str) -> list[SavedObject]:
    """Read the lines; blank ones and the summary that Kibana's own export ends with are left out.

    Raises NdjsonError with the line's number where one is no JSON object.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            each = json.loads(line)
        except ValueError as problem:
            raise NdjsonError(f"line {number}: not JSON: {problem}") from None
        if not isinstance(each, dict):
            raise NdjsonError(f"line {number}: expected an object, found {type(each).__name__}")
        if "exportedCount" not in each:
            found.append(each)
    return found
