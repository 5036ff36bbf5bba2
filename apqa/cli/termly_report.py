"""`apqa termly-report`: a termly report as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from apqa.cli.completing import complete_placements
from apqa.cli.due_options import TermOption
from apqa.cli.handing_over import DocumentFormOption
from apqa.cli.options import DebugOption, OnOption, OutputOption, QuietOption, RecordsOption
from apqa.errors import UsageError
from apqa.guidance.days import plain
from apqa.questions.received_report import term_of

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

AboutArgument = Annotated[
    str,
    typer.Argument(metavar="PLACEMENT", autocompletion=complete_placements, help="The placement's id: PL-7K3QX."),
]


def termly_report(
    about: AboutArgument,
    *,
    term: TermOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: DocumentFormOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make a termly report (Appendix B) as a document: Markdown, HTML, Word or PDF.

    The report on a placement as its record has it, attendance worked out, with what it lacks said at the top; a draft
    is stamped. Without --term the one of the latest reporting period. Markdown and HTML are shown; Word documents and
    PDF go into the file that --output names, else into a new one in the current folder. The finished file is opened
    again, and kept only when all is in it that must be. A template of the council's own takes the place of the shipped
    one: templates/termly-report.docx, .html.j2 or .md.j2.
    """
    from apqa.cli.handing_over import hand_over
    from apqa.cli.opening import open_records
    from apqa.forms.termly_report.asked import asked_report
    from apqa.forms.termly_report.rendered import termly_report_document

    opened = open_records(records, on)
    placement = _placement(about, opened)
    report = _report(placement, term, opened)
    document = termly_report_document(asked_report(report, placement, opened.situation))
    hand_over(document, opened, form, output, quiet=quiet)


def _placement(about: str, opened: Opened) -> Placement:
    """Answer the placement; raises as `Opened.placement` does, and says which a provider has where one is named."""
    from apqa.records.kinds import PROVIDER

    if about.strip() and opened.situation.records.one(PROVIDER, about) is not None:
        found = [each.id for each in opened.situation.records.placements_at(about)]
        named = f", such as {found[-1]}" if found else ""
        raise UsageError(f"{about} is a provider, and a report is on a placement: name one of its placements{named}")
    return opened.placement(about)


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
