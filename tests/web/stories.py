"""A small newsroom for the page's tests: invented outlets, written articles of three events in nine languages."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from attrs import evolve

from monitor.analysis import analyse
from monitor.embedding import Embedder
from monitor.events import embedding_text
from monitor.index import Index, Placement, Stored
from monitor.model import Article, Event, Moment
from monitor.outlets import Catalogue, parse_outlet
from monitor.text.fingerprints import minhash

NOW = datetime(2026, 3, 12, 18, tzinfo=UTC)
START = datetime(2026, 3, 11, 4, 20, tzinfo=UTC)

# slug: (name, language, country, names by which others cite it)
OUTLETS = {
    "harbour-en": ("The Harbour Post", "en", "GB", {"en": "The Harbour Post", "fa": "هاربر پست", "ru": "Харбор пост"}),
    "coast-en": ("Coast Daily", "en", "AU", {"en": "Coast Daily"}),
    "meridian-en": (
        "Meridian News Agency",
        "en",
        "US",
        {
            "en": "Meridian News Agency",
            "fa": "خبرگزاری مریدین",
            "ar": "وكالة ميريديان",
            "ru": "агентство «Меридиан»",
            "de": "Nachrichtenagentur Meridian",
        },
    ),
    "saba-fa": ("خبرگزاری صبا", "fa", "IR", {"en": "Saba News Agency", "fa": "خبرگزاری صبا", "ar": "وكالة صبا"}),
    "karvan-fa": ("کاروان", "fa", "AF", {"fa": "روزنامه کاروان"}),
    "nahr-ar": ("صحيفة النهر", "ar", "EG", {"ar": "صحيفة النهر", "en": "Al-Nahr"}),
    "galim-he": ("גלים", "he", "IL", {"he": "גלים"}),
    "dongfeng-zh": ("东港日报", "zh", "CN", {"zh": "东港日报"}),
    "volna-ru": ("Волна", "ru", "RU", {"ru": "«Волна»"}),
    "kuestenblatt-de": ("Küstenblatt", "de", "DE", {"de": "Küstenblatt"}),
    "lequai-fr": ("Le Quai", "fr", "FR", {"fr": "Le Quai"}),
    "faro-es": ("El Faro del Sur", "es", "ES", {"es": "El Faro del Sur"}),
    "liman-tr": ("Liman Gazetesi", "tr", "TR", {"tr": "Liman Gazetesi"}),
}

Row = tuple[str, str, float | None, str, str]  # id, outlet, hours after the start, headline, body


def rows() -> list[Row]:
    """The articles of stories.txt: a line of `id | outlet | hours | headline`, then the body, a line a paragraph."""
    found: list[Row] = []
    for block in (Path(__file__).parent / "stories.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        first, _, body = block.partition("\n")
        name, outlet, hours, headline = first.split(" | ", 3)
        found.append((name, outlet, float(hours) if hours else None, headline, body))
    return found


def catalogue_folder(folder: Path) -> Path:
    """The outlets as files, as a user writes them."""
    for slug, (name, language, country, cited) in OUTLETS.items():
        names = "".join(f"  {code}: [{words!r}]\n" for code, words in cited.items())
        text = (
            f"name: {name!r}\npublisher: {slug.rsplit('-', 1)[0]}\nlanguages: [{language}]\ncountry: {country}\n"
            f"tags: [{'agency' if slug in ('saba-fa', 'meridian-en') else 'paper'}]\n"
            f"homepage: https://{slug}.example/\nfeeds: [https://{slug}.example/feed]\ncited_as:\n{names}"
        )
        parse_outlet(text.encode(), folder / f"{slug}.yaml")
        (folder / f"{slug}.yaml").write_text(text, encoding="utf-8")
    return folder


def article(row: Row) -> Article:
    """A row as an article."""
    name, outlet, hours, headline, body = row
    published = None if hours is None else Moment.of(START + timedelta(hours=hours))
    return Article(
        id=name, url=f"https://{outlet}.example/{name}", outlet=outlet, headline=headline, body=body,
        published=published, language=OUTLETS[outlet][1], country=OUTLETS[outlet][2], publisher=OUTLETS[outlet][0],
        fetched=START + timedelta(hours=(hours or 0) + 0.2), word_count=len(body.split()),
        provenance={"headline": "json-ld", "published": "meta", "body": "text"},
    )  # fmt: skip


def stored(articles: list[Article], catalogue: Catalogue, embedder: Embedder) -> list[Stored]:
    """The articles as the crawl hands them to the index."""
    vectors = embedder.embed([embedding_text(each) for each in articles])
    return [
        Stored(
            article=each,
            vector=vector,
            embedder=embedder.name,
            analysis=analyse(each, catalogue=catalogue),
            minhash=minhash(each.body, each.language),
        )
        for each, vector in zip(articles, vectors, strict=True)
    ]


def event(name: str, articles: list[Article]) -> Event:
    """The event of these articles."""
    ordered = sorted((each for each in articles if each.published), key=lambda each: str(each.published))
    headlines: dict[str, str] = {}
    for each in ordered:
        headlines.setdefault(each.language, each.headline)
    return Event(
        id=name,
        headline=ordered[0].headline,
        headlines=headlines,
        first=ordered[0].published,
        last=ordered[-1].published,
        articles=len(articles),
        outlets=len({each.outlet for each in articles}),
        editions=tuple(dict.fromkeys(each.outlet for each in ordered)),
        languages=tuple(headlines),
        countries=tuple(dict.fromkeys(each.country for each in ordered)),
    )


def fill(index: Index, catalogue: Catalogue, embedder: Embedder) -> None:
    """Put the newsroom into an index: two events, a merged one, an article without a date, a changed headline."""
    told = [article(row) for row in rows()]
    index.save(stored(told, catalogue, embedder))
    changed = evolve(
        told[1],
        headline="At least 14 die as ferry goes down near Port Aldara",
        body=told[1].body.replace("Fourteen people", "At least 14 people") + "\nThe search goes on.",
        fetched=told[1].fetched + timedelta(hours=3) if told[1].fetched else None,
    )
    index.save(stored([changed], catalogue, embedder))
    groups = {
        "eferry": [row for row in told if row.id.startswith("ferry")],
        "ehostile": [row for row in told if row.id.startswith("hostile")],
    }
    groups |= {f"e{row.id}": [row] for row in told if row.id.startswith("other")}
    index.save_events([event(name, members) for name, members in groups.items()])
    index.place([Placement(article=row.id, event=name) for name, members in groups.items() for row in members])
    index.save_events([event("eold", [told[0]])])
    index.merge_events({"eold": "eferry"})
