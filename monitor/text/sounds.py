"""What consonant each letter of a name stands for, script by script, in nine classes that survive transliteration.

P lips (p b f v w), T and D teeth (t th, d dh), K back (k g q gh), S hissing (s z sh zh ch j ts), H breath (h kh),
L liquids (l r: one sound to Chinese and Japanese), M, N; V any vowel. A letter read in two ways has both, the likelier
first.
Each line is `classes: letters`; longer letters win; `/` parts two readings, `-` is nothing.
"""

from __future__ import annotations

from functools import lru_cache

_LATIN = """
V: a e i o u y æ œ ø ı ə
P: p b f v w ph pf bh
T: t th þ
D: d dh ð
K: k g q c qu gh
K/V: ğ
K/SK: ck
K/S: ĉ
S: s z sh zh sch tsch tch tsh shch dsch dzh dj ts tz dz cz sz ß ç ş š ž ż ź ś ș č ć ţ ț ce ci cy sce sci
H: h kh
L: l r ł
L/-: ŕ
H/-: ĥ
M: m
N: n ñ ń ň
N/HN: hn
L/HL: hl
KS: x
S/H: ch
S/V/H: j
K/S: ge gi
D/S: đ
-/P: ŵ
"""
_ROMANISED = """
V: a e i o u y w
P: p b f v ph bh
T: t th
D: d dh
K: k g q gh
S: s z sh zh ch j ts tz dz c x shch jh chh
H: h kh
L: l r
M: m
N: n ng
"""
_CYRILLIC = """
V: а е ё э и і ї ы о у ю я є й ј ө ү ә ь ъ ’ '
P: б п в ф ў бх
T: т тх
D: д дх
K: ґ гх к қ ғ ќ ѓ ҡ
S: ж з с ц ч ш щ дж дз тс ѕ џ ћ ҙ ҫ җ ҷ
H: х ҳ һ
L: л р љ
M: м
N: н њ ң
S/D: ђ
K/H: г
KS: кс
"""
_ARABIC = """
V: ا آ أ إ ٱ ع ی ي ى ئ ې ے ێ ۆ ۇ ۈ ۅ ە ؤ
P: ب پ ف ڤ ۋ
T: ت ط ٹ ټ ة
D: د ڈ ډ
K: ک ك گ ق غ ګ
S: س ص ز ش ژ ج چ ظ تش دج تس ږ څ ځ ښ
H: ه ھ ہ ح خ ۀ
L: ل لل ر ړ ڵ ڕ ڑ
M: م
N: ن ں ڼ ڭ
T/S: ث
S/D: ض ذ
-: ء
"""
_HEBREW = """
V: א ע י
P: ב פ ף וו
T: ט ת
D: ד
K: ג ק
S: ז ס ש צ ץ ג' ז' צ' ץ' ג׳ ז׳ צ׳ ץ׳ טש דז' תש
H: ה ח ח' ח׳ כ' כ׳
L: ל ר לל
M: מ ם
N: נ ן
K/H: כ ך
-: ' ׳ " ״
"""
_GREEK = """
V: α ε η ι ο υ ω
P: β π φ
T: τ θ
D: δ
K: κ γ γκ γγ
S: ζ σ ς τζ τσ τς
H: χ
L: λ ρ
M: μ
N: ν
KS: ξ
PS: ψ
K/V: γε γι
MP/P: μπ
ND/D/NT: ντ
"""
_PINYIN = """
V: a e i o u ü y yu
P: b p f
P/V: w
T: t
D: d
K: g k
S: j q x zh ch sh z c s
H: h
L: l er
L/S: r
M: m
N: n ng
S/K/T/D: ji
S/K/T: qi
D/T: di du
"""
_KANA = """
V: a e i o u y
P: b p f v w
P/H: fu
T: t
D: d
K: k g
S: s z sh
H: h
L: r l
M: m
N: n
T: te tei ti tu
D: de dei di du
S/T: chi ch ts tsu
S/D: ji j
"""


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each script the readings of each of its letters and groups of letters."""
    sources = {
        "Latn": _LATIN,
        "Cyrl": _CYRILLIC,
        "Arab": _ARABIC,
        "Hebr": _HEBREW,
        "Grek": _GREEK,
        "Hani": _PINYIN,
        "Kana": _KANA,
        "": _ROMANISED,
    }
    return {script: _table(text) for script, text in sources.items()}


def _table(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in text.split("\n"):
        readings, _, letters = line.partition(": ")
        for letter in letters.split():
            found[letter] = tuple("" if one == "-" else one for one in readings.split("/"))
    return found
