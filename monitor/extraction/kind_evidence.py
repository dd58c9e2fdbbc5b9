"""What the judgement of a page's kind is made of."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from attrs import frozen

from monitor.extraction import jsonld
from monitor.extraction.blocks import Tree
from monitor.extraction.kind_phrases import says
from monitor.extraction.listing import Listing
from monitor.extraction.prose import size
from monitor.extraction.survey import Survey

FEW = 3  # articles, or linked headlines on the front page of a site
MANY = 16  # linked headlines
LIST_TYPES = frozenset(("collectionpage", "itemlist", "searchresultspage", "categorycodeset", "profilepage"))
LIST_PATH = re.compile(
    r"/(?:tags?|topics?|category|categories|kategorie|kategoria|kategori|thema|themen|schlagwort|etiqueta|etiquetas"
    r"|etiket|categoria|author|authors|autor|autoren|autore|autores|auteur|auteurs|yazar|archive|archives|archiv|archivo"
    r"|arquivo|arsiv|page/\d+|section|sections|rubrik|rubriken|rubrique|rubrica|tema|temas|teme)(?:/[^/]*){0,3}$",
    re.IGNORECASE,
)
SEARCH_KEYS = frozenset(
    ("q", "s", "query", "search", "suche", "recherche", "buscar", "busca", "keyword", "keywords", "text", "ara")
)
SEARCH_PATH = re.compile(
    r"/(?:search|suche|recherche|buscar|busca|buscador|pesquisa|ricerca|cerca|zoeken|zoek|sok|sokeresultat|haku|szukaj"
    r"|hledat|hladat|vyhledavani|kereses|cautare|pretraga|poisk|poshuk|arama|ara|cari|pencarian|tim-kiem)(?:/|\.|$)",
    re.IGNORECASE,
)
# What WordPress, Drupal and systems that follow them write into the class of a page's body.
LIST_CLASSES = frozenset(("archive", "category", "tag", "author", "date", "blog", "page-taxonomy", "path-taxonomy"))


@frozen
class Evidence:
    """What the judgement is made of."""

    survey: Survey
    tree: Tree
    headline: str
    body: str
    listing: Listing
    dated: bool  # the page gives machines a date of publication
    announced: bool  # a feed or a sitemap gave one
    paywalled: bool

    @property
    def length(self) -> int:
        """Size of the body in characters, those of dense scripts counted for three."""
        return size(self.body)

    @property
    def own(self) -> int:
        """Size of the longest stretch of the body that no linked headline parts."""
        return self.listing.own

    @property
    def path(self) -> str:
        """The path of the page's address, empty where it has no address."""
        return urlsplit(self.survey.page.url).path if self.survey.page.url else ""

    @property
    def titles(self) -> list[str]:
        """What the page is headed with: its title, the headline that was found, its first-level headings."""
        heads = ["".join(str(t) for t in h.itertext())[:300] for h in self.survey.h1s[:3]]
        return [t for t in (self.survey.title, self.headline, *heads) if t]

    @property
    def classes(self) -> frozenset[str]:
        """The class names of the page's body."""
        body = self.survey.page.root.find("body")
        return frozenset((body.get("class") or "")[:2_000].lower().split() if body is not None else ())

    @property
    def types(self) -> set[str]:
        """Every type that the page's JSON-LD names."""
        return {name for node in self.survey.nodes for name in jsonld.types_of(node)}

    @property
    def asks_search(self) -> bool:
        """Whether the address asks for a search."""
        keys = parse_qsl(urlsplit(self.survey.page.url).query)
        return any(key.lower() in SEARCH_KEYS and value for key, value in keys) or bool(SEARCH_PATH.search(self.path))

    @property
    def is_front(self) -> bool:
        """Whether the address is the site's own."""
        return self.path in ("", "/") and bool(self.survey.page.url) and not urlsplit(self.survey.page.url).query

    @property
    def lists_articles(self) -> bool:
        """Whether its data describe several articles: a list of them, or dates of publication for each."""
        if len(self.survey.prop("datepublished")) + len(self.survey.metas.get("datepublished", ())) >= FEW:
            return True
        articles = [n for n in self.survey.nodes if jsonld.types_of(n) & jsonld.ARTICLE_TYPES]
        return bool(self.types & LIST_TYPES) and len({jsonld.text_of(n, "headline") for n in articles}) >= FEW

    @property
    def has_article_data(self) -> bool:
        """Whether its JSON-LD describes one article."""
        node = self.survey.article
        if node is None or not jsonld.types_of(node) & jsonld.ARTICLE_TYPES or self.lists_articles:
            return False
        return bool(jsonld.text_of(node, "headline", "datePublished"))

    @property
    def stated(self) -> bool:
        """Whether a date or data say that this is one article."""
        return self.has_article_data or self.announced or (self.dated and not self.lists_articles)

    @property
    def list_marks(self) -> int:
        """How many signs of a list there are beside its headlines."""
        path, url = self.path, self.survey.page.url
        return sum(
            (
                self.survey.meta("og:type").lower() in ("website", "object", "blog", "profile"),
                bool(self.types & LIST_TYPES),
                bool(url) and path.strip("/").count("/") == 0 and len(path) < 25 and "-" not in path,
                bool(LIST_PATH.search(path)),
                bool(self.classes & LIST_CLASSES) and "single" not in self.classes,
                any(says("section", t) for t in self.titles[:2] if len(t) < 80),
                self.listing.linked >= MANY,
                bool(self.survey.links.get("next")),
            )
        )
