"""The outcomes of the last year that is over, with small numbers hidden as they are for publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Page, Section, Table, heads, unnamed
from apqa.display.drawing.bars import Bar, bars
from apqa.display.drawing.svg import Caption, Tone
from apqa.display.outcomes.words import (
    NOT_SHOWN,
    TITLES,
    WORDS,
    lists,
    none_listed,
    number_text,
    share_sentences,
    summary,
)
from apqa.questions.outcomes.outcomes import shares
from apqa.questions.outcomes.tree import ATTENDANCE, REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.dashboard.look import Look
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.shown import Numbers, ShownTable
    from apqa.questions.outcomes.tree import Branch

_ELSEWHERE = frozenset({REPORTS.key})
"""The tables left out: how reports stand is on a page of its own with every number, and would give away those here."""


def outcomes_page(look: Look, on_day: str) -> Page:
    """Show what `apqa outcomes --publish` answers for the last year that is over, as bars and in tables."""
    title = f"Outcomes of {look.year}"
    answer = look.outcomes
    if answer is None:
        lead = f"Outcomes are not put together while records cannot be read, as they could not be on {on_day}."
        return Page("outcomes", title, lead, ())
    whole = [_section(table) for table in answer.shown.tables if table.kind.key not in _ELSEWHERE]
    return Page(
        "outcomes",
        title,
        f"As `apqa outcomes --publish` answers it, with small numbers hidden. {summary(answer)}",
        (*_providers(answer), *whole),
        notices=(*map(unnamed, answer.notes), *filter(None, (none_listed(answer),))),
    )


def _section(table: ShownTable) -> Section:
    key = table.kind.key
    title = TITLES[key]
    lines = list(_walked(table.kind.tree, table.total, 0))
    says = "A bar for each number that is shown, its parts set in below it. What is not shown has no bar."
    drawn = [Bar(name, number, _says(number), _tone(depth), depth) for name, number, depth in lines]
    rows = tuple((Cell(name, depth=depth), Cell(number_text(number), number=True)) for name, number, depth in lines)
    drawing = bars(Caption(f"outcomes-{key}", title, says), drawn)
    figure = Figure(drawing, Table(title, heads("What", "Number", numbers=1), rows))
    return Section(key.replace("_", "-"), title, tuple(share_sentences(table)), figure)


def _walked(branch: Branch, numbers: Numbers, depth: int) -> Iterator[tuple[str, int | None, int]]:
    """Answer what is shown of a table, as the command lists it: parts that are nought are left out."""
    number = numbers[branch.key]
    if number == 0 and depth:
        return
    yield WORDS[branch.key], number, depth
    if number is None and not depth:
        return
    for part in branch.parts:
        yield from _walked(part, numbers, depth + 1)


def _says(number: int | None) -> str:
    return f"{NOT_SHOWN} not shown" if number is None else number_text(number)


def _tone(depth: int) -> Tone:
    return Tone.PLAIN if depth else Tone.GOOD


def _providers(answer: OutcomesAnswer) -> Iterator[Section]:
    """Show the providers that may be named beside one another: attendance as bars, and all in a table."""
    listed = next(((columns, rows) for columns, rows in lists(answer) if columns[0] == "Provider"), None)
    if listed is None:
        return
    columns, rows = listed
    title = "Attendance at the providers that may be named"
    says = "A bar for each provider, as long as the share of the possible sessions that were attended."
    table = Table(
        "The providers that may be named",
        heads(*columns, numbers=len(columns) - 1),
        tuple((Cell(unnamed(name)), *(Cell(each, number=True) for each in rest)) for name, *rest in rows),
        grid=True,
    )
    drawn = bars(Caption("attendance-by", title, says), list(_attendance(answer)), longest=100)
    figure = Figure(drawn, table, layout="stacked")
    notes = ("The bars show the share of the possible sessions that were attended.",)
    yield Section("providers", "By provider", notes, figure)


def _attendance(answer: OutcomesAnswer) -> Iterator[Bar]:
    found = next(each for each in answer.shown.tables if each.kind is ATTENDANCE)
    for provider in sorted(found.by_provider, key=lambda each: answer.names.get(each, each)):
        share = shares(ATTENDANCE, found.by_provider[provider])["attended"]
        says = f"{NOT_SHOWN} not shown" if share is None else f"{share} %"
        name = unnamed(answer.names.get(provider, provider))
        yield Bar(name, None if share is None else float(share), says, Tone.GOOD)
