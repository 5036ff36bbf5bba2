"""Termly returns as a grid: each provider by reporting period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Page, Section, Table, heads, row
from apqa.display.dashboard.look import counted, reports
from apqa.display.drawing.stacks import Stack, stacks
from apqa.display.drawing.svg import Caption, Tone
from apqa.questions.received_report import term_order
from apqa.records.kinds import TERMLY_REPORT
from apqa.vocabulary.due import DutyState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apqa.display.dashboard.look import Look
    from apqa.questions.due.duty import Duty

_PERIODS = 6
"""How many reporting periods are shown: two years."""

_IN = (DutyState.RECEIVED, DutyState.ACCEPTED)
_LEGEND = (
    (Tone.GOOD, "in and complete"),
    (Tone.SOON, "returned or incomplete"),
    (Tone.BAD, "overdue"),
    (Tone.UNKNOWN, "cannot be told"),
    (Tone.PLAIN, "not in, and in time"),
)
_HEADS = ("In and complete", "Returned or incomplete", "Overdue", "Cannot be told", "Not in, and in time")

Grid = dict[str, dict[str, list["Duty"]]]
"""The reports asked for, by provider and by reporting period."""


def returns_page(look: Look, on_day: str) -> Page:
    """Show how the termly reports of the last six reporting periods stand, as `apqa termly-due --term` has them."""
    grid: Grid = {}
    for duty in reports(look.every):
        if (term := _term(duty)) and duty.provider:
            grid.setdefault(duty.provider, {}).setdefault(term, []).append(duty)
    terms = sorted({term for found in grid.values() for term in found}, key=term_order)[-_PERIODS:]
    whole = Section("periods", "All providers, period by period", (), _periods(grid, terms))
    each = Section(
        "grid",
        "Each provider, period by period",
        ("How many of the reports asked for are in, and what is not. `apqa termly-due --term` names them.",),
        tables=(_grid(grid, terms, look),),
    )
    lead = f"How the reports that providers owe three times a year (QF-50) stood on {on_day}."
    return Page("returns", "Termly returns", lead, (whole, each))


def _term(duty: Duty) -> str:
    """Answer the reporting period of a report; empty where it is not known for want of a calendar."""
    report = duty.key.partition("/")[2]
    return report.partition("/")[0] if TERMLY_REPORT.id_of(TERMLY_REPORT.path(report)) == report else ""


def _numbers(duties: Iterable[Duty]) -> tuple[int, ...]:
    """Count the reports in the order of the legend."""
    duties = list(duties)
    found = counted(duties)
    return sum(each.state in _IN for each in duties), found.waiting, found.overdue, found.cannot_tell, found.due


def _periods(grid: Grid, terms: list[str]) -> Figure:
    found = {term: _numbers(each for of in grid.values() for each in of.get(term, ())) for term in terms}
    tones = tuple(tone for tone, _ in _LEGEND)
    title = "Termly reports, by reporting period"
    says = (
        "A bar for each reporting period, parted into the reports that are in, came back, are overdue, and the others."
    )
    drawn = [Stack(_named(each), tuple(zip(tones, found[each], strict=True))) for each in terms]
    return Figure(
        stacks(Caption("periods", title, says), drawn),
        Table(
            title,
            heads("Period", *_HEADS, numbers=5),
            tuple(row(_named(each), *found[each], tones=(None, *tones[1:4])) for each in terms),
            empty="No report has been asked for yet.",
        ),
        legend=_LEGEND,
        layout="stacked",
    )


def _grid(grid: Mapping[str, Mapping[str, list[Duty]]], terms: list[str], look: Look) -> Table:
    shown = [each for each in grid if any(term in grid[each] for term in terms)]
    rows = tuple(
        (Cell(look.named(provider)), *(_cell(grid[provider].get(term, [])) for term in terms))
        for provider in sorted(shown, key=look.named)
    )
    return Table(
        "Termly reports, by provider and reporting period",
        heads("Provider", *map(_named, terms)),
        rows,
        empty="No report has been asked for yet.",
        grid=True,
    )


def _cell(duties: list[Duty]) -> Cell:
    """Say how the reports of one provider on one period stand: how many are in, and the gravest of what is not."""
    if not duties:
        return Cell("none asked")
    there, waiting, overdue, unknown, ahead = _numbers(duties)
    wrong = ((Tone.BAD, overdue, "overdue"), (Tone.UNKNOWN, unknown, "cannot be told"), (Tone.SOON, waiting, "to mend"))
    told = [(tone, f"{number} {name}") for tone, number, name in wrong if number]
    tone = told[0][0] if told else Tone.PLAIN if ahead else Tone.GOOD
    return Cell(", ".join((f"{there} of {len(duties)} in", *(said for _, said in told))), tone)


def _named(term: str) -> str:
    """Name a reporting period: Autumn 2026-27."""
    return f"{term[8:].capitalize()} {term[:7]}"
