"""One outlet's whole site as a mapping from path to what is answered there; made without any network."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from attrs import field, frozen

from demo.newsroom import feeds, pages
from demo.newsroom.content import Outlet, Sample
from demo.newsroom.specials import (
    SOFT_404,
    SOFT_404_HEADLINE,
    SOFT_404_OUTLET,
    announced_paths,
    old_path,
    three_paths,
)

GIF = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")


@frozen(kw_only=True)
class Resource:
    """What is answered at one path."""

    kind: str  # article, forbidden, soft-404, cookie-wall, paywall, redirect, entry, listing, robots, image
    body: bytes = b""
    content_type: str = "text/html"
    status: int = 200
    location: str = ""
    modified: datetime | None = None
    etag: str = field(init=False)

    @etag.default
    def _etag(self) -> str:
        return f'"{sha256(self.body).hexdigest()[:20]}"'


def build_site(outlet: Outlet, samples: Iterable[Sample], port: int) -> dict[str, Resource]:
    """Every path of an outlet; those of articles are percent-encoded as in `Sample.path`."""
    own = [sample for sample in samples if sample.outlet == outlet.slug]
    base = outlet.base(port)
    latest = max((s.modified or s.published for s in own), default=datetime(2018, 5, 22, tzinfo=UTC))
    latest += timedelta(minutes=max((s.edition for s in own), default=1) - 1)  # a revision changes the feed too
    site = {"/robots.txt": Resource(kind="robots", body=_robots(outlet, base), content_type="text/plain")}
    site["/static/picture.gif"] = Resource(kind="image", body=GIF, content_type="image/gif")
    for sample in own:
        site.update(_article(outlet, sample, own, base))
    if outlet.slug == SOFT_404_OUTLET:
        body, content_type = pages.not_found(outlet, own, base)
        site[SOFT_404] = Resource(kind="soft-404", body=body, content_type=content_type)
    body, content_type = pages.listing(outlet, own, base)
    for path in ("/", "/news/"):
        site[path] = Resource(kind="listing", body=body, content_type=content_type, modified=latest)
    for path, body, content_type in _entry_points(outlet, own, base):
        site[path] = Resource(kind="entry", body=body, content_type=content_type, modified=latest)
    return site


def _robots(outlet: Outlet, base: str) -> bytes:
    lines = ["User-agent: *", *(f"Disallow: {folder}" for folder in outlet.disallow), "Disallow: /__", ""]
    if outlet.entry in ("news-sitemap", "sitemap-index"):
        lines.append(f"Sitemap: {base}{feeds.ENTRY_PATHS[outlet.entry]}")
    return "\n".join(lines).encode() + b"\n"


def _article(outlet: Outlet, sample: Sample, own: list[Sample], base: str) -> dict[str, Resource]:
    body, content_type = pages.article(outlet, sample, own, base)
    kind = sample.special if sample.special in ("forbidden", "cookie-wall", "paywall") else "article"
    modified = sample.modified or sample.published
    page = Resource(kind=kind, body=body, content_type=content_type, modified=modified)
    path = sample.path(outlet)
    if sample.special == "three-urls":
        return dict.fromkeys(three_paths(sample, outlet), page)
    if sample.special == "redirect":
        return {path: page, old_path(sample): Resource(kind="redirect", status=301, location=base + path)}
    return {path: page}


def _entry_points(outlet: Outlet, own: list[Sample], base: str) -> Iterable[tuple[str, bytes, str]]:
    entries = [feeds.Entry.of(sample, base + path) for sample in own for path in announced_paths(sample, outlet)]
    if outlet.slug == SOFT_404_OUTLET:
        when = datetime(2018, 5, 19, 9, 30, tzinfo=UTC)
        summary = "La cooperativa que lo gestiona espera diez mil visitantes este verano."
        entries.append(feeds.Entry(url=base + SOFT_404, headline=SOFT_404_HEADLINE, summary=summary, published=when))
    path = feeds.ENTRY_PATHS.get(outlet.entry, "")
    if outlet.entry == "news-sitemap":
        yield path, feeds.news_sitemap(outlet, entries), "application/xml"
    elif outlet.entry == "sitemap-index":
        for child, body in feeds.sitemap_index(base, entries).items():
            yield child, body, "application/gzip"
    elif outlet.entry in feeds.WRITERS:
        types = {"rss": "application/rss+xml", "atom": "application/atom+xml", "jsonfeed": "application/feed+json"}
        yield path, feeds.WRITERS[outlet.entry](outlet, base, entries), types.get(outlet.entry, "application/xml")
