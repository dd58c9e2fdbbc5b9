"""Pages on which sources disagree: JSON-LD of many kinds, bylines and dates as desks of many countries write them.

Written after `systems` and before the rules that they led to: at first 36 of these 56 were read in all three fields.
"""

from __future__ import annotations

from tests.extraction.systems import Page

LD = "<script type='application/ld+json'>%s</script>"
B = "<body><h1>{h}</h1><div class=text>{t}</div></body>"
TWO = ("Maud Carrow", "Ivo Lind")


def _ld(data: str, extra: str = "", body: str = B) -> str:
    return f"<head><title>{{h}} - The Larkporter</title>{extra}{LD % data}</head>{body}"


PAGES = [
    Page("names in a list", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"@type":"Person","name":["Maud Carrow","Ivo Lind"]}}'), TWO),
    Page("names in one string", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"@type":"Person","name":"By Maud Carrow and Ivo Lind"}}'), TWO),
    Page("strings for people", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":["Maud Carrow","Ivo Lind"]}'), TWO),
    Page("people by reference", "en", _ld('{"@graph":[{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":[{"@id":"#m"},{"@id":"#i"}]},{"@type":"Person","@id":"#m","name":"Maud Carrow"},{"@type":"Person","@id":"#i","name":"Ivo Lind"}]}'), TWO),
    Page("given and family name", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"@type":"Person","givenName":"Maud","familyName":"Carrow"}}')),
    Page("family name first", "en", "<head><title>{h}</title><meta name='DC.creator' content='Carrow, Maud'><meta name='DC.date.issued' content='2024-03-05'></head>" + B),
    Page("outlet as author", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"@type":"Organization","name":"The Larkporter"},"publisher":{"@type":"Organization","name":"The Larkporter"}}', body="<body><h1>{h}</h1><p class=byline>Maud Carrow, Harbour Correspondent</p><div>{t}</div></body>")),
    Page("null author", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"@type":"Person","name":null}}', body="<body><h1>{h}</h1><p>By Maud Carrow</p><div>{t}</div></body>")),
    Page("list of other articles first", "en", "<head><title>{h} - The Larkporter</title>" + LD % '{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Ferry runs again","datePublished":"2024-03-21T10:00:00Z","author":{"name":"Otto Lind"},"publisher":{"name":"The Larkporter"}}}]}' + LD % '{"@type":"NewsArticle","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"name":"Maud Carrow"}}' + "</head>" + B),
    Page("live blog and its entries", "en", _ld('{"@type":"LiveBlogPosting","headline":"{h}","datePublished":"2024-03-05T10:00:00Z","author":{"name":"Maud Carrow"},"liveBlogUpdate":[{"@type":"BlogPosting","headline":"Votes are counted","datePublished":"2024-03-06T10:00:00Z","author":{"name":"Otto Lind"},"articleBody":"Votes","publisher":{"name":"x"}}]}')),
    Page("name for headline", "de", _ld('{"@type":"Article","name":"{h}","datePublished":"2024-03-05","author":"Maud Carrow"}', body="<body><h2>{h}</h2><div>{t}</div></body>")),
    Page("created, not published", "de", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":null,"dateCreated":"2024-03-05T10:00:00+01:00","dateModified":"2024-03-09T10:00:00+01:00","author":"Maud Carrow"}')),
    Page("year one", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"0001-01-01T00:00:00Z","author":"Maud Carrow"}', body="<body><h1>{h}</h1><p>Published 5 Mar 2024</p><div>{t}</div></body>")),
    Page("epoch", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":1709649000,"author":"Maud Carrow"}')),
    Page("date of Java", "de", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"Tue Mar 05 14:30:00 CET 2024","author":"Maud Carrow"}')),
    Page("date in words", "en", _ld('{"@type":"NewsArticle","headline":"{h}","datePublished":"March 5, 2024 2:30 pm","author":"Maud Carrow"}')),
    Page("markup in the headline", "en", _ld('{"@type":"NewsArticle","headline":"<em>{h}</em>","datePublished":"2024-03-05","author":"Maud Carrow"}', body="<body><h1><em>{h}</em></h1><div>{t}</div></body>")),
    Page("kicker in a span", "de", "<head><title>{h} - Larkporter</title></head><body><h1><span class=headline-intro>Hafen</span> <span class=headline>{h}</span></h1><p>Von Maud Carrow</p><p>Stand: 05.03.2024 14:30 Uhr</p><div>{t}</div></body>"),
    Page("headline with a small line", "es", "<head><title>{h} | El Larkporter</title></head><body><h1>{h} <small>El traslado será en otoño</small></h1><p class=autor>Maud Carrow</p><p class=fecha>5 MAR 2024 - 14:30 CET</p><div>{t}</div></body>"),
    Page("section in h1, headline in h2", "fr", "<head><title>{h} - Le Larkporter</title></head><body><h1>Société</h1><h2 class=titre>{h}</h2><p class=auteur>Par Maud Carrow</p><p>Publié le 05/03/2024 à 14:30, mis à jour le 09/03/2024</p><div>{t}</div></body>"),
    Page("many h1", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>Ferry runs again</h1><h1>Mayor speaks</h1><article><h1>{h}</h1><p>By Maud Carrow | March 5, 2024</p>{t}</article><h1>Most read</h1></body>"),
    Page("title in capitals", "en", "<head><title>LARKPORTER | {h}</title></head><body><h1>{h}</h1><p>BY MAUD CARROW</p><p>MARCH 5, 2024</p><div>{t}</div></body>", ("MAUD CARROW",)),
    Page("place behind the name", "de", "<head><title>{h} - Larkporter</title></head><body><h1>{h}</h1><p>Von Maud Carrow, Larkport</p><p>05.03.2024, 14:30 Uhr</p><div>{t}</div></body>"),
    Page("agency behind the name", "de", "<head><title>{h} - Larkporter</title></head><body><h1>{h}</h1><p class=autor>Von Maud Carrow, dpa</p><time datetime='2024-03-05T14:30'>05.03.2024</time><div>{t}</div></body>"),
    Page("three names", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>{h}</h1><div class=byline>By <a href=/1>Maud Carrow</a>, <a href=/2>Ivo Lind</a> and <a href=/3>Ann Otter</a></div><p>Tue 5 Mar 2024 14.30 GMT</p><div>{t}</div></body>", (*TWO, "Ann Otter")),
    Page("role in the next line", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>{h}</h1><div class=author><span class=name>Maud Carrow</span><span class=title>Chief Political Correspondent</span></div><p>Updated 9 March 2024; first published 5 March 2024</p><div>{t}</div></body>"),
    Page("author of another", "en", "<head><title>{h} - The Larkporter</title></head><body><div class=most-read><p>By Otto Lind</p></div><h1>{h}</h1><p>By Maud Carrow</p><p>March 5, 2024</p><div>{t}</div><div class=related><h3>Ferry</h3><p class=author>Otto Lind</p><time datetime=2024-03-21>March 21</time></div></body>"),
    Page("photographer", "de", "<head><title>{h} - Larkporter</title></head><body><h1>{h}</h1><figure><img src=x><figcaption>Der Markt. Foto: Otto Lind</figcaption></figure><p>Maud Carrow · 05.03.2024</p><div>{t}</div></body>"),
    Page("editor and author", "id", "<head><title>{h} - Larkporter</title></head><body><h1>{h}</h1><p>Reporter: Maud Carrow</p><p>Editor: Otto Lind</p><p>Selasa, 05 Maret 2024 14:30 WIB</p><div>{t}</div></body>"),
    Page("translated by", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>{h}</h1><p>By Maud Carrow</p><p>Translated by Otto Lind</p><p>Mar. 5, 2024</p><div>{t}</div></body>"),
    Page("mail address in the byline", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>{h}</h1><p>By Maud Carrow <a href='mailto:mc@larkporter.example'>mc@larkporter.example</a></p><p>Mar 5, 2024 Updated Mar 9, 2024</p><div>{t}</div></body>"),
    Page("minutes to read", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>{h}</h1><div>Maud Carrow<br>March 5, 2024 • 5 min read</div><div>{t}</div></body>"),
    Page("signed at the end", "de", "<head><title>{h} - Larkporter</title></head><body><h1>{h}</h1><p>05.03.2024</p><div>{t}<p><strong>Maud Carrow</strong></p></div></body>"),
    Page("signed at the start", "en", "<head><title>{h} - The Larkporter</title></head><body><h1>{h}</h1><p>March 5, 2024</p><div><p><strong>Maud Carrow</strong></p>{t}</div></body>"),
    Page("initials", "de", "<head><title>{h} - Larkporter</title></head><body><h1>{h}</h1><p>05.03.2024</p><div>{t}</div></body>", ()),
    Page("source, ru", "ru", "<head><title>{h} - Портовый вестник</title></head><body><h1>{h}</h1><div>5 марта 2024, 14:30</div><div>Текст: <a href=/mk>Мод Кэрроу</a></div><div>{t}</div></body>", ("Мод Кэрроу",)),
    Page("name first, ru", "ru", "<head><title>{h} | Вести</title></head><body><div>14:30, 05.03.2024</div><h1>{h}</h1><a class=author-name href=/mk>Мод Кэрроу</a><div>{t}</div></body>", ("Мод Кэрроу",)),
    Page("uk", "uk", "<head><title>{h} — Порт</title></head><body><h1>{h}</h1><div class=post-info>Автор: Мод Керроу<br>Вівторок, 5 березня 2024, 14:30</div><div>{t}</div></body>", ("Мод Керроу",)),
    Page("sr", "sr", "<head><title>{h} - Лука</title></head><body><h1>{h}</h1><p>уторак, 05. мар 2024, 14:30</p><p>Пише: Мод Кароу</p><div>{t}</div></body>", ("Мод Кароу",)),
    Page("bg", "bg", "<head><title>{h} | Пристанище</title></head><body><h1>{h}</h1><p>Автор: Мод Кароу 14:30 | 5 март 2024</p><div>{t}</div></body>", ("Мод Кароу",)),
    Page("ro", "ro", "<head><title>{h} - Portul</title></head><body><h1>{h}</h1><p>Autor: Maud Carrow | Publicat: 05 martie 2024, 14:30 | Actualizat: 09 martie 2024</p><div>{t}</div></body>"),
    Page("nl", "nl", "<head><title>{h} - De Haven</title></head><body><h1>{h}</h1><p>Door <strong>Maud Carrow</strong></p><p>dinsdag 5 maart 2024 om 14:30</p><div>{t}</div></body>"),
    Page("sv", "sv", "<head><title>{h} | Hamnen</title></head><body><h1>{h}</h1><p>Publicerad 5 mars 2024 14.30</p><p>Uppdaterad 9 mars 2024</p><p>Text: Maud Carrow Foto: Otto Lind</p><div>{t}</div></body>"),
    Page("nb", "nb", "<head><title>{h} – Havna</title></head><body><h1>{h}</h1><div class=byline><a rel=author href=/mc>Maud Carrow</a> Journalist</div><p>Publisert 5. mars 2024 kl. 14:30. Oppdatert 9. mars 2024 kl. 07:11</p><div>{t}</div></body>"),
    Page("da", "da", "<head><title>{h} - Havnen</title></head><body><h1>{h}</h1><p>Af Maud Carrow</p><p>Tirsdag d. 5. marts 2024, kl. 14:30</p><div>{t}</div></body>"),
    Page("ka", "ka", "<head><title>{h} | ნავსადგური</title></head><body><h1>{h}</h1><p>5 მარტი, 2024 14:30</p><p>ავტორი: მაკა ლომიძე</p><div>{t}</div></body>", ("მაკა ლომიძე",)),
    Page("am", "am", "<head><title>{h} - ወደብ</title></head><body><h1>{h}</h1><p>5 ማርች 2024</p><div>{t}</div></body>", ()),
    Page("km", "km", "<head><title>{h}</title></head><body><h1>{h}</h1><p>ថ្ងៃទី៥ ខែមីនា ឆ្នាំ២០២៤</p><div>{t}</div></body>", ()),
    Page("my", "my", "<head><title>{h}</title></head><body><h1>{h}</h1><p>၅ မတ် ၂၀၂၄</p><div>{t}</div></body>", ()),
    Page("ja, signature in brackets", "ja", "<head><title>{h} | 港日報</title></head><body><h1>{h}</h1><p>2024/3/5 14:30</p><div>{t}<p>【山田太郎】</p></div></body>", ("山田太郎",)),
    Page("ko, signature with an address", "ko", "<head><title>{h} | 항구뉴스</title></head><body><h1>{h}</h1><p>승인 2024.03.05 14:30</p><div>{t}<p>홍길동 기자 hong@news.example</p></div></body>", ("홍길동",)),
    Page("ar, author below", "ar", "<html lang=ar dir=rtl><head><title>{h} | المرفأ</title></head><body><h1>{h}</h1><p>نشر في: 05 مارس, 2024: 02:30 م</p><p>إعداد: ليلى حداد</p><div>{t}</div></body></html>", ("ليلى حداد",)),
    Page("fa, day above", "fa", "<html lang=fa dir=rtl><head><title>{h}</title></head><body><p>۱۴۰۲/۱۲/۱۵ - ۱۴:۳۰</p><h1>{h}</h1><div>{t}</div></body></html>", ()),
    Page("amp", "en", "<html amp lang=en><head><title>{h}</title></head><body><amp-sidebar><ul><li>27 November 2026</li></ul></amp-sidebar><header><h1>{h}</h1></header><p class=amp-wp-byline>Maud Carrow</p><p class='amp-wp-meta amp-wp-posted-on'><time datetime='2024-03-05T14:30:00+00:00'>8 months ago</time></p><div class=amp-wp-article-content>{t}</div></body></html>"),
    Page("address with the day", "en", "<head><title>{h}</title></head><body><h1>{h}</h1><p>By Maud Carrow</p><div>{t}</div><p>Copyright 2026</p></body>", url="https://www.larkporter.example/news/2024/mar/05/market"),
    Page("no day at all", "en", "<head><title>{h}</title></head><body><h1>{h}</h1><p>By Maud Carrow</p><div>{t}</div><p>Copyright 2001-2026</p></body>", day=""),
]  # fmt: skip
