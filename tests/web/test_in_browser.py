"""The page in a real Chromium: axe-core, right-to-left, dark, a phone, without JavaScript, no other host."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

ARTICLE = """Ferry disaster off Port Aldara

At least 12 people were killed when a ferry sank off Port Aldara on Wednesday, Meridian News Agency reported.
The captain had asked for permission to stay in port because of a broken pump, his wife told us.
"""
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

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]  # one Chromium, not one a worker


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
    page.screenshot(path=PICTURES / f"{name}-{kind}.png", full_page=True, timeout=0)  # its time is no test's matter


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, name: str, request: pytest.FixtureRequest) -> None:
    if name.endswith("event"):
        page.request.get(PAGES[name] + ".json")
    page.goto(PAGES[name])
    picture(page, name, request)
    check(page)


def check(page: Page) -> None:
    """Nothing that axe-core knows is wrong; nothing is wider than the screen but what scrolls in itself."""
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_pasted_article_is_compared(page: Page, request: pytest.FixtureRequest) -> None:
    page.goto("/compare")
    page.fill("textarea", ARTICLE)
    page.fill("input[name=published]", "2026-03-11")
    page.click("main form button")
    page.wait_for_selector("a[href='/event/eferry']")
    picture(page, "compared", request)
    check(page)


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    context = browser.new_context(base_url=address, locale="en", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_everything_works_without_javascript(plain: Page) -> None:
    plain.goto("/")
    plain.fill("input[name=q]", "ferry")
    plain.select_option("select[name=order]", "newest")
    plain.click("main form button")
    assert "q=ferry" in plain.url
    plain.click("ol.events h2 a")
    plain.request.get("/event/eferry.json")
    plain.reload()
    plain.click("#claims td a >> nth=0")
    assert plain.locator("mark#at").is_visible()
    plain.click("footer a[lang=fa]")
    assert plain.locator("html").get_attribute("dir") == "rtl"
    plain.goto("/compare")
    plain.fill("textarea", ARTICLE)
    plain.click("main form button")
    assert plain.locator("h2").count() > 1


def test_the_keyboard_reaches_everything(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, locale="en") as context:
        page = context.new_page()
        page.goto("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "q"
        page.keyboard.type("ferry")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=ferry**")
        seen = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            seen.add(page.evaluate("document.activeElement.getAttribute('href')"))
        assert {"/event/eferry", "/search", "/outlets", "/compare", "/events.atom?q=ferry&span=7d&order=widest"} <= seen


def test_scripts_in_articles_do_not_run(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, locale="en") as context:
        page = context.new_page()
        said: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            said.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        for path in ("/", "/event/ehostile", "/article/hostile-1", "/search?q=budget"):
            page.goto(path)
            assert "<script>" in page.inner_text("main")
            assert page.title() != "owned"
        assert not said
