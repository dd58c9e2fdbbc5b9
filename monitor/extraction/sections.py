"""The room's word lists: text files of sections, `[name]` and then a line an entry; `#` begins a comment."""

from __future__ import annotations

from importlib import resources


def read_sections(file: str) -> dict[str, list[str]]:
    """The entries of `data/FILE` by their section, in the file's order."""
    text = resources.files("monitor.extraction").joinpath("data", file).read_text("utf-8")
    sections: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(name, []).append(line)
    return sections
