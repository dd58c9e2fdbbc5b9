"""What languages attach to a word: clitics before it, case endings behind it; and the word without them."""

from __future__ import annotations

from functools import lru_cache

import regex

_ARABIC_CLITICS = ("وبال", "فبال", "وال", "فال", "بال", "کال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ک")
_HEBREW_CLITICS = ("וכשה", "כשה", "ומה", "שב", "שה", "וה", "וב", "ול", "וש", "מה", "ה", "ו", "ב", "ל", "ש", "כ", "מ")
_HEBREW_WHOLE = frozenset({"כלפי"})  # towards: no "as" before "according to"
_SLAVIC_CASES = regex.compile(r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ам|ям|ом|ем|ым|им|ов|ев|ию|ію|ів)$")
_SLAVIC_VOWELS = "аяоеыиуюйьэіїє"
_OF_SEVERAL = ("ов", "ев", "ів", "їв")  # of a noun's plural, and what last names end in
_SEVERAL = ("ы", "и", "і", "ї", *_OF_SEVERAL)  # what has such a plural: Филиппины
_LATIN_SLAVIC_CASES = regex.compile(r"(?:ami|owi|ach|ego|emu|iej|ovi|ách|ích|ám|ím|ům|ou|em|om|ej|ie)$")
_LATIN_SLAVIC_VOWELS = "aeiouyąęěíéáýů"
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_PREFIXING = frozenset({"ar", "he", "yi", "fa", "ur"})
_LATIN_SLAVIC = frozenset({"pl", "cs", "sk", "hr", "sr", "bs", "sl"})
_SUFFIXING = frozenset(
    {"tr", "az", "fi", "et", "hu", "ko", "uz", "kk", "ky", "mn", "ka", "hy", "lt", "lv", "ta", "te", "eu", "sq"}
)
_POSTFIXING = {  # a few endings of names in India's languages and Kurdish, hardly what only looks like one
    "bn": ("গুলোর", "টিকে", "টির", "দের", "কেও", "য়ের", "ের", "কে", "তে", "রা", "টি", "টা", "র", "ে", "ও", "ই"),
    "ckb": ("ییەوە", "یەوە", "ەوە", "ییدا", "یدا", "دا", "یش", "ی", "ە"),
    "ku": ("yên", "yê", "ya", "ên", "ê", "a", "î"),
    "mr": ("मध्ये", "नुसार", "कडून", "साठी", "च्या", "ांनी", "ंनी", "ंना",
           "ने", "नी", "कडे", "ला", "चा", "ची", "चे", "चं", "शी", "वर", "त"),
    "ne": ("हरूसँग", "हरूलाई", "हरूले", "हरूको", "हरूका", "हरुलाई", "हरुले", "हरुको", "हरुका", "हरू", "हरु",
           "मार्फत", "लगायत", "द्वारा", "सँगको", "सँग", "सित", "लाई", "बाट", "देखि", "सम्म", "माथि", "भित्र",
           "बारे", "विरुद्ध", "ले", "को", "का", "की", "मा", "कै", "मै"),
    "gu": ("ઓએ", "ઓને", "ઓના", "ઓની", "ઓનું", "માંથી", "જીએ", "ઓ", "એ", "ને", "ના", "ની", "નો", "નું", "નાં",
           "માં", "થી", "ે"),
    "kn": ("ಗಳಲ್ಲಿ", "ಗಳಿಗೆ", "ಗಳನ್ನು", "ಗಳು", "ಗಳ", "ಯೊಂದಿಗೆ", "ದೊಂದಿಗೆ", "ನೊಂದಿಗೆ", "ರೊಂದಿಗೆ", "ಿನೊಂದಿಗೆ",
           "ಯವರು", "ನವರು", "ರವರು", "ಿನಲ್ಲಿ", "ಯಲ್ಲಿ", "ದಲ್ಲಿ", "ನಲ್ಲಿ", "ರಲ್ಲಿ", "ಯನ್ನು", "ವನ್ನು", "ನನ್ನು",
           "ರನ್ನು", "ಅನ್ನು", "ಕ್ಕೆ", "ಯಿಂದ", "ದಿಂದ", "ನಿಂದ", "ರಿಂದ", "ಿಂದ", "ಿಗೆ", "ಗೆ", "ಿನ", "ಯು", "ವು",
           "ನು", "ದ", "ಯ", "ನ", "ರ", "ೂ"),
    "ml": ("യിലെ", "ത്തിലെ", "ിലെ", "യിൽ", "ത്തിൽ", "ിൽ", "യോട്", "ത്തോട്", "ിനോട്", "നോട്", "ോട്", "യുടെ",
           "ത്തിന്റെ", "ിന്റെ", "ന്റെ", "യുമായുള്ള", "യുമായി", "ിനുമായി", "ുമായുള്ള", "ുമായി", "യ്ക്ക്", "ക്ക്",
           "ത്തിന്", "ിന്", "ന്", "യെ", "ത്തെ", "ിനെ", "നെ", "കളുടെ", "കളോട്", "കളിൽ", "കൾക്ക്", "കളെ", "കൾ",
           "മാരുടെ", "മാരോട്", "മാർ", "യും", "വും", "ഉം", "ും", "യാണ്", "ിലാണ്", "യിലാണ്", "ാണ്",
           "യായിരുന്നു"),
    "si": ("වරයාගේ", "වරයාට", "වරයෙක්", "වරියක්", "වරයා", "වරිය", "තුමාගේ", "තුමා", "තුමිය", "වරුන්", "වරු",
           "යන්ගේ", "යන්ට", "යන්", "යෙක්", "යෝ", "යාගේ", "යාට", "යා", "යේ", "යට", "යෙන්", "යෙහි", "ගේ", "ගෙන්",
           "ටත්", "ට", "හි", "ෙහි", "ේ", "ය", "ත්"),
    "or": ("ମାନଙ୍କର", "ମାନଙ୍କୁ", "ମାନଙ୍କ", "ମାନେ", "ଙ୍କଠାରୁ", "ଙ୍କର", "ଙ୍କୁ", "ଙ୍କ", "ଗୁଡ଼ିକ", "ଠାରେ", "ଠାରୁ",
           "ଟିର", "ଟିକୁ", "ଟି", "ରେ", "ରୁ", "କୁ", "ର"),
}  # fmt: skip
_LOST = {"ka": "ი", "ta": "்", "te": "్", "hu": "ae"}  # what a word ends in, and no bent form has: კომერსანტმა
_NGUNI = (
    *("ngokwe", "njenge", "kuno", "kwe", "kwi", "kwa", "nga", "nge", "ngo", "aba", "ba", "be", "ku", "ki", "ko", "ne"),
    *("no", "na", "ye", "yi", "ya", "we", "wa", "le", "la", "se", "sa", "ze", "za", "i", "u", "e", "o"),
)
_BEFORE_AND_BEHIND = {  # prepositions and class prefixes before names, and what may stand behind them
    "am": (("እንደ", "ስለ", "በ", "ከ", "ለ", "የ"), ("ን", "ም", "ና", "ስ", "ው", "ዋ", "ኑ")),
    "ti": (("ብዛዕባ", "ከም", "ን", "ብ", "ካብ", "ናይ", "ኣብ"), ("ን", "ውን")),
    **dict.fromkeys(("zu", "xh", "nd", "nr", "ss"), (_NGUNI, ())),
}  # fmt: skip
_VIRAMA = {"kn": "್", "ml": "്"}  # at the end of a word, where an ending begins with a vowel's sign
_CHILLUS = dict(zip("ണനരലള", "ൺൻർൽൾ", strict=True))  # Malayalam's consonants at the end of one: ചാനലിന് of ചാനൽ
_ATTACHING = _PREFIXING | _LATIN_SLAVIC | _SUFFIXING | _POSTFIXING.keys() | _BEFORE_AND_BEHIND.keys()
_FIRST_CYRILLIC = "\u0400"  # words of Latin and Greek letters sort before it
_LONGEST_SUFFIX = 6
_SHORTEST_STEM = 3


@lru_cache(maxsize=65_536)
def forms(folded: str, language: str) -> tuple[str, ...]:
    """The word and what is left of it without clitics and case endings, as its language attaches them."""
    language = language.partition("-")[0]
    if language in _PREFIXING:
        if folded in _HEBREW_WHOLE:
            return (folded,)
        clitics = _HEBREW_CLITICS if language in {"he", "yi"} else _ARABIC_CLITICS
        cut = [folded[len(c) :] for c in clitics if folded.startswith(c) and len(folded) - len(c) >= _SHORTEST_STEM - 1]
        return (folded, *cut, *(f"ال{folded[2:]}" for _ in [0] if folded.startswith("لل")))
    if endings := _POSTFIXING.get(language):
        found = [e for e in endings if folded.endswith(e) and len(folded) - len(e) >= _SHORTEST_STEM]
        cut = [folded[: -len(e)] for e in found]
        signs = [folded[: -len(e)] for e in found if language in _VIRAMA and not e[0].isalpha()]
        return (folded, *cut, *(_closed(stem, language) for stem in signs))
    if around := _BEFORE_AND_BEHIND.get(language):
        return _bare(folded, *around)
    if _CYRILLIC.match(folded) and language not in _SUFFIXING and len(folded) > _SHORTEST_STEM:
        return folded, _stem(folded, _SLAVIC_CASES, _SLAVIC_VOWELS)
    if language in _LATIN_SLAVIC and len(folded) > _SHORTEST_STEM + 1:
        return folded, _stem(folded, _LATIN_SLAVIC_CASES, _LATIN_SLAVIC_VOWELS)
    if language in _SUFFIXING:
        shortest = max(_SHORTEST_STEM - (language == "ko"), len(folded) - _LONGEST_SUFFIX)
        return tuple(folded[:n] for n in range(len(folded), shortest - 1, -1)) or (folded,)
    return (folded,)


def _bare(folded: str, prefixes: tuple[str, ...], endings: tuple[str, ...]) -> tuple[str, ...]:
    """The word, and what is left without a prefix, an ending and both: ለቢቢሲ, ሮይተርስን, kwiReuters."""
    words = [folded, *(folded[: -len(e)] for e in endings if folded.endswith(e))]
    cut = [word[len(p) :] for word in words for p in prefixes if word.startswith(p)]
    return (folded, *(word for word in (*words[1:], *cut) if len(word) >= _SHORTEST_STEM - 1))


def _closed(stem: str, language: str) -> str:
    """A word that ends in a consonant, as it is written alone: ടൈംസ് of ടൈംസിന്."""
    chillu = _CHILLUS.get(stem[-1]) if language == "ml" else None
    return stem[:-1] + chillu if chillu else stem + _VIRAMA[language]


def _stem(folded: str, endings: regex.Pattern[str], vowels: str) -> str:
    """Without a case ending and the vowels before it, where enough of the word is left."""
    for shorter in (endings.sub("", folded).rstrip(vowels), folded.rstrip(vowels)):
        if len(shorter) >= _SHORTEST_STEM:
            return shorter
    return folded


def is_surname_of(word: str, noun: str) -> bool:
    """Whether a folded word is a last name made of a noun, and no case of it: Петров of Петра, not Филиппинов."""
    return word != noun and word.endswith(_OF_SEVERAL) and not noun.endswith(_SEVERAL)


def attaches(language: str) -> bool:
    """Whether a language bends words in its own script; others bend those in Cyrillic alone."""
    base = language.partition("-")[0]
    return base in _ATTACHING


def is_postfixed(base: str) -> bool:
    """Whether a language writes cases at words' ends, and the few that its names take are known."""
    return base in _POSTFIXING


def has_cyrillic(text: str) -> bool:
    """Whether a text has a word that bends in every language."""
    return _CYRILLIC.search(text) is not None


def may_bend(word: str) -> bool:
    """False where languages that attach nothing bend neither a word nor any that sorts before it."""
    return word >= _FIRST_CYRILLIC


def filing(language: str) -> str:
    """A language whose words are filed as this one's are: tr bends no name, pl every one, others those in Cyrillic.

    Languages in which a word loses its end before a case's are filed as themselves.
    """
    base = language.partition("-")[0]
    if base in _LOST:
        return base
    return (
        "tr" if base in _SUFFIXING | _PREFIXING | _BEFORE_AND_BEHIND.keys() else "pl" if base in _LATIN_SLAVIC else "ru"
    )


def file_as(folded: str, kind: str) -> str:
    """The form under which a name's word is filed, one of `forms` of each of its inflections; kind: of `filing`."""
    if lost := _LOST.get(kind):
        return folded[:-1] if len(folded) > _SHORTEST_STEM and folded[-1] in lost else folded
    bends = _CYRILLIC.match(folded) if kind == "ru" else kind == "pl"
    return forms(folded, kind)[-1] if bends else folded
