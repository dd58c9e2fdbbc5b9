"""The labelled sentences, the catalogue that they cite, and how the readers of monitor.analysis do on them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from attrs import define, frozen
from ruamel.yaml import YAML

from benchmarks.agreement import same_person
from monitor.analysis import analyse, cited
from monitor.model import Article, Moment
from monitor.outlets import Catalogue, Outlet, load_catalogue
from monitor.text.dates import dates
from monitor.text.folded import fold

DATA = Path(__file__).parent / "data"


@frozen
class Case:
    """One labelled text: what should be found and what was."""

    language: str
    text: str
    wanted: frozenset[str]
    found: frozenset[str]

    @property
    def right(self) -> bool:
        return self.wanted == self.found


@define
class Score:
    """Counts of what was found."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, case: Case) -> None:
        self.hits += len(case.wanted & case.found)
        self.found += len(case.found)
        self.wanted += len(case.wanted)

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 1.0


def rows(name: str) -> list[list[str]]:
    """A tab-separated file of tests/analysis/data."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The publishers of outlets.yaml."""
    entries = YAML(typ="safe", pure=True).load((DATA / "outlets.yaml").read_text(encoding="utf-8"))
    return Catalogue(Outlet.model_validate({"crawl": False, **entry}) for entry in entries)


def _article(language: str, text: str) -> Article:
    return Article(url="https://sample.example/a", language=language, body=text.replace("¶", "\n"))


def speakers(text: str, language: str) -> list[str]:
    """Who is found to speak, a name or "" for each quotation of a text."""
    return [quote.speaker for quote in analyse(_article(language, text), catalogue=catalogue()).quotes]


def citations() -> Iterator[Case]:
    """Publishers by sentence."""
    slugs = {publisher.name: slug for slug, publisher in catalogue().publishers.items()}
    for language, wanted, text in rows("citations.tsv"):
        mentions = analyse(_article(language, text), catalogue=catalogue()).mentions
        found = frozenset(slugs.get(m.publisher, m.publisher) for m in mentions if m.publisher)
        yield Case(language, text, frozenset(wanted.split(",")) - {"-"}, found)


def quotes(*, speakers: bool = True) -> Iterator[Case]:
    """Quotes by their first words; with their speakers, or without."""
    for language, wanted, text in rows("quotes.tsv"):
        gold = [] if wanted == "-" else [part.strip().split(": ", 1) for part in wanted.split(";;")]
        found = analyse(_article(language, text), catalogue=catalogue()).quotes
        names = {_key(words): speaker for speaker, words in gold}
        matched = {q.start: next((w for w in names if _key(q.text).startswith(w)), "") for q in found}
        yield Case(
            language,
            text,
            frozenset(f"{speaker if speakers else ''}: {_key(words)}" for speaker, words in gold),
            frozenset(
                f"{_speaker(q.speaker, names.get(words, '')) if speakers else ''}: {words or q.text}"
                for q in found
                for words in [matched[q.start]]
            ),
        )


def attribution(*, speakers: bool) -> Iterator[Case]:
    """Who is cited and who speaks, over the packaged catalogue; a quote cut by its frame may be found whole."""
    known = load_catalogue()
    slugs = {publisher.name: slug for slug, publisher in known.publishers.items()}
    for language, cites, said, text in rows("attribution.tsv"):
        analysis = analyse(_article(language, text), catalogue=known)
        if not speakers:
            yield Case(language, text, _listed(cites), frozenset(slugs[name] for name in cited(analysis)))
            continue
        gold = [] if said == "-" else [part.strip().rpartition(": ")[::2] for part in f" {said}".split(";;")]
        found = {f"{each.speaker}: {each.text}" for each in analysis.quotes}
        wanted = set()
        for speaker, words in gold:
            here = [each for each in analysis.quotes if _key(words) in _key(each.text)]
            found -= {f"{each.speaker}: {each.text}" for each in here}
            found |= {f"{speaker if _same(speaker, each.speaker) else each.speaker}: {_key(words)}" for each in here}
            wanted.add(f"{speaker}: {_key(words)}")
        yield Case(language, text, frozenset(wanted), frozenset(found))


def sentences_by_language() -> dict[str, list[str]]:
    """The texts of quotes and attributions, by language."""
    found: dict[str, list[str]] = {}
    for language, *_, text in [*rows("quotes.tsv"), *rows("attribution.tsv")]:
        found.setdefault(language, []).append(text.replace("¶", "\n"))
    return found


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split(",")) - {"-"}


def _same(wanted: str, found: str) -> bool:
    return same_person(wanted, found) if wanted else not found


def _key(words: str) -> str:
    return " ".join(fold(word) for word in words.split())


def _speaker(found: str, wanted: str) -> str:
    """The wanted name where the found one has it whole, else what was found."""
    return wanted if wanted and set(fold(wanted).split()) <= set(fold(found).split()) else found


def days() -> Iterator[Case]:
    """Days by sentence."""
    for language, published, wanted, text in rows("dates.tsv"):
        found = dates(text, language, published=Moment.parse(published))
        yield Case(language, text, frozenset(wanted.split(",")) - {"-"}, frozenset(mention.day for mention in found))


def scores(cases: Iterator[Case]) -> dict[str, Score]:
    """By language, and all together under "all"."""
    result: dict[str, Score] = {}
    for case in cases:
        result.setdefault(case.language, Score()).add(case)
        result.setdefault("all", Score()).add(case)
    return result
