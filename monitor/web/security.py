"""What keeps the page safe: headers, bounded requests, its own host names only, and no form post from another site."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 5_000_000  # bytes of a form: an article of a megabyte in any script, and what surrounds it
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not `no-referrer`: with it browsers send `Origin: null` with our own forms too.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class TooLarge(Exception):  # noqa: N818  (it says what the body is)
    """A request's body is larger than MAX_BODY."""

    def __init__(self) -> None:
        super().__init__(f"The request is larger than {MAX_BODY // 1_000_000} MB: send a shorter text, or its address.")


class Guarded:
    """ASGI middleware around the whole application; `names` are the host names under which it is served."""

    def __init__(self, app: ASGIApp, names: Sequence[str] = ()) -> None:
        self.app = app
        self.names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is foreign or too large; put the headers on every answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(headers, scope["method"])
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        await self.app(scope, _bounded(receive), _with_headers(send))

    def _refusal(self, headers: Headers, method: str) -> PlainTextResponse | None:
        if not self._is_ours(headers.get("host", "")):
            return PlainTextResponse("This host name is not served here: `monitor serve --name NAME` adds one.", 421)
        if method not in ("GET", "HEAD", "OPTIONS") and _foreign(headers):
            return PlainTextResponse("Forms of other sites are not taken.", 403)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length) > MAX_BODY:
            return PlainTextResponse(str(TooLarge()), 413)
        return None

    def _is_ours(self, host: str) -> bool:
        """False for a foreign name that was made to resolve to us (DNS rebinding); an address was not."""
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        return name == "localhost" or name.endswith(".localhost") or name in self.names or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _foreign(headers: Headers) -> bool:
    """True for a form that a page of another site sent; a program sends no Origin and is let in."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def _bounded(receive: Receive) -> Receive:
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_BODY:
            raise TooLarge
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
