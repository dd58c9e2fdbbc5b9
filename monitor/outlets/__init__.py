"""The catalogue of outlets: one YAML file an edition, each with its publisher."""

from monitor.outlets.catalogue import Catalogue, UnknownOutletError
from monitor.outlets.choosing import strangers, why_none
from monitor.outlets.citable import citable
from monitor.outlets.drafting import draft_outlet, slug_for, to_yaml
from monitor.outlets.loading import CatalogueError, Problem, load_catalogue, parse_outlet
from monitor.outlets.models import Expect, Outlet, Publisher, Selectors

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Expect",
    "Outlet",
    "Problem",
    "Publisher",
    "Selectors",
    "UnknownOutletError",
    "citable",
    "draft_outlet",
    "load_catalogue",
    "parse_outlet",
    "slug_for",
    "strangers",
    "to_yaml",
    "why_none",
]
