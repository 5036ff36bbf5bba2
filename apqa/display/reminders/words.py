"""The reminders that are prepared, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.vocabulary.due import Rung

if TYPE_CHECKING:
    from apqa.display.reminders.answer import Prepared, RemindersAnswer
    from apqa.questions.due.reminders import To

RUNGS = {Rung.DUE_SOON: "due soon", Rung.OVERDUE: "overdue", Rung.ESCALATED: "escalated"}


def heading(answer: RemindersAnswer) -> str:
    """Say what was done: "3 letters prepared on 23 November 2026"."""
    number = len(answer.prepared)
    letters = f"{number or 'No'} letter{'' if number == 1 else 's'}"
    on = f" on {plain(answer.header.on)}" if answer.header.on else ""
    would = "would be prepared" if answer.dry_run else "prepared"
    return f"{letters} {would}{on}"


def to_text(to: To) -> str:
    """Say who a letter is to, and at which address."""
    whom = ", ".join(filter(None, (to.role, to.name)))
    return f"{whom} <{to.email}>" if to.email else f"{whom} (no address is recorded)"


def counted(prepared: Prepared) -> str:
    """Count what a letter says: "1 escalated, 2 overdue; 2 of them new"."""
    owed = prepared.letter.owed
    said = [f"{number} {RUNGS[rung]}" for rung in reversed(Rung) if (number := sum(each.rung is rung for each in owed))]
    new = sum(each.is_new for each in owed)
    return f"{', '.join(said)}; {'all' if new == len(owed) else new or 'none'} of them new"


def silent_text(answer: RemindersAnswer) -> str:
    """Say to how many nothing is said; empty where that is nobody."""
    if not answer.silent:
        return ""
    others = "1 other owes" if answer.silent == 1 else f"{answer.silent} others owe"
    return f"{others} only what a letter has said before: --again prepares theirs, too."


def closing(answer: RemindersAnswer) -> str:
    """Say what was kept in mind."""
    if not answer.prepared:
        return ""
    if answer.dry_run:
        return "Nothing was written: this is a dry run."
    return "Nothing was sent. The letters are remembered as records, so that they are not repeated."
