"""Self-assessments: that there is one, whole and declared true, and what became of what it promises (QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.criteria import criterion
from apqa.guidance.days import plain
from apqa.questions.assessments.current import counts, year_before
from apqa.questions.assessments.ratings import SHORT, action_is_overdue, effective, rating_sheet
from apqa.questions.due.self_assessments import next_self_assessment
from apqa.questions.school_days import academic_year
from apqa.records.kinds import AUTHORITY, PROVIDER, SELF_ASSESSMENT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53, Appendix A",
    remedy="Ask the provider for it.",
    rests_on=(SELF_ASSESSMENT, AUTHORITY),
)
def no_self_assessment(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A listed provider has not completed a self-assessment within the cycle.

    Every listed provider completes one every year.
    """
    found = next_self_assessment(provider, situation)
    if found is not None and found.due < situation.on:
        yield Fault(provider, f"{found.says}; due by {plain(found.due)}", ("listing",))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53",
    remedy="Ask the provider to declare it, or return the form.",
)
def self_assessment_not_declared_true(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A self-assessment is not declared true.

    The council relies on it between visits.
    """
    if not assessment.true_statement and assessment.completed_on <= situation.on:
        yield Fault(
            assessment, f"completed on {plain(assessment.completed_on)}, and not declared true", ("true_statement",)
        )


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-53",),
    basis="QF-53",
    remedy="Correct the day, or move the file to the year it is of: what falls due next counts from the day.",
)
def self_assessment_of_another_year(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A self-assessment was completed in another school year than the one it is filed under.

    One year would be shown without one, and another's set beside the wrong year's.
    """
    year = academic_year(assessment.completed_on)
    if year != assessment.year and assessment.completed_on <= situation.on:
        said = f"completed on {plain(assessment.completed_on)}, in {year}; it is filed under {assessment.year}"
        yield Fault(assessment, said, ("completed_on",))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53", "QF-A"),
    basis="QF-53, Appendix A; voluntary national standards for non-school alternative provision (August 2025)",
    remedy="Return it to the provider for what is missing. What does not apply is rated not_applicable, with why.",
    rests_on=(SELF_ASSESSMENT,),
)
def incomplete_self_assessment(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment leaves out criteria that were in force on the day it was completed.

    What is not rated is neither met nor short of it: nobody has looked. Each criterion is rated, if only as not
    applicable with the reason.
    """
    if not counts(assessment, situation):
        return
    if unrated := rating_sheet(assessment, situation).unrated:
        number = "1 criterion is" if len(unrated) == 1 else f"{len(unrated)} criteria are"
        yield Fault(assessment, f"{number} not rated: {', '.join(unrated)}", ("ratings",))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-53", "QF-A"),
    basis="QF-53, Appendix A",
    remedy="Correct the day it was completed, or leave the rating out.",
    rests_on=(SELF_ASSESSMENT,),
)
def criterion_not_in_force(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment rates a criterion that was not in force on the day it was completed.

    Either the day is wrong, or the form was one of another year.
    """
    if not counts(assessment, situation):
        return
    for each in rating_sheet(assessment, situation).rated:
        if each.criterion and not each.asked:
            since = each.criterion.in_force_from
            when = f"in force only from {plain(since)}" if since else "not in force"
            said = f"'{each.criterion.title}' is {when}; it was completed on {plain(assessment.completed_on)}"
            yield Fault(assessment, said, ("ratings", each.code))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-53", "QF-54"),
    basis="QF-53, QF-54",
    remedy="Ask the provider what shows it, and record the reference; or have it rated otherwise.",
    rests_on=(SELF_ASSESSMENT,),
)
def rating_without_evidence(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment rates criteria as met and names nothing that shows it.

    A visit validates what a provider says of itself, and must know what to look at. What the council has checked
    already needs no more.
    """
    if not counts(assessment, situation):
        return
    bare = [
        each.code
        for each in rating_sheet(assessment, situation).rated
        if each.rating and each.rating.rating is Rating.MET and not each.rating.evidence and not each.council
    ]
    if bare:
        yield Fault(assessment, f"rated met, without evidence: {', '.join(bare)}", ("ratings", bare[0]))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-53", "QF-58"),
    basis="QF-53, QF-58",
    remedy="Ask whether it was done: record the day (action: done_on), or what the council found (council).",
    rests_on=(SELF_ASSESSMENT,),
)
def self_assessment_action_overdue(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """An action that the last self-assessment promises is past its day, and nothing is recorded of it.

    The provider itself set the day. Nobody knows whether the criterion is met by now.
    """
    if not counts(assessment, situation):
        return
    for code, rating in assessment.ratings.items():
        if rating.action and action_is_overdue(rating, situation.on):
            what, due = rating.action.what.rstrip(". "), plain(rating.action.due)
            said = f"{what}: due on {due} from {rating.action.owner}, and not recorded as done"
            yield Fault(assessment, said, ("ratings", code, "action", "due"), key=code)


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53", "QF-58", "QF-59"),
    basis="QF-58, QF-59",
    remedy="Agree an action plan with the provider, or record why another year is right (as a waiver).",
    rests_on=(SELF_ASSESSMENT,),
)
def criterion_still_not_met(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A criterion is short of met again, after the day by which the self-assessment before promised to put it right.

    What a provider promises itself, and does not bring about, is not put right by promising it once more.
    """
    before = year_before(assessment.provider, assessment.year, situation)
    if before is None or not counts(assessment, situation):
        return
    for code, rating in assessment.ratings.items():
        earlier = before.ratings.get(code)
        action, now = earlier.action if earlier else None, effective(rating, situation.on)
        if earlier is None or action is None or now not in SHORT or effective(earlier, situation.on) not in SHORT:
            continue
        if action.due <= assessment.completed_on:
            known = criterion(code)
            said = f"'{known.title if known else code}' is {now.value.replace('_', ' ')} again; the self-assessment"
            promised = f"{said} {before.year} promised for {plain(action.due)}: {action.what}"
            related = ((before, ("ratings", code, "action", "due")),)
            yield Fault(assessment, promised, ("ratings", code, "rating"), related=related, key=code)
