"""Group articles into events across languages: signature, neighbours, decision, repair."""

from monitor.events.corrections import apply_corrections
from monitor.events.decision import Decision, DecisionError, load_decision
from monitor.events.evidence import Evidence, EvidencePart, explain
from monitor.events.grouper import Grouper, GroupReport
from monitor.events.grouping import group_articles
from monitor.events.measures import Scores, bcubed, pairs
from monitor.text.headlines import embedding_text

__all__ = [
    "Decision",
    "DecisionError",
    "Evidence",
    "EvidencePart",
    "GroupReport",
    "Grouper",
    "Scores",
    "apply_corrections",
    "bcubed",
    "embedding_text",
    "explain",
    "group_articles",
    "load_decision",
    "pairs",
]
