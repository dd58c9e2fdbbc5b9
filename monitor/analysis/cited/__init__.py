"""Who is cited: outlets and agencies by their names in the catalogue, officials and people without a name."""

from monitor.analysis.cited.outlets import citations
from monitor.analysis.cited.people import people_cited

__all__ = ["citations", "people_cited"]
