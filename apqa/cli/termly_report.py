"""`apqa termly-report`: a termly report as a document, and the form in which a provider writes it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Optional, cast

import typer

from apqa.cli.completing import complete_placements, complete_providers
from apqa.cli.due_options import TermOption
from apqa.cli.handing_over import DocumentForm
from apqa.cli.options import DebugOption, OnOption, OutputOption, QuietOption, RecordsOption
from apqa.errors import UsageError
from apqa.guidance.days import plain
from apqa.questions.received_report import term_of

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.cli.opening import Opened
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_PLACEMENTS = "PL-"
"""What the ids of placements begin with."""


class ReportForm(StrEnum):
    """Forms a termly report can take: those of a document, and the workbook that a provider fills in."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


def _complete(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of providers and placements at hand."""
    return [*complete_providers(ctx, incomplete), *complete_placements(ctx, incomplete)]


AboutArgument = Annotated[
    str,
    typer.Argument(
        metavar="PLACEMENT|PROVIDER",
        autocompletion=_complete,
        help="The placement the report is on; or the provider who is to write those on its pupils.",
    ),
]
ReportFormOption = Annotated[
    Optional[ReportForm],  # noqa: UP045  typer reads it
    typer.Option(
        "--format",
        "-f",
        help="The form of the document, markdown if left out; xlsx (or docx) for what a provider fills in.",
    ),
]
BlankOption = Annotated[
    bool, typer.Option("--blank", help="The form to fill in for one placement, with what is known filled in.")
]


def termly_report(
    about: AboutArgument,
    *,
    term: TermOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: ReportFormOption = None,
    blank: BlankOption = False,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make a termly report (Appendix B) as a document, or the form in which a provider writes it.

    Of a placement, the report on it as its record has it, attendance worked out, with what it lacks said at the top; a
    draft is stamped. Without --term the one of the latest reporting period. Markdown and HTML are shown; Word documents
    and PDF go into the file that --output names, else into a new one in the current folder. The finished file is opened
    again, and kept only when all is in it that must be. A template of the council's own takes the place of the shipped
    one: templates/termly-report.docx, .html.j2 or .md.j2.

    Of a provider, the form in which it reports on its pupils: one Excel workbook for all, or with --format docx one
    Word document for each. References, agreed hours, the objectives of the plan and a draft are filled in; pupils whose
    report has been sent are left out. Without --term it is the latest period that has begun. --output names the file,
    or the folder; no form is written over another. What comes back is read by `apqa receive`.
    """
    from apqa.cli.handing_over import hand_over
    from apqa.cli.opening import open_records
    from apqa.forms.termly_report.asked import asked_report
    from apqa.forms.termly_report.rendered import termly_report_document

    opened = open_records(records, on)
    if blank or _is_provider(about, opened):
        _make_forms(about, term, form, output, opened, quiet=quiet)
        return
    if form is ReportForm.XLSX:
        raise UsageError("a workbook is the form a provider fills in: add --blank to make it for one placement")
    placement = opened.placement(about)
    report = _report(placement, term, opened)
    document = termly_report_document(asked_report(report, placement, opened.situation))
    hand_over(document, opened, DocumentForm(form) if form else None, output, quiet=quiet)


def _is_provider(about: str, opened: Opened) -> bool:
    """Answer whether it is a provider that is named, if by a slip: the ids of placements all begin alike."""
    from apqa.records.kinds import PROVIDER

    if not about.strip() or about.upper().startswith(_PLACEMENTS):
        return bool(about.strip()) and opened.situation.records.one(PROVIDER, about) is not None
    return True


def _make_forms(
    about: str, term: str | None, form: ReportForm | None, output: Path | None, opened: Opened, *, quiet: bool
) -> None:
    """Make the form to fill in: for a provider a workbook if nothing else is said, for one placement a document."""
    from apqa.cli.termly_report_forms import Wanted, make_forms

    is_placement = not _is_provider(about, opened)
    ending = output.suffix.lower() if output else ""
    by_name = {".xlsx": ReportForm.XLSX, ".docx": ReportForm.DOCX}.get(ending)
    chosen = form or by_name or (ReportForm.DOCX if is_placement else ReportForm.XLSX)
    if chosen not in {ReportForm.XLSX, ReportForm.DOCX}:
        raise UsageError(f"the form to fill in is xlsx or docx, not {chosen}: {about} has no other")
    if by_name and by_name is not chosen:
        raise UsageError(f"{output} would hold {chosen}: give it a name that ends in .{chosen}")
    make_forms(Wanted(about, term, chosen is ReportForm.DOCX, output, is_placement), opened, quiet=quiet)


def _report(placement: Placement, term: str | None, opened: Opened) -> TermlyReport:
    """Answer the report of a term, or of the latest one that had come by the day.

    Raises `UsageError`, with the terms there are reports of, where there is none or it came later;
    `UnreadableRecordsError` where it cannot be read.
    """
    from apqa.questions.received_report import was_there
    from apqa.records.kinds import TERMLY_REPORT

    on = opened.situation.on
    report_id = f"{_latest(placement, opened) if term is None else term}/{placement.id}"
    if report_id not in {*_unread(placement, opened), *(each.id for each in _known(placement, opened))}:
        terms = ", ".join(dict.fromkeys(term_of(each.id) for each in _known(placement, opened)))
        there = f"there are those of {terms}" if terms else "there is none of any other term either"
        raise UsageError(f"there is no termly report of {term} on {placement.id}: {there}")
    report = cast("TermlyReport", opened.record(TERMLY_REPORT, report_id))
    if report.submitted_on and not was_there(report, on):
        raise UsageError(
            f"the termly report of {term} on {placement.id} was sent on {plain(report.submitted_on)}, after the day "
            f"asked about, {plain(on)}: ask with --on {report.submitted_on}"
        )
    return report


def _latest(placement: Placement, opened: Opened) -> str:
    """Answer the latest term there is a report of by the day, one that cannot be read included."""
    from apqa.questions.received_report import reports_by, term_order

    there = (*(each.id for each in reports_by(placement.id, opened.situation)), *_unread(placement, opened))
    if not there:
        raise UsageError(f"there is no termly report on {placement.id} by {plain(opened.situation.on)}")
    return max(map(term_of, there), key=term_order)


def _known(placement: Placement, opened: Opened) -> tuple[TermlyReport, ...]:
    return opened.situation.records.reports_on(placement.id)


def _unread(placement: Placement, opened: Opened) -> tuple[str, ...]:
    """Name the reports on a placement that are there and cannot be read."""
    from apqa.records.kinds import TERMLY_REPORT

    unread = opened.situation.records.unreadable(TERMLY_REPORT, placement.id)
    of_it = (each for each in unread if each.endswith(f"/{placement.id}"))
    return tuple(each for each in of_it if TERMLY_REPORT.id_of(TERMLY_REPORT.path(each)) == each)
