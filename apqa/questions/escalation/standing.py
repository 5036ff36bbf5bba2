"""Where a provider stands with its escalation: the step, why, what comes next and by when, who must be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.escalation import LOOKS
from apqa.questions.escalation.called import called_for
from apqa.questions.escalation.deciders import deciders
from apqa.questions.escalation.decisions import decisions
from apqa.questions.escalation.differing import difference
from apqa.questions.escalation.holding import standing_decision
from apqa.questions.escalation.needs import needs_of
from apqa.questions.escalation.reached import rank, step_of
from apqa.questions.escalation.telling import tellings
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.escalation.called import Called
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.escalation.reached import Reached
    from apqa.questions.escalation.telling import Telling
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Next:
    """One thing that comes next."""

    what: str
    by: date | None
    who: str
    """Who does it, by role."""

    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Escalation:
    """Everything about a provider's escalation on a day."""

    provider: Provider
    reached: Reached
    decision: Decision | None
    """The decision the step rests on; none where there never was a concern."""

    story: tuple[Decision, ...]
    needs: tuple[NeedState, ...]
    called: tuple[Called, ...]
    told: tuple[Telling, ...]
    next: tuple[Next, ...]
    differs: str = ""
    """Where list and action plans contradict each other."""

    @property
    def is_open(self) -> bool:
        """Answer whether a concern is open, or something calls for a step."""
        return self.reached.step is not EscalationStep.LISTED or bool(self.called)

    @property
    def order(self) -> tuple[int, str]:
        """Answer where it comes among others: the gravest first."""
        return -rank(self.reached.step), self.provider.id

    def must_act(self) -> bool:
        """Answer whether something must happen now: it is overdue, called for, or contradicts itself."""
        return bool(self.called or self.differs) or any(each.overdue for each in self.next)


def escalation_of(provider: Provider, situation: Situation) -> Escalation:
    """Answer where a provider stands with its escalation on the day."""
    decision = standing_decision(provider, situation)
    needs = needs_of(decision, provider, situation) if decision else ()
    called, differs = called_for(provider, situation), difference(provider, situation)
    return Escalation(
        provider=provider,
        reached=step_of(provider, situation),
        decision=decision,
        story=decisions(provider, situation),
        needs=needs,
        called=called,
        told=tellings(decision, provider, situation) if decision else (),
        next=(*_called(called, situation), *_open(needs, decision, situation), *_agreed(differs)),
        differs=differs,
    )


def _called(called: tuple[Called, ...], situation: Situation) -> tuple[Next, ...]:
    return tuple(
        Next(f"Decide: {each.sentence}", None, _either(deciders(each.step, situation)), overdue=True) for each in called
    )


def _open(needs: tuple[NeedState, ...], decision: Decision | None, situation: Situation) -> tuple[Next, ...]:
    """Answer what of the step's needs is open, the earliest first; and when it is looked at again."""
    who = (decision.decided_by if decision else "") or "designated officer"
    found = [
        Next(
            each.entry.title if each.met else f"{each.entry.title}: {each.says}",
            each.due,
            who,
            each.is_overdue(situation.on),
        )
        for each in needs
        if not each.met or (each.entry.key in LOOKS and each.due and each.due >= situation.on)
    ]
    return tuple(sorted(found, key=lambda each: str(each.by or "")))


def _agreed(differs: str) -> tuple[Next, ...]:
    said = f"Make list and action plan agree: {differs}"
    return (Next(said, None, "designated officer", overdue=True),) if differs else ()


def _either(titles: tuple[str, ...]) -> str:
    return " or ".join(titles)
