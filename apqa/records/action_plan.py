"""An action plan with its escalation: kept as records/action-plans/<provider>/<date>.yaml."""

from datetime import date
from typing import Self

from pydantic import model_validator

from apqa.records.action import Action, keys_of_their_own
from apqa.records.base import Evidence, Part, Record
from apqa.records.identifiers import PlacementId, VisitId
from apqa.records.scalars import Count, Day, Text, refuse
from apqa.vocabulary.review import EscalationStep, Trigger


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

    @model_validator(mode="after")
    def _actions_have_keys_of_their_own(self) -> Self:
        keys_of_their_own(self.actions)
        return self

    @model_validator(mode="after")
    def _closed_after_it_was_opened(self) -> Self:
        if self.closed_on is not None and self.closed_on < self.on:
            refuse("contradiction", f"it was closed on {self.closed_on}, before it was opened on {self.on}")
        return self

    @model_validator(mode="after")
    def _steps_are_in_order(self) -> Self:
        days = [event.on for event in self.escalation]
        if days != sorted(days):
            refuse("contradiction", "the escalation is not in order: put the oldest step first")
        return self

    @property
    def provider(self) -> str:
        """Answer the id of the provider."""
        return self.id.partition("/")[0]

    @property
    def on(self) -> date:
        """Answer the day it was opened."""
        return date.fromisoformat(self.id.partition("/")[2])
