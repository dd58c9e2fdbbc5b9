"""How sites build pages that are no articles: 22 styles, each made in the fourteen languages of data/site_words.txt.

The styles and words were written before the rules of `monitor.extraction.kinds` were looked at for this purpose.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from monitor.model import Kind

SITE = "https://www.courier.example"
DATA = Path(__file__).parent / "data" / "site_words.txt"


@frozen
class Words:
    """What a language's sites say."""

    lang: str
    said: dict[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.said[name]

    def one(self, name: str) -> str:
        """The first of these words."""
        return self.said[name][0]


def read_words() -> Iterator[Words]:
    """Every language of the file."""
    lang, said = "", dict[str, tuple[str, ...]]()
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            if said:
                yield Words(lang, said)
            lang, said = line[1:-1], {}
        elif line and not line.startswith("#"):
            name, _, rest = line.partition(": ")
            said[name] = tuple(rest.split(" | "))
    yield Words(lang, said)


def shell(w: Words, title: str, main: str, *, head: str = "", body: str = "") -> str:
    """A whole page with a menu above and below."""
    menu = "".join(f"<li><a href='/{n}'>{entry}</a></li>" for n, entry in enumerate(w["menu"]))
    return f"<!doctype html><html lang='{w.lang}'><head><meta charset='utf-8'><title>{title} | Courier</title><meta property='og:site_name' content='Courier'>{head}</head><body{body}><header><a class=logo href='/'>Courier</a><nav><ul>{menu}</ul></nav></header>{main}<footer><ul>{menu}</ul><p>© Courier 2024</p></footer></body></html>"


def ld(**said: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', **said})}</script>"


def teaser(w: Words, n: int, *, sentences: int = 1) -> tuple[str, str]:
    """A headline and what stands below it."""
    heads, texts = w["headline"], w["sentence"]
    return heads[n % len(heads)], " ".join(texts[(n + i) % len(texts)] for i in range(sentences))


def cards(w: Words, count: int, *, sentences: int = 1) -> str:
    rows = []
    for n in range(count):
        headline, text = teaser(w, n, sentences=sentences)
        rows.append(
            f"<div class='card'><a href='/2024/03/{n + 1:02}/story-{4000 + n}.html'><img src='/i/{n}.jpg' alt=''><h2>{headline}</h2></a><p>{text}</p><time datetime='2024-03-0{n % 9 + 1}T08:00:00Z'>0{n % 9 + 1}.03.2024</time></div>"
        )
    return "".join(rows)


def section_cards(w: Words) -> str:
    items = [{"@type": "ListItem", "position": n, "url": f"{SITE}/2024/03/{n:02}/story"} for n in range(1, 10)]
    data = ld(**{"@type": "CollectionPage", "mainEntity": {"@type": "ItemList", "itemListElement": items}})
    name = w.one("section")
    return shell(w, name, f"<main><h1>{name}</h1><div class=grid>{cards(w, 12)}</div></main>", head=data)


def section_blog(w: Words) -> str:
    posts = []
    for n in range(10):
        headline, text = teaser(w, n, sentences=3)
        posts.append(
            f"<article class='post hentry'><h2 class='entry-title'><a href='/story-{n}/'>{headline}</a></h2><div class='entry-meta'>0{n % 9 + 1}.03.2024</div><div class='entry-summary'><p>{text} [&hellip;]</p><a class='more-link' href='/story-{n}/'>&rarr;</a></div></article>"
        )
    name = w.one("section")
    pager = "<nav class='pagination'><span>1</span><a href='/c/page/2/'>2</a><a href='/c/page/3/'>3</a></nav>"
    return shell(
        w,
        name,
        f"<div id=content><h1 class='page-title'>{name}</h1>{''.join(posts)}{pager}</div>",
        body=" class='archive category category-7'",
    )


def section_plain(w: Words) -> str:
    """No h1, no type: divs and links with the first sentence of each story."""
    rows = "".join(
        f"<div class=x1><div class=x2><a href='/n/{88000 + n}'>{teaser(w, n)[0]}</a></div><div class=x3>{teaser(w, n, sentences=2)[1]}</div></div>"
        for n in range(14)
    )
    return shell(w, w.one("section"), f"<div class=x0>{rows}</div>")


def front_page(w: Words) -> str:
    parts = "".join(
        f"<section><h2><a href='/{k}'>{name}</a></h2>{cards(w, 4)}</section>" for k, name in enumerate(w["menu"][1:6])
    )
    return shell(w, "Courier", f"<main>{parts}</main>", head="<meta property='og:type' content='website'>")


def author_page(w: Words) -> str:
    name = " ".join(w.one("author").split()[:2])
    data = ld(**{"@type": "ProfilePage", "mainEntity": {"@type": "Person", "name": name}})
    return shell(
        w,
        name,
        f"<main><h1>{name}</h1><div class='bio'><p>{w.one('author')}</p></div><div>{cards(w, 9)}</div></main>",
        head=f"<meta property='og:type' content='profile'>{data}",
    )


def day_archive(w: Words) -> str:
    rows = "".join(
        f"<tr><td>{8 + n % 12:02}:{n % 60:02}</td><td><a href='/n/{n}'>{teaser(w, n)[0]}</a></td></tr>"
        for n in range(30)
    )
    return shell(w, "05.03.2024", f"<h1>05.03.2024</h1><table>{rows}</table>")


def topic_with_lead(w: Words) -> str:
    lead = " ".join(w["sentence"])
    return shell(
        w,
        w["headline"][3],
        f"<main><h1>{w['menu'][5]}</h1><p class=intro>{lead}</p><ul>{''.join(f'<li>{c}</li>' for c in cards(w, 10).split('</div>') if c)}</ul></main>",
    )


def search_results(w: Words) -> str:
    return shell(
        w,
        w.one("search"),
        f"<main><form action='/search'><input name=q value='x'><button>OK</button></form><h1>{w.one('search')}</h1><p>{w['search'][1]}</p>{cards(w, 10)}</main>",
    )


def search_blog(w: Words) -> str:
    posts = "".join(
        f"<article class=post><h2><a href='/s-{n}/'>{teaser(w, n)[0]}</a></h2><p>… {teaser(w, n, sentences=2)[1]} …</p></article>"
        for n in range(8)
    )
    return shell(w, w.one("search"), f"<div>{posts}</div>", body=" class='search search-results'")


def search_nothing(w: Words) -> str:
    return shell(
        w,
        w["nothing"][0],
        f"<main><form action='/suche'><input type=search name=q value=xpto></form><p>{w['nothing'][1]}</p></main>",
    )


def missing_friendly(w: Words) -> str:
    title, text = w["missing"]
    return shell(
        w,
        title,
        f"<main><h1>{title}</h1><p>{text}</p><h2>{w['menu'][1]}</h2>{cards(w, 6)}</main>",
        head="<meta name='robots' content='noindex'>",
    )


def missing_number(w: Words) -> str:
    return shell(w, "404", f"<main><div class=big>404</div><p>{w['missing'][1]}</p><form><input name=s></form></main>")


def missing_gone(w: Words) -> str:
    title, text = w["gone"]
    return shell(w, "Courier", f"<main><h1>{title}</h1><p>{text}</p><div>{cards(w, 8, sentences=2)}</div></main>")


def consent(w: Words) -> str:
    title, text, accept, manage = w["consent"]
    return f"<!doctype html><html lang='{w.lang}'><head><meta charset=utf-8><title>Courier</title></head><body><div role=dialog><h1>{title}</h1><p>{text}</p><p>{text}</p><button>{accept}</button><button>{manage}</button></div></body></html>"


def consent_or_pay(w: Words) -> str:
    title, text = w["pay"]
    return f"<!doctype html><html lang='{w.lang}'><head><meta charset=utf-8><title>{title}</title></head><body><div class='purpage'><h2>{title}</h2><div>{text}</div><a href='#'>{w['consent'][2]}</a><a href='/sub'>{w['menu'][7]}</a></div></body></html>"


def login(w: Words) -> str:
    title, text, secret, other = w["login"]
    form = f"<form method=post><p>{text}</p><label>E-mail<input type=email name=e></label><label>{secret}<input type=password name=p></label><button>{title}</button></form><a href='/r'>{other}</a>"
    return shell(w, title, f"<main><div class=box><h2>{title}</h2>{form}</div></main>")


def register(w: Words) -> str:
    title, text, secret, other = w["register"]
    form = f"<form method=post><input name=name><input name=mail type=email><input type=password placeholder='{secret}'><input type=password><button>{title}</button></form><p>{other}</p>"
    return shell(w, title, f"<div><h1>{title}</h1><p>{text}</p>{form}</div>")


def video_object(w: Words) -> str:
    title, text = w["video"]
    data = ld(
        **{"@type": "VideoObject", "name": title, "uploadDate": "2024-03-05T08:00:00Z", "contentUrl": f"{SITE}/v.mp4"}
    )
    return shell(
        w,
        title,
        f"<main><div class=player><video src='/v.mp4' poster='/p.jpg'></video></div><h1>{title}</h1><p>{text} {w['sentence'][0]}</p><aside>{cards(w, 6)}</aside></main>",
        head=data,
    )


def video_frame(w: Words) -> str:
    title, text = w["video"]
    return shell(
        w,
        title,
        f"<div class=post><h1>{title}</h1><iframe src='https://www.youtube.com/embed/abc123'></iframe><p>{text}</p></div>",
    )


def podcast(w: Words) -> str:
    title, text = w["podcast"]
    data = ld(**{"@type": "PodcastEpisode", "name": title, "datePublished": "2024-03-05"})
    return shell(
        w,
        title,
        f"<main><h1>{title}</h1><audio controls src='/e12.mp3'></audio><p>{text} {w['sentence'][1]}</p></main>",
        head=data,
    )


def gallery(w: Words) -> str:
    title, text = w["gallery"]
    figures = "".join(
        f"<figure><img src='/g/{n}.jpg'><figcaption>{n + 1}/12 {teaser(w, n, sentences=2)[1]}</figcaption></figure>"
        for n in range(12)
    )
    data = ld(**{"@type": "ImageGallery", "name": title, "datePublished": "2024-03-05"})
    return shell(w, title, f"<main><h1>{title}</h1><p>{text}</p>{figures}</main>", head=data)


def live_data(w: Words) -> str:
    title = w.one("live")
    updates = [
        {"@type": "BlogPosting", "headline": h, "datePublished": f"2024-03-05T1{n}:00:00Z", "articleBody": h}
        for n, h in enumerate(w["headline"])
    ]
    data = ld(
        **{
            "@type": "LiveBlogPosting",
            "headline": title.partition(": ")[2] or title,
            "datePublished": "2024-03-05T10:00:00Z",
            "liveBlogUpdate": updates,
        }
    )
    entries = "".join(
        f"<div class=e><time datetime='2024-03-05T1{n}:00:00Z'>1{n}:00</time><h3>{h}</h3><p>{w['sentence'][n % 3]}</p></div>"
        for n, h in enumerate(w["headline"])
    )
    return shell(w, title, f"<main><h1>{title.partition(': ')[2] or title}</h1>{entries}</main>", head=data)


def live_bare(w: Words) -> str:
    title = w.one("live")
    entries = "".join(
        f"<li><b>1{8 - n % 9}:{50 - n * 3:02}</b> <strong>{h}</strong><p>{w['sentence'][n % 3]}</p><p>{w['sentence'][(n + 1) % 3]}</p></li>"
        for n, h in enumerate(w["headline"] * 2)
    )
    return shell(w, title, f"<div class=body><h1>{title}</h1><p>{w['sentence'][0]}</p><ol>{entries}</ol></div>")


STYLES: tuple[tuple[Callable[[Words], str], Kind, str], ...] = (
    (section_cards, Kind.SECTION, "/economy"),
    (section_blog, Kind.SECTION, "/category/economy/page/2/"),
    (section_plain, Kind.SECTION, "/rubrik/1027"),
    (front_page, Kind.SECTION, "/"),
    (author_page, Kind.SECTION, "/author/j-tavares"),
    (day_archive, Kind.SECTION, "/archive/2024/03/05"),
    (topic_with_lead, Kind.SECTION, "/topic/housing"),
    (search_results, Kind.SEARCH, "/search?q=port&page=1"),
    (search_blog, Kind.SEARCH, "/?s=port"),
    (search_nothing, Kind.SEARCH, "/suche?q=xpto"),
    (missing_friendly, Kind.SOFT_404, "/2024/03/05/a-story-that-was-12345"),
    (missing_number, Kind.SOFT_404, "/n/88017"),
    (missing_gone, Kind.SOFT_404, "/economy/story-8817.html"),
    (consent, Kind.COOKIE_WALL, "/2024/03/05/story-12345"),
    (consent_or_pay, Kind.COOKIE_WALL, "/2024/03/05/story-12345"),
    (login, Kind.LOGIN, "/2024/03/05/story-12345"),
    (register, Kind.LOGIN, "/register"),
    (video_object, Kind.MEDIA, "/video/bridge-8812"),
    (video_frame, Kind.MEDIA, "/2024/03/05/bridge-8812"),
    (podcast, Kind.MEDIA, "/podcast/episode-12"),
    (gallery, Kind.MEDIA, "/2024/03/market-hall"),
    (live_data, Kind.LIVE_BLOG, "/2024/03/05/storm-8812"),
    (live_bare, Kind.LIVE_BLOG, "/2024/03/05/storm-8812"),
)


def site_pages() -> Iterator[tuple[str, Kind, str, bytes]]:
    """(name, expected kind, address, bytes) of each page."""
    for words in read_words():
        for make, kind, path in STYLES:
            yield f"{words.lang} {make.__name__}", kind, SITE + path, make(words).encode()
