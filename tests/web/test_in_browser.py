"""The page in a real Chromium: axe-core, right-to-left, dark, a phone, without JavaScript, no other host."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).parents[2] / "artefacts" / "page"
PAGES = {
    "front": "/",
    "event": "/event/eferry",
    "hostile-event": "/event/ehostile",
    "article": "/article/ferry-4?at=75",
    "revised-article": "/article/ferry-2",
    "search": "/search?q=ferry",
    "outlets": "/outlets?all=1",
    "outlet": "/outlet/saba-fa",
    "form": "/compare",
    "problem": "/event/none",
}
Scheme = Literal["light", "dark"]

pytestmark = pytest.mark.browser


@pytest.fixture(
    params=[("en", "light", 1280), ("en", "dark", 390), ("fa", "light", 390), ("fa", "dark", 1280)], ids=str
)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page in an interface's language, a scheme and a width; it fails on any request to another host."""
    locale, scheme, width = request.param
    context = browser.new_context(
        base_url=address,
        locale=locale,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        is_mobile=width < 500,
    )
    made = context.new_page()
    requests: list[str] = []
    problems: list[str] = []
    made.on("request", lambda each: requests.append(each.url))
    made.on("console", lambda each: problems.append(each.text) if each.type == "error" else None)
    made.on("pageerror", lambda each: problems.append(str(each)))
    yield made
    context.close()
    assert all(url.startswith(address + "/") for url in requests)
    assert not [each for each in problems if "404" not in each]


def picture(page: Page, name: str, request: pytest.FixtureRequest) -> None:
    """Keep a screenshot of the whole page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    kind = re.sub(r"\W+", "-", request.node.callspec.params["page"].__repr__()).strip("-")
    page.screenshot(path=PICTURES / f"{name}-{kind}.png", full_page=True)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, name: str, request: pytest.FixtureRequest, client: object) -> None:
    if name == "event":
        page.request.get("/event/eferry.json")
    page.goto(PAGES[name])
    picture(page, name, request)
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    # Nothing is wider than the screen but what scrolls in itself.
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
