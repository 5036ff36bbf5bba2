"""What falls due of a provider: its checks before a placement that have a day, and what goes with its listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.checks.line import State
from apqa.questions.checks.verdict import provider_check
from apqa.questions.due.providers import kind_of_line, provider_duties
from apqa.vocabulary.due import DutyKind, DutyState
from tests.builders import (
    ON,
    SEEN,
    Data,
    a_headcount,
    a_lead,
    a_listing,
    a_placement,
    a_provider,
    a_qualification,
    a_register_check,
    a_review,
    a_visit,
    a_waiver,
    an_authority,
    an_insurance,
    an_offer,
    every_safety_item,
    in_order_provider,
    looked_up,
    on_the_register,
    safeguarding,
    situation,
)

if TYPE_CHECKING:
    from apqa.questions.due.duty import Duty
    from apqa.records.base import Record


SEEN_IN_NOVEMBER: Data = {**SEEN, "on": "2026-11-05"}


def duties(on: str | None, *records: Record, **changes: Any) -> dict[str, Duty]:
    """Answer what falls due of a provider with every check met, by the end of its name."""
    asked = situation(on or ON, in_order_provider(**changes), a_visit(), *records)
    return {each.key.removeprefix("provider/north-star/"): each for each in provider_duties(asked)}


def days(on: str | None, *records: Record, **changes: Any) -> dict[str, str]:
    return {key: str(each.due) for key, each in duties(on, *records, **changes).items()}


class TestTheChecks:
    """Every check before a placement that has a day is a duty."""

    def test_each_check_with_a_day_is_a_duty_of_that_day(self) -> None:
        asked = situation(ON, in_order_provider(), a_visit())
        lines = {line.key: line.due for line in provider_check(in_order_provider(), asked).lines if line.due}
        found = {each.key.removeprefix("provider/north-star/"): each.due for each in provider_duties(asked)}
        assert len(lines) > 25
        assert lines.items() <= found.items()

    def test_each_check_there_is_has_a_kind_of_duty_if_it_has_a_day(self) -> None:
        everything = in_order_provider(
            identity={
                "legal_form": "cic",
                "employs_staff": "yes",
                "ico_number": "ZA123456",
                "ico_expires": "2027-01-01",
            },
            listing=[a_listing("exceptional", until="2027-01-31", limited_to="PL-00001")],
            safeguarding=safeguarding(
                leads=[a_lead(), a_lead(role="deputy")],
                prevent_training=[{"completed": "2026-01-20", "evidence": SEEN}],
                safer_recruitment_training=[{"completed": "2026-01-20", "evidence": SEEN}],
            ),
            central_record=[
                {"on": "2026-09-07", "by": "officer", "complete": "yes", "oldest_disclosure": "2024-10-01"}
            ],
        )
        lines = [line for line in provider_check(everything, situation(ON, everything, a_visit())).lines if line.due]
        kinds = {line.key: kind_of_line(line.key) for line in lines}
        assert set(kinds.values()) == {
            DutyKind.INSURANCE,
            DutyKind.POLICY,
            DutyKind.TRAINING,
            DutyKind.STAFF_CHECKS,
            DutyKind.DATA_PROTECTION,
            DutyKind.HEALTH_AND_SAFETY,
            DutyKind.REGISTRATION,
            DutyKind.VISIT,
            DutyKind.LISTING,
        }

    def test_no_kind_is_guessed_for_a_check_nobody_knows(self) -> None:
        with pytest.raises(KeyError):
            kind_of_line("weather/today")

    @pytest.mark.parametrize(
        ("key", "owes"),
        [
            ("insurance/public_liability", "provider"),
            ("policies/anti_bullying", "provider"),
            ("visited", "council"),
            ("registration/status", "council"),
            ("central_record", "council"),
            ("safeguarding/lead", "provider"),
        ],
    )
    def test_who_has_to_act(self, key: str, owes: str) -> None:
        assert duties(None)[key].owes == owes

    def test_one_that_has_lapsed_is_overdue_and_stays_so(self) -> None:
        lapsed = {"held": [an_insurance(ends="2026-10-31")]}
        found = duties(None, insurance=lapsed)["insurance/public_liability"]
        assert (str(found.due), found.state) == ("2026-10-31", "overdue")

    @pytest.mark.parametrize(
        ("renewal", "due"),
        [
            pytest.param({}, "2027-10-31", id="seen"),
            pytest.param({"evidence": None}, "2026-10-31", id="never seen"),
            pytest.param({"evidence": {**SEEN, "on": "2026-12-01"}}, "2026-10-31", id="seen later only"),
        ],
    )
    def test_a_renewal_that_nobody_has_seen_settles_nothing(self, renewal: Data, due: str) -> None:
        seen = {**SEEN, "on": "2026-10-20"}
        renewed = an_insurance(**{"starts": "2026-11-01", "ends": "2027-10-31", "evidence": seen, **renewal})
        held = {"held": [an_insurance(ends="2026-10-31"), renewed]}
        assert days("2026-11-23", insurance=held)["insurance/public_liability"] == due

    def test_one_that_nobody_ever_saw_has_no_day(self) -> None:
        assert "insurance/public_liability" not in days(None, insurance={"held": [an_insurance(evidence=None)]})

    @pytest.mark.parametrize(
        ("evidence", "due"), [(SEEN_IN_NOVEMBER, "2027-11-02"), (None, "2026-09-01")], ids=["seen", "never seen"]
    )
    def test_training_that_nobody_has_seen_settles_nothing(self, evidence: Data | None, due: str) -> None:
        before = {"completed": "2025-09-01", "evidence": {**SEEN, "on": "2025-09-03"}}
        last = {"completed": "2026-11-02", "evidence": evidence}
        found = days("2026-11-23", safeguarding=safeguarding(staff_training=[before, last]))
        assert found["safeguarding/staff_training"] == due

    def test_what_a_waiver_answers_falls_due_with_the_waiver(self) -> None:
        old = [{"item": "fire_drill", "done": "2026-05-11", "evidence": SEEN}, *every_safety_item()]
        assert "safety/fire_drill" in days(None, health_and_safety=old)
        waiver = a_waiver("safety-item-overdue", check="safety/fire_drill")
        assert "safety/fire_drill" not in days(None, waiver, health_and_safety=old)

    def test_an_item_of_a_site_and_one_recorded_twice_have_names_of_their_own(self) -> None:
        drill = {"item": "fire_drill", "done": "2026-09-11", "evidence": {**SEEN, "on": "2026-09-12"}}
        licence = {"item": "gas_safety", "expires": "2027-01-31", "evidence": SEEN, "site": "barn"}
        found = days(
            None,
            health_and_safety=[
                drill,
                {**drill, "done": "2026-10-01", "evidence": {**SEEN, "on": "2026-10-02"}},
                licence,
                *every_safety_item(),
            ],
        )
        assert {key: due for key, due in found.items() if "drill" in key or "gas" in key} == {
            "safety/fire_drill": "2027-01-11",
            "safety/fire_drill/2": "2027-02-01",
            "safety/gas_safety/barn": "2027-01-31",
        }

    @pytest.mark.parametrize(
        ("listing", "placed", "is_due"),
        [
            pytest.param("listed", False, True, id="listed"),
            pytest.param("suspended", False, True, id="suspended"),
            pytest.param("removed", False, False, id="removed"),
            pytest.param("applied", False, False, id="applied"),
            pytest.param("removed", True, True, id="removed, and a pupil is there"),
        ],
    )
    def test_of_providers_that_pupils_are_or_may_be_placed_with(
        self, listing: str, *, placed: bool, is_due: bool
    ) -> None:
        pupils = [a_placement()] if placed else []
        assert bool(days(None, *pupils, listing=[a_listing(listing)])) is is_due

    def test_a_check_that_does_not_apply_has_no_day(self) -> None:
        lines = provider_check(in_order_provider(), situation(ON, in_order_provider(), a_visit())).lines
        assert all(not line.due for line in lines if line.state is State.NOT_APPLICABLE)


class TestTheRegister:
    """Declarations of pupils, and conclusions that are relied on to a day (QF-10, QF-20)."""

    def test_pupils_are_declared_again(self) -> None:
        found = duties(None)["headcount"]
        assert (str(found.due), found.owes, found.ask) == ("2027-01-14", "provider", "the provider")
        contact = [{"role": "head of provision"}]
        assert duties(None, contacts=contact)["headcount"].ask == "head of provision"

    def test_not_by_a_registered_school_nor_where_none_were_declared(self) -> None:
        school = {"register_checks": [on_the_register(on="2026-09-07")]}
        assert "headcount" not in days(None, registration=school)
        assert "headcount" not in days(None, headcounts=None)

    def test_nor_before_any_cycle_was_known(self) -> None:
        old = a_provider(listing=[a_listing(on="2012-01-09")], headcounts=[a_headcount(on="2013-01-09")])
        assert [each.key for each in provider_duties(situation("2013-11-03", old))] == []

    @pytest.mark.parametrize(("on", "due"), [("2026-09-30", None), ("2026-11-03", "2027-07-31")])
    def test_a_conclusion_is_relied_on_to_its_last_day(self, on: str, due: str | None) -> None:
        concluded = {"register_checks": [a_register_check()], "reviews": [a_review()]}
        assert days(on, registration=concluded).get("registration/conclusion") == due

    def test_without_a_registration_there_is_none(self) -> None:
        assert "registration/conclusion" not in days(None, registration=None)
        assert "registration/conclusion" not in days(None, registration=looked_up())


class TestTheList:
    """An exceptional use or a suspension with an end (QF-41, QF-59)."""

    @pytest.mark.parametrize(
        ("status", "on", "told"),
        [
            pytest.param(
                "exceptional", "2027-01-31", ("Decision on what follows the exceptional use", "QF-41"), id="exceptional"
            ),
            pytest.param("suspended", "2026-11-03", ("Decision on what follows on the list", "QF-59"), id="suspended"),
            pytest.param("suspended", "2027-02-01", None, id="ended: the decision before holds again"),
        ],
    )
    def test_is_decided_on_by_its_last_day(self, status: str, on: str, told: tuple[str, str] | None) -> None:
        found = duties(on, listing=[a_listing(), a_listing(status, on="2026-10-01", until="2027-01-31")])
        said = found.get("listing/until")
        assert ((said.title, said.clause) if said else None) == told
        assert sum("exceptional" in key for key in found) == 0

    @pytest.mark.parametrize(
        ("on", "pupils", "overdue"),
        [
            pytest.param("2026-10-31", True, False, id="on its last day"),
            pytest.param("2026-11-01", True, True, id="the day after"),
            pytest.param("2027-03-01", True, True, id="months after"),
            pytest.param("2026-11-01", False, None, id="nobody is placed any more"),
        ],
    )
    def test_stays_due_past_the_end_while_pupils_are_placed(self, on: str, pupils: bool, overdue: bool | None) -> None:
        used = a_listing("exceptional", on="2026-09-01", until="2026-10-31", limited_to="PL-00001")
        placed = [a_placement()] if pupils else []
        register: Data = {"register_checks": [a_register_check()]}
        said = duties(on, *placed, listing=[used], registration=register).get("listing/until")
        assert (said and said.state is DutyState.OVERDUE) == overdue

    def test_keeps_the_end_of_the_use_under_a_suspension_and_beside_an_application(self) -> None:
        used = a_listing("exceptional", on="2026-09-01", until="2027-01-31", limited_to="PL-00001")
        stopped = a_listing("suspended", on="2026-10-12", until="2026-12-18")
        found = days("2026-11-03", listing=[used, a_listing("applied", on="2026-10-01"), stopped])
        assert (found["listing/until"], found["listing/suspension"]) == ("2027-01-31", "2026-12-18")

    def test_of_one_without_an_end_there_is_nothing_to_decide(self) -> None:
        assert "listing/until" not in days(None)


class TestTheMoney:
    """Accounts, and value for money (QF-43)."""

    FINANCE: ClassVar[Data] = {
        "accounts_due": "2027-01-31",
        "reviews": [
            {"on": "2026-02-02", "by": "officer", "value_for_money": "good", "sustainable": "fair", "reason": "fair"}
        ],
    }

    @pytest.mark.parametrize(
        ("listing", "finance", "due"),
        [
            pytest.param("listed", FINANCE, ["2027-01-31", "2027-02-02"], id="both"),
            pytest.param("listed", {}, [], id="neither"),
            pytest.param("listed", None, [], id="nothing recorded"),
            pytest.param("exceptional", FINANCE, [], id="not on the list"),
        ],
    )
    def test_of_a_listed_provider(self, listing: str, finance: Data | None, due: list[str]) -> None:
        found = days(None, listing=[a_listing(listing)], finance=finance)
        assert [day for key, day in found.items() if key.startswith("finance/")] == due


class TestQualifications:
    """An awarding body's approval of the centre has an end (QF-02)."""

    @pytest.mark.parametrize(
        ("ends", "due"),
        [
            pytest.param([None], {}, id="no end known"),
            pytest.param(["2027-01-31"], {"qualification/1": "2027-01-31"}, id="an end"),
            pytest.param(["2026-08-31", "2027-08-31"], {"qualification/1": "2027-08-31"}, id="renewed"),
            pytest.param(["2026-08-31", None], {}, id="renewed without an end"),
        ],
    )
    def test_the_last_approval_counts(self, ends: list[str | None], due: Data) -> None:
        offered = [a_qualification(centre_approval_ends=end) for end in ends]
        found = days(None, offer=an_offer(qualifications=offered))
        assert {key: day for key, day in found.items() if key.startswith("qualification/")} == due

    def test_each_has_its_own(self) -> None:
        offered = [
            a_qualification(centre_approval_ends="2027-01-31"),
            a_qualification(title="Award in Boats", centre_approval_ends="2026-12-31"),
        ]
        found = duties(None, offer=an_offer(qualifications=offered))["qualification/2"]
        assert (found.title, found.says) == ("Approval of the centre for Award in Boats", "by Harbour Awards")


class TestSafeguarding:
    """Who leads, and which edition staff have read (QF-21, QF-25)."""

    @pytest.mark.parametrize(
        ("leads", "due"),
        [
            pytest.param([a_lead()], None, id="who stays"),
            pytest.param([a_lead(ends="2026-12-31")], "2026-12-31", id="who leaves"),
            pytest.param([a_lead(ends="2026-12-31"), a_lead(starts="2027-01-01")], None, id="who is followed"),
            pytest.param([a_lead(role="deputy", ends="2026-12-31")], None, id="a deputy who leaves"),
            pytest.param([a_lead(starts="2026-11-04", ends="2026-12-31")], None, id="who is to come"),
            pytest.param([], None, id="nobody"),
        ],
    )
    def test_a_lead_is_followed_by_another(self, leads: list[Data], due: str | None) -> None:
        assert days(None, safeguarding=safeguarding(leads=leads)).get("safeguarding/lead/ends") == due

    @pytest.mark.parametrize(
        ("read", "on", "due", "says"),
        [
            pytest.param(
                ["2026"],
                "2026-11-03",
                "2027-09-01",
                "staff have last read the 2026 edition; a new one is expected on 1 September 2027",
                id="the one in force",
            ),
            pytest.param(
                ["2025"], "2026-08-31", "2026-09-01",
                "staff have last read the 2025 edition; a new one is expected on 1 September 2026",
                id="the day before the next",
            ),
            pytest.param(["2025"], "2026-09-01", "2026-09-01", "staff have last read the 2025 edition", id="its day"),
            pytest.param(["2025"], "2026-11-03", "2026-09-01", "staff have last read the 2025 edition", id="overdue"),
            pytest.param(
                ["2026"], "2027-09-01", "None",
                "staff have last read the 2026 edition; whether a newer one has come out since is not known",
                id="a newer one may be out",
            ),
            pytest.param(
                ["2026", "2025"], "2026-11-03", "2027-09-01",
                "staff have last read the 2026 edition; a new one is expected on 1 September 2027",
                id="the newest counts",
            ),
        ],
    )  # fmt: skip
    def test_part_one_is_read_again_each_september(self, read: list[str], on: str, due: str, says: str) -> None:
        each = [{"edition": edition, "completed": "2026-08-20"} for edition in read]
        found = duties(on, safeguarding=safeguarding(part_one_read=each))["safeguarding/part_one"]
        assert (str(found.due), found.says) == (due, says)
        assert (found.state == "cannot_tell") is (due == "None")

    @pytest.mark.parametrize(
        ("read", "on"),
        [
            pytest.param([], "2026-11-03", id="none: the check asks for it"),
            pytest.param([{"edition": "2026", "completed": "2026-11-04"}], "2026-11-03", id="tomorrow"),
            pytest.param(
                [{"edition": "2027", "completed": "2027-09-04"}], "2027-11-03", id="a newer one than is known"
            ),
            pytest.param([{"edition": "2021", "completed": "2020-09-04"}], "2021-08-31", id="before the first known"),
        ],
    )
    def test_without_one_there_is_no_day(self, read: list[Data], on: str) -> None:
        assert "safeguarding/part_one" not in days(on, safeguarding=safeguarding(part_one_read=read))

    def test_of_a_provider_without_any_safeguarding_recorded_neither_is_known(self) -> None:
        assert not any(key.startswith("safeguarding") for key in days(None, safeguarding=None))

    def test_an_edition_the_council_records_is_known(self) -> None:
        council = an_authority(editions={"kcsie": {"2027": {"in_force_from": "2027-09-01", "reason": "it came out"}}})
        found = duties("2027-09-20", council)["safeguarding/part_one"]
        assert (str(found.due), found.state) == ("2027-09-01", "overdue")
