from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from apqa.forms.filling.stamp import read_stamp
from tests.cli.asking import ask, run
from tests.cli.reporting_council import (
    DRAFT,
    FIRST,
    NAME,
    ON,
    SECOND,
    TERM,
    document,
    receive,
    reporting,
    snapshot,
    workbook,
)
from tests.forms.filling_in import cell_of, edited, write_sent_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORD = f"termly-reports/{TERM}/{FIRST}.yaml"


def say(*answers: tuple[str, str, object], placement: str = FIRST, entry: int = 0) -> Callable[[Any], None]:
    """Write answers into cells, each by its sheet and heading."""

    def fill(book: Any) -> None:
        for sheet, heading, value in answers:
            cell_of(book, sheet, heading, placement, entry).value = value

    return fill


COMPLETE = (
    ("Attendance", "Sessions possible", 60),
    ("Attendance", "Sessions attended", 54),
    ("Objectives", "Progress", "On track"),
    ("Pupil and family", "Pupil heard on", datetime(2026, 12, 3)),  # noqa: DTZ001 - as Excel has days
    ("Pupil and family", "Heard how", "Interview"),
)


def fill(file: Path, *edits: Callable[[Any], object]) -> Path:
    raw = file.read_bytes()
    for edit in edits:
        raw = edited(raw, edit)
    file.write_bytes(raw)
    return file


def test_a_form_that_nobody_filled_in_changes_nothing_and_is_said_to(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    before = snapshot(records)
    said = receive(records, workbook(records), "--write")
    assert said.status == 1
    assert f"{FIRST} (P-9F4TC)  nothing filled in since it went out: nothing to write" in said.out
    assert "0 records of 1 file written." in said.out
    assert snapshot(records) == before


def test_a_new_report_is_shown_first_and_written_then(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE), lambda book: write_sent_on(book, datetime(2026, 12, 11)))  # noqa: DTZ001 - as Excel has days
    before = snapshot(records)
    shown = receive(records, file)
    assert "makes a new record" in shown.out
    assert "Sessions possible: 60  [Attendance!F4]" in shown.out
    assert "1 record of 1 file can be written: run it again with --write." in shown.out
    assert snapshot(records) == before
    written = receive(records, file, "--write")
    assert "new record written" in written.out
    assert (records / RECORD).read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../schemas/termly-report.schema.json\n"
        "status: submitted\n"
        "submitted_on: 2026-12-11\n\n"
        "sessions:\n  possible: 60\n  attended: 54\n\n"
        "objectives:\n"
        "  - objective: Stay for the whole session\n    baseline: leaves after an hour\n    measure: the register\n"
        "    progress: on_track\n\n"
        "pupil_voice:\n  on: 2026-12-03\n  method: interview\n"
    )
    assert ask("check", "-C", records, "--on", ON, f"termly-reports/{TERM}").status == 0
    assert written.status == 1, "the second pupil is not filled in"


def test_what_the_plan_filled_in_is_counted_and_not_listed_and_what_was_changed_is_listed(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    shown = receive(records, file).out
    assert "Objective: Stay for the whole session" in shown
    assert "leaves after an hour" not in shown
    assert "and 2 more lines, as they were filled in when the form went out" in shown
    fill(file, say(("Objectives", "Progress", None)), say(("Objectives", "Progress", "On track"), entry=1))
    assert "and 1 more line, as it was filled in when the form went out" in receive(records, file).out
    fill(file, say(("Objectives", "Plan reference", "outcome 3"), entry=1))
    shown = receive(records, file).out
    assert "outcome 3" in shown
    assert "filled in when the form went out" not in shown


def test_what_is_written_twice_is_the_same(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    assert receive(records, file, "--write").status == 1
    before = snapshot(records)
    again = receive(records, file, "--write")
    assert "says what the record says: nothing to write" in again.out
    assert snapshot(records) == before


def test_a_draft_keeps_its_comments_and_spelling_and_becomes_submitted(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(
        workbook(records),
        say(("Attendance", "Sessions attended", 32), ("Attendance", "Late", 2), ("Learning", "Subject 1", None)),
    )
    said = receive(records, file, "--write")
    assert "Sessions attended: 31 -> 32  [Attendance!G4]" in said.out
    assert "Subject 1: boat building -> (empty)  [Learning!C4]" in said.out
    assert "incomplete: it lacks the pupil's voice" in said.out
    assert (records / RECORD).read_text("utf-8") == DRAFT.replace("status: draft  #", "status: submitted  #").replace(
        "read it\n", f"read it\nsubmitted_on: {ON}\n"
    ).replace("31\n", "32\n  late: 2\n").replace("subjects: [boat building]\n", "")


def test_a_draft_that_is_sent_as_it_is_becomes_submitted_on_the_day_the_form_says(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(workbook(records), lambda book: write_sent_on(book, "11th Dec 2026"))
    said = receive(records, file, "--write")
    assert "draft marked as sent" in said.out
    assert "submitted_on: 2026-12-11" in (records / RECORD).read_text("utf-8")


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("submitted\nsubmitted_on: 2026-12-01", "return the first (status: returned), and receive this again"),
        (
            "accepted\nsubmitted_on: 2026-12-01\nreview: {by: inclusion officer, on: 2026-12-02, judgement: good}",
            "the report was sent on 1 December 2026 and is accepted, so nothing in it is changed",
        ),
    ],
)
def test_a_report_that_was_sent_is_not_changed(tmp_path: Path, status: str, says: str) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(workbook(records), say(("Attendance", "Sessions attended", 30)))
    text = DRAFT.replace("draft  # until the head of provision has read it", status)
    (records / RECORD).write_text(text, "utf-8")
    before = snapshot(records)
    said = receive(records, file, "--write")
    assert said.status == 1
    assert says in said.out
    assert snapshot(records) == before


def test_a_report_that_was_returned_is_sent_again_and_keeps_what_was_said_of_it(tmp_path: Path) -> None:
    review = "review: {by: inclusion officer, on: 2026-12-02, judgement: concern}"
    text = DRAFT.replace(
        "draft  # until the head of provision has read it", f"returned\nsubmitted_on: 2026-12-01\n{review}"
    )
    records = reporting(tmp_path, first=text)
    file = fill(workbook(records), say(("Attendance", "Sessions attended", 30)))
    assert "record changed" in receive(records, file, "--write").out
    now = (records / RECORD).read_text("utf-8")
    assert "status: submitted\nsubmitted_on: 2026-12-14\n" in now
    assert review in now


def test_everything_that_is_wrong_is_said_by_sheet_and_cell_and_nothing_is_written(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(
        workbook(records),
        say(
            *COMPLETE,
            ("Attendance", "Late", 55),
            ("Attendance", "Authorised absence", "sixty"),
            ("Attendance", "Last daily return", "03/11/2026"),
            ("Attendance", "Hours a week now", "=11+1"),
            ("Engagement and safety", "Engagement", 7),
            ("Learning", "Anything achieved?", "perhaps"),
            ("Next steps", "You recommend", "Carry on"),
        ),
        say(("Attendance", "Sessions possible", 20), placement=SECOND),
    )
    before = snapshot(records)
    said = receive(records, file, "--write", "-f", "json")
    problems = {each["place"]: each["says"] for each in said.answer["files"][0]["problems"]}
    assert set(problems) == {
        "Attendance!I4",
        "Attendance!M4",
        "Attendance!O4",
        "Attendance!G5",
        "Learning!Q4",
        "Engagement and safety!C4",
        "Next steps!I4",
    }
    assert "may be 3 November 2026 or 11 March 2026" in problems["Attendance!M4"]
    assert "a formula stands here" in problems["Attendance!O4"]
    assert "is not a number: write a whole number such as 12" in problems["Attendance!I4"]
    assert problems["Attendance!G5"].startswith("this is needed where other boxes of its part are filled in")
    assert "engagement is a number from 1" in problems["Engagement and safety!C4"]
    assert said.status == 1
    assert snapshot(records) == before


def test_contradictions_are_said_at_their_cells(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(
        workbook(records),
        say(*COMPLETE, ("Attendance", "Late", 55), ("Learning", "Anything achieved?", "Yes")),
        say(("Achievements", "What was achieved", "first aid badge"), placement=SECOND),
        say(("Learning", "Anything achieved?", "No"), placement=SECOND),
    )
    said = receive(records, file).out
    assert "Attendance!H4, Late: more late sessions than attended ones" in said
    assert "Learning!Q4, Anything achieved?: this says yes, and nothing is listed" in said
    assert "Learning!Q5, Anything achieved?: this says no, and something is listed" in said


def test_a_file_with_a_fault_keeps_no_other_file_from_being_written(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    good = document(records, SECOND)
    bad = fill(workbook(records), say(("Attendance", "Sessions possible", "many")))
    from tests.forms.test_returned_document import fill_document

    fill_document(good, {"sessions.possible": "10", "sessions.attended": "9"})
    said = receive(records, bad, good, "--write", "-f", "json")
    assert [each["written"] for each in said.answer["files"]] == [False, True]
    assert not (records / RECORD).exists()
    assert (records / f"termly-reports/{TERM}/{SECOND}.yaml").exists()


def test_two_files_about_one_report_are_both_left_alone(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    other = tmp_path / "Copy of termly report (2).XLSX"
    other.write_bytes(file.read_bytes())
    fill(other, say(("Attendance", "Sessions attended", 53)))
    said = receive(records, file, other, "--write")
    assert f"The record {RECORD} comes in {other} as well: keep the one that holds" in said.out
    assert not (records / RECORD).exists()


def test_the_same_form_named_twice_is_taken_once(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    other = tmp_path / "Copy of termly report.xlsx"
    other.write_bytes(file.read_bytes())
    said = receive(records, file, other, file, "--write")
    assert said.out.count(f"the same as {file}, byte for byte: it is taken once") == 2
    assert "1 record of 3 files written." in said.out
    assert (records / RECORD).exists()
    files = receive(records, other, file, "-f", "json").answer["files"]
    assert [each["same_as"] for each in files] == ["", str(other)]
    assert f",copy,,,,,{other}" in receive(records, other, file, "-f", "csv").out


def test_a_copy_of_a_file_that_is_no_form_is_none_either(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = tmp_path / "letter.docx"
    file.write_bytes(b"Dear all")
    said = receive(records, file, file)
    assert (said.status, said.out.count("the file is not what its name says")) == (3, 0)
    assert said.out.count("The file is not what its name says") == 2


def test_names_as_windows_makes_them_are_read(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    folder = tmp_path / "Downloads & more (1)"
    folder.mkdir()
    file = folder / "Kopie - Termly report [final] éü.XLSX"
    file.write_bytes(fill(workbook(records), say(*COMPLETE)).read_bytes())
    assert receive(records, file, "--write", "-q").status == 1
    assert (records / RECORD).exists()


def test_a_form_of_another_provider_or_term_is_not_taken_where_one_is_asked_for(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = workbook(records)
    assert "2026-27-spring is asked about" in receive(records, file, "--term", "2026-27-spring").out
    other = (records / "providers/kingfisher.yaml").read_text("utf-8")
    (records / "providers/heron.yaml").write_text(other, "utf-8")
    assert "heron is asked about" in receive(records, file, "--provider", "heron").out


@pytest.mark.parametrize("term", ["autumn", "2026-27", ""])
def test_a_term_that_is_none_is_a_slip_of_whoever_asks(tmp_path: Path, term: str) -> None:
    records = reporting(tmp_path)
    said = receive(records, workbook(records), "--term", term)
    assert (said.status, said.out) == (2, "")
    assert f"--term: '{term}' is no reporting period: give one such as 2026-27-spring" in said.err


def test_a_form_of_a_provider_these_records_do_not_have_is_not_taken(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = workbook(records)
    (records / "providers/kingfisher.yaml").rename(records / "providers/heron.yaml")
    assert "these records have no such provider" in receive(records, file).out


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda file: file.unlink(), "there is no placement PL-8M4RY in these records"),
        (
            lambda file: file.write_text(file.read_text("utf-8").replace("kingfisher", "heron"), "utf-8"),
            "PL-8M4RY is a placement with heron, and this form is kingfisher's",
        ),
        (
            lambda file: file.write_text(file.read_text("utf-8").replace("P-2B6WN", "P-3C7XM"), "utf-8"),
            "PL-8M4RY is of the pupil P-3C7XM, and this form says P-2B6WN",
        ),
        (
            lambda file: file.write_text(
                file.read_text("utf-8").replace("starts: 2026-09-14", "starts: 2027-01-04"), "utf-8"
            ),
            "PL-8M4RY had no day in autumn 2026-27",
        ),
    ],
)
def test_a_placement_that_is_not_as_it_was_is_named(
    tmp_path: Path, change: Callable[[Path], object], says: str
) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    change(records / f"placements/{SECOND}.yaml")
    said = receive(records, file, "--write")
    assert says in said.out
    assert not (records / RECORD).exists()


def test_a_form_for_a_term_that_is_still_to_come_is_not_taken(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    said = ask("termly-report", "kingfisher", "--term", "2026-27-spring", "-C", records, "--on", ON, "-o", tmp_path)
    file = tmp_path / "termly-report-2026-27-spring-kingfisher.xlsx"
    assert said.status == 0
    assert "spring 2026-27, which begins on 4 January 2027" in receive(records, file).out


@pytest.mark.parametrize(
    ("day", "says"), [("2027-01-15", "is still to come"), ("2026-06-01", "is before autumn 2026-27")]
)
def test_a_day_of_sending_that_cannot_be_is_not_taken(tmp_path: Path, day: str, says: str) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE), lambda book: write_sent_on(book, day))
    assert says in receive(records, file, "--write").out
    assert not (records / RECORD).exists()


def test_a_record_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    (records / RECORD).parent.mkdir(parents=True)
    (records / RECORD).write_text("status: drafted\n", "utf-8")
    said = receive(records, file, "--write")
    assert f"there is a record {RECORD} that cannot be read" in said.out
    assert (records / RECORD).read_text("utf-8") == "status: drafted\n"


GAINED = DRAFT.replace("attended: 31", "attended: 30") + "achievements:\n  - {what: Won a prize}\n"
KEPT = "kept from the record, which was changed after this form went out: "


def in_document(records: Path, answers: dict[str, str]) -> Path:
    from tests.forms.test_returned_document import fill_document

    return fill_document(document(records), answers)


def sent_back(records: Path, ending: str) -> Path:
    """Make the form, and fill in nothing but the day it is sent."""
    if ending == "docx":
        return in_document(records, {"submitted_on": "11 December 2026"})
    return fill(workbook(records), lambda book: write_sent_on(book, "11 Dec 2026"))


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_a_draft_gained_while_its_form_was_away_is_kept_and_said(tmp_path: Path, ending: str) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = sent_back(records, ending)
    (records / RECORD).write_text(GAINED, "utf-8")
    said = receive(records, file, "--write")
    assert "draft marked as sent" in said.out
    assert f"{KEPT}Sessions attended: '30' (the form, as it went out: '31')" in said.out
    assert f"{KEPT}Achievement 1, What was achieved: 'Won a prize' (the form, as it went out: nothing)" in said.out
    assert (records / RECORD).read_text("utf-8") == GAINED.replace("status: draft  #", "status: submitted  #").replace(
        "read it\n", "read it\nsubmitted_on: 2026-12-11\n"
    )


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_the_form_and_the_record_changed_apart_from_each_other_is_both_taken(tmp_path: Path, ending: str) -> None:
    records = reporting(tmp_path, first=DRAFT)
    if ending == "docx":
        file = in_document(records, {"sessions.late": "2"})
    else:
        file = fill(workbook(records), say(("Attendance", "Late", 2)))
    (records / RECORD).write_text(GAINED, "utf-8")
    said = receive(records, file, "--write")
    assert "Late: 2" in said.out
    text = (records / RECORD).read_text("utf-8")
    assert "  attended: 30\n  late: 2\n" in text
    assert "  - {what: Won a prize}\n" in text


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_both_changed_differently_is_named_and_nothing_is_written(tmp_path: Path, ending: str) -> None:
    records = reporting(tmp_path, first=DRAFT)
    if ending == "docx":
        file, place = in_document(records, {"sessions.attended": "32"}), "Attendance, Sessions attended"
    else:
        file = fill(workbook(records), say(("Attendance", "Sessions attended", 32)))
        place = "Attendance!G4, Sessions attended"
    (records / RECORD).write_text(GAINED, "utf-8")
    said = receive(records, file, "--write")
    assert said.status == 1
    assert f"{place}: the record was changed here after this form went out" in said.out
    assert "the record says '30', the form '32'; let both say what holds, and receive the form again" in said.out
    assert (records / RECORD).read_text("utf-8") == GAINED


def test_where_it_is_not_known_what_holds_only_the_form_is_checked(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(
        workbook(records), say(("Attendance", "Sessions possible", 30), ("Attendance", "Sessions attended", 29))
    )
    (records / RECORD).write_text(DRAFT.replace("attended: 31", "attended: 40"), "utf-8")
    said = receive(records, file).out
    assert said.count("Attendance!") == 1
    assert "the record says '40', the form '29'" in said


def test_where_form_and_record_together_cannot_be_it_is_said_what_came_from_the_record(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(workbook(records), say(("Attendance", "Sessions possible", 32)))
    (records / RECORD).write_text(DRAFT.replace("attended: 31", "attended: 33"), "utf-8")
    said = receive(records, file, "--write").out
    assert "attended, absent and unknown sessions together are more than the possible ones" in said
    assert f"{KEPT}Sessions attended: '33' (the form, as it went out: '31')" in said
    assert "attended: 33" in (records / RECORD).read_text("utf-8")


def test_what_both_changed_to_the_same_is_taken(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(workbook(records), say(("Attendance", "Sessions attended", 30), ("Attendance", "Hours a week now", 11)))
    (records / RECORD).write_text(GAINED + "hours_a_week: 11.0\n", "utf-8")
    said = receive(records, file, "--write")
    assert "draft marked as sent" in said.out
    assert "attended: 30" in (records / RECORD).read_text("utf-8")
    assert "hours_a_week: 11.0\n" in (records / RECORD).read_text("utf-8")


def test_rows_that_both_put_into_one_table_are_named_and_neither_is_lost(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(workbook(records), say(("Achievements", "What was achieved", "swam a length")))
    (records / RECORD).write_text(GAINED, "utf-8")
    said = receive(records, file, "--write")
    assert "the record says 'Won a prize', the form 'swam a length'" in said.out
    assert (records / RECORD).read_text("utf-8") == GAINED


def test_a_record_made_while_its_form_was_away_keeps_what_the_form_says_nothing_of(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE[3:]))
    (records / RECORD).parent.mkdir(parents=True)
    (records / RECORD).write_text(GAINED, "utf-8")
    said = receive(records, file, "--write")
    assert "record changed" in said.out
    text = (records / RECORD).read_text("utf-8")
    for kept in ("attended: 30", "position: stays until noon", "what: Won a prize", "method: interview"):
        assert kept in text
    assert "nothing is said of the objective 'Stay for the whole session'" not in said.out
    assert "nothing is said of the objective 'Measure and mark out'" in said.out


def test_a_form_that_nobody_filled_in_says_nothing_of_a_report_that_came_otherwise(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = workbook(records)
    sent = GAINED.replace("draft  # until the head of provision has read it", "submitted\nsubmitted_on: 2026-12-01")
    (records / RECORD).parent.mkdir(parents=True)
    (records / RECORD).write_text(sent, "utf-8")
    said = receive(records, file, "--write")
    assert f"{FIRST} (P-9F4TC)  nothing filled in since it went out: nothing to write" in said.out
    assert (records / RECORD).read_text("utf-8") == sent


def test_a_report_that_was_returned_is_corrected_by_the_form_it_came_in(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    assert "new record written" in receive(records, file, "--write").out
    sent = (records / RECORD).read_text("utf-8")
    (records / RECORD).write_text(sent.replace("status: submitted", "status: returned"), "utf-8")
    said = receive(records, fill(file, say(("Attendance", "Sessions attended", 55))), "--write")
    assert "Sessions attended: 54 -> 55" in said.out
    assert "attended: 55" in (records / RECORD).read_text("utf-8")


def made_before(book: Any) -> None:
    """Make the stamp one of a form made before it was kept what each part says."""
    from dataclasses import replace

    stamp = read_stamp(book["apqa"]["A1"].value)
    asked = tuple(replace(each, went_out=None, locked=None) for each in stamp.asked)
    book["apqa"]["A1"].value = replace(stamp, asked=asked).text


def test_a_form_that_does_not_say_how_it_went_out_is_taken_where_the_record_is_as_it_was(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(workbook(records), say(("Attendance", "Sessions attended", 30)), made_before)
    assert "Sessions attended: 31 -> 30" in receive(records, file).out
    (records / RECORD).write_text(GAINED.replace("30", "29"), "utf-8")
    said = receive(records, file, "--write")
    assert "the record says '29', the form '30'" in said.out
    assert "the record says 'Won a prize', the form nothing" in said.out
    assert "attended: 29" in (records / RECORD).read_text("utf-8")


def test_an_objective_of_the_plan_that_nobody_answered_is_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    assert "nothing is said of the objective 'Measure and mark out'" in receive(records, file).out


def test_an_objective_of_the_providers_own_needs_its_progress(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(("Objectives", "Objective", "Tie three knots"), entry=2))
    assert "Objectives!H6, Progress: this is needed" in receive(records, file).out


def test_rows_at_the_end_of_a_table_belong_to_the_placement_chosen_in_them(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def add(book: Any) -> None:
        page = book["Achievements"]
        row = page.max_row
        page.cell(row, 1).value, page.cell(row, 3).value = SECOND, "swam a length"
        page.cell(row - 1, 3).value = "of nobody"

    said = receive(records, fill(workbook(records), add)).out
    assert "this row does not say which placement it is about: choose it" in said
    (tmp_path / NAME).unlink()

    def add_one(book: Any) -> None:
        page = book["Achievements"]
        page.cell(page.max_row, 1).value, page.cell(page.max_row, 3).value = SECOND, "swam a length"

    said = receive(records, fill(workbook(records), add_one)).out
    assert "Achievement 1, What was achieved: swam a length" in said


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_every_form_of_the_answer_says_what_changes_and_what_is_wrong(tmp_path: Path, form: str) -> None:
    records = reporting(tmp_path, first=DRAFT)
    good = fill(workbook(records), say(("Attendance", "Sessions attended", 30)))
    said = receive(records, good, tmp_path / "nothing.docx", "-f", form)
    for part in ("Sessions attended", "31", "30", "Attendance!G4", "there is no such file", "pupil's voice"):
        assert part.lower() in said.out.lower()
    assert said.status == 3


def test_what_stands_in_two_forms_is_the_same_record(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    said = receive(records, file, "-f", "json")
    (report, other) = said.answer["files"][0]["reports"]
    assert report["outcome"] == "new"
    assert report["record"] == RECORD
    assert other["outcome"] == "not_filled_in"
    assert said.answer["records"] == 1


def test_the_installed_program_receives_a_form(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill(workbook(records), say(*COMPLETE))
    said = run("receive", file.name, "--write", "-f", "json", "--on", ON, folder=tmp_path)
    assert json.loads(said.out)["records"] == 1
    assert said.err == ""


def test_no_record_is_half_written_where_a_disk_refuses_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = reporting(tmp_path, first=DRAFT)
    file = fill(
        workbook(records),
        say(("Attendance", "Sessions attended", 30)),
        say(*COMPLETE[:2], placement=SECOND),
    )
    before = snapshot(records)
    from pathlib import Path as AnyPath

    replace = AnyPath.replace

    def refuse(self: AnyPath, target: AnyPath) -> AnyPath:
        if SECOND in str(target):
            raise PermissionError(13, "denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(AnyPath, "replace", refuse)
    said = receive(records, file, "--write")
    assert said.status == 4
    assert "nothing of this form was written" in said.out
    assert snapshot(records) == before


def test_a_form_can_be_read_without_the_library_only_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    records = reporting(tmp_path)
    file = workbook(records)
    paper = document(records)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setitem(sys.modules, "docx", None)
    for each in (file, paper):
        said = receive(records, each)
        assert (
            'need the extra `forms`, which is not installed: install apqa with it, as in pipx install "apqa[forms]"'
            in said.err
        )
        assert said.status == 4


def test_the_workbook_that_is_read_is_the_one_that_was_made(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    assert load_workbook(workbook(records)).sheetnames[-1] == "apqa"


def test_days_that_are_still_to_come_are_refused_at_their_cells(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    answers = (
        ("Attendance", "Last daily return", datetime(2027, 12, 15)),  # noqa: DTZ001 - as Excel has days
        ("Engagement and safety", "Safeguarding concern?", "Yes"),
        ("Engagement and safety", "Concern passed on", datetime(2027, 12, 15)),  # noqa: DTZ001 - as Excel has days
    )
    file = fill(workbook(records), say(*COMPLETE, *answers[:1]))
    late = receive(records, file, "--write").out
    assert "Attendance!M4, Last daily return: 15 December 2027 is after the report was sent, on 14 December" in late
    on_time = ("Attendance", "Last daily return", datetime(2026, 12, 14))  # noqa: DTZ001 - as Excel has days
    passed = receive(records, fill(file, say(on_time, *answers[1:])), "--write").out
    assert "Concern passed on: 15 December 2027 is still to come, on 14 December 2026: correct it" in passed
    assert not (records / "termly-reports").exists()


def test_what_can_hardly_be_is_asked_about_and_written_all_the_same(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    answers = (
        ("Attendance", "Sessions possible", 10**9),
        ("Attendance", "Authorised absence", 2),
        ("Attendance", "Last daily return", datetime(1926, 12, 15)),  # noqa: DTZ001 - as Excel has days
        ("Attendance", "Hours a week now", 115),
        ("Next steps", "Destination", "Not in education, employment or training"),
        ("Next steps", "Began there on", datetime(2026, 12, 14)),  # noqa: DTZ001 - as Excel has days
    )
    file = fill(workbook(records), say(*COMPLETE, *answers))
    said = receive(records, file, "-f", "json")
    (report,) = (each for each in said.answer["files"][0]["reports"] if each["placement"] == FIRST)
    assert [(each["place"], each["box"]) for each in report["queries"]] == [
        ("Attendance!F4", "Sessions possible"),
        ("Attendance!F4", "Sessions possible"),
        ("Attendance!O4", "Hours a week now"),
        ("Next steps!K4", "Destination"),
        ("Attendance!M4", "Last daily return"),
    ]
    text = " ".join(receive(records, file).out.split())
    assert "query: Attendance!O4, Hours a week now: 115 hours a week attended, and 12 are agreed" in text
    assert "query: Attendance!F4" in receive(records, file, "-f", "markdown").out
    assert 'query,Attendance!F4,Sessions possible,,,"1,000,000,000 sessions' in receive(records, file, "-f", "csv").out
    written = receive(records, file, "--write")
    assert written.status == 1
    assert (records / "termly-reports").exists()


def test_a_text_that_would_tell_who_a_pupil_is_is_said_with_its_place_and_not_repeated(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    answers = (
        ("Attendance", "Pattern", "Late since a pupil called Zbyszek began"),
        ("Pupil and family", "The pupil says", "I like it. My number is R800400024001."),
        ("Pupil and family", "Parent's or carer's view", "The mornings are easier."),
    )
    file = fill(workbook(records), say(*COMPLETE, *answers))
    shown = receive(records, file)
    text = " ".join(shown.out.split())
    assert shown.status == 1
    assert "Pattern: a name ('Z…'): the words before it say that it is a pupil's name; take it out before" in text
    assert "The pupil says: a unique pupil number ('R8…01' in sentence 2): its check letter fits; take it out" in text
    queries = [line for line in receive(records, file, "-f", "csv").out.splitlines() if ",query," in line]
    assert len(queries) == 2
    assert not any("Zbyszek" in line or "R800400024001" in line for line in queries)
    assert "query: " in receive(records, file, "-f", "markdown").out
    written = receive(records, file, "--write")
    assert written.status == 1
    assert "1 record of 1 file written." in written.out


def test_what_a_recorded_reason_answers_is_not_said_again(tmp_path: Path) -> None:
    reason = "identifies_nobody:\n  - {words: Zbyszek, reason: the goat, by: designated officer, on: 2026-12-01}\n"
    records = reporting(tmp_path, first=f"{DRAFT}{reason}")
    file = fill(workbook(records), say(*COMPLETE, ("Attendance", "Pattern", "Late since a pupil called Zbyszek began")))
    assert "a name ('Z…')" not in receive(records, file).out
