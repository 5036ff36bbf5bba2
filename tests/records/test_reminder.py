"""A reminder that was prepared."""

from __future__ import annotations

import pytest

from tests.builders import a_reminder
from tests.records.refusing import contradiction


def test_it_is_of_the_day_in_its_name() -> None:
    assert str(a_reminder(on="2026-11-16").on) == "2026-11-16"


def test_it_is_sent_once_it_is_prepared() -> None:
    assert a_reminder(sent_on="2026-11-03").sent_on == a_reminder().on
    said = contradiction(a_reminder, sent_on="2026-11-02")
    assert said == "it was sent on 2026-11-02, before it was prepared on 2026-11-03"


@pytest.mark.parametrize("owes", ["commissioner", "council"])
def test_its_name_says_to_whom_it_is(owes: str) -> None:
    said = contradiction(a_reminder, to={"owes": owes, "name": "North Star"})
    assert said == f"by its name it is to a provider, and here to the {owes}"


def test_it_reminds_of_something() -> None:
    assert contradiction(a_reminder, duties=[]) == "it reminds of nothing: name at least one duty"
