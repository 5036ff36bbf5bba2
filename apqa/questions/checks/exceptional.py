"""The exceptional use of an unlisted provider: who required it, until when, and for which placements (QF-41)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.fits import lasts_until, placing_line
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.pupils_here import DRAFT_ID
from apqa.questions.register import register_answer
from apqa.records.provider import OF_AN_APPLICATION, SUSPENSIONS
from apqa.vocabulary.provider import ListStatus, RequiredBy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

NO_LIMITS = "used exceptionally, and for which placements is not recorded; a person must say whether this is one"
"""What is said of any placement with a provider whose exceptional use has no limits on record."""

NO_LIMITS_REMEDY = "Ask the designated officer for which placements it was decided, and record them (limited_to)."
_OFFICER = "the council's designated officer"
_REQUIRED = {
    RequiredBy.TRIBUNAL: "named by the SEND Tribunal",
    RequiredBy.COURT: "required by a court",
    RequiredBy.COUNCIL: "decided by the council",
    RequiredBy.OTHER: "required by others",
}


def exceptional_lines(provider: Provider, draft: Placement, starting: Situation) -> Iterator[Line]:
    """Hold a draft against the decision to use its provider exceptionally: for which placements, and until when."""
    event = provider.exceptional_use(starting.on)
    if event is not None:
        yield from _is_meant(event, draft, starting.as_recorded_on(starting.on))
        yield from _outlives(event, draft)


def ended_use(provider: Provider, on: date) -> ListEvent | None:
    """Answer the exceptional use that has ended by the day, where nothing was decided about the list since.

    An application and its being declined are no decision on the time after, and neither is a suspension before the end.
    """
    decided = [event for event in provider.listing if event.on <= on and event.status not in OF_AN_APPLICATION]
    uses = [event for event in decided if event.status not in SUSPENSIONS]
    last = uses[-1] if uses else None
    if last is None or last.status is not ListStatus.EXCEPTIONAL or last.until is None or last.until >= on:
        return None
    return last if decided[-1].on <= last.until else None


def use_past_its_end(provider: Provider, situation: Situation) -> tuple[ListEvent | None, tuple[str, ...]]:
    """Answer the exceptional use that has ended undecided while pupils are still placed, and these placements (QF-41).

    A registered school needs no decision: none is answered of it, nor where nobody is placed any more.
    """
    ended = ended_use(provider, situation.on)
    if ended is None or register_answer(provider, situation).is_registered:
        return None, ()
    live = sorted(each.id for each in situation.records.placements_at(provider.id) if each.is_live(situation.on))
    return (ended, tuple(live)) if live else (None, ())


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
        yield _for_whom_not_recorded()
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


def _for_whom_not_recorded() -> Line:
    line = placing_line(
        "exceptional_for", "One the provider is exceptionally used for", "QF-41", basis="QF-41", ask=_OFFICER
    )
    return line.found(
        State.NOT_RECORDED,
        NO_LIMITS,
        effect=Effect.CANNOT_TELL,
        remedy=NO_LIMITS_REMEDY,
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
