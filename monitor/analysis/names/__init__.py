"""Who is a person: names in each kind of writing, and the people of an article, known again by part of a name.

`naming(language)` chooses the kind; `runs(Stretch(…))` finds in some words what may be a name; `Cast` remembers.
"""

from monitor.analysis.names.cast import Cast
from monitor.analysis.names.declined import bent, endings_alone, is_latin, nominal, other_cases
from monitor.analysis.names.finding import runs
from monitor.analysis.names.first_names import (
    begins_name,
    inflected,
    known_anywhere,
    may_be_person,
    of_verb,
    sex,
    tells_cases,
    written_small,
)
from monitor.analysis.names.given import is_first_name
from monitor.analysis.names.kinds import naming
from monitor.analysis.names.naming import LONGEST, NEAR, Naming, is_capital
from monitor.analysis.names.ordinary import is_numbered, is_ordinary, opens_sentence
from monitor.analysis.names.stretch import JOINER, Run, Stretch, occurrences, whole
from monitor.analysis.names.unnamed import is_unnamed
from monitor.analysis.names.words import NameWords, name_words

__all__ = [
    "JOINER",
    "LONGEST",
    "NEAR",
    "Cast",
    "NameWords",
    "Naming",
    "Run",
    "Stretch",
    "begins_name",
    "bent",
    "endings_alone",
    "inflected",
    "is_capital",
    "is_first_name",
    "is_latin",
    "is_numbered",
    "is_ordinary",
    "is_unnamed",
    "known_anywhere",
    "may_be_person",
    "name_words",
    "naming",
    "nominal",
    "occurrences",
    "of_verb",
    "opens_sentence",
    "other_cases",
    "runs",
    "sex",
    "tells_cases",
    "whole",
    "written_small",
]
