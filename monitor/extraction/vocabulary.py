"""What class and id names tell of an element: words that desks and content systems use, in several languages."""

from __future__ import annotations

import re
from functools import lru_cache

# Each entry is one word or two joined words of a class or id, as `words` splits it.
BOILERPLATE = frozenset(
    ["comment", "comments", "kommentar", "kommentare", "kommentarer", "comentario", "comentarios", "commentaire", "commentaires", "commenti", "commento", "comentarii", "komentar", "komentarz", "komentarze", "yorum", "yorumlar", "reacties", "disqus", "discussion", "respond", "replies", "fb-comments", "livefyre", "share", "shares", "sharing", "sharedaddy", "sharebar", "addthis", "addtoany", "a2a", "social", "socials", "socialbar", "socialmedia", "teilen", "partager", "compartir", "condividi", "compartilhar", "paylas", "udostepnij", "bagikan", "follow", "followus", "related", "relateds", "relatedposts", "related-posts", "verwandt", "verwandte", "relacionadas", "relacionados", "relacionada", "relacionado", "correlati", "correlate", "ilgili", "powiazane", "liees", "lies", "baca-juga", "bacajuga", "terkait", "similar", "similars", "recommended", "recommend", "recommendation", "recommendations", "recirc", "recirculation", "readmore", "read-more", "readalso", "read-also", "alsoread", "also-read", "seealso", "see-also", "morenews", "more-news", "morestories", "more-stories", "more-from", "lesen-sie", "weiterlesen", "mehr-zum", "mehrzum", "leia-mais", "lea-mas", "lire-aussi", "leggi-anche", "zobacz-takze", "suggested", "suggestions", "upnext", "up-next", "nextpost", "next-post", "prevnext", "newsletter", "newsletters", "subscribe", "subscription", "subscriptions", "signup", "sign-up", "abonnement", "abo-box", "promo", "promos", "promotion", "promobox", "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertising", "adsense", "adslot", "ad-slot", "adbox", "adunit", "anzeige", "anzeigen", "werbung", "publicidad", "publicidade", "pubblicita", "reklam", "reklama", "reklame", "annons", "banner", "banners", "sponsor", "sponsored", "sponsors", "dfp", "gpt", "outbrain", "taboola", "ligatus", "plista", "mgid", "revcontent", "native-ad", "sidebar", "side-bar", "seitenleiste", "footer", "fusszeile", "colophon", "nav", "navi", "navigation", "navbar", "menu", "submenu", "breadcrumb", "breadcrumbs", "brotkrumen", "pager", "pagination", "pagenav", "post-navigation", "postnav", "toolbar", "widget", "widgets", "popup", "modal", "overlay", "lightbox", "cookie", "cookies", "consent", "gdpr", "cmp", "privacy-banner", "caption", "captions", "wp-caption-text", "figcaption", "bildunterschrift", "imagecaption", "image-caption", "img-caption", "photo-caption", "credit", "credits", "photocredit", "image-credit", "copyright", "bildnachweis", "legende", "pie-de-foto", "piedefoto", "about-author", "author-bio", "authorbio", "author-box", "authorbox", "bio-box", "author-info", "authorinfo", "author-description", "author-profile", "tags", "taglist", "tag-list", "tagcloud", "tag-cloud", "post-tags", "entry-tags", "article-tags", "keywords", "topics", "schlagworte", "etiquetas", "rating", "ratings", "vote", "votes", "poll", "survey", "stars", "login", "log-in", "signin", "sign-in", "register", "paywall-teaser", "print", "printbutton", "utility", "toolbox", "tools", "popular", "mostpopular", "most-popular", "mostread", "most-read", "meistgelesen", "trending", "most-viewed", "latest-news", "latestnews", "teaser", "teasers", "trackback", "trackbacks", "pingback", "pingbacks", "jp-relatedposts", "yarpp", "skip-link", "skiplink", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader", "offscreen", "a11y-hidden", "carousel", "slideshow", "slider", "gallery-thumbs", "playlist", "video-player", "videoplayer", "player", "weather", "wetter", "quiz", "crossword", "horoscope", "donate", "donation", "spenden"]
)  # fmt: skip
BYLINES = frozenset(
    ["byline", "bylines", "author", "authors", "autor", "autoren", "auteur", "auteurs", "autore", "autori", "yazar", "autorzy", "byauthor", "dateline-meta", "timestamp", "date", "dates", "datum", "time", "publish-date", "published", "pubdate", "posted-on", "postmeta", "post-meta", "entry-meta", "article-meta", "articlemeta", "meta", "metadata", "meta-info", "kicker", "breadcrumb", "post-info", "entry-footer", "post-footer", "postinfo", "reading-time", "readingtime", "read-time"]
)  # fmt: skip
BODY = frozenset(
    ["articlebody", "article-body", "articlecontent", "article-content", "articletext", "article-text", "story-body", "storybody", "story-content", "storycontent", "story-text", "entry-content", "entrycontent", "post-content", "postcontent", "post-body", "postbody", "post-entry", "post-text", "news-content", "newscontent", "news-text", "newstext", "news-body", "newsbody", "newsdetail", "news-detail", "detail-content", "content-body", "contentbody", "body-content", "bodycontent", "body-text", "bodytext", "articletext", "maincontent", "main-content", "main-text", "text-content", "articulo-cuerpo", "cuerpo", "nota-cuerpo", "cuerpo-nota", "texto", "noticia-texto", "materia-conteudo", "corps-article", "article-corps", "artikeltext", "artikel-text", "artikelinhalt", "artikel-inhalt", "fliesstext", "haber-metni", "haber-icerik", "haber-detay", "tresc", "rich-text", "richtext", "wysiwyg", "field-name-body", "paywall-content", "text-article", "articlepage", "td-post-content", "td-paragraph-text", "article-main", "article-detail", "articledetail", "art-text"]
)  # fmt: skip
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
PARTS = re.compile(r"[^a-z]+")
MAX_HINT = 400  # characters of class and id that are read


@lru_cache(maxsize=32_768)
def verdict(hint: str) -> str:
    """`boilerplate`, `byline`, `body` or nothing for the class and id of an element."""
    found = set()
    for name in hint[:MAX_HINT].split():
        parts = [p for p in PARTS.split(CAMEL.sub("-", name).lower()) if p]
        pairs = {f"{a}-{b}" for a, b in zip(parts, parts[1:], strict=False)}
        found |= set(parts) | pairs | {"".join(parts)}
    if found & BODY:
        return "body"
    if found & BOILERPLATE:
        return "boilerplate"
    return "byline" if found & BYLINES else ""


AUTHORS = frozenset("author authors byline bylines autor autoren auteur auteurs autore autori yazar writer reporter journalist vcard redakteur authorname authors".split())
NOT_AUTHORS = frozenset("box bio description image img avatar picture photo date time follow social comment comments meta-date count posts page articles list-item".split())


@lru_cache(maxsize=8_192)
def author_hint(hint: str) -> bool:
    """Whether class, id and data-testid name the author and nothing around it."""
    parts = {p for name in hint[:MAX_HINT].split() for p in PARTS.split(CAMEL.sub("-", name).lower()) if p}
    return bool(parts & AUTHORS) and not parts & NOT_AUTHORS
