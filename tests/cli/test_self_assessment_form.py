"""The form of the self-assessment: what goes out, what comes back, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from apqa.forms.filling.stamp import read_stamp
from apqa.forms.self_assessment.boxes import NOT_THE_PROVIDERS, self_assessment_form
from apqa.guidance.criteria import every_criterion
from apqa.records.figures import Figures, OutcomeFigures
from apqa.records.registration import Headcount
from apqa.records.self_assessment import CriterionRating, SelfAssessment
from tests.cli.asking import ask
from tests.cli.assessing_council import ON, RECORD, YEAR, assessing, made, receive
from tests.cli.reporting_council import snapshot
from tests.cli.small_council import PROVIDER_FILE
from tests.cli.test_self_assessment import COUNCIL, form
from tests.forms.filling_in import edited, saved, write_control
from tests.forms.single_filling import cell_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from apqa.forms.filling.box import Way

ACTED = "Concerns are acted on"
TRAINED = "Staff are trained in safeguarding"
COUNTED = datetime(2026, 12, 3)  # noqa: DTZ001 - as Excel has days
DECLARED = (
    ("Declaration", "Completed on", "Your answer", datetime(2026, 12, 11)),  # noqa: DTZ001 - as Excel has days
    ("Declaration", "Completed by", "Your answer", "head of provision"),
    ("Declaration", "Declared true?", "Your answer", "Yes"),
)
HEADCOUNT = (
    ("Headcount", "Counted on", "Your answer", COUNTED),
    ("Headcount", "Declared by", "Your answer", "head of provision"),
    ("Headcount", "Pupils of compulsory school age", "Your answer", 7),
    ("Headcount", "Full-time", "Your answer", 0),
    ("Headcount", "Full-time, with an EHC plan", "Your answer", 0),
    ("Headcount", "Full-time, looked after", "Your answer", 0),
    ("Headcount", "Main education with you", "Your answer", 0),
)
RATED = tuple(("Criteria", each.title, "Rating", "Met") for each in every_criterion())
PROMISED = (
    ("Criteria", TRAINED, "Rating", "Not met"),
    ("Criteria", TRAINED, "Action", "Train everybody."),
    ("Criteria", TRAINED, "Action: who", "head of provision"),
    ("Criteria", TRAINED, "Action: by when", datetime(2027, 1, 15)),  # noqa: DTZ001 - as Excel has days
)
Answers = tuple[tuple[str, str, str, object], ...]


def flat(text: str) -> str:
    """Answer a text without the breaks of its lines."""
    return " ".join(text.split())


def say(file: Path, *answers: tuple[str, str, str, object]) -> Path:
    """Write answers into cells, each by its sheet, its question or criterion, and its heading."""

    def fill(book: Any) -> None:
        for sheet, row, heading, value in answers:
            cell_of(book, sheet, row, heading).value = value

    file.write_bytes(edited(file.read_bytes(), fill))
    return file


def test_every_field_that_is_the_providers_has_a_box() -> None:
    asked = self_assessment_form()
    ways: list[Way] = [("headcount", name) for name in Headcount.model_fields if name != "evidence"]
    ways += [(name,) for name in SelfAssessment.model_fields if name not in {*NOT_THE_PROVIDERS, "id"}]
    ways += [("ratings", "s1_1", name) for name in CriterionRating.model_fields if name not in NOT_THE_PROVIDERS]
    ways += [("figures", name) for name in Figures.model_fields]
    ways += [("figures", "outcomes", 0, name) for name in OutcomeFigures.model_fields]
    assert [way for way in ways if not asked.reaches(way)] == []
    assert not any(asked.reaches(("ratings", "s1_1", name)) or asked.reaches((name,)) for name in NOT_THE_PROVIDERS)


def test_no_two_boxes_of_a_page_are_called_the_same() -> None:
    for page in self_assessment_form().pages:
        titles = [box.title for box in page.boxes]
        assert len(set(titles)) == len(titles), page.title


def test_evidence_comments_and_open_actions_are_last_years_and_ratings_are_not(tmp_path: Path) -> None:
    book = load_workbook(made(assessing(tmp_path)))
    row = {name: cell_of(book, "Criteria", ACTED, name) for name in ("Last year", "Rating", "Evidence 1", "Evidence 2")}
    assert row["Last year"].value == "2025-26: Partially met; the council found: not met"
    assert row["Last year"].protection.locked
    assert (row["Rating"].value, row["Rating"].protection.locked) == (None, False)
    assert (row["Evidence 1"].value, row["Evidence 2"].value) == ("concern log", "minutes of the team")
    assert cell_of(book, "Criteria", ACTED, "Action").value == "Add a column."
    assert cell_of(book, "Criteria", "English and mathematics", "Last year").value == (
        "2025-26: Not applicable (taught at the home school)"
    )
    assert cell_of(book, "Figures", "Complaints", "Last year").value == "3"
    assert cell_of(book, "Figures", "Complaints").value is None
    assert book["Hours by subject"]["B4"].value == "Joinery"


def test_the_councils_findings_and_notes_of_them_are_not_in_the_form(tmp_path: Path) -> None:
    for ending in ("xlsx", "docx"):
        file = made(assessing(tmp_path / ending), ending)
        assert b"No log was there" not in b"".join(_parts(file))


def _parts(file: Path) -> list[bytes]:
    with ZipFile(file) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_what_is_on_record_stands_beside_and_is_locked(tmp_path: Path) -> None:
    book = load_workbook(made(assessing(tmp_path)))
    beside = "By the council's records"
    assert cell_of(book, "This year", "Status on the list", beside).value == "Listed, since 1 September 2025"
    assert cell_of(book, "Figures", "Fire risks assessed on", beside).value == "11 May 2026"
    assert cell_of(book, "Figures", "Safeguarding training completed on", beside).value == "2 September 2026"
    assert cell_of(book, "Headcount", "Pupils of compulsory school age", beside).value == "6"
    said = cell_of(book, "Criteria", TRAINED, beside)
    assert said.value.startswith("Safeguarding training of all staff: annual refresher, completed on 2 September 2026")
    assert said.protection.locked


def test_wording_that_nobody_saw_in_print_says_so(tmp_path: Path) -> None:
    book = load_workbook(made(assessing(tmp_path)))
    assert "were not seen in print" in cell_of(book, "Criteria", "Fire safety", "What is asked").value
    assert "not seen" not in cell_of(book, "Criteria", ACTED, "What is asked").value


def test_a_sheet_too_wide_for_one_page_is_printed_on_several(tmp_path: Path) -> None:
    book = load_workbook(made(assessing(tmp_path)))
    pages = {page.title: page.page_setup.fitToWidth for page in book if page.title in {"Headcount", "Criteria"}}
    assert pages == {"Headcount": 1, "Criteria": 2}
    assert book["Criteria"].print_title_cols == "$A:$A"


def test_a_draft_of_the_year_goes_out_with_everything_in_it(tmp_path: Path) -> None:
    own = form(
        "2026-12-01", council="", more=f"changes: [A new workshop.]\n{'figures: {leadership: {complaints: 5}}'}\n"
    )
    book = load_workbook(made(assessing(tmp_path, _2026_27=own)))
    assert cell_of(book, "Criteria", ACTED, "Rating").value == "Met"
    assert cell_of(book, "This year", "Change 1").value == "A new workshop."
    assert cell_of(book, "Figures", "Complaints").value == 5
    assert cell_of(book, "Figures", "Complaints", "Last year").value == "3"


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ("2019-20", "--year: 2019-20 is over, and there is no self-assessment of it; "),
        ("2024-25", "leave --year out for 2026-27, or give a day of 2024-25 with --on"),
        ("2028-29", "--year: 2028-29 is still far off; "),
    ],
)
def test_a_year_in_which_nobody_fills_it_in_has_no_form(tmp_path: Path, year: str, says: str) -> None:
    records = assessing(tmp_path)
    asked = ("self-assessment", "kingfisher", "-f", "xlsx", "-C", records, "--on", ON, "-o", tmp_path, "--year")
    said = ask(*asked, year)
    assert (said.status, says in said.err) == (2, True)
    assert not list(tmp_path.glob("*.xlsx"))
    for other in ("2025-26", "2027-28"):
        assert ask(*asked, other).status == 0


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_form_that_nobody_filled_in_changes_nothing(tmp_path: Path, ending: str) -> None:
    records = assessing(tmp_path)
    before = snapshot(records)
    said = receive(records, made(records, ending), "--write")
    assert said.status == 1
    assert f"{RECORD} nothing filled in since it went out: nothing to write" in flat(said.out)
    assert snapshot(records) == before


def test_a_new_self_assessment_is_shown_first_and_written_then(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED)
    before = snapshot(records)
    shown = receive(records, file)
    assert (shown.status, shown.err) == (0, "")
    assert f"{RECORD} makes a new record" in flat(shown.out)
    assert "With this" not in shown.out
    assert f"{ACTED}, Rating: Met [Criteria!" in flat(shown.out)
    assert "1 record of 1 file can be written: run it again with --write." in flat(shown.out)
    assert snapshot(records) == before
    assert "new record written" in flat(receive(records, file, "--write").out)
    written = yaml.safe_load((records / RECORD).read_text(encoding="utf-8"))
    assert written["ratings"]["s1_3"]["evidence"] == ["concern log", "minutes of the team"]
    assert written["headcount"]["compulsory_school_age"] == 7
    assert "hours" not in str(written.get("figures"))
    assert ask("check", RECORD, "-C", records, "--on", ON).status == 0
    answer = ask("self-assessment", "kingfisher", "--year", YEAR, "-C", records, "--on", ON, "-f", "json").answer
    assert answer["self_assessment"]["completed_on"] == "2026-12-11"
    assert "says what the record says: nothing to write" in flat(receive(records, file).out)


def test_what_came_back_as_it_was_filled_in_is_counted_and_not_listed(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED, ("Criteria", ACTED, "Evidence 2", "the log of May"))
    for name in ("text", "markdown"):
        shown = flat(receive(records, file, "-f", name).out)
        assert "Concerns are acted on, Evidence 2" in shown
        assert "Concerns are acted on, Evidence 1" not in shown
        assert "and 29 more lines, as they were filled in when the form went out" in shown
    (report,) = receive(records, file, "-f", "json").answer["files"][0]["reports"]
    known = {each["key"]: each["as_filled_in"] for each in report["changes"]}
    assert (known["ratings.s1_3.evidence.0"], known["ratings.s1_3.evidence.1"]) == (True, False)
    assert sum(known.values()) == 29
    assert receive(records, file, "-f", "csv").out.count(",change,") == len(known)


def test_that_a_self_assessment_came_is_recorded_with_the_day_and_shown(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED)
    assert "Received by the council: 14 December 2026" in receive(records, file, "--write").out
    assert (records / RECORD).read_text(encoding="utf-8").endswith("\ncouncil:\n  received_on: 2026-12-14\n")
    asked = ask("self-assessment", "kingfisher", "--year", YEAR, "-C", records, "--on", ON)
    assert "received 14 Dec 2026; to be reviewed by" in flat(asked.out)
    again = receive(records, file, "--write", on="2026-12-16")
    assert "nothing to write" in again.out
    assert "Received by" not in again.out


def test_a_draft_without_a_word_of_the_council_gets_the_day_and_keeps_its_lines(tmp_path: Path) -> None:
    own = form("2026-12-01", council="# by telephone\nlocal: {file: 12}\n")
    records = assessing(tmp_path, _2026_27=own)
    said = receive(records, say(made(records), ("Criteria", TRAINED, "Comment", "All of them.")), "--write")
    assert "record changed" in said.out
    text = (records / RECORD).read_text(encoding="utf-8")
    assert yaml.safe_load(text)["council"] == {"received_on": datetime(2026, 12, 14).date()}  # noqa: DTZ001 - a day
    assert "# by telephone\nlocal: {file: 12}\n" in text


def test_a_later_version_is_received_on_its_own_day(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    first = say(made(records), *RATED, *HEADCOUNT, *DECLARED)
    receive(records, first, "--write")
    first.unlink()
    second = made(records)
    later = ("Declaration", "Completed on", "Your answer", datetime(2026, 12, 16))  # noqa: DTZ001 - as Excel has days
    said = receive(records, say(second, later), "--write", on="2026-12-17")
    assert "Received by the council: 14 December 2026 -> 17 December 2026" in flat(said.out)
    assert (records / RECORD).read_text(encoding="utf-8").endswith("\ncouncil:\n  received_on: 2026-12-17\n")
    asked = ask("self-assessment", "kingfisher", "--year", YEAR, "-C", records, "--on", "2026-12-17")
    assert "received 17 Dec 2026; to be reviewed by" in flat(asked.out)
    assert "earlier version" not in asked.out


def test_what_the_council_found_of_an_earlier_version_stays(tmp_path: Path) -> None:
    found = "council: {received_on: 2026-12-02, note: the headcount is asked for}\n"
    records = assessing(tmp_path, _2026_27=form("2026-12-01", council=found))
    later = ("Declaration", "Completed on", "Your answer", datetime(2026, 12, 11))  # noqa: DTZ001 - as Excel has days
    said = receive(records, say(made(records), later), "--write")
    assert "record changed" in said.out
    assert "Received by" not in said.out
    assert found in (records / RECORD).read_text(encoding="utf-8")


def test_what_the_council_wrote_itself_of_the_receipt_stays(tmp_path: Path) -> None:
    records = assessing(tmp_path, _2026_27=form("2026-12-01", council="council: {received_on: 2026-12-02}\n"))
    said = receive(records, say(made(records), ("Criteria", TRAINED, "Comment", "All of them.")), "--write")
    assert "record changed" in said.out
    assert "Received by" not in said.out
    assert "council: {received_on: 2026-12-02}\n" in (records / RECORD).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answers", "found", "says"),
    [
        ((("Full-time", 7),), "must_register", "kingfisher must register"),
        ((("Main education with you", None),), "review", "a person must judge whether kingfisher must register"),
    ],
)
def test_a_headcount_that_turns_the_registration_question_is_said_in_a_line(
    tmp_path: Path, answers: tuple[tuple[str, object], ...], found: str, says: str
) -> None:
    records = assessing(tmp_path)
    turned = [("Headcount", title, "Your answer", value) for title, value in answers]
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED, *turned)
    line = f"With this, {says}: see `apqa registration kingfisher`"
    shown = receive(records, file)
    assert shown.status == 1
    assert line in flat(shown.out)
    assert line in receive(records, file, "-f", "csv").out
    assert line in receive(records, file, "-f", "markdown").out.replace("\\", "")
    (report,) = receive(records, file, "-f", "json").answer["files"][0]["reports"]
    assert report["registration"] == found
    assert line in flat(receive(records, file, "--write").out)
    answer = ask("registration", "kingfisher", "-C", records, "--on", ON, "-f", "json").answer
    assert found in str(answer)


def test_a_document_says_the_same_as_a_workbook(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = made(records, "docx")
    answers = {"completed_on": "11 December 2026", "completed_by": "head of provision", "true_statement": "Yes"}
    answers |= {f"ratings.{each.code}.rating": "met" for each in every_criterion()}
    file.write_bytes(_written(file.read_bytes(), answers))
    said = receive(records, file, "--write")
    assert "new record written" in flat(said.out)
    assert "incomplete: it lacks the headcount of its pupils on a day" in flat(said.out)
    assert ask("check", RECORD, "-C", records, "--on", ON).status == 0


def _written(raw: bytes, answers: dict[str, str]) -> bytes:
    book = Document(BytesIO(raw))
    for control in book.element.body.iter(qn("w:sdt")):
        key = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")).removeprefix("apqa:")
        if key in answers:
            write_control(control, answers[key])
    return saved(book)


def test_what_asks_for_an_answer_in_a_document_does_not_look_like_one(tmp_path: Path) -> None:
    controls = list(Document(str(made(assessing(tmp_path), "docx"))).element.body.iter(qn("w:sdt")))
    empty = [each for each in controls if each.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None]
    hints = {"".join(part.text for part in each.iter(qn("w:t"))) for each in empty}
    assert {"[Write here]", "[A whole number, such as 12]", "[Choose one]"} <= hints
    assert [each for each in hints if (each[0], each[-1]) != ("[", "]")] == []


def test_what_is_not_rated_is_said_to_be_missing(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    said = receive(records, say(made(records), *RATED[1:], *HEADCOUNT, *DECLARED))
    assert said.status == 1
    assert "incomplete: it lacks a rating of 'Leadership and management'" in flat(said.out)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ((("Criteria", ACTED, "Comment", "New words."),), f"{ACTED}'s row: this is needed"),
        ((("Criteria", TRAINED, "Rating", "Splendid"),), "'Splendid' is none of the answers there are"),
        (
            (("Figures", "Complaints", "Your answer", 2), ("Figures", "Complaints upheld", "Your answer", 3)),
            "'Complaints upheld' is more than complaints, of which it is a part",
        ),
        ((("Figures", "Food hygiene rating", "Your answer", 6),), "a food hygiene rating is from 0 to 5, not 6"),
        ((("Figures", "Complaints", "Your answer", "=1+1"),), "a formula stands here: write the value itself"),
        ((("Headcount", "Full-time", "Your answer", 9),), "more full-time pupils than pupils of compulsory school age"),
        (
            (("Declaration", "Completed on", "Your answer", datetime(2027, 1, 5)),),  # noqa: DTZ001 - as Excel has days
            "5 January 2027 is still to come, on 14 December 2026",
        ),
        (
            (("Declaration", "Completed by", "Your answer", None),),
            "this is needed: without it nothing of the form can be taken, so fill it in",
        ),
        ((("Criteria", ACTED, "What is asked", "Anything."),), "stood here when the form went out"),
        (
            (("Headcount", "Counted on", "Your answer", datetime(2026, 12, 12)),),  # noqa: DTZ001 - as Excel has days
            "12 December 2026 is after it was completed, on 11 December 2026: correct one of the two",
        ),
        (
            (("Figures", "Last fire drill on", "Your answer", datetime(2027, 6, 1)),),  # noqa: DTZ001 - as Excel has days
            "1 June 2027 is after it was completed, on 11 December 2026",
        ),
        (
            (*PROMISED, ("Criteria", TRAINED, "Action: by when", datetime(2025, 1, 1))),  # noqa: DTZ001 - as Excel has days
            "1 January 2025 was over when this was completed, on 11 December 2026: promise another day, or say when",
        ),
        (
            (*PROMISED, ("Criteria", TRAINED, "Action: done on", datetime(2026, 12, 15))),  # noqa: DTZ001 - as Excel has days
            "15 December 2026 is still to come, on 14 December 2026: correct it, or leave it empty",
        ),
    ],
)
def test_what_cannot_be_taken_is_named_by_its_cell_and_nothing_is_written(
    tmp_path: Path, answers: Answers, says: str
) -> None:
    records = assessing(tmp_path)
    others = [each for each in RATED if says.startswith(f"{ACTED}'s row") is False or each[1] != ACTED]
    file = say(made(records), *others, *HEADCOUNT, *DECLARED, *answers)
    before = snapshot(records)
    said = receive(records, file, "--write")
    assert said.status == 1
    sheet, row, heading, _ = answers[-1]
    needed = "Rating" if "'s row" in says else heading
    place = f"{sheet}!{cell_of(load_workbook(file), sheet, row, needed).coordinate}"
    (line,) = [each for each in said.out.splitlines() if f"- {place}" in each]
    assert says.removeprefix(f"{ACTED}'s row: ") in line
    assert snapshot(records) == before


@pytest.mark.parametrize(
    ("answers", "at", "says"),
    [
        ((("Rating", "Not met"),), "Action", "it is rated not met, so say what will be done"),
        ((("Rating", "Partially met"),), "Action", "it is rated partially met, so say what will be done"),
        ((("Rating", "Not applicable"),), "Why not applicable", "it is rated not applicable, so say why"),
        (
            (("Rating", "Met"), ("Why not applicable", "no staff")),
            "Why not applicable",
            "it is rated met, and 'Why not applicable' says why it does not apply",
        ),
        (
            (("Rating", "Not met"), ("Action: who", "head of provision")),
            "Action",
            "this is needed where other boxes of its part are filled in: fill it in, or empty those",
        ),
    ],
)
def test_what_a_rating_lacks_is_said_at_the_empty_cell_and_in_the_words_of_the_form(
    tmp_path: Path, answers: tuple[tuple[str, str], ...], at: str, says: str
) -> None:
    records = assessing(tmp_path)
    rated = (("Criteria", TRAINED, heading, value) for heading, value in answers)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED, *rated)
    said = receive(records, file, "-f", "json").answer["files"][0]["problems"]
    place = f"Criteria!{cell_of(load_workbook(file), 'Criteria', TRAINED, at).coordinate}"
    assert (place, at, says) in [(each["place"], each["box"], each["says"]) for each in said]
    assert not any("_" in each["says"] for each in said)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((("Joinery", 3), ("Bushcraft", None)), "this row has a name and nothing behind it"),
        (((None, 3),), "this row has no name"),
        ((("Joinery", 3), ("joinery", 4)), "this name stands in another row as well"),
        ((("日本", 3),), "cannot be kept as a name"),
        ((("Joinery", 200),), "a week has 168 hours, not 200"),
    ],
)
def test_names_and_what_stands_behind_them_belong_together(
    tmp_path: Path, rows: tuple[tuple[object, object], ...], says: str
) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED)

    def fill(book: Any) -> None:
        for number, (name, value) in enumerate(rows, 4):
            book["Hours by subject"].cell(number, 2).value = name
            book["Hours by subject"].cell(number, 3).value = value

    file.write_bytes(edited(file.read_bytes(), fill))
    said = receive(records, file)
    (line,) = [each for each in said.out.splitlines() if says in each]
    assert line.startswith("  - Hours by subject!")


def test_hours_are_kept_by_the_name_of_their_subject(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED)

    def fill(book: Any) -> None:
        book["Hours by subject"]["C4"].value = 6.5
        book["Hours by subject"]["B5"].value = "Design & technology"
        book["Hours by subject"]["C5"].value = 2

    file.write_bytes(edited(file.read_bytes(), fill))
    assert "new record written" in flat(receive(records, file, "--write").out)
    written = yaml.safe_load((records / RECORD).read_text(encoding="utf-8"))
    assert written["figures"]["quality_of_education"]["hours"] == {"joinery": 6.5, "design_and_technology": 2}


RETURNED = COUNCIL.replace("outcome: accepted", "outcome: returned")
FOUND = """\
  s1_4:  # looked into on site
    rating: met
    council: {found: not_met, on: 2026-10-20, by: designated officer, note: Two were not trained}
"""


def test_what_the_council_found_stays_whatever_the_provider_says(tmp_path: Path) -> None:
    own = form("2026-10-01", council=f"local: {{tray: 7}}\n{RETURNED}", s1_4=FOUND)
    records = assessing(tmp_path, _2026_27=own)
    answers: Answers = (("Criteria", TRAINED, "Comment", "All are trained now."), *DECLARED)
    said = receive(records, say(made(records), *answers), "--write")
    assert "record changed" in flat(said.out)
    text = (records / RECORD).read_text(encoding="utf-8")
    assert "  s1_4:  # looked into on site\n    rating: met\n" in text
    assert "    comment: All are trained now.\n" in text
    assert "found: not_met, on: 2026-10-20, by: designated officer, note: Two were not trained" in text
    assert "local: {tray: 7}" in text
    assert RETURNED in text


def test_a_rating_the_council_has_checked_cannot_be_taken_away(tmp_path: Path) -> None:
    records = assessing(tmp_path, _2026_27=form("2026-10-01", council=RETURNED, s1_4=FOUND))
    file = say(made(records), ("Criteria", TRAINED, "Rating", None))
    before = snapshot(records)
    said = receive(records, file, "--write")
    assert "Rating: the council has something on record about this rating" in flat(said.out)
    assert snapshot(records) == before


def test_one_that_the_council_has_reviewed_is_not_overwritten(tmp_path: Path) -> None:
    records = assessing(tmp_path, _2026_27=form("2026-10-01", council=""))
    file = say(made(records), ("Figures", "Complaints", "Your answer", 1))
    (records / RECORD).write_text(form("2026-10-01"), encoding="utf-8")
    before = snapshot(records)
    said = receive(records, file, "--write")
    assert said.status == 1
    assert "The council has reviewed the self-assessment of 2026-27 on 8 October 2026" in flat(said.out)
    assert "return the first (council: outcome: returned)" in flat(said.out)
    assert snapshot(records) == before
    again = ask("self-assessment", "kingfisher", "--year", YEAR, "-f", "xlsx", "-C", records, "--on", ON)
    assert again.status == 2
    assert "so there is nothing to fill in" in again.err


OWN = form("2026-10-01", council="", more="changes: [A new workshop.]\nfigures: {leadership: {complaints: 3}}\n")
SINCE = OWN.replace("complaints: 3", "complaints: 4").replace("[A new", "[A new owner., A new") + "version: two\n"


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_a_record_gained_while_its_form_was_away_is_kept_and_said(tmp_path: Path, ending: str) -> None:
    records = assessing(tmp_path, _2026_27=OWN)
    file = filled(made(records, ending), ("Criteria", TRAINED, "Comment", "All are trained."))
    (records / RECORD).write_text(SINCE, encoding="utf-8")
    said = receive(records, file, "--write")
    kept = "kept from the record, which was changed after this form went out: "
    assert "record changed" in flat(said.out)
    assert f"{kept}Version: 'two' (the form, as it went out: nothing)" in flat(said.out)
    assert f"{kept}Complaints: '4' (the form, as it went out: '3')" in flat(said.out)
    assert f"{kept}Change 2: 'A new workshop.' (the form, as it went out: nothing)" in flat(said.out)
    text = (records / RECORD).read_text(encoding="utf-8")
    for there in (
        "comment: All are trained.",
        "complaints: 4",
        "version: two",
        "changes: [A new owner., A new workshop.]",
    ):
        assert there in text


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_both_changed_differently_is_named_and_nothing_is_written(tmp_path: Path, ending: str) -> None:
    records = assessing(tmp_path, _2026_27=OWN)
    file = filled(made(records, ending), ("Figures", "Complaints", "Your answer", 5))
    (records / RECORD).write_text(SINCE, encoding="utf-8")
    said = receive(records, file, "--write")
    assert said.status == 1
    assert "the record says '4', the form '5'; let both say what holds, or return the self-assessment first" in said.out
    assert (records / RECORD).read_text(encoding="utf-8") == SINCE
    sent_back = f"{SINCE}council: {{received_on: 2026-10-02, outcome: returned}}\n"
    (records / RECORD).write_text(sent_back, encoding="utf-8")
    said = receive(records, file, "--write")
    assert "Complaints: 4 -> 5" in flat(said.out)
    assert "version: two" in (records / RECORD).read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_form_that_nobody_filled_in_takes_nothing_from_a_record_made_since(tmp_path: Path, ending: str) -> None:
    records = assessing(tmp_path)
    file = made(records, ending)
    (records / RECORD).write_text(SINCE, encoding="utf-8")
    said = receive(records, file, "--write")
    assert f"{RECORD} nothing filled in since it went out: nothing to write" in flat(said.out)
    assert (records / RECORD).read_text(encoding="utf-8") == SINCE


def filled(file: Path, answer: tuple[str, str, str, object]) -> Path:
    """Fill in one box of a form, in Excel or in Word."""
    if file.suffix == ".xlsx":
        return say(file, answer)
    keys = {"Comment": "ratings.s1_4.comment", "Your answer": "figures.leadership.complaints"}
    file.write_bytes(_written(file.read_bytes(), {keys[answer[2]]: str(answer[3])}))
    return file


def test_a_form_of_another_provider_or_for_another_question_is_refused(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = made(records)
    said = receive(records, file, "--term", "2026-27-autumn")
    assert "It is a self-assessment of 2026-27, and reports of 2026-27-autumn are asked about" in flat(said.out)
    (records / PROVIDER_FILE).rename(records / "providers/moved.yaml")
    assert "these records have no such provider" in flat(receive(records, file).out)


def test_a_record_that_cannot_be_read_is_put_right_first(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *DECLARED)
    (records / RECORD).write_text("completed_on: never\n", encoding="utf-8")
    said = receive(records, file, "--write")
    assert f"There is a record {RECORD} that cannot be read" in flat(said.out)
    asked = ("self-assessment", "kingfisher", "--year", YEAR, "-f", "docx", "-C", records, "--on", ON)
    made_anew = ask(*asked, "-o", tmp_path / "x")
    assert made_anew.status == 3
    assert "what was said before would be missing from the form" in made_anew.err


def _older(book: Any) -> None:
    """Make the stamp one of an older version, as that version would have written it."""
    stamp = read_stamp(book["apqa"]["A1"].value)
    book["apqa"]["A1"].value = replace(stamp, version=0).text


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (_older, "It is an older version of the form (0, and now it is 1): make the form anew, with `apqa self-assess"),
        (lambda book: book["Criteria"].merge_cells("E6:F6"), "Criteria!E6:F6: these cells were merged"),
        (lambda book: book.remove(book["Figures"]), "Figures: this sheet is missing: ask for the whole form"),
        (lambda book: setattr(book["apqa"]["A1"], "value", "{}"), "The hidden mark"),
        (lambda book: setattr(book["Criteria"]["A5"], "value", "Another"), "stood here when the form went out"),
        (lambda book: book["Criteria"].insert_rows(6), "more on this sheet is not where it was"),
        (lambda book: setattr(book["Declaration"]["C12"], "value", "By the way"), "stands outside the boxes"),
    ],
)
def test_a_form_that_was_changed_around_its_boxes_is_refused(
    tmp_path: Path, edit: Callable[[Any], object], says: str
) -> None:
    records = assessing(tmp_path)
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED)
    file.write_bytes(edited(file.read_bytes(), edit))
    before = snapshot(records)
    said = receive(records, file, "--write")
    assert says in flat(said.out)
    assert said.status in {1, 3}
    assert snapshot(records) == before


def test_a_form_is_never_written_over_another_nor_under_a_wrong_name(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    made(records)
    asked = ("self-assessment", "kingfisher", "--year", YEAR, "-C", records, "--on", ON)
    assert "is there already, and may be filled in" in ask(*asked, "-f", "xlsx", "-o", tmp_path).err
    assert "give it a name that ends in .docx" in ask(*asked, "-f", "docx", "-o", tmp_path / "x.xlsx").err


def test_the_same_form_is_the_same_bytes(tmp_path: Path) -> None:
    for ending in ("xlsx", "docx"):
        one, other = (made(assessing(tmp_path / f"{ending}{number}"), ending).read_bytes() for number in (1, 2))
        assert one == other


def test_what_is_held_by_name_keeps_its_spelling_beside_what_is_new(tmp_path: Path) -> None:
    hours = 'figures:\n  quality_of_education:\n    hours: {english: "3:30", joinery: 6.50}  # as timetabled\n'
    records = assessing(tmp_path, _2026_27=form("2026-10-01", council="", more=hours))
    file = made(records)

    def fill(book: Any) -> None:
        book["Hours by subject"]["B6"].value = "Mathematics"
        book["Hours by subject"]["C6"].value = 2

    file.write_bytes(edited(file.read_bytes(), fill))
    said = receive(records, file, "--write")
    assert "Subject 3, Hours a week: 2 [Hours by subject!C6]" in flat(said.out)
    text = (records / RECORD).read_text(encoding="utf-8")
    assert 'hours: {english: "3:30", joinery: 6.50, mathematics: 2}  # as timetabled' in text
    assert "says what the record says: nothing to write" in flat(receive(records, made(records, "docx")).out)


def test_days_from_before_the_time_it_is_about_are_asked_about_and_written_all_the_same(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    early = (
        ("Headcount", "Counted on", "Your answer", datetime(2026, 5, 14)),  # noqa: DTZ001 - as Excel has days
        ("Figures", "Safeguarding training completed on", "Your answer", datetime(1950, 5, 1)),  # noqa: DTZ001 - as Excel has days
    )
    said = receive(records, say(made(records), *RATED, *HEADCOUNT, *DECLARED, *early), "--write", "-f", "json")
    (report,) = said.answer["files"][0]["reports"]
    assert [each["says"] for each in report["queries"]] == [
        "counted on 14 May 2026, before the time it is about began on 1 September 2026",
        "1 May 1950 is before 1 September 2025, when the school year before began",
    ]
    assert all(each["place"] for each in report["queries"])
    assert said.status == 1
    assert (records / RECORD).exists()


def test_a_text_that_would_tell_who_a_pupil_is_is_said_by_sheet_and_cell_and_not_repeated(tmp_path: Path) -> None:
    records = assessing(tmp_path)
    comment = ("Criteria", ACTED, "Comment", "Since a pupil called Zbyszek, born 12 March 2011, we log more.")
    file = say(made(records), *RATED, *HEADCOUNT, *DECLARED, comment)
    said = receive(records, file, "--write")
    text = flat(said.out)
    assert said.status == 1
    assert "a name ('Z…'): the words before it say that it is a pupil's name; take it out before you commit" in text
    assert "a day of birth ('1…1'): the words beside it say so; take it out before you commit" in text
    queries = [line for line in receive(records, file, "-f", "csv").out.splitlines() if ",query," in line]
    assert not any("Zbyszek" in line or "12 March" in line for line in queries)
    assert (records / RECORD).exists()
