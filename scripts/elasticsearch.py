#!/usr/bin/env python3
"""Have a real Elasticsearch for tests and trials: `elasticsearch.py start` prints its URL.

$ELASTICSEARCH_URL if it is set; else Docker, if its engine answers; else the packages that Maven brings, kept in
${XDG_CACHE_HOME:-~/.cache}/news-monitor/elasticsearch and started there with a JDK of 21 or later. All processes of a
user share one server: each that wants it says so with its process id, and `stop` ends it when the last of them is
gone; one started by hand stays.

    elasticsearch.py start [--user PID] [--heap 1g]   start it, or find it running; --user: for this process alone
    elasticsearch.py stop [--user PID]                this process no longer needs it; without --user: stop it now
    elasticsearch.py status                           its URL, or nothing and exit code 1

Needs nothing but Python's standard library, so that it runs before the environment is made.
"""
# ruff: noqa: S603, S607, S310  (the commands and the address are written here)

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elasticsearch_packages import UnavailableError, distribution, find_java

VERSION = "9.4.3"
IMAGE = f"elasticsearch:{VERSION}"
PATIENCE = 150  # seconds for it to answer
UNPRIVILEGED = "nobody"  # Elasticsearch refuses to run as root

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "news-monitor" / "elasticsearch"
STATE = CACHE / "running.json"
USERS = CACHE / "users"
KEPT = "kept"  # started by hand: it stays until it is stopped by hand

State = dict[str, Any]


def main() -> int:
    """Run the command; the URL alone goes to standard output."""
    parser = argparse.ArgumentParser(description="A real Elasticsearch for tests and trials.")
    parser.add_argument("command", choices=["start", "stop", "status"])
    parser.add_argument("--user", type=int, help="the process that needs it")
    parser.add_argument("--heap", default="1g", help="the server's memory, such as 1g")
    given = parser.parse_args()
    outside = os.environ.get("ELASTICSEARCH_URL")
    if outside:
        print(outside)
        return 0
    try:
        with lock():
            return {"start": start, "stop": stop, "status": status}[given.command](given)
    except UnavailableError as problem:
        print(f"no Elasticsearch: {problem}", file=sys.stderr)
        return 1


@contextlib.contextmanager
def lock() -> Iterator[None]:
    """One process at a time; the others wait until it has the server running."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def start(given: argparse.Namespace) -> int:
    """Find it running or start it, and print its URL."""
    state = running()
    if state is None:
        state = start_docker(given.heap) if docker_answers() else start_packages(given.heap)
        STATE.write_text(json.dumps(state))
    USERS.mkdir(exist_ok=True)
    (USERS / (str(given.user) if given.user else KEPT)).touch()
    print(state["url"])
    return 0


def stop(given: argparse.Namespace) -> int:
    """End it, unless somebody still needs it."""
    if given.user:
        (USERS / str(given.user)).unlink(missing_ok=True)
        others = [path.name for path in USERS.glob("*")]
        if any(name == KEPT or is_alive(int(name)) for name in others):
            return 0
    state = read_state()
    if state is not None:
        end(state)
    shutil.rmtree(USERS, ignore_errors=True)
    STATE.unlink(missing_ok=True)
    return 0


def status(_: argparse.Namespace) -> int:
    """Print its URL where it runs."""
    state = running()
    if state is None:
        return 1
    print(state["url"])
    return 0


def running() -> State | None:
    """What runs and answers; what is left of one that does not is cleared away."""
    state = read_state()
    if state is None:
        return None
    if answers(state["url"]):
        return state
    end(state)
    STATE.unlink(missing_ok=True)
    return None


def read_state() -> State | None:
    """What was written when it was started."""
    try:
        state: State = json.loads(STATE.read_text())
    except (OSError, ValueError):
        return None
    return state


def end(state: State) -> None:
    """Stop what we started, and nothing else: a process is ours if it was started in our folder."""
    if "container" in state:
        subprocess.run(["docker", "rm", "-f", state["container"]], capture_output=True, check=False)
        return
    pid, folder = state["pid"], state["folder"]
    if is_ours(pid, folder):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGTERM)
        deadline = time.monotonic() + 30
        while is_ours(pid, folder) and time.monotonic() < deadline:
            reap(pid)
            time.sleep(0.2)
        if is_ours(pid, folder):
            os.killpg(pid, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


def reap(pid: int) -> None:
    """Take leave of a child that ended, if it is ours to do."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def is_ours(pid: int, folder: str) -> bool:
    """Whether the process with this number is still the one that was started in `folder`."""
    try:
        return folder.encode() in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False


def is_alive(pid: int) -> bool:
    """Whether a process exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def answers(url: str) -> bool:
    """Whether it is ready to work."""
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health?wait_for_status=yellow&timeout=5s", timeout=10) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_for(url: str, is_running: Any, tell: Any) -> None:
    """Wait until it answers. Raises UnavailableError with the last of its log."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answers(url):
            return
        if not is_running():
            break
        time.sleep(0.5)
    raise UnavailableError(f"it did not start: {tell()[-600:]}")


def docker_answers() -> bool:
    """Whether a Docker engine answers; the command alone is not enough."""
    if shutil.which("docker") is None:
        return False
    try:
        asked = subprocess.run(
            ["docker", "info", "--format", "{{.ServerVersion}}"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and bool(asked.stdout.strip())


def start_docker(heap: str) -> State:
    """Start the official image on a free port of loopback."""
    settings = ["discovery.type=single-node", "xpack.security.enabled=false", f"ES_JAVA_OPTS=-Xms{heap} -Xmx{heap}"]
    settings += ["cluster.routing.allocation.disk.threshold_enabled=false"]
    port = free_port()
    command = ["docker", "run", "-d", "--rm", "-p", f"127.0.0.1:{port}:9200"]
    made = subprocess.run(
        [*command, *(part for text in settings for part in ("-e", text)), IMAGE],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise UnavailableError(f"docker run {IMAGE} failed: {made.stderr.strip()[-300:]}")
    state: State = {"url": f"http://127.0.0.1:{port}", "container": made.stdout.strip()}

    def told() -> str:
        return subprocess.run(
            ["docker", "logs", state["container"]], capture_output=True, text=True, check=False
        ).stdout

    try:
        wait_for(state["url"], lambda: True, told)
    except UnavailableError:
        end(state)
        raise
    return state


def start_packages(heap: str) -> State:
    """Start the packages' Elasticsearch as a process group of its own."""
    java, home = find_java(), distribution(CACHE, VERSION)
    folder = Path(tempfile.mkdtemp(prefix="news-monitor-elasticsearch-"))
    folder.chmod(0o755)
    if os.geteuid() == 0:  # another user runs it, who may not look into our home
        home = Path(shutil.copytree(home, folder / "home", symlinks=True))
    port = configure(home, folder)
    environment = {
        "PATH": os.environ.get("PATH", ""), "HOME": str(folder), "JAVA": str(java), "JAVA_HOME": str(java.parents[1]),
        "JAVA_TYPE": "external JDK", "ES_HOME": str(home), "ES_PATH_CONF": str(folder / "config"),
        "ES_DISTRIBUTION_TYPE": "tar", "ES_TMPDIR": str(folder / "tmp"), "ES_JAVA_OPTS": f"-Xms{heap} -Xmx{heap}",
    }  # fmt: skip
    launcher = ["-cp", f"{home}/lib/tools/server-launcher/*", "org.elasticsearch.server.launcher.ServerLauncher"]
    log = folder / "output.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(java), "-Xms4m", "-Xmx64m", "-XX:+UseSerialGC", *launcher],
            cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True, **as_whom(folder),
        )  # fmt: skip
    state: State = {"url": f"http://127.0.0.1:{port}", "pid": process.pid, "folder": str(folder)}
    try:
        wait_for(state["url"], lambda: process.poll() is None, lambda: log.read_text(errors="replace"))
    except (UnavailableError, KeyboardInterrupt):
        end(state)
        raise
    return state


def configure(home: Path, folder: Path) -> int:
    """Write the configuration; gives the port."""
    shutil.copytree(home / "config", folder / "config")
    for name in ("data", "logs", "repo", "tmp"):
        (folder / name).mkdir()
    port, other = free_port(), free_port()
    lines = ["discovery.type: single-node", "network.host: 127.0.0.1", f"http.port: {port}", f"transport.port: {other}"]
    lines += [f"path.{name}: {folder / name}" for name in ("data", "logs", "repo")]
    lines += ["xpack.security.enabled: false", "cluster.routing.allocation.disk.threshold_enabled: false"]
    (folder / "config" / "elasticsearch.yml").write_text("\n".join(lines) + "\n")
    return port


def as_whom(folder: Path) -> dict[str, Any]:
    """Run as ourselves; as nobody, who then owns the folder, where we are root."""
    if os.geteuid() != 0:
        return {}
    subprocess.run(["chown", "-R", f"{UNPRIVILEGED}:", str(folder)], check=True)
    return {"user": UNPRIVILEGED, "extra_groups": []}


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
