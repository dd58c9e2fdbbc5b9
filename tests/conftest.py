"""Fixtures for every room."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from monitor.config import Config
from monitor.embedding import Embedder, load_embedder

# Time is measured in benchmarks/, never asserted here; CI tries the same examples each time.
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "local")


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The packaged embedder; its files are kept in the repository's .cache, so that they are made once."""
    return load_embedder(Config(data=Path(__file__).parents[1] / ".cache" / "data"))


NO_ELASTICSEARCH = "no Elasticsearch can be had"
NO_CHROMIUM = "no Chromium can be had"  # tests/web/conftest.py
UNTESTED = {NO_ELASTICSEARCH: "THE INDEX ON ELASTICSEARCH", NO_CHROMIUM: "THE PAGE IN A BROWSER"}
STARTER = Path(__file__).parents[1] / "scripts" / "elasticsearch.py"


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A real Elasticsearch that all test processes share; the last one that needs it stops it.

    Where none can be had the test is skipped, and one line at the end says so; with CI=true it fails.
    """
    user = ["--user", str(os.getpid())]
    started = subprocess.run(
        [sys.executable, STARTER, "start", *user], capture_output=True, text=True, timeout=900, check=False
    )
    if started.returncode:
        why = " ".join(started.stderr.split())[-500:]
        if os.environ.get("CI") == "true":
            pytest.fail(f"{NO_ELASTICSEARCH}: {why}")
        pytest.skip(f"{NO_ELASTICSEARCH}: {why}")
    yield started.stdout.strip()
    subprocess.run([sys.executable, STARTER, "stop", *user], capture_output=True, timeout=120, check=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, once, what was not tested for want of a server."""
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for known, untested in UNTESTED.items():
        missed = [why for why in skipped if known in why]
        if missed:
            reason = missed[0].partition(known)[2].strip("')\": ")
            line = f"{len(missed)} TESTS SKIPPED, {untested} IS UNTESTED: {known}: {reason}"
            terminalreporter.write_line(line, red=True, bold=True)
