"""The form of the termly report as it goes out: what it asks, what is locked, and what Excel and Word make of it."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from apqa.forms.filling.box import Page
from apqa.forms.filling.derived import box
from apqa.forms.termly_report.boxes import NOT_THE_PROVIDERS, TERMLY_REPORT_FORM, VERSION
from apqa.records.schema.shapes import fields, shape
from apqa.records.termly_report import TermlyReport
from tests.cli.reporting_council import DRAFT, FIRST, SECOND, document, receive, reporting, workbook
from tests.forms.filling_in import cell_of, column_of, edited, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from apqa.records.base import Part

BOXES_OF_VERSION = {1: "5b1226e4c9ff", 2: "216ef7c870f8"}
"""What each version of the form asks, in short."""


def asked_by(form: Any) -> set[tuple[str, ...]]:
    """Answer the ways of all boxes, without the numbers of entries."""
    found = set()
    for page in form.pages:
        start = () if isinstance(page, Page) else page.way
        found |= {(*start, *each.way) for each in page.boxes if not each.asks_whether}
    return found


def leaves(model: type[Part], way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for each in fields(model):
        of = shape(each.annotation)
        of = shape(of.entries) if of.entries is not None else of
        if not way and each.name in NOT_THE_PROVIDERS:
            continue
        if of.part:
            yield from leaves(of.part, (*way, each.name))
        else:
            yield (*way, each.name)


def test_the_form_asks_for_all_that_a_provider_answers_and_for_nothing_else() -> None:
    assert asked_by(TERMLY_REPORT_FORM) == set(leaves(TermlyReport))


def test_whoever_changes_what_the_form_asks_raises_its_version() -> None:
    said = [
        (page.title, [(each.key, each.title, each.kind.value, each.choices, each.several) for each in page.boxes])
        for page in TERMLY_REPORT_FORM.pages
    ]
    assert sha256(repr(said).encode()).hexdigest()[:12] == BOXES_OF_VERSION[VERSION]


def test_no_two_boxes_of_a_page_are_called_the_same_and_every_one_says_what_belongs_in_it() -> None:
    for page in TERMLY_REPORT_FORM.pages:
        titles = [each.title for each in page.boxes]
        assert len(set(titles)) == len(titles)
        assert all(each.help.endswith((".", ":")) for each in page.boxes)
        assert all("QF-" not in each.help and "Appendix" not in each.help for each in page.boxes)
        assert all(len(each.help) <= 255 and len(each.title) <= 32 for each in page.boxes)
        assert len({label for each in page.boxes for _, label in each.choices}) == sum(
            len(each.choices) for each in page.boxes
        )


def test_a_box_of_a_field_there_is_none_of_cannot_be_made() -> None:
    for key in ("sessions.imagined", "status.draft"):
        with pytest.raises(KeyError):
            box(TermlyReport, key, "x")


def test_references_and_headings_are_locked_and_boxes_are_not(tmp_path: Path) -> None:
    book = load_workbook(workbook(reporting(tmp_path)))
    for page in book.worksheets:
        assert page.protection.sheet
        assert not page.protection.password
    page = book["Attendance"]
    assert page["A4"].protection.locked
    assert page["F3"].protection.locked
    assert not page["F4"].protection.locked
    assert not cell_of(book, "Objectives", "Progress", FIRST).protection.locked
    assert cell_of(book, "Objectives", "Objective", FIRST).protection.locked, "the plan's objective"
    assert not cell_of(book, "Objectives", "Objective", FIRST, 2).protection.locked, "one of the provider's own"
    assert book["apqa"].sheet_state == "veryHidden"


def test_what_is_known_is_filled_in(tmp_path: Path) -> None:
    book = load_workbook(workbook(reporting(tmp_path, first=DRAFT)))
    attendance = book["Attendance"]
    assert [cell.value for cell in attendance[4]][:7] == [FIRST, "P-9F4TC", "first", "15 January 2027", 12, 40, 31]
    assert cell_of(book, "Objectives", "Where the pupil is now", FIRST).value == "stays until noon"
    assert cell_of(book, "Objectives", "Progress", FIRST).value == "On track"
    assert cell_of(book, "Learning", "Subject 1", FIRST).value == "boat building"
    front = " ".join(str(cell.value) for row in book["Read me first"] for cell in row if cell.value)
    for said in ("Kingfisher Workshops", "2 pupils", "15 January 2027", "Westmarch Council", "No name, initials"):
        assert said in front


@pytest.mark.parametrize(("hours", "held"), [("11.5", 11.5), ("7:20", "7:20")])
def test_the_agreed_hours_are_a_number_where_they_are_one_and_come_back_as_they_went_out(
    tmp_path: Path, hours: str, held: object
) -> None:
    records = reporting(tmp_path)
    placement = records / f"placements/{FIRST}.yaml"
    text = placement.read_text("utf-8").replace("hours_with_breaks: 12", f"hours_with_breaks: {hours}")
    placement.write_text(text, encoding="utf-8")
    file = workbook(records)
    assert cell_of(load_workbook(file), "Attendance", "Agreed hours a week", FIRST).value == held
    file.write_bytes(edited(file.read_bytes(), lambda book: book["Attendance"].cell(4, 6, 40)))
    assert "stood here when the form went out" not in receive(records, file).out


def test_without_a_draft_the_objectives_of_the_plan_are_filled_in(tmp_path: Path) -> None:
    book = load_workbook(workbook(reporting(tmp_path)))
    page = book["Objectives"]
    said = [[page.cell(row, column).value for column in range(3, 7)] for row in rows_of(page, FIRST)]
    assert said == [
        ["Stay for the whole session", None, "leaves after an hour", "the register"],
        ["Measure and mark out", "outcome 2", None, None],
        [None] * 4,
        [None] * 4,
    ]
    assert len(rows_of(page, SECOND)) == 2


def test_excel_is_told_what_each_box_takes(tmp_path: Path) -> None:
    book = load_workbook(workbook(reporting(tmp_path)))

    def rule(sheet: str, heading: str) -> Any:
        page = book[sheet]
        place = page.cell(4, column_of(page, heading)).coordinate
        (found,) = [each for each in page.data_validations.dataValidation if place in each.sqref]
        return found

    assert (rule("Attendance", "Late").type, rule("Attendance", "Late").formula1) == ("whole", "0")
    scale = rule("Engagement and safety", "Engagement")
    assert (scale.formula1, scale.formula2) == ("1", "4")
    assert scale.error == "Write a whole number from 1 to 4. Leave the cell empty if it is not known."
    assert rule("Attendance", "Last daily return").type == "date"
    assert rule("Next steps", "Reintegration planned?").formula1 == '"Yes,No"'
    source = rule("Next steps", "Destination").formula1
    sheet, _, cells = source.partition("!")
    listed = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert "Not in education, employment or training" in listed
    assert rule("Attendance", "Late").prompt == "Of the sessions attended, those the pupil came late to."
    assert all(rule("Attendance", heading).showInputMessage for heading in ("Late", "Pattern"))
    chosen = [each for each in book["Objectives"].data_validations.dataValidation if each.promptTitle == "Placement"]
    assert [row[0].value for row in book["apqa"][chosen[0].formula1.partition("!")[2].replace("$", "")]] == [
        FIRST,
        SECOND,
    ]


def test_sheets_are_set_up_for_the_eye_and_for_paper(tmp_path: Path) -> None:
    book = load_workbook(workbook(reporting(tmp_path)))
    page = book["Attendance"]
    assert page.freeze_panes == "C4"
    assert page.print_title_rows == "$3:$3"
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.fitToWidth == 1
    assert book.properties.title == "Termly report: Kingfisher Workshops, autumn 2026-27"
    assert book.properties.language == "en-GB"
    assert book.sheetnames[0] == "Read me first"
    assert book.active is book.worksheets[0]


def test_the_same_records_and_day_make_the_same_bytes(tmp_path: Path) -> None:
    first, second = (reporting(tmp_path / name, first=DRAFT) for name in ("a", "b"))
    assert workbook(first).read_bytes() == workbook(second).read_bytes()
    assert document(first).read_bytes() == document(second).read_bytes()


def test_a_form_says_the_day_it_was_made_for_and_no_other(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    for file in (workbook(records), document(records)):
        with ZipFile(file) as archive:
            assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = archive.read("docProps/core.xml").decode()
        assert core.count("2026-12-14T00:00:00Z") == 2


def test_a_document_has_headings_table_headings_language_title_and_protection(tmp_path: Path) -> None:
    made = Document(BytesIO(document(reporting(tmp_path, first=DRAFT)).read_bytes()))
    headings = [each.text for each in made.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings == [*(page.title for page in TERMLY_REPORT_FORM.pages), "Sending it back"]
    asking = [table for table in made.tables if table.cell(0, 0).text == "Question"]
    assert asking
    assert all(table._tbl.find(f".//{qn('w:tblHeader')}") is not None for table in asking)
    assert made.core_properties.title == f"Termly report: {FIRST}, autumn 2026-27"
    assert {each.get(qn("w:val")) for each in made.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    (protection,) = made.settings.element.iter(qn("w:documentProtection"))
    assert (protection.get(qn("w:edit")), protection.get(qn("w:enforcement"))) == ("forms", "1")


def test_what_the_plan_says_is_locked_in_a_document_too(tmp_path: Path) -> None:
    made = Document(BytesIO(document(reporting(tmp_path)).read_bytes()))
    locks = {
        control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")): control.find(
            f"{qn('w:sdtPr')}/{qn('w:lock')}"
        ).get(qn("w:val"))
        for control in made.element.body.iter(qn("w:sdt"))
    }
    assert locks["apqa:objectives.0.objective"] == "sdtContentLocked"
    assert locks["apqa:objectives.0.progress"] == "sdtLocked"
    assert locks["apqa:objectives.2.objective"] == "sdtLocked"
