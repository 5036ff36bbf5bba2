"""The forms that `apqa termly-report` makes for a provider: which pupils are asked about, and where the files go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from apqa.cli.opening import cannot_be_read
from apqa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.cli.opening import Opened
    from apqa.questions.due.reports import ExpectedReport
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for."""

    whom: str
    term: str | None
    documents: bool
    """Whether Word documents are wanted, one for each pupil, and not a workbook."""

    output: Path | None
    is_placement: bool


def make_forms(wanted: Wanted, opened: Opened, *, quiet: bool) -> None:
    """Make the forms and say where they are.

    Raises `UsageError` where nobody is to be reported on, or where a file is there already.
    """
    from apqa.display.terminal import say, write
    from apqa.forms.fresh_file import write_fresh_bytes

    provider = _provider(wanted, opened)
    term = wanted.term if wanted.term is not None else _latest_term(provider, opened)
    reports, sent = _reports(provider, term, wanted, opened)
    made = _made(provider, term, reports, wanted, opened)
    for target in made:
        _refuse(target, opened)
    for target, data in made.items():
        write_fresh_bytes(target, data)
        write(f"{target}\n")
    if sent:
        say(f"apqa: left out, since the report has been sent: {', '.join(sent)}", quiet=quiet)


def _refuse(target: Path, opened: Opened) -> None:
    from apqa.cli.door import spare_the_records

    spare_the_records(target, str(opened.root))
    if target.exists():
        raise UsageError(f"{target} is there already, and may be filled in: move it, or name another with --output")


def _provider(wanted: Wanted, opened: Opened) -> Provider:
    return opened.provider(opened.placement(wanted.whom).provider if wanted.is_placement else wanted.whom)


def _latest_term(provider: Provider, opened: Opened) -> str:
    from apqa.questions.calendars import provider_days

    spans = provider_days(provider.id, opened.situation).spans
    begun = [span.key for span in spans if span.starts <= opened.situation.on]
    if not begun:
        raise UsageError("no calendar here has a reporting period that has begun: name one with --term")
    return begun[-1]


def _reports(
    provider: Provider, term: str, wanted: Wanted, opened: Opened
) -> tuple[tuple[ExpectedReport, ...], tuple[str, ...]]:
    """Answer the reports to be asked for, and the placements whose report has been sent."""
    from apqa.cli.terms import term_span
    from apqa.forms.termly_report.outgoing import report_of
    from apqa.questions.due.reports import provider_reports
    from apqa.vocabulary.reporting import ReportStatus

    span = term_span(term, opened)
    _refuse_unread(provider, opened)
    every = provider_reports(provider.id, opened.situation, term)
    asked = [each for each in every if not wanted.is_placement or each.placement.id == wanted.whom]
    if not asked:
        raise UsageError(_nothing_to_report(provider, span.title, wanted))
    open_: list[ExpectedReport] = []
    sent: list[ExpectedReport] = []
    for each in asked:
        record = report_of(each, opened.situation)
        is_open = record is None or record.status in {ReportStatus.DRAFT, ReportStatus.RETURNED}
        (open_ if is_open else sent).append(each)
    if not open_:
        raise UsageError(f"every report of {span.title} has been sent: {', '.join(each.placement.id for each in sent)}")
    return tuple(open_), tuple(each.placement.id for each in sent)


def _nothing_to_report(provider: Provider, term: str, wanted: Wanted) -> str:
    if provider.reports_not_asked:
        return f"{provider.name} is not asked for reports (reports_not_asked in its record)"
    if wanted.is_placement:
        return f"there is nothing to report: {wanted.whom} had no school day in {term}"
    return f"there is nothing to report: {provider.name} had no pupil with a school day in {term}"


def _refuse_unread(provider: Provider, opened: Opened) -> None:
    """Refuse to make a form from which a pupil, or what was drafted of one, would be missing."""
    from apqa.records.kinds import PLACEMENT, TERMLY_REPORT

    placements = opened.situation.records.placements_at(provider.id)
    about = ((PLACEMENT, provider.id), *((TERMLY_REPORT, each.id) for each in placements))
    if unread := opened.unread(*about):
        met = [each for each in opened.library.findings() if each.place.path in unread]
        raise cannot_be_read("a pupil, or what was drafted, would be missing from the form", met)


def _made(
    provider: Provider, term: str, reports: Sequence[ExpectedReport], wanted: Wanted, opened: Opened
) -> dict[Path, bytes]:
    """Make the files, each with where it goes."""
    from apqa.forms.filling.document import document
    from apqa.forms.filling.workbook import workbook
    from apqa.forms.termly_report.boxes import TERMLY_REPORT_FORM
    from apqa.forms.termly_report.outgoing import outgoing

    if not wanted.documents:
        whom = wanted.whom if wanted.is_placement else provider.id
        stamp, flats = outgoing(provider, term, reports, opened.situation)
        return {_target(wanted, f"termly-report-{term}-{whom}.xlsx"): workbook(TERMLY_REPORT_FORM, stamp, flats)}
    made = {}
    for each in reports:
        stamp, flats = outgoing(provider, term, (each,), opened.situation)
        name = f"termly-report-{term}-{each.placement.id}.docx"
        made[_target(wanted, name)] = document(TERMLY_REPORT_FORM, stamp, flats[each.placement.id])
    return made


def _target(wanted: Wanted, name: str) -> Path:
    """Answer where a file goes: where it was named, or by its own name into a folder.

    Raises `UsageError` where the name is of another kind of file, or of one where there are several.
    """
    output = wanted.output
    if output is None:
        return Path(name)
    if output.is_dir() or not output.suffix:
        return output / name
    ending = name.rpartition(".")[2]
    if wanted.documents and not wanted.is_placement:
        raise UsageError(
            f"{output} is named like a file, and of {wanted.whom} there is a document for each pupil: name a folder "
            "without an ending, or one that is there"
        )
    if output.suffix.lower() != f".{ending}":
        raise UsageError(f"{output} would hold {ending}: give it a name that ends in .{ending}")
    return output
