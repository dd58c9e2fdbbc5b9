"""`monitor completion`: the script that completes commands and options in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

EXAMPLES = """\b
Examples:
  eval "$(monitor completion bash)"
  monitor completion fish > ~/.config/fish/completions/monitor.fish
"""


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL."""
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"{shell} is not known")
    click.echo(made(ctx.find_root().command, {}, "monitor", "_MONITOR_COMPLETE").source())
