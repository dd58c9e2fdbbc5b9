"""Which outlets an article may cite."""

from __future__ import annotations

from monitor.outlets import Catalogue, citable, load_catalogue
from tests.outlets.test_catalogue import outlet

PACKAGED = load_catalogue()


def test_the_packaged_outlets_stand_beside_those_of_an_own_catalogue() -> None:
    own = Catalogue([outlet("meridian", "https://meridian.example/")])
    known = citable(own)
    assert set(known.outlets) == {"meridian", *PACKAGED.outlets}
    assert known.outlets["meridian"] is own.outlets["meridian"]
    assert citable(own) is known, "made once"


def test_the_packaged_catalogue_needs_nothing_beside_it() -> None:
    assert citable(PACKAGED) is PACKAGED


def test_an_own_file_stands_for_the_packaged_one_of_its_name_or_address() -> None:
    home = PACKAGED.outlets["irna-fa"].homepage
    own = Catalogue([outlet("irna-en", "https://irna-en.example/"), outlet("our-irna", home, publisher="irna")])
    known = citable(own)
    assert known.outlets["irna-en"].homepage == "https://irna-en.example/"
    assert "irna-fa" not in known.outlets
    assert known.by_url(home) is own.outlets["our-irna"]


def test_a_publisher_goes_by_the_own_catalogues_name_and_keeps_its_other_names() -> None:
    own = Catalogue([outlet("irna-ru", "https://irna-ru.example/", publisher="irna", publisher_name="Iran's agency")])
    known = citable(own).publishers["irna"]
    assert known.name == "Iran's agency"
    assert known.cited_as["fa"] == PACKAGED.publishers["irna"].cited_as["fa"]
    assert known.outlets == ("irna-ar", "irna-en", "irna-fa", "irna-ru")
