from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.text.fingerprints import LENGTH, bands, containment, content_hash, minhash, near_copy, similarity

QUOTE = (
    "We will stay as long as the people of this valley need us, and nobody, however loud, will drive us out of a"
    " country that has asked for our help and that we have promised not to leave alone again."
)


def story(seed: int, sentences: int = 25) -> str:
    """A text of invented words, so that no two seeds share more than chance has them share."""
    rng = random.Random(seed)
    syllables = ["ba", "do", "ki", "lu", "me", "nor", "pat", "ri", "sen", "tol", "vu", "zar"]
    words = ["".join(rng.choices(syllables, k=rng.randint(1, 3))) for _ in range(400)]
    return " ".join(" ".join(rng.choices(words, k=14)).capitalize() + "." for _ in range(sentences))


@pytest.mark.parametrize(
    "edit",
    [
        lambda body: "A fresh first paragraph from the desk, which says what is new today.\n" + body,
        lambda body: body[: len(body) // 2],
        lambda body: body.replace(". ", ".\n\n").upper(),
        lambda body: body + "\nReporting by A. B.; editing by C. D.",
        lambda body: body.replace("a", "a", 1).replace('"', "“"),
    ],
    ids=["new lead", "cut in half", "house style", "credits", "quotation marks"],
)
def test_an_edited_text_is_a_near_copy(edit: object) -> None:
    assert callable(edit)
    for seed in range(10):
        body = story(seed)
        mine, theirs = minhash(body, "en"), minhash(edit(body), "en")
        assert near_copy(mine, theirs)
        assert set(bands(mine)) & set(bands(theirs))


def test_a_shared_quotation_makes_no_copy() -> None:
    for seed in range(20):
        one, other = story(seed) + f" “{QUOTE}”", f"“{QUOTE}” " + story(seed + 1000)
        assert not near_copy(minhash(one, "en"), minhash(other, "en"))


def test_estimates_come_near_the_truth() -> None:
    body = story(3, 40)
    half = body[: len(body) // 2]
    assert similarity(minhash(body, "en"), minhash(half, "en")) == pytest.approx(0.5, abs=0.13)
    assert containment(minhash(body, "en"), minhash(half, "en")) == pytest.approx(1.0, abs=0.2)


@pytest.mark.parametrize(
    "text", ["习近平会见普京并讨论两国关系与地区安全问题以及能源合作", "นายกรัฐมนตรีกล่าวว่ารัฐบาลจะไม่ขึ้นภาษีในปีนี้"]
)
def test_scripts_without_spaces(text: str) -> None:
    code = "zh-Hans" if text[0] == "习" else "th"
    assert similarity(minhash(text, code), minhash(text + "。", code)) == 1.0
    assert similarity(minhash(text, code), minhash(text[::-1], code)) < 0.2


def test_texts_without_words_are_like_nothing() -> None:
    nothing = minhash("—", "en")
    assert (len(nothing), bands(nothing), similarity(nothing, nothing)) == (LENGTH, [], 0.0)
    assert not near_copy(nothing, nothing)
    with pytest.raises(ValueError, match="bytes"):
        similarity(nothing, b"")


BODY = "The dam broke at 5 a.m. and 12 people died.\nRescuers are on their way."


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("\n", "\n\n  "),
        BODY + "\n1,204 views",
        "12 comments\n" + BODY + "\nUpdated 5 minutes ago",
        BODY.replace("The dam", "the  dam\u200b").replace(".", " ."),
        BODY + "\n3 min read",
        "۵ دقیقه پیش\n" + BODY,
    ],
)
def test_trivial_changes_keep_the_hash(body: str) -> None:
    assert content_hash("Dam breaks", body) == content_hash("Dam breaks", BODY)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Dam breaks", BODY.replace("12", "15")),
        ("Dam broke", BODY),
        ("Dam breaks", BODY + "\nThe mayor resigned."),
        ("Dam breaks The", BODY.removeprefix("The ")),
    ],
)
def test_real_changes_change_the_hash(headline: str, body: str) -> None:
    assert content_hash(headline, body) != content_hash("Dam breaks", BODY)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(one: str, other: str) -> None:
    mine, theirs = minhash(one, "en"), minhash(other, "ja")
    assert len(mine) == LENGTH
    assert 0.0 <= similarity(mine, theirs) <= 1.0
    assert similarity(mine, theirs) == similarity(theirs, mine)
    assert len(content_hash(one, other)) == 32
