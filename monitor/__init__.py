"""A multilingual news monitor: who reported the same event, when, in which language, copying whom."""

__version__ = "0.1.0"
