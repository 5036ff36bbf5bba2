"""What was found where no rule finds fault: never more than the record says."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, TypeAlias

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, State
from apqa.records.base import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.plan import Step
    from apqa.rule import Path

_LONGEST = 90
"""How much of a text of the record a line repeats."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the record shows of one check of a placement."""

    state: State
    says: str
    at: Path = ()
    """Where it stands in the placement's record."""

    due: date | None = None
    """The day it falls due."""

    evidence: Evidence | None = None
    effect: Effect | None = None
    """What it means; none where that follows from the state and the rule."""

    rule: str = ""
    """The rule of the provider it breaks; empty where it is the line's own, or none."""

    remedy: str = ""
    """What to do about it, where the rule's own remedy does not fit."""


Finder: TypeAlias = "Callable[[Placement, Situation], Found]"
"""What the record shows of one check, asked of a placement on a day."""


def met(says: str, *at: str | int, due: date | None = None, evidence: Evidence | None = None) -> Found:
    """Find that something recorded makes it so."""
    return Found(State.MET, says, at, due, evidence)


def does_not_apply(says: str, *at: str | int) -> Found:
    """Find that there is nothing to look at, and why."""
    return Found(State.NOT_APPLICABLE, says, at)


def not_recorded(says: str, *at: str | int, remedy: str = "") -> Found:
    """Find that what would answer it is not recorded."""
    return Found(State.NOT_RECORDED, says, at, remedy=remedy)


def cannot_be_read(unread: str, *at: str | int) -> Found:
    """Find that nobody can tell while something cannot be read, and what that is."""
    says = f"cannot be told: {unread} cannot be read"
    remedy = "Put right what `apqa check` finds in it, and ask again."
    return Found(State.REVIEW, says, at, effect=Effect.CANNOT_TELL, remedy=remedy)


def at_fault(says: str, *at: str | int) -> Found:
    """Find the fault the rule says at another record."""
    return Found(State.MISSING, says, at)


def step_words(step: Step) -> str:
    """Write when a step was done, and by whom."""
    return f"on {plain(step.on)} by {step.by}"


def step_evidence(step: Step, what: str) -> Evidence | None:
    """Answer where the note of a step is filed, as evidence; none where that is not recorded."""
    return Evidence(seen=what, on=step.on, by=step.by, filed=step.filed) if step.filed else None


def seen_by(evidence: Evidence | None, on: date) -> Evidence | None:
    """Answer evidence that had been seen by the day."""
    return evidence if evidence and evidence.on <= on else None


def brief(text: str) -> str:
    """Repeat the beginning of a text of the record."""
    return shorten(text, _LONGEST, placeholder=" …")


def in_words(value: str) -> str:
    """Write a word of the records as people do: "school other"."""
    return value.replace("_", " ")
