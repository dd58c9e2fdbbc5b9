"""What the page says of an outlet: what the catalogue has, else what the newest of its articles tells."""

from __future__ import annotations

from attrs import frozen

from monitor.index import ArticleQuery, Index
from monitor.outlets import Catalogue


@frozen
class Described:
    """An outlet as a reader meets it; what is not known is empty."""

    slug: str
    name: str
    publisher: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    homepage: str = ""


def described(slug: str, index: Index, catalogue: Catalogue) -> Described:
    """An outlet by its slug, which stands for its name where the catalogue does not have it."""
    known = catalogue.outlets.get(slug)
    if known is not None:
        publisher = catalogue.publishers[known.publisher].name
        return Described(slug, known.name, publisher, known.country, known.languages, known.homepage)
    for stored in index.articles(ArticleQuery(outlets=(slug,), order="-time", limit=1), vectors=False):
        newest = stored.article
        return Described(slug, slug, newest.publisher, newest.country, (newest.language,))
    return Described(slug, slug)
