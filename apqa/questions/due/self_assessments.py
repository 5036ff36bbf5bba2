"""By when every listed provider assesses itself again (QF-53, Appendix A)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import due_again
from apqa.questions.due.asking import at_the_provider
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.vocabulary.due import DutyKind, DutyState, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class NextSelfAssessment:
    """The next self-assessment of a listed provider."""

    due: date
    """The last day on which it is in time."""

    says: str
    """When the last was, or since when the provider is listed."""

    is_returned: bool
    """Whether the provider has sent one and has it back for correction."""


def next_self_assessment(provider: Provider, situation: Situation) -> NextSelfAssessment | None:
    """Answer by when a listed provider's next self-assessment is due, and since when that counts; none if none is.

    A cycle after the last one, or after it came onto the list where there is none since. One that the council has
    returned does not count. None is asked of a provider the council has exempted (`reports_not_asked`).
    """
    due = due_again(provider, situation)
    if due.by is None or due.since is None:
        return None
    says = f"the last is of {plain(due.last)}" if due.last else f"none since it was listed on {plain(due.since)}"
    if due.returned is not None:
        says += f"; that of {plain(due.returned)} was returned"
    return NextSelfAssessment(due.by, says, due.returned is not None)


def self_assessment_duties(situation: Situation) -> Iterator[Duty]:
    """Answer the self-assessments that fall due: one a year of every listed provider (QF-53)."""
    for provider in situation.records.providers:
        found = next_self_assessment(provider, situation)
        if found is not None:
            yield _of_provider(provider, found, situation)


def _of_provider(provider: Provider, found: NextSelfAssessment, situation: Situation) -> Duty:
    """Answer the duty of the next self-assessment; one that was returned is shown as such until its day has passed."""
    day = Day(
        DutyKind.SELF_ASSESSMENT,
        Owes.PROVIDER,
        f"provider/{provider.id}/self_assessment",
        "Self-assessment",
        found.due,
        "QF-53",
        "QF-53, Appendix A",
        ("listing",),
        found.says,
    )
    duty = duty_on(day, provider, provider.id, at_the_provider(provider.id, situation), situation)
    waits = found.is_returned and duty.state is not DutyState.OVERDUE
    return replace(duty, state=DutyState.RETURNED) if waits else duty
