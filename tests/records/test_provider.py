"""A provider: what its record says of it on a day, and what it may not say at once."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.records.provider import latest
from tests.builders import (
    ON,
    a_headcount,
    a_lead,
    a_listing,
    a_provider,
    a_reference,
    a_register_check,
    an_offer,
    day,
    due_diligence,
    on_the_register,
    safeguarding,
)
from tests.records.refusing import contradiction, refusals

BARN = {"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01"}


def test_sites_have_keys_of_their_own() -> None:
    assert contradiction(a_provider, sites=[BARN, BARN]) == "two sites have the key barn: give each its own"
    found = a_provider(sites=[BARN, {**BARN, "key": "yard"}])
    assert (found.site("yard"), found.site("shed")) == (found.sites[1], None)


def test_breaks_add_to_the_hours_of_the_week_it_offers() -> None:
    week = {"days": ["mon"], "hours_with_breaks": "6", "hours_without_breaks": "6.5"}
    said = contradiction(a_provider, offer=an_offer(week=week))
    assert said == "hours_without_breaks is more than hours_with_breaks: breaks only add to the hours"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param(
            {"opens": "15:00", "closes": "09:30"}, "it closes at 09:30, no later than it opens at 15:00", id="backwards"
        ),
        pytest.param(
            {"opens": "09:30", "closes": "09:30"},
            "it closes at 09:30, no later than it opens at 09:30",
            id="no-day-at-all",
        ),
        pytest.param({"days": ["mon", "fri", "mon"]}, "mon stands twice: keep it once", id="a-day-twice"),
    ],
)
def test_the_week_it_offers_is_one_there_can_be(changes: dict[str, Any], said: str) -> None:
    week = {"days": ["mon", "fri"], "hours_with_breaks": "12", **changes}
    assert contradiction(a_provider, offer=an_offer(week=week)) == said


def test_a_year_has_no_more_than_53_weeks() -> None:
    week = {"days": ["mon"], "hours_with_breaks": "5.5", "opens": "09:30", "closes": "15:00"}
    ((_, kind, said),) = refusals(a_provider, offer=an_offer(week={**week, "weeks_a_year": "54"}))
    assert (kind, said) == ("out-of-range", "a year has no more than 53 weeks, not 54")
    assert a_provider(offer=an_offer(week={**week, "weeks_a_year": "53"})).offer.week.weeks_a_year == 53


def test_a_conclusion_about_registration_is_relied_on_after_it_is_reached() -> None:
    review = {"on": "2026-10-01", "by": "designated officer", "conclusion": "not_required", "reason": "few hours"}
    said = contradiction(a_provider, registration={"reviews": [{**review, "until": "2026-09-30"}]})
    assert said == "it is relied on until 2026-09-30, before it was reached on 2026-10-01"
    assert a_provider(registration={"reviews": [{**review, "until": "2026-10-01"}]}).registration


def test_the_listing_stands_in_order() -> None:
    events = [a_listing(), a_listing("applied", on="2025-08-31")]
    assert contradiction(a_provider, listing=events) == "the listing is not in order: put the oldest decision first"


def test_a_decision_about_the_list_ends_after_it_takes_effect() -> None:
    said = contradiction(a_provider, listing=[a_listing(until="2025-08-31")])
    assert said == "it holds until 2025-08-31, before the 2025-09-01 it takes effect"


@pytest.mark.parametrize("status", ["removed", "declined"])
def test_a_provider_comes_back_by_a_decision_of_its_own(status: str) -> None:
    said = contradiction(a_provider, listing=[a_listing(status, until="2026-08-31")])
    assert said == f"{status} has no end: a provider comes back by a decision of its own"


@pytest.mark.parametrize("status", ["new_placements_suspended", "suspended", "exceptional"])
def test_other_decisions_about_the_list_may_end(status: str) -> None:
    (event,) = a_provider(listing=[a_listing(status, until="2026-08-31")]).listing
    assert str(event.until) == "2026-08-31"


@pytest.mark.parametrize(
    ("on", "status"),
    [
        pytest.param("2025-05-31", None, id="before-it-applied"),
        pytest.param("2025-06-01", "applied", id="applied"),
        pytest.param("2025-09-01", "listed", id="listed"),
        pytest.param("2026-01-10", "suspended", id="suspended"),
        pytest.param("2026-02-10", "suspended", id="suspended-to-the-last-day"),
        pytest.param("2026-02-11", "listed", id="listed-again"),
        pytest.param("2026-07-01", "removed", id="removed"),
    ],
)
def test_the_decision_that_holds_on_the_day_is_the_last_that_has_not_ended(on: str, status: str | None) -> None:
    events = [
        a_listing("applied", on="2025-06-01"),
        a_listing("listed", on="2025-09-01"),
        a_listing("suspended", on="2026-01-10", until="2026-02-10"),
        a_listing("removed", on="2026-07-01"),
    ]
    event = a_provider(listing=events).listed_as(day(on))
    assert (event.status if event else None) == status


@pytest.mark.parametrize(
    ("status", "listed"),
    [
        ("listed", True),
        ("new_placements_suspended", True),
        ("suspended", True),
        ("applied", False),
        ("due_diligence", False),
        ("exceptional", False),
        ("removed", False),
        ("declined", False),
    ],
)
def test_a_suspended_provider_is_still_on_the_list(status: str, listed: bool) -> None:
    assert a_provider(listing=[a_listing(status)]).is_listed(ON) is listed


def test_a_provider_without_decisions_is_not_on_the_list() -> None:
    assert not a_provider().is_listed(ON)


def test_of_two_entries_of_one_day_the_later_written_counts() -> None:
    checks = [a_register_check(), on_the_register(on="2026-09-07")]
    found = a_provider(registration={"register_checks": checks}).register_check(ON)
    assert found is not None
    assert found.found


def test_the_latest_entry_is_that_of_the_latest_day_whatever_the_order() -> None:
    provider = a_provider(headcounts=[a_headcount(on="2026-10-01"), a_headcount(on="2026-09-01")])
    assert provider.headcount(ON) is provider.headcounts[0]
    assert provider.headcount(day("2026-08-31")) is None
    assert latest((), ON) is None
    assert a_provider().register_check(ON) is None


def test_leads_are_those_who_hold_the_role_on_the_day() -> None:
    leads = [a_lead(ends="2026-11-02"), a_lead(starts="2026-11-03"), a_lead(role="deputy")]
    found = a_provider(safeguarding=safeguarding(leads=leads)).leads(ON)
    assert [lead.role.value for lead in found] == ["designated_safeguarding_lead", "deputy"]
    assert a_provider().leads(ON) == ()


@pytest.mark.parametrize("part", ["processes", "insurances", "systems"])
def test_due_diligence_is_adequate_when_all_three_parts_are(part: str) -> None:
    assert a_provider(due_diligence=[due_diligence()]).due_diligence[0].adequate
    assert not a_provider(due_diligence=[due_diligence(**{part: "no"})]).due_diligence[0].adequate


@pytest.mark.parametrize(
    ("check", "message"),
    [
        pytest.param(
            {"found": "yes", "status": "1"},
            "found on the register, so say its establishment_type and status",
            id="found-without-type",
        ),
        pytest.param(
            {"found": "yes", "establishment_type": "11"},
            "found on the register, so say its establishment_type and status",
            id="found-without-status",
        ),
        *(
            pytest.param({name: value}, f"not found on the register, so it has no {name} there", id=f"{name}-not-found")
            for name, value in {
                "status": "1",
                "establishment_type": "11",
                "urn": "123456",
                "establishment_number": "999/6001",
                "ages": {"youngest": "11", "oldest": "16"},
                "capacity": "20",
                "sites": ["barn"],
            }.items()
        ),
    ],
)
def test_a_look_at_the_register_says_what_it_found(check: dict[str, Any], message: str) -> None:
    registration = {"register_checks": [a_register_check(**check)]}
    assert contradiction(a_provider, registration=registration) == message


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        pytest.param({"full_time": "11"}, "more full-time pupils than pupils of compulsory school age", id="full-time"),
        pytest.param(
            {"full_time": "1", "full_time_with_ehc_plan": "2"},
            "full_time_with_ehc_plan is more than full_time, of which it is a part",
            id="plans",
        ),
        pytest.param(
            {"full_time_looked_after": "1"},
            "full_time_looked_after is more than full_time, of which it is a part",
            id="care",
        ),
        pytest.param(
            {"full_time": "1", "full_time_with_special_needs": "2"},
            "full_time_with_special_needs is more than full_time, of which it is a part",
            id="needs",
        ),
        pytest.param(
            {"main_education_here": "11"},
            "main_education_here is more than compulsory_school_age, of which it is a part",
            id="main-education",
        ),
    ],
)
def test_a_declaration_holds_no_part_larger_than_its_whole(declared: dict[str, Any], message: str) -> None:
    assert contradiction(a_provider, headcounts=[a_headcount(**declared)]) == message


def test_a_look_at_the_central_record_says_what_is_missing() -> None:
    look = {"on": "2026-09-07", "by": "officer", "complete": "no"}
    assert contradiction(a_provider, central_record=[look]) == "it is not complete, so say what is missing"
    assert not a_provider(central_record=[{**look, "missing": "a reference"}]).central_record[0].complete


@pytest.mark.parametrize(
    ("look", "message"),
    [
        pytest.param(
            {"missing": "overseas checks"}, "it cannot be complete while this is missing: overseas checks", id="missing"
        ),
        pytest.param(
            {"sampled": "0"},
            "it cannot be found complete where nobody's entries were looked at (sampled: 0)",
            id="nobody-looked-at",
        ),
    ],
)
def test_a_look_at_the_central_record_finds_it_complete_or_does_not(look: dict[str, str], message: str) -> None:
    complete = {"on": "2026-09-07", "by": "officer", "complete": "yes"}
    assert contradiction(a_provider, central_record=[{**complete, **look}]) == message
    incomplete = {**complete, "complete": "no", "missing": "overseas checks", **look}
    found = a_provider(central_record=[incomplete, {**complete, "sampled": "1"}]).central_record
    assert [each.complete for each in found] == [False, True]


@pytest.mark.parametrize("employs", ["yes", "no", None])
def test_who_employs_staff_does_not_employ_nobody(employs: str | None) -> None:
    identity = {"legal_form": "sole_trader", **({"employs_staff": employs} if employs else {})}
    nobody = {"no_employees": {"reason": "the owner works alone", "on": "2026-09-07", "by": "officer"}}
    assert a_provider(identity=identity, insurance={}).insurance is not None
    if employs == "yes":
        said = "it employs staff (employs_staff), so it is not so that nobody is employed (no_employees)"
        assert contradiction(a_provider, identity=identity, insurance=nobody) == said
    else:
        assert a_provider(identity=identity, insurance=nobody).identity.employs_staff is not True


def test_a_reference_says_who_read_it_and_may_be_provable() -> None:
    fingerprint = "0123456789abcdef" * 4
    plain, whole = a_provider(
        references=[a_reference(), a_reference(seen_by="head of inclusion", sha256=fingerprint)]
    ).references
    assert (plain.seen_by, plain.sha256) == (None, None)
    assert (whole.seen_by, whole.sha256) == ("head of inclusion", fingerprint)


def test_a_fingerprint_of_a_reference_that_is_none_is_refused() -> None:
    ((at, kind, _),) = refusals(a_provider, references=[a_reference(sha256="0123")])
    assert (at, kind) == (("references", 0, "sha256"), "bad-identifier")


def test_only_an_exceptional_use_is_required_by_somebody() -> None:
    named = {"by": "tribunal", "on": "2026-08-03", "reference": "order 1"}
    said = contradiction(a_provider, listing=[a_listing("listed", named_by=named)])
    assert said == "only an exceptional use is required by somebody, and this is listed"
    assert a_provider(listing=[a_listing("exceptional", named_by=named)]).listing[0].named_by is not None


def test_a_checklist_is_gone_through_before_due_diligence_is_finished() -> None:
    look = {"found": "yes", "on": "2025-08-21", "by": "officer"}
    said = contradiction(a_provider, due_diligence=[due_diligence(checklist={"premises_seen": look})])
    assert said == "it was looked at on 2025-08-21, after the due diligence was finished on 2025-08-20"
    look["on"] = "2025-08-20"
    assert a_provider(due_diligence=[due_diligence(checklist={"premises_seen": look})]).due_diligence[0].checklist


def test_a_published_contact_can_be_reached() -> None:
    said = contradiction(a_provider, directory={"publish": "yes", "contact": {"role": "enquiries"}})
    assert said == "nobody can be reached by it: give an e-mail address or a telephone number"
