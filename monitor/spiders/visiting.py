"""What both spiders do: hand out tasks, take answers, give pages to the pipelines, end in order."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from email.message import Message
from typing import Any, Final

from scrapy import Request, signals
from scrapy.http import Response

from monitor.config import Config
from monitor.index import Index
from monitor.model import FateName, MonitorError
from monitor.outlets import Catalogue, citable
from monitor.pipelines.batches import Batches
from monitor.pipelines.embedder import RemoteEmbedder
from monitor.pipelines.messages import EntryWork
from monitor.pipelines.pages import Page
from monitor.pipelines.readers import ReaderError, Readers
from monitor.pipelines.writing import Writer
from monitor.spiders.crawl import Crawl
from monitor.spiders.frontier import EntryTask, PageTask, Task
from monitor.spiders.outcomes import outcome
from monitor.spiders.politeness import Politeness

ENTRY_BYTES: Final = 52_428_800  # a sitemap may have 50 MB


class Visiting:
    """A part of a spider; `prepare` comes first."""

    crawler: Any
    crawl: Crawl
    politeness: Politeness
    embedder: RemoteEmbedder
    writer: Writer
    readers: Readers
    batches: Batches

    def prepare(
        self,
        crawl: Crawl,
        politeness: Politeness,
        config: Config,
        index: Index,
        clock: Callable[[], datetime],
        *,
        catalogue: Catalogue,
    ) -> None:
        """Take what the crawl works with; articles may cite any outlet of the catalogue, crawled or not."""
        self.crawl = crawl
        made = [outlet for slug, outlet in crawl.outlets.items() if slug not in catalogue.outlets]
        self.known = citable(Catalogue([*catalogue.outlets.values(), *made]) if made else catalogue)
        self.politeness = politeness
        self.embedder = RemoteEmbedder(config)
        self.writer = Writer(index, lambda: self.embedder, run=crawl.run, clock=clock)
        self.problem: Exception | None = None
        self.reason = ""
        self.under_way = False

    def join(self, crawler: Any) -> None:
        """Become part of a crawler: our settings, and the end."""
        for name, value in self.politeness.settings.items():
            crawler.settings.set(name, value, priority="spider")
        crawler.signals.connect(self.closing, signal=signals.spider_closed)

    async def start(self) -> AsyncIterator[Request]:
        """Hand out tasks as places become free, until nothing is left."""
        self.readers = Readers(list(self.known.outlets.values()), count=max(1, (os.cpu_count() or 2) - 1))
        self.batches = Batches(self.writer.store)
        self.under_way = True
        try:
            await self.crawl.begin()
        except MonitorError as problem:
            self.stop(problem)
            return
        while not self.crawl.frontier.is_finished():
            task = self.crawl.frontier.take()
            if task is None:
                await self.crawl.frontier.changed()
            else:
                yield self._request(task)

    def stop(self, problem: Exception) -> None:
        """End the crawl because of an error that is not a page's; the first one is told."""
        if self.problem is None:
            self.problem = problem
            asyncio.get_running_loop().create_task(self.crawler.engine.close_spider_async(reason="problem"))

    async def closing(self, spider: Any, reason: str) -> None:  # noqa: ARG002  (Scrapy's signature)
        """Keep what is known, end the processes and threads."""
        self.reason = reason
        try:
            await self.batches.close()
            await self.crawl.end("the crawl was ended" if reason != "finished" else "")
        except MonitorError as problem:
            self.problem = self.problem or problem
        finally:
            self.under_way = False
            self.readers.close()
            self.embedder.close()

    def _request(self, task: Task) -> Request:
        known = self.crawl.entry(task.url) if isinstance(task, EntryTask) else task.seen
        headers = {}
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        meta: dict[str, Any] = {"download_slot": self.politeness.slots[task.outlet], "task": task}
        if isinstance(task, EntryTask):
            meta["download_maxsize"] = ENTRY_BYTES
            return Request(task.url, callback=self.read_entry, errback=self.failed_entry, headers=headers, meta=meta)
        return Request(
            task.candidate.url, callback=self.read_page, errback=self.failed_page, headers=headers, meta=meta
        )

    async def read_entry(self, response: Response) -> None:
        """A feed, sitemap or section page that was answered."""
        task: EntryTask = response.meta["task"]
        try:
            if response.status == 304:
                await self.crawl.entry_unmodified(task)
            elif response.status != 200:
                await self.crawl.entry_failed(task, f"the server answered {response.status}", status=response.status)
            else:
                await self._read_announced(task, response)
        except MonitorError as problem:
            self.stop(problem)
        finally:
            self.crawl.frontier.done(task)

    async def _read_announced(self, task: EntryTask, response: Response) -> None:
        work = EntryWork(body=response.body, url=response.url, charset=charset_of(response), outlet=task.outlet,
                         kind=task.kind, now=self.crawl.clock())  # fmt: skip
        try:
            reading = await self.readers.read_entry(work)
        except ReaderError as problem:
            await self.crawl.entry_failed(task, str(problem), status=response.status)
            return
        await self.crawl.entry_read(task, reading, status=response.status, etag=header(response, "ETag"),
                                    last_modified=header(response, "Last-Modified"))  # fmt: skip

    async def failed_entry(self, failure: Any) -> None:
        """A feed, sitemap or section page that was not answered."""
        task: EntryTask = failure.request.meta["task"]
        try:
            await self.crawl.entry_failed(task, outcome(failure.value)[1])
        except MonitorError as problem:
            self.stop(problem)
        finally:
            self.crawl.frontier.done(task)

    async def read_page(self, response: Response) -> AsyncIterator[Page]:
        """An article's page that was answered, on to the pipelines."""
        task: PageTask = response.meta["task"]
        self.crawl.frontier.done(task)
        try:
            if response.status == 304 and task.seen is not None:
                await self.crawl.unmodified(task, task.seen)
            elif response.status != 200:
                await self.crawl.settle(task, FateName.FAILED, f"the server answered {response.status}")
            elif not self.crawl.scopes[task.outlet].holds(response.url):
                await self.crawl.settle(task, FateName.REFUSED, f"scope: it redirects to {response.url}")
            else:
                yield Page(
                    task=task, url=response.url, body=response.body, charset=charset_of(response),
                    etag=header(response, "ETag"), last_modified=header(response, "Last-Modified"),
                )  # fmt: skip
        except MonitorError as problem:
            self.stop(problem)

    async def failed_page(self, failure: Any) -> None:
        """An article's page that was not answered."""
        task: PageTask = failure.request.meta["task"]
        self.crawl.frontier.done(task)
        try:
            await self.crawl.settle(task, *outcome(failure.value))
        except MonitorError as problem:
            self.stop(problem)


def charset_of(response: Response) -> str | None:
    """The charset that the Content-Type header claims."""
    message = Message()
    message["Content-Type"] = header(response, "Content-Type").replace("\r", " ").replace("\n", " ")
    return message.get_content_charset()


def header(response: Response, name: str) -> str:
    """A header's value, "" where there is none."""
    return (response.headers.get(name) or b"").decode("latin-1")[:1000]
