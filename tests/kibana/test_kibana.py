"""The packaged saved objects are right, and each way of breaking them is found."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.index import mappings
from monitor.kibana import NdjsonError, build, check, dump, load

ROOT = Path(__file__).parents[2]
Objects = list[dict[str, Any]]


@pytest.fixture
def objects() -> Objects:
    return copy.deepcopy(build(mappings()))


def problems(objects: Objects) -> str:
    return "\n".join(f"{each.object}: {each.problem}" for each in check(objects, mappings()))


def test_what_is_built_is_right(objects: Objects) -> None:
    assert problems(objects) == ""


def test_the_committed_file_is_what_is_built() -> None:
    text = (ROOT / "deploy" / "kibana" / "monitor.ndjson").read_text(encoding="utf-8")
    assert text == dump(build(mappings())), "run: monitor kibana build"


def test_the_same_objects_give_the_same_text_and_come_back(objects: Objects) -> None:
    assert load(dump(objects)) == objects
    assert dump(load(dump(objects))) == dump(objects)


def test_it_holds_what_an_analyst_was_promised(objects: Objects) -> None:
    kinds = [each["type"] for each in objects]
    assert kinds.count("index-pattern") == 2
    assert kinds.count("search") >= 1
    assert kinds.count("dashboard") == 1
    assert {"coverage-by-outlet", "coverage-by-language", "events-by-outlets"} <= {each["id"] for each in objects}


def test_a_prefix_goes_before_the_aliases() -> None:
    views = [each for each in build(mappings(), prefix="press-") if each["type"] == "index-pattern"]
    assert [each["attributes"]["title"] for each in views] == ["press-articles", "press-events"]


def test_lines_that_are_no_objects_are_named() -> None:
    with pytest.raises(NdjsonError, match="line 2"):
        load('{"a": 1}\nno json\n')
    with pytest.raises(NdjsonError, match="line 1: expected an object"):
        load("[]\n")


def test_the_summary_of_kibanas_own_export_is_passed_over() -> None:
    assert load('{"exportedCount": 0, "missingRefCount": 0}\n\n') == []


def of(objects: Objects, kind: str, identity: str = "") -> dict[str, Any]:
    return next(each for each in objects if each["type"] == kind and identity in ("", each["id"]))


def edit_json(holder: dict[str, Any], key: str, change: Callable[[Any], object]) -> None:
    value = json.loads(holder[key])
    change(value)
    holder[key] = json.dumps(value)


def layer(objects: Objects, identity: str) -> dict[str, Any]:
    found: dict[str, Any] = of(objects, "lens", identity)["attributes"]["state"]["datasourceStates"]["formBased"][
        "layers"
    ]
    return found["layer"]  # type: ignore[no-any-return]


def picture(objects: Objects, identity: str) -> dict[str, Any]:
    found: dict[str, Any] = of(objects, "lens", identity)["attributes"]["state"]["visualization"]
    return found


def panels(objects: Objects, change: Callable[[Any], object]) -> None:
    edit_json(of(objects, "dashboard")["attributes"], "panelsJSON", change)


BREAKS: dict[str, tuple[Callable[[Objects], object], str]] = {
    "a line without a version": (lambda o: o[0].pop("typeMigrationVersion"), "lacks typeMigrationVersion"),
    "a version above the table": (lambda o: o[0].update(typeMigrationVersion="99.0.0"), "is above"),
    "a core version above": (lambda o: o[0].update(coreMigrationVersion="9.0.0"), "is above"),
    "a version of no form": (lambda o: o[0].update(coreMigrationVersion="new"), "is not of the form"),
    "an unknown type": (lambda o: o[0].update(type="canvas"), "is not one that can be imported"),
    "an odd id": (lambda o: o[-1].update(id="a b"), "letters, digits"),
    "an unknown key": (lambda o: o[0].update(version="1"), "keys that an import refuses"),
    "the same object twice": (lambda o: o.append(copy.deepcopy(o[-1])), "stand in the file twice"),
    "an unknown attribute": (lambda o: of(o, "search")["attributes"].update(tabs=[]), "'tabs' is not allowed"),
    "an attribute of another type": (lambda o: of(o, "search")["attributes"].update(columns="a"), "wrong type"),
    "a missing attribute": (lambda o: of(o, "lens")["attributes"].pop("title"), "'title' is missing"),
    "broken JSON inside": (lambda o: of(o, "dashboard")["attributes"].update(optionsJSON="{"), "is not JSON"),
    "a dropped reference": (lambda o: of(o, "dashboard")["references"].pop(0), "is missing"),
    "an unused reference": (
        lambda o: of(o, "search")["references"].append({"name": "x", "type": "index-pattern", "id": "articles"}),
        "used by nothing",
    ),
    "a reference twice": (
        lambda o: of(o, "search")["references"].append(of(o, "search")["references"][0]),
        "stands twice",
    ),
    "a reference to nothing": (lambda o: of(o, "lens")["references"][0].update(id="gone"), "which the file lacks"),
    "a renamed field": (
        lambda o: layer(o, "coverage-by-outlet")["columns"]["split"].update(sourceField="outlets_name"),
        "no field 'outlets_name'",
    ),
    "a text to group by": (
        lambda o: layer(o, "coverage-by-outlet")["columns"]["split"].update(sourceField="headline"),
        "cannot be grouped",
    ),
    "a date histogram of no date": (
        lambda o: layer(o, "coverage-by-outlet")["columns"]["time"].update(sourceField="outlet"),
        "is no date",
    ),
    "a maximum of no number": (
        lambda o: layer(o, "events-widest")["columns"]["widest"].update(sourceField="id"),
        "is no number",
    ),
    "a column out of order": (lambda o: layer(o, "countries")["columnOrder"].pop(), "columnOrder is not its columns"),
    "metrics before buckets": (lambda o: layer(o, "countries")["columnOrder"].reverse(), "buckets come before"),
    "order by a bucket": (
        lambda o: layer(o, "countries")["columns"]["country"]["params"]["orderBy"].update(columnId="country"),
        "no metric of the layer",
    ),
    "an accessor of nothing": (lambda o: picture(o, "articles-count").update(metricAccessor="x"), "does not exist"),
    "a metric as a bucket": (lambda o: picture(o, "countries")["layers"][0].update(xAccessor="count"), "no bucket"),
    "a bucket as a metric": (
        lambda o: picture(o, "countries")["layers"][0].update(accessors=["country"]),
        "no metric",
    ),
    "a layer that is not there": (lambda o: picture(o, "articles-count").update(layerId="x"), "draws layer 'x'"),
    "a query that does not parse": (
        lambda o: of(o, "lens", "events-widest")["attributes"]["state"]["query"].update(query="outlets: ("),
        "does not parse",
    ),
    "a query for a field that is not there": (
        lambda o: of(o, "lens", "events-widest")["attributes"]["state"]["query"].update(query="outlet_count > 2"),
        "no field 'outlet_count'",
    ),
    "panels that overlap": (lambda o: panels(o, lambda p: p[1]["gridData"].update(x=0, y=0)), "overlap"),
    "a panel beyond the grid": (lambda o: panels(o, lambda p: p[0]["gridData"].update(w=49)), "does not fit"),
    "a panel of another name": (lambda o: panels(o, lambda p: p[0]["gridData"].update(i="z")), "not its panelIndex"),
    "a time that is none": (lambda o: of(o, "dashboard")["attributes"].update(timeFrom="yesterday"), "no date math"),
    "from after to": (lambda o: of(o, "dashboard")["attributes"].update(timeFrom="now", timeTo="now-7d"), "not before"),
    "a control over a text": (
        lambda o: edit_json(
            of(o, "dashboard")["attributes"]["controlGroupInput"],
            "panelsJSON",
            lambda c: c["outlet"]["explicitInput"].update(fieldName="body"),
        ),
        "cannot be grouped",
    ),
    "controls out of order": (
        lambda o: edit_json(
            of(o, "dashboard")["attributes"]["controlGroupInput"], "panelsJSON", lambda c: c["outlet"].update(order=9)
        ),
        "orders are not",
    ),
    "a data view of no alias": (lambda o: o[0]["attributes"].update(title="logs"), "no alias"),
    "a label of no field": (
        lambda o: edit_json(o[0]["attributes"], "fieldAttrs", lambda f: f.update(nothing={"customLabel": "x"})),
        "no field 'nothing'",
    ),
    "a sort by a text": (lambda o: of(o, "search")["attributes"].update(sort=[["body", "desc"]]), "sorted by"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_each_break_is_found(name: str, objects: Objects) -> None:
    change, expected = BREAKS[name]
    change(objects)
    assert expected in problems(objects)
