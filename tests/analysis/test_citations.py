"""Which outlets an article cites."""

from pathlib import Path

import pytest

from monitor.analysis import analyse, cited
from monitor.analysis.frames import frames, has_frames
from monitor.model import Article
from monitor.outlets import load_catalogue
from tests.analysis import labelled

PACKAGED = load_catalogue()


def _cited(text: str, language: str = "en", **fields: object) -> list[tuple[str, str]]:
    article = Article(url="https://sample.example/a", language=language, body=text, **fields)  # type: ignore[arg-type]
    return [(m.publisher, m.kind) for m in analyse(article, catalogue=labelled.catalogue()).mentions if m.publisher]


def test_labelled_sentences() -> None:
    scores = labelled.scores(labelled.citations())
    assert scores["all"].precision >= 0.97
    assert scores["all"].recall >= 0.95
    assert all(score.precision >= 0.9 and score.recall >= 0.8 for score in scores.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PARIS (Reuters) - The strike went on.", [("Reuters", "credit")]),
        ("The strike went on. (AFP)", [("AFP", "credit")]),
        ("Source: Xinhua", [("Xinhua", "credit")]),
        ("Reporting by Reuters; editing by the desk.", [("Reuters", "text")]),
        ("Time is short, the minister said.", []),
        ("Every time the guardian spoke, CNN's shares fell.", []),
        ("IRNA reported it, and so, IRNA said, did others.", [("IRNA", "text"), ("IRNA", "text")]),
    ],
)
def test_kinds(text: str, found: list[tuple[str, str]]) -> None:
    assert _cited(text) == found


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ("Milena Đokić ocenila je da je mirno.", set()),  # bent, Milenio would have one stem with her
        ("Prema pisanju Haaretza, sud je zasedao noću.", {"Haaretz"}),
        ("Tjednik piše da je sud zasjedao, a Dnevnik navodi da nije.", set()),  # of Sofia
        ("Kako javlja Kyodo, brod je stigao.", {"Kyodo"}),
        ("Kako doznaje N1, sud je zasedao noću.", {"N1"}),
    ],
)
def test_names_of_other_languages_are_not_bent(text: str, publishers: set[str]) -> None:
    article = Article(url="https://sample.example/a", language="hr", body=text)
    mentions = analyse(article, catalogue=PACKAGED).mentions
    assert {m.publisher for m in mentions if m.publisher} == publishers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "Според БНР пътят е затворен."),
        ("fi", "HS:n mukaan tie on suljettu."),
        ("mr", "लोकसत्ताशी बोलताना त्यांनी ही माहिती दिली."),
        ("te", "పోలీసులు వచ్చారని సాక్షి పత్రిక తెలిపింది."),
        ("th", "สำนักข่าวไทยพีบีเอสรายงานว่าถนนปิด"),
        ("sw", "Gazeti la Mwananchi liliripoti kwamba barabara imefungwa."),
    ],
)
def test_outlets_at_home_are_known_by_their_own_names(language: str, text: str) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    assert [m.kind for m in analyse(article, catalogue=PACKAGED).mentions if m.publisher] == ["text"]


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ("The Irish Times said so; a minister told the Times it was true.", ["The Irish Times"] * 2),
        ("The Wall Street Journal reported it. The Journal said officials knew.", ["The Wall Street Journal"] * 2),
        ("The Times reported it. The Straits Times said so too.", ["The Times (UK)", "The Straits Times"]),
        ("Officials told the Post they knew.", []),
    ],
)
def test_a_name_cut_short_is_that_of_the_outlet_named_before(text: str, publishers: list[str]) -> None:
    article = Article(url="https://sample.example/a", language="en", body=text)
    assert [m.publisher for m in analyse(article, catalogue=PACKAGED).mentions if m.publisher] == publishers


@pytest.mark.parametrize(
    ("language", "outlet", "text", "publishers"),
    [
        ("es", "", "Según publica ABC, el acuerdo está cerca.", ["ABC"]),
        ("en", "cnn-en", "A spokesman told ABC that the plan was dead.", ["ABC News"]),
        ("en", "abc-es", "A spokesman told ABC that the plan was dead.", ["ABC"]),
        ("en", "cnn-en", "Officials told The Times that the talks had failed.", []),
        ("en", "cnn-en", "The Times of London said so; officials told The Times.", ["The Times (UK)"]),
        ("en", "guardian-gb-en", "Officials told The Times that the talks had failed.", ["The Times (UK)"]),
        ("de", "", "Mein Mandant sei unschuldig, betont Rechtsanwältin Petra Ullmann.", []),
        ("it", "", "Lo scrive su Repubblica Corrado Neri.", ["La Repubblica"]),
        ("he", "", "סוכנות הידיעות האיראנית תסנים הודיעה על פיצוץ במפעל.", ["Tasnim News Agency"]),
    ],
)
def test_an_outlet_at_home_goes_before_its_namesake(
    language: str, outlet: str, text: str, publishers: list[str]
) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text, outlet=outlet)
    found = cited(analyse(article, catalogue=PACKAGED))
    assert list(found) == publishers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "הפרשה נחשפה לראשונה בכלכליסט."),
        ("he", 'השר אמר אתמול ל"מעריב" שלא יתפטר.'),
        ("tr", "Hürriyet'ten Nuray Demir'in aktardığına göre toplantı üç saat sürdü."),
        ("tr", "Bir yetkili AP'ye, saldırının önlendiğini söyledi."),
        ("it", "Le immagini trasmesse dalla Rai mostrano il crollo."),
        ("fr", "Il l'a confirmé auprès du Figaro."),
    ],
)
def test_a_name_in_the_case_of_whom_one_told(language: str, text: str) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    assert len(cited(analyse(article, catalogue=PACKAGED))) == 1


@pytest.mark.parametrize(
    ("language", "text", "publishers"),
    [
        ("ur", "تسنیم کل اسکول گئی تھی، یہ بات استاد نے بتائی۔", set()),  # a girl, and in Persian the agency
        ("fa", "تسنیم امروز از سفر وزیر خبر داد.", {"Tasnim News Agency"}),
        ("tr", "Cumhuriyet kurulalı yüz yıl oldu, diye yazdı öğrenci.", set()),
        ("es", "Cumhuriyet, que cita a tres testigos, publicó ayer la lista.", {"Cumhuriyet"}),
        ("ar", "ذكرت قناة الشرق الأوسط أن الوزير استقال.", {"Asharq Al-Awsat"}),  # no قناة الشرق
        ("sv", "Partiet gick till attack mot TV4 under kvällen.", set()),
        ("sv", "Ministern säger till TV4 att han avgår.", {"TV4"}),
        ("fr", "La Première ministre a annoncé sa démission.", set()),
        ("fa", "پلیس گفت یکی از مجریان فاکس نیوز زخمی شده است.", set()),
    ],
)
def test_whose_word_it_is(language: str, text: str, publishers: set[str]) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    mentions = analyse(article, catalogue=PACKAGED).mentions
    assert {m.publisher for m in mentions if m.publisher} == publishers


def test_a_link_to_another_publisher_cites_it_once() -> None:
    links = (
        ("https://www.theguardian.com/a", "a report"),
        ("https://www.theguardian.com/b", "another"),
        ("https://sample.example/b", "own"),
    )
    assert _cited("This follows a report of last week.", links=links) == [("The Guardian", "link")]


def test_the_agency_of_the_byline_is_a_credit() -> None:
    assert _cited("The strike went on.", agency="AFP") == [("AFP", "credit")]


def test_a_catalogue_without_aliases() -> None:
    from monitor.outlets import Catalogue  # noqa: PLC0415

    article = Article(url="https://sample.example/a", language="en", body="CNN reported it.")
    assert analyse(article, catalogue=Catalogue([])).mentions == ()


def test_each_mention_stands_where_it_says() -> None:
    text = "Nothing here.\nAccording to Reuters, the bridge fell. CNN reported three dead."
    article = Article(url="https://sample.example/a", language="en", body=text)
    mentions = analyse(article, catalogue=labelled.catalogue()).mentions
    assert [text[m.start : m.start + len(m.name)] for m in mentions] == ["Reuters", "CNN"]
    assert mentions[0].sentence == "According to Reuters, the bridge fell."


def test_every_language_of_the_frames_loads() -> None:
    languages = [path.stem for path in Path("monitor/analysis/frames").glob("*.yaml")]
    assert {"bn", "sr", "hr", "bs", "bg", "hu", "fi", "sk", "th", "ms", "ta", "te", "mr", "sw"} <= set(languages)
    assert all(has_frames(language) and frames(language).says and frames(language).reports for language in languages)
    assert frames("sr-Latn") == frames("sr")
    assert frames("xx") == frames("en")
    assert frames("../../secrets") == frames("en")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Two people briefed on the talks said so, and officials said nothing.", {"anonymous", "official"}),
        ("en", "The officials had lunch.", set()),
        ("ru", "Источник на заводе сообщил об этом.", {"anonymous"}),
        ("ar", "وقال مصدر أمني إن الطريق مغلق.", {"anonymous"}),
        ("fa", "یک منبع آگاه گفت مذاکرات ادامه دارد.", {"anonymous"}),
        ("de", "Nach Angaben aus Regierungskreisen sagten Diplomaten ab.", {"anonymous"}),
        ("tr", "Güvenlik kaynakları operasyonun sürdüğünü bildirdi.", {"anonymous"}),
        ("bn", "নাম প্রকাশে অনিচ্ছুক এক ব্যক্তি বলেন, আলোচনা চলছে।", {"anonymous"}),
        ("sr", "Неименовани званичник изјавио је да преговори трају.", {"anonymous"}),
        ("hr", "Glasnogovornica je izjavila da je cesta zatvorena.", {"official"}),
        ("bg", "Източник от завода каза, че работата е спряла.", {"anonymous"}),
        ("hu", "A rendőrség közölte, hogy az utat lezárták.", {"official"}),
        ("fi", "Nimetön lähde kertoi, että neuvottelut jatkuvat.", {"anonymous"}),
        ("sk", "Polícia uviedla, že cesta je uzavretá.", {"official"}),
        ("th", "แหล่งข่าวระบุว่าการเจรจายังดำเนินต่อไป", {"anonymous"}),
        ("ms", "Polis berkata jalan itu ditutup.", {"official"}),
        ("sw", "Mashuhuda walisema barabara imefungwa.", {"anonymous"}),
        ("fi", "Poliisi oli paikalla.", set()),
    ],
)
def test_officials_and_people_without_a_name(language: str, text: str, found: set[str]) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    mentions = analyse(article, catalogue=labelled.catalogue()).mentions
    assert {m.kind for m in mentions if not m.publisher} == found


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("ru", "Пресс-служба Кремля сообщила о встрече.", ["Пресс-служба Кремля"]),
        ("ja", "外務省報道官は協議が続くと述べた。", ["外務省報道官"]),
        ("en", "Police said so; officials said nothing.", ["Police", "officials"]),
        ("en", "The police, officials said, were late.", ["police", "officials"]),
    ],
)
def test_an_office_and_its_body_are_one_source(language: str, text: str, names: list[str]) -> None:
    article = Article(url="https://sample.example/a", language=language, body=text)
    assert [m.name for m in analyse(article, catalogue=labelled.catalogue()).mentions if not m.publisher] == names
