"""Function words of a language, from stopwords-iso."""

from __future__ import annotations

from functools import lru_cache

import stopwordsiso

from monitor.text.letters import fold

# Languages whose function words are near enough to those of one that has a list.
_RELATED = {
    "nb": "no",
    "nn": "no",
    "bs": "hr",
    "sr-Latn": "hr",
    "cnr": "hr",
    "arz": "ar",
    "ary": "ar",
    "yue": "zh",
    "pcm": "en",
}
# Nouns that the lists of function words hold, because they are frequent.
_COUNTED = frozenset(
    """
    day days year years week weeks month months hour hours minute minutes time times people man men woman women
    member members case cases point points place places home homes face faces jahr jahre jahren tag tage tagen
    zeit leute mensch menschen mal an ans jour jours fois personne personnes heures mois ano anos dia dias ves
    vezes pessoas pessoa vez veces año años día días persona personas hora horas anno anni giorno giorni volta
    volte persone ore mesi jaar jaren dag dagen keer mensen år dage dagar gang ganger gånger mennesker människor
    lat lata dni dnia raz razy rok roku osob osób ludzi let roky lidi lidí dní dny krát лет год года годов день
    дня дней раз раза человек людей люди час часа часов рік роки років дні днів разів осіб човека души години
    дни пъти yıl yil gün gun kez kişi kisi defa saat tahun hari orang kali năm ngày người lần साल दिन लोग लोगों
    बार वर्ष سال روز نفر بار يوم يوما عام عاما مرة شخص אנשים ימים שנים שנה ani zi zile ori oameni persoane έτη
    χρόνια ημέρες μέρες άτομα φορές év nap ember fő alkalommal vuotta päivää
    """.split()  # noqa: SIM905
)


@lru_cache(maxsize=256)
def stopwords(language: str) -> frozenset[str]:
    """Lower-case function words in the spelling of `letters.fold`; empty where no list is known."""
    base = language.partition("-")[0]
    listed = _RELATED.get(language) or _RELATED.get(base) or base
    if not stopwordsiso.has_lang(listed):
        return frozenset()
    return frozenset(fold(word, base) for word in stopwordsiso.stopwords(listed))


def is_small(word: str, base: str) -> bool:
    """Whether a folded word is a function word that nothing counts: `the` and `there`, not `people`."""
    return word in stopwords(base) and word not in _counted(base)


@lru_cache(maxsize=128)
def _counted(base: str) -> frozenset[str]:
    return frozenset(fold(word, base) for word in _COUNTED)
