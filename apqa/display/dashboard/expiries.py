"""What runs out, when: insurances, training, policies, health and safety, on a line of time for each provider."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Page, Section, Table, heads, unnamed
from apqa.display.dashboard.look import grouped
from apqa.display.dashboard.words import STATE_TONES, several
from apqa.display.drawing.svg import Caption, Tone
from apqa.display.drawing.timeline import SHAPES, Lane, Mark, Window, timeline, together
from apqa.display.provider_check.words import short
from apqa.guidance.days import plain
from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.dashboard.look import Look
    from apqa.questions.due.duty import Duty

_BEFORE, _AFTER = timedelta(days=61), timedelta(days=183)
"""What is shown: two months before the day and half a year after it. What lies further off is for another day."""

_GROUPS = (
    ("diamond", "Insurance", (DutyKind.INSURANCE,)),
    ("circle", "Training and staff checks", (DutyKind.TRAINING, DutyKind.EDITION, DutyKind.STAFF_CHECKS)),
    ("square", "Policies and data protection", (DutyKind.POLICY, DutyKind.DATA_PROTECTION)),
    ("triangle", "Health and safety", (DutyKind.HEALTH_AND_SAFETY,)),
    (
        "cross",
        "Listing, accounts, approvals, references and waivers",
        (
            DutyKind.LISTING,
            DutyKind.FINANCE,
            DutyKind.QUALIFICATION,
            DutyKind.REFERENCE,
            DutyKind.WAIVER,
        ),
    ),
)
_SHAPE = {kind: shape for shape, _, kinds in _GROUPS for kind in kinds}
_NAMES = {shape: name for shape, name, _ in _GROUPS}
_STANDS = {
    Tone.BAD: "has run out",
    Tone.SOON: "runs out soon",
    Tone.UNKNOWN: "cannot be told",
    Tone.PLAIN: "runs out later",
}


def expiries_page(look: Look, on_day: str) -> Page:
    """Show what runs out at each provider from two months before the day to half a year after it."""
    window = Window(look.on - _BEFORE, look.on + _AFTER, look.on)
    groups = grouped(_running_out(look.every, window), "provider")
    lanes = [Lane(look.named(provider), _marks(groups[provider])) for provider in sorted(groups, key=look.named)]
    title = f"What runs out by {plain(window.last)}, and what ran out before"
    figure = Figure(
        timeline(Caption("expiries", title, _says()), lanes, window),
        _table(title, lanes),
        legend=tuple((_STANDS | {Tone.SOON: f"runs out within {several(look.warning, 'day')}"}).items()),
        shapes=tuple((SHAPES[shape], name) for shape, name, _ in _GROUPS),
        layout="scrolling",
    )
    lead = f"What of providers had run out by {on_day}, and what will within half a year; nothing of placements."
    return Page("expiries", "What runs out, and when", lead, (Section("timeline", "On a line of time", (), figure),))


def _says() -> str:
    return (
        "A line of time for each provider, with a mark on each day on which something runs out. The shape of a mark "
        "says what it is; a number in it says how many run out within ten days from there. What ran out before the "
        "first day shown stands at the left end, whenever that was."
    )


def _running_out(duties: Iterable[Duty], window: Window) -> Iterator[Duty]:
    for duty in duties:
        if duty.kind in _SHAPE and not duty.placement and not duty.is_settled and duty.due and duty.due <= window.last:
            yield duty


def _marks(duties: Iterable[Duty]) -> tuple[Mark, ...]:
    """Answer the marks of a line, the gravest last, so that it lies on top."""
    order = list(Tone)
    marks = [Mark(each.due, _SHAPE[each.kind], _tone(each), (unnamed(each.title),)) for each in duties if each.due]
    return tuple(sorted(together(marks), key=lambda mark: -order.index(mark.tone)))


def _tone(duty: Duty) -> Tone:
    return Tone.SOON if duty.state is DutyState.DUE else STATE_TONES[duty.state]


def _table(title: str, lanes: Iterable[Lane]) -> Table:
    """Put every mark in a row: its day, what runs out then, and how that stands."""
    rows = tuple(
        (
            Cell(lane.name),
            Cell(short(mark.on), whole=True),
            Cell(str(len(mark.names)), number=True),
            Cell("; ".join(mark.names)),
            Cell(_NAMES[mark.shape]),
            Cell(_STANDS[mark.tone], mark.tone if mark.tone is not Tone.PLAIN else None),
        )
        for lane in lanes
        for mark in sorted(lane.marks, key=lambda mark: (mark.on, mark.shape))
    )
    named = (*heads("Provider", "From"), *heads("How many", numbers=1), *heads("What", "Sort", "How it stands"))
    return Table(title, named, rows, empty="Nothing runs out in this time.")
