"""One address fetched, with the same guard as a crawl: for a page, a feed or an article that somebody names."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from email.message import Message
from http.client import HTTPException
from typing import Final
from urllib.parse import urljoin, urlsplit

from attrs import frozen
from protego import Protego

from monitor.config import Config
from monitor.fetching.connection import Resolve, connection, resolve, target_of, told
from monitor.fetching.guard import Guard
from monitor.fetching.identity import ROBOTS_NAME, user_agent
from monitor.fetching.problems import (
    AddressRefused,
    BadStatus,
    FetchProblem,
    ForbiddenByRobots,
    TooLarge,
    TooManyRedirects,
    TooSlow,
)
from monitor.fetching.unpacking import ACCEPTED, unpack

MAX_BYTES: Final = 10_000_000  # of a body, unpacked; the largest article pages seen have 5 MB
MAX_REDIRECTS: Final = 5
TIMEOUT: Final = 30.0  # seconds for the whole fetch, redirects included
ROBOTS_BYTES: Final = 512_000  # RFC 9309 asks for at least 500 KiB

_CHUNK: Final = 65_536
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))


@frozen
class Fetched:
    """An answer: the address it came from after redirects, header names in small letters, the body unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    charset: str | None  # as the Content-Type header claims


@frozen
class _Limits:
    guard: Guard
    agent: str
    deadline: float
    max_bytes: int
    lookup: Resolve


def fetch(
    url: str,
    *,
    config: Config,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    headers: Mapping[str, str] | None = None,
    robots: bool = True,
    lookup: Resolve = resolve,
) -> Fetched:
    """Fetch one address, following at most MAX_REDIRECTS redirects, each checked anew.

    `robots`: ask the host's robots.txt first. Raises a FetchProblem: AddressRefused, ForbiddenByRobots, TooLarge,
    TooSlow, TooManyRedirects, BadStatus for an answer of 400 and above (304 is an answer).
    """
    limits = _Limits(
        Guard(config.allow_addresses), user_agent(config.contact), time.monotonic() + timeout, max_bytes, lookup
    )
    url = url.strip().partition("#")[0]
    for _ in range(MAX_REDIRECTS + 1):
        if robots:
            _obey_robots(url, limits)
        answer, further = _request(url, limits, headers or {})
        if further is None:
            return _sound(answer)
        url = further
    raise TooManyRedirects(url, f"more than {MAX_REDIRECTS} redirects")


def leads_to(url: str, *, config: Config, timeout: float = TIMEOUT, lookup: Resolve = resolve) -> tuple[str, bytes]:
    """Where an address leads that is only a way to another site's: (the first address at another host, b"").

    That address is not fetched. Where the way ends at its own host: (the last address, its page).
    Raises a FetchProblem.
    """
    limits = _Limits(
        Guard(config.allow_addresses), user_agent(config.contact), time.monotonic() + timeout, MAX_BYTES, lookup
    )
    first = urlsplit(url).netloc
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(url).netloc != first:
            limits.guard.check(url)
            return url, b""
        _obey_robots(url, limits)
        answer, further = _request(url, limits, {})
        if further is None:
            return url, _sound(answer).body
        url = further
    raise TooManyRedirects(url, f"more than {MAX_REDIRECTS} redirects")


def _sound(answer: Fetched) -> Fetched:
    if answer.status >= 400:
        problem = BadStatus(answer.url, f"the server answered {answer.status}")
        problem.status = answer.status
        raise problem
    return answer


def _request(url: str, limits: _Limits, headers: Mapping[str, str]) -> tuple[Fetched, str | None]:
    """(the answer, where it redirects to). Raises FetchProblem."""
    sent = {"User-Agent": limits.agent, "Accept-Encoding": ACCEPTED, "Accept": "*/*", "Connection": "close", **headers}
    try:
        with connection(url, limits.guard, deadline=limits.deadline, lookup=limits.lookup) as line:
            line.request("GET", target_of(url), headers=sent)
            answer = line.getresponse()
            further = urljoin(url, answer.headers.get("Location", "")).partition("#")[0]
            moved = answer.status in _REDIRECTS and bool(answer.headers.get("Location"))
            body = b"" if moved else _read(answer.read, url, limits)
    except (HTTPException, ssl.SSLError, OSError, ValueError) as problem:
        raise told(problem, url, limits.deadline) from None
    kind = _content_type(answer.headers.get("Content-Type", ""))
    unpacked = unpack(body, answer.headers.get("Content-Encoding", ""), limit=limits.max_bytes, url=url)
    names = {name.lower(): value for name, value in answer.headers.items()}
    return Fetched(url, answer.status, names, unpacked, kind.get_content_charset()), further if moved else None


def _read(read: Callable[[int], bytes], url: str, limits: _Limits) -> bytes:
    parts: list[bytes] = []
    size = 0
    while chunk := read(_CHUNK):
        size += len(chunk)
        parts.append(chunk)
        if size > limits.max_bytes:
            raise TooLarge(url, f"it is larger than {limits.max_bytes // 1000} kB")
    if time.monotonic() >= limits.deadline:
        raise TooSlow(url, "the answer was not whole in time")
    return b"".join(parts)


def _content_type(value: str) -> Message:
    message = Message()
    message["Content-Type"] = value.replace("\r", " ").replace("\n", " ") or "application/octet-stream"
    return message


def _obey_robots(url: str, limits: _Limits) -> None:
    """Raise ForbiddenByRobots where the host's robots.txt forbids the address.

    So does one that cannot be had because of an error of the server's (RFC 9309, 2.3.1.4); a missing one does not.
    """
    limits.guard.check(url)
    where = urljoin(url, "/robots.txt")
    for _ in range(MAX_REDIRECTS + 1):
        try:
            answer, further = _request(where, limits, {})
        except AddressRefused as refused:
            same = urlsplit(where).netloc == urlsplit(url).netloc
            raise AddressRefused(url, refused.why) if same else refused from None
        except FetchProblem:
            return  # the page itself will say what is wrong with the host
        if further is None:
            break
        where = further
    if answer.status >= 500:
        raise ForbiddenByRobots(url, f"its robots.txt cannot be read (the server answered {answer.status})")
    if answer.status < 300:
        rules = Protego.parse(answer.body[:ROBOTS_BYTES].decode("utf-8", "replace"))
        if not rules.can_fetch(url, ROBOTS_NAME):
            raise ForbiddenByRobots(url, "robots.txt forbids it")
