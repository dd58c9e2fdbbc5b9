"""The `monitor` command: its global options, its commands, and the one place where an error becomes a line.

A command's module is imported when the command is named, so that `monitor --help` and completion answer at once.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from monitor import __version__
from monitor.cli.context import State
from monitor.cli.logs import log_to_stderr
from monitor.model import MonitorError

if TYPE_CHECKING:
    from monitor.config import Config

COMMANDS = {  # in the order of --help; each is `command` in the module of its name
    "crawl": "Fetch what the outlets published.",
    "outlets": "List, show, check, add and record outlets.",
    "extract": "Read one page and print its fields.",
    "group": "Group articles into events.",
    "events": "List events; show, explain and correct them.",
    "compare": "Compare an event across outlets, or everything an article speaks of.",
    "search": "Search the articles.",
    "watch": "Be told of new events, by a webhook or by mail.",
    "serve": "Open the page in the browser.",
    "index": "Create, inspect, export and import the index.",
    "health": "Say which outlets are broken, late or silent.",
    "kibana": "Build and check Kibana's saved objects.",
    "completion": "Print the completion script of a shell.",
}
EXAMPLES = """\b
Examples:
  monitor outlets list --language fa
  monitor crawl irna-fa bbc-persian --since 2d
  monitor group && monitor events
  monitor compare article.html --published 2018-05-22 --outlet "Financial Tribune"
  monitor --index https://localhost:9200 search "Шамхани"
"""


class LazyGroup(click.Group):
    """Imports a command's module when the command is run; lists every name without an import."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's contract)
        """Every command's name."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"monitor.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is named; click does not know the names of those it has not imported."""
        from difflib import get_close_matches

        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            near = get_close_matches(name, COMMANDS, n=1)
            raise click.UsageError(f"No such command {name!r}.{f' Did you mean {near[0]!r}?' if near else ''}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands with their line, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="monitor", message="%(prog)s %(version)s")
@click.option("--index", help="sqlite:PATH or http(s)://host:port; by default a SQLite file in your data folder.")
@click.option("--embedder", help="Which embedder makes the vectors; by default e5-small.")
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", help="Form of the log.")
@click.option("--verbose", "-v", is_flag=True, help="Log what happens, not only what goes wrong.")
@click.pass_context
def command(ctx: click.Context, index: str | None, embedder: str | None, log_format: str, *, verbose: bool) -> None:
    """Who reported the same event, when, in which language, copying whom: a multilingual news monitor."""
    log_to_stderr(log_format, verbose=verbose)
    given = {"index": index, "embedder": embedder}
    _warn_of_mistyped_variables()
    ctx.obj = State(load=lambda: _config({key: value for key, value in given.items() if value is not None}))


def _config(given: dict[str, str]) -> Config:
    from monitor.config import load_config

    return load_config(**given)


def _warn_of_mistyped_variables() -> None:
    """Tell whose value would else be left out without a word."""
    if not any(name.upper().startswith("MONITOR_") for name in os.environ):
        return
    from monitor.config import mistyped

    for name, meant in mistyped(os.environ).items():
        from monitor.cli.render import warn

        warn(f"{name} is no variable of the monitor: did you mean {meant}?")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; an error becomes one line on standard error and exit code 1 or 2."""
    _write_every_script()
    try:
        code = command.main(args=arguments, prog_name="monitor", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as problem:
        print(problem.format_message(), file=sys.stderr)  # the help of a group whose command was not named
        sys.exit(2)
    except click.UsageError as problem:
        _fail(problem.format_message() + _see(problem.ctx), 2)
    except click.ClickException as problem:
        _fail(problem.format_message(), problem.exit_code)
    except MonitorError as problem:
        _fail(str(problem), problem.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted", 130)
    except BrokenPipeError:
        # The reader of a pipe went away (`monitor index export | head`): nothing is left to be flushed to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as problem:
        _fail(f"{problem.filename or 'system'}: {problem.strerror or problem}", 1)
    sys.exit(code if isinstance(code, int) else 0)


def _write_every_script() -> None:
    """Escape what a terminal of another charset than UTF-8 cannot show, instead of ending there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _see(ctx: click.Context | None) -> str:
    return f" (see: {ctx.command_path} --help)" if ctx else ""


def _fail(message: str, code: int) -> None:
    print("error:", " ".join(message.split()), file=sys.stderr)
    sys.exit(code)
