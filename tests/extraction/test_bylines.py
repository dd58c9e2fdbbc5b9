"""Bylines as desks and blogs write them below a headline, on a page that says nothing else of its author."""

from __future__ import annotations

import pytest

from monitor.extraction import extract
from tests.extraction.texts import ARTICLES

HEADLINE, PARAGRAPHS, _ = ARTICLES["en"]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MAUD = ("Maud Carrow",)

LINES = [
    ("de", '<p>geschrieben am 5. März 2024 von Maud Carrow in Hafen</p>', MAUD),
    ("de", '<p>Autor: Maud Carrow • 5. März 2024</p>', MAUD),
    ("en", '<p>by Maud Carrow on March 5, 2024</p>', MAUD),
    ("de", '<p>Maud Carrow, 5. März 2024</p>', MAUD),
    ("de", '<p>Maud Carrow am 05.03.2024</p>', MAUD),
    ("de", '<p>Gepostet von Maud Carrow um 14:30</p>', MAUD),
    ("de", '<p>Verfasst von Maud Carrow am 5. März 2024</p>', MAUD),
    ("de", '<p>Eingestellt von Maud Carrow um 14:30</p>', MAUD),
    ("de", '<p>Text und Bilder: Maud Carrow</p>', MAUD),
    ("de", '<p>Text & Foto: Maud Carrow</p>', MAUD),
    ("de", '<p>Bericht: Maud Carrow</p>', MAUD),
    ("de", '<p>Autorin: Dr. Maud Carrow</p>', ('Dr. Maud Carrow',)),
    ("de", '<p>Von Prof. Dr. Maud Carrow</p>', ('Prof. Dr. Maud Carrow',)),
    ("de", '<p>Gastbeitrag von Maud Carrow</p>', MAUD),
    ("en", '<p>Posted by: Maud Carrow in Harbour March 5, 2024</p>', MAUD),
    ("en", '<p>March 5, 2024 / Maud Carrow / No Comments</p>', MAUD),
    ("en", '<p>March 5, 2024 By Maud Carrow Leave a Comment</p>', MAUD),
    ("en", '<p>Published by Maud Carrow at March 5, 2024</p>', MAUD),
    ("en", '<p>Author: Maud Carrow Date: March 5, 2024</p>', MAUD),
    ("en", "<div><a href='/author/maud-carrow'>Maud Carrow</a> <span>March 5, 2024</span></div>", MAUD),
    ("en", "<div><a href='/profile/maud'>Maud Carrow</a></div><div>5 March</div>", MAUD),
    ("fr", '<p>Publié par Maud Carrow le 5 mars 2024</p>', MAUD),
    ("fr", '<p>Maud Carrow - publié le 05/03/2024</p>', MAUD),
    ("fr", '<p>Propos recueillis par Maud Carrow</p>', MAUD),
    ("es", '<p>Por Maud Carrow - 5 marzo, 2024</p>', MAUD),
    ("es", '<p>Redacción: Maud Carrow</p>', MAUD),
    ("it", '<p>di Maud Carrow - 5 Marzo 2024</p>', MAUD),
    ("it", '<p>Scritto da Maud Carrow il 5 Marzo 2024</p>', MAUD),
    ("pl", '<p>Maud Carrow 05.03.2024 14:30</p>', MAUD),
    ("pl", '<p>Napisane przez Maud Carrow</p>', MAUD),
    ("nl", '<p>Geschreven door: Maud Carrow op 5 maart 2024</p>', MAUD),
    ("pt", '<p>Por Maud Carrow em 5 de março de 2024</p>', MAUD),
    ("sv", '<p>Av Maud Carrow den 5 mars, 2024</p>', MAUD),
    ("tr", '<p>Yazar: Maud Carrow / 5 Mart 2024</p>', MAUD),
    ("id", '<p>Penulis : Maud Carrow | 5 Maret 2024</p>', MAUD),
    ("cs", '<p>Autor: Maud Carrow | Publikováno: 5. 3. 2024</p>', MAUD),
    ("ru", '<p>Мод Кэрроу, 5 марта 2024</p>', ('Мод Кэрроу',)),
    ("el", '<p>Γράφει ο Γιώργος Παππάς</p>', ('Γιώργος Παππάς',)),
    ("en", '<p>BY MAUD CARROW STAFF WRITER</p>', ('MAUD CARROW',)),
    ("en", '<p>By Maud Carrow, The Associated Press</p>', ('Maud Carrow', 'The Associated Press')),
    ("en", '<p>By Maud Carrow, Staff Reporter of the Herald</p>', MAUD),
    ("en", '<p>By Maud Carrow / For the Herald</p>', MAUD),
    ("en", '<p>Maud Carrow<br>Staff writer</p>', MAUD),
    ("en", '<p>Story by Maud Carrow, photos by Ivo Lind</p>', MAUD),
    ("en", '<p>Words and pictures: Maud Carrow</p>', MAUD),
    ("en", '<p>Reported by Maud Carrow; edited by Ivo Lind</p>', MAUD),
    ("en", '<h3>By Maud Carrow</h3>', MAUD),
    ("en", '<p><em>by Maud Carrow</em></p>', MAUD),
    ("en", '<p>— Maud Carrow, March 5, 2024</p>', MAUD),
    ("de", '<p>5. März 2024 | von Maud Carrow | Hafen</p>', MAUD),
    ("de", '<span>Veröffentlicht</span> <span>5. März 2024</span> <span>von</span> <a href=/>Maud Carrow</a>', MAUD),
    ("de", '<p>Erstellt: 05.03.2024 Autor: Maud Carrow</p>', MAUD),
    ("de", '<p>Ein Kommentar von Maud Carrow</p>', MAUD),
    ("de", '<p>KOMMENTAR VON MAUD CARROW</p>', ('MAUD CARROW',)),
    ("de", '<p>Interview: Maud Carrow</p>', MAUD),
    ("de", '<p>Das Gespräch führte Maud Carrow</p>', MAUD),
    ("de", '<p>Aufgezeichnet von Maud Carrow</p>', MAUD),
    ("de", '<p>Foto: Ivo Lind</p>', ()),
    ("th", '<p><span>5 มี.ค. 2567 14:05 น.</span>โดย <a>มด แคร์โรว์</a></p>', ('มด แคร์โรว์',)),
    ("ar", '<p>نشر بتاريخ: 05-03-2024 | 10:25 صباحا كتب: مود كارو عدد القراءات: 22</p>', ('مود كارو',)),
    ("cs", '<p class=author><a>Příspěvek</a> <span>od <b><a>Maud Carrow</a></b> » </span>sob 5. bře 2024</p>', MAUD),
    ("pt", '<p class=signature>Por <span>Maud Carrow</span>, Portal Larkporter — Larkport</p>', MAUD),
    ("pl", '<ul class=authors><li><span>Maud Carrow</span><span>Dziennikarz Wiadomości</span></li></ul>', MAUD),
    ("ko", '<p class=author><strong>문해린 기자</strong> <a>다른기사 보기</a></p>', ('문해린',)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "authors"), LINES)
def test_a_line_below_the_headline(language: str, line: str, authors: tuple[str, ...]) -> None:
    page = (
        f"<html lang={language}><head><title>{HEADLINE} - The Larkporter</title></head><body><nav><a href=/>Home</a></nav>"
        f"<h1>{HEADLINE}</h1>{line}<div class=text>{TEXT}</div></body></html>"
    )
    assert extract(page.encode(), "https://www.larkporter.example/a").authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "<p>\u2014 Maud Carrow (@mcarrow) March 5, 2024</p>",
        "<p>World News | March 5, 2024</p><div class=related><a href=/author/ivo-lind>Ivo Lind</a></div>",
        "<p>Foto: Ivo Lind</p>",
        "<p>Translated by Ivo Lind</p>",
        f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><p><b>About Larkport Harbour</b></p><p>{PARAGRAPHS[2]}</p>",
        "<blockquote><p>A post shared by Ivo Lind</p></blockquote>",
        "<div itemprop=comment><span itemprop=author>Ivo Lind</span></div>",
    ],
)
def test_a_line_that_names_no_author(line: str) -> None:
    page = f"<html lang=en><body><h1>{HEADLINE}</h1>{line}<div class=text>{TEXT}</div></body></html>"
    assert extract(page.encode()).authors == ()


def test_a_paper_that_is_declared_gives_way_to_a_person_who_is_named() -> None:
    page = f"<html lang=zh><head><meta property='article:author' content='滨海日报'></head><body><h1>{HEADLINE}</h1>{{}}{TEXT}</body></html>"
    assert extract(page.format("<p>（记者 何静雯）</p>").encode()).authors == ("何静雯",)
    assert extract(page.format("").encode()).authors == ("滨海日报",)
