"""When the law asks an institution to register as an independent school, by rule set."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from apqa.guidance.registration_law import announced_registration_law, registration_law, rule_sets
from tests.builders import day


def test_today_five_pupils_or_one_with_a_plan_or_in_care_above_eighteen_hours() -> None:
    law = registration_law(day("2026-11-23"))
    assert law is not None
    assert (law.pupils, law.with_ehc_plan, law.looked_after, law.with_special_needs) == (5, 1, 1, None)
    assert law.full_time.presumed_above_hours == timedelta(hours=18)
    assert law.full_time.judged_when_nearly_all
    assert not law.full_time.majority
    assert law.full_time.standing == "guidance"
    assert law.basis.startswith("Education Act 1996 s.463")


@pytest.mark.parametrize("on", ["2014-08-31", "1900-01-01"])
def test_before_its_first_day_none_is_known(on: str) -> None:
    assert registration_law(day(on)) is None


@pytest.mark.parametrize("on", ["2014-09-01", "2026-04-29", "2026-11-23", "2100-12-31"])
def test_the_announced_one_is_in_force_on_no_day(on: str) -> None:
    law = registration_law(day(on))
    assert law is not None
    assert law.key == "education_act_1996"


def test_the_announced_one_asks_for_special_needs_and_a_majority() -> None:
    law = announced_registration_law()
    assert law is not None
    assert law.key == "childrens_wellbeing_and_schools_act_2026"
    assert (law.pupils, law.with_special_needs, law.looked_after, law.with_ehc_plan) == (5, 1, 1, None)
    assert (law.full_time.presumed_above_hours, law.full_time.majority) == (None, True)
    assert (law.confirmed, law.in_force_from, str(law.announced_on)) == (False, None, "2026-04-29")


def test_the_announced_one_can_be_read_in_two_ways_its_own_words_first() -> None:
    law = announced_registration_law()
    assert law is not None
    read = [(each.key, law.read_as(each)) for each in law.readings]
    assert [(key, as_read.with_special_needs, as_read.with_ehc_plan) for key, as_read in read] == [
        ("special_needs", 1, None),
        ("ehc_plan", None, 1),
    ]
    assert replace(read[0][1], readings=law.readings) == law
    assert all(as_read.readings == () for _, as_read in read)


def test_a_rule_set_is_in_force_in_whichever_reading() -> None:
    law, coming = registration_law(day("2026-11-23")), announced_registration_law()
    assert law is not None
    assert coming is not None
    assert law.is_in_force(day("2026-11-23"))
    assert replace(law, with_ehc_plan=None, with_special_needs=1).is_in_force(day("2026-11-23"))
    assert not coming.is_in_force(day("2026-11-23"))
    assert not law.is_in_force(day("2014-08-31"))


def test_every_rule_set_has_a_name_of_its_own() -> None:
    keys = [law.key for law in rule_sets()]
    assert len(keys) == len(set(keys)) == 2
