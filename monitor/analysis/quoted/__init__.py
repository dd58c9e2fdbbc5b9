"""What is quoted: the words between marks or after a dash, without what the writer says between and without titles.

`spoken` finds a text's quotations; `without_names` leaves those that are speech, each in its sentence (`Unit`).
"""

from monitor.analysis.quoted.called import without_names
from monitor.analysis.quoted.judged import likened
from monitor.analysis.quoted.narration import spoken
from monitor.analysis.quoted.particles import asked, in_midst, is_part, is_phrase, tied
from monitor.analysis.quoted.pauses import announced, breaks_off, ends_clause
from monitor.analysis.quoted.quotations import Quotation
from monitor.analysis.quoted.titles import mixed, worded
from monitor.analysis.quoted.units import Unit

__all__ = [
    "Quotation",
    "Unit",
    "announced",
    "asked",
    "breaks_off",
    "ends_clause",
    "in_midst",
    "is_part",
    "is_phrase",
    "likened",
    "mixed",
    "spoken",
    "tied",
    "without_names",
    "worded",
]
