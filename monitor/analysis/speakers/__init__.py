"""Who speaks: the subject of each verb of speech, and whose words each quotation is."""

from monitor.analysis.speakers.reader import quotes

__all__ = ["quotes"]
