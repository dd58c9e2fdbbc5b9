"""The titles that stand beside a name, by which its office alone may mean somebody later."""

from __future__ import annotations

from monitor.analysis.names import NameWords, Run, Stretch, begins_name
from monitor.text.folded import fold

_ROLE = 6  # words before a name that may tell its office


def titles_touching(stretch: Stretch, run: Run) -> frozenset[str]:
    """The titles that touch a name, on either side, or all behind it where they tell its office."""
    found = stretch.rules.titles.find(stretch.words)
    beside, begin, end = set(), run.first, run.last
    for first, last, title in reversed(found):
        if last == begin:
            begin = first
            beside.add(title)
    office = stretch.naming.office(stretch, run)
    for first, last, title in found:
        if first == end or (office and first > end):
            end = last
            beside.add(title)
    return frozenset(bare(stretch.rules, title) for title in beside)


def titles_of_clause(stretch: Stretch, run: Run) -> frozenset[str]:
    """The titles in the clause before a name, and one behind its comma: `министр дел ФРГ Маас`, `Маас, министр`."""
    words, titles = stretch.words, stretch.rules.titles
    begin = run.first
    while begin > max(0, run.first - _ROLE) and not stretch.gap(begin).strip():
        if words[begin - 1].upper and begins_name(words[begin - 1].folded, stretch.rules.language):
            break
        begin -= 1
    behind = titles.at(words, run.last) if run.last < len(words) and stretch.gap(run.last).strip() == "," else None
    before = {title for _, _, title in titles.find(words[begin : run.first])}
    return frozenset(before | {behind[1]} if behind else before)


def bare(rules: NameWords, title: str) -> str:
    """A title, folded, without its article and the sign for any ending."""
    return fold(title.rstrip("*")).removeprefix(rules.article)
