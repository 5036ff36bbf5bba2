"""What in the texts that would be published may tell who somebody is."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.directory.unfit import is_published_at, people_in
from apqa.questions.directory.words import Imprint, said
from apqa.rules.directory import directory_names_somebody
from tests.builders import ON, a_provider, an_offer, situation

CONTACT = {"role": "enquiries", "email": "ask@north-star.example", "phone": "01632 960 112"}


def found(publish: str = "yes", **directory: Any) -> list[str]:
    offer = an_offer(purpose="Ask Jane Smith for a place.")
    provider = a_provider(directory={"publish": publish, "contact": CONTACT, **directory}, offer=offer)
    asked = situation(ON, provider)
    check = directory_names_somebody.check
    assert check is not None
    assert len(list(check(provider, asked))) == len(list(people_in(provider, asked)))
    return [f"{'/'.join(map(str, at))}: {what}" for at, what in people_in(provider, asked)]


@pytest.mark.parametrize(
    ("directory", "told"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"summary": "A farm by the water, since 1998."}, [], id="a plain summary"),
        pytest.param(
            {"summary": "Ask Jane Smith."}, ["directory/summary: what looks like a person's name ('J…')"], id="a name"
        ),
        pytest.param({"summary": "Ring 01632 960 112."}, ["directory/summary: a telephone number"], id="a number"),
        pytest.param({"areas": ["ring +44 1632 960112"]}, ["directory/areas/0: a telephone number"], id="abroad"),
        pytest.param({"fields": ["ages"]}, [], id="an offer that is not marked"),
        pytest.param(
            {"fields": ["purpose"]}, ["offer/purpose: what looks like a person's name ('J…')"], id="a marked purpose"
        ),
        pytest.param({"summary": "Made for P-NC0TM."}, [], id="what is found in every record"),
    ],
)
def test_a_name_or_a_number_in_what_would_be_published_is_found(directory: dict[str, Any], told: list[str]) -> None:
    assert found(**directory) == told


def test_who_publishes_nothing_is_not_looked_through() -> None:
    assert found("no", summary="Ask Jane Smith.") == []
    assert list(people_in(a_provider(), situation(ON, a_provider()))) == []
    unpublished = directory_names_somebody.check
    assert unpublished is not None
    assert list(unpublished(a_provider(), situation(ON, a_provider()))) == []


def test_only_what_is_marked_and_the_name_are_published() -> None:
    assert is_published_at(a_provider(), ("name",))
    assert not is_published_at(a_provider(), ("offer", "purpose"))
    assert not is_published_at(a_provider(directory={"publish": "yes", "fields": ["ages"]}), ("offer",))
    assert not is_published_at(a_provider(), ("sites", 0, "name"))


def test_how_many_records_could_not_be_read_is_said_in_the_directory() -> None:
    assert not [each for each in said(Imprint(ON)) if "could not be read" in each]
    assert [each[:27] for each in said(Imprint(ON, unread=1)) if "could not" in each] == ["The record of 1 provider co"]
    assert [each[:26] for each in said(Imprint(ON, unread=2)) if "could not" in each] == ["The records of 2 providers"]
