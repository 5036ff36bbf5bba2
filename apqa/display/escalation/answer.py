"""The answer of `apqa escalation`: the step, why, what comes next and by when, who must be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.escalation.standing import Escalation


@dataclass(frozen=True, slots=True)
class EscalationAnswer:
    """The answer for one provider, or for all of whom a concern is open."""

    header: Header
    shown: tuple[Escalation, ...]
    """Each provider, the gravest step first."""

    one: bool
    """Whether one provider was asked about."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    def exit_status(self, level: Severity = Severity.CONCERN) -> ExitStatus:
        """Answer what the run leaves behind: found where something must happen now.

        With advice as the level also where a concern is open and nothing must happen yet.
        """
        if self.unread:
            return ExitStatus.UNREADABLE
        acute = Severity.CONCERN.at_least(level) and any(each.must_act() for each in self.shown)
        open_ = Severity.ADVICE.at_least(level) and any(each.is_open for each in self.shown)
        return ExitStatus.FOUND if acute or open_ else ExitStatus.NOTHING_FOUND


FORMATS = Forms("escalation", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
