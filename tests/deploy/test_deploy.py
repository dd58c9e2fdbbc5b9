"""The files under deploy/, each held against its own format's validator; no engine is needed for that."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SCRIPTS = Path(sys.executable).parent


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, cwd=ROOT)


def test_compose_file_meets_the_compose_schema() -> None:
    done = run(SCRIPTS / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_compose_file_mounts_files_that_exist_and_listens_on_loopback_only() -> None:
    compose = YAML(typ="safe").load(DEPLOY / "compose.yaml")
    for service in compose["services"].values():
        for mount in service.get("volumes", []):
            source = mount.split(":")[0]
            assert source in compose["volumes"] or (DEPLOY / source).is_file(), mount
        for port in service.get("ports", []):
            assert port.startswith("127.0.0.1:"), port


def test_dockerfile_is_clean_and_copies_what_exists() -> None:
    done = run(SCRIPTS / "hadolint", DEPLOY / "Dockerfile")
    assert done.returncode == 0, done.stdout
    for line in (DEPLOY / "Dockerfile").read_text().splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            assert all((ROOT / source).exists() for source in line.split()[1:-1]), line


def test_kubernetes_objects_meet_the_schema() -> None:
    done = run(SCRIPTS / "kubernetes-validate", "--strict", DEPLOY / "kubernetes" / "cronjob.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_systemd_units_verify() -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not on this machine")
    units = sorted((DEPLOY / "systemd").iterdir())
    done = run(analyze, "verify", *units)
    assert done.returncode == 0, done.stderr


def test_every_schedule_crawls_what_is_due_groups_it_and_tells_who_watches() -> None:
    for path in ("compose.yaml", "systemd/monitor-crawl.service", "kubernetes/cronjob.yaml"):
        schedule = (DEPLOY / path).read_text()
        steps = [schedule.index(step) for step in ("monitor crawl --due", "monitor group", "monitor watch check")]
        assert steps == sorted(steps), path
