"""The answer to "which applications are there, and what is missing for a decision?", and its forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.applications.application import Application


@dataclass(frozen=True, slots=True)
class ApplicationsAnswer:
    """One application with its checklist, or all that are to be decided."""

    header: Header
    applications: tuple[Application, ...]
    """Those to be decided first, the earliest day first; then those decided, the latest first."""

    one: bool
    """Whether one provider was asked about."""

    decided: int = 0
    """How many more were decided and are not shown."""

    unread: tuple[str, ...] = ()
    """The records that could not be read and may matter."""

    @property
    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind: found where a decision is overdue."""
        if self.unread:
            return ExitStatus.UNREADABLE
        late = any(each.due is not None and self.header.on and each.due < self.header.on for each in self.applications)
        return ExitStatus.FOUND if late else ExitStatus.NOTHING_FOUND


FORMATS = Forms("applications", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
