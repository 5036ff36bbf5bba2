"""The answer to the registration question, for one provider or for all, and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.questions.registration import Requirement

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.registration import RegistrationRequirement
    from apqa.questions.timeline import Stretch
    from apqa.records.provider import Provider

_WHATEVER_ELSE = {Requirement.MUST_REGISTER, Requirement.ALREADY_REGISTERED}
"""The answers that no further placement would change."""

_SEVERITIES = {Requirement.MUST_REGISTER: Severity.BREACH, Requirement.REVIEW: Severity.CONCERN}


@dataclass(frozen=True, slots=True)
class Asked:
    """One provider, and the answer for it."""

    provider: Provider
    requirement: RegistrationRequirement
    """The answer under the law that was asked about."""

    beside: RegistrationRequirement | None
    """The answer under the other law: the announced one, or the one in force when the announced one was asked."""

    timeline: tuple[Stretch, ...] | None = None
    """The periods in which the answer is the same, where they were asked for."""

    @property
    def order(self) -> tuple[int, int, str]:
        """Answer where it comes when providers are listed: the gravest first, then the one with the least room."""
        room = self.requirement.headroom
        left = room.pupils if room and room.pupils is not None else 0
        return list(Requirement).index(self.requirement.requirement), left, self.provider.id


@dataclass(frozen=True, slots=True)
class RegistrationAnswer:
    """The answer for one provider, or for all that pupils are or may be placed with or that must register."""

    header: Header
    asked: tuple[Asked, ...]
    """Each provider, the gravest answer first."""

    one: bool
    """Whether one provider was asked about."""

    announced: bool = False
    """Whether the answers are those under the announced law."""

    left_out: tuple[str, ...] = ()
    """The providers left out, by their ids: nobody is or may be placed there on the day, and none must register."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind. What could not be read is no answer, unless it must register anyway."""
        answers = {each.requirement.requirement for each in self.asked}
        if self.unread and (not self.one or not answers & _WHATEVER_ELSE):
            return ExitStatus.UNREADABLE
        failed = any(severity.at_least(level) for answer, severity in _SEVERITIES.items() if answer in answers)
        return ExitStatus.FOUND if failed else ExitStatus.NOTHING_FOUND


FORMATS = Forms("registration", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
