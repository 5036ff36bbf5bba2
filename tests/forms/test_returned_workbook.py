"""Workbooks that came back, and all that may have happened to them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from apqa.forms.filling.stamp import read_stamp
from tests.cli.reporting_council import FIRST, receive, reporting, workbook
from tests.forms.filling_in import cell_of, edited

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def said_of(tmp_path: Path, *edits: Callable[[Any], object]) -> tuple[str, int]:
    """Make a form, change it, and answer what is said of it, and the exit status; nothing is ever written."""
    records = reporting(tmp_path)
    file = workbook(records)
    for edit in edits:
        file.write_bytes(edited(file.read_bytes(), edit))
    said = receive(records, file, "--write")
    assert not (records / "termly-reports").exists()
    return said.out, said.status


def cell(sheet: str, place: str, value: object) -> Callable[[Any], None]:
    def put(book: Any) -> None:
        book[sheet][place].value = value

    return put


def put_chart(book: Any, title: str = "Charts") -> None:
    chart = BarChart()
    chart.add_data(Reference(book["Attendance"], min_col=6, min_row=4, max_row=5))
    book.create_chartsheet(title).add_chart(chart)


def put_chart_for_sheet(book: Any) -> None:
    book.remove(book["Learning"])
    put_chart(book, "Learning")


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda book: book["Attendance"].merge_cells("F4:G4"), "Attendance!F4:G4: these cells were merged"),
        (lambda book: book.remove(book["Learning"]), "Learning: this sheet is missing: ask for the whole form"),
        (lambda book: book.create_sheet("Notes").append(["late"]), "Notes: this sheet is not part of the form"),
        (
            lambda book: setattr(book["Learning"], "title", "Lernen"),
            "Lernen: this sheet was called Learning when it went out: give it that name again",
        ),
        (
            lambda book: book["Attendance"].insert_rows(4),
            "more on this sheet is not where it was: a row was put in: take it out again, or ask for the form to be",
        ),
        (
            lambda book: book["Attendance"].insert_cols(6, 2),
            "more on this sheet is not where it was: 2 columns were put in: take them out again, or ask for the form",
        ),
        (
            lambda book: book["Objectives"].delete_rows(5),
            "more on this sheet is not where it was: a row was taken out: ask for the form to be filled in anew",
        ),
        (
            lambda book: book["Attendance"].delete_cols(7),
            "more on this sheet is not where it was: a column was taken out: ask for the form to be filled in anew",
        ),
        (
            lambda book: book["Attendance"].move_range("A3:T4", rows=1, cols=1),
            "more on this sheet is not where it was: take back what was moved or sorted, or ask for the form",
        ),
        (
            cell("Attendance", "F3", "Sessions"),
            "Attendance!F3: 'Sessions possible' stood here when the form went out as a heading, and now 'Sessions'",
        ),
        (
            cell("Attendance", "A4", "PL-00000"),
            "Attendance!A4: 'PL-7K3QX' stood here when the form went out (it must not be changed)",
        ),
        (cell("Objectives", "B4", None), "Objectives!B4: 'P-9F4TC' stood here when the form went out"),
        (
            cell("Objectives", "C4", "Stay for half the session"),
            "Objectives!C4, Objective: 'Stay for the whole session' stood here when the form went out (it must not",
        ),
        (cell("Objectives", "C5", None), "Objectives!C5, Objective: 'Measure and mark out' stood here when the form"),
        (cell("Attendance", "D4", "1 May 2027"), "and now '1 May 2027' does"),
        (cell("Read me first", "B2", "Heron"), "Read me first!B2: 'Kingfisher Workshops' stood here"),
        (cell("Attendance", "Z9", "see e-mail"), "Attendance!Z9: 'see e-mail' stands outside the boxes"),
        (
            lambda book: setattr(book["Attendance"]["F4"], "comment", Comment("how?", "x")),
            "Attendance!F4: a comment stands here and cannot be taken over",
        ),
        (cell("apqa", "A1", "{}"), "The hidden mark that says which form it is was changed"),
        (lambda book: book.remove(book["apqa"]), "It is no form that apqa made"),
        (lambda book: setattr(book, "epoch", CALENDAR_MAC_1904), "Its days count from 1904"),
        (put_chart, "Charts: this sheet is not part of the form"),
        (put_chart, "A picture or chart was put into the workbook and cannot be taken over: take it out"),
        (put_chart_for_sheet, "Learning: this is a chart where a sheet of the form should be"),
    ],
)
def test_what_happened_to_a_workbook_is_named_and_nothing_is_written(
    tmp_path: Path, edit: Callable[[Any], object], says: str
) -> None:
    out, status = said_of(tmp_path, cell("Attendance", "F4", 60), cell("Attendance", "G4", 54), edit)
    assert says in out
    assert status in {1, 3}


@pytest.mark.parametrize(
    ("heading", "value", "says"),
    [
        ("Sessions possible", "=60", "a formula stands here: write the value itself"),
        ("Sessions possible", 60.5, "'60.5' is not a whole number: write one such as 12"),
        ("Sessions possible", "60,0", "the comma in '60,0' can be read in more than one way"),
        ("Sessions possible", "60%", "'60%' is a percentage, and a number belongs here"),
        ("Sessions possible", "none", "'none' is no number: write 0 where there was none, and leave it empty"),
        ("Hours a week now", "11,5", "the comma in '11,5' can be read in more than one way"),
        ("Hours a week now", "n/a", "'n/a' is no number: leave it empty where there is none, or nobody knows"),
        ("Last daily return", "unknown", "'unknown' is no day: leave it empty where there is none, or nobody knows"),
        ("Sessions possible", True, "TRUE stands here, where a whole number belongs"),
        ("Sessions possible", datetime(2026, 2, 1), "Excel has made a day or time of this"),  # noqa: DTZ001 - as Excel has days
        ("Sessions possible", -3, "is below nought"),
        ("Last daily return", "next Friday", "'next Friday' is no day that can be read"),
        ("Last daily return", datetime(2026, 12, 1, 9, 30), "a time stands here"),  # noqa: DTZ001 - as Excel has days
        ("Last daily return", "31/11/2026", "there is no 31/11/2026"),
        ("Pattern", datetime(2026, 12, 1), "Excel has made a day or time of this"),  # noqa: DTZ001 - as Excel has days
        ("Pattern", "late\u202eetal", "here stands an invisible character that turns text round"),
        ("Pattern", "x" * 5001, "this text is longer than 5,000 characters: shorten it"),
        ("Hours a week now", "200", "a week has 168 hours, not 200"),
    ],
)
def test_a_value_that_cannot_be_taken_is_named_by_its_cell(
    tmp_path: Path, heading: str, value: object, says: str
) -> None:
    def put(book: Any) -> None:
        cell_of(book, "Attendance", heading, FIRST).value = value

    out, status = said_of(tmp_path, put)
    assert says in out
    assert f", {heading}: " in out
    assert "Attendance!" in out
    assert status == 1


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        ("Attendance", "Sessions possible"),
        ("Attendance", "Sessions attended"),
        ("Attendance", "Hours a week now"),
        ("Engagement and safety", "Incidents"),
    ],
)
def test_a_percentage_is_no_number_of_sessions_nor_of_anything_counted(
    tmp_path: Path, sheet: str, heading: str
) -> None:
    def put(book: Any) -> None:
        found = cell_of(book, sheet, heading, FIRST)
        found.value, found.number_format = 0.87, "0%"

    out, status = said_of(tmp_path, put)
    assert f", {heading}: '87%' is a percentage, and " in out
    assert status == 1


def test_an_error_of_excels_is_named(tmp_path: Path) -> None:
    def put(book: Any) -> None:
        found = cell_of(book, "Attendance", "Sessions possible", FIRST)
        found.value, found.data_type = "#REF!", "e"

    assert "Excel shows an error here (#REF!): write the value itself" in said_of(tmp_path, put)[0]


def test_a_number_that_stands_for_a_day_is_named(tmp_path: Path) -> None:
    def put(book: Any) -> None:
        found = cell_of(book, "Attendance", "Last daily return", FIRST)
        found.value, found.number_format = 46000, "General"

    assert "the number 46000 stands here: write a day, such as 11 Dec 2026" in said_of(tmp_path, put)[0]


def test_a_number_that_stands_for_yes_is_named(tmp_path: Path) -> None:
    def put(book: Any) -> None:
        cell_of(book, "Next steps", "Reintegration planned?", FIRST).value = 1

    assert "the number 1 stands here: choose yes or no" in said_of(tmp_path, put)[0]


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "shown"),
    [
        ("Attendance", "Sessions possible", "1,060", "Sessions possible: 1060"),
        ("Attendance", "Sessions possible", 60.0, "Sessions possible: 60"),
        ("Attendance", "Sessions possible", " 60 ", "Sessions possible: 60"),
        ("Attendance", "Sessions possible", "60.0", "Sessions possible: 60"),
        ("Attendance", "Last daily return", date(2026, 12, 1), "Last daily return: 1 December 2026"),
        ("Attendance", "Last daily return", "25/11/2026", "Last daily return: 25 November 2026"),
        ("Attendance", "Hours a week now", time(17, 40), "Hours a week now: 17:40"),
        ("Attendance", "Hours a week now", timedelta(hours=26, minutes=30), "Hours a week now: 26.5"),
        ("Attendance", "Hours a week now", 0.1 + 0.2, "Hours a week now: 0.3"),
        ("Next steps", "Reintegration planned?", True, "Reintegration planned?: yes"),
        ("Next steps", "You recommend", "continue", "You recommend: Continue"),
        ("Learning", "Maths now", 6, "Maths now: 6"),
        ("Learning", "Maths now", "two\r\nlines\tand a tab", "Maths now: two lines and a tab"),
    ],
)
def test_what_people_write_in_their_own_way_is_taken(
    tmp_path: Path, sheet: str, heading: str, value: object, shown: str
) -> None:
    records = reporting(tmp_path)
    file = workbook(records)

    def put(book: Any) -> None:
        cell_of(book, "Attendance", "Sessions possible", FIRST).value = 60
        cell_of(book, "Attendance", "Sessions attended", FIRST).value = 54
        cell_of(book, sheet, heading, FIRST).value = value

    file.write_bytes(edited(file.read_bytes(), put))
    said = receive(records, file)
    assert shown in said.out
    assert "can be written" in said.out


def test_a_percentage_that_excel_shows_as_one_is_a_percentage(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = workbook(records)

    def put(book: Any) -> None:
        found = cell_of(book, "Learning", "Per cent online", FIRST)
        found.value, found.number_format = 0.35, "0%"

    file.write_bytes(edited(file.read_bytes(), put))
    assert "Per cent online: 35" in receive(records, file).out


def test_of_cells_that_were_merged_nothing_else_is_said(tmp_path: Path) -> None:
    edits = (cell("Attendance", "F4", 60), cell("Attendance", "G4", 54))
    out, _ = said_of(tmp_path, *edits, lambda book: book["Attendance"].merge_cells("F4:G4"))
    assert out.count("Attendance!") == 1
    assert "take the merging back (Unmerge Cells), and write each answer into its own" in out


def test_blanks_outside_the_boxes_and_sheets_without_a_word_lose_nothing(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = workbook(records)

    def spoil(book: Any) -> None:
        book["Attendance"]["F4"].value, book["Attendance"]["G4"].value = 60, 54
        book["Attendance"]["Z5"].value = " \u00a0"
        book["Achievements"].cell(book["Achievements"].max_row, 3).value = " "
        book.create_sheet("Sheet1")["B2"].value = " "

    file.write_bytes(edited(file.read_bytes(), spoil))
    assert "1 record of 1 file can be written" in receive(records, file).out


def test_many_cells_outside_the_form_are_counted_and_not_all_named(tmp_path: Path) -> None:
    def put(book: Any) -> None:
        for row in range(100, 130):
            book["Attendance"].cell(row, 40).value = "x"

    out, _ = said_of(tmp_path, put)
    assert out.count("stands outside the boxes") == 20
    assert "Attendance: and 10 more cells outside the boxes" in out


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"version": 1}, "It is an older version of the form (1, and now it is 2)"),
        ({"version": 3}, "It is a newer version of the form (3, and this apqa knows 2): bring apqa up to date"),
        ({"form": "annual-return"}, "It is a form of another kind (annual-return)"),
        ({"form": "self-assessment", "version": 1}, "The hidden mark that says which form it is was changed"),
        ({"several": {}}, "The hidden mark that says which form it is was changed"),
        ({"asked": ()}, "The hidden mark that says which form it is was changed"),
        ({"term": "2026-27-winter"}, "'2026-27-winter' is no reporting period"),
    ],
)
def test_a_form_of_another_kind_or_version_is_told_from_this_one(
    tmp_path: Path, changes: dict[str, Any], says: str
) -> None:
    from dataclasses import replace

    def put(book: Any) -> None:
        stamp = read_stamp(book["apqa"]["A1"].value)
        book["apqa"]["A1"].value = replace(stamp, **changes).text

    assert says in said_of(tmp_path, put)[0]
