"""A provider or school has one calendar of its own a year."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.calendars import two_calendars_of_one_year
from tests.builders import a_whole_year, situation
from tests.rules.asking import found

OWN = {"provider": "north-star"}
SCHOOL = {"school": "Westmarch Academy", "urn": "999003"}


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        pytest.param(("2026-27-a", OWN), ("2026-27-b", OWN), True, id="one provider"),
        pytest.param(("2026-27-a", OWN), ("2027-28-a", OWN), False, id="two years"),
        pytest.param(("2026-27-a", OWN), ("2026-27-b", {"provider": "south-star"}), False, id="two providers"),
        pytest.param(("2026-27-a", SCHOOL), ("2026-27-b", {"urn": "999003"}), True, id="one number"),
        pytest.param(("2026-27-a", SCHOOL), ("2026-27-b", {"school": "Westmarch Academy"}), True, id="one name"),
        pytest.param(("2026-27-a", SCHOOL), ("2026-27-b", OWN), False, id="a school and a provider"),
        pytest.param(("2026-27", None), ("2026-27-b", OWN), False, id="the council's and its own"),
    ],
)
def test_the_later_named_of_two_is_told(first: tuple[str, Any], second: tuple[str, Any], *, is_found: bool) -> None:
    used, other = (a_whole_year(name, applies_to=whose) for name, whose in (first, second))
    asked = situation("2026-11-23", used, other)
    said = f"calendar/{used.id}.yaml is of the same provider or school and year, and is the one that is used"
    assert found(two_calendars_of_one_year, asked, other) == ([(said, ("applies_to",))] if is_found else [])
    assert found(two_calendars_of_one_year, asked, used) == []
