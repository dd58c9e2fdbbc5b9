"""An article that somebody brings as plain text."""

from __future__ import annotations

from monitor.language import detect
from monitor.model import Article, Kind
from monitor.outlets import Outlet
from monitor.text.tokens import count_words

LONGEST_HEADLINE = 200  # characters; what is longer is a paragraph
MAX_CHARACTERS = 2_000_000
ENDS = '.!?…。！？؟۔।။።፧"”»」』)'  # a paragraph closes with one of these, a headline seldom


def read_text(text: str, *, url: str = "", outlet: Outlet | None = None) -> Article:
    """Read plain text as an article: a line a paragraph.

    The first line is the headline where it looks like one: short, without a closing mark, and with more lines after it.
    A text without a word comes back with the kind EMPTY.
    """
    lines = [" ".join(line.split()) for line in _clean(text).splitlines()]
    lines = [line for line in lines if line]
    headline = lines.pop(0) if len(lines) > 1 and _is_headline(lines[0], lines[1]) else ""
    body = "\n".join(lines)
    language, confidence = detect(body or headline, prior=outlet.languages if outlet else None)
    words = count_words(body, language)
    return Article(
        url=url,
        headline=headline,
        body=body,
        language=language,
        language_confidence=confidence,
        kind=Kind.ARTICLE if words else Kind.EMPTY,
        reason="" if words else "the text holds no word",
        word_count=words,
        outlet=outlet.slug if outlet else "",
        country=outlet.country if outlet else "ZZ",
        provenance={"body": "text", **({"headline": "text"} if headline else {})},
    )


def _is_headline(line: str, following: str) -> bool:
    return len(line) <= LONGEST_HEADLINE and line[-1] not in ENDS and len(line) < len(following)


def _clean(text: str) -> str:
    """Without what is no text: NUL and other control characters, lone surrogates, and all beyond the bound."""
    kept = text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    return "".join(character for character in kept if character >= " " or character in "\n\r\t\u2028\u2029")
