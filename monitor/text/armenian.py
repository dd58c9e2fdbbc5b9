"""Armenian's own punctuation as other languages write it, so that whoever reads theirs reads it too.

Its full stop is ։ or a colon, its colon a full stop or ՝, and ՝ is its comma too: Նախարարն ասաց. «Կգնանք»: The length
stays.
"""

from __future__ import annotations

import regex

_STOP = regex.compile(r"։|(?<=[\p{L}\p{N}\p{M}»”\")՞՜]):(?=[\s»”\")]|$)", regex.MULTILINE)
_LEADS = regex.compile(r"(?<=[\p{L}\p{M})])[.․՝`](?=\s*[«“„\"])")
_PAUSE = regex.compile(r"(?<=[\p{L}\p{N}\p{M}»”\")])[՝`](?=\s)")
_CLAUSE = regex.compile(r"(?<=[\p{L}\p{M})])․")


def with_common_marks(text: str) -> str:
    """A text with a colon and a full stop in their places: `Նա ասաց: «Կգնանք».` for `Նա ասաց՝ «Կգնանք»։`."""
    return str(_CLAUSE.sub(".", _PAUSE.sub(",", _LEADS.sub(":", _STOP.sub(".", text)))))
