"""The letters that tell of a step of escalation, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import told_in_short
from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry

if TYPE_CHECKING:
    from apqa.display.notices.answer import NoticesAnswer

TOLD_COLUMNS = ("Who must be told", "As", "Their placements", "Stands")


def heading(answer: NoticesAnswer) -> str:
    """Say of what is told: "Cornerstool: new placements suspended from 10 November 2026"."""
    if answer.decision is None:
        return f"{answer.provider.name}: there is no decision to tell of"
    return f"{answer.provider.name}: {step_entry(answer.decision.step).title} from {plain(answer.decision.on)}"


def summary(answer: NoticesAnswer) -> str:
    """Say what was done, and how far the telling has come."""
    if not answer.told:
        return "Nobody must be told of it."
    number = len(answer.prepared)
    letters = f"{number or 'No'} letter{'' if number == 1 else 's'}"
    done = "would be prepared" if answer.dry_run else "prepared"
    return f"{letters} {done}; {told_in_short(answer.told)} told."


def closing(answer: NoticesAnswer) -> str:
    """Say what was written, and what to do next."""
    if answer.dry_run:
        return "Nothing was written: this is a dry run."
    if answer.prepared:
        return (
            f"Nothing was sent. The letters are recorded as prepared in {answer.record}. Send them, then record it: "
            f"apqa notify {answer.provider.id} --told NAME --on DAY."
        )
    return f"Recorded in {answer.record}." if answer.record else ""
