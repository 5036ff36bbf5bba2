"""Figures several pages show: what is due by its sort, and what falls due week by week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Table, heads, row
from apqa.display.dashboard.look import counted, grouped
from apqa.display.dashboard.words import STANDING, STANDING_HEADS, STANDING_TONES, kind_words, numbers, parts, several
from apqa.display.drawing.bars import Bar, bars
from apqa.display.drawing.stacks import Stack, stacks
from apqa.display.drawing.svg import Caption, Tone
from apqa.display.provider_check.words import short
from apqa.vocabulary.due import DutyState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.due.duty import Duty

_WEEK = timedelta(days=7)
_AHEAD = frozenset({DutyState.DUE, DutyState.NOT_YET_DUE})


def by_kind(key: str, duties: Iterable[Duty]) -> Figure:
    """Show how duties of each sort stand, the sort with the most overdue first."""
    found = {kind: counted(members) for kind, members in grouped(duties, "kind").items()}
    sorts = sorted(found, key=lambda kind: (-found[kind].overdue, -found[kind].whole, kind))
    title = "What is due, by sort"
    says = "A bar for each sort of thing, parted into what is overdue, cannot be told, came back, or is due."
    return Figure(
        svg=stacks(Caption(key, title, says), [Stack(kind_words(each), parts(found[each])) for each in sorts]),
        table=Table(
            title,
            heads("What", *STANDING_HEADS, numbers=4),
            tuple(row(kind_words(each), *numbers(found[each]), tones=STANDING_TONES) for each in sorts),
            empty="Nothing is due.",
        ),
        legend=STANDING,
    )


def overdue_by_kind(key: str, duties: Iterable[Duty], on: date) -> Figure:
    """Show what is overdue, by its sort, and how long the longest has been."""
    late = [each for each in duties if each.state is DutyState.OVERDUE]
    groups = sorted(grouped(late, "kind").items(), key=lambda each: (-len(each[1]), each[0]))
    title = "What is overdue, by sort"
    says = "A bar for each sort of thing, as long as the number that are overdue."
    drawn = [Bar(kind_words(kind), len(found), str(len(found)), Tone.BAD) for kind, found in groups]
    return Figure(
        svg=bars(Caption(key, title, says), drawn),
        table=Table(
            title,
            (*heads("What"), *heads("Overdue", numbers=1), Cell("The longest")),
            tuple((*row(kind_words(kind), len(found)), Cell(_longest(found, on))) for kind, found in groups),
            empty="Nothing is overdue.",
        ),
    )


def _longest(late: Iterable[Duty], on: date) -> str:
    days = max((each.late(on) or timedelta()).days for each in late)
    return several(days, "day")


def by_week(key: str, duties: Iterable[Duty], on: date, within: int) -> Figure:
    """Show how much falls due in each week from the day on."""
    ahead = [each.due for each in duties if each.state in _AHEAD and each.due]
    weeks = [(starts, ends, sum(starts <= due <= ends for due in ahead)) for starts, ends in _weeks(on, within)]
    title = "What falls due in the days ahead, week by week"
    named = [
        (f"{short(starts)} to {short(ends)}" if starts != ends else short(starts), found)
        for starts, ends, found in weeks
    ]
    says = "A bar for each week, as long as the number of things that fall due in it."
    return Figure(
        svg=bars(Caption(key, title, says), [Bar(name, number, str(number)) for name, number in named]),
        table=Table(title, heads("Days", "Fall due", numbers=1), tuple(row(name, number) for name, number in named)),
    )


def _weeks(on: date, within: int) -> Iterator[tuple[date, date]]:
    last = on + timedelta(days=within)
    starts = on
    while starts <= last:
        yield starts, min(starts + _WEEK - timedelta(days=1), last)
        starts += _WEEK
