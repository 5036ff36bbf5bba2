"""All records at hand, and how they find one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from apqa.records.kinds import (
    ACTION_PLAN,
    AUTHORITY,
    CALENDAR,
    PLACEMENT,
    PROVIDER,
    REMINDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
    WAIVER,
    Kind,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.records.action_plan import ActionPlan
    from apqa.records.authority import Authority
    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.reminder import Reminder
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import TermlyReport
    from apqa.records.visit import Visit
    from apqa.records.waiver import Waiver

R = TypeVar("R", bound="Record")
Shelf = tuple[Any, ...]

_ALIKE = 0.85
"""How alike two ids are of which one may be a slip for the other: of ten letters one is another, or is left out."""

_MANY = 250
"""How often the files of a kind are searched before all are read: so many searches cost a tenth of the reading."""


class Shelves(Protocol):
    """Where records come from: kind by kind, and no further than a question needs."""

    def read(self, kind: Kind, about: str = "") -> Iterable[Record]:
        """Answer the records of a kind; with `about`, at least all whose id or file mentions it."""

    def unreadable(self, kind: Kind, about: str = "") -> Iterable[str]:
        """Name the ids of those that are there and could not be read; with `about`, of those that may mention it."""

    def unknown_providers(self) -> Iterable[str]:
        """Name the providers that placements, visits and action plans name, and that no record is of."""


class Records:
    """All records at hand. A kind is read when it is first asked for, so a question pays for what it needs.

    Records that could not be read are not among them; `unreadable` names them, so that an answer which might
    have depended on one can say so.
    """

    def __init__(self, shelves: Shelves, beside: Records | None = None) -> None:
        """Take the place the records come from, and the records themselves where a draft was only added to them."""
        self._from, self._beside = shelves, beside
        self._shelves: dict[tuple[str, str], Shelf] = {}
        self._unreadable: dict[tuple[str, str], tuple[str, ...]] = {}
        self._searches: Counter[str] = Counter()

    @classmethod
    def of(cls, *records: Record) -> Records:
        """Make a collection of records that are already at hand."""
        return cls(_AtHand(records))

    def all_of(self, kind: Kind) -> Shelf:
        """Answer every record of a kind, in the order of their ids."""
        return self._shelf(kind, "")

    def mentioning(self, kind: Kind, about: str) -> Shelf:
        """Answer every record of a kind whose id or file mentions something, and perhaps others.

        Where the kind has not been read, only those files are: a question about one provider among thousands of
        placements need not read them all.
        """
        whole = self._shelves.get((kind.name, ""))
        return self._shelf(kind, about) if whole is None else whole

    def _shelf(self, kind: Kind, about: str) -> Shelf:
        shelf = self._shelves.get((kind.name, about))
        if shelf is None:
            found = sorted(self._from.read(kind, about), key=lambda record: record.id)
            shelf = self._shelves[kind.name, about] = tuple(found)
        return shelf

    def one(self, kind: Kind, record_id: str) -> Any | None:
        """Answer the record of that id; none where there is none that can be read."""
        return next((each for each in self.mentioning(kind, record_id) if each.id == record_id), None)

    def unreadable(self, kind: Kind, about: str = "") -> tuple[str, ...]:
        """Answer the ids of the records of a kind that are there and could not be read.

        With `about`, only of those that may mention it: their id or their file does, or cannot be searched.
        """
        known = self._unreadable.get((kind.name, about))
        if known is None:
            self.mentioning(kind, about) if about else self.all_of(kind)
            known = self._unreadable[kind.name, about] = tuple(self._from.unreadable(kind, about))
        return known

    def misspelt(self, provider_id: str) -> tuple[str, ...]:
        """Answer what is named as a provider, is none of the records, and is so like this one that it may be meant."""
        like = (each for each in self.unknown_providers if SequenceMatcher(None, each, provider_id).ratio() > _ALIKE)
        return tuple(sorted(like))

    @cached_property
    def unknown_providers(self) -> frozenset[str]:
        """Name the providers that placements, visits and action plans name, and that no record is of."""
        return frozenset(self._from.unknown_providers())

    @property
    def kinds_asked(self) -> frozenset[str]:
        """Name the kinds of which something has been asked so far."""
        return frozenset(name for name, _ in self._shelves)

    def keeps(self, kind: Kind) -> bool:
        """Answer whether any record of a kind is kept here, readable or not. A draft is not.

        Pupil-level records may be kept in another, more private place: that there is none of a pupil says
        something only where there are others. No more is read than one of them.
        """
        if self._beside is not None:
            return self._beside.keeps(kind)
        known = self._shelves.get((kind.name, ""))
        first = next(iter(self._from.read(kind) if known is None else known), None)
        return first is not None or bool(tuple(self._from.unreadable(kind)))

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

    @property
    def reminders(self) -> tuple[Reminder, ...]:
        """Answer every reminder that was prepared, the earliest first."""
        return self.all_of(REMINDER)

    @cached_property
    def _groups(self) -> dict[tuple[str, str], dict[str, Shelf]]:
        return {}

    def _grouped(self, kind: Kind, name: str) -> dict[str, Shelf]:
        """Sort a whole kind by what its records name, once."""
        groups = self._groups.get((kind.name, name))
        if groups is None:
            lists: defaultdict[str, list[Any]] = defaultdict(list)
            for record in self.all_of(kind):
                lists[getattr(record, name)].append(record)
            groups = self._groups[kind.name, name] = {key: tuple(group) for key, group in lists.items()}
        return groups

    def _naming(self, kind: Kind, name: str, value: str) -> Shelf:
        """Answer the records of a kind that name something; a kind read in part is searched, a whole one sorted.

        A question about one provider searches a few times; one about every provider is sooner done with all read.
        """
        if (kind.name, value) not in self._shelves:
            self._searches[kind.name] += 1
        if (kind.name, "") in self._shelves or self._searches[kind.name] > _MANY:
            return self._grouped(kind, name).get(value, ())
        return tuple(record for record in self.mentioning(kind, value) if getattr(record, name) == value)

    def provider(self, provider_id: str) -> Provider | None:
        """Answer the provider with that id."""
        return next(iter(self._naming(PROVIDER, "id", provider_id)), None)

    def placement(self, placement_id: str) -> Placement | None:
        """Answer the placement with that id."""
        return next(iter(self._naming(PLACEMENT, "id", placement_id)), None)

    def placements_at(self, provider_id: str) -> tuple[Placement, ...]:
        """Answer every placement with a provider, past, present and planned."""
        return self._naming(PLACEMENT, "provider", provider_id)

    def placements_of(self, pupil: str) -> tuple[Placement, ...]:
        """Answer every placement of a pupil, past, present and planned."""
        return self._naming(PLACEMENT, "pupil", pupil)

    def visits_to(self, provider_id: str) -> tuple[Visit, ...]:
        """Answer every visit to a provider, the earliest first."""
        return self._naming(VISIT, "provider", provider_id)

    def action_plans_of(self, provider_id: str) -> tuple[ActionPlan, ...]:
        """Answer every action plan of a provider, the earliest first."""
        return self._naming(ACTION_PLAN, "provider", provider_id)

    def self_assessments_of(self, provider_id: str) -> tuple[SelfAssessment, ...]:
        """Answer every self-assessment of a provider, the earliest first."""
        return self._naming(SELF_ASSESSMENT, "provider", provider_id)

    def reports_on(self, placement_id: str) -> tuple[TermlyReport, ...]:
        """Answer every termly report on a placement, the earliest first."""
        return self._naming(TERMLY_REPORT, "placement", placement_id)

    def with_placement(self, draft: Placement) -> Records:
        """Answer the same records with one placement added or put in another's place, to ask "what if"."""
        return self.with_record(draft)

    def with_record(self, draft: Record) -> Records:
        """Answer the same records with one added or put in the place of that of its id, to ask "what if"."""
        return Records(_WithDraft(self, draft), beside=self)


class _AtHand:
    """Records that were made in memory."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = tuple(records)

    def read(self, kind: Kind, about: str = "") -> Iterable[Record]:
        del about
        return (record for record in self._records if kind_of(record) is kind)

    def unreadable(self, kind: Kind, about: str = "") -> Iterable[str]:
        del kind, about
        return ()

    def unknown_providers(self) -> Iterable[str]:
        naming = (each for each in self._records if kind_of(each) in {PLACEMENT, VISIT, ACTION_PLAN})
        named = {str(getattr(each, "provider", "")) for each in naming}
        return named - {each.id for each in self._records if kind_of(each) is PROVIDER}


class _WithDraft:
    """Other records, with one record added or put in another's place."""

    def __init__(self, records: Records, draft: Record) -> None:
        self._records, self._draft = records, draft

    def read(self, kind: Kind, about: str = "") -> Iterable[Record]:
        found = self._records.mentioning(kind, about) if about else self._records.all_of(kind)
        if kind is not kind_of(self._draft):
            return found
        return (*(each for each in found if each.id != self._draft.id), self._draft)

    def unreadable(self, kind: Kind, about: str = "") -> Iterable[str]:
        return self._records.unreadable(kind, about)

    def unknown_providers(self) -> Iterable[str]:
        # A draft names the provider that is asked about.
        return self._records.unknown_providers
