"""What tells whose words a quotation is, or that it is one, where the subject of a verb of speech does not."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.frames import frames
from monitor.analysis.names import runs
from monitor.analysis.quoted import Quotation, Unit, likened
from monitor.analysis.speakers.clause import Subject
from monitor.analysis.speakers.leads import OPENERS, PAUSE
from monitor.analysis.speakers.remembering import remembered
from monitor.analysis.speakers.scene import Scene
from monitor.analysis.speakers.topics import only_person
from monitor.analysis.speakers.verbs import leads_to
from monitor.text.folded import Token, tokens

_BRACKETS = regex.compile(r"[\"”»“」』’]\s?[（(]([^（）()]{2,30})[)）]")
_DATELINE = regex.compile(
    r"\s*(?:\p{Lu}[\p{Lu} ’'-]{2,30}|\p{Lu}[\p{L} ’'-]{2,30}(?=\())\s*(?:\([^()]{2,30}\)\s*)?[–—-]\s*[\"“„«»]?\s*"
)
_NAME = 2  # words of a name
_LINE = 14  # of a line below a quotation that tells whose it is
_WHOSE = 20  # words behind `these are the words of` among which somebody is named
_BEHIND = 4  # characters between a quotation and the name behind it
_CLITICS = 3  # words between a quotation and its verb: a-t-il ajouté
_TIED = 8  # characters between a quotation and a verb that a particle ties to it
_NEXT_WORD = 12  # characters behind a verb in which `that` begins


def without_dateline(lead: str, rest: str) -> tuple[str, str]:
    """What stands around a quotation, less the dateline before it: `ROMA (Ansa) – "…". Lo ha detto …`."""
    return ("" if _DATELINE.fullmatch(lead) else lead), rest


def reported(scene: Scene, unit: Unit) -> bool:
    """`Dennoch sei man „gut aufgestellt“`: indirect speech goes on, told by the mood of the verb alone."""
    moods = scene.rules.reported
    return bool(moods) and any(word.folded in moods and not word.upper for part in unit.outside() for word in part)


def is_of_same(scene: Scene, unit: Unit, quotation: Quotation) -> bool:
    """`Ob tem je nakazal tudi bolj pozitivno noto: »…«`: whether who spoke last goes on behind a colon.

    In indirect speech; and where verbs stand without their subjects, behind words that hold nobody who could speak.
    """
    return reported(scene, unit) or names_nobody(scene, unit.before(quotation))


def names_nobody(scene: Scene, words: Sequence[Token]) -> bool:
    """Neither a name, nor several people, nor a text."""
    rules, data = scene.rules, frames(scene.rules.language)
    if not data.genitives or any(word.upper for word in words[1:]):
        return False
    if rules.things.find(words) or rules.groups.find(words) or rules.anonymous.find(words):
        return False
    several = any(len(word.folded) > _NEXT_WORD // 2 and word.folded.endswith(data.several) for word in words)
    return not (several or any(word.folded in rules.they for word in words))


def is_reported(scene: Scene, verb: Subject) -> bool:
    """`… und mache deutlich, „…“`: a verb of speech that is itself in the mood of indirect speech."""
    alone = bool(verb.verb) and not (verb.name or verb.goes_on)
    return alone and tokens(verb.verb)[0].folded in scene.rules.reported


def in_brackets(scene: Scene, unit: Unit, quotation: Quotation) -> Subject | None:
    """`「…」（東野監督）`: the one person named in brackets right behind a quotation, or a source without a name."""
    found = _BRACKETS.match(scene.body, quotation.end)
    if found is None:
        return None
    words = [word for word in unit.words if found.start(1) <= word.start < found.end(1)]
    name = only_person(scene, words)
    source = not scene.rules.spaced and bool(scene.rules.titles.find(words) or scene.rules.groups.find(words))
    return Subject(name=name, verb="") if name or source else None  # 「…」（外務省幹部）という


def named_behind(scene: Scene, unit: Unit, quotation: Quotation) -> Subject | None:
    """`"…," Anna Holm, an analyst.`: a full name right behind a comma, and no verb."""
    comma = "," in scene.body[quotation.end - 1 : quotation.end + 2]
    words = [word for word in unit.words if word.start >= quotation.end] if comma and scene.rules.cased else []
    if not words or not words[0].upper or words[0].start - quotation.end > _BEHIND:
        return None
    stretch = scene.stretch(words)
    run = next(iter(runs(stretch)), None)
    if run is None or run.first or run.length < _NAME or scene.body[words[run.last - 1].end] not in ",.":
        return None
    name = only_person(scene, stretch.of(run))
    return Subject(name=name, verb="") if name else None


def signed(scene: Scene, unit: Unit) -> Subject | None:
    """`Ana Rey, directora del centro`: a full name that begins a line of a few words, which is no sentence.

    One in brackets may be longer: `(Jan Novak, predsednik društva, v pogovoru za Dnevnik)`.
    """
    words, bracketed = unit.words, unit.text.startswith("(") and unit.text.rstrip().endswith(")")
    long = len(words) > _LINE * (1 + 2 * bracketed)
    if not scene.rules.cased or unit.quoted or long or unit.text.rstrip()[-1:] in ".:;!?…":
        return None
    stretch = scene.stretch(words)
    run = next(iter(runs(stretch)), None)
    if run is None or run.first or run.length < _NAME or scene.body[words[run.last - 1].end :][:1] not in ",\n–—(":
        return None
    spoken = scene.rules.verbs.find(words)
    name = "" if spoken else only_person(scene, stretch.of(run))
    return Subject(name=name, verb="") if name else None


def told_whose(scene: Scene, unit: Unit) -> Subject | None:
    """`La precisazione è di Fabio Neri, legale di Ada Riva`: the first person of a sentence about the last words."""
    words = unit.words
    begun = scene.rules.whose.at(words, 0) if words and not unit.quoted else None
    if begun is None:
        return None
    stretch = scene.stretch(words[begun[0] : begun[0] + _WHOSE])
    for run in runs(stretch):
        if name := only_person(scene, stretch.of(run)):
            return Subject(name=name, verb=scene.body[words[0].start : words[begun[0] - 1].end])
    return None


def before_colon(scene: Scene, unit: Unit, quotation: Quotation) -> Subject | None:
    """`Anna Weiss ist enttäuscht: Sie finde das „absurd“`: the one person whom a sentence names before its colon."""
    lead = scene.body[unit.start : quotation.start]
    words = [word for word in unit.before(quotation) if word.end <= unit.start + lead.rfind(": ")]
    name = only_person(scene, words)
    return Subject(name=name, verb="") if name else None


def calls(scene: Scene, verb: Subject, quotation: Quotation) -> bool:
    """`lo tildó de "traidor"`: a verb that says how somebody calls something, before its words.

    Right behind them where verbs end clauses: `der von einem „Linksruck“ spricht`.
    """
    if not scene.rules.calls.find(tokens(verb.verb)):
        return False
    if verb.start >= quotation.end:
        return frames(scene.rules.language).capitals and not tokens(scene.body[quotation.end : verb.start])
    return not PAUSE.search(scene.body[verb.end : quotation.start])


def likens(scene: Scene, unit: Unit, quotation: Quotation) -> bool:
    """`bezeichnete den Plan als „Unsinn“ und ging`: whether as, or of, stands right before words."""
    return likened(unit.before(quotation), scene.rules.language)


def frames_behind(scene: Scene, verb: Subject, quotation: Quotation) -> bool:
    """`la commission a vu « … », a-t-il ajouté`: a verb with its subject right behind a quotation and a comma."""
    body, rules = scene.body, scene.rules
    if verb.start < quotation.end or not rules.inverts or not (verb.name or verb.goes_on):
        return False
    between = body[quotation.end : verb.start]
    words, own = tokens(between), tokens(verb.verb)
    meanwhile = frames(rules.language).meanwhile
    adds = leads_on(scene, verb) or bool(own and meanwhile and own[0].folded.endswith(meanwhile))  # ajoutant que
    comma = "," in body[quotation.end - 1 : quotation.end + 3]
    return comma and len(words) <= _CLITICS and not (adds or any(word.upper for word in words) or "." in between)


def leads_on(scene: Scene, verb: Subject) -> bool:
    """`"وباء عالمي"، مؤكدة أن`: a verb behind which `that` begins what it tells, which are no words before it."""
    ahead = tokens(scene.body[verb.end : verb.end + _NEXT_WORD])
    return bool(ahead) and ahead[0].folded in scene.rules.that


def leads_further(scene: Scene, verb: Subject, quotation: Quotation, following: int) -> bool:
    """`and added: "…"`: a verb behind a quotation that leads to the next; none that a particle ties to the first.

    `권율은 "…"이라고 했으며, 허남준은 "…"`.
    """
    body, data = scene.body, frames(scene.rules.language)
    if verb.start < quotation.end:
        return False
    own = data.joins and scene.rules.order == "before" and verb.start - quotation.end < _TIED
    return data.leads or (not own and leads_to(body, verb, following))


def is_predicate(scene: Scene, verb: Subject, quotation: Quotation) -> bool:
    """`dijo que la medida es "insuficiente"`: one word, no name, at the end of what somebody says."""
    that = scene.rules.that
    between = tokens(scene.body[verb.end : quotation.start])
    small = not scene.rules.cased or quotation.text[0].islower()
    return small and verb.end <= quotation.start and any(word.folded in that for word in between)


def from_several(scene: Scene, unit: Unit, quotation: Quotation) -> bool:
    """`株主からは「…」との要望が出た`: those from whom the words come stand right before them."""
    lead = scene.body[unit.start : quotation.start].rstrip(OPENERS).rstrip("、,")
    return bool(scene.rules.sources) and lead.endswith(scene.rules.sources)


def said_that(scene: Scene, unit: Unit, quotation: Quotation) -> bool:
    """`X ने निर्देश दिया कि "…"`: in scripts without capitals, words right behind `that`, whatever the verb."""
    words = unit.before(quotation)
    return not scene.rules.cased and bool(words) and words[-1].folded in scene.rules.that


def acts(scene: Scene, unit: Unit, quotation: Quotation) -> bool:
    """`Laura Petit « regrette vivement » le retard`: a name right before words that begin with its verb."""
    words = unit.before(quotation)
    named = [run for run in runs(scene.stretch(words)) if run.last == len(words) and not run.governed]
    pause = words and PAUSE.search(scene.body[words[-1].end : quotation.start])
    return bool(named) and named[0].length >= _NAME and not pause


def captioned(scene: Scene, unit: Unit, quotation: Quotation) -> Subject | None:
    """`小早川社長「…」`: somebody with a title right before the marks, where markers tell subjects."""
    rules = scene.rules
    if rules.spaced or not rules.markers:
        return None
    since = max((each.end for each in unit.quoted if each.end < quotation.start), default=0)
    words = [word for word in unit.before(quotation) if word.start >= since]
    stretch = scene.stretch(words)
    run = next(reversed(runs(stretch)), None)
    title = rules.titles.at(words, run.last) if run is not None and run.last < len(words) else None
    if run is None or title is None or title[0] != len(words) or not stretch.naming.person(stretch, run):
        return None
    return Subject(name=remembered(scene, stretch, run), verb="")
