import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from monitor import web
from monitor.config import Config
from monitor.web import create_app
from tests.web import stories

PAGES = (
    "/",
    "/?order=newest&span=3d",
    "/?q=ferry&language=en",
    "/event/eferry",
    "/event/ehostile",
    "/article/ferry-2",
    "/article/ferry-4?at=75#at",
    "/article/hostile-1",
    "/article/dateless-1",
    "/search",
    "/search?q=ferry",
    "/search?q=کشتی&lang=fa",
    "/outlets",
    "/outlets?all=1",
    "/outlet/saba-fa",
    "/compare",
)


def document_fromstring(text: str) -> Any:
    """A page as lxml has it, whose stubs know no `xpath` that gives strings."""
    return html.document_fromstring(text)


@pytest.fixture
def whole(client: TestClient) -> dict[str, object]:
    """The ferry's comparison; after this the page is whole too."""
    found: dict[str, object] = client.get("/event/eferry.json").json()
    return found


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("locale", ["en", "fa"])
def test_every_page_is_html_of_its_language(client: TestClient, path: str, locale: str) -> None:
    answer = client.get(path, headers={"accept-language": f"{locale}-XX,en;q=0.5"})
    assert answer.status_code == 200
    page = document_fromstring(answer.text)
    if "lang=" not in path:
        assert page.get("lang") == locale
        assert page.get("dir") == ("rtl" if locale == "fa" else "ltr")
    assert len(page.findall(".//h1")) == 1
    assert not page.xpath("//*[@style] | //style | //script[not(@src)] | //*[@onclick]")
    assert not [url for url in page.xpath("//@src") if not url.startswith("/")]


def test_an_event_shows_every_table_and_leads_to_sentences(client: TestClient, whole: dict[str, object]) -> None:
    page = document_fromstring(client.get("/event/eferry").text)
    assert {"coverage", "spread", "citations", "claims", "quotes", "numbers", "changes"} <= set(
        page.xpath("//section/@id")
    )
    assert page.xpath("//h1[@lang='en' and @dir='ltr']")
    headlines = page.xpath("//ul[contains(@class,'grid')]//span[@lang]")
    assert {(each.get("lang"), each.get("dir")) for each in headlines} >= {("fa", "rtl"), ("he", "rtl"), ("zh", "ltr")}
    links = [url for url in page.xpath("//section//a/@href") if "?at=" in url]
    assert len(links) > 20
    for url in dict.fromkeys(links):
        target = document_fromstring(client.get(url.partition("#")[0]).text)
        assert target.get_element_by_id("at").text_content().strip()


def test_a_cells_link_leads_to_its_very_sentence(client: TestClient, whole: dict[str, object]) -> None:
    claims = client.get("/event/eferry/claims.json").json()
    rows = [dict(zip(claims["columns"], row, strict=True)) for row in claims["rows"]]
    for row in rows[:30]:
        page = document_fromstring(client.get(f"/article/{row['article']}?at={row['start']}").text)
        assert row["sentence"].strip() in page.get_element_by_id("at").text_content()


@pytest.mark.parametrize(("locale", "own"), [("en", "Harbour Post"), ("de", "Küstenblatt"), ("fr", "Le Quai")])
def test_who_carries_a_quote_is_told_beside_the_words_that_are_shown(
    client: TestClient, whole: dict[str, object], locale: str, own: str
) -> None:
    page = document_fromstring(client.get(f"/event/eferry?lang={locale}", headers={"accept-language": locale}).text)
    (quote,) = page.xpath("//section[@id='quotes']//figure[.//b[contains(., 'Lena Okafor')]]")
    forms = {
        use.find("a").text_content(): use.find("span").text_content()
        for use in quote.xpath(".//span[@class='uses']/span")
    }
    assert quote.xpath("string(.//blockquote/@lang)") == locale
    whole_form = next(form for name, form in forms.items() if own in name)
    assert [name for name, form in forms.items() if form == whole_form and "Волна" in name] == []
    assert len(set(forms.values())) == 2


def test_the_headline_is_in_the_readers_language_where_there_is_one(client: TestClient) -> None:
    page = document_fromstring(client.get("/event/eferry", headers={"accept-language": "fa"}).text)
    assert page.xpath("//h1/@lang") == ["fa"]
    assert page.xpath("//h1/@dir") == ["rtl"]


def test_an_article_names_its_event_in_the_readers_language(client: TestClient) -> None:
    page = document_fromstring(client.get("/article/ferry-4", headers={"accept-language": "he"}).text)
    own = page.xpath("//p[@class='note']/a[starts-with(@href,'/event/')]//@lang")
    page = document_fromstring(client.get("/article/ferry-4", headers={"accept-language": "fa"}).text)
    assert page.xpath("//p[@class='note']/a[starts-with(@href,'/event/')]//@lang") == ["fa"] != own


def test_an_outlet_that_the_catalogue_lacks_is_told_by_its_articles(config: Config) -> None:
    with TestClient(create_app(config.model_copy(update={"catalogue": None})), base_url="http://127.0.0.1") as client:
        page = document_fromstring(client.get("/outlet/saba-fa").text).xpath("//main")[0].text_content()
        assert client.get("/outlet/nobody").status_code == 404
    assert "saba-fa" in page
    assert stories.OUTLETS["saba-fa"][0] in page, "the publisher, as its articles name it"
    assert "Iran" in page


def test_the_claims_align_over_languages(whole: dict[str, object]) -> None:
    claims = whole["claims"]
    assert isinstance(claims, list)
    assert claims[0]["publishers"] >= 5


def test_a_merged_event_leads_on(client: TestClient) -> None:
    assert client.get("/event/eold").headers["location"] == "/event/eferry?merged=eold"
    assert "Event eold was merged into this one." in client.get("/event/eferry?merged=eold").text
    for name in ("eferry", "none", "<b>eold</b>"):
        assert "was merged into" not in client.get("/event/eferry", params={"merged": name}).text
    assert client.get("/event/eold.json").headers["location"] == "/event/eferry.json"
    assert client.get("/event/eold/claims.csv").headers["location"] == "/event/eferry/claims.csv"


@pytest.mark.parametrize("path", ["/event/none", "/article/none", "/outlet/none", "/nowhere", "/event/eferry/none"])
def test_what_is_not_there_is_said(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'role="alert"' in answer.text
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == 404
    assert answer.json()["error"]


def test_a_table_in_the_browser_is_its_place_on_the_page(client: TestClient) -> None:
    answer = client.get("/event/eferry/claims", headers={"accept": "text/html"})
    assert answer.headers["location"] == "/event/eferry#claims"


@pytest.mark.parametrize(
    "name",
    ["coverage", "spread", "citations", "quotes", "claims", "numbers", "terms", "contested", "changes", "blind-spots"],
)
def test_every_table_is_csv(client: TestClient, whole: dict[str, object], name: str) -> None:
    answer = client.get(f"/event/eferry/{name}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert f"eferry-{name}.csv" in answer.headers["content-disposition"]
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) > (0 if name in ("terms", "contested", "blind-spots") else 1)


def test_a_formula_in_a_headline_is_not_run_by_a_spreadsheet(client: TestClient) -> None:
    text = client.get("/event/ehostile/coverage.csv").text
    assert "'=HYPERLINK" in text
    assert not re.search(r'(^|,)"?=HYPERLINK', text, re.MULTILINE)


@pytest.mark.parametrize("path", ["/events.csv", "/search.csv?q=ferry", "/outlets.csv?all=1"])
def test_lists_are_csv(client: TestClient, path: str) -> None:
    assert len(client.get(path).text.splitlines()) > 1


def test_a_feed_without_an_order_has_the_newest(client: TestClient) -> None:
    def first(path: str) -> str:
        feed = etree.fromstring(client.get(path).content)
        return str(feed.xpath("string(//*[local-name()='entry']/*[local-name()='id'])")).rsplit("/", 1)[1]

    events = [client.get(f"/events.json?order={order}").json()["events"] for order in ("newest", "widest")]
    newest, widest = (found[0]["id"] for found in events)
    assert (first("/events.atom?limit=1"), first("/events.atom?limit=1&order=widest")) == (newest, widest)
    assert newest != widest
    hits = [client.get(f"/search.json?q=ferry&order={order}").json()["hits"] for order in ("newest", "best")]
    newest, best = (found[0]["id"] for found in hits)
    assert (first("/search.atom?q=ferry&limit=1"), first("/search.atom?q=ferry&limit=1&order=best")) == (newest, best)
    assert [each["published"] for each in hits[0]] == sorted((each["published"] for each in hits[0]), reverse=True)
    assert sorted(each["id"] for each in hits[0]) == sorted(each["id"] for each in hits[1])


@pytest.mark.parametrize("path", ["/events.atom", "/event/eferry.atom", "/event/ehostile.atom", "/search.atom?q=ferry"])
def test_feeds_are_atom(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-type"] == "application/atom+xml"
    root = etree.fromstring(answer.content)
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert root.findtext("a:updated", namespaces=names)
    entries = root.findall("a:entry", names)
    assert entries
    stamps = [each.findtext("a:updated", namespaces=names) for each in entries]
    assert stamps == sorted(stamps, key=str, reverse=True)
    for entry in entries:
        link = entry.find("a:link", names)
        assert link is not None
        assert client.get(str(link.get("href"))).status_code == 200


def test_a_page_without_a_form_says_so(client: TestClient) -> None:
    assert client.get("/article/ferry-1", headers={"accept": "text/csv"}).status_code == 406


def test_the_openapi_document_is_valid_and_its_addresses_answer(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    validate(document)
    for path, methods in document["paths"].items():
        if "get" not in methods:
            continue
        values = {"id": "ferry-1" if "article" in path else "eferry", "table": "claims", "slug": "saba-fa"}
        answer = client.get(path.format_map(values))
        assert answer.status_code == 200, path
        assert answer.headers["content-type"].split(";")[0] in json.dumps(methods["get"]["responses"]["200"])


def test_the_openapi_document_names_every_field_that_a_page_reads(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"].values()
    named = {each["name"] for path in paths for each in path.get("get", {}).get("parameters", ())}
    code = "".join(each.read_text() for each in Path(web.__file__).parent.glob("*.py"))
    read = set(re.findall(r'ask\.(?:query\.get|lists\.get|number|text|listed|choice|flag)\("(\w+)"', code))
    assert read - named == {"merged", "at", "lang"}  # which lead a reader from page to page
    assert {"q", "span", "order", "min", "meaning", "all"} <= read


def test_the_interfaces_language_is_remembered(client: TestClient) -> None:
    answer = client.get("/?lang=tr")
    assert 'lang="tr"' in answer.text
    assert answer.cookies["lang"] == "tr"
    assert "HttpOnly" in answer.headers["set-cookie"]


def test_filters_choose(client: TestClient) -> None:
    assert client.get("/events.json?language=zh").json()["total"] == 2
    assert client.get("/events.json?outlet=saba").json()["total"] == 2
    each = sum(client.get(f"/search.json?language={code}").json()["total"] for code in ("zh", "fa", "ar"))
    assert client.get("/search.json?language=ZH, FA&language=ar").json()["total"] == each
    assert client.get("/search.json?language=zh،fa،ar").json()["total"] == each
    assert client.get("/events.json?country=ir").json()["total"] == 2
    assert client.get("/events.json?q=budget").json()["total"] == 1
    assert client.get("/events.json?tag=agency").json()["total"] == 3
    assert client.get("/events.json?tag=agency&outlet=saba").json()["total"] == 2
    assert client.get("/events.json?tag=agency&outlet=coast").json()["total"] == 0
    assert client.get("/search.json?tag=agency&q=ferry").json()["total"] == 1
    assert client.get("/events.json?min=5").json()["total"] == 1


@pytest.mark.parametrize(("path", "name"), [("/events", "events"), ("/search", "hits")])
def test_a_list_is_as_long_as_it_is_asked_to_be(client: TestClient, path: str, name: str) -> None:
    total = client.get(f"{path}.json").json()["total"]
    assert len(client.get(f"{path}.json?limit=2").json()[name]) == 2
    assert len(client.get(f"{path}.json?limit=500&offset=1").json()[name]) == total - 1
    assert len(client.get(f"{path}.csv?limit=1").text.splitlines()) == 2
    following = html.document_fromstring(client.get(f"{path}?limit=1").text).xpath("string(//a[@rel='next']/@href)")
    assert set(str(following).lstrip("?").split("&")) == {"limit=1", "offset=1"}


def test_a_first_visit_shows_the_last_week_where_it_has_events(config: Config) -> None:
    def options(days: float, query: str = "") -> tuple[list[str], list[str], int]:
        app = create_app(config, clock=lambda: stories.NOW + timedelta(days=days))
        client = TestClient(app, base_url="http://127.0.0.1")
        page = document_fromstring(client.get("/" + query, headers={"accept": "text/html"}).text)
        chosen = page.xpath("//select[@name='span']/option[@selected]/@value")
        links = page.xpath("//p[@class='also']/a[contains(., 'JSON')]/@href")
        return chosen, links, len(page.xpath("//ol[@class='events']/li"))

    chosen, links, total = options(400, "?span=all")
    assert (chosen, links) == (["all"], ["/events.json?span=all"])
    assert options(0) == (["7d"], ["/events.json?span=7d"], total)
    some = options(6.5)  # a part of the events is older than a week then
    assert some[:2] == (["7d"], ["/events.json?span=7d"])
    assert 0 < some[2] < total
    assert options(400) == (["all"], ["/events.json"], total)
    assert options(6.5, "?language=en")[0] == ["all"]
    app = create_app(config, clock=lambda: stories.NOW + timedelta(days=6.5))
    assert TestClient(app, base_url="http://127.0.0.1").get("/events.json").json()["total"] == total


def test_search_by_meaning_finds_other_languages(client: TestClient) -> None:
    hits = client.get("/search.json?q=sunken+ferry&meaning=1").json()["hits"]
    assert {hit["language"] for hit in hits} > {"en", "fa"}
