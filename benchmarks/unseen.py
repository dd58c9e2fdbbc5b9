"""Precision and recall of the analysis on sentences that its authors have not read, a line a language.

usage: python benchmarks/unseen.py [--set SET | --folder DIR] [--only PART] [--wrong]

The sets are unseen, developed, kept, fresh, second, rare, passages, passages_kept, passages_new, press, press_kept and
press_new; the parts citations, quotes, dates, numbers and claims. A folder of one's own may stand instead of a set: a
file a part, such as quotes.yaml, labelled in the same way.

The sentences and how they are labelled: tests/analysis/unseen/README. Citations are matched by publisher, days by day,
figures by value (relative tolerance 1e-6), quotes by the likeness of their letters (0.8; a quotation cut in parts may
be found whole), and speakers of the quotes found by family name. Claims are judged twice: the comparison's decision
about each pair alone, and whether both sentences fall in one group. Vectors are centred as in a comparison, on the
sentences of the event: pairs of the events of 40 sentences show what a reader of a comparison sees; those of the many
events of two to five sentences stand in one table, where a shared subject alone makes sentences alike.
`--wrong` prints each text with what was wanted and found.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

from attrs import frozen
from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.agreement import paired, same_person, same_verb
from monitor.analysis import analyse, cited
from monitor.comparison.claims import grouped, supported
from monitor.comparison.material import Piece
from monitor.comparison.sentences import Line, Table, centred
from monitor.config import load_config
from monitor.embedding import Embedder, load_embedder
from monitor.model import Analysis, Article, Moment, Quote
from monitor.outlets import load_catalogue

DATA = Path(__file__).resolve().parent.parent / "tests" / "analysis"
PASSAGES = ("passages", "passages_kept", "passages_new", "press", "press_kept", "press_new")
VARIED = ("developed", "kept", "fresh", "second", "rare", *PASSAGES)
SETS = {"unseen": "unseen"} | {name: f"varied/{name}" for name in VARIED}
Item = dict[str, Any]
chosen = {"folder": DATA / SETS["unseen"]}


@frozen
class Case:
    """One text: how many were wanted, found and right, and both lists to be read."""

    language: str
    text: str
    wanted: int
    found: int
    right: int
    shown: str

    @property
    def faultless(self) -> bool:
        """Whether all was found and nothing else."""
        return self.wanted == self.found == self.right


def read(name: str) -> list[Item]:
    """The items of a file of the folder chosen."""
    items: list[Item] = YAML(typ="safe", pure=True).load(chosen["folder"] / f"{name}.yaml")
    return items


def article(language: str, text: str, published: str = "2024-01-15T12:00:00+00:00", number: int = 0) -> Article:
    """An article that says nothing but this."""
    url = f"https://news.example/{language}/{number}"
    return Article(url=url, id=url, body=text, language=language, published=Moment.fromisoformat(published))


def analysed(name: str) -> Iterator[tuple[Item, Analysis]]:
    """Each item with what the analysis found in it."""
    catalogue = load_catalogue()
    for item in read(name):
        published = {"published": item["published"]} if "published" in item else {}
        yield item, analyse(article(item["language"], item["text"], **published), catalogue=catalogue)


def compared(item: Item, wanted: Sequence[Any], found: Sequence[Any], right: int) -> Case:
    """A case of an item."""
    shown = f"wanted {list(wanted)}\n     found  {list(found)}"
    return Case(item["language"], item["text"], len(wanted), len(found), right, shown)


def citations() -> Iterator[Case]:
    """Publishers as a set of their names; those that the catalogue does not know are left out, as in the labels."""
    names = {slug: publisher.name for slug, publisher in load_catalogue().publishers.items()}
    known = set(names.values())
    for item, analysis in analysed("citations"):
        wanted = {names[slug] for slug in item["cited"]}
        found = {name for name in cited(analysis) if name in known}
        yield compared(item, sorted(wanted), sorted(found), len(found & wanted))


def dates() -> Iterator[Case]:
    """Days as a set."""
    for item, analysis in analysed("dates"):
        found = {mention.day for mention in analysis.dates}
        yield compared(item, item["days"], sorted(found), len(found & set(item["days"])))


def numbers() -> Iterator[Case]:
    """Values, each counted once for each time that it is written."""
    for item, analysis in analysed("numbers"):
        wanted = [float(figure["value"]) for figure in item["figures"]]
        found = [figure.value for figure in analysis.figures]
        left, right = list(wanted), 0
        for value in found:
            same = next((each for each in left if isclose(each, value, rel_tol=1e-6)), None)
            if same is not None:
                left.remove(same)
                right += 1
        yield compared(item, wanted, found, right)


def quotes() -> Iterator[Case]:
    """Quotes wanted that were found, and of the quotes found those that were wanted."""
    for item, analysis in analysed("quotes"):
        wanted = [quote["text"] for quote in item["quotes"]]
        found = [quote.text for quote in analysis.quotes]
        pairs = paired(wanted, found)
        right = len({w for w, _ in pairs})
        spurious = len(found) - len({n for _, n in pairs})
        shown = f"wanted {wanted}\n     found  {found}"
        yield Case(item["language"], item["text"], len(wanted), right + spurious, right, shown)


def told(key: str) -> Iterator[tuple[Item, list[tuple[str, str]]]]:
    """Each item with what is wanted and found of each of its quotes: speaker or verb; "" where there is none."""
    for item, analysis in analysed("quotes"):
        wanted: list[Item] = item["quotes"]
        found: Sequence[Quote] = analysis.quotes
        first = dict(reversed(paired([quote["text"] for quote in wanted], [quote.text for quote in found])))
        pairs = ((quote, getattr(found[first[n]], key) if n in first else "") for n, quote in enumerate(wanted))
        yield item, [(quote[key], given) for quote, given in pairs if key in quote and (key != "verb" or quote[key])]


def speakers() -> Iterator[Case]:
    """Named speakers of all quotes wanted; a name given where the text names nobody counts against precision."""
    for item, given in told("speaker"):
        right = sum(same_person(*pair) for pair in given)
        shown = f"wanted {[w for w, _ in given]}\n     found  {[f for _, f in given]}"
        yield Case(
            item["language"], item["text"], sum(bool(w) for w, _ in given), sum(bool(f) for _, f in given), right, shown
        )


def verbs() -> Iterator[Case]:
    """Verbs by which quotes are said, or whatever stands in a verb's place; quotes without one are left out."""
    for item, given in told("verb"):
        if given:
            right = sum(same_verb(*pair) for pair in given)
            shown = f"wanted {[w for w, _ in given]}\n     found  {[f for _, f in given]}"
            yield Case(
                item["language"],
                item["text"],
                sum(bool(w) for w, _ in given),
                sum(bool(f) for _, f in given),
                right,
                shown,
            )


def lines(items: Sequence[Item], embedder: Embedder) -> Table:
    """Each sentence of the pairs once, as an article of its own, with its vector."""
    sides = [(item[side]["language"], item[side]["text"]) for item in items for side in ("one", "other")]
    different = list(dict.fromkeys(sides))
    rows = []
    for number, (language, text) in enumerate(different):
        said = article(language, text, number=number)
        rows.append(
            Line(Piece(article=said, analysis=Analysis(), publisher=str(number), edition="", country=""), 0, text)
        )
    vectors = embedder.embed([text for _, text in different])
    return Table(tuple(rows), centred(vectors, [language for language, _ in different]))


@cache
def tables() -> dict[str, tuple[list[Item], Table]]:
    """The pairs of each event and their sentences; the small events under ""."""
    events: dict[str, list[Item]] = defaultdict(list)
    for item in read("claims"):
        events[item.get("event", "")].append(item)
    embedder = load_embedder(load_config())
    return {event: (items, lines(items, embedder)) for event, items in events.items()}


def claims(*, large: bool, together: bool) -> Iterator[Case]:
    """Pairs of the file's large events, each a table of its own, or of its many small ones, all in one table.

    together: by the groups into which all sentences of the table fall, else by the decision about the pair alone.
    """
    for event, (items, table) in tables().items():
        if bool(event) == large:
            yield from judged(items, table, together=together)


def judged(items: Sequence[Item], table: Table, *, together: bool) -> Iterator[Case]:
    """The pairs of one table."""
    at = {(line.piece.article.language, line.text): row for row, line in enumerate(table.lines)}
    group = {row: number for number, rows in enumerate(grouped(table)) for row in rows}
    for item in items:
        one, other = (at[item[side]["language"], item[side]["text"]] for side in ("one", "other"))
        similarity = float(table.vectors[one] @ table.vectors[other])
        found = bool(supported(table.lines, [(similarity, one, other)]))
        if together:
            found = one in group and group.get(one) == group.get(other)
        language = "-".join(sorted({item[side]["language"] for side in ("one", "other")}))
        text = f"{item['one']['text']} | {item['other']['text']}"
        shown = f"wanted {item['same']}, found {found}, similarity {similarity:.2f}"
        yield Case(language, text, int(item["same"]), int(found), int(item["same"] and found), shown)


PARTS: dict[str, dict[str, Callable[[], Iterator[Case]]]] = {
    "citations": {"citations": citations},
    "quotes": {"quotes": quotes, "speakers": speakers, "verbs": verbs},
    "dates": {"dates": dates},
    "numbers": {"numbers": numbers},
    "claims": {
        "claims of large events, each pair alone": lambda: claims(large=True, together=False),
        "claims of large events, grouped": lambda: claims(large=True, together=True),
        "claims of many small events, each pair alone": lambda: claims(large=False, together=False),
        "claims of many small events, grouped": lambda: claims(large=False, together=True),
    },
}


def by_language(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """Cases by language, all together last; a pair of two languages counts for both, and for "within" or "across"."""
    tables: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        names = case.language.split("-")
        for name in names:
            tables[name].append(case)
        if len(names) > 1:
            tables["~ across"].append(case)
    if "~ across" in tables:
        tables["~ within"] = [case for case in cases if "-" not in case.language]
    return {name: tables[name] for name in sorted(tables)} | {"all": list(cases)}


def report(title: str, cases: Sequence[Case], *, wrong: bool) -> None:
    """Print a table."""
    print(f"{title}: {len(cases)} items")
    for name, group in by_language(cases).items():
        wanted, found, right = (sum(getattr(case, key) for case in group) for key in ("wanted", "found", "right"))
        precision, recall = right / found if found else 1.0, right / wanted if wanted else 1.0
        faultless = sum(case.faultless for case in group)
        print(
            f"  {name:9} precision {precision:.3f}  recall {recall:.3f}"
            f"  wanted {wanted:3} found {found:3}  faultless {faultless}/{len(group)}"
        )
    for case in cases if wrong else ():
        if not case.faultless:
            print(f"  {case.language} {case.text}\n     {case.shown}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--wrong", action="store_true", help="print what was found wrong")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--set", choices=SETS, default="unseen", help="whose sentences: tests/analysis/*/README")
    whose.add_argument("--folder", type=Path, help="a folder of sentences of one's own, labelled in the same way")
    given = parser.parse_args()
    chosen["folder"] = given.folder or DATA / SETS[given.set]
    for name, tables in PARTS.items():
        present = (chosen["folder"] / f"{name}.yaml").exists()
        for title, cases in tables.items() if present and given.only in (None, name) else ():
            report(title, list(cases()), wrong=given.wrong)


if __name__ == "__main__":
    main()
