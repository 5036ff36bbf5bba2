"""What a visit is to look at: what came up, what was agreed, what is claimed, what runs out (QF-54, QF-57)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import completed_by
from apqa.questions.assessments.ratings import rating_sheet
from apqa.questions.checks.line import State
from apqa.questions.checks.visits import outcome_lines
from apqa.questions.concern import is_turned_away
from apqa.questions.due.actions import action_duties
from apqa.questions.due.everything import by_urgency
from apqa.questions.due.providers import provider_duties
from apqa.questions.due.visits import promised_by
from apqa.questions.registration import Requirement, registration_requirement
from apqa.questions.visits.diligence import comes_before_the_list, open_items
from apqa.questions.visits.needs import has_looked_after_pupils
from apqa.questions.visits.raised import raised_since_visit
from apqa.records.identifiers import PUPIL_TOKEN
from apqa.vocabulary.due import DutyKind, DutyState
from apqa.vocabulary.review import Rating, VisitStatus
from apqa.vocabulary.visiting import LookAt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from apqa.questions.assessments.ratings import Rated
    from apqa.questions.due.duty import Duty
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

_EXPIRIES = frozenset(
    {
        DutyKind.POLICY,
        DutyKind.EDITION,
        DutyKind.TRAINING,
        DutyKind.STAFF_CHECKS,
        DutyKind.INSURANCE,
        DutyKind.HEALTH_AND_SAFETY,
        DutyKind.DATA_PROTECTION,
        DutyKind.QUALIFICATION,
    }
)
_REFERENCE = re.compile(rf"\bPL?-{PUPIL_TOKEN}\b")
_SAYS = {Rating.NOT_MET: "not met", Rating.PARTIALLY_MET: "partly met", Rating.MET: "met"}
_NEAR = 1
"""With room for so many more full-time pupils, or fewer, pupils and hours are worth counting."""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at, and the ground it stands on."""

    about: LookAt
    says: str
    clause: str

    def __str__(self) -> str:
        """Write it as it stands in the record of the visit."""
        return f"{self.says} ({self.clause})"


def what_to_look_at(provider: Provider, visited_on: date, situation: Situation) -> tuple[Look, ...]:
    """Answer what a visit on a day is to look at, by what is recorded on the day asked about.

    It is about the provider alone: what would name a pupil or a placement is left out, and looked-after pupils are
    mentioned without their number. Of a provider that was removed or declined, and has no pupils left, nobody waits for
    anything any more.
    """
    if is_turned_away(provider.id, situation):
        return ()
    last = visited_on + situation.policy.days("warning_days")
    found = (
        *_came_up(provider, situation),
        *_diligence(provider, situation),
        *_last_note(provider, visited_on, situation),
        *_actions(provider, situation),
        *_claims(provider, situation),
        *_expiries(provider, last, situation),
        *_registration(provider, situation),
        *_looked_after(provider, situation),
    )
    order = list(LookAt)
    kept = {each.says: each for each in found if not _REFERENCE.search(each.says)}
    return tuple(sorted(kept.values(), key=lambda each: order.index(each.about)))


def _came_up(provider: Provider, situation: Situation) -> Iterator[Look]:
    """Answer what was raised since the last visit, and what that found and nothing recorded answers."""
    for each in raised_since_visit(provider, situation):
        yield Look(LookAt.RAISED, f"Since the last visit: {each.says}", "QF-55")
    for line in outcome_lines(provider, situation):
        if line.state is State.REVIEW:
            yield Look(LookAt.RAISED, f"Not answered: {line.says}", "QF-57")


def _diligence(provider: Provider, situation: Situation) -> Iterator[Look]:
    """Answer what due diligence still asks for, of a provider that is not on the list yet."""
    if comes_before_the_list(provider, situation):
        for title, says in open_items(provider, situation):
            yield Look(LookAt.DUE_DILIGENCE, f"Due diligence, {title}: {_bare(says)}", "QF-40")


def last_noted(provider_id: str, before: date, situation: Situation) -> Visit | None:
    """Answer the last visit before a day whose note was written by the day asked about; none where there is none."""
    noted = [
        each
        for each in situation.records.visits_to(provider_id)
        if each.status is VisitStatus.DONE and each.on < before and each.note and each.note.written_on <= situation.on
    ]
    return max(noted, key=lambda each: each.on, default=None)


def _last_note(provider: Provider, before: date, situation: Situation) -> Iterator[Look]:
    """Answer what the last note agreed and left open, so that the next one can refer back to it."""
    visit = last_noted(provider.id, before, situation)
    if visit is None or visit.note is None:
        return
    note, when = visit.note, f"Note of {plain(visit.on)}"
    if promised := promised_by(visit, situation):
        yield Look(LookAt.LAST_NOTE, f"{when}: the next visit was promised by {plain(promised)}", "QF-57")
    for action in note.actions:
        how = "still open" if action.is_open(situation.on) else f"said to be {action.status.value}"
        said = f"{when}, action: {_bare(action.what)}; {action.owner}, by {plain(action.due)}; {how}"
        yield Look(LookAt.LAST_NOTE, said, "QF-57")
    yield from (Look(LookAt.LAST_NOTE, f"{when}, agreed: {_bare(each)}", "QF-57") for each in note.agreed)
    for concern in note.concerns:
        yield Look(LookAt.LAST_NOTE, f"{when}, {concern.level.value} concern: {_bare(concern.what)}", "QF-57")
    yield from (
        Look(LookAt.LAST_NOTE, f"{when}, could be better: {_bare(each)}", "QF-57") for each in note.developments
    )


def _actions(provider: Provider, situation: Situation) -> Iterator[Look]:
    """Answer every open action of notes, plans and the self-assessment; those of the last note stand with it."""
    last = last_noted(provider.id, situation.on, situation)
    for duty in _of(provider, action_duties, situation):
        if duty.kind is DutyKind.ACTION and duty.due is not None and duty.record is not last:
            said = f"Open action: {_bare(duty.title)}; {duty.ask}, by {plain(duty.due)}"
            yield Look(LookAt.ACTION, said, duty.clause)


def _claims(provider: Provider, situation: Situation) -> Iterator[Look]:
    """Answer, area by area, the criteria the latest self-assessment says are met and nobody has validated."""
    made = completed_by(provider.id, situation)
    for area in rating_sheet(made[-1], situation).areas if made else ():
        name = area.area.value.replace("_", " ") if area.area else "other"
        for rating, how in _SAYS.items():
            if claims := [_title(each) for each in area.rated if each.council is None and _says(each) is rating]:
                said = f"Self-assessment {made[-1].year}, {name}: says {how}, not validated: {'; '.join(claims)}"
                yield Look(LookAt.CLAIM, said, "QF-54")


def _title(rated: Rated) -> str:
    """Name a criterion with its code, as the self-assessment's form does."""
    return f"{rated.criterion.title} ({rated.code})" if rated.criterion else rated.code


def _says(rated: Rated) -> Rating | None:
    return rated.rating.rating if rated.rating else None


def _expiries(provider: Provider, last: date, situation: Situation) -> Iterator[Look]:
    """Answer what has run out or runs out by a day, and when value for money is considered again."""
    for duty in _of(provider, provider_duties, situation):
        if duty.due is None or duty.due > last:
            continue
        ran = "since" if duty.state is DutyState.OVERDUE else "by"
        if duty.kind in _EXPIRIES:
            yield Look(LookAt.EXPIRY, f"{_bare(duty.title)}: due {ran} {plain(duty.due)}", duty.clause)
        elif duty.kind is DutyKind.FINANCE:
            yield Look(LookAt.MONEY, f"{_bare(duty.title)}: due {ran} {plain(duty.due)}", duty.clause)
        elif duty.kind is DutyKind.REGISTRATION:
            yield Look(LookAt.REGISTRATION, f"{_bare(duty.title)}: due {ran} {plain(duty.due)}", duty.clause)


def _registration(provider: Provider, situation: Situation) -> Iterator[Look]:
    """Answer whether pupils and hours are to be counted: the provider must or may have to register, or nearly so."""
    answer = registration_requirement(provider, situation)
    if answer.requirement is Requirement.MUST_REGISTER:
        yield Look(LookAt.REGISTRATION, "Count pupils and hours: by the records it must register", "QF-10")
    elif answer.requirement is Requirement.REVIEW:
        said = "Count pupils and hours: whether it must register is for a person to judge"
        yield Look(LookAt.REGISTRATION, said, "QF-10")
    elif answer.headroom is not None and answer.headroom.pupils is not None and answer.headroom.pupils <= _NEAR:
        said = "Count pupils and hours: it has room for few full-time pupils before it must register"
        yield Look(LookAt.REGISTRATION, said, "QF-10")


def _looked_after(provider: Provider, situation: Situation) -> Iterator[Look]:
    if has_looked_after_pupils(provider.id, situation.on, situation):
        said = "One or more looked-after pupils are placed here: for a spot check, ask the Virtual School and the "
        yield Look(LookAt.LOOKED_AFTER, f"{said}allocated social workers beforehand, and record the days", "QF-55")


def _of(provider: Provider, ask: Callable[[Situation], Iterator[Duty]], situation: Situation) -> Iterator[Duty]:
    """Answer what one provider owes of a kind, the most urgent first."""
    yield from by_urgency(each for each in ask(situation) if each.provider == provider.id)


def _bare(text: str) -> str:
    """Write a text so that it can stand within a sentence on one line."""
    return " ".join(text.split()).rstrip(".")
