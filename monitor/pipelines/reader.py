"""A reader process: pages and feeds in, readings out.

Reading a page takes up to hundreds of milliseconds of processor time and may meet a page built to be slow; in a process
of its own it neither holds up the reactor nor takes the crawl with it.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.outlets import Catalogue
from monitor.pipelines.child import serve
from monitor.pipelines.messages import EntryReading, EntryWork, PageReading, Setup, Work
from monitor.pipelines.reading import read_entry, read_page


def prepare(setup: Setup) -> Callable[[Work], PageReading | EntryReading]:
    """Build the catalogue once, for every page."""
    catalogue = Catalogue(setup.outlets)

    def answer(work: Work) -> PageReading | EntryReading:
        return read_entry(work, catalogue) if isinstance(work, EntryWork) else read_page(work, catalogue)

    return answer


if __name__ == "__main__":
    serve(prepare)
