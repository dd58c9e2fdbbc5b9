"""Which language a text is in, and what the monitor has to know of each."""

from monitor.language.detection import detect
from monitor.language.table import LANGUAGES, Language, direction, language

__all__ = ["LANGUAGES", "Language", "detect", "direction", "language"]
