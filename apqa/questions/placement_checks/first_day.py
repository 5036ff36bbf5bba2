"""How the provider's own checks stood on a placement's first day, as far as the records can still tell (QF-20)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.verdict import ProviderCheck, Verdict, provider_check

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.plan import Step
    from apqa.records.provider import Provider

_NAMED = 3
"""How many checks a line names before it counts the others."""


@dataclass(frozen=True, slots=True)
class FirstDay:
    """The provider's checks on a placement's first day."""

    check: ProviderCheck
    on: date
    """The first day."""

    to_come: bool
    """Whether the first day is still to come."""

    seen_since: tuple[Line, ...]
    """The checks of which the record holds only what was seen after the first day."""

    checked: Step | None
    """Who went through the checks by the first day; none where that is not recorded."""

    @property
    def rests_on_check(self) -> bool:
        """Answer whether all that is open was seen again since, and somebody had gone through it by the first day.

        A record holds only the latest look at a policy. Without this every placement would be open from the next
        review of any policy on, however well its provider was checked.
        """
        open_ones = self.check.having(Effect.STOP, Effect.CANNOT_TELL)
        return bool(self.checked and open_ones) and all(line in self.seen_since for line in open_ones)

    @property
    def verdict(self) -> Verdict:
        """Answer what the checks come to, with what was gone through by the first day."""
        if not self.rests_on_check:
            return self.check.verdict
        return Verdict.CLEAR_WITH_CONDITIONS if self.check.having(Effect.CONDITION) else Verdict.CLEAR

    @property
    def says(self) -> str:
        """Say what they come to, and which of them stand in the way."""
        words = self.verdict.value.replace("_", " ")
        if self.rests_on_check and self.checked:
            again = len(self.seen_since)
            said = f"{again} {'check has' if again == 1 else 'checks have'} been seen again since"
            return f"{words}, as checked on {plain(self.checked.on)} by {self.checked.by}; {said}"
        gravest = Effect.STOP if self.verdict is Verdict.DO_NOT_PLACE else Effect.CANNOT_TELL
        named = _titles(self.check.having(gravest) or self.check.having(Effect.CONDITION))
        return f"{words}: {named}" if named else words

    @property
    def state(self) -> State:
        """Answer the state of the line. Conditions of a first day that is past were for that day."""
        return {
            Verdict.CLEAR: State.MET,
            Verdict.CLEAR_WITH_CONDITIONS: State.DUE_SOON if self.to_come else State.MET,
            Verdict.CANNOT_TELL: State.REVIEW,
            Verdict.DO_NOT_PLACE: State.MISSING,
        }[self.verdict]

    @property
    def effect(self) -> Effect:
        """Answer what it means for the placement."""
        return {
            State.MET: Effect.NONE,
            State.DUE_SOON: Effect.CONDITION,
            State.REVIEW: Effect.CANNOT_TELL,
            State.MISSING: Effect.STOP,
        }[self.state]


def first_day(placement: Placement, provider: Provider, situation: Situation, *, to_come: bool) -> FirstDay:
    """Answer how a placement's provider stood on its first day."""
    starts = placement.starts
    check = provider_check(provider, situation.on_day(starts))
    now = {line.key: line for line in provider_check(provider, situation).lines}
    since = tuple(line for line in check.lines if _seen_since(line, now.get(line.key), starts))
    return FirstDay(check, starts, to_come, since, placement.step("provider_checked", starts))


def _seen_since(then: Line, now: Line | None, starts: date) -> bool:
    """Answer whether a check that is not recorded for the first day was seen between then and the day asked about."""
    evidence = now.evidence if now and now.effect is not Effect.CANNOT_TELL else None
    return then.state is State.NOT_RECORDED and evidence is not None and evidence.on > starts


def _titles(lines: tuple[Line, ...]) -> str:
    named = [line.title for line in lines[:_NAMED]]
    return "; ".join([*named, f"{len(lines) - _NAMED} more"] if len(lines) > _NAMED else named)
