"""Which other records a record names, and where (QF-90)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.records.kinds import (
    ACTION_PLAN,
    CALENDAR,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.records.action_plan import ActionPlan
    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.kinds import Kind
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import TermlyReport
    from apqa.records.visit import Visit
    from apqa.rule import Path


def references(record: Record) -> Iterator[tuple[Kind, str, Path]]:
    """Answer the records a record names: kind, id, and where it stands; the top where the file's name says it."""
    find = _BY_KIND.get(kind_of(record).name)
    return find(record) if find else iter(())


def _of_placement(placement: Placement) -> Iterator[tuple[Kind, str, Path]]:
    yield PROVIDER, placement.provider, ("provider",)


def _of_report(report: TermlyReport) -> Iterator[tuple[Kind, str, Path]]:
    yield PLACEMENT, report.placement, ()


def _of_visit(visit: Visit) -> Iterator[tuple[Kind, str, Path]]:
    yield PROVIDER, visit.provider, ()
    if visit.note and visit.note.escalation:
        yield ACTION_PLAN, visit.note.escalation, ("note", "escalation")


def _of_assessment(assessment: SelfAssessment) -> Iterator[tuple[Kind, str, Path]]:
    yield PROVIDER, assessment.provider, ()
    for code, rating in assessment.ratings.items():
        if rating.council and rating.council.visit:
            yield VISIT, rating.council.visit, ("ratings", code, "council", "visit")


def _of_plan(plan: ActionPlan) -> Iterator[tuple[Kind, str, Path]]:
    yield PROVIDER, plan.provider, ()
    if plan.visit:
        yield VISIT, plan.visit, ("visit",)
    for number, event in enumerate(plan.escalation):
        for place, outcome in enumerate(event.placements):
            yield PLACEMENT, outcome.placement, ("escalation", number, "placements", place, "placement")


def _of_provider(provider: Provider) -> Iterator[tuple[Kind, str, Path]]:
    for number, event in enumerate(provider.listing):
        for named in event.named_placements:
            yield PLACEMENT, named, ("listing", number, "limited_to")
    for number, each in enumerate(provider.due_diligence):
        if each.visit:
            yield VISIT, each.visit, ("due_diligence", number, "visit")


def _of_calendar(calendar: Calendar) -> Iterator[tuple[Kind, str, Path]]:
    if calendar.applies_to and calendar.applies_to.provider:
        yield PROVIDER, calendar.applies_to.provider, ("applies_to", "provider")


_BY_KIND: dict[str, Callable[..., Iterator[tuple[Kind, str, Path]]]] = {
    PLACEMENT.name: _of_placement,
    TERMLY_REPORT.name: _of_report,
    VISIT.name: _of_visit,
    SELF_ASSESSMENT.name: _of_assessment,
    ACTION_PLAN.name: _of_plan,
    PROVIDER.name: _of_provider,
    CALENDAR.name: _of_calendar,
}
