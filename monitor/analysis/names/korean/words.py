"""What a Korean word is by its syllables: a full name, a title, or where one works."""

from __future__ import annotations

import regex

from monitor.analysis.names.korean.hangul import PARTICLES, SUBJECT, SYLLABLES
from monitor.analysis.names.words import NameWords
from monitor.text.folded import Token

COMMON = frozenset("자가들족사측회부당국팀실장군위처청단대에와과로도까의를을만씨다된될할던")  # 전문가, 주민들, 정부와
ABROAD = frozenset(
    "트르스즈크프츠드브그흐쉬슨튼턴먼킨렌렉랜맨밴셀켈젤델멜펠릭톤폰본몬콥롭플블클글틀코토카타파쿠투푸뉴뇨"
)  # 노먼트
OFFICES = frozenset("대부청처원회당국실팀과위단관권행교학법도시군구소서")  # 서울시립대, 하나증권: end where one works
_FOREIGN_ENDS = frozenset("도소시서단부")  # 이카르도, 피카소: of these, ends of foreign names
POLITE = regex.compile(r"씨[은는이가도의를]?$")
_LATIN = regex.compile(r"[a-z]{2,}$")
LONGEST_OFFICE = 4  # words of an office, and syllables of a title


def is_full_name(word: str, rules: NameWords) -> bool:
    """A frequent family name and two syllables without an ending of common nouns."""
    ends = word[-1:] not in COMMON | ABROAD
    return len(word) == SYLLABLES and word[0] in rules.families and ends


def is_title(word: str, rules: NameWords) -> bool:
    """Whether a word, be it with a particle behind, ends in a title: 국방차관은."""
    bare = word[:-1] if len(word) > 2 and word[-1] in SUBJECT else word
    ends = (Token(0, 0, bare[-size:], upper=False) for size in range(2, min(len(bare), LONGEST_OFFICE) + 1))
    return any(rules.titles.at([end], 0) for end in ends)


def has_family(word: str, rules: NameWords) -> bool:
    """Whether a word begins with a family name."""
    return word[0] in rules.surnames


def may_be_full_name(word: str, rules: NameWords) -> bool:
    """Three syllables that begin with a family name, be it with a particle behind; 하나증권 is none."""
    bare = POLITE.sub("", word)
    ends = len(bare) == SYLLABLES or (len(word) == SYLLABLES + 1 and word[-1] in PARTICLES)
    return ends and has_family(word, rules) and word[SYLLABLES - 1] not in ABROAD


def is_workplace(word: str) -> bool:
    """Whether a word may be where one works: WHO, 유럽의회."""
    return bool(_LATIN.match(word)) or (len(word) > SYLLABLES and word[-1] in OFFICES - _FOREIGN_ENDS)
