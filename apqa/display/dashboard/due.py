"""What is due this month: of providers line by line, of placements in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Page, Section, Table, heads, row, unnamed
from apqa.display.dashboard.kinds import by_kind
from apqa.display.dashboard.look import counted, grouped
from apqa.display.dashboard.words import STANDING_HEADS, STANDING_TONES, STATE_TONES, numbers, several
from apqa.display.due.words import counted as counted_words
from apqa.display.due.words import day_text, later_text, standing, title
from apqa.questions.due.asking import with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.dashboard.look import Look
    from apqa.questions.due.duty import Duty


def due_page(look: Look, on_day: str) -> Page:
    """Show what `apqa due` answers for the days ahead, without the reference of any pupil or placement."""
    of_placements = [each for each in look.due.duties if each.placement]
    of_providers = [each for each in look.due.duties if not each.placement]
    sorts = Section(
        "sorts",
        "By sort",
        tuple(filter(None, (f"{counted_words(look.due).capitalize()}.", later_text(look.due)))),
        by_kind("by-kind", look.due.duties),
    )
    return Page(
        "due",
        "What is due",
        f"What was overdue on {on_day}, or falls due in the {several(look.within, 'day')} after it.",
        (
            sorts,
            Section("providers", "Of providers and the council", tables=tuple(_lines(look, of_providers))),
            _placements(look, of_placements),
            _commissioners(of_placements),
        ),
        notices=look.due.notes,
    )


def _lines(look: Look, duties: Iterable[Duty]) -> Iterator[Table]:
    groups = grouped(duties, "provider")
    for provider, found in groups.items():
        yield Table(
            look.named(provider),
            heads("Day", "What", "How it stands", "Whom to ask"),
            tuple(_line(each, look) for each in found),
            even=True,
        )
    if not groups:
        yield Table("Of providers and the council", heads("What"), (), empty="Nothing is due.")


def _line(duty: Duty, look: Look) -> tuple[Cell, ...]:
    return (
        Cell(day_text(duty), whole=True),
        Cell(unnamed(title(duty))),
        Cell(standing(duty, look.on), STATE_TONES[duty.state]),
        Cell(unnamed(with_article(duty.ask))),
    )


def _placements(look: Look, duties: list[Duty]) -> Section:
    rows = tuple(
        (
            *row(look.named(provider), *numbers(counted(found)), tones=STANDING_TONES),
            Cell(f"apqa due --provider {provider} --within {look.within}", code=True),
        )
        for provider, found in sorted(grouped(duties, "provider").items(), key=lambda each: look.named(each[0]))
    )
    return Section(
        "placements",
        "Of placements, by provider",
        ("In numbers, for no page here names a placement or a pupil. The command shows them one by one.",),
        tables=(
            Table(
                "What is due of placements, by provider",
                (*heads("Provider", *STANDING_HEADS, numbers=4), Cell("To see them")),
                rows,
                empty="Nothing is due of placements.",
            ),
        ),
    )


def _commissioners(duties: list[Duty]) -> Section:
    """Count by commissioner, by its name."""
    rows = tuple(
        row(unnamed(name), *numbers(counted(found)), tones=STANDING_TONES)
        for name, found in sorted(grouped(duties, "commissioner").items())
    )
    caption = "What is due of placements, by commissioner"
    table = Table(caption, heads("Commissioner", *STANDING_HEADS, numbers=4), rows, "Nothing is due of placements.")
    return Section("commissioners", "Of placements, by commissioner", tables=(table,))
