"""An action plan with its escalation: kept as records/action-plans/<provider>/<date>.yaml."""

from collections.abc import Iterator
from datetime import date

from apqa.records.action import Action
from apqa.records.base import Evidence, Part, Record, in_order, told_apart
from apqa.records.identifiers import PlacementId, VisitId
from apqa.records.scalars import Count, Day, Text
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import ActionStatus, EscalationStep, EscalationTrigger, ToldAs, Trigger


class Told(Part):
    """Somebody who was told of a decision (QF-59)."""

    who: Text
    """Which commissioner, service or school, by name. A family is never named: the parent of PL-7K3QX."""

    kind: ToldAs | None = None
    """Why it is told."""

    prepared_on: Day | None = None
    """The day a letter to it was prepared."""

    on: Day | None = None
    """The day it was told."""

    how: Text | None = None
    """How it was told: by letter, by telephone."""

    acknowledged_on: Day | None = None
    """The day it answered that it knows."""

    @truth
    def _one_thing_comes_after_the_other(self) -> Iterator[Untruth]:
        if self.prepared_on is None and self.on is None:
            yield untrue("say when it was told (on), or when a letter to it was prepared (prepared_on)", "who")
        if self.acknowledged_on is not None and self.on is None:
            yield untrue("it has acknowledged what it was told, so say when it was told: on", "acknowledged_on")
        if self.acknowledged_on is not None and self.on is not None and self.acknowledged_on < self.on:
            said = f"it acknowledged on {self.acknowledged_on}, before it was told on {self.on}"
            yield untrue(said, "acknowledged_on")


class PlacementOutcome(Part):
    """What becomes of a live placement after a decision (QF-59)."""

    placement: PlacementId
    """The placement."""

    what: Text
    """What happens to it."""


class StepReview(Part):
    """One look at whether a step still holds: a meeting, a monthly check (QF-58, QF-59)."""

    on: Day
    """The day."""

    by: Text
    """Who looked, by role."""

    says: Text
    """What was found, and what follows."""

    next_on: Day | None = None
    """The day by which to look again."""


class EscalationEvent(Part):
    """One step up or down (QF-59)."""

    on: Day
    """The day it takes effect."""

    step: EscalationStep
    """The step reached."""

    trigger: EscalationTrigger | None = None
    """What set it off."""

    decided_by: Text
    """Who decided, by role."""

    reason: Text
    """Why."""

    meeting_on: Day | None = None
    """The day of the meeting with the provider; the urgent meeting, which comes before removal (QF-59)."""

    review_on: Day | None = None
    """The day by which it is first reviewed."""

    reviews: tuple[StepReview, ...] = ()
    """Each look at whether it still holds, the oldest first."""

    told: tuple[Told, ...] = ()
    """Who is told, and how far that has come."""

    parents_told_on: Day | None = None
    """The day the parents of the pupils there were told, by their commissioners."""

    department_told_on: Day | None = None
    """The day the Department for Education was told, where it appears to run an unregistered school."""

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

    @truth
    def _nobody_is_told_of_one_step_twice(self) -> Iterator[Untruth]:
        for number, event in enumerate(self.escalation):
            names = [told.who.casefold() for told in event.told]
            for place, name in enumerate(names):
                if name in names[:place]:
                    said = f"{event.told[place].who} stands twice: keep one entry with all its days"
                    yield untrue(said, "escalation", number, "told", place, "who")

    @property
    def provider(self) -> str:
        """Answer the id of the provider."""
        return self.id.partition("/")[0]

    @property
    def on(self) -> date:
        """Answer the day it was opened."""
        return date.fromisoformat(self.id.partition("/")[2])

    def is_open(self, on: date) -> bool:
        """Answer whether it had been opened by the day, and not closed."""
        return self.on <= on and (self.closed_on is None or self.closed_on > on)
