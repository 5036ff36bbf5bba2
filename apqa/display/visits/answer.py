"""The answer to how the council's visits stand, and the forms it can be shown in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.vocabulary.review import VisitStanding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from apqa.display.answer import Header
    from apqa.questions.visits.rows import VisitRow

_SEVERITIES = {
    VisitStanding.OVERDUE: Severity.CONCERN,
    VisitStanding.CONCERN: Severity.QUERY,
    VisitStanding.WITHOUT_NOTE: Severity.ADVICE,
    VisitStanding.NOT_CIRCULATED: Severity.ADVICE,
    VisitStanding.DUE: Severity.ADVICE,
}
"""How grave it is that something stands so, for the exit status; what is late is a concern however it stands."""


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The last visit on site to a provider."""

    visit: str
    on: date
    type: str
    outcome: str
    """The colour of its outcome; empty where the note has none."""


@dataclass(frozen=True, slots=True)
class VisitsAnswer:
    """What is open of visits on a day."""

    header: Header
    rows: tuple[VisitRow, ...]
    """What is shown, the most urgent first."""

    names: Mapping[str, str]
    """The providers' names, by their ids."""

    last: date
    """The last day asked about."""

    provider: str = ""
    """The provider asked about; empty for all."""

    last_visits: Mapping[str, LastVisit | None] | None = None
    """The last visit to each provider the council visits; none where none is recorded."""

    look_at: tuple[str, ...] = ()
    """Of the provider asked about: what the next visit is to look at, each with its clause."""

    later: int = 0
    """How many more are due after the last day asked about."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    @property
    def counts(self) -> dict[VisitStanding, int]:
        """Count what is shown by how it stands, the most urgent first."""
        found = Counter(row.standing for row in self.rows)
        return {standing: found[standing] for standing in VisitStanding if found[standing]}

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind: found where something is overdue or late.

        With a lower level also where a concern was raised (query), or something is due or to be written up (advice).
        """
        if self.unread:
            return ExitStatus.UNREADABLE
        found = (Severity.CONCERN if row.is_late else _SEVERITIES.get(row.standing) for row in self.rows)
        return ExitStatus.FOUND if any(each and each.at_least(level) for each in found) else ExitStatus.NOTHING_FOUND


FORMATS = Forms("visits", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
