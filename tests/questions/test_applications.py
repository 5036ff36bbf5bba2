"""Applications to be listed: their rounds, the checklist, the first visit, and what is missing for a decision."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.guidance.due_diligence import diligence_items
from apqa.questions.applications.application import application_of, open_round, standing_words, visit_words
from apqa.questions.applications.checklist import ItemState
from apqa.questions.applications.order import out_of_order
from apqa.questions.applications.rounds import due_diligence_of, first_visit, rounds
from apqa.questions.checks.verdict import provider_check
from apqa.questions.due.applications import application_duties
from apqa.questions.due.providers import kind_of_line
from apqa.records.listing import ListEvent
from apqa.vocabulary.due import DutyState
from apqa.vocabulary.provider import ListStatus
from tests.builders import (
    ON,
    PROVIDER,
    a_listing,
    a_provider,
    a_visit,
    an_authority,
    day,
    due_diligence,
    in_order_provider,
    situation,
)

APPLIED = a_listing("applied", on="2026-09-01")
IN_DILIGENCE = a_listing("due_diligence", on="2026-09-15")
LISTED = a_listing("listed", on="2026-10-20")
LOOK = {"found": "yes", "on": "2026-10-05", "by": "designated officer"}
SEEN_BY_A_PERSON = {"premises_seen": LOOK, "staff_changes": LOOK, "finances": LOOK}
NOTE = {"written_on": "2026-10-08", "written_by": "designated officer", "summary": "Calm."}


def the_first(visit_id: str = f"2026-10-06-{PROVIDER}", **changes: Any) -> Any:
    return a_visit(visit_id, **{"type": "initial_due_diligence", **changes})


def states(provider: Any) -> dict[str, ItemState]:
    found = application_of(provider, situation(ON, provider))
    assert found is not None
    return {each.item.key: each.state for each in found.items}


def test_an_application_ends_with_its_decision_and_the_next_is_another() -> None:
    again = [a_listing("removed", on="2026-10-28"), a_listing("applied", on="2026-11-02")]
    provider = a_provider(listing=[APPLIED, IN_DILIGENCE, LISTED, *again])
    first, second = rounds(provider, ON)
    assert (first.came_on, first.stage.status, len(first.events)) == (day("2026-09-01"), ListStatus.LISTED, 2)
    assert (second.came_on, second.decision) == (day("2026-11-02"), None)
    assert [each.came_on for each in rounds(provider, day("2026-10-01"))] == [day("2026-09-01")]


def test_a_suspension_of_an_exceptional_use_leaves_the_application_open_and_is_in_order() -> None:
    used = a_listing("exceptional", on="2026-08-01")
    suspended = a_listing("suspended", on="2026-10-01")
    declined, again = a_listing("declined", on="2026-10-20"), a_listing("applied", on="2026-10-28")
    stages = [used, APPLIED, IN_DILIGENCE, suspended]
    provider = a_provider(listing=stages)
    assert open_round(provider, situation(ON, provider)) is not None
    provider = a_provider(listing=[*stages, declined, again, a_listing("removed", on="2026-10-30")])
    assert [each.decision and each.decision.status for each in rounds(provider, ON)] == ["declined", "removed"]
    assert list(out_of_order(provider.listing)) == []


def test_who_was_listed_before_the_records_never_applied_in_them() -> None:
    provider = a_provider(listing=[a_listing()])
    assert rounds(provider, ON) == ()
    assert application_of(provider, situation(ON, provider)) is None
    assert standing_words(provider, situation(ON, provider)) == ""


@pytest.mark.parametrize(
    ("visits", "found"),
    [
        pytest.param([], None, id="none"),
        pytest.param([the_first(status="planned")], "2026-10-06", id="planned"),
        pytest.param([the_first(), the_first(f"2026-10-20-{PROVIDER}")], "2026-10-06", id="the first of two"),
        pytest.param(
            [the_first(f"2026-09-20-{PROVIDER}", status="planned"), the_first()], "2026-10-06", id="done before planned"
        ),
        pytest.param([the_first(type="desk_top_audit")], None, id="an audit is no visit"),
        pytest.param([the_first(status="cancelled")], None, id="cancelled"),
        pytest.param([the_first(f"2026-08-31-{PROVIDER}")], None, id="before it applied"),
        pytest.param([the_first(f"2026-11-04-{PROVIDER}")], None, id="said to be done tomorrow"),
    ],
)
def test_the_first_visit_of_an_application(visits: list[Any], found: str | None) -> None:
    provider = a_provider(listing=[APPLIED])
    asked = situation(ON, provider, *visits)
    visit = first_visit(provider, rounds(provider, ON)[0], asked)
    assert (visit and visit.on.isoformat()) == found


def test_a_visit_after_the_decision_is_not_the_first_unless_due_diligence_names_it() -> None:
    visit = the_first(f"2026-08-20-{PROVIDER}")
    late = the_first(f"2026-10-21-{PROVIDER}")
    named = due_diligence(on="2026-10-12", visit=visit.id)
    provider = a_provider(listing=[APPLIED, LISTED], due_diligence=[named])
    (asked,) = rounds(provider, ON)
    assert first_visit(provider, asked, situation(ON, provider, visit, late)) == visit
    assert first_visit(provider, asked, situation(ON, provider, late)) is None


@pytest.mark.parametrize(
    ("done_on", "counts"), [("2026-08-31", False), ("2026-09-01", True), ("2026-10-20", True), ("2026-10-21", False)]
)
def test_due_diligence_belongs_to_the_application_it_was_done_in(done_on: str, counts: bool) -> None:
    provider = a_provider(listing=[APPLIED, LISTED], due_diligence=[due_diligence(on=done_on)])
    assert (due_diligence_of(provider, rounds(provider, ON)[0], ON) is not None) is counts


def test_the_checks_of_the_record_answer_their_items_and_a_person_the_others() -> None:
    told = in_order_provider(listing=[APPLIED], due_diligence=[])
    unmet = {key for key, state in states(told).items() if state is not ItemState.MET}
    assert unmet == {"data_protection", "premises_seen", "staff_changes", "finances"}
    seen = due_diligence(on="2026-10-12", checklist={**SEEN_BY_A_PERSON, "data_protection": LOOK})
    assert set(states(in_order_provider(listing=[APPLIED], due_diligence=[seen])).values()) == {ItemState.MET}


def test_every_check_an_item_goes_by_is_one_apqa_makes() -> None:
    keys = [
        line.key
        for line in provider_check(
            in_order_provider(
                identity={
                    "legal_form": "cic",
                    "employs_staff": "yes",
                    "ico_number": "ZA123456",
                    "ico_expires": "2027-01-01",
                }
            ),
            situation(ON),
        ).lines
    ]
    for item in diligence_items(ON):
        assert not item.checks or any(map(item.is_answered_by, keys)), item.key


@pytest.mark.parametrize(
    ("changes", "looks", "state"),
    [
        pytest.param({}, {}, ItemState.MET, id="the record says so"),
        pytest.param({}, {"curriculum": {**LOOK, "found": "no"}}, ItemState.OPEN, id="a person did not find it"),
        pytest.param({"curriculum": None}, {}, ItemState.NOT_RECORDED, id="nothing is recorded"),
        pytest.param({"curriculum": None}, {"curriculum": LOOK}, ItemState.MET, id="a person found it"),
        pytest.param(
            {"curriculum": {"absent": {"on": "2026-10-01", "by": "officer"}}},
            {"curriculum": LOOK},
            ItemState.OPEN,
            id="asked for and not there, whoever looked",
        ),
    ],
)
def test_what_is_known_of_an_item(changes: dict[str, Any], looks: dict[str, Any], state: ItemState) -> None:
    done = [due_diligence(on="2026-10-12", checklist=looks)] if looks else []
    assert states(in_order_provider(listing=[APPLIED], due_diligence=done, **changes))["curriculum"] is state


def test_what_a_person_looked_at_is_said_with_the_day_and_the_note() -> None:
    look = {**LOOK, "found": "no", "note": "accounts are due in May"}
    done = due_diligence(on="2026-10-12", checklist={"finances": look})
    provider = a_provider(listing=[APPLIED], due_diligence=[done])
    found = application_of(provider, situation(ON, provider))
    assert found is not None
    (finances,) = (each for each in found.items if each.item.key == "finances")
    assert finances.says == (
        "looked for and not found on 5 October 2026 by designated officer: accounts are due in May",
    )


def test_everything_that_is_missing_for_a_decision_is_named() -> None:
    provider = in_order_provider(listing=[APPLIED, IN_DILIGENCE], due_diligence=[])
    found = application_of(provider, situation(ON, provider, the_first(status="planned")))
    assert found is not None
    checklist, visit, diligence = found.missing
    assert checklist.startswith("4 of 15 items of the checklist: ")
    assert visit == "first visit planned for 6 October 2026, which has passed"
    assert diligence == "the due diligence, finished and recorded with its outcome (due_diligence)"
    assert (found.stage, found.since, found.due) == (
        ListStatus.DUE_DILIGENCE,
        day("2026-09-15"),
        day("2026-11-24"),
    )
    assert found.is_open


def test_nothing_is_missing_where_all_was_looked_at_and_visited() -> None:
    looks = {**SEEN_BY_A_PERSON, "data_protection": LOOK}
    provider = in_order_provider(listing=[APPLIED], due_diligence=[due_diligence(on="2026-10-12", checklist=looks)])
    found = application_of(provider, situation(ON, provider, the_first(note=NOTE)))
    assert found is not None
    assert found.missing == ()
    assert found.counted(ItemState.MET) == 15


def test_due_diligence_that_was_not_adequate_leaves_a_decision_without_its_ground() -> None:
    looks = {**SEEN_BY_A_PERSON, "data_protection": LOOK}
    done = due_diligence(on="2026-10-12", checklist=looks, systems="no")
    provider = in_order_provider(listing=[APPLIED], due_diligence=[done])
    found = application_of(provider, situation(ON, provider, the_first(note=NOTE)))
    assert found is not None
    assert found.missing == ("an adequate outcome: on 12 October 2026 it was found not adequate",)


def test_a_decided_application_says_what_was_decided_and_asks_nothing() -> None:
    provider = a_provider(listing=[APPLIED, a_listing("declined", on="2026-10-20", reason="no insurance held")])
    found = application_of(provider, situation(ON, provider))
    assert found is not None
    assert found.decision is not None
    assert (found.decision.reason, found.items, found.missing, found.due) == ("no insurance held", (), (), None)


@pytest.mark.parametrize(
    ("visit", "words"),
    [
        (None, "no first visit is recorded"),
        (the_first(status="planned"), "first visit planned for 6 October 2026, which has passed"),
        (the_first(f"2026-11-03-{PROVIDER}", status="planned"), "first visit planned for 3 November 2026"),
        (the_first(), "first visited on 6 October 2026, without a note so far"),
        (the_first(note=NOTE), "first visited on 6 October 2026"),
    ],
)
def test_the_words_of_a_first_visit(visit: Any, words: str) -> None:
    assert visit_words(visit, ON) == words


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2026-09-01", "applied on 1 September 2026; no first visit is recorded; to be decided by 24 November 2026"),
        (
            "2026-11-25",
            (
                "applied on 1 September 2026; in due diligence since 15 September 2026; no first visit is recorded; "
                "was to be decided by 24 November 2026"
            ),
        ),
    ],
)
def test_the_check_of_a_provider_says_how_far_its_application_has_come(on: str, words: str) -> None:
    provider = a_provider(listing=[APPLIED, IN_DILIGENCE])
    lines = {line.key: line for line in provider_check(provider, situation(on, provider)).lines}
    assert lines["application"].says == words
    assert lines["application"].remedy == "What is missing for a decision: `apqa applications north-star`."
    listed = provider_check(a_provider(listing=[LISTED]), situation(ON)).lines
    assert "application" not in {line.key for line in listed}


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-09-01", DutyState.NOT_YET_DUE),
        ("2026-10-13", DutyState.DUE),
        ("2026-11-24", DutyState.DUE),
        ("2026-11-25", DutyState.OVERDUE),
    ],
)
def test_a_decision_falls_due_after_the_councils_time(on: str, state: DutyState) -> None:
    asked = situation(on, a_provider(listing=[APPLIED]))
    (duty,) = application_duties(asked)
    assert (duty.state, duty.due, duty.key) == (state, day("2026-11-24"), "provider/north-star/application")


def test_the_council_sets_its_own_time() -> None:
    policy = {"application_days": {"days": "60", "reason": "two months are enough"}}
    asked = situation(ON, a_provider(listing=[APPLIED]), an_authority(**policy))
    (duty,) = application_duties(asked)
    assert (duty.due, duty.basis) == (day("2026-10-31"), "local policy: two months are enough")


@pytest.mark.parametrize("listing", [[], [LISTED], [APPLIED, LISTED], [a_listing("declined")]])
def test_nothing_is_to_be_decided_where_nobody_applies(listing: list[Any]) -> None:
    provider = a_provider(listing=listing)
    assert open_round(provider, situation(ON, provider)) is None
    assert list(application_duties(situation(ON, provider))) == []


def test_an_application_holds_again_once_an_exceptional_use_has_ended_but_is_no_open_round() -> None:
    used = a_listing("exceptional", on="2026-09-20", until="2026-10-20")
    provider = a_provider(listing=[APPLIED, used])
    assert open_round(provider, situation(ON, provider)) is None


_AGAIN = "after it was {}, and no new application is recorded"


@pytest.mark.parametrize(
    ("statuses", "wrong"),
    [
        ("listed", {}),
        ("exceptional", {}),
        ("applied due_diligence listed new_placements_suspended suspended listed removed", {}),
        ("applied applied declined applied due_diligence exceptional applied listed", {}),
        ("exceptional suspended removed applied declined", {}),
        ("removed exceptional", {}),
        ("removed listed", {1: _AGAIN.format("removed")}),
        ("listed removed listed", {2: _AGAIN.format("removed")}),
        ("applied declined due_diligence listed", {2: _AGAIN.format("declined")}),
        ("listed applied", {1: "though it is on the list"}),
        ("listed due_diligence", {1: "though it is on the list"}),
        ("due_diligence listed", {}),
        ("listed declined", {1: "without an application that is still to be decided"}),
        ("applied suspended", {1: "though it was neither on the list nor used exceptionally"}),
    ],
)
def test_which_decisions_cannot_follow_one_another(statuses: str, wrong: dict[int, str]) -> None:
    events = [ListEvent.model_validate(a_listing(each)) for each in statuses.split()]
    assert dict(out_of_order(events)) == wrong


def test_an_application_is_no_duty_of_a_line() -> None:
    with pytest.raises(KeyError):
        kind_of_line("application")
