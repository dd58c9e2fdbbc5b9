"""The demo, run once for all tests that look at what it leaves; they share an xdist group, so one worker has them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[1]


@frozen
class Demoed:
    """Where the demo ran and what it printed."""

    folder: Path
    output: str
    code: int

    def environment(self) -> dict[str, str]:
        """For commands that are to meet what the demo left, and nothing of this machine's user."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("MONITOR_")}
        return {
            **kept,
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "MONITOR_DATA": str(self.folder / "data"),
            "MONITOR_CONFIG": os.devnull,
        }


@cache
def demoed() -> Demoed:
    """Run `python -m demo` in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="demo-"))
    (folder / "data").symlink_to(ROOT / ".cache" / "data")  # the prepared embedder
    environment = Demoed(folder, "", 0).environment() | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "demo"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return Demoed(folder, done.stdout + done.stderr, done.returncode)
