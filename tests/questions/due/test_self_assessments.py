"""By when a listed provider assesses itself again (QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.due.self_assessments import next_self_assessment, self_assessment_duties
from apqa.rules.self_assessments import no_self_assessment
from tests.builders import Data, a_listing, a_provider, a_self_assessment, day, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])


def due(on: str, *records: Record, provider: Any = LISTED) -> tuple[str, str, str] | None:
    """Answer the day, the state and what is known; none where none is due."""
    duties = list(self_assessment_duties(situation(on, provider, *records)))
    return (str(duties[0].due), duties[0].state.value, duties[0].says) if duties else None


def assessed(completed: str = "2026-03-02", year: str = "2025-26", **council: Any) -> Record:
    told = {"received_on": completed, **council} if council else None
    return a_self_assessment(f"north-star/{year}", completed_on=completed, council=told)


@pytest.mark.parametrize(
    ("on", "records", "answer"),
    [
        pytest.param(
            "2026-03-01",
            [assessed()],
            ("2026-09-01", "not_yet_due", "none since it was listed on 1 September 2025"),
            id="the day before it was completed",
        ),
        pytest.param(
            "2026-03-02", [assessed()], ("2027-03-02", "not_yet_due", "the last is of 2 March 2026"), id="on it"
        ),
        pytest.param("2027-03-02", [assessed()], ("2027-03-02", "due", "the last is of 2 March 2026"), id="its day"),
        pytest.param("2027-03-03", [assessed()], ("2027-03-02", "overdue", "the last is of 2 March 2026"), id="after"),
        pytest.param(
            "2026-03-02",
            [assessed("2025-06-02", "2024-25")],
            ("2026-09-01", "not_yet_due", "the last is of 2 June 2025"),
            id="one from before it was listed",
        ),
    ],
)
def test_a_year_after_the_last_or_after_it_was_listed(
    on: str, records: list[Record], answer: tuple[str, str, str]
) -> None:
    assert due(on, *records) == answer


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2026-03-08", ("2027-03-02", "not_yet_due", "the last is of 2 March 2026"), id="not returned yet"),
        pytest.param(
            "2026-03-09",
            (
                "2026-09-01",
                "returned",
                "none since it was listed on 1 September 2025; that of 2 March 2026 was returned",
            ),
            id="returned",
        ),
        pytest.param(
            "2026-09-02",
            (
                "2026-09-01",
                "overdue",
                "none since it was listed on 1 September 2025; that of 2 March 2026 was returned",
            ),
            id="and not sent again",
        ),
    ],
)
def test_one_that_was_returned_does_not_count(on: str, answer: tuple[str, str, str]) -> None:
    assert due(on, assessed(outcome="returned", reviewed_on="2026-03-09")) == answer


def test_one_returned_on_a_day_nobody_wrote_was_returned_when_it_came() -> None:
    found_due = due("2026-03-02", assessed(outcome="returned"))
    assert found_due is not None
    assert found_due[1] == "returned"


def test_one_returned_long_ago_is_forgotten_after_the_next() -> None:
    earlier = assessed("2025-10-01", "2024-25", outcome="returned")
    assert due("2026-03-02", earlier, assessed()) == ("2027-03-02", "not_yet_due", "the last is of 2 March 2026")


@pytest.mark.parametrize(
    ("listing", "since"),
    [
        pytest.param([a_listing(on="2024-01-08")], "2024-01-08", id="one decision"),
        pytest.param(
            [a_listing(on="2024-01-08"), a_listing("suspended", on="2025-05-05"), a_listing(on="2025-06-05")],
            "2024-01-08",
            id="suspended in between",
        ),
        pytest.param(
            [a_listing(on="2022-01-08"), a_listing("removed", on="2023-05-05"), a_listing(on="2026-02-02")],
            "2026-02-02",
            id="removed in between",
        ),
        pytest.param([a_listing(on="2024-01-08"), a_listing("removed", on="2027-05-05")], "2024-01-08", id="to come"),
    ],
)
def test_it_is_listed_since_it_last_came_onto_the_list(listing: list[Data], since: str) -> None:
    assert str(a_provider(listing=listing).listed_since(day("2026-11-03"))) == since


def test_a_provider_that_comes_back_has_a_year_again() -> None:
    back = a_provider(
        listing=[a_listing(on="2022-01-08"), a_listing("removed", on="2023-05-05"), a_listing(on="2026-02-02")]
    )
    answer = due("2026-11-03", assessed("2022-11-01", "2022-23"), provider=back)
    assert answer == ("2027-02-02", "not_yet_due", "the last is of 1 November 2022")


@pytest.mark.parametrize(
    "listing",
    [[], [a_listing("removed")], [a_listing("exceptional")], [a_listing(on="2026-11-04")]],
    ids=["no decision", "removed", "exceptional", "listed tomorrow"],
)
def test_none_is_asked_of_a_provider_that_is_not_on_the_list(listing: list[Data]) -> None:
    assert due("2026-11-03", provider=a_provider(listing=listing)) is None


def test_none_is_asked_before_any_cycle_was_known() -> None:
    old = a_provider(listing=[a_listing(on="2012-01-09")])
    assert next_self_assessment(old, situation("2013-12-31", old)) is None


@pytest.mark.parametrize("on", ["2026-09-01", "2026-09-02", "2027-03-02"])
def test_the_rule_and_the_duty_say_the_same(on: str) -> None:
    answer = due(on)
    assert answer is not None
    assert bool(found(no_self_assessment, situation(on, LISTED), LISTED)) is (answer[1] == "overdue")
