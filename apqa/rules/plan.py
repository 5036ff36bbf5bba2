"""The personalised plan, the agreement, and the record after the end (QF-05 to QF-08)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.placement_checks.following import updates
from apqa.records.kinds import AUTHORITY, PLACEMENT, TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.placement import LinkedPlan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

_PARTS = {"baseline": "baseline", "measure": "measure", "target": "target", "by": "day to reach it by (by)"}
_PEP = "the personal education plan"
_AGREED = {
    "pounds": "the price (pounds)",
    "invoiced": "the intervals of invoices (invoiced)",
    "data_protection": "the terms on pupils' data (data_protection)",
}


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-05",),
    basis="QF-05",
    remedy="Agree the plan with the provider, the pupil and the parent, and record it.",
)
def placement_without_plan(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A live placement has no personalised plan by the day, or a plan without objectives.

    Without objectives nobody can say whether the placement works.
    """
    plan = placement.agreed_plan(situation.on)
    if not placement.is_live(situation.on) or (plan and plan.objectives):
        return
    if placement.plan is None:
        yield Fault(placement, "no plan is recorded", ("plan",))
    elif plan is None:
        said = f"the plan was agreed on {plain(placement.plan.agreed_on)} only, and none is recorded before"
        yield Fault(placement, said, ("plan", "agreed_on"))
    else:
        yield Fault(placement, "the plan has no objectives", ("plan",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-05",),
    basis="QF-05",
    remedy="Complete the objective with the provider.",
)
def incomplete_objective(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """An objective has no baseline, measure, target or day.

    The framework asks for clear objectives, timeframes, and a baseline to measure progress against.
    """
    plan = placement.agreed_plan(situation.on)
    if plan is None or not placement.is_live(situation.on):
        return
    for number, objective in enumerate(plan.objectives):
        missing = [words for name, words in _PARTS.items() if getattr(objective, name) is None]
        if missing:
            yield Fault(
                placement, f"objective {number + 1} has no {', '.join(missing)}", ("plan", "objectives", number)
            )


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-05", "QF-23"),
    basis="QF-05",
    remedy="Record how progress is assessed and monitored (plan: assessment).",
)
def plan_without_assessment(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A plan does not say how progress is assessed and monitored.

    The framework asks the plan for the arrangements for assessment and monitoring.
    """
    plan = placement.agreed_plan(situation.on)
    if plan is not None and plan.assessment is None and placement.is_live(situation.on):
        yield Fault(placement, "how progress is assessed and monitored is not recorded", ("plan",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-05",),
    basis="QF-05",
    remedy="Link it (plan: links), so that the placement serves what the other plan says.",
)
def plan_not_linked(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A pupil has an EHC plan or is looked after, and the placement's plan is not linked to that plan.

    The placement's objectives must serve the outcomes of the EHC plan or the personal education plan.
    """
    agreed = placement.agreed_plan(situation.on)
    if agreed is None or not placement.is_live(situation.on):
        return
    linked = {link.plan for link in agreed.links}
    for has, plan, said, to in (
        (placement.has_ehc_plan(situation.on), LinkedPlan.EHC_PLAN, "an EHC plan is in force", "it"),
        (placement.is_looked_after(situation.on), LinkedPlan.PERSONAL_EDUCATION, "the pupil is looked after", _PEP),
    ):
        if has and plan not in linked:
            yield Fault(
                placement, f"{said}; the placement's plan is not linked to {to} ({plan.value})", ("plan", "links")
            )


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-06",),
    basis="QF-06",
    remedy="Ask the provider for the update, and record it as a review or a termly report.",
    rests_on=(TERMLY_REPORT, AUTHORITY),
)
def no_update_on_objectives(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Neither a report nor a review has told the commissioner and the parent of progress within the cycle.

    The provider gives regular updates on the objectives to the commissioner and the parent or carer.
    """
    cycle = situation.policy.cycle("updates")
    if cycle is None or not placement.is_live(situation.on):
        return
    days = updates(placement, situation)
    last = max([placement.starts, *days])
    if cycle.next_due(last) < situation.on:
        said = f"the last update was on {plain(last)}" if days else f"no update since it started on {plain(last)}"
        yield Fault(placement, f"{said}; due by {plain(cycle.next_due(last))}", ("reviews",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-07",),
    basis="QF-07",
    remedy="Record it: the destination, what was achieved, and what the pupil says.",
)
def ended_placement_not_completed(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement has ended without a destination, achievements or the pupil's voice.

    The commissioner keeps a full record: progress, achievements, destination, and the pupil's own view.
    """
    if placement.end is None or placement.end.on >= situation.on:
        return
    missing = [
        words
        for words, part in (
            ("destination", placement.destination),
            ("achievements (an empty list says none)", placement.achievements is not None),
            ("the pupil's voice (pupil_voice)", placement.pupil_voice),
        )
        if not part
    ]
    if missing:
        yield Fault(placement, f"it ended on {plain(placement.end.on)}; not recorded: {', '.join(missing)}", ("end",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-08",),
    basis="QF-08",
    remedy="Agree and sign one, and record it (agreements).",
)
def no_agreement_in_force(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """No signed service level agreement is in force for a live placement.

    A clear agreement between provider and commissioner should be in place.
    """
    if not placement.is_live(situation.on):
        return
    agreement = placement.agreement(situation.on)
    if agreement is None:
        ends = [each.ends for each in placement.agreements if each.ends and each.ends < situation.on]
        said = f"the last agreement ended on {plain(max(ends))}" if ends else "no agreement is recorded"
        yield Fault(placement, said, ("agreements",))
    elif agreement.signed_on is None or agreement.signed_on > situation.on:
        said = "the agreement is not recorded as signed"
        yield Fault(placement, said, ("agreements", placement.agreements.index(agreement)))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-08", "QF-33", "QF-35"),
    basis="QF-08, QF-33, QF-35",
    remedy="Agree it, and record it (agreements).",
)
def incomplete_agreement(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """An agreement lacks the price, the intervals of invoices or the terms on pupils' data.

    Both sides owe what was agreed on payment, and both hold pupils' data.
    """
    agreement = placement.agreement(situation.on)
    if agreement is None or not placement.is_live(situation.on):
        return
    missing = [
        words for name, words in _AGREED.items() if (agreed := getattr(agreement, name)) is None or agreed is False
    ]
    if missing:
        said = f"not recorded as agreed: {', '.join(missing)}"
        yield Fault(placement, said, ("agreements", placement.agreements.index(agreement)))
