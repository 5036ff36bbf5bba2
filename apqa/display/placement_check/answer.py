"""The answer to "is this placement in order?", and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.placement_check.text import markdown_placement_check, text_placement_check
from apqa.display.provider_check.csv import COLUMNS, csv_lines
from apqa.display.provider_check.json import line_fields
from apqa.errors import ExitStatus
from apqa.questions.checks.line import Effect
from apqa.records.kinds import PLACEMENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.display.answer import Header
    from apqa.finding import Place, Severity
    from apqa.questions.checks.line import Line
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.rule import Path
    from apqa.rules.placement_check import PlacementCheck


_VERDICTS = {
    Effect.STOP: "to_put_right",
    Effect.CANNOT_TELL: "cannot_tell",
    Effect.CONDITION: "with_queries",
    Effect.NONE: "in_order",
}
"""What the checks come to, in the words of the JSON."""

_NOT_IN_ORDER = {Effect.STOP, Effect.CANNOT_TELL}
"""What no level makes a success of: a script that goes by the exit status would take it for in order."""


@dataclass(frozen=True, slots=True)
class PlacementAnswer:
    """Every check of one placement on one day."""

    header: Header
    placement: Placement
    provider: Provider | None
    check: PlacementCheck
    place: Callable[[str, Path], Place]
    """Where in its file a value stands."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    def having(self, effect: Effect) -> tuple[Line, ...]:
        """Answer the checks with an effect, in the order of the check."""
        return tuple(line for line in self.check.lines if line.effect is effect)

    @property
    def effect(self) -> Effect:
        """Answer what the checks come to: the gravest effect of any. What could not be read leaves it open."""
        effects = {line.effect for line in self.check.lines} | ({Effect.CANNOT_TELL} if self.unread else set())
        return next((each for each in Effect if each in effects), Effect.NONE)

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind. What could not be read is no answer; the level is for queries."""
        if self.unread and self.effect is Effect.CANNOT_TELL:
            return ExitStatus.UNREADABLE
        severity = self.check.severity
        queried = severity is not None and severity.at_least(level)
        return ExitStatus.FOUND if queried or self.effect in _NOT_IN_ORDER else ExitStatus.NOTHING_FOUND


def _json(answer: PlacementAnswer) -> str:
    check, path = answer.check, PLACEMENT.path(answer.placement.id)
    before = check.provider_on_start
    return to_json(
        envelope(
            answer.header,
            as_of=check.as_of,
            verdict=_VERDICTS[answer.effect],
            placement=answer.placement.id,
            provider={"id": answer.placement.provider, "name": answer.provider and answer.provider.name},
            provider_on_start=before and before.verdict,
            attendance_code={
                "code": check.code.code,
                "because": check.code.because,
                "missing": check.code.missing,
            },
            week={
                "placements": dict(check.week.placements),
                "elsewhere": check.week.elsewhere,
                "total": check.week.total,
                "entitlement": check.week.entitlement,
                "fullness": check.week.fullness,
            },
            unread=answer.unread,
            lines=[line_fields(line, path, answer.place) for line in check.lines],
        )
    )


def _csv(answer: PlacementAnswer) -> str:
    path = PLACEMENT.path(answer.placement.id)
    lines = answer.check.lines
    days = {"on": answer.header.on, "as_of": answer.check.as_of}
    rows = ((line, {**days, **line_fields(line, path, answer.place)}) for line in lines)
    return csv_lines(rows, ("on", "as_of", *COLUMNS[1:]))


FORMATS: dict[str, Callable[..., str]] = {
    "text": text_placement_check,
    "json": _json,
    "csv": _csv,
    "markdown": markdown_placement_check,
}
"""Every form the answer can be shown in, by the name `--format` gives it."""
