"""`apqa termly-due`: which termly reports are due, overdue, incomplete or received."""

from __future__ import annotations

from apqa.cli.due_options import CommissionerOption, OverdueOption, ProviderOption, TermOption, WithinOption
from apqa.cli.options import (
    DebugOption,
    DueForm,
    DueFormOption,
    LevelOption,
    OnOption,
    OutputOption,
    QuietOption,
    RecordsOption,
)
from apqa.finding import Severity


def termly_due(
    *,
    term: TermOption = None,
    overdue: OverdueOption = False,
    within: WithinOption = None,
    provider: ProviderOption = None,
    commissioner: CommissionerOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: DueFormOption = DueForm.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say which termly reports are due, overdue, incomplete or returned, by provider and commissioner.

    Three a year on every pupil placed. With --term, every report of that reporting period, those received and
    accepted included. The exit status is 1 when a report is overdue, or when that cannot be told; with --level query
    also when one was returned or is incomplete, with advice when one is due.
    """
    from apqa.cli.due_asked import Asked, due_answer, tell
    from apqa.cli.opening import open_records
    from apqa.cli.terms import term_span
    from apqa.questions.due.everything import by_urgency
    from apqa.questions.due.reports import report_duties
    from apqa.records.kinds import AUTHORITY, CALENDAR, PLACEMENT, PROVIDER, TERMLY_REPORT

    opened = open_records(records, on)
    asked = Asked(
        "termly-due", "termly reports", term, within, overdue, provider, commissioner, all_ahead=form is DueForm.ICS
    )
    span = term_span(term, opened) if term is not None else None
    duties = by_urgency(report_duties(opened.situation, span.key if span else ""))
    answer = due_answer(asked, opened, duties, (AUTHORITY, CALENDAR, PROVIDER, PLACEMENT, TERMLY_REPORT))
    tell(answer, opened, form, output, level, quiet=quiet)
