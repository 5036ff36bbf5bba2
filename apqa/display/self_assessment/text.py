"""A self-assessment as text for people: both ratings beside last year's, figures, discrepancies, what is to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from apqa.display.findings.words import details, summary
from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import headed, named, readable, titled
from apqa.display.registration.words import unread_sentence
from apqa.display.self_assessment.answer import Outcome
from apqa.display.self_assessment.criteria import criteria_lines
from apqa.display.self_assessment.figures import any_before, figure_rows
from apqa.display.self_assessment.words import OUTCOMES, facts, next_steps, no_discrepancy, none_words
from apqa.display.table import table_lines
from apqa.display.terminal import painted
from apqa.guidance.days import plain
from apqa.writing.characters import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.lines import Line
    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.display.self_assessment.figures import FigureRow
    from apqa.finding import Finding

_STYLES = {
    Outcome.TO_PUT_RIGHT: "bad",
    Outcome.CANNOT_TELL: "unknown",
    Outcome.WITH_QUERIES: "soon",
    Outcome.IN_ORDER: "good",
    Outcome.NONE: "dim",
}


def text_self_assessment(answer: SelfAssessmentAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write the self-assessment from its head to what is still to do. Without a width no line is broken."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: SelfAssessmentAnswer, width: int | None) -> Iterator[Line]:
    day = f", {plain(answer.header.on)}" if answer.header.on else ""
    about = f"{answer.provider.name} ({answer.provider.id}), self-assessment {answer.year}{day}"
    yield from titled(about, Piece(OUTCOMES[answer.outcome], _STYLES[answer.outcome]), width)
    if answer.sheet is None:
        yield from ((Piece(line),) for line in wrapped(none_words(answer), width))
    yield from named(facts(answer), width)
    if answer.sheet is not None:
        yield ()
        yield from criteria_lines(answer.sheet, width)
        yield from _figures(answer, width)
        yield from _found("Discrepancies with the provider's record", answer, answer.discrepancies, width)
    if answer.others:
        yield from _found("To put right", answer, answer.others, width)
    yield from _to_come(answer, width)
    yield ()
    yield from ((Piece(line, "heading"),) for line in wrapped(summary(answer.found), width))
    if answer.unread:
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_sentence(answer.unread), width))


def _figures(answer: SelfAssessmentAnswer, width: int | None) -> Iterator[Line]:
    """Write the figures beside those of the year before, where any are stated."""
    rows = list(figure_rows(answer))
    if not rows or answer.sheet is None:
        return
    last = answer.sheet.last_year
    beside = any_before(rows) and last is not None
    columns = ("", answer.year, *((last.year,) if beside and last else ()))
    shown = (row if beside else row[:2] for row in _under_areas(rows))
    yield ()
    yield (Piece("Figures", "heading"),)
    for line in table_lines(shown, columns, width=width and width - 2, wrap=""):
        yield (Piece("  "), *line)
    if not beside and last:
        yield (Piece(f"  {last.year} states none.", "dim"),)


def _under_areas(rows: Iterable[FigureRow]) -> Iterator[tuple[object, str, str]]:
    """Put the figures of each area under its name."""
    for area, members in groupby(rows, key=lambda row: row[0]):
        yield Piece(area, "heading"), "", ""
        for _, name, value, last in members:
            yield Piece(f"  {name}"), value, last


def _found(title: str, answer: SelfAssessmentAnswer, found: tuple[Finding, ...], width: int | None) -> Iterator[Line]:
    """Write what was found, the worst first, each with its remedy, basis and places."""
    yield ()
    yield from headed(Piece(title, "heading"), "", width)
    if not found:
        yield from ((Piece(line, "dim"),) for line in wrapped(no_discrepancy(answer), width, first="  "))
    seen = answer.found.from_here
    for finding in found:
        style = "dim" if finding.is_answered else finding.severity.value
        lead = f"  {finding.severity.value}  "
        first, *rest = wrapped(finding.message, width and width - cells(lead))
        yield Piece("  "), Piece(finding.severity.value, style), Piece(f"  {first}")
        yield from ((Piece(" " * cells(lead) + line),) for line in rest)
        told = [("Place", seen(finding.place)), *details(finding, seen)]
        yield from named(((name, text) for name, text in told if name != "Basis"), width, " " * cells(lead))


def _to_come(answer: SelfAssessmentAnswer, width: int | None) -> Iterator[Line]:
    """Write what is still to come: the council's next step, and actions that are not due yet."""
    steps = list(next_steps(answer))
    if not steps:
        return
    yield ()
    yield from headed(Piece("Still to come", "heading"), "", width)
    for step in steps:
        yield from ((Piece(line),) for line in wrapped(step, width, first="  - ", hang="    "))
