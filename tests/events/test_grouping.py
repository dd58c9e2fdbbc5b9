"""Grouping without an index: languages, order, dates, and input that nobody wished for."""

import random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.embedding import Embedder
from monitor.events import bcubed, group_articles, pairs
from monitor.model import Article
from tests.events.samples import article, articles, gold

LEAD = "The mayor said that repairs would take two weeks and that buses would run instead, as they did in May. "


def grouped(embedder: Embedder, made: list[Article]) -> dict[str, str]:
    return group_articles(made, embedder=embedder)


def one_event(events: dict[str, str], *ids: str) -> bool:
    return len({events[each] for each in ids}) == 1


def test_events_are_found_across_languages_and_lookalikes_kept_apart(embedder: Embedder) -> None:
    events = grouped(embedder, articles())
    known, found = gold(events)
    assert bcubed(known, found).precision > 0.95
    assert bcubed(known, found).f1 > 0.9
    assert pairs(known, found, [each.split("-")[2] for each in sorted(events)]).f1 > 0.85


def test_the_same_articles_give_the_same_events(embedder: Embedder) -> None:
    assert grouped(embedder, articles()) == grouped(embedder, articles())


def test_the_order_of_the_file_does_not_matter_where_times_differ(embedder: Embedder) -> None:
    made = articles()
    shuffled = made[:]
    random.Random(4).shuffle(shuffled)
    known = bcubed(*pairwise(grouped(embedder, made), grouped(embedder, shuffled)))
    assert known.f1 > 0.99


def pairwise(one: dict[str, str], other: dict[str, str]) -> tuple[list[str], list[str]]:
    return [one[each] for each in sorted(one)], [other[each] for each in sorted(one)]


def test_undated_articles_find_their_events(embedder: Embedder) -> None:
    undated = [evolve(each, published=None) for each in articles()]
    assert bcubed(*gold(grouped(embedder, undated))).f1 > 0.85
    half = [evolve(each, published=None) if number % 2 else each for number, each in enumerate(articles())]
    assert bcubed(*gold(grouped(embedder, half))).f1 > 0.85


def test_nothing_gives_nothing(embedder: Embedder) -> None:
    assert grouped(embedder, []) == {}


def test_empty_headlines_are_events_of_their_own(embedder: Embedder) -> None:
    made = [article(f"empty-{number}", "", hours=number) for number in range(4)]
    assert len(set(grouped(embedder, made).values())) == 4


def test_an_empty_headline_with_a_body_goes_with_what_its_body_tells(embedder: Embedder) -> None:
    body = "A cargo ship hit a pillar of a bridge in Oslo on Monday. The bridge was closed to all traffic. " + LEAD
    events = grouped(
        embedder,
        [
            article("a", "Oslo bridge closed after cargo ship hits pillar", body=body),
            article("b", "", hours=1, body=body),
            article("c", "Cup final in Lisbon", hours=1),
        ],
    )
    assert one_event(events, "a", "b")
    assert not one_event(events, "a", "c")


def test_one_word_headlines_do_not_draw_everything(embedder: Embedder) -> None:
    words = ["Live", "Video", "Опрос", "Wetter", "Karikatur", "天气"]
    made = [article(f"word-{number}", word, hours=number) for number, word in enumerate(words)]
    assert bcubed(*gold({k: v for k, v in grouped(embedder, [*articles(), *made]).items() if "word" not in k})).f1 > 0.9


def test_the_same_one_word_headline_twice_is_two_events(embedder: Embedder) -> None:
    made = [article(f"word-{number}", "Video", hours=number / 10, outlet=f"outlet-{number}") for number in range(5)]
    assert len(set(grouped(embedder, made).values())) == 5


def test_ten_thousand_copies_of_one_text_are_one_event(embedder: Embedder) -> None:
    copies = [
        article(f"copy-{number:05}", "Oslo bridge closed after cargo ship hits pillar", hours=number / 1000)
        for number in range(10_000)
    ]
    events = grouped(embedder, [*copies, article("other", "Cup final in Lisbon ends without goals", hours=5)])
    assert len({events[each.id] for each in copies}) == 1
    assert events["other"] != events["copy-00000"]


def test_a_daily_report_under_one_headline_is_a_new_event_each_day(embedder: Embedder) -> None:
    made = [
        article(f"weather-{day}", "Počasí na dnešek", language="cs", outlet="pocasi", hours=24 * day)
        for day in range(6)
    ]
    events = grouped(embedder, [*articles(), *made])
    assert len({events[each.id] for each in made}) == 6


def test_a_daily_report_with_a_text_is_a_new_event_each_day(embedder: Embedder) -> None:
    body = "Today will be {sky} with highs of {high} degrees and winds of {wind} km/h. Tomorrow brings little change. "
    sky = ["sunny", "cloudy", "rainy", "foggy", "stormy"]
    made = [
        article(
            f"weather-{day}",
            "Weather report for Northern Ireland",
            outlet="herald",
            hours=24 * day,
            body=body.format(sky=sky[day], high=12 + 2 * day, wind=10 + 5 * day),
        )
        for day in range(5)
    ]
    assert len(set(grouped(embedder, made).values())) == 5


def test_a_spam_burst_stays_out_of_other_events(embedder: Embedder) -> None:
    spam = [
        article(f"spam-{number}", f"Buy cheap watches now, offer number {number}", hours=20 + number / 100)
        for number in range(300)
    ]
    events = grouped(embedder, [*articles(), *spam])
    told = {event for identity, event in events.items() if not identity.startswith("spam")}
    assert not told & {event for identity, event in events.items() if identity.startswith("spam")}


TEN = [
    "Oslo bridge closed after cargo ship hits pillar",
    "Lisbon tram derails, 12 hurt",
    "Ghana parliament approves cocoa bill by 132 votes",
    "Magnitude 5.4 earthquake shakes Crete",
    "Aliyev arrives in Astana for talks with Tokayev",
    "Chess federation strips grandmaster of his title over cheating",
    "Bolivia opens its first lithium plant in Uyuni",
    "Court in The Hague rules on fishing rights off Svalbard",
    "Vaccine against dengue reaches schools in Colombo",
    "Hikers find Roman coins on a beach in Cornwall",
]


def test_a_round_up_of_ten_events_joins_none_of_them_together(embedder: Embedder) -> None:
    """The ten stay ten, each with its second report; the round-up may go with one of them or stay by itself."""
    told = [
        article(f"event{number}-{desk}", f"{headline}{desk}", hours=2 * number + bool(desk), outlet=f"desk{desk}")
        for number, headline in enumerate(TEN)
        for desk in ("", ", officials say")
    ]
    alone = grouped(embedder, told)
    text = " ".join(f"{headline}." for headline in TEN)
    for hours in (30, 200):
        events = grouped(
            embedder, [*told, article("roundup", "News in brief: the day in ten lines", hours=hours, body=text)]
        )
        roundup = events.pop("roundup")
        assert bcubed(*pairwise(alone, events)).f1 == 1
        assert list(events.values()).count(roundup) <= 2
    assert bcubed([each.partition("-")[0] for each in sorted(alone)], [alone[each] for each in sorted(alone)]).f1 == 1


def test_two_events_in_one_article_join_none_of_them_together(embedder: Embedder) -> None:
    both = article("both", "Oslo bridge closed after ship hits pillar; Lisbon tram derails, 12 hurt", hours=6)
    events = grouped(embedder, [*articles(["bridge-oslo", "tram-lisbon"]), both])
    assert events["bridge-oslo-en-1"] != events["tram-lisbon-en-2"]
    first = evolve(both, published=articles(["bridge-oslo"])[0].published)
    events = grouped(embedder, [first, *articles(["bridge-oslo", "tram-lisbon"])])
    assert events["bridge-oslo-en-1"] != events["tram-lisbon-en-2"]


def test_a_live_blog_that_changes_topic_does_not_join_two_events(embedder: Embedder) -> None:
    blog = [
        article("blog-1", "Live: Oslo bridge closed after cargo ship hits pillar", hours=1),
        article("blog-2", "Live: magnitude 5.4 earthquake shakes Crete", hours=21),
    ]
    events = grouped(embedder, [*articles(["bridge-oslo", "quake-crete"]), *blog])
    assert events["bridge-oslo-en-1"] != events["quake-crete-en-1"]
    assert one_event(events, "blog-2", "quake-crete-en-1")


def test_a_long_story_does_not_swallow_the_month(embedder: Embedder) -> None:
    towns = [
        "Kharkiv",
        "Odesa",
        "Dnipro",
        "Sumy",
        "Zaporizhzhia",
        "Mykolaiv",
        "Lviv",
        "Poltava",
        "Kherson",
        "Kryvyi Rih",
    ]
    made = [
        article(f"war-{day}-{each}", f"{number} killed in missile attack on {towns[day % 10]}", hours=72 * day + each)
        for day, number in enumerate((3, 7, 12, 4, 9, 2, 15, 6, 5, 11))
        for each in range(3)
    ]
    events = grouped(embedder, made)
    assert len(set(events.values())) >= 8
    assert all(one_event(events, *(f"war-{day}-{each}" for each in range(3))) for day in range(10))


def test_a_date_in_the_far_future_or_past_is_no_harm(embedder: Embedder) -> None:
    far = [
        article("future", "Magnitude 5.4 earthquake shakes Crete", hours=24 * 365 * 50),
        article("past", "Magnitude 5.4 earthquake shakes Crete", hours=-24 * 365 * 50),
    ]
    events = grouped(embedder, [*articles(), *far])
    known, found = gold({identity: event for identity, event in events.items() if identity not in ("future", "past")})
    assert bcubed(known, found).f1 > 0.9


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=60),
            st.text(max_size=200),
            st.sampled_from(["en", "fa", "zh", "und", "xx"]),
            st.none() | st.floats(-1000, 1000),
        ),
        max_size=8,
    )
)
def test_any_articles_get_an_event_each(embedder: Embedder, rows: list[tuple[str, str, str, float | None]]) -> None:
    made = [
        article(str(n), headline, body=body, language=language, hours=hours)
        for n, (headline, body, language, hours) in enumerate(rows)
    ]
    events = grouped(embedder, made)
    assert set(events) == {each.id for each in made}
    assert all(events.values())
