"""`apqa attendance-code`: which code the school enters for sessions at a provider, and why."""

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
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


def attendance_code(
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
    """Say which attendance code the pupil's school enters on a day, and why.

    D where the pupil is registered at both schools, K for what the council arranges, B for what the school
    arranges and has supervised. The exit status is 1 when the school is recorded to enter another.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.display.attendance_code.answer import FORMATS, AttendanceCodeAnswer
    from apqa.guidance.attendance_law import framework_wording
    from apqa.questions.attendance_code import code_for
    from apqa.records.kinds import CALENDAR, PROVIDER

    opened = open_records(records, on)
    asked, situation = opened.placement(placement), opened.situation
    answer = AttendanceCodeAnswer(
        header=opened.header("attendance-code"),
        answer=code_for(asked, situation),
        recorded=next((each for each in asked.codes if each.covers(situation.on)), None),
        by_framework=_by_framework(asked, situation),
        framework_says=framework_wording(),
        unread=opened.unread((PROVIDER, asked.provider), (CALENDAR, "")),
    )
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status(level))


def _by_framework(placement: Placement, situation: Situation) -> str:
    """Answer the code by the framework's own wording: D at a registered provider, B at any other."""
    from apqa.questions.register import Standing, register_answer

    provider = situation.records.provider(placement.provider)
    standing = register_answer(provider, situation).standing if provider else Standing.NOT_RECORDED
    return {Standing.REGISTERED: "D", Standing.NOT_REGISTERED: "B"}.get(standing, "")
