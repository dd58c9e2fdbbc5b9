"""Filters that nothing known answers to: an outlet, a country, a language or a tag that may be mistyped."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from babel import Locale

from monitor.index import ArticleQuery
from monitor.language import parts
from monitor.web.asking import LONGEST, NONE_OF, Ask
from monitor.web.problems import N_
from monitor.web.site import Site

NO_OUTLET = N_("No outlet or publisher is called “{words}”.")
NEAR_OUTLET = N_("No outlet or publisher is called “{words}”; did you mean {near}?")
NO_COUNTRY = N_("No outlet is of the country “{words}”.")
NEAR_COUNTRY = N_("No outlet is of the country “{words}”; did you mean {near}?")
NO_LANGUAGE = N_("No outlet is in the language “{words}”.")
NEAR_LANGUAGE = N_("No outlet is in the language “{words}”; did you mean {near}?")


def say_strangers(site: Site, ask: Ask) -> None:
    """Say which of them neither the catalogue nor the index has.

    Raises PageProblem for a program, but for a well-formed code, of which there may be something tomorrow.
    """
    outlets = site.catalogue.outlets.values()
    for name in ask.listed("outlet"):
        _outlet(site, ask, name)
    tags = {tag for each in outlets for tag in each.tags}
    for tag in ask.listed("tag"):
        if tag.lower() not in tags:
            ask.is_odd(NONE_OF, name="tag", words=tag[:LONGEST], names=", ".join(sorted(tags)))
    countries = {each.country for each in outlets}
    for code in ask.listed("country"):
        formed = len(code) == 2 and code.isascii() and code.isalpha()
        if code.upper() not in countries and (not formed or ask.html) and not _has(site, countries=(code,)):
            _say(ask, (NO_COUNTRY, NEAR_COUNTRY), code, _near(code, ask.locale, "territories"))
    for code in ask.listed("language"):
        formed = parts(code).text != "und"
        if (not formed or ask.html) and not (site.catalogue.select(language=code) or _has(site, languages=(code,))):
            _say(ask, (NO_LANGUAGE, NEAR_LANGUAGE), code, _near(code, ask.locale, "languages"))


def _outlet(site: Site, ask: Ask, name: str) -> None:
    slug = name.lower()
    if slug not in site.catalogue.outlets and slug not in site.catalogue.publishers and not _has(site, outlets=(slug,)):
        _say(ask, (NO_OUTLET, NEAR_OUTLET), name, site.catalogue.unknown(name).near)


def _has(site: Site, **filters: tuple[str, ...]) -> bool:
    """True where the index has an article of it, as from a catalogue that was another's."""
    return any(True for _ in site.index.articles(ArticleQuery(**filters, limit=1), vectors=False))  # type: ignore[arg-type]  # mypy takes them for any of its fields


def _say(ask: Ask, messages: tuple[str, str], words: str, near: list[str]) -> None:
    if near:
        ask.is_odd(messages[1], words=words[:LONGEST], near=", ".join(near))
    else:
        ask.is_odd(messages[0], words=words[:LONGEST])


def _near(words: str, locale: str, kind: str) -> list[str]:
    """Codes that are named so, or nearly so, in the reader's language or in English: `IR` for Iran or ایران."""
    found: list[str] = []
    for code in dict.fromkeys((locale, "en")):
        named: Mapping[str, str] = getattr(Locale.parse(code), kind)
        codes = {name.casefold(): each.replace("_", "-") for each, name in named.items() if not each.isdigit()}
        if words.casefold() in codes:
            return [codes[words.casefold()]]
        found += [codes[name] for name in get_close_matches(words.casefold(), codes, n=2, cutoff=0.75)]
    return list(dict.fromkeys(found))[:3]
