"""Who wrote it: names as the page gives them, split, cleaned, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from monitor.extraction.strings import clean, fold
from monitor.extraction.survey import Survey

AND = re.compile(
    r"\s*(?:;|\||,|/|•|·|\n|\s&\s|\s+(?:and|und|et|y|e|og|och|en|ja|i|a|va|и|та|और|و|ve|dan|med|mit|with|con|avec)\s+)\s*"
)
BY = re.compile(
    r"^(?:by|von|par|por|di|af|av|door|oleh|från|fra|text|texte|texto|foto|tekst|autor|autora|author|yazar|written by|posted by|от|автор|автор:|de)\s*:?\s+",
    re.IGNORECASE,
)
NOISE = re.compile(r"https?:|www\.|@|\d{4}|\d{1,2}:\d{2}", re.IGNORECASE)
MAX_AUTHORS = 30
MAX_NAME = 80


def find_authors(survey: Survey) -> tuple[tuple[str, ...], str]:
    """Names in the page's order and the source that gave them."""
    for names, source in _sources(survey):
        cleaned = clean_names(names)
        if cleaned:
            return cleaned, source
    return (), ""


def _sources(survey: Survey) -> Iterable[tuple[list[str], str]]:
    yield _jsonld_names((survey.article or {}).get("author"), survey), "json-ld"
    for name in (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "dcterms.creator",
        "citation_author",
        "og:article:author",
        "article:author_name",
        "cxenseparse:author",
        "creator",
    ):
        yield survey.metas.get(name, []), "meta"
    yield [_prop_text(e) for e in survey.prop("author")], "microdata"


def _prop_text(element: Any) -> str:
    inner = element.find(".//*[@itemprop='name']")
    target = inner if inner is not None else element
    return target.get("content") or "".join(target.itertext())[:300]


def _jsonld_names(value: Any, survey: Survey) -> list[str]:
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            name = item.get("name")
            if name is None and item.get("@id"):
                name = next(
                    (n.get("name") for n in survey.nodes if n.get("@id") == item["@id"] and n.get("name")), None
                )
            found.extend(str(n) for n in (name if isinstance(name, list) else [name]) if n)
        elif isinstance(item, str):
            found.append(item)
    return found


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names split at commas and words for `and`, without `by`, each once, in order."""
    out: dict[str, str] = {}
    for text in list(names)[:MAX_AUTHORS]:
        for part in AND.split(BY.sub("", clean(text[:600]))):
            name = BY.sub("", part).strip(" .,:;|-–—*")
            if 1 < len(name) <= MAX_NAME and not NOISE.search(name) and fold(name):
                out.setdefault(fold(name), name)
    return tuple(out.values())[:MAX_AUTHORS]
