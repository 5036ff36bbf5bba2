"""The steps of escalation (QF-58, QF-59): what sets each off, what must happen and by when, who decides, who is told.

Dated data, most of it practice that no document confirms: each entry says so.
"""

from enum import StrEnum

from apqa.guidance.book import Dated, entries
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import Word
from apqa.records.scalars import Text, Truth
from apqa.vocabulary.review import EscalationStep, EscalationTrigger


class Tells(StrEnum):
    """Who is told of a step."""

    COMMISSIONERS = "commissioners"
    """Every commissioner with a live placement."""
    SERVICES = "services"
    """Every commissioning service on the council's list."""
    SCHOOLS = "schools"
    """Every school on the council's list."""
    TOLD_BEFORE = "told_before"
    """Whoever was told of the suspension that ends."""


class Need(StrEnum):
    """What must happen at a step."""

    PLAN_AGREED = "plan_agreed"
    MEETING = "meeting"
    MONITORING_CHECK = "monitoring_check"
    REVIEW = "review"
    DECISION_RECORD = "decision_record"
    TOLD = "told"
    PLACEMENTS_SETTLED = "placements_settled"
    PARENTS_TOLD = "parents_told"
    DEPARTMENT_TOLD = "department_told"
    URGENT_MEETING = "urgent_meeting"
    REPRESENTATIONS = "representations"
    REAPPLICATION = "reapplication"


LOOKS = frozenset({Need.MONITORING_CHECK, Need.REVIEW})
"""What comes round: it is met until the next look is due."""


@an_entry
class StepEntry(Dated):
    """One step of escalation."""

    step: EscalationStep
    """Which."""

    title: Text
    """What it is called in a sentence: "new placements suspended"."""

    decided: Text
    """What was decided, to follow the provider's name: "is suspended for new placements"."""

    means: Text
    """What it means, for whoever is told of it."""

    asks: Text
    """What it asks of everybody who might place there."""

    asks_of_commissioners: Text
    """What it asks of those whose pupils are there."""

    means_for_families: Text
    """What it means, for a parent or learner who arranged a placement there."""

    asks_of_families: Text
    """What it asks of them."""

    suspension: Text | None = None
    """What ends when the step is left for a milder one: "suspension of new placements"; none where nothing does."""

    reached_from: tuple[EscalationStep, ...]
    """The steps it may be reached from."""

    at_once_for: tuple[EscalationTrigger, ...] = ()
    """What may set it off from any step but a removal."""

    tells: tuple[Tells, ...]
    """Who is told."""

    decided_by: tuple[Word, ...]
    """Who may decide, by role, until the council decides."""

    needs: tuple[Need, ...]
    """What must happen."""


@an_entry
class NeedEntry(Dated):
    """One thing that must happen at a step."""

    key: Need
    """Which."""

    title: Text
    """What must be so."""

    record: Text
    """Where it is recorded."""

    within: Word | None = None
    """The number of policy by which it falls due."""

    working_days: Truth = False
    """Whether that counts working days."""


@an_entry
class TriggerEntry(Dated):
    """One thing that sets a step off."""

    key: EscalationTrigger
    """Which."""

    title: Text
    """What it is, in a sentence."""

    calls_for: EscalationStep | None = None
    """The step it calls for; none where that is for a person, or a note, to say."""

    found_by: Text | None = None
    """The rule whose finding shows it."""

    computed: Truth = False
    """Whether apqa computes it from the records."""


def step_entry(step: EscalationStep) -> StepEntry:
    """Answer what is asked at a step."""
    return next(entry for entry in entries("escalation", "steps", StepEntry) if entry.step is step)


def need_entry(need: Need) -> NeedEntry:
    """Answer what a need asks, and within how many days."""
    return next(entry for entry in entries("escalation", "needs", NeedEntry) if entry.key is need)


def trigger_entries() -> tuple[TriggerEntry, ...]:
    """Answer everything that may set a step off."""
    return entries("escalation", "triggers", TriggerEntry)


def trigger_entry(trigger: EscalationTrigger) -> TriggerEntry:
    """Answer what one trigger is, and which step it calls for."""
    return next(entry for entry in trigger_entries() if entry.key is trigger)
