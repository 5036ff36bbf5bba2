"""Word documents that came back, and all that may have happened to them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.cli.reporting_council import DRAFT, FIRST, TERM, document, receive, reporting
from tests.forms.filling_in import saved, write_control

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

RECORD = f"termly-reports/{TERM}/{FIRST}.yaml"


def control_of(book: Any, key: str) -> Any:
    for control in book.element.body.iter(qn("w:sdt")):
        if control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == f"apqa:{key}":
            return control
    raise AssertionError(key)


def change(file: Path, edit: Callable[[Any], object]) -> Path:
    book = Document(BytesIO(file.read_bytes()))
    edit(book)
    file.write_bytes(saved(book))
    return file


def fill_document(file: Path, answers: Mapping[str, str]) -> Path:
    def fill(book: Any) -> None:
        for key, text in answers.items():
            write_control(control_of(book, key), text)

    return change(file, fill)


def test_a_document_is_read_by_its_boxes(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    answers = {"sessions.attended": "30", "objectives.0.progress": "Met", "submitted_on": "Friday 11 December 2026"}
    file = fill_document(document(records), {**answers, "parent_view": "Glad.\nVery."})
    said = receive(records, file, "--write")
    assert "Sessions attended: 31 -> 30  [Attendance, Sessions attended]" in said.out
    assert "Objective 1, Progress: On track -> Met" in said.out
    text = (records / RECORD).read_text("utf-8")
    assert "submitted_on: 2026-12-11" in text
    assert 'parent_view: "Glad.\\nVery."' in text


def test_what_is_wrong_in_a_document_is_named_by_page_and_box(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    answers = {
        "sessions.possible": "20",
        "sessions.attended": "21",
        "sessions.last_daily_return": "03/11/2026",
        "recommendation": "Carry on",
        "safeguarding.raised": "maybe",
        "hours_a_week": "a few",
    }
    said = receive(records, fill_document(document(records), answers))
    assert "Attendance, Last daily return: '03/11/2026' may be 3 November 2026 or 11 March 2026" in said.out
    assert "Attendance, Sessions attended: attended, absent and unknown sessions together are more" in said.out
    assert "Attendance, Hours a week now: 'a few' is not a number" in said.out
    assert "Next steps, You recommend: 'Carry on' is none of the answers there are (Continue, Increase" in said.out
    assert "Engagement and safety, Safeguarding concern?: 'maybe' is neither yes nor no" in said.out


def test_a_percentage_and_a_decimal_comma_are_refused_in_a_document_as_in_a_workbook(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    answers = {"sessions.possible": "60,0", "sessions.attended": "87%", "hours_a_week": "11,5"}
    said = receive(records, fill_document(document(records), answers), "--write")
    assert "Attendance, Sessions possible: the comma in '60,0' can be read in more than one way" in said.out
    assert "Attendance, Sessions attended: '87%' is a percentage" in said.out
    assert "Attendance, Hours a week now: the comma in '11,5' can be read in more than one way" in said.out
    assert not (records / RECORD).exists()


def test_a_box_that_is_gone_or_stands_there_twice_is_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def spoil(book: Any) -> None:
        gone = control_of(book, "sessions.late")
        gone.getparent().remove(gone)
        twice = control_of(book, "sessions.unknown")
        from copy import deepcopy

        twice.addnext(deepcopy(twice))

    said = receive(records, change(document(records), spoil))
    assert "Attendance, Late: this box is missing" in said.out
    assert "Attendance, Not known: this box stands in the document more than once" in said.out


def test_text_beside_the_boxes_and_text_that_is_gone_are_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def spoil(book: Any) -> None:
        book.add_paragraph("He was late again, see my e-mail.")
        heading = next(each for each in book.paragraphs if each.text == "Learning")
        heading.runs[0].text = "What we did"

    said = receive(records, change(document(records), spoil))
    assert "'He was late again, see my e-mail.' stands outside the boxes" in said.out
    assert "'Learning' stood in the form when it went out, and is changed or gone" in said.out


def test_tracked_changes_comments_and_pictures_are_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def spoil(book: Any) -> None:
        control = control_of(book, "sessions.possible")
        content = control.find(qn("w:sdtContent"))
        content.append(content.makeelement(qn("w:ins"), {}))
        content.append(content.makeelement(qn("w:commentReference"), {}))
        late = control_of(book, "sessions.late").find(qn("w:sdtContent"))
        late.append(late.makeelement(qn("w:drawing"), {}))

    said = receive(records, change(document(records), spoil))
    assert "It has tracked changes: accept or reject them in Word" in said.out
    assert "It has comments, which cannot be taken over" in said.out
    assert "A picture was put into the document and cannot be taken over" in said.out


def test_an_identifier_that_was_edited_is_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def spoil(book: Any) -> None:
        for cell in (cell for row in book.tables[0].rows for cell in row.cells):
            if cell.text == FIRST:
                cell.paragraphs[0].runs[0].text = "PL-8M4RY"

    said = receive(records, change(document(records), spoil))
    assert f"'{FIRST}' stood in the form when it went out, and is changed or gone" in said.out


def test_a_document_whose_mark_was_changed_or_is_gone_is_no_form(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def mark(book: Any) -> Any:
        return next(
            each
            for each in book.element.body.iter(qn("w:sdt"))
            if each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == "apqa-stamp"
        )

    def alter(book: Any) -> None:
        hidden = list(mark(book).iter(qn("w:t")))[-1]
        hidden.text = hidden.text.replace("kingfisher", "heron")

    file = change(document(records), alter)
    said = receive(records, file)
    assert "The hidden mark that says which form it is was changed" in said.out
    assert said.status == 3
    assert "It is no form that apqa made" in receive(records, change(file, lambda book: mark(book).clear())).out


def test_a_document_saved_without_the_tags_of_its_boxes_is_read_by_their_order(tmp_path: Path) -> None:
    """LibreOffice 7.4 and older save content controls so."""
    records = reporting(tmp_path)
    file = fill_document(document(records), {"sessions.possible": "20", "sessions.attended": "19"})

    def strip(book: Any) -> None:
        for control in book.element.body.iter(qn("w:sdt")):
            control.find(qn("w:sdtPr")).clear()

    said = receive(records, change(file, strip))
    assert "Sessions possible: 20" in said.out
    assert "Sessions attended: 19" in said.out
    assert "can be written" in said.out


def test_an_objective_of_the_plan_that_was_edited_is_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    answers = {"objectives.0.objective": "Stay for half the session", "objectives.0.progress": "Met"}
    said = receive(records, fill_document(document(records), answers), "--write")
    assert (
        "Objective 1, Objective: 'Stay for the whole session' stood here when the form went out (it must not be "
        "changed), and now 'Stay for half the session' does: write it as it was"
    ) in said.out
    assert not (records / RECORD).exists()


def table_of(book: Any, key: str) -> Any:
    element = next(each for each in control_of(book, key).iterancestors() if each.tag == qn("w:tbl"))
    return next(each for each in book.tables if each._tbl is element)


@pytest.mark.parametrize("cells", [((1, 1), (2, 1)), ((1, 0), (1, 1))])
def test_cells_that_were_merged_are_named(tmp_path: Path, cells: tuple[tuple[int, int], tuple[int, int]]) -> None:
    records = reporting(tmp_path)
    file = fill_document(document(records), {"sessions.possible": "20", "sessions.attended": "19"})

    def spoil(book: Any) -> None:
        table = table_of(book, "sessions.possible")
        first, last = (table.cell(*each) for each in cells)
        first.merge(last)

    said = receive(records, change(file, spoil), "--write")
    assert "Sessions possible: these cells were merged: take that back in Word (Undo), or ask for the form" in said.out
    assert not (records / RECORD).exists()


def test_text_at_the_edges_of_the_pages_is_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)

    def spoil(book: Any) -> None:
        book.sections[0].header.paragraphs[0].text = "He was late again."
        book.sections[0].footer.add_paragraph("See my e-mail.")

    said = receive(records, change(document(records), spoil)).out
    assert "'He was late again.' stands at the head or foot of the pages, where nothing is read: move it" in said
    assert "'See my e-mail.' stands at the head or foot of the pages" in said
    assert said.count("stands at the head") == 2


def test_the_number_of_a_page_is_no_text_at_its_foot(tmp_path: Path) -> None:
    """Word writes the field of a page's number in pieces of its own when it saves, with the last number in it."""
    records = reporting(tmp_path)
    file = fill_document(document(records), {"sessions.possible": "20", "sessions.attended": "19"})

    def save_as_word(book: Any) -> None:
        paragraph = book.sections[0].footer.paragraphs[0]._p
        simple = paragraph.find(qn("w:fldSimple"))
        for kind in ("begin", "", "end"):
            run = paragraph.makeelement(qn("w:r"), {})
            if kind:
                run.append(run.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind}))
            else:
                run.append(run.makeelement(qn("w:t"), {}))
                run[0].text = "7"
            simple.addprevious(run)
        paragraph.remove(simple)

    assert "1 record of 1 file can be written" in receive(records, change(file, save_as_word)).out


def test_a_foot_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = fill_document(document(records), {"sessions.possible": "20", "sessions.attended": "19"})
    with ZipFile(file, "a") as archive:
        archive.writestr("word/header9.xml", "<w:p")
    assert "1 record of 1 file can be written" in receive(records, file).out


def test_a_text_of_a_document_that_would_tell_who_a_pupil_is_is_said_by_page_and_box(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=DRAFT)
    answers = {"parent_view": "Glad that a pupil called Zbyszek helped.\nThe number is R800400024001."}
    said = receive(records, fill_document(document(records), answers), "--write")
    text = " ".join(said.out.split())
    place = "query: Pupil and family, Parent's or carer's view: "
    assert f"{place}a name ('Z…' in sentence 1): the words before it say" in text
    assert f"{place}a unique pupil number ('R8…01' in sentence 2): its check letter fits" in text
    assert "1 record of 1 file written." in text
