"""The approved provider list, due diligence, visits and escalation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.listing import listed_as_words, listing_lines
from apqa.questions.checks.visits import last_visit
from tests.builders import (
    ON,
    a_listing,
    a_provider,
    a_step,
    a_visit,
    an_action_plan,
    due_diligence,
    line_of,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.provider import Provider

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
NOT_OPEN = "provider-not-open-to-placements"


def lines(provider: Provider, *records: Record, on: str = ON.isoformat()) -> list[Line]:
    return list(listing_lines(provider, situation(on, provider, *records)))


def line(key: str, provider: Provider, *records: Record, on: str = ON.isoformat()) -> Line:
    return line_of(key, lines(provider, *records, on=on))


def listed(status: str = "listed", **changes: Any) -> Provider:
    return a_provider(listing=[a_listing(status)], **changes)


@pytest.mark.parametrize(
    ("status", "state", "effect", "rule", "says"),
    [
        pytest.param("listed", State.MET, NONE, "", "listed since 1 September 2025", id="listed"),
        pytest.param(
            "exceptional",
            State.REVIEW,
            CONDITION,
            "",
            "not listed; used exceptionally since 1 September 2025: as decided",
            id="exceptional",
        ),
        pytest.param(
            "new_placements_suspended",
            State.MISSING,
            STOP,
            NOT_OPEN,
            "new placements suspended since 1 September 2025; whether it was listed before is not recorded: as decided",
            id="new-placements-suspended",
        ),
        pytest.param(
            "suspended",
            State.MISSING,
            STOP,
            NOT_OPEN,
            "all placements suspended since 1 September 2025; whether it was listed before is not recorded: as decided",
            id="suspended",
        ),
        pytest.param(
            "removed",
            State.MISSING,
            STOP,
            NOT_OPEN,
            "removed from the list since 1 September 2025: as decided",
            id="removed",
        ),
        pytest.param(
            "declined", State.MISSING, STOP, NOT_OPEN, "declined since 1 September 2025: as decided", id="declined"
        ),
        pytest.param(
            "applied",
            State.MISSING,
            STOP,
            NOT_OPEN,
            "applied to be listed since 1 September 2025, and not registered with the Department",
            id="applied",
        ),
        pytest.param(
            "due_diligence",
            State.MISSING,
            STOP,
            NOT_OPEN,
            "not yet listed; in due diligence since 1 September 2025, and not registered with the Department",
            id="in-due-diligence",
        ),
    ],
)
def test_the_place_on_the_list_opens_or_closes_it(
    status: str, state: State, effect: Effect, rule: str, says: str
) -> None:
    found = line("listing", listed(status))
    assert (found.state, found.effect, found.rule, found.says) == (state, effect, rule, says)
    decided_against = status in {"new_placements_suspended", "suspended", "removed", "declined"}
    assert found.firm is decided_against
    assert found.can_be_waived is not decided_against


def test_a_provider_that_is_not_on_the_list_is_not_open() -> None:
    found = line("listing", a_provider())
    assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, NOT_OPEN)
    assert found.says == "not on the list, and not registered with the Department"


@pytest.mark.parametrize("status", [None, "applied", "due_diligence"])
def test_registration_takes_the_place_of_listing_and_of_nothing_else(status: str | None) -> None:
    listing = [a_listing(status)] if status else []
    provider = a_provider(listing=listing, registration={"register_checks": [on_the_register()]})
    found = line("listing", provider)
    assert (found.state, found.effect) == (State.MET, NONE)
    assert found.says.endswith("; registered with the Department, which QF-04 accepts")


@pytest.mark.parametrize("status", ["suspended", "removed", "declined", "new_placements_suspended"])
def test_registration_opens_no_suspended_provider(status: str) -> None:
    assert line("listing", listed(status, registration={"register_checks": [on_the_register()]})).effect is STOP


def test_an_exceptional_use_says_for_whom_and_until_when() -> None:
    event = a_listing("exceptional", until="2027-07-31", limited_to="PL-00001")
    found = line("listing", a_provider(listing=[event]))
    assert found.says == (
        "not listed; used exceptionally since 1 September 2025, for PL-00001, until 31 July 2027: as decided"
    )
    assert str(found.due) == "2027-07-31"


@pytest.mark.parametrize(
    ("on", "effect"),
    [pytest.param("2026-10-31", STOP, id="its-last-day"), pytest.param("2026-11-01", NONE, id="the-day-after")],
)
def test_after_a_suspension_with_an_end_the_provider_is_listed_again(on: str, effect: Effect) -> None:
    events = [a_listing(), a_listing("new_placements_suspended", on="2026-09-01", until="2026-10-31")]
    provider = a_provider(listing=events)
    assert line("listing", provider, on=on).effect is effect
    assert provider.is_listed(ON)


def test_after_an_exceptional_use_has_ended_the_provider_is_not_on_the_list() -> None:
    provider = a_provider(listing=[a_listing("exceptional", until="2026-07-31")])
    assert listed_as_words(provider, situation(ON)) == "not on the list; exceptional use ended on 31 July 2026"
    assert not provider.is_listed(ON)


class TestDueDiligence:
    """The council's look before a provider is listed or exceptionally used."""

    @pytest.mark.parametrize("status", ["listed", "suspended", "new_placements_suspended", "exceptional"])
    def test_is_asked_of_listed_and_exceptional_providers(self, status: str) -> None:
        found = line("due_diligence", listed(status))
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "no-due-diligence")

    @pytest.mark.parametrize("status", ["removed", "declined"])
    def test_is_not_asked_of_a_provider_that_was_turned_away(self, status: str) -> None:
        assert [each.key for each in lines(listed(status))] == ["listing", "escalation"]

    @pytest.mark.parametrize("status", ["applied", "due_diligence"])
    def test_is_asked_of_a_provider_that_is_not_listed_for_a_waiver_may_let_it_be_used(self, status: str) -> None:
        keys = ["listing", "application", "due_diligence", "escalation"]
        assert [each.key for each in lines(listed(status))] == keys
        assert line("due_diligence", a_provider(listing=[])).effect is CANNOT_TELL

    def test_is_not_asked_of_a_registered_school_that_is_on_no_list(self) -> None:
        school = a_provider(listing=[], registration={"register_checks": [on_the_register()]})
        assert [each.key for each in lines(school)] == ["listing", "escalation"]

    def test_is_met_when_it_found_everything_adequate(self) -> None:
        found = line("due_diligence", listed(due_diligence=[due_diligence()]))
        assert (found.state, found.effect) == (State.MET, NONE)
        assert found.says == "adequate (commissioning officer, 20 August 2025)"

    def test_stops_when_it_found_something_not_adequate(self) -> None:
        found = line("due_diligence", listed(due_diligence=[due_diligence(insurances="no", systems="no")]))
        assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "no-due-diligence")
        assert found.says == "on 20 August 2025 it found insurances, systems not adequate"

    def test_is_the_last_one_on_or_before_the_day(self) -> None:
        again = [due_diligence(processes="no"), due_diligence(on="2026-11-03"), due_diligence(on="2026-11-04")]
        assert line("due_diligence", listed(due_diligence=again)).state is State.MET

    @pytest.mark.parametrize("status", ["removed", "declined"])
    @pytest.mark.parametrize(
        ("on", "state", "effect"),
        [
            pytest.param("2026-02-28", State.NOT_RECORDED, CANNOT_TELL, id="before"),
            pytest.param("2026-03-01", State.NOT_RECORDED, CANNOT_TELL, id="on-the-day"),
            pytest.param("2026-03-02", State.MET, NONE, id="after"),
        ],
    )
    def test_is_done_anew_after_a_removal_or_a_decline(
        self, status: str, on: str, state: State, effect: Effect
    ) -> None:
        events = [a_listing(), a_listing(status, on="2026-03-01"), a_listing(on="2026-10-01")]
        found = line("due_diligence", a_provider(listing=events, due_diligence=[due_diligence(on=on)]))
        assert (found.state, found.effect) == (state, effect)

    def test_says_why_an_old_one_does_not_count(self) -> None:
        events = [a_listing(), a_listing("removed", on="2026-03-01"), a_listing(on="2026-10-01")]
        found = line("due_diligence", a_provider(listing=events, due_diligence=[due_diligence()]))
        assert found.rule == "no-due-diligence"
        assert found.says == (
            "the last is of 20 August 2025; it was removed from the list on 1 March 2026, and none since is recorded"
        )

    def test_is_not_spent_by_a_suspension(self) -> None:
        events = [a_listing(), a_listing("suspended", on="2026-03-01"), a_listing(on="2026-10-01")]
        assert line("due_diligence", a_provider(listing=events, due_diligence=[due_diligence()])).effect is NONE


class TestVisits:
    """Regular visits of the council."""

    @pytest.mark.parametrize(
        ("visit_id", "state", "effect", "rule"),
        [
            pytest.param("2026-03-12-north-star", State.MET, NONE, "", id="within-the-year"),
            pytest.param("2025-12-15-north-star", State.DUE_SOON, CONDITION, "", id="due-soon"),
            pytest.param("2025-11-03-north-star", State.DUE_SOON, CONDITION, "", id="due-today"),
            pytest.param("2025-11-02-north-star", State.EXPIRED, CONDITION, "provider-not-visited", id="overdue"),
        ],
    )
    def test_come_round(self, visit_id: str, state: State, effect: Effect, rule: str) -> None:
        found = line("visited", listed(), a_visit(visit_id))
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    @pytest.mark.parametrize(
        "visit",
        [
            pytest.param(a_visit(status="planned"), id="planned"),
            pytest.param(a_visit(status="cancelled"), id="cancelled"),
            pytest.param(a_visit(type="desk_top_audit"), id="not-on-site"),
            pytest.param(a_visit("2026-03-12-another"), id="to-another-provider"),
            pytest.param(a_visit("2026-11-04-north-star"), id="tomorrow"),
        ],
    )
    def test_count_when_they_took_place_there(self, visit: Record) -> None:
        found = line("visited", listed(), visit)
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CONDITION, "provider-not-visited")

    def test_count_from_the_last_one(self) -> None:
        visits = [a_visit("2026-03-12-north-star"), a_visit("2026-06-12-north-star")]
        found = last_visit(listed(), situation(ON, *visits))
        assert found is not None
        assert str(found.on) == "2026-06-12"


@pytest.mark.parametrize(
    ("step", "state", "effect", "rule"),
    [
        pytest.param("listed_with_actions", State.MET, NONE, "", id="with-actions"),
        pytest.param("enhanced_monitoring", State.REVIEW, CONDITION, "", id="enhanced-monitoring"),
        pytest.param("new_placements_suspended", State.MISSING, STOP, NOT_OPEN, id="new-placements-suspended"),
        pytest.param("all_suspended", State.MISSING, STOP, NOT_OPEN, id="all-suspended"),
        pytest.param("removed", State.MISSING, STOP, NOT_OPEN, id="removed"),
    ],
)
def test_an_escalation_stands_in_the_way_from_a_suspension_on(
    step: str, state: State, effect: Effect, rule: str
) -> None:
    plan = an_action_plan(escalation=[a_step(step, "2026-10-20")])
    found = line("escalation", listed(), plan)
    assert (found.state, found.effect, found.rule) == (state, effect, rule)
    assert found.says == f"{step.replace('_', ' ')} since 20 October 2026: no answer"
    assert found.firm is (effect is STOP)
    assert found.can_be_waived is (effect is not STOP)


def test_no_concern_is_said_to_be_none() -> None:
    found = line("escalation", listed())
    assert (found.state, found.says) == (State.MET, "no open concern")
