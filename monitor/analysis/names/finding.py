"""Finds in some words whatever may be a name."""

from __future__ import annotations

from monitor.analysis.names.beside import run_at
from monitor.analysis.names.labelling import labelled
from monitor.analysis.names.stretch import Run, Stretch


def runs(stretch: Stretch) -> list[Run]:
    """Word sequences that may be names, cut at titles, prepositions and words at which names end."""
    labels = labelled(stretch)
    ends = stretch.naming.ends(stretch, labels)
    found: list[Run] = []
    position, size = 0, len(stretch)
    while position < size:
        if labels[position] != "n":
            position += 1
            continue
        end = position + 1
        while end < size and end not in ends and labels[end] in {"n", "p"} and stretch.of_one_name(end):
            end += 1
        while labels[end - 1] == "p":
            end -= 1
        if not _is_site(stretch, end - 1):
            found.append(stretch.naming.placed(stretch, run_at(stretch, labels, position, end)))
        position = end
    return found


def _is_site(stretch: Stretch, at: int) -> bool:
    """Interia.pl: whether a small letter stands behind a word and a stop."""
    end = stretch.words[at].end
    return stretch.body[end : end + 1] == "." and stretch.body[end + 1 : end + 2].islower()
