"""Twelve ways in which news pages are built, each made around the same texts; written for these tests."""

from __future__ import annotations

import html as markup
import json
from collections.abc import Callable, Sequence

Texts = tuple[str, Sequence[str], str]  # headline, paragraphs, subheading
Layout = Callable[[Texts, str], str]

RELATED = "<li><a href='/a/%d'>%s</a><p>%s</p></li>"


def _ps(paragraphs: Sequence[str]) -> str:
    return "".join(f"<p>{markup.escape(p)}</p>" for p in paragraphs)


def _head(headline: str, extra: str = "") -> str:
    return f"<head><meta charset='utf-8'><title>{markup.escape(headline)} - Herald</title><meta property='og:site_name' content='Herald'>{extra}</head>"


def _others(lang: str) -> str:
    """Teasers of other articles, as they stand below one."""
    rows = "".join(
        RELATED % (n, f"{lang}: another headline, number {n}, of some length", "A few words about it.")
        for n in range(5)
    )
    return f"<ul class='list'>{rows}</ul>"


def semantic(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    ld = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": headline,
            "datePublished": "2024-03-05T10:00:00Z",
            "author": {"name": "Maud Carrow"},
        }
    )
    return f"<html lang={lang}>{_head(headline, f'<script type=application/ld+json>{ld}</script>')}<body><header><nav><a href=/>Home</a></nav></header><main><article><h1>{headline}</h1><figure><img src=x><figcaption>Seen from the quay</figcaption></figure>{_ps(paragraphs[:2])}<h2>{sub}</h2>{_ps(paragraphs[2:])}</article></main><aside>{_others(lang)}</aside><footer>Imprint</footer></body></html>"


def microdata(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    return f"<html lang={lang}>{_head(headline)}<body><div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>{headline}</h1><span itemprop=author>Maud Carrow</span><meta itemprop=datePublished content='2024-03-05T10:00:00Z'><div itemprop=articleBody>{_ps(paragraphs[:2])}<h3>{sub}</h3>{_ps(paragraphs[2:])}</div></div>{_others(lang)}</body></html>"


def bare(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    return f"<html lang={lang}>{_head(headline)}<body><div><div><h1>{headline}</h1><div>By Maud Carrow</div><div>2024-03-05</div>{_ps(paragraphs[:2])}<h2>{sub}</h2>{_ps(paragraphs[2:])}</div>{_others(lang)}</div></body></html>"


def line_breaks(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    text = "<br><br>".join(markup.escape(p) for p in [*paragraphs[:2], sub, *paragraphs[2:]])
    return f"<html lang={lang}>{_head(headline)}<body><table><tr><td><ul><li><a href=/a>One</a></li><li><a href=/b>Two</a></li></ul></td><td><h1>{headline}</h1><p>By Maud Carrow</p><p class=date>2024-03-05</p><div class=text>{text}</div></td></tr></table></body></html>"


def paragraphs_apart(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    blocks = "".join(
        f"<section class='block block--text'><div class=inner><p>{markup.escape(p)}</p></div></section>"
        for p in paragraphs[:2]
    )
    rest = "".join(
        f"<section class='block block--text'><div class=inner><p>{markup.escape(p)}</p></div></section>"
        for p in paragraphs[2:]
    )
    return f"<html lang={lang}>{_head(headline)}<body><div id=root><h1>{headline}</h1><div class=byline>By <a rel=author href=/m>Maud Carrow</a></div><time datetime='2024-03-05T10:00:00Z'>now</time>{blocks}<section class='block block--ad'>Advertisement</section><section class=block><h2>{sub}</h2></section>{rest}<section class='block block--related'>{_others(lang)}</section></div></body></html>"


def with_boxes(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    boxes = "<div class='newsletter-box'><p>Sign up for our newsletter and read the news of the harbour every morning.</p></div>"
    share = "<ul class='social-share'><li><a href=#>Facebook</a></li><li><a href=#>WhatsApp</a></li></ul>"
    comments = "<div class='comments-area'><h3>12 comments</h3><ol class=comment-list><li><p>I never liked that hall anyway, it smelled of tar and old ropes all year.</p></li></ol></div>"
    meta = "<meta name=author content='Maud Carrow'><meta property='article:published_time' content='2024-03-05T10:00:00Z'>"
    return f"<html lang={lang}>{_head(headline, meta)}<body class='single has-sidebar'><div class='site'><div class='post hentry'><h1 class=entry-title>{headline}</h1>{share}<div class='entry-content'>{_ps(paragraphs[:2])}{boxes}<h2>{sub}</h2>{_ps(paragraphs[2:])}{share}<div class='about-author'><p>Maud Carrow has written about the harbour since 2009 and lives there.</p></div></div></div><div class='sidebar'>{_others(lang)}</div>{comments}</div></body></html>"


def endless(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    following = "".join(
        f"<article class=story><h1>Another story, number {n}</h1>{_ps([p + ' ' + p for p in paragraphs[::-1]])}</article>"
        for n in range(2)
    )
    return f"<html lang={lang}>{_head(headline)}<body><article class=story><h1>{headline}</h1><p class=byline>By Maud Carrow</p><time datetime='2024-03-05T10:00:00Z'></time>{_ps(paragraphs[:2])}<h2>{sub}</h2>{_ps(paragraphs[2:])}</article>{following}</body></html>"


def noisy_tail(texts: Texts, lang: str) -> str:
    headline, paragraphs, sub = texts
    tail = "<h3>Related articles</h3><p><a href=/a>How the tide floods the hall</a></p><p><a href=/b>The herring comes late this year</a></p><p>Follow us on Facebook</p>"
    meta = "<meta property='article:published_time' content='2024-03-05T10:00:00Z'><meta name=author content='Maud Carrow'>"
    return f"<html lang={lang}>{_head(headline, meta)}<body><main><h1>{headline}</h1><div>{_ps(paragraphs[:2])}<h2>{sub}</h2>{_ps(paragraphs[2:])}{tail}</div></main></body></html>"


LAYOUTS: dict[str, Layout] = {
    f.__name__: f for f in (semantic, microdata, bare, line_breaks, paragraphs_apart, with_boxes, endless, noisy_tail)
}
