"""Every visit that is to be made, planned, to be written up or to be circulated (QF-54 to QF-57)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.visits import last_visit
from apqa.questions.circulation import sent_to_provider_on
from apqa.questions.concern import application_stage
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.audits import audit_duties
from apqa.questions.due.providers import provider_duties
from apqa.questions.due.visits import visit_duties, visit_name
from apqa.questions.notes import answers_by
from apqa.questions.visits.needs import still_needed
from apqa.questions.visits.raised import raised_since_visit
from apqa.records.kinds import VISIT, kind_of
from apqa.vocabulary.due import DutyKind, DutyState
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import VisitStanding, VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.due.duty import Duty
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

_OF_VISITS = frozenset({DutyKind.VISIT, DutyKind.DESK_TOP_AUDIT, DutyKind.NOTE_OF_VISIT})


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One thing of one visit: what, how it stands, and by when."""

    standing: VisitStanding
    provider: str
    """The provider's id."""

    title: str
    """What is to be done, or what is planned."""

    due: date | None
    """The last day on which it is in time, or the day it is planned for; none where there is no day."""

    is_late: bool
    """Whether that day has passed."""

    path: str
    """The record it stands in."""

    clause: str
    """The framework's clause."""

    ask: str = DESIGNATED_OFFICER
    """Whom to ask, by role."""

    says: str = ""
    """What is known of it, with days."""

    visit: str = ""
    """The visit's id; empty where there is none yet."""

    needs: tuple[str, ...] = ()
    """Of a planned visit: what is still missing for it."""

    @property
    def urgency(self) -> tuple[int, bool, str, str]:
        """Answer where it comes among others: how it stands, what is late, then its day."""
        due = self.due.isoformat() if self.due else "9999"
        return list(VisitStanding).index(self.standing), not self.is_late, due, self.provider


def visit_rows(situation: Situation) -> tuple[VisitRow, ...]:
    """Answer everything of the council's visits that is open on the day, the most urgent first.

    What falls due of a visit is what `apqa due` says, and by the same day. Beside it stands what has no day: a concern
    that was raised since the last visit (QF-55), the first visit to who applies (QF-40), a provider that nobody is
    recorded to have visited (QF-14), and until when a provider may answer a note on its facts (QF-57).
    """
    duties = (*visit_duties(situation), *audit_duties(situation), *provider_duties(situation))
    rows = [_row(duty, situation) for duty in duties if duty.kind in _OF_VISITS]
    for provider in situation.records.providers:
        rows += (*_raised(provider, situation), *_without_any(provider, situation))
    rows += _answers(situation.records.visits, situation)
    return tuple(sorted(rows, key=lambda row: row.urgency))


def _row(duty: Duty, situation: Situation) -> VisitRow:
    visit = situation.records.one(VISIT, duty.record.id) if kind_of(duty.record) is VISIT else None
    planned, written = duty.key.startswith("visit/"), _is_written(visit, situation)
    to_come = visit is not None and visit.status is VisitStatus.PLANNED
    purpose = visit.purpose if visit and to_come and duty.state is not DutyState.OVERDUE else None
    says = (purpose or duty.says) if planned else _with_plan(duty, situation)
    return VisitRow(
        standing=_standing(duty, written=written, planned=planned),
        provider=duty.provider,
        title=_title(duty, visit, written=written),
        due=duty.due,
        is_late=duty.state is DutyState.OVERDUE,
        path=kind_of(duty.record).path(duty.record.id),
        clause=duty.clause,
        ask=duty.ask,
        says=says,
        visit=visit.id if visit else "",
        needs=tuple(still_needed(visit, situation)) if visit and planned and to_come else (),
    )


def _is_written(visit: Visit | None, situation: Situation) -> bool:
    return visit is not None and visit.note is not None and visit.note.written_on <= situation.on


def _standing(duty: Duty, *, written: bool, planned: bool) -> VisitStanding:
    if duty.kind is DutyKind.NOTE_OF_VISIT:
        return VisitStanding.NOT_CIRCULATED if written else VisitStanding.WITHOUT_NOTE
    if duty.state is DutyState.OVERDUE:
        return VisitStanding.OVERDUE
    return VisitStanding.PLANNED if planned else VisitStanding.DUE


def _title(duty: Duty, visit: Visit | None, *, written: bool) -> str:
    if duty.kind is DutyKind.NOTE_OF_VISIT and visit is not None:
        name = duty.title if written else "Note of visit, to be written"
        return f"{name}: {visit_name(visit.type).lower()} of {plain(visit.on)}"
    return duty.title


def _with_plan(duty: Duty, situation: Situation) -> str:
    """Say of a visit that is to be made whether one is planned, beside what is known of it."""
    ahead = [
        each
        for each in situation.records.visits_to(duty.provider)
        if each.status is VisitStatus.PLANNED
        and each.on >= situation.on
        and (each.type is VisitType.DESK_TOP_AUDIT) is (duty.kind is DutyKind.DESK_TOP_AUDIT)
    ]
    first = min((each.on for each in ahead), default=None)
    plan = f"one is planned for {plain(first)}" if first and duty.kind is not DutyKind.NOTE_OF_VISIT else ""
    return "; ".join(filter(None, (duty.says, plan)))


def _raised(provider: Provider, situation: Situation) -> Iterator[VisitRow]:
    """Answer what was raised since the last visit of who is on the list or has pupils; a planned visit answers it."""
    if not is_visited(provider, situation) or planned_on(provider, situation):
        return
    for each in raised_since_visit(provider, situation):
        path = kind_of(each.record).path(each.record.id)
        says = f"{each.says}; nobody has visited since"
        yield VisitRow(
            VisitStanding.CONCERN, provider.id, "Whether a spot check is needed", None, is_late=False, path=path,
            clause="QF-55", says=says,
        )  # fmt: skip


def _without_any(provider: Provider, situation: Situation) -> Iterator[VisitRow]:
    """Answer the first visit to a provider that applies, or is on the list without any visit on record."""
    if last_visit(provider, situation) is not None or planned_on(provider, situation):
        return
    event, path = application_stage(provider, situation.on), kind_of(provider).path(provider.id)
    if event is not None:
        since = "applied on" if event.status is ListStatus.APPLIED else "has been in due diligence since"
        says = f"it {since} {plain(event.on)}; no visit is planned"
        yield VisitRow(
            VisitStanding.DUE, provider.id, visit_name(VisitType.INITIAL_DUE_DILIGENCE), None, is_late=False, path=path,
            clause="QF-40", says=says,
        )  # fmt: skip
    elif is_visited(provider, situation):
        yield VisitRow(
            VisitStanding.OVERDUE, provider.id, "Visited regularly by the council", None, is_late=True, path=path,
            clause="QF-14", says="no visit is recorded",
        )  # fmt: skip


def is_visited(provider: Provider, situation: Situation) -> bool:
    """Answer whether a provider is one the council visits regularly: on the list, or used exceptionally (QF-14)."""
    return provider.is_listed(situation.on) or provider.exceptional_use(situation.on) is not None


def planned_on(provider: Provider, situation: Situation) -> date | None:
    """Answer the day of the next visit on site that is planned; none where none is."""
    return min(
        (
            each.on
            for each in situation.records.visits_to(provider.id)
            if each.status is VisitStatus.PLANNED
            and each.on >= situation.on
            and each.type is not VisitType.DESK_TOP_AUDIT
        ),
        default=None,
    )


def _answers(visits: Iterable[Visit], situation: Situation) -> Iterator[VisitRow]:
    for visit in visits:
        note = visit.note
        by = answers_by(note, situation) if note else None
        answered = note is not None and note.provider_responded_on is not None
        if note is not None and by is not None and by >= situation.on and not answered:
            asked = note.facts_asked_on
            sent = sent_to_provider_on(note, situation.on)
            says = f"it was asked on {plain(asked)}" if asked else f"it was sent the note on {plain(sent or by)}"
            yield VisitRow(
                VisitStanding.ANSWER_OPEN, visit.provider,
                f"Answer on the facts: {visit_name(visit.type).lower()} of {plain(visit.on)}", by, is_late=False,
                path=kind_of(visit).path(visit.id), clause="QF-57", ask="the provider", says=says, visit=visit.id,
            )  # fmt: skip
