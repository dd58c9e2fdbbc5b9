"""The ablation takes out steps that exist."""

from __future__ import annotations

import pytest

from benchmarks.reading_ablation import STEPS, without
from monitor.extraction import extract
from tests.extraction.systems import PAGES


@pytest.mark.parametrize("step", STEPS)
def test_a_page_is_read_without_each_step(step: str) -> None:
    module, name, instead = STEPS[step]
    assert hasattr(module, name), f"{step}: {module.__name__} has no {name}"
    with without(step):
        assert getattr(module, name) is instead
        assert extract(PAGES[0].full().encode(), PAGES[0].url).body
