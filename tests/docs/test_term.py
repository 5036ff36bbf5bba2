"""The officer's whole term, played through with the commands the README gives, on the worked example."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from openpyxl import load_workbook
from pypdf import PdfReader

from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from apqa.vocabulary.reporting import ReportStatus
from tests.cli.asking import Said, ask
from tests.docs.test_docs import HOUSE
from tests.forms.single_filling import cell_of

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.records.termly_report import TermlyReport

README = HOUSE / "README.md"
TITLE = "## A term, from the due list to the last report"
FILLED = "PL-341B9"
WEAK = "Staff who can teach it"
SENT = datetime(2026, 12, 15)  # noqa: DTZ001 - as Excel has days


def commands() -> list[str]:
    """Answer the commands of the README's term, one after the other."""
    part = README.read_text(encoding="utf-8").split(TITLE)[1].split("\n## ")[0]
    return re.findall(r"^\$ (apqa .*)$", part, re.MULTILINE)


def fill_in(file: Path) -> None:
    """Fill in the workbook as a member of the provider's staff would, for one pupil, and save it."""
    book = load_workbook(file)
    answers: dict[str, dict[str, Any]] = {
        "Attendance": {"Sessions possible": 58, "Sessions attended": 51, "Last daily return": SENT},
        "Objectives": {"Progress": "On track", "Where the pupil is now": "late once a week"},
        "Pupil and family": {"Pupil heard on": SENT, "Heard how": "Interview", "The pupil says": "The lambs need me."},
    }
    for sheet, given in answers.items():
        page = book[sheet]
        headings = {str(cell.value): cell.column or 0 for cell in page[3]}
        row = next(cell.row or 0 for cell in page["A"] if cell.value == FILLED)
        for heading, value in given.items():
            page.cell(row, headings[heading]).value = value
    front = book["Read me first"]
    next(cell for cell in front["A"] if cell.value == "Sent on").offset(0, 1).value = SENT
    book.save(file)


def assess(file: Path) -> None:
    """Fill in the form of the self-assessment as a principal would, with one criterion met in part, and save it."""
    book = load_workbook(file)
    criteria = book["Criteria"]
    for title in [cell.value for cell in criteria["A"] if cell.value and criteria.cell(cell.row, 2).value][1:]:
        cell_of(book, "Criteria", title, "Rating").value = "Met"
        if not cell_of(book, "Criteria", title, "Evidence 1").value:
            cell_of(book, "Criteria", title, "Evidence 1").value = "seen by the governors in November"
    weak: dict[str, Any] = {
        "Rating": "Partially met",
        "Action": "Supervise every tutor each half term.",
        "Action: who": "principal",
        "Action: by when": datetime(2027, 3, 26),  # noqa: DTZ001 - as Excel has days
    }
    for heading, value in weak.items():
        cell_of(book, "Criteria", WEAK, heading).value = value
    headcount = {
        "Counted on": SENT,
        "Declared by": "principal",
        "Pupils of compulsory school age": 38,
        "Full-time": 36,
        "Full-time, with an EHC plan": 12,
        "Full-time, looked after": 3,
    }
    declaration = {"Completed on": SENT, "Completed by": "principal", "Declared true?": "Yes"}
    for sheet, given in {"Headcount": headcount, "Declaration": declaration}.items():
        for question, value in given.items():
            cell_of(book, sheet, question).value = value
    book.save(file)


def report(records: Path) -> TermlyReport | None:
    reports = Library(DiskFolder(records)).records.reports_on(FILLED)
    return next((each for each in reports if each.id.startswith("2026-27-autumn")), None)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Said]]:
    """Play the term in a folder of its own, and answer what each command said."""
    folder = tmp_path_factory.mktemp("term")
    shutil.copytree(HOUSE / "records", folder / "records")
    said: dict[str, Said] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in commands():
            said[command] = ask(*shlex.split(command)[1:])
            if command.startswith("apqa termly-report kestrel-croft"):
                fill_in(folder / "kestrel-croft.xlsx")
            if command.startswith("apqa self-assessment ferrymans-reach --format xlsx"):
                assess(folder / "self-assessment.xlsx")
    return folder, said


def told(played: tuple[Path, dict[str, Said]], beginning: str) -> Said:
    return next(said for command, said in played[1].items() if command.startswith(f"apqa {beginning}"))


def test_no_command_is_refused(played: tuple[Path, dict[str, Said]]) -> None:
    assert len(played[1]) == 13
    assert {command: said.err for command, said in played[1].items() if said.status not in {0, 1}} == {}


def test_the_due_list_names_what_the_provider_owes_and_by_when(played: tuple[Path, dict[str, Said]]) -> None:
    said = told(played, "termly-due --term 2026-27-autumn --on").out
    part = said.split("Kestrel Croft Farm Learning (kestrel-croft)")[1].split("\n\n")[0]
    assert "18 Jan 2027  not yet due (in 33 days)  Termly report, autumn 2026-27: PL-341B9" in part


def test_the_calendar_feed_opens_in_a_calendar_program(played: tuple[Path, dict[str, Said]]) -> None:
    feed = vobject.readOne((played[0] / "due.ics").read_bytes().decode())
    events = {each.uid.value: each for each in feed.contents["vevent"]}
    assert str(events[f"termly_report.2026-27-autumn.{FILLED}@e06000999.apqa"].dtstart.value) == "2027-01-18"


def test_the_letters_are_there_in_three_forms_and_remembered(played: tuple[Path, dict[str, Said]]) -> None:
    folder = played[0]
    letters = {each.stem for each in (folder / "letters").iterdir()}
    assert letters
    assert {each.name for each in (folder / "letters").iterdir()} == {
        f"{name}{suffix}" for name in letters for suffix in (".txt", ".eml", ".docx")
    }
    assert letters == {each.stem for each in (folder / "records" / "reminders").glob("2026-12-16-*.yaml")}


def test_what_came_back_is_shown_and_written_once_it_is_told_to(played: tuple[Path, dict[str, Said]]) -> None:
    shown, written = (told(played, f"receive kestrel-croft.xlsx {option}") for option in ("--on 2026-12-16", "--write"))
    assert "run it again with --write" in shown.out
    assert "new record written" in written.out
    found = report(played[0] / "records")
    assert found is not None
    assert found.status is ReportStatus.SUBMITTED
    assert found.sessions is not None
    assert (found.sessions.possible, found.sessions.attended) == (58, 51)


def test_the_due_list_knows_that_it_came(played: tuple[Path, dict[str, Said]]) -> None:
    said = told(played, "termly-due --term 2026-27-autumn --provider").out
    assert "received  Termly report, autumn 2026-27: PL-341B9 (sent on 15 December 2026" in said


def test_the_report_is_rendered_as_a_tagged_pdf_that_says_so(played: tuple[Path, dict[str, Said]]) -> None:
    read = PdfReader(played[0] / "report.pdf")
    text = " ".join(page.extract_text() for page in read.pages)
    assert "51 of 58 sessions attended (87.9%)" in " ".join(text.split())
    marks: Any = read.root_object["/MarkInfo"]
    assert marks["/Marked"] == True  # noqa: E712 - what PDF calls true, which Python's is not


def test_the_self_assessment_is_shown_and_written_once_it_is_told_to(played: tuple[Path, dict[str, Said]]) -> None:
    shown, written = (told(played, f"receive self-assessment.xlsx {each}") for each in ("--on 2026-12-16", "--write"))
    assert "run it again with --write" in shown.out
    assert "new record written" in written.out
    assessments = Library(DiskFolder(played[0] / "records")).records.self_assessments_of("ferrymans-reach")
    found = next(each for each in assessments if each.year == "2026-27")
    assert found.true_statement
    assert found.headcount is not None
    assert (found.headcount.compulsory_school_age, found.headcount.full_time) == (38, 36)


def test_the_self_assessment_stands_beside_last_years(played: tuple[Path, dict[str, Said]]) -> None:
    said = told(played, "self-assessment ferrymans-reach --on").out
    assert "self-assessment 2026-27, 16 December 2026" in said
    assert f"! {WEAK}* (s4_2): provider partly, council -, last year met, worse" in said
    assert "action: Supervise every tutor each half term (principal, due 26 Mar 2027)" in said


@pytest.mark.parametrize("form", sorted((HOUSE / "docs" / "forms").iterdir()), ids=lambda form: str(form.name))
def test_the_filled_in_forms_of_the_documentation_are_taken(tmp_path: Path, form: Path) -> None:
    shutil.copytree(HOUSE / "records", tmp_path / "records")
    said = ask("receive", form, "--write", "--on", "2026-12-16", "-C", tmp_path / "records")
    assert "new record written" in said.out
    assert "cannot be taken" not in said.out
