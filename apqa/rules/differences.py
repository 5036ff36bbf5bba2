"""Where a self-assessment and the provider's record contradict each other (QF-53, QF-54)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.questions.assessments.current import counts
from apqa.questions.assessments.differences import (
    headcount_differences,
    later_headcount_differences,
    rating_differences,
    undeclared_changes,
)
from apqa.questions.assessments.stated import figure_differences
from apqa.questions.outcomes.stated import attendance_differences
from apqa.records.kinds import AUTHORITY, PLACEMENT, SELF_ASSESSMENT, TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.assessments.differences import Difference
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import SelfAssessment


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53", "QF-54"),
    basis="QF-54: what the provider says of itself is validated",
    remedy="Ask the provider. What it has, see, and record in its record; what it has not, record as the council's "
    "finding (council), or have the rating corrected.",
    rests_on=(SELF_ASSESSMENT,),
)
def rating_contradicts_record(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment rates a criterion as met of which the provider's record said otherwise that day.

    One of the two is wrong, and a pupil may be placed by either. The record is asked as `apqa check-provider` asks
    it, for the day of completion. That nothing is recorded contradicts nobody. Once the council has found that the
    criterion is not fully met, its finding counts.
    """
    return _faults(assessment, situation, rating_differences(assessment, situation))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-53",),
    basis="QF-53, Appendix A",
    remedy="Ask the provider which is right, and correct the record or have the self-assessment corrected.",
    rests_on=(SELF_ASSESSMENT,),
)
def figure_differs_from_record(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment states a fact that the provider's record has otherwise.

    Its place on the list, its last inspection, training, fire safety and accounts stand in both.
    """
    return _faults(assessment, situation, figure_differences(assessment, situation))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-10", "QF-53"),
    basis="Education Act 1996 s.463, which counts every pupil; Appendix A",
    remedy="Ask the provider how many there were, and correct the one that is wrong. Until then the one with more "
    "full-time pupils counts.",
    rests_on=(SELF_ASSESSMENT,),
)
def headcounts_of_one_day_differ(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment and the provider's record count other pupils on one and the same day.

    Whether registration is compulsory hangs on these numbers.
    """
    return _faults(assessment, situation, headcount_differences(assessment, situation))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-10", "QF-53"),
    basis="Education Act 1996 s.463, which counts every pupil; Appendix A",
    remedy="Ask the provider what has changed. Registration goes by the later count (`apqa registration`): record it "
    "in the provider's record as well (headcounts), or have the self-assessment corrected.",
    rests_on=(SELF_ASSESSMENT,),
)
def headcount_differs_from_record(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment counts pupils, on a later day, otherwise than the provider's record has them.

    Full-time pupils, those of them with an EHC plan or looked after, and pupils whose main education it is: whether
    registration is compulsory turns on them, and it goes by the later count. Pupils come and go, so both may be true;
    somebody must look before anybody places by the record.
    """
    return _faults(assessment, situation, later_headcount_differences(assessment, situation))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-37", "QF-53"),
    basis="QF-37, Appendix A",
    remedy="Ask the provider, and record what it declares (changes); or correct the day in its record.",
    rests_on=(SELF_ASSESSMENT,),
)
def change_not_declared(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment declares no changes, and the provider's record shows one since the one before.

    A provider tells of significant changes. Where it declares some, a person reads whether they are the same.
    """
    return _faults(assessment, situation, undeclared_changes(assessment, situation))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-52", "QF-53"),
    basis="QF-52, QF-53, Appendix A; local policy",
    remedy="Ask the provider how it counts; have the figure or the reports corrected, or waive the query and say why.",
    rests_on=(SELF_ASSESSMENT, PLACEMENT, TERMLY_REPORT, AUTHORITY),
)
def stated_attendance_differs(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment states another attendance for a year than the provider's own termly reports sum to.

    Both come from the provider. The figure may be of pupils whom others placed as well, or an average of percentages,
    which is no attendance; or one of the two is wrong. By how much they may differ is the council's to set.
    """
    return _faults(assessment, situation, attendance_differences(assessment, situation))


def _faults(assessment: SelfAssessment, situation: Situation, found: Iterable[Difference]) -> Iterator[Fault]:
    """Yield a fault for each difference of a provider's last self-assessment."""
    if counts(assessment, situation):
        for each in found:
            yield Fault(assessment, each.says, each.at, related=each.related, key=each.key)


DIFFERENCES = (
    rating_contradicts_record,
    figure_differs_from_record,
    stated_attendance_differs,
    headcounts_of_one_day_differ,
    headcount_differs_from_record,
    change_not_declared,
)
"""The rules that hold a self-assessment against the provider's record."""
