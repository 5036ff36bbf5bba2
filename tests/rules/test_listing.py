"""The approved provider list: two decisions of one day."""

from __future__ import annotations

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.listing import listing_lines
from apqa.rules.listing import two_list_decisions_on_one_day
from tests.builders import ON, a_listing, a_provider, line_of, situation
from tests.rules.asking import found


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
