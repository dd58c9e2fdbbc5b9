"""Whether words that look like an outlet's name are one: capitals, endings, what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.cited.citing import Words, another_word
from monitor.analysis.cited.credits import signed
from monitor.analysis.cited.outlet_names import OutletName
from monitor.text.folded import Token, tokens
from monitor.text.inflection import is_surname_of

SHORT_NAME = 3  # letters; a small word of the language but for its capitals: nos, NOS


def is_named(sentence: str, here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words) -> bool:
    """Whether words that look like an outlet's name are written as it is."""
    first, last = span
    written = sentence[here[first].start : here[last - 1].end]
    if len(written) <= SHORT_NAME and written.casefold() in words.common and not written.isupper():
        return False
    if not (outlet.own or _known(here, span, outlet, words)) or another_word(
        sentence, here[last - 1], outlet.name, words
    ):
        return False
    if not _written_so(written, here[first:last], outlet, english=bool(words.definite)):
        return outlet.own and last - first == 1 and written.islower() and signed(sentence, here, span, words)
    # Hill said: a person
    return not (outlet.bare and words.definite and not (first and here[first - 1].folded in words.definite))


def describes(sentence: str, here: Sequence[Token], pair: Sequence[tuple[int, int, OutletName]], words: Words) -> bool:
    """Whether a name that tells what an outlet is stands right before another: the Iranian agency Tasnim."""
    if len(pair) < 2 or pair[0][1] != pair[1][0] or pair[0][2].slug == pair[1][2].slug:
        return False
    (first, last, _), _ = pair
    between = sentence[here[last - 1].end : here[last].start]
    return last - first > 1 and bool(words.nouns.find(here[first:last])) and not between.strip(' "“„«-')


def _written_so(written: str, here: Sequence[Token], outlet: OutletName, *, english: bool) -> bool:
    """Whether a name has the capitals that it has in the catalogue: `the Guardian`, `agencia Belga`; `TAP`, no tap.

    Many a language writes acronyms as words (`Afp`): that is done here where it is no word or name besides.
    """
    parts = tokens(outlet.name)
    long = [n for n, part in enumerate(parts) if part.end - part.start > SHORT_NAME]
    telling = next((n for n in long if parts[n].upper), long[0] if long else len(parts) - 1)
    place = min(telling, len(here) - 1)
    if parts[0].folded == "the" and len(parts) == len(here) and not (here[0].upper or english):
        return False  # PNAS (Proceedings of the National Academy)
    if outlet.name.isupper() and not _acronym(written):
        bent = here[-1].folded != parts[-1].folded
        if outlet.ordinary or not outlet.own or bent:
            return False  # Папой is no ПАП
    if len(parts) == 1 and (_too_short(here[-1], parts[0]) or is_surname_of(here[-1].folded, parts[0].folded)):
        return False
    word = here[place]
    if word.upper or not parts[telling].upper or word.folded[-1:].isdigit():  # g1
        return True
    behind = written[word.start - here[0].start : word.end - here[0].start].removesuffix(parts[telling].folded)
    return word.folded != parts[telling].folded and any(map(str.isupper, behind))  # kweReuters


def _too_short(word: Token, name: Token) -> bool:
    """Whether a short name would have lost its end: the Koch of an institute is no Коха."""
    return word.upper and len(word.folded) < len(name.folded) <= SHORT_NAME + 2


def _acronym(written: str) -> bool:
    """Whether there is more than one capital, or no letter that could be one."""
    return sum(letter.isupper() for letter in written) > 1 or not any(letter.islower() for letter in written)


def _known(here: Sequence[Token], span: tuple[int, int], outlet: OutletName, words: Words) -> bool:
    """Whether these words name an outlet that the catalogue names so in other languages only.

    No word is bent into such a name (`Milena` is no Milenio), least of all into a short one (کافی is no إفي with a
    preposition), and none is that means an outlet here (дневник).
    """
    first, last = span
    noun = words.nouns.at(here, first)
    name, word = tokens(outlet.name)[-1].folded, here[last - 1].folded
    bent = not word.startswith(name) if len(name) <= SHORT_NAME else name not in word
    return not bent and not (noun and noun[0] == last)
