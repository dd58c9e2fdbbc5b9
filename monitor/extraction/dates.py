"""When the article was published and changed: the first source that speaks and is believable."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from attrs import frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.date_names import MODIFIED, PUBLISHED, WEAK
from monitor.extraction.moments import FIRST_YEAR, MONTHS, parse_moment
from monitor.extraction.offsets import in_the_sites_offset
from monitor.extraction.survey import Survey
from monitor.extraction.vocabulary import named
from monitor.extraction.written_dates import find_written
from monitor.model import Moment

URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2]|(?<=[-/_.])[1-9])[-/_.]?(0[1-9]|[12]\d|3[01]|(?<=[-/_.])[1-9])(?!\d)"
)

URL_MONTH = re.compile(rf"/((?:19|20)\d{{2}})/({'|'.join(MONTHS)})[a-z]{{0,6}}/(\d{{1,2}})(?!\d)", re.IGNORECASE)
ANNOTATED = re.compile(r"(?:^|[\s:/#])(?:datePublished|published|dateCreated|issued|created)(?:\s|$)", re.IGNORECASE)
KEPT_BY = (
    "time",
    "span",
    "div",
    "p",
    "abbr",
    "li",
    "article",
    "section",
    "relative-time",
    "local-time",
    "time-ago",
    "a",
)
KEPT = frozenset(
    f"data-{name}"
    for name in (
        "published", "publish", "publish-date", "published-date", "published-at", "publication-date", "date-published",
        "pubdate", "datetime", "date", "time", "timestamp", "utc", "unix", "created", "created-at", "livestamp",
    )
) | {"datetime"}  # fmt: skip
MAX_KEPT = 3_000  # elements
DAY = re.compile(r"\s*(?:(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|1\d{9}(?:\d{3})?\s*$)")
MAX_ANNOTATED = 3
SLASHED = re.compile(r"\s*\d{1,2}/\d{1,2}/\d{4}\b")
SCRIPTED = re.compile(
    r"""["']?\b(?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:at|date|time|ed_?on)|publication_?date|first_?publi(?:sh|shed|cation)(?:_?at|_?date)?|display_?date|date_?posted|posted_?(?:at|on|date)|"""
    r"""article_?publish(?:ed)?_?(?:date|time)?|page_?publi(?:sh|cation)_?date)["']?\s{0,3}:\s{0,3}["']?(\d{4}-\d{2}-\d{2}[^"',}]{0,30}|\d{13}|\d{10}(?!\d)|(?:19|20)\d{6}(?!\d))""",
    re.IGNORECASE,
)


PAGE_TYPES = jsonld.ARTICLE_TYPES | {"webpage", "itempage"}
ELSEWHERE = re.compile(
    r"comment|related|sidebar|teaser|widget|footer|recommend|latest|popular|archive|calendar|reply|copyright|event"
    r"|list-?_?item|\bnav|tweet|popup|date-?range|slide|caption",
    re.IGNORECASE,
)
OWN_FOOTER = re.compile(r"(?:post|entry)-footer(?:-line)?", re.IGNORECASE)
UP = 5  # elements above a `<time>` that tell whether it is the article's
SAME = timedelta(hours=36)  # two sources this near each other tell the same date


@frozen
class Dated:
    """A date and the source that gave it; `firm` where the source says that it is the date of publication."""

    moment: Moment
    source: str
    firm: bool = True


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


def find_published(survey: Survey, bounds: Bounds, language: str = "") -> Dated | None:
    """The first believable date in the order JSON-LD, meta, microdata, <time>, scripts, then of the weaker ones.

    `language` reads dates that are in words, and tells of numbers which is the month.
    """
    found: Dated | None = None
    for text, source, firm in _published(survey):
        moment = _moment(text, bounds, language)
        if not bounds.believable(moment) or moment is None:
            continue
        same = found is None or abs(moment - found.moment) < SAME
        if moment.has_time and source != "url" and same:
            local = in_the_sites_offset(bounds.local(moment), survey)
            return Dated(local, source, firm or (found is not None and found.firm))
        found = found or Dated(bounds.local(moment), source, firm)
    return found


def _moment(text: str, bounds: Bounds, language: str) -> Moment | None:
    """A date in a machine's form; else, and where day and month may be exchanged, as the language writes it."""
    if SLASHED.match(text):
        return find_written(text, language, bounds.zone) or parse_moment(text, bounds.zone)
    return parse_moment(text, bounds.zone) or (find_written(text, language, bounds.zone) if text else None)


def _published(survey: Survey) -> Iterator[tuple[str, str, bool]]:
    """(text, source, whether it says that this is the date of publication)."""
    for key in ("datePublished", "dateCreated", "uploadDate"):
        if text := jsonld.text_of(survey.article, key):
            yield text, "json-ld", True
    yield from ((text, "meta", True) for text in _metas(survey, weak=False))
    for node in survey.nodes:
        if (
            node is not survey.article
            and jsonld.types_of(node) & (PAGE_TYPES)
            and (text := jsonld.text_of(node, "datePublished"))
        ):
            yield text, "json-ld", True
    for element in survey.prop("datepublished", "datecreated"):
        yield (
            _value_of(element),
            "microdata",
            True,
        )
    yield from ((text, "microdata", True) for text in _annotated(survey.page.root))
    times = sorted((t for t in survey.times if t.get("datetime")), key=_rank)[:3]
    own = [not _is_elsewhere(t) for t in times]
    yield from ((t.get("datetime") or "", "time", True) for t, mine in zip(times, own, strict=True) if mine)
    yield from ((text, "meta", False) for text in _metas(survey, weak=True))
    yield from ((text, "script", True) for text in _scripted(survey.page.root))
    yield from ((t.get("datetime") or "", "time", False) for t, mine in zip(times, own, strict=True) if not mine)
    yield from ((text, "script", False) for text in _attributes(survey.page.root))
    if day := url_day(survey.page.url):
        yield day, "url", False


def _value_of(element: etree._Element) -> str:
    """What an element gives machines for a date, else its text."""
    attributes = ("datetime", "content", *(("title",) if element.tag == "abbr" else ()))
    given = next(filter(None, map(element.get, attributes)), None)
    return given or "".join(str(t) for t in element.itertext())[:200]


def _attributes(root: etree._Element) -> list[str]:
    """Dates that elements keep for scripts: `data-published`, `data-timestamp` and their likes, at most three."""
    found: list[str] = []
    for element in itertools.islice(root.iter(*KEPT_BY), MAX_KEPT):
        if KEPT.isdisjoint(element.keys()):
            continue
        given = [str(value) for name, value in element.items() if name in KEPT and DAY.match(str(value))]
        if given and not _is_elsewhere(element):
            found += given
            if len(found) >= MAX_ANNOTATED:
                break
    return found[:MAX_ANNOTATED]


def url_day(url: str) -> str:
    """The day that an address names, as ISO 8601; empty where it names none."""
    if found := URL_DATE.search(url):
        return "-".join(found.groups())
    found = URL_MONTH.search(url)
    return f"{found[1]}-{MONTHS[found[2].lower()]:02}-{found[3]}" if found else ""


def _annotated(root: etree._Element) -> Iterator[str]:
    """Dates of hAtom (`abbr` with a class) and of RDFa (`property` on visible elements), at most MAX_ANNOTATED."""
    found = 0
    for element in root.iter("abbr", "span", "div", "time", "p", "li"):
        says = element.get("property") or (element.get("class") if element.tag == "abbr" else None)
        if says and ANNOTATED.search(says) and not _is_elsewhere(element):
            yield element.get("content") or element.get("datetime") or element.get("title") or ""
            found += 1
            if found == MAX_ANNOTATED:
                return


def _metas(survey: Survey, *, weak: bool) -> Iterator[str]:
    for name in PUBLISHED:
        if (name in WEAK) is weak:
            yield from survey.metas.get(name, ())[:3]


def _is_elsewhere(element: etree._Element) -> bool:
    """Whether a `<time>` stands in a comment, a menu or among other articles."""
    for _, up in zip(range(UP), element.iterancestors(), strict=False):
        if up.tag == "nav" or ELSEWHERE.search(OWN_FOOTER.sub("", named(up)[:400])):
            return True
        if up.tag in ("article", "main", "header"):
            return False
    return False


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
