"""Names in Arabic: by first names that are known, behind titles, and up to a noun with the article.

`labelling` tells which words may be a name's and where it ends, `naming` who is named.
"""

from monitor.analysis.names.arabic.naming import Arabic

__all__ = ["Arabic"]
