"""The people of one article."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from monitor.analysis.names.declined import straightened
from monitor.analysis.names.first_names import begins_name, sex
from monitor.analysis.names.naming import Naming
from monitor.text.inflection import forms

_SHORT = 3  # letters of a first name cut short
_RECENT = 6  # people that are remembered in their order


@define
class Cast:
    """Whom an article has named, so that a last name or a pronoun finds the full name."""

    naming: Naming
    names: dict[tuple[str, ...], str] = field(factory=dict)  # folded words -> as written
    last: str = ""  # who spoke last, or of whom was spoken last
    lone: str = ""  # one word that is likely the name of whoever was spoken of last, while nobody was named in full
    recent: list[str] = field(factory=list)  # those before and including `last`, the latest at the end
    sexes: dict[str, str] = field(factory=dict)  # names -> m or f, told by verbs and pronouns
    offices: dict[str, frozenset[str]] = field(factory=dict)  # names -> titles beside them; the latest named last
    bodies: list[str] = field(factory=list)  # ministries and companies that spoke, the latest at the end
    _known: list[tuple[tuple[str, ...], frozenset[str]]] = field(factory=list, init=False)  # names, all words' forms
    _named: dict[str, None] = field(factory=dict, init=False)  # full names, the one named last at the end
    _with: dict[str, list[int]] = field(factory=dict, init=False)  # a form -> the places of names that have it

    def introduce(self, name: str, folded: Sequence[str], *, sure: bool = False) -> None:
        """Remember a full name; one word is one where it is sure or looks like one."""
        parts = tuple(folded)
        if (sure or len(parts) > 1 or self.naming.whole(parts[0])) and parts not in self.names:
            self.names[parts] = name
            known = frozenset(form for part in parts for form in self._bent(part))
            for form in known:
                self._with.setdefault(form, []).append(len(self._known))
            self._known.append((parts, known))
        self.recall(self.names.get(parts, ""))

    def hints(self, word: str) -> bool:
        """Whether a word, folded, may be part of a name that is known."""
        return not self._with.keys().isdisjoint(self._bent(word))

    def recall(self, name: str) -> None:
        """Remember that somebody known was named now."""
        if name in self._named or " " in name:
            self._named.pop(name, None)
            self._named[name] = None

    def full(self, name: str, folded: Sequence[str]) -> str:
        """The first full name that a shorter one is part of, as it is written there; the name itself if there is none.

        A name that is only known in another case is told as it stands beside a subject: `Donalda Trumpa`, then `Trump`.
        """
        if (called := self.naming.called(name, self.names.values())) is not None:
            return called
        if begins := self.naming.initial(folded):
            whole = (parts for parts in reversed(self.names) if parts[0].startswith(begins))
            return next((self.names[parts] for parts in whole if not self.naming.initial(parts)), name)
        if initialled := self._without_initials(folded):
            return initialled
        first, *others = (self._bent(word) for word in folded)
        bent = ""
        for place in sorted({place for form in first for place in self._with.get(form, ())}):
            parts, known = self._known[place]
            if len(parts) > len(folded) and not any(known.isdisjoint(word) for word in others):
                if not set(folded).isdisjoint(parts):
                    return self.names[parts]
                bent = bent or self.names[parts]
        language = self.naming.rules.language
        if not bent and len(folded) == 1 and len(folded[0]) >= _SHORT and begins_name(folded[0], language):
            return next((full for parts, full in self.names.items() if parts[0].startswith(folded[0])), name)  # Brad
        return straightened(bent, name, language) if bent else name

    def _without_initials(self, folded: Sequence[str]) -> str:
        """The first full name that `P. Holm`, `П.Орлов` may stand for; "" for others, and where none is."""
        initials = sum(len(word) == 1 for word in folded)
        if not self.naming.rules.cased or not 0 < initials < len(folded) or len(folded[0]) > 1:
            return ""
        wanted = [self._bent(word) for word in folded if len(word) > 1]
        return next(
            (
                self.names[parts]
                for parts, known in self._known
                if parts[0].startswith(folded[0]) and len(parts[0]) > 1 and not any(map(known.isdisjoint, wanted))
            ),
            "",
        )

    def lately(self, one: str) -> str:
        """Who spoke or was spoken of last of one sex, "m" or "f", else who was named; "" where nobody is told to be."""
        order = (*self._named, *(name for name in self.recent if name))
        return next((name for name in reversed(order) if self.sex_of(name) == one), "")

    def sex_of(self, name: str) -> str:
        """By first names, else by verbs and pronouns that were read: m or f, or ""."""
        return sex(name, self.naming.rules.language) or self.sexes.get(name, "")

    def speak_of(self, name: str) -> None:
        """Remember that somebody spoke or was spoken of now."""
        self.last = name
        self.recent = [*(each for each in self.recent if each != name), name][-_RECENT:]

    def meant(self, one: str) -> str:
        """Whom a verb without its subject means: who was named last, of those whom other verbs told to be of a sex."""
        if not one or self.sexes.get(self.last, one) == one:
            return self.last
        return next((name for name in reversed(self.recent) if self.sexes.get(name) == one), self.last)

    def entitle(self, name: str, titles: frozenset[str]) -> None:
        """Remember by which titles somebody was called, and that this was now."""
        if titles:
            self.offices[name] = self.offices.pop(name, frozenset()) | titles

    def holder(self, office: str) -> str:
        """Who was called by a title last, be it with more to it: 財務長官 is 長官; "" where nobody was."""
        for name, titles in reversed(self.offices.items()):
            if any(title.endswith(office) for title in titles):
                return name
        return ""

    def knows(self, folded: Sequence[str]) -> bool:
        """Whether words are of somebody's name, each as it was written there."""
        wanted = set(folded)
        return any(wanted <= set(parts) for parts in self.names)

    def _bent(self, word: str) -> tuple[str, ...]:
        return forms(word, self.naming.rules.language)
