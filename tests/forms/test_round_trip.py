"""What goes out in a form, filled in and not, comes back equal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apqa.forms.arrivals import form_of
from apqa.forms.filling.document import document
from apqa.forms.filling.flat import flat_of
from apqa.forms.filling.parts import key_of, parts
from apqa.forms.filling.stamp import in_short
from apqa.forms.filling.workbook import workbook
from apqa.forms.receiving.answer import filled
from apqa.forms.receiving.checked import checked
from apqa.forms.receiving.document import read_document
from apqa.forms.receiving.opening import opened
from apqa.forms.receiving.workbook import read_workbook
from apqa.forms.termly_report.boxes import TERMLY_REPORT_FORM as FORM
from apqa.forms.termly_report.outgoing import outgoing
from apqa.questions.due.reports import provider_reports
from apqa.questions.situation import Situation
from apqa.records.calendar import Calendar
from apqa.records.collection import Records
from tests.builders import a_placement, a_provider
from tests.forms.filling_in import filled_document, filled_workbook
from tests.forms.reports import answers, report

if TYPE_CHECKING:
    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.stamp import Stamp
    from apqa.forms.receiving.answer import Returned
    from apqa.records.termly_report import TermlyReport

ON = date(2026, 12, 14)
TERM = "2026-27-autumn"
PLACEMENTS = ("PL-00001", "PL-00002")
CALENDAR = Calendar.model_validate(
    {
        "id": "2026-27",
        "confirmed": "yes",
        "terms": [{"number": "1", "starts": "2026-09-02", "ends": "2026-12-18", "period": "autumn"}],
    }
)
SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def going_out(*drafts: TermlyReport) -> tuple[Stamp, dict[str, Flat]]:
    """Make the form of a provider with two placements, of which there may be drafts."""
    placements = [a_placement(number) for number in (1, 2)]
    records = Records.of(a_provider(), CALENDAR, *placements, *drafts)
    situation = Situation(records, ON)
    reports = provider_reports("north-star", situation, TERM)
    assert [each.placement.id for each in reports] == list(PLACEMENTS)
    return outgoing(a_provider(), TERM, reports, situation)


def safely(raw: bytes, ending: str) -> bytes:
    """Open a file the way one that came back is opened."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"form{ending}"
        file.write_bytes(raw)
        return opened(file).raw


def came_back(returned: Returned, placement: str) -> Any:
    """Answer what a form says of a placement, as the record that is made of it has it."""
    assert returned.problems == ()
    found = filled(FORM, [each for each in returned.answers if each.placement == placement])
    record, problems = checked(FORM, f"{TERM}/{placement}", found, {"status": "draft"})
    assert problems == []
    assert record is not None
    return flat_of(FORM, record)


def as_it_went_out(returned: Returned, stamp: Stamp, placement: str) -> bool:
    """Answer whether a form that nobody changed is told to be so, part by part."""
    found = filled(FORM, [each for each in returned.answers if each.placement == placement])
    said = {key_of(part): in_short(flat) for part, flat in parts(FORM, found.flat).items()}
    return said == next(each.went_out for each in stamp.asked if each.placement == placement)


def of_a_draft(draft: TermlyReport) -> Flat:
    return flat_of(FORM, draft)


@SLOW
@given(answers)
def test_a_draft_that_goes_out_in_a_workbook_comes_back_as_it_was(data: dict[str, Any]) -> None:
    draft = report(data)
    stamp, flats = going_out(draft)
    returned = read_workbook(safely(workbook(FORM, stamp, flats), ".xlsx"), form_of)
    assert came_back(returned, PLACEMENTS[0]) == of_a_draft(draft)
    assert came_back(returned, PLACEMENTS[1]) == {}
    assert all(as_it_went_out(returned, stamp, placement) for placement in PLACEMENTS)


@SLOW
@given(answers, answers, st.none() | st.just(ON))
def test_what_people_fill_into_a_workbook_comes_back(
    data: dict[str, Any], other: dict[str, Any], sent_on: date | None
) -> None:
    first, second = report(data), report(other, PLACEMENTS[1])
    stamp, flats = going_out()
    said = {PLACEMENTS[0]: of_a_draft(first), PLACEMENTS[1]: of_a_draft(second)}
    roomy = replace(stamp, several=dict.fromkeys(stamp.several, 9))
    raw = filled_workbook(workbook(FORM, roomy, flats), FORM, said, sent_on)
    returned = read_workbook(safely(raw, ".xlsx"), form_of)
    assert came_back(returned, PLACEMENTS[0]) == of_a_draft(first)
    assert came_back(returned, PLACEMENTS[1]) == of_a_draft(second)
    assert returned.sent_on == (sent_on.isoformat() if sent_on else "")


@SLOW
@given(answers, answers)
def test_a_document_comes_back_as_it_went_out_and_as_it_was_filled_in(
    data: dict[str, Any], later: dict[str, Any]
) -> None:
    draft = report(data)
    stamp, flats = going_out(draft)
    rows = {key: number + 7 for key, number in stamp.asked[0].rows.items()}
    # Nobody may change an objective that was sent along, and here all that can be written is.
    asked = replace(stamp.asked[0], rows=rows, locked=None)
    single = replace(stamp, asked=(asked,), several=dict.fromkeys(stamp.several, 10))
    raw = document(FORM, single, flats[PLACEMENTS[0]])
    untouched = read_document(safely(raw, ".docx"), form_of)
    assert came_back(untouched, PLACEMENTS[0]) == of_a_draft(draft)
    assert as_it_went_out(untouched, stamp, PLACEMENTS[0])
    said = of_a_draft(report(later))
    again = filled_document(raw, FORM, said, ON)
    assert came_back(read_document(safely(again, ".docx"), form_of), PLACEMENTS[0]) == said
