"""What falls due, in words: how it stands, whom to ask, and how duties are put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.provider_check.words import short
from apqa.guidance.days import plain
from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.display.due.answer import DueAnswer
    from apqa.questions.due.duty import Duty

STATES = {
    DutyState.OVERDUE: "overdue",
    DutyState.CANNOT_TELL: "cannot be told",
    DutyState.RETURNED: "returned for correction",
    DutyState.INCOMPLETE: "incomplete",
    DutyState.DUE: "due",
    DutyState.NOT_YET_DUE: "not yet due",
    DutyState.RECEIVED: "received",
    DutyState.ACCEPTED: "accepted",
}
STYLES = {
    DutyState.OVERDUE: "bad",
    DutyState.CANNOT_TELL: "unknown",
    DutyState.RETURNED: "soon",
    DutyState.INCOMPLETE: "soon",
    DutyState.DUE: "soon",
    DutyState.RECEIVED: "good",
    DutyState.ACCEPTED: "good",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Duties that are shown as one: the same thing by the same day of the same person, for several placements."""

    duty: Duty
    """The first of them."""

    placements: tuple[str, ...]


def by_provider(duties: Iterable[Duty]) -> Iterator[tuple[str, list[Duty]]]:
    """Put the duties of each provider together, the provider with the most urgent one first."""
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(duty.provider, []).append(duty)
    yield from groups.items()


def by_commissioner(duties: Iterable[Duty]) -> Iterator[tuple[str, list[Entry]]]:
    """Put the duties of each commissioner together, the one with the most urgent first.

    What is about no placement stands before them, under no name.
    """
    groups: dict[str, list[Duty]] = {"": []}
    for duty in duties:
        groups.setdefault(duty.commissioner, []).append(duty)
    yield from ((name, entries(members)) for name, members in groups.items() if members)


def entries(duties: Iterable[Duty]) -> list[Entry]:
    """Put together what is the same but for the placement, so that a list reads at a glance."""
    found: dict[tuple[object, ...], Entry] = {}
    for duty in duties:
        alike = (duty.kind, duty.title, duty.due, duty.state, duty.commissioner, duty.ask, detail(duty))
        if duty.placement:
            known = found.get(alike)
            earlier = known.placements if known else ()
            found[alike] = Entry(known.duty if known else duty, (*earlier, duty.placement))
        else:
            found[(*alike, duty.key)] = Entry(duty, ())
    return list(found.values())


_SAYS_MORE = frozenset({DutyState.RETURNED, DutyState.INCOMPLETE, DutyState.CANNOT_TELL})
"""The states of which a duty has more to say than its day."""


def title(duty: Duty) -> str:
    """Name what is due: of an action, that it is one."""
    name = duty.title.rstrip(".")
    return f"Action: {name}" if duty.kind is DutyKind.ACTION else name


def standing(duty: Duty, on: date | None) -> str:
    """Say how a duty stands: "overdue by 12 school days", "due in 9 days"."""
    if duty.school_days_late is not None:
        return f"overdue by {_number(duty.school_days_late, 'school day')}"
    late = duty.late(on) if on else None
    if late is not None:
        return f"overdue by {_number(late.days, 'day')}"
    if duty.state in {DutyState.DUE, DutyState.NOT_YET_DUE} and on and duty.due:
        ahead = (duty.due - on).days
        when = {0: "today", 1: "tomorrow"}.get(ahead, f"in {ahead} days")
        return f"due {when}" if duty.state is DutyState.DUE else f"not yet due ({when})"
    return STATES[duty.state]


def detail(duty: Duty) -> str:
    """Say what is known of a duty, where that is more than its day: what is missing, what came of it."""
    is_told = duty.state in _SAYS_MORE or duty.is_settled or duty.due is None or duty.kind is DutyKind.TERMLY_REPORT
    return duty.says if is_told else ""


def day_text(duty: Duty) -> str:
    """Write the day a duty is due on, or that there is none."""
    return short(duty.due) if duty.due else "no day"


def heading(answer: DueAnswer) -> str:
    """Say what was asked: "Termly reports due by 4 January 2027, on 23 November 2026"."""
    on = f", on {plain(answer.header.on)}" if answer.header.on else ""
    if answer.term:
        return f"{answer.asked.capitalize()} of {answer.term}{on}"
    by = f" due by {plain(answer.last)}" if answer.last else ""
    return f"{answer.asked.capitalize()}{by}{on}"


def counted(answer: DueAnswer) -> str:
    """Count what is shown: "2 overdue, 1 incomplete, 5 due"."""
    said = [f"{number} {STATES[state]}" for state, number in answer.counts.items()]
    return ", ".join(said) if said else "nothing"


def later_text(answer: DueAnswer) -> str:
    """Say how many more there are that are not due by the last day; empty where none are."""
    if not answer.later:
        return ""
    return f"{answer.later} more {'is' if answer.later == 1 else 'are'} not due by then."


def provider_title(provider: str, answer: DueAnswer) -> str:
    """Name a provider with its id; what is about none stands under the council."""
    if not provider:
        return "The council"
    name = answer.names.get(provider)
    return f"{name} ({provider})" if name else provider


def _number(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
