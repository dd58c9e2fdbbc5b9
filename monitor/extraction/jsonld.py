"""What a page says of itself in JSON-LD: tolerant of broken JSON, bounded in size, depth and count."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from monitor.extraction.strings import clean, fold

Node = Mapping[str, Any]

MAX_SCRIPT = 2_000_000  # characters
MAX_NODES = 2_000
MAX_DEPTH = 40
ARTICLE_TYPES = frozenset(
    {
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle",
        "asknewsarticle",
        "blogposting",
        "liveblogposting",
        "advertisercontentarticle",
        "report",
        "review",
        "scholarlyarticle",
        "techarticle",
        "socialmediaposting",
        "satiricalarticle",
        "medicalscholarlyarticle",
    }
)
WEAK_TYPES = frozenset({"webpage", "itempage", "creativework", "videoobject", "recipe"})
CONTROL = re.compile(r"[\x00-\x1f]+")
TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)

SHORT = 8  # folded characters below which a title says too little
MAX_SALVAGED = 20_000  # characters
TYPED = re.compile(r"[\"']@type[\"']\s{0,9}:\s{0,9}[\"'](\w{1,40})[\"']")
PAIR = re.compile(
    r"[\"'](headline|datePublished|dateModified|articleSection|description)[\"']\s{0,9}:\s{0,9}([\"'])"
    r"([^\n]{1,1000}?)\2(?=\s{0,99}(?:,\s{0,99}[\"'/]|,?\s{0,99}\}|,?\s{0,9}\n))"
)
AUTHOR = re.compile(
    r"[\"']author[\"']\s{0,9}:[\s\[]{0,9}\{[^{}]{0,300}?[\"']name[\"']\s{0,9}:\s{0,9}([\"'])([^\n{}]{1,200}?)\1\s{0,99}[,}]"
)


def read_scripts(scripts: Sequence[etree._Element]) -> list[Node]:
    """Every object in these `application/ld+json` scripts that has a type, outer before inner, at most MAX_NODES."""
    nodes: list[Node] = []
    for script in scripts:
        text = script.text or ""
        if text and len(text) <= MAX_SCRIPT and len(nodes) < MAX_NODES:
            data = _load(text)
            nodes.extend(_walk(data if data is not None else salvage(text)))
    return nodes[:MAX_NODES]


def _load(text: str) -> Any:
    text = WRAPPING.sub("", text.strip()).strip().rstrip(";")
    for repair in (_same, _without_control, _without_trailing_commas):
        try:
            return json.loads(repair(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _same(text: str) -> str:
    return text


def _without_control(text: str) -> str:
    return CONTROL.sub(" ", text)


def _without_trailing_commas(text: str) -> str:
    first = min((i for i in (text.find("{"), text.find("[")) if i >= 0), default=0)
    return TRAILING_COMMA.sub(r"\1", CONTROL.sub(" ", text[first:]))


def salvage(text: str) -> Node | None:
    """What can be read of an article's JSON that no parser takes: unescaped quotes, comments, missing marks.

    Only keys whose values are one string are read, each from its first place; None where no article is described.
    """
    kinds = [m[1] for m in TYPED.finditer(text[:MAX_SALVAGED])]
    kind = next((k for k in kinds if k.lower() in ARTICLE_TYPES), None)
    if kind is None:
        return None
    found: dict[str, Any] = {"@type": kind}
    for m in PAIR.finditer(text[:MAX_SALVAGED]):
        found.setdefault(m[1], m[3].strip())
    if author := AUTHOR.search(text[:MAX_SALVAGED]):
        found["author"] = author[2].strip()
    return found


def _walk(data: Any) -> Iterator[Node]:
    """Objects with a type, breadth first."""
    level: list[Any] = [data]
    count = 0
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for item in level:
            count += 1
            if count > 20 * MAX_NODES:
                return
            if isinstance(item, Mapping):
                if "@type" in item:
                    yield item
                below.extend(v for v in item.values() if isinstance(v, Mapping | list))
            elif isinstance(item, list):
                below.extend(v for v in item if isinstance(v, Mapping | list))
        level = below


def types_of(node: Node) -> set[str]:
    """The node's types in lower case without their namespace."""
    found = node.get("@type")
    names = found if isinstance(found, list) else [found]
    return {str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names if name}


def article_node(nodes: Sequence[Node], titles: Sequence[str] = (), addresses: Sequence[str] = ()) -> Node | None:
    """The node that describes the page's article, else a page that has a date.

    Of several articles the one that bears one of the page's titles or addresses, then the one that says most.
    """
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    if len(articles) > 1:
        keys = [fold(title) for title in titles if title]
        return max(articles, key=lambda node: (_is_named(node, keys) or _is_at(node, addresses), _weight(node)))
    if articles:
        return articles[0]
    weak = [node for node in nodes if types_of(node) & WEAK_TYPES and text_of(node, "datePublished")]
    return weak[0] if weak else None


def _is_named(node: Node, keys: list[str]) -> bool:
    headline = fold(text_of(node, "headline", "name"))
    return len(headline) > SHORT and any(headline in key or (len(key) > SHORT and key in headline) for key in keys)


def _is_at(node: Node, addresses: Sequence[str]) -> bool:
    given = {str(value) for value in (node.get("url"), node.get("@id"), text_of(node, "mainEntityOfPage")) if value}
    return any(address and address in given for address in addresses)


def _weight(node: Node) -> int:
    told = ("headline", "datePublished", "author", "articleBody", "mainEntityOfPage", "publisher", "dateModified")
    return sum(key in node for key in told)


def text_of(node: Node | None, *keys: str) -> str:
    """The first of these keys that holds text; of a list its first, of an object its name or value."""
    for key in keys:
        found = _text(node.get(key)) if node else ""
        if found:
            return found
    return ""


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value") or value.get("url") or value.get("@id") or ""
    if isinstance(value, list):
        value = value[0] if value else ""
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def texts_of(node: Node | None, key: str) -> list[str]:
    """Every text that this key holds, in order."""
    value = node.get(key) if node else None
    return [t for t in (_text(v) for v in (value if isinstance(value, list) else [value])) if t]
