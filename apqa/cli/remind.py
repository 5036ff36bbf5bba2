"""`apqa remind`: letters to everybody who owes something, prepared and remembered, never sent."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.due_options import CommissionerOption, KindOption, ProviderOption
from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    LevelOption,
    OnOption,
    QuietOption,
    RecordsOption,
    given_path,
)
from apqa.errors import UnreadableRecordsError, UsageError
from apqa.finding import Severity
from apqa.vocabulary.due import Owes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.cli.opening import Opened
    from apqa.display.reminders.answer import Prepared, RemindersAnswer
    from apqa.questions.due.duty import Duty
    from apqa.questions.due.reminders import Letter


class LetterForm(StrEnum):
    """Forms a letter can take."""

    TEXT = "text"
    EML = "eml"
    DOCX = "docx"


FolderOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option(
        "--output", "-o", metavar="DIR", parser=given_path, help="The folder the letters go to: reminders-DAY if not."
    ),
]
LetterOption = Annotated[
    Optional[list[LetterForm]],  # noqa: UP045  typer reads it
    typer.Option("--letter", help="A form the letters take; may be given several times. All three if left out."),
]
OwesOption = Annotated[
    Optional[Owes],  # noqa: UP045  typer reads it
    typer.Option("--owes", help="Only to those who owe in this part."),
]
AgainOption = Annotated[bool, typer.Option("--again", help="Prepare letters that only say what was said before, too.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show the letters; write and remember nothing.")]


def remind(
    *,
    dry_run: DryRunOption = False,
    again: AgainOption = False,
    letter: LetterOption = None,
    owes: OwesOption = None,
    kind: KindOption = None,
    provider: ProviderOption = None,
    commissioner: CommissionerOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: FolderOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Prepare one letter to each who owes something, with everything they owe. Nothing is ever sent.

    By the council's ladder: due soon, overdue, escalated with a copy to a manager. What was prepared is remembered as
    a record and not repeated. The exit status is 1 when a letter says that something is overdue.
    """
    from apqa.cli.door import show
    from apqa.cli.due_asked import Asked, due_duties
    from apqa.cli.opening import open_records
    from apqa.display.reminders.answer import FORMATS

    opened = open_records(records, on)
    asked = Asked("remind", "", None, None, False, provider, commissioner, tuple(kind or ()), all_ahead=True)
    duties = [each for each in due_duties(asked, opened) if owes is None or each.owes is owes]
    folder = None if dry_run else _folder(output, opened)
    answer = _answer(duties, opened, folder, tuple(letter or LetterForm), again=again)
    show(FORMATS, answer, form.value, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def _answer(
    duties: list[Duty], opened: Opened, folder: Path | None, forms: tuple[LetterForm, ...], *, again: bool
) -> RemindersAnswer:
    from apqa.display.reminders.answer import RemindersAnswer
    from apqa.questions.due.reminders import letters
    from apqa.records.kinds import KINDS

    every = letters(duties, opened.situation, again=True)
    wanted = every if again else letters(duties, opened.situation)
    unread = opened.unread(*((kind, "") for kind in KINDS))
    if unread and folder is not None:
        raise UnreadableRecordsError(
            f"nothing was prepared, for records cannot be read: {', '.join(unread[:5])}; `apqa check` says why, and "
            "--dry-run shows the letters all the same"
        )
    return RemindersAnswer(
        header=opened.header("remind"),
        prepared=tuple(_prepared(wanted, opened, folder, forms)),
        dry_run=folder is None,
        silent=len(every) - len(wanted),
        unread=unread,
    )


def _prepared(
    wanted: tuple[Letter, ...], opened: Opened, folder: Path | None, forms: tuple[LetterForm, ...]
) -> Iterator[Prepared]:
    """Make each letter and, unless this is a dry run, write it and then the record that remembers it."""
    from apqa.display.reminders.answer import Prepared
    from apqa.forms.reminders.letters import MADE, letter_text
    from apqa.forms.reminders.remembered import remember, reminder_id
    from apqa.forms.templates import own_templates
    from apqa.writing.outfile import write_whole

    situation, own = opened.situation, own_templates(opened.root)
    taken = {each.id for each in situation.records.reminders}
    for each in wanted:
        name = reminder_id(each, situation.on, taken)
        taken.add(name)
        text = letter_text(each, situation, own)
        if folder is None:
            yield Prepared(each, text)
            continue
        made = [(folder / f"{name}{MADE[form].suffix}", MADE[form].make(each, situation, own, name)) for form in forms]
        folder.mkdir(parents=True, exist_ok=True)
        for file, data in made:
            write_whole(file, data)
        record = remember(each, name, opened.root, situation.on)
        yield Prepared(each, text, tuple(str(file) for file, _ in made), str(record))


def _folder(output: Path | None, opened: Opened) -> Path:
    """Answer where the letters go. Raises `UsageError` where that is a file or lies among the records."""
    folder = output or Path(f"reminders-{opened.situation.on}")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder for the letters")
    if folder.resolve().is_relative_to(opened.root.resolve()):
        raise UsageError(f"{folder} lies in the records folder: write the letters somewhere else")
    return folder
