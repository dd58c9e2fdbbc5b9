"""When the article was published and changed: the first source that speaks and is believable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from attrs import frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.moments import FIRST_YEAR, parse_moment
from monitor.extraction.survey import Survey
from monitor.extraction.written_dates import find_written
from monitor.model import Moment

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "published_time",
    "article:published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "date.created",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "article_date_original",
    "originalpublicationdate",
    "published",
    "article.published",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "created",
    "date",
    "og:pubdate",
    "og:date",
    "og:article:published",
    "article:create_at",
    "datecreated",
    "release_date",
    "bt:pubdate",
    "vr:published_time",
    "ptime",
    "weibo: article:create_at",
    "last-published",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "og:modified_time",
    "article:modified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "revised",
    "lastmod",
    "modified",
    "updated_time",
)
URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2]|(?<=[-/_.])[1-9])[-/_.]?(0[1-9]|[12]\d|3[01]|(?<=[-/_.])[1-9])(?!\d)"
)

SCRIPTED = re.compile(
    r"""["'](?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:at|date|time|ed_?on)|publication_?date|first_?published(?:_?at|_?date)?|"""
    r"""article_?publish(?:ed)?_?(?:date|time)?|page_?publi(?:sh|cation)_?date)["']\s{0,3}:\s{0,3}["']?(\d{4}-\d{2}-\d{2}[^"',}]{0,30}|\d{13}|\d{10}(?!\d))""",
    re.IGNORECASE,
)


PAGE_TYPES = jsonld.ARTICLE_TYPES | {"webpage", "itempage"}


@frozen
class Dated:
    """A date and the source that gave it."""

    moment: Moment
    source: str


@frozen
class Bounds:
    """What is believable: nothing before the web, nothing after now and a day."""

    zone: tzinfo | None
    now: datetime | None

    def believable(self, moment: Moment | None) -> bool:
        """Whether an article on the web can bear this date."""
        if moment is None or moment.year < FIRST_YEAR:
            return False
        return moment <= self.now + timedelta(days=1) if self.now else moment.year < 2100

    def local(self, moment: Moment) -> Moment:
        """The same instant in the outlet's zone where it is told in UTC, so that its day is the readers' day."""
        if self.zone is None or not moment.has_time or moment.utcoffset():
            return moment
        return Moment.of(moment.astimezone(self.zone))


def read_date(text: str, language: str, bounds: Bounds, source: str) -> Dated | None:
    """A date as an outlet's selector gives it: written for machines or for readers."""
    moment = parse_moment(text, bounds.zone) or find_written(text, language, bounds.zone)
    return Dated(bounds.local(moment), source) if moment and bounds.believable(moment) else None


def find_published(survey: Survey, bounds: Bounds) -> Dated | None:
    """The first believable date in the order JSON-LD, meta, microdata, <time>, URL."""
    found: Dated | None = None
    for text, source in _published(survey):
        moment = parse_moment(text, bounds.zone)
        if not bounds.believable(moment) or moment is None:
            continue
        same = found is None or abs(moment - found.moment) < timedelta(hours=36)
        if moment.has_time and source != "url" and same:
            return Dated(bounds.local(moment), source)
        found = found or Dated(bounds.local(moment), source)
    return found


def _published(survey: Survey) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if text := jsonld.text_of(survey.article, key):
            yield text, "json-ld"
    for name in PUBLISHED:
        for text in survey.metas.get(name, ())[:3]:
            yield text, "meta"
    for node in survey.nodes:
        if (
            node is not survey.article
            and jsonld.types_of(node) & (PAGE_TYPES)
            and (text := jsonld.text_of(node, "datePublished"))
        ):
            yield text, "json-ld"
    for element in survey.prop("datepublished", "datecreated"):
        yield (
            element.get("datetime") or element.get("content") or "".join(str(t) for t in element.itertext())[:200],
            "microdata",
        )
    times = [t for t in survey.times if t.get("datetime")]
    for element in sorted(times, key=_rank)[:3]:
        yield element.get("datetime") or "", "time"
    yield from ((text, "script") for text in _scripted(survey.page.root))
    m = URL_DATE.search(survey.page.url)
    if m:
        yield "-".join(m.groups()), "url"


def _scripted(root: etree._Element) -> list[str]:
    """Dates that scripts give under a key that says published, at most two."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text
        if text and "ubl" in text and script.get("type") != "application/ld+json":
            found.extend(m.group(1) for m in SCRIPTED.finditer(text[:1_000_000]))
            if found:
                break
    return found[:2]


def _rank(element: etree._Element) -> int:
    """Order of <time> elements: those marked as published first, those marked as updated last."""
    if element.get("pubdate") is not None:
        return -2
    hint = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return -2 if "pub" in hint or "entry-date" in hint else 1 if "upd" in hint or "mod" in hint else 0


def find_modified(survey: Survey, bounds: Bounds) -> Dated | None:
    """When the article was last changed, as JSON-LD or meta say."""
    sources = [
        (jsonld.text_of(survey.article, "dateModified"), "json-ld"),
        *((survey.meta(n), "meta") for n in MODIFIED),
    ]
    sources += [(e.get("datetime") or e.get("content") or "", "microdata") for e in survey.prop("datemodified")[:1]]
    for text, source in sources:
        moment = parse_moment(text, bounds.zone) if text else None
        if moment and bounds.believable(moment):
            return Dated(moment, source)
    return None
