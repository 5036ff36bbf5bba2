"""Whether a draft placement fits what the provider offers and is registered for (QF-02, QF-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State, asked
from apqa.questions.package import hours_text
from apqa.questions.register import pupils_in_all
from apqa.questions.school_age import age_on_first_september, is_within_ages, least_age
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.base import AgeRange
    from apqa.records.offer import Week as Offered
    from apqa.records.placement import Placement, Timetable
    from apqa.records.provider import Provider

_CONTACT = "the provider's named contact"


def fit_lines(provider: Provider, draft: Placement, starting: Situation) -> Iterator[Line]:
    """Answer whether the draft fits the ages, the places, the hours and days, and the sites of the provider."""
    yield _ages(provider, draft, starting)
    yield _capacity(provider, starting)
    yield _hours(provider, draft, starting)
    if key := draft.site_on(starting.on):
        yield _site(provider, key, starting)


def lasts_until(draft: Placement) -> date | None:
    """Answer the day a draft is expected to last to, or may last to; none where no end is in sight."""
    return draft.expected_end or draft.maximum_end


def placing_line(  # noqa: PLR0913 - a check is named by this much
    key: str, title: str, clause: str, *, basis: str, ask: str, standing: Standing = Standing.FRAMEWORK
) -> Line:
    """Begin a line on the draft placement itself, under a heading of its own."""
    return asked(f"placing/{key}", "This placement", title, clause, basis=basis, ask=ask, at=(), standing=standing)


def _ages(provider: Provider, draft: Placement, starting: Situation) -> Line:
    line = placing_line("ages", "Within the ages it takes", "QF-02", basis="QF-02, QF-20", ask=_CONTACT)
    check = provider.register_check(starting.on)
    registered = check.ages if check is not None and check.found else None
    if registered is not None and not _is_within(registered, draft, starting):
        return line.found(
            State.MISSING,
            f"{_years(draft, registered, starting)}; registered for {registered.youngest} to {registered.oldest}",
            effect=Effect.STOP,
            rule="outside-registration",
            remedy="Use another provider: other ages need the Department's approval first.",
        )
    ages = provider.offer.ages
    says = f"{_years(draft, ages, starting)}; it takes {ages.youngest} to {ages.oldest}"
    if not _is_within(ages, draft, starting):
        return line.found(
            State.REVIEW,
            says,
            effect=Effect.CONDITION,
            remedy="Ask the provider whether it takes the pupil, and whether its insurance covers the age.",
        )
    return line.found(State.MET, says)


def _is_within(ages: AgeRange, draft: Placement, starting: Situation) -> bool:
    return is_within_ages(ages, draft.cohort, draft.birth_third, starting.on)


def _years(draft: Placement, ages: AgeRange, starting: Situation) -> str:
    """Say how old the pupil is as the school year starts, and the age on the day where that is beyond the oldest."""
    age = age_on_first_september(draft.cohort, starting.on)
    by_now = least_age(draft.cohort, draft.birth_third, starting.on)
    by_the_day = f", {by_now} by {plain(starting.on)}" if by_now > age and by_now > ages.oldest else ""
    return f"{age} at the start of the school year{by_the_day}"


def _capacity(provider: Provider, starting: Situation) -> Line:
    line = placing_line("capacity", "A place is free", "QF-02", basis="QF-02, QF-20", ask=_CONTACT)
    pupils = pupils_in_all(provider, starting)
    people = "1 pupil" if pupils == 1 else f"{pupils} pupils"
    check = provider.register_check(starting.on)
    capacity = check.capacity if check is not None and check.found else None
    if capacity is not None and pupils > capacity:
        return line.found(
            State.MISSING,
            f"{people} with this one; registered for {capacity}",
            effect=Effect.STOP,
            rule="outside-registration",
            remedy="Use another provider: more pupils need the Department's approval first.",
        )
    says = f"{people} with this one; {provider.offer.places} places"
    if pupils > provider.offer.places:
        return line.found(
            State.REVIEW,
            says,
            effect=Effect.CONDITION,
            remedy="Ask the provider whether it has a place, and staff for it.",
        )
    return line.found(State.MET, says)


def _hours(provider: Provider, draft: Placement, starting: Situation) -> Line:
    """Hold every week of the draft that is still to come against the hours and days the provider offers."""
    line = placing_line("hours", "Within the hours and days it offers", "QF-02", basis="QF-02", ask=_CONTACT)
    first, offer = draft.week(starting.on), provider.offer.week
    if first is None:
        return line.found(
            State.NOT_RECORDED,
            "no timetable on its first day",
            effect=Effect.CANNOT_TELL,
            remedy="Say how many hours a week.",
        )
    beyond = [
        (f"from {plain(week.starts)}: " if week.starts > starting.on else "") + _beside(week, offer)
        for week in _weeks_to_come(draft, starting.on)
        if week.hours_with_breaks > offer.hours_with_breaks or _closed(week, offer)
    ]
    if beyond:
        return line.found(
            State.REVIEW, "; ".join(beyond), effect=Effect.CONDITION, remedy="Agree hours and days it offers."
        )
    return line.found(State.MET, _beside(first, offer))


def _weeks_to_come(draft: Placement, on: date) -> list[Timetable]:
    """Answer the timetables that hold on the day or later, and begin before the draft's end; the earliest first."""
    end = lasts_until(draft)
    to_come = [
        week
        for week in draft.timetable
        if (week.ends is None or week.ends >= on) and (end is None or week.starts <= max(end, on))
    ]
    return sorted(to_come, key=lambda week: week.starts)


def _closed(week: Timetable, offer: Offered) -> list[str]:
    return [day.value for day in week.days if day not in offer.days]


def _beside(week: Timetable, offer: Offered) -> str:
    """Write a week's hours beside those offered, and its days on which the provider is closed."""
    closed = _closed(week, offer)
    shut = f"; closed on {', '.join(closed)}" if closed else ""
    return f"{hours_text(week.hours_with_breaks)} hours a week; it offers {hours_text(offer.hours_with_breaks)}{shut}"


def _site(provider: Provider, key: str, starting: Situation) -> Line:
    line = placing_line("site", "At a site that is known", "QF-20", basis="QF-20", ask=_CONTACT)
    site = provider.site(key)
    check = provider.register_check(starting.on)
    if site is None or not site.covers(starting.on):
        keys = ", ".join(each.key for each in provider.sites)
        return line.found(
            State.MISSING,
            f"{key} is not among its sites: {keys}",
            effect=Effect.STOP,
            rule="unknown-site",
            remedy="Correct the site, or have it added to the provider's record once it was seen.",
        )
    held = check.sites if check is not None and check.found else None
    if held is not None and site.key not in held:
        return line.found(
            State.REVIEW,
            f"{site.name} is not on its registration",
            effect=Effect.CONDITION,
            rule="outside-registration",
            remedy="Ask the provider whether the Department has approved the site.",
        )
    return line.found(State.MET, site.name)
