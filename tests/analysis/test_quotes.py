"""Quotations in every style, and who spoke."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.analysis import analyse
from monitor.analysis.passages import passages
from monitor.analysis.quoted.narration import spoken
from monitor.model import Article, Moment
from tests.analysis import labelled

SENTENCES = labelled.sentences_by_language()
ARTICLE = """Port authorities said on Wednesday that the harbour would stay closed, which has angered shippers.
"The channel is blocked by two wrecks," harbour master Ingrid Solberg was quoted as saying by Reuters.
She said divers had found a third wreck.
Doubts of shippers
After a meeting with his Danish counterpart on March 3, Transport Minister Paulo Brandt said, \
"We assume that the channel will be open again quite soon," AFP reported.
A day later, Greta Holm, Brandt's envoy for shipping, said that the minister's words were meant for the insurers.
"That sentence was written for insurers and not for sailors," she said, according to CNN, \
but added that the plan should be seen as a "working paper" rather than a promise.
Work goes on
Solberg accused the ministry of haste, saying that two divers had been hurt.
"It is easy to set dates from an office," she added.
"""


def _read(text: str, language: str = "en") -> list[tuple[str, str]]:
    article = Article(
        url="https://sample.example/a", language=language, body=text, published=Moment.parse("2021-03-10")
    )
    return [(q.speaker, q.text) for q in analyse(article, catalogue=labelled.catalogue()).quotes]


def test_labelled_quotes() -> None:
    quotes, speakers = (
        labelled.scores(labelled.quotes(speakers=False))["all"],
        labelled.scores(labelled.quotes())["all"],
    )
    assert (quotes.precision, quotes.recall) >= (0.97, 0.97)
    assert (speakers.precision, speakers.recall) >= (0.95, 0.95)


@pytest.mark.parametrize("speakers", [False, True])
def test_frames_of_attribution(speakers: bool) -> None:
    score = labelled.scores(labelled.attribution(speakers=speakers))["all"]
    assert (score.precision, score.recall) >= (0.93, 0.93)


def test_an_article_with_pronouns_last_names_and_outlets() -> None:
    article = Article(url="https://sample.example/a", language="en", body=ARTICLE, published=Moment.parse("2021-03-10"))
    found = analyse(article, catalogue=labelled.catalogue())
    assert [(q.speaker, q.source, q.verb) for q in found.quotes] == [
        ("Ingrid Solberg", "Reuters", "was quoted as saying"),
        ("Paulo Brandt", "AFP", "said"),
        ("Greta Holm", "CNN", "said"),
        ("Ingrid Solberg", "", "added"),
    ]
    assert [mention.day for mention in found.dates] == ["2021-03-10", "2021-03-03", "2021-03-04"]
    parts = passages(article, found)
    assert [(part.heading, part.speakers) for part in parts] == [
        ("", ("Ingrid Solberg",)),
        ("Doubts of shippers", ("Paulo Brandt",)),
        ("Doubts of shippers", ("Greta Holm",)),
        ("Work goes on", ("Ingrid Solberg",)),
    ]
    assert all(ARTICLE[part.start :].startswith(part.text.split("\n")[0]) for part in parts)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "“One,” he said.", "One,"),
        ("de", "„Eins“, sagte er.", "Eins"),
        ("de", "»Eins«, sagte er.", "Eins"),
        ("fr", "« Un », dit-il.", "Un"),
        ("sv", "”Ett”, sade han.", "Ett"),
        ("zh", "「一」他說。", "一"),
        ("ja", "『一』と言った。", "一"),
        ("he", "״אחת״, אמר.", "אחת"),
        ("he", 'הוא אמר: "צה"ל ערוך".', 'צה"ל ערוך'),
        ("nl", "‘Een’, zei hij.", "Een"),
        ("de", "‚Eins‘, sagte er.", "Eins"),
        ("fr", "‹ Un ›, dit-il.", "Un"),
        ("es", "—Uno —dijo.", "Uno"),
        ("ru", "— Один, — сказал он.", "Один"),
        ("en", "It's the allies' \"one\" and only.", "one"),
        ("ko", "그는 ″하나″라고 말했다.", "하나"),
        ("he", "הוא אמר: ״אחת ועוד אחת.”", "אחת ועוד אחת."),
        ("ur", "انہوں نے کہا، ‘ ایک اور ایک’۔", "ایک اور ایک"),
        ("ro", "„Una, vă mulțumesc pentru toate”, a declarat Ana Pop.", "Una, vă mulțumesc pentru toate"),
        ("ru", "Он назвал мост «красотой, достойной Анны Луговой».", "красотой, достойной Анны Луговой"),
    ],
)
def test_styles(language: str, text: str, words: str) -> None:
    assert [quotation.text for quotation in spoken(text, language)] == [words]


def test_apostrophes_and_inches_are_no_quotations() -> None:
    assert spoken("The workers' union didn't want it, it's a 5\" pipe, 4′ 3″ long", "en") == []


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“First part, said Ann,” said Ann Lee. “It goes on.\n“And on to the end.”"
    assert [q.text for q in spoken(text, "en")] == ["First part, said Ann,", "It goes on. And on to the end."]
    text = "„Мостът е тесен.\nИскаме нов“, каза Ана Петрова."
    assert [q.text for q in spoken(text, "bg")] == ["Мостът е тесен. Искаме нов"]


def test_a_mark_that_is_never_closed_ends_nothing_else() -> None:
    assert [q.text for q in spoken("He said “nothing.\nAnd “something,” she said.", "en")] == ["something,"]


@settings(deadline=None)
@given(
    st.text(alphabet="«»“”„‘’'\"״″—「」 aЯא.,\n:", max_size=120), st.sampled_from(["en", "ru", "he", "ar", "ja", "und"])
)
def test_any_marks_are_read(text: str, language: str) -> None:
    for quotation in spoken(text, language):
        assert 0 <= quotation.start <= quotation.end <= len(text)
    _read(text, language)


@settings(deadline=None, max_examples=1500)
@given(st.data())
def test_sentences_cut_and_joined_anywhere_are_read(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(SENTENCES)))
    cut = []
    for text in data.draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=3)):
        begin, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
        cut.append(text[begin:end])
    body = data.draw(st.sampled_from(["", " ", "\n"])).join(cut)
    assert all(text for _, text in _read(body, language))


def test_a_hostile_page_takes_bounded_time() -> None:
    for body in (
        "CNN said on Monday " * 5_000,
        '"' * 20_000,
        "“a " * 20_000,
        "— " * 20_000,
        "said, " * 20_000,
        "<script>alert('x')</script> said " * 2_000,
    ):
        _read(body)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("sv", "– Det är fel, säger Eva Holm. – Vi går nu.", [("Eva Holm", "Det är fel"), ("Eva Holm", "Vi går nu.")]),
        ("ru", "— Вода уже — в комнате, — вздыхает Анна Белова.", [("Анна Белова", "Вода уже — в комнате")]),
        ("pl", "„Zrobimy to – mówi Jan Rak – jutro”.", [("Jan Rak", "Zrobimy to jutro")]),
        ("fr", "« Rien à dire », a réagi le maire, Luc Roy, hier.", [("Luc Roy", "Rien à dire")]),
        ("de", "„Gut so“, lobte der Bürgermeister von Altenbach, Ole Kern, am Abend.", [("Ole Kern", "Gut so")]),
        ("it", "«Vinceremo», dice all'Ansa Ugo Neri.", [("Ugo Neri", "Vinceremo")]),
        ("en", 'Smith said the raid was "cruel and needless".', [("Smith", "cruel and needless")]),
        ("en", "The film “Long Night” and the so-called “peace wall” stay, Smith said.", []),
        ("ru", "Об этом написал «Коммерсант».", []),
        ("zh", "外交部发言人林向东在会上说：“没有消息。”", [("林向东", "没有消息。")]),
        ("zh", "据网站消息，王敏在会后表示：“没有消息。”", [("王敏", "没有消息。")]),
        ("ja", "「限界です」。店を営む山口幸子さん（62）はそう話す。", [("山口幸子", "限界です")]),
        ("ja", "県の担当者は「調査中だ」と答えた。", [("", "調査中だ")]),
        ("ko", '주민 박순자(71) 씨는 "무섭다"며 울었다.', [("박순자", "무섭다")]),
        ("ar", 'وقال وزير التربية خالد الحربي إن "الوضع آمن".', [("خالد الحربي", "الوضع آمن")]),
        ("he", 'מסר עו"ד גיל אשכנזי: "איננו מסכימים".', [("גיל אשכנזי", "איננו מסכימים")]),
        ("he", 'הנשיא היוצא, הורסיו קרטס, הגיע. "לא נשכח", אמר קרטס והציע שיתוף פעולה.', [("הורסיו קרטס", "לא נשכח")]),
        ("he", 'בירושלים העדיפו לשתוק. גורם ביטחוני אמר כי "חשוב שנאמר".', [("", "חשוב שנאמר")]),
        (
            "he",
            'משרד החוץ הפלסטיני גינה את הטקס והגדיר אותו "הפרה בוטה של החוק".',
            [("משרד החוץ הפלסטיני", "הפרה בוטה של החוק")],
        ),
        ("he", 'גורם אמר ל"מזרח יומי" כי "אין הסכם ואין מועד".', [("", "אין הסכם ואין מועד")]),
        ("it", "«Non è vero», ha detto il ministro Luigi Di Mauro.", [("Luigi Di Mauro", "Non è vero")]),
        ("it", "Ugo Neri è uscito, aggiungendo che «non ci saranno tagli».", [("Ugo Neri", "non ci saranno tagli")]),
        ("it", "Ugo Neri è rettore. A chi teme tagli risponde: «Non ce ne sono».", [("Ugo Neri", "Non ce ne sono")]),
        ("it", "«Sì», ha detto dopo la gara, tra gli applausi, l'attaccante Ivan Sordi.", [("Ivan Sordi", "Sì")]),
        (
            "it",
            "È contrario Mario Conti, per il quale «la legge è sbagliata».",
            [("Mario Conti", "la legge è sbagliata")],
        ),
        ("de", "Von Karl Metz kam ein klares Signal: „Wir kürzen nichts.“", [("Karl Metz", "Wir kürzen nichts.")]),
        ("de", "„Frieden ist mehr.“ Mit diesen Worten begann Ursula Engel.", [("Ursula Engel", "Frieden ist mehr.")]),
        ("fr", "Il faudra « des années d'efforts », a reconnu M. Marchand.", [("Marchand", "des années d'efforts")]),
        ("tr", '"Bitti artık" diyen Ece Turan ayrıldı.', [("Ece Turan", "Bitti artık")]),
        ("ur", "وزیر احمد خان نے کہا کہ ’ہم تیار ہیں‘۔", [("احمد خان", "ہم تیار ہیں")]),
        ("vi", "Theo chuyên gia Phạm Minh Đức, đây là “dấu hiệu đáng lo”.", [("Phạm Minh Đức", "dấu hiệu đáng lo")]),
    ],
)
def test_frames(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert _read(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        (
            "ja",
            "林健首相は「急ぐ」と述べた。岸花子さん（81）は「困る」と話す。首相は「待て」と述べた。",
            ["林健", "岸花子", "林健"],
        ),
        ("ja", "岸花子さんは「困る」と話す。首相は「待て」と述べた。", ["岸花子", ""]),
        ("ja", "岸花子さんは「困る」と話す。校長は「毎年続けたい」という。", ["岸花子", ""]),
        ("ja", "民宿を営む男性（67）は「客が減るのは困る」と話した。", [""]),
        ("ja", "岸花子さんは「床で寝た」と話す。「毛布が足りなかった」とも話した。", ["岸花子"] * 2),
        ("ja", "主演の松たか子さんが来た。松さんは「怖かった」と明かす。", ["松たか子"]),
        ("ja", "岸花子さんは「夢を見る」と話す。手を合わせ、「離れない」と言葉に力を込めた。", ["岸花子"] * 2),
        (
            "ja",
            "佐藤恒治社長は「変える」と強調した。会見では「待つ」とした。同社長は「力を示す」と述べた。",
            ["佐藤恒治"] * 3,
        ),
        ("ko", '카이스트의 주민서 교수는 "검증이 먼저"라고 말했다. 주 교수는 "늦었다"고 했다.', ["주민서"] * 2),
        ("ko", '15년째 조리사로 일하는 피은주 씨는 "하루에 천 명분을 한다"고 말했다.', ["피은주"]),
        ("ko", '소마시의 어부 다카하시 겐지 씨는 "값이 또 떨어질까 두렵다"고 털어놨다.', ["다카하시 겐지"]),
        ("bn", '"এই জয় আমার মায়ের জন্য," ম্যাচ শেষে বলেন রিতা চাকমা।', ["রিতা চাকমা"]),
        ("hi", 'ग्रामीणों का आरोप है कि "शिकायत के बाद भी मरम्मत नहीं हुई।"', [""]),
        ("ko", '임도형 서울시립대 도시행정학과 교수는 "제도를 손봐야 한다"고 지적했다.', ["임도형"]),
        ("ko", '배소영 하나증권 연구원은 "10월에 내린다"고 내다봤다. 다만 "변수가 많다"고 했다.', ["배소영"] * 2),
        ("ko", '재판장이 "서명은 누가 했느냐"고 묻자 조병철 사령관은 "기억나지 않는다"고 답했다.', ["", "조병철"]),
        ("ar", 'ونقل التلفزيون الرسمي عن سالم رزق قوله: "السد ملك للجميع".', ["سالم رزق"]),
        ("ar", 'قالت النائبة عن الاتحاد الوطني سوزان منصور إن "الحقوق سقطت من الموازنة".', ["سوزان منصور"]),
        ("ar", 'وعلق اللاعب يوسف النصيري على الفوز قائلا: "نهدي الكأس".', ["يوسف النصيري"]),
        ("ar", 'وقال متحدث باسم النيابة إن "الموقوف لم يدل بأي أقوال".', [""]),
        ("hi", 'एनडीआरएफ के एक अधिकारी ने कहा, "दो दिन लगेंगे।"', [""]),
        ("hi", 'पहलवान रीना मलिक ने पदक जीता। घर पर रीना ने कहा, "यह सच है।"', ["रीना मलिक"]),
        ("hi", 'मंत्री मोहन जैन ने कहा, "काम होगा।" उन्होंने तंज कसते हुए कहा, "वे डरते हैं।"', ["मोहन जैन"] * 2),
        ("bn", 'নিহত ব্যক্তির ভাই বলেন, "আমরা কার কাছে বিচার চাইব?"', [""]),
        ("bn", 'কোচ হাসান আলী বলেন, "আমরা জিতেছি।" সেনাবাহিনী দাবি করেছে, "ঘাঁটিতে হামলা হয়েছে।"', ["হাসান আলী", ""]),
    ],
)
def test_offices_and_names_where_no_letter_is_a_capital(language: str, text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in _read(text, language)] == speakers


def test_armenian_marks_are_read_and_kept() -> None:
    text = "Նախարարը խոսեց: Աննա Պետրոսյանն ասաց. «Ինչո՞ւ գնալ։ Մենք կմնանք»:"
    article = Article(url="https://sample.example/a", language="hy", body=text)
    quote = analyse(article, catalogue=labelled.catalogue()).quotes[0]
    assert (quote.text, quote.speaker) == ("Ինչո՞ւ գնալ։ Մենք կմնանք", "Աննա Պետրոսյան")
    assert quote.sentence == "Աննա Պետրոսյանն ասաց. «Ինչո՞ւ գնալ։ Մենք կմնանք»:"
