"""Options that several commands share, each described once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from monitor.model import Moment, since

F = TypeVar("F", bound=Callable[..., Any])


class Group(click.Group):
    """Tells what each of its commands does in a whole sentence, where click cuts one short."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with the first sentence of its help."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, each.get_short_help_str(limit=1000)) for name, each in found if each])


class MomentType(click.ParamType[Moment]):
    """ISO 8601: a day, or a day and a time of day; without a zone it is UTC."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Moment:
        """Read it."""
        if isinstance(value, Moment):
            return value
        try:
            return Moment.parse(str(value))
        except ValueError:
            self.fail(
                f"{value!r} is not a date: expected ISO 8601, such as 2018-05-22 or 2018-05-22T08:30:00+03:30",
                param,
                ctx,
            )


class SpanType(click.ParamType[str]):
    """A span back from now, such as 2d, or a moment; `resolve` makes a moment of it."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check it; what it means depends on `--now`."""
        try:
            resolve(str(value), datetime.now(UTC))
        except ValueError:
            self.fail(f"{value!r} is neither a span such as 30m, 12h, 2d or 3w nor a date", param, ctx)
        return str(value)


MOMENT, SPAN = MomentType(), SpanType()


def resolve(text: str, now: datetime) -> datetime:
    """The moment that a span or a date means.

    Raises ValueError where text is neither.
    """
    try:
        return since(now, text)
    except ValueError:
        return Moment.parse(text)


def clock(now: datetime | None) -> datetime:
    """The moment that counts as now: `--now`, else the machine's."""
    return now or datetime.now(UTC)


def now_option(function: F) -> F:
    """`--now`."""
    return click.option("--now", type=MOMENT, help="The moment that counts as now, ISO 8601.")(function)


def catalogue_option(function: F) -> F:
    """`--catalogue`: a folder of outlets instead of the packaged one; `State.with_catalogue` takes it."""
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option("--catalogue", "folder", type=kind, help="A folder of outlets of your own.")(function)


def format_option(*forms: str) -> Callable[[F], F]:
    """`--format`, the first of `forms` by default."""
    kind = click.Choice(forms)
    return click.option("--format", "form", type=kind, default=forms[0], show_default=True, help="What is printed.")


def filter_options(function: F) -> F:
    """`--language --country --outlet --since --until --now`: which articles or events are meant."""
    for option in reversed(
        (
            click.option("--language", "languages", multiple=True, help="BCP 47, such as fa; may be given again."),
            click.option("--country", "countries", multiple=True, help="Of the outlet, ISO 3166-1, such as IR."),
            click.option("--outlet", "outlets", multiple=True, help="The outlet's slug, such as irna-fa."),
            click.option("--since", "start", type=SPAN, help="A span such as 2d, or a date: not before."),
            click.option("--until", type=MOMENT, help="A date: before it."),
            now_option,
        )
    ):
        function = option(function)
    return function


def limit_option(default: int) -> Callable[[F], F]:
    """`--limit` and `--offset` of a list."""

    def decorate(function: F) -> F:
        function = click.option("--offset", type=click.IntRange(0, 10_000), default=0, help="Leave out the first.")(
            function
        )
        kind = click.IntRange(1, 10_000)
        return click.option("--limit", type=kind, default=default, show_default=True, help="At most so many.")(function)

    return decorate
