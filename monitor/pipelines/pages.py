"""Scrapy's item pipelines: a page is read, judged, stored. Each settles the candidate's fate where it ends there."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, evolve
from scrapy.exceptions import DropItem

from monitor.embedding import EmbedderError
from monitor.model import FateName, MonitorError
from monitor.pipelines.messages import PageReading, PageWork
from monitor.pipelines.readers import ReaderError
from monitor.pipelines.settling import Draft
from monitor.spiders.decision import is_before
from monitor.spiders.frontier import PageTask
from monitor.text.urls import article_id


@define
class Page:
    """A page on its way; each pipeline adds its part and drops what is no longer needed."""

    task: PageTask
    url: str  # after redirects
    body: bytes
    charset: str | None
    etag: str = ""
    last_modified: str = ""
    reading: PageReading | None = None
    draft: Draft | None = None


class _Pipeline:
    """One step; `spider` has the crawl, the readers and the batches."""

    def __init__(self, crawler: Any) -> None:
        self._spider = crawler.spider

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """As Scrapy makes its parts."""
        return cls(crawler)


class ReadPage(_Pipeline):
    """The page to an article, in a reader process."""

    async def process_item(self, page: Page) -> Page:
        """Raises DropItem where the reader could not."""
        work = PageWork(body=page.body, url=page.url, charset=page.charset, candidate=page.task.candidate,
                        now=self._spider.crawl.clock())  # fmt: skip
        try:
            page.reading = await self._spider.readers.read_page(work)
        except ReaderError as problem:
            await self._spider.crawl.settle(page.task, FateName.FAILED, str(problem))
            raise DropItem(str(problem)) from None
        page.body = b""
        return page


class JudgePage(_Pipeline):
    """An article or not, too old or not, and by which id."""

    async def process_item(self, page: Page) -> Page:
        """Raises DropItem for what is not stored."""
        if page.reading is None:
            raise DropItem("a page that was not read")
        article, crawl = page.reading.article, self._spider.crawl
        if not article.kind.is_article:
            await self._drop(page, FateName.NOT_AN_ARTICLE, f"{article.kind}: {article.reason}".rstrip(": "))
        if article.published is not None and is_before(article.published, crawl.cutoff):
            await self._drop(page, FateName.TOO_OLD, article.published.to_text())
        page.draft = self._draft(page, page.reading)
        page.reading = None
        return page

    async def _drop(self, page: Page, name: FateName, reason: str) -> None:
        await self._spider.crawl.settle(page.task, name, reason)
        raise DropItem(reason)

    def _draft(self, page: Page, reading: PageReading) -> Draft:
        crawl, task = self._spider.crawl, page.task
        scope, outlet = crawl.scopes[task.outlet], crawl.outlets[task.outlet]
        known = task.seen.article if task.seen else ""
        article = evolve(
            reading.article,
            id=known or scope.identity(page.url, reading.article.canonical_url),
            outlet=outlet.slug,
            country=outlet.country,
            publisher=reading.article.publisher or outlet.name,
            fetched=crawl.clock(),
        )
        return Draft(
            candidate=task.candidate, article=article, own_id=article_id(page.url), analysis=reading.analysis,
            minhash=reading.minhash, content_hash=reading.content_hash, seen=task.seen,
            etag=page.etag, last_modified=page.last_modified,
        )  # fmt: skip


class StorePage(_Pipeline):
    """The article into the index, with others in a batch."""

    async def process_item(self, page: Page) -> Page:
        """Raises DropItem where the index fails, which ends the crawl; the candidate waits for the next one."""
        if page.draft is None:
            raise DropItem("a page that was not judged")
        try:
            settled = await self._spider.batches.store(page.draft)
        except (MonitorError, EmbedderError) as problem:
            self._spider.stop(problem)
            raise DropItem(str(problem)) from None
        self._spider.crawl.stored(settled)
        page.draft = None
        return page
