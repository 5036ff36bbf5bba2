"""`apqa dashboard`: a folder of pages to look at instead of read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from apqa.cli.options import DebugOption, OnOption, QuietOption, RecordsOption, days_ahead, given_path
from apqa.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened

DirArgument = Annotated[
    Path,
    typer.Argument(metavar="DIR", parser=given_path, help="The folder for the pages: new, empty, or an earlier one."),
]
WithinOption = Annotated[
    int,
    typer.Option("--within", metavar="DAYS", parser=days_ahead(366), help="How many days ahead count as what is due."),
]


def dashboard(
    folder: DirArgument,
    *,
    within: WithinOption = 30,
    on: OnOption = None,
    records: RecordsOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make a folder of pages to look at: what is due, providers by step, what runs out, room left, returns, outcomes.

    It opens from a file share in any browser, needs no server, and prints. The numbers are those of `apqa due`,
    `apqa check-provider`, `apqa registration`, `apqa termly-due` and `apqa outcomes --publish`. No page names a pupil
    or placement; still it is for the council's own eyes. The folder is a new one, an empty one, or that of an earlier
    dashboard, whose pages are replaced. Files of others in it are left alone.
    """
    from apqa.cli.dashboard_asked import look_at
    from apqa.cli.opening import open_records
    from apqa.display.dashboard.site import site
    from apqa.display.terminal import say, write
    from apqa.forms.dashboard.folder import put_in_folder
    from apqa.forms.dashboard.pages import own_pages, pages
    from apqa.forms.templates import own_templates

    opened = open_records(records, on)
    _spare_the_records(folder, opened)
    look = look_at(opened, within)
    values, own = site(look), own_templates(opened.root)
    files = pages(values, own)
    put_in_folder(folder, files)
    write(f"{(folder / 'index.html').as_posix()}\n")
    for template in own_pages(values, own):
        say(f"apqa: made with your template {template}", quiet=quiet)
    if look.unread:
        from apqa.display.registration.words import unread_sentence

        say(f"apqa: {unread_sentence(look.unread)}", quiet=quiet)
        raise typer.Exit(ExitStatus.UNREADABLE)


def _spare_the_records(folder: Path, opened: Opened) -> None:
    """Refuse a folder among the records, or one that holds them."""
    whole, root = Path(os.path.realpath(folder)), Path(os.path.realpath(opened.root))
    if whole.is_relative_to(root):
        raise UsageError(f"{folder} lies in the records folder: name one outside it, such as dashboard")
    if root.is_relative_to(whole):
        raise UsageError(f"{folder} holds the records: name a folder of its own, such as dashboard")
