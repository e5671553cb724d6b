"""The disclosure site in a real browser: what axe says, by keyboard, on a narrow screen, with large text."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from example_site import example, lay_all, telling
from playwright.sync_api import Browser, Page, sync_playwright
from test_standards import needed

from ita_docs import site
from ita_docs.setting import Setting

AXE = ROOT / "tests/site/node_modules/axe-core/axe.min.js"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The first page, papers with data, a gap, and what comes by month; each in both languages.
PAGES = [f"{folder}{name}.html" for folder in ("", "en/") for name in ("index", "o18", "o02", "o15")]


@pytest.fixture(scope="module")
def folder(setting: Setting, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("office")
    lay_all(root)
    folder = root / "site"
    site.put(folder, example(telling(setting), root).files)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    needed(CHROMIUM, "Chromium")
    needed(AXE.is_file(), "npm ci --prefix tests/site")
    fonts = {**os.environ, "FONTCONFIG_FILE": str(ROOT / "fonts" / "fonts.conf")}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, env=fonts)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without scripts of its own; ours are asked from outside."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def overflow(page: Page) -> int:
    """How far the page reaches beyond the screen, in CSS pixels."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(("name", "width"), [*((name, 1280) for name in PAGES), ("index.html", 320), ("o18.html", 320)])
def test_axe_finds_nothing(page: Page, folder: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((folder / name).as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert len(found["passes"]) > 20
    wrong = [
        (rule["id"], node["target"], node["failureSummary"]) for rule in found["violations"] for node in rule["nodes"]
    ]
    assert wrong == []
    # What axe cannot judge by itself must not hide the colours: all of them lie on plain ground.
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}
    assert "color-contrast" not in {rule["id"] for rule in found["incomplete"]}


def test_axe_would_object(page: Page) -> None:
    page.set_content("<html><body><img src='x'><p style='color:#aaa'>pale</p></body></html>")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert {"image-alt", "color-contrast", "html-has-lang"} <= {rule["id"] for rule in found["violations"]}


def test_the_first_key_leads_to_the_content(page: Page, folder: Path) -> None:
    page.goto((folder / "o18.html").as_uri())
    skip = page.locator(".skip")
    assert not _seen(page, ".skip")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert _seen(page, ".skip")
    assert skip.inner_text() == "ข้ามไปยังเนื้อหาหลัก"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "index.html"


def _seen(page: Page, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    return box is not None and box["y"] >= 0


def test_every_link_is_reached_by_key_and_shows_it(page: Page, folder: Path) -> None:
    page.goto((folder / "o18.html").as_uri())
    links = page.locator("a").count()
    reached = []
    for _ in range(links):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("[...document.links].indexOf(document.activeElement)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached == list(range(links))


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_needs_no_sideways_scroll(page: Page, folder: Path, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((folder / name).as_uri())
    assert overflow(page) == 0


@pytest.mark.parametrize("name", PAGES)
def test_text_may_be_twice_as_large_and_wider_spaced(page: Page, folder: Path, name: str) -> None:
    """WCAG 1.4.4 and 1.4.12: 200 %, and the spaces that a reader may set; nothing is cut and nothing runs out."""
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto((folder / name).as_uri())
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate(
        """() => document.querySelectorAll('body *').forEach(each => {
            each.style.lineHeight = 1.5; each.style.letterSpacing = '.12em'; each.style.wordSpacing = '.16em';
        })"""
    )
    assert overflow(page) == 0
    cut = """() => [...document.querySelectorAll('body *:not(.hidden, .hidden *)')]
        .filter(each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline')
        .map(each => each.outerHTML.slice(0, 80))"""
    assert page.evaluate(cut) == []


@pytest.mark.parametrize("name", ["index.html", "en/o18.html"])
def test_a_page_is_whole_without_scripts_and_asks_for_nothing_else(browser: Browser, folder: Path, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / name).as_uri())
    assert page.locator("h1").is_visible()
    assert page.locator("main a").count() > 4
    assert set(asked) == {(folder / name).as_uri(), (folder / "style.css").as_uri()}
    assert said == []
    context.close()


def test_links_lead_from_page_to_page_and_to_the_file(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="O18").click()
    assert page.url.endswith("/o18.html")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/o18.html")
    link = page.get_by_role("link", name="Anti-Bribery Policy PDF")
    assert Path(folder / "en" / str(link.get_attribute("href"))).read_bytes().startswith(b"%PDF-")


def test_print_drops_what_only_serves_the_screen(page: Page, folder: Path) -> None:
    page.goto((folder / "o18.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("nav").count() == 3
    assert not any(nav.is_visible() for nav in page.locator("nav").all())
    shown = "getComputedStyle(document.querySelector('.far'), '::after').content"
    assert "https://www.example.com/en.pdf" in page.evaluate(shown)
