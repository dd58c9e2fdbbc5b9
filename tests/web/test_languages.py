import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest

from monitor.discovery import NotReadableError, parse_feed, parse_sitemap
from monitor.jobs.health import OutletHealth
from monitor.middlewares.robots import ForbiddenByRobots
from monitor.model import Moment
from monitor.spiders import outcomes
from monitor.spiders.outcomes import outcome
from monitor.web.outlets import REASONS, problem_of
from monitor.web.speaking import INTERFACES, Speaker, translations
from tests.web.messages import messages, translated

OTHERS = [code for code in INTERFACES if code != "en"]
HELD = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("locale", OTHERS)
def test_every_message_is_translated(locale: str) -> None:
    wanted, found = messages(), translated(locale)
    assert set(found) == set(wanted)
    for message, many in wanted.items():
        for said in found[message]:
            assert said, message
            # A plural form may spell its number out, such as Arabic's two.
            held, needed = set(HELD.findall(said)), set(HELD.findall(message + many))
            assert held <= needed, message
            assert needed - held <= ({"n"} if many else set()), message


@pytest.mark.parametrize("locale", OTHERS)
def test_a_language_has_as_many_plural_forms_as_it_says(locale: str) -> None:
    text = (files("monitor.web") / "locales" / f"{locale}.po").read_text(encoding="utf-8")
    forms = int(re.findall(r"nplurals=(\d)", text)[0])
    wanted = [message for message, many in messages().items() if many]
    assert {len(translated(locale)[message]) for message in wanted} == {forms}
    assert translations(locale).ngettext("{n} outlet", "{n} outlets", 2)


def test_an_interface_that_is_not_known_is_english() -> None:
    assert Speaker("xx").locale == "en"
    assert Speaker("en")("{n} d", n="3") == "3 d"


def test_plurals_follow_the_language() -> None:
    assert [Speaker("ru").plural("{n} outlet", "{n} outlets", n) for n in (1, 3, 5)] == [
        "1 издание",
        "3 издания",
        "5 изданий",
    ]
    assert Speaker("ar").plural("{n} outlet", "{n} outlets", 2) == "وسيلتان"
    assert Speaker("en").plural("{n} outlet", "{n} outlets", 1) == "1 outlet"


def test_numbers_and_moments_are_written_in_the_languages_digits() -> None:
    assert Speaker("fa").number(1234) == "۱٬۲۳۴"
    assert Speaker("de").number(1234.5) == "1.234,5"
    assert Speaker("en").when(Moment.parse("2018-05-22")) == "22 May 2018"
    assert Speaker("en").when(Moment.parse("2018-05-22T08:30:00+03:30")) == "22 May 2018, 08:30 \u2066UTC+03:30\u2069"
    assert Speaker("en").brief(datetime(2018, 5, 22, 8, 30, tzinfo=UTC)) == "22 May 2018 08:30"
    assert Speaker("en").when(None) == Speaker("en").brief(None) == Speaker("en").lag(None) == ""


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "first"), (59, "first"), (60, "+1 min"), (3700, "+1 h 1 min"), (90_000, "+1 d 1 h")]
)
def test_a_lag_is_said_in_its_two_largest_units(seconds: float, said: str) -> None:
    assert Speaker("en").lag(seconds) == said


def test_languages_and_countries_are_named() -> None:
    assert Speaker("fa").language("ru") == "روسی"
    assert Speaker("en").language("zh-Hant") != "zh-Hant"
    assert Speaker("de").country("IR") == "Iran"
    assert Speaker("en").country("ZZ") == "unknown"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"state": "late", "polled": datetime(2018, 5, 23, 6, tzinfo=UTC)}, "nicht abgefragt seit 23. Mai 2018, 06:00"),
        ({"state": "late"}, "nie abgefragt"),
        ({"state": "silent"}, "kein Artikel seit über 2 Tagen"),
        ({"state": "meagre", "found": 1.5, "expected": 20.0}, "1,5 Artikel am Tag, erwartet werden 20"),
        ({"state": "broken", "problem": "the server answered 503"}, "der Server antwortete 503"),
        ({"state": "broken", "problem": "no connection"}, "keine Verbindung"),
        ({"state": "broken", "problem": "SSL: {odd}"}, "SSL: {odd}"),
    ],
)
def test_what_is_the_matter_with_an_outlet_is_told_in_the_interfaces_language(state: dict[str, Any], said: str) -> None:
    assert problem_of(OutletHealth(outlet="a", **state), Speaker("de")).startswith(said)


def test_every_reason_that_the_crawl_gives_of_itself_is_said_in_each_language() -> None:
    bodies = (b"", b"<html>", b"Dear reader", b"<rss/", b"{}", b"<?xml version='1.0'?><other/>")
    given = {"it announces nothing", *outcomes._TOLD.values(), outcome(ForbiddenByRobots())[1]}
    for body in bodies:
        for parse in (parse_feed, parse_sitemap):
            try:
                parse(body, "https://a.example/", outlet="a")
            except NotReadableError as problem:
                given.add(problem.why)
    assert given - set(REASONS) == set()
