"""What is known of the newsroom by those who made it: each article's event, and what should become of each address."""

from __future__ import annotations

from attrs import frozen

from demo.newsroom.content import PORT, Outlet, Sample, load_outlets, load_samples
from demo.newsroom.specials import SOFT_404, SOFT_404_OUTLET, old_path, three_paths

UNREAD = ("forbidden", "cookie-wall", "paywall")  # samples whose text no crawl may or can have


@frozen(kw_only=True)
class Expected:
    """What should become of an address that an entry point announces."""

    url: str
    outlet: str
    fates: tuple[str, ...]  # any of these is right
    kind: str = "article"  # as extraction should see the page
    final: str = ""  # the address after redirects, and the canonical one, where it is another
    why: str = ""
    article: str = ""  # the sample's key; "" where the page carries none


def gold() -> dict[str, str]:
    """Article key (`outlet/slug`) to event, for every article that a crawl can read."""
    return {sample.key: sample.event for sample in load_samples() if sample.special not in UNREAD}


def gold_by_url(port: int = PORT) -> dict[str, str]:
    """Canonical address to event, for the newsroom served on this port."""
    outlets = load_outlets()
    return {
        outlets[sample.outlet].base(port) + sample.path(outlets[sample.outlet]): sample.event
        for sample in load_samples()
        if sample.special not in UNREAD
    }


def expected_fates(port: int = PORT) -> list[Expected]:
    """Every address that the entry points announce, each once, with the fates that are right for it in a first crawl.

    Of an article's three addresses exactly one is stored; which one depends on the order of the answers.
    """
    outlets = load_outlets()
    found = [row for sample in load_samples() for row in _expected(sample, outlets[sample.outlet], port)]
    faro = outlets[SOFT_404_OUTLET]
    found.append(
        Expected(
            url=faro.base(port) + SOFT_404,
            outlet=faro.slug,
            fates=("not-an-article",),
            kind="soft-404",
            why="answers 200 and says that the page was not found",
        )
    )
    return found


_SPECIAL: dict[str, tuple[tuple[str, ...], str, str]] = {
    "forbidden": (("robots",), "article", "its robots.txt forbids the folder that its feed announces"),
    "cookie-wall": (("not-an-article",), "cookie-wall", "a page that asks for consent and shows nothing else"),
    "paywall": (("not-an-article", "stored"), "paywall", "a first sentence and an offer; if stored, marked as partial"),
    "future": (("stored",), "article", "its page gives a date years ahead; the sitemap gives the right one"),
}


def _expected(sample: Sample, outlet: Outlet, port: int) -> list[Expected]:
    base, path = outlet.base(port), sample.path(outlet)
    if sample.special == "redirect":
        why = "the feed announces an old address, which is moved for good"
        old = base + old_path(sample)
        return [
            Expected(url=old, outlet=outlet.slug, fates=("stored",), final=base + path, why=why, article=sample.key)
        ]
    if sample.special == "three-urls":
        one_of = ("stored", "duplicate", "known")
        return [
            Expected(
                url=url, outlet=outlet.slug, fates=one_of, final=base + path, why="one of three", article=sample.key
            )
            for url in (base + other for other in three_paths(sample, outlet))
        ]
    fates, kind, why = _SPECIAL.get(sample.special, (("stored",), "article", ""))
    return [Expected(url=base + path, outlet=outlet.slug, fates=fates, kind=kind, why=why, article=sample.key)]
