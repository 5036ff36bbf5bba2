"""Safeguarding: arrangements, leads and training, and the checks on staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.safeguarding import safeguarding_lines
from tests.builders import (
    ON,
    SEEN,
    a_lead,
    a_policy,
    a_provider,
    a_training,
    an_authority,
    line_of,
    safeguarding,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
EDITIONS = {"kcsie": "2026", "working_together": "2026"}


def lines(*records: Record, on: str = ON.isoformat(), **provider: Any) -> list[Line]:
    asked = a_provider(**provider)
    return list(safeguarding_lines(asked, situation(on, asked, *records)))


def line(key: str, *records: Record, on: str = ON.isoformat(), **provider: Any) -> Line:
    return line_of(key, lines(*records, on=on, **provider))


def trained(completed: str | None, **changes: Any) -> dict[str, Any]:
    return a_lead(training=[a_training(completed)] if completed else [], **changes)


def test_of_a_provider_without_any_record_nothing_can_be_told() -> None:
    found = lines()
    assert [(each.key, each.state, each.effect, each.rule) for each in found] == [
        ("safeguarding/arrangements", State.NOT_RECORDED, CANNOT_TELL, "procedure-not-recorded"),
        ("safeguarding/lead", State.NOT_RECORDED, CANNOT_TELL, "no-safeguarding-lead"),
        ("safeguarding/staff_training", State.NOT_RECORDED, CANNOT_TELL, "staff-training-overdue"),
        ("safeguarding/part_one", State.NOT_RECORDED, CANNOT_TELL, "outdated-edition"),
        ("central_record", State.NOT_RECORDED, CANNOT_TELL, "central-record-overdue"),
    ]


class TestArrangements:
    """Arrangements to safeguard and promote welfare, with regard to the guidance in force."""

    @pytest.mark.parametrize(
        ("arrangements", "state", "effect", "rule"),
        [
            pytest.param(a_policy(cites=EDITIONS), State.MET, NONE, "", id="in-order"),
            pytest.param(a_policy(), State.REVIEW, CONDITION, "outdated-edition", id="editions-not-recorded"),
            pytest.param(
                a_policy(cites={**EDITIONS, "kcsie": "2025"}), State.EXPIRED, CONDITION, "outdated-edition", id="old"
            ),
            pytest.param(
                a_policy(cites=EDITIONS, reviewed_on="2025-11-02"),
                State.EXPIRED,
                CONDITION,
                "policy-review-overdue",
                id="not-reviewed",
            ),
            pytest.param(
                {"absent": {"on": "2026-09-07", "by": "officer"}}, State.MISSING, STOP, "missing-procedure", id="absent"
            ),
        ],
    )
    def test_are_seen_reviewed_and_current(
        self, arrangements: dict[str, Any], state: State, effect: Effect, rule: str
    ) -> None:
        found = line("safeguarding/arrangements", safeguarding=safeguarding(arrangements=arrangements))
        assert (found.state, found.effect, found.rule) == (state, effect, rule)


class TestTheLead:
    """Somebody trained leads on safeguarding."""

    def found(self, *leads: dict[str, Any], on: str = ON.isoformat(), policy: Record | None = None) -> Line:
        records = [policy] if policy else []
        return line("safeguarding/lead", *records, on=on, safeguarding=safeguarding(leads=leads))

    @pytest.mark.parametrize(
        ("completed", "state", "effect", "rule"),
        [
            pytest.param("2026-01-20", State.MET, NONE, "", id="in-time"),
            pytest.param("2024-12-15", State.DUE_SOON, CONDITION, "", id="due-soon"),
            pytest.param("2024-11-03", State.DUE_SOON, CONDITION, "", id="two-years-ago-today"),
            pytest.param(
                "2024-11-02", State.EXPIRED, STOP, "safeguarding-lead-training-overdue", id="two-years-and-a-day"
            ),
            pytest.param(
                "2026-11-04", State.NOT_RECORDED, CANNOT_TELL, "safeguarding-lead-training-overdue", id="tomorrow"
            ),
            pytest.param(
                None, State.NOT_RECORDED, CANNOT_TELL, "safeguarding-lead-training-overdue", id="nothing-recorded"
            ),
        ],
    )
    def test_is_trained_every_two_years(self, completed: str | None, state: State, effect: Effect, rule: str) -> None:
        found = self.found(trained(completed))
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    def test_is_trained_as_often_as_the_council_says(self) -> None:
        policy = an_authority(cycles={"dsl_training": {"months": "12", "reason": "yearly here"}})
        found = self.found(trained("2025-11-02"), policy=policy)
        assert found.effect is STOP
        assert "every 12 months" in found.remedy
        assert found.basis.startswith("local policy: yearly here (Keeping Children Safe in Education")
        assert found.can_be_waived
        beyond_guidance = self.found(trained("2024-11-02"), policy=policy)
        assert (beyond_guidance.effect, beyond_guidance.can_be_waived) == (STOP, False)
        assert "every 24 months" in beyond_guidance.remedy

    def test_counts_the_last_training(self) -> None:
        twice = a_lead(training=[{"completed": "2026-01-20", "course": "level 3"}, {"completed": "2020-01-20"}])
        assert self.found(twice).says.startswith("level 3, completed on 20 January 2026")

    def test_whose_certificate_nobody_saw_cannot_be_told(self) -> None:
        found = self.found(a_lead(training=[{"completed": "2026-01-20", "course": "level 3"}]))
        assert (found.state, found.effect, found.rule) == (
            State.NOT_RECORDED,
            CANNOT_TELL,
            "safeguarding-lead-training-overdue",
        )
        assert found.says == "level 3, completed on 20 January 2026; no evidence is recorded"
        assert not found.can_be_waived

    @pytest.mark.parametrize(
        "evidence",
        [
            pytest.param(None, id="never"),
            pytest.param({**SEEN, "on": "2026-11-04"}, id="after-the-day"),
        ],
    )
    def test_who_is_certainly_overdue_stops_whoever_saw_what(self, evidence: Any) -> None:
        found = self.found(a_lead(training=[a_training("2024-11-02", evidence=evidence)]))
        assert (found.state, found.effect) == (State.EXPIRED, STOP)
        assert found.says == "trained, completed on 2 November 2024; was due on 2 November 2026"

    @pytest.mark.parametrize(
        ("day", "state", "effect"),
        [
            pytest.param("2026-11-03", State.MET, NONE, id="that-day"),
            pytest.param("2026-11-04", State.NOT_RECORDED, CANNOT_TELL, id="the-day-after"),
        ],
    )
    def test_is_proven_by_what_was_seen_by_the_day(self, day: str, state: State, effect: Effect) -> None:
        found = self.found(a_lead(training=[a_training("2026-01-20", evidence={**SEEN, "on": day})]))
        assert (found.state, found.effect) == (state, effect)
        assert found.says.endswith("after the day asked about") is (state is State.NOT_RECORDED)

    @pytest.mark.parametrize(
        ("day", "state", "effect"),
        [
            pytest.param("2026-01-19", State.NOT_RECORDED, CANNOT_TELL, id="the-day-before"),
            pytest.param("2026-01-20", State.MET, NONE, id="that-day"),
        ],
    )
    def test_is_not_proven_by_what_was_seen_before_the_training(self, day: str, state: State, effect: Effect) -> None:
        found = self.found(a_lead(training=[a_training("2026-01-20", evidence={**SEEN, "on": day})]))
        assert (found.state, found.effect) == (state, effect)
        said = "trained, completed on 20 January 2026; the document, seen on 19 January 2026 by commissioning officer, "
        assert (found.says == f"{said}before that day") is (state is State.NOT_RECORDED)

    def test_may_rest_on_an_earlier_certificate_that_was_seen_and_still_runs(self) -> None:
        unseen, seen_before = a_training("2026-10-01", evidence=None), a_training("2025-10-01")
        found = self.found(a_lead(training=[unseen, seen_before]))
        assert (found.state, found.says) == (State.MET, "trained, completed on 1 October 2025")
        assert str(found.due) == "2027-10-01"

    def test_rests_on_no_certificate_that_was_seen_and_has_run_out(self) -> None:
        unseen, seen_before = a_training("2026-10-01", evidence=None), a_training("2024-10-01")
        found = self.found(a_lead(training=[seen_before, unseen]))
        assert (found.state, found.effect) == (State.NOT_RECORDED, CANNOT_TELL)
        assert found.says == "trained, completed on 1 October 2026; no evidence is recorded"

    def test_may_be_two_of_whom_one_is_trained(self) -> None:
        assert self.found(trained("2020-01-20"), trained("2026-01-20")).state is State.MET
        assert self.found(trained("2020-01-20"), trained(None)).effect is CANNOT_TELL

    @pytest.mark.parametrize(
        "leads",
        [
            pytest.param([a_lead(ends="2026-11-02")], id="left-yesterday"),
            pytest.param([a_lead(starts="2026-11-04")], id="starts-tomorrow"),
            pytest.param([a_lead(role="deputy")], id="a-deputy-only"),
        ],
    )
    def test_must_hold_the_role_on_the_day(self, leads: list[dict[str, Any]]) -> None:
        found = self.found(*leads)
        assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "no-safeguarding-lead")
        assert found.says == "nobody holds the role on 3 November 2026"

    def test_that_is_not_recorded_is_not_missing(self) -> None:
        found = self.found()
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "no-safeguarding-lead")

    def test_is_asked_before_any_cycle_is_known(self) -> None:
        assert self.found(trained("2012-01-20", starts="2010-09-01"), on="2013-12-31").state is State.NOT_RECORDED


class TestDeputies:
    """Deputies are trained like the lead; one who is not asks for a condition and no more."""

    def found(self, *deputies: dict[str, Any]) -> list[Line]:
        leads = [a_lead(), *({**each, "role": "deputy"} for each in deputies)]
        return [each for each in lines(safeguarding=safeguarding(leads=leads)) if "deputy" in each.key]

    def test_are_not_asked_for(self) -> None:
        assert self.found() == []

    def test_without_training_in_time_ask_for_a_condition(self) -> None:
        (found,) = self.found(trained("2024-11-02"))
        assert (found.state, found.effect, found.rule) == (
            State.EXPIRED,
            CONDITION,
            "safeguarding-lead-training-overdue",
        )
        assert found.title == "Deputy safeguarding lead, trained"

    def test_whose_certificate_nobody_saw_ask_for_a_condition(self) -> None:
        (found,) = self.found(a_lead(training=[{"completed": "2026-01-20"}]))
        assert (found.state, found.effect, found.rule) == (
            State.NOT_RECORDED,
            CONDITION,
            "safeguarding-lead-training-overdue",
        )

    def test_are_numbered_where_there_are_several(self) -> None:
        found = self.found(trained("2026-01-20"), trained("2024-11-02"))
        assert [(each.key, each.title, each.effect) for each in found] == [
            ("safeguarding/deputy-1", "Deputy safeguarding lead, trained (1)", NONE),
            ("safeguarding/deputy-2", "Deputy safeguarding lead, trained (2)", CONDITION),
        ]


@pytest.mark.parametrize(
    ("completed", "state", "effect", "rule"),
    [
        pytest.param("2026-09-02", State.MET, NONE, "", id="in-time"),
        pytest.param("2025-11-03", State.DUE_SOON, CONDITION, "", id="a-year-ago-today"),
        pytest.param("2025-11-02", State.EXPIRED, CONDITION, "staff-training-overdue", id="a-year-and-a-day"),
    ],
)
def test_all_staff_are_trained_every_year(completed: str, state: State, effect: Effect, rule: str) -> None:
    found = line("safeguarding/staff_training", safeguarding=safeguarding(staff_training=[a_training(completed)]))
    assert (found.state, found.effect, found.rule) == (state, effect, rule)
    assert found.says.startswith("trained, completed on")


def test_training_of_staff_nobody_saw_a_certificate_of_asks_for_a_condition() -> None:
    training = [{"completed": "2026-09-02"}]
    found = line("safeguarding/staff_training", safeguarding=safeguarding(staff_training=training))
    assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CONDITION, "staff-training-overdue")
    assert found.says == "trained, completed on 2 September 2026; no evidence is recorded"


class TestPartOne:
    """Staff have read Part One of the edition in force."""

    def read(self, edition: str, completed: str, **changes: Any) -> dict[str, Any]:
        return {"edition": edition, "completed": completed, "evidence": {**SEEN, "on": completed}, **changes}

    def found(self, *read: dict[str, Any], on: str = ON.isoformat()) -> Line:
        return line("safeguarding/part_one", on=on, safeguarding=safeguarding(part_one_read=read))

    def test_of_the_edition_in_force_is_in_order(self) -> None:
        found = self.found(self.read("2026", "2026-09-10"))
        assert (found.state, found.says) == (State.MET, "the 2026 edition, signed for by 10 September 2026")

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            pytest.param("2026-08-31", State.MET, id="the-day-before"),
            pytest.param("2026-09-01", State.EXPIRED, id="the-day-the-next-comes-into-force"),
        ],
    )
    def test_of_the_last_edition_is_outdated_from_the_next(self, on: str, state: State) -> None:
        found = self.found(self.read("2025", "2025-09-10"), on=on)
        assert found.state is state
        assert (found.rule == "outdated-edition") is (state is State.EXPIRED)

    def test_of_an_old_edition_says_what_staff_have_read(self) -> None:
        found = self.found(self.read("2025", "2025-09-10"))
        assert found.effect is CONDITION
        assert found.says.startswith("staff have read Keeping Children Safe in Education 2025; the 2026 edition is")

    def test_counts_the_newest_edition_read_by_then(self) -> None:
        newest = self.read("2026", "2026-09-10")
        assert self.found(newest, self.read("2025", "2026-10-01")).state is State.MET
        assert self.found(self.read("2025", "2025-09-10"), newest, on="2026-09-09").state is (State.EXPIRED)
        assert self.found(newest, on="2026-09-09").state is State.NOT_RECORDED

    def test_of_an_old_edition_rests_on_the_one_in_force(self) -> None:
        assert self.found(self.read("2025", "2025-09-10")).basis == "Keeping Children Safe in Education, 2026 edition"

    @pytest.mark.parametrize(
        ("evidence", "why"),
        [
            pytest.param({}, "no evidence is recorded", id="never"),
            pytest.param(
                {"evidence": {**SEEN, "on": "2026-11-04"}},
                "the document, seen on 4 November 2026 by commissioning officer, after the day asked about",
                id="after-the-day",
            ),
            pytest.param(
                {"evidence": {**SEEN, "on": "2026-09-09"}},
                "the document, seen on 9 September 2026 by commissioning officer, before that day",
                id="before-all-had-signed",
            ),
        ],
    )
    def test_that_nobody_saw_asks_for_a_condition_as_training_does(self, evidence: dict[str, Any], why: str) -> None:
        found = self.found({"edition": "2026", "completed": "2026-09-10", **evidence})
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CONDITION, "outdated-edition")
        assert found.says == f"the 2026 edition, signed for by 10 September 2026; {why}"

    def test_may_rest_on_an_edition_still_in_force_that_was_seen(self) -> None:
        coming = {"edition": "2026", "completed": "2026-08-20"}
        found = self.found(coming, self.read("2025", "2025-09-10"), on="2026-08-31")
        assert (found.state, found.says) == (State.MET, "the 2025 edition, signed for by 10 September 2025")
        assert self.found(coming, self.read("2025", "2025-09-10"), on="2026-09-01").state is State.NOT_RECORDED


class TestTheCentralRecord:
    """A look at the single central record of checks on staff."""

    def looked(self, **changes: Any) -> dict[str, Any]:
        return {"on": "2026-09-07", "by": "officer", "complete": "yes", **changes}

    def found(self, *looks: dict[str, Any], key: str = "central_record", on: str = ON.isoformat()) -> Line:
        return line(key, on=on, central_record=looks)

    @pytest.mark.parametrize(
        ("on", "state", "effect", "rule"),
        [
            pytest.param("2026-09-07", State.MET, NONE, "", id="in-time"),
            pytest.param("2025-11-03", State.DUE_SOON, CONDITION, "", id="a-year-ago-today"),
            pytest.param("2025-11-02", State.EXPIRED, CONDITION, "central-record-overdue", id="overdue"),
            pytest.param("2026-11-04", State.NOT_RECORDED, CANNOT_TELL, "central-record-overdue", id="tomorrow"),
        ],
    )
    def test_is_looked_at_every_year(self, on: str, state: State, effect: Effect, rule: str) -> None:
        found = self.found(self.looked(on=on))
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    def test_that_is_not_complete_stops(self) -> None:
        found = self.found(self.looked(complete="no", missing="two references"))
        assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "central-record-incomplete")
        assert found.says.startswith("not complete on 7 September 2026")
        assert "two references" in found.says

    def test_counts_as_the_last_look_found_it(self) -> None:
        incomplete = self.looked(on="2026-06-01", complete="no", missing="a reference")
        assert self.found(incomplete, self.looked()).state is State.MET

    @pytest.mark.parametrize(
        ("issued", "state", "effect", "rule"),
        [
            pytest.param("2024-01-10", State.MET, NONE, "", id="in-time"),
            pytest.param("2023-11-03", State.DUE_SOON, CONDITION, "", id="three-years-ago-today"),
            pytest.param("2023-11-02", State.EXPIRED, CONDITION, "dbs-recheck-overdue", id="three-years-and-a-day"),
        ],
    )
    def test_holds_certificates_renewed_every_three_years(
        self, issued: str, state: State, effect: Effect, rule: str
    ) -> None:
        found = self.found(self.looked(oldest_disclosure=issued), key="central_record/dbs")
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    def test_holds_certificates_kept_current_by_the_update_service(self) -> None:
        look = self.looked(oldest_disclosure="2015-01-10", update_service="yes")
        found = self.found(look, key="central_record/dbs")
        assert (found.state, found.says) == (
            State.MET,
            "kept current by the Update Service (seen on 7 September 2026)",
        )

    @pytest.mark.parametrize("more", [{}, {"update_service": "no"}], ids=["not-said", "not-used"])
    def test_without_the_age_of_certificates_asks_for_it(self, more: dict[str, str]) -> None:
        found = self.found(self.looked(**more), key="central_record/dbs")
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CONDITION, "dbs-recheck-overdue")
        assert found.says == "how old they are was not noted on 7 September 2026"

    def test_that_nobody_looked_at_is_said_once(self) -> None:
        assert "central_record/dbs" not in [each.key for each in lines(central_record=[])]

    def test_holds_certificates_no_custom_had_a_cycle_for_before_2014(self) -> None:
        found = lines(on="2013-12-31", central_record=[self.looked(on="2013-01-10")])
        assert "central_record/dbs" not in [each.key for each in found]
