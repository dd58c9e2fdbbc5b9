"""Numbers put together from digits and words: 53 bin 537, two and a half million, zweiundzwanzig, بیست و دو."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex
from attrs import define, evolve, field, frozen

from monitor.text.number_tokens import Token, value_of
from monitor.text.number_words import NumberWords

MAX_PARTS = 16
_THOUSAND = 1000.0
_ABBREVIATION = 5  # letters at most of a magnitude that is written with a full stop

_GAP = regex.compile(r"[ \u00a0\u202f\u200c-]{0,2}")
_RUN_ON = frozenset({"th", "lo", "km", "my"})
_NO_GAP = frozenset({"de", "nl", "da"})  # their "and" joins a compound only inside one word
_GROUPS_BY_COMMA_TOO = frozenset({"es"})  # 10,000 habitantes in Lima, 10.000 in Madrid
_GROUPED = regex.compile(r"[1-9]\d{0,2},\d{3}")
_HALF_AFTER = frozenset({"tr", "az", "id", "ms", "vi", "uz", "ky", "kk", "am", "tl", "ps"})  # 2 buçuk, satu setengah
_JOINED_AND = {"rw": ("n'",), "zu": ("na", "ne")}  # ibihumbi bitatu n'amagana abiri, ayishumi nanhlanu
_NEVER = ("\0",)
_NOT_GLUED = frozenset({"በመቶ"})  # per cent
_JOINS_DIGITS = frozenset({"fa", "ar", "ur", "ps", "ckb", "he"})


@frozen
class Part:
    """What a token, or a piece of one, is in a number."""

    start: int
    end: int
    value: float | None = None
    multiplier: float | None = None
    digits: bool = False
    one: bool = False
    half: bool = False
    joins: bool = False  # "and", alone or as the first letter


@frozen
class Number:
    """A number read: its place, its value, and by how much its magnitude words raised it (1 for "12")."""

    start: int
    end: int
    value: float
    scale: float = 1.0
    digits: bool = True


def parts(found: Sequence[Token], known: NumberWords, base: str, *, comma: bool) -> list[Part]:
    """The parts of numbers among tokens, in order; what is none is left out."""
    listed: list[Part] = []
    added: tuple[int, float] | None = None  # where a word such as साढ़े stands, and what it adds
    place = 0
    while place < len(found):
        token = found[place]
        place += 1
        if token.digits:
            grouped = base in _GROUPS_BY_COMMA_TOO and _GROUPED.fullmatch(token.key) is not None
            value = value_of(token.key, comma=comma and not grouped)
            if value is not None:
                listed.append(Part(token.start, token.end, value, digits=True))
            if value is not None and known.spoken is not None:
                place = _in_run(listed, found, place, known, base)
            continue
        if token.key in known.added:
            added = token.start, known.added[token.key]
            continue
        pair = f"{token.key} {found[place].key}" if token.key in known.begin and place < len(found) else ""
        if pair in known.numbers:
            listed.append(Part(token.start, found[place].end, known.numbers[pair]))
            place += 1
            continue
        for part in _of_word(token, known, base):
            if added is not None:
                listed.extend(_with_added(part, *added))
                added = None
            else:
                listed.append(part)
    return listed


def _in_run(listed: list[Part], found: Sequence[Token], place: int, known: NumberWords, base: str) -> int:
    """Raise the last figure by what a run before it ends in (ဒေါ်လာသန်း ၅၀), and add the decimals behind it (၂ ဒသမ ၅)."""
    last = listed[-1]
    if found[place : place + 1] and found[place].key in known.points and found[place + 1 : place + 2]:
        decimals = found[place + 1]
        if decimals.digits and (value := value_of(f"{last.value:.0f}.{decimals.key}", comma=False)) is not None:
            listed[-1] = Part(last.start, decimals.end, value, digits=True)
            return place + 2
    before = found[place - 2].key if place > 1 and base == "my" else ""
    if before and not (place > 2 and found[place - 3].digits):
        times = next((times for word, times in known.multipliers.items() if before.endswith(word)), 1.0)
        listed[-1] = evolve(last, value=(last.value or 0.0) * times)
    return place


def _with_added(part: Part, start: int, more: float) -> Iterator[Part]:
    """A number raised by the word before it; before a magnitude the word is a number: सवा लाख."""
    if part.value is not None and part.value < _THOUSAND / 10:
        yield Part(start, part.end, part.value + more)
    elif part.multiplier is not None:
        yield Part(start, part.start - 1, 1 + more)
        yield part


def _of_word(token: Token, known: NumberWords, base: str) -> Iterable[Part]:
    if token.key in known.parts:
        return (_part(token.start, token.end, token.key, known),)
    if known.solid is not None and len(token.key) == token.end - token.start and known.solid.fullmatch(token.key):
        return _of_compound(token, known)
    if base in _RUN_ON:
        magnitude = next((word for word in known.multipliers if token.key.startswith(word)), "")
        end = token.start + len(magnitude)
        first = (Part(token.start, end, None, known.multipliers[magnitude]),) if magnitude else ()
        return (*first, *_spoken(token, known, len(magnitude)))
    if token.key.startswith(_JOINED_AND.get(base, _NEVER)) and (inner := token.key[2:]) in known.parts:
        return Part(token.start, token.start + 2, joins=True), _part(token.start + 2, token.end, inner, known)
    return _of_prefixed(token, known) if known.glued else ()


def _spoken(token: Token, known: NumberWords, begin: int) -> Iterator[Part]:
    """Numbers inside a run of a script without spaces, each before what it counts: ຊາວບ້ານສາມສິບຫ້າຄົນ."""
    if known.spoken is None or len(token.key) != token.end - token.start:
        return
    for found in known.spoken.finditer(token.key, begin):
        for first, last in found.spans("part"):
            yield _part(token.start + first, token.start + last, token.key[first:last], known)


def _of_prefixed(token: Token, known: NumberWords) -> Iterator[Part]:
    """A number behind a one-letter preposition or "and", or that letter before digits."""
    letter = token.key[:1]  # nothing is left of a vowel sign that stands alone
    if token.key in known.joins:
        yield Part(token.start, token.end, joins=True)
    elif len(token.key) > 2 and letter in known.glued and token.key not in _NOT_GLUED:
        inner = token.key[1:]
        if inner in known.parts:
            yield evolve(_part(token.start, token.end, inner, known), joins=letter in known.joins)


def _of_compound(token: Token, known: NumberWords) -> Iterator[Part]:
    """The parts of a compound written as one word."""
    for piece in known.solid_part.finditer(token.key) if known.solid_part else ():
        if piece[0] in known.parts:
            yield _part(token.start + piece.start(), token.start + piece.end(), piece[0], known)


def _part(start: int, end: int, key: str, known: NumberWords) -> Part:
    """What a word of `known.parts` is in a number."""
    value, multiplier = known.numbers.get(key), known.multipliers.get(key)
    half, one, joins = key in known.halves, key in known.ones, key in known.ands
    return Part(start, end, value if value is not None else (1.0 if one else None), multiplier, False, one, half, joins)


@define
class _Sum:
    """A number while its parts are read; `limit` is what the next part must be smaller than."""

    base: str
    stack: list[float] = field(factory=list)
    limit: float = float("inf")
    digits: bool = True
    numbers: int = 0
    only_ones: bool = True
    multiplied: float = 1.0
    begun_by_half: bool = False

    def add(self, part: Part, *, joined: bool, raised: float, gap: str) -> bool:
        """Take a number; False where it begins another one. `raised`: the multiplier that follows it, or 0."""
        value = part.value or 0.0
        if self.stack:
            if self.base == "fr" and value == 20 and self.stack[-1] == 4 and not part.digits:  # quatre-vingt
                self.stack[-1], self.limit = 80.0, 20.0
                return True
            tens_last = joined and self.stack[-1] < 10 and value in range(20, 100, 10) and not part.digits
            if tens_last and self.limit == 1 and (self.base not in _NO_GAP or not gap):
                self.stack[-1] += value
                self.limit, self.only_ones = 1.0, False
                return True
            if (
                value >= self.limit
                or (part.digits and joined and value * raised >= self.limit)
                or (part.digits and joined and self.base not in _JOINS_DIGITS and not raised)
            ):
                return False
            mil = self.base == "es" and self.stack == [_THOUSAND] and not self.digits  # mil 906
            counts_on = part.digits and (self.multiplied > 1 or mil)  # tres mil 117
            if part.digits != self.digits and not (joined or counts_on):
                return False
        self.stack.append(value)
        self.numbers += 1
        self.only_ones &= part.one
        self.digits = part.digits
        self.limit = 0.0 if part.digits else _grain(value, self.base)
        return True

    def multiply(self, by: float) -> bool:
        """Raise what is smaller than the multiplier; False where nothing is."""
        if by == 0:  # Malay and Indonesian belas: the teens
            self.stack[-1] += 10
            return True
        raised = 0.0
        while self.stack and self.stack[-1] < by:
            raised += self.stack.pop()
        if not raised:
            return False
        self.stack.append(raised * by)
        # 3.5 billion is complete: what follows it is another number.
        self.limit = by if raised == int(raised) or not self.digits else 0.0
        self.multiplied *= by
        self.only_ones = False
        return True

    def halve(self) -> None:
        """Add a half of the last magnitude, or of one."""
        self.stack[-1] += self.limit / 2 if self.limit >= _THOUSAND else 0.5
        self.only_ones = False


def _grain(value: float, base: str) -> float:
    """What a number after this one must be smaller than to be added: 10 after twenty, 100 after three hundred."""
    if base == "fr" and value in (60, 80):
        return 20.0
    for step in (1e9, 1e6, 1e3, 100.0, 10.0):
        if value > 10 and value % step == 0 and (step > 10 or value >= 20):
            return step
    return 1.0


def numbers(listed: Sequence[Part], text: str, base: str) -> Iterator[Number]:
    """The numbers that parts make up, in order."""
    at = 0
    while at < len(listed):
        number, after = _read(listed, at, text, base)
        if number is not None:
            yield number
        at = max(after, at + 1)


def _read(listed: Sequence[Part], at: int, text: str, base: str) -> tuple[Number | None, int]:
    """The number that begins at a part, and the part after it."""
    total = _Sum(base)
    joined, end, after = False, at, at
    for place in range(at, min(len(listed), at + MAX_PARTS)):
        part = listed[place]
        gap = text[listed[place - 1].end : part.start] if place > at else ""
        if place > at and not _GAP.fullmatch(gap):
            break
        following = listed[place + 1] if place + 1 < len(listed) else None
        if part.joins and part.value is None and part.multiplier is None and not part.half:
            if not total.stack:
                break
            joined = True
            continue
        if not _take(total, part, following, joined=joined or part.joins, gap=gap):
            break
        joined = part.one and joined
        end, after = part.end, place + 1
    if not total.stack or total.only_ones or (total.begun_by_half and total.multiplied == 1):
        return None, after
    scale = total.multiplied if total.numbers == 1 else 1.0
    if text[end : end + 1] == "." and listed[after - 1].multiplier and end - listed[after - 1].start <= _ABBREVIATION:
        end += 1
    return Number(listed[at].start, end, sum(total.stack), scale, listed[at].digits), after


def _take(total: _Sum, part: Part, following: Part | None, *, joined: bool, gap: str) -> bool:
    """Add a part to a number; False where it is no part of it."""
    if part.half:
        return _take_half(total, following, joined=joined, gap=gap)
    if part.multiplier is not None and total.stack and (part.value is None or not joined):
        if joined and part.value is None:
            return False
        return total.multiply(part.multiplier)
    if part.value is None:
        return False
    if part.one and total.stack and following is not None and ((joined and following.half) or total.begun_by_half):
        return True  # two and a half, half a million: the article
    raised = following.multiplier or 0.0 if following is not None else 0.0
    return total.add(part, joined=joined, raised=raised, gap=gap)


def _take_half(total: _Sum, following: Part | None, *, joined: bool, gap: str) -> bool:
    """A half after a number (two and a half, iki buçuk, zweieinhalb) or before a magnitude (half a million)."""
    if total.stack and (joined or not gap or total.base in _HALF_AFTER):
        total.halve()
        return True
    if (total.stack and not total.only_ones) or following is None:
        return False
    if following.multiplier is None and not following.one:
        return False
    total.stack, total.limit, total.only_ones, total.numbers = [0.5], 1.0, False, 1
    total.begun_by_half = True
    return True
