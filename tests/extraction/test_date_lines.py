"""Dates as desks and agencies write them above and below a headline, on a page that gives machines none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.extraction import extract
from tests.extraction.texts import ARTICLES

HEADLINE, PARAGRAPHS, _ = ARTICLES["en"]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

# `{h}` is the headline; all are of 5 March 2024.
LINES = [
    ("en", '{h}<p>March 5, 2024</p>'),
    ("en", '<p>March 5, 2024</p>{h}'),
    ("en", '<div class=clock>Friday, November 27, 2026</div><ul><li><a href=/a>World</a></li></ul>{h}<p>March 5, 2024</p>'),
    ("en", '<div>Friday, November 27, 2026</div>{h}<div>Posted: 03/05/2024</div>'),
    ("en", '{h}<p>Last Updated: March 9, 2024</p><p>First Published: March 5, 2024</p>'),
    ("en", '{h}<p>Published 5 March</p><p>5 March 2024</p>'),
    ("en", '{h}<p>Updated Mar 9, 2024 / Published Mar 5, 2024</p>'),
    ("en", '{h}<p>Published: Mar 5, 2024 / Updated: Mar 9, 2024</p>'),
    ("en", '{h}<div>Created: 2024-03-05 14:30 | Last Updated: 2024-03-09</div>'),
    ("en", '{h}<div>Modified: 2024-03-09<br>Created: 2024-03-05</div>'),
    ("en", '{h}<p>By Maud Carrow</p><p>Tue., March 5, 2024 5:00 a.m.</p><p>Article was updated Sat., March 9, 2024</p>'),
    ("de", '{h}<p>Von Maud Carrow, aktualisiert am 09.03.2024, erstellt am 05.03.2024</p>'),
    ("de", '{h}<p>Dienstag, 05. März 2024</p>'),
    ("de", '<p>Dienstag, 05. März 2024</p>{h}'),
    ("de", '<p>05.03.2024 | Pressemitteilung</p>{h}'),
    ("de", '<p>Pressemitteilung Nr. 12 vom 05.03.2024</p>{h}'),
    ("de", '{h}<p>Larkport, 5. März 2024</p>'),
    ("de", '{h}<p>Larkport, den 05.03.2024</p>'),
    ("de", '{h}<p>Datum: 05.03.2024</p><p>Gültig bis: 31.12.2025</p>'),
    ("de", '{h}<p>Termin: 12.04.2024</p><p>Veröffentlicht: 05.03.2024</p>'),
    ("de", '{h}<p>Online seit: 05.03.2024</p>'),
    ("de", '{h}<p>Geändert: 09.03.2024</p><p>Erstellt: 05.03.2024</p>'),
    ("de", '{h}<p>5.3.24</p>'),
    ("de", '{h}<p>Ausgabe 10/2024 vom 5. März 2024</p>'),
    ("fr", '{h}<p>Publié le mardi 5 mars 2024 à 14 h 30 - Mis à jour le 9 mars 2024</p>'),
    ("fr", '{h}<p>Mis à jour le 09/03/2024 - Publié le 05/03/2024</p>'),
    ("fr", '{h}<p>Le 5 mars 2024 à 14:30</p>'),
    ("fr", '{h}<p>05/03/24</p>'),
    ("es", '{h}<p>Martes 5 de marzo de 2024 | 14:30</p>'),
    ("es", '{h}<p>Actualizado 09/03/2024 | Publicado 05/03/2024</p>'),
    ("es", '{h}<p>05 Mar 2024 | 14:30 h</p>'),
    ("es", '{h}<p>Larkport, 5 mar (EFE)</p><p>Marzo 05, 2024</p>'),
    ("it", '{h}<p>5 Marzo 2024 alle 14:30</p><p>Aggiornato il 9 Marzo 2024</p>'),
    ("it", '{h}<p>mar, 5 mar 2024</p>'),
    ("pt", '{h}<p>05/03/2024 às 14h30 • Atualizado em 09/03/2024</p>'),
    ("pt", '{h}<p>5 de março de 2024</p>'),
    ("nl", '{h}<p>Gepubliceerd: 5 mrt. 2024 om 14:30</p><p>Update: 9 mrt. 2024</p>'),
    ("pl", '{h}<p>Data publikacji: 2024-03-05 14:30, Aktualizacja: 2024-03-09</p>'),
    ("pl", '{h}<p>5 mar 2024, 14:30</p>'),
    ("cs", '{h}<p>5. 3. 2024 14:30</p>'),
    ("sk", '{h}<p>Publikované: 05.03.2024 o 14:30</p>'),
    ("hu", '{h}<p>2024.03.05. 14:30</p>'),
    ("ro", '{h}<p>Data publicării: 05.03.2024</p><p>Data actualizării: 09.03.2024</p>'),
    ("hr", '{h}<p>Objavljeno 5. ožujka 2024. u 14:30</p>'),
    ("sl", '{h}<p>5. marec 2024 ob 14.30</p>'),
    ("sr", '{h}<p>05.03.2024. 14:30</p>'),
    ("ru", '{h}<p>Опубликовано: 5 марта 2024, обновлено: 9 марта 2024</p>'),
    ("ru", '{h}<p>14:30 05.03.2024 (обновлено: 07:11 09.03.2024)</p>'),
    ("uk", '{h}<p>Оновлено: 9 березня 2024</p><p>Опубліковано: 5 березня 2024</p>'),
    ("tr", '{h}<p>Güncelleme: 09.03.2024 - 07:11</p><p>Yayınlanma: 05.03.2024 - 14:30</p>'),
    ("el", '{h}<p>Δημοσίευση: 5 Μαρτίου 2024, Ενημέρωση: 9 Μαρτίου 2024</p>'),
    ("el", '{h}<p>05/03/2024 14:30</p>'),
    ("ar", '{h}<p>آخر تحديث: 9 مارس 2024</p><p>تاريخ النشر: 5 مارس 2024</p>'),
    ("ar", '{h}<p>الثلاثاء 05/مارس/2024</p>'),
    ("ar", '{h}<p>24 شعبان 1445 هـ / 5 مارس 2024</p>'),
    ("fa", '{h}<p>سه\u200cشنبه ۱۵ اسفند ۱۴۰۲</p>'),
    ("fa", '{h}<p>کد خبر: ۱۲۳۴۵۶ تاریخ: ۱۴۰۲-۱۲-۱۵</p>'),
    ("he", '{h}<p>עודכן: 09.03.24</p><p>פורסם: 05.03.24</p>'),
    ("hi", '{h}<p>Updated: 9 मार्च 2024</p><p>प्रकाशित: 5 मार्च 2024</p>'),
    ("bn", '{h}<p>প্রকাশ: ০৫ মার্চ ২০২৪, ১৪:৩০</p><p>আপডেট: ০৯ মার্চ ২০২৪</p>'),
    ("ta", '{h}<p>வெளியிடப்பட்டது: 5 மார்ச் 2024</p>'),
    ("th", '{h}<p>อัปเดต 9 มี.ค. 2567</p><p>เผยแพร่ 5 มี.ค. 2567</p>'),
    ("vi", '{h}<p>05/03/2024 14:30</p>'),
    ("vi", '{h}<p>Cập nhật: 09/03/2024</p><p>Đăng: 05/03/2024</p>'),
    ("id", '{h}<p>Diperbarui 9 Mar 2024</p><p>Diterbitkan 5 Mar 2024, 14:30 WIB</p>'),
    ("zh", '{h}<p>更新时间：2024-03-09</p><p>发布时间：2024-03-05</p>'),
    ("zh", '{h}<p>2024-03-05 14:30:00</p>'),
    ("ja", '{h}<p>公開日：2024年3月5日 更新日：2024年3月9日</p>'),
    ("ja", '{h}<p>更新日：2024年3月9日</p><p>公開日：2024年3月5日</p>'),
    ("ja", '{h}<p>2024.03.05 Tue</p>'),
    ("ko", '{h}<p>기사입력 2024-03-05 14:30 최종수정 2024-03-09 07:11</p>'),
    ("ko", '{h}<p>등록일 2024.03.05</p><p>수정일 2024.03.09</p>'),
    ("ko", '{h}<p>2024년 03월 05일 (화) 14:30</p>'),
    ("fi", '{h}<p>5.3.2024 | Päivitetty 9.3.2024</p>'),
    ("sv", '{h}<p>Publicerad: 2024-03-05 kl 14.30</p><p>Uppdaterad: 2024-03-09</p>'),
    ("da", '{h}<p>Opdateret 9. mar. 2024. Publiceret 5. mar. 2024</p>'),
    ("nb", '{h}<p>Oppdatert 09.03.2024. Publisert 05.03.2024</p>'),
    ("et", '{h}<p>5. märts 2024, 14:30</p>'),
    ("lt", '{h}<p>2024-03-05 14:30</p>'),
    ("lv", '{h}<p>2024. gada 5. marts, 14:30</p>'),
    ("ka", '{h}<p>5 მარტი 2024</p>'),
    ("hy", '{h}<p>05.03.2024, 14:30</p>'),
    ("sw", '{h}<p>Jumanne, Machi 05, 2024</p>'),
    ("ur", '{h}<p>منگل 5 مارچ 2024</p>'),
    ("ms", '{h}<p>5 Mac 2024, 2:30 pm</p>'),
    ("tl", '{h}<p>Marso 5, 2024</p>'),
    ("sq", '{h}<p>05.03.2024 14:30</p>'),
    ("mk", '{h}<p>05/03/2024</p>'),
    ("bg", '{h}<p>05.03.2024 г.</p>'),
    ("ca", '{h}<p>Actualitzada 09/03/2024</p><p>Publicada 05/03/2024</p>'),
    ("eu", '{h}<p>2024ko martxoaren 5a</p>'),
    ("is", '{h}<p>5. mars 2024 kl. 14:30</p>'),
    ("ne", '{h}<p>5 मार्च 2024</p>'),
]  # fmt: skip

TIMES = [
    ("ko", '<p>2024.03.05. 오후 4:24</p>'),
    ("ja", '<p>2024年3月5日 午後4時24分</p>'),
    ("zh", '<p>2024年3月5日 下午4:24</p>'),
    ("es", '<p>Marzo 5, 2024 / 4:24 p. m.</p>'),
    ("el", '<p>5 Μαρτίου 2024, 4:24 μ.μ.</p>'),
    ("en", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-05"}</script><p>Tue 5 Mar 2024 16.24 GMT</p>'),
    ("pt", '<div class=post-footer><abbr class=published title="2024-03-05T16:24:00+00:00">16:24</abbr></div>'),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line"), TIMES)
def test_a_time_of_day_that_readers_see(language: str, line: str) -> None:
    page = f"<html lang={language}><body><h1>{HEADLINE}</h1>{line}<div>{TEXT}</div></body></html>"
    published = extract(page.encode(), "https://www.larkporter.example/a").published
    assert published is not None
    assert published.to_text().startswith("2024-03-05T16:24")


@pytest.mark.parametrize(("language", "lines"), LINES)
def test_a_date_that_readers_see(language: str, lines: str) -> None:
    around = lines.replace("{h}", f"<h1>{HEADLINE}</h1>")
    page = (
        f"<html lang={language}><head><title>{HEADLINE} - The Larkporter</title></head><body><nav><a href=/>Home</a></nav>"
        f"{around}<div class=text>{TEXT}</div><p>© 2026</p></body></html>"
    )
    article = extract(page.encode(), "https://www.larkporter.example/a", now=datetime(2026, 11, 27, tzinfo=UTC))
    assert article.published is not None
    assert article.published.date().isoformat() == "2024-03-05"
