"""An exceptional use beside an application, under a suspension, and past its end (QF-40, QF-41, QF-59)."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.checks.exceptional import ended_use, use_past_its_end
from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.listing import listed_as_words, listing_lines
from apqa.questions.concern import is_applying, is_turned_away
from apqa.questions.escalation.reached import step_of
from apqa.questions.placement_checks.provider import open_to_it
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep
from tests.builders import (
    ON,
    a_listing,
    a_placement,
    a_provider,
    day,
    due_diligence,
    line_of,
    on_the_register,
    situation,
)

USED = a_listing("exceptional", on="2026-09-01", limited_to="PL-00001", until="2027-07-31")
APPLIED = a_listing("applied", on="2026-10-01")
IN_DILIGENCE = a_listing("due_diligence", on="2026-10-12")
DECLINED = a_listing("declined", on="2026-10-20")
NO_NEW = a_listing("new_placements_suspended", on="2026-10-15")
SUSPENDED = a_listing("suspended", on="2026-10-15")
REMOVED = a_listing("removed", on="2026-10-25")
LISTED = a_listing("listed", on="2026-10-26")
ENDED = USED | {"until": "2026-10-31"}
STILL = "used exceptionally since 1 September 2026, for PL-00001"


@pytest.mark.parametrize(
    ("events", "says"),
    [
        pytest.param([USED], f"not listed; {STILL}", id="alone"),
        pytest.param(
            [USED, APPLIED],
            f"not listed; {STILL}; applied to be listed since 1 October 2026",
            id="applied beside it",
        ),
        pytest.param(
            [USED, APPLIED, IN_DILIGENCE],
            f"not listed; {STILL}; in due diligence to be listed since 12 October 2026",
            id="in due diligence",
        ),
        pytest.param([USED, APPLIED, DECLINED], f"not listed; {STILL}", id="declined"),
        pytest.param([USED, REMOVED], "removed from the list since 25 October 2026", id="removed"),
        pytest.param([USED, APPLIED, LISTED], "listed since 26 October 2026", id="listed"),
        pytest.param(
            [USED, NO_NEW],
            "used exceptionally, new placements suspended since 15 October 2026, for PL-00001",
            id="suspended",
        ),
        pytest.param(
            [USED, APPLIED, SUSPENDED],
            "used exceptionally, all placements suspended since 15 October 2026, for PL-00001; "
            "applied to be listed since 1 October 2026",
            id="suspended while it applies",
        ),
        pytest.param(
            [a_listing(), NO_NEW], "listed, new placements suspended since 15 October 2026", id="listed and suspended"
        ),
        pytest.param(
            [SUSPENDED],
            "all placements suspended since 15 October 2026; whether it was listed before is not recorded",
            id="begins with a suspension",
        ),
        pytest.param(
            [ENDED, NO_NEW],
            "new placements suspended since 15 October 2026; exceptional use ended on 31 October 2026",
            id="ended under a suspension",
        ),
        pytest.param([ENDED], "not on the list; exceptional use ended on 31 October 2026", id="ended"),
        pytest.param(
            [ENDED, APPLIED],
            "applied to be listed since 1 October 2026; exceptional use ended on 31 October 2026",
            id="ended while it applies",
        ),
    ],
)
def test_how_it_stands_is_said_with_what_it_rests_on(events: list[Any], says: str) -> None:
    provider = a_provider(listing=events)
    assert listed_as_words(provider, situation("2026-11-03", provider)) == says


@pytest.mark.parametrize(
    ("events", "used", "listed", "applies"),
    [
        pytest.param([USED], True, False, False, id="used"),
        pytest.param([USED, APPLIED, IN_DILIGENCE], True, False, True, id="applies beside it"),
        pytest.param([USED, APPLIED, DECLINED], True, False, False, id="declined beside it"),
        pytest.param([USED, NO_NEW], True, False, False, id="suspended"),
        pytest.param([USED, APPLIED, SUSPENDED], True, False, True, id="suspended while it applies"),
        pytest.param([USED, APPLIED, USED | {"on": "2026-10-28"}], True, False, True, id="used longer meanwhile"),
        pytest.param([APPLIED, USED | {"on": "2026-10-28"}], True, False, False, id="used as the answer"),
        pytest.param([USED, APPLIED, REMOVED], False, False, False, id="removed"),
        pytest.param([USED, NO_NEW, LISTED], False, True, False, id="listed"),
        pytest.param([a_listing(), SUSPENDED], False, True, False, id="listed and suspended"),
        pytest.param([SUSPENDED], False, True, False, id="begins with a suspension"),
        pytest.param([ENDED, SUSPENDED], False, False, False, id="ended under a suspension"),
        pytest.param([a_listing("removed"), SUSPENDED], False, False, False, id="suspended after a removal"),
        pytest.param([APPLIED, DECLINED], False, False, False, id="only applied"),
    ],
)
def test_whether_it_is_used_listed_and_applying(events: list[Any], used: bool, listed: bool, applies: bool) -> None:
    provider, on = a_provider(listing=events), day("2026-11-03")
    assert (provider.exceptional_use(on) is not None, provider.is_listed(on), is_applying(provider, on)) == (
        used,
        listed,
        applies,
    )


def test_it_is_listed_since_the_listing_and_not_since_its_use_was_suspended() -> None:
    provider = a_provider(listing=[USED, NO_NEW, LISTED, SUSPENDED | {"on": "2026-10-28"}])
    assert provider.listed_since(ON) == provider.listed_since(day("2026-10-27")) == day("2026-10-26")
    assert a_provider(listing=[SUSPENDED, LISTED]).listed_since(ON) == day("2026-10-15")
    assert a_provider(listing=[USED, NO_NEW]).listed_since(ON) is None


def test_an_application_leaves_it_open_and_shows_how_far_it_has_come() -> None:
    provider = a_provider(listing=[USED, APPLIED])
    lines = list(listing_lines(provider, situation("2026-11-03", provider)))
    assert line_of("listing", lines).effect is Effect.CONDITION
    assert line_of("application", lines).at == ("listing", 1)
    assert "visited" in {line.key for line in lines}


def test_that_an_application_is_declined_spends_no_due_diligence_of_a_use_that_goes_on() -> None:
    done = due_diligence(on="2026-08-20")
    provider = a_provider(listing=[USED, APPLIED, DECLINED], due_diligence=[done])
    lines = list(listing_lines(provider, situation("2026-11-03", provider)))
    assert line_of("due_diligence", lines).state is State.MET
    assert not is_turned_away(provider.id, situation("2026-11-03", provider))
    after = list(listing_lines(provider, situation("2027-08-01", provider, a_placement())))
    assert "due_diligence" not in {line.key for line in after}


def test_a_suspension_of_it_is_a_step_of_escalation() -> None:
    provider = a_provider(listing=[USED, NO_NEW, APPLIED | {"on": "2026-10-28"}])
    assert step_of(provider, situation(ON, provider)).step is EscalationStep.NEW_PLACEMENTS_SUSPENDED
    event = provider.listed_as(ON)
    assert event is not None
    assert event.status is ListStatus.NEW_PLACEMENTS_SUSPENDED


@pytest.mark.parametrize(
    ("events", "undecided"),
    [
        pytest.param([ENDED], True, id="nothing decided"),
        pytest.param([ENDED, APPLIED], True, id="an application is no decision on it"),
        pytest.param([ENDED, APPLIED, DECLINED | {"on": "2026-11-02"}], True, id="nor is that it was declined"),
        pytest.param([ENDED, SUSPENDED], True, id="nor a suspension before the end"),
        pytest.param([ENDED, SUSPENDED | {"on": "2026-11-01"}], False, id="a suspension after it is"),
        pytest.param([ENDED, REMOVED], False, id="removed"),
        pytest.param([USED | {"until": None}], False, id="without an end"),
        pytest.param([USED], False, id="it goes on"),
        pytest.param([APPLIED], False, id="never used"),
    ],
)
def test_a_use_has_ended_undecided_while_nothing_was_decided_on_the_time_after(
    events: list[Any], undecided: bool
) -> None:
    provider = a_provider(listing=events)
    assert (ended_use(provider, day("2026-11-03")) is not None) is undecided


def test_a_use_is_past_its_end_while_pupils_are_placed_and_no_register_holds_the_provider() -> None:
    provider = a_provider(listing=[ENDED])
    ended, live = use_past_its_end(provider, situation("2026-11-01", provider, a_placement()))
    assert (ended, live) == (provider.listing[0], ("PL-00001",))
    assert use_past_its_end(provider, situation("2026-10-31", provider, a_placement())) == (None, ())
    assert use_past_its_end(provider, situation("2026-11-01", provider)) == (None, ())
    school = a_provider(listing=[ENDED], registration={"register_checks": [on_the_register()]})
    assert use_past_its_end(school, situation("2026-11-01", school, a_placement())) == (None, ())


@pytest.mark.parametrize(
    ("limited_to", "state", "effect"),
    [
        pytest.param("PL-00001", State.MET, None, id="this one"),
        pytest.param("two pupils of Year 10", State.REVIEW, Effect.CONDITION, id="in words"),
        pytest.param(None, State.REVIEW, Effect.CANNOT_TELL, id="not recorded"),
    ],
)
def test_a_placement_is_one_of_those_it_is_for_or_a_person_must_say(
    limited_to: str | None, state: State, effect: Effect | None
) -> None:
    provider = a_provider(listing=[USED | {"on": "2026-08-01", "limited_to": limited_to}])
    placement = a_placement()
    found = open_to_it(placement, situation(ON, provider, placement))
    assert (found.state, found.effect) == (state, effect)
