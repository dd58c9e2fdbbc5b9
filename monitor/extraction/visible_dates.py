"""The date that readers see near the headline, for pages that give none to machines."""

from __future__ import annotations

import re

from monitor.extraction.blocks import Node, Run
from monitor.extraction.dates import Bounds, Dated
from monitor.extraction.strings import fold
from monitor.extraction.written_dates import find_written

DIGIT = re.compile(r"\d")
HINT = re.compile(
    r"dat(?:e|um|a)(?![a-z]*base)|time|publi|posted|fecha|created|stand\b|dateline|byline|meta", re.IGNORECASE
)
ELSEWHERE = re.compile(
    r"comment|related|sidebar|teaser|widget|footer|recommend|latest|popular|archive|calendar|reply|copyright|event",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"publi|veröffentlicht|erstellt|posted|gepostet|geschrieben|datum|date\b|verfasst|erschien|publié|publicad|"
    r"pubblicat|publicat|"
    r"опубликован|yayın|opublikowano|dodano|julkaistu|gepubliceerd|geplaatst|diterbitkan|تاريخ|نشر|انتشار|منتشر|"
    r"发布|時間|时间|公開|掲載|입력|등록|"
    r"פורסם|δημοσι|objavljeno|vydáno|megjelent|প্রকাশ|प्रकाशित|เผยแพร่", re.IGNORECASE
)  # fmt: skip
MODIFIED = re.compile(
    r"update|aktualisiert|stand\s?:|geändert|mis à jour|modifi|actualizad|atualizad|aggiornat|обновлен|güncelle|"
    r"zaktualizowano|"
    r"bijgewerkt|diperbarui|تحديث|更新|수정|עודכן|päivitetty|uppdaterad|oppdatert|opdateret|abgerufen|"
    r"zuletzt", re.IGNORECASE
)  # fmt: skip
SURE = 2.0  # a score that a date near the headline, or one that says `published`, reaches
DOUBTFUL = -0.5  # taken where nothing else speaks: right in eleven of sixteen such pages of a corpus
NEAR = 30  # runs after the headline in which a byline stands
MAX_LINE = 250  # characters; dates in longer lines are the text's
MAX_RUNS = 1500


def find_visible(runs: list[Run], headline: str, language: str, bounds: Bounds, *, floor: float = SURE) -> Dated | None:
    """The likeliest date of publication among the page's short lines, where its score reaches `floor`."""
    head = _headline_index(runs, fold(headline))
    longest = MAX_LINE if floor == SURE else 2 * MAX_LINE
    best: tuple[float, Dated] | None = None
    for run in runs[:MAX_RUNS]:
        if len(run.text) > longest or not DIGIT.search(run.text):
            continue
        score = _score(run, head) + (1 if run.index and _labels(runs[run.index - 1]) else 0)
        if score < floor or (best and score <= best[0]):
            continue
        moment = find_written(run.text, language, bounds.zone)
        if moment and bounds.believable(moment):
            best = score, Dated(moment, "text")
    return best[1] if best else None


def _headline_index(runs: list[Run], title: str) -> int | None:
    found = [run.index for run in runs if title and len(run.text) < 3 * len(title) + 20 and fold(run.text) == title]
    heads = [run.index for run in runs if run.node.tag == "h1"]
    both = [i for i in found if i in heads]
    best = both or found or heads
    return best[0] if best else None


def _labels(run: Run) -> bool:
    """Whether a line only announces the date in the next."""
    return len(run.text) < 40 and bool(PUBLISHED.search(run.text))


def _score(run: Run, head: int | None) -> float:
    score = 0.0
    node: Node | None = run.node
    for up in range(4):
        if node is None:
            break
        hint = f"{node.el.get('class') or ''} {node.el.get('id') or ''}"[:400]
        if ELSEWHERE.search(hint):
            score -= 2
            break
        if up < 2 and HINT.search(hint):
            score += 1.5
            break
        node = node.parent
    if PUBLISHED.search(run.text):
        score += 2
    elif MODIFIED.search(run.text):
        score += 0.5
    if head is not None:
        away = run.index - head
        score += 2.5 - 0.06 * abs(away) if -8 <= away <= NEAR else -0.5
    return score + (0.7 if len(run.text) < 60 else -1.5 if len(run.text) > 140 else 0) - (1 if run.density > 0.6 else 0)
