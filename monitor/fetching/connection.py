"""A connection to an address that was checked, ended by a clock of its own."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit

from monitor.fetching.guard import Guard
from monitor.fetching.problems import FetchProblem, TooSlow

Resolve = Callable[[str, int], list[str]]  # host and port to IP addresses


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system resolves it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@contextmanager
def connection(url: str, guard: Guard, *, deadline: float, lookup: Resolve = resolve) -> Iterator[HTTPConnection]:
    """An open connection for `url`, to an address that the guard passed, shut at `deadline` (time.monotonic).

    Raises AddressRefused where any address of the host may not be reached, FetchProblem where none answers.
    """
    guard.check(url)
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    plain = _connect(url, _checked(url, host, port, guard, lookup), port, deadline)
    watch = threading.Timer(max(deadline - time.monotonic(), 0.01), _shut, (plain,))
    watch.daemon = True
    watch.start()
    made = HTTPConnection(host, port)
    try:
        made.sock = _encrypted(plain, host) if parts.scheme == "https" else plain
        yield made
    finally:
        watch.cancel()
        made.close()
        plain.close()


def target_of(url: str) -> str:
    """What a request line asks for: the path and the query, with what may not stand there escaped."""
    parts = urlsplit(url)
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    return quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + query


def told(problem: Exception, url: str, deadline: float) -> FetchProblem:
    """The library's error in our words; after the deadline it is the deadline, whatever broke."""
    if time.monotonic() >= deadline - 0.05 or isinstance(problem, TimeoutError):
        return TooSlow(url, "the answer was not whole in time")
    if isinstance(problem, ssl.SSLError):
        return FetchProblem(url, f"no secure connection: {problem.reason or problem}")
    return FetchProblem(url, f"no usable answer: {type(problem).__name__} {str(problem)[:150]}".rstrip())


def _checked(url: str, host: str, port: int, guard: Guard, lookup: Resolve) -> list[str]:
    try:
        addresses = lookup(host, port)
    except (OSError, UnicodeError) as problem:
        raise FetchProblem(url, f"{host} cannot be resolved ({problem})") from None
    for address in addresses:
        guard.check_address(address, url)
    return addresses


def _connect(url: str, addresses: list[str], port: int, deadline: float) -> socket.socket:
    why: object = "it has no address"
    for address in addresses:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise TooSlow(url, "it did not answer in time")
        try:
            return socket.create_connection((address, port), timeout=remaining)
        except TimeoutError:
            raise TooSlow(url, "it did not answer in time") from None
        except OSError as problem:
            why = problem.strerror or problem
    raise FetchProblem(url, f"no connection: {why}")


def _encrypted(plain: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _shut(open_socket: socket.socket) -> None:
    try:
        open_socket.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already
