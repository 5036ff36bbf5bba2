"""The first page: what must be looked at today, in ten seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Page, Section, Table, Tile, heads, unnamed
from apqa.display.dashboard.kinds import by_week, overdue_by_kind
from apqa.display.dashboard.look import WAITING, counted, reports
from apqa.display.dashboard.steps import steps_figure
from apqa.display.dashboard.words import STEP_TONES, STEPS, several
from apqa.display.drawing.svg import Tone
from apqa.questions.checks.verdict import Verdict
from apqa.vocabulary.due import DutyState
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from apqa.display.dashboard.look import Look, Stands

_NOT_IN = (DutyState.OVERDUE, DutyState.CANNOT_TELL, *WAITING)


def first_page(look: Look, on_day: str) -> Page:
    """Put together what stands first: what is overdue, where nobody may be placed, the steps, the days ahead."""
    figures: tuple[tuple[str, str, tuple[str, ...], Figure], ...] = (
        (
            "overdue",
            "Overdue, by sort",
            ("Everything, with whom to ask, is on the page What is due.",),
            overdue_by_kind("overdue-by-kind", look.due.duties, look.on),
        ),
        ("steps", "Providers by step", ("How far an unanswered concern has been taken.",), steps_figure("steps", look)),
        (
            "ahead",
            f"The next {several(look.within, 'day')}",
            (f"What falls due from {on_day} on.",),
            by_week("weeks", look.due.duties, look.on, look.within),
        ),
    )
    return Page(
        "index",
        "What to look at today",
        f"How alternative provision stood on {on_day}, in the records of {look.council}.",
        (_not_to_place_with(look), *(Section(key, name, says, figure) for key, name, says, figure in figures)),
        tiles=_tiles(look),
    )


def _tiles(look: Look) -> tuple[Tile, ...]:
    found = counted(look.due.duties)
    stopped = sum(each.verdict is Verdict.DO_NOT_PLACE for each in look.providers if each.in_use)
    owed = sum(each.state in _NOT_IN for each in reports(look.due.duties))
    return (
        Tile(f"{found.overdue:,}", "overdue", "due.html", Tone.BAD if found.overdue else Tone.GOOD),
        Tile(
            f"{stopped:,}",
            f"{'provider' if stopped == 1 else 'providers'} in use with whom nobody may be placed",
            "#not-to-place-with",
            Tone.BAD if stopped else Tone.GOOD,
        ),
        Tile(
            f"{owed:,}",
            f"termly {'report' if owed == 1 else 'reports'} not in, or not complete",
            "returns.html",
            Tone.SOON if owed else Tone.GOOD,
        ),
        Tile(f"{found.due:,}", f"due in the next {several(look.within, 'day')}", "#ahead", Tone.PLAIN),
    )


def _not_to_place_with(look: Look) -> Section:
    stopped = [each for each in look.providers if each.in_use and each.verdict is Verdict.DO_NOT_PLACE]
    table = Table(
        "Providers in use with whom nobody may be placed",
        heads("Provider", "Step", "Checks that are not met", "To see it all"),
        tuple(_stopped(each) for each in stopped),
        empty="There is none.",
    )
    return Section(
        "not-to-place-with",
        "Do not place with",
        ("The checks before a placement of providers that pupils are or may be placed with.",),
        tables=(table,),
    )


def _stopped(stands: Stands) -> tuple[Cell, ...]:
    return (
        Cell(unnamed(stands.name)),
        Cell("Cannot be told" if stands.unread else STEPS[stands.reached.step], _tone_of(stands)),
        Cell("; ".join(unnamed(each) for each in stands.stops)),
        Cell(f"apqa check-provider {stands.provider}", code=True),
    )


def _tone_of(stands: Stands) -> Tone | None:
    """Answer the tone of a step; where no concern is open it has none, for nothing here is well."""
    if stands.unread:
        return Tone.UNKNOWN
    return None if stands.reached.step is EscalationStep.LISTED else STEP_TONES[stands.reached.step]
