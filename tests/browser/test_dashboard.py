"""The dashboard in a real browser: on a screen, in the dark, on a phone, on paper, by keyboard and without sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.looking import shut_out, too_wide
from tests.cli.asking import ask
from tests.cli.small_council import AUTHORITY, LAPSED, ON, PROVIDER_FILE, council

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opening

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
PAGES = ("index", "due", "providers", "expiries", "registration", "returns", "outcomes")
COUNCILS = ("example", "hostile", "empty")

each_page = pytest.mark.parametrize("name", PAGES)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Make the dashboards of the worked example, of one with an odd name, and of an empty one."""
    top = tmp_path_factory.mktemp("dashboards")
    odd = f"name: \"<b onclick='x'>&</b> {'Long' * 60} {'wide ' * 40}\""
    hostile = council(top / "hostile", (PROVIDER_FILE, "name: Kingfisher Workshops", odd), LAPSED)
    empty = top / "empty" / "records"
    empty.mkdir(parents=True)
    (empty / "authority.yaml").write_text(AUTHORITY, encoding="utf-8")
    asked = {"example": (EXAMPLE, "2026-11-23"), "hostile": (hostile, ON), "empty": (empty, ON)}
    for name, (records, on) in asked.items():
        said = ask("dashboard", top / f"{name}-site", "-C", records, "--on", on)
        assert said.status == 0, said.err
    return {name: top / f"{name}-site" for name in asked}


@each_page
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nobody_is_shut_out(name: str, dark: bool, folders: dict[str, Path], opened: Opening) -> None:
    assert shut_out(opened(folders["example"] / f"{name}.html", dark=dark)) == []


@pytest.mark.parametrize("width", [1024, 1280, 1440, 1920])
@each_page
def test_no_table_beside_a_figure_is_cut_off_on_a_desk(
    name: str, width: int, folders: dict[str, Path], opened: Opening
) -> None:
    page = opened(folders["example"] / f"{name}.html", width=width)
    assert too_wide(page) == []
    cut = "[...document.querySelectorAll('.pair .scroll')].filter((each) => each.scrollWidth > each.clientWidth)"
    assert page.evaluate(f"{cut}.map((each) => [each.ariaLabel, each.scrollWidth, each.clientWidth])") == []


@each_page
@pytest.mark.parametrize("council_of", COUNCILS)
def test_a_phone_shows_it_without_scrolling_sideways(
    council_of: str, name: str, folders: dict[str, Path], opened: Opening
) -> None:
    page = opened(folders[council_of] / f"{name}.html", width=360)
    assert too_wide(page) == []
    if council_of != "example" and name in {"index", "outcomes"}:
        assert shut_out(page) == []


@each_page
def test_no_words_of_a_figure_are_cut_off_or_too_small_on_a_phone(
    name: str, folders: dict[str, Path], opened: Opening
) -> None:
    page = opened(folders["example"] / f"{name}.html", width=360)
    words = page.evaluate(
        """() => [...document.querySelectorAll('main svg:not(.key) text')].map(each => {
            const box = each.getBoundingClientRect(), svg = each.closest('svg.drawing').getBoundingClientRect();
            return [each.textContent, box.right - svg.right, parseFloat(getComputedStyle(each).fontSize)];
        })"""
    )
    assert [each for each in words if each[1] > 1 or each[2] < 11] == []


def test_the_links_lead_from_page_to_page(folders: dict[str, Path], opened: Opening) -> None:
    page = opened(folders["example"] / "index.html")
    for name in PAGES:
        page.locator(f'nav a[href="{name}.html"]').click()
        assert page.url.endswith(f"/{name}.html")
        assert page.locator("nav a[aria-current=page]").count() == 1
        assert page.title().endswith("Avonmere Council")
    page.locator('nav a[href="index.html"]').click()
    page.locator("a.tile").first.click()
    assert page.url.endswith("/due.html")


def test_the_keyboard_reaches_the_content_every_page_and_every_table(folders: dict[str, Path], opened: Opening) -> None:
    page = opened(folders["example"] / "returns.html")
    page.keyboard.press("Tab")
    assert _focused(page) == "Skip to the content"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.keyboard.press("Tab")
    assert _focused(page) == "Table: Termly reports, by reporting period"
    page.keyboard.press("Tab")
    assert _focused(page) == "Table: Termly reports, by provider and reporting period"


def _focused(page: Page) -> str:
    said = page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent")
    return str(said).strip()


def test_a_wide_table_is_moved_by_the_arrows_inside_its_own_place(folders: dict[str, Path], opened: Opening) -> None:
    page = opened(folders["example"] / "returns.html", width=360)
    place = page.get_by_role("region", name="Table: Termly reports, by provider and reporting period")
    place.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollLeft") == 0


@each_page
def test_headings_stand_in_order_and_figures_have_names(name: str, folders: dict[str, Path], opened: Opening) -> None:
    page = opened(folders["example"] / f"{name}.html")
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(each => Number(each.tagName[1]))")
    assert levels[0] == 1
    assert set(levels[1:]) == {2}
    assert page.locator("main").count() == page.locator("nav").count() == page.locator("footer").count() == 1
    drawings = page.locator("main svg[role=img]")
    for at in range(drawings.count()):
        named = drawings.nth(at).evaluate(
            "each => each.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent)"
        )
        assert all(named)


@each_page
def test_it_prints_on_paper_without_the_way_through_the_pages(
    name: str, folders: dict[str, Path], opened: Opening, tmp_path: Path
) -> None:
    page = opened(folders["example"] / f"{name}.html", dark=True)
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    from pypdf import PdfReader

    paper = PdfReader(pdf).pages
    assert [round(float(side) / 72 * 25.4) for side in paper[0].mediabox[2:]] == [210, 297]
    assert all(len(each.extract_text()) > 100 for each in paper), "a page of paper is all but empty"


def test_no_drawing_is_higher_than_a_sheet_of_paper(folders: dict[str, Path], opened: Opening) -> None:
    for name in PAGES:
        page = opened(folders["example"] / f"{name}.html")
        heights = page.evaluate(
            "[...document.querySelectorAll('main svg[role=img]')].map(each => each.height.baseVal.value)"
        )
        assert max(heights) < 900


def test_the_pages_say_the_same_without_javascript(folders: dict[str, Path], opened: Opening) -> None:
    file = folders["example"] / "index.html"
    assert opened(file, javascript=False).locator("main").inner_text() == opened(file).locator("main").inner_text()


def test_an_odd_name_is_words_and_nothing_else(folders: dict[str, Path], opened: Opening) -> None:
    page = opened(folders["hostile"] / "index.html")
    assert page.locator("main b").count() == 0
    assert "<b onclick='x'>&</b>" in page.locator("main").inner_text()
