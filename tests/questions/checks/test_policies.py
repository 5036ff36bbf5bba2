"""Policies and procedures: seen, reviewed in time, and citing the guidance in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.checks.citations import outdated_citation
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.policies import policy_lines, procedure_lines
from apqa.vocabulary.standing import Standing
from tests.builders import ON, SEEN, a_policy, a_provider, an_authority, every_policy, line_of, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
KCSIE, TOGETHER = "Keeping Children Safe in Education", "Working Together to Safeguard Children"
OVERDUE, OUTDATED = "policy-review-overdue", "outdated-edition"


def lines(policies: dict[str, Any], *records: Record, on: str = ON.isoformat()) -> list[Line]:
    provider = a_provider(policies=policies)
    return list(policy_lines(provider, situation(on, provider, *records)))


def line(policy: dict[str, Any] | None, *records: Record, on: str = ON.isoformat(), key: str = "medication") -> Line:
    return line_of(f"policies/{key}", lines({key: policy} if policy is not None else {}, *records, on=on))


OLD = {**SEEN, "on": "2010-01-05"}
"""Seen before any day these tests ask about."""


def protection(
    cites: dict[str, str] | None, on: str = ON.isoformat(), *records: Record, reviewed_on: str = "2026-07-01"
) -> Line:
    policy = a_policy(cites=cites, reviewed_on=reviewed_on, evidence={**SEEN, "on": reviewed_on})
    return line(policy, *records, on=on, key="child_protection")


def test_every_policy_of_the_framework_is_asked_for_by_name() -> None:
    found = lines({})
    assert [each.key for each in found] == [
        "policies/anti_bullying",
        "policies/behaviour_and_sanctions",
        "policies/child_protection",
        "policies/business_continuity",
        "policies/recruitment_and_selection",
        "policies/data_protection",
        "policies/training_and_development",
        "policies/safeguarding_training",
        "policies/staff_qualifications",
        "policies/equality_and_diversity",
        "policies/medication",
        "policies/complaints_and_whistleblowing",
    ]
    assert {each.state for each in found} == {State.NOT_RECORDED}
    assert {(each.clause, each.rule, each.effect) for each in found} == {("QF-21", "policy-not-recorded", CANNOT_TELL)}


def test_all_policies_in_order_are_met() -> None:
    assert {(each.state, each.effect) for each in lines(every_policy())} == {(State.MET, NONE)}


def test_a_policy_that_is_absent_stops() -> None:
    absent = line({"absent": {"on": "2026-09-07", "by": "officer"}})
    assert (absent.state, absent.effect, absent.rule) == (State.MISSING, STOP, "missing-policy")


def test_a_policy_found_absent_later_cannot_be_told_before() -> None:
    before = line({"absent": {"on": "2026-12-01", "by": "officer"}}, on="2026-11-23")
    assert (before.state, before.effect, before.rule) == (State.NOT_RECORDED, CANNOT_TELL, "policy-not-recorded")


@pytest.mark.parametrize("key", sorted(every_policy()))
def test_only_the_qualifications_of_staff_may_not_apply(key: str) -> None:
    exempt = line({"not_applicable": {"reason": "none is kept", "on": "2026-09-07", "by": "officer"}}, key=key)
    assert (exempt.state, exempt.effect, exempt.rule) == (
        (State.NOT_APPLICABLE, NONE, "")
        if key == "staff_qualifications"
        else (State.REVIEW, CANNOT_TELL, "policy-not-recorded")
    )


def test_a_policy_the_council_asks_for_applies() -> None:
    policy = an_authority(policies={"lockdown": {"title": "Lockdown", "reason": "after a serious case review"}})
    exempt = {"not_applicable": {"reason": "one door", "on": "2026-09-07", "by": "officer"}}
    found = line(exempt, policy, key="lockdown")
    assert (found.state, found.effect) == (State.REVIEW, CANNOT_TELL)


def test_a_policy_counts_from_the_day_it_was_seen() -> None:
    assert line(a_policy(), on="2026-07-02").state is State.MET
    before = line(a_policy(), on="2026-07-01")
    assert (before.state, before.effect, before.rule) == (State.NOT_RECORDED, CANNOT_TELL, "policy-not-recorded")


def test_a_review_after_the_day_says_nothing_of_the_day() -> None:
    policy = a_policy(reviewed_on="2026-11-04", review_due="2027-11-04", evidence=SEEN)
    found = line(policy)
    assert (found.state, found.effect, found.rule, found.due) == (State.NOT_RECORDED, CANNOT_TELL, OVERDUE, None)
    assert found.says == "the review recorded is of 4 November 2026, after the day asked about"
    then = line(policy, on="2026-11-04")
    assert (then.state, then.rule) == (State.NOT_RECORDED, "policy-not-recorded")


@pytest.mark.parametrize(
    ("seen", "state", "effect", "rule"),
    [
        pytest.param("2026-06-30", State.NOT_RECORDED, CANNOT_TELL, "policy-not-recorded", id="the-day-before"),
        pytest.param("2026-07-01", State.MET, NONE, "", id="the-day-of-its-review"),
    ],
)
def test_a_policy_that_was_seen_before_its_last_review_was_not_seen(
    seen: str, state: State, effect: Effect, rule: str
) -> None:
    found = line(a_policy(reviewed_on="2026-07-01", evidence={**SEEN, "on": seen}))
    assert (found.state, found.effect, found.rule) == (state, effect, rule)
    said = "the document, seen on 30 June 2026 by commissioning officer; nobody has seen the one of 1 July 2026"
    assert (found.says == said) is (state is State.NOT_RECORDED)


def test_a_review_after_the_day_outweighs_an_outdated_edition() -> None:
    found = line(a_policy(reviewed_on="2026-11-04", cites={"kcsie": "2025"}, evidence=SEEN))
    assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, OVERDUE)


def test_the_council_asks_for_more_policies() -> None:
    policy = an_authority(policies={"lockdown": {"title": "Lockdown", "reason": "after a serious case review"}})
    found = line(None, policy, key="lockdown")
    assert (found.title, found.state, found.effect) == ("Lockdown", State.NOT_RECORDED, CANNOT_TELL)
    assert line(a_policy(), policy, key="lockdown").state is State.MET


def test_the_council_asks_for_more_policies_from_their_day_on() -> None:
    asked = {"title": "Lockdown", "reason": "after a review", "starts": "2026-11-04"}
    policy = an_authority(policies={"lockdown": asked})
    assert "policies/lockdown" not in {each.key for each in lines({}, policy)}
    assert "policies/lockdown" in {each.key for each in lines({}, policy, on="2026-11-04")}


@pytest.mark.parametrize(
    ("changes", "state", "effect", "rule", "due"),
    [
        pytest.param({"reviewed_on": "2026-07-01"}, State.MET, NONE, "", "2027-07-01", id="in-time"),
        pytest.param({"reviewed_on": "2025-12-15"}, State.DUE_SOON, CONDITION, "", "2026-12-15", id="due-soon"),
        pytest.param({"reviewed_on": "2025-11-03"}, State.DUE_SOON, CONDITION, "", "2026-11-03", id="due-today"),
        pytest.param({"reviewed_on": "2025-11-02"}, State.EXPIRED, CONDITION, OVERDUE, "2026-11-02", id="overdue"),
        pytest.param(
            {"reviewed_on": "2026-07-01", "review_due": "2026-11-02"},
            State.EXPIRED,
            CONDITION,
            OVERDUE,
            "2026-11-02",
            id="its-own-day-is-sooner",
        ),
        pytest.param(
            {"reviewed_on": "2025-11-02", "review_due": "2028-07-01"},
            State.EXPIRED,
            CONDITION,
            OVERDUE,
            "2026-11-02",
            id="its-own-day-is-later",
        ),
        pytest.param(
            {"reviewed_on": None, "review_due": "2027-07-01"},
            State.REVIEW,
            CONDITION,
            OVERDUE,
            "None",
            id="its-own-day-alone",
        ),
        pytest.param({"reviewed_on": None}, State.REVIEW, CONDITION, OVERDUE, "None", id="no-day-recorded"),
    ],
)
def test_a_policy_is_reviewed_every_year(
    changes: dict[str, Any], state: State, effect: Effect, rule: str, due: str
) -> None:
    found = line(a_policy(**changes))
    assert (found.state, found.effect, found.rule, str(found.due)) == (state, effect, rule, due)


def test_the_council_sets_the_cycle_of_reviews() -> None:
    policy = an_authority(cycles={"policies": {"months": "24", "reason": "as the trust does"}})
    assert line(a_policy(reviewed_on="2025-11-02"), policy).state is State.MET


def test_before_any_cycle_was_known_only_its_own_day_counts() -> None:
    reviewed = a_policy(reviewed_on="2010-01-01", evidence=OLD)
    assert line(reviewed, on="2013-12-31").state is State.MET
    assert line(reviewed, on="2014-01-01").state is State.EXPIRED
    own = a_policy(reviewed_on="2010-01-01", review_due="2011-01-01", evidence=OLD)
    assert line(own, on="2013-12-31").state is State.EXPIRED


A_NEW_VISION = an_authority(
    editions={"vision": {"2026": {"in_force_from": "2026-10-01", "reason": "published by the Department"}}}
)
"""A document that is not statutory, of which an edition is out of date."""


class TestEditions:
    """A policy cites the editions of guidance in force on the day."""

    @pytest.mark.parametrize(
        ("on", "state", "effect", "rule"),
        [
            pytest.param("2026-08-31", State.MET, NONE, "", id="the-day-before"),
            pytest.param("2026-09-01", State.EXPIRED, CONDITION, OUTDATED, id="the-day-the-next-comes-into-force"),
        ],
    )
    def test_of_2025_are_outdated_from_1_september_2026(self, on: str, state: State, effect: Effect, rule: str) -> None:
        found = protection({"kcsie": "2025", "working_together": "2026"}, on)
        assert (found.state, found.effect, found.rule) == (state, effect, rule)
        said = f"it cites {KCSIE} 2025; the 2026 edition is in force since 1 September 2026; "
        assert found.says.startswith(said) is (state is State.EXPIRED)
        assert found.basis == (f"{KCSIE}, 2026 edition" if state is State.EXPIRED else "QF-21")

    @pytest.mark.parametrize(
        ("on", "state"),
        [pytest.param("2026-03-18", State.MET, id="before"), pytest.param("2026-03-19", State.EXPIRED, id="from-then")],
    )
    def test_of_working_together_follow_its_own_days(self, on: str, state: State) -> None:
        found = protection({"kcsie": "2025", "working_together": "2023"}, on, reviewed_on="2025-09-01")
        assert found.state is state

    def test_that_come_later_are_not_outdated(self) -> None:
        assert protection({"kcsie": "2026", "working_together": "2026"}, "2026-08-01").state is State.MET

    def test_that_are_not_recorded_ask_for_a_look(self) -> None:
        found = protection(None)
        assert (found.state, found.effect, found.rule) == (State.REVIEW, CONDITION, OUTDATED)
        assert found.says.startswith(
            f"the edition of {KCSIE} it cites is not recorded; the edition of {TOGETHER} it cites is not recorded; "
        )
        assert found.basis == f"{KCSIE}, 2026 edition; {TOGETHER}, 2026 edition"

    def test_that_apqa_does_not_know_ask_for_a_look(self) -> None:
        found = protection({"kcsie": "1999", "working_together": "2026"})
        assert (found.state, found.rule) == (State.REVIEW, OUTDATED)
        assert "an edition apqa does not know" in found.says

    def test_of_documents_that_need_not_be_cited_count_too(self) -> None:
        found = line(a_policy(cites={"kcsie": "2024"}))
        assert (found.state, found.rule) == (State.EXPIRED, OUTDATED)

    def test_of_documents_apqa_does_not_know_are_left_alone(self) -> None:
        assert line(a_policy(cites={"prevent_duty": "2015"})).state is State.MET

    def test_outdated_matter_more_than_a_review_that_is_due_soon(self) -> None:
        found = line(a_policy(reviewed_on="2025-12-15", cites={"kcsie": "2025"}))
        assert (found.state, found.rule) == (State.EXPIRED, OUTDATED)

    @pytest.mark.parametrize(
        ("cites", "standing", "waivable"),
        [
            pytest.param({"kcsie": "2023"}, Standing.STATUTORY_GUIDANCE, False, id="statutory"),
            pytest.param({"working_together": "2018"}, Standing.STATUTORY_GUIDANCE, False, id="statutory-too"),
            pytest.param(
                {"kcsie": "1999"}, Standing.STATUTORY_GUIDANCE, False, id="statutory-of-which-it-is-not-known"
            ),
            pytest.param({"vision": "2018"}, Standing.GUIDANCE, True, id="not-statutory"),
            pytest.param({"vision": "2018", "kcsie": "2023"}, Standing.STATUTORY_GUIDANCE, False, id="both"),
        ],
    )
    def test_out_of_date_are_as_binding_as_the_document(
        self, cites: dict[str, str], standing: Standing, *, waivable: bool
    ) -> None:
        found = line(a_policy(cites=cites), A_NEW_VISION)
        assert (found.rule, found.standing, found.can_be_waived) == (OUTDATED, standing, waivable)

    @pytest.mark.parametrize(
        ("on", "standing"),
        [
            pytest.param("2024-08-18", Standing.GUIDANCE, id="before-it-was-statutory"),
            pytest.param("2024-08-19", Standing.STATUTORY_GUIDANCE, id="since"),
        ],
    )
    def test_out_of_date_are_as_binding_as_the_edition_in_force(self, on: str, standing: Standing) -> None:
        policy = a_policy(reviewed_on="2024-07-01", cites={"attendance": "2020"}, evidence={**SEEN, "on": "2024-07-01"})
        assert line(policy, on=on).standing is standing

    @pytest.mark.parametrize(
        ("cites", "rule", "waivable"),
        [
            pytest.param({"vision": "2018"}, OVERDUE, True, id="guidance"),
            pytest.param({"kcsie": "2025"}, OUTDATED, False, id="statutory-guidance"),
            pytest.param({"kcsie": "1999"}, OUTDATED, False, id="statutory-guidance-of-which-it-is-not-known"),
        ],
    )
    def test_matter_more_than_a_review_that_is_overdue_where_nobody_can_waive_them(
        self, cites: dict[str, str], rule: str, *, waivable: bool
    ) -> None:
        found = line(a_policy(reviewed_on="2025-11-02", cites=cites), A_NEW_VISION)
        assert (found.state, found.rule, found.can_be_waived) == (State.EXPIRED, rule, waivable)
        assert (found.effect, str(found.due)) == (CONDITION, "2026-11-02")
        assert found.says.endswith("; was due on 2 November 2026")
        assert "Ask for the policy as reviewed, and record the day of its review." in found.remedy

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            pytest.param("2027-08-31", State.MET, id="before-the-next-is-expected"),
            pytest.param("2027-09-01", State.REVIEW, id="from-the-day-it-is-expected"),
            pytest.param("2030-11-23", State.REVIEW, id="years-later"),
        ],
    )
    def test_of_the_last_one_apqa_knows_are_not_said_to_be_in_force_for_ever(self, on: str, state: State) -> None:
        found = protection({"kcsie": "2026", "working_together": "2026"}, on, reviewed_on=on)
        assert found.state is state
        if state is State.REVIEW:
            assert (found.effect, found.rule) == (CONDITION, OUTDATED)
            assert found.says.startswith(
                f"it cites {KCSIE} 2026; a new edition comes every year, and apqa knows none after it: "
                "whether it is still in force is not known; "
            )
            assert "policy: editions" in found.remedy
            assert found.basis == KCSIE

    def test_of_a_document_that_has_no_edition_each_year_stay_in_force(self) -> None:
        assert outdated_citation("working_together", "2026", situation("2030-11-23")) is None

    @pytest.mark.parametrize(
        ("on", "cited", "state"),
        [
            pytest.param("2027-08-31", "2026", State.MET, id="the-old-one-before"),
            pytest.param("2027-09-01", "2026", State.EXPIRED, id="the-old-one-from-its-day"),
            pytest.param("2027-09-01", "2027", State.MET, id="the-new-one"),
            pytest.param("2028-09-01", "2027", State.REVIEW, id="the-new-one-a-year-later"),
        ],
    )
    def test_may_be_of_one_the_council_knows(self, on: str, cited: str, state: State) -> None:
        known = {"2027": {"in_force_from": "2027-09-01", "reason": "published by the Department"}}
        council = an_authority(editions={"kcsie": known})
        found = protection({"kcsie": cited, "working_together": "2026"}, on, council, reviewed_on=on)
        assert found.state is state

    @pytest.mark.parametrize(
        ("name", "since"),
        [
            pytest.param("2024", "2027-01-01", id="a-later-day-for-a-known-one"),
            pytest.param("2020", "2026-08-31", id="one-from-before"),
        ],
    )
    def test_of_the_past_cannot_be_added_by_the_council(self, name: str, since: str) -> None:
        """What apqa knows stands: a council cannot make an old edition count for longer."""
        known = {name: {"in_force_from": since, "reason": "we like it"}}
        council = an_authority(editions={"kcsie": known})
        on = "2027-02-01"
        assert protection({"kcsie": name, "working_together": "2026"}, on, council).state is not State.MET
        assert protection({"kcsie": "2026", "working_together": "2026"}, on, council).state is State.MET

    @pytest.mark.parametrize("cited", [None, "2026"])
    def test_before_the_first_edition_apqa_knows_cannot_be_told(self, cited: str | None) -> None:
        found = outdated_citation("kcsie", cited, situation("2021-08-31"))
        assert found is not None
        assert not found.known
        assert found.says == (
            f"apqa knows no edition of {KCSIE} that was in force on 31 August 2021: "
            "whether the one cited was is not known"
        )


class TestProcedures:
    """Assessment, curriculum and attendance procedures."""

    protocol: ClassVar[dict[str, str]] = {
        "reviewed_on": "2026-07-01",
        "monitored": "a register each session",
        "if_absent": "rung by 09:45",
    }

    def found(self, key: str, **provider: Any) -> Line:
        asked = a_provider(**provider)
        return line_of(key, list(procedure_lines(asked, situation(ON, asked))))

    @pytest.mark.parametrize(
        ("key", "clause"), [("assessment", "QF-23"), ("curriculum", "QF-24"), ("attendance", "QF-26")]
    )
    def test_are_each_asked_for(self, key: str, clause: str) -> None:
        found = self.found(key)
        assert (found.clause, found.state, found.effect) == (clause, State.NOT_RECORDED, CANNOT_TELL)
        assert found.rule == "procedure-not-recorded"

    @pytest.mark.parametrize("key", ["assessment", "curriculum", "attendance"])
    def test_that_are_absent_stop(self, key: str) -> None:
        found = self.found(key, **{key: {"absent": {"on": "2026-09-07", "by": "officer"}}})
        assert (found.state, found.effect, found.rule) == (State.MISSING, STOP, "missing-procedure")

    @pytest.mark.parametrize("key", ["assessment", "curriculum", "attendance"])
    def test_that_are_found_absent_later_cannot_be_told_before(self, key: str) -> None:
        found = self.found(key, **{key: {"absent": {"on": "2026-11-04", "by": "officer"}}})
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "procedure-not-recorded")

    def procedure(self, key: str, **changes: Any) -> Line:
        return self.found(key, **{key: a_policy(**{**(self.protocol if key == "attendance" else {}), **changes})})

    @pytest.mark.parametrize("key", ["assessment", "curriculum", "attendance"])
    def test_that_were_seen_before_their_last_review_were_not_seen(self, key: str) -> None:
        found = self.procedure(key, evidence={**SEEN, "on": "2026-06-30"})
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "procedure-not-recorded")

    @pytest.mark.parametrize("key", ["assessment", "curriculum", "attendance"])
    @pytest.mark.parametrize(
        ("reviewed_on", "state", "effect", "rule"),
        [
            pytest.param("2026-07-01", State.MET, NONE, "", id="in-time"),
            pytest.param("2025-11-03", State.DUE_SOON, CONDITION, "", id="due-today"),
            pytest.param("2025-11-02", State.EXPIRED, CONDITION, OVERDUE, id="overdue"),
            pytest.param("2012-01-02", State.EXPIRED, CONDITION, OVERDUE, id="years-ago"),
            pytest.param(None, State.REVIEW, CONDITION, OVERDUE, id="not-recorded"),
        ],
    )
    def test_are_reviewed_every_year(
        self, key: str, reviewed_on: str | None, state: State, effect: Effect, rule: str
    ) -> None:
        found = self.procedure(key, reviewed_on=reviewed_on)
        assert (found.state, found.effect, found.rule) == (state, effect, rule)

    @pytest.mark.parametrize("key", ["assessment", "curriculum", "attendance"])
    def test_cite_the_editions_in_force(self, key: str) -> None:
        assert self.procedure(key, cites={"attendance": "2024"}).state is State.MET
        assert self.procedure(key, cites={"attendance": "2022"}).rule == OUTDATED

    def test_on_attendance_say_how_it_is_monitored_and_what_is_done_when_a_pupil_is_absent(self) -> None:
        complete = self.found("attendance", attendance={"evidence": SEEN, **self.protocol})
        assert (complete.state, complete.effect) == (State.MET, NONE)

    @pytest.mark.parametrize(
        ("lacking", "says"),
        [
            pytest.param({"monitored"}, "seen, but not recorded: monitored", id="how-it-is-monitored"),
            pytest.param({"if_absent"}, "seen, but not recorded: if_absent", id="what-is-done"),
            pytest.param({"monitored", "if_absent"}, "seen, but not recorded: monitored, if_absent", id="neither"),
        ],
    )
    def test_on_attendance_that_are_silent_cannot_be_told(self, lacking: set[str], says: str) -> None:
        said = {key: text for key, text in self.protocol.items() if key not in lacking}
        silent = self.found("attendance", attendance={"evidence": SEEN, **said})
        assert (silent.state, silent.effect, silent.rule, silent.says) == (
            State.NOT_RECORDED,
            CANNOT_TELL,
            "procedure-not-recorded",
            says,
        )

    @pytest.mark.parametrize("key", ["assessment", "curriculum", "attendance"])
    def test_that_are_said_not_to_apply_cannot_be_told(self, key: str) -> None:
        exempt = {"not_applicable": {"reason": "one pupil", "on": "2026-09-07", "by": "officer"}}
        found = self.found(key, **{key: exempt})
        assert (found.state, found.effect, found.rule) == (State.REVIEW, CANNOT_TELL, "procedure-not-recorded")
