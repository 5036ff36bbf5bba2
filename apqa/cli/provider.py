"""`apqa provider`: everything about a provider on one page."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.handing_over import DocumentForm
from apqa.cli.options import DebugOption, OnOption, OutputOption, ProviderArgument, QuietOption, RecordsOption

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from apqa.cli.opening import Opened
    from apqa.display.due.answer import DueAnswer
    from apqa.display.provider.answer import ProviderPage
    from apqa.questions.due.duty import Duty
    from apqa.records.provider import Provider

_AHEAD = 90
"""How many days ahead the page says what falls due."""


class PageForm(StrEnum):
    """Forms the page can take: shown, or as a document."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


_SHOWN = {PageForm.TEXT, PageForm.JSON, PageForm.CSV}
_BY_NAME = {".json": PageForm.JSON, ".csv": PageForm.CSV, ".txt": PageForm.TEXT}
_DOCUMENTS = {".md", ".markdown", ".html", ".htm", ".docx", ".pdf"}

PageFormOption = Annotated[
    Optional[PageForm],  # noqa: UP045  typer reads it
    typer.Option(
        "--format", "-f", help="The form of the page; as the name of the --output says, else text, if left out."
    ),
]


def provider(
    provider: ProviderArgument,
    *,
    on: OnOption = None,
    records: RecordsOption = None,
    form: PageFormOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Show everything about a provider on one page: where it stands, what was found, what falls due, its history.

    The verdict of `apqa check-provider` in a sentence, who it is, its checks, whether it must register and what room is
    left, placements in numbers, termly reports, self-assessment, visits, open actions, escalation, what to ask about
    value for money, what falls due in the next 90 days, and what the records tell day by day. No reference of a pupil
    or placement stands on it. HTML, Word and PDF are for a file that is kept or printed.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.provider.answer import FORMATS

    opened = open_records(records, on)
    page = provider_page(opened, opened.provider(provider))
    chosen = _chosen(form, output)
    if chosen in _SHOWN:
        show(FORMATS, page, chosen.value, output, quiet=quiet)
    else:
        _hand_over(page, opened, DocumentForm(chosen.value), output, quiet=quiet)
    raise typer.Exit(page.exit_status)


def _chosen(form: PageForm | None, output: Path | None) -> PageForm:
    """Answer the form the page is to take: the one asked for, else the one the name of its file says, else text."""
    from apqa.cli.handing_over import chosen_form

    ending = output.suffix.lower() if output else ""
    if form is None and ending in _DOCUMENTS:
        return PageForm(chosen_form(None, output).value)
    return form or _BY_NAME.get(ending, PageForm.TEXT)


def _hand_over(page: ProviderPage, opened: Opened, form: DocumentForm, output: Path | None, *, quiet: bool) -> None:
    from apqa.cli.handing_over import hand_over
    from apqa.cli.provider_document import provider_document

    authority = opened.situation.records.authority
    hand_over(provider_document(page, authority.name if authority else ""), opened, form, output, quiet=quiet)


def provider_page(opened: Opened, provider: Provider) -> ProviderPage:
    """Put the page together out of the answers of the other commands, so that none is worked out differently."""
    from apqa.cli.check_provider import provider_answer
    from apqa.cli.registration import requirements
    from apqa.cli.self_assessment import assessment_answer
    from apqa.display.provider.answer import ProviderPage
    from apqa.questions.checks.visits import last_visit
    from apqa.questions.due.everything import everything_due
    from apqa.questions.page.history import history
    from apqa.questions.page.pupils import pupil_numbers
    from apqa.questions.page.reports import period_reports
    from apqa.questions.value.questions import value_questions
    from apqa.vocabulary.review import VisitStatus

    situation, on = opened.situation, opened.situation.on
    owed = tuple(each for each in everything_due(situation) if each.provider == provider.id)
    visits = situation.records.visits_to(provider.id)
    plans = situation.records.action_plans_of(provider.id)
    return ProviderPage(
        header=opened.header("provider"),
        provider=provider,
        check=provider_answer(opened, provider),
        registration=requirements(opened, (provider,), timeline=True)[0],
        assessment=assessment_answer(opened, provider),
        due=_due(opened, provider, owed),
        owed=owed,
        pupils=pupil_numbers(provider, situation),
        reports=period_reports(provider, situation),
        value=value_questions(provider, situation),
        history=history(provider, situation),
        last_visit=last_visit(provider, situation),
        planned=tuple(each for each in visits if each.status is VisitStatus.PLANNED and each.on >= on),
        plans=tuple(reversed([each for each in plans if each.on <= on])),
        unread=_unread(opened, provider),
    )


def _due(opened: Opened, provider: Provider, duties: Iterable[Duty]) -> DueAnswer:
    """Answer what `apqa due --within 90 --provider` does."""
    from apqa.cli.due_asked import EVERYTHING, Asked, due_answer

    asked = Asked("provider", EVERYTHING, within=_AHEAD, provider=provider.id)
    return due_answer(asked, opened, duties, ())


def _unread(opened: Opened, provider: Provider) -> tuple[str, ...]:
    """Name the records the page may rest on that could not be read: its own, its pupils', and what holds for all."""
    from apqa.records.kinds import AUTHORITY, CALENDAR, KINDS, TERMLY_REPORT, WAIVER

    for_all = {AUTHORITY, CALENDAR, TERMLY_REPORT, WAIVER}
    return opened.unread(*((kind, "" if kind in for_all else provider.id) for kind in KINDS))
