"""Policies and procedures: seen, reviewed in time, and citing the guidance in force (QF-21, QF-23, QF-24, QF-26)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.citations import outdated_citation, outdated_line
from apqa.questions.checks.line import Effect, Line, State, asked, seen, timed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.checks.citations import Citation
    from apqa.questions.situation import Situation
    from apqa.records.checks import AttendanceProtocol, Policy
    from apqa.records.provider import Provider

_LEAD = "the provider's lead for the policy, through its named contact"
_RENEW = "Ask for the policy as reviewed, and record the day of its review."


def policy_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer one line for each policy the framework and the council ask for (QF-21)."""
    for required in situation.policy.policies:
        policy = provider.policies.get(required.key)
        line = asked(
            f"policies/{required.key}",
            "Policies and procedures",
            required.title,
            "QF-21",
            basis="QF-21",
            ask=_LEAD,
            at=("policies", required.key),
        )
        line = seen(
            line,
            policy,
            situation.on,
            missing="missing-policy",
            not_recorded="policy-not-recorded",
            may_not_apply=required.may_not_apply,
            made=policy.reviewed_on if policy else None,
        )
        yield reviewed(line, policy, required.cites, situation)


def procedure_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer a line each for assessment, curriculum and attendance procedures (QF-23, QF-24, QF-26)."""
    for key, title, clause, procedure in (
        ("assessment", "Assessment and monitoring procedures", "QF-23", provider.assessment),
        ("curriculum", "Curriculum plans and schemes of work", "QF-24", provider.curriculum),
    ):
        line = asked(key, "Education and attendance", title, clause, basis=clause, ask=_LEAD, at=(key,))
        yield reviewed(procedure_seen(line, procedure, situation), procedure, (), situation)
    yield _attendance_line(provider.attendance, situation)


def procedure_seen(line: Line, procedure: Policy | None, situation: Situation) -> Line:
    """Find whether a procedure was seen by the day, as it was last reviewed."""
    return seen(
        line,
        procedure,
        situation.on,
        missing="missing-procedure",
        not_recorded="procedure-not-recorded",
        made=procedure.reviewed_on if procedure else None,
    )


def _attendance_line(protocol: AttendanceProtocol | None, situation: Situation) -> Line:
    line = asked(
        "attendance",
        "Education and attendance",
        "How attendance is monitored, and the protocol if a pupil is absent",
        "QF-26",
        basis="QF-26",
        ask=_LEAD,
        at=("attendance",),
    )
    line = procedure_seen(line, protocol, situation)
    lacking = [name for name in ("monitored", "if_absent") if getattr(protocol, name, None) is None]
    if line.state is State.MET and lacking:
        return line.found(
            State.NOT_RECORDED,
            f"seen, but not recorded: {', '.join(lacking)}",
            effect=Effect.CANNOT_TELL,
            rule="procedure-not-recorded",
            remedy="Read the protocol; record how attendance is monitored and what is done when a pupil is absent.",
        )
    return reviewed(line, protocol, (), situation)


def reviewed(line: Line, policy: Policy | None, cites: tuple[str, ...], situation: Situation) -> Line:
    """Find whether a policy that was seen is reviewed in time and cites the editions in force on the day."""
    if line.state is not State.MET or policy is None:
        return line
    if policy.reviewed_on is not None and policy.reviewed_on > situation.on:
        return line.found(
            State.NOT_RECORDED,
            f"the review recorded is of {plain(policy.reviewed_on)}, after the day asked about",
            effect=Effect.CANNOT_TELL,
            rule="policy-review-overdue",
            remedy="Correct the day of the review; what stood before it is in the history of the record.",
        )
    if policy.reviewed_on is None:
        line = line.found(
            State.REVIEW,
            f"{line.says}; the day of its last review is not recorded",
            effect=Effect.CONDITION,
            rule="policy-review-overdue",
            remedy="Read the day of review off the policy and record it (reviewed_on).",
        )
    else:
        line = _in_time(line, policy.reviewed_on, policy.review_due, situation)
    outdated = _outdated(policy, cites, situation)
    found = outdated_line(line, outdated) if outdated else line
    # Of a review that is overdue and an edition that is outdated, the one that nobody can waive counts.
    return line if line.state is State.EXPIRED and found.can_be_waived else found


def _in_time(line: Line, reviewed_on: date, review_due: date | None, situation: Situation) -> Line:
    cycle = situation.policy.cycle("policies")
    days = [review_due] if review_due else []
    if cycle:
        days.append(cycle.next_due(reviewed_on))
    if not days:
        return line
    line = line.found(State.MET, f"reviewed on {plain(reviewed_on)}; {line.says}")
    line = timed(line, min(days), situation, rule="policy-review-overdue", effect=Effect.CONDITION, remedy=_RENEW)
    return replace(line, basis=cycle.basis) if line.rule and cycle else line


def _outdated(policy: Policy, cites: tuple[str, ...], situation: Situation) -> tuple[Citation, ...]:
    cited = policy.cites or {}
    keys = dict.fromkeys((*cites, *cited))
    return tuple(found for key in keys if (found := outdated_citation(key, cited.get(key), situation)))
