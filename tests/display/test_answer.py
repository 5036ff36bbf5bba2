from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.display.answer import Header, asked, envelope, to_json


def test_the_envelope_comes_first_and_the_body_behind_it() -> None:
    header = Header(version="0.1.0", command="due", on=date(2026, 11, 3))
    assert to_json(envelope(header, due=["a", "é"])) == (
        "{\n"
        '  "format": 1,\n'
        '  "tool": "apqa",\n'
        '  "version": "0.1.0",\n'
        '  "command": "due",\n'
        '  "on": "2026-11-03",\n'
        '  "as_known_on": "",\n'
        '  "commit": "",\n'
        '  "due": [\n'
        '    "a",\n'
        '    "é"\n'
        "  ]\n"
        "}\n"
    )


def test_an_answer_without_a_day_says_null() -> None:
    assert json.loads(to_json(envelope(Header(version="0.1.0", command="rules"))))["on"] is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(timedelta(hours=19), "19", id="whole hours"),
        pytest.param(timedelta(hours=18, minutes=30), "18.5", id="half hours"),
        pytest.param(Decimal("5000000.00"), "5000000", id="money"),
        pytest.param(Decimal("0.1"), "0.1", id="decimal"),
        pytest.param(Fraction(1, 4), "0.25", id="fraction"),
        pytest.param(date(2026, 2, 3), '"2026-02-03"', id="day"),
        pytest.param(time(12, 30), '"12:30:00"', id="time"),
        pytest.param(datetime(2026, 2, 3, 4, 5, tzinfo=UTC), '"2026-02-03T04:05:00+00:00"', id="moment"),
    ],
)
def test_values_json_has_no_word_for_are_put_as_ones_it_has(value: object, written: str) -> None:
    assert to_json(value) == written + "\n"


def test_a_value_without_a_form_in_json_is_refused() -> None:
    with pytest.raises(TypeError, match="JSON has no form for object"):
        to_json(object())


@given(st.recursive(st.none() | st.booleans() | st.text() | st.integers(), st.lists))
def test_json_loads_what_was_written(value: object) -> None:
    assert json.loads(to_json(value)) == value


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (Header("0.1.0", "check"), ""),
        (Header("0.1.0", "check", on=date(2026, 11, 3), commit="4f2c1aa"), " on 2026-11-03"),
        (
            Header("0.1.0", "check", on=date(2026, 11, 3), as_known_on="2026-10-01", commit="4f2c1aa" * 5),
            " on 2026-11-03, as known on 2026-10-01 (commit 4f2c1aa4f2c1)",
        ),
    ],
)
def test_an_answer_says_which_day_it_is_about(header: Header, said: str) -> None:
    assert asked(header) == said
