"""Registration with the Department: looked up, and whether it is required (QF-10 to QF-13, QF-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.checks.line import Effect, Line, State, asked, timed
from apqa.questions.register import Standing as RegisterStanding
from apqa.questions.registration import Requirement, registration_requirement
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.registration import RegistrationRequirement
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

REQUIREMENT = "registration/requirement"
"""The line on whether the provider must register."""

_GROUP = "Registration"
_ASK = "the council's designated officer"
_LIMITS = {
    "ages": "The ages it is registered for",
    "capacity": "The number of pupils it is registered for",
    "sites": "The sites it is registered for",
}
"""What a school is registered for, by the name it is recorded under."""


def registration_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer whether the register was looked at, whether registration is required, and whether it is kept to."""
    requirement = registration_requirement(provider, situation)
    yield _looked_up(requirement, situation)
    yield _required(requirement)
    yield from _limits_not_recorded(requirement)
    if requirement.register.outside or requirement.register.untold:
        line = asked(
            "registration/kept_to",
            _GROUP,
            "Within what it is registered for",
            "QF-20",
            basis="Education and Skills Act 2008 Part 4, on material changes",
            ask=_ASK,
            at=("registration", "register_checks"),
            standing=Standing.LAW,
        )
        outside = requirement.register.outside
        yield line.found(
            State.REVIEW if outside else State.NOT_RECORDED,
            "; ".join((*outside, *requirement.register.untold)),
            effect=Effect.CONDITION,
            rule="outside-registration" if outside else "",
            remedy="Ask the provider whether the Department has approved the change, before placing another pupil."
            if outside
            else "Record the site each pupil is at (site of the placement).",
        )


def _limits_not_recorded(requirement: RegistrationRequirement) -> Iterator[Line]:
    """Say which of what a school is registered for nobody recorded: its pupils were not held against that."""
    register = requirement.register
    if not register.is_registered:
        return
    for name, title in _LIMITS.items():
        if getattr(register.check, name) is None:
            line = asked(
                f"registration/{name}",
                _GROUP,
                title,
                "QF-20",
                basis="QF-20; Education and Skills Act 2008 Part 4, on material changes",
                ask=_ASK,
                at=("registration", "register_checks"),
            )
            yield line.found(
                State.NOT_RECORDED,
                "nothing is recorded, so it cannot be told whether its pupils are within it",
                effect=Effect.CONDITION,
                remedy=f"Read it off the register before placing, and record it ({name}).",
            )


def _looked_up(requirement: RegistrationRequirement, situation: Situation) -> Line:
    register = requirement.register
    line = asked(
        "registration/status",
        _GROUP,
        "Registration status looked up",
        "QF-20",
        basis="QF-20",
        ask=_ASK,
        at=("registration", "register_checks"),
    )
    cycle = situation.policy.cycle("register_check")
    if register.check is None or cycle is None:
        return line.found(
            State.NOT_RECORDED,
            register.says,
            effect=Effect.CANNOT_TELL,
            rule="register-not-checked",
            remedy='Look it up in "Get information about schools", and record what was found, when and by whom.',
        )
    if register.check.found and register.standing is RegisterStanding.NOT_REGISTERED:
        return line.found(
            State.REVIEW,
            register.says,
            effect=Effect.CONDITION,
            evidence=register.check.evidence,
            remedy="Ask the provider why the register does not hold it as open, before placing.",
        )
    line = line.found(State.MET, register.says, evidence=register.check.evidence)
    return timed(
        line,
        cycle.next_due(register.check.on),
        situation,
        rule="register-check-overdue",
        effect=Effect.CONDITION,
        remedy="Look it up again before the start, and record it.",
    )


def _required(requirement: RegistrationRequirement) -> Line:
    law = requirement.law
    line = asked(
        REQUIREMENT,
        _GROUP,
        "Need not be registered, or is",
        "QF-10",
        basis=law.basis if law else "",
        ask=_ASK,
        at=("headcounts",),
        standing=Standing.LAW,
    )
    says = "; ".join((*requirement.because, *requirement.missing))
    if requirement.requirement is Requirement.ALREADY_REGISTERED:
        return line.found(State.MET, "registered, or a school that need not be")
    if requirement.requirement is Requirement.NOT_REQUIRED:
        return line.found(State.MET, says)
    if requirement.must_register:
        return line.found(
            State.MISSING,
            f"appears to meet the definition of an independent school and is not registered: {says}",
            effect=Effect.STOP,
            rule="unregistered-full-time-provision",
            remedy="Do not place. Refer to the Department for Education, with the facts used.",
        )
    return line.found(
        State.REVIEW,
        f"a person must judge: {says}",
        effect=Effect.CANNOT_TELL,
        rule="registration-to-be-judged",
        remedy="Complete what is missing, or have the designated officer conclude and record it (reviews).",
    )
