"""Names that readers see: links to the author, elements named for it, lines that begin with `by`, signatures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from monitor.extraction.blocks import Run
from monitor.extraction.names import (
    TAIL_STARTS,
    beside_date,
    inside,
    is_byline,
    is_joining,
    is_label,
    is_role,
    looks_like_names,
    of_byline,
    signature,
    with_role,
)
from monitor.extraction.strings import fold
from monitor.extraction.survey import Survey
from monitor.extraction.vocabulary import author_hint, named

MAX_ELEMENTS = 60
BESIDE = 12  # runs around the headline in which a name without `by` may stand beside the date
NEAR = 25  # runs from the headline within which a byline stands
LONGEST = 600  # characters of one piece of text that names authors
UP = 3  # elements above a link in which the links of its fellow authors stand
MAX_BESIDE = 6
AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:e[ns]?)?|auteurs?|profiles?|people|persons?|staff|team|contributors?|reporters?|journalists?|by|writers?"
    r"|columnists?|experts?|redaktion|perfil|firmas?|penulis|yazar(?:lar)?)/[^/?#]{3}", re.IGNORECASE
)  # fmt: skip
MAX_SIGNATURE = 60  # characters
MARKS = ("strong", "b", "em", "i")
PARAGRAPH = 120  # characters
PROSE = 60  # characters of a paragraph of text
QUOTED = 3  # blocks from a line up in which a quotation, such as of a post, holds it
SMALL_WORD = 3  # letters
SHORT = 500  # characters of a run that may begin with the headline
CLASSED = re.compile("uthor|yline|utor|vcard")  # author, Author, autor, Autor, byline, Byline


def visible_names(survey: Survey, runs: list[Run], headline: str) -> Iterator[list[str]]:
    """What readers see: links to the author, elements named for it, a line that begins with `by`."""
    tree = survey.page.root
    yield _first_distinct(e for e in _linked(tree) if not _elsewhere(e))
    near = _near(runs, fold(headline))
    signed = map(signature, _signatures(near, runs))
    around = _around(near or runs[:60])
    yield from filter(None, map(_names_in, _hinted(around)))
    lines = [line for run in near for line in _lines(run.text)]
    yield from ([of_byline(line)] for line in lines if is_byline(line))
    yield from ([name] for name in map(inside, lines) if name)
    yield from filter(None, map(_names_in, _hinted(_classed(tree))))
    yield from ([name] for name in map(with_role, (run.text for run in near)) if name)
    pages = (e for e in around if e.tag == "a" and AUTHORS_PAGE.search(e.get("href") or "") and not _elsewhere(e))
    yield _first_distinct(e for e in pages if " " in text_of(e))
    accounts = (e for e in around if "username" in (e.get("class") or "") and not _elsewhere(e))
    yield from filter(None, map(_names_in, accounts))
    beside = (run for run in near[:BESIDE] if not _elsewhere(run.node.el))
    yield from ([name] for name in map(beside_date, (run.text for run in beside)) if name)
    yield from ([name] for name in signed if name)


def _hinted(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (e for e in elements if author_hint(_hint(e)) and not _elsewhere(e))


def _lines(text: str) -> list[str]:
    """The lines of a run, of which one that only introduces names goes with the next."""
    lines = text.split("\n")
    return [text, *lines] if len(lines) > 1 and is_label(lines[0]) else lines


def _signatures(near: list[Run], runs: list[Run]) -> Iterator[str]:
    """Paragraphs that are marked from end to end: below the headline, and the last of a part that has several."""
    long = (r.index for r in runs if near and r.index > near[0].index and len(r.text) > PARAGRAPH)
    begun = next(itertools.islice(long, 1, None), len(runs))  # the first paragraph may be a lead
    above = [r for r in near[:BESIDE] if r.index < begun]  # below, a marked line is a heading
    for run in (*above, *runs):
        el = run.node.el
        if run.node.tag != "p" or len(run.text) > MAX_SIGNATURE or _elsewhere(el):
            continue
        marked = run.text[:1] == "【" or (
            len(el) == 1 and el[0].tag in MARKS and not (el.text or "").strip() and not (el[0].tail or "").strip()
        )
        last = (
            el.getnext() is None
            and sum(1 for p in el.itersiblings("p", preceding=True) if len(p.text or "") > PROSE) > 1
        )
        if (marked and (last or run in above)) or (last and "@" in run.text):
            yield run.text


def _names_in(element: etree._Element) -> list[str]:
    """The names with which an element's text begins, one piece of text after another, until something else comes."""
    found: list[str] = []
    for piece in [t for t in (str(t)[:LONGEST].strip() for t in element.itertext()) if t][:12]:
        name = of_byline(piece)
        if found and is_role(piece):
            break
        if found and is_joining(piece):
            continue
        if piece.islower() and len(piece) <= SMALL_WORD and piece.isalpha():  # `od` in a language that is not known
            found = [name for name in found if " " in name]
            continue
        if not name or is_label(piece):
            if found and name:
                break
        elif looks_like_names(name) and not (found and " " in found[0] and name.islower() and name.isascii()):
            found.append(name)
        elif fold(piece):
            break
        if TAIL_STARTS.search(piece) and found:
            break
    return found


def _linked(tree: etree._Element) -> list[etree._Element]:
    """Links that are marked as the author's, or stand in an address."""
    inside = {link for address in tree.iter("address") for link in address.iter("a")}
    found = (link for link in tree.iter("a") if "author" in (link.get("rel") or "") or link in inside)
    return list(itertools.islice(found, MAX_ELEMENTS))


def _classed(tree: etree._Element) -> list[etree._Element]:
    """Elements whose class or id may name the author."""
    found = (
        e
        for e in tree.iter()
        if ((classes := e.get("class")) and CLASSED.search(classes)) or ((key := e.get("id")) and "author" in key)
    )
    return list(itertools.islice(found, MAX_ELEMENTS))


def _first_distinct(elements: Iterable[etree._Element]) -> list[str]:
    """The names in the first of these elements and in those beside it."""
    told = ((element, of_byline(text_of(element))) for element in elements)
    found = [(element, name) for element, name in told if looks_like_names(name)]
    around = {up for element, _ in found[:1] for up, _ in zip(element.iterancestors(), range(UP), strict=False)}
    beside = (n for e, n in found if any(u in around for u, _ in zip(e.iterancestors(), range(UP), strict=False)))
    return list(dict.fromkeys(beside))[:MAX_BESIDE]


def _hint(element: etree._Element) -> str:
    return f"{named(element)} {element.get('data-testid') or ''}"


def _elsewhere(element: etree._Element) -> bool:
    """Whether it stands in comments, related articles, a sidebar or a footer."""
    up: etree._Element | None = element
    for _ in range(8):
        if up is None or up.tag in ("body", "article", "main"):
            return False
        hint = _hint(up).lower()
        if up.tag in ("footer", "aside", "nav") or any(
            w in hint
            for w in (
                "comment",
                "related",
                "sidebar",
                "footer",
                "teaser",
                "recommend",
                "popular",
                "most-read",
                "trending",
            )
        ):
            return True
        up = up.getparent()
    return False


def _around(runs: list[Run]) -> list[etree._Element]:
    """The elements of these runs: two blocks above, what is inside, each once."""
    found: dict[etree._Element, None] = {}
    for run in runs:
        node = run.node
        above = [n.el for n in (node.parent.parent if node.parent else None, node.parent, node) if n is not None]
        if len(run.text) < 300 and node.tag != "body":
            inner = [e for _, e in zip(range(15), node.el.iter(), strict=False)]
            found.update(dict.fromkeys([*(e for e in above if e.tag != "body"), *inner]))
    return list(found)[:600]


def _near(runs: list[Run], title: str) -> list[Run]:
    short = [r for r in runs if title and len(title) <= len(r.text) < SHORT]
    heads = [r.index for r in short if fold(r.text) == title] or [r.index for r in runs if r.node.tag == "h1"]
    heads = heads or [r.index for r in short if fold(r.text).startswith(title)]
    beside = [r for r in runs if heads and -4 <= r.index - heads[0] <= NEAR and len(r.text) < 160]
    near = [r for r in beside if r.quotation(QUOTED) is None]
    return sorted(near, key=lambda r: r.index < heads[0])  # what stands below the headline first


def text_of(element: etree._Element) -> str:
    """The pieces of an element's text, at most LONGEST characters."""
    return " ".join(t for t in (str(t).strip() for t in element.itertext()) if t)[:LONGEST]
