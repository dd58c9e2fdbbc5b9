"""One article -> what it says: cited outlets, quotes with speakers, dates, figures, passages. Pure."""

from monitor.analysis.analysis import analyse, cited
from monitor.model import Analysis

__all__ = ["Analysis", "analyse", "cited"]
