"""What every command is given: the configuration, and how to speak to the person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
from attrs import frozen

from monitor.config import Config
from monitor.model import Moment

if TYPE_CHECKING:
    from monitor.index import Index
    from monitor.outlets import Catalogue


@frozen(kw_only=True)
class State:
    """The global options, as `monitor` read them."""

    config: Config
    log_format: str = "text"
    verbose: bool = False

    def open_index(self) -> Index:
        """Open the index that is meant.

        Raises IndexProblem where it cannot be had.
        """
        from monitor.index import open_index

        return open_index(self.config.index_address, prefix=self.config.index_prefix)

    def catalogue(self) -> Catalogue:
        """Load the catalogue that is meant.

        Raises CatalogueError where a file of it is wrong.
        """
        from monitor.outlets import load_catalogue

        return load_catalogue(self.config.catalogue)


def state(ctx: click.Context) -> State:
    """The state that the root command left in the context."""
    found = ctx.find_object(State)
    if found is None:
        raise RuntimeError("a command was called without the root command")
    return found


def moment(text: str | None, *, option: str) -> Moment | None:
    """Read an option that holds a moment; a day alone is that day's end less nothing: midnight UTC.

    Raises click.BadParameter where it is not ISO 8601.
    """
    if text is None:
        return None
    try:
        return Moment.parse(text)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is not a date: expected ISO 8601, such as 2018-05-22 or 2018-05-22T08:30:00+03:30",
            param_hint=option,
        ) from None


def clock(now: str | None) -> datetime:
    """The moment that counts as now: `--now`, else the machine's."""
    return moment(now, option="--now") or datetime.now(UTC)
