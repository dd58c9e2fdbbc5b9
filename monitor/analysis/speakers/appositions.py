"""Names before an apposition that tells who they are: `Yusuf Hidayat, pengamat politik, menilai`, منى عساف، الممرضة."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from monitor.analysis.names import LONGEST, Run, Stretch

PAUSE = regex.compile(r"\s?[,،–—]")
_CLOSES = regex.compile(r"\s?[,،–—:]")


def before_apposition(stretch: Stretch, own: Sequence[Run]) -> Run | None:
    """`Yusuf Hidayat, pengamat politik Universitas Nusantara, menilai`: the name before what tells who it is.

    None where the apposition is a name itself: `the minister, Paul Roux, said`.
    """
    body, words = stretch.body, stretch.words
    if not _CLOSES.match(body, words[-1].end):
        return None
    pauses = [n for n in range(1, len(words)) if PAUSE.match(body, words[n - 1].end)]
    if not pauses:
        return None
    colon = not PAUSE.match(body, words[-1].end)
    whole = own[0] if colon and own and own[0].length > 1 and not (own[0].first or own[0].governed) else None
    if whole is not None and whole.last in pauses and stretch.rules.titles.at(words, whole.last) is not None:
        return whole  # Jan Novak, trener Olimpije Ljubljana: "…"
    last = [run for run in own if run.first >= pauses[-1] and run.length > 1 and not run.governed]
    if any(colon or (run.first == pauses[-1] and run.last == len(words)) for run in last):
        return None
    usable = (run for run in reversed(own) if run.last in pauses and run.length > 1 and not run.governed)
    return next(usable, None)


def before_role(stretch: Stretch, own: Sequence[Run]) -> Run | None:
    """`منى عساف، الممرضة`, `جواد احمدی، نماینده مردم`: in scripts without capitals, a name, a comma and a title."""
    words = stretch.words
    for run in own:
        title = run.last + 1 < len(words) and stretch.rules.titles.at(words, run.last)
        if title and 2 <= run.length <= LONGEST and PAUSE.match(stretch.body, words[run.last - 1].end):
            return run
    return None
