"""The answer to "how does the provider see itself, and is it so?", and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.questions.assessments.ratings import action_is_open
from apqa.rules.differences import DIFFERENCES

if TYPE_CHECKING:
    from datetime import date

    from apqa.display.answer import Header
    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding
    from apqa.questions.assessments.current import DueAgain
    from apqa.questions.assessments.figures import Figure
    from apqa.questions.assessments.ratings import Rated, RatingSheet
    from apqa.questions.assessments.receipt import Handled
    from apqa.records.provider import Provider

_DIFFERENCES = frozenset(rule.name for rule in DIFFERENCES)


class Outcome(StrEnum):
    """What the answer comes to."""

    TO_PUT_RIGHT = "to_put_right"
    """Something is to be put right, or one is overdue."""

    CANNOT_TELL = "cannot_tell"
    """A record it may rest on cannot be read."""

    WITH_QUERIES = "with_queries"
    """Somebody has to amend a record, or to give a reason."""

    IN_ORDER = "in_order"
    NONE = "none"
    """There is no self-assessment, and none is overdue."""


@dataclass(frozen=True, slots=True)
class SelfAssessmentAnswer:
    """A provider's self-assessment for a year, and all there is to say of it on a day."""

    header: Header
    provider: Provider
    year: str
    """The year asked about, or that of the last one completed by the day."""

    sheet: RatingSheet | None
    """Its criteria; none where there was no self-assessment for the year by the day."""

    figures: tuple[Figure, ...]
    """Its figures, beside those of the year before."""

    handled: Handled | None
    """How far the council has come with it; none where there is none."""

    due: DueAgain
    """When the next one is due."""

    counting: str
    """The year of the one that counts on the day; empty where there is none."""

    completed_later: date | None
    """The day the one of the year was completed, where that is after the day asked about."""

    found: Findings
    """What `apqa check` finds in it, and of its being due."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    @property
    def discrepancies(self) -> tuple[Finding, ...]:
        """Answer where it contradicts the provider's record, the worst first."""
        return tuple(each for each in self.found.worst_first if each.rule in _DIFFERENCES)

    @property
    def others(self) -> tuple[Finding, ...]:
        """Answer what else was found, the worst first."""
        return tuple(each for each in self.found.worst_first if each.rule not in _DIFFERENCES)

    @property
    def promised(self) -> tuple[Rated, ...]:
        """Answer the criteria with an action that is neither done nor overdue, the first to fall due first."""
        rated, on = (self.sheet.rated if self.sheet else ()), self.header.on
        dated = [(each.action.due, each.code, each) for each in rated if each.action and on and _is_to_come(each, on)]
        return tuple(each for _, _, each in sorted(dated, key=lambda one: one[:2]))

    @property
    def outcome(self) -> Outcome:
        """Answer what it comes to: the gravest finding that stands decides, and what cannot be read leaves it open."""
        severities = {each.severity for each in self.found.standing}
        if any(each.at_least(Severity.CONCERN) for each in severities):
            return Outcome.TO_PUT_RIGHT
        if self.unread:
            return Outcome.CANNOT_TELL
        if severities:
            return Outcome.WITH_QUERIES
        return Outcome.IN_ORDER if self.sheet else Outcome.NONE

    @property
    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind. While a record cannot be read, there is no whole answer."""
        return ExitStatus.UNREADABLE if self.unread else self.found.exit_status


def _is_to_come(rated: Rated, on: date) -> bool:
    """Answer whether an action is open, and not overdue."""
    return rated.rating is not None and action_is_open(rated.rating, on) and not rated.overdue


FORMATS = Forms("self_assessment", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
