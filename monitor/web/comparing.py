"""The form: paste an article or give its address, and see it beside everything that is known of its events."""

from __future__ import annotations

from monitor.comparison import ArticleComparison, to_dict
from monitor.comparison.results import EventMatch
from monitor.jobs.comparing import compare_article_in
from monitor.jobs.reading import is_address, read_article, read_given
from monitor.model import Article, Moment, MonitorError
from monitor.web.answers import View
from monitor.web.asking import Ask
from monitor.web.problems import PageProblem
from monitor.web.shown import LONGEST, preferred
from monitor.web.site import Site

LONGEST_TEXT = 1_500_000  # characters that are read of a text
MOST_ADDED = 12
MOST_LEFT_OUT = 15


def compare(site: Site, ask: Ask) -> View:
    """The form, and after it was sent the comparison of what was in it."""
    given = {name: ask.form.get(name, "").strip() for name in ("url", "text", "published", "outlet")}
    empty: dict[str, object] = {"given": given, "result": None, "article": None, "problem": "", "said": {}}
    if not ask.posted:
        return View(template="compare.html", values=empty, data=lambda: {"fields": list(given)})
    try:
        article = read(site, given)
        with site.alone:
            result = compare_article_in(
                site.index, article, catalogue=site.catalogue, embedder=site.embedder(), now=site.now()
            )
    except PageProblem as problem:
        values = {**empty, "problem": problem.message, "said": problem.values}
        return _refused(values, str(problem), problem.status)
    except MonitorError as problem:
        values = {**empty, "problem": "{reason}", "said": {"reason": str(problem)}}
        return _refused(values, str(problem), 400)
    values = {**empty, "article": article, "result": result, **_chosen(result, ask.locale)}
    return View(template="compare.html", values=values, data=lambda: to_dict(result))


def read(site: Site, given: dict[str, str]) -> Article:
    """The article that the form gives, by its address or its text. Raises PageProblem and MonitorError."""
    published = _moment(given["published"])
    outlet = given["outlet"][:200]
    if given["text"]:
        body = given["text"][:LONGEST_TEXT].encode("utf-8", "replace")
        return read_given(body, "text", published=published, outlet=outlet, now=site.now(), catalogue=site.catalogue)
    if not given["url"]:
        raise PageProblem(400, "Paste an article, or give its address.")
    if not is_address(given["url"]):
        raise PageProblem(400, "An address begins with http:// or https://.")
    return read_article(
        given["url"][:2_000],
        published=published,
        outlet=outlet,
        now=site.now(),
        config=site.config,
        catalogue=site.catalogue,
    )


def _moment(text: str) -> Moment | None:
    if not text:
        return None
    try:
        return Moment.parse(text)
    except ValueError:
        raise PageProblem(400, "{text} is not a date: expected ISO 8601, such as 2018-05-22.", text=text[:40]) from None


def _refused(values: dict[str, object], message: str, status: int) -> View:
    return View(template="compare.html", values=values, data=lambda: {"error": message}, status=status)


def _chosen(result: ArticleComparison, locale: str) -> dict[str, object]:
    likeliest: dict[str, EventMatch] = {}
    for match in result.matches:
        likeliest.setdefault(match.event, match)
    return {
        "likeliest": likeliest,
        "codes": {each.event.id: preferred(each.event.headlines, locale) for each in result.events},
        "adds": result.adds[:MOST_ADDED],
        "leaves_out": result.leaves_out[:MOST_LEFT_OUT],
        "longest": LONGEST,
    }
