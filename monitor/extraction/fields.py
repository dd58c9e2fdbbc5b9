"""The smaller fields: section, keywords, publisher, pictures, addresses, the language that the page declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from monitor.extraction import jsonld
from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey

LANGUAGE = re.compile(r"^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$", re.IGNORECASE)
NOT_LANGUAGES = frozenset(("und", "mul", "xx", "zxx"))
MAX_KEYWORDS = 50
MAX_KEYWORD = 100
Told = tuple[str, str]  # a value and the source that gave it


def first(*found: Told) -> Told:
    """The first that has a value."""
    return next((pair for pair in found if pair[0]), ("", ""))


def section(survey: Survey) -> Told:
    """The part of the outlet in which the article stands."""
    return first(
        (jsonld.text_of(survey.article, "articleSection"), "json-ld"),
        (
            survey.meta(
                "article:section", "section", "og:section", "parsely-section", "cxenseparse:section", "dc.subject"
            ),
            "meta",
        ),
        (_element(survey, "articlesection"), "microdata"),
        (_breadcrumb(survey), "json-ld"),
    )


def _breadcrumb(survey: Survey) -> str:
    """The last breadcrumb but the article's own."""
    for node in survey.nodes:
        items = node.get("itemListElement")
        if "breadcrumblist" in jsonld.types_of(node) and isinstance(items, list):
            names = [jsonld.text_of(i, "name", "item") for i in items if isinstance(i, Mapping)]
            names = [n for n in names if n and not n.startswith("http")]
            return names[-2] if len(names) > 2 else names[-1] if len(names) == 2 else ""
    return ""


def _element(survey: Survey, prop: str) -> str:
    for element in survey.prop(prop):
        if text := clean(element.get("content") or "".join(str(t) for t in element.itertext())[:300]):
            return text
    return ""


def keywords(survey: Survey) -> tuple[tuple[str, ...], str]:
    """What the desk tagged the article with."""
    for values, source in (
        (jsonld.texts_of(survey.article, "keywords"), "json-ld"),
        (survey.metas.get("article:tag", []), "meta"),
        ([survey.meta("news_keywords", "keywords", "parsely-tags", "sailthru.tags", "article:tags")], "meta"),
    ):
        if found := _split(values):
            return found, source
    return (), ""


def _split(values: Iterable[str]) -> tuple[str, ...]:
    parts = (p.strip() for value in values for p in re.split(r"[,;،、|]", value))
    out = {fold(p): p for p in parts if p and len(p) <= MAX_KEYWORD and "://" not in p and fold(p)}
    return tuple(out.values())[:MAX_KEYWORDS]


def publisher(survey: Survey) -> Told:
    """Who publishes, as the page says it."""
    return first(
        (jsonld.text_of(survey.article, "publisher"), "json-ld"),
        (
            survey.meta("og:site_name", "dc.publisher", "article:publisher_name", "publisher", "application-name"),
            "meta",
        ),
        (
            next(
                (jsonld.text_of(n, "name") for n in survey.nodes if "newsmediaorganization" in jsonld.types_of(n)), ""
            ),
            "json-ld",
        ),
    )


def description(survey: Survey) -> Told:
    """The article in a sentence or two, as the page gives it to others."""
    return first(
        (survey.meta("og:description", "description", "twitter:description", "dc.description"), "meta"),
        (jsonld.text_of(survey.article, "description"), "json-ld"),
    )


def image(survey: Survey) -> Told:
    """The main picture's address."""
    found = first(
        (survey.meta("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src"), "meta"),
        (_image_of((survey.article or {}).get("image")), "json-ld"),
        (survey.links.get("image_src", [""])[0], "meta"),
    )
    return absolute(survey, found[0]), found[1]


def _image_of(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("url") or value.get("contentUrl") or value.get("@id") or ""
    return value.strip() if isinstance(value, str) else ""


def canonical(survey: Survey) -> Told:
    """The address that the page gives as its own; one that is only the site's front page is a mistake and left out."""
    declared = (
        (survey.links.get("canonical", [""])[0], "meta"),
        (survey.meta("og:url"), "meta"),
        (_main_entity(survey), "json-ld"),
    )
    for value, source in declared:
        address = absolute(survey, value)
        if address and (urlsplit(address).path.strip("/") or urlsplit(address).query):
            return address, source
    return "", ""


def _main_entity(survey: Survey) -> str:
    value = (survey.article or {}).get("mainEntityOfPage") or (survey.article or {}).get("url")
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith("http") else ""


def absolute(survey: Survey, address: str) -> str:
    """The address against the page's base; empty where it is no address of the web."""
    if not address:
        return ""
    try:
        base = urljoin(survey.page.url, survey.base.strip()) if survey.base else survey.page.url
        found = urljoin(base, address.strip())
        parts = urlsplit(found)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return found if usable else ""


def language_declared(survey: Survey) -> str | None:
    """The language that the page says it is in, as a BCP 47 tag."""
    for value in (
        survey.language,
        survey.meta("content-language", "language", "dc.language", "dcterms.language"),
        survey.meta("og:locale"),
        jsonld.text_of(survey.article, "inLanguage"),
    ):
        tag = value.split(",")[0].split(".")[0].strip().replace("_", "-")
        if LANGUAGE.match(tag) and tag.lower() not in NOT_LANGUAGES:
            return tag
    return None


def is_paywalled(survey: Survey) -> bool:
    """Whether the page says that its text is not free."""
    for node in survey.nodes:
        if jsonld.types_of(node) & jsonld.ARTICLE_TYPES:
            free = node.get("isAccessibleForFree")
            if free is False or (isinstance(free, str) and free.strip().lower() in ("false", "no", "0")):
                return True
    tier = survey.meta("article:content_tier", "og:article:content_tier").lower()
    return tier in ("locked", "premium", "paid")
