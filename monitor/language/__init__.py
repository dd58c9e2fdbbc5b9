"""Which language a text is in, and what the monitor has to know of each."""

from monitor.language.detection import detect
from monitor.language.kin import read_as
from monitor.language.scripts import script_of
from monitor.language.table import LANGUAGES, Language, direction, language
from monitor.language.tags import Tag, asked, parts

__all__ = ["LANGUAGES", "Language", "Tag", "asked", "detect", "direction", "language", "parts", "read_as", "script_of"]
