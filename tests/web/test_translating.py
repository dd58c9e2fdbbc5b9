"""Both translators against a local server that speaks as theirs do, and the page that shows what they said."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from starlette.testclient import TestClient

from monitor.config import Config
from monitor.web import create_app
from monitor.web.translating import Translations, TranslatorError, load_translator
from tests.web import stories


class Service:
    """LibreTranslate under /translate and OpenAI's chat under /chat/completions: a translation is the text, marked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.status = 200
        self.said: str | None = None  # instead of what is right
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                service.asked.append({**asked, "path": self.path, "authorization": self.headers["Authorization"]})
                body = (service.said or service.answer(self.path, asked)).encode()
                self.send_response(service.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @staticmethod
    def answer(path: str, asked: dict[str, Any]) -> str:
        if path == "/translate":
            return json.dumps({"translatedText": [f"[{asked['target']}] {text}" for text in asked["q"]]})
        texts = json.loads(asked["messages"][1]["content"])
        content = json.dumps([f"[chat] {text}" for text in texts])
        return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.server.shutdown()
    made.server.server_close()


def translations(translator: str) -> Translations:
    return Translations(load_translator(Config(translator=translator, translator_key="word")))


def test_libretranslate_is_asked_by_language(service: Service) -> None:
    kept = translations(f"libretranslate:{service.url}")
    for _ in range(100):
        found = kept.of([("fa", "خبر"), ("zh-Hans", "新闻"), ("en", "news"), ("fa", "  ")], "en")
        if found.whole:
            break
    assert found.value == {"خبر": "[en] خبر", "新闻": "[en] 新闻"}
    assert [(each["source"], each["target"], each["api_key"]) for each in service.asked] == [
        ("fa", "en", "word"),
        ("zh", "en", "word"),
    ]


def test_a_chat_model_is_told_what_to_do(service: Service) -> None:
    translator = load_translator(Config(translator=f"openai:{service.url}#a-model", translator_key="word"))
    assert translator is not None
    assert translator.name == "a-model"
    assert translator.translate(["Нет", "Да"], "ru", "de") == ["[chat] Нет", "[chat] Да"]
    asked = service.asked[0]
    assert asked["path"] == "/chat/completions"
    assert asked["authorization"] == "Bearer word"
    assert "from Russian to German" in asked["messages"][0]["content"]


NONSENSE = [
    "no json",
    "[]",
    '{"translatedText": ["one"]}',
    '{"choices": [{"message": {"content": "{}"}}]}',
    '{"choices": []}',
]


@pytest.mark.parametrize("kind", ["libretranslate:{}", "openai:{}#m"])
@pytest.mark.parametrize("said", NONSENSE)
def test_nonsense_is_an_error(service: Service, kind: str, said: str) -> None:
    service.said = said
    translator = load_translator(Config(translator=kind.format(service.url)))
    assert translator is not None
    with pytest.raises(TranslatorError, match=service.url):
        translator.translate(["a", "b"], "fr", "en")


def test_a_refusal_and_a_dead_service_are_errors(service: Service) -> None:
    service.status = 403
    refused = load_translator(Config(translator=f"libretranslate:{service.url}"))
    dead = load_translator(Config(translator="libretranslate:http://127.0.0.1:9"))
    assert refused is not None
    assert dead is not None
    with pytest.raises(TranslatorError, match="403"):
        refused.translate(["a"], "fr", "en")
    with pytest.raises(TranslatorError, match="does not answer"):
        dead.translate(["a"], "fr", "en")


@pytest.mark.parametrize("name", ["babelfish", "openai:http://x", "libretranslate:ftp://x"])
def test_an_unknown_translator_is_said(name: str) -> None:
    with pytest.raises(TranslatorError, match="expected libretranslate:URL"):
        load_translator(Config(translator=name))


def test_the_page_marks_what_a_machine_translated(config: Config, service: Service) -> None:
    given = config.model_copy(update={"translator": f"libretranslate:{service.url}"})
    client = TestClient(create_app(given, clock=lambda: stories.NOW), base_url="http://localhost")
    client.get("/event/eferry.json")
    page = settled(client, "/event/eferry", "is translating")
    assert page.count("machine translation") == page.count("[en] ") > 5
    service.status = 500
    assert "Çeviri yok" in settled(client, "/event/eferry?lang=tr", "çeviriyor")


def settled(client: TestClient, path: str, waiting: str) -> str:
    """The page once what is made behind it is there."""
    for _ in range(100):
        page = client.get(path).text
        if waiting not in page:
            return page
    raise AssertionError(f"{path} still waits")
