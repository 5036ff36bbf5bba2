"""The answer to what falls due, and the forms it can be shown in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.vocabulary.due import DutyState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from apqa.display.answer import Header
    from apqa.questions.due.duty import Duty

_SEVERITIES = {
    DutyState.OVERDUE: Severity.CONCERN,
    DutyState.CANNOT_TELL: Severity.CONCERN,
    DutyState.RETURNED: Severity.QUERY,
    DutyState.INCOMPLETE: Severity.QUERY,
    DutyState.DUE: Severity.ADVICE,
}
"""How grave it is that something stands so, for the exit status."""


@dataclass(frozen=True, slots=True)
class DueAnswer:
    """What is due on a day, and what will be."""

    header: Header
    duties: tuple[Duty, ...]
    """What is shown, the most urgent first."""

    names: Mapping[str, str]
    """The providers' names, by their ids."""

    asked: str
    """Which duties were asked about, in a few words: "termly reports", "everything"."""

    last: date | None = None
    """The last day asked about; none where a term or everything was."""

    term: str = ""
    """The reporting period asked about, such as 2026-27-autumn; empty where none was."""

    later: int = 0
    """How many more there are that are not due by then."""

    notes: tuple[str, ...] = ()
    """What is not known, in sentences."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    @property
    def counts(self) -> dict[DutyState, int]:
        """Count what is shown by its state, the most urgent first."""
        found = Counter(duty.state for duty in self.duties)
        return {state: found[state] for state in DutyState if found[state]}

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind: found where something is overdue, or where that cannot be told.

        With a lower level also where something is returned or incomplete (query), or due (advice).
        """
        if self.unread:
            return ExitStatus.UNREADABLE
        found = (_SEVERITIES.get(duty.state) for duty in self.duties)
        return ExitStatus.FOUND if any(each and each.at_least(level) for each in found) else ExitStatus.NOTHING_FOUND


FORMATS = Forms("due", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in but the calendar feed, by the name `--format` gives it."""
