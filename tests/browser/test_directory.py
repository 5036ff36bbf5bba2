"""The directory in a browser: searched, filtered, by keyboard, without a script, printed, dark and on a phone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from apqa.forms.directory.page import directory_page
from apqa.guidance.days import plain
from apqa.questions.directory.published import Entry
from apqa.questions.directory.words import Imprint
from apqa.vocabulary.provider import Weekday
from tests.browser.looking import shut_out, too_wide
from tests.builders import ON
from tests.cli.asking import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Opening

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
IMPRINT = Imprint(ON, "Westmarch Council", "ap@westmarch.example", "0123456789", under_git=True)
FARM = Entry(
    "Café Farm",
    "Animals & land.",
    youngest=11,
    oldest=14,
    days=(Weekday.MONDAY, Weekday.TUESDAY),
    subjects=("animal care", "English"),
    registered=False,
)
FORGE = Entry(
    "The Forge",
    "Iron and steel.",
    youngest=14,
    oldest=16,
    days=(Weekday.FRIDAY,),
    subjects=("smithing",),
    registered=True,
    registered_as="Other independent school",
    website="https://forge.example",
    contact="admissions",
    email="ask@forge.example",
    phone="01632 960 111",
)
QUIET = Entry("Quiet Corner")
HOSTILE = Entry(
    '<script>alert("x")</script>\'"',
    "W" * 300 + " \u05d1\u05d9\u05ea \u05e1\u05e4\u05e8 <img src=x onerror=alert(1)> {{ 7 * 7 }}",
    subjects=('a"|b', "</style><b>"),
    areas=("X" * 200,),
    website="javascript:alert(1)",
    contact="desk",
    email="a&b?subject=x@hostile.example",
)


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[..., Path]:
    def write(*entries: Entry) -> Path:
        file = tmp_path / "directory.html"
        file.write_text(directory_page(IMPRINT, entries), encoding="utf-8", newline="\n")
        return file

    return write


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the directory of the worked example by the command, in a file."""
    file = tmp_path_factory.mktemp("directory") / "directory.html"
    assert ask("directory", "--on", "2026-11-23", "-C", EXAMPLE, "-o", file).status == 0
    return file


def shown(page: Page) -> list[str]:
    return page.locator(".providers > li:visible h3").all_inner_texts()


def count(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_every_provider_is_shown_at_first(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM, FORGE, QUIET))
    assert (shown(page), count(page)) == (["Café Farm", "The Forge", "Quiet Corner"], "3 providers")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cafe", ["Café Farm"]),
        ("IRON steel", ["The Forge"]),
        ("iron animals", []),
        ("caf\u00e9 farms", []),
        ("smiths-hand", ["Smith\u2019s Hand"]),
        ("smith's hand", ["Smith\u2019s Hand"]),
        ("maths", ["Smith\u2019s Hand"]),
        ("ask@forge.example", ["The Forge"]),
        ("  ", ["Café Farm", "The Forge", "Quiet Corner", "Smith\u2019s Hand"]),
    ],
)
def test_each_word_of_the_search_is_found_whatever_its_case_and_accents(
    opened: Opening, page_of: Callable[..., Path], words: str, found: list[str]
) -> None:
    page = opened(page_of(FARM, FORGE, QUIET, Entry("Smith\u2019s Hand", "Mathematics by well\u2011made tools.")))
    page.get_by_label("Search").fill(words)
    assert shown(page) == found


def test_the_filters_narrow_the_list_together_and_are_taken_back(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM, FORGE, QUIET))
    page.get_by_label("Subject").select_option("smithing")
    silent = "; 1 more may fit and publishes nothing on what was asked"
    assert (shown(page), count(page)) == (["The Forge"], f"1 of 3 providers{silent}")
    page.get_by_label("Open on").select_option("Monday")
    assert shown(page) == []
    assert count(page) == f"0 of 3 providers: take something out of the search to see more{silent}"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.getElementById('count').textContent === '3 providers'")
    assert len(shown(page)) == 3


@pytest.mark.parametrize(
    ("age", "found"), [("13", ["Café Farm"]), ("14", ["Café Farm", "The Forge"]), ("16", ["The Forge"]), ("17", [])]
)
def test_an_age_finds_who_takes_it_and_nobody_whose_ages_are_not_published(
    opened: Opening, page_of: Callable[..., Path], age: str, found: list[str]
) -> None:
    page = opened(page_of(FARM, FORGE, QUIET))
    page.get_by_label("Age of the pupil").fill(age)
    assert shown(page) == found


@pytest.mark.parametrize(("choice", "found"), [("Yes", ["The Forge"]), ("No", ["Café Farm"])])
def test_registration_finds_only_those_of_whom_it_is_known(
    opened: Opening, page_of: Callable[..., Path], choice: str, found: list[str]
) -> None:
    page = opened(page_of(FARM, FORGE, QUIET))
    page.get_by_label("Registered as a school").select_option(choice)
    assert shown(page) == found


def test_it_is_used_by_the_keyboard_alone(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM, FORGE, QUIET))
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the providers"
    ids = []
    for _ in range(6):
        page.keyboard.press("Tab")
        ids.append(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
    assert ids == ["words", "subject", "age", "day", "registered", "Show all"]
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == "https://forge.example/"
    page.get_by_label("Search").focus()
    page.keyboard.type("forge")
    page.keyboard.press("Enter")
    assert (shown(page), page.url.endswith("directory.html")) == (["The Forge"], True)


def test_the_skip_link_leads_to_the_providers(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "providers"


def test_without_javascript_all_is_there_and_no_dead_search(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM, FORGE, QUIET), javascript=False)
    assert (len(shown(page)), count(page)) == (3, "3 providers")
    assert not page.locator("form").is_visible()


def test_an_empty_directory_says_so(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of())
    assert count(page) == "No provider on the list is published on this day."
    assert page.locator("form").count() == 0
    assert shut_out(page) == []


@pytest.mark.parametrize("dark", [False, True])
def test_it_shuts_nobody_out(opened: Opening, example: Path, dark: bool) -> None:
    assert shut_out(opened(example, dark=dark)) == []


@pytest.mark.parametrize("dark", [False, True])
def test_a_search_that_finds_nothing_shuts_nobody_out(
    opened: Opening, page_of: Callable[..., Path], dark: bool
) -> None:
    page = opened(page_of(FARM, FORGE), dark=dark)
    page.get_by_label("Search").fill("nothing at all")
    assert shut_out(page) == []


def test_dark_is_dark(opened: Opening, example: Path) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = (opened(example, dark=each).evaluate(ground) for each in (False, True))
    assert (light, dark) == ("rgb(245, 246, 244)", "rgb(20, 25, 27)")


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_it_fits_every_width(opened: Opening, example: Path, page_of: Callable[..., Path], width: int) -> None:
    assert too_wide(opened(example, width=width)) == []
    assert too_wide(opened(page_of(HOSTILE), width=width)) == []


def test_hostile_texts_are_shown_as_they_stand(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(HOSTILE, FORGE))
    assert shown(page)[0] == HOSTILE.name
    assert "{{ 7 * 7 }}" in page.locator(".providers > li").first.inner_text()
    assert page.locator("script").count() == 1
    assert page.locator(".providers img, .providers b").count() == 0
    assert page.locator("a[href^=javascript]").count() == 0
    mail = page.locator("a[href^=mailto]").first.get_attribute("href")
    assert mail == "mailto:a%26b%3Fsubject%3Dx@hostile.example"
    assert shut_out(page) == []
    page.get_by_label("Subject").select_option('a"|b')
    assert shown(page) == [HOSTILE.name]


def test_a_script_that_is_not_the_pages_own_is_not_run(browser: Browser, page_of: Callable[..., Path]) -> None:
    file = page_of(FARM)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("</footer>", "<script>document.title = 'Run'</script></footer>"), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.title() == "Approved providers of alternative provision - Westmarch Council"
    assert page.locator("form").is_visible()
    page.close()


def test_it_prints_every_provider_and_no_search(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM, FORGE, QUIET), dark=True)
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(each.extract_text() for each in printed.pages)
    assert [name for name in ("Café Farm", "The Forge", "Quiet Corner") if name not in text] == []
    assert "does not replace the commissioner" in " ".join(text.split())
    assert f"As of {plain(ON)}, from the records of commit 0123456789." in " ".join(text.split())
    assert "Show all" not in text
    assert (round(printed.pages[0].mediabox.width), round(printed.pages[0].mediabox.height)) == (595, 842)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


def test_it_prints_on_few_sheets_and_breaks_no_address(opened: Opening, example: Path) -> None:
    printed = PdfReader(BytesIO(opened(example).pdf(prefer_css_page_size=True)))
    assert len(printed.pages) <= 6
    text = normalize("NFKC", " ".join(each.extract_text() for each in printed.pages))
    assert "https://www.hedgepig-hollow.example" in text
    assert "office@hedgepig-hollow.example" in text


def test_what_is_filtered_out_is_not_printed(opened: Opening, page_of: Callable[..., Path]) -> None:
    page = opened(page_of(FARM, FORGE))
    page.get_by_label("Search").fill("iron")
    text = " ".join(each.extract_text() for each in PdfReader(BytesIO(page.pdf())).pages)
    assert ("The Forge" in text, "Café Farm" in text, "1 of 2 providers" in text) == (True, False, True)
