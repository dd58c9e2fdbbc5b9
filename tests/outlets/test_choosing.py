"""What is said where filters choose no outlet."""

from __future__ import annotations

from typing import Any

import pytest

from monitor.outlets import Catalogue, Outlet, strangers, why_none


def outlet(slug: str, language: str, country: str, *tags: str) -> Outlet:
    return Outlet(
        slug=slug, name=slug, publisher=slug, languages=(language,), country=country, tags=tags,
        homepage=f"https://{slug}.example/", feeds=(f"https://{slug}.example/feed",),
    )  # fmt: skip


CATALOGUE = Catalogue([outlet("rozan", "fa", "IR", "agency"), outlet("aldara", "en", "GB", "newspaper")])


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"tag": "wires"}, "no outlet has the tag 'wires': the tags are agency, newspaper"),
        ({"country": "Iran"}, "no outlet is of the country 'Iran': did you mean IR?"),
        ({"country": "FI"}, "no outlet is of the country 'FI': the countries are GB, IR"),
        ({"country": "Finland"}, "no outlet is of the country 'Finland': the countries are GB, IR"),
        ({"language": "persian"}, "no outlet is in the language 'persian': did you mean fa?"),
        ({"language": "fa-IR"}, "no outlet is in the language 'fa-IR': did you mean fa?"),
        ({"language": "xx", "tag": "agency"}, "no outlet is in the language 'xx': the languages are en, fa"),
        ({"language": "fa", "tag": "newspaper"}, "no outlet has --tag newspaper and --language fa"),
        ({"names": ["rozan"], "language": "en"}, "none of these outlets has --language en"),
    ],
)
def test_the_filter_at_fault_is_named(chosen: dict[str, Any], told: str) -> None:
    assert not CATALOGUE.select(**chosen)
    assert why_none(CATALOGUE, **chosen) == told


def test_an_empty_catalogue_says_so() -> None:
    assert why_none(Catalogue([])) == "the catalogue has no outlets"
    assert why_none(Catalogue([]), tag="agency").endswith("the catalogue has no tags")


def test_filters_that_no_outlet_answers_to_are_told() -> None:
    told = list(strangers(CATALOGUE, outlets=["rozen", "rozan"], languages=["persian", "fa"], countries=["UK", "GB"]))
    assert told == [
        "no outlet or publisher is called 'rozen'; did you mean rozan?",
        "no outlet is in the language 'persian': did you mean fa?",
        "no outlet is of the country 'UK': the countries are GB, IR",
    ]
    editions = [outlet("rozan-fa", "fa", "IR"), outlet("rozan-en", "en", "IR")]
    grouped = Catalogue([each.model_copy(update={"publisher": "rozan"}) for each in editions])
    assert list(strangers(grouped, outlets=["rozan"])) == ["'rozan' is a publisher: its outlets are rozan-en, rozan-fa"]
