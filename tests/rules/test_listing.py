"""The approved provider list: two decisions of one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.listing import listing_lines
from apqa.rules.listing import (
    listed_before_due_diligence,
    no_due_diligence,
    provider_not_open_to_placements,
    two_list_decisions_on_one_day,
)
from tests.builders import ON, a_listing, a_placement, a_provider, due_diligence, line_of, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.rule import Path


def test_of_two_decisions_on_one_day_the_one_written_later_is_used() -> None:
    suspended, listed = a_listing("suspended", on="2026-10-01"), a_listing(on="2026-10-01")
    for events, state, effect in (
        ([suspended, listed], State.MET, Effect.NONE),
        ([listed, suspended], State.MISSING, Effect.STOP),
    ):
        provider = a_provider(listing=events)
        line = line_of("listing", list(listing_lines(provider, situation(ON, provider))))
        assert (line.state, line.effect) == (state, effect)


def test_each_pair_of_one_day_is_said_where_it_stands() -> None:
    provider = a_provider(
        listing=[
            a_listing("due_diligence", on="2025-06-01"),
            a_listing("suspended", on="2026-10-01"),
            a_listing("listed", on="2026-10-01"),
            a_listing("listed", on="2026-10-02"),
        ]
    )
    assert found(two_list_decisions_on_one_day, situation(ON, provider), provider) == [
        ("suspended and listed, both from 1 October 2026: the latter is used", ("listing", 2))
    ]


@pytest.mark.parametrize(
    ("limited_to", "said"),
    [
        pytest.param("PL-00001", [], id="this-one"),
        pytest.param("PL-00002 and PL-00001", [], id="one-of-several"),
        pytest.param("the pupil the Tribunal named", [], id="in-words"),
        pytest.param(None, [], id="not-limited"),
        pytest.param(
            "PL-00002",
            [("North Star is used exceptionally for PL-00002, and this is PL-00001", ("provider",))],
            id="another",
        ),
    ],
)
def test_an_exceptional_use_is_for_the_placements_it_was_decided_for(
    limited_to: str | None, said: list[tuple[str, Path]]
) -> None:
    provider = a_provider(listing=[a_listing("exceptional", limited_to=limited_to)])
    placement = a_placement()
    assert found(provider_not_open_to_placements, situation(ON, provider, placement), placement) == said


BACK = [a_listing(), a_listing("removed", on="2026-03-01"), a_listing("applied", on="2026-06-01")]
"""Listed, removed, and applying again."""


@pytest.mark.parametrize(
    ("done", "listing", "said"),
    [
        pytest.param(["2025-08-20", "2026-09-30"], [*BACK, a_listing(on="2026-10-01")], [], id="done-before"),
        pytest.param(
            ["2025-08-20", "2026-10-15"],
            [*BACK, a_listing(on="2026-10-01")],
            [("listed on 1 October 2026, due diligence finished on 15 October 2026", ("listing", 3))],
            id="done-after",
        ),
        pytest.param(
            ["2025-09-02"],
            [a_listing()],
            [("listed on 1 September 2025, due diligence finished on 2 September 2025", ("listing", 0))],
            id="the-first-time",
        ),
        pytest.param(
            ["2025-08-20"],
            [a_listing(), a_listing("suspended", on="2026-03-01"), a_listing(on="2026-06-01")],
            [],
            id="after-a-suspension",
        ),
        pytest.param(["2026-12-01"], [a_listing(on="2026-11-04")], [], id="not-yet-listed"),
    ],
)
def test_due_diligence_comes_before_each_beginning_on_the_list(
    done: list[str], listing: list[dict[str, Any]], said: list[tuple[str, Path]]
) -> None:
    provider = a_provider(listing=listing, due_diligence=[due_diligence(on=on) for on in done])
    assert found(listed_before_due_diligence, situation(ON, provider), provider) == said


def test_due_diligence_before_a_removal_is_found_missing() -> None:
    provider = a_provider(listing=[*BACK, a_listing(on="2026-10-01")], due_diligence=[due_diligence()])
    asked = situation(ON, provider)
    assert [at for _, at in found(no_due_diligence, asked, provider)] == [("due_diligence",)]
    assert found(listed_before_due_diligence, asked, provider) == []
