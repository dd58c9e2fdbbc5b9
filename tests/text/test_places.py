from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.places import places

SOCHI, DAMASCUS, TEHRAN, MOSCOW, NEW_YORK = (
    f"geonames:{number}" for number in (491422, 170654, 112931, 524901, 5128581)
)
CASES = [
    ("en", "The Russian president met Syria’s leader in Sochi.", ["RU", "SY", SOCHI]),
    ("en", "From New York to Tehran, the U.S. said.", [NEW_YORK, TEHRAN, "US"]),
    ("en", "Vladimir Putin spoke of nice words and reading.", []),
    ("en", "Turkish troops, IRNA said", ["TR"]),
    ("de", "russische Soldaten und die türkische Regierung", ["RU", "TR"]),
    ("fr", "des soldats russes", ["RU"]),
    ("en", "South Korea and North Korea", ["KR", "KP"]),
    ("ru", "Путин встретился с Асадом в Сочи, потом в Дамаске и Москве.", [SOCHI, DAMASCUS, MOSCOW]),
    ("ru", "иранский министр прибыл из США", ["IR", "US"]),
    ("de", "Der iranische Präsident flog aus Syrien in die USA nach Teheran.", ["IR", "SY", "US", TEHRAN]),
    ("fr", "Le ministre iranien à Téhéran", ["IR", TEHRAN]),
    ("es", "El ministro iraní llegó a Moscú desde EE.UU.", ["IR", MOSCOW, "US"]),
    ("tr", "Rusya ve İran, Tahran’da", ["RU", "IR", TEHRAN]),
    ("fa", "رئیس جمهور روسیه با همتای سوری دیدار کرد؛ تهران و مسکو", ["RU", "SY", TEHRAN, MOSCOW]),
    ("ar", "التقى الرئيس الروسي في دمشق وزير السعودية وإيران", ["RU", DAMASCUS, "SA", "IR"]),
    ("he", 'נשיא רוסיה בדמשק, ארה"ב, איראני', ["RU", DAMASCUS, "US", "IR"]),
    ("zh-Hans", "俄罗斯总统在索契会见叙利亚总统，伊朗，美国", ["RU", SOCHI, "SY", "IR", "US"]),
    ("ja", "ロシアのソチでシリアの大統領と会談。テヘラン", ["RU", SOCHI, "SY", TEHRAN]),
    ("ko", "러시아 소치에서 시리아 대통령", ["RU", SOCHI, "SY"]),
    ("hi", "रूस के राष्ट्रपति ने ईरान", ["RU", "IR"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_finds_places(language: str, text: str, expected: list[str]) -> None:
    found = places(text, language)
    assert [place for place in expected if place not in found] == [], found
    assert len(found) <= len(expected) + 1


@given(st.text(max_size=200), st.sampled_from(["en", "ja", "zh-Hans", "fa", "und", "th", "sr-Latn"]))
def test_any_text(text: str, language: str) -> None:
    assert all(len(place) == 2 or place.startswith("geonames:") for place in places(text, language))
