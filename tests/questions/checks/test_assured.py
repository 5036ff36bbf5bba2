"""What a provider assures beyond its policies: checks on staff, further training, data protection."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.assured import assured_lines, data_protection_lines
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.verdict import provider_check
from apqa.vocabulary.standing import Standing
from tests.builders import ON, SEEN, a_provider, an_authority, in_order_provider, line_of, seen_since, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

PREVENT, RECRUITMENT = "safeguarding/prevent_training", "safeguarding/safer_recruitment"


def lines(*records: Record, on: str = ON.isoformat(), **safeguarding: Any) -> list[Line]:
    provider = a_provider(safeguarding=safeguarding or None)
    return list(assured_lines(provider, situation(on, provider, *records)))


def trained(completed: str, **more: Any) -> dict[str, Any]:
    return {"completed": completed, "course": "a course", "evidence": seen_since(completed), **more}


def test_the_lines_of_a_group_stand_together() -> None:
    provider = in_order_provider(
        identity={"legal_form": "cic", "employs_staff": "yes", "ico_number": "ZA123456", "ico_expires": "2027-09-01"},
    )
    found = provider_check(provider, situation(ON, provider)).lines
    assert "data_protection_registration" in [line.key for line in found]
    groups = [name for name, _ in groupby(line.group for line in found)]
    assert len(groups) == len(set(groups))


class TestConfirmedStaffChecks:
    """The provider's word, in writing, that its staff are checked."""

    @pytest.mark.parametrize(
        ("confirmed", "state", "effect", "says"),
        [
            pytest.param(SEEN, State.MET, Effect.NONE, "the document, seen on 2 July 2026", id="confirmed"),
            pytest.param(None, State.NOT_RECORDED, Effect.CONDITION, "nothing is recorded", id="not-recorded"),
            pytest.param(
                {**SEEN, "on": "2026-11-04"},
                State.NOT_RECORDED,
                Effect.CONDITION,
                "the document, seen on 4 November 2026 by commissioning officer, after the day asked about",
                id="later",
            ),
        ],
    )
    def test_are_asked_for(self, confirmed: dict[str, Any] | None, state: State, effect: Effect, says: str) -> None:
        found = line_of("staff_checks", lines(staff_checks_confirmed=confirmed) if confirmed else lines())
        assert (found.state, found.effect) == (state, effect)
        assert found.says.startswith(says)
        assert found.rule == ("staff-checks-not-confirmed" if effect is Effect.CONDITION else "")
        assert not found.can_be_waived


class TestFurtherTraining:
    """Prevent and safer recruitment: held to the cycle where it is recorded, or where the council asks for it."""

    def test_that_nobody_recorded_is_not_asked_for(self) -> None:
        assert [line.key for line in lines()] == ["staff_checks"]

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            pytest.param("2026-09-21", State.MET, id="long-before"),
            pytest.param("2026-09-22", State.DUE_SOON, id="six-weeks-before"),
            pytest.param("2026-11-03", State.DUE_SOON, id="its-last-day"),
            pytest.param("2026-11-04", State.EXPIRED, id="the-day-after"),
        ],
    )
    def test_that_is_recorded_comes_round(self, on: str, state: State) -> None:
        found = line_of(PREVENT, lines(on=on, prevent_training=[trained("2024-11-03")]))
        assert found.state is state
        assert found.rule == ("further-training-overdue" if state is State.EXPIRED else "")
        assert found.standing is Standing.LOCAL_POLICY

    def test_that_nobody_has_seen_is_a_condition(self) -> None:
        unseen = {"completed": "2026-02-02", "course": "a course"}
        found = line_of(RECRUITMENT, lines(safer_recruitment_training=[unseen]))
        assert (found.state, found.effect) == (State.NOT_RECORDED, Effect.CONDITION)

    def test_is_asked_of_everybody_where_the_council_sets_its_own_cycle(self) -> None:
        council = an_authority(cycles={"prevent_training": {"months": "36", "reason": "the partnership's course"}})
        found = line_of(PREVENT, lines(council))
        assert (found.state, found.effect, found.says) == (
            State.NOT_RECORDED,
            Effect.CONDITION,
            "no training is recorded",
        )
        assert found.basis.startswith("local policy: the partnership's course")
        later = {"months": "36", "reason": "from next year", "starts": "2027-01-01"}
        assert [line.key for line in lines(an_authority(cycles={"prevent_training": later}))] == ["staff_checks"]


class TestDataProtection:
    """A registration with the Information Commissioner whose last day is recorded."""

    def found(self, on: str = ON.isoformat(), **identity: str) -> list[Line]:
        provider = a_provider(identity={"legal_form": "cic", "employs_staff": "yes", **identity})
        return list(data_protection_lines(provider, situation(on, provider)))

    def test_is_not_asked_for_where_its_last_day_is_not_recorded(self) -> None:
        assert self.found(ico_number="ZA123456") == []

    @pytest.mark.parametrize(
        ("expires", "state"),
        [
            pytest.param("2027-09-01", State.MET, id="runs"),
            pytest.param("2026-11-03", State.DUE_SOON, id="its-last-day"),
            pytest.param("2026-11-02", State.EXPIRED, id="the-day-after"),
        ],
    )
    def test_runs_out(self, expires: str, state: State) -> None:
        (line,) = self.found(ico_number="ZA123456", ico_expires=expires)
        assert line.state is state
        assert line.says.startswith("number ZA123456")
        assert line.rule == ("data-protection-registration-lapsed" if state is State.EXPIRED else "")
        assert (line.standing, line.can_be_waived) == (Standing.LAW, False)

    def test_may_have_no_number_recorded(self) -> None:
        (line,) = self.found(ico_expires="2027-09-01")
        assert line.says == "its last day is recorded"

    def test_before_the_law_on_it_is_not_asked_for(self) -> None:
        assert self.found("2018-05-24", ico_expires="2018-01-01") == []
