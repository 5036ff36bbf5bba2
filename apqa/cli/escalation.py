"""`apqa escalation`: how far a concern has been taken, what comes next and by when, and who must be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_providers
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

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.questions.escalation.standing import Escalation

ProviderOrAll = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Argument(metavar="[PROVIDER]", autocompletion=complete_providers, help="The provider's id; all if left out."),
]


def escalation(
    provider: ProviderOrAll = None,
    *,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say how far a concern about a provider has been taken, what comes next and by when, and who must be told.

    Without a provider, all of whom a concern is open or something in the records calls for a step, the gravest first.
    With one, the whole story by day, what the present step needs, and where everybody stands who must be told. The
    exit status is 1 when something must happen now: it is overdue or called for, or list and action plan differ; with
    --level advice also when a concern is open.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.escalation.answer import FORMATS, EscalationAnswer
    from apqa.questions.escalation.standing import escalation_of
    from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PLACEMENT, PROVIDER, TERMLY_REPORT, VISIT

    opened = open_records(records, on)
    shown = (escalation_of(opened.provider(provider), opened.situation),) if provider else _all(opened)
    kinds = (ACTION_PLAN, PLACEMENT, VISIT, TERMLY_REPORT, *(() if provider else (PROVIDER,)))
    unread = opened.unread((AUTHORITY, ""), *((kind, provider or "") for kind in kinds))
    answer = EscalationAnswer(opened.header("escalation"), shown, provider is not None, unread)
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def _all(opened: Opened) -> tuple[Escalation, ...]:
    """Answer the providers of which something is open, the gravest step first.

    One that was removed, and of which all is done, is a thing of the past: name it to see its story.
    """
    from apqa.questions.concern import is_turned_away
    from apqa.questions.escalation.standing import escalation_of

    every = (escalation_of(each, opened.situation) for each in opened.situation.records.providers)
    shown = [
        each
        for each in every
        if each.must_act()
        or each.has_open_needs
        or each.unread
        or (each.is_open and not is_turned_away(each.provider.id, opened.situation))
    ]
    return tuple(sorted(shown, key=lambda each: each.order))
