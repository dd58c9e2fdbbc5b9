"""Write docs/reference/commands.md from the commands themselves: `python scripts/commands_reference.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from monitor.cli.app import command

TARGET = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
HEAD = """# Commands

Made from the commands themselves by `python scripts/commands_reference.py`; a test holds it against them.
Exit codes: 0 done, 1 something failed that you may want to hear of, 2 wrong input, 130 interrupted.
"""


def reference() -> str:
    """The help of every command, one after another."""
    return HEAD + "".join(_section(path, each) for path, each in _commands("monitor", command))


def _commands(path: str, each: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield path, each
    if isinstance(each, click.Group):
        context = click.Context(each, info_name=path)
        for name in each.list_commands(context):
            found = each.get_command(context, name)
            if found is not None:
                yield from _commands(f"{path} {name}", found)


def _section(path: str, each: click.Command) -> str:
    # The root's names of --help, which every command inherits when it is run.
    names = command.context_settings["help_option_names"]
    context = click.Context(each, info_name=path, max_content_width=100, terminal_width=100, help_option_names=names)
    return f"\n## {path}\n\n```text\n{each.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
