"""One guard for every request: addresses, sizes, time, who we say we are, robots.txt."""

from monitor.fetching.guard import Guard
from monitor.fetching.identity import PROJECT, ROBOTS_NAME, USER_AGENT, user_agent
from monitor.fetching.posting import post_json
from monitor.fetching.problems import (
    AddressRefused,
    BadStatus,
    FetchProblem,
    ForbiddenByRobots,
    TooLarge,
    TooManyRedirects,
    TooSlow,
)
from monitor.fetching.single import Fetched, fetch, leads_to

__all__ = [
    "PROJECT",
    "ROBOTS_NAME",
    "USER_AGENT",
    "AddressRefused",
    "BadStatus",
    "FetchProblem",
    "Fetched",
    "ForbiddenByRobots",
    "Guard",
    "TooLarge",
    "TooManyRedirects",
    "TooSlow",
    "fetch",
    "leads_to",
    "post_json",
    "user_agent",
]
