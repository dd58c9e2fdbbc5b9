"""Entry points: what an outlet announces, in each of the formats in use."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from attrs import frozen

from demo.newsroom.content import Outlet, Sample

ENTRY_PATHS = {
    "rss": "/rss.xml",
    "rdf": "/index.rdf",
    "atom": "/feed.atom",
    "jsonfeed": "/feed.json",
    "news-sitemap": "/news-sitemap.xml",
    "sitemap-index": "/sitemap.xml.gz",
}
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@frozen(kw_only=True)
class Entry:
    """One announced address."""

    url: str
    headline: str
    summary: str
    published: datetime
    modified: datetime | None = None
    author: str = ""
    section: str = ""

    @classmethod
    def of(cls, sample: Sample, url: str) -> Entry:
        """An entry for an article at one of its addresses."""
        first = sample.body[0]
        return cls(
            url=url,
            headline=sample.headline,
            summary=first if len(first) < 180 else first[:170].rsplit(" ", 1)[0] + "…",
            published=sample.published,
            modified=sample.modified,
            author=sample.author,
            section=sample.section,
        )


def rss(outlet: Outlet, base: str, entries: Sequence[Entry]) -> bytes:
    """RSS 2.0, with an author by Dublin Core."""
    items = "".join(
        f"<item><title>{escape(e.headline)}</title><link>{escape(e.url)}</link>"
        f'<guid isPermaLink="true">{escape(e.url)}</guid><pubDate>{format_datetime(e.published)}</pubDate>'
        f"<description><![CDATA[<p>{escape(e.summary)}</p>]]></description>"
        + (f"<dc:creator>{escape(e.author)}</dc:creator>" if e.author else "")
        + (f"<category>{escape(e.section)}</category>" if e.section else "")
        + "</item>\n"
        for e in entries
    )
    return (
        f'{_XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">'
        f"<channel><title>{escape(outlet.name)}</title><link>{base}/</link>"
        f"<description>{escape(outlet.tagline)}</description><language>{_declared(outlet)}</language>"
        f'<atom:link href="{base}/rss.xml" rel="self" type="application/rss+xml"/>\n{items}</channel></rss>\n'
    ).encode()


def rdf(outlet: Outlet, base: str, entries: Sequence[Entry]) -> bytes:
    """RSS 1.0, which is RDF."""
    order = "".join(f'<rdf:li rdf:resource="{escape(e.url)}"/>' for e in entries)
    items = "".join(
        f'<item rdf:about="{escape(e.url)}"><title>{escape(e.headline)}</title><link>{escape(e.url)}</link>'
        f"<description>{escape(e.summary)}</description><dc:date>{e.published.isoformat()}</dc:date></item>\n"
        for e in entries
    )
    return (
        f'{_XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="{base}/index.rdf">'
        f"<title>{escape(outlet.name)}</title><link>{base}/</link><description>{escape(outlet.tagline)}</description>"
        f"<dc:language>{_declared(outlet)}</dc:language><items><rdf:Seq>{order}</rdf:Seq></items></channel>\n"
        f"{items}</rdf:RDF>\n"
    ).encode()


def atom(outlet: Outlet, base: str, entries: Sequence[Entry]) -> bytes:
    """Atom 1.0, its links relative to xml:base."""
    items = "".join(
        f'<entry><title type="text">{escape(e.headline)}</title><link rel="alternate" type="text/html" '
        f'href="{escape(e.url.removeprefix(base))}"/><id>{escape(e.url)}</id>'
        f"<published>{e.published.isoformat()}</published><updated>{(e.modified or e.published).isoformat()}</updated>"
        f'<summary type="html">{escape(escape(e.summary))}</summary>'
        + (f"<author><name>{escape(e.author)}</name></author>" if e.author else "")
        + "</entry>\n"
        for e in entries
    )
    updated = max((e.modified or e.published for e in entries), default=datetime(2018, 5, 16, tzinfo=UTC)).isoformat()
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_declared(outlet)}" xml:base="{base}/">'
        f'<title>{escape(outlet.name)}</title><link rel="self" href="{base}/feed.atom"/><id>{base}/</id>'
        f"<updated>{updated}</updated><author><name>{escape(outlet.name)}</name></author>\n{items}</feed>\n"
    ).encode()


def json_feed(outlet: Outlet, base: str, entries: Sequence[Entry]) -> bytes:
    """JSON Feed 1.1."""
    items = [
        {
            "id": e.url,
            "url": e.url,
            "title": e.headline,
            "summary": e.summary,
            "date_published": e.published.isoformat(),
            "authors": [{"name": e.author or outlet.name}],
        }
        for e in entries
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": f"{base}/",
        "feed_url": f"{base}/feed.json",
        "language": _declared(outlet),
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def news_sitemap(outlet: Outlet, entries: Sequence[Entry]) -> bytes:
    """A sitemap with Google's news extension."""
    urls = "".join(
        f"<url><loc>{escape(e.url)}</loc><news:news><news:publication><news:name>{escape(outlet.name)}</news:name>"
        f"<news:language>{outlet.language}</news:language></news:publication>"
        f"<news:publication_date>{e.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(e.headline)}</news:title></news:news></url>\n"
        for e in entries
    )
    return (
        f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{urls}</urlset>\n'
    ).encode()


def sitemap_index(base: str, entries: Sequence[Entry]) -> dict[str, bytes]:
    """A gzipped sitemap index and its gzipped sitemaps, one a day, by their paths."""
    days: dict[str, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.published.date().isoformat(), []).append(entry)
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    children = "".join(
        f"<sitemap><loc>{base}/sitemaps/{day}.xml.gz</loc>"
        f"<lastmod>{max(e.modified or e.published for e in of_day).isoformat()}</lastmod></sitemap>"
        for day, of_day in days.items()
    )
    found = {"/sitemap.xml.gz": f"{_XML}<sitemapindex {space}>{children}</sitemapindex>\n"}
    for day, of_day in days.items():
        urls = "".join(
            f"<url><loc>{escape(e.url)}</loc><lastmod>{(e.modified or e.published).isoformat()}</lastmod></url>"
            for e in of_day
        )
        found[f"/sitemaps/{day}.xml.gz"] = f"{_XML}<urlset {space}>{urls}</urlset>\n"
    return {path: gzip.compress(text.encode(), mtime=0) for path, text in found.items()}


def _declared(outlet: Outlet) -> str:
    return outlet.declared_language or outlet.language


WRITERS = {"rss": rss, "rdf": rdf, "atom": atom, "jsonfeed": json_feed}
