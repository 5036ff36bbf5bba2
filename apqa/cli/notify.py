"""`apqa notify`: letters to everybody who must be told of a step of escalation, prepared and recorded, never sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_providers
from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    OnOption,
    QuietOption,
    RecordsOption,
    given_path,
)
from apqa.errors import UnreadableRecordsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.cli.opening import Opened
    from apqa.display.notices.answer import NoticesAnswer, Prepared
    from apqa.forms.notifying.recording import Entry
    from apqa.forms.receiving.writing import ToWrite
    from apqa.questions.escalation.notices import Notice
    from apqa.records.provider import Provider

ProviderArgument = Annotated[
    str, typer.Argument(metavar="PROVIDER", autocompletion=complete_providers, help="The provider's id.")
]
FolderOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option(
        "--output", "-o", metavar="DIR", parser=given_path, help="The folder the letters go to: notices-DAY if not."
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show the letters; write and record nothing.")]
AgainOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option(
        "--again",
        metavar="WHO",
        help="Make a letter once more that was prepared and is lost: a name, or all who were not told.",
    ),
]
ToldOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option(
        "--told",
        metavar="WHO",
        help="Record who was told on the day of --on: a name, a part of one that fits one alone, or all with a letter.",
    ),
]
AcknowledgedOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option("--acknowledged", metavar="WHO", help="Record who acknowledged it on the day of --on, alike."),
]
HowOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option("--how", metavar="TEXT", help="With --told: how they were told, such as 'by telephone'."),
]


def notify(
    provider: ProviderArgument,
    *,
    dry_run: DryRunOption = False,
    again: AgainOption = None,
    told: ToldOption = None,
    acknowledged: AcknowledgedOption = None,
    how: HowOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: FolderOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Prepare a letter to everybody who must be told of a provider's suspension or removal, or of its end.

    As text, as a draft for a mail program and as a Word document; each names the reader's own placements alone. What
    was prepared is recorded in the step of the action plan and not prepared again, but with --again; nothing is ever
    sent. --told and --acknowledged record the day somebody was told, and acknowledged it. What may say who a pupil is
    goes into no letter: none is made then. The exit status is 1 while somebody who must be told has not been.
    """
    from apqa.cli.door import show
    from apqa.cli.notify_holding_back import refuse_held_back
    from apqa.cli.opening import open_records
    from apqa.display.notices.answer import FORMATS

    recording = bool(told or acknowledged)
    _refuse_halves(dry_run=dry_run, again=bool(again), recording=recording, how=how is not None and not told)
    opened = open_records(records, on)
    asked = opened.provider(provider)
    _refuse_unread(opened, asked.id, dry_run=dry_run)
    if recording:
        answer = _record(opened, asked, tuple(told or ()), tuple(acknowledged or ()), how or "")
    else:
        letters = _wanted(opened, asked, tuple(again or ()), dry_run=dry_run)
        refuse_held_back(letters, opened, quiet=quiet)
        answer = _prepare(opened, asked, letters, None if dry_run else _folder(output, opened))
    show(FORMATS, answer, form.value, quiet=quiet)
    raise typer.Exit(answer.exit_status())


def _refuse_halves(*, dry_run: bool, again: bool, recording: bool, how: bool) -> None:
    """Refuse options that go with others, or do not go with them."""
    if dry_run and recording:
        raise UsageError("--dry-run shows letters; leave it out to record with --told or --acknowledged")
    if again and recording:
        raise UsageError("--again makes letters: record with --told or --acknowledged in a run of its own")
    if how:
        raise UsageError("--how says how somebody was told: name them with --told")


def _refuse_unread(opened: Opened, provider_id: str, *, dry_run: bool) -> None:
    unread = _unread(opened, provider_id)
    if unread and not dry_run:
        raise UnreadableRecordsError(
            f"nothing was prepared or recorded, for records cannot be read: {', '.join(unread[:5])}; `apqa check` says "
            "why, and --dry-run shows the letters all the same"
        )


def _unread(opened: Opened, provider_id: str) -> tuple[str, ...]:
    from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PLACEMENT

    return opened.unread((AUTHORITY, ""), (ACTION_PLAN, provider_id), (PLACEMENT, provider_id))


def _wanted(opened: Opened, provider: Provider, again: tuple[str, ...], *, dry_run: bool) -> tuple[Notice, ...]:
    """Answer the letters that are missing, or those to make again; in a dry run those to whoever was not told."""
    from apqa.forms.notifying.naming import with_letter
    from apqa.questions.escalation.notices import notices, told_decision
    from apqa.questions.escalation.telling import TellingState

    unprepared, prepared = frozenset({TellingState.NOT_PREPARED}), frozenset({TellingState.PREPARED})
    if again:
        chosen = with_letter(told_decision(provider, opened.situation)[1], again)
        return tuple(each for each in notices(provider, opened.situation, prepared) if each.telling in chosen)
    return notices(provider, opened.situation, unprepared | prepared if dry_run else unprepared)


def _prepare(opened: Opened, provider: Provider, wanted: tuple[Notice, ...], folder: Path | None) -> NoticesAnswer:
    """Make letters and, unless this is a dry run, write them together with the record of those that are new."""
    from apqa.forms.receiving.writing import write_together

    if folder is None or not wanted:
        return _answer(opened, provider, tuple(_shown(wanted, opened)), dry_run=folder is None)
    record = tuple(_record_of_new(wanted, opened))
    shown = tuple(_shown(wanted, opened))
    made = [tuple(_files(each, folder, opened)) for each in wanted]
    folder.mkdir(parents=True, exist_ok=True)
    letters = [file for files in made for file in files]
    write_together([*letters, *record], "the letters", "run the command again")
    prepared = tuple(
        replace(each, files=tuple(str(file.target) for file in files)) for each, files in zip(shown, made, strict=True)
    )
    return _answer(_again(opened), provider, prepared, record=str(record[0].target) if record else "")


def _record_of_new(wanted: tuple[Notice, ...], opened: Opened) -> Iterator[ToWrite]:
    """Answer the record of the letters that were not prepared before; nothing where all were."""
    from apqa.forms.notifying.recording import Entry, recorded

    new = [each for each in wanted if not each.is_again]
    if new:
        on = opened.situation.on
        entries = [Entry(each.to, "prepared_on", on, who=each.telling.recorded_as) for each in new]
        yield recorded(new[0].decision, entries, opened.root)


def _record(
    opened: Opened, provider: Provider, told: tuple[str, ...], acknowledged: tuple[str, ...], how: str
) -> NoticesAnswer:
    """Record who was told, and who acknowledged it, on the day."""
    from apqa.forms.notifying.naming import entries
    from apqa.forms.notifying.recording import recorded
    from apqa.forms.receiving.writing import write_together
    from apqa.questions.escalation.notices import told_decision

    decision, everybody = told_decision(provider, opened.situation)
    if decision is None:
        raise UsageError(f"there is no decision about {provider.id} to tell of on {opened.situation.on}")
    found: tuple[Entry, ...] = entries(everybody, told, acknowledged, opened.situation.on, how)
    record = recorded(decision, found, opened.root)
    write_together([record], "it", "run the command again")
    return _answer(_again(opened), provider, (), record=str(record.target))


def _answer(
    opened: Opened, provider: Provider, prepared: tuple[Prepared, ...], *, dry_run: bool = False, record: str = ""
) -> NoticesAnswer:
    from apqa.display.notices.answer import NoticesAnswer
    from apqa.forms.notifying.wording import reply_address
    from apqa.questions.escalation.notices import told_decision

    decision, everybody = told_decision(provider, opened.situation)
    return NoticesAnswer(
        header=opened.header("notify"),
        provider=provider,
        decision=decision,
        prepared=prepared,
        told=everybody,
        dry_run=dry_run,
        record=record,
        reply_to=reply_address(opened.situation.records.authority),
        unread=_unread(opened, provider.id),
    )


def _again(opened: Opened) -> Opened:
    """Open the records once more, as they stand after something was written."""
    from apqa.cli.opening import open_records

    return open_records(opened.root, opened.situation.on)


def _shown(wanted: tuple[Notice, ...], opened: Opened) -> Iterator[Prepared]:
    from apqa.display.notices.answer import Prepared
    from apqa.forms.notifying.letters import notice_text
    from apqa.forms.templates import own_templates

    for each in wanted:
        yield Prepared(each, notice_text(each, opened.situation, own_templates(opened.root)))


def _files(notice: Notice, folder: Path, opened: Opened) -> Iterator[ToWrite]:
    """Make a letter in every form. Raises `UsageError` where a file of its name is there: it may have been edited."""
    from apqa.forms.notifying.letters import MADE, notice_name
    from apqa.forms.receiving.writing import ToWrite
    from apqa.forms.templates import own_templates

    for made in MADE.values():
        file = folder / f"{notice_name(notice)}{made.suffix}"
        if file.exists():
            raise UsageError(f"{file} is there already, and may have been edited: name another folder with --output")
        yield ToWrite(file, None, made.make(notice, opened.situation, own_templates(opened.root)))


_FILES = {".csv", ".docx", ".eml", ".htm", ".html", ".json", ".md", ".pdf", ".txt", ".xlsx", ".yaml"}
"""Endings by which a name is meant for a file."""


def _folder(output: Path | None, opened: Opened) -> Path:
    """Answer where the letters go. Raises `UsageError` where that is a file, sounds like one, or is in the records."""
    folder = output or Path(f"notices-{opened.situation.on}")
    if folder.suffix.lower() in _FILES and not folder.is_dir():
        raise UsageError(
            f"--output names the folder for the letters, and {folder} is called like a file: name a folder, and keep "
            f"the answer itself with > {folder.name}"
        )
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder for the letters")
    if folder.resolve().is_relative_to(opened.root.resolve()):
        raise UsageError(f"{folder} lies in the records folder: write the letters somewhere else")
    return folder
