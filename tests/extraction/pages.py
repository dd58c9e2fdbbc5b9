"""HTML as newsrooms serve it, made around the texts."""

from __future__ import annotations

import html as markup
import json
from collections.abc import Sequence

NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/politics'>Politics</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
FOOTER = "<footer><p>© 2024 The Larkport Herald. All rights reserved.</p><a href='/imprint'>Imprint</a></footer>"


def article_page(
    headline: str, paragraphs: Sequence[str], subheading: str = "", *, lang: str = "en", head: str = ""
) -> str:
    """A page with a menu, a caption, a share box, related links, an author's note, comments and a footer."""
    *first, last = [f"<p>{markup.escape(p)}</p>" for p in paragraphs]
    below = f"<h2>{markup.escape(subheading)}</h2>" if subheading else ""
    return f"""<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{markup.escape(headline)} | The Larkport Herald</title>
<meta property="og:site_name" content="The Larkport Herald"><meta property="og:title" content="{markup.escape(headline)}">{head}</head>
<body>{NAV}<main><article><h1>{markup.escape(headline)}</h1>
<div class="byline">By <a rel="author" href="/staff/m">Maud Carrow</a></div>
<div class="share-buttons"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<figure><img src="/quay.jpg" alt=""><figcaption>The old hall, seen from the quay. Photo: Larkport Herald</figcaption></figure>
<div class="article-body">{"".join(first)}
<div class="related-articles"><h3>Related articles</h3><ul><li><a href="/a/1">Herring quota rises for the third year</a></li></ul></div>
<p><a href="/a/2">Read more: How the tide floods the market hall</a></p>
{below}{last}</div>
<div class="author-bio"><p>Maud Carrow has written about the harbour for the Herald since 2009 and lives in the old town with two cats.</p></div>
<div class="newsletter-signup"><p>Sign up for our morning newsletter and never miss what happens on the waterfront again.</p></div>
<section id="comments"><h3>Comments</h3><div class="comment"><p>They should have asked the boatmen first, as anybody in the harbour could have told the council.</p></div></section>
</article></main>{FOOTER}</body></html>"""


def json_ld(**fields: object) -> str:
    """A script that describes a NewsArticle."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
