"""How `monitor events why` shows its grounds: two articles side by side, or an article against its event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import asdict
from rich.table import Table

from monitor.cli.render import isolate, stamp, table
from monitor.events import Evidence, EvidencePart
from monitor.index.codec import article_to_dict, event_to_dict, to_dict
from monitor.jobs.events import Grounds
from monitor.model import Article

LEAST = 0.05  # log-odds below which a kind of evidence says nothing
START = "what is compared"  # what the log-odds start from
NAMED = 3  # kinds of evidence named in a line


def grounds(found: Grounds) -> Iterator[str | Table]:
    """What an editor reads."""
    yield _line(found.article)
    if found.event is None:
        for each in found.evidence:
            yield _line(found.others[each.other])
            yield from ("", _pair(each))
    else:
        yield f"in event {found.event.id}, {found.event.articles} articles: {isolate(found.event.headline)}"
        if found.mean is not None:
            yield f"mean log-odds {found.mean:+.2f} with the others; an article joins above {found.threshold:+.2f}"
            yield from ("", _event(found))
    if found.changes:
        rows = [(stamp(each.at), each.before, each.after, each.by, each.reason) for each in found.changes]
        yield from ("", table(("at", "from", "to", "by", "reason"), rows, title="What became of the article"))


def _line(article: Article) -> str:
    told = ", ".join(part for part in (article.outlet, article.language, stamp(article.published) or "undated") if part)
    return f"{article.id}  {told}: {isolate(article.headline)}"


def _pair(evidence: Evidence) -> Table:
    rows = [(part.name, part.value, f"{part.log_odds:+.2f}", _sense(part)) for part in evidence.parts]
    title = f"One event: probability {evidence.probability:.3f} (log-odds {evidence.log_odds:+.2f})"
    return table(("evidence", "what was found", "log-odds", ""), rows, title=title, right=("log-odds",))


def _sense(part: EvidencePart) -> str:
    if abs(part.log_odds) < LEAST or part.name == START:
        return ""
    return "for" if part.log_odds > 0 else "against"


def _event(found: Grounds) -> Table:
    rows = []
    for each in found.evidence:
        other = found.others[each.other]
        rows.append(
            (
                f"{each.probability:.3f}",
                other.id,
                other.outlet,
                other.language,
                stamp(other.published),
                _strongest(each, 1),
                _strongest(each, -1),
                other.headline,
            )
        )
    columns = ("probability", "article", "outlet", "language", "published", "for", "against", "headline")
    return table(columns, rows, right=("probability",))


def _strongest(evidence: Evidence, sign: int) -> str:
    """The weightiest kinds of evidence for (1) or against (-1); the start is none."""
    told = [part for part in evidence.parts if part.log_odds * sign >= LEAST and part.name != START]
    return ", ".join(f"{part.name} {part.log_odds:+.1f}" for part in told[:NAMED])


def grounds_to_dict(found: Grounds) -> dict[str, Any]:
    """The same for programs."""
    return {
        "article": article_to_dict(found.article),
        "event": event_to_dict(found.event) if found.event else None,
        "mean_log_odds": found.mean,
        "threshold": found.threshold,
        "evidence": [asdict(each) for each in found.evidence],
        "changes": [to_dict(each) for each in found.changes],
    }
