"""`apqa directory`: the approved provider list as it may be published."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.options import DebugOption, OnOption, OutputOption, QuietOption, RecordsOption
from apqa.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.display.directory.answer import DirectoryAnswer
    from apqa.finding import Finding
    from apqa.history.commit import Commit
    from apqa.questions.directory.published import Entry
    from apqa.questions.directory.words import Imprint


class DirectoryForm(StrEnum):
    """Forms the directory can take."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_ENDINGS = {
    ".html": DirectoryForm.HTML,
    ".htm": DirectoryForm.HTML,
    ".json": DirectoryForm.JSON,
    ".csv": DirectoryForm.CSV,
    ".md": DirectoryForm.MARKDOWN,
    ".txt": DirectoryForm.TEXT,
}
"""What the name of a file says that is in it."""

DirectoryFormOption = Annotated[
    Optional[DirectoryForm],  # noqa: UP045  typer reads it
    typer.Option(
        "--format",
        "-f",
        help="The form of the directory; as the name of the --output says, else text, if left out.",
    ),
]


def directory(
    *,
    on: OnOption = None,
    records: RecordsOption = None,
    form: DirectoryFormOption = None,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make the approved provider list as it may be published: who is on it, and of each only what is marked.

    A provider is in it that is on the list on the day and open to placements, and whose record says that it agreed
    (directory: publish: yes). Of its record only the fields named there (directory: fields) are published, and what
    stands under directory itself; nothing about pupils ever. How many others are on the list and why they are left out
    is said beside the answer, and never in it. One of whose texts any may say who somebody is is left out, too, until
    that is put right.

    The HTML page is one file that needs nothing else: it can be searched without a server, read without a script,
    printed and put on a website as it is.
    """
    from apqa.cli.opening import open_records
    from apqa.display import terminal
    from apqa.display.registration.words import unread_sentence
    from apqa.questions.directory.published import directory as published
    from apqa.questions.directory.words import left_out
    from apqa.records.kinds import AUTHORITY, PROVIDER

    chosen = _chosen(form, output)
    opened = open_records(records, on)
    held = _held_back(opened)
    found = published(opened.situation, frozenset(held))
    _show(found.entries, opened, chosen, output, quiet=quiet)
    _say_held_back(held, opened)
    if remark := left_out(found.left_out):
        terminal.say(f"apqa: {remark}", quiet=quiet)
    if unread := opened.unread((AUTHORITY, ""), (PROVIDER, "")):
        terminal.say(f"apqa: {unread_sentence(unread)}")
        raise typer.Exit(ExitStatus.UNREADABLE)
    if held:
        raise typer.Exit(ExitStatus.FOUND)


def _held_back(opened: Opened) -> dict[str, tuple[Finding, ...]]:
    """Answer what keeps providers from being published, by the provider's id."""
    from apqa.questions.directory.published import would_publish
    from apqa.rules.holding_back import holding_back_from_directory

    asked = [each for each in opened.situation.records.providers if would_publish(each, opened.situation)]
    found = {each.id: holding_back_from_directory(each, opened.situation, opened.library.place) for each in asked}
    return {provider: each for provider, each in found.items() if each}


def _say_held_back(held: dict[str, tuple[Finding, ...]], opened: Opened) -> None:
    import sys

    from apqa.display import terminal
    from apqa.display.findings.answer import Findings
    from apqa.display.findings.text import text_findings

    if held:
        found = tuple(each for here in held.values() for each in here)
        answer = Findings(opened.header("directory"), found, here=opened.way_from_here, within=opened.way_to_here)
        width = terminal.width() if terminal.is_terminal(sys.stderr) else None
        terminal.say(text_findings(answer, width=width).rstrip("\n"), whole=True)


def _show(entries: tuple[Entry, ...], opened: Opened, form: DirectoryForm, output: Path | None, *, quiet: bool) -> None:
    from apqa.cli.door import show
    from apqa.display.directory.answer import FORMATS, DirectoryAnswer
    from apqa.history.commit import commit_of

    commit = commit_of(opened.root)
    header = replace(opened.header("directory"), commit=commit.sha if commit else "")
    answer = DirectoryAnswer(header, _imprint(opened, commit), entries)
    show({**FORMATS, "html": lambda asked: _page(asked, opened)}, answer, form.value, output, quiet=quiet)


def _chosen(form: DirectoryForm | None, output: Path | None) -> DirectoryForm:
    """Answer the form asked for, else the one the name of the file says. Raises `UsageError` where these differ."""
    by_name = _ENDINGS.get(output.suffix.lower()) if output else None
    if form and by_name and form is not by_name:
        raise UsageError(f"{output} would hold {form}: give it another name, or ask for {by_name}")
    return form or by_name or DirectoryForm.TEXT


def _imprint(opened: Opened, commit: Commit | None) -> Imprint:
    from apqa.questions.directory.words import Imprint
    from apqa.records.kinds import PROVIDER

    authority = opened.situation.records.authority
    return Imprint(
        on=opened.situation.on,
        council=authority.name if authority else "",
        mailbox=(authority.mailbox or "") if authority else "",
        commit=commit.short if commit else "",
        changed=commit is not None and commit.changed,
        under_git=commit is not None,
        unread=len(opened.unread((PROVIDER, ""))),
    )


def _page(answer: DirectoryAnswer, opened: Opened) -> str:
    from apqa.forms.directory.page import directory_page
    from apqa.forms.templates import own_templates

    return directory_page(answer.imprint, answer.entries, own_templates(opened.root))
