"""The shapes of Kibana's saved objects: data view, Discover session, Lens visualization, dashboard.

Versions and keys are those that Kibana 9.0 accepts; newer servers migrate them (docs/how-to/kibana.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

SavedObject = dict[str, Any]
CORE_VERSION = "8.8.0"
TYPE_VERSIONS = {"index-pattern": "8.0.0", "search": "10.5.0", "lens": "8.9.0", "dashboard": "10.2.0"}
SOURCE = "kibanaSavedObjectMeta.searchSourceJSON"


def text_of(value: object) -> str:
    """JSON inside a string, in a stable form."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def reference(name: str, kind: str, identity: str) -> dict[str, str]:
    """A reference from one saved object to another."""
    return {"name": name, "type": kind, "id": identity}


def saved(
    kind: str, identity: str, attributes: Mapping[str, Any], references: Sequence[Mapping[str, str]]
) -> SavedObject:
    """One line of the file."""
    return {
        "type": kind,
        "id": identity,
        "attributes": dict(attributes),
        "references": [dict(each) for each in references],
        "coreMigrationVersion": CORE_VERSION,
        "typeMigrationVersion": TYPE_VERSIONS[kind],
        "managed": False,
    }


def kql(query: str = "") -> dict[str, str]:
    """A query in Kibana's language."""
    return {"query": query, "language": "kuery"}


def data_view(
    identity: str, *, title: str, name: str, time_field: str, labels: Mapping[str, str], urls: Sequence[str]
) -> SavedObject:
    """A data view over an alias; `labels` are shown instead of field names, `urls` are fields shown as links."""
    attributes = {
        "title": title,
        "name": name,
        "timeFieldName": time_field,
        "fieldAttrs": text_of({key: {"customLabel": label} for key, label in labels.items()}),
        "fieldFormatMap": text_of({key: {"id": "url", "params": {}} for key in urls}),
        "runtimeFieldMap": "{}",
        "sourceFilters": "[]",
        "fields": "[]",
    }
    return saved("index-pattern", identity, attributes, [])


def session(
    identity: str, *, title: str, description: str, view: str, columns: Sequence[str], sort: str, query: str = ""
) -> SavedObject:
    """A Discover session, newest first."""
    source = {"query": kql(query), "filter": [], "indexRefName": f"{SOURCE}.index"}
    attributes = {
        "title": title,
        "description": description,
        "columns": list(columns),
        "sort": [[sort, "desc"]],
        "grid": {},
        "hideChart": False,
        "isTextBasedQuery": False,
        "usesAdHocDataView": False,
        "timeRestore": False,
        "kibanaSavedObjectMeta": {"searchSourceJSON": text_of(source)},
    }
    return saved("search", identity, attributes, [reference(f"{SOURCE}.index", "index-pattern", view)])


@frozen
class Column:
    """A column of a Lens layer; `spec` is as Kibana stores it."""

    id: str
    spec: Mapping[str, Any]


def by_date(column: str, source: str, label: str, interval: str = "auto") -> Column:
    """Buckets of time."""
    params = {"interval": interval, "includeEmptyRows": True, "dropPartials": False}
    spec = {"label": label, "customLabel": True, "dataType": "date", "operationType": "date_histogram"}
    return Column(column, {**spec, "isBucketed": True, "scale": "interval", "sourceField": source, "params": params})


def by_terms(column: str, source: str, label: str, *, metric: str, size: int = 10, kind: str = "string") -> Column:
    """Buckets of the values with the largest `metric`, a column's id."""
    params = {
        "size": size,
        "orderBy": {"type": "column", "columnId": metric},
        "orderDirection": "desc",
        "otherBucket": kind == "string",
        "missingBucket": False,
        "parentFormat": {"id": "terms"},
        "include": [],
        "exclude": [],
        "includeIsRegex": False,
        "excludeIsRegex": False,
    }
    spec = {"label": label, "customLabel": True, "dataType": kind, "operationType": "terms", "isBucketed": True}
    return Column(column, {**spec, "scale": "ordinal", "sourceField": source, "params": params})


def counted(column: str, label: str, query: str = "") -> Column:
    """The number of documents, of those that `query` meets."""
    spec: dict[str, Any] = {"label": label, "customLabel": True, "dataType": "number", "operationType": "count"}
    spec |= {"isBucketed": False, "scale": "ratio", "sourceField": "___records___", "params": {"emptyAsNull": True}}
    return Column(column, spec | {"filter": kql(query)} if query else spec)


def measured(column: str, operation: str, source: str, label: str) -> Column:
    """unique_count, max, average, … of a field."""
    spec = {"label": label, "customLabel": True, "dataType": "number", "operationType": operation, "isBucketed": False}
    return Column(column, {**spec, "scale": "ratio", "sourceField": source, "params": {"emptyAsNull": True}})


@frozen(kw_only=True)
class Chart:
    """A Lens visualization of one layer."""

    id: str
    title: str
    description: str
    view: str
    type: str
    columns: Sequence[Column]
    visualization: Mapping[str, Any]
    query: str = ""
    layer: str = field(default="layer")

    def saved(self) -> SavedObject:
        """As a line of the file."""
        ids = [column.id for column in self.columns]
        layer = {"columnOrder": ids, "columns": {column.id: dict(column.spec) for column in self.columns}}
        state = {
            "datasourceStates": {
                "formBased": {"layers": {self.layer: {**layer, "incompleteColumns": {}, "sampling": 1}}}
            },
            "visualization": dict(self.visualization),
            "query": kql(self.query),
            "filters": [],
            "internalReferences": [],
            "adHocDataViews": {},
        }
        attributes = {
            "title": self.title,
            "description": self.description,
            "visualizationType": self.type,
            "state": state,
        }
        name = f"indexpattern-datasource-layer-{self.layer}"
        return saved("lens", self.id, attributes, [reference(name, "index-pattern", self.view)])


def bars(
    *, x: str, y: Sequence[str], split: str | None = None, series: str = "bar_stacked", layer: str = "layer"
) -> dict[str, Any]:
    """The state of lnsXY."""
    shown = {"x": True, "yLeft": True, "yRight": True}
    data = {"layerId": layer, "layerType": "data", "seriesType": series, "xAccessor": x, "accessors": list(y)}
    return {
        "preferredSeriesType": series,
        "legend": {"isVisible": True, "position": "right"},
        "valueLabels": "hide",
        "fittingFunction": "None",
        "axisTitlesVisibilitySettings": shown,
        "tickLabelsVisibilitySettings": shown,
        "gridlinesVisibilitySettings": shown,
        "layers": [data | {"splitAccessor": split} if split else data],
    }


def rows(
    columns: Sequence[str], *, metrics: Sequence[str], sort: str, size: int = 20, layer: str = "layer"
) -> dict[str, Any]:
    """The state of lnsDatatable, sorted by a column, largest first."""
    shown = [{"columnId": each, "isTransposed": False, "isMetric": each in metrics} for each in columns]
    return {
        "layerId": layer,
        "layerType": "data",
        "columns": shown,
        "sorting": {"columnId": sort, "direction": "desc"},
        "paging": {"size": size, "enabled": True},
    }


def single(metric: str, *, layer: str = "layer") -> dict[str, Any]:
    """The state of lnsMetric."""
    return {"layerId": layer, "layerType": "data", "metricAccessor": metric}


@frozen
class Panel:
    """A place on the dashboard's grid of 48 columns."""

    id: str
    kind: str
    target: str
    x: int
    y: int
    w: int
    h: int

    def saved(self) -> dict[str, Any]:
        """As an entry of panelsJSON."""
        grid = {"x": self.x, "y": self.y, "w": self.w, "h": self.h, "i": self.id}
        shape = {"type": self.kind, "panelIndex": self.id, "gridData": grid, "panelRefName": f"panel_{self.id}"}
        return {**shape, "embeddableConfig": {"enhancements": {}}}


def dashboard(
    identity: str,
    *,
    title: str,
    description: str,
    panels: Sequence[Panel],
    controls: Mapping[str, tuple[str, str]],
    view: str,
    span: tuple[str, str],
) -> SavedObject:
    """A dashboard; `controls` maps a control's id to its field and title, all over one data view."""
    options = {
        "useMargins": True,
        "syncColors": False,
        "syncCursor": True,
        "syncTooltips": False,
        "hidePanelTitles": False,
    }
    attributes = {
        "title": title,
        "description": description,
        "panelsJSON": text_of([panel.saved() for panel in panels]),
        "optionsJSON": text_of(options),
        "kibanaSavedObjectMeta": {"searchSourceJSON": text_of({"query": kql(), "filter": []})},
        "timeRestore": True,
        "timeFrom": span[0],
        "timeTo": span[1],
        "refreshInterval": {"pause": True, "value": 60000},
        "controlGroupInput": _controls(controls),
    }
    references = [reference(f"{panel.id}:panel_{panel.id}", panel.kind, panel.target) for panel in panels]
    references += [reference(f"controlGroup_{each}:optionsListDataView", "index-pattern", view) for each in controls]
    return saved("dashboard", identity, attributes, references)


def _controls(controls: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    entries = {}
    for order, (identity, (source, title)) in enumerate(controls.items()):
        given: dict[str, Any] = {
            "id": identity,
            "fieldName": source,
            "title": title,
            "selectedOptions": [],
            "searchTechnique": "prefix",
        }
        given["sort"] = {"by": "_count", "direction": "desc"}
        entries[identity] = {
            "type": "optionsListControl",
            "order": order,
            "width": "medium",
            "grow": True,
            "explicitInput": given,
        }
    ignored = {"ignoreFilters": False, "ignoreQuery": False, "ignoreTimerange": False, "ignoreValidations": False}
    return {
        "controlStyle": "oneLine",
        "chainingSystem": "HIERARCHICAL",
        "showApplySelections": False,
        "ignoreParentSettingsJSON": text_of(ignored),
        "panelsJSON": text_of(entries),
    }
