"""The parts without an index: query syntax, terms, decisions, JSON."""

import json
from datetime import date, datetime, time, timedelta, timezone

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from monitor.index import ArticleQuery, EventQuery, Stored
from monitor.index.codec import (
    clean,
    dumps,
    from_dict,
    moment_from_text,
    moment_to_text,
    stored_from_dict,
    stored_to_dict,
)
from monitor.index.export import cell
from monitor.index.fusion import fuse
from monitor.index.passages import mark, passages, wanted
from monitor.index.query import Item, Query, parse
from monitor.index.saving import Known, decide, filed
from monitor.index.sqlite.schema import FIRST, statements
from monitor.index.terms import fold, readings, stream, terms
from monitor.model import Article, FateName, Moment
from tests.index.samples import NOON, article, rich, stored

LANGUAGES = st.sampled_from(["en", "tr", "ar", "fa", "he", "zh", "ja", "th", "km", "ru", "und", "nonsense"])


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", Query()),
        ("iran", Query(((Item("iran"),),))),
        ("a b", Query(((Item("a"),), (Item("b"),)))),
        ("a OR b c", Query(((Item("a"), Item("b")), (Item("c"),)))),
        ('"a b" -c', Query(((Item("a b", phrase=True),),), (Item("c"),))),
        ("„a b“ «c d» 「e」", Query(tuple((Item(text, phrase=True),) for text in ("a b", "c d", "e")))),
        ('-"a b"', Query((), (Item("a b", phrase=True),))),
        ("OR a OR", Query(((Item("a"),),))),
        ("a -- ... b", Query(((Item("a"),), (Item("b"),)))),
        ('"open', Query(((Item("open", phrase=True),),))),
    ],
)
def test_queries(typed: str, query: Query) -> None:
    assert parse(typed) == query


@given(st.text(max_size=200))
def test_any_query_is_read(typed: str) -> None:
    query = parse(typed)
    assert all(item.text for item in (*query.items, *query.without))


@given(st.text(max_size=300), LANGUAGES)
def test_terms_stand_where_they_say(text: str, code: str) -> None:
    found = list(terms(text, code))
    assert " ".join(term.text for term in found) == stream(text, code)
    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert not any(" " in term.text or '"' in term.text for term in found)


@given(st.text(max_size=120), LANGUAGES)
def test_a_text_is_found_by_its_own_words(text: str, code: str) -> None:
    found = [term.text for term in terms(text, code)]
    for place, term in enumerate(terms(text, code)):
        word = text[term.start : term.end]
        ways = readings(word, {"english", "turkish", "arabic", "persian", "russian", ""})
        assert any(found[place] in way[0] or way[0][0].rstrip("*") in found[place] for way in ways if way), word


@given(st.text(max_size=300), LANGUAGES, st.text(max_size=40))
def test_marks_are_in_order_and_apart(text: str, code: str, typed: str) -> None:
    spans = mark(text, code, wanted(parse(typed), code))
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    for passage in passages(text, code, wanted(parse(typed), code)):
        assert all(0 <= start < end <= len(passage.text) for start, end in passage.marks)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ÉLAN", "elan"),
     ("İran", "iran"), ("ИЁ", "ие"), ("كتاب", "کتاب"), ("حکومة", "حكومه"), ("١٢٣", "123"),
     ("۱۲۳", "123"), ("ＡＢＣ", "abc"), ("שָׁלוֹם", "שלום"), ("Straße", "strasse"),
     ("Ørsted", "orsted"), ("Łódź", "lodz"), ("آب", "اب")],
)  # fmt: skip
def test_variants_of_letters_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_vowel_signs_that_carry_meaning_stay() -> None:
    assert fold("की") != fold("का")
    assert fold("が") != fold("か")


def known(made: Stored) -> Known:
    return Known(stored=made, time=filed(made.article))


def test_decisions() -> None:
    first = stored("a1", direction=1)
    assert decide(None, first).outcome.fate is FateName.STORED
    assert decide(None, evolve(first, article=evolve(first.article, revision=4))).outcome.revision == 4
    assert decide(known(first), first).stored is None
    same = evolve(first, article=evolve(first.article, section="Politics"))
    decision = decide(known(first), same)
    assert decision.outcome.fate is FateName.UNCHANGED
    assert decision.stored is not None
    assert not decision.new_text
    without = evolve(first, vector=None, embedder="", article=evolve(first.article, section="Politics"))
    kept = decide(known(first), without).stored
    assert kept is not None
    assert kept.vector is first.vector


@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)), st.times(), st.integers(-14 * 60, 14 * 60), st.booleans())
def test_moments_survive_json(day: date, at: time, minutes: int, has_time: bool) -> None:
    when = datetime.combine(day, at if has_time else time(), timezone(timedelta(minutes=minutes)))
    moment = Moment.of(when, has_time=has_time)
    again = moment_from_text(moment_to_text(moment))
    assert again == moment
    assert again.has_time == has_time


def test_articles_survive_json() -> None:
    again = stored_from_dict(json.loads(dumps(stored_to_dict(rich()))))
    assert again.article == rich().article
    assert again.analysis == rich().analysis
    assert (again.minhash, again.signature) == (rich().minhash, rich().signature)


def test_what_is_unknown_is_passed_over_and_what_is_wrong_is_told() -> None:
    assert from_dict({"url": "u", "of_a_later_version": 1}, Article) == Article(url="u")
    with pytest.raises(ValueError, match="no Article"):
        from_dict({"headline": "no url"}, Article)
    with pytest.raises(ValueError, match="no Article"):
        from_dict({"url": "u", "published": "soon"}, Article)


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_can_be_written(text: str) -> None:
    assert "\x00" not in clean(text)
    clean(text).encode()
    dumps({"text": text}).encode()


def test_what_an_article_is_filed_under() -> None:
    day = timedelta(days=1)
    fetched = NOON.replace(microsecond=123456)
    assert filed(article(published=None, fetched=fetched)) == round(fetched.timestamp(), 3)
    assert filed(article(published=Moment.of(NOON + 2 * day), fetched=NOON)) == NOON.timestamp()
    assert filed(article(published=Moment.of(NOON + day), fetched=NOON)) == (NOON + day).timestamp()
    naive = NOON.replace(tzinfo=None)
    assert filed(article(published=None, fetched=naive)) == NOON.timestamp()


def test_rankings_are_fused() -> None:
    assert [key for key, _ in fuse(["a", "b", "c"], ["b", "d"])] == ["b", "a", "d", "c"]
    assert fuse([], []) == []


def test_cells() -> None:
    assert [cell(value) for value in ("=1", "＝1", "\t=1", "a=1", None, ["-a", "b"], 3)] == [
        "'=1", "'＝1", "'\t=1", "a=1", "", "'-a; b", "3",
    ]  # fmt: skip


def test_the_schema_is_run_statement_by_statement() -> None:
    found = statements(FIRST)
    assert len(found) == FIRST.count(";\n")
    assert all(statement.startswith("CREATE") for statement in found)


@pytest.mark.parametrize("query", [ArticleQuery, EventQuery])
def test_codes_and_slugs_are_asked_for_in_any_capitals(query: type[ArticleQuery] | type[EventQuery]) -> None:
    asked = query(languages=("FA", "pt_br", "ZH-tw", "sr-latn", "Persian!"), countries=("ir",), outlets=("IRNA-fa",))
    assert asked.languages == ("fa", "pt-BR", "zh-Hant", "sr-Latn", "Persian!")
    assert (asked.countries, asked.outlets) == (("IR",), ("irna-fa",))
    assert query(languages=("no", "NN", "sr", "zh")).languages == ("no", "nb", "nn", "sr", "zh", "yue")
    assert (query().languages, query().countries, query().outlets) == ((), (), ())
