"""The words around names in a language, compiled from its frames."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache, partial

from attrs import frozen

from monitor.analysis.frames import frames, listed, territories
from monitor.language import language as look_up
from monitor.text.folded import Token, fold
from monitor.text.inflection import is_surname_of
from monitor.text.phrases import Phrases
from monitor.text.stopwords import stopwords

CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_FOLDED = (
    "that",
    "ands",
    "whiles",
    "definite",
    "articles",
    "singular",
    "same",
    "reported",
    "ambiguous",
    "kin",
    "they",
    "selves",
    "objects",
    "fields",
    "proclitics",
)
_MARKED_NAME = 4  # syllables of a full Korean name and its marker
_GIVEN = 3  # characters of a Japanese given name at most
_LAST_NAMES = ("ski", "cki", "ský", "cký", "ский", "ський", "ски")  # ends of those made of places: Lipski of Lipsk


@frozen(kw_only=True)
class NameWords:
    """What stands around names and in their place; `Frames` says what each list is for."""

    language: str
    cased: bool
    spaced: bool
    drops: bool
    inverts: bool
    placed: bool
    order: str
    article: str
    pronouns: Phrases[str]
    titles: Phrases[str]
    callings: Phrases[str]
    prepositions: Phrases[str]
    stops: Phrases[str]
    verbs: Phrases[str]  # of speech; a name in Han characters ends at one
    bodies: Phrases[str]
    ages: Phrases[str]
    possessives: Phrases[str]
    these: Phrases[str]
    groups: Phrases[str]  # police, officials, a source: not whoever was named last
    anonymous: Phrases[str]
    plurals: Phrases[str]
    particles: frozenset[str]
    common: frozenset[str]  # function words, which begin sentences with a capital letter
    that: frozenset[str]
    ands: frozenset[str]
    whiles: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    singular: frozenset[str]
    surnames: frozenset[str]
    families: frozenset[str]  # those among them
    markers: tuple[str, ...]
    suffixed: bool
    oblique: tuple[str, ...]
    same: frozenset[str]
    reported: frozenset[str]
    ambiguous: frozenset[str]
    calls: Phrases[str]
    objects: frozenset[str]
    seats: frozenset[str]
    kin: frozenset[str]
    they: frozenset[str]
    outlets: Phrases[str]  # agency, newspaper: a name behind one is no person's
    selves: frozenset[str]
    fields: frozenset[str]
    proclitics: frozenset[str]
    sources: tuple[str, ...]
    several: tuple[str, ...]

    @cached_property
    def polite(self) -> Phrases[str]:
        """What stands for a given name behind a family name: 先生."""
        return listed(self.language, "polite")

    @cached_property
    def pauses(self) -> bool:
        """Whether signs part clauses and sentences; in Thai spaces alone do, where verbs end what precedes words."""
        return self.spaced or bool(self.markers) or self.order != "before"

    @cached_property
    def folk(self) -> Phrases[str]:
        """Words for somebody that are no office: the woman, the pensioner."""
        return listed(self.language, "folk")

    @cached_property
    def questioned(self) -> Phrases[str]:
        """Words that begin a sentence about whoever was named last, who answers: asked about it, he said."""
        return listed(self.language, "questioned")

    @cached_property
    def whose(self) -> Phrases[str]:
        """What begins a sentence that says whose the words before it are: these are the words of."""
        return listed(self.language, "whose")

    @cached_property
    def relatives(self) -> frozenset[str]:
        """Pronouns that begin a clause about whoever stands before: che."""
        return _folded(frames(self.language).relatives)

    @cached_property
    def sexes(self) -> dict[str, str]:
        """Pronouns and articles that tell a man (m) or a woman (f)."""
        data = frames(self.language)
        return {fold(word): one for one, words in (("m", data.he), ("f", data.she)) for word in words}

    @cached_property
    def officials(self) -> Phrases[str]:
        """Offices that speak without a name: the police, the government."""
        return listed(self.language, "officials", inflected=True)

    @cached_property
    def heads(self) -> Phrases[str]:
        """Words with which bodies' names begin, or end where `heads_last` is set."""
        return listed(self.language, "heads")

    @cached_property
    def organisations(self) -> Phrases[str]:
        """Whole names of bodies, where no capital tells them."""
        return listed(self.language, "organisations")

    @cached_property
    def places(self) -> Phrases[str]:
        """Countries and capitals, in any case."""
        return _phrases(self.language, *frames(self.language).seats, *territories(self.language), inflected=True)

    def place(self, words: Sequence[Token], at: int) -> int | None:
        """Where a country or capital that begins at a place ends; Brun is no Brunei."""
        found = self.places.at(words, at)
        return found[0] if found and self._bends(words[found[0] - 1].folded, found[1]) else None

    def outlet(self, words: Sequence[Token], at: int) -> int | None:
        """Where a word for outlets that begins at a place ends; Радев is no радио."""
        found = self.outlets.at(words, at)
        return found[0] if found and self._bends(words[found[0] - 1].folded, found[1]) else None

    def _bends(self, word: str, phrase: str) -> bool:
        """Whether a word is a phrase's last one in some case, and no last name made of it: Ганев, Lipski."""
        noun = fold(phrase.rpartition(" ")[2])
        named = word.endswith((*_LAST_NAMES, *frames(self.language).last_names)) or is_surname_of(word, noun)
        return word.startswith(noun[:-1]) and (word == noun or not named)

    @cached_property
    def things(self) -> Phrases[str]:
        """Words for bodies, outlets and works, in any case."""
        return listed(self.language, "bodies", "nouns", "works", inflected=True)

    @cached_property
    def cyrillic(self) -> bool:
        """Whether the language writes in Cyrillic."""
        return look_up(self.language).script == "Cyrl"

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """The article and the prepositions that are joined to nouns."""
        data = frames(self.language)
        return (data.article, *data.to, *data.at) if data.joined else (data.article,)

    @cached_property
    def determiners(self) -> frozenset[str]:
        """Articles of either kind."""
        return self.definite | self.articles

    def joins(self, word: Token, marker: str) -> bool:
        """Whether a subject's marker is written at a word's end: 장관은."""
        ends = self.suffixed and len(word.folded) > 1 and word.folded.endswith(marker)
        return ends and not (self.oblique and word.folded.endswith(self.oblique))

    def joins_name(self, words: Sequence[Token], at: int, marker: str) -> bool:
        """The same, be it at the end of a title or a full name that only looks like a participle: 배우 윤서하는."""
        word = words[at]
        if self.joins(word, marker):
            return True
        title = self.titles.at(words, at) if self.suffixed and word.folded.endswith(marker) else None
        if title is not None and title[1].rstrip("*") == word.folded.removesuffix(marker):  # 책임자는
            return True
        full = self.suffixed and len(word.folded) == _MARKED_NAME and word.folded.endswith(marker)
        titled = full and at > 0 and self.titles.at(words, at - 1) is not None
        return titled and word.folded[0] in self.families

    def marker(self, word: Token) -> str:
        """The subject's marker at a word's end, where the language joins it."""
        return next((marker for marker in self.markers if self.joins(word, marker)), "")

    def titled(self, words: Sequence[Token]) -> set[int]:
        """The places of words that belong to titles."""
        return {place for first, last, _ in self.titles.find(words) for place in range(first, last)}

    def surnamed(self, words: Sequence[Token]) -> bool:
        """Whether words, each a character, are a family name and one or two more."""
        return 2 <= len(words) <= 3 and words[0].folded in self.surnames

    def japanese(self, written: str, characters: int) -> bool:
        """Whether so many characters are a frequent family name of two or three and one to three more: 大谷翔平."""
        return any(written[:size] in self.families and size < characters <= size + _GIVEN for size in (2, 3))


@lru_cache(maxsize=64)
def name_words(language: str) -> NameWords:
    """The words around names in a language, compiled."""
    data, row, phrases = frames(language), look_up(language), partial(_phrases, language)
    nobodies = () if row.script in CASED else _nobodies(language)
    return NameWords(
        language=language,
        cased=row.script in CASED,
        spaced=row.spaces,
        drops=data.drops,
        inverts=data.inverts,
        placed=data.placed,
        order=data.order,
        article=data.article,
        pronouns=phrases(*data.pronouns, inflected=row.script not in CASED),
        titles=phrases(*data.titles, *nobodies, inflected=True),
        callings=phrases(*data.callings, inflected=True),
        prepositions=phrases(*data.prepositions),
        stops=phrases(*data.stops),
        verbs=phrases(*data.says),
        bodies=phrases(*data.bodies, inflected=True),
        ages=phrases(*data.ages),
        these=phrases(*data.these),
        possessives=phrases(*data.possessives),
        groups=phrases(*data.bodies, *data.officials, *data.anonymous, *data.nouns, *data.kin, inflected=True),
        anonymous=phrases(*data.anonymous, inflected=True),
        plurals=phrases(*data.plurals),
        outlets=phrases(*data.nouns, inflected=True),
        particles=frozenset(data.particles),
        common=stopwords(language) - (_folded(data.families) if row.script in CASED else frozenset()),
        surnames=frozenset(data.surnames),
        families=frozenset((*data.surnames, *data.families)),
        markers=data.markers,
        suffixed=data.suffixed,
        oblique=data.oblique,
        calls=phrases(*data.calls),
        **{key: _folded(getattr(data, key)) for key in _FOLDED},
        seats=_folded((*data.seats, *territories(language))),
        sources=data.sources,
        several=data.several,
    )


def _nobodies(language: str) -> tuple[str, ...]:
    """Countries, officials and sources, which in a script without capitals may stand where a name does."""
    return (*territories(language), *frames(language).officials, *frames(language).anonymous)


def _phrases(language: str, *words: str, inflected: bool = False) -> Phrases[str]:
    return Phrases(((word, word) for word in words), language, inflected=inflected)


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
