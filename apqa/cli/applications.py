"""`apqa applications`: who applied to be listed, and what is missing for a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from apqa.cli.options import DebugOption, Form, FormOption, OnOption, OutputOption, QuietOption, RecordsOption
from apqa.cli.registration import ProviderOrAll
from apqa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.cli.opening import Opened
    from apqa.questions.applications.application import Application

AllOption = Annotated[bool, typer.Option("--all", help="Show those that were decided, too.")]


def applications(
    provider: ProviderOrAll = None,
    *,
    every: AllOption = False,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say who applied to be listed, how far each application has come, and what is missing for a decision.

    Of one provider, the checklist of due diligence item by item: what the checks of its record answer, what a person
    looked at, and what nobody has recorded; the first visit, and the decision with its reason. Nothing is decided here.
    The exit status is 1 where a decision is overdue by the council's own time (policy: application_days).
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.applications.answer import FORMATS, ApplicationsAnswer
    from apqa.records.kinds import AUTHORITY, PROVIDER, VISIT, WAIVER

    opened = open_records(records, on)
    found = (_one(provider, opened),) if provider else _in_order(_all(opened))
    shown = found if provider or every else tuple(each for each in found if each.is_open)
    answer = ApplicationsAnswer(
        header=opened.header("applications"),
        applications=shown,
        one=provider is not None,
        decided=len(found) - len(shown),
        unread=opened.unread((AUTHORITY, ""), (PROVIDER, ""), (VISIT, provider or ""), (WAIVER, "")),
    )
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status)


def _one(provider_id: str, opened: Opened) -> Application:
    """Answer the application of one provider. Raises `UsageError` where none is recorded by the day."""
    from apqa.guidance.days import plain
    from apqa.questions.applications.application import application_of
    from apqa.questions.checks.listing import listed_as_words

    provider = opened.provider(provider_id)
    found = application_of(provider, opened.situation)
    if found is None:
        day, stands = plain(opened.situation.on), listed_as_words(provider, opened.situation)
        raise UsageError(f"no application of {provider_id} is recorded by {day}: {stands}")
    return found


def _all(opened: Opened) -> Iterable[Application]:
    from apqa.questions.applications.application import application_of

    for provider in opened.situation.records.providers:
        if found := application_of(provider, opened.situation):
            yield found


def _in_order(found: Iterable[Application]) -> tuple[Application, ...]:
    """Put those to be decided first, by the day; then those decided, the latest first."""
    listed = list(found)
    to_decide = sorted((each for each in listed if each.due), key=lambda each: (str(each.due), each.provider.id))
    decided = sorted((each for each in listed if not each.due), key=lambda each: each.provider.id)
    return (*to_decide, *sorted(decided, key=lambda each: each.since, reverse=True))
