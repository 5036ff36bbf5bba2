"""May a commissioner place a pupil with a provider on a day? Every check, and what they add up to (QF-20 to QF-27)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.assured import assured_lines, data_protection_lines
from apqa.questions.checks.insurance import insurance_lines
from apqa.questions.checks.line import Effect, Line, State, asked
from apqa.questions.checks.listing import listing_lines
from apqa.questions.checks.others import reference_line, safety_lines
from apqa.questions.checks.policies import policy_lines, procedure_lines
from apqa.questions.checks.registered import registration_lines
from apqa.questions.checks.safeguarding import safeguarding_lines
from apqa.questions.checks.sites import site_line
from apqa.questions.checks.unread import left_open, misspelt_lines, unread_lines, unused_policy_lines
from apqa.questions.registration import RegistrationRequirement, Requirement, registration_requirement
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PLACEMENT, PROVIDER, SELF_ASSESSMENT, VISIT, WAIVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.kinds import Kind
    from apqa.records.provider import Provider
    from apqa.records.waiver import Waiver

_NEEDED = (AUTHORITY, PROVIDER, ACTION_PLAN, SELF_ASSESSMENT, PLACEMENT, VISIT, WAIVER)


class Verdict(StrEnum):
    """What the lines add up to."""

    CLEAR = "clear"
    CLEAR_WITH_CONDITIONS = "clear_with_conditions"
    DO_NOT_PLACE = "do_not_place"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class ProviderCheck:
    """The answer for one provider on one day."""

    provider: Provider
    lines: tuple[Line, ...]
    requirement: RegistrationRequirement

    @property
    def verdict(self) -> Verdict:
        """Answer what the lines add up to: the gravest effect decides."""
        effects = {line.effect for line in self.lines}
        if Effect.STOP in effects:
            return Verdict.DO_NOT_PLACE
        if Effect.CANNOT_TELL in effects:
            return Verdict.CANNOT_TELL
        return Verdict.CLEAR_WITH_CONDITIONS if Effect.CONDITION in effects else Verdict.CLEAR

    def having(self, *effects: Effect) -> tuple[Line, ...]:
        """Answer the lines with these effects, in the order of the check."""
        return tuple(line for line in self.lines if line.effect in effects)


def provider_check(provider: Provider, situation: Situation) -> ProviderCheck:
    """Go through every check before a placement for one provider on the day.

    Neither registration nor a place on the list takes the place of any of them. A recorded waiver answers a line
    of local policy or of the framework, and never one of law. What could not be read leaves the answer open.
    """
    return situation.once(("check", provider.id, situation.on), lambda: _check(provider, situation))


def _check(provider: Provider, situation: Situation) -> ProviderCheck:
    requirement = registration_requirement(provider, situation)
    lines = (
        *unread_lines(_needed(provider, requirement), situation),
        *misspelt_lines(provider.id, situation),
        *_no_authority(situation),
        *unused_policy_lines(situation),
        *listing_lines(provider, situation),
        *registration_lines(provider, situation),
        site_line(provider, situation),
        *policy_lines(provider, situation),
        *data_protection_lines(provider, situation),
        *insurance_lines(provider, situation),
        *procedure_lines(provider, situation),
        *safeguarding_lines(provider, situation),
        *assured_lines(provider, situation),
        reference_line(provider, situation),
        *safety_lines(provider, situation),
    )
    waivers = _waivers_of(provider, situation)
    return ProviderCheck(
        provider,
        tuple(_waived(left_open(line, provider.id, situation), waivers, situation) for line in lines),
        requirement,
    )


def _needed(provider: Provider, requirement: RegistrationRequirement) -> Iterator[tuple[Kind, str]]:
    """Answer what the check rests on: what mentions the provider and, where it counts, one of the pupils there."""
    for kind in _NEEDED:
        yield kind, "" if kind is AUTHORITY else provider.id
    if requirement.requirement is not Requirement.ALREADY_REGISTERED:
        yield from ((PLACEMENT, pupil.pupil) for pupil in requirement.pupils)


def _no_authority(situation: Situation) -> Iterator[Line]:
    """Say so where the records do not say who keeps them: then nobody knows what the council itself asks for.

    Where the file is there and cannot be read, that is said instead.
    """
    if situation.records.authority is None and not situation.records.unreadable(AUTHORITY):
        line = asked(
            "local_policy",
            "Records",
            "What the council itself asks for is known",
            "QF-90",
            basis="QF-90",
            ask="whoever keeps the records",
            at=(),
        )
        yield line.found(
            State.NOT_RECORDED,
            "there is no authority.yaml, and it may ask for more than law, guidance and framework do",
            effect=Effect.CANNOT_TELL,
            remedy="Name the records folder that holds the council's authority.yaml, or add it (`apqa new authority`).",
        )


def _waivers_of(provider: Provider, situation: Situation) -> tuple[Waiver, ...]:
    """Answer the waivers for a provider that are approved by the day, those that begin later included."""
    path = PROVIDER.path(provider.id)
    return tuple(
        waiver for waiver in situation.records.waivers if waiver.record == path and waiver.approved_on <= situation.on
    )


def waiver_for(rule: str, key: str, waivers: Iterable[Waiver]) -> Waiver | None:
    """Answer the waiver that answers a rule's check."""
    return next((each for each in waivers if each.rule == rule and each.check in {None, key}), None)


def _waived(line: Line, waivers: tuple[Waiver, ...], situation: Situation) -> Line:
    """Answer a line by a waiver that holds; one that ends within the days of warning falls due like anything else."""
    if not line.rule or not line.can_be_waived:
        return line
    fitting = [each for each in waivers if waiver_for(line.rule, line.key, [each])]
    waiver = max((each for each in fitting if each.covers(situation.on)), key=_end, default=None)
    if waiver is None:
        return line
    said = f"{line.says}; waived until {plain(waiver.ends)} by {waiver.approved_by}: {waiver.reason}"
    answered = replace(line, state=State.WAIVED, says=said, effect=Effect.NONE, waiver=waiver.id)
    until = _waived_until(fitting, situation.on)
    # What is waived may itself run out before its waiver does: too small an insurance is still an insurance.
    ends = min(until, line.due) if line.due and line.due >= situation.on else until
    if ends - situation.on > situation.policy.days("warning_days"):
        return answered
    return replace(
        answered,
        state=State.DUE_SOON,
        says=f"{said}; falls due on {plain(ends)}",
        effect=Effect.CONDITION,
        due=ends,
        remedy="Put it right by then, or have the waiver renewed before it ends, with its reason.",
    )


def _end(waiver: Waiver) -> date:
    return waiver.ends


def _waived_until(waivers: list[Waiver], on: date) -> date:
    """Answer the last day that waivers answer a line without a gap: one approved in advance carries on."""
    last = on
    while found := [each.ends for each in waivers if each.starts <= last + timedelta(days=1) and each.ends > last]:
        last = max(found)
    return last
