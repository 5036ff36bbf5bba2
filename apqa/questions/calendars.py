"""Whose calendar applies: the main school's or the provider's own where it is recorded, else the council's (QF-50)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.school_days import COUNCIL, SchoolDays

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.calendar import AppliesTo, Calendar
    from apqa.records.placement import Placement
    from apqa.records.pupil import SchoolRoll


def council_days(situation: Situation) -> SchoolDays:
    """Answer the days by the council's own calendars."""
    return situation.once("council's days", lambda: SchoolDays(COUNCIL, _council(situation)))


def provider_days(provider_id: str, situation: Situation) -> SchoolDays:
    """Answer the days of a provider: its own calendars, and the council's for years it has none of its own."""
    own = (each for each in _others(situation) if each.applies_to and each.applies_to.provider == provider_id)
    return _days(f"days of {provider_id}", provider_id, own, situation)


def main_school_days(placement: Placement, situation: Situation) -> SchoolDays:
    """Answer the days of the pupil's main school: its own calendars, and the council's where it has none."""
    rolls = [roll for roll in placement.registered_at or () if roll.main and roll.covers(situation.on)]
    if not rolls or not any(True for _ in _others(situation)):
        return council_days(situation)
    named = ", ".join(roll.school for roll in rolls)
    own = (each for each in _others(situation) if each.applies_to and _is_of(each.applies_to, rolls))
    return _days(f"days of the school {[(roll.school, roll.urn) for roll in rolls]}", named, own, situation)


def own_calendar(provider_id: str, on: date, situation: Situation) -> SchoolDays | None:
    """Answer a provider's days where it has a calendar of its own for the day; none where it has not."""
    days = provider_days(provider_id, situation)
    whose = [each.applies_to for each in days.calendars if each.covers(on)]
    return days if any(whose) else None


def _days(key: str, whose: str, own: Iterable[Calendar], situation: Situation) -> SchoolDays:
    def find() -> SchoolDays:
        found = tuple(_one_a_year(own))
        if not found:
            return council_days(situation)
        years = {each.year for each in found}
        others = tuple(each for each in _council(situation) if each.year not in years)
        return SchoolDays(whose, (*found, *others))

    return situation.once(key, find)


def rival(calendar: Calendar, situation: Situation) -> Calendar | None:
    """Answer another calendar of the same year of the same provider or school, which is used in its place.

    Of two the one whose file comes first by name is used; none where this one is, or where there is no other.
    """
    others = (each for each in _others(situation) if each.year == calendar.year and each.id < calendar.id)
    return next((each for each in others if _names_of(calendar) & _names_of(each)), None)


def _names_of(calendar: Calendar) -> set[tuple[str, str]]:
    """Answer by what names the provider or school of a calendar is known; none of the council's own."""
    whose = calendar.applies_to.model_dump(exclude_none=True) if calendar.applies_to else {}
    return {(key, str(name)) for key, name in whose.items()}


def _one_a_year(calendars: Iterable[Calendar]) -> Iterable[Calendar]:
    """Answer one calendar of each year: of two the one whose file comes first by name."""
    found: dict[str, Calendar] = {}
    for each in sorted(calendars, key=lambda each: each.id):
        found.setdefault(each.year, each)
    return found.values()


def _council(situation: Situation) -> tuple[Calendar, ...]:
    return tuple(each for each in situation.records.calendars if each.applies_to is None)


def _others(situation: Situation) -> Iterable[Calendar]:
    return (each for each in situation.records.calendars if each.applies_to is not None)


def _is_of(whose: AppliesTo, rolls: Iterable[SchoolRoll]) -> bool:
    return any(
        (whose.urn is not None and whose.urn == roll.urn) or (whose.school is not None and whose.school == roll.school)
        for roll in rolls
    )
