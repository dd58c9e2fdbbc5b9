"""The packaged catalogue: how much there is, and that its facts can be true."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from monitor.outlets import Catalogue, load_catalogue, parse_outlet, to_yaml
from monitor.outlets.checks import COUNTRIES
from monitor.outlets.loading import PACKAGED
from tests.timing import least_cpu

SAMPLE = ("irna", "cnn", "alarabiya", "fars", "financialtribune")
WIRES = (
    *("reuters", "afp", "ap", "tass", "ria", "interfax", "xinhua", "aa", "sana", "tasnim", "isna", "mehr", "presstv"),
    *("spa", "wam", "aljazeera", "almayadeen", "bbc", "kyodo", "yna", "dpa", "efe", "ansa", "pti", "ukrinform", "irna"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_there_are_as_many_outlets_publishers_and_languages_as_promised(catalogue: Catalogue) -> None:
    assert len(catalogue) >= 1_200
    assert len(catalogue.publishers) >= 1_000
    assert len({outlet.languages[0] for outlet in catalogue.outlets.values()}) >= 95
    crawled = [outlet for outlet in catalogue.outlets.values() if outlet.crawl]
    assert len(crawled) >= 1_150
    assert len({outlet.publisher for outlet in crawled}) >= 950


def test_names_in_three_languages_are_known_for_many_publishers(catalogue: Catalogue) -> None:
    assert sum(len(publisher.cited_as) >= 3 for publisher in catalogue.publishers.values()) >= 650


@pytest.mark.parametrize("slug", SAMPLE)
def test_the_sample_articles_outlets_are_named_in_six_languages(catalogue: Catalogue, slug: str) -> None:
    assert {"en", "fa", "ar", "ru", "tr", "he"} <= set(catalogue.publishers[slug].cited_as)


@pytest.mark.parametrize("slug", WIRES)
def test_the_agencies_that_all_cite_are_named_in_eight_languages(catalogue: Catalogue, slug: str) -> None:
    assert len(catalogue.publishers[slug].cited_as) >= 8


@pytest.mark.parametrize(
    ("slug", "language", "name"),
    [
        ("irna", "fa", "ایرنا"),
        ("irna", "ru", "ИРНА"),
        ("fars", "fa", "خبرگزاری فارس"),
        ("fars", "ar", "وكالة فارس"),
        ("fars", "tr", "Fars haber ajansı"),
        ("cnn", "fa", "سی‌ان‌ان"),
        ("cnn", "he", "CNN"),
        ("alarabiya", "ar", "قناة العربية"),
        ("alarabiya", "he", "אל-ערביה"),
        ("xinhua", "zh", "新华社"),
        ("kyodo", "ja", "共同通信"),
        ("yna", "ko", "연합뉴스"),
        ("dpa", "de", "Deutsche Presse-Agentur"),
        ("ukrinform", "uk", "Укрінформ"),
        ("lusa", "pt", "agência Lusa"),
        ("kbs", "ko", "KBS"),
        ("tanjug", "sr", "Танјуг"),
        ("wafa", "ar", "وكالة وفا"),
        ("mti", "hu", "MTI"),
        ("shargh", "fa", "روزنامه شرق"),
        ("thepaper", "zh", "澎湃新闻"),
        ("bfmtv", "fr", "BFMTV"),
    ],
)
def test_a_publisher_is_known_by_the_name_that_its_readers_use(
    catalogue: Catalogue, slug: str, language: str, name: str
) -> None:
    assert name in catalogue.publishers[slug].cited_as[language]


@pytest.mark.parametrize("country", ["IR", "SY", "RU", "US", "IL", "SA", "AE", "QA", "TR", "IQ", "LB"])
def test_each_side_of_the_sample_articles_conflict_has_several_outlets(catalogue: Catalogue, country: str) -> None:
    assert len(catalogue.select(country=country)) >= 4
    assert len({outlet.publisher for outlet in catalogue.select(country=country)}) >= 3


@pytest.mark.parametrize(
    ("slug", "name"), [("time", "Time"), ("thehill", "The Hill"), ("izvestia", "Известия"), ("aljazeera", "الجزيرة")]
)
def test_names_that_are_ordinary_words_are_marked(catalogue: Catalogue, slug: str, name: str) -> None:
    assert name in catalogue.publishers[slug].ordinary_names
    assert "CNN" not in catalogue.publishers["cnn"].ordinary_names


def test_a_name_that_two_publishers_share_is_marked_in_both(catalogue: Catalogue) -> None:
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for publisher in catalogue.publishers.values():
        for language, names in publisher.cited_as.items():
            for name in names:
                holders[language, name.casefold()].add(publisher.slug)
    for (language, name), slugs in holders.items():
        for slug in slugs if len(slugs) > 1 else ():
            publisher = catalogue.publishers[slug]
            ordinary = {
                word.casefold()
                for word in publisher.ordinary_names
                if language in publisher.ordinary_in.get(word, {language})
            }
            assert name in ordinary, f"{slug}: {name} is shared with {slugs - {slug}}"


def test_every_publisher_with_several_editions_has_a_name_of_its_own(catalogue: Catalogue) -> None:
    for publisher in catalogue.publishers.values():
        named = [slug for slug in publisher.outlets if catalogue.outlets[slug].publisher_name]
        assert len(named) == 1 or len(publisher.outlets) == 1, publisher.slug
        assert publisher.cited_as, publisher.slug


def test_no_two_publishers_have_one_name_in_one_country(catalogue: Catalogue) -> None:
    names = [(publisher.name.casefold(), publisher.country) for publisher in catalogue.publishers.values()]
    assert len(names) == len(set(names))


def test_countries_are_those_that_unicode_knows() -> None:
    known = set(Locale("en").territories)
    assert known >= COUNTRIES
    assert len(COUNTRIES - {"XK", "ZZ"}) == 249


def test_every_language_is_one_that_unicode_knows(catalogue: Catalogue) -> None:
    known = set(Locale("en").languages)
    codes = {code for outlet in catalogue.outlets.values() for code in (*outlet.languages, *outlet.cited_as)}
    assert {code.split("-")[0] for code in codes} <= known | {"cnr"}  # Montenegrin: in ISO 639-3, not in CLDR yet


def test_every_address_is_whole_and_said_once(catalogue: Catalogue) -> None:
    for outlet in catalogue.outlets.values():
        addresses = [address for _, address in outlet.entry_points]
        assert len(addresses) == len(set(addresses)), outlet.slug
        for address in (outlet.homepage, *addresses):
            parts = urlsplit(address)
            assert parts.scheme in ("http", "https"), address
            assert "." in (parts.hostname or ""), address
            assert not parts.fragment, address


def test_an_homepage_belongs_to_one_outlet(catalogue: Catalogue) -> None:
    homepages = [outlet.homepage for outlet in catalogue.outlets.values()]
    assert len(homepages) == len(set(homepages))


def test_time_zones_are_places_not_offsets(catalogue: Catalogue) -> None:
    zones = {outlet.timezone for outlet in catalogue.outlets.values() if outlet.timezone}
    for zone in zones:
        assert "/" in ZoneInfo(zone).key
        assert not zone.startswith("Etc/")
    assert sum(outlet.timezone is None for outlet in catalogue.outlets.values()) < 40


def test_every_file_is_written_as_the_writer_would_write_it() -> None:
    for path in sorted(PACKAGED.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert to_yaml(parse_outlet(text.encode(), path)) == text, path.name


def test_it_is_read_in_well_under_a_second() -> None:
    assert least_cpu(load_catalogue, 1) < 1


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.bbc.com/persian/articles/c0", "bbc-persian"),
        ("https://www.bbc.co.uk/news/world-1", "bbc-en"),
        ("https://edition.cnn.com/2018/05/17/putin-assad", "cnn-en"),
        ("https://arabic.cnn.com/middle-east/article", "cnn-ar"),
        ("https://en.irna.ir/news/1", "irna-en"),
        ("https://www.irna.ir/news/1", "irna-fa"),
        ("https://english.alarabiya.net/News/1", "alarabiya-en"),
        ("https://financialtribune.com/articles/1", "financialtribune-en"),
        ("https://www.dw.com/fa-ir/a-1", "dw-per"),
    ],
)
def test_addresses_are_told_apart_by_edition(catalogue: Catalogue, url: str, slug: str) -> None:
    found = catalogue.by_url(url)
    assert found is not None
    assert found.slug == slug
