"""All records at hand, and how they find one another."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from apqa.records.kinds import (
    ACTION_PLAN,
    AUTHORITY,
    CALENDAR,
    KINDS,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
    WAIVER,
    Kind,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from apqa.records.action_plan import ActionPlan
    from apqa.records.authority import Authority
    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import TermlyReport
    from apqa.records.visit import Visit
    from apqa.records.waiver import Waiver

R = TypeVar("R", bound="Record")
Shelf = tuple[Any, ...]


class Records:
    """All records at hand. A kind is read when it is first asked for, so a question pays for what it needs.

    Records that could not be read are not among them; `unreadable` names them, so that an answer which might
    have depended on one can say so.
    """

    def __init__(
        self,
        read: Callable[[Kind], Iterable[Record]],
        unreadable: Callable[[Kind], Iterable[str]] = lambda _: (),
    ) -> None:
        """Take two functions that read the records of a kind, and name the ids of those that could not be."""
        self._read = read
        self._unreadable = unreadable
        self._shelves: dict[str, Shelf] = {}

    @classmethod
    def of(cls, *records: Record) -> Records:
        """Make a collection of records that are already at hand."""
        shelves: dict[str, list[Record]] = {kind.name: [] for kind in KINDS}
        for record in records:
            shelves[kind_of(record).name].append(record)
        return cls(lambda kind: shelves[kind.name])

    def all_of(self, kind: Kind) -> Shelf:
        """Answer every record of a kind, in the order of their ids."""
        shelf = self._shelves.get(kind.name)
        if shelf is None:
            shelf = self._shelves[kind.name] = tuple(sorted(self._read(kind), key=lambda record: record.id))
        return shelf

    def unreadable(self, kind: Kind) -> tuple[str, ...]:
        """Answer the ids of the records of a kind that are there and could not be read."""
        self.all_of(kind)
        return tuple(self._unreadable(kind))

    @cached_property
    def authority(self) -> Authority | None:
        """Answer who keeps the records; none where that is not recorded."""
        return next(iter(self.all_of(AUTHORITY)), None)

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """Answer every calendar."""
        return self.all_of(CALENDAR)

    @property
    def providers(self) -> tuple[Provider, ...]:
        """Answer every provider."""
        return self.all_of(PROVIDER)

    @property
    def placements(self) -> tuple[Placement, ...]:
        """Answer every placement."""
        return self.all_of(PLACEMENT)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Answer every visit."""
        return self.all_of(VISIT)

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Answer every waiver."""
        return self.all_of(WAIVER)

    @property
    def termly_reports(self) -> tuple[TermlyReport, ...]:
        """Answer every termly report."""
        return self.all_of(TERMLY_REPORT)

    @property
    def self_assessments(self) -> tuple[SelfAssessment, ...]:
        """Answer every self-assessment."""
        return self.all_of(SELF_ASSESSMENT)

    @property
    def action_plans(self) -> tuple[ActionPlan, ...]:
        """Answer every action plan."""
        return self.all_of(ACTION_PLAN)

    @cached_property
    def _providers_by_id(self) -> Mapping[str, Provider]:
        return {provider.id: provider for provider in self.providers}

    @cached_property
    def _placements_by_id(self) -> Mapping[str, Placement]:
        return {placement.id: placement for placement in self.placements}

    @cached_property
    def _placements_by_provider(self) -> Mapping[str, tuple[Placement, ...]]:
        return _grouped(self.placements, lambda placement: placement.provider)

    @cached_property
    def _placements_by_pupil(self) -> Mapping[str, tuple[Placement, ...]]:
        return _grouped(self.placements, lambda placement: placement.pupil)

    @cached_property
    def _visits_by_provider(self) -> Mapping[str, tuple[Visit, ...]]:
        return _grouped(self.visits, lambda visit: visit.provider)

    @cached_property
    def _plans_by_provider(self) -> Mapping[str, tuple[ActionPlan, ...]]:
        return _grouped(self.action_plans, lambda plan: plan.provider)

    @cached_property
    def _assessments_by_provider(self) -> Mapping[str, tuple[SelfAssessment, ...]]:
        return _grouped(self.self_assessments, lambda assessment: assessment.provider)

    @cached_property
    def _reports_by_placement(self) -> Mapping[str, tuple[TermlyReport, ...]]:
        return _grouped(self.termly_reports, lambda report: report.placement)

    def provider(self, provider_id: str) -> Provider | None:
        """Answer the provider with that id."""
        return self._providers_by_id.get(provider_id)

    def placement(self, placement_id: str) -> Placement | None:
        """Answer the placement with that id."""
        return self._placements_by_id.get(placement_id)

    def placements_at(self, provider_id: str) -> tuple[Placement, ...]:
        """Answer every placement with a provider, past, present and planned."""
        return self._placements_by_provider.get(provider_id, ())

    def placements_of(self, pupil: str) -> tuple[Placement, ...]:
        """Answer every placement of a pupil, past, present and planned."""
        return self._placements_by_pupil.get(pupil, ())

    def visits_to(self, provider_id: str) -> tuple[Visit, ...]:
        """Answer every visit to a provider, the earliest first."""
        return self._visits_by_provider.get(provider_id, ())

    def action_plans_of(self, provider_id: str) -> tuple[ActionPlan, ...]:
        """Answer every action plan of a provider, the earliest first."""
        return self._plans_by_provider.get(provider_id, ())

    def self_assessments_of(self, provider_id: str) -> tuple[SelfAssessment, ...]:
        """Answer every self-assessment of a provider, the earliest first."""
        return self._assessments_by_provider.get(provider_id, ())

    def reports_on(self, placement_id: str) -> tuple[TermlyReport, ...]:
        """Answer every termly report on a placement, the earliest first."""
        return self._reports_by_placement.get(placement_id, ())

    def with_placement(self, draft: Placement) -> Records:
        """Answer the same records with one placement added or put in another's place, to ask "what if"."""
        others = tuple(placement for placement in self.placements if placement.id != draft.id)

        def read(kind: Kind) -> Iterable[Record]:
            return (*others, draft) if kind is PLACEMENT else self.all_of(kind)

        return Records(read, self._unreadable)


def _grouped(records: Iterable[R], key: Callable[[R], str]) -> dict[str, tuple[R, ...]]:
    groups: defaultdict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return {name: tuple(group) for name, group in groups.items()}
