"""What a coverage search looks for: headlines near an article's day that share its names or terms; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from urllib.parse import unquote, urlsplit

import regex
from attrs import frozen

from monitor.discovery.coverage import Window
from monitor.model import Article, Candidate, Moment
from monitor.outlets import Catalogue, Outlet
from monitor.text.names import name_tokens, skeletons
from monitor.text.places import places
from monitor.text.tokens import stems

BEFORE: Final = timedelta(days=2)  # of the article: what it follows up
AFTER: Final = timedelta(days=3)
TERMS: Final = 60  # the article's most frequent names, and stems
BACKGROUND: Final = timedelta(days=30)
DAYS_AFTER: Final = timedelta(days=2)
LEAST_WORDS: Final = 3  # of an address that tells a headline
LEAST: Final = 2.0  # points from which a headline fits: two names, or a name and two places or terms

_WORDS: Final = regex.compile(r"[\p{L}\p{M}]{3,}")


@frozen
class Search:
    """An article's names (as consonants, the same in every script), its terms, its places, and its days."""

    names: frozenset[str]
    terms: frozenset[str]
    places: frozenset[str]
    language: str
    windows: tuple[Window, ...] = ()  # in which coverage was published; none: at any time

    @classmethod
    def of(cls, article: Article, days: Iterable[str] = ()) -> Search:
        """What to look for, around the article's date and the days (ISO 8601) it names; without a date at any time."""
        text = f"{article.headline}.\n{article.body}"
        names = Counter(name_tokens(text, article.language))
        terms = Counter(stems(text, article.language))
        return cls(
            frozenset(name for name, _ in names.most_common(TERMS)),
            frozenset(term for term, _ in terms.most_common(TERMS)),
            frozenset(places(text, article.language)),
            article.language,
            windows(article.published, days),
        )

    def misfit(self, candidate: Candidate, language: str) -> str | None:
        """Why a candidate is not fetched, or None where it fits; `language` is its outlet's."""
        when = candidate.published or candidate.modified
        if when and self.windows and not any(first <= when <= last for first, last in self.windows):
            return "another day"
        spoken = candidate.language or language
        if candidate.headline:
            points = self._points(candidate.headline, spoken, name_tokens(candidate.headline, spoken))
        else:
            told = words_of(candidate.url)
            if not told:
                return "no headline to go by"
            points = self._points(told.title(), spoken, [key for word in told.split() for key in skeletons(word)])
        return None if points >= LEAST else "no name or term in common"

    def _points(self, headline: str, spoken: str, found: Iterable[str]) -> float:
        points = float(len(self.names.intersection(found)))
        points += len(self.places.intersection(places(headline, spoken))) / 2
        if spoken.partition("-")[0] == self.language.partition("-")[0]:
            points += len(self.terms.intersection(stems(headline, spoken))) / 2
        return points


def windows(published: Moment | None, days: Iterable[str]) -> tuple[Window, ...]:
    """When coverage was published: around the article's date, and from each day it names to the day after the next.

    Days long before it, or well after, are background or announcements.
    """
    if published is None:
        return ()
    found = [(published - BEFORE, published + AFTER)]
    for day in sorted(set(days)):
        begun = Moment.parse(day)
        if published - BACKGROUND <= begun < published - BEFORE:
            found.append((begun, begun + DAYS_AFTER))
    return tuple(found)


def words_of(url: str) -> str:
    """The words in the last part of an address, as editors put the headline there; "" where there are none."""
    last = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    words = _WORDS.findall(last.partition(".")[0])
    return " ".join(words) if len(words) >= LEAST_WORDS else ""


def outlets_for(article: Article, cited: Iterable[str], catalogue: Catalogue, *, most: int) -> list[Outlet]:
    """Whom to ask, within `most` entry points: the publishers it cites, its country's and language's, the others."""
    first = set(cited)

    def rank(outlet: Outlet) -> tuple[bool, bool, bool, bool, str]:
        language = article.language.partition("-")[0]
        spoken = any(code.partition("-")[0] == language for code in outlet.languages)
        agency = "agency" in outlet.tags
        return outlet.publisher not in first, outlet.country != article.country, not spoken, not agency, outlet.slug

    chosen: list[Outlet] = []
    entries = 0
    for outlet in sorted((each for each in catalogue.outlets.values() if each.crawl), key=rank):
        entries += len(outlet.entry_points)
        if entries > most and chosen:
            break
        chosen.append(outlet)
    return chosen
