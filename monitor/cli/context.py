"""What every command is given: the configuration, and the rooms that open from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.embedding import Embedder, Progress
    from monitor.events import Decision
    from monitor.index import Index
    from monitor.outlets import Catalogue


FIRST_STEPS = "; `monitor outlets list` says what can be crawled"  # where nobody named an index yet


@frozen(kw_only=True)
class State:
    """The global options; the configuration is read when a command asks for it, so that none keeps its help back."""

    load: Callable[[], Config]

    @cached_property
    def config(self) -> Config:
        """The configuration, with the global options in it.

        Raises ConfigError where it is wrong.
        """
        return self.load()

    def with_catalogue(self, folder: Path | None) -> State:
        """The same with another catalogue, where a command's option names one."""
        return State(load=lambda: self.config.model_copy(update={"catalogue": folder})) if folder else self

    def open_index(self, *, make: bool = False) -> Index:
        """Open the index that is meant; `make` is for commands that fill it.

        Raises IndexProblem where it cannot be had, IndexMissing where it was never made and `make` is False.
        """
        from monitor.index import IndexMissing, open_index

        config = self.config
        try:
            return open_index(config.index_address, prefix=config.index_prefix, must_exist=not make)
        except IndexMissing as problem:
            raise IndexMissing(f"{problem}{'' if config.index else FIRST_STEPS}") from None

    def catalogue(self) -> Catalogue:
        """Load the catalogue that is meant.

        Raises CatalogueError where a file of it is wrong.
        """
        from monitor.outlets import load_catalogue

        return load_catalogue(self.config.catalogue)

    def say_strangers(self, filters: Mapping[str, Any]) -> None:
        """Say which outlet, language or country of a search that found nothing is none that the catalogue knows."""
        from monitor.cli.render import note
        from monitor.outlets import strangers

        given = {name: filters[name] for name in ("outlets", "languages", "countries") if filters[name]}
        for line in strangers(self.catalogue(), **given) if given else ():
            note(line)

    def decision(self) -> Decision:
        """Load the grouping's decision that is meant.

        Raises DecisionError where its file cannot be used.
        """
        from monitor.events import load_decision

        return load_decision(self.config.decision)

    def embedder(self) -> Embedder:
        """Load the embedder that is meant; the packaged one is prepared once, with a progress bar.

        Raises EmbedderError where it cannot be had.
        """
        from monitor.embedding import load_embedder

        with _preparing() as told:
            return load_embedder(self.config, progress=told)

    def prepare_embedder(self) -> None:
        """Make what the embedder needs on disk, where another process will load it; with the same bar.

        Raises EmbedderError where it cannot be made.
        """
        from monitor.embedding import prepare_embedder

        with _preparing() as told:
            prepare_embedder(self.config, progress=told)


@contextmanager
def _preparing() -> Iterator[Progress]:
    """A bar that appears when there is something to prepare."""
    from monitor.cli.render import progress

    with progress("") as bar:
        task = bar.add_task("preparing the embedder", visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=True)


def state(ctx: click.Context) -> State:
    """The state that the root command left in the context."""
    found = ctx.find_object(State)
    if found is None:
        raise RuntimeError("a command was called without the root command")
    return found
