"""The answer to what forms that came back would change, and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.questions.received import WRITES

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.received import ReceivedFile


@dataclass(frozen=True, slots=True)
class ReceivedAnswer:
    """What came back, file by file."""

    header: Header
    files: tuple[ReceivedFile, ...]
    write: bool = False
    """Whether the records were to be written, and not only shown."""

    failed: bool = False
    """Whether a record could not be written."""

    @property
    def records(self) -> int:
        """Count the records that were written, or would be."""
        taken = (each for each in self.files if each.written or not (each.problems or self.write))
        return sum(report.outcome in WRITES for each in taken for report in each.reports)

    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind: 3 where a file is no form that can be read, 1 where somebody must look."""
        if self.failed:
            return ExitStatus.SURROUNDINGS
        if not all(each.is_readable for each in self.files):
            return ExitStatus.UNREADABLE
        return ExitStatus.FOUND if any(each.asks_attention for each in self.files) else ExitStatus.NOTHING_FOUND


FORMATS = Forms("received", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
