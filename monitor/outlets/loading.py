"""Reading a folder of outlets: every file is checked before any is used."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from pydantic import BaseModel, ValidationError

from monitor.model import MonitorError
from monitor.outlets.catalogue import Catalogue
from monitor.outlets.models import Expect, Outlet, Selectors
from monitor.yaml12 import MAX_BYTES, Document, Key, NotYamlError, dotted, read_yaml

PACKAGED: Final = Path(__file__).with_name("catalogue")
MAX_FILES: Final = 20_000

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEYS: Final = tuple(key for key in Outlet.model_fields if key != "slug")
_SHOWN: Final = 20  # problems in one message; `problems` holds all


@frozen
class Problem:
    """One wrong thing in one file."""

    path: Path
    line: int  # from 1; 0 where the file as a whole is meant
    key: str  # such as `feeds[2]`; "" where the file as a whole is meant
    expected: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {f'{self.key}: ' if self.key else ''}expected {self.expected}"


class CatalogueError(MonitorError):
    """A catalogue with wrong files; `path`, `line`, `key` and `expected` are the first's, `problems` are all."""

    exit_code = 2

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        first = problems[0]
        self.path, self.line, self.key, self.expected = first.path, first.line, first.key, first.expected
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"{first}{more}")

    def report(self) -> str:
        """A line for each problem, the first twenty."""
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        rest = len(self.problems) - _SHOWN
        return "\n".join([*lines, f"… and {rest} more"] if rest > 0 else lines)


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read every `*.yaml` and `*.yml` of a folder, or the packaged catalogue.

    Raises CatalogueError, which names all that is wrong, where a file is or where there is none.
    """
    return packaged() if folder is None else _read(folder)


@lru_cache(maxsize=1)
def packaged() -> Catalogue:
    """The packaged catalogue, read once: nothing in it changes."""
    return _read(PACKAGED)


def _read(folder: Path) -> Catalogue:
    outlets: dict[str, Outlet] = {}
    problems: list[Problem] = []
    for path in _files(folder):
        outlet = _load(path, problems)
        if outlet is None:
            continue
        if outlet.slug in outlets:
            problems.append(Problem(path, 0, "", f"one file for {outlet.slug}, found another beside it"))
        outlets[outlet.slug] = outlet
    problems += _clashes(folder, outlets)
    if problems:
        raise CatalogueError(problems)
    return Catalogue(outlets.values())


def parse_outlet(data: bytes, path: Path) -> Outlet:
    """Read one outlet's file, already in memory; its slug is the file's name.

    Raises CatalogueError with all that is wrong in it.
    """
    problems: list[Problem] = []
    outlet = _parse(data, path, problems)
    if outlet is None:
        raise CatalogueError(problems)
    return outlet


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.name[0] != ".")
    except OSError as problem:
        raise CatalogueError([Problem(folder, 0, "", f"a folder of outlets ({problem.strerror})")]) from problem
    if not 0 < len(found) <= MAX_FILES:
        raise CatalogueError([Problem(folder, 0, "", f"1 to {MAX_FILES} files called *.yaml, found {len(found)}")])
    return found


def _load(path: Path, problems: list[Problem]) -> Outlet | None:
    if not path.is_file():  # a pipe would be waited for without end
        problems.append(Problem(path, 0, "", "a file that can be read, found a folder, a pipe or a broken link"))
        return None
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as problem:
        problems.append(Problem(path, 0, "", f"a file that can be read ({problem.strerror})"))
        return None
    return _parse(data, path, problems)


def _parse(data: bytes, path: Path, problems: list[Problem]) -> Outlet | None:
    if len(path.stem) > 100 or not _SLUG.fullmatch(path.stem):
        problems.append(Problem(path, 0, "", "a file's name of small Latin letters, digits and single hyphens"))
        return None
    try:
        document = read_yaml(data)
    except NotYamlError as problem:
        problems.append(Problem(path, problem.line, problem.key, problem.expected))
        return None
    values = document.value
    if not isinstance(values, dict):
        problems.append(Problem(path, 1, "", "a mapping with name, languages, country, homepage and an entry point"))
        return None
    if "slug" in values:
        problems.append(Problem(path, document.line(("slug",)), "slug", "no such key: the file's name is the slug"))
        return None
    try:
        return Outlet.model_validate({"publisher": path.stem, **values, "slug": path.stem})
    except ValidationError as error:
        problems += _explained(error, document, path)
        return None


def _explained(error: ValidationError, document: Document, path: Path) -> list[Problem]:
    found: dict[Key, Problem] = {}
    for detail in error.errors(include_url=False, include_context=False):
        key: Key = detail["loc"]
        if not key and detail["type"] == "value_error":
            name, _, expected = detail["msg"].removeprefix("Value error, ").partition("|")
            key = (name,)
        else:
            expected = _expected(key, detail["type"], detail["input"])
        key = tuple(part for part in key if not str(part).startswith("["))  # how pydantic marks a key or a choice
        found.setdefault(key, Problem(path, document.line(key), dotted(key)[:120], expected))
    inner = {key[:end] for key in found for end in range(len(key))}  # a list without a good item is also "too short"
    return sorted((problem for key, problem in found.items() if key not in inner), key=lambda problem: problem.line)


def _expected(key: Key, kind: str, value: Any) -> str:
    models: dict[str, type[BaseModel]] = {"selectors": Selectors, "expect": Expect}
    top = str(key[0])
    model, name = (models[top], str(key[1])) if top in models and len(key) > 1 else (Outlet, top)
    if kind == "extra_forbidden":
        known = list(_KEYS if model is Outlet else model.model_fields)
        near = difflib.get_close_matches(name, known, n=1)
        return f"{near[0]}, perhaps: there is no such key" if near else f"one of {', '.join(known)}"
    found = "" if kind == "missing" else f", found {_shown(value)}"
    return f"{model.model_fields[name].description}{found}"


def _shown(value: Any) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 80 else f"{text[:80]}…"


def _clashes(folder: Path, outlets: dict[str, Outlet]) -> list[Problem]:
    """Publishers to which two editions give different names."""
    names: dict[str, tuple[str, str]] = {}
    problems = []
    for slug, outlet in outlets.items():
        if not outlet.publisher_name:
            continue
        name, other = names.setdefault(outlet.publisher, (outlet.publisher_name, slug))
        if name != outlet.publisher_name:
            expected = f"{name!r} as in {other}, found {outlet.publisher_name!r}"
            problems.append(Problem(folder / f"{slug}.yaml", 0, "publisher_name", expected))
    return problems
