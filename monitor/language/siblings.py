"""Languages so close, or so poor in profiles, that letters and words of their own have to tell them apart.

Each pair states what speaks for the one and what for the other, as any grammar of them gives it: letters and function
words. A hit moves the balance of the two by `STEP` in log-odds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex
from attrs import frozen

STEP = 2.0
LIMIT = 12.0  # so that a thousand hits do not make certainty of what may be a quotation
NEAR = 8.0  # pairs whose better half is further than this from the best language decide nothing

_WORD = regex.compile(r"[\p{L}\p{M}]+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


@frozen
class Side:
    """What one language of a pair has and the other has not."""

    letters: frozenset[str]
    words: frozenset[str]
    forms: regex.Pattern[str] | None = None  # beginnings and endings of words

    def hits(self, characters: Counter[str], words: Counter[str]) -> int:
        """How often the text has them."""
        formed = sum(n for word, n in words.items() if self.forms.search(word)) if self.forms else 0
        return _count(characters, self.letters) + _count(words, self.words) + formed


def _count(found: Counter[str], wanted: Iterable[str]) -> int:
    return sum(found[one] for one in wanted if one in found)


_SINDHI = Side(frozenset("ڀٻٺٿڄڃڇڏڌڊڙڦڳڱڻڪ۽۾"), _set("جي جو کي آهي سان جا"))

UNHEARD = frozenset(("ti", "yi", "sd", "bo", "nn"))  # where the detectors know none of these, they start from the other
PAIRS: tuple[tuple[str, Side, str, Side], ...] = (
    (
        "ti",
        Side(frozenset("ኣቐቕኸዀ"), _set("እዩ እዮም ናይ ካብ ኣብ ምስ እቲ እታ ዘሎ ከም")),
        "am",
        Side(frozenset("አ"), _set("ነው ናቸው ውስጥ ላይ ጋር እና ነበር መሆኑን")),
    ),
    (
        "yi",
        Side(frozenset("ײװױ"), _set("און איז די פון דער האט האָט מיט נישט אויף זיך צו")),
        "he",
        Side(frozenset(), _set("של על את לא הוא כי עם זה גם או")),
    ),
    ("sd", _SINDHI, "ps", Side(frozenset("ډړږښۍځڅڼ"), _set("د په چې کې او"))),
    ("sd", _SINDHI, "ur", Side(frozenset("ٹڈڑںے"), _set("کے کی میں سے کا نے"))),
    ("sd", _SINDHI, "ar", Side(frozenset("ةىأإ"), _set("في من على إلى أن التي"))),
    ("bo", Side(frozenset(), _set("གྱི ཀྱི རེད ཡོད")), "dz", Side(frozenset(), _set("འབདཝ ཨིན མས"))),
    (
        "nn",
        Side(
            frozenset(),
            _set(
                "ikkje eit ein frå dei berre vert eg kva korleis noko nokon ho vere meir medan sjølv no blei seier kjem"
                " vart difor kvifor mykje saman heile framleis seinare tidlegare vidare gjere gjer fekk veit høyrer"
                " skadde nye utan auka aukar"
            ),
            regex.compile(
                r"(?:.{3}(?:arane|ingane|leg|legare|aste|are))$|^(?:kv[aei]|gje|høgs)|(?<!janu)(?<!febru)[^v]..ar$"
            ),
        ),
        "nb",
        Side(
            frozenset(),
            _set(
                "ikke et en fra bare jeg hva hvordan noe noen hun være mer mens selv nå ble sier kommer av fra"
                " derfor hvorfor mye sammen hele fortsatt senere tidligere videre gjøre gjør fikk vet skadet uten disse"
            ),
            regex.compile(r"(?:.{3}(?:erne|ingene|lig|ligere|este))$|^(?:hv[aeo]|gi|høys)"),
        ),
    ),
    (
        "ms",
        Side(
            frozenset(),
            _set(
                "kerana ialah polis wang boleh beliau kepada sekolah rakyat bagi turut bahawa selepas jururawat amaran"
                " lelaki kerajaan cukai isnin khamis jumaat ahad mac ogos disember berkata parlimen universiti mangsa"
                " kemalangan mahu menerusi pelbagai datuk adun pawagam kenapa pejabat syarikat"
            ),
        ),
        "id",
        Side(
            frozenset(),
            _set(
                "karena adalah polisi uang bisa ia mobil bahwa tersebut warga usai terkait pun kamis jumat maret"
                " desember kantor gubernur provinsi kabupaten wali korban kasus kecelakaan mau pria soal universitas"
                " perusahaan bupati pekan mengapa begini sejumlah perawat"
            ),
        ),
    ),
    (
        "xh",
        Side(
            frozenset(),
            _set(
                "ukuba kwaye okanye ngokuba kutheni ukanti kuba xa ngoku namhlanje apho kwakhona abantwana amapolisa"
                " utshilo esithi uthi phantsi ngolwesibini ngecawa kunye nangona phambi ngenxa loo"
            ),
            regex.compile(r"^(?:ii|oo|ee|aba.*yo$)|rh|ty|(?:ileyo|iweyo)$"),
        ),
        "zu",
        Side(
            frozenset(),
            _set(
                "ukuthi futhi noma kanye ngemuva kungani uma ngoba kusho manje namuhla lapho khona izingane amaphoyisa"
                " wathi bathi ethi ngesikhathi ngolwesibili ngesonto lokhu kule kulo phezu"
            ),
            regex.compile(r"^(?:sekuyi|ngeku)|(?:ile|elisha)$|^uhulumeni"),
        ),
    ),
    (
        "ne",
        Side(
            frozenset(),
            _set("छ छन् र पनि तथा भएको गरे गर्ने दुई जना पक्राउ लाई गरिने हुने भन्दै किन"),
            regex.compile(r"\p{L}\p{M}*.{1,}(?:मा|ले|लाई|हरू|हरूको|को|बाट|पछि|न्छ|दैछ|छन्|एको)$"),
        ),
        "hi",
        Side(frozenset(), _set("में को का की के से ने पर है हैं था और यह नहीं भी क्यों हो रहा गया")),
    ),
    (
        "ne",
        Side(
            frozenset(),
            _set("छ छन् र पनि तथा भएको गरे गर्ने दुई जना पक्राउ लाई गरिने हुने भन्दै किन"),
            regex.compile(r"\p{L}\p{M}*.{1,}(?:मा|ले|लाई|हरू|हरूको|को|बाट|पछि|न्छ|दैछ|छन्|एको)$"),
        ),
        "mr",
        Side(
            frozenset("ळ"),
            _set("आहे आहेत आणि का नाही होते व हा ही हे या"),
            regex.compile(r".{2,}(?:ला|ांना|ांची|च्या|मध्ये|मुळे|साठी|तील|ण्याची|ावर|ांनी)$"),
        ),
    ),
    (
        "sl",
        Side(frozenset(), _set("ki kot tudi zaradi ni bodo lahko več še že zakaj kdo letos danes bila bilo vse")),
        "sr",
        Side(frozenset(), _set("koji kao takođe zbog nije biće više još već zašto ko šta danas bez posle")),
    ),
    (
        "sr",
        Side(
            frozenset(),
            _set(
                "ko šta bioskop voz vozova voza uhapšen uhapšena uhapšeni plata plate platama nedelje nedelja hleb"
                " hiljada hiljade opština opštine avgust decembar januar februar sednica saopštio saopštenje saobraćaj"
                " evro evra vazduh takođe porodica bezbednost"
            ),
            regex.compile(r"^(?:pobed|mer[ae]$|rek[aeiu]$|zahtev|vest[i]?$|uspe[hš]|istorij|organizova)"),
        ),
        "hr",
        Side(
            frozenset(),
            _set(
                "tko što vlak vlakova uhićen uhićena uhićeni plaća plaće plaćama tjedan tjedna kruh nogomet tisuća"
                " općina općine kolovoz prosinac siječanj veljača sjednica priopćio priopćenje promet kazalište tvrtka"
                " glazba sveučilište gospodarstvo udruga izvješće kino zrak obitelj"
            ),
            regex.compile(r"^(?:pobijed|mjer[ae]$|rijek|zahtjev|vijest|uspje|povijes|organizira)"),
        ),
    ),
    (
        "hr",
        Side(
            frozenset(),
            _set(
                "tko tijekom tjedan tjedna tisuća tisuće vlak europe europska europski europske obitelj glede sukladno"
                " siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"
            ),
        ),
        "bs",
        Side(
            frozenset(),
            _set(
                "ko tokom sedmica sedmice sedmično hiljada hiljade voz evrope evropska evropski evropske porodica"
                " januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra"
            ),
        ),
    ),
)

_EKAVIAN = regex.compile(
    r"\b(?:pred(?:sed|log|stav)|vreme|posle|uvek|gde|ovde|čovek|mesto|mesec|dve|pre|deo|sledeć|bezbedn|izveš|telo"
    r"|mleko|ceo|celo|celu|reč|svet|neće|primen|obezbed|dece|ver[aeu]|sever)\w*",
    regex.IGNORECASE,
)
_IJEKAVIAN = regex.compile(
    r"\b(?:predsjed|prijedlog|vrijem|poslije|uvijek|gdje|ovdje|čovjek|mjesto|mjesec|vijeće|dvije|prije|dio"
    r"|sljedeć|bezbjedn|izvješ|izvijes|tijelo|mlijeko|cijel|riječ|svijet|primjen|obezbijed|sjedni|djec|vjer|sjever)\w*",
    regex.IGNORECASE,
)
_MONTENEGRIN = regex.compile(r"\b(?:crnogor|crne gore|crnoj gori|podgori|nijesu|nijesam)\w*|[śź]", regex.IGNORECASE)


def adjust(text: str, scores: dict[str, float]) -> dict[str, float]:
    """The scores (log-probabilities) with what the pairs say; languages that only a pair knows are added."""
    if not scores:
        return scores
    scores = _southern_slavic(text, scores)
    near = max(scores.values()) - NEAR
    known = frozenset(scores)
    characters, words = Counter(text), Counter(_WORD.findall(text.lower()))
    for one, of_one, other, of_other in PAIRS:
        if other not in known or max(scores[other], scores.get(one, -999.0)) < near:
            continue
        odds = STEP * (of_one.hits(characters, words) - of_other.hits(characters, words))
        odds = max(-LIMIT, min(LIMIT, odds))
        if one in known:
            scores[one] += odds / 2
            scores[other] -= odds / 2
        elif one in UNHEARD:
            scores[one] = max(scores.get(one, -999.0), scores[other] + odds - STEP / 2)
    return scores


def _southern_slavic(text: str, scores: dict[str, float]) -> dict[str, float]:
    """Serbian, Croatian, Bosnian and Montenegrin in Latin letters: e against (i)je, and Montenegro's own words."""
    scores = dict(scores)
    best = max((scores[code] for code in ("sr", "hr", "bs") if code in scores), default=-999.0)
    if not {"sr", "hr", "bs"} <= scores.keys() or best < max(scores.values()) - NEAR:
        return scores
    odds = STEP * (len(_EKAVIAN.findall(text)) - len(_IJEKAVIAN.findall(text)))
    odds = max(-LIMIT, min(LIMIT, odds))
    scores["cnr"] = scores["bs"] - odds / 2 - STEP + STEP / 2 * min(4, len(_MONTENEGRIN.findall(text)))
    scores["sr"] += odds / 2
    scores["hr"] -= odds / 2
    scores["bs"] -= odds / 2
    return scores
