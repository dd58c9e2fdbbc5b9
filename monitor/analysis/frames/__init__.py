"""The words by which each language cites, quotes and names people: a YAML file a language, and their reader."""

from monitor.analysis.frames.listed import kinds, listed
from monitor.analysis.frames.loading import Frames, file_of, frames, has_frames
from monitor.analysis.frames.territories import territories

__all__ = ["Frames", "file_of", "frames", "has_frames", "kinds", "listed", "territories"]
