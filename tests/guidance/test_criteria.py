"""The criteria of the self-assessment."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from apqa.guidance.book import entries
from apqa.guidance.criteria import criteria, criterion
from apqa.guidance.requirements import CycleEntry
from apqa.vocabulary.review import Area
from apqa.vocabulary.standing import Standing

AUTUMN = date(2026, 11, 23)


def test_the_framework_names_five_areas() -> None:
    own = [each for each in criteria(AUTUMN) if each.standing is Standing.FRAMEWORK]
    assert [each.area for each in own] == [
        Area.LEADERSHIP,
        Area.STAFFING,
        Area.SAFEGUARDING,
        Area.HEALTH_AND_SAFETY,
        Area.OUTCOMES,
    ]


def test_there_are_twenty_one_national_standards_in_four_parts() -> None:
    parts = Counter(each.code[:2] for each in criteria(AUTUMN) if each.code.startswith("s"))
    assert parts == {"s1": 6, "s2": 5, "s3": 5, "s4": 5}


def test_the_national_standards_apply_from_august_2025() -> None:
    assert len(criteria(date(2025, 7, 31))) == 5
    assert len(criteria(date(2025, 8, 1))) == 26


def test_the_frameworks_own_apply_as_long_as_a_self_assessment_is_asked_for() -> None:
    asked = next(each for each in entries("cycles", "cycles", CycleEntry) if each.key == "self_assessment")
    assert asked.in_force_from is not None
    assert len(criteria(asked.in_force_from)) == 5
    assert criteria(asked.in_force_from - timedelta(days=1)) == ()


def test_codes_are_given_once() -> None:
    codes = [each.code for each in criteria(AUTUMN)]
    assert len(set(codes)) == len(codes)


def test_what_no_document_confirms_says_so() -> None:
    unconfirmed = {each.code[:2] for each in criteria(AUTUMN) if not each.confirmed}
    assert unconfirmed == {"s2", "s3", "s4"}
    assert all(each.note for each in criteria(AUTUMN) if not each.confirmed)


@pytest.mark.parametrize(("code", "title"), [("s1_5", "A named and trained safeguarding lead"), ("s9_9", None)])
def test_a_criterion_is_found_by_its_code(code: str, title: str | None) -> None:
    found = criterion(code)
    assert (found.title if found else None) == title
