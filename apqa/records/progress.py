"""What a termly report says of a pupil's progress: objectives, learning, qualifications, behaviour (Appendix B)."""

from collections.abc import Iterator
from typing import Annotated

from apqa.records.base import Part
from apqa.records.scalars import Count, Day, Percent, Text, Truth, whole_number
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.reporting import Progress

OnTheScale = Annotated[int, whole_number(1, 4, "engagement is a number from 1 (hardly) to 4 (fully)")]


class ObjectiveProgress(Part):
    """Progress on one objective of the plan (QF-06)."""

    objective: Text
    """The objective, as the plan has it."""

    reference: Text | None = None
    """The outcome of the EHC plan, or the target of the personal education plan, that it serves (Appendix B)."""

    baseline: Text | None = None
    """Where the pupil started."""

    measure: Text | None = None
    """How progress on it is measured (Appendix B)."""

    position: Text | None = None
    """Where the pupil is now."""

    progress: Progress
    """How far that is."""

    next_step: Text | None = None
    """What comes next."""


class Level(Part):
    """The level a pupil works at in one subject, then and now (QF-06, QF-B)."""

    baseline: Text | None = None
    """At the start of the placement."""

    now: Text | None = None
    """At the end of the period."""

    tool: Text | None = None
    """How it was assessed."""


class Learning(Part):
    """What was learned and what was missed (QF-06, QF-B)."""

    english: Level | None = None
    """The level in English."""

    maths: Level | None = None
    """The level in mathematics."""

    missed: Text | None = None
    """What of the curriculum the pupil missed, and how it is made up for."""

    remote_share: Percent | None = None
    """How much of the education is online or homework, in per cent."""


class QualificationProgress(Part):
    """A qualification the pupil works towards (QF-07, QF-B)."""

    title: Text
    """Its title."""

    awarding_body: Text | None = None
    """Who awards it."""

    level: Text | None = None
    """Its level, as the awarding body has it (Appendix B)."""

    entered: Truth | None = None
    """Whether the pupil is entered."""

    units_done: Count | None = None
    """How many of its units are done (Appendix B)."""

    predicted: Text | None = None
    """The predicted result (Appendix B)."""

    achieved: Truth | None = None
    """Whether it is achieved."""

    on: Day | None = None
    """The day it was achieved."""

    @truth
    def _has_a_day_once_it_is_achieved(self) -> Iterator[Untruth]:
        if self.achieved is False and self.on is not None:
            yield untrue(f"it is not achieved, and was achieved on {self.on}", "on")


class IncidentCount(Part):
    """How many incidents of one type there were (QF-57, QF-B). A number, and never what happened."""

    type: Text
    """The type, such as "leaving the site"."""

    number: Count
    """How many."""


class WellbeingMeasure(Part):
    """A measure of social, emotional and mental health, before and now (QF-06, QF-B)."""

    tool: Text
    """The measure, such as SDQ or Boxall."""

    before: Text | None = None
    """The result at the start."""

    now: Text | None = None
    """The result now."""


class Engagement(Part):
    """Engagement and behaviour, in counts (QF-06, QF-B)."""

    engagement: OnTheScale | None = None
    """From 1, hardly, to 4, fully."""

    positive: Text | None = None
    """What went well (Appendix B)."""

    incidents: Count | None = None
    """How many incidents were recorded."""

    incidents_by_type: tuple[IncidentCount, ...] = ()
    """The same by type (Appendix B)."""

    physical_interventions: Count | None = None
    """How many times staff intervened physically."""

    sent_home: Count | None = None
    """How many times the pupil was sent home or suspended."""

    measures: tuple[WellbeingMeasure, ...] = ()
    """Measures of social, emotional and mental health, before and now (Appendix B)."""

    @truth
    def _types_add_up(self) -> Iterator[Untruth]:
        by_type = sum(each.number for each in self.incidents_by_type)
        if self.incidents is not None and by_type > self.incidents:
            yield untrue(f"{by_type} incidents by type are more than the {self.incidents} in all", "incidents")
