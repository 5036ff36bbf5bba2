"""Entries of the dated data: each value is read by the type of its field, and what is not of it is refused."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from apqa.guidance.typed import an_entry, made
from apqa.records.identifiers import Word
from apqa.records.scalars import Count, Day, Hours, Money, Text, Truth
from apqa.vocabulary.standing import Standing


@an_entry
class Part:
    key: Word
    """Its name."""


@an_entry
class Whole:
    title: Text
    standing: Standing = Standing.GUIDANCE
    on: Day | None = None
    number: Count | None = None
    pounds: Money | None = None
    hours: Hours | None = None
    asked: Truth = False
    words: tuple[Word, ...] = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()


def test_a_value_is_of_the_type_of_its_field() -> None:
    data = {
        "title": " Termly report\n",
        "standing": "law",
        "on": "2026-09-01",
        "number": "3",
        "pounds": "45.50",
        "hours": "17:30",
        "asked": "yes",
        "words": ["one", "two"],
        "part": {"key": "first"},
        "parts": [{"key": "second"}, {"key": "third"}],
    }
    assert made(Whole, data) == Whole(
        title="Termly report",
        standing=Standing.LAW,
        on=date(2026, 9, 1),
        number=3,
        pounds=Decimal("45.50"),
        hours=timedelta(hours=17, minutes=30),
        asked=True,
        words=("one", "two"),
        part=Part(key="first"),
        parts=(Part(key="second"), Part(key="third")),
    )


def test_what_is_left_out_is_as_the_entry_says() -> None:
    assert made(Whole, {"title": "A title"}) == Whole(title="A title")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param({}, TypeError, id="a-missing-key"),
        pytest.param({"title": "A title", "wrong": "1"}, KeyError, id="a-key-it-does-not-know"),
        pytest.param({"title": "  "}, ValueError, id="an-empty-text"),
        pytest.param({"title": "A title", "on": "2026-02-30"}, ValueError, id="an-impossible-day"),
        pytest.param({"title": "A title", "standing": "a law"}, ValueError, id="a-word-of-no-list"),
        pytest.param({"title": "A title", "number": "many"}, ValueError, id="no-number"),
        pytest.param({"title": "A title", "part": {"key": "Two words"}}, ValueError, id="a-name-of-two-words"),
        pytest.param({"title": "A title", "part": {}}, TypeError, id="a-missing-key-in-a-part"),
    ],
)
def test_what_an_entry_cannot_be_is_refused(data: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        made(Whole, data)


def test_an_entry_never_changes() -> None:
    with pytest.raises(AttributeError):
        Part(key="first").key = "second"  # type: ignore[misc]  # that is the point
