"""The docs hold: commands run, options are listed, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.commands_reference import TARGET, reference
from tests.demoed import demoed

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")


def scripts() -> Iterator[tuple[str, str]]:
    """Of each page that has commands to be run: its name, and they as one script."""
    for page in PAGES:
        lines = [line for block in CONSOLE.findall(page.read_text(encoding="utf-8")) for line in block.splitlines()]
        commands = [line[2:] for line in lines if line.startswith("$ ")]
        if commands:
            yield page.relative_to(ROOT).as_posix(), "\n".join(commands)


@pytest.mark.xdist_group("demo")
@pytest.mark.parametrize(("page", "script"), list(scripts()))
def test_the_commands_of_a_page_run(page: str, script: str) -> None:
    demo = demoed()
    done = subprocess.run(
        ["bash", "-euc", script], cwd=demo.folder, env=demo.environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{page}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def test_the_reference_lists_every_command_and_option() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference(), "run: python scripts/commands_reference.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
