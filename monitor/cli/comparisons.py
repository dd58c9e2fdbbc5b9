"""Comparisons as tables on the terminal; every statement is followed by the sentence it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from monitor.cli.render import ago, event_line, isolate, listed, short, show, stamp, table

if TYPE_CHECKING:
    from monitor.comparison import ArticleComparison, Cell, Claim, ContestedUse, EventComparison, QuoteRow

MANY = 12  # rows of a table on the terminal; JSON and the page have them all


def show_event(result: EventComparison) -> None:
    """Print an event's comparison."""
    event = result.event
    show(isolate(event.headline))
    show(event_line(event), "")
    _coverage(result)
    _spread(result)
    _sources(result)
    _quotes(result.quotes)
    _claims("What they say, by how many carry it", result.claims)
    _numbers(result)
    _terms(result)
    _contested(result.contested)
    _changes(result)
    if result.blind_spots:
        rows = [(each.publisher, f"{each.reported} of {each.of}", f"{each.rate:.0%}") for each in result.blind_spots]
        show(
            table(("publisher", "similar events", "rate"), rows[:MANY], title="Usually report such events, not this"),
            "",
        )


def _coverage(result: EventComparison) -> None:
    rows = [
        (
            row.edition,
            row.country,
            row.language,
            stamp(row.published),
            _lag(row.lag),
            f"{row.own_share:.0%}",
            row.copied_from,
            row.headline,
        )
        for row in result.coverage
    ]
    columns = ("outlet", "country", "language", "published", "lag", "own text", "copies", "headline")
    show(table(columns, rows, title="Who reported it", right=("own text",)), "")


def _spread(result: EventComparison) -> None:
    rows = [
        (
            first.group,
            first.cell.outlet,
            stamp(first.published),
            _lag(first.lag),
            first.articles,
            _lag(first.median_lag),
        )
        for first in result.spread.languages
    ]
    columns = ("language", "first in", "published", "lag", "articles", "median lag")
    show(table(columns, rows, title="How it spread", right=("articles",)), "")


def _sources(result: EventComparison) -> None:
    rows = [(each.citing, each.cited, _sentence(each.cells)) for each in result.sources.citations]
    _some("Who cites whom", ("outlet", "cites", "in the sentence"), rows)


def _quotes(quotes: tuple[QuoteRow, ...]) -> None:
    for row in [each for each in quotes if each.publishers > 1][:MANY]:
        uses = [(use.cell.outlet, use.cell.language, use.form, use.text) for use in row.uses]
        title = f"{row.speaker or 'Somebody'} in {row.publishers} outlets"
        show(table(("outlet", "language", "form", "words"), uses, title=isolate(title)), "")


def _claims(title: str, claims: tuple[Claim, ...], language: str = "") -> None:
    """Claims as an article in the reader's language words them, where one does."""
    rows = [
        (
            claim.publishers,
            ", ".join(dict.fromkeys(cell.outlet for cell in claim.cells)),
            next((cell.sentence for cell in claim.cells if cell.language == language), claim.text),
        )
        for claim in claims
    ]
    _some(title, ("outlets", "which", "claim"), rows)


def _numbers(result: EventComparison) -> None:
    rows = [
        (
            each.quantity,
            value.words,
            ", ".join(dict.fromkeys(cell.outlet for cell in value.cells)),
            _sentence(value.cells),
        )
        for each in result.numbers
        for value in each.values
    ]
    _some("Figures that differ", ("quantity", "value", "outlets", "sentence"), rows)


def _terms(result: EventComparison) -> None:
    rows = [
        (group.group, group.language, ", ".join(f"{term.word} ({term.count})" for term in group.terms[:6]))
        for group in result.terms
        if group.terms
    ]
    _some("Words that set them apart", ("who", "language", "words"), rows)


def _contested(uses: tuple[ContestedUse, ...]) -> None:
    rows = [
        (
            each.concept,
            each.term,
            each.language,
            ", ".join(f"{isolate(who) or 'the article'} {count}" for who, count in each.counts.items()),
        )
        for each in uses
    ]
    _some("Contested terms", ("concept", "term", "language", "who"), rows)


def _changes(result: EventComparison) -> None:
    rows = [
        (
            each.outlet,
            each.number,
            stamp(each.fetched),
            "silently" if each.silent else "",
            "".join(
                f"[-{p.text}-]" if p.kind == "removed" else f"[+{p.text}+]" for p in each.headline if p.kind != "same"
            ),
        )
        for each in result.changes
    ]
    _some("Changes", ("outlet", "revision", "seen", "", "headline"), rows)


def show_article(result: ArticleComparison) -> None:
    """Print an article's comparison."""
    show(isolate(result.headline) if result.headline else "(no headline)")
    show(f"{result.outlet or 'outlet not known'}, {stamp(result.published) or 'not dated'}, {result.language}", "")
    _some("Whom it cites", ("outlet", "as", "sentence"), [(m.publisher, m.name, m.sentence) for m in result.cited])
    _some("Dates it speaks of", ("day", "words", "sentence"), [(d.day, d.words, d.sentence) for d in result.dates])
    quotes = [(quote.speaker or "no speaker found", quote.text, quote.source) for quote in result.quotes]
    _some("Who says what", ("speaker", "words", "through"), quotes)
    _contested(result.contested)
    passages = {each.number: each for each in result.passages}
    headlines = {each.event.id: each.event.headlines.get(result.language, "") for each in result.events}
    rows = [
        (
            match.event,
            f"{match.probability:.2f}",
            listed(match.publishers),
            headlines.get(match.event) or match.headline,
            short(passages[match.passage].text) if match.passage in passages else "",
        )
        for match in result.matches
    ]
    _some("Events it speaks of", ("event", "probability", "carried by", "headline", "passage"), rows)
    if not rows:
        show("No event of this index was found in it.", "")
    _some("What only it says", ("sentence",), [(each.sentence,) for each in result.adds])
    _claims("What others say of these events and it leaves out", result.leaves_out, result.language)
    for event in result.events:
        show("")
        _coverage_of(event)


def _coverage_of(result: EventComparison) -> None:
    show(isolate(result.event.headline), f"event {result.event.id}")
    _coverage(result)


def _some(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """The first rows of a table, and how many there are."""
    if not rows:
        return
    more = f" (the first {MANY} of {len(rows)}; --format json has all)" if len(rows) > MANY else ""
    show(table(columns, rows[:MANY], title=title + more), "")


def _sentence(cells: tuple[Cell, ...]) -> str:
    return cells[0].sentence if cells else ""


def _lag(seconds: float | None) -> str:
    return "" if seconds is None else ago(timedelta(seconds=seconds))
