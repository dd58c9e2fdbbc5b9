"""The articles written for training are sound: each line parses, is long enough, and no two of an event are copies."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from attrs import frozen

from monitor.language import LANGUAGES, detect
from monitor.language.scripts import main_script

FOLDER = Path(__file__).parents[2] / "monitor" / "events" / "training"
FILES = sorted(FOLDER.glob("articles-*.txt"))
UNSPACED = frozenset({"zh", "ja", "th"})
# Letters a lead must have: 160, or what says as much in scripts that write a word in two or three signs.
SHORTEST = {"zh": 110, "ja": 110, "ko": 110, "he": 140}
RUN = 7


@frozen(kw_only=True)
class Line:
    """One article as it is written in a file of articles; `cluster` and `event` are the blocks it stands in."""

    place: str
    cluster: str
    event: str
    language: str
    at: datetime
    outlet: str
    headline: str
    lead: str


def lines(file: Path) -> Iterator[Line]:
    """The articles of a file, in its order; a malformed line raises ValueError with its number."""
    cluster = event = ""
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if raw.startswith("#") or not raw.strip():
            continue
        key, _, value = raw.partition(": ")
        if key == "cluster":
            cluster, event = value, ""
        elif key == "event":
            event = value
        else:
            cells = raw.removeprefix("  ").split(" | ")
            if not raw.startswith("  ") or len(cells) != 5 or not (cluster and event) or not all(cells):
                raise ValueError(f"{file.name}:{number}: not an article of an event")
            language, at, outlet, headline, lead = cells
            place = f"{file.name}:{number}"
            yield Line(
                place=place,
                cluster=cluster,
                event=event,
                language=language,
                at=datetime.fromisoformat(at),
                outlet=outlet,
                headline=headline,
                lead=lead,
            )


def runs(lead: str, language: str) -> set[tuple[str, ...]]:
    """Every run of RUN words of a lead; of twice as many signs where words are not spaced."""
    signs = list("".join(lead.split())) if language in UNSPACED else lead.casefold().split()
    width = 2 * RUN if language in UNSPACED else RUN
    return {tuple(signs[at : at + width]) for at in range(len(signs) - width + 1)}


@pytest.fixture(scope="module")
def articles() -> list[Line]:
    return [line for file in FILES for line in lines(file)]


def test_each_line_has_a_known_language_and_an_hour(articles: list[Line]) -> None:
    for line in articles:
        assert line.language in LANGUAGES, line.place
        assert line.at.tzinfo is not None, line.place
        assert 2019 <= line.at.year <= 2025, line.place
        assert "|" not in line.headline + line.lead, line.place


def test_leads_are_long_enough(articles: list[Line]) -> None:
    short = {line.place: len(line.lead) for line in articles if len(line.lead) < SHORTEST.get(line.language, 160)}
    assert not short


def test_leads_are_in_the_script_and_language_they_name(articles: list[Line]) -> None:
    wrong = {line.place: found for line in articles if (found := detect(line.lead)[0].split("-")[0]) != line.language}
    assert not wrong
    assert len({main_script(line.lead) for line in articles}) >= 12


def test_no_two_leads_of_an_event_share_a_run_of_words(articles: list[Line]) -> None:
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    for line in articles:
        for run in runs(line.lead, line.language):
            other = seen.setdefault((line.event, run), line.place)
            assert other == line.place, f"{other} and {line.place} share {' '.join(run)}"


def test_each_event_is_told_by_several_desks_within_days(articles: list[Line]) -> None:
    events: dict[str, list[Line]] = {}
    for line in articles:
        events.setdefault(line.event, []).append(line)
    for event, told in events.items():
        assert 5 <= len(told) <= 9, event
        assert len({line.language for line in told}) >= 4, event
        assert len({line.outlet for line in told}) == len(told), event
        assert (max(line.at for line in told) - min(line.at for line in told)).days < 3, event
        assert len({line.cluster for line in told}) == 1, event
    assert all(file.stat().st_size < 200_000 for file in FILES)
