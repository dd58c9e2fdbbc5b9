"""One address that JSON is posted to, with the same guard as everything that is fetched."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any, Final

from monitor.config import Config
from monitor.fetching.connection import Resolve, connection, resolve, target_of, told
from monitor.fetching.guard import Guard
from monitor.fetching.identity import user_agent
from monitor.fetching.problems import BadStatus

TIMEOUT: Final = 15.0  # seconds for the whole exchange
_READ: Final = 4096  # bytes of the answer; nothing is done with them


def post_json(
    url: str,
    value: Any,
    *,
    config: Config,
    headers: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
    lookup: Resolve = resolve,
) -> None:
    """Post a value to an address that somebody has named for it; robots.txt is not asked.

    Raises a FetchProblem: AddressRefused, TooSlow, and BadStatus for every answer but 2xx. A redirect is not followed:
    it would send what is meant for one receiver to another.
    """
    deadline = time.monotonic() + timeout
    body = json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace")
    sent = {
        "User-Agent": user_agent(config.contact),
        "Content-Type": "application/json; charset=utf-8",
        "Connection": "close",
        **(headers or {}),
    }
    try:
        with connection(url, Guard(config.allow_addresses), deadline=deadline, lookup=lookup) as line:
            line.request("POST", target_of(url), body=body, headers=sent)
            answer = line.getresponse()
            answer.read(_READ)
    except (HTTPException, ssl.SSLError, OSError, ValueError) as problem:
        raise told(problem, url, deadline) from None
    if not 200 <= answer.status < 300:
        refused = BadStatus(url, f"the server answered {answer.status}")
        refused.status = answer.status
        raise refused
