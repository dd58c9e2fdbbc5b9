"""The page of one article, and the search."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from attrs import frozen

from monitor.comparison.changes import word_diff
from monitor.comparison.results import Piece
from monitor.index import ArticleQuery, SearchResult, Stored
from monitor.index.codec import article_to_dict, to_dict
from monitor.model import Article, Revision
from monitor.text.tokens import sentences
from monitor.web.answers import View
from monitor.web.asking import Ask
from monitor.web.atom import Feed, article_entry
from monitor.web.described import described
from monitor.web.filters import MOST, SPANS, filters
from monitor.web.problems import PageProblem
from monitor.web.rendering import with_query
from monitor.web.sheets import Sheet
from monitor.web.shown import preferred, shorten
from monitor.web.site import Site

PAGE = 20
ORDERS = ("best", "newest")
LONGEST = 120_000  # characters of a body that a page shows


@frozen
class Paragraph:
    """A paragraph, parted around the sentence that a link leads to; `target` is empty in all but that one."""

    before: str
    target: str
    after: str


def article(site: Site, ask: Ask) -> View:
    """One article: its text, what it cites, its revisions, and where each field came from."""
    found = site.index.get([ask.path["id"]])
    if not found:
        raise PageProblem(404, "There is no article {id} in this index.", id=ask.path["id"])
    stored = found[0]
    revisions = site.index.revisions(stored.article.id) if stored.article.revision > 1 else []
    shown = stored.article
    outlet = described(shown.outlet, site.index, site.catalogue)
    event = site.index.event(shown.event) if shown.event else None
    values = {
        "article": shown,
        "analysis": stored.analysis,
        "cited": [
            each for each in stored.analysis.mentions if not each.publisher or each.publisher != outlet.publisher
        ],
        "paragraphs": paragraphs(shown, ask.number("at", -1, most=10_000_000) if "at" in ask.query else -1),
        "cut": len(shown.body) > LONGEST,
        "revisions": [(after, _diff(before, after)) for before, after in pairwise(revisions)],
        "event": event,
        "code": preferred(event.headlines, ask.locale) if event else "",
        "outlet": outlet,
        "source": next(iter(site.index.get([shown.copied_from])), None) if shown.copied_from else None,
    }
    return View(template="article.html", values=values, data=lambda: _data(stored, revisions))


def _data(stored: Stored, revisions: list[Revision]) -> dict[str, Any]:
    return {
        "article": article_to_dict(stored.article),
        "analysis": to_dict(stored.analysis),
        "revisions": [to_dict(each) for each in revisions],
    }


def _diff(before: Revision, after: Revision) -> tuple[tuple[Piece, ...], list[Piece]]:
    headline = word_diff(before.headline, after.headline) if before.headline != after.headline else ()
    body = shorten(word_diff(before.body, after.body)) if before.body != after.body else []
    return headline, body


def paragraphs(shown: Article, at: int) -> list[Paragraph]:
    """The body's paragraphs; in the one where `at` (characters of the body) lies, its sentence is the target."""
    found, start = [], 0
    for line in shown.body[:LONGEST].split("\n"):
        inside = start <= at < start + len(line) + 1
        if line.strip():
            found.append(_parted(line, at - start, shown.language) if inside else Paragraph(line, "", ""))
        start += len(line) + 1
    return found


def _parted(line: str, at: int, language: str) -> Paragraph:
    ends = [*[start for start, _ in sentences(line, language)][1:], len(line)]
    start = 0
    for end in ends:
        if at < end:
            return Paragraph(line[:start], line[start:end], line[end:])
        start = end
    return Paragraph(line[:start], line[start:], "")


def search(site: Site, ask: Ask) -> View:
    """Articles with the words asked for, best first; without words the newest."""
    chosen = filters(site, ask)
    offset, size = ask.number("offset", 0, most=10_000), ask.number("limit", PAGE, least=1, most=MOST)
    newest = ask.choice("order", ORDERS[::-1] if ask.feed else ORDERS) == "newest"
    query = ArticleQuery(
        since=chosen.since,
        languages=chosen.languages,
        countries=chosen.countries,
        outlets=chosen.outlets,
        order="-time" if newest else "time",
    )
    words = chosen.words
    vector = site.embedder().embed([words])[0] if ask.flag("meaning") and words.strip() else None
    found = site.index.search(words, filters=query, vector=vector, limit=size, offset=offset)
    names = {hit.article.outlet: _name(site, hit.article.outlet) for hit in found.hits}
    values = {"found": found, "names": names, "spans": SPANS, "chosen": chosen, "offset": offset, "size": size}
    values["newest"] = newest
    path = "/search?" + with_query(ask.query, offset="")
    entries = [article_entry(hit.article, names[hit.article.outlet]) for hit in found.hits]
    return View(
        template="search.html",
        values=values,
        data=lambda: {
            "total": found.total,
            "hits": [{"score": hit.score, **article_to_dict(hit.article)} for hit in found.hits],
        },
        sheet=lambda: _sheet(found),
        feed=lambda: Feed(path=path, title=f"News monitor: {words or 'newest articles'}", entries=entries),
    )


def _name(site: Site, slug: str) -> str:
    known = site.catalogue.outlets.get(slug)
    return known.name if known else slug


def _sheet(found: SearchResult) -> Sheet:
    articles = [hit.article for hit in found.hits]
    rows = [
        (a.id, a.headline, a.outlet, a.country, a.language, a.published and a.published.to_text(), a.url, a.event)
        for a in articles
    ]
    columns = ("id", "headline", "outlet", "country", "language", "published", "url", "event")
    return Sheet(name="articles", columns=columns, rows=rows)
