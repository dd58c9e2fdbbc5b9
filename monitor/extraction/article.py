"""A page's bytes to an Article."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from attrs import evolve, frozen

from monitor.extraction import fields, jsonld
from monitor.extraction.agency import find_agency, find_place
from monitor.extraction.authors import find_authors
from monitor.extraction.blocks import Run, Tree
from monitor.extraction.body import links_of, read_body, read_elements
from monitor.extraction.dates import Bounds, Dated, find_modified, find_published, read_date, url_day
from monitor.extraction.headline import find_headline, outlet_names
from monitor.extraction.kind_evidence import Evidence
from monitor.extraction.kinds import before_paywall, judge
from monitor.extraction.listing import survey_list
from monitor.extraction.names import clean_names
from monitor.extraction.notes import without_notes
from monitor.extraction.offsets import as_readers_see, on_the_day
from monitor.extraction.page import NotAPage, parse
from monitor.extraction.selectors import drop, select
from monitor.extraction.survey import Survey, survey_page
from monitor.extraction.told_body import find_told
from monitor.extraction.visible_dates import DOUBTFUL, find_in_titles, find_visible
from monitor.extraction.walking import build
from monitor.extraction.zones import zone_named, zone_of_host
from monitor.language import detect
from monitor.model import Article, Candidate, Moment
from monitor.text.tokens import count_words

if TYPE_CHECKING:
    from monitor.outlets import Outlet

PIECE = 180  # characters; three such pieces tell the language of every body of a corpus in 32 languages
SURE = 0.999  # the pieces' confidence below which the whole text is asked
DRIFT = timedelta(days=90)  # between an article's publication and its last change, for most that have one
Values = dict[str, Any]
Sources = dict[str, str]


@frozen
class Page:
    """A page as it was surveyed, and what was said of it beforehand."""

    survey: Survey
    tree: Tree
    outlet: Outlet | None
    candidate: Candidate | None
    bounds: Bounds
    names: frozenset[str]


def extract(
    html: bytes,
    url: str | None = None,
    *,
    outlet: Outlet | None = None,
    charset: str | None = None,
    candidate: Candidate | None = None,
    now: datetime | None = None,
) -> Article:
    """Read a page.

    `charset` is the Content-Type header's; `outlet` gives the zone of times without one, its names and its selectors;
    `candidate` is what a feed said, for fields on which the page is silent; `now` bounds the date. Nothing is raised
    for a page that is no article: its `kind` and `reason` say so. Where an outlet's selector gave nothing, provenance
    has the key `selector.FIELD` with the value `silent`.
    """
    url = url or (candidate.url if candidate else "")
    host, address = _usable(url)
    try:
        parsed = parse(html, address, charset)
    except NotAPage as problem:
        return Article(url=url, kind=problem.kind, reason=str(problem))
    drop(parsed.root, outlet)
    survey = survey_page(parsed)
    body = parsed.root.find("body")
    zone = zone_named(outlet.timezone) if outlet and outlet.timezone else zone_of_host(host)
    names = outlet_names(survey, host, (outlet.name,) if outlet else ())
    page = Page(survey, build(body if body is not None else parsed.root), outlet, candidate, Bounds(zone, now), names)
    return evolve(_read(page), url=url)


def _usable(url: str) -> tuple[str, str]:
    """The host of an address and the address; both empty where it is none that can be taken apart."""
    try:
        return urlsplit(url).hostname or "", url
    except ValueError:
        return "", ""


def _read(page: Page) -> Article:
    chosen, elements, silent = select(page.survey.page.root, page.outlet)
    values, sources = _stated(page.survey)
    headline = chosen["headline"][0] if "headline" in chosen else ""
    values["headline"], sources["headline"] = (
        (headline, "selector") if headline else find_headline(page.survey, page.names)
    )
    _take_candidate(page.candidate, values, sources, "headline")
    _take_dates(page, chosen, values, sources)
    _take_authors(page, chosen, values, sources)
    runs = read_elements(elements) or without_notes(
        read_body(
            page.tree, values["headline"], values["description"], jsonld.text_of(page.survey.article, "articleBody")
        ),
        values["authors"],
    )
    sources["body"] = "selector" if elements and runs else "text"
    if not elements and (told := find_told(page.survey, values["headline"], runs)):
        runs, sources["body"] = told, "script"
    _take_texts(chosen, values, sources)
    sources |= {f"selector.{name}": "silent" for name in silent}
    return _finish(page, runs, values, sources)


def _stated(survey: Survey) -> tuple[Values, Sources]:
    """The fields that the page states outright."""
    values: Values = {}
    sources: Sources = {}
    readers = {
        "section": fields.section,
        "publisher": fields.publisher,
        "description": fields.description,
        "image": fields.image,
        "canonical_url": fields.canonical,
        "keywords": fields.keywords,
    }
    for name, read in readers.items():
        values[name], sources[name] = read(survey)
    values["language_declared"] = fields.language_declared(survey)
    values["partial"] = fields.is_paywalled(survey)
    return values, sources


def _take_candidate(candidate: Candidate | None, values: Values, sources: Sources, name: str) -> None:
    """What the feed said, where the page says nothing."""
    if candidate is not None and not values.get(name) and getattr(candidate, name):
        values[name], sources[name] = getattr(candidate, name), "feed"


def _take_dates(page: Page, chosen: dict[str, list[str]], values: Values, sources: Sources) -> None:
    language = values["language_declared"] or (page.outlet.languages[0] if page.outlet else "")
    found: dict[str, Dated | None] = {}
    for name in ("published", "modified"):
        found[name] = next(
            filter(None, (read_date(v, language, page.bounds, "selector") for v in chosen.get(name, ()))), None
        )
    found["published"] = found["published"] or _published(page, values["headline"], language)
    found["modified"] = found["modified"] or find_modified(page.survey, page.bounds)
    for name, dated in found.items():
        values[name], sources[name] = (dated.moment, dated.source) if dated else (None, "")
    announced = page.candidate.published if page.candidate else None
    if announced and page.bounds.believable(announced) and _says_more(announced, values["published"]):
        values["published"], sources["published"] = announced, "feed"


def _published(page: Page, headline: str, language: str) -> Dated | None:
    """The stated date; where that is weak or nothing states one, the date that readers see."""
    stated = find_published(page.survey, page.bounds, language)
    if stated and stated.firm:
        return _timed(page, _local(page, stated, headline, language), headline, language)
    seen = find_visible(page.tree.runs, headline, language, page.bounds)
    if seen and (stated is None or _corrects(seen, stated)):
        return seen
    titled = find_in_titles((page.survey.title, page.survey.meta("og:title")), language, page.bounds)
    return titled or stated or find_visible(page.tree.runs, headline, language, page.bounds, floor=DOUBTFUL)


def _timed(page: Page, stated: Dated, headline: str, language: str) -> Dated:
    """A day that is stated without a time, with the time of that day that readers see near the headline."""
    if stated.moment.has_time:
        return stated
    seen = find_visible(page.tree.runs, headline, language, page.bounds, near=True)
    return evolve(stated, moment=seen.moment) if seen and seen.moment.date() == stated.moment.date() else stated


def _local(page: Page, stated: Dated, headline: str, language: str) -> Dated:
    """A date that is told in UTC alone, of an outlet whose zone is not known, in the time that its readers see."""
    moment = stated.moment
    if page.bounds.zone is not None or not moment.has_time or moment.utcoffset():
        return stated
    seen = find_visible(page.tree.runs, headline, language, page.bounds, near=True)
    if seen and seen.moment.has_time and not seen.moment.utcoffset():
        moment = as_readers_see(moment, seen.moment)
    if not moment.utcoffset():
        days = {url_day(page.survey.page.url), seen.moment.date().isoformat() if seen else ""} - {""}
        region = language.partition("-")[2] or page.survey.meta("og:locale").partition("_")[2]
        moment = on_the_day(moment, days, region)
    return evolve(stated, moment=moment)


def _corrects(seen: Dated, stated: Dated) -> bool:
    """Whether a date near the headline is to be taken for one that is stated weakly."""
    if seen.moment.date() == stated.moment.date():
        return seen.moment.has_time and not stated.moment.has_time
    if stated.source == "url":
        return False
    return stated.source in ("time", "script") or abs(seen.moment - stated.moment) < DRIFT or _swapped(seen, stated)


def _swapped(seen: Dated, stated: Dated) -> bool:
    """Whether the two differ by which number is the month."""
    one, two = seen.moment, stated.moment
    return (one.year, one.month, one.day) == (two.year, two.day, two.month)


def _says_more(announced: Moment, published: Moment | None) -> bool:
    """Whether the feed knows the time of a day that the page only names, or the page names none."""
    if published is None:
        return True
    return announced.has_time and not published.has_time and abs((announced - published).total_seconds()) < 2 * 86_400


def _take_authors(page: Page, chosen: dict[str, list[str]], values: Values, sources: Sources) -> None:
    given = clean_names(chosen.get("authors", ()))
    found = (given, "selector") if given else find_authors(page.survey, page.names, page.tree.runs, values["headline"])
    values["authors"], sources["authors"] = found
    _take_candidate(page.candidate, values, sources, "authors")


def _take_texts(chosen: dict[str, list[str]], values: Values, sources: Sources) -> None:
    """The outlet's selectors for the fields that are plain text."""
    for name in ("description", "section", "publisher", "agency", "place", "image", "canonical_url"):
        if name in chosen:
            values[name], sources[name] = chosen[name][0], "selector"
    if "keywords" in chosen:
        values["keywords"], sources["keywords"] = tuple(chosen["keywords"]), "selector"
    if "language" in chosen:
        values["language_declared"] = chosen["language"][0]


def _finish(page: Page, runs: list[Run], values: Values, sources: Sources) -> Article:
    free = before_paywall([run.text for run in runs])
    if free is not None:
        runs, values["partial"] = runs[:free], True
    text = "\n".join(run.text for run in runs)
    for name, find in (("agency", find_agency(values["authors"], text)), ("place", find_place(text))):
        if not values.get(name):
            values[name], sources[name] = find, "text"
    if not values["publisher"] and page.outlet:
        values["publisher"], sources["publisher"] = page.outlet.name, "outlet"
    judged = judge(_evidence(page, runs, values, sources, text))
    language, confidence = _language(page, values, text)
    article = Article(
        url=page.survey.page.url,
        body=text,
        kind=judged.kind,
        reason=judged.reason,
        charset=page.survey.page.charset,
        language=language,
        language_confidence=confidence,
        word_count=count_words(text, language) if text else 0,
        links=links_of(runs, page.survey),
        **values,
    )
    article = evolve(
        article,
        provenance={k: v for k, v in sources.items() if v and (k.startswith("selector.") or getattr(article, k))},
    )
    if page.outlet:
        article = evolve(article, outlet=page.outlet.slug, country=page.outlet.country)
    return article


def _evidence(page: Page, runs: list[Run], values: Values, sources: Sources, text: str) -> Evidence:
    """What tells of which kind the page is."""
    return Evidence(
        survey=page.survey,
        tree=page.tree,
        headline=values["headline"],
        body=text,
        listing=survey_list(page.tree, runs),
        dated=sources.get("published") in ("json-ld", "meta", "microdata", "selector"),
        announced=sources.get("published") == "feed",
        paywalled=values["partial"],
    )


def _language(page: Page, values: Values, text: str) -> tuple[str, float]:
    """The language of the text, with what page, feed and outlet declare as a prior."""
    said = (
        values["language_declared"],
        page.candidate.language if page.candidate else None,
        *(page.outlet.languages if page.outlet else ()),
    )
    prior = list(dict.fromkeys(code for code in said if code))
    short = len(text) <= 3 * PIECE
    sample = f"{values['headline']}\n{text}" if short else _sample(text)
    found = detect(sample, prior=prior or None) if sample.strip() else ("und", 0.0)
    return found if short or found[1] >= SURE else detect(text, prior=prior or None)


def _sample(text: str) -> str:
    """A piece from the start, the middle and near the end, so that no long quotation speaks for the article."""
    starts = (0, len(text) // 2, len(text) * 3 // 4)
    return "\n".join(text[start : start + PIECE] for start in starts)
