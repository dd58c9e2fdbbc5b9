"""`monitor serve` as a process: it prints its address, answers, and stops cleanly."""

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from monitor.index import open_index


def start(folder: Path, *options: str, empty: bool = False) -> subprocess.Popen[str]:
    if not empty:
        open_index(f"sqlite:{folder / 'monitor.sqlite'}").close()
    command = [sys.executable, "-m", "monitor", "--index", f"sqlite:{folder / 'monitor.sqlite'}", "serve", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_serve_answers_and_stops(tmp_path: Path, stop: signal.Signals) -> None:
    process = start(tmp_path, "--port", "0")
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert b"<h1>" in answer.read()
    process.send_signal(stop)
    out, err = process.communicate(timeout=30)
    assert (out, err) == ("", "")
    assert process.returncode in (0, -signal.SIGTERM)


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    first = start(tmp_path, "--port", "0")
    assert first.stdout is not None
    port = first.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1]
    second = start(tmp_path, "--port", port)
    _, said = second.communicate(timeout=30)
    first.terminate()
    first.communicate(timeout=30)
    assert second.returncode == 2
    assert said.startswith("error: cannot listen at 127.0.0.1")
    assert said.count("\n") == 1
    assert said.endswith("Address already in use; `--port 0` takes a free one\n")


def test_an_address_of_another_machine_is_not_helped_by_another_port(tmp_path: Path) -> None:
    _, said = start(tmp_path, "--host", "203.0.113.1", "--port", "0").communicate(timeout=30)
    assert said.startswith("error: cannot listen at 203.0.113.1")
    assert "takes a free one" not in said


def test_a_page_over_an_index_that_is_yet_to_come_opens_and_says_so(tmp_path: Path) -> None:
    process = start(tmp_path, "--port", "0", empty=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert answer.status == 200
    process.terminate()
    _, said = process.communicate(timeout=30)
    assert said.startswith(f"there is no index at {tmp_path / 'monitor.sqlite'}: `monitor crawl` makes one")
    assert said.endswith("the page is empty until then\n")
    assert said.count("\n") == 1
