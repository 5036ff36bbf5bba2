"""The criteria providers rate themselves against, with what they say. Change the codes here, and only here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, as providers answer it."""

    code: str
    area: str
    evidence: str
    comment: str
    shortfall: str
    """What is missing when it is only partly met."""

    action: str
    """What a provider then does about it."""


CRITERIA = (
    Criterion("s1_1", "safeguarding", "single central record, with the date of the last look",
              "All staff and the proprietors are on it.", "Two overseas checks are still outstanding.",
              "Complete the overseas checks."),
    Criterion("s1_2", "safeguarding", "policy index with review dates", "Reviewed each year and on the website.",
              "The child-on-child section is thin.", "Rewrite the section on child-on-child abuse."),
    Criterion("s1_3", "safeguarding", "concern log, numbers only", "Every concern has an outcome and a date.",
              "Outcomes are not always written back to the member of staff.", "Add a column for feedback to staff."),
    Criterion("s1_4", "safeguarding", "training matrix", "Induction on day one, update every September.",
              "One sessional worker missed the update.", "Train the sessional worker before the next session."),
    Criterion("s1_5", "safeguarding", "certificates of the lead and the deputy",
              "Lead and deputy are trained and one of them is always on site.",
              "The deputy's training is due.", "Book the deputy's course."),
    Criterion("s1_6", "health_and_safety", "site plan and signing-in sheet", "One entrance, signed in and out.",
              "The side gate does not lock from inside.", "Fit a lock to the side gate."),
    Criterion("s2_1", "health_and_safety", "health and safety policy, medical plans", "Reviewed with the insurer.",
              "Medical plans are kept in two places.", "Keep all medical plans in one locked folder."),
    Criterion("s2_2", "health_and_safety", "first aid certificates, accident book", "Two first aiders at all times.",
              "Only one first aider on Fridays.", "Train a second first aider."),
    Criterion("s2_3", "health_and_safety", "risk assessments by site, activity and pupil",
              "Shared with the school before the start.", "Two activity assessments are older than a year.",
              "Review the two activity assessments."),
    Criterion("s2_4", "health_and_safety", "fire risk assessment, drill log", "A drill each term.",
              "No drill in the second half of the spring.", "Hold and log a drill each half term."),
    Criterion("s2_5", "health_and_safety", "accessibility plan, photographs", "Warm, clean and fit for the work.",
              "No step-free entrance to the upper room.", "Offer the ground-floor room on request."),
    Criterion("s3_1", "admissions_and_support", "admissions policy and referral form", "Open to all who are referred.",
              "The referral form does not ask for the whole week.", "Add the pupil's whole week to the form."),
    Criterion("s3_2", "admissions_and_support", "sample of needs shared by commissioners",
              "Nobody starts before the information is here.", "Health plans sometimes come late.",
              "Hold the start date until the health plan has come."),
    Criterion("s3_3", "admissions_and_support", "induction checklist, baseline tests", "First fortnight is baseline.",
              "Baselines in mathematics are informal.", "Use the same short test for everybody."),
    Criterion("s3_4", "admissions_and_support", "attendance log with times of calls", "Every absence is rung through.",
              "Afternoon returns are late on some days.", "Set the afternoon return for 13:30."),
    Criterion("s3_5", "admissions_and_support", "behaviour log, numbers only", "Fewer incidents than last year.",
              "Praise is not logged.", "Log praise as well as incidents."),
    Criterion("s4_1", "quality_of_education", "curriculum plan and schemes of work", "Planned with the home schools.",
              "The scheme for the summer term is a draft.", "Finish the summer scheme of work."),
    Criterion("s4_2", "quality_of_education", "list of staff qualifications, by post", "Suited to what is taught.",
              "One instructor is still working for the teaching award.", "Instructor to complete the award."),
    Criterion("s4_3", "quality_of_education", "termly reports sent in time", "All reports were sent on time.",
              "Reports say what was done more than what was learnt.", "Use the objective as the heading of each part."),
    Criterion("s4_4", "quality_of_education", "timetable of English and mathematics", "Taught in every block.",
              "Mathematics depends on one member of staff.", "Train a second person to teach mathematics."),
    Criterion("s4_5", "outcomes", "destinations of the last three years, small numbers held back",
              "Most go back to school or on to college.", "Destinations after twelve weeks are not always known.",
              "Ring every school twelve weeks after the end."),
    Criterion("f_leadership", "leadership", "improvement plan, minutes", "Actions of last year are closed.",
              "Feedback from parents is collected once a year only.", "Ask parents at each review."),
    Criterion("f_staffing", "staffing", "staff list by post, supervision log", "Supervision each half term.",
              "Supervision slipped in the summer.", "Put supervision dates in the calendar for the year."),
    Criterion("f_outcomes", "outcomes", "tracker of objectives", "Every objective has a baseline.",
              "The tracker is new and not yet used by all.", "Train all session leads on the tracker."),
    Criterion("f_safeguarding", "safeguarding", "yearly safeguarding report to the proprietor",
              "Read and signed by the proprietor.", "The yearly report is two months late.",
              "Write the yearly safeguarding report."),
    Criterion("f_health_and_safety", "health_and_safety", "calendar of inspections and certificates",
              "Nothing is out of date.", "Two dates were missing from the calendar.", "Complete the calendar."),
)  # fmt: skip

WHY_NOT_APPLICABLE = {
    "online": "Lessons are online; there is no site.",
    "pupils_home": "Tuition takes place in pupils' homes and libraries.",
}
"""By the use of the site: why the criteria on premises do not apply."""

PREMISES = frozenset({"s1_6", "s2_4", "s2_5"})
