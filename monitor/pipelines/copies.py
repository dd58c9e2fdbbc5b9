"""Articles that carry the text of an earlier one, looked up among the latest by MinHash bands."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from attrs import frozen

from monitor.text.fingerprints import bands, near_copy, similarity

KEPT: Final = 10_000  # articles looked among, the latest; some 60 MB. Copies follow within days
SAME: Final = 0.9  # share of shingles from which two pages of one outlet are one article under two addresses


@frozen
class Text:
    """What is kept of an article to find its copies."""

    article: str
    outlet: str
    minhash: bytes
    content_hash: str = ""


class Copies:
    """The latest texts; bounded, the oldest go first."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._texts: OrderedDict[str, Text] = OrderedDict()
        self._bands: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, text: Text) -> None:
        """Keep a text; one of the same article is replaced."""
        self._drop(text.article)
        self._texts[text.article] = text
        for band in bands(text.minhash):
            self._bands.setdefault(band, []).append(text.article)
        if len(self._texts) > self._kept:
            self._drop(next(iter(self._texts)))

    def same_article(self, text: Text) -> str | None:
        """An article of the same outlet with the same text under another address, or None."""
        for other in self._candidates(text):
            if other.outlet == text.outlet and (
                (text.content_hash and text.content_hash == other.content_hash)
                or similarity(text.minhash, other.minhash) >= SAME
            ):
                return other.article
        return None

    def original(self, text: Text) -> str | None:
        """The earliest kept article whose text this one carries, or None."""
        return next((other.article for other in self._candidates(text) if near_copy(text.minhash, other.minhash)), None)

    def _candidates(self, text: Text) -> list[Text]:
        """Texts that share a band, in the order in which they were kept, without the text itself."""
        if not text.minhash:
            return []
        near = {each for band in bands(text.minhash) for each in self._bands.get(band, ())} - {text.article}
        return [self._texts[article] for article in self._ordered(near)]

    def _ordered(self, articles: set[str]) -> list[str]:
        if len(articles) < 2:
            return list(articles)
        return [article for article in self._texts if article in articles]

    def _drop(self, article: str) -> None:
        text = self._texts.pop(article, None)
        for band in bands(text.minhash) if text and text.minhash else ():
            kept = [each for each in self._bands.get(band, ()) if each != article]
            if kept:
                self._bands[band] = kept
            else:
                self._bands.pop(band, None)
