"""Dates as feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.discovery.dates import parse_date

NOW = datetime(2018, 5, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 22 May 2018 14:03:00 +0430", "2018-05-22T14:03:00+04:30"),
        ("Tue, 22 May 2018 14:03:00 GMT", "2018-05-22T14:03:00+00:00"),
        ("22 May 18 14:03 EDT", "2018-05-22T14:03:00-04:00"),
        ("Tue, 22 May 2018 14:03:00 CEST", "2018-05-22T14:03:00+02:00"),
        ("Tue, 22 May 2018 14:03:00 GMT+3", "2018-05-22T14:03:00+03:00"),
        ("Tuesday, 22 May 2018 14:03:61 Z", "2018-05-22T14:03:59+00:00"),
        ("tues, 22 may 2018 14:03:00 -0000", "2018-05-22T14:03:00+00:00"),
        ("22-May-2018 14:03", "2018-05-22T14:03:00+00:00"),
        ("2018-05-22T14:03:00Z", "2018-05-22T14:03:00+00:00"),
        ("2018-05-22T14:03:00.123456+03:30", "2018-05-22T14:03:00+03:30"),
        ("2018-05-22 14:03:00 +0330", "2018-05-22T14:03:00+03:30"),
        ("2018/05/22 14:03", "2018-05-22T14:03:00+00:00"),
        ("2018-05-22", "2018-05-22"),
        ("20180522T140300Z", "2018-05-22T14:03:00+00:00"),
        ("20180522", "2018-05-22"),
        ("May 22, 2018 2:03 PM", "2018-05-22T14:03:00+00:00"),
        ("May 22, 2018, 12:03 am", "2018-05-22T00:03:00+00:00"),
        ("22.05.2018 14:03", "2018-05-22T14:03:00+00:00"),
        ("1526997780", "2018-05-22T14:03:00+00:00"),
        ("1526997780000", "2018-05-22T14:03:00+00:00"),
        ("2018-05-21T24:00:00Z", "2018-05-22T00:00:00+00:00"),
        ("۲۰۱۸-۰۵-۲۲", "2018-05-22"),
        ("1397/03/01 14:03", None),
        ("2018-13-45", None),
        ("31 Feb 2018", None),
        ("2019-05-22", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("-", None),
        ("", None),
        ("yesterday", None),
        ("²", None),
        ("9" * 500, None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    found = parse_date(text, now=NOW)
    assert (found and found.to_text()) == expected


def test_a_date_without_a_zone_is_in_the_outlets() -> None:
    found = parse_date("2018-05-22 14:03", zone=ZoneInfo("Asia/Tehran"))
    assert found is not None
    assert found.isoformat() == "2018-05-22T14:03:00+04:30"


def test_months_in_the_feeds_language() -> None:
    found = parse_date("22 мая 2018 14:03", language="ru")
    assert found is not None
    assert found.isoformat() == "2018-05-22T14:03:00+00:00"
    assert parse_date("22 мая 2018 14:03", language="qqq") is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_date(text, now=NOW)
    assert found is None or 1990 <= found.year <= 2018
