"""Where in the original text the words asked for stand, and the pieces of it worth showing: pure."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.index.query import Query
from monitor.index.rows import Hit, Passage
from monitor.index.terms import BEFORE, Term, alternatives, readings, stemmer_of, terms
from monitor.model import Article

Places = tuple[tuple[str, ...], ...]
WIDTH = 240  # characters of a passage
MOST = 2  # passages of a body
CONSIDERED = 200  # marks among which the passages are chosen
READ = 100_000  # characters of a body that are searched for passages


def hit(found: Article, score: float, query: Query) -> Hit:
    """An article with the words asked for marked in it."""
    places = wanted(query, found.language)
    headline = Passage(text=found.headline, marks=mark(found.headline, found.language, places))
    return Hit(article=found, score=score, headline=headline, passages=passages(found.body, found.language, places))


def wanted(query: Query, code: str) -> list[Places]:
    """What the items of a query look like in a text of the language `code`."""
    stemmers = {stemmer_of(code), ""}
    return [reading for item in query.items for reading in readings(item.text, stemmers)]


def mark(text: str, code: str, looked_for: Sequence[Places]) -> tuple[tuple[int, int], ...]:
    """The spans where what is looked for stands, joined where they touch."""
    if not looked_for:
        return ()
    found = list(terms(text, code))
    base = code.split("-", 1)[0]
    guessed = base in BEFORE
    joined: list[tuple[int, int]] = []
    for start, end in sorted(_spans(text, found, looked_for, base if guessed else "")):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _spans(text: str, found: Sequence[Term], looked_for: Sequence[Places], base: str) -> set[tuple[int, int]]:
    """Each occurrence of each sequence of places; only the words themselves are spanned, not what parts them."""
    exact = {form: [places for places in looked_for if form in places[0]] for row in looked_for for form in row[0]}
    begun = [(form[:-1], places) for form, rows in exact.items() if form.endswith("*") for places in rows]
    spans: set[tuple[int, int]] = set()
    for at, term in enumerate(found):
        forms = (term.text, *alternatives(text[term.start : term.end], base)) if base else (term.text,)
        rows = [places for form in forms for places in exact.get(form, ())]
        rows += [places for form, places in begun if term.text.startswith(form)]
        for places in rows:
            here = found[at : at + len(places)]
            if len(here) == len(places) and all(map(_fits, here[1:], places[1:])):
                spans.update((word.start, word.end) for word in here)
    return spans


def _fits(term: Term, forms: tuple[str, ...]) -> bool:
    return term.text in forms


def passages(text: str, code: str, looked_for: Sequence[Places]) -> tuple[Passage, ...]:
    """The pieces of a body with most marks, in the order of the text; its beginning where nothing is marked."""
    text = text[:READ]
    marks = mark(text, code, looked_for)
    if not marks:
        return (cut(text, 0, min(WIDTH, len(text)), ()),) if text else ()
    chosen: list[tuple[int, int]] = []
    left = list(marks[:CONSIDERED])
    while left and len(chosen) < MOST:
        start = max(left, key=lambda span: (sum(span[0] <= other[0] < span[0] + WIDTH for other in left), -span[0]))[0]
        begin = max(0, start - WIDTH // 6)
        chosen.append((begin, min(len(text), begin + WIDTH)))
        left = [span for span in left if not begin <= span[0] < begin + WIDTH]
    return tuple(cut(text, begin, end, marks) for begin, end in sorted(chosen))


def cut(text: str, begin: int, end: int, marks: Sequence[tuple[int, int]]) -> Passage:
    """A piece of text between spaces where there are any near, an ellipsis where it was cut."""
    begin, end = _between(text, begin, end)
    inside = [(max(begin, start), min(end, stop)) for start, stop in marks if start < end and stop > begin]
    lead = "…" if begin else ""
    piece = lead + text[begin:end].replace("\n", " ") + ("…" if end < len(text) else "")
    return Passage(text=piece, marks=tuple((s - begin + len(lead), e - begin + len(lead)) for s, e in inside))


def _between(text: str, begin: int, end: int) -> tuple[int, int]:
    """Move the ends to the nearest space inside, at most 30 characters."""
    if begin:
        spaces = [at for at in range(begin, min(begin + 30, end)) if text[at].isspace()]
        begin = spaces[0] + 1 if spaces else begin
    if end < len(text):
        spaces = [at for at in range(max(end - 30, begin), end) if text[at].isspace()]
        end = spaces[-1] if spaces else end
    return begin, end
