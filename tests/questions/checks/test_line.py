"""One line of the check before a placement: seen or not, in time or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from apqa.questions.checks.line import Effect, Line, State, asked, seen, seen_on, timed
from apqa.records.base import Checked, Evidence
from apqa.records.checks import Policy
from apqa.vocabulary.standing import Standing
from tests.builders import ON, SEEN, an_authority, day, situation

LINE = asked("policies/anti_bullying", "Policies", "Anti-bullying", "QF-21", basis="QF-21", ask="the lead", at=("p",))
EXEMPT = {"reason": "no medicines are kept", "on": "2026-09-07", "by": "officer"}


def look(on: date = ON, *, may_not_apply: bool = False, **changes: Any) -> Line:
    checked = Checked.model_validate(changes)
    return seen(
        LINE, checked, on, missing="missing-policy", not_recorded="policy-not-recorded", may_not_apply=may_not_apply
    )


def test_a_line_begins_with_nothing_recorded() -> None:
    assert (LINE.state, LINE.effect, LINE.says, LINE.rule) == (State.NOT_RECORDED, Effect.NONE, "", "")


@pytest.mark.parametrize(
    ("recorded", "state", "effect", "rule", "says"),
    [
        pytest.param(
            {"evidence": SEEN},
            State.MET,
            Effect.NONE,
            "",
            "the document, seen on 2 July 2026 by commissioning officer",
            id="seen",
        ),
        pytest.param(
            {"absent": {"on": "2026-09-07", "by": "officer"}},
            State.MISSING,
            Effect.STOP,
            "missing-policy",
            "asked for on 7 September 2026 and not there",
            id="absent",
        ),
        pytest.param(
            {"absent": {"on": "2026-09-07", "by": "officer", "note": "promised for October"}},
            State.MISSING,
            Effect.STOP,
            "missing-policy",
            "asked for on 7 September 2026 and not there: promised for October",
            id="absent-with-a-note",
        ),
        pytest.param(
            {"not_applicable": EXEMPT},
            State.REVIEW,
            Effect.CANNOT_TELL,
            "policy-not-recorded",
            "recorded as not applicable, which the framework leaves no room for: no medicines are kept "
            "(officer, 7 September 2026)",
            id="exempt",
        ),
        pytest.param(
            {},
            State.NOT_RECORDED,
            Effect.CANNOT_TELL,
            "policy-not-recorded",
            "nothing is recorded",
            id="nothing-said",
        ),
    ],
)
def test_something_is_there_absent_exempt_or_not_recorded(
    recorded: dict[str, Any], state: State, effect: Effect, rule: str, says: str
) -> None:
    line = look(**recorded)
    assert (line.state, line.effect, line.rule, line.says) == (state, effect, rule, says)
    assert bool(line.remedy) is bool(rule)
    assert (line.key, line.at, line.clause, line.ask) == (LINE.key, LINE.at, "QF-21", "the lead")


def test_what_was_never_written_down_is_not_recorded() -> None:
    line = seen(LINE, None, ON, missing="missing-policy", not_recorded="policy-not-recorded")
    assert (line.state, line.effect) == (State.NOT_RECORDED, Effect.CANNOT_TELL)


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        pytest.param(
            {"reviewed_on": "2026-07-01"},
            "recorded as of 1 July 2026, without evidence that anybody has seen it",
            id="a-day",
        ),
        pytest.param({"cites": {"kcsie": "2026"}}, "recorded, without evidence that anybody has seen it", id="no-day"),
        pytest.param({}, "nothing is recorded", id="nothing"),
    ],
)
def test_what_is_recorded_and_was_not_seen_is_said_to_be(policy: dict[str, Any], says: str) -> None:
    record = Policy.model_validate(policy)
    line = seen(LINE, record, ON, missing="missing-policy", not_recorded="policy-not-recorded", made=record.reviewed_on)
    assert (line.state, line.effect, line.says) == (State.NOT_RECORDED, Effect.CANNOT_TELL, says)


def test_what_was_seen_later_only_is_not_recorded() -> None:
    before = look(day("2026-07-01"), evidence=SEEN)
    assert (before.state, before.effect, before.rule) == (
        State.NOT_RECORDED,
        Effect.CANNOT_TELL,
        "policy-not-recorded",
    )
    assert before.says == "the document, seen on 2 July 2026 by commissioning officer, after the day asked about"
    assert before.remedy.startswith("See it, and record what was seen")
    assert look(day("2026-07-02"), evidence=SEEN).state is State.MET


NOT_KNOWN = (State.NOT_RECORDED, Effect.CANNOT_TELL, "policy-not-recorded")


@pytest.mark.parametrize("may_not_apply", [True, False])
@pytest.mark.parametrize(
    ("recorded", "says"),
    [
        pytest.param(
            {"absent": {"on": "2026-09-07", "by": "officer", "note": "promised"}},
            "not there when asked for on 7 September 2026, after the day asked about",
            id="absent",
        ),
        pytest.param(
            {"not_applicable": EXEMPT},
            "recorded as not applicable: no medicines are kept (officer, 7 September 2026), after the day asked about",
            id="exempt",
        ),
    ],
)
def test_what_was_found_later_is_not_recorded_before(
    recorded: dict[str, Any], says: str, *, may_not_apply: bool
) -> None:
    before = look(day("2026-09-06"), may_not_apply=may_not_apply, **recorded)
    assert (before.state, before.effect, before.rule) == NOT_KNOWN
    assert before.says == says
    assert before.remedy.startswith("See it, and record what was seen")
    assert look(day("2026-09-07"), may_not_apply=may_not_apply, **recorded).says != says


def test_what_may_not_apply_does_not_from_the_day_that_was_decided() -> None:
    line = look(day("2026-09-07"), may_not_apply=True, not_applicable=EXEMPT)
    assert (line.state, line.effect, line.rule) == (State.NOT_APPLICABLE, Effect.NONE, "")
    assert line.says == "no medicines are kept (officer, 7 September 2026)"


def test_what_is_absent_stops_from_the_day_it_was_looked_for() -> None:
    line = look(day("2026-09-07"), absent={"on": "2026-09-07", "by": "officer"})
    assert (line.state, line.effect, line.rule) == (State.MISSING, Effect.STOP, "missing-policy")


def test_evidence_stays_with_the_line() -> None:
    line = look(evidence=SEEN)
    assert line.evidence is not None
    assert line.found(State.DUE_SOON, "soon").evidence is line.evidence


def test_without_evidence_nothing_is_said_to_be_seen() -> None:
    assert seen_on(None) == ""
    assert seen_on(Evidence.model_validate(SEEN)).startswith("the document, seen on")


@pytest.mark.parametrize(
    ("days", "state", "effect", "says"),
    [
        pytest.param(-1, State.EXPIRED, Effect.STOP, "seen; was due on 2 November 2026", id="the-day-after"),
        pytest.param(0, State.DUE_SOON, Effect.CONDITION, "seen; due on 3 November 2026", id="its-last-day"),
        pytest.param(42, State.DUE_SOON, Effect.CONDITION, "seen; due on 15 December 2026", id="first-day-of-warning"),
        pytest.param(43, State.MET, Effect.NONE, "seen", id="the-day-before-the-warning"),
    ],
)
def test_a_day_is_past_near_or_far(days: int, state: State, effect: Effect, says: str) -> None:
    met, due = LINE.found(State.MET, "seen"), ON + timedelta(days=days)
    line = timed(met, due, situation(ON), rule="overdue", effect=Effect.STOP, remedy="Renew it.")
    assert (line.state, line.effect, line.says, line.due) == (state, effect, says, due)
    assert line.rule == ("overdue" if state is State.EXPIRED else "")
    assert line.remedy == ("" if state is State.MET else "Renew it.")


def test_the_council_sets_the_days_of_warning() -> None:
    policy = an_authority(warning_days={"days": "7", "reason": "weekly meetings"})
    met = LINE.found(State.MET, "seen")
    states = [
        timed(met, ON + timedelta(days=days), situation(ON, policy), rule="r", effect=Effect.STOP, remedy="").state
        for days in (7, 8)
    ]
    assert states == [State.DUE_SOON, State.MET]


@pytest.mark.parametrize("standing", Standing)
def test_law_and_statutory_guidance_cannot_be_waived(standing: Standing) -> None:
    line = asked("k", "g", "t", "QF-10", basis="", ask="", at=(), standing=standing)
    assert line.can_be_waived is (standing not in {Standing.LAW, Standing.STATUTORY_GUIDANCE})


@pytest.mark.parametrize("standing", Standing)
def test_a_firm_decision_cannot_be_waived(standing: Standing) -> None:
    line = asked("k", "g", "t", "QF-10", basis="", ask="", at=(), standing=standing)
    assert replace(line, firm=True).can_be_waived is False
