"""What every record and every part of one has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from apqa.records.base import Absence, AgeRange, Checked, Evidence, Period, in_force
from tests.builders import SEEN, a_provider, day
from tests.records.refusing import contradiction

if TYPE_CHECKING:
    from collections.abc import Iterable

EXEMPT = {"reason": "none is kept", "on": "2026-09-07", "by": "officer"}
ABSENT = {"on": "2026-09-07", "by": "officer"}


def a_period(starts: str, ends: str | None = None) -> Period:
    return Period.model_validate({"starts": starts, **({"ends": ends} if ends else {})})


@pytest.mark.parametrize(
    ("on", "covered"),
    [
        pytest.param("2026-08-31", False, id="the-day-before"),
        pytest.param("2026-09-01", True, id="its-first-day"),
        pytest.param("2026-09-30", True, id="its-last-day"),
        pytest.param("2026-10-01", False, id="the-day-after"),
    ],
)
def test_a_period_covers_its_first_and_last_day(on: str, covered: bool) -> None:
    assert a_period("2026-09-01", "2026-09-30").covers(day(on)) is covered


def test_a_period_without_end_goes_on() -> None:
    assert a_period("2026-09-01").covers(day("2099-01-01"))


def test_a_period_of_one_day_is_one() -> None:
    assert a_period("2026-09-01", "2026-09-01").covers(day("2026-09-01"))


def test_a_period_ends_after_it_starts() -> None:
    said = contradiction(a_period, "2026-09-02", "2026-09-01")
    assert said == "it ends on 2026-09-01, before it starts on 2026-09-02"


@pytest.mark.parametrize(
    ("periods", "answer"),
    [
        pytest.param(None, False, id="none-recorded"),
        pytest.param([], False, id="none"),
        pytest.param([a_period("2026-01-01", "2026-02-01"), a_period("2026-09-01")], True, id="one-of-two"),
        pytest.param([a_period("2026-11-04")], False, id="tomorrow"),
    ],
)
def test_any_period_that_covers_the_day_is_in_force(periods: Iterable[Period] | None, answer: bool) -> None:
    assert in_force(None if periods is None else tuple(periods), day("2026-11-03")) is answer


@pytest.mark.parametrize(
    ("said", "message"),
    [
        pytest.param(
            {"evidence": SEEN, "absent": ABSENT},
            "it cannot at once be evidence and absent: keep the one that is true",
            id="seen-and-absent",
        ),
        pytest.param(
            {"evidence": SEEN, "not_applicable": EXEMPT},
            "it cannot at once be evidence and not_applicable: keep the one that is true",
            id="seen-and-exempt",
        ),
        pytest.param(
            {"evidence": SEEN, "absent": ABSENT, "not_applicable": EXEMPT},
            "it cannot at once be evidence and absent and not_applicable: keep the one that is true",
            id="all-three",
        ),
    ],
)
def test_something_is_seen_absent_or_exempt_and_no_two_of_these(said: dict[str, Any], message: str) -> None:
    assert contradiction(Checked.model_validate, said) == message


@pytest.mark.parametrize("said", [{}, {"evidence": SEEN}, {"absent": ABSENT}, {"not_applicable": EXEMPT}])
def test_something_may_be_any_one_of_these_or_none(said: dict[str, Any]) -> None:
    assert Checked.model_validate(said).model_fields_set == set(said)


def test_the_youngest_age_comes_first() -> None:
    said = contradiction(AgeRange.model_validate, {"youngest": "16", "oldest": "11"})
    assert said == "the oldest age, 11, is below the youngest, 16"
    assert AgeRange.model_validate({"youngest": "11", "oldest": "11"}).oldest == 11


def test_a_record_never_changes() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        a_provider().name = "Another"  # type: ignore[misc]  # this is the point


def test_a_key_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Absence.model_validate({**ABSENT, "because": "?"})


def test_what_an_authority_keeps_for_itself_has_one_door() -> None:
    local = {"cost_centre": "4711", "deeper": {"a": ["b"]}}
    assert a_provider(local=local).local == local


def test_evidence_may_carry_the_files_digest() -> None:
    assert Evidence.model_validate({**SEEN, "sha256": "0" * 64}).sha256 == "0" * 64
