"""What falls due as text in a terminal."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apqa.display.answer import Header
from apqa.display.due.answer import DueAnswer
from apqa.display.due.text import text_due
from apqa.display.due.words import day_text, standing
from apqa.questions.due.duty import Duty
from apqa.vocabulary.due import DutyKind, DutyState, Owes
from apqa.writing.characters import cells
from tests.builders import a_placement

ON = date(2026, 11, 23)


def a_duty(state: DutyState = DutyState.DUE, due: date | None = ON, **changes: Any) -> Duty:
    given: dict[str, Any] = {
        "kind": DutyKind.REVIEW,
        "key": "placement/PL-00001/review",
        "title": "Review of the placement",
        "due": due,
        "state": state,
        "owes": Owes.COMMISSIONER,
        "ask": "the SENDCo",
        "clause": "QF-38",
        "basis": "QF-38",
        "record": a_placement(),
        "provider": "north-star",
        "placement": "PL-00001",
        "commissioner": "Westmarch Academy",
        **changes,
    }
    return Duty(**given)


def answer(*duties: Duty, **changes: Any) -> DueAnswer:
    header = Header(version="1", command="due", on=ON)
    given: dict[str, Any] = {"names": {"north-star": "North Star"}, "asked": "everything", **changes}
    return DueAnswer(header, duties, **given)


def test_a_duty_stands_below_its_day_and_state_in_a_terminal() -> None:
    said = text_due(answer(a_duty(due=date(2026, 12, 18)), last=date(2027, 1, 4), later=2), width=60)
    assert said == (
        "Everything due by 4 January 2027, on 23 November 2026\n1 due.\n\n"
        "North Star (north-star)\n  for Westmarch Academy\n"
        "    18 Dec 2026  due in 25 days\n"
        "                 Review of the placement: PL-00001\n"
        "                 ask the SENDCo\n\n2 more are not due by then.\n"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = a_duty(DutyState.INCOMPLETE, title="Write down who opens the gate, and when " * 4, says="it lacks much " * 9)
    said = text_due(
        answer(long, notes=("A note that is long. " * 9,), unread=("placements/PL-00001.yaml",)), width=width
    )
    assert max(cells(line) for line in said.splitlines()) <= width


def test_what_is_overdue_stands_out_where_colours_are_wanted() -> None:
    said = text_due(answer(a_duty(DutyState.OVERDUE, date(2026, 11, 20))), width=80, colour=True)
    assert "\x1b[1;31moverdue by 3 days" in said


def test_nothing_due_is_said_to_be_nothing() -> None:
    assert text_due(answer(last=ON)) == "Everything due by 23 November 2026, on 23 November 2026\nnothing.\n"


def test_what_is_about_no_provider_stands_under_the_council() -> None:
    said = text_due(answer(a_duty(provider="", placement="", commissioner="", kind=DutyKind.WAIVER)))
    assert "\nThe council\n  23 Nov 2026  due today  Review of the placement (ask the SENDCo)\n" in said


def test_a_provider_without_a_record_is_named_by_its_id() -> None:
    assert "\nsouth-star\n" in text_due(answer(a_duty(provider="south-star")))


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        pytest.param(a_duty(), "due today", id="today"),
        pytest.param(a_duty(due=date(2026, 11, 24)), "due tomorrow", id="tomorrow"),
        pytest.param(a_duty(DutyState.NOT_YET_DUE, date(2026, 12, 3)), "not yet due (in 10 days)", id="ahead"),
        pytest.param(a_duty(DutyState.OVERDUE, date(2026, 11, 22)), "overdue by 1 day", id="since yesterday"),
        pytest.param(
            a_duty(DutyState.OVERDUE, date(2026, 11, 20), school_days_late=1),
            "overdue by 1 school day",
            id="school days",
        ),
        pytest.param(a_duty(DutyState.CANNOT_TELL, None), "cannot be told", id="without a calendar"),
        pytest.param(a_duty(DutyState.RETURNED), "returned for correction", id="returned"),
    ],
)
def test_how_a_duty_stands_in_words(duty: Duty, said: str) -> None:
    assert standing(duty, ON) == said


def test_what_has_no_day_says_so() -> None:
    assert day_text(a_duty(DutyState.CANNOT_TELL, None)) == "no day"
