"""Pictures as SVG without a style attribute: the page's style sheet colours them by class.

A picture in a row of a table is hidden from screen readers, because the row says the same in words; the citation graph
has a title, and its table beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from math import log1p

import svg
from markupsafe import Markup, escape

from monitor.comparison.results import Citation

HIDDEN = {"aria-hidden": "true"}
TICKS = (600.0, 3_600.0, 21_600.0, 86_400.0, 604_800.0)  # seconds
BAR = 7
SPARK, SPARK_HEIGHT = 160, 16
MOST_ARROWS = 40  # of the graph; its table has all
ROW, WIDTH, LABEL = 26, 720, 240  # of the graph, in its own units


def _markup(picture: svg.SVG) -> Markup:
    # Inside HTML no namespace is needed; text and attributes were escaped when they were put in.
    picture.xmlns = None
    return Markup(str(picture))  # noqa: S704


def _percent(share: float, *, rtl: bool = False) -> svg.Length:
    return svg.Length(round(100 * (1 - share if rtl else share), 1), "%")


ALL = svg.Length(100, "%")


def bar(share: float, *, rtl: bool = False) -> Markup:
    """A bar that fills a share, from 0 to 1, of its cell."""
    width = max(0.005, min(1.0, share))
    rect = svg.Rect(
        x=_percent(width, rtl=True) if rtl else None,
        width=_percent(width),
        height=BAR,
    )
    return _markup(svg.SVG(class_=["bar"], elements=[rect], extra=HIDDEN))


def place(lag: float | None, longest: float) -> float:
    """Where a lag stands between the first report (0) and the last (1), on a logarithmic scale of minutes."""
    if lag is None or longest <= 0:
        return 0.0
    return min(1.0, log1p(max(0.0, lag) / 60) / log1p(longest / 60))


def dot(lag: float | None, longest: float, *, rtl: bool = False) -> Markup:
    """A dot on the time line; nothing where no time is known."""
    if lag is None:
        return Markup("")
    share = 0.015 + 0.97 * place(lag, longest)
    circle = svg.Circle(cx=_percent(share, rtl=rtl), cy=8, r=4)
    return _markup(svg.SVG(class_=["dot"], elements=[circle], extra=HIDDEN))


def ticks(longest: float) -> list[tuple[float, float]]:
    """The marks of the time line's axis that fit: (share, seconds), far enough from each other."""
    found: list[tuple[float, float]] = []
    for seconds in TICKS:
        share = place(seconds, longest)
        before = found[-1][0] if found else 0.1
        if seconds <= longest and share <= 0.93 and share - before >= 0.14:
            found.append((share, seconds))
    return found


def axis(longest: float, say: Callable[[float], str], *, rtl: bool = False) -> Markup:
    """The axis over the time line's dots; `say` puts a lag in seconds into words."""
    elements: list[svg.Element] = [
        svg.Text(
            x=_percent(0.015 + 0.97 * share, rtl=rtl),
            y=11,
            text_anchor="start" if share == 0 else "middle",
            text=str(escape(say(seconds))),
        )
        for share, seconds in [(0.0, 0.0), *ticks(longest)]
    ]
    return _markup(svg.SVG(class_=["axis"], width=ALL, height=14, elements=elements, extra=HIDDEN))


def spread(times: Sequence[datetime], *, rtl: bool = False) -> Markup:
    """A tick for each article between the first and the last: how a story came and went."""
    if not times:
        return Markup("")
    first, last = min(times), max(times)
    length = (last - first).total_seconds() or 1.0
    at = sorted({round(2 + (SPARK - 4) * (each - first).total_seconds() / length) for each in times})
    line = svg.Path(d=[svg.M(0, 15), svg.H(SPARK)], class_=["base"])
    path = svg.Path(d=[step for x in at for step in (svg.M(SPARK - x if rtl else x, 2), svg.V(14))])
    return _markup(
        svg.SVG(
            class_=["spread"],
            viewBox=svg.ViewBoxSpec(0, 0, SPARK, SPARK_HEIGHT),
            width=SPARK,
            height=SPARK_HEIGHT,
            elements=[line, path],
            extra=HIDDEN,
        )
    )


def graph(citations: Sequence[Citation], title: str, *, rtl: bool = False) -> Markup:
    """Who cites whom: on one side who cites, on the other who is cited, arrows as wide as they have sentences."""
    arrows = citations[:MOST_ARROWS]
    if not arrows:
        return Markup("")
    citing = list(dict.fromkeys(each.citing for each in arrows))
    cited = list(dict.fromkeys(each.cited for each in arrows))
    height = ROW * max(len(citing), len(cited)) + 10
    elements: list[svg.Element] = [svg.Title(text=str(escape(title)))]
    elements += [_arrow(each, citing.index(each.citing), cited.index(each.cited), rtl=rtl) for each in arrows]
    elements += [_name(name, row, citing=True, rtl=rtl) for row, name in enumerate(citing)]
    elements += [_name(name, row, citing=False, rtl=rtl) for row, name in enumerate(cited)]
    return _markup(
        svg.SVG(
            class_=["graph"],
            viewBox=svg.ViewBoxSpec(0, 0, WIDTH, height),
            elements=elements,
            extra={"role": "img", "aria-label": str(escape(title))},
        )
    )


def _y(row: int) -> int:
    return ROW * row + ROW // 2 + 4


def _name(name: str, row: int, *, citing: bool, rtl: bool) -> svg.Element:
    left = citing != rtl
    shown = name if len(name) <= 30 else name[:29] + "…"
    # The text's own direction would turn start and end around; isolation keeps the anchor at the arrow's end.
    return svg.Text(
        x=LABEL - 8 if left else WIDTH - LABEL + 8,
        y=_y(row) + 4,
        text_anchor="end" if left else "start",
        text=str(escape(shown)),
        extra={"direction": "ltr"},
    )


def _arrow(each: Citation, start: int, end: int, *, rtl: bool) -> svg.Element:
    first, last = (WIDTH - LABEL, LABEL + 2) if rtl else (LABEL, WIDTH - LABEL - 2)
    middle, tip = WIDTH // 2, (6 if rtl else -6)
    from_y, to_y = _y(start), _y(end)
    curve = [svg.M(first, from_y), svg.C(middle, from_y, middle, to_y, last, to_y)]
    head = [svg.M(last + tip, to_y - 4), svg.L(last, to_y), svg.L(last + tip, to_y + 4)]
    kind = "within" if each.within else "outside"
    return svg.Path(d=[*curve, *head], class_=[kind], stroke_width=min(5.0, 0.8 + 0.5 * len(each.cells)))
