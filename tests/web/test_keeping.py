import threading

import pytest
from starlette.testclient import TestClient

from monitor.config import Config
from monitor.model import MonitorError
from monitor.web import create_app
from monitor.web.keeping import Keeper
from tests.web import stories


def test_a_result_is_made_once_and_comes_whole_when_it_is_there() -> None:
    keeper: Keeper[str] = Keeper(most=2)
    ready, made = threading.Event(), []

    def whole() -> str:
        ready.wait(10)
        made.append(1)
        return "whole"

    first = keeper.get("a", whole=whole, part=lambda: "part", patience=0.01)
    assert (first.value, first.whole) == ("part", False)
    ready.set()
    assert keeper.get("a", whole=whole, part=lambda: "part", patience=None).value == "whole"
    assert keeper.get("a", whole=whole, part=lambda: "other", patience=0).whole
    assert made == [1]


def test_a_failure_is_told_beside_the_part_and_tried_again() -> None:
    keeper: Keeper[str] = Keeper(most=2)

    def fails() -> str:
        raise MonitorError("no embedder")

    kept = keeper.get("a", whole=fails, part=lambda: "part", patience=5)
    assert (kept.value, kept.whole, kept.problem) == ("part", False, "no embedder")
    with pytest.raises(MonitorError, match="no embedder"):
        keeper.get("a", whole=fails, part=lambda: "part", patience=None)
    assert keeper.get("a", whole=lambda: "whole", part=lambda: "part", patience=5).whole


def test_only_the_last_results_are_kept() -> None:
    keeper: Keeper[int] = Keeper(most=2)
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 3, 2, 1):
        keeper.get(number, whole=lambda number=number: make(number), part=lambda: 0, patience=None)  # type: ignore[misc]
    assert made == [1, 2, 3, 1]


def test_what_was_not_begun_is_given_up() -> None:
    keeper: Keeper[str] = Keeper(most=4)
    ready = threading.Event()
    keeper.get("a", whole=lambda: str(ready.wait(10)), part=lambda: "part", patience=0)
    keeper.get("b", whole=lambda: "whole", part=lambda: "part", patience=0)
    keeper.close()
    ready.set()
    assert not keeper.get("b", whole=lambda: "whole", part=lambda: "part", patience=None).whole


def test_an_event_is_shown_before_its_claims_are_compared(config: Config) -> None:
    with TestClient(create_app(config, clock=lambda: stories.NOW), base_url="http://localhost") as client:
        first = client.get("/event/eferry").text
        assert 'id="coverage"' in first
        client.get("/event/eferry.json")
        then = client.get("/event/eferry").text
        assert 'id="claims"' in then
        assert "data-reload" not in then


def test_whoever_waits_is_shown_the_part_before_the_whole_is_begun() -> None:
    keeper: Keeper[str] = Keeper(most=2)
    order: list[str] = []

    def make(what: str) -> str:
        order.append(what)
        return what

    keeper.get("a", whole=lambda: make("whole"), part=lambda: make("part"), patience=0.5)
    assert order == ["part", "whole"]
    order.clear()
    assert keeper.get("b", whole=lambda: make("whole"), part=lambda: make("part"), patience=None).whole
    assert order == ["whole"]


def test_a_part_that_fails_leaves_the_whole_to_be_made() -> None:
    keeper: Keeper[str] = Keeper(most=2)

    def fails() -> str:
        raise MonitorError("no index")

    with pytest.raises(MonitorError, match="no index"):
        keeper.get("a", whole=lambda: "whole", part=fails, patience=0)
    assert keeper.get("a", whole=lambda: "whole", part=fails, patience=None).value == "whole"
