"""Pages as the outlets' own systems would make them: five designs, furniture around the text, and five encodings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from ruamel.yaml import YAML

from demo.newsroom.content import HERE, Outlet, Sample
from demo.newsroom.feeds import ENTRY_PATHS

RIGHT_TO_LEFT = ("ar", "fa", "he")
FUTURE = datetime(2031, 5, 22, 8, 0)  # noqa: DTZ001  its zone is the article's
MIME = {"rss": "application/rss+xml", "rdf": "application/rdf+xml", "atom": "application/atom+xml"}


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    return Environment(
        loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _labels() -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = YAML(typ="safe").load((HERE / "labels.yaml").read_text("utf-8"))
    return labels


def article(outlet: Outlet, sample: Sample, own: Sequence[Sample], base: str) -> tuple[bytes, str]:
    """The page of an article, and its Content-Type."""
    if sample.special == "cookie-wall":
        return _render("cookie_wall.html", outlet, base)
    published = sample.published
    if sample.special == "future":
        published = FUTURE.replace(tzinfo=published.tzinfo)
    body = sample.body[:1] if sample.special == "paywall" else sample.body
    others = [other for other in own if other.slug != sample.slug]
    start = sample.id % max(1, len(others) - 3)
    return _render(
        f"designs/{outlet.design}.html",
        outlet,
        base,
        sample=sample,
        body=body,
        paywalled=sample.special == "paywall",
        published=published,
        visible_date=_visible(published, outlet.language),
        url=base + sample.path(outlet),
        related=[(base + o.path(outlet), o.headline) for o in others[start : start + 4] if o.special != "forbidden"],
    )


def listing(outlet: Outlet, own: Sequence[Sample], base: str) -> tuple[bytes, str]:
    """The front page, which is the section page too."""
    rows = [
        (base + s.path(outlet), s.headline, _visible(s.published, outlet.language), s.body[0][:140])
        for s in own
        if s.special != "forbidden"
    ]
    entry = ENTRY_PATHS.get(outlet.entry, "") if outlet.entry in MIME or outlet.entry == "jsonfeed" else ""
    feed = (base + entry, MIME.get(outlet.entry, "application/feed+json")) if entry else None
    return _render("listing.html", outlet, base, rows=rows, feed=feed)


def not_found(outlet: Outlet, own: Sequence[Sample], base: str) -> tuple[bytes, str]:
    """A page that says it was not found, for an answer of 200."""
    rows = [(base + s.path(outlet), s.headline) for s in own[:6]]
    return _render("not_found.html", outlet, base, rows=rows)


def _render(template: str, outlet: Outlet, base: str, **values: Any) -> tuple[bytes, str]:
    page = _environment().get_template(template)
    declared = outlet.charset if outlet.declared_by in ("meta", "both", "wrong-header") else ""
    text = page.render(
        outlet=outlet,
        base=base,
        labels=_labels()[outlet.language],
        language=outlet.declared_language or outlet.language,
        direction="rtl" if outlet.language in RIGHT_TO_LEFT else "ltr",
        meta_charset=declared,
        **values,
    )
    # Letters that the charset lacks become character references, as old systems wrote them.
    return text.encode(outlet.charset, "xmlcharrefreplace"), _content_type(outlet)


def _content_type(outlet: Outlet) -> str:
    if outlet.declared_by in ("header", "both"):
        return f"text/html; charset={outlet.charset}"
    return "text/html; charset=ISO-8859-1" if outlet.declared_by == "wrong-header" else "text/html"


def _visible(when: datetime, language: str) -> str:
    if language == "zh":
        return when.strftime("%Y年%m月%d日 %H:%M")
    return str(format_datetime(when, "d MMMM y, HH:mm", locale=language))
