"""An action plan with its escalation: kept as records/action-plans/<provider>/<date>.yaml."""

from collections.abc import Iterator
from datetime import date

from apqa.records.action import Action
from apqa.records.base import Evidence, Part, Record, in_order, told_apart
from apqa.records.identifiers import PlacementId, VisitId
from apqa.records.scalars import Count, Day, Text
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import ActionStatus, EscalationStep, Trigger


class Told(Part):
    """Somebody who was told of a decision (QF-59)."""

    who: Text
    """Which commissioner, service or school."""

    on: Day
    """The day."""


class PlacementOutcome(Part):
    """What becomes of a live placement after a decision (QF-59)."""

    placement: PlacementId
    """The placement."""

    what: Text
    """What happens to it."""


class EscalationEvent(Part):
    """One step up or down (QF-59)."""

    on: Day
    """The day it takes effect."""

    step: EscalationStep
    """The step reached."""

    decided_by: Text
    """Who decided, by role."""

    reason: Text
    """Why."""

    meeting_on: Day | None = None
    """The day of the urgent meeting, which comes before removal (QF-59)."""

    review_on: Day | None = None
    """The day it is reviewed."""

    told: tuple[Told, ...] = ()
    """Who was told."""

    placements: tuple[PlacementOutcome, ...] = ()
    """What becomes of each live placement."""

    evidence: Evidence | None = None
    """The decision record, and where it is filed."""

    represented_on: Day | None = None
    """The day the provider made representations, or appealed."""

    representation: Text | None = None
    """What came of them."""

    reapply_from: Day | None = None
    """After a removal, the first day the provider may apply again (QF-40, QF-59)."""


class ActionPlan(Record):
    """What was agreed with a provider after a concern, and how far it was taken (QF-58, QF-59).

    Kept as records/action-plans/<provider>/<date>.yaml; the names of folder and file say whose and from when.
    """

    reason: Text
    """The concern it answers."""

    trigger: Trigger
    """What raised the concern."""

    visit: VisitId | None = None
    """The visit it comes from."""

    agreed_on: Day | None = None
    """The day the provider agreed to it."""

    update_days: Count | None = None
    """How many days may pass between the provider's updates."""

    actions: tuple[Action, ...]
    """What is to be done."""

    escalation: tuple[EscalationEvent, ...] = ()
    """The steps taken, the oldest first."""

    closed_on: Day | None = None
    """The day it was closed."""

    closing_note: Text | None = None
    """Why it was closed."""

    @truth
    def _actions_have_keys_of_their_own(self) -> Iterator[Untruth]:
        yield from told_apart((each.key for each in self.actions), "actions")

    @truth
    def _closed_after_it_was_opened(self) -> Iterator[Untruth]:
        if self.closed_on is not None and self.closed_on < self.on:
            yield untrue(f"it was closed on {self.closed_on}, before it was opened on {self.on}", "closed_on")
        # What a provider that is taken off the list has left undone stays undone.
        removed = any(event.step is EscalationStep.REMOVED for event in self.escalation)
        for number, action in enumerate(self.actions):
            if self.closed_on is not None and action.status is ActionStatus.OPEN and not removed:
                said = f"the plan was closed on {self.closed_on}, and this is open: say what became of it"
                yield untrue(said, "actions", number, "status")

    @truth
    def _steps_are_in_order(self) -> Iterator[Untruth]:
        says = "the escalation is not in order: put the oldest step first"
        yield from in_order((event.on for event in self.escalation), says, "escalation")

    @property
    def provider(self) -> str:
        """Answer the id of the provider."""
        return self.id.partition("/")[0]

    @property
    def on(self) -> date:
        """Answer the day it was opened."""
        return date.fromisoformat(self.id.partition("/")[2])
