"""The guard where Scrapy connects: every address that a name resolves to, before it is connected to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from monitor.config import Config, load_config
from monitor.fetching.guard import Guard
from monitor.fetching.problems import AddressRefused

if TYPE_CHECKING:
    from twisted.internet.defer import Deferred

_REMEMBERED: Final = 10_000  # hosts

CONFIG_SETTING: Final = "MONITOR_CONFIG"  # Scrapy's setting that holds our Config


def config_of(settings: Any) -> Config:
    """Our configuration from Scrapy's settings, or from the environment where `scrapy crawl` was called."""
    config = settings.get(CONFIG_SETTING)
    return config if isinstance(config, Config) else load_config()


class GuardedResolver(CachingThreadedResolver):
    """Resolves as Scrapy does, and refuses what the guard refuses; the connection goes to the address it gives."""

    guard = Guard()
    refused: ClassVar[dict[str, str]] = {}  # host -> why; Twisted tells no more than that a name did not resolve

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Self:
        """Take the networks that may be reached from the configuration."""
        made: Self = super().from_crawler(crawler, reactor)
        made.guard = Guard(config_of(crawler.settings).allow_addresses)
        return made

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802  (Twisted's name)
        """The address of a host; fails with DNSLookupError, and `refused` has the reason."""

        def passed(address: str) -> str:
            try:
                self.guard.check_address(address, name)
            except AddressRefused as problem:
                if len(self.refused) < _REMEMBERED:
                    self.refused[name] = problem.why
                raise DNSLookupError(problem.why) from None
            return address

        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(passed)
