from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apqa.questions.received import Outcome, Problem, ReceivedFile, ReceivedReport, outcome_of, twice
from apqa.records.termly_report import TermlyReport

REVIEW = {"by": "inclusion officer", "on": "2026-12-02", "judgement": "good"}


def a_report(status: str, **more: Any) -> TermlyReport:
    sent = {} if status == "draft" else {"submitted_on": "2026-12-01"}
    return TermlyReport.model_validate({"id": "2026-27-autumn/PL-00001", "status": status, **sent, **more})


@pytest.mark.parametrize(
    ("existing", "answered", "differs", "sent", "outcome"),
    [
        (None, True, True, False, Outcome.NEW),
        (None, False, False, True, Outcome.NOT_FILLED_IN),
        (a_report("draft"), True, True, False, Outcome.CHANGED),
        (a_report("draft"), True, False, True, Outcome.SENT),
        (a_report("draft"), True, False, False, Outcome.NOT_FILLED_IN),
        (a_report("returned"), True, True, False, Outcome.CHANGED),
        (a_report("returned"), True, False, True, Outcome.NOT_FILLED_IN),
        (a_report("submitted"), True, False, True, Outcome.SAME),
        (a_report("submitted"), True, True, True, Outcome.REFUSED),
        (a_report("accepted", review=REVIEW), True, False, False, Outcome.SAME),
        (a_report("accepted", review=REVIEW), True, True, False, Outcome.REFUSED),
    ],
)
def test_what_becomes_of_a_report_follows_from_what_is_there(
    existing: TermlyReport | None, answered: bool, differs: bool, sent: bool, outcome: Outcome
) -> None:
    found, why = outcome_of(existing, answered=answered, differs=differs, sent=sent)
    assert found is outcome
    assert bool(why) is (outcome is Outcome.REFUSED)


def test_why_a_report_is_not_changed_says_what_to_do() -> None:
    _, why = outcome_of(a_report("submitted"), answered=True, differs=True, sent=False)
    assert why.startswith("the report was sent on 1 December 2026 already")
    assert "status: returned" in why
    _, why = outcome_of(a_report("accepted", review=REVIEW), answered=True, differs=True, sent=False)
    assert why == "the report was sent on 1 December 2026 and is accepted, so nothing in it is changed"


def test_a_report_in_two_files_is_found_with_both() -> None:
    assert twice([("a", ["x", "y"]), ("b", ["y"]), ("c", [])]) == {"y": ("a", "b")}


def a_file(*reports: ReceivedReport, **more: Any) -> ReceivedFile:
    return ReceivedFile("a.xlsx", "Termly report", "north-star", reports=reports, **more)


def one(outcome: Outcome, *missing: str) -> ReceivedReport:
    return ReceivedReport("PL-00001", "P-00001", "x.yaml", outcome, missing=missing)


def test_somebody_must_look_where_something_is_wrong_incomplete_or_not_filled_in() -> None:
    assert not a_file(one(Outcome.NEW), one(Outcome.SAME), sent_on=date(2026, 12, 1)).asks_attention
    assert a_file(one(Outcome.NEW, "the pupil's voice")).asks_attention
    assert a_file(one(Outcome.NOT_FILLED_IN)).asks_attention
    assert a_file(one(Outcome.REFUSED)).asks_attention
    assert a_file(problems=(Problem("", "no"),)).asks_attention
    assert a_file().is_readable
    assert not ReceivedFile("b.xlsx").is_readable
