"""Language detection: accuracy, macro accuracy, headlines a second and the reliability of the confidence.

usage: python benchmarks/language.py GOLD.jsonl[.gz] … [--table]

GOLD holds JSON objects with `language` (BCP 47) and `headline` or `body`; rows without a language are skipped. The
prior of a row is the languages that its outlet's rows have, the commonest first: what an outlet's YAML declares. Right
is what agrees on the primary subtag (nb and nn are no). `--table` prints the reliability table in Markdown.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import frozen

from monitor.language import detect, parts

EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)


@frozen
class Row:
    """A text, its language, and what its outlet declares."""

    text: str
    language: str
    declared: tuple[str, ...]


@frozen
class Answer:
    """What was told for a row."""

    right: bool
    confidence: float
    language: str  # the row's
    said: bool  # not `und`


def read(paths: Sequence[Path], field: str) -> list[Row]:
    """The rows of all files that have a language and the field."""
    rows: list[dict[str, Any]] = []
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            rows.extend(json.loads(line) for line in lines)
    declared: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.get("language"):
            declared[row.get("outlet") or ""][row["language"]] += 1
    return [
        Row(row[field], row["language"], tuple(code for code, _ in declared[row.get("outlet") or ""].most_common()))
        for row in rows
        if row.get("language") and any(letter.isalpha() for letter in row.get(field) or "")
    ]


def ask(rows: Sequence[Row], *, with_prior: bool) -> tuple[list[Answer], float]:
    """The answers, and rows a second of CPU, with everything loaded before."""
    detect("Zur Probe ein Satz", prior=None)
    detect("Design")  # so short that the judge is asked, and so loaded
    start = time.process_time()
    told = [detect(row.text, prior=row.declared if with_prior else None) for row in rows]
    took = time.process_time() - start
    answers = [
        Answer(primary(code) == primary(row.language), sure, row.language, code != "und")
        for row, (code, sure) in zip(rows, told, strict=True)
    ]
    return answers, len(rows) / took


def primary(tag: str) -> str:
    """The language alone; the two Norwegian ones are one."""
    code = parts(tag).language
    return {"nb": "no", "nn": "no"}.get(code, code)


def macro(answers: Sequence[Answer]) -> float:
    """Mean over languages of the share that is right."""
    by_language: dict[str, list[bool]] = defaultdict(list)
    for answer in answers:
        by_language[primary(answer.language)].append(answer.right)
    return sum(sum(right) / len(right) for right in by_language.values()) / len(by_language)


def print_reliability(answers: Sequence[Answer]) -> None:
    """A Markdown table: confidence, answers, mean confidence, share right; and the expected calibration error."""
    print("\n| confidence | answers | mean confidence | right |\n|---|---|---|---|")
    error = 0.0
    answers = [answer for answer in answers if answer.said]
    for low, high in pairwise(EDGES):
        held = [answer for answer in answers if low <= answer.confidence < high]
        if held:
            mean = sum(answer.confidence for answer in held) / len(held)
            right = sum(answer.right for answer in held) / len(held)
            error += abs(mean - right) * len(held) / len(answers)
            print(f"| {low:.2f} to {min(high, 1.0):.2f} | {len(held)} | {mean:.3f} | {right:.3f} |")
    print(f"\nexpected calibration error {error:.3f} over {len(answers)} answers")


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--table", action="store_true", help="print the reliability table too")
    given = parser.parse_args()
    print(f"{'texts':26}{'number':>8}{'right':>9}{'macro':>9}{'und':>6}{'a second':>10}")
    reliable: list[Answer] = []
    for field in ("body", "headline"):
        rows = read(given.gold, field)
        for with_prior in (False, True):
            answers, speed = ask(rows, with_prior=with_prior)
            if field == "headline" and not with_prior:
                reliable = answers
            right = sum(answer.right for answer in answers) / max(1, len(answers))
            unsaid = sum(not answer.said for answer in answers)
            name = f"{field}, {'declared' if with_prior else 'alone'}"
            print(f"{name:26}{len(answers):8}{right:9.4f}{macro(answers):9.4f}{unsaid:6}{speed:10.0f}")
    if given.table:
        print_reliability(reliable)


if __name__ == "__main__":
    main()
