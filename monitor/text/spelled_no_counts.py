"""Words that are numbers elsewhere and count nothing here: יום שני, Selman bin Talal, de jaren negentig."""

from __future__ import annotations

import regex

_DECADES = {
    "es": "años (?:veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)",
    "pt": "anos (?:vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa)",
    "it": "anni (?i:venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta)",
    "fr": "années (?:vingt|trente|quarante|cinquante|soixante|quatre-vingt)",
    "nl": "jaren (?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)",
}
_CLOCK = {
    "de": r"\p{L}+(?= Uhr\b)",
    "en": r"\p{L}+(?= o['’]clock| [ap]\.?m\b)",
    "es": r"(?<=\b(?:las|la) )\p{L}+(?= (?:de la (?:mañana|tarde|noche|madrugada)|en punto|horas)\b)",
    "pt": r"(?<=\b(?:às|as) )\p{L}+(?= (?:horas|da (?:manhã|tarde|noite|madrugada))\b)",
    "fr": r"(?<=\bà )\p{L}+(?= heures (?:du|de l))",
    "nl": r"(?<=\bhalf )\p{L}+|\p{L}+(?= uur '?s)",
    "it": r"(?<=\b(?i:alle|dalle) )\p{L}+(?= (?:di sera|di mattina|del mattino|della sera|del pomeriggio)\b)",
    "sv": r"(?<=\b(?i:klockan|kl\.?) )\p{L}+",
    "da": r"(?<=\b(?i:klokken|kl\.?) )\p{L}+",
    "nb": r"(?<=\b(?i:klokken|klokka|kl\.?) )\p{L}+",
    "ru": r"(?<=\b[вВкК] )\p{L}+(?= час(?:ов|ам|а) (?:утра|вечера|дня|ночи))",
}
_HAUSA_UNIT = "(?:biyu|uku|huɗu|hudu|biyar|shida|bakwai|takwas|tara|goma)"
_ARABIC_ORDINAL = "(?:الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع)"
_OTHERS = {
    "he": r"(?:(?<=(?:מצד|יום|ביום|ליום|מיום) )שני|שני(?=[),.;:!?]|$)|(?<=קריי?ת )שמונה)(?!\p{L})",
    "ha": rf"(?<=\b(?:na|ta) ){_HAUSA_UNIT}(?!\p{{L}})",
    "yo": r"(?<=\b(?:aago|ago) )[\p{L}\p{M}]+",
    "hi": r"दो(?=\s?[।,!?|]|\s*$)",
    "tr": r"(?<=\p{Lu}\p{L}{1,20} )bin(?= \p{Lu})",
    "ar": rf"(?<={_ARABIC_ORDINAL}ة? )عشرة?(?!\p{{L}})",
    "mn": r"\p{L}+(?= \p{L}+(?:дугаар|дүгээр)(?!\p{L}))",  # арван нэгдүгээр сар
    "mt": r"(?<=-)(?:Tnejn|Tlieta|Erbgħa)(?!\p{L})",  # it-Tnejn: Monday
    "id": r"(?<=\b(?:peringkat|posisi|urutan|nomor) )\p{L}+",
}
_PATTERNS = {
    code: regex.compile("|".join(listed))
    for code in {*_DECADES, *_CLOCK, *_OTHERS}
    if (
        listed := [
            *("(?<={} ){}".format(*words.split(" ", 1)) for words in [_DECADES.get(code)] if words),
            *(words for words in (_CLOCK.get(code), _OTHERS.get(code)) if words),
        ]
    )
}


def is_no_count(bare: str, start: int, base: str) -> bool:
    """Whether a word that may be a number is none at its place."""
    pattern = _PATTERNS.get(base)
    return pattern is not None and pattern.match(bare, start) is not None
