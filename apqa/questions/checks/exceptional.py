"""The exceptional use of an unlisted provider: who required it, until when, and for which placements (QF-41)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.fits import lasts_until, placing_line
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.pupils_here import DRAFT_ID
from apqa.vocabulary.provider import ListStatus, RequiredBy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_OFFICER = "the council's designated officer"
_REQUIRED = {
    RequiredBy.TRIBUNAL: "named by the SEND Tribunal",
    RequiredBy.COURT: "required by a court",
    RequiredBy.COUNCIL: "decided by the council",
    RequiredBy.OTHER: "required by others",
}


def exceptional_lines(provider: Provider, draft: Placement, starting: Situation) -> Iterator[Line]:
    """Hold a draft against the decision to use its provider exceptionally: for which placements, and until when."""
    event = provider.listed_as(starting.on)
    if event is not None and event.status is ListStatus.EXCEPTIONAL:
        yield from _is_meant(event, draft, starting.as_recorded_on(starting.on))
        yield from _outlives(event, draft)


def ended_use(provider: Provider, on: date) -> ListEvent | None:
    """Answer the exceptional use that has ended by the day, where nothing was decided about the list since."""
    decided = [event for event in provider.listing if event.on <= on]
    last = decided[-1] if decided else None
    is_over = last is not None and last.until is not None and last.until < on
    return last if is_over and last is not None and last.status is ListStatus.EXCEPTIONAL else None


def required_words(event: ListEvent) -> str:
    """Say who required an exceptional use, with the day and the reference; empty where that is not recorded."""
    ground = event.named_by
    return f"{_REQUIRED[ground.by]} ({plain(ground.on)}, {ground.reference})" if ground else ""


def is_for_another(event: ListEvent, placement_id: str) -> bool:
    """Answer whether an exceptional use is limited, by name, to other placements than this one (QF-41)."""
    named = event.named_placements
    return event.status is ListStatus.EXCEPTIONAL and bool(named) and placement_id not in named


def _is_meant(event: ListEvent, draft: Placement, recorded: Situation) -> Iterator[Line]:
    """Find whether a draft is a placement an exceptional use is limited to.

    One without an id is another than those that are recorded, unless it is of the same pupil.
    """
    if event.limited_to is None:
        return
    named = [recorded.records.placement(each) for each in event.named_placements]
    pupils = {each.pupil for each in named if each is not None}
    another = bool(named) and None not in named and draft.pupil not in pupils
    line = placing_line(
        "exceptional_for", "One the provider is exceptionally used for", "QF-41", basis="QF-41", ask=_OFFICER
    )
    if draft.id in event.limited_to:
        yield line.found(State.MET, f"used exceptionally for {event.limited_to}")
    elif another or (draft.id != DRAFT_ID and is_for_another(event, draft.id)):
        yield line.found(
            State.MISSING,
            f"used exceptionally for {event.limited_to}, and this is {_named(draft)}",
            effect=Effect.STOP,
            rule="provider-not-open-to-placements",
            remedy="Use a provider on the list, or have the council decide on this placement, too.",
        )
    else:
        # A draft without an id, or a limit in words: only a person can tell whether this is the one.
        yield line.found(
            State.REVIEW,
            f"used exceptionally for {event.limited_to}; whether this is one of these, a person must judge",
            effect=Effect.CANNOT_TELL if named else Effect.CONDITION,
            remedy="Place only if this pupil is one it is meant for.",
        )


def _named(draft: Placement) -> str:
    return "another placement" if draft.id == DRAFT_ID else draft.id


def _outlives(event: ListEvent, draft: Placement) -> Iterator[Line]:
    end = lasts_until(draft)
    if event.until is not None and end is not None and end > event.until:
        line = placing_line(
            "exceptional_until", "Exceptionally used for the whole placement", "QF-41", basis="QF-41", ask=_OFFICER
        )
        yield line.found(
            State.DUE_SOON,
            f"used exceptionally to {plain(event.until)}; the placement to {plain(end)}",
            effect=Effect.CONDITION,
            due=event.until,
            remedy="Have the council decide on the time after, or end the placement by that day.",
        )
