"""A self-assessment as Markdown, for a comment or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.findings.words import details, summary
from apqa.display.provider_check.markdown import bullets
from apqa.display.registration.words import unread_sentence
from apqa.display.self_assessment.figures import figure_rows
from apqa.display.self_assessment.words import (
    CHANGES,
    NOT_SEEN,
    OUTCOMES,
    UNCONFIRMED,
    area_tally,
    area_title,
    before_word,
    council_word,
    criterion_title,
    facts,
    next_steps,
    no_discrepancy,
    none_words,
    provider_word,
    remarks,
)
from apqa.display.table import markdown_table
from apqa.guidance.days import plain
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.finding import Finding
    from apqa.questions.assessments.ratings import AreaRated, Rated, RatingSheet

_COLUMNS = ("Criterion", "Provider", "Council", "Last year", "Change", "Evidence", "Remarks")


def markdown_self_assessment(answer: SelfAssessmentAnswer) -> str:
    """Write the self-assessment from its head to what is still to do."""
    return "\n".join(_parts(answer))


def _parts(answer: SelfAssessmentAnswer) -> Iterator[str]:
    day = f", {plain(answer.header.on)}" if answer.header.on else ""
    yield f"## {OUTCOMES[answer.outcome]}: {escaped(answer.provider.name)}, self-assessment {answer.year}{day}\n"
    if answer.sheet is None:
        yield f"{escaped(none_words(answer))}\n"
    yield bullets(facts(answer))
    if answer.sheet is not None:
        yield from _criteria(answer.sheet)
        if rows := list(figure_rows(answer)):
            last = answer.sheet.last_year
            yield "### Figures\n"
            yield markdown_table(rows, ("Area", "Figure", answer.year, last.year if last else "Last year"))
        yield "### Discrepancies with the provider's record\n"
        yield _table(answer.discrepancies) if answer.discrepancies else f"{escaped(no_discrepancy(answer))}\n"
    if answer.others:
        yield "### To put right\n"
        yield _table(answer.others)
    if steps := list(next_steps(answer)):
        yield "### Still to come\n"
        yield "".join(f"- {escaped(step)}\n" for step in steps)
    yield f"{escaped(summary(answer.found))}\n"
    if answer.unread:
        yield f"{escaped(unread_sentence(answer.unread))}\n"


def _criteria(sheet: RatingSheet) -> Iterator[str]:
    for area in sheet.areas:
        yield f"### {escaped(area_title(area.area))}: {escaped(area_tally(area))}\n"
        yield _area(area)
    if any(each.criterion and not each.criterion.confirmed for each in sheet.rated):
        yield f"{escaped(UNCONFIRMED)} {escaped(NOT_SEEN)}\n"


def _area(area: AreaRated) -> str:
    return markdown_table((_row(each) for each in area.rated), _COLUMNS)


def _row(rated: Rated) -> tuple[str, ...]:
    evidence = "; ".join(rated.rating.evidence) if rated.rating else ""
    told = "; ".join(f"{name}: {text}" for name, text in remarks(rated))
    title = criterion_title(rated) + (f" ({rated.code})" if rated.criterion else "")
    words = (provider_word(rated), council_word(rated), before_word(rated), CHANGES[rated.change])
    return (title, *words, evidence, told)


def _table(found: Iterable[Finding]) -> str:
    rows = [
        (each.severity.value, each.message, each.remedy, str(each.place), _also(each), each.waived_by) for each in found
    ]
    return markdown_table(rows, ("Severity", "Found", "Remedy", "Place", "See also", "Waived by"))


def _also(finding: Finding) -> str:
    return ", ".join(text for name, text in details(finding) if name == "See also")
