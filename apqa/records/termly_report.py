"""A termly report (Appendix B): kept as records/termly-reports/<year>-<period>/<placement>.yaml."""

from collections.abc import Iterator
from datetime import date

from apqa.records.base import Part, Record
from apqa.records.destination import Achievement, Onward
from apqa.records.following import Voice
from apqa.records.progress import Engagement, Learning, ObjectiveProgress, QualificationProgress
from apqa.records.scalars import Count, Day, Hours, Text, Truth
from apqa.records.truths import Untruth, days_at, truth, untrue
from apqa.vocabulary.reporting import NextStep, PassedTo, ReportingPeriod, ReportJudgement, ReportStatus


class SessionCounts(Part):
    """Attendance in the period, in sessions (half days) (QF-50, QF-52). Percentages are worked out, never written."""

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

    unknown: Count | None = None
    """Sessions of which nobody noted whether the pupil was there (Appendix B)."""

    provider_closed: Count | None = None
    """Sessions the provider could not offer."""

    last_daily_return: Day | None = None
    """The last day attendance was reported on the day (QF-52)."""

    pattern: Text | None = None
    """What stands out in it, such as a day of the week (Appendix B)."""

    @truth
    def _parts_fit_the_whole(self) -> Iterator[Untruth]:
        missed = (self.authorised_absence or 0) + (self.unauthorised_absence or 0) + (self.unknown or 0)
        if self.attended + missed > self.possible:
            yield untrue("attended, absent and unknown sessions together are more than the possible ones", "attended")
        if (self.late or 0) > self.attended:
            yield untrue("more late sessions than attended ones", "late")


class SafeguardingPassed(Part):
    """Whether a safeguarding concern was passed on (QF-35, QF-B). Never what it was."""

    raised: Truth
    """Whether a concern was raised in the period."""

    passed_on: Day | None = None
    """The day it was passed on, to the home school's designated safeguarding lead where `passed_to` names nobody."""

    passed_to: PassedTo | None = None
    """Whom it was passed on to, first where there were several; nobody's name (QF-36)."""

    @truth
    def _passes_on_what_was_raised(self) -> Iterator[Untruth]:
        if not self.raised and self.passed_on is not None:
            yield untrue(f"no concern was raised, and one was passed on on {self.passed_on}", "passed_on")
        if not self.raised and self.passed_to is not None:
            yield untrue("no concern was raised, and it says to whom one was passed on", "passed_to")


class Partners(Part):
    """Who else was in touch in the period (QF-36, QF-B). Who it was stands in no record (Appendix B)."""

    school: tuple[Day, ...] = ()
    """The days the home school was in touch."""

    social_worker: Truth | None = None
    """Whether an allocated social worker was."""

    virtual_school: Truth | None = None
    """Whether the Virtual School was."""

    youth_justice: Truth | None = None
    """Whether the youth justice service was."""

    mental_health: Truth | None = None
    """Whether child and adolescent mental health services were."""

    meeting_on: Day | None = None
    """The day of the review of the personal education plan, or of the annual review."""

    contributed: Truth | None = None
    """Whether the provider contributed to that review."""


class Reintegration(Part):
    """How far the way back to school or onward has come (QF-07, Appendix B)."""

    planned: Truth
    """Whether there is a plan for it."""

    stage: Text | None = None
    """Which stage of it is reached."""

    on: Day | None = None
    """The day that stage was reached."""

    barriers: tuple[Text, ...] = ()
    """What stands in its way."""

    @truth
    def _a_stage_is_one_of_a_plan(self) -> Iterator[Untruth]:
        for name in ("stage", "on"):
            if not self.planned and getattr(self, name) is not None:
                yield untrue("nothing is planned, and a stage of it is reached", name)


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


_ANSWERED = frozenset({ReportStatus.ACCEPTED, ReportStatus.RETURNED})

_WAS = (
    ("sessions", "last_daily_return"),
    ("qualifications", "on"),
    ("achievements", "on"),
    ("risk_assessment_reviewed",),
    ("risk_assessment_shared",),
    ("pupil_voice", "on"),
    ("parent_contacted",),
    ("partners", "school"),
    ("reintegration", "on"),
)
"""The days of what was over when the report was sent."""

KNOWN_LATER = (
    ("safeguarding", "passed_on"),
    ("destination", "after_6_weeks", "checked_on"),
    ("destination", "after_12_weeks", "checked_on"),
)
"""The days of what may come about, and be written down, after the report was sent."""


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
    """Hours a week attended now, breaks included. What was agreed stands in the placement."""

    objectives: tuple[ObjectiveProgress, ...] = ()
    """Progress on each objective."""

    subjects: tuple[Text, ...] = ()
    """What was taught."""

    learning: Learning | None = None
    """The level in English and mathematics, and what was missed."""

    qualifications: tuple[QualificationProgress, ...] = ()
    """Qualifications the pupil works towards."""

    achievements: tuple[Achievement, ...] | None = None
    """What the pupil achieved in the period (QF-07). An empty list says that it was nothing; left out, nobody said."""

    engagement: Engagement | None = None
    """Engagement and behaviour."""

    safeguarding: SafeguardingPassed | None = None
    """Whether a concern was passed on; no narrative."""

    risk_assessment_reviewed: Day | None = None
    """The day the provider last looked at the risk assessment (QF-31)."""

    risk_assessment_changed: Truth | None = None
    """Whether it was changed then (Appendix B)."""

    risk_assessment_shared: Day | None = None
    """The day it was shared with the commissioner (Appendix B)."""

    pupil_voice: Voice | None = None
    """What the pupil says."""

    parent_contacted: Day | None = None
    """The day the parent or carer was last told of progress (QF-06)."""

    parent_view: Text | None = None
    """What the parent or carer thinks of it, so that it identifies nobody (Appendix B)."""

    partners: Partners | None = None
    """Who else was in touch."""

    reintegration: Reintegration | None = None
    """How far the way back to school or onward has come."""

    recommendation: NextStep | None = None
    """What the provider recommends."""

    proposed_end: Day | None = None
    """The end the provider proposes."""

    destination: Onward | None = None
    """Where the pupil went, in a final report."""

    review: CommissionerReview | None = None
    """What the commissioner made of it."""

    @truth
    def _sent_when_it_was_sent(self) -> Iterator[Untruth]:
        if self.status is not ReportStatus.DRAFT and self.submitted_on is None:
            yield untrue(f"it is {self.status}, so say when it was submitted: submitted_on", "status")
        if self.status is ReportStatus.DRAFT and self.submitted_on is not None:
            yield untrue(f"it is a draft, and it was submitted on {self.submitted_on}: say its status", "status")

    @truth
    def _tells_of_what_was(self) -> Iterator[Untruth]:
        for at, day in days_at(self, _WAS) if self.submitted_on else ():
            if self.submitted_on and day > self.submitted_on:
                yield untrue(f"{day} is after the report was sent, on {self.submitted_on}: correct one of the two", *at)

    @truth
    def _is_reviewed_once_it_is_there(self) -> Iterator[Untruth]:
        if self.status is ReportStatus.ACCEPTED and self.review is None:
            yield untrue("it is accepted, so say by whom, when and with what judgement: review", "status")
        # A report that was returned and sent again keeps its review until the next one.
        if self.status in _ANSWERED and self.review and self.submitted_on and self.review.on < self.submitted_on:
            said = f"it was reviewed on {self.review.on}, before it was submitted on {self.submitted_on}"
            yield untrue(said, "review", "on")

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
    def term(self) -> str:
        """Answer year and period in one, as the folder has them: "2026-27-autumn"."""
        return self.id.partition("/")[0]

    @property
    def is_received(self) -> bool:
        """Answer whether the provider has sent it."""
        return self.status is not ReportStatus.DRAFT

    def is_sent(self, on: date) -> bool:
        """Answer whether the provider had sent it by the day."""
        return self.submitted_on is not None and self.submitted_on <= on

    def missing(self) -> tuple[str, ...]:
        """Answer what it lacks to be complete: attendance, at least one objective, the pupil's voice (QF-07, QF-50)."""
        parts = (
            ("attendance in sessions", self.sessions),
            ("progress on at least one objective", self.objectives),
            ("the pupil's voice", self.pupil_voice),
        )
        return tuple(name for name, part in parts if not part)
