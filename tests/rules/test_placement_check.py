"""Everything asked of one placement, line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from apqa.finding import Severity
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.verdict import Verdict
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER, WAIVER
from apqa.rules import RULES
from apqa.rules.placement_check import PlacementCheck, placement_check
from apqa.rules.placement_groups import GROUPS
from tests.builders import (
    ON,
    a_lead,
    a_placement,
    a_training,
    a_visit,
    a_waiver,
    an_authority,
    an_insurance,
    day,
    in_order_placement,
    in_order_provider,
    line_of,
    safeguarding,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.kinds import Kind

ASKED = [each.rule for _, asked in GROUPS for each in asked]
RECORD = "placements/PL-00001.yaml"


def check(*records: Record, **changes: Any) -> PlacementCheck:
    placement = in_order_placement(1, **changes)
    return placement_check(
        placement, situation(ON, in_order_provider(), a_visit(), placement, an_authority(), *records)
    )


def line(name: str, *records: Record, **changes: Any) -> Line:
    return line_of(name, list(check(*records, **changes).lines))


def test_every_rule_on_placements_is_asked_once_and_no_other() -> None:
    assert sorted(ASKED) == sorted(rule.name for rule in RULES if rule.about == PLACEMENT.name)


def test_a_placement_with_everything_recorded_is_in_order() -> None:
    found = check()
    assert [each.key for each in found.lines if each.effect is not Effect.NONE] == []
    assert (found.verdict, found.severity) == (Effect.NONE, None)


def test_every_line_says_what_was_found() -> None:
    for changes in ({}, {"end": {"on": "2026-11-02", "reason": "as_planned"}}, {"plan": None}, {"provider": "nobody"}):
        assert [each.key for each in check(**changes).lines if not each.says] == []


@pytest.mark.parametrize(
    ("name", "changes", "state", "effect"),
    [
        pytest.param("unknown-site", {"site": "shed"}, State.MISSING, Effect.STOP, id="breach"),
        pytest.param("placement-without-plan", {"plan": None}, State.MISSING, Effect.STOP, id="concern"),
        pytest.param(
            "placement-past-its-end", {"expected_end": "2026-11-02"}, State.MISSING, Effect.CONDITION, id="query"
        ),
        pytest.param(
            "pupil-status-not-recorded", {"looked_after": None}, State.NOT_RECORDED, Effect.CANNOT_TELL, id="unknown"
        ),
    ],
)
def test_a_fault_weighs_as_its_rule(name: str, changes: dict[str, Any], state: State, effect: Effect) -> None:
    found = line(name, **changes)
    assert (found.state, found.effect, found.rule) == (state, effect, name)
    assert found.says
    assert found.remedy


@pytest.mark.parametrize(
    ("name", "changes", "why"),
    [
        pytest.param(
            "review-overdue",
            {"end": {"on": "2026-11-02", "reason": "as_planned"}},
            "not live on 3 November 2026",
            id="over",
        ),
        pytest.param("ended-placement-not-completed", {}, "it has not ended", id="not-ended"),
    ],
)
def test_what_there_is_nothing_to_look_at_for_does_not_apply(name: str, changes: dict[str, Any], why: str) -> None:
    found = line(name, **changes)
    assert (found.state, found.effect, found.says) == (State.NOT_APPLICABLE, Effect.NONE, why)


def test_the_gravest_effect_is_the_verdict() -> None:
    found = check(plan=None)
    assert found.verdict is Effect.STOP
    condition = line("placement-past-its-end", expected_end="2026-11-02")
    assert replace(found, lines=(line("placement-without-plan"), condition)).verdict is Effect.CONDITION
    assert replace(found, lines=()).verdict is Effect.NONE


def test_the_gravest_severity_is_that_of_the_check() -> None:
    found = check(site="shed")
    assert found.severity is Severity.BREACH
    assert replace(found, lines=()).severity is None
    assert replace(found, lines=(line("no-timetable-for-the-day"),)).severity is None


@pytest.mark.parametrize(
    ("effect", "severity"),
    [
        pytest.param(Effect.STOP, Severity.BREACH, id="stop"),
        pytest.param(Effect.CANNOT_TELL, Severity.CONCERN, id="cannot-tell"),
        pytest.param(Effect.CONDITION, Severity.QUERY, id="condition"),
        pytest.param(Effect.NONE, None, id="none"),
    ],
)
def test_a_line_that_breaks_no_rule_is_as_grave_as_what_it_means(effect: Effect, severity: Severity | None) -> None:
    ruleless = replace(line("no-timetable-for-the-day"), effect=effect)
    assert replace(check(), lines=(ruleless,)).severity is severity


def test_the_gravest_of_lines_with_and_without_a_rule_decides() -> None:
    stop = replace(line("no-timetable-for-the-day"), effect=Effect.STOP)
    concern = line("placement-without-plan", plan=None)
    assert replace(check(), lines=(concern, stop)).severity is Severity.BREACH
    assert replace(check(), lines=(concern, replace(stop, effect=Effect.CONDITION))).severity is Severity.CONCERN


class TestWaivers:
    """A recorded exception answers a fault and stays visible; it never answers law."""

    def test_answer_the_rule_they_name(self) -> None:
        found = line("placement-without-plan", a_waiver("placement-without-plan", RECORD), plan=None)
        assert (found.state, found.effect, found.waiver) == (State.WAIVED, Effect.NONE, "an-exception")
        assert found.says.endswith("; waived until 30 November 2026 by head of inclusion: seen next week")

    @pytest.mark.parametrize(
        "waiver",
        [
            pytest.param(a_waiver("unknown-site", RECORD), id="of-another-rule"),
            pytest.param(a_waiver("placement-without-plan", "placements/PL-00002.yaml"), id="for-another-record"),
            pytest.param(a_waiver("placement-without-plan", RECORD, ends="2026-11-02"), id="to-yesterday"),
        ],
    )
    def test_answer_nothing_else(self, waiver: Record) -> None:
        assert line("placement-without-plan", waiver, plan=None).state is State.MISSING

    def test_never_answer_law(self) -> None:
        laws = [rule.name for rule in RULES if rule.about == PLACEMENT.name and rule.law]
        changes = {"codes": [{"code": "K", "starts": "2026-09-14"}]}
        broken = [each.rule for each in check(**changes).lines if each.rule in laws]
        assert broken
        for name in broken:
            assert line(name, a_waiver(name, RECORD), **changes).state is State.MISSING


def test_the_provider_is_checked_on_the_placements_first_day() -> None:
    found = check()
    assert found.provider is not None
    assert found.provider_on_start is not None
    assert str(found.provider_on_start.check.requirement.on) == "2026-09-14"
    assert found.code.code == "B"
    assert found.week.pupil == "P-00001"


def test_without_the_providers_record_the_provider_is_not_checked() -> None:
    found = check(provider="nobody")
    assert (found.provider, found.provider_on_start) == (None, None)


ENDS_ON_THE_DAY: dict[str, Any] = {
    "insurance": {
        "held": [
            an_insurance(kind, ends=ON.isoformat())
            for kind in ("public_liability", "professional_indemnity", "employers_liability")
        ]
    }
}
"""Every insurance ends on the day of the question: in force then, and no more on the day after."""

TRAINING_DUE: dict[str, Any] = {"safeguarding": safeguarding(leads=[a_lead(training=[a_training("2024-11-20")])])}


class TestAPlacementStillToCome:
    """It is asked about as of its first day, and may not start where the provider's checks do not allow it."""

    def asked(self, starts: str = "2026-11-04", **provider: Any) -> PlacementCheck:
        placement = a_placement(1, starts=starts)
        return placement_check(
            placement, situation(ON, in_order_provider(**provider), a_visit(), placement, an_authority())
        )

    def test_is_asked_about_as_of_its_first_day(self) -> None:
        found = self.asked()
        assert found.as_of == day("2026-11-04")
        assert found.code.code == "B"
        assert found.week.total == check().week.total
        live = line_of("review-overdue", list(found.lines))
        assert (live.state, live.says) == (State.NOT_APPLICABLE, "the first review is not due yet")

    @pytest.mark.parametrize("starts", ["2026-09-14", "2026-11-02", "2026-11-03"])
    def test_once_begun_is_asked_about_on_the_day_and_its_start_is_past(self, starts: str) -> None:
        found = self.asked(starts, curriculum=None)
        assert found.as_of == ON
        first = line_of("provider/first-day", list(found.lines))
        assert (first.state, first.effect) == (State.REVIEW, Effect.CANNOT_TELL)
        assert first.says == "cannot tell: Curriculum plans and schemes of work"

    @pytest.mark.parametrize(
        ("provider", "verdict", "state", "effect", "says"),
        [
            pytest.param({}, Verdict.CLEAR, State.MET, Effect.NONE, "clear", id="clear"),
            pytest.param(
                TRAINING_DUE,
                Verdict.CLEAR_WITH_CONDITIONS,
                State.DUE_SOON,
                Effect.CONDITION,
                "clear with conditions: A designated safeguarding lead, trained",
                id="on-conditions",
            ),
            pytest.param(
                {"curriculum": None},
                Verdict.CANNOT_TELL,
                State.REVIEW,
                Effect.CANNOT_TELL,
                "cannot tell: Curriculum plans and schemes of work",
                id="cannot-be-told",
            ),
            pytest.param(
                ENDS_ON_THE_DAY,
                Verdict.DO_NOT_PLACE,
                State.MISSING,
                Effect.STOP,
                "do not place: Public liability insurance; Professional indemnity insurance; "
                "Employers' liability insurance",
                id="do-not-place",
            ),
        ],
    )
    def test_may_start_as_the_provider_stands_on_that_day(
        self, provider: dict[str, Any], verdict: Verdict, state: State, effect: Effect, says: str
    ) -> None:
        asked = self.asked(**provider)
        assert asked.provider_on_start is not None
        assert asked.provider_on_start.verdict is verdict
        found = line_of("provider/first-day", list(asked.lines))
        assert (found.state, found.effect, found.says, found.rule) == (state, effect, says, "")
        assert (found.group, found.title) == ("Provider", "The provider may be placed with on the first day")
        assert (found.clause, found.basis) == ("QF-20", "QF-20 to QF-27")
        assert found.remedy == (
            "" if effect is Effect.NONE else "See `apqa check-provider north-star --on 2026-11-04`."
        )

    def test_with_a_provider_that_may_not_be_placed_with_is_to_be_put_right(self) -> None:
        found = self.asked(**ENDS_ON_THE_DAY)
        assert (found.verdict, found.severity) == (Effect.STOP, Severity.BREACH)

    def test_the_first_day_stands_last_among_what_is_asked_of_the_provider(self) -> None:
        of_the_provider = [each.key for each in self.asked().lines if each.group == "Provider"]
        assert of_the_provider[-1] == "provider/first-day"
        assert len(of_the_provider) == 6

    def test_without_the_providers_record_cannot_be_told(self) -> None:
        found = line("provider/first-day", starts="2026-11-04", reviews=[], provider="nobody")
        assert (found.state, found.effect) == (State.NOT_RECORDED, Effect.CANNOT_TELL)
        assert found.says == "the provider is not in the records"
        assert found.remedy == "Record the provider, or correct the reference."

    def test_is_answered_by_a_waiver_of_its_first_day(self) -> None:
        begins = a_waiver("placement-without-plan", RECORD, starts="2026-11-04")
        assert line("placement-without-plan", begins, plan=None, starts="2026-11-04", reviews=[]).state is State.WAIVED
        over = a_waiver("placement-without-plan", RECORD, ends="2026-11-03")
        assert line("placement-without-plan", over, plan=None, starts="2026-11-04", reviews=[]).state is State.MISSING


class TestAProviderThatIsNotThere:
    """A placement with a provider nobody has recorded is not in order: nobody has checked it."""

    def found(self, *records: Record, unread: tuple[str, ...] = (), **changes: Any) -> PlacementCheck:
        placement = a_placement(1, **{"provider": "nort-star", **changes})
        return placement_check(placement, situation(ON, placement, *records, unreadable={PROVIDER: unread}))

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            pytest.param("nort-star", "there is no provider nort-star: did you mean north-star?", id="misspelt"),
            pytest.param("the-mill", "there is no provider the-mill", id="unlike-any"),
        ],
    )
    def test_is_to_be_put_right(self, name: str, says: str) -> None:
        asked = self.found(in_order_provider(), provider=name)
        found = line_of("provider/known", list(asked.lines))
        assert (found.state, found.effect, found.rule) == (State.MISSING, Effect.STOP, "unknown-reference")
        assert (found.says, found.group) == (says, "Provider")
        assert found.remedy == "Correct the reference, or add the record it names."
        assert (asked.verdict, asked.severity) == (Effect.STOP, Severity.BREACH)

    def test_cannot_be_told_where_no_providers_are_kept(self) -> None:
        found = line_of("provider/known", list(self.found().lines))
        assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, Effect.CANNOT_TELL, "")
        assert found.says == "no providers are recorded here, so nothing is known of nort-star"
        assert found.remedy == "Name the records folder that holds the providers."

    def test_is_said_once_where_its_record_cannot_be_read(self) -> None:
        asked = self.found(in_order_provider(), unread=("nort-star",))
        assert "provider/known" not in {each.key for each in asked.lines}
        assert asked.lines[0].says == "cannot be read: nort-star"

    def test_is_said_although_another_cannot_be_read(self) -> None:
        asked = self.found(in_order_provider(), unread=("nort-star-two",))
        assert line_of("provider/known", list(asked.lines)).effect is Effect.STOP

    def test_is_no_line_where_it_is_there(self) -> None:
        assert "provider/known" not in {each.key for each in self.found(in_order_provider("nort-star")).lines}


class TestWhatCannotBeRead:
    """A record the answer may rest on and that cannot be read leaves the answer open."""

    def asked(self, unreadable: dict[Kind, tuple[str, ...]]) -> PlacementCheck:
        placement = a_placement(1)
        of = situation(ON, in_order_provider(), a_visit(), placement, an_authority(), unreadable=unreadable)
        return placement_check(placement, of)

    @pytest.mark.parametrize(
        ("kind", "key"),
        [
            pytest.param(AUTHORITY, "records/authority", id="authority"),
            pytest.param(PROVIDER, "records/provider", id="provider"),
            pytest.param(PLACEMENT, "records/placement", id="placement"),
            pytest.param(WAIVER, "records/waiver", id="waiver"),
        ],
    )
    def test_stands_in_a_line_of_its_own_before_all_others(self, kind: Kind, key: str) -> None:
        found = self.asked({kind: ("north-star",)}).lines[0]
        assert (found.key, found.group, found.clause, found.basis) == (key, "Records", "QF-90", "QF-90")
        assert found.title == f"Every {kind.name} record the answer rests on can be read"
        assert (found.state, found.effect, found.rule) == (State.REVIEW, Effect.CANNOT_TELL, "")
        assert found.says == "cannot be read: north-star"
        assert found.remedy == "Run `apqa check`, put right what it finds, and ask again."

    def test_is_no_line_where_everything_can_be_read(self) -> None:
        assert "Records" not in {each.group for each in self.asked({}).lines}

    def test_names_five_and_says_where_there_are_others(self) -> None:
        five = tuple(f"PL-0000{number}" for number in range(2, 7))
        named = "cannot be read: PL-00002, PL-00003, PL-00004, PL-00005, PL-00006"
        assert self.asked({PLACEMENT: five}).lines[0].says == named
        assert self.asked({PLACEMENT: (*five, "PL-00007")}).lines[0].says == f"{named} and others"

    def test_leaves_the_answer_open(self) -> None:
        lines = self.asked({WAIVER: ("an-exception",)}).lines
        alone = replace(check(), lines=lines[:1])
        assert (alone.verdict, alone.severity) == (Effect.CANNOT_TELL, Severity.CONCERN)
