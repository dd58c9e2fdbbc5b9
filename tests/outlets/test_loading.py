from __future__ import annotations

import os
from pathlib import Path

import pytest

from monitor.model import MonitorError
from monitor.outlets import CatalogueError, load_catalogue, parse_outlet
from tests.timing import least_cpu

GOOD = """\
name: Example
languages: [en]
country: NO
homepage: https://example.org/
feeds:
  - https://example.org/feed
"""


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def more(text: str) -> str:
    return GOOD + text + "\n"


URLS = "a list of http:// or https:// addresses without credentials"
CSS = "a CSS selector or a list of them"
CITED = "a mapping of BCP 47 code to a list of names"

ERRORS: list[tuple[str, int, str, str]] = [
    (changed("name: Example\n", ""), 1, "name", "a name of 1 to 200 characters"),
    (changed("Example", "''"), 1, "name", "a name of 1 to 200 characters, found ''"),
    (changed("Example", "12"), 1, "name", "found 12"),
    (changed("Example", '"a\\nb"'), 1, "name", "a name of 1 to 200 characters"),
    (changed("Example", "x" * 201), 1, "name", "a name of 1 to 200 characters"),
    (changed("[en]", "[]"), 2, "languages", "a list of one or more BCP 47 codes"),
    (changed("[en]", "[english]"), 2, "languages[0]", "BCP 47 codes such as fa, zh-Hans or pt-BR, found 'english'"),
    (changed("[en]", "[en, EN]"), 2, "languages[1]", "found 'EN'"),
    (changed("[en]", "en"), 2, "languages", "a list of one or more BCP 47 codes"),
    (changed("[en]", "[no, false]"), 2, "languages[1]", "found False"),
    (changed("country: NO", "country: XX"), 3, "country", "an ISO 3166-1 alpha-2 code such as IR, or ZZ"),
    (changed("country: NO", "country: no"), 3, "country", "found 'no'"),
    (changed("country: NO", "country:"), 3, "country", "found nothing"),
    (changed("country: NO\n", ""), 1, "country", "an ISO 3166-1 alpha-2 code"),
    (changed("https://example.org/\n", "example.org\n"), 4, "homepage", "an http:// or https:// address"),
    (changed("- https://example.org/feed", "- ftp://example.org/feed"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", "- https://me:secret@example.org/"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", "- https://example.org:99999/"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", "- https:///feed"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", "- https://example.org/a b"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", "- javascript:alert(1)"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", "- https://[::1/"), 6, "feeds[0]", URLS),
    (changed("- https://example.org/feed", f"- https://example.org/{'x' * 2048}"), 6, "feeds[0]", URLS),
    (changed("  - https://example.org/feed", "  a: https://example.org/feed"), 5, "feeds", URLS),
    (changed("feeds:\n  - https://example.org/feed\n", ""), 1, "crawl", "at least one address in feeds"),
    (more("feed: [https://example.org/x]"), 7, "feed", "feeds, perhaps: there is no such key"),
    (more("zzz: 1"), 7, "zzz", "one of name, publisher,"),
    (more("slug: example"), 7, "slug", "no such key: the file's name is the slug"),
    (more("publisher: The BBC"), 7, "publisher", "a publisher's short name"),
    (more("timezone: Asia/Teheran"), 7, "timezone", "a name of the IANA time zone database such as Asia/Tehran"),
    (more("timezone: ../../etc/passwd"), 7, "timezone", "a name of the IANA time zone database"),
    (more("timezone: Asia"), 7, "timezone", "a name of the IANA time zone database"),
    (more("interval: soon"), 7, "interval", "a span from 1m to 30d such as 30m"),
    (more("interval: 10s"), 7, "interval", "a span from 1m to 30d"),
    (more("interval: 99d"), 7, "interval", "a span from 1m to 30d"),
    (more("interval: 0"), 7, "interval", "a span from 1m to 30d"),
    (more("delay: -1"), 7, "delay", "seconds between two requests, from 0 to 3600, found -1"),
    (more("delay: .nan"), 7, "delay", "seconds between two requests"),
    (more("delay: true"), 7, "delay", "seconds between two requests"),
    (more("concurrency: 0"), 7, "concurrency", "a whole number of requests at once, from 1 to 32"),
    (more("concurrency: 1.5"), 7, "concurrency", "a whole number of requests at once"),
    (more("crawl: yes"), 7, "crawl", "true or false, found 'yes'"),
    (more("tags: [News Agency]"), 7, "tags[0]", "a list of tags"),
    (more("hosts: [https://example.net/]"), 7, "hosts[0]", "a list of hosts such as example.org"),
    (more("cited_as: [Example]"), 7, "cited_as", CITED),
    (more("cited_as:\n  en: Example"), 8, "cited_as.en", CITED),
    (more("cited_as:\n  en: []"), 8, "cited_as.en", CITED),
    (more("cited_as:\n  english: [Example]"), 8, "cited_as.english", CITED),
    (more("cited_as:\n  en: [Example, 5]"), 8, "cited_as.en[1]", CITED),
    (more("ordinary_names: [Time]"), 7, "ordinary_names", "names that cited_as holds, found 'Time'"),
    (
        more("cited_as:\n  en: [Time]\nordinary_names: [{Times: [en]}]"),
        9,
        "ordinary_names",
        "names that cited_as holds, found 'Times'",
    ),
    (
        more("cited_as:\n  en: [Time]\nordinary_names: [{Time: [de]}]"),
        9,
        "ordinary_names",
        "languages in which cited_as holds 'Time', found 'de'",
    ),
    (more("cited_as:\n  en: [Time]\nordinary_names:\n  - Time: []"), 10, "ordinary_names[0].Time", "{Time: [en]}"),
    (more("cited_as:\n  en: [Time]\nordinary_names:\n  - Time: en"), 10, "ordinary_names[0].Time", "{Time: [en]}"),
    (more("cited_as:\n  en: [Time]\nordinary_names: [{}]"), 9, "ordinary_names[0]", "{Time: [en]}"),
    (more("cited_as:\n  en: [Time]\nordinary_names: [5]"), 9, "ordinary_names[0]", "{Time: [en]}, found 5"),
    (more("selectors:\n  headlin: h1"), 8, "selectors.headlin", "headline, perhaps"),
    (more("selectors:\n  body: 'div['"), 8, "selectors.body[0]", CSS),
    (more("selectors:\n  drop:\n    - .ad\n    - '>>'"), 10, "selectors.drop[1]", CSS),
    (more("selectors: div"), 7, "selectors", "a mapping of field to CSS selectors"),
    (more("article_urls: '(['"), 7, "article_urls[0]", "a regular expression that compiles"),
    (more(f"not_article_urls: ['{'x' * 301}']"), 7, "not_article_urls[0]", "of at most 300 characters"),
    (more("expect:\n  with_date: 90"), 8, "expect.with_date", "a share from 0 to 1, found 90"),
    (more("expect:\n  with_dates: 0.9"), 8, "expect.with_dates", "with_date, perhaps"),
    (more("expect:\n  articles_per_day: -1"), 8, "expect.articles_per_day", "a number of articles"),
    (more("extraction: Some Code"), 7, "extraction", "the name of an override"),
    (more("name: Twice"), 7, "name", "each key once"),
    (more("tags: &a [x]"), 7, "tags", "no anchors and aliases"),
    ("", 1, "", "a mapping with name, languages, country, homepage and an entry point"),
    ("- name: Example\n", 1, "", "a mapping with name"),
    ("just words\n", 1, "", "a mapping with name"),
    ("name: [\n", 2, "", "YAML 1.2"),
]


@pytest.mark.parametrize(("text", "line", "key", "expected"), ERRORS)
def test_a_wrong_file_is_refused_with_its_path_line_key_and_what_was_expected(
    tmp_path: Path, text: str, line: int, key: str, expected: str
) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    error = caught.value
    assert (error.path, error.line, error.key) == (path, line, key)
    assert expected in error.expected
    assert str(error).startswith(f"{path}:{line}: {key}")
    assert "\n" not in str(error)
    assert len(error.problems) == 1
    assert isinstance(error, MonitorError)
    assert error.exit_code == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"name: \x00", "a NUL byte"), (b"name: \xc3\x28", "UTF-8"), (b"a" * 300_000, "at most")],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "example.yaml").write_bytes(data)
    with pytest.raises(CatalogueError, match=expected):
        load_catalogue(tmp_path)


def test_the_good_file_is_taken_and_no_is_norway(tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(GOOD, encoding="utf-8")
    outlet = load_catalogue(tmp_path).outlets["example"]
    assert (outlet.country, outlet.languages, outlet.publisher) == ("NO", ("en",), "example")
    assert outlet.interval.total_seconds() == 1800
    assert outlet.crawl


def test_all_wrong_files_and_all_their_wrong_keys_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(changed("NO", "XX").replace("[en]", "[1]"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "c.yml").write_text("name: [", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    found = [(problem.path.name, problem.line, problem.key) for problem in caught.value.problems]
    assert found == [("a.yaml", 2, "languages[0]"), ("a.yaml", 3, "country"), ("c.yml", 1, "")]
    assert "(and 2 more)" in str(caught.value)
    assert len(caught.value.report().splitlines()) == 3


def test_a_report_of_very_many_problems_says_how_many_it_leaves_out(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"o{number}.yaml").write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    assert caught.value.report().splitlines()[-1] == "… and 10 more"


def test_two_files_for_one_outlet_are_refused(tmp_path: Path) -> None:
    (tmp_path / "same.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "same.yml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(CatalogueError, match="one file for same"):
        load_catalogue(tmp_path)


def test_two_names_for_one_publisher_are_refused(tmp_path: Path) -> None:
    for slug, name in (("a", "One"), ("b", "Another")):
        (tmp_path / f"{slug}.yaml").write_text(more(f"publisher: p\npublisher_name: {name}"), encoding="utf-8")
    with pytest.raises(CatalogueError, match="'One' as in a, found 'Another'"):
        load_catalogue(tmp_path)


@pytest.mark.parametrize("name", ["Upper.yaml", "two--hyphens.yaml", "ünïcode.yaml", f"{'x' * 101}.yaml", "a b.yaml"])
def test_a_file_name_that_is_no_slug_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(CatalogueError, match="a file's name of small Latin letters") as caught:
        load_catalogue(tmp_path)
    assert caught.value.line == 0


def test_hidden_files_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / ".example.yaml").write_text("[", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Outlets", encoding="utf-8")
    assert list(load_catalogue(tmp_path).outlets) == ["example"]


def test_a_folder_that_is_none_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="1 to 20000 files called"):
        load_catalogue(tmp_path)
    with pytest.raises(CatalogueError, match="No such file or directory"):
        load_catalogue(tmp_path / "gone")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CatalogueError, match="Not a directory"):
        load_catalogue(tmp_path / "file")


def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(tmp_path)
    assert ["a file that can be read" in problem.expected for problem in caught.value.problems] == [True, True]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(CatalogueError, match="a file that can be read"):
        load_catalogue(tmp_path)


def test_parse_outlet_takes_bytes() -> None:
    assert parse_outlet(GOOD.encode(), Path("anywhere/example-en.yaml")).slug == "example-en"
    with pytest.raises(CatalogueError):
        parse_outlet(b"", Path("example.yaml"))


def test_seven_hundred_minimal_files_are_read_in_under_three_seconds(tmp_path: Path) -> None:
    for number in range(709):
        url = f"http://127.0.0.1:8899/o{number}/"
        text = f"name: \"Outlet {number}\"\nlanguages: ['fa']\ncountry: ZZ\nhomepage: {url}\nsections:\n  - {url}feed\n"
        (tmp_path / f"o{number}.yaml").write_text(text, encoding="utf-8")
    assert len(load_catalogue(tmp_path)) == 709
    assert least_cpu(lambda: load_catalogue(tmp_path), 3) < 3
