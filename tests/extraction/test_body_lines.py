"""Which lines and parts of a page are its article's text: as systems set paragraphs, and what desks put among them."""

from __future__ import annotations

import pytest

from monitor.extraction import extract
from tests.extraction.texts import ARTICLES

HEADLINE, PARAGRAPHS, _ = ARTICLES["en"]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in [*PARAGRAPHS, *PARAGRAPHS[:2]])
QUOTE = "Nobody loses a stall, and nobody gains one"


def body(inner: str) -> list[str]:
    page = f"<html lang=en><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>{inner}</body></html>"
    return extract(page.encode()).body.split("\n")


@pytest.mark.parametrize(
    "form",
    [
        "<h4>{}</h4>",
        "<div class='text aem-GridColumn'><div class=cmp-text><p>{}</p></div></div>",
        "<div class=cmp-container><div class=cmp-text>{}</div></div>",
    ],
)
def test_paragraphs_as_systems_set_them(form: str) -> None:
    assert body(f"<div class=page>{''.join(form.format(p) for p in PARAGRAPHS)}</div>") == PARAGRAPHS


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (f"<blockquote><p>“{QUOTE}”</p><cite>Edith Rowan</cite></blockquote>", False),
        (f"<aside class=pull-quote>{QUOTE}</aside>", False),
        ("<blockquote><p>A stall is a stall, wherever the council may choose to put it.</p></blockquote>", True),
        ("<blockquote class=instagram-media><p>A post shared by Port of Larkport (@port)</p></blockquote>", False),
        ("<p>View this post on Instagram</p>", False),
        ("<div itemprop=comment><p>At last somebody says what all of us on the quay have thought.</p></div>", False),
        ("<p>Enjoying this story? Subscribe to our weekly letter.</p>", False),
        ("<p>Who pays for it? The council has not said so far.</p>", True),
    ],
)
def test_what_stands_among_the_paragraphs(part: str, *, kept: bool) -> None:
    lines = body(f"<div class=page>{TEXT}{part}<p>{PARAGRAPHS[2]}</p></div>")
    assert (len(lines) > len(PARAGRAPHS) + 3) is kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Be the first to know: follow our channel on WhatsApp and never stand on a wet quay again.", False),
        ("Dapatkan kabar pelabuhan setiap pagi di ponselmu lewat WhatsApp.", False),
        ("Bądź na bieżąco! Obserwuj nas w Wiadomościach Google.", False),
        ("Vous aimez notre travail ? La Gazette du port vit de vous, faites un don.", False),
        ("The traders follow the argument on WhatsApp, in a group that has 140 members.", True),
    ],
)
def test_what_asks_readers_to_follow_the_desk(line: str, *, kept: bool) -> None:
    assert (line in body(f"<div class=page>{TEXT}<p>{line}</p></div>")) is kept


def test_a_lead_in_a_part_of_its_own() -> None:
    lead = "Traders will judge the plan by its drains."
    lines = body(
        f"<div class=x_single_subtitle><div class=x-inner><p>{lead}</p></div></div><div class=post-content>{TEXT}</div>"
    )
    assert lines[0] != lead  # too short to be told from a label
    longer = f"{lead} The old hall floods on every tide."
    lines = body(
        f"<div class=x_single_subtitle><div class=x-inner><p>{longer}</p></div></div><div class=post-content>{TEXT}</div>"
    )
    assert lines[0] == longer


def test_a_caption_is_no_lead() -> None:
    picture = "<div class=content-photo><figure><figcaption><p class=media__description>The old hall at high tide — Photo: Otto Lind, Herald</p></figcaption></figure></div>"
    assert body(f"<article>{picture}<div class=post-content>{TEXT}</div></article>")[0] == PARAGRAPHS[0]
