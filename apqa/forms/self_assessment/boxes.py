"""The boxes of the self-assessment (Appendix A): all that the provider answers, and nothing of what the council does.

Whoever changes a box raises the version: a form that is with a provider then is told from the new one.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from apqa.forms.filling.box import Box, Form, Named, Page
from apqa.forms.filling.derived import box
from apqa.forms.self_assessment.figures import BESIDE, FIGURES, HOURS, OUTCOMES, RATIOS
from apqa.forms.self_assessment.says import SELF_ASSESSMENT_SAYS
from apqa.guidance.criteria import every_criterion
from apqa.records.self_assessment import CriterionRating, SelfAssessment
from apqa.vocabulary.review import Area

VERSION = 1
RATINGS = ("ratings",)
"""The way to the ratings in the record."""

NOT_THE_PROVIDERS = frozenset({"council", "identifies_nobody", "local"})
"""Fields of the record, and of a rating, that no box is for: what the council found, and its own fields."""


def _box(key: str, title: str, help_text: str = "", **more: Any) -> Box:
    return box(SelfAssessment, key, title, help_text, **more)


_YEAR = Page(
    "This year",
    "What has changed since last year, and where you stand with the council's list.",
    (
        _box(
            "changes",
            "Change",
            "What has changed since last year, one thing in each box: owner, premises, safeguarding lead (the post, "
            "never a name), offer, ages, sites.",
            several=6,
        ),
        _box("figures.list_status", "Status on the list", "Where you stand with the approved provider list."),
        _box(
            "figures.changes_told_within",
            "Changes told within, days",
            "Within how many days you tell the council of changes.",
        ),
        _box("version", "Version", "Which version this is, where you hand it in again."),
        _box("period.starts", "Covers from", "Only where it is not the school year, 1 September to 31 August."),
        _box("period.ends", "Covers until", "Only where it is not the school year."),
    ),
    BESIDE,
)


def _criteria() -> Named:
    return Named(
        "Criteria",
        "Rate yourself against each criterion, and say what shows it. What is not fully met needs an action.",
        RATINGS,
        (
            box(CriterionRating, "rating", "Rating", "How you rate yourself."),
            box(CriterionRating, "why_not_applicable", "Why not applicable", "Only where you rate it not applicable."),
            box(
                CriterionRating,
                "evidence",
                "Evidence",
                "What shows it and where it can be seen, one thing in each box: references, not documents.",
                several=2,
            ),
            box(CriterionRating, "comment", "Comment", "What you want to say of it."),
            box(CriterionRating, "action.what", "Action", "What you will do, where it is not fully met."),
            box(CriterionRating, "action.owner", "Action: who", "Who will do it: the job title, no name."),
            box(CriterionRating, "action.due", "Action: by when", "The day by which it will be done."),
            box(CriterionRating, "action.done_on", "Action: done on", "The day it was done, where it is done."),
        ),
        ("Criterion", "What is asked", "Last year", "By the council's records"),
        (24, 44, 18, 48),
        {each.code: each.title for each in sorted(every_criterion(), key=lambda each: list(Area).index(each.area))},
    )


_HEADCOUNT = Page(
    "Headcount",
    "Count all your pupils on one day, from every council, school and parent, not this council's alone.",
    (
        _box("headcount.on", "Counted on"),
        _box("headcount.declared_by", "Declared by", "The job title of whoever declares it; no name."),
        _box("headcount.compulsory_school_age", "Pupils of compulsory school age"),
        _box("headcount.full_time", "Full-time"),
        _box("headcount.full_time_with_ehc_plan", "Full-time, with an EHC plan"),
        _box("headcount.full_time_looked_after", "Full-time, looked after"),
        _box("headcount.full_time_with_special_needs", "Full-time, with special needs"),
        _box(
            "headcount.main_education_here",
            "Main education with you",
            "Pupils of compulsory school age who get all or most of their education with you, whatever the hours.",
        ),
        _box("headcount.other_ages", "Of other ages"),
        _box("headcount.most_hours", "Most hours a week"),
    ),
    BESIDE,
)

_DECLARATION = Page(
    "Declaration",
    "Fill this in last. Without it the self-assessment cannot be taken.",
    (
        _box("completed_on", "Completed on"),
        _box("completed_by", "Completed by", "The job title of whoever completed it; no name."),
        _box(
            "true_statement",
            "Declared true?",
            "Yes: all of this is true as far as you know, and you will tell the council of changes.",
        ),
    ),
)


@cache
def self_assessment_form() -> Form:
    """Answer the form of the self-assessment."""
    return Form(
        name="self-assessment",
        version=VERSION,
        title="Self-assessment",
        model=SelfAssessment,
        says=SELF_ASSESSMENT_SAYS,
        pages=(_YEAR, _criteria(), _HEADCOUNT, FIGURES, HOURS, RATIOS, OUTCOMES, _DECLARATION),
    )
