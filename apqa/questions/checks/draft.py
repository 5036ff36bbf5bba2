"""What one more placement would change at a provider: asked before it is written (QF-10, QF-20, QF-22)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.insurance import covered_until, insurances_of
from apqa.questions.checks.line import Effect, Line, State, asked
from apqa.questions.checks.verdict import ProviderCheck, provider_check
from apqa.questions.package import hours_text
from apqa.questions.register import pupils_in_all
from apqa.questions.registration import Requirement, registration_requirement
from apqa.questions.school_age import age_on_first_september
from apqa.questions.timeline import days_pupils_change
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_GROUP = "This placement"
_OFFICER = "the council's designated officer"
_CONTACT = "the provider's named contact"


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """The answer without and with a draft placement."""

    draft: Placement
    before: ProviderCheck
    after: ProviderCheck
    """With the lines on the draft itself added, under "This placement"."""


def check_with_draft(provider: Provider, draft: Placement, situation: Situation) -> DraftCheck:
    """Go through every check as it would be with a draft placement added.

    Everything is asked of its first day, or of the day of the question where that is later: a pupil who starts in
    September needs an insurance that runs in September.
    """
    before = provider_check(provider, situation)
    starting = situation.placing(draft).on_day(max(situation.on, draft.starts))
    after = provider_check(provider, starting)
    lines = tuple(_lines(provider, draft, situation, starting, after))
    return DraftCheck(draft, before, replace(after, lines=(*after.lines, *lines)))


def _lines(
    provider: Provider, draft: Placement, situation: Situation, starting: Situation, after: ProviderCheck
) -> Iterator[Line]:
    yield _registration_throughout(provider, situation, starting)
    yield _ages(provider, draft, starting)
    yield _capacity(provider, starting)
    yield _hours(provider, draft, starting)
    if draft.site is not None:
        yield _site(provider, draft, starting)
    yield from _outlived(provider, draft, starting)
    yield from _due_during(draft, after)


def _registration_throughout(provider: Provider, situation: Situation, starting: Situation) -> Line:
    """Ask the registration question on the first day, and on each later day on which a pupil's facts change.

    Of the later days only those count on which registration would certainly be asked for: by then the provider
    will have declared its pupils again.
    """
    first = _registration(provider, situation.on_day(starting.on), starting)
    for day in days_pupils_change(provider, starting):
        if first.effect is not Effect.STOP and day > starting.on:
            later = _registration(provider, situation.on_day(day), starting.on_day(day))
            if later.effect is Effect.STOP:
                return replace(later, says=f"from {plain(day)} {later.says}")
    return first


def _asked(  # noqa: PLR0913 - a check is named by this much
    key: str, title: str, clause: str, *, basis: str, ask: str, standing: Standing = Standing.FRAMEWORK
) -> Line:
    return asked(f"placing/{key}", _GROUP, title, clause, basis=basis, ask=ask, at=(), standing=standing)


def _registration(provider: Provider, without: Situation, starting: Situation) -> Line:
    """Find whether the placement tips the provider into having to register."""
    before = registration_requirement(provider, without)
    after = registration_requirement(provider, starting)
    basis = after.law.basis if after.law else ""
    line = _asked(
        "registration",
        "Leaves the provider below the registration threshold",
        "QF-10",
        basis=basis,
        ask=_OFFICER,
        standing=Standing.LAW,
    )
    because = "; ".join(after.because)
    if after.requirement is Requirement.ALREADY_REGISTERED:
        return line.found(State.MET, "the provider is registered, or a school that need not be")
    if after.must_register:
        said = (
            "the provider appears to meet the definition already"
            if before.must_register
            else "it would tip the provider into having to register"
        )
        return line.found(
            State.MISSING,
            f"{said}: {because}",
            effect=Effect.STOP,
            rule="unregistered-full-time-provision",
            remedy="Do not place on these hours. Fewer hours, another provider, or the provider's registration first.",
        )
    if after.requirement is Requirement.REVIEW:
        return line.found(
            State.REVIEW,
            f"a person must judge: {because}",
            effect=Effect.CANNOT_TELL,
            rule="registration-to-be-judged",
            remedy="Complete what is missing, or have the designated officer conclude and record it.",
        )
    room = after.headroom.pupils if after.headroom else None
    return line.found(State.MET, f"room for {room} more full-time pupils without an EHC plan who are not looked after")


def _ages(provider: Provider, draft: Placement, starting: Situation) -> Line:
    line = _asked("ages", "Within the ages it takes", "QF-02", basis="QF-02, QF-20", ask=_CONTACT)
    age = age_on_first_september(draft.cohort, starting.on)
    check = provider.register_check(starting.on)
    if check is not None and check.found and check.ages and not check.ages.youngest <= age <= check.ages.oldest:
        return line.found(
            State.MISSING,
            f"{age} at the start of the school year; registered for {check.ages.youngest} to {check.ages.oldest}",
            effect=Effect.STOP,
            rule="outside-registration",
            remedy="Use another provider: other ages need the Department's approval first.",
        )
    ages = provider.offer.ages
    if not ages.youngest <= age <= ages.oldest:
        return line.found(
            State.REVIEW,
            f"{age} at the start of the school year; it takes {ages.youngest} to {ages.oldest}",
            effect=Effect.CONDITION,
            remedy="Ask the provider whether it takes the pupil, and whether its insurance covers the age.",
        )
    return line.found(State.MET, f"{age} at the start of the school year; it takes {ages.youngest} to {ages.oldest}")


def _capacity(provider: Provider, starting: Situation) -> Line:
    line = _asked("capacity", "A place is free", "QF-20", basis="QF-20", ask=_CONTACT)
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
    line = _asked("hours", "Within the hours and days it offers", "QF-24", basis="QF-24", ask=_CONTACT)
    week, offer = draft.week(starting.on), provider.offer.week
    if week is None:
        return line.found(
            State.NOT_RECORDED,
            "no timetable on its first day",
            effect=Effect.CANNOT_TELL,
            remedy="Say how many hours a week.",
        )
    hours = hours_text(week.hours_with_breaks)
    closed = [day.value for day in week.days if day not in offer.days]
    if week.hours_with_breaks > offer.hours_with_breaks or closed:
        shut = f"; closed on {', '.join(closed)}" if closed else ""
        return line.found(
            State.REVIEW,
            f"{hours} hours a week; it offers {hours_text(offer.hours_with_breaks)}{shut}",
            effect=Effect.CONDITION,
            remedy="Agree hours it offers.",
        )
    return line.found(State.MET, f"{hours} hours a week; it offers {hours_text(offer.hours_with_breaks)}")


def _site(provider: Provider, draft: Placement, starting: Situation) -> Line:
    line = _asked("site", "At a site that is known", "QF-20", basis="QF-20", ask=_CONTACT)
    site = provider.site(str(draft.site))
    check = provider.register_check(starting.on)
    if site is None or not site.covers(starting.on):
        keys = ", ".join(each.key for each in provider.sites)
        return line.found(
            State.MISSING,
            f"{draft.site} is not among its sites: {keys}",
            effect=Effect.STOP,
            rule="unknown-site",
            remedy="Correct the site, or have it added to the provider's record once it was seen.",
        )
    if check is not None and check.sites and site.key not in check.sites:
        return line.found(
            State.REVIEW,
            f"{site.name} is not on its registration",
            effect=Effect.CONDITION,
            rule="outside-registration",
            remedy="Ask the provider whether the Department has approved the site.",
        )
    return line.found(State.MET, site.name)


def _outlived(provider: Provider, draft: Placement, starting: Situation) -> Iterator[Line]:
    """Find the insurances that run out before the placement is expected to end."""
    end = draft.expected_end or draft.maximum_end
    if end is None:
        return
    for required in starting.policy.insurances:
        held = tuple(each for _, each in insurances_of(provider, required.kind))
        until = covered_until(held, starting.on)
        if until is not None and until < end:
            line = _asked(
                f"outlives/{required.kind.value}",
                f"{required.title} for the whole placement",
                "QF-22",
                basis="QF-22",
                ask=_CONTACT,
            )
            yield line.found(
                State.DUE_SOON,
                f"runs to {plain(until)}; the placement to {plain(end)}",
                effect=Effect.CONDITION,
                due=until,
                remedy="See the renewed certificate before that day.",
            )


def _due_during(draft: Placement, after: ProviderCheck) -> Iterator[Line]:
    """Say what else falls due during the placement. It is in order today and no condition."""
    end = draft.expected_end or draft.maximum_end
    due = [line for line in after.lines if line.state is State.MET and line.due and end and line.due < end]
    due = [line for line in due if not line.key.startswith("insurance/")]
    if due:
        days = "; ".join(
            f"{line.title}: {plain(line.due)}" for line in sorted(due, key=lambda line: str(line.due)) if line.due
        )
        line = _asked("due_during", "Falls due during the placement", "QF-20", basis="QF-20 to QF-27", ask=_OFFICER)
        yield line.found(State.MET, days)
