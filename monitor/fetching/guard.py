"""Which addresses may be reached: public ones, and those that the configuration names.

A request is checked three times: the address as written, each address its name resolves to, and, because the connection
is made to just that address, nothing can be put in its place in between.
"""

from __future__ import annotations

import re
import socket
import unicodedata
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import unquote, urlsplit

from monitor.config import Network
from monitor.fetching.problems import AddressRefused

Address = IPv4Address | IPv6Address

_NAT64: Final = IPv6Network("64:ff9b::/96")  # RFC 6052
_ODD_NUMBER: Final = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)(?:\.(?:0[xX][0-9a-fA-F]*|\d+)){0,3}\.?")


class Guard:
    """Refuses private, loopback, link-local, metadata and reserved addresses, unless `allow` has them."""

    def __init__(self, allow: Sequence[Network] = ()) -> None:
        self._allow = tuple(allow)

    def check(self, url: str) -> None:
        """Raise AddressRefused where the address as written is not http(s), has credentials or names a bad host."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname, parts.port
        except ValueError:
            raise AddressRefused(url[:200], "it is not an address") from None
        if parts.scheme not in ("http", "https") or not host:
            raise AddressRefused(url[:200], "only http:// and https:// addresses are fetched")
        if parts.username is not None or parts.password is not None:
            raise AddressRefused(host, "addresses with a user name or password are not fetched")
        literal = literal_address(host)
        if literal is not None:
            self.check_address(literal, url)

    def check_address(self, address: str | Address, url: str = "") -> None:
        """Raise AddressRefused where this IP address may not be reached."""
        try:
            ip = ip_address(address)
        except ValueError:
            raise AddressRefused(url or str(address)[:100], f"{str(address)[:100]!r} is no IP address") from None
        forms = [ip, *_inner(ip)]
        if any(form in network for form in forms for network in self._allow):
            return
        if any(not _is_public(form) for form in forms):
            raise AddressRefused(
                url or str(ip),
                f"{ip} is a private or reserved address; MONITOR_ALLOW_ADDRESSES names those that may be reached",
            )


def literal_address(host: str) -> Address | None:
    """The IP address that a host spells, in any of the spellings that resolvers take (`127.1`, `0x7f000001`)."""
    host = unicodedata.normalize("NFKC", unquote(host)).strip("[]").rstrip(".").replace("\u3002", ".")
    try:
        return ip_address(host)
    except ValueError:
        pass
    if not _ODD_NUMBER.fullmatch(host):
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _inner(ip: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address leads to."""
    if isinstance(ip, IPv4Address):
        return []
    found: list[Address | None] = [ip.ipv4_mapped, ip.sixtofour]
    if ip.teredo:
        found += list(ip.teredo)
    if ip in _NAT64 or int(ip) >> 32 == 0:  # RFC 6052, and the old IPv4-compatible form
        found.append(IPv4Address(int(ip) & 0xFFFFFFFF))
    return [each for each in found if each is not None]


def _is_public(ip: Address) -> bool:
    if isinstance(ip, IPv6Address) and (ip.ipv4_mapped or ip in _NAT64):
        return True  # its inner address is asked
    if isinstance(ip, IPv6Address) and ip.is_site_local:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_link_local)
