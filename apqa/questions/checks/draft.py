"""What one more placement would change at a provider: asked before it is written (QF-10, QF-20, QF-22)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.exceptional import exceptional_lines
from apqa.questions.checks.fits import fit_lines, lasts_until, placing_line
from apqa.questions.checks.insurance import running_out
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.registered import REQUIREMENT
from apqa.questions.checks.verdict import ProviderCheck, provider_check
from apqa.questions.counts import may_be_met
from apqa.questions.registration import Requirement, registration_requirement
from apqa.questions.timeline import days_pupils_change
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_OFFICER = "the council's designated officer"
_CONTACT = "the provider's named contact"
_WITH_IT = {
    Requirement.MUST_REGISTER: (
        "with this placement it would appear to meet the definition of an independent school, and is not registered"
    ),
    Requirement.REVIEW: "with this placement a person must judge",
}


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """The answer without and with a draft placement."""

    draft: Placement
    today: ProviderCheck
    """Without it, on the day of the question."""

    before: ProviderCheck
    """Without it, on the day of `after`: what differs between the two is due to the draft alone."""

    after: ProviderCheck
    """With the lines on the draft itself added, under "This placement"."""


def check_with_draft(
    provider: Provider, draft: Placement, situation: Situation, *, recorded: bool = True
) -> DraftCheck:
    """Go through every check as it would be with a draft placement added.

    Everything is asked of its first day, or of the day of the question where that is later: a pupil who starts in
    September needs an insurance that runs in September. A draft of a few answers is not recorded: an end that is
    left out of it was taken as said.
    """
    without = situation.on_day(max(situation.on, draft.starts))
    starting = without.placing(draft)
    before, after = provider_check(provider, without), provider_check(provider, starting)
    ends = () if not recorded or lasts_until(draft) else (_no_end(),)
    lines = (*_lines(provider, draft, without, starting, after), *ends)
    today = provider_check(provider, situation)
    settled = tuple(_because_of_it(line, before, after, lines[0]) for line in after.lines)
    return DraftCheck(draft, today, before, replace(after, lines=(*settled, *lines)))


def _because_of_it(line: Line, before: ProviderCheck, after: ProviderCheck, placing: Line) -> Line:
    """Say of the provider's own registration, where the draft changes it, that it is so with the draft alone."""
    requirement = after.requirement
    if line.key != REQUIREMENT or requirement.requirement is before.requirement.requirement:
        return line
    if requirement.requirement not in _WITH_IT:
        return line
    says = f"{_WITH_IT[requirement.requirement]}: {'; '.join((*requirement.because, *requirement.missing))}"
    return replace(line, says=says, remedy=placing.remedy)


def _lines(
    provider: Provider, draft: Placement, without: Situation, starting: Situation, after: ProviderCheck
) -> Iterator[Line]:
    yield _registration_throughout(provider, draft, without, starting)
    yield from fit_lines(provider, draft, starting)
    yield from exceptional_lines(provider, draft, starting)
    yield from _outlived(draft, after)
    yield from _due_during(draft, after)


def _registration_throughout(provider: Provider, draft: Placement, without: Situation, starting: Situation) -> Line:
    """Ask the registration question on the first day, and on each later day on which a pupil's facts change.

    Of the later days only those to the draft's end count. That a declaration or a look at the register will be old by
    then is no matter: the provider will have declared its pupils again, and somebody will have looked.
    """
    first, end = _registration(provider, without, starting), lasts_until(draft)
    days = [day for day in days_pupils_change(provider, starting) if day > starting.on and (end is None or day <= end)]
    later = {day: _registration(provider, without.on_day(day), starting.on_day(day)) for day in days}
    to_be_judged = [day for day in days if _is_to_be_judged(provider, draft, without.on_day(day), starting.on_day(day))]
    stopped = [day for day in days if later[day].effect is Effect.STOP]
    if first.effect is Effect.STOP:
        return first
    if stopped:
        return _from(stopped[0], later[stopped[0]])
    if to_be_judged and first.effect is Effect.NONE:
        return _from(to_be_judged[0], later[to_be_judged[0]])
    return first


def _is_to_be_judged(provider: Provider, draft: Placement, without: Situation, starting: Situation) -> bool:
    """Answer whether a person must judge the placement's own week on the day, whatever is declared by then.

    A day without a week, such as one of a holiday, asks nothing. Nor does a pupil's week at a registered school.
    """
    before, after = registration_requirement(provider, without), registration_requirement(provider, starting)
    if after.law is None or after.requirement is not Requirement.REVIEW or after.register.is_registered:
        return False
    if not all(pupil.timetabled for pupil in after.pupils if pupil.pupil == draft.pupil):
        return False
    added = after.tally.possible.beyond(before.tally.possible)
    reached = added.combined(lambda more, number: number if more else 0, after.tally.possible)
    return bool(may_be_met(reached, after.law))


def _from(day: date, line: Line) -> Line:
    return replace(line, says=f"from {plain(day)} {line.says}")


def _registration(provider: Provider, without: Situation, starting: Situation) -> Line:
    """Find whether the placement tips the provider into having to register."""
    before = registration_requirement(provider, without)
    after = registration_requirement(provider, starting)
    basis = after.law.basis if after.law else ""
    line = placing_line(
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
            f"a person must judge: {'; '.join((because, *after.missing))}",
            effect=Effect.CANNOT_TELL,
            rule="registration-to-be-judged",
            remedy="Complete what is missing, or have the designated officer conclude and record it.",
        )
    room = after.headroom.pupils if after.headroom else None
    who = "pupil without an EHC plan who is" if room == 1 else "pupils without an EHC plan who are"
    return line.found(State.MET, f"room for {room} more full-time {who} not looked after")


def _outlived(draft: Placement, after: ProviderCheck) -> Iterator[Line]:
    """Find the insurances that run out before the placement is expected to end."""
    end = lasts_until(draft)
    if end is None:
        return
    for insurance, due in running_out(after.lines, after.requirement.on, end):
        line = placing_line(
            f"outlives/{insurance.key.removeprefix('insurance/')}",
            f"{insurance.title} for the whole placement",
            "QF-22",
            basis="QF-22",
            ask=_CONTACT,
        )
        yield line.found(
            State.DUE_SOON,
            f"runs to {plain(due)}; the placement to {plain(end)}",
            effect=Effect.CONDITION,
            due=due,
            remedy="See the renewed certificate before that day.",
        )


def _no_end() -> Line:
    """Say that nothing can be held against an end that is not recorded."""
    line = placing_line("end", "When it is expected to end is recorded", "QF-22", basis="QF-22", ask="whoever places")
    return line.found(
        State.NOT_RECORDED,
        "neither an expected nor a latest end is recorded, so it cannot be told what runs out before it",
        effect=Effect.CONDITION,
        remedy="Record when it is expected to end (expected_end), and ask again.",
    )


def _due_during(draft: Placement, after: ProviderCheck) -> Iterator[Line]:
    """Say what else falls due during the placement. It is in order today and no condition."""
    end = lasts_until(draft)
    due = [line for line in after.lines if line.state is State.MET and line.due and end and line.due < end]
    due = [line for line in due if not line.key.startswith("insurance/")]
    if due:
        days = "; ".join(
            f"{line.title}: {plain(line.due)}" for line in sorted(due, key=lambda line: str(line.due)) if line.due
        )
        line = placing_line(
            "due_during", "Falls due during the placement", "QF-20", basis="QF-20 to QF-27", ask=_OFFICER
        )
        yield line.found(State.MET, days)
