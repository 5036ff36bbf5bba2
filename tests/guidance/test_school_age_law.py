"""The law on compulsory school age, as dated data."""

from __future__ import annotations

from apqa.guidance.school_age_law import school_age_law
from tests.builders import day


def test_it_begins_at_five_on_a_prescribed_day_and_ends_on_the_last_friday_in_june() -> None:
    law = school_age_law(day("2026-11-23"))
    assert law is not None
    assert (law.begins_at, law.ends_at) == (5, 16)
    assert set(law.prescribed_days) == {"08-31", "12-31", "03-31"}
    assert (law.leaving_month, law.leaving_weekday) == (6, 4)
    assert law.basis == "Education Act 1996 s.8"


def test_before_its_first_day_none_is_known() -> None:
    assert school_age_law(day("1998-08-31")) is None
    assert school_age_law(day("1998-09-01")) is not None
