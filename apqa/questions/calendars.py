"""Whose calendar applies: the main school's or the provider's own where it is recorded, else the council's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement
    from apqa.records.pupil import SchoolRoll


def school_calendar(placement: Placement, situation: Situation) -> Calendar | None:
    """Answer the calendar of the pupil's main school on the day; none where none covers the day."""
    rolls = [roll for roll in placement.registered_at or () if roll.main and roll.covers(situation.on)]
    covering = [each for each in situation.records.calendars if each.covers(situation.on)]
    own = (each for each in covering if any(_is_of(each, roll) for roll in rolls))
    return next(own, None) or next((each for each in covering if each.applies_to is None), None)


def _is_of(calendar: Calendar, roll: SchoolRoll) -> bool:
    whose = calendar.applies_to
    if whose is None:
        return False
    return (whose.urn is not None and whose.urn == roll.urn) or (
        whose.school is not None and whose.school == roll.school
    )
