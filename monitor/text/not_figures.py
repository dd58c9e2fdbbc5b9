"""Digits that count nothing: clock times, dates, scores, telephone numbers, names with numbers in them, list numerals.

What a pattern alone tells is blanked (`blanked`) before numbers are read; what the words beside a number tell is asked
of each number (`is_label`). The words are those of `number_words.txt`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from monitor.text.counted import ends
from monitor.text.letters import fold
from monitor.text.number_tokens import Token, tokens
from monitor.text.number_words import NumberWords
from monitor.text.sentences import ORDINALS
from monitor.text.stopwords import is_small, stopwords

BLANK = "\0"  # stands for each character that is no figure, so that nothing is read across it
MAX_HOUR = 24
_OPENING = ("«", "“", "„", '"')

_ALWAYS = (
    r"\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}(?!\p{Nd})",  # 22.05.2018
    r"(?<!\p{Nd})\p{Nd}{1,2} ?[./-] ?\p{Nd}{1,2} ?[./-] ?(?:19|20)\p{Nd}{2}(?!\p{Nd})",  # 22. 5. 2018
    r"(?<!\p{Nd})(?:1[89]|20)\p{Nd}{2}[-–](?:1[89]|20)?\p{Nd}{2}(?<!00)(?!\p{Nd})",  # 1879-1882
    r"(?<!\p{Nd})\p{Nd}{1,4}/(?:19|20)\p{Nd}{2}(?!\p{Nd})",  # regulation 261/2004
    r"(?<!\p{Nd})\p{Nd}{1,4}\p{Lu}{1,3}-?\p{Nd}+",  # 9M729
    r"(?<!\p{Nd})7\p{Nd}7(?: (?i:max)\b(?: \p{Nd}+)?|-\p{Nd}{1,3}\b)",
    r"(?<=[№§] ?|\b[nN] ?[°º] ?)\p{Nd}+(?:[.,]\p{Nd}+)*",
    r"(?<=[;:] )\p{Nd}{1,2}\)",
    r"(?<!\p{Nd})\p{Nd}{1,3} ?: ?\p{Nd}{1,3}(?:[:.]\p{Nd}{2})?(?!\p{Nd})",  # 14:30, 3:1
    r"(?<![\p{Nd}.,])\p{Nd}{1,2} ?h(?: ?\p{Nd}{2})?(?![\p{L}\p{Nd}])",  # 20h15, 21 h
    r"(?<![\p{Nd}.,])\p{Nd}{1,2}(?:\.\p{Nd}{2})? ?(?:[ap]\.?m\b\.?|Uhr\b|o['’]clock|WIB\b|WITA\b|GMT\b)",
    r"\p{Nd}{1,3}/\p{Nd}{1,3}(?!\p{Nd})",  # 9/11, 24/7
    r"(?<!\p{Nd})\+\p{Nd}[\p{Nd} ()./-]{6,24}\p{Nd}",
    r"(?<![\p{Nd}.,])\(?0\p{Nd}{1,5}\)?[ /-]?\p{Nd}[\p{Nd} /-]{2,14}\p{Nd}",
    r"(?<!\p{Nd})\p{Nd}{2,4}(?:[ -]\p{Nd}{2,4}){3,8}|(?<!\p{Nd})\p{Nd}{1,4}-\p{Nd}{2,4}-\p{Nd}{3,4}(?!\p{Nd})",
    r"(?<!\p{L})['’]?\p{Nd}{2,4}(?:s|er|er-Jahre|-х|-ті|-те|-luk)(?!\p{L})",  # the 1990s
    r"[#@]\p{Nd}+",
    r"(?<![\p{L}\p{Nd}.,])\p{Nd}{1,3}-?[A-JL-Z](?![\p{L}])(?<!\p{Nd}-?[MBT])",  # 5G, 7A; not 5M
    r"(?<=\p{L}[-‐]?)\p{Nd}+-\p{Nd}+",
    r"(?<![\p{Nd}.,:/-])0\p{Nd}(?![\p{Nd}.,:/-])(?! ?h\b)",  # Schalke 04
    r"(?<=\b[IVX]{1,3}/)\p{Nd}+",  # the road II/427
    r"(?<=(?:avond|ochtend|nacht|middag|vanaf|rond|omstreeks) )\p{Nd}{1,2} uur\b",
)
# Apart from the others, which begin with a digit or a mark: together they are tried at each letter, at three times the
# cost.
_HOUR = regex.compile(
    r"\b(?:[вВоОуУ]|à|às|v|om|ved|op) \p{Nd}{1,2} (?:час(?:ов|а)?|годині|heures?|horas|hodin|uur)\b(?: \p{Nd}{2}\b)?"
    r"|(?:ساعت|ساعة|الساعة) \p{Nd}{1,2} ?و ?\p{Nd}{1,2}(?!\p{Nd})"
)
_LIST_NUMERAL = regex.compile(r"\A\s*\(?\p{Nd}{1,2}[.)](?:\s|\Z)")
_EASTERN = (
    r"(?<!\p{Nd})(?:\p{Nd}{1,2}[、～〜~-])?\p{Nd}{1,4} ?[年月日号號](?:\p{Nd}{1,2} ?[月日号號]){0,2}(?![间間])",
    r"(?<!\p{Nd})\p{Nd}{1,4} ?[度回人年番]目|(?<=月)\p{Nd}{1,2}(?=[、～〜~-])",
    r"[〇零一二三四五六七八九]{4}年|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号號])?",
    r"(?<![\p{Nd}一二三四五六七八九十])[一二三四五六七八九十]{1,3}[日号號](?![间間])",
    r"(?<![\p{Nd}.])(?:\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})[時时点點](?![间間])(?:\p{Nd}{1,2}分|[一二三四五十]{1,3}分|半)?",
    r"第 ?[\p{Nd}一二三四五六七八九十百]{1,6}",
    r"\p{Nd}{1,3} ?[比対對] ?\p{Nd}{1,3}|[一二三四五六七八九十]比[零一二三四五六七八九十]",
    r"[一二三四五六七八九十百]{1,4}分之[一二三四五六七八九](?!十)(?=\P{Nd})(?<!百分之.)",
    r"(?:\p{Nd}{1,4}[・、])*\p{Nd}{1,4}(?:号|號)(?:线|線|公路)?",
    r"(?<=(?:前半|後半|上半[场場]|下半[场場]) ?)\p{Nd}+ ?分|(?<=\p{Han}[-－])\p{Nd}+",
    r"\p{Nd}{1,3}[―－−]\p{Nd}{1,3}(?!\p{Nd})",
    r"[七八二十]{1,2}[国國]集[团團]|[一二]?十[一二三四五六七八九]?大(?=会|會|召|报|報|开|開|后|後|精)|[数數几幾][十百千万萬亿億]{1,4}",
    r"[十百千]几|三星|四川|五角大|八卦|三菱|三井|九州|四国|千葉|三重|十字",
)
_KOREAN = (
    r"\p{Nd}{1,4} ?년(?! ?(?:간|동안|만))|\p{Nd}{1,2} ?월(?!\p{L}*간)",
    r"(?:\p{Nd}{1,2} ?[~∼～·-] ?)?\p{Nd}{1,2} ?일(?!간|\p{L}*동안)(?:(?!\p{L}{2})|(?=부터|까지|에는|에도|에서|보다))",
    r"(?<!\p{Nd})\p{Nd}{1,2} ?시(?!간)(?: ?\p{Nd}{1,2} ?분)?|(?:전반|후반) ?\p{Nd}{1,2} ?분",
    r"제 ?\p{Nd}+|\p{Nd}{1,3} ?대 ?\p{Nd}{1,3}(?!\p{Nd})|\p{Nd}+ ?(?:번째|호선|번지|조 ?(?=제|에 따|는|의))",
)
_THAI_MONTH = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|(?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)\.?)"
)
_THAI = (
    rf"\p{{Nd}}{{1,2}} ?{_THAI_MONTH}(?: ?(?:พ\.ศ\. ?)?\p{{Nd}}{{2,4}}(?!\p{{Nd}}))?",
    rf"(?<={_THAI_MONTH} ?(?:พ\.ศ\. ?)?|พ\.ศ\. ?)\p{{Nd}}{{4}}(?!\p{{Nd}})",
    r"(?<=วันที่ ?)\p{Nd}{1,2}(?!\p{Nd})",
)
_ETHIOPIAN_MONTH = r"(?:መስከረም|ጥቅምት|[ኅኀሕህ]ዳር|ታ[ኅኀሕህ][ሣሳ][ሥስ]|ጥር|የካቲት|መጋቢት|ሚያዝ?[ዚ]?ያ|ግንቦት|ሰኔ|[ሐሀኀ]ምሌ|ነ[ሐሀኀ]ሴ|ጳጉሜን?)"
_SOMALI_MONTH = r"(?:J[aeu][nul]|Feb|Maa|May|A[bpg]|Luul|Og|Se[bt]|O[kc]t|No[fov]|D[ie][sic])"
_POSTCODE = r"(?<=, )\p{Nd}{5}(?= \p{Lu}\p{Ll})"  # 75002 Paris
_OWN = {
    "zh": _EASTERN,
    "ja": _EASTERN,
    "yue": _EASTERN,
    "ko": _KOREAN,
    "th": _THAI,
    "it": (r"(?<=\b(?:il|al|del|dal) )11[2-8](?![\p{Nd}.,])", r"\p{Nd}{1,3}['’′](?= minuto| del\b)", _POSTCODE),
    "fr": (r"(?<=score de )\p{Nd}+ à \p{Nd}+", _POSTCODE),
    "de": (_POSTCODE,),
    "es": (r"\p{Nd}{1,3}[’'′](?=[ .,;)]|$)", r"(?<![\p{Nd}.,])\p{Nd}{1,2}-[MBT](?!\p{L})", _POSTCODE),
    "pt": (r"(?<=\baos )\p{Nd}{1,3} min(?:utos)?(?= d[oe]\b)",),
    "hu": (
        r"\p{Nd}{1,3}-\p{Nd}{1,3}-\p{L}{2,3}\b|\p{Nd}+(?:[.:]\p{Nd}{2})?-(?:[aeoö]s|kor)\p{L}*|1\p{Nd}{3}-[bt][aeóő]\p{L}*",
    ),
    "tr": (r"\p{Nd}{2,4}['’]?l[ıiuü](?= yıl)",),
    "fa": (r"\p{Nd}{1,2} بر \p{Nd}{1,2}",),
    "my": (
        r"(?<=(?:ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|[သဩ]ြ?ဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ)လ? ?)\p{Nd}{1,2}",
        r"(?<=(?:နံနက်|မနက်|ညနေ|ည|မွန်းလွဲ|နေ့လယ်|နေ့ခင်း) ?)\p{Nd}{1,2}(?: ?[:.]\p{Nd}{2})?(?= ?နာရီ)",
        r"\p{Nd}{4}(?= ?(?:ခုနှစ်|ပြည့်))|\p{Nd}+(?= ?(?:ကြိမ်|ခု|ယောက်|ဦး)မြောက်)|\p{Nd}{1,2}(?= ?ရက်နေ့)",
    ),
    "am": (
        rf"(?<={_ETHIOPIAN_MONTH} )\p{{Nd}}{{1,2}}(?: ቀን)?(?:[ /]\p{{Nd}}{{4}})?(?!\p{{Nd}})",
        r"\p{Nd}{3,4}(?= ?(?:ዓ\.? ?ም|ዓ/ም|እ\.ኤ\.አ))|(?<=እ\.?ኤ\.?አ\.? )(?:በ|ከ)?\p{Nd}{4}",
        r"(?<!\p{Nd})\p{Nd}{1,2} ለ \p{Nd}{1,2}(?!\p{Nd})",
        r"\p{Nd}{1,2}(?::\p{Nd}{2})? ሰዓት(?= ላይ| ገደማ| ጀምሮ| ድረስ)|\p{Nd}+ኛ\p{L}*",
    ),
    "yo": (
        r"(?<=(?i:ìdá|ida) [\p{L}\p{M}\p{Nd}-]{1,20} (?:nínú|ninu) )[\p{L}\p{M}-]+",
        r"(?<=nínú )ọgọ́rùn(?:-ún|ún|ún)?|(?<=ninu )ọgọrun(?:-un|un)?",
    ),
    "so": (rf"\p{{Nd}}{{1,2}}(?=(?:-?(?:ka|kii|keedii|da|dii))? (?:bisha |bishii )?{_SOMALI_MONTH})",),
    "ha": (r"(?<=(?i:kashi) [\p{L}\p{Nd}.,' ]{1,30} (?:cikin|bisa) )(?:100|ɗari|dari)\b", r"\p{Nd}+ (?=ga watan)"),
    "he": (r"(?<=באר[ -])שבע|(?<=קרי+ת )ארבע",),
}
# A point between hour and minutes, as many languages write it; decimals of two figures have a comma there.
_POINT_CLOCK = regex.compile(r"(?<![\p{Nd}.,])(?:[01]?\p{Nd}|2[0-3])\.[0-5]\p{Nd}(?![\p{Nd}%٪]|[.,]\p{Nd}| ?\p{Sc}| %)")
_POINTED = frozenset(
    "de it id ms tr pl fi da nb nn no sv nl pt es ro cs sk hr sl et lt lv fr ru uk bg be mk is sq gl eu".split()  # noqa: SIM905
)
_SCORE = regex.compile(
    r"(?<![\p{L}\p{Nd}.,$€£-])(\p{Nd}{1,3})(?: ?[-‐–—] ?| a )(\p{Nd}{1,3})(?![\p{Nd}%]|[.,]\p{Nd}|-\p{L})"
)
_DAY_AND_MONTH = regex.compile(r"(?<![\p{Nd}.,])\p{Nd}{1,2}\. ?\p{Nd}{1,2}\.(?![\p{Nd}])")
_ORDINAL_POINT = regex.compile(r"(?<![\p{Nd}.,])\p{Nd}{1,3}\.(?= \p{L})")
_LOWER_ORDINAL_POINT = regex.compile(r"(?<![\p{Nd}.,])\p{Nd}{1,3}\.(?= \p{Ll})")


_IN_NAME = (" ", "-", "\u00a0", '" ', "» ", "” ", "“ ")
_IN_NAME_DIGITS = 2
_SHORT_NAME = 2
_WORD = regex.compile(r"[\p{L}\p{M}]+")


@lru_cache(maxsize=128)
def _patterns(base: str) -> regex.Pattern[str]:
    return regex.compile("|".join([*_ALWAYS, *_OWN.get(base, ())]))


def blanked(sentence: str, base: str, known: NumberWords) -> str:
    """The sentence with all that is no figure by its form blanked; its length stays."""
    bare = _LIST_NUMERAL.sub(_blank, _patterns(base).sub(_blank, _HOUR.sub(_blank, sentence)))
    if base in _POINTED:
        bare = _POINT_CLOCK.sub(_blank, bare)
    if base in ORDINALS:
        bare = bare if base == "tr" else _DAY_AND_MONTH.sub(_blank, bare)
        bare = (_ORDINAL_POINT if base == "de" else _LOWER_ORDINAL_POINT).sub(_blank, bare)
    if _SCORE.search(bare) is None:
        return bare
    told = any(token.key in known.scores for token in tokens(sentence, base))
    return _SCORE.sub(lambda match: _score(match, told=told), bare)


def _blank(match: regex.Match[str]) -> str:
    return BLANK * len(match[0])


def _score(match: regex.Match[str], *, told: bool) -> str:
    """Blank two numbers that are a result: the sentence tells so, or the first is not the smaller, as in a range."""
    dashed = " a " not in match[0]
    if told or (dashed and int(match[1]) >= int(match[2])):
        return _blank(match)
    return match[0]


def is_label(found: Sequence[Token], place: int, bare: str, known: NumberWords, base: str) -> bool:
    """Whether the words beside the digits at a place among the tokens tell that they name, order or date something."""
    token = found[place]
    before = found[place - 1] if place else None
    if before is not None and len(bare[before.end : token.start].strip(" \u00a0.:-–#('’")) == 0:
        if before.key in known.labels or (known.glued and before.key[1:] in known.labels):  # בערוץ 14
            return True
        if before.key in known.hours and _is_hour(found, place, bare, base):
            return True
        pair = f"{found[place - 2].key} {before.key}" if place > 1 else ""
        if pair in known.labels or (known.glued and pair[1:] in known.labels):
            return True
        if before.key.endswith(known.label_ends):
            return True
        if _is_name(bare, before, token, known, base):
            return True
    return _labelled_after(found, place, bare, known)


def _is_hour(found: Sequence[Token], place: int, bare: str, base: str) -> bool:
    """Whether digits after "at" are an hour: up to 24, and nothing that is counted follows."""
    token = found[place]
    if not token.key.isdecimal() or int(token.key) > MAX_HOUR:
        return False
    following = found[place + 1] if place + 1 < len(found) else None
    if following is None or bare[token.end : following.start] != " ":
        return True
    # German writes what can be counted with a capital letter.
    return (following.key in stopwords(base) and following.key != "of") or (
        base == "de" and bare[following.start].islower()
    )


def _labelled_after(found: Sequence[Token], place: int, bare: str, known: NumberWords) -> bool:
    for ahead in (1, 2, 3):
        if place + ahead >= len(found):
            return False
        token = found[place + ahead]
        if bare[found[place].end : token.start].strip(" \u00a0\u202f-,") and ahead == 1:
            return False
        pair = f"{token.key} {found[place + 2].key}" if ahead == 1 and place + 2 < len(found) else ""
        if token.key in known.after or pair in known.after:
            return ahead == 1 or bare[token.start].isupper()
        if not bare[token.start].isupper():
            return False
    return False


def _is_name(bare: str, before: Token, token: Token, known: NumberWords, base: str) -> bool:
    """A capitalised word, digits and then no counted thing: Falcon 9, Channel 4; not the first word of a sentence."""
    capital = max(bare.rfind("'", before.start, before.end), bare.rfind("’", before.start, before.end)) + 1
    if not before.start or not bare[capital or before.start : before.end][:1].isupper():
        return False
    if bare[before.end : token.start] not in _IN_NAME:
        return False
    rest = bare[token.end : token.end + 2]
    short = before.end - before.start <= _SHORT_NAME and bare[before.start : before.end].isupper()
    if short and ends(bare, token.end, base):  # A 9, RN 20
        return True
    if (
        rest[:1] == " "
        and (following := _WORD.match(bare, token.end + 1))
        and token.end - token.start <= _IN_NAME_DIGITS
    ):
        word = fold(following[0], base)
        if is_small(word, base) and word not in known.small:
            return True
    return (
        not rest
        or (rest[0] in ",;:.!?)»”\"'" and not rest[1:].isdecimal())
        or (rest[0] == " " and (rest[1:].isupper() or rest[1:] in _OPENING))
    )
