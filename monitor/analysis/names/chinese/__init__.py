"""Names in Chinese: found by family names, by the words of a dictionary, and by characters that write foreign sounds.

`labelling` tells which characters may be a name's, `naming` which of the names found is somebody's.
"""

from monitor.analysis.names.chinese.naming import Chinese

__all__ = ["Chinese"]
