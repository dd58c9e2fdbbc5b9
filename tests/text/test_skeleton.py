from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.skeleton import MAX_VARIANTS, same_name, skeleton, skeletons

ROWS = list(csv.DictReader(Path(__file__).with_name("names.csv").read_text(encoding="utf-8").splitlines()))
# Some spellings follow another language's sound (安倍 is Abe in Japanese only), so none but Arabic is required whole.
FLOORS = {
    "cyrillic": 0.98, "arabic": 0.99, "persian": 0.99, "hebrew": 0.97, "chinese": 0.94, "japanese": 0.95, "other": 0.95,
}  # fmt: skip


@pytest.mark.parametrize("script", FLOORS)
def test_names_meet_across_scripts(script: str) -> None:
    assert len(ROWS) >= 150
    missed = [(row["latin"], row[script]) for row in ROWS if not same_name(row["latin"], row[script])]
    assert 1 - len(missed) / len(ROWS) >= FLOORS[script], missed


def test_different_names_rarely_meet() -> None:
    scripts = ["latin", "cyrillic", "arabic", "persian", "hebrew", "chinese"]
    pairs = [(one["latin"], other[script]) for one, other in combinations(ROWS, 2) for script in scripts]
    assert sum(same_name(one, other) for one, other in pairs) / len(pairs) < 0.002


SHAMKHANI = [
    "Shamkhani",
    "Шамхани",
    "شمخانی",
    "شمخاني",
    "沙姆哈尼",
    "Şamhani",
    "שמחאני",
    "シャムハニ",
    "샴하니",
    "शमखानी",
]


@pytest.mark.parametrize("name", SHAMKHANI)
def test_one_name_in_ten_spellings(name: str) -> None:
    assert skeleton(name) == "SMHN"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xi Jinping", "习近平"),
        ("Ali Shamkhani", "阿里·沙姆哈尼"),
        ("Ali Shamkhani", "علی شمخانی"),
        ("Bashar al-Assad", "بشار الأسد"),
        ("Bashar al-Assad", "Башар Асад"),
        ("Vladimir Putin", "Владимир Путин"),
        ("Vladimir Putin", "فلاديمير بوتين"),
        ("Kim Jong-un", "김정은"),
        ("Müller", "Мюллер"),
        ("Tschaikowski", "Чайковский"),
        ("Sergey", "Sergei"),
        ("Mohammed", "محمد"),
    ],
)
def test_whole_names_meet(one: str, other: str) -> None:
    assert same_name(one, other), (skeletons(one), skeletons(other))


@pytest.mark.parametrize(("one", "other"), [("Putin", "Biden"), ("Lavrov", "لافرنتييف"), ("Assad", "Sadr"), ("", "")])
def test_others_do_not(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(st.text(max_size=120))
def test_any_text_has_a_few_skeletons(text: str) -> None:
    found = skeletons(text)
    assert len(found) <= MAX_VARIANTS
    assert all(one.isalpha() and one.isupper() and one.isascii() for one in found)
