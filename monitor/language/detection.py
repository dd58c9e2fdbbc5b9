"""Which language a text is in: cheap evidence first, a judge where it disagrees (docs/how-language-is-told.md)."""

from __future__ import annotations

import math
from collections.abc import Mapping

import regex

from monitor.language.alphabets import without_foreign_letters
from monitor.language.chinese import chinese_script
from monitor.language.prior import Prior, declared, declared_scripts, log_priors
from monitor.language.profiles import SECOND_SCRIPTS, first_opinion, second_opinion, written_in
from monitor.language.scripts import main_script
from monitor.language.siblings import adjust
from monitor.language.table import LANGUAGES
from monitor.language.words import function_word_shares

UNDETERMINED = "und"
FLOOR = 0.05  # hardly one in twenty answers below it is right (the reliability table), so they are `und`
SETTLED = 0.8  # the cheap evidence alone decides from here on
WORDS_WEIGHT = 4.0  # log-odds of a text made of function words only
JUDGE_WEIGHT = 0.15  # langdetect's log-odds are far too sure of themselves on short texts
# The raw probability of the best language is too modest from a half up and too sure below: its log-odds times SLOPE
# plus SHIFT come near the share that is right. All numbers here were set by hand on the headlines on which the
# reliability table is made, none of which were held out: the table shows the fit, not what other texts will give.
SLOPE, SHIFT = 1.6, 0.6
SAMPLE = 1500  # characters that are read of a long text, from its start, middle and end

_NOISE = regex.compile(r"https?://\S{1,2000}|www\.\S{1,500}|[\w.+-]{1,64}@[\w.-]{1,255}|[@#]\w{1,100}|[\d_]+")

# Scripts that one language has for itself, as far as news goes.
_ONE_LANGUAGE = {
    "Grek": "el", "Armn": "hy", "Geor": "ka", "Thai": "th", "Laoo": "lo", "Khmr": "km", "Mymr": "my", "Sinh": "si",
    "Thaa": "dv", "Gujr": "gu", "Guru": "pa", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml",
    "Olck": "sat", "Cans": "iu", "Nkoo": "nqo", "Kore": "ko", "Jpan": "ja",
}  # fmt: skip


def detect(text: str, *, prior: Prior = None) -> tuple[str, float]:
    """The language of a text as a BCP 47 tag, and the probability that it is right.

    `prior` is what the outlet and the page declare: tags, best first, or tags with weights. Chinese and Serbian come
    with their script (`zh-Hant`, `sr-Latn`), Norwegian as `nb` or `nn`. `und` where there are no letters, or where no
    language reaches FLOOR. The same arguments always give the same answer.
    """
    sample = _sample(text)
    weights = declared(prior)
    expected = frozenset(script for code in weights for script in _scripts_of(code))
    script = main_script(sample, expected)
    if not script:
        return UNDETERMINED, 0.0
    probabilities = _probabilities(sample, script, weights)
    if not probabilities:
        return UNDETERMINED, 0.0
    best = max(sorted(probabilities), key=lambda code: probabilities[code])
    confidence = _calibrated(probabilities[best])
    if confidence < FLOOR:
        return UNDETERMINED, confidence
    return _with_script(best, confidence, script, sample, declared_scripts(prior))


def _sample(text: str) -> str:
    """The text without addresses, numbers and handles; of a long one, thirds from start, middle and end.

    So a long quotation at the start does not speak for the article around it.
    """
    if len(text) > SAMPLE:
        third, middle = SAMPLE // 3, len(text) // 2
        text = f"{text[:third]} {text[middle - third // 2 : middle + third // 2]} {text[-third:]}"
    text = _NOISE.sub(" ", text)
    return text.lower() if text.isupper() else text


def _scripts_of(code: str) -> list[str]:
    own = LANGUAGES[code].script if code in LANGUAGES else ""
    own = "Hani" if own in ("Hans", "Hant") else own
    return [own, *(script for script, codes in SECOND_SCRIPTS.items() if code in codes)]


def _probabilities(sample: str, script: str, weights: Mapping[str, float]) -> dict[str, float]:
    if script in _ONE_LANGUAGE:
        rivals = [code for code in weights if code in LANGUAGES and written_in(code, script)]
        return {code: 0.99 * weights.get(code, 1.0) for code in rivals} or {_ONE_LANGUAGE[script]: 0.99}
    scores = without_foreign_letters(sample, first_opinion(sample, script))
    scores = adjust(sample, scores)
    for code in weights:
        if code not in scores and code in LANGUAGES and written_in(code, script):
            scores[code] = _unheard(scores)
    priors = log_priors(list(scores), weights)
    words = function_word_shares(sample)
    scores = {code: score + priors[code] + WORDS_WEIGHT * words.get(code, 0.0) for code, score in scores.items()}
    found = _softmax(scores)
    if max(found.values(), default=1.0) >= SETTLED:
        return found
    return _judge(sample, script, scores, found)


def _unheard(scores: Mapping[str, float]) -> float:
    """The score of a declared language that no detector knows: it is believed where all others are poor."""
    return max(scores.values(), default=0.0) - 3.0


def _judge(sample: str, script: str, scores: dict[str, float], found: Mapping[str, float]) -> dict[str, float]:
    """Ask langdetect, with the cheap evidence as its priors, about the languages that are still in question."""
    contested = {code: _langdetect_code(code) for code, probability in found.items() if probability >= 0.02}
    opinion = second_opinion(sample, script, {_langdetect_code(code): found[code] for code in contested})
    if len(opinion) < 2:
        return dict(found)
    ours = {code: opinion[name] for code, name in contested.items() if name in opinion}
    poorest = max(-8.0, min(ours.values()))
    return _softmax({c: s + JUDGE_WEIGHT * max(ours.get(c, poorest), -8.0) for c, s in scores.items()})


def _langdetect_code(code: str) -> str:
    return {"zh": "zh-Hans", "nn": "nb", "bs": "hr", "sr": "hr", "cnr": "hr"}.get(code, code)


def _calibrated(probability: float) -> float:
    odds = math.log(probability / max(1.0 - probability, 1e-9))
    return 1.0 / (1.0 + math.exp(-(SLOPE * odds + SHIFT)))


def _softmax(scores: Mapping[str, float]) -> dict[str, float]:
    top = max(scores.values(), default=0.0)
    raised = {code: math.exp(score - top) for code, score in scores.items()}
    total = sum(raised.values())
    return {code: value / total for code, value in raised.items()}


def _with_script(
    best: str, confidence: float, script: str, sample: str, stated: Mapping[str, str]
) -> tuple[str, float]:
    """Add the script where a language is written in two."""
    if best == "sr":
        return f"sr-{script}", confidence
    if best not in ("zh", "yue"):
        return best, confidence
    kind, sure = chinese_script(sample)
    if 1 / 3 < sure < 2 / 3 and "zh" in stated:
        kind, sure = stated["zh"], 2 / 3
    return f"zh-{kind}", confidence * sure
