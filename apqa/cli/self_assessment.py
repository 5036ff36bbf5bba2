"""`apqa self-assessment`: a provider's yearly self-assessment, and what the council and the record say of it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Optional, cast

import typer

from apqa.cli.completing import complete_years
from apqa.cli.options import (
    DebugOption,
    LevelOption,
    OnOption,
    OutputOption,
    ProviderArgument,
    QuietOption,
    RecordsOption,
)
from apqa.errors import UsageError
from apqa.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.cli.opening import Opened
    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.finding import Finding
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment


class AssessmentForm(StrEnum):
    """Forms a self-assessment can take: shown, or as the form to be filled in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"
    DOCX = "docx"


def read_year(text: str) -> str:
    """Read a school year given on the command line. Raises `UsageError` where it is none."""
    from apqa.records.kinds import is_school_year

    if re.fullmatch(r"\d{4}-\d\d", text, re.ASCII) and is_school_year(text):
        return text
    raise UsageError(f"--year: '{text}' is no school year: write it as 2026-27")


YearOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option(
        "--year",
        metavar="YEAR",
        parser=read_year,
        autocompletion=complete_years,
        help="The school year it is filed under: 2026-27. If left out the last one completed by the day; of a form to "
        "be filled in, the year of the day.",
    ),
]
AssessmentFormOption = Annotated[
    AssessmentForm,
    typer.Option(
        "--format", "-f", help="The form of the answer; xlsx or docx for the form that the provider fills in."
    ),
]


def self_assessment(
    provider: ProviderArgument,
    *,
    year: YearOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: AssessmentFormOption = AssessmentForm.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Show a provider's yearly self-assessment beside what the council found, or make the form it is written in.

    Criterion by criterion the provider's rating, last year's and the council's, which counts once it has checked; the
    figures of the year; where it contradicts the provider's record; how far the council has come with it, and what is
    still to do. The findings are those of `apqa check`. Without one for the year it says by when one is due.

    With --format xlsx or docx it makes the form in which a provider assesses itself (Appendix A), as an Excel workbook
    or a Word document. Evidence, comments and open actions of last year are filled in, or all of the year's own record;
    last year's ratings and what is on record stand beside. --output names the file, or the folder; no form is written
    over another. What comes back is read by `apqa receive`.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.self_assessment.answer import FORMATS

    opened = open_records(records, on)
    if form in {AssessmentForm.XLSX, AssessmentForm.DOCX}:
        from apqa.cli.self_assessment_form import make_form

        make_form(provider, year, form.value, output, opened)
        return
    answer = assessment_answer(opened, opened.provider(provider), year, level)
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status)


def assessment_answer(
    opened: Opened, provider: Provider, year: str | None = None, level: Severity = Severity.CONCERN
) -> SelfAssessmentAnswer:
    """Answer a provider's self-assessment of a year, or the last one, and all there is to say of it."""
    from apqa.display.findings.answer import Findings
    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.questions.assessments.current import completed_by, due_again
    from apqa.questions.assessments.figures import figures_beside
    from apqa.questions.assessments.ratings import rating_sheet
    from apqa.questions.assessments.receipt import handled
    from apqa.questions.school_days import academic_year

    situation, header = opened.situation, opened.header("self-assessment")
    done = completed_by(provider.id, situation)
    asked = _of_year(opened, provider, year) if year else done[-1] if done else None
    assessment = asked if asked in done else None
    sheet = rating_sheet(assessment, situation) if assessment else None
    found = tuple(_findings(opened, provider, assessment))
    return SelfAssessmentAnswer(
        header=header,
        provider=provider,
        year=year or (done[-1].year if done else academic_year(situation.on)),
        sheet=sheet,
        figures=figures_beside(sheet.assessment, sheet.last_year) if sheet else (),
        handled=handled(assessment, situation) if assessment else None,
        due=due_again(provider, situation),
        counting=done[-1].year if done else "",
        completed_later=asked.completed_on if asked and not assessment else None,
        found=Findings(header, found, level=level, here=opened.way_from_here, within=opened.way_to_here),
        unread=_unread(opened, provider),
    )


def _of_year(opened: Opened, provider: Provider, year: str) -> SelfAssessment | None:
    """Answer the self-assessment of a year; none where there is none. One that cannot be read stops the command."""
    from apqa.records.kinds import SELF_ASSESSMENT

    record_id = f"{provider.id}/{year}"
    records = opened.situation.records
    if records.one(SELF_ASSESSMENT, record_id) is None and record_id not in records.unreadable(
        SELF_ASSESSMENT, record_id
    ):
        return None
    return cast("SelfAssessment", opened.record(SELF_ASSESSMENT, record_id))


def _findings(opened: Opened, provider: Provider, assessment: SelfAssessment | None) -> Iterator[Finding]:
    """Find what `apqa check` finds in the self-assessment, what it finds because of its headcount, and one overdue."""
    from apqa.rules.registration import (
        headcount_below_placements,
        registration_to_be_judged,
        unregistered_full_time_provision,
    )
    from apqa.rules.run import findings_of, path_of
    from apqa.rules.self_assessments import no_self_assessment

    situation, place = opened.situation, opened.library.place
    yield from findings_of(provider, situation, place, (no_self_assessment,))
    if assessment:
        yield from findings_of(assessment, situation, place)
        counting = (headcount_below_placements, unregistered_full_time_provision, registration_to_be_judged)
        counted, path = findings_of(provider, situation, place, counting), path_of(assessment)
        yield from (each for each in counted if path in {each.place.path, *(other.path for other in each.related)})


def _unread(opened: Opened, provider: Provider) -> tuple[str, ...]:
    """Name the records the answer may rest on that could not be read."""
    from apqa.records import kinds

    of_provider = (kinds.SELF_ASSESSMENT, kinds.VISIT, kinds.ACTION_PLAN)
    return opened.unread((kinds.AUTHORITY, ""), (kinds.WAIVER, ""), *((kind, provider.id) for kind in of_provider))
