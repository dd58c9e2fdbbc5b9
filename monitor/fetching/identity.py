"""Who we say we are."""

from __future__ import annotations

from typing import Final

from monitor import __version__

ROBOTS_NAME: Final = "news-monitor"  # the name by which a robots.txt may address us
PROJECT: Final = "https://example.org/news-monitor"  # placeholder until the project has a page of its own
USER_AGENT: Final = f"{ROBOTS_NAME}/{__version__} (+{PROJECT})"


def user_agent(contact: str = "") -> str:
    """The User-Agent header, with the operator's contact where the configuration gives one."""
    plain = "".join(character for character in contact if character.isascii() and character.isprintable())[:200]
    return f"{ROBOTS_NAME}/{__version__} (+{PROJECT}; {plain})" if plain.strip() else USER_AGENT
