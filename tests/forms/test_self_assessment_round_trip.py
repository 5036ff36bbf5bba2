"""What goes out in a form of the self-assessment, filled in and not, comes back equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings

from apqa.forms.arrivals import form_of
from apqa.forms.filling.document import document
from apqa.forms.filling.flat import flat_of
from apqa.forms.filling.parts import key_of, parts
from apqa.forms.filling.stamp import in_short
from apqa.forms.filling.workbook import workbook
from apqa.forms.receiving.answer import filled
from apqa.forms.receiving.checked import checked
from apqa.forms.receiving.document import read_document
from apqa.forms.receiving.workbook import read_workbook
from apqa.forms.self_assessment.boxes import self_assessment_form
from apqa.forms.self_assessment.outgoing import outgoing
from apqa.questions.situation import Situation
from apqa.records.collection import Records
from tests.builders import a_provider
from tests.forms.assessments import RECORD, assessment, assessments
from tests.forms.filling_in import filled_document
from tests.forms.single_filling import filled_workbook
from tests.forms.test_round_trip import safely

if TYPE_CHECKING:
    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.stamp import Stamp
    from apqa.forms.receiving.answer import Returned
    from apqa.records.self_assessment import SelfAssessment

ON = date(2027, 8, 31)
FORM = self_assessment_form()
SLOW = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def going_out(*there: SelfAssessment) -> tuple[Stamp, Flat]:
    provider = a_provider()
    return outgoing(provider, "2026-27", Situation(Records.of(provider, *there), ON))


def roomy(stamp: Stamp) -> Stamp:
    """Answer the stamp of a form that has room for everything anybody may say."""
    (asked,) = stamp.asked
    rows = {key: number + 6 for key, number in asked.rows.items()}
    return replace(stamp, several=dict.fromkeys(stamp.several, 6), asked=(replace(asked, rows=rows),))


def came_back(returned: Returned) -> SelfAssessment:
    assert returned.problems == ()
    record, problems = checked(FORM, RECORD, filled(FORM, returned.answers), {})
    assert problems == []
    return record  # type: ignore[return-value]  # the form makes self-assessments


def as_it_went_out(returned: Returned, stamp: Stamp) -> bool:
    """Answer whether a form that nobody changed is told to be so, part by part."""
    found = filled(FORM, returned.answers)
    (asked,) = stamp.asked
    return {key_of(part): in_short(flat) for part, flat in parts(FORM, found.flat).items()} == asked.went_out


@SLOW
@given(assessments)
def test_a_record_that_goes_out_in_either_comes_back_as_it_was(data: dict[str, Any]) -> None:
    there = assessment(data)
    stamp, flat = going_out(there)
    book = read_workbook(safely(workbook(FORM, stamp, {"north-star": flat}), ".xlsx"), form_of)
    assert flat_of(FORM, came_back(book)) == flat_of(FORM, there)
    paper = read_document(safely(document(FORM, stamp, flat), ".docx"), form_of)
    assert flat_of(FORM, came_back(paper)) == flat_of(FORM, there)
    assert as_it_went_out(book, stamp)
    assert as_it_went_out(paper, stamp)


@SLOW
@given(assessments)
def test_what_people_fill_into_a_workbook_comes_back(data: dict[str, Any]) -> None:
    said = flat_of(FORM, assessment(data))
    stamp, flat = going_out()
    raw = filled_workbook(workbook(FORM, roomy(stamp), {"north-star": flat}), FORM, said)
    assert flat_of(FORM, came_back(read_workbook(safely(raw, ".xlsx"), form_of))) == said


@SLOW
@given(assessments)
def test_what_people_fill_into_a_document_comes_back(data: dict[str, Any]) -> None:
    said = flat_of(FORM, assessment(data))
    stamp, flat = going_out()
    raw = filled_document(document(FORM, roomy(stamp), flat), FORM, said)
    assert flat_of(FORM, came_back(read_document(safely(raw, ".docx"), form_of))) == said


@SLOW
@given(assessments)
def test_what_was_filled_in_from_last_year_is_no_answer_by_itself(data: dict[str, Any]) -> None:
    last = assessment(data).model_copy(update={"id": "north-star/2025-26"})
    stamp, flat = going_out(last)
    for returned in (
        read_workbook(safely(workbook(FORM, stamp, {"north-star": flat}), ".xlsx"), form_of),
        read_document(safely(document(FORM, stamp, flat), ".docx"), form_of),
    ):
        found = filled(FORM, returned.answers)
        assert (found.flat, found.bad, returned.problems) == ({}, set(), ())
        assert as_it_went_out(returned, stamp)
