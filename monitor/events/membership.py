"""Which articles of the window are in which event, and which events are near a new one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from monitor.events.window import Entry, Window

EVENTS = 6  # the nearest events that an article is compared with
MEMBERS = 32  # members of an event that speak for it: the article's neighbours, then the latest


@frozen(eq=False)
class Group:
    """An event as it is compared with an article."""

    event: str
    positions: list[int]  # of those that speak for it
    whole: bool = True  # False where it has more members than those


class Membership:
    """Events of a window as positions in it, in order of arrival."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._positions: dict[str, list[int]] = {}

    def restore(self, entries: Sequence[Entry]) -> None:
        """Take in articles placed earlier, in the order of their sequence."""
        first = len(self._window.entries)
        self._window.extend(entries)
        for position, entry in enumerate(entries, first):
            self._join(position, entry.event)

    def keep(self, entry: Entry) -> int:
        """Take in an article placed now; gives its position."""
        position = self._window.add(entry)
        self._join(position, entry.event)
        return position

    def near(self, entry: Entry) -> list[Group]:
        """The nearest events, the nearest first, each with those of its members that speak for it."""
        near: dict[str, list[int]] = {}
        member = entry.member
        for position in self._window.near(member.signature, member.time, member.language):
            near.setdefault(self._window.entry(position).event, []).append(position)
        groups = []
        for event, positions in list(near.items())[:EVENTS]:
            every = self._positions[event]
            others = [position for position in reversed(every) if position not in positions]
            chosen = sorted([*positions, *others[: max(0, MEMBERS - len(positions))]])
            groups.append(Group(event, chosen, len(chosen) == len(every)))
        return groups

    def everyone(self, event: str) -> list[int]:
        """All members of an event, not only those that speak for it."""
        return list(self._positions[event])

    def move(self, position: int, event: str) -> None:
        """Put a member into another event."""
        entry = self._window.entry(position)
        self._leave(position, entry.event)
        self._join(position, event)
        self._positions[event].sort()
        self._window.entries[position] = evolve(entry, event=event)

    def let_go(self) -> None:
        """Drop what the window no longer spans, and close its gaps where there are many."""
        for article in self._window.stale():
            position = self._window.positions[article]
            self._leave(position, self._window.entry(position).event)
            self._window.remove(article)
        if self._window.crowded():
            self._window.compact()
            self._positions = {}
            for position, entry in enumerate(self._window.entries):
                if entry is not None:
                    self._join(position, entry.event)

    def entries(self, groups: Iterable[Group]) -> list[Entry]:
        """Those that speak for events, one event after the other."""
        return [self._window.entry(position) for group in groups for position in group.positions]

    def _join(self, position: int, event: str) -> None:
        self._positions.setdefault(event, []).append(position)

    def _leave(self, position: int, event: str) -> None:
        self._positions[event].remove(position)
        if not self._positions[event]:
            del self._positions[event]
