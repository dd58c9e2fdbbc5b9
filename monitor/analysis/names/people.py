"""Who speaks: finds the subject of a verb of speech without a parser, and knows people again by their last name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from attrs import define, field, frozen

from monitor.analysis.frames import frames, territories
from monitor.analysis.names.arabic import cuts, definite
from monitor.analysis.names.surnames import chinese, is_korean, japanese, korean
from monitor.language import language as look_up
from monitor.text.phrases import Phrases, Token, fold, forms
from monitor.text.stopwords import stopwords

CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_INSIDE_NAME = regex.compile(r"^(?:[\s\u200c]*|[-‐‑־'’·・=.]|\.\s)$")
_OPENS = regex.compile(r"(?:^|[.!?:\n\"“„«»—–-])\s*$")
_NUMBER = regex.compile(r"\p{N}")
LONGEST_NAME = 5  # words
_PLATFORMS = frozenset(
    {"x", "twitter", "facebook", "instagram", "telegram", "tiktok", "linkedin", "bluesky", "youtube"}
)


@frozen
class PeopleWords:
    """What stands around names and in their place."""

    pronouns: Phrases[str]
    titles: Phrases[str]
    prepositions: Phrases[str]
    stops: Phrases[str]
    particles: frozenset[str]
    common: frozenset[str]  # function words, which begin sentences with a capital letter
    markers: tuple[str, ...]
    drops: bool  # a verb may stand without its subject
    cased: bool
    spaced: bool
    inflected: bool
    that: frozenset[str]
    article: str  # joined to nouns, and hardly to first names: ال
    surnames: frozenset[str]
    verbs: Phrases[str]  # of speech; a name in Han characters ends at one
    bodies: Phrases[str]  # ministry, bank: no people
    ages: Phrases[str]
    possessives: Phrases[str]  # her, 她的
    ands: frozenset[str]  # and, but
    definite: frozenset[str]  # the, der
    groups: Phrases[str]  # police, officials, a source: not whoever was named last
    articles: frozenset[str]  # el, la: a subject begins
    determiners: frozenset[str]  # both


def _nobodies(language: str) -> tuple[str, ...]:
    """What may stand where a name does in a script without capitals: countries, officials, a source."""
    data = frames(language)
    return (*territories(language), *data.officials, *data.anonymous)


@lru_cache(maxsize=64)
def people_words(language: str) -> PeopleWords:
    """The words around names in a language, compiled."""
    data, row = frames(language), look_up(language)
    cased = row.script in CASED

    def phrases(words: Sequence[str], *, inflected: bool) -> Phrases[str]:
        return Phrases(((word, word) for word in words), language, inflected=inflected)

    return PeopleWords(
        pronouns=phrases(data.pronouns, inflected=not cased),
        titles=phrases(data.titles if cased else (*data.titles, *_nobodies(language)), inflected=True),
        prepositions=phrases(data.prepositions, inflected=False),
        stops=phrases(data.stops, inflected=False),
        particles=frozenset(data.particles),
        common=stopwords(language),
        markers=data.markers,
        drops=data.drops,
        cased=cased,
        spaced=row.spaces,
        inflected=not cased,
        that=frozenset(fold(word) for word in data.that),
        article=data.article,
        surnames=frozenset(data.surnames),
        verbs=phrases(data.says, inflected=False),
        bodies=phrases(data.bodies, inflected=True),
        possessives=phrases(data.possessives, inflected=False),
        ages=phrases(data.ages, inflected=False),
        definite=frozenset(fold(word) for word in data.definite),
        groups=phrases((*data.bodies, *data.officials, *data.anonymous, *data.nouns), inflected=True),
        articles=frozenset(fold(word) for word in data.articles),
        determiners=frozenset(fold(word) for word in (*data.definite, *data.articles)),
        ands=frozenset(fold(word) for word in data.ands),
    )


@frozen(slots=True)
class Run:
    """Words that may be a name."""

    first: int
    last: int  # after the last
    titled: bool  # beside a title such as president
    governed: bool  # after a preposition, or a possessive: no subject
    owner: bool = False  # a possessive: Ahmed Saleh's reply

    @property
    def length(self) -> int:
        """In tokens."""
        return self.last - self.first


def runs(text: str, words: Sequence[Token], language: str) -> list[Run]:
    """Word sequences that may be names, cut at titles, prepositions and words at which names end.

    text: what the tokens' places refer to.
    """
    rules = people_words(language)
    labels = _labels(text, words, rules)
    ends = cuts(words, labels, rules.article) if rules.article == "ال" else frozenset()
    found: list[Run] = []
    position = 0
    while position < len(words):
        if labels[position] != "n":
            position += 1
            continue
        end = position + 1
        while (
            end < len(words)
            and end not in ends
            and labels[end] in {"n", "p"}
            and _joined(text, words[end - 1], words[end])
        ):
            end += 1
        while labels[end - 1] == "p":
            end -= 1
        found.append(_run(text, words, labels, (position, end), markers=bool(rules.markers)))
        position = end
    return found


def _run(text: str, words: Sequence[Token], labels: Sequence[str], span: tuple[int, int], *, markers: bool) -> Run:
    """markers: particles stand behind nouns, so that one before a name says nothing about it."""
    first, last = span
    before = labels[first - 1] if first else ""
    ahead = first - 1
    while ahead >= 0 and (labels[ahead] == "t" or (labels[ahead] == "s" and ahead and labels[ahead - 1] == "g")):
        ahead -= 1
    possessive = text[words[last - 1].end : words[last - 1].end + 2] in {"'s", "’s"}
    beside = before == "t" or (
        last < len(labels) and labels[last] == "t" and _joined(text, words[last - 1], words[last])
    )
    close = ahead < 0 or "," not in text[words[ahead].end : words[first].start]
    after_preposition = ahead >= 0 and labels[ahead] == "g" and close and not markers
    owner = possessive and not after_preposition
    return Run(first, last, titled=beside, governed=possessive or after_preposition, owner=owner)


def _labels(text: str, words: Sequence[Token], rules: PeopleWords) -> list[str]:
    """N may belong to a name, t title, g preposition, s ends a name, p particle inside a name, o anything else."""
    labels = ["n" if _may_name(text, word, rules) else "o" for word in words]
    for label, phrases in (("g", rules.prepositions), ("s", rules.stops), ("t", rules.titles)):
        for first, last, _ in phrases.find(words):
            if label != "t" or not rules.cased or not _ends_name(words, labels, (first, last)):
                labels[first:last] = [label] * (last - first)
    _platforms(words, labels)
    if rules.article:
        definite(words, labels, rules.article)
    if rules.surnames and rules.spaced:
        korean(words, labels, rules.surnames)
    elif rules.surnames:
        chinese(text, words, labels, rules.surnames, rules.verbs)
    elif rules.markers and not rules.spaced:
        japanese(text, words, labels)
    for n in range(1, len(words) - 1):
        if words[n].folded in rules.particles and not words[n].upper:
            near = labels[n - 1] in {"n", "p"} and (not rules.cased or _joined(text, words[n - 1], words[n]))
            between = near and (words[n + 1].upper or words[n + 1].folded in rules.particles)
            labels[n] = "p" if between or not rules.cased else labels[n]
    return labels


def _platforms(words: Sequence[Token], labels: list[str]) -> None:
    """`escribió en X Inés Ruiz`: a network behind a preposition is no part of a name."""
    for at in range(1, len(words)):
        if words[at].folded in _PLATFORMS and labels[at - 1] == "g":
            labels[at] = "o"


def _ends_name(words: Sequence[Token], labels: Sequence[str], span: tuple[int, int]) -> bool:
    """True for a title's word that is somebody's last name: Eva Richter, not Minister Richter."""
    first, last = span
    before = first > 0 and labels[first - 1] == "n" and words[first].start - words[first - 1].end <= 1
    follows = last < len(words) and labels[last] == "n" and words[last].start - words[last - 1].end <= 1
    return words[first].upper and before and not follows


def _may_name(text: str, word: Token, rules: PeopleWords) -> bool:
    if rules.cased and not word.upper:
        return False
    if _NUMBER.match(word.folded):
        return False
    if not rules.cased:
        return True
    opens = word.folded in rules.common and _OPENS.search(text[max(0, word.start - 3) : word.start])
    return not opens and not (word.start == 0 and word.folded in rules.common)


def _joined(text: str, left: Token, right: Token) -> bool:
    return bool(_INSIDE_NAME.match(text[left.end : right.start]))


@define
class Cast:
    """The people of one article, so that a last name or a pronoun finds the full name."""

    language: str
    names: dict[tuple[str, ...], str] = field(factory=dict)  # folded words -> as written
    last: str = ""  # who spoke last, or of whom was spoken last
    _forms: dict[tuple[str, ...], frozenset[str]] = field(factory=dict, init=False)  # of all words of a name

    def introduce(self, name: str, folded: Sequence[str]) -> None:
        """Remember a full name."""
        parts = tuple(folded)
        if (len(parts) > 1 or is_korean(parts[0])) and parts not in self.names:
            self.names[parts] = name
            self._forms[parts] = frozenset(form for part in parts for form in forms(part, self.language))

    def full(self, name: str, folded: Sequence[str]) -> str:
        """The first full name that a shorter one is part of; the name itself where there is none."""
        if len(folded) == 1 and len(folded[0]) == 1 and self.language.startswith("ko"):  # 류 교수
            return next((self.names[parts] for parts in self.names if parts[0].startswith(folded[0])), name)
        wanted = [forms(word, self.language) for word in folded]
        for parts, known in self._forms.items():
            if len(parts) > len(folded) and not any(known.isdisjoint(word) for word in wanted):
                return self.names[parts]
        return name


def best(candidates: Sequence[Run], words: Sequence[Token], cast: Cast, *, nearest_last: bool) -> Run | None:
    """The likeliest subject: several words, beside a title, known from before; then the nearest."""
    rules = people_words(cast.language)
    usable = [run for run in candidates if not run.governed]

    def score(entry: tuple[int, Run]) -> tuple[float, int]:
        place, run = entry
        size = run.length if rules.spaced else run.length / 2
        folded = [word.folded for word in words[run.first : run.last]]
        known = any(set(folded) <= set(parts) for parts in cast.names)
        own = bool(rules.surnames) and words[run.first].folded in rules.surnames and 2 <= run.length <= 3
        points = 2.0 * (2 <= size <= LONGEST_NAME) + 2.0 * known + 1.0 * run.titled - 2.0 * (size > LONGEST_NAME)
        points += 3.0 * own
        return points, place if nearest_last else -place

    return max(enumerate(usable), key=score)[1] if usable else None
