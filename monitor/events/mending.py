"""Link a new article and the members of the events beside it anew: events join, split, and stay what they were called.

Pure: what it gives follows from the entries and their order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from attrs import evolve, frozen

from monitor.events.decision import Decision
from monitor.events.features import Matrix, compared
from monitor.events.linkage import Cohesion, average_link
from monitor.events.membership import Group
from monitor.events.window import Entry

Rule = Callable[[list[Entry], Matrix], Matrix]  # people's word: log-odds of entries with each other, changed
Name = Callable[[str], str]

ESTABLISHED = 3  # members from which events merge on their own evidence only: a round-up must not join two


@frozen
class Mender:
    """The decision, and people's word, which holds against it."""

    decision: Decision
    rule: Rule | None = None

    def mend(self, entries: list[Entry], groups: Sequence[Group], name: Name) -> list[str]:
        """The event of each entry: an article, then the members of these events, linked anew.

        An event too large for that stays whole. `name` gives a new event's id by its first article's.
        """
        together, start = [], 1
        for group in groups:
            if not group.whole:
                together.append(list(range(start, start + len(group.positions))))
            start += len(group.positions)
        scores, cohesion = self._evidence(entries)
        if sum(len(group.positions) >= ESTABLISHED for group in groups) < 2:
            linked = average_link(scores, self.decision.threshold, together=together, cohesion=cohesion)
            return named(entries, linked, name)
        others = [[place - 1 for place in group] for group in together]
        rest = evolve(cohesion, scores=cohesion.scores[1:, 1:], counted=cohesion.counted[1:, 1:])
        linked = average_link(scores[1:, 1:], self.decision.threshold, together=others, cohesion=rest)
        labels = np.array(linked) + 1
        links = {int(label): float(scores[0, 1:][labels == label].mean()) for label in np.unique(labels)}
        best = max(links, key=lambda label: (links[label], -label))
        own = best if links[best] > self.decision.threshold else 0
        return named(entries, [own, *labels.tolist()], name)

    def _evidence(self, entries: list[Entry]) -> tuple[Matrix, Cohesion]:
        """Each two entries' score, people's word counted in, and how well they hang together across languages."""
        members = [entry.member for entry in entries]
        likeness = compared(members, members)
        odds = self.decision.log_odds(likeness)
        scores = np.clip(odds, self.decision.floor, self.decision.ceiling)
        if self.rule:
            said = self.rule(entries, scores)
            odds, scores = np.where(said > scores, said, odds), said
        return scores, Cohesion(odds, likeness.same_language == 0, self.decision.gap, self.decision.cohesion)


def named(entries: list[Entry], labels: list[int], name: Name) -> list[str]:
    """Event ids for groups: each id goes where most of its members went, the rest get new ones."""
    votes: dict[tuple[str, int], int] = {}
    for entry, label in zip(entries, labels, strict=True):
        if entry.event:
            votes[entry.event, label] = votes.get((entry.event, label), 0) + 1
    names: dict[int, str] = {}
    taken: set[str] = set()
    for (event, label), _ in sorted(votes.items(), key=lambda vote: -vote[1]):
        if label not in names and event not in taken:
            names[label] = event
            taken.add(event)
    firsts: dict[int, str] = {}
    for entry, label in zip([*entries[1:], entries[0]], [*labels[1:], labels[0]], strict=True):
        firsts.setdefault(label, entry.id)
    return [names.setdefault(label, name(firsts[label])) for label in labels]
