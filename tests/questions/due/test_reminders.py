"""Letters that remind: to whom, of what, how far up the ladder, and what was said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.due.duty import Duty
from apqa.questions.due.reminders import letters, rung
from apqa.questions.situation import Situation
from apqa.records.authority import Authority
from apqa.vocabulary.due import DutyKind, DutyState, Owes, Rung
from tests.builders import a_placement, a_provider, a_reminder, records, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

ON = date(2026, 11, 23)
COUNCIL = {
    "roles": {
        "designated_officer": {"title": "Quality officer", "email": "quality@westmarch.example"},
        "senior_manager": {"title": "Head of inclusion", "email": "inclusion@westmarch.example"},
    },
    "recipients": [
        {"name": "Westmarch Academy", "kind": "academy", "urn": "123456", "email": "office@westmarch.example"},
        {"name": "SEND casework", "kind": "local_authority"},
    ],
}
CONTACT = {"role": "head of provision", "email": "head@north-star.example"}


def a_duty(due: date | None = ON, state: DutyState = DutyState.DUE, **changes: Any) -> Duty:
    duty = Duty(
        kind=DutyKind.INSURANCE,
        key="provider/north-star/insurance/public_liability",
        title="Public liability insurance",
        due=due,
        state=state,
        owes=Owes.PROVIDER,
        ask="the named contact",
        clause="QF-22",
        basis="QF-22",
        record=a_provider(),
        provider="north-star",
    )
    return replace(duty, **changes)


def asked(*records: Record, **policy: Any) -> Situation:
    council = {"id": "authority", "name": "Westmarch Council", **COUNCIL, "policy": policy}
    return situation(ON, Authority.model_validate(council), *records)


@pytest.mark.parametrize(
    ("late", "state", "expected"),
    [
        pytest.param(-15, DutyState.DUE, None, id="too early"),
        pytest.param(-14, DutyState.DUE, Rung.DUE_SOON, id="two weeks before"),
        pytest.param(0, DutyState.DUE, Rung.DUE_SOON, id="its day"),
        pytest.param(1, DutyState.OVERDUE, Rung.OVERDUE, id="the day after"),
        pytest.param(27, DutyState.OVERDUE, Rung.OVERDUE, id="nearly four weeks"),
        pytest.param(28, DutyState.OVERDUE, Rung.ESCALATED, id="four weeks"),
        pytest.param(-90, DutyState.RETURNED, Rung.DUE_SOON, id="returned, whenever it is due"),
        pytest.param(30, DutyState.INCOMPLETE, Rung.ESCALATED, id="incomplete for long"),
        pytest.param(3, DutyState.RECEIVED, None, id="received"),
        pytest.param(3, DutyState.ACCEPTED, None, id="accepted"),
    ],
)
def test_the_ladder(late: int, state: DutyState, expected: Rung | None) -> None:
    assert rung(a_duty(ON - timedelta(days=late), state), asked()) is expected


def test_what_has_no_day_is_not_reminded_of() -> None:
    assert rung(a_duty(None, DutyState.CANNOT_TELL), asked()) is None


def test_the_council_sets_the_ladder() -> None:
    policy = {
        "remind_soon_days": {"days": "3", "reason": "few letters"},
        "remind_overdue_days": {"days": "5", "reason": "few letters"},
        "remind_escalated_days": {"days": "9", "reason": "quickly"},
    }
    found = [rung(a_duty(ON - timedelta(days=late)), asked(**policy)) for late in (-4, -3, 1, 4, 5, 8, 9)]
    soon, overdue, escalated = Rung.DUE_SOON, Rung.OVERDUE, Rung.ESCALATED
    assert found == [None, soon, soon, soon, overdue, overdue, escalated]


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_nothing_climbs_down_the_ladder_as_days_pass(first: int, second: int) -> None:
    earlier, later = sorted((first, second))
    rungs = [None, *Rung]
    found = [rungs.index(rung(a_duty(ON - timedelta(days=late)), asked())) for late in (earlier, later)]
    assert found[0] <= found[1]


class TestRemembering:
    """What was prepared is not said again at the same rung for the same day."""

    overdue = a_duty(date(2026, 11, 20), DutyState.OVERDUE)

    def test_a_first_letter_is_prepared(self) -> None:
        (letter,) = letters([self.overdue], asked())
        assert [each.is_new for each in letter.owed] == [True]

    def test_a_second_is_not(self) -> None:
        assert letters([self.overdue], asked(a_reminder("overdue", "2026-11-20"))) == ()

    def test_unless_it_is_wanted_again(self) -> None:
        (letter,) = letters([self.overdue], asked(a_reminder("overdue", "2026-11-20")), again=True)
        assert [each.is_new for each in letter.owed] == [False]

    def test_a_higher_rung_is_new(self) -> None:
        assert len(letters([self.overdue], asked(a_reminder("due_soon", "2026-11-20")))) == 1

    def test_another_day_is_new(self) -> None:
        assert len(letters([self.overdue], asked(a_reminder("escalated", "2025-11-20")))) == 1

    def test_what_was_prepared_later_was_not_known_on_the_day(self) -> None:
        assert len(letters([self.overdue], asked(a_reminder("overdue", "2026-11-20", on="2026-11-24")))) == 1

    def test_the_highest_rung_of_several_letters_counts(self) -> None:
        earlier, later = a_reminder("escalated", "2026-11-20", "2026-11-10"), a_reminder("overdue", "2026-11-20")
        assert letters([self.overdue], asked(earlier, later)) == ()

    def test_a_letter_with_something_new_says_everything_that_is_owed(self) -> None:
        another = a_duty(key="provider/north-star/insurance/motor", title="Motor insurance")
        (letter,) = letters([self.overdue, another], asked(a_reminder("overdue", "2026-11-20")))
        assert [(each.duty.title, each.is_new) for each in letter.owed] == [
            ("Public liability insurance", False),
            ("Motor insurance", True),
        ]


class TestTo:
    """One letter to each who owes something."""

    def to(self, duty: Duty, *records: Record) -> tuple[str, str, str, str]:
        (letter,) = letters([duty], asked(*records))
        return letter.to.slug, letter.to.name, letter.to.role, letter.to.email

    def test_a_provider_is_reminded_through_its_first_contact(self) -> None:
        found = self.to(a_duty(), a_provider(contacts=[CONTACT]))
        assert found == ("provider-north-star", "North Star", "head of provision", "head@north-star.example")

    def test_a_provider_without_contact_or_record_is_reminded_by_its_name_alone(self) -> None:
        assert self.to(a_duty(), a_provider()) == ("provider-north-star", "North Star", "", "")
        assert self.to(a_duty()) == ("provider-north-star", "north-star", "", "")

    def test_a_commissioner_is_known_by_its_number_or_its_name(self) -> None:
        review = a_duty(owes=Owes.COMMISSIONER, placement="PL-00001", commissioner="The Academy")
        by_number = a_placement(commissioner={"kind": "academy", "name": "The Academy", "urn": "123456"})
        by_name = a_placement(commissioner={"kind": "academy", "name": "Westmarch Academy"})
        unknown = a_placement(commissioner={"kind": "academy", "name": "St Ælfric's"})
        assert self.to(review, by_number) == ("commissioner-the-academy", "The Academy", "", "office@westmarch.example")
        assert self.to(review, by_name)[3] == "office@westmarch.example"
        assert self.to(review, unknown) == ("commissioner-st-lfrics", "St Ælfric's", "", "")

    def test_a_family_is_known_by_the_placement_and_reminded_by_itself(self) -> None:
        families = [a_placement(number, commissioner={"kind": "parent", "name": "parent"}) for number in (1, 2)]
        duties = [
            a_duty(owes=Owes.COMMISSIONER, placement=each.id, commissioner="parent", key=f"placement/{each.id}/review")
            for each in families
        ]
        found = letters(duties, asked(*families))
        assert [each.to.slug for each in found] == ["commissioner-parent-pl-00001", "commissioner-parent-pl-00002"]
        assert found[0].to.name == "the parent of PL-00001"

    def test_the_council_reminds_its_own_officer(self) -> None:
        found = self.to(a_duty(owes=Owes.COUNCIL))
        assert found == (
            "council-designated-officer",
            "Westmarch Council",
            "Quality officer",
            "quality@westmarch.example",
        )

    def test_of_a_placement_that_is_not_in_the_records_the_council_is_reminded(self) -> None:
        assert self.to(a_duty(owes=Owes.COMMISSIONER))[0] == "council-designated-officer"

    def test_without_an_authority_the_letter_is_to_the_council(self) -> None:
        bare = Situation(records(a_provider()), ON)
        (letter,) = letters([a_duty(owes=Owes.COUNCIL)], bare)
        assert letter.to.slug == "council-designated-officer"
        assert letter.to.email == ""

    def test_providers_come_first_and_the_council_last(self) -> None:
        placement = a_placement()
        duties = [
            a_duty(owes=Owes.COUNCIL, key="a"),
            a_duty(owes=Owes.COMMISSIONER, key="b", placement="PL-00001"),
            a_duty(key="c"),
        ]
        assert [each.to.owes for each in letters(duties, asked(placement))] == list(Owes)


def test_what_is_too_early_is_in_no_letter() -> None:
    (letter,) = letters([a_duty(), a_duty(date(2027, 5, 1), DutyState.NOT_YET_DUE, key="x")], asked())
    assert [each.duty.key for each in letter.owed] == ["provider/north-star/insurance/public_liability"]


def test_a_manager_has_a_copy_of_what_is_long_overdue() -> None:
    (letter,) = letters([a_duty(date(2026, 6, 1), DutyState.OVERDUE), a_duty(key="x")], asked())
    assert [each.title for each in letter.copies] == ["Head of inclusion"]
    assert letter.rung is Rung.ESCALATED
    (letter,) = letters([a_duty()], asked())
    assert (letter.copies, letter.rung) == ((), Rung.DUE_SOON)


def test_without_a_manager_nobody_has_a_copy() -> None:
    (letter,) = letters([a_duty(date(2026, 6, 1), DutyState.OVERDUE)], situation(ON))
    assert letter.copies == ()
