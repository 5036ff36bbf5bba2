"""By when every listed provider assesses itself again (QF-53, Appendix A)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import due_again
from apqa.questions.due.asking import at_the_provider
from apqa.questions.due.duty import Duty, dated
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
            yield _duty(provider, found, situation)


def _duty(provider: Provider, found: NextSelfAssessment, situation: Situation) -> Duty:
    duty = Duty(
        kind=DutyKind.SELF_ASSESSMENT,
        key=f"provider/{provider.id}/self_assessment",
        title="Self-assessment",
        due=found.due,
        state=DutyState.DUE,
        owes=Owes.PROVIDER,
        ask=at_the_provider(provider.id, situation),
        clause="QF-53",
        basis="QF-53, Appendix A",
        record=provider,
        at=("listing",),
        provider=provider.id,
        says=found.says,
    )
    timed = dated(duty, situation)
    waits = found.is_returned and timed.state is not DutyState.OVERDUE
    return replace(timed, state=DutyState.RETURNED) if waits else timed
