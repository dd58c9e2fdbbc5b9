"""The way to the server: one client, errors in the index's own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, unquote, urlsplit

from attrs import frozen
from elastic_transport import SerializationError, TransportError
from elasticsearch import ApiError, Elasticsearch, UnsupportedProductError

from monitor.index.errors import (
    IndexAddressWrong,
    IndexFull,
    IndexLocked,
    IndexNotMonitor,
    IndexOverloaded,
    IndexProblem,
    IndexUnavailable,
)

TIMEOUT = 60.0  # seconds for one request


@frozen
class Address:
    """Where the server is and who asks."""

    url: str  # without user and password
    auth: tuple[str, str] | None = None
    api_key: str | None = None
    ca: str | None = None  # a file of certificates

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read `http(s)://[user:password@]host:port[?api_key=…&ca=FILE]`. Raises IndexAddressWrong."""
        try:
            parts = urlsplit(text)
            host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 9200)
        except ValueError as problem:
            raise IndexAddressWrong(
                f"the index's address cannot be read ({problem}): expected https://host:9200"
            ) from None
        if parts.scheme not in ("http", "https") or not host:
            raise IndexAddressWrong(f"{parts.scheme}:… is no index: expected https://host:9200")
        given = parse_qs(parts.query)
        path = parts.path.rstrip("/")
        host = f"[{host}]" if ":" in host else host
        return cls(
            url=f"{parts.scheme}://{host}:{port}{path}",
            auth=(unquote(parts.username), unquote(parts.password or "")) if parts.username else None,
            api_key=given.get("api_key", [None])[0],
            ca=given.get("ca", [None])[0],
        )


def connect(address: Address) -> Elasticsearch:
    """A client; nothing is sent yet."""
    return Elasticsearch(
        address.url,
        basic_auth=address.auth,
        api_key=None if address.auth else address.api_key,
        **({"ca_certs": address.ca} if address.ca else {}),  # type: ignore[arg-type]
        request_timeout=TIMEOUT,
        max_retries=2,
        retry_on_status=(502, 503, 504),
        http_compress=address.url.startswith("https"),
    )


@contextmanager
def errors(address: str) -> Iterator[None]:
    """Turn the client's errors into ours."""
    try:
        yield
    except UnsupportedProductError as problem:
        raise IndexNotMonitor(f"{address} is no Elasticsearch: name another with --index or MONITOR_INDEX") from problem
    except ApiError as problem:
        raise told(address, problem) from problem
    except SerializationError as problem:
        raise IndexNotMonitor(f"{address} answers with something else than JSON: is it an Elasticsearch?") from problem
    except TransportError as problem:
        why = str(problem.message).splitlines()[0] if problem.message else type(problem).__name__
        raise IndexUnavailable(
            f"{address} cannot be reached ({type(problem).__name__}: {why[:200]}): is it running, is the address right?"
        ) from problem


def told(address: str, problem: ApiError) -> IndexProblem:
    """What an answer of the server means and what to do."""
    status, why = problem.status_code, reason(problem.body)
    if status in (401, 403) and "block" not in why:
        return IndexUnavailable(
            f"{address} refuses us ({status}): put user:password@ into the address, with its rights"
        )
    if is_full(why):
        return full(address)
    if status == 403:
        return IndexLocked(f"{address} may only be read ({why}): lift the block, or name another index")
    if status in (429, 503):
        return IndexOverloaded(f"{address} is overloaded ({why}): run the same command again later")
    return IndexProblem(f"{address} answered {status}: {why}")


def full(address: str) -> IndexFull:
    """The disk is past its flood stage: trying again is useless."""
    return IndexFull(f"the disk of {address} is full, it takes no more writes: make room there, then run this again")


def is_full(why: str) -> bool:
    """Tell a disk past its flood stage from an overload: both are 429."""
    return "flood" in why or "disk usage exceeded" in why or "TOO_MANY_REQUESTS/12" in why


def reason(body: object) -> str:
    """The type and the reason of an error, on one line."""
    error = body.get("error") if isinstance(body, dict) else body
    if isinstance(error, dict):
        cause = error.get("caused_by") or {}
        more = f": {cause['reason']}" if isinstance(cause, dict) and cause.get("reason") else ""
        error = f"{error.get('type', '')}: {error.get('reason', '')}{more}"
    return " ".join(str(error or "no reason given").split())[:400]
