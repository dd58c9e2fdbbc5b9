"""The house's measures: a module of at most 300 lines, a function of at most 40."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for room in ("monitor", "demo", "scripts", "benchmarks") for path in (ROOT / room).rglob("*.py"))
MODULE, FUNCTION = 300, 40


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_too_long_to_be_read_at_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MODULE
    long = [
        f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > FUNCTION
    ]
    assert long == []


def test_every_public_module_says_what_it_is() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_nothing_names_a_registry_or_this_machine() -> None:
    parted = (("pythonhosted", "org"), ("pypi", "org"), ("registry", "npmjs", "org"), ("repo1", "maven", "org"))
    hosts = tuple(".".join(parts) for parts in parted)  # this file is searched as well
    places = ("/work" + "/main", "/root" + "/.")
    tracked = [*MODULES, *ROOT.glob("[!.]*.*"), *(ROOT / "requirements").iterdir(), *(ROOT / "docs").rglob("*.md")]
    found = [
        f"{path.name}: {word}"
        for path in tracked
        if path.is_file()
        for word in (*hosts, *places)
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []
