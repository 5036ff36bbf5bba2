"""Which self-assessment counts on a day, and when the next one is due."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.assessments.current import completed_by, counts, due_again, year_before
from apqa.questions.situation import Situation
from tests.builders import ON, PROVIDER, a_listing, a_provider, a_self_assessment, an_authority, day, records, situation

FIRST = a_self_assessment(f"{PROVIDER}/2025-26", completed_on="2025-10-01")
SECOND = a_self_assessment(completed_on="2026-09-30")


@pytest.mark.parametrize(
    ("on", "counting"),
    [
        pytest.param("2025-09-30", None, id="before-any"),
        pytest.param("2025-10-01", FIRST, id="on-its-day"),
        pytest.param("2026-09-29", FIRST, id="the-day-before-the-next"),
        pytest.param("2026-09-30", SECOND, id="the-next"),
    ],
)
def test_the_last_one_completed_by_the_day_counts(on: str, counting: Any) -> None:
    asked = situation(on, FIRST, SECOND)
    assert [each for each in (FIRST, SECOND) if counts(each, asked)] == ([counting] if counting else [])
    assert completed_by(PROVIDER, asked)[-1:] == ((counting,) if counting else ())


def test_one_completed_after_the_day_is_not_the_one_before() -> None:
    assert year_before(PROVIDER, "2027-28", situation("2026-09-29", FIRST, SECOND)) is FIRST
    assert year_before(PROVIDER, "2025-26", situation(ON, FIRST, SECOND)) is None


def due(*listing: dict[str, Any], on: str = "2026-11-03", **provider: Any) -> Any:
    asked = a_provider(listing=list(listing), **provider)
    return due_again(asked, situation(on, asked, FIRST))


def test_the_next_is_due_a_cycle_after_the_last() -> None:
    found = due(a_listing(on="2024-09-01"))
    assert (found.by, found.last, found.since) == (day("2026-10-01"), day("2025-10-01"), day("2024-09-01"))


def test_one_that_was_completed_before_the_listing_does_for_none_after_it() -> None:
    assert due(a_listing(on="2025-12-01")).by == day("2026-12-01")


def test_a_suspension_puts_nothing_off() -> None:
    suspended = a_listing("suspended", on="2026-10-20")
    assert due(a_listing(on="2024-09-01"), suspended).by == day("2026-10-01")


def test_a_removal_and_a_new_listing_begin_anew() -> None:
    back = (a_listing("removed", on="2025-11-01"), a_listing(on="2026-03-01"))
    assert due(a_listing(on="2024-09-01"), *back).by == day("2027-03-01")


@pytest.mark.parametrize(
    ("listing", "provider", "on", "why"),
    [
        pytest.param([], {}, "2026-11-03", "it is not on the approved provider list", id="not-listed"),
        pytest.param([a_listing("removed")], {}, "2026-11-03", "it is not on the approved provider list", id="removed"),
        pytest.param(
            [a_listing()],
            {"reports_not_asked": {"reason": "one pupil", "on": "2026-11-03", "by": "head of inclusion"}},
            "2026-11-03",
            "none is asked of it: one pupil (head of inclusion)",
            id="exempt",
        ),
        pytest.param(
            [a_listing(on="2013-01-01")], {}, "2013-12-31", "nothing was asked for yet on that day", id="long-ago"
        ),
    ],
)
def test_none_is_due_and_the_answer_says_why(listing: Any, provider: Any, on: str, why: str) -> None:
    found = due(*listing, on=on, **provider)
    assert (found.by, found.why_not) == (None, why)


def test_the_councils_own_cycle_counts() -> None:
    provider = a_provider(listing=[a_listing(on="2024-09-01")])
    cycles = {"self_assessment": {"months": "6", "reason": "twice a year"}}
    asked = Situation(records(an_authority(cycles=cycles), provider, FIRST), ON)
    assert due_again(provider, asked).by == day("2026-04-01")
