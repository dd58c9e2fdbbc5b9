"""What can be known of saved objects without a Kibana: docs/how-to/kibana.md lists the checks and what they miss."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from monitor.kibana.fields import Fields
from monitor.kibana.lens import check_lens
from monitor.kibana.objects import CORE_VERSION, SOURCE, TYPE_VERSIONS, SavedObject
from monitor.kibana.panels import check_dashboard

IDENTITY = re.compile(r"[A-Za-z0-9_-]{1,128}\Z")
KEYS = {"type", "id", "attributes", "references", "coreMigrationVersion", "typeMigrationVersion", "managed"}
ATTRIBUTES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "index-pattern": {
        "title": str, "name": str, "timeFieldName": str, "allowHidden": bool, "allowNoIndex": bool, "fieldAttrs": str,
        "runtimeFieldMap": str, "fieldFormatMap": str, "sourceFilters": str, "fields": str, "typeMeta": str,
    },
    "search": {
        "title": str, "description": str, "columns": list, "sort": list, "grid": dict, "hideChart": bool,
        "isTextBasedQuery": bool, "usesAdHocDataView": bool, "kibanaSavedObjectMeta": dict, "rowHeight": int,
        "headerRowHeight": int, "rowsPerPage": int, "sampleSize": int, "density": str, "breakdownField": str,
        "viewMode": str, "hideAggregatedPreview": bool, "timeRestore": bool, "timeRange": dict, "refreshInterval": dict,
        "visContext": dict,
    },
    "lens": {"title": str, "description": str, "visualizationType": str, "state": dict},
    "dashboard": {
        "title": str, "description": str, "panelsJSON": str, "optionsJSON": str, "kibanaSavedObjectMeta": dict,
        "timeRestore": bool, "timeFrom": str, "timeTo": str, "refreshInterval": dict, "controlGroupInput": dict,
        "version": int,
    },
}  # fmt: skip
REQUIRED = {
    "index-pattern": {"title", "timeFieldName"},
    "search": {"title", "kibanaSavedObjectMeta"},
    "lens": {"title", "visualizationType", "state"},
    "dashboard": {"title", "panelsJSON", "optionsJSON", "kibanaSavedObjectMeta"},
}


@frozen
class Finding:
    """One thing that is wrong with one object."""

    object: str  # type:id
    problem: str


def check(objects: Sequence[SavedObject], mappings: Mapping[str, Mapping[str, Any]]) -> list[Finding]:
    """Check saved objects against themselves and against the index; an empty list is a good file.

    `mappings` gives the fields of each alias, as `monitor.index.mappings` does.
    """
    views = {each.get("id"): each for each in objects if each.get("type") == "index-pattern"}
    known = {f"{each.get('type')}:{each.get('id')}" for each in objects}
    findings = [
        Finding(name, "this type and id stand in the file twice")
        for name, count in Counter(f"{each.get('type')}:{each.get('id')}" for each in objects).items()
        if count > 1
    ]
    for each in objects:
        name = f"{each.get('type')}:{each.get('id')}"
        problems = list(_shape(each))
        if not problems:
            problems = [*_references(each, known), *_content(each, Fields(each, views, mappings))]
        findings += [Finding(name, problem) for problem in problems]
    return findings


def _shape(each: SavedObject) -> Iterator[str]:
    missing = KEYS - {"managed"} - set(each)
    if missing:
        yield f"lacks {', '.join(sorted(missing))}"
        return
    if set(each) - KEYS:
        yield f"has keys that an import refuses: {', '.join(sorted(set(each) - KEYS))}"
    kind = each["type"]
    if kind not in TYPE_VERSIONS:
        yield f"type {kind!r} is not one that can be imported here"
        return
    if not IDENTITY.match(str(each["id"])):
        yield "its id may hold letters, digits, - and _ only"
    yield from _version("coreMigrationVersion", each["coreMigrationVersion"], CORE_VERSION)
    yield from _version("typeMigrationVersion", each["typeMigrationVersion"], TYPE_VERSIONS[kind])
    yield from _attributes(kind, each["attributes"])


def _version(key: str, given: object, highest: str) -> Iterator[str]:
    if not isinstance(given, str) or not re.fullmatch(r"\d+\.\d+\.\d+", given):
        yield f"{key} {given!r} is not of the form 1.2.3"
    elif tuple(map(int, given.split("."))) > tuple(map(int, highest.split("."))):
        yield f"{key} {given} is above {highest}: a Kibana 9.0 refuses the whole file"


def _attributes(kind: str, attributes: object) -> Iterator[str]:
    if not isinstance(attributes, dict):
        yield "attributes is no object"
        return
    allowed = ATTRIBUTES[kind]
    for key, value in attributes.items():
        if key not in allowed:
            yield f"attribute {key!r} is not allowed for a {kind}"
        elif not isinstance(value, allowed[key]):
            yield f"attribute {key!r} has the wrong type {type(value).__name__}"
    for key in sorted(REQUIRED[kind] - set(attributes)):
        yield f"attribute {key!r} is missing"
    for path, text in _json_strings(attributes):
        try:
            json.loads(text)
        except ValueError:
            yield f"{path} is not JSON"


def _json_strings(attributes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every string in the attributes that Kibana reads as JSON."""
    plain = {"fieldAttrs", "runtimeFieldMap", "fieldFormatMap", "sourceFilters", "fields", "typeMeta"}
    for key, value in attributes.items():
        if isinstance(value, str) and (key.endswith("JSON") or key in plain):
            yield key, value
        elif isinstance(value, dict):
            yield from ((f"{key}.{inner}", text) for inner, text in value.items() if inner.endswith("JSON"))


def _references(each: SavedObject, known: set[str]) -> Iterator[str]:
    given = each["references"]
    for name, count in Counter(reference.get("name") for reference in given).items():
        if count > 1:
            yield f"reference {name!r} stands twice"
    for reference in given:
        target = f"{reference.get('type')}:{reference.get('id')}"
        if target not in known:
            yield f"reference {reference.get('name')!r} points at {target}, which the file lacks"
    needed = dict(_needed(each))
    has = {reference.get("name"): reference.get("type") for reference in given}
    for name, kinds in needed.items():
        if name not in has:
            yield f"reference {name!r} is missing"
        elif has[name] not in kinds:
            yield f"reference {name!r} is a {has[name]}, expected {' or '.join(kinds)}"
    for name in set(has) - set(needed):
        yield f"reference {name!r} is used by nothing"


def _needed(each: SavedObject) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The references that an object's own content calls for: name and allowed types."""
    attributes = each["attributes"]
    if each["type"] == "search":
        source = json.loads(attributes["kibanaSavedObjectMeta"]["searchSourceJSON"])
        yield source.get("indexRefName", f"{SOURCE}.index"), ("index-pattern",)
    elif each["type"] == "lens":
        for layer in attributes["state"].get("datasourceStates", {}).get("formBased", {}).get("layers", {}):
            yield f"indexpattern-datasource-layer-{layer}", ("index-pattern",)
    elif each["type"] == "dashboard":
        for panel in json.loads(attributes["panelsJSON"]):
            yield f"{panel.get('panelIndex')}:{panel.get('panelRefName')}", (str(panel.get("type")),)
        controls = json.loads(attributes.get("controlGroupInput", {}).get("panelsJSON", "{}"))
        yield from ((f"controlGroup_{identity}:optionsListDataView", ("index-pattern",)) for identity in controls)


def _content(each: SavedObject, fields: Fields) -> Iterator[str]:
    attributes = each["attributes"]
    if each["type"] == "index-pattern":
        yield from _data_view(attributes, fields)
    elif each["type"] == "search":
        yield from _session(attributes, fields)
    elif each["type"] == "lens":
        yield from check_lens(attributes, fields)
    else:
        yield from check_dashboard(attributes, fields)


def _data_view(attributes: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    if attributes["title"] not in fields.mappings:
        yield f"title {attributes['title']!r} is no alias of the index"
        return
    yield from fields.dated(attributes["timeFieldName"], "timeFieldName")
    for key in ("fieldAttrs", "fieldFormatMap"):
        for name in json.loads(attributes.get(key, "{}")):
            yield from fields.exists(name, key)


def _session(attributes: Mapping[str, Any], fields: Fields) -> Iterator[str]:
    for name in attributes.get("columns", []):
        yield from fields.exists(name, "columns")
    for name, order in attributes.get("sort", []):
        yield from fields.aggregatable(name, "sort")
        if order not in ("asc", "desc"):
            yield f"sort order {order!r} is neither asc nor desc"
    if "breakdownField" in attributes:
        yield from fields.aggregatable(attributes["breakdownField"], "breakdownField")
    source = json.loads(attributes["kibanaSavedObjectMeta"]["searchSourceJSON"])
    yield from fields.query(source.get("query", {}), "query")
