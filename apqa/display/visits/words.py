"""How visits stand, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.words import short
from apqa.guidance.days import plain
from apqa.vocabulary.review import VisitStanding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.visits.answer import LastVisit, VisitsAnswer
    from apqa.questions.visits.rows import VisitRow

HEADINGS = {
    VisitStanding.OVERDUE: "Overdue",
    VisitStanding.WITHOUT_NOTE: "Done, and no note is written",
    VisitStanding.NOT_CIRCULATED: "Note written, and not circulated",
    VisitStanding.CONCERN: "Raised since the last visit",
    VisitStanding.DUE: "Due",
    VisitStanding.PLANNED: "Planned",
    VisitStanding.ANSWER_OPEN: "With the provider, to answer on the facts",
}
LOOK_AT = "What the next visit is to look at"
STYLES = {
    VisitStanding.OVERDUE: "bad",
    VisitStanding.CONCERN: "unknown",
    VisitStanding.WITHOUT_NOTE: "soon",
    VisitStanding.NOT_CIRCULATED: "soon",
    VisitStanding.DUE: "soon",
    VisitStanding.PLANNED: "good",
}
_COUNTED = {
    VisitStanding.OVERDUE: "overdue",
    VisitStanding.WITHOUT_NOTE: "without a note",
    VisitStanding.NOT_CIRCULATED: "not circulated",
    VisitStanding.CONCERN: "raised since the last visit",
    VisitStanding.DUE: "due",
    VisitStanding.PLANNED: "planned",
    VisitStanding.ANSWER_OPEN: "with the provider to answer",
}


def heading(answer: VisitsAnswer) -> str:
    """Say what was asked: "Visits due by 4 January 2027, on 23 November 2026"."""
    of = f" to {name(answer.provider, answer)}" if answer.provider else ""
    on = f", on {plain(answer.header.on)}" if answer.header.on else ""
    return f"Visits{of}: due by {plain(answer.last)}, planned, to be written up{on}"


def counted(answer: VisitsAnswer) -> str:
    """Count what is shown: "1 overdue, 2 without a note, 3 planned"."""
    said = [f"{number} {_COUNTED[standing]}" for standing, number in answer.counts.items()]
    return ", ".join(said) if said else "nothing is open"


def by_standing(answer: VisitsAnswer) -> Iterator[tuple[VisitStanding, list[VisitRow]]]:
    """Put together what stands alike, the most urgent first."""
    for standing in answer.counts:
        yield standing, [row for row in answer.rows if row.standing is standing]


def name(provider: str, answer: VisitsAnswer) -> str:
    """Name a provider with its id."""
    known = answer.names.get(provider)
    return f"{known} ({provider})" if known else provider


def when(row: VisitRow, answer: VisitsAnswer) -> str:
    """Say when something is due: "overdue by 3 days", "due in 9 days"; empty where it has no day."""
    if row.due is None or answer.header.on is None:
        return ""
    days = (row.due - answer.header.on).days
    if days < 0:
        return f"overdue by {_number(-days)}"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {_number(days)}")


def day_text(row: VisitRow) -> str:
    """Write the day something is due on, or that there is none."""
    return short(row.due) if row.due else "no day"


def last_text(provider: str, last: LastVisit | None, answer: VisitsAnswer) -> str:
    """Say when a provider was last visited, why, and with which outcome."""
    if last is None:
        return f"{name(provider, answer)}: no visit is recorded"
    outcome = f", outcome {last.outcome}" if last.outcome else ""
    return f"{name(provider, answer)}: last visited on {plain(last.on)} ({last.type.lower()}{outcome})"


def later_text(answer: VisitsAnswer) -> str:
    """Say how many more there are that are not due by the last day; empty where none are."""
    if not answer.later:
        return ""
    return f"{answer.later} more {'is' if answer.later == 1 else 'are'} not due by then (--within)."


def _number(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
