"""One line of the check before a placement: what was asked, what was found, and what it means for placing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.base import Checked, Evidence, Exemption
    from apqa.rule import Path


class State(StrEnum):
    """What was found."""

    MET = "met"
    DUE_SOON = "due_soon"
    EXPIRED = "expired"
    MISSING = "missing"
    """It was asked for and is not there, or does not suffice."""
    NOT_RECORDED = "not_recorded"
    """Nothing is recorded, which is not the same as missing."""
    REVIEW = "review"
    """A person must judge."""
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"


class Effect(StrEnum):
    """What a line means for placing a pupil, from the gravest down."""

    STOP = "stop"
    """Do not place."""
    CANNOT_TELL = "cannot_tell"
    """It cannot be told whether a pupil may be placed."""
    CONDITION = "condition"
    """A pupil may be placed if this is put right."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """One check of one provider on one day."""

    key: str
    """Its short name, unique among a provider's lines: "policies/anti_bullying"."""

    group: str
    """The heading it stands under."""

    title: str
    """What was asked."""

    clause: str
    """The framework's clause."""

    state: State
    says: str
    """What was found, with days."""

    effect: Effect = Effect.NONE
    rule: str = ""
    """The rule it breaks; empty where it breaks none."""

    basis: str = ""
    """Where the requirement comes from."""

    standing: Standing = Standing.FRAMEWORK
    remedy: str = ""
    """What to do about it; empty where nothing is to be done."""

    ask: str = ""
    """Whom to ask, by role."""

    due: date | None = None
    """The day it falls or fell due."""

    evidence: Evidence | None = None
    """What was seen and where it is filed."""

    at: Path = ()
    """Where it stands in the provider's record."""

    waiver: str = ""
    """The id of the waiver that answers it."""

    firm: bool = False
    """Whether no waiver undoes it: a decision of the council, such as a removal from the list, or what is not known."""

    def found(  # noqa: PLR0913  what was found has that many sides
        self,
        state: State,
        says: str,
        *,
        effect: Effect = Effect.NONE,
        rule: str = "",
        remedy: str = "",
        due: date | None = None,
        evidence: Evidence | None = None,
    ) -> Line:
        """Answer the same check with what was found."""
        return replace(
            self,
            state=state,
            says=says,
            effect=effect,
            rule=rule,
            remedy=remedy,
            due=due,
            evidence=evidence or self.evidence,
        )

    @property
    def can_be_waived(self) -> bool:
        """Answer whether a waiver may answer it: local policy and the framework's checks, never law or the like."""
        return not self.firm and self.standing not in {Standing.LAW, Standing.STATUTORY_GUIDANCE}


def asked(  # noqa: PLR0913  a check is named by this much
    key: str,
    group: str,
    title: str,
    clause: str,
    *,
    basis: str,
    ask: str,
    at: Path,
    standing: Standing = Standing.FRAMEWORK,
) -> Line:
    """Begin a line: what is asked, before anything is found."""
    return Line(key, group, title, clause, State.NOT_RECORDED, "", basis=basis, standing=standing, ask=ask, at=at)


def seen(  # noqa: PLR0913 - what was looked at, and what it means not to find it
    line: Line,
    checked: Checked | None,
    on: date,
    *,
    missing: str,
    not_recorded: str,
    may_not_apply: bool = False,
    made: date | None = None,
) -> Line:
    """Find whether something was seen by the day: met with its evidence, missing, not applicable, or not recorded.

    What was seen before the day the thing was `made` was another: nobody has seen this one. What was found only after
    the day, whatever it was, nobody knew on it.

    `missing` and `not_recorded` name the rules that break when it is so. That something does not apply counts only
    where the framework leaves room for it; elsewhere somebody must waive the check, with an approver and an end.
    """
    if checked is None or not (checked.evidence or checked.absent or checked.not_applicable):
        return _not_seen(line, _unseen(checked, made), not_recorded)
    if later := _found_after(checked, on):
        return _not_seen(line, f"{later}, after the day asked about", not_recorded)
    if checked.absent:
        note = f": {checked.absent.note}" if checked.absent.note else ""
        return line.found(
            State.MISSING,
            f"asked for on {plain(checked.absent.on)} and not there{note}",
            effect=Effect.STOP,
            rule=missing,
            remedy="Have the provider put it in place, and record it once it was seen.",
        )
    if checked.not_applicable:
        return _exempt(line, checked.not_applicable, not_recorded, may_not_apply=may_not_apply)
    if checked.evidence and made and checked.evidence.on < made <= on:
        return _not_seen(line, f"{seen_on(checked.evidence)}; nobody has seen the one of {plain(made)}", not_recorded)
    return line.found(State.MET, seen_on(checked.evidence), evidence=checked.evidence)


def _found_after(checked: Checked, on: date) -> str:
    """Say what was found only after the day: there, absent or exempt. Empty where it was known by the day."""
    if checked.absent and checked.absent.on > on:
        return f"not there when asked for on {plain(checked.absent.on)}"
    if checked.not_applicable and checked.not_applicable.on > on:
        return f"recorded as not applicable: {_exemption_words(checked.not_applicable)}"
    return seen_on(checked.evidence) if checked.evidence and checked.evidence.on > on else ""


def _unseen(checked: Checked | None, made: date | None) -> str:
    """Say what is recorded of something nobody is recorded as having seen."""
    if checked is None or not checked.model_fields_set:
        return "nothing is recorded"
    return f"recorded{f' as of {plain(made)}' if made else ''}, without evidence that anybody has seen it"


def _not_seen(line: Line, says: str, not_recorded: str) -> Line:
    return line.found(
        State.NOT_RECORDED,
        says,
        effect=Effect.CANNOT_TELL,
        rule=not_recorded,
        remedy="See it, and record what was seen, when, by whom and where it is filed.",
    )


def _exempt(line: Line, exemption: Exemption, not_recorded: str, *, may_not_apply: bool) -> Line:
    says = _exemption_words(exemption)
    if may_not_apply:
        return line.found(State.NOT_APPLICABLE, says)
    return line.found(
        State.REVIEW,
        f"recorded as not applicable, which the framework leaves no room for: {says}",
        effect=Effect.CANNOT_TELL,
        rule=not_recorded,
        remedy="See it and record it; or have the council waive the check, with an approver and an end.",
    )


def _exemption_words(exemption: Exemption) -> str:
    return f"{exemption.reason} ({exemption.by}, {plain(exemption.on)})"


def seen_on(evidence: Evidence | None) -> str:
    """Write what was seen and when."""
    return f"{evidence.seen}, seen on {plain(evidence.on)} by {evidence.by}" if evidence else ""


def unseen(evidence: Evidence | None, made: date, on: date) -> str:
    """Say why nobody has seen by a day what was made on another; empty where somebody has.

    What was seen before the day it was made was another.
    """
    if evidence is None:
        return "no evidence is recorded"
    if evidence.on > on:
        return f"{seen_on(evidence)}, after the day asked about"
    return f"{seen_on(evidence)}, before that day" if evidence.on < made else ""


def timed(  # noqa: PLR0913 - a day, and what it means to be past it
    line: Line,
    due: date,
    situation: Situation,
    *,
    rule: str,
    effect: Effect,
    remedy: str,
    was_and_is: tuple[str, str] = ("was due on", "due on"),
) -> Line:
    """Find whether something that was met has run out, or runs out within the days of warning.

    On its last day it has not run out.
    """
    if due < situation.on:
        says = f"{line.says}; {was_and_is[0]} {plain(due)}"
        return line.found(State.EXPIRED, says, effect=effect, rule=rule, remedy=remedy, due=due)
    if due - situation.on <= situation.policy.days("warning_days"):
        says = f"{line.says}; {was_and_is[1]} {plain(due)}"
        return line.found(State.DUE_SOON, says, effect=Effect.CONDITION, remedy=remedy, due=due)
    return line.found(State.MET, line.says, due=due)
