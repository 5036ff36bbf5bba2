"""May a commissioner place a pupil with a provider on a day? What the lines add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.checks.line import Effect, State, asked
from apqa.questions.checks.verdict import ProviderCheck, Verdict, provider_check, waiver_for
from apqa.questions.situation import Situation
from apqa.records.kinds import (
    ACTION_PLAN,
    AUTHORITY,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
    WAIVER,
    Kind,
)
from apqa.vocabulary.standing import Standing
from tests.builders import (
    ON,
    a_headcount,
    a_lead,
    a_listing,
    a_policy,
    a_step,
    a_visit,
    a_waiver,
    an_action_plan,
    an_authority,
    an_insurance,
    every_policy,
    every_safety_item,
    full_time,
    in_order,
    in_order_provider,
    line_of,
    records,
    safeguarding,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.waiver import Waiver

CLEAR, CONDITIONS = Verdict.CLEAR, Verdict.CLEAR_WITH_CONDITIONS
DO_NOT, CANNOT_TELL = Verdict.DO_NOT_PLACE, Verdict.CANNOT_TELL

SOON: dict[str, Any] = {"assessment": a_policy(reviewed_on="2025-11-03")}
UNRECORDED: dict[str, Any] = {"references": None}
STOPS: dict[str, Any] = {"curriculum": {"absent": {"on": "2026-09-07", "by": "officer"}}}


def check(*records: Record, on: str = ON.isoformat(), **provider: Any) -> ProviderCheck:
    found = in_order_provider(**provider)
    return provider_check(found, situation(on, found, a_visit(), *records))


def a_long_waiver(rule: str, record: str = "providers/north-star.yaml", **changes: Any) -> Waiver:
    """Make a waiver that does not end within the days of warning."""
    return a_waiver(rule, record, **{"ends": "2027-03-31", **changes})


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        pytest.param({}, CLEAR, id="all-met"),
        pytest.param(SOON, CONDITIONS, id="a-condition"),
        pytest.param(UNRECORDED, CANNOT_TELL, id="not-recorded"),
        pytest.param(STOPS, DO_NOT, id="missing"),
        pytest.param({**SOON, **UNRECORDED}, CANNOT_TELL, id="not-recorded-outweighs-a-condition"),
        pytest.param({**SOON, **UNRECORDED, **STOPS}, DO_NOT, id="missing-outweighs-all"),
    ],
)
def test_the_gravest_line_decides(changes: dict[str, Any], verdict: Verdict) -> None:
    assert check(**changes).verdict is verdict


def test_lines_are_found_by_their_effect() -> None:
    found = check(**SOON, **UNRECORDED)
    assert [line.key for line in found.having(Effect.CONDITION, Effect.CANNOT_TELL)] == ["assessment", "references"]
    assert found.having(Effect.STOP) == ()


def test_every_line_has_a_name_of_its_own() -> None:
    keys = [line.key for line in check().lines]
    assert len(keys) == len(set(keys)) == 37


def test_who_must_register_is_not_to_be_placed_with() -> None:
    found = check(*full_time(5))
    assert found.verdict is DO_NOT
    assert found.requirement.must_register


def test_a_question_is_answered_once_for_a_situation() -> None:
    provider = in_order_provider()
    asked_of = situation(ON, provider, a_visit())
    assert provider_check(provider, asked_of) is provider_check(provider, asked_of)


class TestRecordsThatCannotBeRead:
    """It never says clear because a record could not be read."""

    def verdict(self, kind: Kind, *unread: str) -> ProviderCheck:
        provider = in_order_provider()
        return provider_check(provider, situation(ON, provider, a_visit(), unreadable={kind: unread}))

    @pytest.mark.parametrize(
        "kind", [AUTHORITY, ACTION_PLAN, SELF_ASSESSMENT, PLACEMENT, VISIT, WAIVER], ids=lambda kind: kind.key
    )
    def test_leave_the_answer_open(self, kind: Kind) -> None:
        found = self.verdict(kind, "north-star/2026-10-06")
        line = line_of(f"records/{kind.key}", found.lines)
        assert (line.state, line.effect) == (State.REVIEW, Effect.CANNOT_TELL)
        assert line.says == "cannot be read: north-star/2026-10-06"
        assert found.verdict is CANNOT_TELL

    def test_of_kinds_the_answer_does_not_rest_on_change_nothing(self) -> None:
        assert self.verdict(TERMLY_REPORT, "2026-27-autumn/PL-00001").verdict is CLEAR

    def test_that_may_hold_any_kind_are_said_once(self) -> None:
        provider = in_order_provider()
        kinds: dict[Kind, tuple[str, ...]] = {
            PROVIDER: ("north-star.yaml",),
            PLACEMENT: ("north-star.yaml", "PL-00009"),
            VISIT: ("2026-10-06-north-star.yaml", "."),
            ACTION_PLAN: ("2026-10-06-north-star.yaml", "."),
        }
        found = provider_check(provider, situation(ON, provider, a_visit(), unreadable=kinds))
        said = {line.key: line.says for line in found.lines if line.key.startswith("records/")}
        assert said == {
            "records/stray": "may hold a record the answer rests on, and lies where none belongs: "
            "north-star.yaml, 2026-10-06-north-star.yaml",
            "records/placement": "cannot be read: PL-00009",
            "records/visit": "cannot be read: .",
            "records/action-plan": "cannot be read: .",
        }
        assert found.verdict is CANNOT_TELL

    def test_are_named_up_to_five(self) -> None:
        five = self.verdict(WAIVER, *"abcde")
        six = self.verdict(WAIVER, *"abcdef")
        assert line_of("records/waiver", five.lines).says == "cannot be read: a, b, c, d, e"
        assert line_of("records/waiver", six.lines).says == "cannot be read: a, b, c, d, e and others"


class TestAnotherFileOfTheProvider:
    """Two files that claim to be one provider: nobody can tell which of them holds."""

    @pytest.mark.parametrize(
        ("unread", "verdict"),
        [
            pytest.param("providers/North-Star.yaml", CANNOT_TELL, id="other-capitals"),
            pytest.param("providers/north-star.yml", CANNOT_TELL, id="another-ending"),
            pytest.param("providers/north-star (1).yaml", CANNOT_TELL, id="a-copy"),
            pytest.param("providers", CANNOT_TELL, id="the-whole-folder"),
            pytest.param(".", CANNOT_TELL, id="everything"),
            pytest.param("north-star-two", CLEAR, id="a-longer-id"),
            pytest.param("providers/North-Star-Two.yaml", CLEAR, id="a-longer-name"),
            pytest.param("the-north-star", CLEAR, id="a-name-that-ends-alike"),
        ],
    )
    def test_leaves_the_answer_open(self, unread: str, verdict: Verdict) -> None:
        provider = in_order_provider()
        asked_of = situation(ON, provider, a_visit(), unreadable={PROVIDER: (unread,)})
        found = provider_check(provider, asked_of)
        assert found.verdict is verdict
        said = [line.says for line in found.lines if line.key == "records/provider"]
        assert said == ([f"cannot be read: {unread}"] if verdict is CANNOT_TELL else [])


class TestWithoutAnAuthority:
    """Where nobody says who keeps the records, nobody knows what the council itself asks for."""

    def found(self, *unread: str) -> ProviderCheck:
        provider = in_order_provider()
        given = records(provider, a_visit(), unreadable={AUTHORITY: unread})
        return provider_check(provider, Situation(given, ON))

    def test_it_cannot_be_told(self) -> None:
        found = self.found()
        line = line_of("local_policy", found.lines)
        assert (line.state, line.effect, line.clause) == (State.NOT_RECORDED, Effect.CANNOT_TELL, "QF-90")
        assert line.says == "there is no authority.yaml, and it may ask for more than law, guidance and framework do"
        assert found.verdict is CANNOT_TELL

    def test_one_that_cannot_be_read_is_said_once(self) -> None:
        assert [line.key for line in self.found("authority").lines if line.group == "Records"] == ["records/authority"]


class TestWaivers:
    """A recorded exception answers a check of the framework or of local policy, in its days, and never law."""

    missing = "missing-procedure"

    def test_answer_their_check_and_stay_visible(self) -> None:
        found = check(a_long_waiver(self.missing), **STOPS)
        line = line_of("curriculum", found.lines)
        assert (line.state, line.effect, line.waiver) == (State.WAIVED, Effect.NONE, "an-exception")
        assert line.says.endswith("; waived until 31 March 2027 by head of inclusion: seen next week")
        assert found.verdict is CLEAR

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            pytest.param("2026-10-31", State.MISSING, id="the-day-before"),
            pytest.param("2026-11-01", State.WAIVED, id="its-first-day"),
            pytest.param("2027-02-16", State.WAIVED, id="before-the-warning"),
            pytest.param("2027-02-17", State.DUE_SOON, id="first-day-of-warning"),
            pytest.param("2027-03-31", State.DUE_SOON, id="its-last-day"),
            pytest.param("2027-04-01", State.MISSING, id="the-day-after"),
        ],
    )
    def test_hold_in_their_days(self, on: str, state: State) -> None:
        assert line_of("curriculum", check(a_long_waiver(self.missing), on=on, **STOPS).lines).state is state

    def test_that_end_soon_fall_due_like_anything_else(self) -> None:
        found = check(a_long_waiver(self.missing, ends="2026-11-03"), **STOPS)
        line = line_of("curriculum", found.lines)
        assert (line.effect, line.rule, str(line.due), line.waiver) == (
            Effect.CONDITION,
            self.missing,
            "2026-11-03",
            "an-exception",
        )
        assert line.says.endswith("by head of inclusion: seen next week; falls due on 3 November 2026")
        assert "renewed before it ends" in line.remedy
        assert found.verdict is CONDITIONS

    @pytest.mark.parametrize(
        ("renewal", "state", "due"),
        [
            pytest.param({"starts": "2026-12-01", "ends": "2027-03-31"}, State.WAIVED, "None", id="without-a-gap"),
            pytest.param({"starts": "2026-12-02", "ends": "2027-03-31"}, State.DUE_SOON, "2026-11-30", id="with-a-gap"),
            pytest.param(
                {"starts": "2026-12-01", "ends": "2026-12-15"}, State.DUE_SOON, "2026-12-15", id="not-for-long"
            ),
            pytest.param(
                {"starts": "2026-12-01", "ends": "2027-03-31", "approved_on": "2026-11-04"},
                State.DUE_SOON,
                "2026-11-30",
                id="not-yet-approved",
            ),
            pytest.param(
                {"starts": "2026-12-01", "ends": "2027-03-31", "check": "assessment"},
                State.DUE_SOON,
                "2026-11-30",
                id="of-another-check",
            ),
        ],
    )
    def test_that_are_renewed_in_advance_carry_on(self, renewal: dict[str, str], state: State, due: str) -> None:
        first, second = (
            a_long_waiver(self.missing, ends="2026-11-30"),
            a_long_waiver(self.missing, id="the-next", **renewal),
        )
        line = line_of("curriculum", check(first, second, **STOPS).lines)
        assert (line.state, line.waiver, str(line.due)) == (state, "an-exception", due)

    def test_of_something_that_itself_runs_out_soon_fall_due_with_it(self) -> None:
        held = [
            an_insurance("public_liability", cover="1000000", ends="2026-12-15"),
            an_insurance("professional_indemnity"),
            an_insurance("employers_liability"),
        ]
        found = check(a_long_waiver("insurance-below-minimum"), insurance={"held": held})
        line = line_of("insurance/public_liability", found.lines)
        assert (line.state, str(line.due)) == (State.DUE_SOON, "2026-12-15")
        later = check(a_long_waiver("insurance-below-minimum"), on="2026-11-02", insurance={"held": held})
        assert line_of("insurance/public_liability", later.lines).state is State.WAIVED

    def test_answer_the_check_they_name_and_no_other(self) -> None:
        absent = {"absent": {"on": "2026-09-07", "by": "officer"}}
        both: dict[str, Any] = {"policies": every_policy(medication=absent, data_protection=absent)}
        one = a_long_waiver("missing-policy", check="policies/medication")
        found = check(one, **both)
        assert line_of("policies/medication", found.lines).state is State.WAIVED
        assert line_of("policies/data_protection", found.lines).state is State.MISSING
        assert found.verdict is DO_NOT
        assert check(a_long_waiver("missing-policy"), **both).verdict is CLEAR

    @pytest.mark.parametrize(
        "waiver",
        [
            pytest.param(a_long_waiver("missing-policy"), id="of-another-rule"),
            pytest.param(a_long_waiver("missing-procedure", "providers/another.yaml"), id="for-another-record"),
        ],
    )
    def test_answer_nothing_else(self, waiver: Record) -> None:
        assert check(waiver, **STOPS).verdict is DO_NOT

    def test_never_answer_law(self) -> None:
        too_many = check(a_long_waiver("unregistered-full-time-provision"), *full_time(5))
        assert too_many.verdict is DO_NOT
        held = [an_insurance("public_liability"), an_insurance("professional_indemnity")]
        no_employers = {"absent": [{"kind": "employers_liability", "on": "2026-09-07", "by": "officer"}], "held": held}
        assert check(a_long_waiver("missing-insurance"), insurance=no_employers).verdict is DO_NOT

    @pytest.mark.parametrize("rule", ["outdated-edition", "policy-review-overdue"])
    @pytest.mark.parametrize("changes", [{}, {"reviewed_on": "2025-07-01"}], ids=["reviewed", "review-overdue"])
    def test_never_answer_an_outdated_edition_of_statutory_guidance(self, rule: str, changes: dict[str, str]) -> None:
        old = a_policy(cites={"kcsie": "2023", "working_together": "2018"}, **changes)
        found = check(a_long_waiver(rule), policies=every_policy(child_protection=old))
        line = line_of("policies/child_protection", found.lines)
        assert (line.state, line.standing) == (State.EXPIRED, Standing.STATUTORY_GUIDANCE)
        assert found.verdict is CONDITIONS

    @pytest.mark.parametrize("item", ["gas_safety", "fire_risk_assessment", "accident_record"])
    def test_never_answer_what_the_law_asks_for_of_health_and_safety(self, item: str) -> None:
        absent = [{"item": item, "absent": {"on": "2026-09-07", "by": "officer"}}]
        others = [each for each in every_safety_item() if each["item"] != item]
        found = check(a_long_waiver("missing-safety-item"), health_and_safety=[*others, *absent])
        assert found.verdict is DO_NOT

    def test_answer_a_minimum_of_the_councils_own_where_the_laws_is_met(self) -> None:
        council = an_authority(minimum_cover={"employers_liability": {"pounds": "10000000", "reason": "our insurer"}})
        less = {
            "held": [
                an_insurance("public_liability"),
                an_insurance("professional_indemnity"),
                an_insurance("employers_liability", cover="5000000"),
            ]
        }
        assert check(council, insurance=less).verdict is DO_NOT
        found = check(council, a_long_waiver("insurance-below-minimum"), insurance=less)
        assert line_of("insurance/employers_liability", found.lines).state is State.WAIVED

    def test_never_answer_statutory_guidance(self) -> None:
        nobody: dict[str, Any] = {"safeguarding": safeguarding(leads=[a_lead(role="deputy")])}
        assert check(a_long_waiver("no-safeguarding-lead"), **nobody).verdict is DO_NOT

    @pytest.mark.parametrize("status", ["new_placements_suspended", "suspended", "removed", "declined"])
    def test_never_answer_a_decision_on_the_list(self, status: str) -> None:
        waiver = a_long_waiver("provider-not-open-to-placements")
        assert check(waiver, listing=[a_listing(status)]).verdict is DO_NOT

    def test_never_answer_an_escalation(self) -> None:
        plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20")])
        assert check(plan, a_long_waiver("provider-not-open-to-placements")).verdict is DO_NOT

    def test_answer_nothing_before_they_are_approved(self) -> None:
        late = a_long_waiver(self.missing, approved_on="2026-11-04")
        assert check(late, **STOPS).verdict is DO_NOT
        assert check(late, on="2026-11-04", **STOPS).verdict is CLEAR

    def test_answer_no_line_that_breaks_no_rule(self) -> None:
        assert check(a_long_waiver("policy-review-overdue"), **SOON).verdict is CONDITIONS

    def test_are_found_by_rule_and_check(self) -> None:
        every, one = a_long_waiver("r"), a_long_waiver("r", check="a")
        assert waiver_for("r", "a", [one]) is one
        assert waiver_for("r", "b", [one]) is None
        assert waiver_for("r", "b", [one, every]) is every
        assert waiver_for("s", "a", [one, every]) is None


def test_the_gravest_effect_decides_whatever_the_lines() -> None:
    begun = asked("k", "g", "t", "QF-20", basis="", ask="", at=())
    lines = tuple(begun.found(State.REVIEW, "", effect=effect) for effect in (Effect.CONDITION, Effect.STOP))
    whole = check()
    assert ProviderCheck(whole.provider, lines, whole.requirement).verdict is DO_NOT
    assert ProviderCheck(whole.provider, (), whole.requirement).verdict is CLEAR


BADNESS = {CLEAR: 0, CONDITIONS: 1, CANNOT_TELL: 2, DO_NOT: 3}
EVIDENCE = [key for key in in_order() if key not in {"listing", "offer"}]
"""The keys under which evidence of a provider stands."""


def without(keys: set[str]) -> dict[str, Any]:
    return dict.fromkeys(keys)


@given(missing=st.sets(st.sampled_from(EVIDENCE)), found=st.sampled_from(EVIDENCE))
def test_a_piece_of_evidence_that_is_found_never_makes_the_verdict_worse(missing: set[str], found: str) -> None:
    before, after = check(**without(missing)), check(**without(missing - {found}))
    assert BADNESS[after.verdict] <= BADNESS[before.verdict]
    assert (before.verdict is CLEAR) is (not missing)


POLICIES = sorted(every_policy())


@given(missing=st.sets(st.sampled_from(POLICIES)), found=st.sampled_from(POLICIES))
def test_a_policy_that_is_seen_never_makes_the_verdict_worse(missing: set[str], found: str) -> None:
    before = check(policies=every_policy(**dict.fromkeys(missing)))
    after = check(policies=every_policy(**dict.fromkeys(missing - {found})))
    assert BADNESS[after.verdict] <= BADNESS[before.verdict]
    assert before.verdict is (CANNOT_TELL if missing else CLEAR)


@given(asked_days=st.integers(0, 400), more=st.integers(0, 400))
def test_longer_warnings_never_make_the_verdict_better(asked_days: int, more: int) -> None:
    shorter, longer = (
        an_authority(warning_days={"days": str(days), "reason": "as decided"})
        for days in (asked_days, asked_days + more)
    )
    assert BADNESS[check(shorter).verdict] <= BADNESS[check(longer).verdict]


def test_a_declaration_of_more_pupils_never_makes_the_verdict_better() -> None:
    verdicts = [check(headcounts=[a_headcount(full_time=str(pupils))]).verdict for pupils in range(8)]
    assert [BADNESS[each] for each in verdicts] == sorted(BADNESS[each] for each in verdicts)
    assert (verdicts[0], verdicts[-1]) == (CLEAR, DO_NOT)
