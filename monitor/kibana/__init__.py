"""Kibana's saved objects, built from the index mapping and checked without a Kibana.

Kibana is never run here: what can be checked offline is checked (`check`), and docs/how-to/kibana.md says what cannot.
"""

from monitor.kibana.building import build
from monitor.kibana.checking import Finding, check
from monitor.kibana.ndjson import NdjsonError, dump, load

__all__ = ["Finding", "NdjsonError", "build", "check", "dump", "load"]
