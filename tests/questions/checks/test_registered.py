"""Registration with the Department: looked up, whether it is required, and whether it is kept to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.registered import registration_lines
from tests.builders import (
    ON,
    a_headcount,
    a_placement,
    a_provider,
    a_register_check,
    full_time,
    line_of,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

NONE, CONDITION, CANNOT_TELL, STOP = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL, Effect.STOP
FOUR = a_headcount(full_time="4")


def lines(check: dict[str, Any] | None, *records: Record, on: str = ON.isoformat(), **changes: Any) -> list[Line]:
    looked = {"register_checks": [check]} if check else None
    provider = a_provider(**{"registration": looked, "headcounts": [a_headcount()], **changes})
    return list(registration_lines(provider, situation(on, provider, *records)))


@pytest.mark.parametrize(
    ("on", "state", "effect", "rule"),
    [
        pytest.param("2026-09-07", State.MET, NONE, "", id="in-time"),
        pytest.param("2026-07-03", State.DUE_SOON, CONDITION, "", id="four-months-ago-today"),
        pytest.param("2026-07-02", State.EXPIRED, CONDITION, "register-check-overdue", id="four-months-and-a-day"),
        pytest.param("2026-11-04", State.NOT_RECORDED, CANNOT_TELL, "register-not-checked", id="tomorrow"),
    ],
)
def test_the_register_is_looked_at_once_a_reporting_period(on: str, state: State, effect: Effect, rule: str) -> None:
    found = line_of("registration/status", lines(a_register_check(on=on)))
    assert (found.state, found.effect, found.rule) == (state, effect, rule)


@pytest.mark.parametrize(
    ("status", "state", "effect"),
    [
        pytest.param("1", State.MET, NONE, id="open"),
        pytest.param("2", State.REVIEW, CONDITION, id="closed"),
        pytest.param("3", State.MET, NONE, id="open-but-to-close"),
        pytest.param("4", State.REVIEW, CONDITION, id="proposed-to-open"),
    ],
)
def test_a_school_that_is_not_open_is_asked_about(status: str, state: State, effect: Effect) -> None:
    found = line_of("registration/status", lines(on_the_register(status=status)))
    assert (found.state, found.effect, found.rule) == (state, effect, "")
    assert found.says.startswith("on the register but not open (") is (effect is CONDITION)
    assert found.remedy.startswith("Ask the provider why the register does not hold it as open") is (
        effect is CONDITION
    )


def test_a_school_that_is_not_open_is_asked_about_however_long_ago_the_look_was() -> None:
    found = line_of("registration/status", lines(on_the_register(on="2024-09-07", status="2")))
    assert (found.state, found.effect) == (State.REVIEW, CONDITION)


@pytest.mark.parametrize(
    ("on", "pupils", "state", "effect"),
    [
        pytest.param("2026-07-03", 5, State.MET, NONE, id="looked-up-in-time"),
        pytest.param("2026-07-02", 5, State.REVIEW, CANNOT_TELL, id="a-day-too-long-ago"),
        pytest.param("2026-07-02", 4, State.MET, NONE, id="and-no-number-that-asks-for-it"),
    ],
)
def test_a_registration_counts_while_it_was_looked_up_in_time(
    on: str, pupils: int, state: State, effect: Effect
) -> None:
    found = line_of("registration/requirement", lines(on_the_register(on=on), *full_time(pupils), headcounts=[FOUR]))
    assert (found.state, found.effect) == (state, effect)


def test_a_register_nobody_looked_at_is_not_recorded() -> None:
    found = line_of("registration/status", lines(None))
    assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, CANNOT_TELL, "register-not-checked")


def test_before_any_cycle_was_known_a_look_says_nothing() -> None:
    found = line_of("registration/status", lines(a_register_check(on="2013-11-01"), on="2013-12-01"))
    assert found.state is State.NOT_RECORDED


@pytest.mark.parametrize(
    ("check", "pupils", "headcounts", "state", "effect", "rule", "says"),
    [
        pytest.param(
            on_the_register(),
            5,
            [],
            State.MET,
            NONE,
            "",
            "registered, or a school that need not be",
            id="registered",
        ),
        pytest.param(
            a_register_check(),
            4,
            [FOUR],
            State.MET,
            NONE,
            "",
            "4 full-time pupils of compulsory school age (registration is asked from 5)",
            id="not-required",
        ),
        pytest.param(
            a_register_check(),
            5,
            [a_headcount()],
            State.MISSING,
            STOP,
            "unregistered-full-time-provision",
            "appears to meet the definition of an independent school and is not registered: 5 full-time pupils",
            id="must-register",
        ),
        pytest.param(
            a_register_check(),
            4,
            [],
            State.REVIEW,
            CANNOT_TELL,
            "registration-to-be-judged",
            "a person must judge: the number of full-time pupils is not known",
            id="to-be-judged",
        ),
    ],
)
def test_registration_is_required_or_not_or_a_person_must_judge(  # noqa: PLR0917 - a case has that many columns
    check: dict[str, Any],
    pupils: int,
    headcounts: list[dict[str, Any]],
    state: State,
    effect: Effect,
    rule: str,
    says: str,
) -> None:
    found = line_of("registration/requirement", lines(check, *full_time(pupils), headcounts=headcounts))
    assert (found.state, found.effect, found.rule) == (state, effect, rule)
    assert found.says.startswith(says)
    assert not found.can_be_waived


def test_what_is_missing_is_said_beside_the_answer() -> None:
    found = line_of("registration/requirement", lines(None))
    assert found.says.endswith(
        "; no look at the register of schools is recorded; no placements are recorded here, "
        "so the council's own pupils count only as the provider declared them"
    )


def test_without_a_law_the_requirement_has_no_basis() -> None:
    found = line_of("registration/requirement", lines(None, on="2014-08-31"))
    assert (found.state, found.basis) == (State.REVIEW, "")


def test_pupils_outside_a_registration_are_a_condition() -> None:
    found = line_of("registration/kept_to", lines(on_the_register(capacity="1"), a_placement(1), a_placement(2)))
    assert (found.state, found.effect, found.rule) == (State.REVIEW, CONDITION, "outside-registration")
    assert found.says == "10 pupils, more than the 1 it is registered for"
    assert not found.can_be_waived


LIMITS: dict[str, Any] = {"ages": {"youngest": "11", "oldest": "16"}, "capacity": "10", "sites": ["barn"]}


def test_a_registration_that_is_kept_to_has_no_line_for_it() -> None:
    assert [each.key for each in lines(on_the_register(**LIMITS), a_placement(1))] == [
        "registration/status",
        "registration/requirement",
    ]


@pytest.mark.parametrize("kind", ["10", "11", "14", "42"])
@pytest.mark.parametrize("name", list(LIMITS))
def test_what_a_school_is_registered_for_is_asked_where_it_is_not_recorded(kind: str, name: str) -> None:
    found = lines(on_the_register(**{**LIMITS, name: None}, establishment_type=kind), a_placement(1))
    assert [(each.key, each.state, each.effect) for each in found[2:]] == [
        (f"registration/{name}", State.NOT_RECORDED, CONDITION)
    ]
    assert found[2].remedy.endswith(f"({name}).")


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(a_register_check(), id="not-found"),
        pytest.param(on_the_register(establishment_type="18"), id="a-college"),
        pytest.param(on_the_register(status="2"), id="closed"),
        pytest.param(None, id="not-looked-up"),
    ],
)
def test_what_is_no_registered_school_is_registered_for_nothing(check: dict[str, Any] | None) -> None:
    assert len(lines(check)) == 2
