"""A small real HTTP server on loopback, for tests."""

from __future__ import annotations

import http.server
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from attrs import define, field

HTML = "text/html; charset=utf-8"
Answer = tuple[int, Mapping[str, str], bytes]


@define
class Site:
    """What the server answers, by path; a callable is asked with the request's headers."""

    base: str = ""
    pages: dict[str, Answer | Callable[[http.server.BaseHTTPRequestHandler], Answer | None]] = field(factory=dict)
    asked: Counter[str] = field(factory=Counter)
    agents: set[str] = field(factory=set)

    def page(
        self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        """Answer `path` with this."""
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, raw)


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site, served on a port of its own; `base` is its address."""
    site = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path
            site.asked[path] += 1
            site.agents.add(self.headers.get("User-Agent", ""))
            found = site.pages.get(path, (404, {}, b"not found"))
            answer = found(self) if callable(found) else found
            if answer is None:  # the callable has answered by itself
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815  (the library's name)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
            return

    class Server(http.server.ThreadingHTTPServer):
        request_queue_size = 128
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            return  # clients that hang up are part of the tests

    server = Server((host, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    site.base = f"http://{host}:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
