"""Which attendance code the school enters, and the forms the answer can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.attendance_code.text import markdown_attendance_code, text_attendance_code
from apqa.display.table import csv_text
from apqa.errors import ExitStatus
from apqa.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.display.answer import Header
    from apqa.questions.attendance_code import CodeAnswer
    from apqa.records.placement import RecordedCode


@dataclass(frozen=True, slots=True)
class AttendanceCodeAnswer:
    """The code the regulations give, the one the framework's wording gives, and the one the school enters."""

    header: Header
    answer: CodeAnswer
    recorded: RecordedCode | None
    """The code the school is recorded to enter on the day."""

    by_framework: str
    """The code by the framework's own wording; empty where it cannot be told."""

    framework_says: str
    """How the framework's wording differs from the regulations."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    @property
    def told(self) -> bool:
        """Answer whether the code, or that there is none, can be told."""
        return self.answer.code is not None or not self.answer.missing

    @property
    def differs(self) -> bool:
        """Answer whether the school enters another code than the regulations give."""
        return self.recorded is not None and self.told and self.recorded.code != self.answer.code

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind: another code in the school's register is a concern.

        What could not be read is no answer.
        """
        if self.unread:
            return ExitStatus.UNREADABLE
        failed = self.differs and Severity.CONCERN.at_least(level)
        return ExitStatus.FOUND if failed else ExitStatus.NOTHING_FOUND


def _fields(answer: AttendanceCodeAnswer) -> dict[str, object]:
    """Name the parts of the answer, the same in every form for programs."""
    return {
        "placement": answer.answer.placement,
        "code": answer.answer.code,
        "title": answer.answer.title,
        "because": answer.answer.because,
        "missing": answer.answer.missing,
        "means": answer.answer.means,
        "basis": answer.answer.basis,
        "no_session": answer.answer.no_session or None,
        "recorded": answer.recorded and answer.recorded.code,
        "differs": answer.differs,
        "by_framework": answer.by_framework or None,
        "unread": answer.unread,
    }


def _json(answer: AttendanceCodeAnswer) -> str:
    return to_json(envelope(answer.header, **_fields(answer), framework_says=answer.framework_says))


def _csv(answer: AttendanceCodeAnswer) -> str:
    fields = {"on": answer.header.on, **_fields(answer)}
    joined = {name: "; ".join(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    return csv_text([list(joined.values())], list(joined))


FORMATS: dict[str, Callable[..., str]] = {
    "text": text_attendance_code,
    "json": _json,
    "csv": _csv,
    "markdown": markdown_attendance_code,
}
"""Every form the answer can be shown in, by the name `--format` gives it."""
