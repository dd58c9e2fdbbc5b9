"""One list or several of a language's frames, compiled so that they are found in tokens."""

from __future__ import annotations

from functools import lru_cache

from monitor.analysis.frames.loading import frames
from monitor.text.phrases import Phrases


@lru_cache(maxsize=1_024)
def listed(language: str, *keys: str, inflected: bool = False) -> Phrases[str]:
    """The phrases under some keys of a language's frames; of one that several have, the first counts.

    With `inflected`, a word of the text also matches without its clitics and case endings.
    """
    data = frames(language)
    return Phrases(((phrase, phrase) for key in keys for phrase in getattr(data, key)), language, inflected=inflected)


@lru_cache(maxsize=256)
def kinds(language: str, *keys: str, inflected: bool = False) -> Phrases[str]:
    """The same, each phrase with the key under which it stands, so that a match tells its kind."""
    data = frames(language)
    return Phrases(((phrase, key) for key in keys for phrase in getattr(data, key)), language, inflected=inflected)
