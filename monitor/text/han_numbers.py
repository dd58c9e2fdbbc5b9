"""Numbers in Chinese characters, alone or after digits (十二万, 1亿2000万), and Korean ones (1조 3천억)."""

from __future__ import annotations

import regex

from monitor.text.letters import ascii_digits

_KOREAN = "십백천만억조"
_DIGITS = ["〇零", "一壹", "二两兩贰", "三叁", "四", "五", "六", "七", "八", "九"]
_ONES = {one: at for at, group in enumerate(_DIGITS) for one in group}
_TENS = {"十": 10.0, "百": 100.0, "千": 1000.0, "십": 10.0, "백": 100.0, "천": 1000.0}
_GROUPS = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "만": 1e4, "억": 1e8, "조": 1e12}
_APPROXIMATE = str.maketrans("・", ".", " 余餘多")  # 7600余万
_HAN = "".join(one for one in [*_ONES, *_TENS, *_GROUPS] if one not in _KOREAN)

# A single character counts only where something countable follows, because 一 and 万 also begin many other words.
_COUNTERS = (
    "人名死伤傷岁歳个個件台辆輛架艘枚發発棟处處所家次位票项項村级級兒儿童成年月日周週天時时分秒元円%％米公吨噸斤倍"
)
_BIG = "".join(one for one in [*_TENS, *_GROUPS] if one not in _KOREAN)
HAN_NUMBER = regex.compile(
    rf"(?<![A-Za-z][-‐]?)(?<!\p{{Nd}}[.,]?)\p{{Nd}}+(?:[,，]\p{{Nd}}{{3}})*(?:[.・]\p{{Nd}}+)?(?:[余餘多]?[{_BIG}]+\p{{Nd}}*)*"
    rf"|(?<![数數几幾])[{_HAN}]{{2,12}}+(?=\p{{Han}}|[%％])|[二两兩三四五六七八九十](?=(?:[至到][二三四五六七八九十])?[{_COUNTERS}])|(?<=百分之)[{_HAN}]+"
)

KOREAN_NUMBER = regex.compile(
    rf"(?<!\p{{Nd}}[.,]?)\p{{Nd}}+(?:,\p{{Nd}}{{3}})*(?:\.\p{{Nd}}+)?"
    rf"(?:[{_KOREAN}]+(?: ?\p{{Nd}}+(?:,\p{{Nd}}{{3}})*(?:\.\p{{Nd}}+)?)?)*"
)


def han_value(written: str) -> float | None:
    """The value of a run of digits and number characters; None for what is none, such as 万一."""
    total = section = number = 0.0
    digits = ""
    pending = False
    for one in ascii_digits(written).replace(",", "").replace("，", "").translate(_APPROXIMATE):
        if one.isdecimal() or one == ".":
            digits += one
            continue
        if digits:
            number, digits, pending = float(digits), "", True
        if one in _ONES:
            number, pending = (number * 10 if pending and number else 0) + _ONES[one], True
        elif one in _TENS:
            section += (number if pending else 1.0) * _TENS[one]
            number, pending = 0.0, False
        else:
            if not pending and not section:
                if not total:
                    return None
                total *= _GROUPS[one]  # 1.2万亿
                continue
            total += (section + number) * _GROUPS[one]
            section = number = 0.0
            pending = False
    if digits:
        number = float(digits) if digits.count(".") < 2 and digits != "." else 0.0
    return total + section + number
