"""What a page is: an article, one that grows, or none, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from attrs import frozen
from lxml import etree

from monitor.extraction.kind_evidence import FEW, Evidence
from monitor.extraction.kind_phrases import begins, may_say, says, share
from monitor.extraction.prose import size
from monitor.model import Kind

LEAST = 25  # characters; fewer say nothing
CAPTION = 150  # characters; fewer are a caption or a line under a headline
SHORT = 350  # characters; fewer are a stub, a caption or a notice
NOTICE = 300  # characters of a notice; what is longer is a paragraph
BARE = 600  # characters on a whole page; more is a page with something to say
MIDDLE = 1_200  # characters; more are an article whatever else stands on the page
READ = 2_000  # lines of a page; more are not looked at
FIRST = 12  # lines in which a page says that it is none
NAME = 30  # characters; a heading with less names a section or a person
SOME_HEADLINES = 4  # so many part a text into teasers
MORE_HEADLINES = 6
LEADS = 2.5  # times a teaser; a text so much longer is an article above others' teasers
LINKED_HEADLINES = 8  # so many make a list of articles
ENTRIES = 4  # of a live blog that calls itself one
CLOCKED = 6  # of one that does not, the newest first
LIVE_PATH = re.compile(
    r"/(?:live|liveblog|live-updates|liveticker|direct|en-direct|en-vivo|diretta|ao-vivo|ao-minuto|minuto-a-minuto"
    r"|na-zywo|canli|trực-tiep|truc-tiep)(?:/|-)|-live(?:blog|ticker)?(?:-|$|/)",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"^\W{0,3}(?:(?:kl\.?|um|at|à|ore|ora|klo)\s)?(?:(\d{1,2})[:.h](\d{2})(?!\d|\.\d)|\d{1,2}\s?(?:am|pm)\b"
    r"|vor \d+ (?:min|std)|\d+ (?:min|minutes|hours?)\b|\d{1,2}[时時]\d{1,2}分|(?:오전|오후)\s?\d{1,2}(?:시|:))",
    re.IGNORECASE,
)
COUNTER = re.compile(r"^\W?\d{1,3}\s?(?:/|of|von|de|sur|di|из|van|av|z)\s?\d{1,3}\b", re.IGNORECASE)
PLAYER = re.compile(
    r"youtube(?:-nocookie)?\.com/embed|player\.vimeo|dailymotion\.com/embed|brightcove|jwplayer|jwplatform|kaltura"
    r"|ok\.ru/videoembed|vk\.com/video|rutube\.ru|facebook\.com/plugins/video|bilibili|spotify\.com/embed|soundcloud",
    re.IGNORECASE,
)
SEARCH_CLASSES = frozenset(("search-results", "search-no-results", "path-search"))
MISSING_CLASSES = frozenset(("error404", "error-404", "page-not-found"))


@frozen
class Judged:
    """A page's kind, and in words how it was seen."""

    kind: Kind
    reason: str = ""


def before_paywall(lines: Sequence[str]) -> int | None:
    """How many lines stand before a notice that the rest is for subscribers; None where there is no such notice.

    A notice with much text after it hides nothing: it is an advertisement of the outlet's own.
    """
    if not may_say("paywall", "\n".join(lines)):
        return None
    for place, line in enumerate(lines):
        if size(line) < NOTICE and says("paywall", line):
            before, after = (sum(map(size, part)) for part in (lines[:place], lines[place + 1 :]))
            return place if before < MIDDLE and after < max(SHORT, before) else None
    return None


def judge(evidence: Evidence) -> Judged:
    """The page's kind; an article where nothing speaks against it."""
    for look in (_missing, _wall, _login, _search, _live, _media, _list, _stub):
        if judged := look(evidence):
            return judged
    if evidence.length < LEAST:
        return Judged(Kind.EMPTY, "no text that reads like an article")
    return Judged(Kind.ARTICLE)


def _missing(e: Evidence) -> Judged | None:
    if e.own >= MIDDLE or e.dated or e.has_article_data:
        return None
    least = 0.2 if e.own < SHORT else 0.5
    if any(share("not-found", t) >= least for t in e.titles if len(t) < 120):
        return Judged(Kind.SOFT_404, "its title says that there is no such page")
    if e.classes & MISSING_CLASSES:
        return Judged(Kind.SOFT_404, "its markup calls it the page for what is not found")
    first = (run.text for run in e.tree.runs if run.density < 0.5 and len(run.text) < NOTICE)
    if e.own < SHORT and any(says("not-found-notice", text) for text in islice(first, FIRST)):
        return Judged(Kind.SOFT_404, "its text says that there is no such page")
    return None


def _wall(e: Evidence) -> Judged | None:
    if e.length >= MIDDLE and not says("cookies", e.body[:600]):
        return None
    runs = e.tree.runs[:READ]
    total = sum(size(r.text) for r in runs)
    prose = e.length if not _mostly_cookies(e.body) else 0
    if prose >= SHORT:
        return None
    about = sum(size(r.text) for r in runs if says("cookies", r.text))
    most = about > 150 and about >= 0.4 * total
    # A bare wall: a sentence on cookies, a button, a foot note, and nothing else.
    bare = about > 30 and about >= 0.25 * total and total < BARE and not (e.dated or e.announced)
    if most or bare:
        return Judged(Kind.COOKIE_WALL, "most of its text asks for consent to cookies")
    return None


def _mostly_cookies(body: str) -> bool:
    lines = [line for line in body.split("\n") if line]
    return bool(lines) and sum(len(x) for x in lines if says("cookies", x)) >= 0.6 * sum(map(len, lines))


def _login(e: Evidence) -> Judged | None:
    if e.own >= SHORT or e.dated:
        return None
    fields = any((i.get("type") or "").lower() == "password" for i in _some(e.survey.page.root, "input"))
    if any(says("login", t) for t in e.titles if len(t) < 100) and (fields or e.own < 200):
        return Judged(Kind.LOGIN, "its title asks to log in" + (" and it has a field for a password" if fields else ""))
    if fields and not any(t for t in e.titles if len(t) > 40):
        return Judged(Kind.LOGIN, "a field for a password and no article")
    return None


def _some(root: etree._Element, *tags: str) -> list[etree._Element]:
    return [e for _, e in zip(range(400), root.iter(*tags), strict=False)]


def _search(e: Evidence) -> Judged | None:
    if e.has_article_data or (e.own >= MIDDLE and e.dated):
        return None
    typed = "searchresultspage" in e.types or bool(e.classes & SEARCH_CLASSES)
    told = any(says("search", t) for t in e.titles if len(t) < 150)
    lists = e.listing.linked >= FEW and not e.dated
    bare = e.own < SHORT and not (e.dated or e.announced)
    if typed or (e.asks_search and (told or lists or bare)) or (told and lists):
        return Judged(Kind.SEARCH, "its address, title or data say that it lists what a search found")
    return None


def _list(e: Evidence) -> Judged | None:
    """A section, tag or front page: lists of articles, and no article's own marks."""
    found, stated = e.listing, e.stated
    if e.is_front and found.linked >= FEW and not stated:
        return Judged(Kind.SECTION, f"the front page of its site, with {found.linked} linked headlines")
    marks = e.list_marks
    named = marks >= 1 or size(e.headline) < NAME
    calls_article = e.survey.meta("og:type").lower().startswith("article")
    parted = found.cuts >= SOME_HEADLINES and (e.own < SHORT or e.own < min(BARE, 0.4 * e.length))
    even = e.own < LEADS * found.typical or named
    if parted and even and _weighs(marks, calls_article, stated):
        return Judged(Kind.SECTION, f"{found.cuts} linked headlines part its text into teasers")
    if stated or calls_article:
        return None
    teasers = (e.own < CAPTION and found.linked >= MORE_HEADLINES) or (e.own < SHORT and found.alive >= SOME_HEADLINES)
    if named and teasers:
        return Judged(Kind.SECTION, f"{found.linked} linked headlines and hardly any text of its own")
    if found.linked >= SOME_HEADLINES and e.own < SHORT and marks >= 2:
        return Judged(Kind.SECTION, f"{found.linked} linked headlines and hardly any text of its own")
    if found.alive >= LINKED_HEADLINES and ((e.own < MIDDLE and marks >= 2) or (e.own < 3 * MIDDLE and marks >= 4)):
        return Judged(Kind.SECTION, f"{found.linked} linked headlines and {e.own} characters of text of its own")
    return None


def _weighs(marks: int, calls_article: bool, stated: bool) -> bool:
    """Whether a parted text makes a list of articles, against what the page says of itself."""
    return marks >= 2 if stated else marks >= 1 if calls_article else True


def _media(e: Evidence) -> Judged | None:
    if e.own >= BARE or (e.own >= SHORT and (e.dated or e.has_article_data)):
        return None
    og, typed, root = e.survey.meta("og:type").lower(), e.types, e.survey.page.root
    called = any(begins("media", t) for t in e.titles)
    players = [x for x in _some(root, "iframe", "embed") if PLAYER.search(f"{x.get('src')} {x.get('data-src')}")]
    plays = root.find(".//video") is not None or bool(players)
    films = og.startswith("video") or "videoobject" in typed
    if not (films and plays) and e.listing.linked >= SOME_HEADLINES and size(e.headline) < NAME:
        return None
    if e.own < SHORT:
        if films or root.find(".//video") is not None or (players and (called or e.own < CAPTION)):
            return Judged(Kind.MEDIA, "a video and hardly any text")
        if typed & {"imagegallery", "mediagallery"} or len(_some(root, "figure")) >= 5:
            return Judged(Kind.MEDIA, "pictures and hardly any text")
        if typed & {"audioobject", "podcastepisode"} or og.startswith("music") or root.find(".//audio") is not None:
            return Judged(Kind.MEDIA, "a recording and hardly any text")
        if called and len(_some(root, "img")) >= 5:
            return Judged(Kind.MEDIA, "called pictures, with hardly any text")
    counted = sum(bool(COUNTER.match(run.text)) for run in e.tree.runs[:READ])
    if films and plays and called:
        return Judged(Kind.MEDIA, "called a video, with a text that describes it")
    if counted >= 5 and len(_some(root, "img")) >= counted:
        return Judged(Kind.MEDIA, f"{counted} pictures that are counted, and hardly any text")
    return None


def _stub(e: Evidence) -> Judged | None:
    if e.own < SHORT and (
        e.paywalled or any(says("paywall", r.text) for r in e.tree.runs[:READ] if len(r.text) < NOTICE)
    ):
        return Judged(Kind.PAYWALL, f"{len(e.body)} characters before a paywall")
    return None


def _live(e: Evidence) -> Judged | None:
    if "liveblogposting" in e.types:
        return Judged(Kind.LIVE_BLOG, "its data calls it a live blog")
    if e.own < CAPTION and e.listing.cuts >= SOME_HEADLINES:
        return None
    if any(says("live", t) for t in e.titles) or LIVE_PATH.search(e.path):
        entries = sum(bool(CLOCK.match(run.text)) for run in e.tree.runs[:READ])
        if e.body and entries >= ENTRIES:
            return Judged(Kind.LIVE_BLOG, f"called live, with {entries} entries that begin with a time of day")
    clocks = [found for text in e.listing.openings if (found := CLOCK.match(text)) and found[1]]
    times = [60 * int(found[1]) + int(found[2]) for found in clocks]
    backward = sum(one > other for one, other in pairwise(times))
    if len(times) >= CLOCKED and backward >= 0.8 * (len(times) - 1) and e.length >= MIDDLE:
        return Judged(Kind.LIVE_BLOG, f"{len(times)} entries that begin with a time of day, the newest first")
    return None
