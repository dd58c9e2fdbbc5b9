"""Precision and recall of the analysis, a line a language: citations, quotes, speakers, days in words.

    python benchmarks/analysis.py [citations|quotes|speakers|days|attribution-citations|attribution-speakers] [--wrong]

`--wrong` shows what was found wrong. The sentences are those of tests/analysis/data.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.analysis import labelled

PARTS: dict[str, Callable[[], Iterator[labelled.Case]]] = {
    "citations": labelled.citations,
    "quotes": lambda: labelled.quotes(speakers=False),
    "speakers": labelled.quotes,
    "days": labelled.days,
    "attribution-citations": lambda: labelled.attribution(speakers=False),
    "attribution-speakers": lambda: labelled.attribution(speakers=True),
}


def main(arguments: list[str]) -> None:
    """Print a table a part."""
    chosen = [name for name in PARTS if name in arguments] or list(PARTS)
    for name in chosen:
        cases = list(PARTS[name]())
        print(f"{name}: {len(cases)} texts")
        for language, score in sorted(labelled.scores(iter(cases)).items()):
            print(f"  {language:4} precision {score.precision:.3f}  recall {score.recall:.3f}  of {score.wanted}")
        for case in cases if "--wrong" in arguments else ():
            if not case.right:
                print(f"  {case.language} {case.text}")
                print(f"     wanted {sorted(case.wanted)}\n     found  {sorted(case.found)}")


if __name__ == "__main__":
    main(sys.argv[1:])
