"""The mappings of our indices: what Kibana shows, what searches read, what is only kept.

`headline` and `body` have one analyzer, `news`, that knows every script; a document in a language whose words change
their endings has them once more under `headline.de`, `body.de`, so that only the document's own language is paid for.
`subobjects: false` lets `headline` and `headline.de` stand side by side.
"""

from __future__ import annotations

from typing import Any

from monitor.language import LANGUAGES, language

VERSION = 1
OWNER = "news-monitor"  # in `_meta`: tells our indices from other people's
ALIASES = ("articles", "events", "crawl", "history")
# What `news` does as well as the language's own analyzer, or better.
COVERED = frozenset({"arabic", "persian", "russian", "cjk", "turkish"})
# Scripts without spaces that Elasticsearch has no analyzer for: pairs of characters, searched as phrases.
UNSPACED = frozenset({"Khmr", "Laoo", "Mymr", "Tibt"})
PAIRS = "pairs"
LONGEST_KEYWORD = 8000  # characters; Lucene takes 32,766 bytes

Json = dict[str, Any]


def _fields() -> dict[str, str]:
    """Elasticsearch's analyzers for languages -> the code of the field that has it: english -> en."""
    found = {"turkish_twice": "tr", "pairs": PAIRS}
    for code, row in sorted(LANGUAGES.items()):
        if row.analyzer and row.analyzer not in COVERED and (row.analyzer not in found or _names(row.analyzer, code)):
            found[row.analyzer] = code
    return found


def _names(analyzer: str, code: str) -> bool:
    return language(code).name.lower() == analyzer


FIELDS = _fields()


def field_of(code: str) -> str:
    """The ending of the fields for a language's words: `de`, or "" where `news` serves it."""
    found = language(code)
    if found.code.split("-", 1)[0] in ("tr", "az"):
        return "tr"
    if found.script in UNSPACED:
        return PAIRS
    return FIELDS.get(found.analyzer or "", "")


KEYWORD: Json = {"type": "keyword", "ignore_above": LONGEST_KEYWORD}
KEPT: Json = {"type": "keyword", "index": False, "doc_values": False}  # in the document, and found by nothing
DATE: Json = {"type": "date"}
COUNT: Json = {"type": "integer"}
NEWS: Json = {"type": "text", "analyzer": "news", "search_analyzer": "news_search"}

_CHARS = {
    "type": "mapping",
    "mappings": ["\\u200C=>\\u0020", "\\u0130=>i", "\\u0131=>i", "\\u0451=>\\u0435", "\\u0401=>\\u0435"],
}
_MARKS = {"type": "pattern_replace", "pattern": "[\\u0591-\\u05C7\\u064B-\\u0652\\u0670\\u0640]", "replacement": ""}
_BEFORE_HE = {
    "type": "pattern_capture",
    "preserve_original": True,
    "patterns": ["^[ובלמהשכ]([א-ת]{3,})$", "^(?:ו[בלמהשכ]|[שמכ]ה|כש)([א-ת]{3,})$"],
}
_WORDS = ["cjk_width", "lowercase", "decimal_digit", "ar_norm", "fa_norm", "ar_stem", "ru_stem"]
_WORDS += ["he_before", "asciifolding"]


def _analyzer(pairs: str) -> Json:
    return {"tokenizer": "standard", "char_filter": ["chars", "marks"], "filter": [*_WORDS, pairs]}


ANALYSIS: Json = {
    "char_filter": {"chars": _CHARS, "marks": _MARKS},
    "filter": {
        "ar_norm": {"type": "arabic_normalization"},
        "fa_norm": {"type": "persian_normalization"},
        "ar_stem": {"type": "stemmer", "language": "arabic"},
        "ru_stem": {"type": "stemmer", "language": "light_russian"},
        "tr_lower": {"type": "lowercase", "language": "turkish"},
        "tr_stem": {"type": "stemmer", "language": "turkish"},
        "he_before": _BEFORE_HE,
        # One character is found too; searches ask for pairs alone, or for the one character that was typed.
        "pairs_and_ones": {"type": "cjk_bigram", "output_unigrams": True},
    },
    "tokenizer": {"pairs": {"type": "ngram", "min_gram": 2, "max_gram": 2}},
    "analyzer": {
        "pairs": {"tokenizer": "pairs"},
        "news": _analyzer("pairs_and_ones"),
        "news_search": _analyzer("cjk_bigram"),
        # Turkish adds ending to ending, and the stemmer takes off some at a time.
        "turkish_twice": {
            "tokenizer": "standard",
            "filter": ["apostrophe", "tr_lower", "tr_stem", "tr_stem", "tr_stem", "asciifolding"],
        },
    },
}


def _settings(*, articles: bool) -> Json:
    common: Json = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "5s"}
    fields = ["headline^2", "headline.*^2", "body", "body.*"] if articles else ["headline^2", "headlines"]
    return common | {"index.query.default_field": fields, "analysis": ANALYSIS}


def _text_fields() -> Json:
    return {
        f"{name}.{code}": {"type": "text", "analyzer": analyzer}
        for name in ("headline", "body")
        for analyzer, code in FIELDS.items()
    }


def _index(kind: str, settings: Json, properties: Json) -> Json:
    meta = {"owner": OWNER, "kind": kind, "version": VERSION}
    return {
        "settings": settings,
        "mappings": {"_meta": meta, "subobjects": False, "dynamic": False, "properties": properties},
    }


ARTICLES: Json = _index(
    "articles",
    _settings(articles=True),
    {
        **dict.fromkeys(("id", "url", "outlet", "publisher", "language", "country", "kind", "event"), KEYWORD),
        **dict.fromkeys(("authors", "section", "keywords", "agency", "place", "copied_from"), KEYWORD),
        **dict.fromkeys(("cited", "speakers", "embedder"), KEYWORD),
        **dict.fromkeys(("time", "published", "modified", "fetched"), DATE),
        **dict.fromkeys(("revision", "word_count"), COUNT),
        "partial": {"type": "boolean"},
        "headline": NEWS,
        "body": NEWS,
        **_text_fields(),
        **dict.fromkeys(("document", "analysis", "minhash", "signature", "image"), KEPT),
    },
)

EVENTS: Json = _index(
    "events",
    _settings(articles=False),
    {
        **dict.fromkeys(("id", "editions", "languages", "countries", "story"), KEYWORD),
        **dict.fromkeys(("first", "last"), DATE),
        **dict.fromkeys(("articles", "outlets"), COUNT),
        "headline": NEWS,
        "title": KEYWORD,  # the headline once more, to group by: Kibana shows no text field in a table
        "headlines": NEWS,
        "document": KEPT,
    },
)

_RECORD: Json = {
    **dict.fromkeys(("kind", "key", "label", "outlet", "article", "event", "other"), KEYWORD),
    **{name: {"type": "double"} for name in ("at", "due")},  # seconds since 1970, with their fractions
    "time": DATE,
    "data": KEPT,
}
_PLAIN: Json = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "5s"}
CRAWL: Json = _index("crawl", _PLAIN, _RECORD)
HISTORY: Json = _index("history", _PLAIN, _RECORD)

INDICES: dict[str, Json] = {"articles": ARTICLES, "events": EVENTS, "crawl": CRAWL, "history": HISTORY}


def vector_field(dimensions: int) -> str:
    """The field for vectors of so many numbers; a field's length is fixed for ever."""
    return f"vector_{dimensions}"


def vector_mapping(dimensions: int) -> Json:
    """Exact search over 8-bit copies: at a news index's size faster to write than a graph, and it misses less."""
    return {
        "type": "dense_vector",
        "dims": dimensions,
        "similarity": "cosine",
        "index": True,
        "index_options": {"type": "int8_flat"},
    }


def mappings() -> dict[str, Json]:
    """The fields of the aliases that people see, `articles` and `events`, as Elasticsearch is told them."""
    return {alias: INDICES[alias]["mappings"]["properties"] for alias in ("articles", "events")}
