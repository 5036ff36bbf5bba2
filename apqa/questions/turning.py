"""Whether a record, once written, gives the registration question another answer (QF-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.registration import registration_requirement

if TYPE_CHECKING:
    from apqa.questions.registration import Requirement
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import SelfAssessment


def registration_with(assessment: SelfAssessment, situation: Situation) -> Requirement | None:
    """Answer what the law would ask of a provider on the day with a self-assessment written; none if as without it.

    A self-assessment declares pupils of all commissioners, and the question goes by the latest declaration.
    """
    provider = situation.records.provider(assessment.provider)
    if provider is None:
        return None
    before = registration_requirement(provider, situation).requirement
    after = registration_requirement(provider, situation.with_record(assessment)).requirement
    return after if after is not before else None
