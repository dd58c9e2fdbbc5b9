from __future__ import annotations

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from monitor.language import LANGUAGES, direction, language
from monitor.language.tags import parts

TAGS = [
    ("en", "en"), ("EN-us", "en-US"), ("en_US.UTF-8", "en-US"), ("zh_TW", "zh-Hant"), ("zh-hk", "zh-Hant"),
    ("zh-cn", "zh-Hans"), ("zh-SG", "zh-Hans"), ("zh-Hant-TW", "zh-Hant"), ("zh", "zh"), ("cmn-Hans-CN", "zh-Hans"),
    ("iw", "he"), ("in", "id"), ("ji", "yi"), ("no", "no"), ("nb-NO", "nb-NO"), ("pt-br", "pt-BR"), ("sh", "sr-Latn"),
    ("sr-latn-RS", "sr-Latn-RS"), ("eng", "en"), ("fil", "tl"), ("prs-AF", "fa-AF"), ("es-419", "es-419"), ("", "und"),
    ("klingon!!", "und"), ("-", "und"), ("x-default", "und"), ("de-1996", "de"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "tag"), TAGS)
def test_tags_are_read_as_people_write_them(written: str, tag: str) -> None:
    assert parts(written).text == tag


def test_the_table_is_whole() -> None:
    assert len(LANGUAGES) >= 160
    stemmers = set(Stemmer.algorithms())
    for code, row in LANGUAGES.items():
        assert code == row.code
        assert row.name
        assert row.native
        assert len(row.script) == 4
        assert row.stemmer is None or row.stemmer in stemmers
        assert row.news in ("much", "some", "little")


@pytest.mark.parametrize(
    "code", ["ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "sd", "ug", "ar-EG", "az-Arab", "fa_IR"]
)
def test_right_to_left(code: str) -> None:
    assert direction(code) == "rtl"


@pytest.mark.parametrize("code", ["en", "ru", "zh-Hans", "ja", "ku", "az", "hi", "und", "tlh", "nonsense!"])
def test_left_to_right(code: str) -> None:
    assert direction(code) == "ltr"


def test_lookups_fall_back() -> None:
    assert language("pt-BR").stemmer == "portuguese"
    assert language("zh_TW").native == "繁體中文"
    assert not language("ja").spaces
    assert language("ko").spaces
    assert language("sr").stemmer == language("sr-Latn").stemmer == "serbian"
    assert language("qqq").name == "qqq"
    assert language("und").code == "und"


@given(st.text(max_size=60))
def test_any_tag(text: str) -> None:
    assert language(text).code
    assert direction(text) in ("rtl", "ltr")
    assert parts(parts(text).text) == parts(text)
