"""A termly report (Appendix B): kept as records/termly-reports/<year>-<period>/<placement>.yaml."""

from typing import Self

from pydantic import model_validator

from apqa.records.base import Part, Record
from apqa.records.placement import Onward
from apqa.records.plan import Voice
from apqa.records.scalars import Count, Day, Hours, Text, Truth, refuse
from apqa.vocabulary.reporting import NextStep, Progress, ReportingPeriod, ReportJudgement, ReportStatus


class SessionCounts(Part):
    """Attendance in the period, in sessions (half days). Percentages are worked out, never written."""

    possible: Count
    """Sessions the pupil could have attended."""

    attended: Count
    """Sessions attended."""

    late: Count | None = None
    """Of the attended ones, sessions the pupil came late to."""

    authorised_absence: Count | None = None
    """Sessions missed with leave."""

    unauthorised_absence: Count | None = None
    """Sessions missed without leave."""

    provider_closed: Count | None = None
    """Sessions the provider could not offer."""

    last_daily_return: Day | None = None
    """The last day attendance was reported on the day (QF-52)."""

    @model_validator(mode="after")
    def _parts_fit_the_whole(self) -> Self:
        absences = (self.authorised_absence or 0) + (self.unauthorised_absence or 0)
        if self.attended + absences > self.possible:
            refuse("contradiction", "attended and absent sessions together are more than the possible ones")
        if (self.late or 0) > self.attended:
            refuse("contradiction", "more late sessions than attended ones")
        return self


class ObjectiveProgress(Part):
    """Progress on one objective of the plan (QF-06)."""

    objective: Text
    """The objective, as the plan has it."""

    baseline: Text | None = None
    """Where the pupil started."""

    position: Text | None = None
    """Where the pupil is now."""

    progress: Progress
    """How far that is."""

    next_step: Text | None = None
    """What comes next."""


class QualificationProgress(Part):
    """A qualification the pupil works towards."""

    title: Text
    """Its title."""

    awarding_body: Text | None = None
    """Who awards it."""

    entered: Truth | None = None
    """Whether the pupil is entered."""

    achieved: Truth | None = None
    """Whether it is achieved."""

    on: Day | None = None
    """The day it was achieved."""


class Engagement(Part):
    """Engagement and behaviour, in counts."""

    engagement: Count | None = None
    """From 1, hardly, to 4, fully."""

    incidents: Count | None = None
    """How many incidents were recorded."""

    physical_interventions: Count | None = None
    """How many times staff intervened physically."""

    sent_home: Count | None = None
    """How many times the pupil was sent home."""

    @model_validator(mode="after")
    def _engagement_is_on_the_scale(self) -> Self:
        if self.engagement is not None and not 1 <= self.engagement <= 4:  # noqa: PLR2004  Appendix B's scale
            refuse("out-of-range", "engagement is a number from 1 (hardly) to 4 (fully)")
        return self


class SafeguardingPassed(Part):
    """Whether a safeguarding concern was passed on. Never what it was."""

    raised: Truth
    """Whether a concern was raised in the period."""

    passed_on: Day | None = None
    """The day it was passed to the home school's designated safeguarding lead."""


class CommissionerReview(Part):
    """What the commissioner made of the report (QF-50)."""

    by: Text
    """Who reviewed it, by role."""

    on: Day
    """The day."""

    judgement: ReportJudgement
    """What was concluded."""

    actions: tuple[Text, ...] = ()
    """What is to be done."""

    escalated: Truth | None = None
    """Whether it was taken further (QF-51)."""


class TermlyReport(Record):
    """What the provider sends about a placement for a reporting period (QF-50, Appendix B).

    Kept as records/termly-reports/<year>-<period>/<placement>.yaml; the names of folder and file say which
    period and placement it is about.
    """

    status: ReportStatus
    """How far it has come."""

    submitted_on: Day | None = None
    """The day the provider sent it."""

    author_role: Text | None = None
    """Who wrote it, by role."""

    sessions: SessionCounts | None = None
    """Attendance, in sessions."""

    hours_a_week: Hours | None = None
    """Hours a week attended now, breaks included."""

    objectives: tuple[ObjectiveProgress, ...] = ()
    """Progress on each objective."""

    subjects: tuple[Text, ...] = ()
    """What was taught."""

    qualifications: tuple[QualificationProgress, ...] = ()
    """Qualifications the pupil works towards."""

    engagement: Engagement | None = None
    """Engagement and behaviour."""

    safeguarding: SafeguardingPassed | None = None
    """Whether a concern was passed on; no narrative."""

    risk_assessment_reviewed: Day | None = None
    """The day the provider last looked at the risk assessment (QF-31)."""

    pupil_voice: Voice | None = None
    """What the pupil says."""

    parent_contacted: Day | None = None
    """The day the parent or carer was last told of progress (QF-06)."""

    recommendation: NextStep | None = None
    """What the provider recommends."""

    proposed_end: Day | None = None
    """The end the provider proposes."""

    destination: Onward | None = None
    """Where the pupil went, in a final report."""

    review: CommissionerReview | None = None
    """What the commissioner made of it."""

    @model_validator(mode="after")
    def _sent_when_it_was_sent(self) -> Self:
        if self.status is not ReportStatus.DRAFT and self.submitted_on is None:
            refuse("contradiction", f"it is {self.status}, so say when it was submitted: submitted_on")
        return self

    @property
    def placement(self) -> str:
        """Answer the id of the placement it is about."""
        return self.id.rpartition("/")[2]

    @property
    def year(self) -> str:
        """Answer the academic year it is about."""
        return self.id[:7]

    @property
    def period(self) -> ReportingPeriod:
        """Answer the reporting period it is about."""
        return ReportingPeriod(self.id[8:].partition("/")[0])

    @property
    def is_received(self) -> bool:
        """Answer whether the provider has sent it."""
        return self.status is not ReportStatus.DRAFT

    def missing(self) -> tuple[str, ...]:
        """Answer what it lacks to be complete: attendance, at least one objective, the pupil's voice (QF-07, QF-50)."""
        parts = (
            ("attendance in sessions", self.sessions),
            ("progress on at least one objective", self.objectives),
            ("the pupil's voice", self.pupil_voice),
        )
        return tuple(name for name, part in parts if not part)
