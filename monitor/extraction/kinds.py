"""What a page is: an article, one that grows, or none, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from attrs import frozen
from lxml import etree

from monitor.extraction import jsonld
from monitor.extraction.blocks import HEADINGS, Tree
from monitor.extraction.prose import size
from monitor.extraction.sections import read_sections
from monitor.extraction.survey import Survey
from monitor.model import Kind

LEAST = 25  # characters; fewer say nothing
SHORT = 350  # characters; fewer are a stub, a caption or a notice
NOTICE = 300  # characters of a notice; what is longer is a paragraph
BARE = 600  # characters on a whole page; more is a page with something to say
MIDDLE = 1_200  # characters; more are an article whatever else stands on the page
FEW_HEADLINES = 3  # on the front page of a site
LINKED_HEADLINES = 8  # so many make a list of articles
LIST_TYPES = frozenset(("collectionpage", "itemlist", "searchresultspage", "categorycodeset"))
SEARCH_KEYS = frozenset(
    ("q", "s", "query", "search", "suche", "recherche", "buscar", "busca", "keyword", "keywords", "text", "ara")
)
SEARCH_PATH = re.compile(
    r"/(?:search|suche|recherche|buscar|busca|buscador|ricerca|zoeken|sok|sokeresultat|szukaj|hledat|kereses|poisk|arama)(?:/|\.|$)",
    re.IGNORECASE,
)
LIST_PATH = re.compile(
    r"/(?:tags?|topics?|category|categories|kategorie|thema|themen|schlagwort|etiqueta|categoria|author|autor|archive|archives|page/\d+|section|rubrik|rubrique|tema|temas)(?:/[^/]*){0,2}$",
    re.IGNORECASE,
)
LIVE_PATH = re.compile(
    r"/(?:live|liveblog|live-updates|liveticker|direct|en-direct|en-vivo|diretta)(?:/|-)|-live(?:blog)?(?:-|$|/)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"^\W{0,3}(?:\d{1,2}[:.h]\d{2}|\d{1,2}\s?(?:am|pm)\b|vor \d+ (?:min|std)|\d+ (?:min|minutes|hours?)\b)",
    re.IGNORECASE,
)


@frozen
class Judged:
    """A page's kind, and in words how it was seen."""

    kind: Kind
    reason: str = ""


@frozen
class Evidence:
    """What the judgement is made of."""

    survey: Survey
    tree: Tree
    headline: str
    body: str
    dated: bool  # a date of publication was given to machines
    paywalled: bool

    @property
    def length(self) -> int:
        """Size of the body in characters, those of dense scripts counted for three."""
        return size(self.body)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        n: re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(p) for p in sorted(found, key=len, reverse=True)) + r")(?!\w)",
            re.IGNORECASE,
        )
        for n, found in read_sections("kind_phrases.txt").items()
    }


def says(section: str, text: str) -> bool:
    """Whether a text holds a phrase of this section of data/kind_phrases.txt."""
    return bool(_patterns()[section].search(text[:2000]))


def before_paywall(lines: Sequence[str]) -> int | None:
    """How many lines stand before a notice that the rest is for subscribers; None where there is no such notice.

    A notice with much text after it hides nothing: it is an advertisement of the outlet's own.
    """
    for place, line in enumerate(lines):
        if size(line) < NOTICE and says("paywall", line):
            before, after = (sum(map(size, part)) for part in (lines[:place], lines[place + 1 :]))
            return place if before < MIDDLE and after < max(SHORT, before) else None
    return None


def judge(evidence: Evidence) -> Judged:
    """The page's kind; an article where nothing speaks against it."""
    for look in (_missing, _wall, _login, _search, _list, _media, _stub, _live):
        if judged := look(evidence):
            return judged
    if evidence.length < LEAST:
        return Judged(Kind.EMPTY, "no text that reads like an article")
    return Judged(Kind.ARTICLE)


def _titles(e: Evidence) -> list[str]:
    heads = ["".join(str(t) for t in h.itertext())[:300] for h in e.survey.h1s[:3]]
    return [t for t in (e.survey.title, e.headline, *heads) if t]


def _missing(e: Evidence) -> Judged | None:
    if e.length >= MIDDLE or e.dated:
        return None
    least = 0.2 if e.length < SHORT else 0.5
    if any(_share("not-found", t) >= least for t in _titles(e) if len(t) < 120):
        return Judged(Kind.SOFT_404, "its title says that there is no such page")
    return None


def _share(section: str, text: str) -> float:
    """How much of a text a phrase of this section makes up."""
    m = _patterns()[section].search(text)
    return (m.end() - m.start()) / len(text) if m else 0.0


def _wall(e: Evidence) -> Judged | None:
    if e.length >= MIDDLE and not says("cookies", e.body[:600]):
        return None
    runs = e.tree.runs
    total = sum(size(r.text) for r in runs)
    prose = e.length if not _mostly_cookies(e.body) else 0
    if prose >= SHORT:
        return None
    about = sum(size(r.text) for r in runs if says("cookies", r.text))
    most = about > 150 and about >= 0.4 * total
    # A bare wall: a sentence on cookies, a button, a foot note, and nothing else.
    bare = about > 30 and about >= 0.25 * total and total < BARE and not e.dated
    if most or bare:
        return Judged(Kind.COOKIE_WALL, "most of its text asks for consent to cookies")
    return None


def _mostly_cookies(body: str) -> bool:
    lines = [line for line in body.split("\n") if line]
    return bool(lines) and sum(len(x) for x in lines if says("cookies", x)) >= 0.6 * sum(map(len, lines))


def _login(e: Evidence) -> Judged | None:
    if e.length >= SHORT or e.dated:
        return None
    fields = any((i.get("type") or "").lower() == "password" for i in _some(e.survey.page.root, "input"))
    if any(says("login", t) for t in _titles(e) if len(t) < 100) and (fields or e.length < 200):
        return Judged(Kind.LOGIN, "its title asks to log in" + (" and it has a field for a password" if fields else ""))
    if fields and not any(t for t in _titles(e) if len(t) > 40):
        return Judged(Kind.LOGIN, "a field for a password and no article")
    return None


def _some(root: etree._Element, tag: str) -> list[etree._Element]:
    return [e for _, e in zip(range(400), root.iter(tag), strict=False)]


def _search(e: Evidence) -> Judged | None:
    if _is_article_data(e) or (e.length >= MIDDLE and e.dated):
        return None
    parts = urlsplit(e.survey.page.url)
    asked = any(k.lower() in SEARCH_KEYS and v for k, v in parse_qsl(parts.query)) or bool(
        SEARCH_PATH.search(parts.path)
    )
    typed = any("searchresultspage" in jsonld.types_of(n) for n in e.survey.nodes)
    told = any(says("search", t) for t in _titles(e) if len(t) < 150)
    if typed or (asked and told) or ((asked or told) and _linked(e) >= 3 and not e.dated):
        return Judged(Kind.SEARCH, "its address, title or data say that it lists what a search found")
    return None


def _is_article_data(e: Evidence) -> bool:
    return (
        e.survey.article is not None
        and bool(jsonld.types_of(e.survey.article) & jsonld.ARTICLE_TYPES)
        and bool(jsonld.text_of(e.survey.article, "headline", "datePublished"))
    )


def _linked(e: Evidence) -> int:
    """Headlines that are links: in headings, or long link texts of their own."""
    found = {
        r.text
        for r in e.tree.runs
        if r.density > 0.85 and len(r.text) > 15 and (r.node.tag in HEADINGS or len(r.text) > 30)
    }
    return len(found)


def _list(e: Evidence) -> Judged | None:
    """A section, tag or front page: lists of articles, and no article's own marks."""
    og = e.survey.meta("og:type").lower()
    if og.startswith("article") or _is_article_data(e) or e.dated:
        return None
    linked = _linked(e)
    path = urlsplit(e.survey.page.url).path
    if e.survey.page.url and path in ("", "/") and not urlsplit(e.survey.page.url).query and linked >= FEW_HEADLINES:
        return Judged(Kind.SECTION, f"the front page of its site, with {linked} linked headlines")
    marks = [
        og in ("website", "object", "blog"),
        any(jsonld.types_of(n) & LIST_TYPES for n in e.survey.nodes),
        bool(e.survey.page.url) and path.strip("/").count("/") == 0 and len(path) < 25 and "-" not in path,
        bool(LIST_PATH.search(path)),
        any(says("section", t) for t in _titles(e)[:2] if len(t) < 80),
        linked >= 2 * LINKED_HEADLINES,
        bool(e.survey.links.get("next")) or any("rss" in (x or "") for x in e.survey.links.get("alternate", ())[1:2]),
    ]
    enough = sum(marks)
    if linked >= LINKED_HEADLINES and ((e.length < MIDDLE and enough >= 2) or (e.length < 3 * MIDDLE and enough >= 4)):
        return Judged(Kind.SECTION, f"{linked} linked headlines and {len(e.body)} characters of text of its own")
    if linked >= 4 and e.length < SHORT and enough >= 2:
        return Judged(Kind.SECTION, f"{linked} linked headlines and hardly any text of its own")
    return None


def _media(e: Evidence) -> Judged | None:
    if e.length >= SHORT:
        return None
    og = e.survey.meta("og:type").lower()
    typed = {t for n in e.survey.nodes for t in jsonld.types_of(n)}
    if og.startswith("video") or "videoobject" in typed or e.survey.page.root.find(".//video") is not None:
        return Judged(Kind.MEDIA, "a video and hardly any text")
    if typed & {"imagegallery", "mediagallery"} or len(_some(e.survey.page.root, "figure")) >= 5:
        return Judged(Kind.MEDIA, "pictures and hardly any text")
    if typed & {"audioobject", "podcastepisode"} or og.startswith("music"):
        return Judged(Kind.MEDIA, "a recording and hardly any text")
    return None


def _stub(e: Evidence) -> Judged | None:
    if e.length < SHORT and (e.paywalled or any(says("paywall", r.text) for r in e.tree.runs if len(r.text) < 300)):
        return Judged(Kind.PAYWALL, f"{len(e.body)} characters before a paywall")
    return None


def _live(e: Evidence) -> Judged | None:
    if e.survey.article is not None and "liveblogposting" in {t for n in e.survey.nodes for t in jsonld.types_of(n)}:
        return Judged(Kind.LIVE_BLOG, "its data calls it a live blog")
    told = any(says("live", t) for t in _titles(e)) or bool(LIVE_PATH.search(urlsplit(e.survey.page.url).path))
    if not told or not e.body:
        return None
    entries = sum(bool(CLOCK.match(r.text)) for r in e.tree.runs)
    if entries >= 4:
        return Judged(Kind.LIVE_BLOG, f"called live, with {entries} entries that begin with a time of day")
    return None
