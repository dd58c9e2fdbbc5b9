"""The page over a small newsroom, as an application and as a server with a real browser in front of it."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright
from starlette.applications import Starlette
from starlette.testclient import TestClient

from monitor.config import Config
from monitor.embedding import Embedder
from monitor.index import open_index
from monitor.outlets import load_catalogue
from monitor.web import create_app
from tests.web import stories

NO_CHROMIUM = "no Chromium can be had"  # tests/conftest.py says it loudly at the end
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Config:
    """The configuration of a filled index; the embedder's files are the repository's."""
    folder = tmp_path_factory.mktemp("web")
    outlets = folder / "outlets"
    outlets.mkdir()
    stories.catalogue_folder(outlets)
    data = Path(__file__).parents[2] / ".cache" / "data"
    made = Config(index=f"sqlite:{folder / 'monitor.sqlite'}", data=data, catalogue=outlets)
    with open_index(made.index_address) as index:
        stories.fill(index, load_catalogue(outlets), embedder)
    return made


@pytest.fixture(scope="session")
def app(config: Config) -> Starlette:
    """The application, at a fixed time."""
    return create_app(config, clock=lambda: stories.NOW)


@pytest.fixture
def client(app: Starlette) -> TestClient:
    """A client that, like curl, follows no redirect; each test has its own cookies."""
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture(scope="session")
def address(app: Starlette) -> Iterator[str]:
    """The application behind a real server, with all that it makes once made.

    The first comparison loads the embedder: 25 seconds on a busy machine, of which a browser waits for 30.
    """
    app.state.site.warm()
    TestClient(app, base_url="http://127.0.0.1").post("/compare", files={"text": (None, "A ferry sank on Wednesday.")})
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; where it is not installed the test is skipped, and with CI=true it fails."""
    found = shutil.which("chromium")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{NO_CHROMIUM}: install the package chromium")
        pytest.skip(f"{NO_CHROMIUM}: install the package chromium")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield made
        made.close()
