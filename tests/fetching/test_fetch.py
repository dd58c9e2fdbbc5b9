"""Single addresses fetched over real HTTP: what is allowed, bounded, followed and refused."""

from __future__ import annotations

import gzip
import http.server
import time
from collections.abc import Iterator
from ipaddress import ip_network

import pytest

from monitor.config import Config
from monitor.fetching import (
    AddressRefused,
    BadStatus,
    FetchProblem,
    ForbiddenByRobots,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    fetch,
)
from tests.fetching.servers import Site, serving

LOOPBACK = Config(allow_addresses=(ip_network("127.0.0.0/8"),), contact="desk@example.org")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def test_a_page_with_who_we_are(site: Site) -> None:
    site.page("/a%20b?x=1&y=%C3%A9", "text", "text/html; charset=windows-1256")
    got = fetch(f"{site.base}/a b?x=1&y=%C3%A9#part", config=LOOPBACK)
    assert (got.status, got.body, got.charset) == (200, b"text", "windows-1256")
    assert got.headers["content-type"] == "text/html; charset=windows-1256"
    (agent,) = site.agents
    assert agent.startswith("news-monitor/")
    assert "desk@example.org" in agent


def test_loopback_is_refused_by_default_as_number_and_as_name(site: Site) -> None:
    port = site.base.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::1]", "127.1"):
        with pytest.raises(AddressRefused):
            fetch(f"http://{host}:{port}/", config=Config())
    assert not site.asked


def test_a_refused_name_is_told_by_the_address_that_was_asked_for(site: Site) -> None:
    url = f"{site.base.replace('127.0.0.1', 'localhost')}/news/1"
    with pytest.raises(AddressRefused, match="private or reserved address; MONITOR_ALLOW_ADDRESSES names") as refused:
        fetch(url, config=Config())
    assert refused.value.url == url
    site.page("/robots.txt", "", status=302, Location="http://10.0.0.1/robots.txt")
    with pytest.raises(AddressRefused, match="private") as refused:
        fetch(f"{site.base}/news/1", config=LOOPBACK)
    assert refused.value.url == "http://10.0.0.1/robots.txt"


def test_a_redirect_to_a_refused_address_is_refused(site: Site) -> None:
    for n, target in enumerate(
        ("http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd", "http://10.0.0.1/")
    ):
        site.page(f"/{n}", "", status=302, Location=target)
        with pytest.raises(AddressRefused):
            fetch(f"{site.base}/{n}", config=LOOPBACK)


def test_a_name_that_resolves_to_a_refused_address_is_refused_at_the_second_look_too(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    site.page("/", "", status=302, Location=site.base.replace("127.0.0.1", "rebound.example") + "/x")
    with pytest.raises(AddressRefused):
        fetch(
            site.base.replace("127.0.0.1", "rebound.example"), config=LOOPBACK, lookup=lambda host, port: next(answers)
        )
    assert site.asked["/x"] == 0


def test_one_bad_address_of_several_is_enough_to_refuse() -> None:
    with pytest.raises(AddressRefused):
        fetch("http://mixed.example/", config=Config(), lookup=lambda host, port: ["8.8.8.8", "127.0.0.1"])


def test_redirects_are_followed_and_end(site: Site) -> None:
    site.page("/1", "", status=301, Location="2")
    site.page("/2", "there")
    assert fetch(f"{site.base}/1", config=LOOPBACK).url == f"{site.base}/2"
    site.page("/loop", "", status=307, Location="/loop")
    with pytest.raises(TooManyRedirects):
        fetch(f"{site.base}/loop", config=LOOPBACK, robots=False)
    assert site.asked["/loop"] == 6


def test_large_bodies_and_gzip_bombs_are_cut_off(site: Site) -> None:
    site.page("/large", b"x" * 300_000)
    site.page("/bomb", gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")
    site.page("/small", gzip.compress(b"small"), Content_Encoding="gzip")
    for path in ("/large", "/bomb"):
        with pytest.raises(TooLarge):
            fetch(site.base + path, config=LOOPBACK, max_bytes=200_000)
    assert fetch(f"{site.base}/small", config=LOOPBACK).body == b"small"


def test_an_encoding_nobody_asked_for_and_broken_gzip_are_errors(site: Site) -> None:
    site.page("/br", b"xx", Content_Encoding="br")
    site.page("/gz", b"xx", Content_Encoding="gzip")
    for path in ("/br", "/gz"):
        with pytest.raises(FetchProblem):
            fetch(site.base + path, config=LOOPBACK)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_an_answer_that_trickles_ends_in_time(site: Site, head: bytes) -> None:
    def trickle(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(head)
        for _ in range(60):
            handler.wfile.write(b"X-A: b\r\n" if not head.endswith(b"\r\n\r\n") else b"x")
            handler.wfile.flush()
            time.sleep(0.1)

    site.pages["/slow"] = trickle
    start = time.monotonic()
    with pytest.raises((TooSlow, FetchProblem)):
        fetch(f"{site.base}/slow", config=LOOPBACK, timeout=0.6, robots=False)
    assert time.monotonic() - start < 3


def test_errors_of_the_server_and_of_the_network(site: Site) -> None:
    site.page("/gone", "", status=410)
    with pytest.raises(BadStatus) as caught:
        fetch(f"{site.base}/gone", config=LOOPBACK)
    assert caught.value.status == 410
    with pytest.raises(FetchProblem, match="no connection"):
        fetch("http://127.0.0.1:1/", config=LOOPBACK)
    with pytest.raises(FetchProblem, match="cannot be resolved"):
        fetch("http://no-such-host.invalid/", config=LOOPBACK)


def test_robots_txt_is_asked_and_obeyed(site: Site) -> None:
    site.page("/robots.txt", "User-agent: news-monitor\nDisallow: /closed/\n", "text/plain")
    site.page("/open/1", "open")
    site.page("/closed/1", "closed")
    site.page("/turn", "", status=302, Location="/closed/1")
    assert fetch(f"{site.base}/open/1", config=LOOPBACK).body == b"open"
    for path in ("/closed/1", "/turn"):
        with pytest.raises(ForbiddenByRobots):
            fetch(site.base + path, config=LOOPBACK)
    assert site.asked["/closed/1"] == 0
    site.page("/robots.txt", "", status=503)
    with pytest.raises(ForbiddenByRobots, match="503"):
        fetch(f"{site.base}/open/1", config=LOOPBACK)


def test_not_modified_is_an_answer(site: Site) -> None:
    site.page("/feed", b"", status=304)
    assert fetch(f"{site.base}/feed", config=LOOPBACK, headers={"If-None-Match": '"1"'}).status == 304
