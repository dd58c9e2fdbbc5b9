"""The date that readers see near the headline, for pages that give none to machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from monitor.extraction.blocks import Node, Run
from monitor.extraction.dates import ELSEWHERE, Bounds, Dated
from monitor.extraction.strings import fold
from monitor.extraction.vocabulary import named
from monitor.extraction.written_dates import find_written

# A year in full, or a day, a month and a year of two digits, or an era's year: what every form of a date has.
DATED = re.compile(r"\d{4}|\d[/.]\d{1,2}[/.]\d\d|\d[\s/-][^\W\d_]{3,10}[\s/,'’.-]{1,3}\d\d(?!\d)|[\d元]年")
HINT = re.compile(
    r"dat(?:e|um|a)(?![a-z]*base)|time|publi|posted|fecha|created|stand\b|dateline|byline|meta", re.IGNORECASE
)
PUBLISHED = re.compile(
    r"publi|veröffentlicht|erstellt|posted|gepostet|geschrieben|datum|\bdate\b|verfasst|erschien|publié|publicad|"
    r"pubblicat|publicat|"
    r"опубликован|yayın|opublikowano|dodano|julkaistu|gepubliceerd|geplaatst|diterbitkan|تاريخ|نشر|انتشار|منتشر|"
    r"发布|時間|时间|公開|掲載|입력|등록|"
    r"created|angelegt|créé|cread[oa]|creat[oa]|aangemaakt|skapad|oprettet|opprettet|utworzon|vytvořen|zveřejněn|publikov|"
    r"létrehoz|közzétév|создан|створен|oluştur|dibuat|đăng|paskelbt|publicēt|avaldat|"
    r"פורסם|δημοσι|objavljeno|vydáno|megjelent|প্রকাশ|प्रकाशित|เผยแพร่", re.IGNORECASE
)  # fmt: skip
MODIFIED = re.compile(
    r"update|aktualisiert|stand\s?:|geändert|änderung|last edited|mise à jour|bearbeitet|оновлен|frissít|actualis|"
    r"mis à jour|modifi|actualizad|atualizad|aggiornat|обновлен|güncelle|"
    r"zaktualizowano|"
    r"bijgewerkt|cập nhật|ενημέρωσ|aktualizác|aktualizov|posodobljen|ažuriran|ажурирано|atnaujint|uuendat|"
    r"diperbarui|تحديث|更新|수정|עודכן|päivitetty|uppdaterad|oppdatert|opdateret|abgerufen|"
    r"zuletzt", re.IGNORECASE
)  # fmt: skip
SURE = 2.0  # a score that a date near the headline, or one that says `published`, reaches
DOUBTFUL = -1.2  # taken where nothing else speaks: right in most such pages of a corpus
ABOVE = 8  # runs before it
NEAR = 30  # runs after the headline in which a byline stands
CLOSE = 1.5  # scores this near: of a date above the headline and an earlier one, the first is the day of the visit
MAX_LINE = 250  # characters; dates in longer lines are the text's
MAX_RUNS = 1500
LABEL = 40  # characters of a line that only announces the date in the next
LONGEST_DATE = 30  # characters
BYLINE = 45  # letters of a line that names somebody beside the date
SENTENCE = 70  # letters from which a line is a sentence


def find_visible(
    runs: list[Run], headline: str, language: str, bounds: Bounds, *, floor: float = SURE, near: bool = False
) -> Dated | None:
    """The likeliest date of publication among the page's short lines, where its score reaches `floor`.

    With `near` only lines around the headline are looked at.
    """
    first = next((run.index for run in runs if run.node.tag == "h1"), None) if near else None
    head = _headline_index(runs, fold(headline)) if first is None else first
    if near and head is None:
        return None
    looked = runs[max(0, (head or 0) - ABOVE) : (head or 0) + NEAR] if near else runs[:MAX_RUNS]
    longest = MAX_LINE if floor == SURE else 2 * MAX_LINE
    best: tuple[float, Dated, bool] | None = None
    for run, line in _dated_lines(looked, longest):
        score = _score(run, line, head) + (_labels(runs[run.index - 1]) if run.index else 0)
        above = best is not None and best[2] and score > best[0] - CLOSE  # perhaps the day of the visit
        if score < floor or (best and score <= best[0] and not above):
            continue
        moment = find_written(_published_part(line), language, bounds.zone)
        if not moment or not bounds.believable(moment):
            continue
        if best is None or score > best[0] or moment.date() < best[1].moment.date():
            best = score, Dated(moment, "text"), head is not None and run.index < head
    return best[1] if best else None


def _dated_lines(runs: list[Run], longest: int) -> Iterator[tuple[Run, str]]:
    """Short lines that may hold a date; of a short run with line breaks each that says `published` for itself."""
    for run in runs:
        if len(run.text) > longest or not DATED.search(run.text):
            continue
        lines = run.text.split("\n")
        own = [line for line in lines if DATED.search(line) and PUBLISHED.search(line)] if len(lines) > 1 else []
        yield from ((run, line) for line in own or [run.text])


def _published_part(text: str) -> str:
    """The text from the word for `published`, where one for `updated` stands before it."""
    said, changed = PUBLISHED.search(text), MODIFIED.search(text)
    return text[said.start() :] if said and changed and changed.start() < said.start() else text


def find_in_titles(titles: Iterable[str], language: str, bounds: Bounds) -> Dated | None:
    """The date with which a page's title ends, behind a bar or a dash."""
    for title in titles:
        *before, last = re.split(r"\s[|–—·-]\s", title)
        if before and len(last) <= LONGEST_DATE and (moment := find_written(last, language, bounds.zone)):
            return Dated(moment, "title") if bounds.believable(moment) else None
    return None


def _headline_index(runs: list[Run], title: str) -> int | None:
    near = (run for run in runs if title and len(title) <= len(run.text) < 3 * len(title) + 20)
    found = [run.index for run in near if fold(run.text).endswith(title)]
    heads = [run.index for run in runs if run.node.tag == "h1"]
    both = [i for i in found if i in heads]
    best = both or found or heads
    return best[0] if best else None


def _labels(run: Run) -> float:
    """More for a date that the line before announces as the day of publication, less as that of a change."""
    if len(run.text) >= LABEL:
        return 0
    return 1 if PUBLISHED.search(run.text) else -2 if MODIFIED.search(run.text) and not DATED.search(run.text) else 0


def _score(run: Run, text: str, head: int | None) -> float:
    score = 0.0
    changed = bool(MODIFIED.search(text))
    node: Node | None = run.node
    for up in range(4):
        if node is None:
            break
        hint = named(node.el)[:400]
        if ELSEWHERE.search(hint):
            score -= 2
            break
        if up < 2 and HINT.search(hint):
            score += 1.5
            break
        node = node.parent
    score += (2 if PUBLISHED.search(text) else 0.5 if changed else 0) - (0.7 if changed else 0)
    if head is not None:
        away = run.index - head
        score += 2.5 - 0.06 * abs(away) if -ABOVE <= away <= NEAR else -0.5
    return score + _form(text) - (1 if run.density > 0.6 else 0)


def _form(text: str) -> float:
    """What a line's form says: a date stands alone or in a byline, seldom in a sentence."""
    letters = sum(map(str.isalpha, text))
    score = 0.7 if len(text) < 60 else -1.5 if len(text) > 140 else 0.0
    score -= 1.5 if letters > SENTENCE else 0.7 if letters > BYLINE else 0.0
    return score
