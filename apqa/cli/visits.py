"""`apqa visits`: which visits are due, planned, done without a note, not circulated."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_providers
from apqa.cli.due_options import WithinOption
from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    LevelOption,
    OnOption,
    OutputOption,
    QuietOption,
    RecordsOption,
)
from apqa.finding import Severity
from apqa.vocabulary.review import VisitStanding

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.display.visits.answer import LastVisit, VisitsAnswer
    from apqa.questions.visits.rows import VisitRow

VisitedArgument = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Argument(
        metavar="[PROVIDER]",
        autocompletion=complete_providers,
        help="The provider, by the name of its file; all of them if left out.",
        show_default=False,
    ),
]
StandingOption = Annotated[
    Optional[list[VisitStanding]],  # noqa: UP045  typer reads it
    typer.Option(
        "--standing",
        metavar="STANDING",
        help=f"Only what stands so; may be given several times: {', '.join(VisitStanding)}.",
    ),
]


def visits(
    provider: VisitedArgument = None,
    *,
    within: WithinOption = None,
    standing: StandingOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say which visits are due, planned, done without a note, or have a note that was not circulated.

    And what was raised about a provider since it was last visited, for the officer to judge whether a spot check is
    needed; first visits to who applies; and until when a provider may answer a note on its facts. The exit status is 1
    when something is overdue; with --level query also when something was raised, with advice when something is due.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.visits.answer import FORMATS

    opened = open_records(records, on)
    answer = _answer(opened, provider, within, frozenset(standing or ()))
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def _answer(
    opened: Opened, provider: str | None, within: int | None, standings: frozenset[VisitStanding]
) -> VisitsAnswer:
    from apqa.display.visits.answer import VisitsAnswer
    from apqa.questions.visits.rows import visit_rows
    from apqa.records.kinds import ACTION_PLAN, AUTHORITY, CALENDAR, PROVIDER, SELF_ASSESSMENT, TERMLY_REPORT, VISIT

    situation = opened.situation
    asked = opened.provider(provider).id if provider is not None else ""
    ahead = timedelta(days=within) if within is not None else situation.policy.days("warning_days")
    of = [row for row in visit_rows(situation) if asked in {"", row.provider}]
    chosen = [row for row in of if not standings or row.standing in standings]
    shown = tuple(row for row in chosen if not _is_later(row, opened, ahead))
    kinds = (AUTHORITY, CALENDAR, PROVIDER, VISIT, SELF_ASSESSMENT, ACTION_PLAN, TERMLY_REPORT)
    return VisitsAnswer(
        header=opened.header("visits"),
        rows=shown,
        names={each.id: each.name for each in situation.records.providers},
        last=situation.on + ahead,
        provider=asked,
        last_visits=_last_visits(opened, asked),
        look_at=_look_at(opened, asked),
        later=len(chosen) - len(shown),
        unread=opened.unread(*((kind, "") for kind in kinds)),
    )


def _is_later(row: VisitRow, opened: Opened, ahead: timedelta) -> bool:
    """Answer whether a visit is to be made after the last day asked about. What is planned is shown however far off."""
    return row.standing is VisitStanding.DUE and row.due is not None and row.due > opened.situation.on + ahead


def _look_at(opened: Opened, asked: str) -> tuple[str, ...]:
    """Answer what the next visit to the provider asked about is to look at: on its day, where one is planned."""
    from apqa.questions.visits.looking import what_to_look_at
    from apqa.questions.visits.rows import planned_on

    if not asked:
        return ()
    situation, provider = opened.situation, opened.provider(asked)
    day = planned_on(provider, situation) or situation.on
    return tuple(str(each) for each in what_to_look_at(provider, day, situation))


def _last_visits(opened: Opened, asked: str) -> dict[str, LastVisit | None]:
    """Answer the last visit on site to the provider asked about, or to each that the council visits."""
    from apqa.display.visits.answer import LastVisit
    from apqa.questions.checks.visits import last_visit
    from apqa.questions.due.visits import visit_name
    from apqa.questions.visits.rows import is_visited

    found: dict[str, LastVisit | None] = {}
    for each in opened.situation.records.providers:
        if each.id == asked or (not asked and is_visited(each, opened.situation)):
            last = last_visit(each, opened.situation)
            note = last.note if last and last.note and last.note.written_on <= opened.situation.on else None
            outcome = note.outcome.value if note and note.outcome else ""
            found[each.id] = LastVisit(last.id, last.on, visit_name(last.type), outcome) if last else None
    return found
