"""Outlets served over real HTTP on loopback, an embedding service, and crawls of them in processes of their own."""

from __future__ import annotations

import http.server
import json
import multiprocessing
import zlib
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

from monitor.index import ArticleQuery, open_index
from monitor.model import Article
from tests.crawl.driver import run
from tests.fetching.servers import Answer, Site, serving

PROCESSES = multiprocessing.get_context("forkserver")  # which has loaded our modules once
PROCESSES.set_forkserver_preload(["tests.crawl.driver"])
WORDS = [
    "talks",
    "minister",
    "delegation",
    "vienna",
    "agreement",
    "sanctions",
    "parliament",
    "budget",
    "harbour",
    "election",
    "storm",
    "village",
    "road",
    "bridge",
    "doctors",
    "court",
    "judge",
    "verdict",
    "river",
    "flood",
    "rescue",
    "company",
    "workers",
    "strike",
    "airport",
    "train",
    "border",
    "summit",
]


@pytest.fixture(scope="session")
def embedding_service() -> Iterator[str]:
    """A small service that speaks OpenAI's protocol: a vector of the words' hashes."""

    def embeddings(handler: http.server.BaseHTTPRequestHandler) -> Answer:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        rows = []
        for n, text in enumerate(body["input"]):
            vector = [0.01] * 32
            for word in text.lower().split():
                vector[zlib.crc32(word.encode()) % 32] += 1.0
            rows.append({"index": n, "embedding": vector})
        return 200, {"Content-Type": "application/json"}, json.dumps({"data": rows}).encode()

    with serving() as site:
        site.pages["/v1/embeddings"] = embeddings
        yield f"{site.base}/v1"


def story(number: int, *, paragraphs: int = 4, title: str = "", head: str = "", day: str = "2018-05-22") -> str:
    """A page with an article of its own words."""
    title = title or f"Report {number}: {WORDS[number % len(WORDS)]} and {WORDS[(number * 7 + 3) % len(WORDS)]}"
    lines = []
    for p in range(paragraphs):
        chosen = [WORDS[(number * 13 + p * 5 + n * (number % 5 + 1)) % len(WORDS)] for n in range(24)]
        lines.append(f"<p>On day {number} the {' '.join(chosen)}, officials said in report {number}.</p>")
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}"
        f"<meta property='og:title' content='{title}'><meta property='og:type' content='article'>"
        f"<meta property='article:published_time' content='{day}T08:00:00+00:00'></head>"
        f"<body><article><h1>{title}</h1>{''.join(lines)}</article></body></html>"
    )


@define
class World:
    """A site of outlets, the catalogue that names them, and the index that they are crawled into."""

    site: Site
    folder: Path
    service: str
    articles: dict[str, list[str]] = field(factory=dict)  # outlet -> announced paths
    server: str = ""  # of Elasticsearch; by default the index is a SQLite file
    prefix: str = ""  # of its aliases

    @property
    def told(self) -> Path:
        return self.folder / "told.json"

    @property
    def index(self) -> str:
        return self.server or f"sqlite:{self.folder / 'index.sqlite'}"

    def outlet(self, slug: str, **more: object) -> None:
        """An outlet whose feed announces what `announce` says."""
        (self.folder / "catalogue").mkdir(exist_ok=True)
        home = f"{self.site.base}/{slug}/"
        keys = {"name": slug, "languages": ["en"], "country": "ZZ", "homepage": home, "feeds": [f"{home}feed"], **more}
        (self.folder / "catalogue" / f"{slug}.yaml").write_text(json.dumps(keys), encoding="utf-8")
        self.articles.setdefault(slug, [])
        self.site.page(f"/{slug}/feed", "", "application/rss+xml", status=500)

    def announce(self, slug: str, *paths: str, etag: str = "") -> None:
        """Put paths into the outlet's feed."""
        self.articles[slug] += paths
        items = "".join(
            f"<item><title>x</title><link>{self.site.base}{path}</link></item>" for path in self.articles[slug]
        )
        body = f"<rss version='2.0'><channel><title>{slug}</title>{items}</channel></rss>".encode()
        tag = f'"{zlib.crc32(body)}"'

        def answer(handler: http.server.BaseHTTPRequestHandler) -> Answer:
            headers = {"Content-Type": "application/rss+xml", "ETag": tag}
            return (304, headers, b"") if handler.headers.get("If-None-Match") == tag else (200, headers, body)

        self.site.pages[f"/{slug}/feed"] = answer

    def publish(self, slug: str, number: int, **more: Any) -> str:
        """A story of the outlet, served and announced; gives its path."""
        path = f"/{slug}/{number}"
        self.site.page(path, story(number, **more))
        self.announce(slug, path)
        return path

    def given(self, *, now: str | None = None, allow: str = "127.0.0.0/8", **options: object) -> dict[str, Any]:
        """What a crawl is asked, for its process."""
        return {
            "config": {"index": self.index, "index_prefix": self.prefix, "data": str(self.folder),
                       "catalogue": str(self.folder / "catalogue"),
                       "google_news": f"{self.site.base}/google", "gdelt": f"{self.site.base}/gdelt",
                       "allow_addresses": allow, "embedder": f"openai:{self.service}#words"},
            "options": {"delay": 0.0, **options},
            "now": now,
        }  # fmt: skip

    def start(self, **options: Any) -> BaseProcess:
        """A crawl that was started."""
        self.told.unlink(missing_ok=True)
        process = PROCESSES.Process(target=run, args=(self.given(**options), self.told))
        process.start()
        return process

    def crawl(self, **options: Any) -> dict[str, Any]:
        """What a crawl did."""
        process = self.start(**options)
        process.join(120)
        assert process.exitcode == 0
        report: dict[str, Any] = json.loads(self.told.read_text(encoding="utf-8"))
        if "error" not in report:
            assert sum(report["totals"].values()) == report["candidates"], "each candidate has one fate"
        return report

    def stored(self) -> list[Article]:
        """What is in the index."""
        with open_index(self.index, prefix=self.prefix) as index:
            return [stored.article for stored in index.articles(ArticleQuery(order="id"), vectors=False)]


@pytest.fixture
def world(tmp_path: Path, embedding_service: str) -> Iterator[World]:
    """A world of no outlets yet."""
    with serving() as site:
        site.page("/robots.txt", "User-agent: *\nDisallow: /closed/\n", "text/plain")
        yield World(site, tmp_path, embedding_service)
