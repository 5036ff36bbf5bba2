"""What an answer may rest on and is not found: because it cannot be read, or names the provider wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.unread import misspelt_lines
from apqa.questions.checks.verdict import ProviderCheck, provider_check
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PROVIDER, VISIT
from tests.builders import (
    ON,
    a_placement,
    a_provider,
    a_step,
    a_training,
    a_visit,
    a_waiver,
    an_action_plan,
    an_insurance,
    in_order_provider,
    line_of,
    safeguarding,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.kinds import Kind

LIKE_IT = "north-stra"
NOTE = {"written_on": "2026-03-16", "written_by": "designated officer", "summary": "As seen.", "outcome": "green"}
LOOK = {"on": "2026-09-07", "by": "commissioning officer", "complete": "yes", "update_service": "yes"}


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(a_placement(provider=LIKE_IT), id="placement"),
        pytest.param(a_visit(f"2026-10-06-{LIKE_IT}"), id="visit"),
        pytest.param(an_action_plan(f"{LIKE_IT}/2026-10-06"), id="action-plan"),
    ],
)
def test_a_name_almost_the_same_leaves_the_answer_open(record: Record) -> None:
    lines = list(misspelt_lines("north-star", situation(ON, a_provider(), record)))
    line = line_of("records/misspelt", lines)
    assert (line.state, line.effect, line.rule) == (State.REVIEW, Effect.CANNOT_TELL, "unknown-reference")
    assert line.says == "north-stra is named, and there is no such provider: is north-star meant?"


@pytest.mark.parametrize(
    ("name", "others"),
    [
        pytest.param("north-star", (), id="itself"),
        pytest.param("kingfisher", (), id="not-alike"),
        pytest.param("north-stars", (a_provider("north-stars"),), id="another-provider"),
    ],
)
def test_another_name_is_another_provider(name: str, others: tuple[Record, ...]) -> None:
    asked = situation(ON, a_provider(), a_placement(provider=name), *others)
    assert list(misspelt_lines("north-star", asked)) == []


def test_a_provider_that_cannot_be_read_is_there_all_the_same() -> None:
    asked = situation(ON, a_provider(), a_placement(provider="north-stars"), unreadable={PROVIDER: ("north-stars",)})
    assert list(misspelt_lines("north-star", asked)) == []


class TestWhatRestsOnARecordThatCannotBeRead:
    """It is open: never met by those that could be read, and never said to be broken by them."""

    def asked(self, kind: Kind, unread: str, *others: Record, **changes: Any) -> ProviderCheck:
        provider = in_order_provider(**changes)
        return provider_check(provider, situation(ON, provider, *others, unreadable={kind: (unread,)}))

    def open_ones(self, found: ProviderCheck) -> list[str]:
        return [line.key for line in found.lines if line.group != "Records" and line.effect is Effect.CANNOT_TELL]

    def test_is_what_a_visit_found_and_when(self) -> None:
        found = self.asked(VISIT, "2026-10-20-north-star", a_visit(note=NOTE))
        line = line_of("visit_outcome", found.lines)
        said = "another visit may say more, and visits/2026-10-20-north-star.yaml cannot be read"
        assert (line.state, line.effect) == (State.REVIEW, Effect.CANNOT_TELL)
        assert line.says.endswith(f"outcome green; {said}")
        assert self.open_ones(found) == ["visited", "visit_outcome"]

    def test_is_that_there_was_no_visit(self) -> None:
        line = line_of("visited", self.asked(VISIT, "2026-10-20-north-star").lines)
        assert (line.effect, line.rule) == (Effect.CANNOT_TELL, "")
        assert line.says.startswith("no visit is recorded; another visit may say more")

    def test_is_that_no_concern_is_open(self) -> None:
        found = self.asked(ACTION_PLAN, "north-star/2026-11-01", a_visit())
        line = line_of("escalation", found.lines)
        said = "another action plan may say more, and action-plans/north-star/2026-11-01.yaml cannot be read"
        assert (line.state, line.says) == (State.REVIEW, f"no open concern; {said}")
        assert self.open_ones(found) == ["escalation"]

    def test_is_what_the_council_may_ask_more_of(self) -> None:
        found = self.asked(AUTHORITY, "authority", a_visit())
        met = [line.key for line in found.lines if line.state is State.MET]
        assert met == [
            "listing",
            "due_diligence",
            "escalation",
            "sites",
            "attendance",
            "staff_checks",
            "references",
        ]
        insurance = line_of("insurance/public_liability", found.lines)
        assert insurance.says.endswith(
            "; the council itself may ask for more or less, and authority.yaml cannot be read"
        )

    @pytest.mark.parametrize(
        ("key", "changes", "state", "rule"),
        [
            pytest.param(
                "insurance/public_liability",
                {"insurance": {"held": [an_insurance("public_liability", cover="2000000")]}},
                State.REVIEW,
                "",
                id="less-than-the-custom",
            ),
            pytest.param(
                "insurance/employers_liability",
                {"insurance": {"held": [an_insurance("employers_liability", cover="2000000")]}},
                State.MISSING,
                "insurance-below-minimum",
                id="less-than-the-law",
            ),
            pytest.param(
                "assessment", {"assessment": None}, State.NOT_RECORDED, "procedure-not-recorded", id="nothing"
            ),
            pytest.param(
                "central_record",
                {"central_record": [{**LOOK, "on": "2025-01-06"}]},
                State.REVIEW,
                "",
                id="a-look-of-long-ago",
            ),
            pytest.param(
                "safeguarding/staff_training",
                {"safeguarding": safeguarding(staff_training=[a_training("2025-01-06")])},
                State.EXPIRED,
                "staff-training-overdue",
                id="overdue-by-statutory-guidance",
            ),
            pytest.param(
                "insurance/employers_liability",
                {"insurance": None, "identity": {"legal_form": "cic", "employs_staff": "no"}},
                State.NOT_RECORDED,
                "insurance-not-recorded",
                id="no-insurance",
            ),
        ],
    )
    def test_is_not_what_law_asks_and_what_nobody_has_seen(
        self, key: str, changes: dict[str, Any], state: State, rule: str
    ) -> None:
        line = line_of(key, self.asked(AUTHORITY, "authority", a_visit(), **changes).lines)
        assert (line.state, line.rule) == (state, rule)

    def test_does_not_hide_what_stops(self) -> None:
        plan = an_action_plan(escalation=[a_step("new_placements_suspended", "2026-10-20")])
        line = line_of("escalation", self.asked(ACTION_PLAN, "north-star/2026-11-01", a_visit(), plan).lines)
        assert line.effect is Effect.STOP

    def test_is_answered_by_no_waiver_of_what_could_be_read(self) -> None:
        found = self.asked(VISIT, "2026-10-20-north-star", a_waiver("provider-not-visited"))
        assert line_of("visited", found.lines).state is State.REVIEW
