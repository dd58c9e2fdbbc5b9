"""Revisions of articles as readable word diffs."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import regex

from monitor.comparison.material import Material
from monitor.comparison.results import Change, Piece
from monitor.model import Revision

_WORDS = regex.compile(r"\s+|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|\w+|[^\w\s]")
MOST = 6_000  # words of a text that are compared; beyond, paragraphs are compared whole


def changes(material: Material, revisions: Mapping[str, Sequence[Revision]]) -> tuple[Change, ...]:
    """Every change of every article, in the order of time."""
    found = [
        _change(before, after, material.by_id[article].article.outlet)
        for article, history in revisions.items()
        if article in material.by_id
        for before, after in pairwise(sorted(history, key=lambda revision: revision.number))
    ]
    return tuple(sorted(found, key=lambda change: (change.fetched, change.article)))


def _change(before: Revision, after: Revision, outlet: str) -> Change:
    renamed = before.headline != after.headline
    return Change(
        article=after.article,
        outlet=outlet,
        number=after.number,
        fetched=after.fetched,
        headline=word_diff(before.headline, after.headline) if renamed else (),
        body=word_diff(before.body, after.body) if before.body != after.body else (),
        silent=renamed and before.modified == after.modified,
    )


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """What stayed, went and came, word by word; joined, the pieces that are not `removed` give `after`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > MOST:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(_merged(_pieces(matcher.get_opcodes(), old, new)))


def _pieces(codes: Iterable[tuple[str, int, int, int, int]], old: list[str], new: list[str]) -> Iterable[Piece]:
    for code, old_first, old_last, new_first, new_last in codes:
        if code == "equal":
            yield Piece(kind="same", text="".join(new[new_first:new_last]))
            continue
        if old_last > old_first:
            yield Piece(kind="removed", text="".join(old[old_first:old_last]))
        if new_last > new_first:
            yield Piece(kind="added", text="".join(new[new_first:new_last]))


def _merged(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """A blank between two changes belongs to them, so that a rewritten phrase reads as one."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.kind == "same" and not piece.text.strip() and kept and kept[-1].kind != "same":
            kept += [Piece(kind="removed", text=piece.text), Piece(kind="added", text=piece.text)]
        else:
            kept.append(piece)
    return _gathered(kept)


def _gathered(pieces: Iterable[Piece]) -> Iterable[Piece]:
    removed, added = "", ""
    for piece in pieces:
        if piece.kind == "same":
            yield from _pair(removed, added)
            removed, added = "", ""
            yield piece
        elif piece.kind == "removed":
            removed += piece.text
        else:
            added += piece.text
    yield from _pair(removed, added)


def _pair(removed: str, added: str) -> Iterable[Piece]:
    if removed:
        yield Piece(kind="removed", text=removed)
    if added:
        yield Piece(kind="added", text=added)
