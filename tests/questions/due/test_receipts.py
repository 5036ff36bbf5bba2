"""By when the council reviews a self-assessment, and by when a provider corrects one it has back (QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.due.receipts import receipt_duties
from apqa.rules.validations import self_assessment_not_corrected, self_assessment_not_reviewed
from tests.builders import Data, a_listing, a_provider, a_self_assessment, an_authority, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
CAME = "2026-10-05"


def assessed(council: Data | None = None, year: str = "2026-27", on: str = CAME) -> Any:
    return a_self_assessment(f"north-star/{year}", completed_on=on, council=council)


def council(**changes: Any) -> Data:
    return {"received_on": "2026-10-07", **changes}


def returned(on: str = "2026-10-12") -> Data:
    return council(reviewed_on=on, reviewed_by="designated officer", outcome="returned")


def due(on: str, *records: Record, provider: Any = LISTED) -> list[tuple[str, str, str, str, str]]:
    """Answer title, day, state, who owes it and what is known of each."""
    duties = receipt_duties(situation(on, provider, *records))
    return [(each.title, str(each.due), each.state.value, each.owes.value, each.says) for each in duties]


REVIEWED = "Self-assessment of 2026-27 reviewed"
CORRECTED = "Self-assessment of 2026-27 corrected"


@pytest.mark.parametrize(
    ("receipt", "on", "answer"),
    [
        pytest.param(
            None, CAME, (REVIEWED, "2026-11-02", "due", "council", "completed on 5 October 2026"), id="no-receipt"
        ),
        pytest.param(
            council(),
            "2026-11-04",
            (REVIEWED, "2026-11-04", "due", "council", "received on 7 October 2026"),
            id="received",
        ),
        pytest.param(
            council(),
            "2026-11-05",
            (REVIEWED, "2026-11-04", "overdue", "council", "received on 7 October 2026"),
            id="received-and-its-day-has-passed",
        ),
        pytest.param(
            {"received_on": "2026-10-01", "reviewed_on": "2026-10-02", "reviewed_by": "o", "outcome": "accepted"},
            CAME,
            (REVIEWED, "2026-11-02", "due", "council", "completed on 5 October 2026"),
            id="what-was-received-was-an-earlier-version",
        ),
        pytest.param(
            returned(),
            "2026-10-11",
            (REVIEWED, "2026-11-04", "due", "council", "received on 7 October 2026"),
            id="returned-tomorrow",
        ),
        pytest.param(
            returned(),
            "2026-10-12",
            (CORRECTED, "2026-11-09", "due", "provider", "returned on 12 October 2026"),
            id="returned",
        ),
    ],
)
def test_the_next_step_has_a_day(receipt: Data | None, on: str, answer: tuple[str, ...]) -> None:
    assert due(on, assessed(receipt)) == [answer]


def test_one_that_was_accepted_waits_for_nobody() -> None:
    accepted = council(reviewed_on="2026-10-12", reviewed_by="designated officer", outcome="accepted")
    assert due("2026-12-01", assessed(accepted)) == []


def test_only_the_last_one_is_waited_for() -> None:
    assert due("2026-10-06", assessed(), assessed(year="2025-26", on="2026-03-02")) == due("2026-10-06", assessed())


def test_nothing_is_owed_of_a_provider_that_was_removed() -> None:
    removed = a_provider(listing=[a_listing(on="2025-09-01"), a_listing("removed", on="2026-10-01")])
    assert due("2026-12-01", assessed(), provider=removed) == []


def test_the_council_sets_the_days() -> None:
    policy = an_authority(self_assessment_review_days={"days": "7", "reason": "quick"})
    assert due(CAME, policy, assessed())[0][1] == "2026-10-12"


@pytest.mark.parametrize("on", ["2026-11-04", "2026-11-05", "2026-11-09", "2026-11-10"])
@pytest.mark.parametrize("receipt", [None, council(), returned()], ids=["none", "received", "returned"])
def test_the_rules_find_what_is_overdue_and_nothing_else(receipt: Data | None, on: str) -> None:
    assessment = assessed(receipt)
    asked = situation(on, LISTED, assessment)
    rules = (self_assessment_not_reviewed, self_assessment_not_corrected)
    at_fault = [fault for rule in rules for fault in found(rule, asked, assessment)]
    assert bool(at_fault) is (due(on, assessment)[0][2] == "overdue")
