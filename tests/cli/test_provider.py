"""`apqa provider`: everything about a provider on one page, the same as the other commands say."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from apqa.cli.opening import open_records
from apqa.cli.provider import provider_page
from apqa.display.provider.csv import csv_provider
from apqa.display.provider.json import json_provider
from apqa.display.provider.text import text_provider
from apqa.forms.documents.proof import text_of
from tests.builders import day
from tests.cli.asking import ask, run
from tests.cli.small_council import BROKEN, BROKEN_PLACEMENT, LAPSED, NOT_RECORDED, ON, council

RECORDS = Path(__file__).resolve().parents[2] / "records"
DAY = "2026-11-23"
ONE = ("provider", "kingfisher", "--on", ON)
PROVIDERS = sorted(path.stem for path in (RECORDS / "providers").glob("*.yaml"))
REFERENCE = re.compile(r"\bPL?-[0-9A-Z]{5}\b")
HEADINGS = (
    "Where it stands",
    "Who it is",
    "Checks before a placement",
    "Registration as a school",
    "Placements in numbers",
    "Termly reports",
    "Self-assessment",
    "Visits",
    "Open actions",
    "Escalation",
    "Value for money: what to ask",
    "What falls due",
    "History",
)
BARE = """\
name: Kingfisher Workshops
identity: {legal_form: sole_trader}
sites:
  - {key: yard, name: The Yard, use: workshop, starts: 2024-09-01, ends: 2025-07-31, run_by: Another}
offer:
  purpose: Boat building.
  ages: {youngest: 11, oldest: 16}
  places: 12
  week: {days: [mon], hours_with_breaks: 5}
"""


def page_of(provider: str, **options: Any) -> dict[str, Any]:
    said = ask("provider", provider, "-C", RECORDS, "--on", DAY, "-f", "json", *options.values())
    assert said.status == 0
    return said.answer


def other(command: str, *arguments: object) -> dict[str, Any]:
    return ask(command, *arguments, "-C", RECORDS, "--on", DAY, "-f", "json").answer


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    """Ask for the page of a provider of which much is recorded, once."""
    return page_of("cornerstool")


def test_the_next_visit_is_the_earliest_that_is_asked_for() -> None:
    out = ask("provider", "cornerstool", "-C", RECORDS, "--on", DAY).out
    visits = out[out.index("Visits") :]
    assert "Next due  8 December 2026" in visits
    assert "Follow-up visit, 8 Dec 2026" in visits


def test_a_desk_top_audit_is_no_visit_in_the_history() -> None:
    told = [each for each in page_of("kestrel-croft")["history"] if "audit" in each["kind"] + each["says"]]
    assert told
    assert all(each["kind"] == "desk-top audit" for each in told)


def test_the_page_has_every_part_in_order() -> None:
    said = ask("provider", "cornerstool", "-C", RECORDS, "--on", DAY)
    assert [line for line in said.out.splitlines() if line in HEADINGS] == list(HEADINGS)
    assert said.out.startswith("Cornerstool Boxing and Fitness (cornerstool), 23 November 2026: DO NOT PLACE")


def test_verdict_and_checks_are_those_of_check_provider(page: dict[str, Any]) -> None:
    check = other("check-provider", "cornerstool")
    assert page["verdict"] == check["verdict"]
    assert page["listing"] == check["listing"]
    assert page["escalation"] == check["escalation"]
    told = [(each["key"], each["state"], each["effect"], each["due"]) for each in check["lines"]]
    assert [(each["key"], each["state"], each["effect"], each["due"]) for each in page["checks"]] == told


def test_registration_and_room_are_those_of_registration(page: dict[str, Any]) -> None:
    answer = other("registration", "cornerstool", "--timeline")["providers"][0]
    assert page["registration"]["requirement"] == answer["requirement"]
    assert page["registration"]["headroom"] == answer["headroom"]
    coming = next(each for each in answer["timeline"] if each["starts"] > DAY)
    assert coming["starts"] == "2027-01-18"
    assert page["registration"]["next_change"].startswith("from 18 January 2027: to be judged")


@pytest.mark.parametrize("number", range(3))
def test_reports_are_those_of_termly_due(page: dict[str, Any], number: int) -> None:
    told = page["reports"][number]
    duties = other("termly-due", "--term", told["term"], "--provider", "cornerstool")["duties"]
    assert told["asked"] == len(duties)
    assert told["missing"] == sum(each["state"] == "overdue" for each in duties)
    for state, count in told["states"].items():
        assert count == sum(each["state"] == state for each in duties)


def test_what_falls_due_is_what_due_says_of_90_days(page: dict[str, Any]) -> None:
    duties = other("due", "--within", "90", "--provider", "cornerstool")["duties"]
    told = [(each["kind"], each["state"], each["due"]) for each in duties]
    assert [(each["kind"], each["state"], each["due"]) for each in page["falls_due"]] == told


def test_the_self_assessment_is_the_one_that_self_assessment_shows(page: dict[str, Any]) -> None:
    shown = other("self-assessment", "harbour-loft")
    assessed = page_of("harbour-loft")["assessed"]
    assert assessed["year"] == shown["year"]
    assert assessed["completed_on"] == shown["self_assessment"]["completed_on"]
    assert page["assessed"]["validated"]


def test_ended_placements_are_those_of_outcomes(page: dict[str, Any]) -> None:
    tables = other("outcomes", "--provider", "cornerstool", "--year", "2026-27")
    assert page["placements"]["in_year"] == tables["placements"]
    assert page["placements"]["year"] == tables["year"]


def test_no_reference_of_a_pupil_or_placement_stands_on_any_page() -> None:
    opened = open_records(RECORDS, day(DAY))
    pages = [provider_page(opened, opened.provider(each)) for each in PROVIDERS]
    assert len(pages) > 20
    said = [write(page) for page in pages for write in (text_provider, csv_provider, json_provider)]
    assert [found for text in said for found in REFERENCE.findall(text)] == []


@pytest.mark.parametrize("form", ["markdown", "html", "docx", "pdf"])
def test_a_document_says_the_verdict_and_every_heading_and_is_no_longer_than_it_has_to_be(
    tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"page.{'md' if form == 'markdown' else form}"
    said = ask("provider", "cornerstool", "-C", RECORDS, "--on", DAY, "--output", file)
    assert said.status == 0
    text = "".join(text_of(form, file.read_bytes()).split())
    assert [each for each in (*HEADINGS, "DO NOT PLACE") if "".join(each.split()) not in text] == []
    if form == "pdf":
        from pypdf import PdfReader

        assert len(PdfReader(file).pages) <= 4


def test_the_same_records_make_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        ask("provider", "kestrel-croft", "-C", RECORDS, "--on", DAY, "-o", file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_html_page_needs_nothing_from_anywhere() -> None:
    said = ask("provider", "cornerstool", "-C", RECORDS, "--on", DAY, "-f", "html")
    assert not re.search(r"<(script|img|link|iframe)|\bsrc=|@import|url\(", said.out)
    assert "prefers-color-scheme" in said.out


def test_small_numbers_are_marked_and_the_mark_is_explained() -> None:
    said = ask("provider", "cornerstool", "-C", RECORDS, "--on", DAY)
    assert "3* (1* school, 2* academy)" in said.out
    assert "* fewer than 5, the council's small number: not to be passed on." in said.out


def test_value_for_money_comes_as_questions_with_figures(page: dict[str, Any]) -> None:
    found = {each["key"]: each for each in page["value"]}
    assert all(each["asks"].endswith("?") for each in found.values())
    assert found["attended"]["says"].startswith("Each attended session of 2025-26 cost £44.07")
    assert found["attended"]["careful"]


def test_the_history_is_the_newest_first_and_nothing_is_later_than_the_day(page: dict[str, Any]) -> None:
    days = [each["on"] for each in page["history"]]
    assert days == sorted(days, reverse=True)
    assert days[0] <= DAY


@pytest.mark.parametrize(
    ("provider", "said"),
    [
        pytest.param("moonraker-drama", "applied to be listed", id="an applicant"),
        pytest.param("flintlock-skills", "removed from the list", id="removed"),
        pytest.param("brassmonkey-karting", "declined", id="declined"),
        pytest.param("saffron-heath", "not listed; used exceptionally", id="used exceptionally"),
        pytest.param("rookhaven-school", "registered", id="a registered school"),
    ],
)
def test_every_standing_makes_a_true_page(provider: str, said: str) -> None:
    answer = ask("provider", provider, "-C", RECORDS, "--on", DAY)
    assert answer.status == 0
    assert said in answer.out


def test_a_provider_in_order_is_clear_and_what_is_not_known_is_said(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path))
    assert "(kingfisher), 3 November 2026: CLEAR" in said.out
    assert "Which termly reports were due cannot be told" in said.out
    assert "No open action is recorded." in said.out
    assert "Not known." in said.out


def test_what_stands_in_the_way_comes_first_and_then_what_cannot_be_told(tmp_path: Path) -> None:
    rows = csv.DictReader(io.StringIO(ask(*ONE, "-C", council(tmp_path, LAPSED, NOT_RECORDED), "-f", "csv").out))
    states = [each["says"] for each in rows if each["part"] == "checks" and each["name"] == "State"]
    assert states == ["expired: stands in the way"] * 3 + ["not recorded: cannot be told"]


def test_a_provider_with_nothing_recorded_makes_a_true_page(tmp_path: Path) -> None:
    records = council(tmp_path)
    (records / "providers" / "kingfisher.yaml").write_text(BARE, encoding="utf-8")
    for folder in ("placements", "visits"):
        for file in (records / folder).iterdir():
            file.unlink()
    said = ask(*ONE, "-C", records)
    assert said.status == 0
    for text in (
        "not on the list",
        "none in use",
        "No placements are kept in these records",
        "no visit on site is recorded",
        "The records tell of no day yet.",
        "no day: visits are asked for of providers on the list",
    ):
        assert text in said.out


def test_a_record_that_cannot_be_read_is_named_on_the_page_and_in_the_status(tmp_path: Path) -> None:
    records = council(tmp_path, BROKEN_PLACEMENT)
    said = ask(*ONE, "-C", records)
    assert said.status == 3
    assert "Cannot be read, so the answer may be another: 1 record of placements or termly reports" in said.out
    assert REFERENCE.findall(said.out) == []
    made = ask(*ONE, "-C", records, "-f", "markdown")
    assert made.status == 3
    assert "Cannot be read" in made.out


def test_a_provider_that_cannot_be_read_is_refused_with_its_fault(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path, BROKEN))
    assert said.status == 3
    assert "cicc" in said.err
    assert said.out == ""


def test_an_unknown_provider_names_the_nearest(tmp_path: Path) -> None:
    said = ask("provider", "kingfsher", "-C", council(tmp_path), "--on", ON)
    assert said.status == 2
    assert "did you mean kingfisher?" in said.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("-f", "pdf", "-o", "page.html"), "give it a name that ends in .pdf"),
        (("-f", "html", "-o", "page.pdf"), "would hold an HTML page"),
    ],
)
def test_a_file_never_holds_another_form_than_its_name_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = ask(*ONE, "-C", council(tmp_path), *options)
    assert said.status == 2
    assert says in said.err


@pytest.mark.parametrize(("name", "begins"), [("page.json", "{"), ("page.csv", "on,provider"), ("page.txt", "Kingf")])
def test_the_name_of_the_file_says_the_form(tmp_path: Path, name: str, begins: str) -> None:
    ask(*ONE, "-C", council(tmp_path), "-o", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_nothing_is_written_among_the_records(tmp_path: Path) -> None:
    records = council(tmp_path)
    before = sorted(records.rglob("*"))
    assert ask(*ONE, "-C", records, "-o", records / "page.html").status == 2
    assert ask(*ONE, "-C", records).status == 0
    assert sorted(records.rglob("*")) == before


def test_the_installed_program_says_the_same(tmp_path: Path) -> None:
    said = run("provider", "kingfisher", "--on", ON, folder=council(tmp_path).parent, COLUMNS="80")
    assert said.status == 0
    assert said.out == ask(*ONE, "-C", tmp_path / "records").out


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    opened = open_records(RECORDS, day(DAY))
    text = text_provider(provider_page(opened, opened.provider("cornerstool")), width=width)
    assert max(map(len, text.splitlines())) <= width
