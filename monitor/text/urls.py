"""One identity for the many addresses of an article.

`normalise` gives an identity and not an address to fetch: it drops `www.`, takes http for https, and so on. Rules drop
only what is known not to choose the article; every other parameter, number and path segment stays, because two
articles taken for one is the worse fault.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import SplitResult, unquote

from monitor.text.hosts import host, is_name, port_of, same_site, site, spell, split, without_forms
from monitor.text.parameters import chooses_article

__all__ = ["article_id", "host", "normalise", "same_site", "site"]

MAX_LENGTH = 4096  # characters; the rest of a longer address is not read
_STEPS = 4  # caches inside caches that are unwrapped

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\xa0\u2028\u2029\ud800-\udfff]+")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_TO_ESCAPE = re.compile(r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/%?\[\]]")

_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?;]*", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_DOTTED_AMP = re.compile(r"\.(?:amp|print)(?=\.html?\Z)", re.IGNORECASE)
_ARTICLE_LIKE = re.compile(r"[0-9]|-[^/-]+-")
_AMP_CACHE = re.compile(r"/(?:[cvi]/)?(?:(s)/)?([^/]+\.[^/]+)(/.*)?\Z", re.DOTALL)


def normalise(url: str) -> str:
    """The identity of an address, as an address; what is no http(s) address comes back stripped.

    Never raises, and normalising twice changes nothing.
    """
    text = _CONTROL.sub("", url[:MAX_LENGTH]).strip().replace(" ", "%20")
    for _ in range(_STEPS):
        after = _once(text)
        if after == text:
            break
        text = after
    return text


@lru_cache(maxsize=4096)
def article_id(url: str) -> str:
    """24 hexadecimal digits that stand for the normalised address (the first 96 bits of its SHA-256)."""
    return hashlib.sha256(normalise(url).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _once(text: str) -> str:
    read = split(text if "://" in text[:8] or not text.startswith("//") else f"https:{text}")
    if read is None:
        return text
    inner = _unwrap(read)
    if inner is not None:
        return inner
    named = spell(read.hostname or "")
    scheme = "https" if is_name(named) and not port_of(read) else read.scheme
    shown = f"[{named}]" if ":" in named else without_forms(named)
    query = _query(read.query, named=bool(_ARTICLE_LIKE.search(read.path)))
    # Pages that are put together in the browser name their article there: #!/story/1, #/story/1.
    fragment = f"#{_escape(read.fragment)}" if read.fragment.startswith(("!", "/")) else ""
    return f"{scheme}://{shown}{port_of(read)}{_path(read.path, bare=not query)}{'?' if query else ''}{query}{fragment}"


def _unwrap(read: SplitResult) -> str | None:
    """The address inside an AMP cache's or viewer's one, None for any other."""
    named = (read.hostname or "").lower()
    if named.endswith(".cdn.ampproject.org") or named == "cdn.ampproject.org":
        found = _AMP_CACHE.match(read.path)
    elif named.startswith(("www.google.", "google.")) and read.path.startswith("/amp/"):
        found = _AMP_CACHE.match(read.path.removeprefix("/amp"))
    else:
        return None
    if not found:
        return None
    query = f"?{read.query}" if read.query else ""
    return f"http{found[1] or ''}://{unquote(found[2])}{found[3] or '/'}{query}"


def _path(path: str, *, bare: bool) -> str:
    path = _escape(_PATH_SESSION.sub("", path))
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    segments = _without_amp(segments)
    path = "/" + "/".join(segments)
    if bare:
        path = _INDEX.sub("", path)
    return path or "/"


def _without_amp(segments: list[str]) -> list[str]:
    """Drop the segments and endings that name the AMP or print form, where an article's own path is left over."""
    kept = [segment for segment in segments if segment.lower() != "amp"]
    if len(kept) < len(segments) and not _ARTICLE_LIKE.search("/".join(kept)):
        kept = segments
    while (
        len(kept) > 1 and kept[-1].lower() in ("amp", "amp.html", "print") and _ARTICLE_LIKE.search("/".join(kept[:-1]))
    ):
        kept = kept[:-1]
    if kept:
        last = re.sub(r"\.amp\Z", "", _DOTTED_AMP.sub("", kept[-1]), flags=re.IGNORECASE)
        kept = [*kept[:-1], last or kept[-1]]
    return kept


def _query(query: str, *, named: bool) -> str:
    """The parameters that choose the article, each in one spelling, in the order of their names.

    Where neither the path (`named`) nor a parameter of its own meaning chooses one, a tracker's number might.
    """
    pairs = [pair for pair in query.split("&") if pair]
    kept = _choosing(pairs, named=True)
    if not kept and not named:
        kept = _choosing(pairs, named=False)
    return "&".join(sorted(dict.fromkeys(kept)))


def _choosing(pairs: list[str], *, named: bool) -> list[str]:
    split_pairs = ((pair, *pair.partition("=")[::2]) for pair in pairs)
    return [
        _escape(pair.replace("+", "%20"))
        for pair, name, value in split_pairs
        if chooses_article(unquote(name), unquote(value), named=named)
    ]


def _escape(text: str) -> str:
    """Percent-encoding in one spelling: unreserved characters plain, all others as UTF-8 in composed form (NFC)."""
    text = _ESCAPES.sub(_unescape, text)
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return _TO_ESCAPE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace")), text)


def _unescape(found: re.Match[str]) -> str:
    """A run of escapes: letters, digits, `-._~` and non-ASCII characters plain, all else in capitals."""
    raw = bytes.fromhex(found[0].replace("%", ""))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0].upper()
    return "".join(
        one if one in "-._~" or (one.isalnum() if one.isascii() else True) else f"%{ord(one):02X}" for one in text
    )
