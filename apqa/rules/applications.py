"""Applications to be listed, from the day they come to the decision (QF-14, QF-40, QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.guidance.due_diligence import diligence_items
from apqa.questions.applications.application import decision_due, open_round, visit_words
from apqa.questions.applications.order import out_of_order
from apqa.questions.applications.rounds import due_diligence_of, first_visit, rounds
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PROVIDER, VISIT
from apqa.records.provider import latest
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.applications.rounds import Round
    from apqa.questions.situation import Situation
    from apqa.records.listing import DueDiligence
    from apqa.records.provider import Provider

_SEES_THE_SITES = "premises_seen"
_FEWEST_WORDS = 3


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-14", "QF-40"),
    basis="QF-14, QF-40",
    remedy="Visit it, or record the visit, or in the due diligence that its sites were seen (premises_seen).",
    rests_on=(VISIT,),
)
def listed_without_first_visit(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider applied and was listed, and nobody is recorded to have been there first.

    Papers say what a provider means to do; a visit shows where pupils will be. A listing whose application lies before
    the records is not asked about.
    """
    for asked in rounds(provider, situation.on):
        decision = asked.decision
        if decision is None or decision.status is not ListStatus.LISTED or _was_seen(provider, asked, situation):
            continue
        said = f"applied on {plain(asked.came_on)}, listed on {plain(decision.on)}; no visit by then is recorded"
        yield Fault(provider, said, ("listing", provider.listing.index(decision)))


def _was_seen(provider: Provider, asked: Round, situation: Situation) -> bool:
    visit = first_visit(provider, asked, situation)
    if visit is not None and visit.status is VisitStatus.DONE:
        return True
    done = due_diligence_of(provider, asked, situation.on)
    look = done.checklist.get(_SEES_THE_SITES) if done else None
    return look is not None and look.found


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-14", "QF-40", "QF-41"),
    basis="QF-14, QF-40, QF-41",
    remedy="Record who looked at it and when (checklist); where it was not found, why that was accepted (note).",
)
def due_diligence_incomplete(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider is on the list or used exceptionally, and items of its due diligence's checklist are open.

    Who relies on due diligence relies on all of it having been looked at. Only a checklist that was begun is asked
    about: what was finished before there was one stands by its outcome. What the provider's record holds itself, such
    as policies and insurances, has rules of its own.
    """
    used = provider.is_listed(situation.on) or provider.exceptional_use(situation.on) is not None
    done = latest(provider.due_diligence, situation.on)
    if used and done is not None and done.checklist:
        for said, key in _open_items(done):
            at = ("due_diligence", provider.due_diligence.index(done), "checklist")
            yield Fault(provider, said, (*at, key) if key in done.checklist else at, key=key)


def _open_items(done: DueDiligence) -> Iterator[tuple[str, str]]:
    items = {each.key: each for each in diligence_items(done.on)}
    for key, item in items.items():
        look = done.checklist.get(key)
        if look is None and not item.checks:
            yield f"{item.title}: nothing is recorded in the due diligence of {plain(done.on)}", key
        elif look is not None and not look.found and look.note is None:
            yield f"{item.title}: looked for on {plain(look.on)} and not found, and no reason is recorded", key
    for key in done.checklist:
        if key not in items:
            yield f"{key} is no item of the checklist: it has {', '.join(items)}", key


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-40",),
    basis="QF-40",
    remedy="Decide, and record the decision with its reason (listing); or set the council's own application_days.",
    rests_on=(AUTHORITY,),
)
def application_undecided(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider applied to be listed, and nothing was decided within the council's time.

    A provider that waits is neither listed nor told why not, and schools ask for it meanwhile.
    """
    asked = open_round(provider, situation)
    if asked is None or decision_due(asked, situation) >= situation.on:
        return
    visit = visit_words(first_visit(provider, asked, situation), situation.on)
    due, basis = decision_due(asked, situation), situation.policy.setting("application_days").basis
    said = f"applied on {plain(asked.came_on)}; to be decided by {plain(due)}; {visit}"
    yield Fault(provider, said, ("listing", provider.listing.index(asked.events[-1])), basis=basis)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-40", "QF-59"),
    basis="QF-59",
    remedy="Tell the provider from when it may apply again, or correct the day (listing, or the plan's escalation).",
    rests_on=(ACTION_PLAN,),
)
def applied_again_too_early(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider applied again before the day from which its removal lets it.

    The day is part of the decision to remove it; an earlier application undoes that decision without anybody deciding.
    """
    for asked in rounds(provider, situation.on):
        removals = [
            step
            for plan in situation.records.action_plans_of(provider.id)
            for step in plan.escalation
            if step.step is EscalationStep.REMOVED and step.on <= asked.came_on and step.reapply_from is not None
        ]
        last = max(removals, key=lambda step: step.on, default=None)
        if last is not None and last.reapply_from is not None and asked.came_on < last.reapply_from:
            may = f"removed on {plain(last.on)}, may apply again from {plain(last.reapply_from)}"
            said = f"{may}, applied on {plain(asked.came_on)}"
            yield Fault(provider, said, ("listing", provider.listing.index(asked.events[0])))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-40", "QF-59"),
    basis="QF-40, QF-59",
    remedy="Add the decision that is missing in between, or correct the one that is wrong (listing).",
)
def list_decisions_out_of_order(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A decision about a provider's place on the list cannot follow the one before it.

    A provider is declined while it applies and removed while it is listed, and whoever was turned away comes back by
    applying again. A list whose decisions do not fit together does not say who is on it.
    """
    events = [event for event in provider.listing if event.on <= situation.on]
    for number, why in out_of_order(events):
        said = f"{events[number].status.value} on {plain(events[number].on)}, {why}"
        yield Fault(provider, said, ("listing", number))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-40",),
    basis="QF-40",
    remedy="Write what was not adequate, so that the provider can put it right and apply again (reason).",
)
def declined_without_reasons(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider was declined, and the reason recorded says nothing.

    Whoever is declined is owed the reasons, and the next officer needs them when it applies again.
    """
    for number, event in enumerate(provider.listing):
        said_nothing = len(event.reason.split()) < _FEWEST_WORDS
        if event.status is ListStatus.DECLINED and event.on <= situation.on and said_nothing:
            yield Fault(
                provider,
                f"declined on {plain(event.on)}; the reason is {event.reason!r}",
                ("listing", number, "reason"),
            )
