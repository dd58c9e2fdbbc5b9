import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from monitor.config import Config
from monitor.web import create_app
from tests.web import stories

ARTICLE = """Ferry disaster off Port Aldara

At least 12 people were killed when a ferry sank off Port Aldara on Wednesday, Meridian News Agency reported.
Rescue boats brought 150 survivors to the harbour.
The captain had asked for permission to stay in port because of a broken pump, his wife told us.
"""


def post(client: TestClient, headers: dict[str, str] | None = None, **fields: str) -> Any:
    """Send the form as a browser does."""
    files = {name: (None, value) for name, value in fields.items()}
    return client.post("/compare", files=files, headers=headers or {})


def test_a_pasted_article_finds_its_event(client: TestClient) -> None:
    found = post(client, {"accept": "application/json"}, text=ARTICLE, published="2026-03-11").json()
    assert found["matches"][0]["event"] == "eferry"
    assert "Meridian News Agency" in [each["name"] for each in found["cited"]]
    assert any("broken pump" in cell["sentence"] for cell in found["adds"])
    page = post(client, text=ARTICLE, published="2026-03-11")
    assert page.status_code == 200
    assert "/event/eferry" in page.text
    assert "broken pump" in page.text


@pytest.mark.parametrize("locale", ["en", "fa", "de"])
def test_its_events_are_named_in_the_readers_language(client: TestClient, locale: str) -> None:
    page = html.document_fromstring(
        post(client, {"accept-language": locale}, text=ARTICLE, published="2026-03-11").text
    )
    assert page.xpath("//h3/a[@href='/event/eferry']//@lang") == [locale]


def test_a_pasted_page_is_read_as_one(client: TestClient) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[2:])
    text = f"<!doctype html><html><head><title>Ferry</title></head><body><article><h1>Ferry disaster</h1>{paragraphs}"
    assert "<h2" in post(client, text=text, published="2026-03-11").text


@pytest.mark.parametrize("path", ["/events", "/search"])
@pytest.mark.parametrize("asked", ["span=bogus", "since=99y", "since=2018-13-45", "span=999999w", "since=<b>"])
def test_a_span_that_is_none_is_said(client: TestClient, path: str, asked: str) -> None:
    page = client.get(f"{path}?{asked}")
    assert page.status_code == 200
    said = f"“{asked.partition('=')[2]}” is neither a span such as 2d nor a date such as 2018-05-22."
    assert html.document_fromstring(page.text).xpath("string(//p[@role='alert'])") == said
    for suffix in (".json", ".csv", ".atom"):
        assert client.get(f"{path}{suffix}?{asked}").status_code == 400
    assert client.get(f"{path}.json?{asked}").json() == {"error": said}
    assert "نه بازه‌ای مانند 2d است" in client.get(f"{path}?{asked}&lang=fa").text


ODD = {
    "/events?order=newst": "order: there is no “newst”; there are: widest, newest.",
    "/events?limit=0": "limit: “0” is no number from 1 to 500.",
    "/search?limit=501": "limit: “501” is no number from 1 to 500.",
    "/events?min=many": "min: “many” is no number from 0 to 1000.",
    "/events?min=-2": "min: “-2” is no number from 0 to 1000.",
    "/events?offset=20000": "offset: “20000” is no number from 0 to 10000.",
    "/search?offset=x": "offset: “x” is no number from 0 to 10000.",
    "/search?q=ferry&meaning=yes": "meaning: there is no “yes”; there are: 0, 1.",
    "/outlets?all=true": "all: there is no “true”; there are: 0, 1.",
    "/search?q=" + "ferry+" * 200: "q: longer than 1000 characters.",
}


@pytest.mark.parametrize("asked", ODD)
def test_what_is_not_to_be_had_is_said(client: TestClient, asked: str) -> None:
    path, _, query = asked.partition("?")
    page = client.get(asked)
    assert page.status_code == 200
    assert html.document_fromstring(page.text).xpath("//p[@role='alert']/text()") == [ODD[asked]]
    answer = client.get(f"{path}.json?{query}")
    assert (answer.status_code, answer.json()) == (400, {"error": ODD[asked]})
    assert client.get(f"{path}.csv?{query}").status_code == 400


@pytest.mark.parametrize(
    "asked", ["/events?order=&min=&offset=&lang=", "/events?order=newest&min=2", "/search?q=ferry&meaning=0&offset=0"]
)
def test_what_is_to_be_had_is_not_odd(client: TestClient, asked: str) -> None:
    assert not html.document_fromstring(client.get(asked).text).xpath("//p[@role='alert']")
    assert client.get(asked.replace("?", ".json?")).status_code == 200


UNKNOWN = {
    "/events?languge=fa": "There is no parameter “languge”: did you mean language? There are: q, span, ",
    "/search?zzz=1": "There is no parameter “zzz”; there are: q, span, ",
    "/outlets?ALL=1": "There is no parameter “ALL”: did you mean all? There are: all.",
    "/event/eferry?format=json": "There is no parameter “format”",
    "/article/ferry-4?zzz=1": "There is no parameter “zzz”",
}


@pytest.mark.parametrize("asked", UNKNOWN)
def test_a_parameter_that_there_is_not_is_said(client: TestClient, asked: str) -> None:
    path, _, query = asked.partition("?")
    page = client.get(asked)
    assert page.status_code == 200
    said = html.document_fromstring(page.text).xpath("string(//p[@role='alert'])")
    assert str(said).startswith(UNKNOWN[asked])
    answer = client.get(f"{path}.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(UNKNOWN[asked].split(":")[0].split(";")[0])


def test_a_parameter_where_there_is_none_and_a_field_that_there_is_not_are_said(client: TestClient) -> None:
    none = client.get("/event/eferry/claims.csv?limit=3")
    assert none.status_code == 400
    assert none.text == "There is no parameter “limit”: this address takes none.\n"
    assert none.headers["content-type"] == "text/plain; charset=utf-8"
    sent = post(client, {"accept": "application/json"}, text=ARTICLE, date="2026-03-11")
    assert (sent.status_code, sent.json()["error"][:30]) == (400, "There is no parameter “date”; ")
    assert "«\u2068zzz\u2069»" in client.get("/?zzz=1&lang=fa").text
    assert client.get("/openapi.json?x=1").status_code == 200


def test_what_mailings_and_networks_put_into_an_address_is_left_alone(client: TestClient) -> None:
    tracked = "utm_source=letter&utm_medium=mail&fbclid=a1&gclid=b2&mc_cid=c3&ref=d4"
    assert client.get(f"/events.json?{tracked}").json() == client.get("/events.json").json()
    page = client.get(f"/?{tracked}")
    assert not html.document_fromstring(page.text).xpath("//p[@role='alert']")
    assert "utm_" not in page.text


STRANGE = {
    "outlet=sabba": "No outlet or publisher is called “sabba”; did you mean saba",
    "outlet=qqqqqq": "No outlet or publisher is called “qqqqqq”.",
    "country=Iran": "No outlet is of the country “Iran”; did you mean IR",
    "country=Atlantis": "No outlet is of the country “Atlantis”",
    "language=persian": "No outlet is in the language “persian”; did you mean fa",
    "tag=wires": "tag: there is no “wires”; there are: agency",
}


@pytest.mark.parametrize("asked", STRANGE)
@pytest.mark.parametrize("path", ["/events", "/search"])
def test_a_filter_that_nothing_answers_to_is_said(client: TestClient, path: str, asked: str) -> None:
    page = client.get(f"{path}?{asked}")
    assert page.status_code == 200
    assert str(html.document_fromstring(page.text).xpath("string(//p[@role='alert'])")).startswith(STRANGE[asked])
    answer = client.get(f"{path}.json?{asked}")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(STRANGE[asked])


def test_a_name_in_the_readers_language_leads_to_its_code(client: TestClient) -> None:
    persian: Any = html.document_fromstring(client.get("/events?country=ایران&language=فارسی&lang=fa").text)
    said = [str(each.text_content()) for each in persian.xpath("//p[@role='alert']")]
    assert ["\u2068IR\u2069" in said[0], "\u2068fa\u2069" in said[1]] == [True, True]
    for locale in ("en", "fa", "ar", "ru", "de", "es", "fr", "tr", "zh"):
        page = html.document_fromstring(client.get(f"/events?outlet=sabba&lang={locale}").text)
        assert "saba" in str(page.xpath("string(//p[@role='alert'])"))


def test_a_code_that_may_yet_come_is_no_mistake_of_a_program(client: TestClient) -> None:
    assert client.get("/events.json?country=LI&language=lb").json()["total"] == 0
    said = html.document_fromstring(client.get("/events?country=LI").text).xpath("string(//p[@role='alert'])")
    assert str(said).startswith("No outlet is of the country “LI”")


def test_what_only_a_reader_asks_for_is_said_too(client: TestClient) -> None:
    for asked, said in {
        "/article/ferry-4?at=there": "at: “there” is no number from 0 to 10000000.",
        "/event/eferry?lang=xx": "lang: there is no “xx”; there are: en, fa, ar, ru, de, es, fr, tr, zh.",
        "/compare?lang=xx": "lang: there is no “xx”; there are: en, fa, ar, ru, de, es, fr, tr, zh.",
    }.items():
        assert html.document_fromstring(client.get(asked).text).xpath("//p[@role='alert']/text()") == [said]
    assert client.get("/event/eferry.json?lang=xx").status_code == 200
    persian = html.document_fromstring(client.get("/events?lang=fa&order=x").text)
    assert str(persian.xpath("string(//p[@role='alert'])")).startswith("\u2068order\u2069: «\u2068x\u2069» نیست")
    odd = html.document_fromstring(client.get("/events?lang=de&order=x&min=y").text)
    assert odd.xpath("count(//p[@role='alert'])") == 2


@pytest.mark.parametrize("name", ["span", "since"])
def test_a_span_or_a_date_of_ones_own_is_taken(client: TestClient, name: str) -> None:
    every = client.get("/events.json").json()["total"]
    assert client.get(f"/events.json?{name}=2000-01-01").json()["total"] == every
    assert client.get(f"/events.json?{name}=9999-01-01").json()["total"] == 0
    assert client.get(f"/events.json?{name}=all").json()["total"] == every
    page = html.document_fromstring(client.get(f"/events?{name}=2w").text)
    assert page.xpath("//select[@name='span']/option[@selected]/@value") == ["2w"]
    assert not page.xpath("//p[@role='alert']")


@pytest.mark.parametrize("text", ["three small words", "no date here. " * 20, "سه واژهٔ کوتاه"])
def test_little_text_is_taken(client: TestClient, text: str) -> None:
    answer = post(client, text=text)
    assert answer.status_code == 200
    assert 'role="alert"' not in answer.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Paste an article"),
        ({"text": " \n "}, "Paste an article"),
        ({"url": "/etc/passwd"}, "http://"),
        ({"url": "file:///etc/passwd"}, "http://"),
        ({"url": "javascript:alert(1)"}, "http://"),
        ({"url": "http://10.0.0.1/"}, "private"),
        ({"url": "http://169.254.169.254/latest/meta-data"}, "private"),
        ({"url": "http://127.1:80/"}, "private"),
        ({"url": "http://user:word@news.example/"}, "user name"),
        ({"url": "http://no-such-host.invalid/a"}, "no-such-host.invalid"),
        ({"text": ARTICLE, "published": "yesterday"}, "ISO 8601"),
        ({"text": "%PDF-1.7 binary"}, "PDF"),
        ({"text": "<html><body></body></html>"}, "no article"),
    ],
)
def test_what_cannot_be_compared_is_said(client: TestClient, fields: dict[str, str], said: str) -> None:
    answer = post(client, None, **fields)
    assert answer.status_code == 400
    alert = html.document_fromstring(answer.text).xpath("string(//*[@role='alert'])")
    assert said in str(alert)
    assert said in post(client, {"accept": "application/json"}, **fields).json()["error"]


def test_a_megabyte_is_read(client: TestClient) -> None:
    text = "A ferry sank off Port Aldara on Wednesday and 12 people died. " * 17_000
    assert len(text) > 1_000_000
    assert post(client, text=text).status_code == 200


def test_ten_megabytes_are_refused(client: TestClient) -> None:
    assert post(client, text="x" * 10_000_000).status_code == 413

    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
        for _ in range(100):
            yield b"x" * 100_000

    answer = client.post("/compare", content=chunks(), headers={"content-type": "multipart/form-data; boundary=b"})
    assert answer.status_code == 413


def test_a_broken_form_is_refused(client: TestClient) -> None:
    answer = client.post("/compare", content=b"--b\r\nnonsense", headers={"content-type": "multipart/form-data"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/event/ehostile",
        "/article/hostile-1",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/?q=%22onfocus=alert(1)",
        "/event/%3Cscript%3E",
        "/outlet/%22%3E%3Cimg%20src=x%3E",
    ],
)
def test_markup_in_articles_and_addresses_is_shown_and_never_run(client: TestClient, path: str) -> None:
    client.get("/event/ehostile.json")
    page = html.document_fromstring(client.get(path).text)
    assert [each.get("src") for each in page.iter("script")] == ["/static/page.js"]
    assert not list(page.iter("img", "iframe", "object", "b1"))
    assert not [name for each in page.iter() for name in getattr(each, "attrib", {}) if str(name).startswith("on")]


def test_a_template_in_a_text_is_text(client: TestClient) -> None:
    assert "{{ 7 * 7 }}" in client.get("/article/hostile-1").text


def test_an_address_that_is_no_web_address_is_no_link(client: TestClient) -> None:
    for path in ("/article/hostile-1", "/event/ehostile"):
        page: Any = html.document_fromstring(client.get(path).text)
        assert not [url for url in page.xpath("//@href") if str(url).startswith(("javascript:", "data:"))]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""])
def test_another_host_name_is_not_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8765", "localhost", "[::1]:80", "monitor.localhost", "192.168.1.4", "NEWS.example"]
)
def test_its_own_names_are_served(config: Config, host: str) -> None:
    app = create_app(config, names=["news.example"], clock=lambda: stories.NOW)
    assert TestClient(app).get("/outlets.json", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert post(client, headers, text=ARTICLE).status_code == 403


def test_every_answer_has_the_headers(client: TestClient) -> None:
    for path in ("/", "/static/style.css", "/nowhere", "/event/none", "/openapi.json"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


class Strange(BaseHTTPRequestHandler):
    """A server of things that are no article."""

    def do_GET(self) -> None:
        self.send_response(404 if self.path in ("/robots.txt", "/dead") else 200)
        self.send_header("content-type", "application/pdf" if self.path == "/pdf" else "text/html")
        self.end_headers()
        try:
            self.wfile.write(b"%PDF-1.7\n" if self.path == "/pdf" else b"")
            for _ in range(600 if self.path == "/huge" else 0):
                self.wfile.write(b"<p>word " * 12_500)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def strange() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Strange)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/pdf", "/huge", "/dead", "/empty"])
def test_strange_pages_are_named(config: Config, strange: str, path: str) -> None:
    allowed = Config(**{**config.model_dump(exclude={"allow_addresses"}), "allow_addresses": "127.0.0.0/8"})
    client = TestClient(create_app(allowed, clock=lambda: stories.NOW), base_url="http://127.0.0.1")
    answer = post(client, {"accept": "application/json"}, url=strange + path)
    assert answer.status_code == 400
    assert strange + path in answer.json()["error"]
