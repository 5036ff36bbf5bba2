"""Whose calendar applies: the main school's or the provider's own where it is recorded, else the council's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement
    from apqa.records.pupil import SchoolRoll


def school_calendars(placement: Placement, situation: Situation) -> tuple[Calendar, ...]:
    """Answer the calendars of the pupil's main school, of all years; the council's where it has none of its own."""
    rolls = [roll for roll in placement.registered_at or () if roll.main and roll.covers(situation.on)]
    calendars = situation.records.calendars
    own = tuple(each for each in calendars if any(_is_of(each, roll) for roll in rolls))
    years = {each.year for each in own}
    return (*own, *(each for each in calendars if each.applies_to is None and each.year not in years))


def school_calendar(placement: Placement, situation: Situation) -> Calendar | None:
    """Answer the calendar of the pupil's main school for the day; none where none covers it."""
    return next((each for each in school_calendars(placement, situation) if each.covers(situation.on)), None)


def provider_calendar(provider_id: str, situation: Situation) -> Calendar | None:
    """Answer a provider's own calendar for the day; none where it has none of its own."""
    return next(
        (
            each
            for each in situation.records.calendars
            if each.applies_to and each.applies_to.provider == provider_id and each.covers(situation.on)
        ),
        None,
    )


def _is_of(calendar: Calendar, roll: SchoolRoll) -> bool:
    whose = calendar.applies_to
    if whose is None:
        return False
    return (whose.urn is not None and whose.urn == roll.urn) or (
        whose.school is not None and whose.school == roll.school
    )
