"""Desk-top audits: that they come round, what they looked at, and what went to senior management (QF-51)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.due.audits import next_audit
from apqa.records.kinds import AUTHORITY, PROVIDER, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-51",),
    basis="QF-51; local policy",
    remedy="Meet the provider over its information, and record it as a visit of the type desk_top_audit.",
    rests_on=(VISIT, AUTHORITY),
)
def desk_top_audit_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider's information has not been gone through again within the cycle.

    The framework asks for regular desk-top audits and sets no period: apqa takes four months until the council sets
    its own, and asks for none where there never was one and the council has set nothing.
    """
    found = next_audit(provider, situation)
    if found is not None and found.due < situation.on:
        yield Fault(provider, f"{found.says}; the next was due by {plain(found.due)}", ("listing",))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-51",),
    basis="QF-51",
    remedy="Record each kind of information that was gone through (information), and what it showed.",
)
def audit_without_information(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A desk-top audit does not say what was looked at.

    An audit of the information is worth as much as the information it went through: without it nobody can tell later
    what was known.
    """
    is_audit = visit.type is VisitType.DESK_TOP_AUDIT and visit.status is VisitStatus.DONE
    if is_audit and not visit.information and visit.on <= situation.on:
        yield Fault(visit, f"held on {plain(visit.on)}; what was looked at is not recorded", ("type",))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-51",),
    basis="QF-51",
    remedy="Record the issues (taken_to_senior_management) and the day they were taken up (senior_management_told).",
)
def issue_taken_up_in_part(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """What went to senior management is recorded without its day, or the day without what it was.

    If necessary, issues go to senior management. Of a visit on site the note says what they were; of a desk-top audit
    it has to be said.
    """
    told, issues = visit.senior_management_told, visit.taken_to_senior_management
    if issues and told is None:
        said = "issues for senior management are recorded, and not on which day they were taken up"
        yield Fault(visit, said, ("taken_to_senior_management",))
    elif told and not issues and told <= situation.on and visit.type is VisitType.DESK_TOP_AUDIT:
        said = f"senior management was told on {plain(told)}; of what is not recorded"
        yield Fault(visit, said, ("senior_management_told",))
    elif visit.senior_management_decided and not issues and told is None:
        said = "what senior management decided is recorded, and neither what was taken to it nor on which day"
        yield Fault(visit, said, ("senior_management_decided",))
