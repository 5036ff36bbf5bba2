"""`apqa check-placement`: whether a placement is in order on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    LevelOption,
    OnOption,
    OutputOption,
    PlacementArgument,
    QuietOption,
    RecordsOption,
)
from apqa.finding import Severity

if TYPE_CHECKING:
    from apqa.records.kinds import Kind
    from apqa.records.placement import Placement


def check_placement(
    placement: PlacementArgument,
    *,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Say whether a placement is in order on a day, check by check.

    The plan, the agreement, what commissioner and provider each must do, reviews, the pupil's whole week, and
    whether the provider was checked before the start. The exit status is 1 for TO PUT RIGHT and CANNOT TELL at any
    --level; with --level query for queries too.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.placement_check.answer import FORMATS, PlacementAnswer
    from apqa.rules.placement_check import placement_check

    opened = open_records(records, on)
    asked = opened.placement(placement)
    provider = opened.situation.records.provider(asked.provider)
    answer = PlacementAnswer(
        header=opened.header("check-placement"),
        placement=asked,
        provider=provider,
        check=placement_check(asked, opened.situation),
        place=opened.library.place,
        unread=opened.unread(*rests_on(asked)),
    )
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def rests_on(placement: Placement) -> tuple[tuple[Kind, str], ...]:
    """Name the kinds of record the answer rests on, each with the word that those of them mention which matter."""
    from apqa.records import kinds

    of_provider = (kinds.PROVIDER, kinds.ACTION_PLAN, kinds.VISIT, kinds.SELF_ASSESSMENT, kinds.PLACEMENT)
    return (
        (kinds.AUTHORITY, ""),
        (kinds.CALENDAR, ""),
        (kinds.WAIVER, ""),
        *((kind, placement.provider) for kind in of_provider),
        (kinds.PLACEMENT, placement.pupil),
        (kinds.TERMLY_REPORT, placement.id),
    )
