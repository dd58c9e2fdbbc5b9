"""Checks of a dashboard: its grid, its controls, its span of time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any

from monitor.kibana.fields import Fields

COLUMNS = 48
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "M": 2592000, "y": 31536000}
DATE_MATH = re.compile(r"now(?:([+-])(\d{1,6})([smhdwMy]))?(?:/[smhdwMy])?\Z")


def check_dashboard(attributes: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    """Yield what is wrong."""
    panels = json.loads(attributes["panelsJSON"])
    yield from _grid(panels)
    source = json.loads(attributes["kibanaSavedObjectMeta"]["searchSourceJSON"])
    yield from fields.query(source.get("query", {}), "query")
    if "controlGroupInput" in attributes:
        yield from _controls(json.loads(attributes["controlGroupInput"].get("panelsJSON", "{}")), fields)
    if attributes.get("timeRestore"):
        yield from _span(attributes.get("timeFrom"), attributes.get("timeTo"))


def _grid(panels: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    names = [panel.get("panelIndex") for panel in panels]
    if len(set(names)) < len(names):
        yield "two panels have one panelIndex"
    for panel in panels:
        name, grid = panel.get("panelIndex"), panel.get("gridData", {})
        if grid.get("i") != name:
            yield f"panel {name}: gridData.i is not its panelIndex"
        if ":" in str(name):
            yield f"panel {name}: a panelIndex has no colon"
        if set("xywh") - set(grid):
            yield f"panel {name}: lacks x, y, w or h"
        elif grid["x"] < 0 or grid["y"] < 0 or grid["w"] < 1 or grid["h"] < 1 or grid["x"] + grid["w"] > COLUMNS:
            yield f"panel {name}: does not fit on the grid of {COLUMNS} columns"
    whole = [panel for panel in panels if not set("xywh") - set(panel.get("gridData", {}))]
    for one, other in combinations(whole, 2):
        if _overlap(one["gridData"], other["gridData"]):
            yield f"panels {one.get('panelIndex')} and {other.get('panelIndex')} overlap"


def _overlap(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
    above = one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]
    return not (beside or above)


def _controls(controls: Mapping[str, Mapping[str, Any]], fields: Fields) -> Iterator[str]:
    orders = sorted(control.get("order", -1) for control in controls.values())
    if orders and (orders[0] != 0 or any(b - a != 1 for a, b in pairwise(orders))):
        yield "the controls' orders are not 0, 1, 2, …"
    for name, control in controls.items():
        given = control.get("explicitInput", {})
        if given.get("id") != name:
            yield f"control {name}: explicitInput.id is not its own"
        yield from fields.aggregatable(str(given.get("fieldName")), f"control {name}")


def _span(start: object, end: object) -> Iterator[str]:
    seconds = [_seconds(each) for each in (start, end)]
    for text, value in zip((start, end), seconds, strict=True):
        if value is None:
            yield f"time {text!r} is no date math such as now-7d"
    if None not in seconds and seconds[0] >= seconds[1]:  # type: ignore[operator]  # neither is None here
        yield f"time from {start} is not before {end}"


def _seconds(text: object) -> int | None:
    found = DATE_MATH.match(text) if isinstance(text, str) else None
    if found is None:
        return None
    sign, count, unit = found.groups()
    return int(f"{sign}{count}") * UNITS[unit] if sign else 0
