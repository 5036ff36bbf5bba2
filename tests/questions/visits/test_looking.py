"""What a visit is to look at (QF-54, QF-57)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from apqa.guidance.criteria import criterion
from apqa.questions.visits.looking import last_noted, what_to_look_at
from apqa.vocabulary.visiting import LookAt
from tests.builders import (
    Data,
    a_headcount,
    a_listing,
    a_placement,
    a_provider,
    a_self_assessment,
    a_visit,
    an_action,
    an_action_plan,
    an_insurance,
    full_time,
    in_order_provider,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

TO_COME = date(2026, 12, 8)
FINANCE = {
    "reviews": [
        {"on": "2025-10-01", "by": "officer", "sustainable": "good", "value_for_money": "good", "reason": "accounts"}
    ]
}


def named(code: str) -> str:
    known = criterion(code)
    assert known
    return f"{known.title} ({code})"


def listed(**changes: Any) -> Provider:
    return a_provider(listing=[a_listing(on="2025-09-01")], **changes)


def noted(on: str = "2026-10-06", **note: Any) -> Visit:
    given: Data = {"written_on": on, "written_by": "officer", "summary": "calm", **note}
    return a_visit(f"{on}-north-star", note=given)


def looks(about: str, *records: Record, provider: Provider | None = None, on: str = "2026-11-03") -> list[str]:
    provider = provider or listed()
    found = what_to_look_at(provider, TO_COME, situation(on, provider, *records))
    return [str(each) for each in found if each.about is LookAt(about)]


def test_what_was_promised_is_said() -> None:
    promised = "Note of 6 October 2026: the next visit was promised by 1 November 2026 (QF-57)"
    assert looks("last_note", noted(next_visit_by="2026-11-01")) == [promised]


def test_the_checklist_of_due_diligence_is_gone_through_before_listing() -> None:
    applies = a_provider(listing=[a_listing("applied", on="2026-10-05")])
    found = looks("due_diligence", provider=applies)
    assert any(each.startswith("Due diligence, Two professional references: ") for each in found)
    assert all(each.endswith("(QF-40)") for each in found)
    assert looks("due_diligence", provider=a_provider(listing=[])) == found
    assert len(
        looks("due_diligence", provider=in_order_provider(listing=[a_listing("applied", on="2026-10-05")]))
    ) < len(found)
    assert looks("due_diligence") == []


def test_the_last_note_is_gone_back_to() -> None:
    done = an_action(key="fence", what="mend it.", status="done", done_on="2026-10-20")
    note = noted(
        actions=[an_action(), done],
        agreed=["a second visit"],
        concerns=[{"what": "no deputy", "level": "high"}],
        developments=["more reading"],
    )
    assert looks("last_note", note, noted("2026-06-09", agreed=["older"])) == [
        "Note of 6 October 2026, action: train a deputy; head of provision, by 1 December 2026; still open (QF-57)",
        "Note of 6 October 2026, action: mend it; head of provision, by 1 December 2026; said to be done (QF-57)",
        "Note of 6 October 2026, agreed: a second visit (QF-57)",
        "Note of 6 October 2026, high concern: no deputy (QF-57)",
        "Note of 6 October 2026, could be better: more reading (QF-57)",
    ]


def test_a_note_of_the_day_itself_or_not_written_yet_is_not_the_last() -> None:
    asked = situation("2026-11-03", noted("2026-12-08"), a_visit("2026-10-06-north-star"))
    assert last_noted("north-star", TO_COME, asked) is None
    assert last_noted("north-star", TO_COME, situation("2026-10-05", noted())) is None


def test_open_actions_of_plans_and_earlier_notes_are_named_once() -> None:
    earlier = noted("2026-06-09", actions=[an_action(key="sign", what="sign the policy")])
    plan = an_action_plan(actions=[an_action(key="lead", what="name a lead")], update_days="30", agreed_on="2026-10-06")
    assert looks("action", earlier, noted(actions=[an_action()]), plan) == [
        "Open action: name a lead; head of provision, by 1 December 2026 (QF-58)",
        "Open action: sign the policy; head of provision, by 1 December 2026 (QF-58)",
    ]


def test_what_names_a_pupil_is_left_out() -> None:
    assert looks("last_note", noted(agreed=["see P-9F4TC", "see PL-7K3QX again", "see the barn"])) == [
        "Note of 6 October 2026, agreed: see the barn (QF-57)"
    ]


def test_claims_that_nobody_validated_are_listed_by_area() -> None:
    checked = {"found": "met", "on": "2026-10-06", "by": "officer"}
    action = {"what": "train", "owner": "head", "due": "2026-12-01"}
    ratings = {
        "s1_1": {"rating": "met"},
        "s1_2": {"rating": "met"},
        "s1_3": {"rating": "met", "council": checked},
        "s1_4": {"rating": "partially_met", "action": action},
        "zz": {"rating": "met"},
    }
    assert looks("claim", a_self_assessment(ratings=ratings)) == [
        f"Self-assessment 2026-27, {says} (QF-54)"
        for says in (
            f"safeguarding: says partly met, not validated: {named('s1_4')}",
            f"safeguarding: says met, not validated: {named('s1_1')}; {named('s1_2')}",
            "other: says met, not validated: zz",
        )
    ]
    assert looks("claim") == []


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ("2026-10-31", ["Public liability insurance: due since 31 October 2026 (QF-22)"]),
        ("2027-01-19", ["Public liability insurance: due by 19 January 2027 (QF-22)"]),
        ("2027-01-20", []),
    ],
    ids=["run out", "within the warning after the visit", "later"],
)
def test_what_runs_out_around_the_visit(ends: str, says: list[str]) -> None:
    held = {"held": [an_insurance(starts="2026-01-01", ends=ends)]}
    found = looks("expiry", provider=listed(insurance=held))
    assert [each for each in found if "iability" in each] == says


def test_that_a_visit_is_due_is_nothing_to_look_at() -> None:
    provider, visit = listed(), noted("2025-11-04")
    found = what_to_look_at(provider, TO_COME, situation("2026-11-03", provider, visit))
    assert not any("isited" in each.says for each in found)


def test_money_is_considered_where_it_is_due() -> None:
    (said,) = looks("money", provider=listed(finance=FINANCE))
    assert said.endswith("(QF-43)")


@pytest.mark.parametrize(
    ("full_time", "says"),
    [
        ("0", []),
        ("3", ["Count pupils and hours: it has room for few full-time pupils before it must register (QF-10)"]),
    ],
    ids=["far", "near"],
)
def test_pupils_and_hours_where_registration_is_near(full_time: str, says: list[str]) -> None:
    count = a_headcount(on="2026-10-01", compulsory_school_age="9", full_time=full_time)
    found = looks("registration", provider=listed(headcounts=[count]))
    assert [each for each in found if each.startswith("Count pupils")] == says


def test_pupils_and_hours_where_it_must_register() -> None:
    said = "Count pupils and hours: by the records it must register (QF-10)"
    assert said in looks("registration", *full_time(5), provider=in_order_provider())


def test_pupils_and_hours_where_a_person_must_judge() -> None:
    found = looks("registration")
    said = "Count pupils and hours: whether it must register is for a person to judge (QF-10)"
    assert [each for each in found if each.startswith("Count")] == [said]


def test_looked_after_pupils_are_mentioned_without_who_or_how_many() -> None:
    two = [a_placement(number, looked_after=[{"starts": "2026-01-01"}]) for number in (1, 2)]
    (said,) = looks("looked_after", *two)
    assert said.startswith("One or more looked-after pupils are placed here: ")
    assert looks("looked_after", a_placement(looked_after=[])) == []


def test_what_came_up_stands_first() -> None:
    action = {"what": "train", "owner": "head", "due": "2026-12-01"}
    short = a_self_assessment(ratings={"s1_2": {"rating": "not_met", "action": action}})
    provider = listed()
    first = what_to_look_at(provider, TO_COME, situation("2026-11-03", provider, short))[0]
    assert str(first) == (
        "Since the last visit: its self-assessment of 30 September 2026 says that a criterion is not met (QF-55)"
    )


def test_a_red_outcome_that_nothing_answers_stands_first() -> None:
    assert looks("raised", noted(outcome="red")) == [
        "Not answered: the visit of 6 October 2026: outcome red; nothing since is recorded that answers it (QF-57)"
    ]
    assert looks("raised", noted(outcome="green")) == []


def test_nobody_waits_for_what_a_provider_that_was_removed_was_to_do() -> None:
    visit = noted(actions=[an_action(what="Train a deputy.")], next_visit_by="2026-10-30")
    removed = a_provider(listing=[a_listing(on="2025-09-01"), a_listing("removed", on="2026-10-20")])
    assert what_to_look_at(removed, TO_COME, situation("2026-11-03", removed, visit)) == ()
    placed = situation("2026-11-03", removed, visit, a_placement())
    assert any(each.about is LookAt.LAST_NOTE for each in what_to_look_at(removed, TO_COME, placed))
