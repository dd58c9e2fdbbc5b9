"""Hosts of addresses: which site they belong to, and the one spelling of each.

The list of public suffixes is the snapshot in tldextract's package: nothing is fetched and no cache is read.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

import idna
import tldextract

# Labels before the registered domain that name a form of the page, not another one.
_FORMS = frozenset({"www", "www1", "www2", "www3", "m", "mobile", "mobil", "amp", "wap", "3g", "touch", "print"})
_DEFAULT_PORTS = {"http": 80, "https": 443}

_extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def split(url: str) -> SplitResult | None:
    """The parts of an http(s) address, None where it is none or cannot be read."""
    try:
        read = urlsplit(url)
        if read.scheme not in ("http", "https") or not read.hostname:
            return None
        _ = read.port
    except ValueError:
        return None
    return read


@lru_cache(maxsize=8192)
def spell(host: str) -> str:
    """A host in its one spelling: lower case, internationalised names in punycode, no dot at the end."""
    host = host.strip().rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        return host


@lru_cache(maxsize=8192)
def is_name(host: str) -> bool:
    """True for a name under a public suffix; False for IP addresses, `localhost` and names of a private network."""
    try:
        ip_address(host)
    except ValueError:
        return bool(_extract(host).suffix and _extract(host).domain)
    return False


@lru_cache(maxsize=8192)
def registered_domain(host: str) -> str:
    """`bbc.co.uk` for `news.bbc.co.uk`; the host itself where it has no public suffix."""
    found = _extract(host)
    return f"{found.domain}.{found.suffix}" if is_name(host) else host


@lru_cache(maxsize=8192)
def without_forms(host: str) -> str:
    """The host without `www`, `m`, `amp` and their like before its registered domain."""
    if not is_name(host):
        return host
    domain = registered_domain(host)
    labels = host[: -len(domain)].rstrip(".").split(".") if host != domain else []
    return ".".join([*(label for label in labels if label and label not in _FORMS), domain])


def port_of(read: SplitResult) -> str:
    """`:8080` for a port that is not the scheme's own, else ""."""
    return f":{read.port}" if read.port and read.port != _DEFAULT_PORTS.get(read.scheme) else ""


def host(url: str) -> str:
    """The host of an address in its one spelling, without port; "" where it has none."""
    read = split(url)
    return spell(read.hostname or "") if read else ""


def same_site(one: str, other: str) -> bool:
    """True where two addresses share their registered domain; IP addresses and local names with their port."""
    return bool(site(one)) and site(one) == site(other)


def site(url: str) -> str:
    """What `same_site` compares: the registered domain, or host and port where there is none; "" for no address."""
    read = split(url)
    if read is None:
        return ""
    named = spell(read.hostname or "")
    return registered_domain(named) if is_name(named) else named + port_of(read)
