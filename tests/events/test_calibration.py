"""Probabilities are made right by regime, on pairs whose events nothing was fitted on."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from attrs import evolve

from monitor.events.calibration import calibration, lines
from monitor.events.decision import Decision, DecisionError, Line, Term, load_decision, to_json
from monitor.events.evidence import explain
from monitor.events.learning import Pairs, fold_of
from monitor.index import Stored
from tests.events.samples import article

DECISION = Decision((Term("", weight=1.0),), -0.8, -4.0, 4.0)
TRUE = {False: (0.5, 1.0), True: (1.5, -0.5)}  # slope and shift in the same and in another language


def drawn(count: int = 6000) -> Pairs:
    """Pairs whose log-odds are too sure within a language and too modest across."""
    random = np.random.default_rng(7)
    log_odds = random.normal(0, 2, count)
    other = random.random(count) < 0.5
    slope, shift = (np.where(other, TRUE[True][n], TRUE[False][n]) for n in (0, 1))
    same = random.random(count) < 1 / (1 + np.exp(-(slope * log_odds + shift)))
    events = np.array([f"event {n % 500}" for n in range(count)])
    return Pairs("drawn", "text dates", log_odds[:, None].astype(np.float32), same, events, other)


def test_a_line_is_found_for_each_regime() -> None:
    found = {line.when: line for line in lines([(drawn(), DECISION)])}
    assert set(found) == {("text", "dated", "same_language"), ("text", "dated", "other_language")}
    for other, (slope, shift) in TRUE.items():
        line = found["text", "dated", "other_language" if other else "same_language"]
        assert line.slope == pytest.approx(slope, abs=0.1)
        assert line.shift == pytest.approx(shift, abs=0.1)


def test_the_error_is_of_probabilities_with_lines_that_saw_other_events() -> None:
    pairs = drawn()
    assert all(each.error < 0.03 for each in calibration([(pairs, DECISION)]))
    # In one fold all is the other way round: a line that saw it would bend to it, those of the other folds say it.
    folds = np.array([fold_of(event) for event in pairs.events])
    turned = evolve(pairs, same=np.where(folds == 2, ~pairs.same, pairs.same))
    assert all(each.error > 0.09 for each in calibration([(turned, DECISION)]))


def test_the_line_of_the_pairs_own_regime_is_used() -> None:
    one = Stored(article=article("one", "Fire destroys paper mill in Lahore", hours=0))
    other = Stored(article=article("other", "Paper mill in Lahore burns down", hours=1))
    plain = evolve(load_decision(), lines=())
    told = explain(one, other, decision=plain)
    assert told.probability == pytest.approx(1 / (1 + np.exp(-told.log_odds)), abs=0.01)
    elsewhere = evolve(plain, lines=(Line(("headline_only", "dated", "other_language"), 1.0, -9.0),))
    assert explain(one, other, decision=elsewhere).probability == told.probability
    here = evolve(plain, lines=(Line(("headline_only", "dated", "same_language"), 1.0, -9.0),))
    assert explain(one, other, decision=here).probability < 0.01 < told.probability
    assert explain(one, other, decision=here).log_odds == told.log_odds


def test_the_packaged_decision_has_a_line_for_every_regime() -> None:
    regimes = set(product(("text", "headline_only"), ("dated", "undated"), ("same_language", "other_language")))
    assert {line.when for line in load_decision().lines} == regimes
    assert all(line.slope > 0 for line in load_decision().lines)


def test_lines_are_written_and_read_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "decision.json"
    path.write_text(to_json(load_decision()), encoding="utf-8")
    assert load_decision(path).lines == load_decision().lines
    path.write_text(to_json(evolve(load_decision(), lines=())), encoding="utf-8")
    assert load_decision(path).lines == ()
    for bad in (Line(("sundays",), 1.0, 0.0), Line(("text",), float("inf"), 0.0)):
        path.write_text(to_json(evolve(load_decision(), lines=(bad,))), encoding="utf-8")
        with pytest.raises(DecisionError, match=r"sundays|not finite"):
            load_decision(path)
