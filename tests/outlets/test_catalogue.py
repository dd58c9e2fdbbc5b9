from __future__ import annotations

from typing import Any

import pytest

from monitor.outlets import Catalogue, Outlet, UnknownOutletError


def outlet(slug: str, homepage: str, *, publisher: str = "", **more: Any) -> Outlet:
    given = {"slug": slug, "name": slug.title(), "publisher": publisher or slug, "languages": ["en"], "country": "ZZ"}
    return Outlet.model_validate({**given, "homepage": homepage, "sections": [homepage], **more})


CATALOGUE = Catalogue(
    [
        outlet("world-fa", "https://www.world.example/persian", publisher="world", languages=["fa"], country="GB"),
        outlet("world-en", "https://www.world.example/", publisher="world", publisher_name="The World", country="GB"),
        outlet("agency-br", "https://agency.example.com.br/", languages=["pt-BR"], country="BR", tags=["agency"]),
        outlet("agency-zh", "https://cn.agency.example/", languages=["zh-Hans", "en"], country="CN", tags=["agency"]),
        outlet("local-a", "http://127.0.0.1:8899/a/"),
        outlet("local-b", "http://127.0.0.1:8899/b/"),
        outlet("moved", "https://moved.example/", hosts=["old.example"]),
        outlet("post-nb", "https://post.example/", languages=["nb"]),
    ]
)


def slugs(**filters: Any) -> list[str]:
    return [outlet.slug for outlet in CATALOGUE.select(**filters)]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"names": ["world-en"]}, ["world-en"]),
        ({"names": ["world"]}, ["world-en", "world-fa"]),
        ({"names": ["world", "world-fa", "moved"]}, ["moved", "world-en", "world-fa"]),
        ({"language": "pt"}, ["agency-br"]),
        ({"language": "pt-BR"}, ["agency-br"]),
        ({"language": "zh"}, ["agency-zh"]),
        ({"language": "zh-hans"}, ["agency-zh"]),
        ({"language": "z"}, []),
        ({"language": "no"}, ["post-nb"]),
        ({"language": "pt_br"}, ["agency-br"]),
        ({"country": "gb"}, ["world-en", "world-fa"]),
        ({"tag": "agency"}, ["agency-br", "agency-zh"]),
        ({"tag": "Agency", "country": "CN", "language": "en"}, ["agency-zh"]),
        ({"names": ["world"], "language": "fa"}, ["world-fa"]),
        ({"names": ["world"], "tag": "agency"}, []),
    ],
)
def test_filters_are_all_held_against_each_outlet(filters: dict[str, Any], found: list[str]) -> None:
    assert slugs(**filters) == found


@pytest.mark.parametrize(
    ("name", "near"),
    [("The World", "world-en"), ("agency-pt-BR", ""), ("post-no", "post-nb"), ("world-faa", "world-fa")],
)
def test_a_name_that_no_outlet_has_is_told_with_those_near_it(name: str, near: str) -> None:
    assert (CATALOGUE.unknown(name).near or [""])[0].startswith(near)


def test_an_edition_is_found_by_its_publisher_and_language() -> None:
    found = Catalogue(
        [
            *CATALOGUE.outlets.values(),
            outlet("world-persian", "https://fa.example/", publisher="world", languages=["prs"]),
        ]
    )
    assert found.unknown("world-prs").near[0] == "world-persian"


def test_without_a_filter_all_are_chosen_in_order() -> None:
    assert slugs() == sorted(CATALOGUE.outlets)
    assert len(CATALOGUE) == 8


def test_an_unknown_name_is_told_with_those_like_it() -> None:
    with pytest.raises(UnknownOutletError, match="did you mean world") as caught:
        CATALOGUE.select(names=["world-e"])
    assert caught.value.exit_code == 2
    with pytest.raises(UnknownOutletError, match="monitor outlets list"):
        CATALOGUE.select(names=["qqqq"])


@pytest.mark.parametrize(
    ("host", "slug"),
    [
        ("world.example", "world-en"),
        ("WWW.World.Example.", "world-en"),
        ("m.news.world.example", "world-en"),
        ("old.example", "moved"),
        ("www.old.example", "moved"),
        ("notold.example", None),
        ("example", None),
        ("com.br", None),
        ("agency.example", None),
        ("cn.agency.example", "agency-zh"),
        ("127.0.0.1", "local-a"),
        ("0.0.1", None),
        ("", None),
    ],
)
def test_a_host_belongs_to_the_outlet_at_it_or_above_it(host: str, slug: str | None) -> None:
    found = CATALOGUE.by_host(host)
    assert (found.slug if found else None) == slug


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.world.example/persian/articles/c1", "world-fa"),
        ("https://www.world.example/persian", "world-fa"),
        ("https://www.world.example/persians/articles/c1", "world-en"),
        ("http://127.0.0.1:8899/b/a/0001", "local-b"),
        ("http://127.0.0.1:8899/c/a/0001", "local-a"),
        ("https://elsewhere.test/persian", None),
        ("not an address", None),
    ],
)
def test_an_address_belongs_to_the_outlet_whose_homepage_it_is_below(url: str, slug: str | None) -> None:
    found = CATALOGUE.by_url(url)
    assert (found.slug if found else None) == slug


def test_a_publisher_has_the_names_of_all_its_editions_its_main_ones_first() -> None:
    given = {"homepage": "https://a.example/", "publisher": "times"}
    catalogue = Catalogue(
        [
            outlet("times-ar", **given, country="AE", cited_as={"en": ["Times Arabic"], "ar": ["تايمز"]}),
            outlet(
                "times-en",
                **given,
                country="GB",
                publisher_name="The Times",
                cited_as={"en": ["The Times", "Times Arabic"], "fa": ["تایمز"]},
                ordinary_names=["The Times"],
            ),
        ]
    )
    found = catalogue.publishers["times"]
    assert (found.name, found.country, found.outlets) == ("The Times", "GB", ("times-ar", "times-en"))
    assert found.cited_as == {"en": ("The Times", "Times Arabic"), "fa": ("تایمز",), "ar": ("تايمز",)}
    assert found.ordinary_names == {"The Times"}
    assert list(catalogue.publishers) == ["times"]


def test_a_name_is_an_ordinary_word_in_the_languages_of_all_editions_or_everywhere_if_one_says_so() -> None:
    given = {"homepage": "https://a.example/", "publisher": "times"}
    names = {"en": ["Times", "Zeit"], "fr": ["Times", "Zeit"], "de": ["Zeit"]}
    catalogue = Catalogue(
        [
            outlet("times-ar", **given, cited_as=names, ordinary_names=[{"Times": ["en"], "Zeit": ["de"]}]),
            outlet("times-en", **given, cited_as=names, ordinary_names=["Zeit", {"Times": ["fr"]}]),
        ]
    )
    found = catalogue.publishers["times"]
    assert found.ordinary_names == {"Times", "Zeit"}
    assert found.ordinary_in == {"Times": {"en", "fr"}}
