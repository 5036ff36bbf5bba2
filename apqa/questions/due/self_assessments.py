"""By when every listed provider assesses itself again (QF-53, Appendix A)."""

from __future__ import annotations

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


def next_self_assessment(provider: Provider, situation: Situation) -> tuple[date, str] | None:
    """Answer by when a listed provider's next self-assessment is due, and since when that counts; none if none is.

    A cycle after the last one, or after it was listed where there is none. None is asked of a provider the council
    has exempted (`reports_not_asked`).
    """
    due = due_again(provider, situation)
    if due.by is None or due.since is None:
        return None
    none = f"none since it was listed on {plain(due.since)}"
    return due.by, f"the last is of {plain(due.last)}" if due.last else none


def self_assessment_duties(situation: Situation) -> Iterator[Duty]:
    """Answer the self-assessments that fall due: one a year of every listed provider (QF-53)."""
    for provider in situation.records.providers:
        found = next_self_assessment(provider, situation)
        if found is not None:
            due, says = found
            duty = Duty(
                kind=DutyKind.SELF_ASSESSMENT,
                key=f"provider/{provider.id}/self_assessment",
                title="Self-assessment",
                due=due,
                state=DutyState.DUE,
                owes=Owes.PROVIDER,
                ask=at_the_provider(provider.id, situation),
                clause="QF-53",
                basis="QF-53, Appendix A",
                record=provider,
                at=("listing",),
                provider=provider.id,
                says=says,
            )
            yield dated(duty, situation)
