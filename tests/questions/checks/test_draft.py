"""What one more placement would change at a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.draft import DraftCheck, check_with_draft
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.verdict import Verdict, provider_check
from tests.builders import (
    ON,
    SEEN,
    a_headcount,
    a_listing,
    a_package,
    a_placement,
    a_register_check,
    a_visit,
    a_week,
    an_authority,
    an_insurance,
    full_time,
    in_order_provider,
    line_of,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
FOUR = {"headcounts": [a_headcount(full_time="4")]}


def place(
    *records: Record,
    hours: str = "12",
    draft: dict[str, Any] | None = None,
    on: str = ON.isoformat(),
    recorded: bool = False,
    **provider: Any,
) -> DraftCheck:
    asked = in_order_provider(**provider)
    new = a_placement(99, hours, **{"starts": "2026-11-09", **(draft or {})})
    return check_with_draft(asked, new, situation(on, asked, a_visit(), *records), recorded=recorded)


def line(key: str, *records: Record, **more: Any) -> Line:
    return line_of(f"placing/{key}", list(place(*records, **more).after.lines))


def registered(**changes: Any) -> dict[str, Any]:
    return {"register_checks": [on_the_register(**changes)]}


def test_a_placement_that_fits_leaves_the_provider_clear() -> None:
    found = place()
    assert (found.before.verdict, found.after.verdict) == (Verdict.CLEAR, Verdict.CLEAR)
    added = [each for each in found.after.lines if each not in found.before.lines]
    assert [each.key for each in added] == [
        "registration/requirement",
        "placing/registration",
        "placing/ages",
        "placing/capacity",
        "placing/hours",
    ]
    assert {(each.state, each.effect) for each in added} == {(State.MET, NONE)}
    assert {each.group for each in added[1:]} == {"This placement"}
    assert {each.clause for each in added[2:]} == {"QF-02"}


TO_THE_SIXTH: dict[str, Any] = {
    "insurance": {
        "held": [
            an_insurance(kind, ends="2026-11-06")
            for kind in ("public_liability", "professional_indemnity", "employers_liability")
        ]
    }
}


class TestTheFirstDay:
    """Everything is asked of the draft's first day, or of the day of the question where that is later."""

    @pytest.mark.parametrize(
        ("starts", "asked_on", "state"),
        [
            pytest.param("2026-10-05", "2026-11-03", State.DUE_SOON, id="begun"),
            pytest.param("2026-11-03", "2026-11-03", State.DUE_SOON, id="that-day"),
            pytest.param("2026-11-06", "2026-11-06", State.DUE_SOON, id="the-insurances-last-day"),
            pytest.param("2026-11-07", "2026-11-07", State.EXPIRED, id="the-day-after"),
        ],
    )
    def test_is_the_day_of_every_check(self, starts: str, asked_on: str, state: State) -> None:
        found = place(draft={"starts": starts}, **TO_THE_SIXTH)
        assert str(found.after.requirement.on) == asked_on
        assert line_of("insurance/public_liability", list(found.after.lines)).state is state
        assert found.after.verdict is (
            Verdict.DO_NOT_PLACE if state is State.EXPIRED else Verdict.CLEAR_WITH_CONDITIONS
        )

    def test_is_that_of_the_checks_without_it_too(self) -> None:
        found = place(draft={"starts": "2026-11-07"}, **TO_THE_SIXTH)
        assert str(found.before.requirement.on) == "2026-11-07"
        assert line_of("insurance/public_liability", list(found.before.lines)).state is State.EXPIRED
        assert (found.before.verdict, found.after.verdict) == (Verdict.DO_NOT_PLACE, Verdict.DO_NOT_PLACE)

    def test_is_not_that_of_the_checks_of_today(self) -> None:
        found = place(draft={"starts": "2026-11-07"}, **TO_THE_SIXTH)
        assert (str(found.today.requirement.on), found.today.verdict) == ("2026-11-03", Verdict.CLEAR_WITH_CONDITIONS)
        assert line_of("insurance/public_liability", list(found.today.lines)).state is State.DUE_SOON

    def test_counts_the_draft_among_the_pupils(self) -> None:
        found = place(hours="20")
        requirement = line_of("registration/requirement", list(found.after.lines))
        assert "these records: 1 pupil there" in requirement.says


class TestRegistration:
    """Whether the placement tips the provider into having to register, on its first day."""

    def test_has_room_left(self) -> None:
        assert line("registration", hours="20").says == (
            "room for 3 more full-time pupils without an EHC plan who are not looked after"
        )

    @pytest.mark.parametrize(
        ("hours", "state", "effect"),
        [
            pytest.param("18", State.MET, NONE, id="eighteen-hours"),
            pytest.param("18:01", State.MISSING, STOP, id="a-minute-more"),
        ],
    )
    def test_is_tipped_by_the_fifth_full_time_pupil(self, hours: str, state: State, effect: Effect) -> None:
        found = line("registration", hours=hours, **FOUR)
        assert (found.state, found.effect) == (state, effect)
        assert (found.rule == "unregistered-full-time-provision") is (effect is STOP)
        assert found.says.startswith("it would tip the provider into having to register: ") is (effect is STOP)
        assert not found.can_be_waived

    def test_is_tipped_by_one_full_time_pupil_with_a_plan(self) -> None:
        draft = {"ehc_plans": [{"starts": "2026-11-09"}]}
        assert line("registration", hours="20", draft=draft).effect is STOP

    def test_is_tipped_by_a_plan_that_comes_later(self) -> None:
        found = line("registration", hours="20", draft={"ehc_plans": [{"starts": "2026-11-10"}]})
        assert (found.state, found.effect) == (State.MISSING, STOP)
        assert found.says.startswith("from 10 November 2026 it would tip the provider into having to register: ")
        over = [{"starts": "2026-01-01", "ends": "2026-11-08"}]
        assert line("registration", hours="20", draft={"ehc_plans": over}).effect is NONE

    def test_is_tipped_by_hours_added_to_those_the_pupil_has_here(self) -> None:
        here = a_placement(1, "10", looked_after=[{"starts": "2020-01-01"}])
        assert line("registration", here, hours="8", draft={"pupil": "P-00001"}).effect is NONE
        assert line("registration", here, hours="8:01", draft={"pupil": "P-00001"}).effect is STOP

    def test_was_needed_already(self) -> None:
        found = line("registration", *full_time(5), hours="20")
        assert found.says.startswith("the provider appears to meet the definition already: ")

    def test_counts_who_is_there_on_the_first_day(self) -> None:
        leaving = full_time(1, end={"on": "2026-11-08", "reason": "as_planned"})
        declared = {"headcounts": [a_headcount(full_time="4")]}
        assert line("registration", *leaving, hours="20", **declared).effect is NONE
        staying = full_time(1, end={"on": "2026-11-09", "reason": "as_planned"})
        assert line("registration", *staying, hours="20", **declared).effect is STOP

    def test_is_left_to_a_person(self) -> None:
        found = line("registration", headcounts=None)
        assert (found.state, found.effect, found.rule) == (State.REVIEW, CANNOT_TELL, "registration-to-be-judged")

    def test_is_there_already(self) -> None:
        found = line("registration", *full_time(5), hours="20", registration=registered())
        assert (found.state, found.says) == (State.MET, "the provider is registered, or a school that need not be")

    def test_is_there_however_old_the_look_at_the_register_will_be(self) -> None:
        """Nobody can look at the register in advance, and a registered school may give a full week."""
        draft = {
            "ehc_plans": [{"starts": "2026-01-01"}],
            "timetable": [a_week("25"), a_week("24", starts="2027-06-01")],
        }
        draft["timetable"][0]["ends"] = "2027-05-28"
        found = line("registration", draft=draft, registration=registered())
        assert (found.state, found.effect) == (State.MET, NONE)

    def test_without_a_law_has_no_basis(self) -> None:
        found = line("registration", on="2014-08-01", draft={"starts": "2014-08-04", "cohort": "1999-00"})
        assert (found.state, found.basis) == (State.REVIEW, "")


class TestAges:
    """Within the ages the provider takes, and is registered for."""

    @pytest.mark.parametrize(
        ("cohort", "state", "effect"),
        [
            pytest.param("2009-10", State.MET, NONE, id="sixteen"),
            pytest.param("2014-15", State.MET, NONE, id="eleven"),
            pytest.param("2015-16", State.REVIEW, CONDITION, id="ten"),
            pytest.param("2008-09", State.REVIEW, CONDITION, id="seventeen"),
        ],
    )
    def test_of_the_offer_ask_for_a_word(self, cohort: str, state: State, effect: Effect) -> None:
        found = line("ages", draft={"cohort": cohort})
        assert (found.state, found.effect) == (state, effect)

    @pytest.mark.parametrize(
        ("ages", "effect"),
        [
            pytest.param({"youngest": "14", "oldest": "16"}, NONE, id="inside"),
            pytest.param({"youngest": "15", "oldest": "16"}, STOP, id="too-young"),
            pytest.param({"youngest": "11", "oldest": "13"}, STOP, id="too-old"),
        ],
    )
    def test_of_the_registration_stop(self, ages: dict[str, str], effect: Effect) -> None:
        found = line("ages", registration=registered(ages=ages))
        assert (found.effect, found.rule) == (effect, "outside-registration" if effect is STOP else "")

    @pytest.mark.parametrize(
        ("third", "says", "state", "effect"),
        [
            pytest.param(
                "autumn", "16 at the start of the school year, 17 by 11 January 2027", None, None, id="certain"
            ),
            pytest.param("spring", "16 at the start of the school year", State.MET, NONE, id="not-certain"),
            pytest.param(None, "16 at the start of the school year", State.MET, NONE, id="not-recorded"),
        ],
    )
    def test_are_passed_where_the_pupil_is_certainly_older_on_the_first_day(
        self, third: str | None, says: str, state: State | None, effect: Effect | None
    ) -> None:
        draft = {"cohort": "2009-10", "birth_third": third, "starts": "2027-01-11"}
        offered = line("ages", draft=draft)
        assert (offered.state, offered.effect) == (state or State.REVIEW, effect or CONDITION)
        assert offered.says == f"{says}; it takes 11 to 16"
        held = line("ages", draft=draft, registration=registered(ages={"youngest": "11", "oldest": "16"}))
        assert (held.state, held.effect) == (state or State.MISSING, effect or STOP)
        assert held.says.startswith(says)

    def test_that_are_not_passed_need_no_word_on_the_birthday(self) -> None:
        draft = {"cohort": "2010-11", "birth_third": "autumn", "starts": "2027-01-11"}
        assert line("ages", draft=draft).says == "15 at the start of the school year; it takes 11 to 16"

    def test_of_a_provider_that_is_not_found_are_those_of_the_offer(self) -> None:
        assert line("ages", registration={"register_checks": [a_register_check()]}).effect is NONE


class TestCapacity:
    """A place is free, counting the pupils of other commissioners."""

    offer = in_order_provider().offer.model_dump(mode="python") | {"places": "11"}

    @pytest.mark.parametrize(
        ("declared", "effect"),
        [
            pytest.param([a_headcount(compulsory_school_age="10")], NONE, id="the-last-place"),
            pytest.param([a_headcount(compulsory_school_age="11")], CONDITION, id="one-too-many"),
            pytest.param([a_headcount(compulsory_school_age="10", other_ages="1")], CONDITION, id="of-any-age"),
        ],
    )
    def test_is_the_places_of_the_offer(self, declared: list[dict[str, Any]], effect: Effect) -> None:
        assert line("capacity", headcounts=declared, offer=self.offer).effect is effect

    def test_counts_a_pupil_once(self) -> None:
        found = line("capacity", a_placement(1), draft={"pupil": "P-00001"}, headcounts=None)
        assert found.says == "1 pupil with this one; 12 places"

    @pytest.mark.parametrize(
        ("capacity", "effect"), [pytest.param("3", NONE, id="inside"), pytest.param("2", STOP, id="outside")]
    )
    def test_is_the_number_registered_for(self, capacity: str, effect: Effect) -> None:
        found = line(
            "capacity", a_placement(1), a_placement(2), headcounts=None, registration=registered(capacity=capacity)
        )
        assert (found.effect, found.rule) == (effect, "outside-registration" if effect is STOP else "")

    def test_of_a_provider_that_is_not_found_is_that_of_the_offer(self) -> None:
        checks = {"register_checks": [a_register_check()]}
        assert line("capacity", a_placement(1), registration=checks, headcounts=None).effect is NONE


class TestHours:
    """Within the hours and days the provider offers."""

    @pytest.mark.parametrize(
        ("week", "state", "effect", "says"),
        [
            pytest.param(
                a_week("24", starts="2026-11-09"), State.MET, NONE, "24 hours a week; it offers 24", id="as-offered"
            ),
            pytest.param(
                a_week("24.5", starts="2026-11-09"),
                State.REVIEW,
                CONDITION,
                "24.5 hours a week; it offers 24",
                id="more-hours",
            ),
            pytest.param(
                a_week("12", starts="2026-11-09", days=["mon", "fri", "sat"]),
                State.REVIEW,
                CONDITION,
                "12 hours a week; it offers 24; closed on fri, sat",
                id="closed-days",
            ),
            pytest.param(
                a_week("12", starts="2026-11-09", days=["mon"]),
                State.MET,
                NONE,
                "12 hours a week; it offers 24",
                id="open-days",
            ),
            pytest.param(
                a_week("12", starts="2026-11-10"),
                State.NOT_RECORDED,
                CANNOT_TELL,
                "no timetable on its first day",
                id="no-timetable",
            ),
        ],
    )
    def test_are_those_of_the_first_day(self, week: dict[str, Any], state: State, effect: Effect, says: str) -> None:
        found = line("hours", draft={"timetable": [week]})
        assert (found.state, found.effect, found.says) == (state, effect, says)

    @pytest.mark.parametrize(
        ("later", "end", "says"),
        [
            pytest.param(
                a_week("25", starts="2027-01-11"),
                None,
                "from 11 January 2027: 25 hours a week; it offers 24",
                id="more-hours-later",
            ),
            pytest.param(
                a_week("12", starts="2027-01-11", days=["fri"]),
                None,
                "from 11 January 2027: 12 hours a week; it offers 24; closed on fri",
                id="a-closed-day-later",
            ),
            pytest.param(
                a_week("25", starts="2027-01-11"),
                "2027-01-11",
                "from 11 January 2027: 25 hours a week; it offers 24",
                id="on-its-last-day",
            ),
            pytest.param(a_week("25", starts="2027-01-11"), "2027-01-10", "", id="after-its-end"),
            pytest.param(a_week("24", starts="2027-01-11", days=["thu"]), None, "", id="as-offered-later"),
        ],
    )
    def test_of_every_later_week_count(self, later: dict[str, Any], end: str | None, says: str) -> None:
        weeks = [later, a_week("12", starts="2026-11-09", ends="2027-01-08")]
        found = line("hours", draft={"timetable": weeks, "expected_end": end})
        if says:
            assert (found.state, found.effect, found.says) == (State.REVIEW, CONDITION, says)
            assert found.remedy == "Agree hours and days it offers."
        else:
            assert (found.state, found.effect, found.says) == (State.MET, NONE, "12 hours a week; it offers 24")

    def test_each_week_beyond_the_offer_is_said(self) -> None:
        weeks = [a_week("30", starts="2026-11-09", ends="2027-01-08"), a_week("25", starts="2027-01-11")]
        assert line("hours", draft={"timetable": weeks}).says == (
            "30 hours a week; it offers 24; from 11 January 2027: 25 hours a week; it offers 24"
        )

    def test_are_those_of_the_day_asked_about_once_it_has_started(self) -> None:
        weeks = [a_week("12", starts="2026-10-05", ends="2026-11-02"), a_week("30", starts="2026-11-03")]
        assert line("hours", draft={"starts": "2026-10-05", "timetable": weeks}).effect is CONDITION


class TestSite:
    """At a site that is known, and open, and on the registration."""

    sites = (
        {"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01"},
        {"key": "yard", "name": "The Yard", "use": "workshop", "starts": "2020-09-01", "ends": "2026-11-08"},
    )

    def test_is_not_asked_of_a_draft_that_names_none(self) -> None:
        assert "placing/site" not in {each.key for each in place().after.lines}

    @pytest.mark.parametrize(
        ("site", "state", "effect", "rule", "says"),
        [
            pytest.param("barn", State.MET, NONE, "", "The Barn", id="known"),
            pytest.param(
                "shed", State.MISSING, STOP, "unknown-site", "shed is not among its sites: barn, yard", id="unknown"
            ),
            pytest.param(
                "yard", State.MISSING, STOP, "unknown-site", "yard is not among its sites: barn, yard", id="closed"
            ),
        ],
    )
    def test_is_one_of_the_providers(self, site: str, state: State, effect: Effect, rule: str, says: str) -> None:
        found = line("site", draft={"site": site}, sites=self.sites)
        assert (found.state, found.effect, found.rule, found.says) == (state, effect, rule, says)

    def test_is_the_timetables_own_where_it_has_one(self) -> None:
        week = {"starts": "2026-11-09", "hours_with_breaks": "12", "daytime": "yes", "site": "shed"}
        found = line("site", draft={"site": "barn", "timetable": [week]}, sites=self.sites)
        assert (found.effect, found.says) == (STOP, "shed is not among its sites: barn, yard")

    def test_is_not_on_a_registration_that_holds_none(self) -> None:
        found = line("site", draft={"site": "barn"}, sites=self.sites, registration=registered(sites=[]))
        assert (found.effect, found.rule) == (CONDITION, "outside-registration")

    def test_of_a_provider_that_is_not_found_is_on_no_registration(self) -> None:
        check = {"register_checks": [a_register_check()]}
        assert line("site", draft={"site": "barn"}, sites=self.sites, registration=check).effect is NONE

    @pytest.mark.parametrize(
        ("on_it", "effect"),
        [pytest.param(["barn"], NONE, id="on-it"), pytest.param(["yard"], CONDITION, id="not-on-it")],
    )
    def test_is_on_the_registration(self, on_it: list[str], effect: Effect) -> None:
        found = line("site", draft={"site": "barn"}, sites=self.sites, registration=registered(sites=on_it))
        assert (found.effect, found.rule) == (effect, "outside-registration" if effect is CONDITION else "")


class TestAnExceptionalUse:
    """Of a provider that is not listed, for the placements and the time the council decided on (QF-41)."""

    @pytest.mark.parametrize(
        ("limited_to", "draft_id", "state", "effect"),
        [
            pytest.param("PL-00099", "PL-00099", State.MET, NONE, id="the-one"),
            pytest.param("PL-00001 and PL-00099", "PL-00099", State.MET, NONE, id="one-of-two"),
            pytest.param("PL-00001", "PL-00099", State.MISSING, STOP, id="another"),
            pytest.param("PL-00001", "PL-00000", State.REVIEW, CANNOT_TELL, id="a-draft-without-an-id"),
            pytest.param("pupils named by the Tribunal", "PL-00099", State.REVIEW, CONDITION, id="in-words"),
        ],
    )
    def test_is_for_the_placements_it_is_limited_to(
        self, limited_to: str, draft_id: str, state: State, effect: Effect
    ) -> None:
        event = a_listing("exceptional", limited_to=limited_to, until="2027-07-31")
        found = line("exceptional_for", draft={"id": draft_id}, listing=[event])
        assert (found.state, found.effect) == (state, effect)
        assert f"used exceptionally for {limited_to}" in found.says

    @pytest.mark.parametrize(
        ("until", "end", "outlived"),
        [
            pytest.param("2026-12-31", "2026-12-31", False, id="to-its-last-day"),
            pytest.param("2026-12-31", "2027-01-01", True, id="a-day-longer"),
            pytest.param(None, "2027-01-01", False, id="without-end"),
            pytest.param("2026-12-31", None, False, id="no-end-in-sight"),
        ],
    )
    def test_is_outlived_as_an_insurance_is(self, until: str | None, end: str | None, outlived: bool) -> None:
        event = a_listing("exceptional", limited_to="PL-00099", until=until)
        lines = place(draft={"expected_end": end}, listing=[event]).after.lines
        found = [(each.state, each.effect) for each in lines if each.key == "placing/exceptional_until"]
        assert found == ([(State.DUE_SOON, CONDITION)] if outlived else [])

    @pytest.mark.parametrize(
        "listing",
        [[], [a_listing()], [a_listing("exceptional", limited_to="PL-00099", until="2026-01-01")]],
        ids=["unlisted", "listed", "ended"],
    )
    def test_is_asked_of_no_other(self, listing: list[dict[str, Any]]) -> None:
        keys = {each.key for each in place(listing=listing).after.lines}
        assert not [key for key in keys if key.startswith("placing/exceptional")]

    def test_without_limits_is_for_nobody_until_a_person_says_so(self) -> None:
        found = line("exceptional_for", listing=[a_listing("exceptional")])
        assert (found.state, found.effect) == (State.NOT_RECORDED, CANNOT_TELL)
        assert "a person must say" in found.says


class TestAnEndThatIsNotRecorded:
    """Without an end nobody can tell what runs out before it."""

    def test_is_a_condition_of_a_placement_in_a_record(self) -> None:
        found = line("end", recorded=True)
        assert (found.state, found.effect) == (State.NOT_RECORDED, CONDITION)
        assert found.says.startswith("neither an expected nor a latest end is recorded")

    @pytest.mark.parametrize("end", [{"expected_end": "2027-01-29"}, {"maximum_end": "2027-01-29"}])
    def test_is_not_said_of_one_that_is(self, end: dict[str, str]) -> None:
        assert "placing/end" not in {each.key for each in place(draft=end, recorded=True).after.lines}

    def test_of_a_draft_of_a_few_answers_was_taken_as_said(self) -> None:
        assert "placing/end" not in {each.key for each in place().after.lines}


class TestUntilItsEnd:
    """What runs out or falls due before the placement is expected to end."""

    def keys(self, **more: Any) -> list[str]:
        return [each.key for each in place(**more).after.lines if "outlives" in each.key or "during" in each.key]

    @pytest.mark.parametrize(
        ("end", "outlived"),
        [
            pytest.param({"expected_end": "2027-03-31"}, False, id="the-insurances-last-day"),
            pytest.param({"expected_end": "2027-04-01"}, True, id="the-day-after"),
            pytest.param({"maximum_end": "2027-04-01"}, True, id="by-its-latest-end"),
            pytest.param({}, False, id="no-end-in-sight"),
        ],
    )
    def test_insurance_is_outlived(self, end: dict[str, str], outlived: bool) -> None:
        kinds = ["public_liability", "professional_indemnity", "employers_liability"]
        found = [key for key in self.keys(draft=end) if "outlives" in key]
        assert found == ([f"placing/outlives/{kind}" for kind in kinds] if outlived else [])

    def test_an_outlived_insurance_is_a_condition_with_its_day(self) -> None:
        found = line("outlives/public_liability", draft={"expected_end": "2027-07-16"})
        assert (found.state, found.effect, str(found.due)) == (State.DUE_SOON, CONDITION, "2027-03-31")
        assert found.says == "runs to 31 March 2027; the placement to 16 July 2027"

    def test_a_renewal_nobody_has_seen_does_not_carry_on(self) -> None:
        kinds = ("public_liability", "professional_indemnity", "employers_liability")
        now = [an_insurance(kind, ends="2026-12-31") for kind in kinds]
        renewed: dict[str, Any] = {"starts": "2027-01-01", "ends": "2027-12-31"}
        unseen = [an_insurance(kind, **renewed, evidence=None) for kind in kinds]
        seen = [an_insurance(kind, **renewed, evidence={**SEEN, "on": "2026-10-15"}) for kind in kinds]
        end = {"expected_end": "2027-07-16"}
        assert not any("outlives" in key for key in self.keys(draft=end, insurance={"held": now + seen}))
        found = [key for key in self.keys(draft=end, insurance={"held": now + unseen}) if "outlives" in key]
        assert found == [f"placing/outlives/{kind}" for kind in kinds]

    def test_an_insurance_the_council_asks_for_is_outlived_too(self) -> None:
        asked_for = an_authority(insurances={"motor": {"title": "Motor insurance", "reason": "outings"}})
        held = [an_insurance("motor", ends="2027-05-31")]
        found = line("outlives/motor", asked_for, draft={"expected_end": "2027-07-16"}, insurance={"held": held})
        assert (found.title, str(found.due)) == ("Motor insurance for the whole placement", "2027-05-31")

    def test_insurances_without_end_or_not_held_are_not_outlived(self) -> None:
        held = [an_insurance("public_liability", ends=None), an_insurance("employers_liability", ends=None)]
        assert not [
            key
            for key in self.keys(draft={"expected_end": "2027-07-16"}, insurance={"held": held})
            if "outlives" in key
        ]

    def test_what_else_falls_due_is_said_and_is_no_condition(self) -> None:
        found = line("due_during", draft={"expected_end": "2027-05-12"})
        assert (found.state, found.effect) == (State.MET, NONE)
        assert found.says == (
            "Registration status looked up: 7 January 2027; Visited regularly by the council: 12 March 2027; "
            "Fire risk assessment: 11 May 2027"
        )

    def test_nothing_falls_due_on_the_last_day_itself(self) -> None:
        assert "placing/due_during" not in self.keys(draft={"expected_end": "2027-01-07"})
        assert "placing/due_during" in self.keys(draft={"expected_end": "2027-01-08"})
        assert "placing/due_during" not in self.keys()


def test_a_later_timetable_with_more_hours_is_asked_too() -> None:
    weeks = [
        {"starts": "2026-11-09", "ends": "2027-01-08", "hours_with_breaks": "12", "daytime": "yes"},
        {"starts": "2027-01-11", "hours_with_breaks": "19", "daytime": "yes"},
    ]
    plan = [{"starts": "2026-01-01"}]
    found = line("registration", draft={"timetable": weeks, "ehc_plans": plan})
    assert (found.state, found.effect) == (State.MISSING, STOP)
    assert found.says.startswith("from 11 January 2027 it would tip the provider into having to register: ")


@pytest.mark.parametrize(
    ("hours", "more", "effect"),
    [
        pytest.param(("12", "12"), {}, NONE, id="none"),
        pytest.param(("19", "12"), {}, STOP, id="the-first"),
        pytest.param(("12", "19"), {}, STOP, id="the-second"),
        pytest.param(("12", "18"), {"elsewhere": []}, CANNOT_TELL, id="the-second-is-to-be-judged"),
        pytest.param(("18", "12"), {"elsewhere": []}, CANNOT_TELL, id="the-first-is-to-be-judged"),
        pytest.param(("18", "19"), {"elsewhere": []}, STOP, id="a-stop-after-what-is-to-be-judged"),
        pytest.param(("12", "19"), {"headcounts": None}, STOP, id="a-stop-before-what-cannot-be-told"),
    ],
)
def test_the_gravest_of_its_timetables_counts(hours: tuple[str, str], more: dict[str, Any], effect: Effect) -> None:
    """Where `elsewhere` is given it is the rest of the pupil's week."""
    weeks = [
        a_week(hours[0], starts="2026-11-09", ends="2026-12-18"),
        a_week(hours[1], starts="2027-01-11"),
    ]
    draft: dict[str, Any] = {"timetable": weeks, "ehc_plans": [{"starts": "2026-01-01"}]}
    if "elsewhere" in more:
        draft["package"] = {"elsewhere": more["elsewhere"]}
    provider = {name: value for name, value in more.items() if name != "elsewhere"}
    assert line("registration", draft=draft, **provider).effect is effect


def test_a_later_week_that_a_person_must_judge_is_said_with_its_day() -> None:
    weeks = [a_week("5", starts="2026-11-09", ends="2026-12-18"), a_week("18", starts="2027-01-11")]
    plan = [{"starts": "2026-01-01"}]
    found = line("registration", draft={"timetable": weeks, "ehc_plans": plan, "package": a_package("3")})
    assert (found.effect, found.rule) == (CANNOT_TELL, "registration-to-be-judged")
    assert found.says.startswith("from 11 January 2027 a person must judge: ")
    before = {"timetable": weeks, "ehc_plans": plan, "package": a_package("3"), "expected_end": "2027-01-10"}
    assert line("registration", draft=before).effect is NONE


@pytest.mark.parametrize(
    ("end", "effect"),
    [
        pytest.param({"expected_end": "2027-01-10"}, NONE, id="the-day-before"),
        pytest.param({"expected_end": "2027-01-11"}, STOP, id="that-day"),
        pytest.param({"maximum_end": "2027-01-10"}, NONE, id="by-its-latest-end"),
        pytest.param({}, STOP, id="no-end-in-sight"),
    ],
)
def test_a_day_after_its_end_does_not_count(end: dict[str, str], effect: Effect) -> None:
    later = full_time(4, starts="2027-01-11")
    assert line("registration", *later, hours="20", draft=end).effect is effect


def test_a_later_day_that_is_left_to_a_person_because_of_another_pupil_does_not_count() -> None:
    later = a_placement(1, "12", package=None, looked_after=[{"starts": "2020-01-01"}], starts="2026-11-16")
    assert line("registration", later, hours="20").effect is NONE
    judged = a_placement(1, "12", package=None, looked_after=[{"starts": "2020-01-01"}])
    found = line("registration", judged, hours="20")
    assert (found.effect, found.rule) == (CANNOT_TELL, "registration-to-be-judged")


@pytest.mark.parametrize(
    ("weeks", "effect"),
    [
        pytest.param(
            [a_week("20", starts="2026-09-14", ends="2026-11-02"), a_week("12", starts="2026-11-03")],
            NONE,
            id="from-today",
        ),
        pytest.param([a_week("12", starts="2026-09-14")], STOP, id="all-along-so-that-another-was-declared"),
    ],
)
def test_in_the_place_of_a_record_it_is_asked_about_as_that_record(weeks: list[dict[str, Any]], effect: Effect) -> None:
    plan = [{"starts": "2026-01-01"}]
    stored = full_time(1, "20", ehc_plans=plan)
    changed: dict[str, Any] = {"id": "PL-00001", "pupil": "P-00001", "starts": "2026-09-14", "ehc_plans": plan}
    declared = [a_headcount(full_time="1", full_time_with_ehc_plan="1")]
    found = place(*stored, draft={**changed, "timetable": weeks}, recorded=True, headcounts=declared)
    assert line_of("registration/requirement", list(found.before.lines)).effect is STOP
    asked = line_of("registration/requirement", list(found.after.lines))
    assert (asked.effect, "with this placement" in asked.says) == (effect, False)
    provider = in_order_provider(headcounts=declared)
    stated = a_placement(1, **{**changed, "timetable": weeks})
    recorded = provider_check(provider, situation(ON, provider, a_visit(), stated))
    assert line_of("registration/requirement", list(recorded.lines)).effect is effect


@pytest.mark.parametrize(
    ("elsewhere", "says"),
    [
        pytest.param("0", "with this placement a person must judge: ", id="to-be-judged"),
        pytest.param("20", "0 full-time pupils of compulsory school age", id="not-required"),
    ],
)
def test_what_the_provider_itself_is_with_it_is_said_to_be_with_it(elsewhere: str, says: str) -> None:
    package = {"elsewhere": [{"kind": "school", "hours": elsewhere, "starts": "2026-09-01"}]}
    found = place(hours="17", draft={"ehc_plans": [{"starts": "2026-01-01"}], "package": package})
    requirement = line_of("registration/requirement", list(found.after.lines))
    assert requirement.says.startswith(says)
    assert "Refer" not in requirement.remedy


def test_a_pupil_who_comes_later_counts_too() -> None:
    found = line(
        "registration", *full_time(1, starts="2026-11-16"), hours="20", headcounts=[a_headcount(full_time="3")]
    )
    assert (found.state, found.effect) == (State.MISSING, STOP)
    assert found.says.startswith("from 16 November 2026 it would tip the provider into having to register: ")


def test_a_day_before_the_first_does_not_count() -> None:
    gone = full_time(4, end={"on": "2026-11-08", "reason": "as_planned"})
    assert line("registration", *gone, hours="20", **FOUR).effect is NONE


def test_what_stops_on_the_first_day_is_said_of_that_day() -> None:
    found = line("registration", *full_time(1, starts="2026-11-16"), hours="20", **FOUR)
    assert found.says.startswith("it would tip the provider into having to register: ")


def test_a_timetable_that_is_over_is_not_asked() -> None:
    weeks = [a_week("19", starts="2026-09-14", ends="2026-11-02"), a_week("12", starts="2026-11-03")]
    draft = {"starts": "2026-09-14", "timetable": weeks, "ehc_plans": [{"starts": "2026-01-01"}]}
    before = [a_headcount(on="2026-09-13")]
    assert line("registration", draft=draft, headcounts=before).effect is NONE
