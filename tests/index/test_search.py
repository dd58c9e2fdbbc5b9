"""Search by words in many languages, by vectors, and by both."""

import time

import pytest
from attrs import evolve

from monitor.index import ArticleQuery, Hit, Index, Passage, Placement
from monitor.model import Moment
from tests.index.samples import NOON, stored, vector

# Language, a sentence, what people type to find it: other forms of its words, and words that are not in it.
INFLECTED = [
    ("en", "The ministers were negotiating sanctions in Vienna", ["minister", "negotiate", "VIENNA"], ["minute"]),
    ("de", "Die Regierungen verhandelten über die Häuser", ["Regierung", "verhandelte", "Haus"], ["Regen"]),
    ("fr", "Les négociations ont été suspendues à l'aube", ["négociation", "suspendue", "aube"], ["négoce"]),
    ("es", "Los ministros aprobaron las sanciones económicas", ["ministro", "sanción", "economica"], ["minuto"]),
    ("tr", "Seçimlerde hükümetin bakanları istifa etti", ["seçim", "hükümet", "bakan", "ISTIFA"], ["masa"]),
    ("ru", "Правительства договорились о новых выборах", ["правительство", "выборы", "новый"], ["вывод"]),
    ("ar", "والحكومة تعلن نتائج الانتخابات للبرلمان", ["حكومة", "الحكومة", "انتخابات", "نتائج"], ["حرب"]),
    ("fa", "دولت‌ها دربارهٔ انتخاباتِ آینده گفت‌وگو کردند", ["دولت", "انتخابات", "آینده"], ["جنگ"]),
    ("he", "הממשלה דנה בבחירות ובתקציב", ["ממשלה", "בחירות", "תקציב", "הבחירות"], ["מלחמה"]),
    ("zh", "伊朗外交部长与欧盟代表会谈核协议", ["外交部长", "核协议", "伊朗", "核"], ["核电"]),
    ("ja", "イランの外務大臣が核合意について会談した", ["外務大臣", "核合意", "会談", "イラン"], ["大統領"]),
    ("ko", "이란 외무장관이 핵합의에 대해 회담했다", ["외무장관", "핵합의", "회담"], ["선거"]),
    ("th", "รัฐบาลประกาศผลการเลือกตั้งทั่วไป", ["รัฐบาล", "เลือกตั้ง"], ["สงคราม"]),
    ("km", "រដ្ឋាភិបាលប្រកាសលទ្ធផលបោះឆ្នោត", ["រដ្ឋាភិបាល", "បោះឆ្នោត"], ["សង្គ្រាម"]),
    ("el", "Οι κυβερνήσεις διαπραγματεύονται τις εκλογές", ["κυβέρνηση", "εκλογές", "ΕΚΛΟΓΕΣ"], ["πόλεμος"]),
    ("hi", "सरकार ने चुनाव के नतीजे घोषित किए", ["सरकार", "चुनाव"], ["युद्ध"]),
    ("uk", "Уряд оголосив результати виборів", ["уряд", "результати"], ["війна"]),
    ("pl", "Rząd ogłosił wyniki wyborów", ["rząd", "wyniki"], ["wojna"]),
]  # fmt: skip


def ids(index: Index, text: str, **filters: object) -> list[str]:
    result = index.search(text, filters=ArticleQuery(**filters))  # type: ignore[arg-type]
    assert result.total == len(result.hits)
    return [hit.article.id for hit in result.hits]


def marked(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.marks]


def test_every_language_is_found_by_other_forms_of_its_words(index: Index) -> None:
    index.save([stored(code, language=code, headline=text, body="") for code, text, _, _ in INFLECTED])
    missed = [(code, word) for code, _, words, _ in INFLECTED for word in words if code not in ids(index, word)]
    wrong = [(code, word) for code, _, _, words in INFLECTED for word in words if code in ids(index, word)]
    assert missed == []
    assert wrong == []


def test_bodies_are_searched_as_headlines_are(index: Index) -> None:
    index.save([stored(code, language=code, headline="", body=f"{text}\n{text}") for code, text, _, _ in INFLECTED])
    missed = [(code, word) for code, _, words, _ in INFLECTED for word in words[:2] if code not in ids(index, word)]
    assert missed == []


def test_what_is_found_is_marked_in_the_original(index: Index) -> None:
    index.save([stored(code, language=code, headline=text, body=f"… {text}") for code, text, _, _ in INFLECTED])

    def hit(code: str, word: str) -> Hit:
        return next(hit for hit in index.search(word).hits if hit.article.id == code)

    assert marked(hit("en", "negotiate sanction").headline) == ["negotiating", "sanctions"]
    assert marked(hit("ru", "выборы").headline) == ["выборах"]
    assert marked(hit("fa", "دولت").headline) == ["دولت"]
    assert marked(hit("he", "ממשלה").headline) == ["הממשלה"]
    assert marked(hit("zh", "核协议").headline) == ["核协议"]
    assert marked(hit("tr", "hükümet").headline) == ["hükümetin"]
    assert marked(hit("en", '"ministers were"').passages[0]) == ["ministers", "were"]


def test_passages_are_short_and_hold_the_words(index: Index) -> None:
    body = "\n".join(f"Paragraph {number} says nothing in particular." for number in range(400))
    index.save([stored("a1", body=f"{body}\nThe envoy Lavrentiev met Assad.\n{body}")])
    (hit,) = index.search("lavrentiev assad").hits
    assert len(hit.passages) == 1
    assert marked(hit.passages[0]) == ["Lavrentiev", "Assad"]
    assert hit.passages[0].text.startswith("…")
    assert len(hit.passages[0].text) < 300
    assert hit.headline.marks == ()


def test_the_syntax(index: Index) -> None:
    index.save(
        [
            stored("a1", headline="Russia and Iran talk", body=""),
            stored("a2", headline="Iran and Syria talk", body=""),
            stored("a3", headline="Talk of rain in Syria", body=""),
        ]
    )
    assert set(ids(index, "talk")) == {"a1", "a2", "a3"}
    assert ids(index, "iran russia") == ["a1"]
    assert set(ids(index, "russia OR rain")) == {"a1", "a3"}
    assert set(ids(index, "talk russia OR rain")) == {"a1", "a3"}
    assert ids(index, '"iran and"') == ["a2"]
    assert ids(index, "«Iran and»") == ["a2"]
    assert ids(index, "iran -russia") == ["a2"]
    assert ids(index, 'talk -"and Iran" -rain') == ["a2"]
    assert ids(index, "-iran") == ["a3"]
    assert ids(index, "nothing") == []


TYPED = [
    '"', '""', "-", "OR", "OR OR", "iran OR", "OR iran", "iran -", '"iran', "iran AND", "NEAR(iran", "iran*",
    "{headline}:", "head:iran", "a^2~3", "(((", "\\", "\x00", "\ud800", "+-=&&||><!(){}[]^~*?:/", "%", "_",
    "'; DROP TABLE articles", "x" * 5000, " OR ".join(["iran"] * 100), "[1 TO", "/.*/", "\u202eiran",
]  # fmt: skip


def test_nothing_that_is_typed_is_an_error(index: Index) -> None:
    index.save([stored("a1", headline="Iran")])
    found = {typed: index.search(typed).total for typed in TYPED}
    assert set(found.values()) <= {0, 1}
    assert found["iran OR"] == found['"iran'] == found["OR iran"] == found["\u202eiran"] == 1


def test_filters_hold_for_words(index: Index) -> None:
    index.save(
        [
            stored("a1", headline="Iran", outlet="one", language="en"),
            stored("a2", headline="Iran", outlet="two", language="de", published=Moment.of(NOON.replace(day=20))),
        ]
    )
    index.place([Placement(article="a2", event="e1")])
    assert ids(index, "iran", outlets=("two",)) == ["a2"]
    assert ids(index, "iran", languages=("en",)) == ["a1"]
    assert ids(index, "iran", until=NOON.replace(day=21)) == ["a2"]
    assert ids(index, "iran", events=("e1",)) == ["a2"]


def test_pages(index: Index) -> None:
    index.save([stored(f"a{number:02}", headline="Iran " + "and others " * number) for number in range(30)])
    pages = [index.search("iran", limit=10, offset=offset) for offset in (0, 10, 20, 30)]
    assert [page.total for page in pages] == [30] * 4
    found = [hit.article.id for page in pages for hit in page.hits]
    assert len(found) == len(set(found)) == 30
    assert index.search("iran", limit=0).hits == ()


def test_without_words_the_newest_come_first(index: Index) -> None:
    index.save([stored(f"a{day}", published=Moment.of(NOON.replace(day=day))) for day in (3, 1, 2)])
    assert ids(index, "") == ["a3", "a2", "a1"]
    assert ids(index, "  ", until=NOON.replace(day=3)) == ["a2", "a1"]


def test_with_words_the_newest_come_first_where_that_is_asked_for(index: Index) -> None:
    later = Moment.of(NOON.replace(day=2))
    index.save([stored("body", headline="Rates", body="The ferry sank.", published=later)])
    index.save([stored("head", headline="The ferry sank", published=Moment.of(NOON.replace(day=1)))])
    assert ids(index, "ferry") == ["head", "body"]
    assert ids(index, "ferry", order="-time") == ["body", "head"]


def test_a_headline_counts_more_than_a_body(index: Index) -> None:
    index.save(
        [
            stored("body", headline="Weather report", body="Rain. Then there was talk of Shamkhani, too."),
            stored("headline", headline="Shamkhani speaks", body="He spoke for an hour about the weather."),
        ]
    )
    assert ids(index, "shamkhani") == ["headline", "body"]


def test_the_nearest_by_vector(index: Index) -> None:
    articles = [stored(f"a{axis}", direction=axis) for axis in range(4)]
    articles.append(evolve(stored("near"), vector=vector(2, toward=3, share=0.4), embedder=articles[0].embedder))
    index.save([*articles, stored("none")])
    result = index.search("", vector=vector(2), limit=2)
    assert [hit.article.id for hit in result.hits] == ["a2", "near"]
    assert result.hits[0].score == pytest.approx(1.0, abs=0.01)
    assert result.hits[1].score == pytest.approx(0.832, abs=0.02)
    assert result.total == 5
    near = index.search("", vector=vector(2), filters=ArticleQuery(urls=("https://paper.example/near",)))
    assert [hit.article.id for hit in near.hits] == ["near"]
    assert index.search("", vector=vector(0), limit=1, offset=1).hits[0].article.id != "a0"


def test_words_and_vector_together(index: Index) -> None:
    index.save(
        [
            stored("both", direction=1, headline="Iran talks"),
            stored("word", direction=5, headline="Iran talks"),
            stored("near", direction=1, headline="Something else"),
            stored("none", direction=6, headline="Something else"),
        ]
    )
    found = [hit.article.id for hit in index.search("iran", vector=vector(1)).hits]
    assert found[0] == "both"
    assert set(found[1:3]) == {"word", "near"}


def test_without_any_vector_in_the_index_words_are_enough(index: Index) -> None:
    index.save([stored("a1", headline="Iran")])
    assert [hit.article.id for hit in index.search("iran", vector=vector(1)).hits] == ["a1"]
    assert index.search("", vector=vector(1)).hits == ()


def test_long_words_and_many_marks_take_no_long_time(index: Index) -> None:
    body = "iran " * 20_000 + "x" * 50_000
    index.save([stored("a1", headline="x" * 10_000, body=body)])
    began = time.process_time()
    (hit,) = index.search("iran").hits
    assert time.process_time() - began < 3
    assert sum(len(passage.text) for passage in hit.passages) < 1000
