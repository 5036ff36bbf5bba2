"""What a provider offers: core subjects and qualifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.rules.offer import core_subjects_not_recorded, no_qualification_or_reason
from tests.builders import ON, a_listing, a_placement, a_provider, a_qualification, an_offer, core_subjects, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.rule import Rule

LISTED = {"listing": [a_listing()]}
NONE = "no qualification is recorded, and no reason why there is none"


def asked(rule: Rule, *records: Record, listing: Any = (), **offer: Any) -> list[str]:
    provider = a_provider(offer=an_offer(**offer), listing=list(listing))
    return [said for said, _ in found(rule, situation(ON, provider, *records), provider)]


def test_core_subjects_nobody_asked_about_are_asked_for() -> None:
    said = "whether it teaches English, mathematics, science and information technology is not recorded"
    assert asked(core_subjects_not_recorded, **LISTED) == [said]
    assert asked(core_subjects_not_recorded, **LISTED, core_subjects=core_subjects("not_taught")) == []


@pytest.mark.parametrize("rule", [core_subjects_not_recorded, no_qualification_or_reason], ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("listing", "placed", "is_asked"),
    [
        pytest.param([], [], False, id="nobody-places-there"),
        pytest.param([a_listing("applied")], [], False, id="applied"),
        pytest.param([a_listing("exceptional")], [], True, id="used-exceptionally"),
        pytest.param([a_listing("removed")], [a_placement()], True, id="removed-with-a-pupil-there"),
    ],
)
def test_an_offer_is_asked_about_where_pupils_can_be_placed_or_are(
    rule: Rule, listing: list[Any], placed: list[Record], is_asked: bool
) -> None:
    assert bool(asked(rule, *placed, listing=listing)) is is_asked


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        pytest.param({}, [NONE], id="nothing-recorded"),
        pytest.param({"qualifications": []}, [NONE], id="an-empty-list"),
        pytest.param({"no_qualifications_reason": "The pupils are too young."}, [], id="with-a-reason"),
        pytest.param({"qualifications": [a_qualification()]}, [], id="one"),
        pytest.param(
            {"qualifications": [a_qualification(centre_approval_ends="2026-11-03")]}, [], id="to-the-last-day"
        ),
        pytest.param(
            {"qualifications": [a_qualification(centre_approval_ends="2026-11-02")]},
            ["the awarding body's approval has ended for Award in Joinery, and no reason why there is none"],
            id="approval-ended-the-day-before",
        ),
        pytest.param(
            {"qualifications": [a_qualification(centre_approval_ends="2026-11-02"), a_qualification(title="GCSE Art")]},
            [],
            id="another-can-be-taken",
        ),
        pytest.param(
            {
                "qualifications": [
                    a_qualification(title=title, centre_approval_ends="2026-07-31") for title in ("Joinery", "Art")
                ]
            },
            ["the awarding body's approval has ended for Joinery, Art, and no reason why there is none"],
            id="both-approvals-ended",
        ),
        pytest.param(
            {
                "qualifications": [a_qualification(centre_approval_ends="2026-11-02")],
                "no_qualifications_reason": "A new awarding body takes over in January.",
            },
            [],
            id="ended-with-a-reason",
        ),
    ],
)
def test_a_qualification_that_can_be_taken_or_a_reason(offer: dict[str, Any], said: list[str]) -> None:
    assert asked(no_qualification_or_reason, **LISTED, **offer) == said
