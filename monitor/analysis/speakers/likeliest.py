"""Who of the names beside a verb speaks: by commas, by points, as the owner of words, or nobody who is too far."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.analysis.frames import frames
from monitor.analysis.names import NameWords, Run, Stretch, begins_name
from monitor.analysis.speakers.appositions import PAUSE, before_apposition, before_role
from monitor.analysis.speakers.behind_roles import apart
from monitor.analysis.speakers.heads import tells_heads
from monitor.analysis.speakers.openers import is_known_part
from monitor.analysis.speakers.scene import Scene
from monitor.text.folded import Token

_LONGEST = 5  # words of a name; more are hardly one
_APART = 2  # words behind a name by which its clause goes on before the comma
_FAR = 7  # words between a verb and its subject behind it that are neither titles nor small


def likeliest(scene: Scene, stretch: Stretch, own: Sequence[Run], side: str, *, verbless: bool) -> Run | None:
    """Who of those that may speak does: by commas, then by points, then as the owner of words."""
    rules = scene.rules
    chosen = apart(stretch) if rules.cased and side == "right" else None
    own = _before_and(stretch, own) if side == "left" else own
    if rules.cased and side == "left":
        chosen = before_apposition(stretch, own)
    elif rules.cased and rules.order == "before" and side == "earlier":
        chosen = _topical(scene, stretch, own)
    elif rules.spaced and not rules.cased:
        chosen = before_role(stretch, own)
    late = (side != "right" and (rules.cased or (rules.order == "before" and rules.spaced))) or bool(rules.markers)
    chosen = chosen or (_fronted(stretch, own) if rules.cased and side == "left" and not verbless else None)
    return chosen or _best(scene, stretch, own, nearest_last=late) or _owner(own, side, verbless=verbless)


def _best(scene: Scene, stretch: Stretch, own: Sequence[Run], *, nearest_last: bool) -> Run | None:
    """The likeliest subject: several words, beside a title, known from before; then the nearest."""
    rules = scene.rules
    cases = frames(rules.language).genitives

    def score(entry: tuple[int, Run]) -> tuple[float, int]:
        place, run = entry
        size = run.length if rules.spaced else run.length / 2
        points = 2.0 * (2 <= size <= _LONGEST) - 2.0 * (size > _LONGEST) + 1.0 * run.titled
        points += 2.0 * ((run.length == 1 or not rules.cased) and scene.cast.knows(stretch.folded(run)))
        points += 3.0 * (rules.surnamed(stretch.of(run)) or (not rules.spaced and "·" in stretch.written(run)))
        points += 1.0 * (run.length > 1 and cases and begins_name(stretch.words[run.first].folded, rules.language))
        points += 2.5 * (not nearest_last and run.first == 0 and stretch.follows(run) in rules.relatives)  # said A, who
        return points, place if nearest_last else -place

    usable = [run for run in own if not run.governed]
    if usable and not nearest_last and (is_known_part(scene, stretch, usable[0]) or _touches(stretch, usable[0])):
        return usable[0]
    return max(enumerate(usable), key=score)[1] if usable else None


def _touches(stretch: Stretch, run: Run) -> bool:
    """`ungkap Leoni kepada wartawan di area Gelora Bung Karno`: one word between a verb and a preposition."""
    words, rules = stretch.words, stretch.rules
    alone = rules.cased and run.first == 0 and run.length == 1 and run.last < len(words)
    if alone and frames(rules.language).passives and rules.stops.at(words, run.last) is not None:  # kata Budi saat
        return True
    return alone and rules.prepositions.at(words, run.last) is not None and not frames(rules.language).genitives


def _fronted(stretch: Stretch, own: Sequence[Run]) -> Run | None:
    """`Quando gli chiedono di Anna Neri, Salvini risponde`: a word alone between a comma and its verb."""
    run = own[-1] if len(own) > 1 else None
    alone = run is not None and run.length == 1 and run.last == len(stretch) and not run.governed
    if run is None or not alone or "," not in stretch.gap(run.first) or stretch.written(run).isupper():
        return None
    return run if run.first - own[-2].last >= _APART else None


def _topical(scene: Scene, stretch: Stretch, own: Sequence[Run]) -> Run | None:
    """`Bakan Ali Kaya, partisinin grubunda "…" dedi`: where verbs end clauses, the first name before a comma."""
    paused = (run for run in own if PAUSE.match(stretch.body, stretch.words[run.last - 1].end))
    words, ends = stretch.words, tuple(stretch.rules.whiles)  # sözlerine yanıt veren Çelik, "…" dedi
    whole = (
        run
        for run in paused
        if run.length > 1
        or run.titled
        or not scene.is_new(words[run.first].folded)
        or (run.first and run.last == len(words) and words[run.first - 1].folded.endswith(ends))
    )
    return next((run for run in whole if not run.governed), None)


def _before_and(stretch: Stretch, own: Sequence[Run]) -> Sequence[Run]:
    """`Lee went on Twitter and said`: a verb behind `and` keeps the subject of the one before, who stands first."""
    words, language = stretch.words, stretch.rules.language
    if not own or words[-1].folded not in frames(language).couples or not tells_heads(language):
        return own
    comma = next((n for n in range(len(words) - 2, 0, -1) if "," in stretch.gap(n)), 0)
    free = [run for run in own if run.last < len(words) - 1]
    return ([run for run in free if run.first >= comma] or free)[:1]


def known_alone(scene: Scene, stretch: Stretch, found: Sequence[Run]) -> Run | None:
    """`وأوضح الشيباني خلال مؤتمر`: a word right behind its verb, of somebody's name that was read before."""
    run = next(iter(found), None)
    if not scene.rules.article or run is None or run.first or run.length > 1 or run.governed:
        return None
    return None if scene.is_new(stretch.words[0].folded) else run


def of_clause(
    scene: Scene, stretch: Stretch, own: Sequence[Run], meant: Sequence[tuple[int, int, str]], *, stands_in: bool
) -> list[Run]:
    """Those before a verb whom no pronoun (meant) and no epithet (stands_in) behind them keeps from speaking."""
    free = _behind_pronoun(stretch, own, meant)
    return _no_opening(scene, free, stretch.words) if stands_in else free


def _behind_pronoun(stretch: Stretch, own: Sequence[Run], meant: Sequence[tuple[int, int, str]]) -> list[Run]:
    """`Das Haus sieht Angebote kritisch, wie er erklärt`: a pronoun speaks rather than who stands before its comma."""
    at = max((begin for begin, _, _ in meant), default=0)
    return [run for run in own if run.first >= at or not any("," in stretch.gap(n) for n in range(run.last, at + 1))]


def _no_opening(scene: Scene, own: Sequence[Run], words: Sequence[Token]) -> list[Run]:
    """`Visiblemente emocionado, el alcalde dijo`: a first word that was never a name has its capital from its place."""
    return [run for run in own if run.first or run.length > 1 or not scene.is_new(words[0].folded)]


def first_alone(scene: Scene, stretch: Stretch, own: list[Run]) -> list[Run]:
    """`Para Hurtado, Ana Ortiz dirigió los pasos`: who stands behind `according to` and before a comma.

    Where names have cases, whoever stands right behind it: `Według Nowaka plan Anny Holm`.
    """
    if own and frames(scene.rules.language).genitives:
        near = set(range(own[0].first)) <= scene.rules.titled(stretch.words[: own[0].first])
        return own[:1] if near else own
    whole = bool(own) and own[0].last < len(stretch) and "," in stretch.gap(own[0].last)
    known = whole and (own[0].length > 1 or not scene.is_new(stretch.words[own[0].first].folded))
    return own[:1] if known else own


def _owner(own: Sequence[Run], side: str, *, verbless: bool) -> Run | None:
    """`General Saleh's reply came: "…"`: whose words, where no verb of speech tells it."""
    if side != "left" or not verbless:
        return None
    return next((run for run in own if run.owner and (run.titled or run.length > 1)), None)


def far(words: Sequence[Token], run: Run, rules: NameWords) -> bool:
    """Whether more words stand between a verb and a name behind it than titles and small words account for."""
    titled = rules.titled(words)
    return sum(n not in titled and words[n].folded not in rules.common for n in range(run.first)) > _FAR
