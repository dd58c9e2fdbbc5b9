"""Links of a section or front page that look like articles, told by the outlet's patterns or by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from attrs import frozen
from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitor.discovery.markup import MAX_BYTES, address, decode, plain, unzip
from monitor.model import Candidate, Moment
from monitor.outlets import Outlet

MAX_LINKS: Final = 5000  # looked at on one page
MAX_CANDIDATES: Final = 500  # of one page
ENOUGH: Final = 3  # points of evidence that make a link an article; see `_points`

_META: Final = re.compile(
    rb"<meta[^>]{0,400}?charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE
)
_AROUND: Final = (
    "nav, footer, aside, form, script, style, template, noscript, [role=navigation], body > header, .breadcrumb"
)
_DATE: Final = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=\D|$)")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FILES: Final = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|m3u8?|xml|rss|json|css|js|zip|apk|docx?|xlsx?)$", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"\d{1,60}")
_NOT_ARTICLES: Final = frozenset(
    "about about-us account advertise advertising apps archive archives author authors autor byline category "  # noqa: SIM905
    "categories contact contact-us contacts cookies events faq feed feeds help home imprint impressum jobs kategorie "
    "kategoriya keyword login logout members newsletter newsletters page privacy privacy-policy profile puzzles radio "
    "register rss search shop signin signup sitemap subscribe subscription tag tags tema temas terms thema themen "
    "topic topics tv user users vacancies weather".split()
)


@frozen
class _Link:
    url: str
    text: str
    prominent: bool  # in a heading or an entry of a list


def parse_section(body: bytes, url: str, *, outlet: Outlet, charset: str | None = None) -> list[Candidate]:
    """The links of a page that look like the outlet's articles, in the page's order, one an address.

    Where the outlet gives `article_urls`, these decide; `not_article_urls` excludes in any case. Else a link needs
    evidence: a date, a number or a title in its address, a headline as its text. Never raises: a page without such
    links gives an empty list.
    """
    tree = _tree(body, charset)
    if tree is None:
        return []
    links = {link.url: link for link in _links(tree, url, outlet) if link.url.rstrip("/") != url.rstrip("/")}
    likely = [link for link in links.values() if _points(link) >= ENOUGH]
    forms = {_form(link.url) for link in likely}
    found = []
    for link in links.values():
        said = outlet.is_article_url(link.url)
        if said or (said is None and (_points(link) >= ENOUGH or _form(link.url) in forms)):
            found.append(Candidate(url=link.url, outlet=outlet.slug, headline=link.text or None,
                                   published=_date(link.url), found_in=url))  # fmt: skip
    return found[:MAX_CANDIDATES]


def _tree(body: bytes, charset: str | None) -> LexborHTMLParser | None:
    body, _ = unzip(body, MAX_BYTES)
    meta = _META.search(body[:4096])
    text = decode(body, charset or (meta[1].decode("ascii") if meta else None)).replace("\x00", "")
    return LexborHTMLParser(text) if text.strip() else None


def _links(tree: LexborHTMLParser, url: str, outlet: Outlet) -> Iterator[_Link]:
    """Links to the outlet's own pages outside navigation; of several to one page, the best text."""
    hosts = {*outlet.all_hosts, (urlsplit(url).hostname or "").removeprefix("www.")}
    base = tree.css_first("base[href]")
    base_url = address(base.attributes.get("href"), url) if base else None
    for node in tree.css(_AROUND):
        node.decompose()
    found: dict[str, _Link] = {}
    for node in tree.css("a[href]")[:MAX_LINKS]:
        link = address(node.attributes.get("href"), base_url or url)
        if link and _belongs(link, hosts) and not _is_furniture(link):
            text, earlier = plain(node.text(separator=" ")), found.get(link)
            prominent = _is_prominent(node)
            if earlier is None or len(text) > len(earlier.text) or (prominent and not earlier.prominent):
                best = text if earlier is None or len(text) > len(earlier.text) else earlier.text
                found[link] = _Link(link, best, prominent or bool(earlier and earlier.prominent))
    yield from found.values()


def _belongs(link: str, hosts: set[str]) -> bool:
    host = (urlsplit(link).hostname or "").removeprefix("www.")
    return host in hosts or any(host.endswith("." + own) for own in hosts)


def _is_furniture(link: str) -> bool:
    """Front pages, files, and what every site has beside its articles."""
    path = urlsplit(link).path
    segments = [segment.lower() for segment in path.split("/") if segment]
    return not segments or bool(_FILES.search(path)) or any(segment in _NOT_ARTICLES for segment in segments)


def _is_prominent(node: LexborNode) -> bool:
    if node.css_first("h1, h2, h3, h4"):
        return True
    parent = node.parent
    return parent is not None and parent.tag in ("h1", "h2", "h3", "h4", "li", "article")


def _points(link: _Link) -> int:
    """Evidence that a link leads to an article: what its address, its text and its place say."""
    parts = urlsplit(link.url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    digits = max((len(run) for run in _NUMBERS.findall(last + "?" + parts.query)), default=0)
    words = [word for word in re.split(r"[-_.\s]", last) if len(word) > 1]
    points = 2 if _DATE.search(parts.path) else 0
    points += 2 if digits >= 5 or _is_number(last, link.text) else 1 if digits >= 3 else 0
    points += 2 if len(words) >= 4 and len(last) >= 20 else 0
    return points + (2 if _is_headline(link.text) else 0) + (1 if link.prominent else 0)


def _is_number(last: str, text: str) -> bool:
    """An article's number and nothing else; a lone year under few words is an archive."""
    year = bool(re.fullmatch(r"(?:19|20)\d\d", last)) and len(text.split()) < 2 and text.strip() in ("", last)
    return last.isdecimal() and len(last) >= 3 and not year


def _is_headline(text: str) -> bool:
    """Four words, or ten signs of a script that writes none apart."""
    return len(text.split()) >= 4 or (len(text) >= 10 and bool(_UNSPACED.search(text)))


def _form(link: str) -> str:
    """The address with its numbers and title taken out, the same for a site's articles; "" where nothing was."""
    path = urlsplit(link).path.rstrip("/")
    folder, _, last = path.rpartition("/")
    return _NUMBERS.sub("#", folder) + "/#" if re.fullmatch(r"\D?\d{3,60}(?:\.[a-z]{3,5})?", last) else ""


def _date(link: str) -> Moment | None:
    found = _DATE.search(urlsplit(link).path)
    if not found:
        return None
    try:
        return Moment.of(datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC), has_time=False)
    except ValueError:
        return None
