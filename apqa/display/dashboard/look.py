"""What the dashboard shows: the answers of other commands, put side by side. Nothing is worked out here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import unnamed
from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.display.answer import Header
    from apqa.display.due.answer import DueAnswer
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.display.registration.answer import RegistrationAnswer
    from apqa.questions.checks.verdict import Verdict
    from apqa.questions.due.duty import Duty
    from apqa.questions.escalation.reached import Reached

WAITING = (DutyState.RETURNED, DutyState.INCOMPLETE)
"""The states in which something came and is not settled."""


@dataclass(frozen=True, slots=True)
class Stands:
    """How one provider stands on the day."""

    provider: str
    name: str
    reached: Reached
    listed: str
    """Where it stands with the approved list, in words."""

    verdict: Verdict
    """What `apqa check-provider` answers."""

    stops: tuple[str, ...]
    """The checks that speak against a placement, by their titles."""

    in_use: bool
    """Whether pupils are or may be placed there."""

    unread: bool = False
    """Whether an action plan that may be about it cannot be read, so that nobody can tell at which step it is."""
    called: tuple[str, ...] = ()
    """What in the records calls for a further step, in sentences, as `apqa escalation` says it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the dashboard is made of."""

    header: Header
    on: date
    council: str
    within: int
    """How many days ahead count as what is due now."""

    due: DueAnswer
    """What `apqa due` answers for so many days."""

    every: tuple[Duty, ...]
    """Everything with a day, however far off."""

    providers: tuple[Stands, ...]
    registration: RegistrationAnswer
    year: str
    """The academic year whose outcomes are shown: the last one that is over."""

    outcomes: OutcomesAnswer | None
    """What `apqa outcomes --publish` answers for it; none where nothing may be put together."""

    unread: tuple[str, ...] = ()
    """The records that could not be read."""

    warning: int = 0
    """How many days before its day something counts as due."""

    under_git: bool = False
    """Whether git keeps the records."""

    changed: bool = False
    """Whether something of the records is not in the commit the header names."""

    def named(self, provider: str) -> str:
        """Name a provider; what is about none is the council's."""
        return unnamed(self.due.names.get(provider, provider)) if provider else "The council"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things stand in which way."""

    overdue: int
    cannot_tell: int
    waiting: int
    due: int

    @property
    def whole(self) -> int:
        """Answer how many there are together."""
        return self.overdue + self.cannot_tell + self.waiting + self.due


def counted(duties: Iterable[Duty]) -> Counted:
    """Count duties by how they stand, what is settled left out."""
    states = Counter(duty.state for duty in duties)
    return Counted(
        overdue=states[DutyState.OVERDUE],
        cannot_tell=states[DutyState.CANNOT_TELL],
        waiting=sum(states[each] for each in WAITING),
        due=states[DutyState.DUE] + states[DutyState.NOT_YET_DUE],
    )


def grouped(duties: Iterable[Duty], by: str) -> dict[str, list[Duty]]:
    """Put duties together that are alike in one thing, such as `kind`, in the order in which they come."""
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(str(getattr(duty, by)), []).append(duty)
    return groups


def reports(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Answer the duties that are termly reports of a period."""
    return tuple(each for each in duties if each.kind is DutyKind.TERMLY_REPORT)
