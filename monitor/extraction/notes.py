"""What is about the author and not of the article: a byline that the body repeats, the note about whoever wrote it."""

from __future__ import annotations

import re

from monitor.extraction.blocks import Run
from monitor.extraction.names import clean_names, is_byline, of_byline
from monitor.extraction.strings import fold

FIRST = 3  # runs at the beginning among which a byline may stand
LAST = 4  # runs at the end among which a note may begin
LONGEST = 700  # characters of a note
BYLINE = 120  # characters
FEWEST = 6  # runs of a body in which a note is looked for
MINUTES = re.compile(
    r"\W*\d{1,3}[\s-]?(?:min(?:ute[ns]?|utos?|uti|uter|ut)?\.?|мин\.?|хв\.?|dk\.?|分钟|分鐘|分)\W*"
    r"(?:read(?:ing)?(?: time)?|lesezeit|de lectura|de lecture|di lettura|de leitura|leestijd|lästid|lesetid|læsetid|"
    r"czytania|чтения|читання|okuma|阅读|閱讀)?\W*", re.IGNORECASE
)  # fmt: skip


def without_notes(runs: list[Run], authors: tuple[str, ...]) -> list[Run]:
    """The runs less bylines and minutes to read among the first, and less the last ones from a note about an author."""
    keys = {fold(name) for name in authors if " " in name}
    kept = [run for i, run in enumerate(runs) if i >= FIRST or not _is_byline(run.text, keys)]
    if not keys or len(kept) < FEWEST:
        return kept
    first = next((i for i in range(len(kept) - LAST, len(kept)) if _is_note(kept[i].text, keys)), len(kept))
    return kept[:first]


def _is_byline(text: str, keys: set[str]) -> bool:
    if len(text) > BYLINE:
        return False
    if MINUTES.fullmatch(text):
        return True
    named = {fold(name) for name in clean_names([of_byline(text)])}
    return bool(named & keys) and (named <= keys or is_byline(text))


def _is_note(text: str, keys: set[str]) -> bool:
    key = fold(text) if len(text) <= LONGEST else ""
    return any(key.startswith(name) for name in keys)
