"""Place one article: with the event that tells the same, or as an event of its own, and mend the events beside it.

Everything here follows from the articles placed before and their order; nothing depends on how many came at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from monitor.embedding import Embedder
from monitor.events.background import background
from monitor.events.decision import Decision, load_decision
from monitor.events.features import Likeness, Matrix, Member, compared
from monitor.events.linkage import Cohesion, average_link
from monitor.events.signature import IN_HEADLINE, KEPT, KEPT_FREE, Signature, quantised, weighted
from monitor.events.statistics import Statistics
from monitor.events.stories import continued
from monitor.events.tokens import has_text, read_tokens, says_nothing, token_hash
from monitor.events.window import Entry, Window
from monitor.model import Article

Rule = Callable[[list[Entry], Matrix], Matrix]  # people's word: log-odds of entries with each other, changed

EVENTS = 6  # the nearest events that an article is compared with
MEMBERS = 32  # members of an event that speak for it: the article's neighbours, then the latest
ESTABLISHED = 3  # members from which events merge on their own evidence only: a round-up must not join two
SETTLED = 16  # members from which an event that no other contests is joined without being mended
CONTESTED = 1.0  # log-odds below the threshold from which an event is mended together with the article's own


@frozen
class Change:
    """An article came into an event or moved."""

    article: str
    before: str
    after: str
    reason: str
    probability: float


@frozen(eq=False)
class Group:
    """An event as it is compared with an article."""

    event: str
    positions: list[int]  # of those that speak for it
    whole: bool = True  # False where it has more members than those


@frozen(eq=False)
class Arrival:
    """An article with what of it is compared."""

    article: Article
    vector: NDArray[np.float32] = field(repr=False)
    time: float
    dated: bool


class Placer:
    """The window and the events in it."""

    def __init__(self, embedder: Embedder, decision: Decision | None = None, rule: Rule | None = None) -> None:
        self.decision = decision or load_decision()
        self.window = Window(embedder.dimensions, Statistics(background(embedder)))
        self.members: dict[str, list[int]] = {}  # event -> positions in the window, in order of arrival
        self.sequence = 0
        self._rule = rule
        self.follows: dict[str, str] = {}  # a new event -> the earlier one whose story it continues

    def restore(self, entries: Iterable[Entry]) -> None:
        """Take in articles placed earlier, as they were then, in the order of their sequence."""
        ordered = sorted(entries, key=lambda entry: entry.member.signature.sequence)
        first = len(self.window.entries)
        self.window.extend(ordered)
        for position, entry in enumerate(ordered, first):
            self.members.setdefault(entry.event, []).append(position)
        if ordered:
            self.sequence = max(self.sequence, ordered[-1].member.signature.sequence + 1)
        self._let_go()

    def place(self, arrival: Arrival) -> tuple[Signature, list[Change]]:
        """Place an article; gives its signature and every change that it caused, its own first."""
        entry = self._entry(arrival)
        groups = self._groups(entry)
        events, own = self._decide(entry, groups)
        position = self._keep(evolve(entry, event=events[0]))
        changes = [own, *self._apply(position, groups, events)]
        self.sequence += 1
        self._let_go()
        return entry.member.signature, changes

    def take(self, arrival: Arrival, event: str) -> Signature:
        """Take in an article placed earlier whose signature is gone: after a new embedder, or a new text."""
        entry = self._entry(arrival)
        self._keep(evolve(entry, event=event))
        self.sequence += 1
        self._let_go()
        return entry.member.signature

    def observe(self, arrival: Arrival) -> tuple[list[str], Likeness]:
        """Take an article in without placing it; gives its neighbours' ids and the evidence, a row, for learning."""
        entry = self._entry(arrival)
        member = entry.member
        near = [self._at(place) for place in self.window.near(member.signature, member.time, member.language)]
        found = compared([member], [other.member for other in near] or [member])
        self._keep(evolve(entry, event=entry.id))
        self.sequence += 1
        self._let_go()
        return [other.id for other in near], found

    def _entry(self, arrival: Arrival) -> Entry:
        article, statistics = arrival.article, self.window.statistics
        tokens = read_tokens(article)
        vector, scale = quantised(statistics.centred(arrival.vector, article.language))
        signature = Signature(
            sequence=self.sequence,
            outlet=token_hash(article.outlet) if article.outlet else 0,
            vector=np.zeros_like(vector) if says_nothing(tokens) else vector,
            scale=scale,
            stems=weighted(statistics.weights(tokens.stems), dict.fromkeys(tokens.headline, IN_HEADLINE), KEPT),
            free=weighted(statistics.weights(tokens.free), tokens.kinds, KEPT_FREE),
            text=has_text(article),
            dated=arrival.dated,
        )
        return Entry(article.id, Member(signature, arrival.time, article.language), arrival.vector.astype(np.float16))

    def _groups(self, entry: Entry) -> list[Group]:
        """The nearest events, the nearest first, each with those of its members that speak for it."""
        near: dict[str, list[int]] = {}
        member = entry.member
        for position in self.window.near(member.signature, member.time, member.language):
            near.setdefault(self._at(position).event, []).append(position)
        groups = []
        for event, positions in list(near.items())[:EVENTS]:
            every = self.members[event]
            others = [position for position in reversed(every) if position not in positions]
            chosen = sorted([*positions, *others[: max(0, MEMBERS - len(positions))]])
            groups.append(Group(event, chosen, len(chosen) == len(every)))
        return groups

    def _decide(self, entry: Entry, groups: list[Group]) -> tuple[list[str], Change]:
        """The event of the article and then of every position in `groups`, and how the article came into its own."""
        positions = [position for group in groups for position in group.positions]
        before = [group.event for group in groups for _ in group.positions]
        if not positions:
            return [self._name(entry.id)], _came(entry, self._name(entry.id), groups, [])
        likeness = compared([entry.member], [self._at(position).member for position in positions])
        shares = self.decision.shares(likeness)
        links = self._links(self.decision.bounded_total(shares)[0], groups)
        if max(links) <= self.decision.threshold:
            own_event = self._name(entry.id)
            members = {group.event: [self._at(place).member for place in group.positions] for group in groups}
            if followed := continued(entry.member, members, likeness, shares, self.decision):
                self.follows[own_event] = followed
            return [own_event, *before], _came(entry, own_event, groups, links)
        contested = [link > self.decision.threshold - CONTESTED for link in links]
        chosen = [group for group, kept in zip(groups, contested, strict=True) if kept]
        if len(chosen) == 1 and len(chosen[0].positions) >= SETTLED:
            return [chosen[0].event, *before], _came(entry, chosen[0].event, groups, links)
        found = self._mend(entry, chosen)
        after = iter(found[1:])
        kept = [next(after) if event in {g.event for g in chosen} else event for event in before]
        return [found[0], *kept], _came(entry, found[0], groups, links)

    @staticmethod
    def _links(scores: Matrix, groups: list[Group]) -> list[float]:
        links, start = [], 0
        for group in groups:
            links.append(float(np.mean(scores[start : start + len(group.positions)])))
            start += len(group.positions)
        return links

    def _mend(self, entry: Entry, groups: list[Group]) -> list[str]:
        """Link the article and these events' members anew; an event too large for that stays whole."""
        entries = [entry] + [self._at(position) for group in groups for position in group.positions]
        together, start = [], 1
        for group in groups:
            if not group.whole:
                together.append(list(range(start, start + len(group.positions))))
            start += len(group.positions)
        scores, cohesion = self._evidence(entries)
        if sum(len(group.positions) >= ESTABLISHED for group in groups) < 2:
            linked = average_link(scores, self.decision.threshold, together=together, cohesion=cohesion)
            return self._named(entries, linked)
        others = [[place - 1 for place in group] for group in together]
        rest = evolve(cohesion, scores=cohesion.scores[1:, 1:], counted=cohesion.counted[1:, 1:])
        linked = average_link(scores[1:, 1:], self.decision.threshold, together=others, cohesion=rest)
        labels = np.array(linked) + 1
        links = {int(label): float(scores[0, 1:][labels == label].mean()) for label in np.unique(labels)}
        best = max(links, key=lambda label: (links[label], -label))
        own = best if links[best] > self.decision.threshold else 0
        return self._named(entries, [own, *labels.tolist()])

    def _named(self, entries: list[Entry], labels: list[int]) -> list[str]:
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
        return [names.setdefault(label, self._name(firsts[label])) for label in labels]

    def _scores(self, rows: list[Entry], columns: list[Entry]) -> Matrix:
        return self.decision.bounded(compared([one.member for one in rows], [one.member for one in columns]))

    def _evidence(self, entries: list[Entry]) -> tuple[Matrix, Cohesion]:
        """Each two entries' score, people's word counted in, and how well they hang together across languages."""
        members = [entry.member for entry in entries]
        likeness = compared(members, members)
        odds = self.decision.log_odds(likeness)
        scores = np.clip(odds, self.decision.floor, self.decision.ceiling)
        if self._rule:
            said = self._rule(entries, scores)
            odds, scores = np.where(said > scores, said, odds), said
        return scores, Cohesion(odds, likeness.same_language == 0, self.decision.gap, self.decision.cohesion)

    def _apply(self, position: int, groups: list[Group], events: list[str]) -> list[Change]:
        own = self._at(position)
        changes: list[Change] = []
        positions = [place for group in groups for place in group.positions]
        target = dict(zip(positions, events[1:], strict=True))
        for group in groups:
            after = {target[place] for place in group.positions}
            moving = self.members[group.event] if not group.whole and after != {group.event} else group.positions
            for place in list(moving):
                event = target.get(place, target[group.positions[0]])
                if event != self._at(place).event:
                    changes.append(self._move(place, event, own.id, merged=len(after) == 1))
        return changes

    def _move(self, position: int, event: str, cause: str, *, merged: bool) -> Change:
        entry = self._at(position)
        self.members[entry.event].remove(position)
        if not self.members[entry.event]:
            del self.members[entry.event]
        self.members.setdefault(event, []).append(position)
        self.members[event].sort()
        self.window.entries[position] = evolve(entry, event=event)
        reason = f"{'merged' if merged else 'moved'} when {cause} came"
        return Change(entry.id, entry.event, event, reason, 1.0)

    def _keep(self, entry: Entry) -> int:
        position = self.window.add(entry)
        self.members.setdefault(entry.event, []).append(position)
        return position

    def _let_go(self) -> None:
        for article in self.window.stale():
            position = self.window.positions[article]
            event = self._at(position).event
            self.members[event].remove(position)
            if not self.members[event]:
                del self.members[event]
            self.window.remove(article)
        if self.window.crowded():
            self.window.compact()
            self.members = {}
            for position, entry in enumerate(self.window.entries):
                if entry is not None:
                    self.members.setdefault(entry.event, []).append(position)

    def _at(self, position: int) -> Entry:
        return self.window.entry(position)

    def _name(self, article: str) -> str:
        """A new event's id: that of no other, because the sequence grows, and the same in every run."""
        return blake2b(f"{self.sequence}\0{article}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _came(entry: Entry, event: str, groups: list[Group], links: list[float]) -> Change:
    """How an article came into an event; the probability is that it tells what its event tells, or what none does."""
    near = {group.event: _probability(link) for group, link in zip(groups, links, strict=True)}
    if event in near:
        return Change(entry.id, "", event, "joined", near[event])
    if not near:
        return Change(entry.id, "", event, "new: nothing near", 1.0)
    nearest = max(near, key=lambda each: near[each])
    return Change(entry.id, "", event, f"new: nearest was {nearest} at {near[nearest]:.2f}", 1 - near[nearest])


def _probability(log_odds: float) -> float:
    return float(1 / (1 + np.exp(-log_odds)))
