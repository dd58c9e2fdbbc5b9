"""What a coverage search looks for: headlines near an article's day that share its names or terms; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from attrs import frozen

from monitor.model import Article, Candidate
from monitor.outlets import Catalogue, Outlet
from monitor.text.names import name_tokens
from monitor.text.places import places
from monitor.text.tokens import stems

BEFORE: Final = timedelta(days=2)  # of the article: what it follows up
AFTER: Final = timedelta(days=3)
TERMS: Final = 60  # the article's most frequent names, and stems
LEAST: Final = 2.0  # points from which a headline fits: two names, or a name and two places or terms


@frozen
class Search:
    """An article's names (as consonants, the same in every script), its terms, its places, and its days."""

    names: frozenset[str]
    terms: frozenset[str]
    places: frozenset[str]
    language: str
    since: datetime | None
    until: datetime | None

    @classmethod
    def of(cls, article: Article) -> Search:
        """What to look for. An article without a date is looked for at any time."""
        text = f"{article.headline}.\n{article.body}"
        names = Counter(name_tokens(text, article.language))
        terms = Counter(stems(text, article.language))
        day = article.published
        return cls(
            frozenset(name for name, _ in names.most_common(TERMS)),
            frozenset(term for term, _ in terms.most_common(TERMS)),
            frozenset(places(text, article.language)),
            article.language,
            day - BEFORE if day else None,
            day + AFTER if day else None,
        )

    def misfit(self, candidate: Candidate, language: str) -> str | None:
        """Why a candidate is not fetched, or None where it fits; `language` is its outlet's."""
        when = candidate.published or candidate.modified
        if when and self.since and self.until and not self.since <= when <= self.until:
            return "another day"
        if not candidate.headline:
            return "no headline to go by"
        spoken = candidate.language or language
        points = float(len(self.names.intersection(name_tokens(candidate.headline, spoken))))
        points += len(self.places.intersection(places(candidate.headline, spoken))) / 2
        if spoken.partition("-")[0] == self.language.partition("-")[0]:
            points += len(self.terms.intersection(stems(candidate.headline, spoken))) / 2
        return None if points >= LEAST else "no name or term in common"


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
