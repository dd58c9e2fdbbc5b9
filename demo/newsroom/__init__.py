"""An invented newsroom on loopback: outlets in many languages, served over HTTP as real ones are.

Every outlet and every article here is a sample written for this project. See README.md in this folder.
"""

from demo.newsroom.content import Outlet, Sample, load_outlets, load_samples
from demo.newsroom.gold import Expected, expected_fates, gold, gold_by_url
from demo.newsroom.server import Newsroom

__all__ = [
    "Expected",
    "Newsroom",
    "Outlet",
    "Sample",
    "expected_fates",
    "gold",
    "gold_by_url",
    "load_outlets",
    "load_samples",
]
