"""Pages on the edge: articles that resemble lists, films and notices, and lists that call themselves articles.

Written before they were tried, like site_pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from monitor.model import Kind
from tests.extraction.no_articles import WORDS
from tests.extraction.texts import ARTICLES

SITE = "https://www.tribune.example"
Text = tuple[str, str, tuple[str, ...], tuple[str, ...]]  # language, headline, paragraphs, others' headlines


def _page(lang: str, title: str, main: str, head: str = "", attributes: str = "") -> str:
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{title} - Tribune</title>{head}</head><body{attributes}><nav><a href=/a>A</a><a href=/b>B</a></nav>{main}<footer><p>© Tribune</p></footer></body></html>"


def _ld(*data: dict[str, object]) -> str:
    return "".join(f"<script type='application/ld+json'>{json.dumps(d)}</script>" for d in data)


def _ps(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{p}</p>" for p in paragraphs)


def _related(heads: tuple[str, ...], times: int = 2) -> str:
    rows = "".join(
        f"<li><h3><a href='/r/{k}{n}'>{h} {k or ''}</a></h3></li>" for k in range(times) for n, h in enumerate(heads)
    )
    return f"<section><h2>+</h2><ul>{rows}</ul></section>"


def dispatch(t: Text) -> str:
    """One paragraph, no data, and ten linked headlines below."""
    lang, headline, ps, heads = t
    return _page(lang, headline, f"<div><h1>{headline}</h1><p>{ps[0]}</p>{_related(heads)}</div>")


def dispatch_in_blocks(t: Text) -> str:
    lang, headline, ps, heads = t
    teasers = "".join(f"<div><a href='/x{n}'><h4>{h}</h4></a><p>{h}. {h}.</p></div>" for n, h in enumerate(heads))
    return _page(
        lang,
        headline,
        f"<div><h1>{headline}</h1><div>05.03.2024 10:20</div><p>{ps[0]}</p><p>{ps[1]}</p></div><div>{teasers}</div>",
    )


def roundup(t: Text) -> str:
    """Linked subheadings, each with a long paragraph: what a desk's briefing looks like."""
    lang, headline, ps, heads = t
    data = _ld({"@type": "NewsArticle", "headline": headline, "datePublished": "2024-03-05T10:00:00Z"})
    parts = "".join(
        f"<h2><a href='/b{n}'>{h}</a></h2><p>{ps[n % len(ps)]}</p><p>{ps[(n + 1) % len(ps)]}</p>"
        for n, h in enumerate(heads)
    )
    return _page(lang, headline, f"<article><h1>{headline}</h1><p>{ps[0]}</p>{parts}</article>", data)


def with_video(t: Text) -> str:
    lang, headline, ps, heads = t
    data = _ld({"@type": "NewsArticle", "headline": headline, "datePublished": "2024-03-05T10:00:00Z"})
    return _page(
        lang,
        headline,
        f"<article><h1>{headline}</h1><iframe src='https://www.youtube.com/embed/x'></iframe>{_ps(ps[:3])}</article>{_related(heads, 1)}",
        data,
    )


def with_pictures(t: Text) -> str:
    lang, headline, ps, heads = t
    figures = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>{h}</figcaption></figure>{_ps(ps[n % len(ps) : n % len(ps) + 1])}"
        for n, h in enumerate(heads)
    )
    return _page(
        lang,
        headline,
        f"<main><h1>{headline}</h1>{figures}</main>",
        "<meta property='article:published_time' content='2024-03-05T10:00:00Z'>",
    )


def timeline(t: Text) -> str:
    """An article that tells a day by the clock, the earliest first."""
    lang, headline, ps, _ = t
    data = "<meta property='article:published_time' content='2024-03-05T10:00:00Z'>"
    hours = "".join(f"<p><b>{6 + n}:15</b> {ps[n % len(ps)]}</p>" for n in range(7))
    return _page(lang, headline, f"<article><h1>{headline}</h1><p>{ps[0]}</p>{hours}</article>", data)


def with_login_box(t: Text) -> str:
    lang, headline, ps, heads = t
    box = f"<div class=modal><h2>{WORDS.get(lang, WORDS['en'])[3]}</h2><form><input type=email><input type=password></form></div>"
    return _page(lang, headline, f"{box}<h1>{headline}</h1>{_ps(ps)}{_related(heads)}")


def section_of_articles(t: Text) -> str:
    """A section whose data list articles with their headlines and dates, and that calls itself an article."""
    lang, _, ps, heads = t
    name = WORDS.get(lang, WORDS["en"])[4]
    listed: list[object] = [
        {"@type": "NewsArticle", "headline": h, "datePublished": f"2024-03-0{n + 1}", "url": f"{SITE}/{n}"}
        for n, h in enumerate(heads)
    ]
    data = _ld({"@type": "ItemList", "itemListElement": listed})
    rows = "".join(
        f"<article><h2><a href='/x{n}{k}'>{h} {k or ''}</a></h2><p>{ps[n % len(ps)][:140]}</p></article>"
        for k in range(2)
        for n, h in enumerate(heads)
    )
    return _page(
        lang, name, f"<main><h1>{name}</h1>{rows}</main>", data + "<meta property='og:type' content='article'>"
    )


def section_microdata(t: Text) -> str:
    lang, _, ps, heads = t
    name = WORDS.get(lang, WORDS["en"])[4]
    rows = "".join(
        f"<div itemscope itemtype='https://schema.org/BlogPosting'><h3 itemprop=headline><a href='/x{n}{k}'>{h} {k or ''}</a></h3><meta itemprop=datePublished content='2024-03-05T1{n}:00:00Z'><p itemprop=description>{ps[n % len(ps)][:160]}</p></div>"
        for k in range(2)
        for n, h in enumerate(heads)
    )
    return _page(lang, name, f"<div class=content>{rows}</div>")


def section_of_lines(t: Text) -> str:
    """A hundred links in paragraphs, as old sites have them."""
    lang, _, _, heads = t
    name = WORDS.get(lang, WORDS["en"])[4]
    rows = "".join(
        f"<p>• <a href='/a.asp?id={k}{n}'>{h} {k}</a> (05.03)</p>" for k in range(20) for n, h in enumerate(heads)
    )
    return _page(lang, name, f"<table><tr><td><b>{name}</b>{rows}</td></tr></table>")


def live_relative(t: Text) -> str:
    lang, headline, ps, _ = t
    live = WORDS.get(lang, WORDS["en"])[5]
    entries = "".join(
        f"<div class=post><span>{20 - n}:0{n % 6}</span><h4>{ps[n % len(ps)][:60]}</h4><p>{ps[n % len(ps)]}</p></div>"
        for n in range(9)
    )
    data = _ld({"@type": "NewsArticle", "headline": live, "datePublished": "2024-03-05T10:00:00Z"})
    return _page(lang, live, f"<article><h1>{live}</h1><p>{headline}</p>{entries}</article>", data)


def film_with_data(t: Text) -> str:
    """A film whose page has data of an article too."""
    lang, headline, _, heads = t
    data = _ld(
        {"@type": "NewsArticle", "headline": headline, "datePublished": "2024-03-05T10:00:00Z"},
        {"@type": "VideoObject", "name": headline, "contentUrl": "/v.mp4", "uploadDate": "2024-03-05"},
    )
    return _page(
        lang,
        headline,
        f"<main><video src='/v.mp4'></video><h1>{headline}</h1><p>{heads[1]}. {heads[2]}.</p></main>{_related(heads)}",
        data + "<meta property='og:type' content='video.other'>",
    )


def stub(t: Text) -> str:
    lang, headline, ps, heads = t
    data = _ld(
        {
            "@type": "NewsArticle",
            "headline": headline,
            "datePublished": "2024-03-05T10:00:00Z",
            "isAccessibleForFree": "False",
        }
    )
    return _page(
        lang,
        headline,
        f"<main><h1>{headline}</h1><p>{ps[0][:90]}…</p><div class=paywall><form><input type=email></form></div></main>{_related(heads)}",
        data,
    )


STYLES: tuple[tuple[Callable[[Text], str], Kind, str], ...] = (
    (dispatch, Kind.ARTICLE, "/news/8812.html"),
    (dispatch_in_blocks, Kind.ARTICLE, "/2024/03/05/a-story"),
    (roundup, Kind.ARTICLE, "/briefing/2024-03-05"),
    (with_video, Kind.ARTICLE, "/2024/03/05/a-story"),
    (with_pictures, Kind.ARTICLE, "/2024/03/05/a-story"),
    (timeline, Kind.ARTICLE, "/2024/03/05/a-day"),
    (with_login_box, Kind.ARTICLE, "/a-story-8817"),
    (section_of_articles, Kind.SECTION, "/news/local/"),
    (section_microdata, Kind.SECTION, "/blog/harbour"),
    (section_of_lines, Kind.SECTION, "/list.asp?c=7"),
    (live_relative, Kind.LIVE_BLOG, "/2024/03/05/storm"),
    (film_with_data, Kind.MEDIA, "/v/8812"),
    (stub, Kind.PAYWALL, "/2024/03/05/a-secret"),
)


def near_pages() -> Iterator[tuple[str, Kind, str, bytes]]:
    """(name, expected kind, address, bytes) of each page."""
    for lang, (headline, paragraphs, _) in ARTICLES.items():
        heads = WORDS.get(lang, WORDS["en"])[6]
        for make, kind, path in STYLES:
            page = make((lang, headline, tuple(paragraphs), heads))
            yield f"{lang} {make.__name__}", kind, SITE + path, page.encode()
