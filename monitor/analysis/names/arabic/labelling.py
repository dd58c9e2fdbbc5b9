"""Which words of an Arabic sentence may be a name's, and where one ends: at verbs, nouns of people, clitics."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.names.given import first_names
from monitor.analysis.names.joined import has_article
from monitor.analysis.names.stretch import Stretch
from monitor.analysis.names.words import NameWords
from monitor.text.folded import Token

_OF_NAMES = frozenset({"الدین", "الله", "الرحمن", "الحق", "الاسلام", "الرحیم", "الکریم", "العزیز"})  # نور الدين زنكي
BEFORE = frozenset({"عبد", "ابو", "ابی", "ابن", "بن", "ام", "ال", "نور", "صلاح", "سیف", "عز"})  # عبد الفتاح السيسي
_ANDS = "وف"
_IMAM = "إ"
_ON, _DOTTED = "علی", ("ي", "ی")
PRONOUNS = ("هما", "ها", "هم", "نا", "ه")
_OBJECTS = ("ها", "هم", "هما")
_OWN_NAMES = frozenset({"امیره", "شیخه", "ملکه", "سیده", "عمه", "خاله"})
_NAME = 2  # words of a name
_TANWIN = ("ًا", "اً")  # at an adverb's end
_ADVERB = "ا"
_MARKS = frozenset(":،,؛.»")
_VERB = 4  # letters; shorter ones are names too: علق, بین


def mark(stretch: Stretch, labels: list[str]) -> None:
    """Small words, nouns of people and verbs are no names; a first name and what stands behind it may be."""
    _adverbs(stretch, labels)
    _small(stretch, labels)
    _people(stretch, labels)
    _surnames(stretch, labels)
    _verbs(stretch, labels)


def _adverbs(stretch: Stretch, labels: list[str]) -> None:
    """`موجهًا`, `للفضاء`: adverbs by their ending, and nouns behind `to the`."""
    for at, word in enumerate(stretch.words):
        adverb = stretch.body[word.start : word.end].endswith(_TANWIN)
        if labels[at] == "n" and (adverb or (word.folded.startswith("لل") and len(word.folded) > _VERB)):
            labels[at] = "o"


def _verbs(stretch: Stretch, labels: list[str]) -> None:
    """Verbs of speech, be it behind `and` (`واعتذر الوزير`), where they are no last word of a name."""
    words, verbs = stretch.words, stretch.rules.verbs
    for first, last, _ in verbs.find(words):
        if last - first > 1 or _is_apart(stretch, labels, first) or len(words[first].folded) >= _VERB:
            labels[first:last] = ["s"] * (last - first)
    for at, word in enumerate(words):
        if labels[at] != "n" or word.folded[0] not in _ANDS:
            continue
        bare = Token(word.start, word.end, word.folded[1:], upper=False)
        apart = len(bare.folded) >= _VERB or _is_apart(stretch, labels, at)
        if apart and verbs.at([bare], 0) is not None:
            labels[at] = "s"


def _is_apart(stretch: Stretch, labels: Sequence[str], at: int) -> bool:
    """Whether no word of a name stands right before a place."""
    return at == 0 or labels[at - 1] != "n" or not stretch.gap(at).isspace()


def _small(stretch: Stretch, labels: list[str]) -> None:
    """`وفيما لفت`, `تبثها`, `بادعاء الحرص`: small words behind `and`, verbs with objects, and behind a preposition.

    A letter of a preposition begins no name without a first name where a noun with the article stands behind.
    """
    words, rules, first = stretch.words, stretch.rules, first_names(stretch)
    for at, word in enumerate(words):
        if labels[at] != "n" or at in first or len(word.folded) < _VERB:
            continue
        bare = word._replace(folded=word.folded[1:])
        behind = at - 1 in first
        definite = at + 1 < len(words) and has_article(words[at + 1], rules) and stretch.gap(at + 1).isspace()
        if word.folded[0] in _ANDS and rules.stops.at([bare], 0) is not None:
            labels[at] = "s"
        elif not behind and (word.folded.endswith(_OBJECTS) or (definite and word.folded[0] in rules.proclitics)):
            labels[at] = "o"


def _people(stretch: Stretch, labels: list[str]) -> None:
    """Ali is no preposition where it is written with its dots; whose coach one is, is a title: مدربه, أعمالها."""
    first = first_names(stretch)
    for at, word in enumerate(stretch.words):
        written = stretch.body[word.start : word.end]
        if labels[at] == "g" and word.folded == _ON and written.endswith(_DOTTED):
            labels[at] = "n"
        elif (
            labels[at] == "n"
            and at not in first
            and _is_owned(word.folded, stretch.rules, after_title=at > 0 and labels[at - 1] == "t")
        ):
            labels[at] = "t"


def _surnames(stretch: Stretch, labels: list[str]) -> None:
    """What is like a title behind a first name alone is a surname: يوسف الشاهد, عادل إمام."""
    words, rules = stretch.words, stretch.rules
    for at in first_names(stretch):
        labels[at] = "n" if labels[at] == "t" else labels[at]
        imam = labels[at + 1 : at + 2] == ["g"] and stretch.body[words[at + 1].start] == _IMAM and at + 2 < len(words)
        if labels[at] == "n" and imam:  # عادل إمام على, which is no أمام
            labels[at + 1] = "n"
        elif labels[at] == "n" and labels[at + 1 : at + 2] == ["t"] and (not at or labels[at - 1] != "n"):
            behind = words[at + 2] if at + 2 < len(words) else None
            role = behind is not None and (labels[at + 2] == "t" or has_article(behind, rules))
            if has_article(words[at + 1], rules) or not role:
                labels[at + 1] = "n"


def _is_owned(word: str, rules: NameWords, *, after_title: bool) -> bool:
    """Whether a word is a title, or stands behind one, and ends in a pronoun."""
    ending = next((ending for ending in PRONOUNS if word.endswith(ending)), "")
    if not ending or word in _OWN_NAMES:
        return False
    stem = word.removesuffix(ending)
    stems = (stem, stem.removesuffix("ت") + "ه") if stem.endswith("ت") else (stem,)
    titled = any(rules.titles.at([Token(0, 0, each, upper=False)], 0) for each in stems if len(each) > 2)
    return titled or (after_title and len(ending) > 1 and len(stem) > 2)


def name_ends(stretch: Stretch, labels: Sequence[str]) -> frozenset[int]:
    """Behind `الأعمال` in `تصريف الأعمال سامر حداد`, before `الأوضاع`, and where a name is full."""
    words, rules, first = stretch.words, stretch.rules, first_names(stretch)
    found = _full_at(stretch, labels)
    for at in range(1, len(words)):
        closes = has_article(words[at - 1], rules) and words[at - 1].folded not in _OF_NAMES
        closes = closes and at - 1 not in first
        if labels[at - 1 : at + 1] == ["n", "n"] and closes and not (at > 1 and words[at - 2].folded in BEFORE):
            found.add(at)
    return frozenset(found)


def _full_at(stretch: Stretch, labels: Sequence[str]) -> set[int]:
    """Before first names that begin names, and behind them and a word or two: يحيى سريع | شركات.

    Not behind one word that may be a first name itself: الوزير كنعان خالد.
    """
    words, rules, first, found = stretch.words, stretch.rules, first_names(stretch), set[int]()
    size = before = 0  # words of a name with a first name, and of others before it
    for at in range(len(labels)):
        if labels[at] not in "np" or (at and not stretch.gap(at).isspace()):
            size = before = 0
        if labels[at] not in "np":
            continue
        small = at > 0 and words[at - 1].folded in BEFORE
        surname = words[at].folded.startswith(rules.article) or words[at].folded in BEFORE or at in first
        surname = surname or _closes(stretch, at)
        if at in first and not size:
            titled = before == 1 and at > 1 and labels[at - 2] == "t" and not has_article(words[at - 1], rules)
            found |= set() if titled or small else {at}
            size = 1 + (titled or small)
        elif size and not small and (size > _NAME or (size == _NAME and not surname) or _is_led(stretch, at, size)):
            found.add(at)
            size, before = int(at in first), int(at not in first)
        elif size:
            size += words[at].folded not in BEFORE
        else:
            before += 1
    return found


def _closes(stretch: Stretch, at: int) -> bool:
    """`رجب طيب أردوغان: «`: whether a mark stands right behind a third word that is no adverb: قائلا."""
    word = stretch.words[at]
    return not word.folded.endswith(_ADVERB) and stretch.body[word.end : word.end + 1] in _MARKS


def _is_led(stretch: Stretch, at: int, size: int) -> bool:
    """`إيمرسون منانغاغوا بفارق`: whether a preposition's letter may begin a word behind two of a name."""
    word = stretch.words[at].folded
    return size == _NAME and len(word) >= _VERB and word[0] in stretch.rules.proclitics
