"""Headlines that the detector was not made on: fifty-three languages, ten each, written for these tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.language import detect
from monitor.language.tags import parts

ONE = {"nb": "no", "nn": "no"}


def headlines() -> list[tuple[str, str]]:
    """(language, headline) of each line."""
    rows: list[tuple[str, str]] = []
    code = ""
    for line in (Path(__file__).parent / "headlines.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]")
        elif line and not line.startswith("#"):
            rows.append((code, line))
    return rows


def primary(tag: str) -> str:
    code = parts(tag).language
    return ONE.get(code, code)


def right(change: Callable[[str], str] = str, *, with_prior: bool = False) -> float:
    rows = headlines()
    told = [detect(change(text), prior=[code] if with_prior else None)[0] for code, text in rows]
    return sum(primary(one) == primary(code) for one, (code, _) in zip(told, rows, strict=True)) / len(rows)


def test_headlines_are_told_alone_and_with_what_the_outlet_declares() -> None:
    assert len({code for code, _ in headlines()}) >= 50
    assert right() >= 0.95
    assert right(with_prior=True) >= 0.99


@pytest.mark.parametrize(
    "change", [str.upper, "{} 12:30 – 2024".format, "“{}”".format, "#LIVE | {} https://a.example/x".format]
)
def test_capitals_numbers_marks_and_addresses_change_little(change: Callable[[str], str]) -> None:
    assert right(change) >= 0.93


def test_no_language_is_lost() -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for code, text in headlines():
        found[code].append(primary(detect(text)[0]) == primary(code))
    assert {code: sum(hits) for code, hits in found.items() if sum(hits) < 6} == {}


@pytest.mark.parametrize(
    "code", ["nb", "nn", "sr-Latn", "sr-Cyrl", "zh-Hans", "zh-Hant", "fa", "ar", "ur", "ps", "zu", "xh"]
)
def test_close_languages_are_told_apart_by_a_few_headlines_together(code: str) -> None:
    text = ". ".join(text for language, text in headlines() if language == code)
    assert detect(text)[0] == code


@pytest.mark.parametrize("text", ["Emmanuel Macron", "Angela Merkel, Xi Jinping", "BBC CNN NHK", "iPhone 16", "2024"])
def test_names_alone_do_not_make_a_sure_answer_or_follow_the_outlet(text: str) -> None:
    alone, sure = detect(text)
    assert sure < 0.9 or alone == "und"
    assert detect(text, prior=["sv"])[0] in ("sv", "und")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Президент Macron встретился с главой Microsoft в Париже", "ru"),
        ("تويتر Twitter تطلق خدمة جديدة في مصر", "ar"),
        ("삼성전자 Galaxy S24 Ultra 공개", "ko"),
        ("トヨタ、新型 Prius を世界初公開", "ja"),
        ("Η Apple παρουσίασε το νέο iPhone 16 Pro", "el"),
    ],
)
def test_names_in_another_script(text: str, code: str) -> None:
    assert detect(text)[0] == code
