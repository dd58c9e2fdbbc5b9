from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from monitor.yaml12 import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_VALUES,
    NotYamlError,
    _Placed,
    _RefusedError,
    _Values,
    read_yaml,
    scalar,
)

SCALARS: list[tuple[str, object]] = [
    ("NO", "NO"),
    ("no", "no"),
    ("yes", "yes"),
    ("Yes", "Yes"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("012", 12),
    ("0o17", 15),
    ("0x1F", 31),
    ("0b11", "0b11"),
    ("1_000", "1_000"),
    ("12:30:45", "12:30:45"),
    ("2018-05-22", "2018-05-22"),
    ("true", True),
    ("False", False),
    ("tRUE", "tRUE"),
    ("null", None),
    ("~", None),
    ("", None),
    ("-7", -7),
    ("+1.5", 1.5),
    (".5", 0.5),
    ("1e3", 1000.0),
    ("-.inf", -math.inf),
    ("=", "="),
    ("<<", "<<"),
    ("۱۲", "۱۲"),
]


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_plain_scalars_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)
    if text not in ("<<", "="):
        assert read_yaml(f"key: {text}\n".encode()).value == {"key": value}


def test_nan_is_a_number() -> None:
    found = scalar(".nan")
    assert isinstance(found, float)
    assert math.isnan(found)


def test_a_number_of_many_digits_is_taken_for_text_not_for_minutes_of_work() -> None:
    assert scalar("9" * 100_000) == "9" * 100_000


def test_quoted_scalars_are_strings() -> None:
    assert read_yaml(b"[\"012\", 'true', \"null\", '']").value == ["012", "true", "null", ""]


def test_merge_keys_are_ordinary_keys() -> None:
    assert read_yaml(b"<<: {a: 1}\nb: 2").value == {"<<": {"a": 1}, "b": 2}


def test_lines_are_known_for_every_key_and_item() -> None:
    document = read_yaml(b"# names\na: 1\nb:\n  - x\n  - y: 2\n")
    assert [document.line(key) for key in (("a",), ("b",), ("b", 0), ("b", 1), ("b", 1, "y"))] == [2, 3, 4, 5, 5]
    assert document.line(("b", 7, "gone")) == 3
    assert document.line(("gone",)) == 2


@pytest.mark.parametrize(
    ("data", "line", "key", "expected"),
    [
        (b"a: 1\nb: 2\na: 3", 3, "a", "each key once"),
        (b"a: {b: 1, b: 2}", 1, "a.b", "each key once"),
        (b"a: &x 1\nb: *x", 1, "a", "no anchors and aliases"),
        (b"a: 1\nb: *x", 2, "b", "no anchors and aliases"),
        (b"a:\n  - !!python/object:os.system x", 2, "a[0]", "no tags"),
        (b"a: !!str 1", 1, "a", "no tags"),
        (b"a: 1\n---\nb: 2", 2, "", "one document"),
        (b"a: 1\n b: 2", 2, "", "YAML 1.2"),
        (b"a: [1, 2", 1, "", "YAML 1.2"),
        (b"a: 'open", 1, "", "YAML 1.2"),
        (b"\ta: 1", 1, "", "YAML 1.2"),
        (b"? [a, b]\n: 1", 1, "", "a plain word as key"),
        (b"a: 1\nb: \x00", 2, "", "a NUL byte"),
        (b"a: 1\nb: \xe9", 2, "", "UTF-8, found byte 0xe9"),
        (b"a: \x07", 1, "", "YAML 1.2"),
        (b"\xff\xfea\x00:\x00 \x001\x00", 1, "", "UTF-8"),
        (b"a: " + b"[" * 20 + b"]" * 20, 1, "a" + "[0]" * MAX_DEPTH, f"at most {MAX_DEPTH} levels"),
        (b"a: " + b"[" * 100_000, 1, "a" + "[0]" * MAX_DEPTH, f"at most {MAX_DEPTH} levels"),
        (b"a: [" + b"1," * (MAX_VALUES + 1) + b"]", 1, f"a[{MAX_VALUES - 2}]", f"at most {MAX_VALUES} values"),
        (b"#" * (MAX_BYTES + 1), 1, "", f"at most {MAX_BYTES} bytes"),
    ],
)
def test_what_is_refused_is_refused_with_its_line(data: bytes, line: int, key: str, expected: str) -> None:
    with pytest.raises(NotYamlError) as caught:
        read_yaml(data)
    assert (caught.value.line, caught.value.key) == (line, key)
    assert expected in caught.value.expected
    assert "\n" not in str(caught.value)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(NotYamlError, match="line 1: a0: expected no anchors"):
        read_yaml("\n".join(lines).encode())


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a comment\n", b"---\n", b"\xef\xbb\xbf"])
def test_nothing_is_null(data: bytes) -> None:
    assert read_yaml(data).value is None


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert read_yaml("\ufeffname: Irna".encode()).value == {"name": "Irna"}


@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>'\"%@#\n \t0123", max_size=80).map(str.encode))
def test_any_bytes_give_a_value_or_one_typed_error(data: bytes) -> None:
    try:
        read_yaml(data)
    except NotYamlError as problem:
        lines = problem.line
    else:
        lines = 1
    assert lines >= 1


@given(st.text(alphabet="ab:-[]{},&*!|>'\"%@#~?\n \t0123", max_size=80))
def test_the_quick_reader_takes_what_the_explaining_one_takes(text: str) -> None:
    def read(reader: Callable[[], object]) -> object:
        try:
            return repr(reader())
        except (_RefusedError, NotYamlError, yaml.YAMLError):
            return NotYamlError

    quick, placed = _Values(text), _Placed(iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
    assert read(quick.read) == read(lambda: placed.read()[0])
