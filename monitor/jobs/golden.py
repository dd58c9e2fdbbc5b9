"""Golden pages: a page kept with the fields that should be read from it, as a test of somebody's own catalogue."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from monitor.config import Config
from monitor.extraction import extract
from monitor.fetching import fetch
from monitor.index.codec import article_to_dict
from monitor.model import Article, MonitorError
from monitor.outlets import Catalogue, Outlet

FIELDS = ("kind", "headline", "body", "published", "authors", "language", "section")
MAX_PAGE = 20_000_000  # bytes, unpacked


class GoldenError(MonitorError):
    """A golden page cannot be kept or read; the message names the file."""

    exit_code = 2


@frozen(kw_only=True)
class Difference:
    """A field that was read otherwise than its golden file says."""

    file: str
    field: str
    expected: str
    found: str


def record(outlet: Outlet, url: str, *, folder: Path, config: Config) -> Path:
    """Fetch a page, read it, and keep both as `SLUG-HASH.html.gz` and `SLUG-HASH.json`; gives the latter's path.

    The same page again replaces what was kept. Raises FetchProblem, and GoldenError where the page is no article.
    """
    page = fetch(url, config=config)
    article = extract(page.body, page.url, outlet=outlet, charset=page.charset)
    if not article.kind.is_article:
        raise GoldenError(f"{url} is no article ({article.kind}: {article.reason}): nothing was kept")
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{outlet.slug}-{hashlib.blake2b(page.url.encode(), digest_size=5).hexdigest()}"
    (folder / f"{name}.html.gz").write_bytes(gzip.compress(page.body, mtime=0))
    kept = {"outlet": outlet.slug, "url": page.url, "charset": page.charset, "expected": _fields(article)}
    path = folder / f"{name}.json"
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def verify(folder: Path, catalogue: Catalogue) -> tuple[int, list[Difference]]:
    """Read every golden page again: how many there are, and what is read otherwise now.

    Raises GoldenError where a file is damaged or its outlet is not in the catalogue.
    """
    files = sorted(folder.glob("*.json"))
    return len(files), [difference for path in files for difference in _verify(path, catalogue)]


def _verify(path: Path, catalogue: Catalogue) -> Iterator[Difference]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        with gzip.open(path.with_suffix(".html.gz")) as file:
            html = file.read(MAX_PAGE)
        outlet, url, charset, expected = kept["outlet"], kept["url"], kept["charset"], kept["expected"]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as problem:
        raise GoldenError(f"{path}: no golden page ({problem}): record it anew") from None
    if outlet not in catalogue.outlets:
        raise GoldenError(f"{path}: the catalogue has no outlet {outlet!r}")
    found = _fields(extract(html, url, outlet=catalogue.outlets[outlet], charset=charset))
    for name in sorted(expected):
        if found.get(name) != expected[name]:
            yield Difference(file=path.name, field=name, expected=str(expected[name]), found=str(found.get(name)))


def _fields(article: Article) -> dict[str, Any]:
    fields = json.loads(json.dumps(article_to_dict(article)))
    return {name: fields[name] for name in FIELDS if fields.get(name) not in (None, "", [])}
