"""A new outlet's file: a first draft from what its front page says, and any outlet as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from monitor.outlets import checks
from monitor.outlets.models import Outlet
from monitor.yaml12 import scalar

_ADDRESS: Final = re.compile(r"https?://[^\s,\[\]{}#]*[^\s,\[\]{}#:]")
_JOINERS: Final = {0x200C: None, 0x200D: None}  # invisible, but part of how Persian and Hindi are spelt
_PLAIN: Final = re.compile(r"[\w/][\w ./&+()'’_\u200c\u200d-]*")  # what needs no quotes in a block or a flow list
_TITLE_PARTS: Final = re.compile(r"\s+[|–—:·»-]+\s+")
_WIDTH: Final = 120


def slug_for(host: str, language: str | None = None) -> str:
    """A file's name for a host: `www.irna.ir` and `fa` give `irna-ir-fa`."""
    base = re.sub(r"[^a-z0-9]+", "-", host.lower().removeprefix("www."))
    return "-".join(part for part in (base.strip("-") or "outlet", (language or "").split("-")[0]) if part)[:100].strip(
        "-"
    )


def draft_outlet(
    homepage: str,
    *,
    name: str | None = None,
    language: str | None = None,
    feeds: Sequence[str] = (),
    news_sitemaps: Sequence[str] = (),
    sitemaps: Sequence[str] = (),
    sections: Sequence[str] = (),
) -> Outlet:
    """An outlet from its homepage's address, its title or og:site_name, the language of <html>, and its entry points.

    What the page does not say is left open: country ZZ, language und. Without an entry point, the homepage is its
    section page. Raises ValueError for a homepage that is no http(s) address.
    """
    homepage = checks.url(homepage)
    host = (urlsplit(homepage).hostname or "").removeprefix("www.")
    code = _language(language)
    if not (feeds or news_sitemaps or sitemaps or sections):
        sections = [homepage]
    return Outlet(
        slug=slug_for(host, None if code == "und" else code),
        name=_name(name) or host,
        publisher=slug_for(host),
        languages=(code,),
        country="ZZ",
        homepage=homepage,
        feeds=_once(feeds),
        news_sitemaps=_once(news_sitemaps),
        sitemaps=_once(sitemaps),
        sections=_once(sections),
    )


def to_yaml(outlet: Outlet) -> str:
    """An outlet's file, keys in the model's order, without what is the default; `parse_outlet` reads it back."""
    given = outlet.model_dump(exclude_defaults=True, exclude={"slug"})
    lines = []
    for key in Outlet.model_fields:
        if key in given and given[key] not in ((), {}):
            lines += _entry(key, given[key], "")
    return "\n".join(lines) + "\n"


def _once(addresses: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(addresses))


def _language(declared: str | None) -> str:
    """BCP 47 in its usual case of what <html lang> says: `en_us` is en-US."""
    parts = (declared or "").strip().replace("_", "-").split("-")
    cased = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    code = "-".join(cased)
    return code if re.fullmatch(checks.LANGUAGE, code) else "und"


def _name(title: str | None) -> str:
    """The name in a title: its shortest part where it has several, as `Today's front page - The Times` has."""
    words = " ".join((title or "")[:1000].split())
    shown = "".join(letter for letter in words if _is_shown(letter))
    parts = [part for part in _TITLE_PARTS.split(shown) if any(map(str.isalnum, part))]
    return min(parts, key=len)[:200].strip() if parts else ""


def _entry(key: str, value: Any, indent: str) -> list[str]:
    head = f"{indent}{_scalar(key)}:"
    if isinstance(value, dict):
        return [
            head,
            *(line for name, inner in value.items() if inner != () for line in _entry(name, inner, f"{indent}  ")),
        ]
    if not isinstance(value, tuple | list):
        return [f"{head} {_scalar(value)}"]
    flow = f"{head} {_flow(value)}"
    if len(flow) <= _WIDTH and not any("://" in str(item) for item in value):
        return [flow]
    return [head, *(f"{indent}  - {_flow(item)}" for item in value)]


def _flow(value: Any) -> str:
    """A value on one line: `[Kan, {Time: [en]}]`."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_scalar(key)}: {_flow(inner)}' for key, inner in value.items())}}}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, tuple | list) else _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes}m" if minutes % 60 else f"{minutes // 60}h" if minutes % 1440 else f"{minutes // 1440}d"
    if not isinstance(value, str):
        return json.dumps(value)
    plain_word = _PLAIN.fullmatch(value) or _ADDRESS.fullmatch(value)
    if plain_word and value == value.strip() and scalar(value) == value and _is_shown(value):
        return value
    return '"' + "".join(_escaped(letter) for letter in value) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if _is_shown(letter) else f"\\U{ord(letter):08X}"


def _is_shown(text: str) -> bool:
    return text.translate(_JOINERS).isprintable()
