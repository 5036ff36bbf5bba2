"""`apqa outcomes`: what came of a year, in sums, and what of it may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_academic_years
from apqa.cli.due_options import ProviderOption
from apqa.cli.options import DebugOption, Form, FormOption, OnOption, OutputOption, QuietOption, RecordsOption
from apqa.errors import UnreadableRecordsError, UsageError

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.of_year import Year

YearOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option(
        "--year",
        metavar="YEAR",
        autocompletion=complete_academic_years,
        help="The academic year, such as 2025-26; that of the day if left out.",
    ),
]
PublishOption = Annotated[
    bool,
    typer.Option("--publish", help="Only what may be published: no small number, and none that gives one away."),
]


def outcomes(
    *,
    provider: ProviderOption = None,
    year: YearOption = None,
    publish: PublishOption = False,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Sum up a year: attendance, progress, destinations, qualifications and pupil voice.

    From the placements and the termly reports that had come by the day; shares are worked out from the sums alone.
    With --publish what may leave the council: counts below its small number are not shown, nor what gives one away.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.outcomes.answer import FORMATS

    opened = open_records(records, on)
    asked = _year(year, opened)
    named = opened.provider(provider).id if provider is not None else ""
    answer = for_publishing(opened, asked, named) if publish else _for_the_council(opened, asked, named)
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status)


def _year(name: str | None, opened: Opened) -> Year:
    """Answer the year asked about. Raises `UsageError` where it is none, or has not begun by the day."""
    from apqa.questions.outcomes.of_year import year_named, year_of

    on = opened.situation.on
    found = year_of(on) if name is None else year_named(name, on)
    if found is None:
        raise UsageError(f"--year: '{name}' is no academic year: give one such as {year_of(on).name}")
    if not found.has_begun:
        raise UsageError(f"--year: {name} had not begun on {on}: give an earlier year, or a later day with --on")
    return found


def _for_the_council(opened: Opened, year: Year, provider: str) -> OutcomesAnswer:
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.notes import notes
    from apqa.questions.outcomes.outcomes import outcomes as sum_up
    from apqa.questions.outcomes.shown import everything

    found = sum_up(opened.situation, year, provider)
    return OutcomesAnswer(
        header=opened.header("outcomes"),
        year=year,
        shown=everything(found, one_provider=bool(provider)),
        names=_names(opened),
        provider=provider,
        notes=tuple(notes(found, opened.situation)),
        unread=_unread(opened),
    )


def for_publishing(opened: Opened, year: Year, provider: str = "") -> OutcomesAnswer:
    """Put together what may be published of a year, of all providers or of one.

    Raises `UnreadableRecordsError` where anything of it could not be read.
    """
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.notes import notes_for_publishing
    from apqa.questions.outcomes.outcomes import outcomes as sum_up
    from apqa.questions.outcomes.shown import publishable

    if unread := _unread(opened):
        raise UnreadableRecordsError(
            f"nothing is put together for publishing while records cannot be read: mend {', '.join(unread)} "
            "(`apqa check` says what is wrong)"
        )
    setting = opened.situation.policy.setting("small_number")
    small = int(setting.value)
    shown = publishable(sum_up(opened.situation, year), small)
    return OutcomesAnswer(
        header=opened.header("outcomes"),
        year=year,
        shown=shown.of_provider(provider) if provider else shown,
        names=_names(opened),
        provider=provider,
        small=small,
        small_basis=setting.basis,
        notes=tuple(notes_for_publishing(year, setting, opened.situation)),
    )


def _names(opened: Opened) -> dict[str, str]:
    return {each.id: each.name for each in opened.situation.records.providers}


def _unread(opened: Opened) -> tuple[str, ...]:
    from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER, TERMLY_REPORT

    return opened.unread(*((kind, "") for kind in (AUTHORITY, PROVIDER, PLACEMENT, TERMLY_REPORT)))
