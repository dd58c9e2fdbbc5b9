"""The newsroom's content: its outlets and its articles, read from the files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zlib import crc32

from attrs import field, frozen
from ruamel.yaml import YAML

HERE = Path(__file__).parent
PORT = 8718  # where `python -m demo.newsroom` serves unless told; addresses of articles, and so their ids, follow it


class ContentError(ValueError):
    """A file of the newsroom is not as it should be; the message names the file and what was expected."""


@frozen(kw_only=True)
class Outlet:
    """An invented outlet: what the catalogue says of it, and how its pages are made."""

    slug: str
    name: str
    publisher: str
    language: str  # BCP 47, of its articles
    country: str
    address: str  # its own loopback address, so that it has its own robots.txt
    timezone: str  # IANA name
    offset: str  # of that zone in May 2018, such as +04:30
    design: str  # a template in templates/designs
    entry: str  # rss, rdf, atom, jsonfeed, news-sitemap, sitemap-index, section
    path: str  # of an article; {day}, {id}, {slug} and {title} are filled in
    charset: str = "utf-8"
    declared_by: str = "header"  # header, meta, both, none, wrong-header
    declared_language: str | None = None  # where the pages declare another than their own
    sections: tuple[str, ...] = ()
    cited_as: Mapping[str, list[str]] = field(factory=dict)
    tagline: str = ""
    disallow: tuple[str, ...] = ()  # folders that its robots.txt forbids

    def base(self, port: int) -> str:
        """The outlet's own address without a slash at its end."""
        return f"http://{self.address}:{port}"


@frozen(kw_only=True)
class Sample:
    """One article in one edition of its text."""

    key: str  # outlet/slug
    outlet: str
    slug: str
    event: str  # the gold: articles of one event have the same
    published: datetime
    headline: str
    body: tuple[str, ...]  # a paragraph each
    author: str = ""
    section: str = ""
    agency: str = ""  # credited at the end, and in the byline where there is no author
    place: str = ""  # of the dateline
    caption: str = ""
    special: str = ""  # cookie-wall, paywall, redirect, future, three-urls, forbidden
    modified: datetime | None = None
    edition: int = 1

    @property
    def id(self) -> int:
        """A number for those outlets that have one in their addresses."""
        return 100_000 + crc32(self.key.encode()) % 900_000

    def path(self, outlet: Outlet) -> str:
        """Where its outlet serves it, percent-encoded."""
        title = "-".join("".join(c if c.isalnum() or ord(c) > 0x2FF else " " for c in self.headline).split()[:7])
        day = self.published.strftime("%Y/%m/%d")
        path = outlet.path.format(day=day, id=self.id, slug=self.slug, title=title)
        return quote(f"/special/{self.slug}.html" if self.special == "forbidden" else path)


@cache
def load_outlets() -> Mapping[str, Outlet]:
    """Every outlet by its slug, in the order of their addresses."""
    yaml = YAML(typ="safe")
    found = [_outlet(path.stem, yaml.load(path.read_text("utf-8"))) for path in (HERE / "outlets").glob("*.yaml")]
    return {outlet.slug: outlet for outlet in sorted(found, key=lambda o: int(o.address.rpartition(".")[2]))}


def _outlet(slug: str, values: dict[str, Any]) -> Outlet:
    for name in ("sections", "disallow"):
        values[name] = tuple(values.get(name, ()))
    try:
        return Outlet(slug=slug, **values)
    except TypeError as problem:
        raise ContentError(f"outlets/{slug}.yaml: {problem}") from problem


@cache
def load_samples(edition: int = 1) -> tuple[Sample, ...]:
    """Every article as it stands in this edition, the newest first."""
    samples: dict[str, Sample] = {}
    for path in sorted((HERE / "articles").glob("*/*.txt")):
        sample = parse_sample(path.read_text("utf-8"), path)
        if sample.edition <= edition and (sample.key not in samples or samples[sample.key].edition < sample.edition):
            samples[sample.key] = sample
    return tuple(sorted(samples.values(), key=lambda s: (s.published, s.key), reverse=True))


def parse_sample(text: str, path: Path) -> Sample:
    """Read an article's file: `key: value` lines, an empty line, then a paragraph a line.

    A file `SLUG.2.txt` holds the second edition of the article `SLUG.txt`. Raises ContentError for a wrong file.
    """
    head, _, body = text.partition("\n\n")
    values = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    slug, _, edition = path.stem.partition(".")
    outlet = load_outlets()[path.parent.name]
    times = {key: _time(values.pop(key), outlet, path) for key in ("published", "modified") if key in values}
    lines = tuple(line.strip() for line in body.splitlines() if line.strip())
    try:
        return Sample(
            key=f"{outlet.slug}/{slug}",
            outlet=outlet.slug,
            slug=slug,
            body=lines,
            edition=int(edition or 1),
            **times,  # type: ignore[arg-type]
            **values,  # type: ignore[arg-type]
        )
    except TypeError as problem:
        raise ContentError(f"{path.parent.name}/{path.name}: {problem}") from problem


def _time(text: str, outlet: Outlet, path: Path) -> datetime:
    try:
        return datetime.fromisoformat(f"{text.replace(' ', 'T')}:00{outlet.offset}")
    except ValueError as problem:
        raise ContentError(f"{path.name}: {text!r} is not a time such as 2018-05-22 14:05") from problem
