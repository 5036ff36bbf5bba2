"""`apqa due`: everything with a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.cli.due_asked import EVERYTHING, Asked
from apqa.cli.due_options import (
    CommissionerOption,
    KindOption,
    OverdueOption,
    ProviderOption,
    TermOption,
    WithinOption,
)
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

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.display.due.answer import DueAnswer


def due(
    *,
    within: WithinOption = None,
    overdue: OverdueOption = False,
    term: TermOption = None,
    kind: KindOption = None,
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
    """Say everything that falls due, by provider and commissioner, with whom to ask.

    Whatever has a day: reports, reviews, visits, actions, insurances, training, policies and all else. With --term,
    what falls due in that reporting period, and its reports. The exit status is 1 when something is overdue, or when
    that cannot be told; with --level query also when something was returned or is incomplete, with advice when due.
    """
    from apqa.cli.due_asked import tell
    from apqa.cli.opening import open_records

    opened = open_records(records, on)
    kinds, feed = tuple(kind or ()), form is DueForm.ICS
    asked = Asked("due", EVERYTHING, term, within, overdue, provider, commissioner, kinds, feed)
    tell(_answer(asked, opened), opened, form, output, level, quiet=quiet)


def _answer(asked: Asked, opened: Opened) -> DueAnswer:
    from apqa.cli.due_asked import due_answer
    from apqa.questions.due.everything import everything_due
    from apqa.records.kinds import KINDS

    return due_answer(asked, opened, everything_due(opened.situation), KINDS)
