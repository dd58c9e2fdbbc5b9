"""Checks of a Lens visualization: its columns, its layers, and what its picture draws of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from monitor.kibana.fields import Fields

BUCKETS = {"date_histogram", "terms"}
NUMERIC = {"average", "sum", "min", "max", "median"}
RECORDS = "___records___"
METRIC_KEYS = {"accessors", "metricAccessor", "secondaryMetricAccessor", "metrics", "valueAccessor"}
BUCKET_KEYS = {"splitAccessor", "xAccessor", "breakdownByAccessor", "primaryGroups", "tagAccessor", "yAccessor"}


def check_lens(attributes: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    """Yield what is wrong."""
    state = attributes["state"]
    layers = state.get("datasourceStates", {}).get("formBased", {}).get("layers", {})
    if not layers:
        yield "has no layer"
    for name, layer in layers.items():
        yield from _layer(name, layer, fields)
    yield from fields.query(state.get("query", {}), "query")
    yield from _picture(state.get("visualization", {}), layers)


def _layer(name: str, layer: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    columns = layer.get("columns", {})
    order = layer.get("columnOrder", [])
    if sorted(order) != sorted(columns):
        yield f"layer {name}: columnOrder is not its columns"
    if "indexPatternId" in layer:
        yield f"layer {name}: the data view belongs into the references"
    buckets = [bool(columns[each].get("isBucketed")) for each in order if each in columns]
    if buckets != sorted(buckets, reverse=True):
        yield f"layer {name}: buckets come before metrics in columnOrder"
    for identity, column in columns.items():
        yield from _column(f"column {identity}", column, columns, fields)


def _column(where: str, column: Mapping[str, Any], columns: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    operation, source = column.get("operationType"), column.get("sourceField", "")
    for key in ("label", "dataType", "operationType", "isBucketed"):
        if key not in column:
            yield f"{where}: lacks {key}"
    if bool(column.get("isBucketed")) != (operation in BUCKETS):
        yield f"{where}: {operation} has the wrong isBucketed"
    if operation == "date_histogram":
        yield from fields.dated(source, where)
    elif operation in NUMERIC:
        yield from fields.number(source, where)
    elif source != RECORDS:
        yield from fields.aggregatable(source, where)
    if operation == "terms":
        yield from _order(where, column.get("params", {}), columns)
    if operation == "last_value":
        yield from fields.dated(column.get("params", {}).get("sortField", ""), f"{where}: sortField")
    if "filter" in column:
        yield from fields.query(column["filter"], where)


def _order(where: str, params: Mapping[str, Any], columns: Mapping[str, Any]) -> Iterator[str]:
    order = params.get("orderBy", {})
    if order.get("type") == "column":
        target = columns.get(order.get("columnId"))
        if target is None or target.get("isBucketed"):
            yield f"{where}: orders by {order.get('columnId')!r}, which is no metric of the layer"


def _picture(picture: Mapping[str, Any], layers: Mapping[str, Any]) -> Iterator[str]:
    """Every column that the picture names exists and is of the right sort."""
    for part in [picture, *picture.get("layers", [])]:
        identity = part.get("layerId")
        if identity is None:
            continue
        if identity not in layers:
            yield f"the picture draws layer {identity!r}, which does not exist"
            continue
        columns = layers[identity].get("columns", {})
        for key, column in _named(part):
            if column not in columns:
                yield f"{key} names column {column!r}, which does not exist"
            elif key in METRIC_KEYS and columns[column].get("isBucketed"):
                yield f"{key} names {column!r}, which is no metric"
            elif key in BUCKET_KEYS and not columns[column].get("isBucketed"):
                yield f"{key} names {column!r}, which is no bucket"


def _named(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in METRIC_KEYS | BUCKET_KEYS:
        value = part.get(key)
        values = value if isinstance(value, list) else [value]
        yield from ((key, each) for each in values if each is not None)
    yield from (("columns", each["columnId"]) for each in part.get("columns", []))
    if "sorting" in part:
        yield "sorting", part["sorting"]["columnId"]
