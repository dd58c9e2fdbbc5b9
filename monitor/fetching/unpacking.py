"""Content-Encoding undone within a limit, so that a small answer cannot become a large one."""

from __future__ import annotations

import zlib
from typing import Final

from monitor.fetching.problems import FetchProblem, TooLarge

ACCEPTED: Final = "gzip, deflate"


def unpack(body: bytes, encoding: str, *, limit: int, url: str) -> bytes:
    """The body without its `gzip` or `deflate`; one cut off is given as far as it goes.

    Raises TooLarge where more than `limit` bytes would come of it, FetchProblem for an encoding we did not ask for.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()][:5]):
        if name in ("gzip", "x-gzip"):
            body = _inflate(body, 31, limit, url)
        elif name == "deflate":
            body = _inflate(body, zlib.MAX_WBITS if body[:1] == b"\x78" else -zlib.MAX_WBITS, limit, url)
        elif name != "identity":
            raise FetchProblem(url, f"it came as {name[:20]!r}, which was not asked for")
    return body


def _inflate(body: bytes, bits: int, limit: int, url: str) -> bytes:
    reader = zlib.decompressobj(wbits=bits)
    try:
        unpacked = reader.decompress(body, limit + 1)
    except zlib.error as problem:
        raise FetchProblem(url, f"its compression is broken ({problem})") from None
    if len(unpacked) > limit:
        raise TooLarge(url, f"it unpacks to more than {limit // 1000} kB")
    return unpacked
