"""The boxes of the termly report (Appendix B): all that the provider answers, and nothing of what the council does.

Whoever changes a box raises the version: a form that is with a provider then is told from the new one.
"""

from __future__ import annotations

from typing import Any

from apqa.forms.filling.box import Box, Form, Page, Table
from apqa.forms.filling.derived import box
from apqa.forms.termly_report.says import SENT_ON, TERMLY_REPORT_SAYS
from apqa.records.destination import Achievement
from apqa.records.progress import IncidentCount, ObjectiveProgress, QualificationProgress, WellbeingMeasure
from apqa.records.termly_report import TermlyReport

VERSION = 2

NOT_THE_PROVIDERS = frozenset({"status", "submitted_on", "review", "identifies_nobody", "local"})
"""Fields of the report that no box is for: what the commissioner says, the day of sending, and the council's own."""

_NOBODY = "Write so that nobody can be recognised."


def _box(key: str, title: str, help_text: str = "", **more: Any) -> Box:
    return box(TermlyReport, key, title, help_text, **more)


_ATTENDANCE = Page(
    "Attendance",
    "In sessions (half days) of this term. Percentages are worked out for you and are not asked for.",
    (
        _box("sessions.possible", "Sessions possible"),
        _box("sessions.attended", "Sessions attended"),
        _box("sessions.late", "Late", "Of the sessions attended, those the pupil came late to."),
        _box("sessions.authorised_absence", "Authorised absence"),
        _box("sessions.unauthorised_absence", "Unauthorised absence"),
        _box("sessions.unknown", "Not known", "Sessions of which nobody noted whether the pupil was there."),
        _box("sessions.provider_closed", "You were closed", "Sessions you could not offer."),
        _box("sessions.last_daily_return", "Last daily return", "The last day you told the school of attendance."),
        _box("sessions.pattern", "Pattern", f"What stands out, such as one day of the week. {_NOBODY}"),
        _box("hours_a_week", "Hours a week now", "Hours a week attended now, breaks included, such as 17.5."),
    ),
)

_OBJECTIVES = Table(
    "Objectives",
    "Every objective of the pupil's plan. Say how far the pupil is; add others below the last one.",
    ("objectives",),
    "Objective",
    (
        box(ObjectiveProgress, "objective", "Objective", given=True),
        box(
            ObjectiveProgress,
            "reference",
            "Plan reference",
            "The outcome of the EHC plan, or target of the PEP, that it serves.",
            given=True,
        ),
        box(ObjectiveProgress, "baseline", "Starting point", given=True),
        box(ObjectiveProgress, "measure", "How it is measured", given=True),
        box(ObjectiveProgress, "position", "Where the pupil is now", f"In a sentence. {_NOBODY}"),
        box(ObjectiveProgress, "progress", "Progress", "How far that is. An objective counts once this is said."),
        box(ObjectiveProgress, "next_step", "Next step"),
    ),
    spare=2,
)

_LEARNING = Page(
    "Learning",
    "What was taught, and the level the pupil works at.",
    (
        _box("subjects", "Subject", "What was taught, one subject in each box.", several=6),
        _box("learning.english.baseline", "English at the start"),
        _box("learning.english.now", "English now"),
        _box("learning.english.tool", "English assessed by"),
        _box("learning.maths.baseline", "Maths at the start"),
        _box("learning.maths.now", "Maths now"),
        _box("learning.maths.tool", "Maths assessed by"),
        _box("learning.missed", "Curriculum missed"),
        _box("learning.remote_share", "Per cent online", "How much is online or homework: 20 for 20 per cent."),
        _box(
            "achievements",
            "Anything achieved?",
            "Yes: list it under Achievements. No: nothing was achieved this term. Empty: not said.",
            asks_whether=True,
        ),
    ),
)

_QUALIFICATIONS = Table(
    "Qualifications",
    "Qualifications the pupil works towards, one in each row.",
    ("qualifications",),
    "Qualification",
    (
        box(QualificationProgress, "title", "Title"),
        box(QualificationProgress, "awarding_body", "Awarding body"),
        box(QualificationProgress, "level", "Level"),
        box(QualificationProgress, "entered", "Entered?"),
        box(QualificationProgress, "units_done", "Units done"),
        box(QualificationProgress, "predicted", "Predicted result"),
        box(QualificationProgress, "achieved", "Achieved?"),
        box(QualificationProgress, "on", "Achieved on"),
    ),
    spare=2,
)

_ACHIEVEMENTS = Table(
    "Achievements",
    "What the pupil achieved this term, one thing in each row: an award, a target reached, a first.",
    ("achievements",),
    "Achievement",
    (
        box(Achievement, "what", "What was achieved", f"A qualification, an award, a target reached. {_NOBODY}"),
        box(Achievement, "on", "On"),
    ),
    spare=2,
)

_ENGAGEMENT = Page(
    "Engagement and safety",
    "Numbers only. Never write what happened, or to whom: tell the school's safeguarding lead instead.",
    (
        _box("engagement.engagement", "Engagement", "From 1, hardly, to 4, fully."),
        _box("engagement.positive", "What went well", f"In a sentence. {_NOBODY}"),
        _box("engagement.incidents", "Incidents"),
        _box("engagement.physical_interventions", "Physical interventions"),
        _box("engagement.sent_home", "Sent home"),
        _box(
            "safeguarding.raised",
            "Safeguarding concern?",
            "Whether one was raised this term. Only yes or no: never write here what it was.",
        ),
        _box("safeguarding.passed_on", "Concern passed on", "The day you told somebody who must act on it."),
        _box("safeguarding.passed_to", "Passed on to", "Whom you told. Left empty: the school's safeguarding lead."),
        _box("risk_assessment_reviewed", "Risk assessment looked at", "The day you last looked at it."),
        _box("risk_assessment_changed", "Risk assessment changed?"),
        _box("risk_assessment_shared", "Risk assessment shared", "The day you gave it to the school or council."),
    ),
)

_INCIDENTS = Table(
    "Incidents by type",
    "How many incidents of each type there were. A number, and never what happened.",
    ("engagement", "incidents_by_type"),
    "Type of incident",
    (
        box(IncidentCount, "type", "Type", "Such as: leaving the site. Never what happened, or to whom."),
        box(IncidentCount, "number", "How many"),
    ),
    spare=3,
)

_MEASURES = Table(
    "Wellbeing measures",
    "Measures of social, emotional and mental health you use, such as SDQ or Boxall.",
    ("engagement", "measures"),
    "Measure",
    (
        box(WellbeingMeasure, "tool", "Measure"),
        box(WellbeingMeasure, "before", "At the start"),
        box(WellbeingMeasure, "now", "Now"),
    ),
    spare=2,
)

_VOICE = Page(
    "Pupil and family",
    "What the pupil says of the placement. The report is incomplete without it; that a pupil declined is an answer.",
    (
        _box("pupil_voice.on", "Pupil heard on"),
        _box("pupil_voice.method", "Heard how", "How the pupil was heard; that the pupil declined is an answer, too."),
        _box("pupil_voice.says", "The pupil says", f"What the pupil said. {_NOBODY}"),
        _box("pupil_voice.works", "What works", "What goes well, in the pupil's eyes."),
        _box("pupil_voice.does_not_work", "What does not", "What does not go well, in the pupil's eyes."),
        _box("pupil_voice.wants_next", "What the pupil wants next"),
        _box("pupil_voice.own_words", "In own words?", "Whether this is said in the pupil's own words."),
        _box("parent_contacted", "Parent or carer told", "The day the parent or carer was last told of progress."),
        _box("parent_view", "Parent's or carer's view", f"What they think of it. {_NOBODY}"),
    ),
)

_PARTNERS = Page(
    "Partners",
    "Who else was in touch this term: days, yes or no, and never who it was.",
    (
        _box("partners.school", "School in touch", "A day the home school was in touch, one in each box.", several=4),
        _box("partners.social_worker", "Social worker?", "Whether an allocated social worker was in touch."),
        _box("partners.virtual_school", "Virtual School?", "Whether the Virtual School was in touch."),
        _box("partners.youth_justice", "Youth justice?", "Whether the youth justice service was in touch."),
        _box("partners.mental_health", "CAMHS?", "Whether child and adolescent mental health services were in touch."),
        _box("partners.meeting_on", "PEP or annual review"),
        _box("partners.contributed", "You contributed?", "Whether you contributed to that review."),
    ),
)

_NEXT = Page(
    "Next steps",
    "The way back to school or onward. Destination: only in a final report, when the placement has ended.",
    (
        _box("reintegration.planned", "Reintegration planned?"),
        _box("reintegration.stage", "Stage reached"),
        _box("reintegration.on", "Stage reached on"),
        _box("reintegration.barriers", "Barrier", "What stands in the way, one thing in each box.", several=3),
        _box("recommendation", "You recommend"),
        _box("proposed_end", "End you propose"),
        _box("destination.to", "Destination"),
        _box("destination.on", "Began there on"),
        _box("destination.after_6_weeks.checked_on", "Looked into after 6 weeks"),
        _box("destination.after_6_weeks.sustained", "Still there at 6 weeks?"),
        _box("destination.after_12_weeks.checked_on", "Looked into after 12 weeks"),
        _box("destination.after_12_weeks.sustained", "Still there at 12 weeks?"),
        _box("author_role", "Completed by", "The job title of whoever fills this in, such as lead tutor; no name."),
    ),
)

TERMLY_REPORT_FORM = Form(
    name="termly-report",
    version=VERSION,
    title="Termly report",
    model=TermlyReport,
    says=TERMLY_REPORT_SAYS,
    ids=("Placement", "Pupil"),
    sent_on=SENT_ON,
    pages=(
        _ATTENDANCE,
        _OBJECTIVES,
        _LEARNING,
        _QUALIFICATIONS,
        _ACHIEVEMENTS,
        _ENGAGEMENT,
        _INCIDENTS,
        _MEASURES,
        _VOICE,
        _PARTNERS,
        _NEXT,
    ),
)
