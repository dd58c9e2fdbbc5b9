from __future__ import annotations

import pytest

from monitor.comparison.numbers import quantity_of
from monitor.text.numbers import figures

CASES = [
    (
        "en",
        "The four survivors were found on Monday; 96 people were killed when the Boeing 737 crashed.",
        [(4, "survived"), (96, "killed")],
    ),
    ("en", "Four survivors of the crash that killed 96 were flown home.", [(4, "survived"), (96, "killed")]),
    ("en", "At least 12 people were killed and 30 injured.", [(12, "killed"), (30, "injured")]),
    (
        "en",
        "The quake killed 12, injured 30 and left 4,000 homeless.",
        [(12, "killed"), (30, "injured"), (4000, "displaced")],
    ),
    ("en", "Between 10 and 12 people died.", [(10, "killed"), (12, "killed")]),
    ("en", "Killed in the raid were 12 people, or 4% of them.", [(12, "killed"), (4, "")]),
    ("en", "Two-thirds of the dead were fishermen.", [(2, "")]),
    ("de", "Vier Überlebende wurden gefunden, 96 Menschen kamen ums Leben.", [(4, "survived"), (96, "killed")]),
    ("ru", "Погибли 12 человек, 30 ранены, 5 задержаны.", [(12, "killed"), (30, "injured"), (5, "arrested")]),
    ("fa", "۱۲ نفر کشته و ۳۰ نفر زخمی شدند.", [(12, "killed"), (30, "injured")]),
    ("zh-Hans", "地震造成12人死亡，30人受伤。", [(12, "killed"), (30, "injured")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_word_speaks_for_the_nearest_figure(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert [(each.value, quantity_of(each, language)) for each in figures(text, language)] == expected
