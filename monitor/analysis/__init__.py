"""One article -> what it says: cited outlets, quotes with speakers, dates, figures, passages. Pure."""

from monitor.analysis.analysis import Analysis, analyse

__all__ = ["Analysis", "analyse"]
