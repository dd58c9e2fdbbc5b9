"""The newsroom over HTTP: one loopback address an outlet, all on one port, all in one process."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Self, cast

from demo.newsroom.catalogue import write_catalogue
from demo.newsroom.content import Outlet, load_outlets, load_samples
from demo.newsroom.site import Resource, build_site

TRIES = 20  # to find a port that is free on every address


class Newsroom:
    """The newsroom while it is served.

    `with Newsroom() as newsroom:` serves it on a free port; `newsroom.catalogue_dir` holds its catalogue. Setting
    `newsroom.edition = 2` serves the second edition: one article is then revised. `newsroom.stats()` counts answers.
    Raises OSError where a port is given and not free on every address.
    """

    def __init__(self, *, port: int = 0, catalogue: Path | None = None) -> None:
        self.outlets: Mapping[str, Outlet] = load_outlets()
        self._wanted = port
        self._catalogue = catalogue
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._servers: list[_OutletServer] = []
        self._threads: list[Thread] = []
        self._counts: Counter[str] = Counter()
        self._lock = Lock()
        self._edition = 1
        self.port = 0
        self.catalogue_dir = Path()

    def __enter__(self) -> Self:
        self._servers = self._bind()
        self.port = self._servers[0].server_port
        self.edition = 1
        if self._catalogue is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="newsroom-")
        self.catalogue_dir = self._catalogue or Path(cast("tempfile.TemporaryDirectory[str]", self._temporary).name)
        write_catalogue(self.catalogue_dir, self.port)
        self._threads = [Thread(target=server.serve_forever, args=(0.1,), daemon=True) for server in self._servers]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        with ThreadPoolExecutor(len(self._servers)) as pool:
            list(pool.map(lambda server: server.shutdown(), self._servers))
        for server in self._servers:
            server.server_close()
        if self._temporary is not None:
            self._temporary.cleanup()

    @property
    def edition(self) -> int:
        """Which edition of the articles is served."""
        return self._edition

    @edition.setter
    def edition(self, edition: int) -> None:
        samples = load_samples(edition)
        for server in self._servers:
            server.site = build_site(server.outlet, samples, self.port)
        self._edition = edition

    def base(self, slug: str) -> str:
        """An outlet's own address, without a slash at its end."""
        return self.outlets[slug].base(self.port)

    def stats(self) -> dict[str, int]:
        """Answers by kind (article, entry, robots, forbidden, …), `not-modified`, `missing`, and `total`."""
        with self._lock:
            return {**self._counts, "total": sum(self._counts.values())}

    def reset_stats(self) -> None:
        """Count from nothing again."""
        with self._lock:
            self._counts.clear()

    def count(self, kind: str) -> None:
        """Add one answer of this kind."""
        with self._lock:
            self._counts[kind] += 1

    def _bind(self) -> list[_OutletServer]:
        for _ in range(TRIES):
            servers: list[_OutletServer] = []
            try:
                for outlet in self.outlets.values():
                    port = servers[0].server_port if servers else self._wanted
                    servers.append(_OutletServer(self, outlet, port))
            except OSError:
                for server in servers:
                    server.server_close()
                if self._wanted:
                    raise
                continue
            return servers
        raise OSError(f"no port is free on all of {len(self.outlets)} loopback addresses")


class _OutletServer(ThreadingHTTPServer):
    """One outlet's socket."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, newsroom: Newsroom, outlet: Outlet, port: int) -> None:
        self.newsroom = newsroom
        self.outlet = outlet
        self.site: dict[str, Resource] = {}
        super().__init__((outlet.address, port), _Handler)

    def server_bind(self) -> None:
        """Bind without the look-up of a host name that HTTPServer makes."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Newsroom/1"
    timeout = 30
    wbufsize = 65_536  # header and body in one packet
    disable_nagle_algorithm = True
    server: _OutletServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its name in the standard library
        """Say nothing: /__stats counts."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/__stats":
            return self._answer(200, json.dumps(self.server.newsroom.stats()).encode(), "application/json")
        resource = self.server.site.get(path)
        newsroom = self.server.newsroom
        if resource is None:
            newsroom.count("missing")
            return self._answer(404, b"<html><title>404</title><h1>404 Not Found</h1></html>", "text/html")
        if self._unchanged(resource):
            newsroom.count("not-modified")
            return self._answer(304, b"", "", self._validators(resource))
        newsroom.count(resource.kind)
        headers = {"Location": resource.location} if resource.location else self._validators(resource)
        return self._answer(resource.status, resource.body, resource.content_type, headers)

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        """`POST /__edition` with a number serves that edition from then on."""
        wanted = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), 16)).strip()
        if self.path != "/__edition" or not wanted.isdigit():
            return self._answer(400, b"POST /__edition with 1 or 2\n", "text/plain")
        self.server.newsroom.edition = int(wanted)
        return self._answer(200, wanted, "text/plain")

    def _unchanged(self, resource: Resource) -> bool:
        """RFC 9110, 13.1: an If-None-Match decides alone; else If-Modified-Since."""
        if tags := self.headers.get("If-None-Match"):
            return resource.etag in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        if (since := self.headers.get("If-Modified-Since")) and resource.modified:
            try:
                return resource.modified <= parsedate_to_datetime(since)
            except (TypeError, ValueError):
                return False
        return False

    def _validators(self, resource: Resource) -> dict[str, str]:
        if resource.modified is None:
            return {"ETag": resource.etag}
        modified = format_datetime(resource.modified.astimezone(UTC), usegmt=True)
        return {"ETag": resource.etag, "Last-Modified": modified}

    def _answer(self, status: int, body: bytes, content_type: str, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if content_type:
            self.send_header("Content-Type", content_type)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)
