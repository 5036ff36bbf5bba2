"""The sentences of a letter that tells of a step of escalation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import Need, need_entry, step_entry
from apqa.questions.escalation.holding import step_before
from apqa.questions.escalation.reached import rank, step_of
from apqa.questions.working_days import working_days_later
from apqa.vocabulary.review import EscalationStep, ToldAs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.escalation.notices import Notice
    from apqa.questions.situation import Situation

_A_DAY = timedelta(days=1)
_REFERENCES = (
    "When you answer, write of pupils by their references only (such as PL-7K3QX), never by name, date of birth or "
    "address."
)


def to_whom(notice: Notice, situation: Situation) -> str:
    """Answer to whom a letter is. A family has no name in the records: whoever posts it knows who that is."""
    if notice.to.kind is not ToldAs.FAMILY:
        return notice.to.name
    return f"the {_in_family(notice, situation)} (our reference {notice.to.placements[0]})"


def salutation(notice: Notice, situation: Situation) -> str:
    """Greet the reader."""
    family = notice.to.kind is ToldAs.FAMILY
    return f"Dear {_in_family(notice, situation)}," if family else "Dear colleagues,"


def heading(notice: Notice, situation: Situation) -> str:
    """Say of what the letter is: "Cornerstool: new placements suspended from 10 November 2026"."""
    title, what = step_entry(notice.decision.step).title, _what_ended(notice, situation)
    over = f"{what} ended, " if what else ""
    return " ".join(f"{notice.provider.name}: {over}{title} from {plain(notice.decision.on)}".split())


def ended(notice: Notice, situation: Situation) -> str:
    """Say which suspension has ended with a decision; empty where none has."""
    what, day = _what_ended(notice, situation), notice.decision.on
    if not what:
        return ""
    began = step_of(notice.provider, situation.on_day(day - _A_DAY)).since
    held = f", in force since {plain(began)}," if began else ""
    return f"The {what} with {notice.provider.name}{held} ends with effect from {plain(day)}."


def opening(notice: Notice, council: str, situation: Situation) -> str:
    """Say what was decided: what has ended, if something has, and what holds now."""
    decided, over = step_entry(notice.decision.step).decided, ended(notice, situation)
    if over:
        return f"{council} has decided: {over[0].lower()}{over[1:]} From that day {notice.provider.name} {decided}."
    return f"{council} has decided: with effect from {plain(notice.decision.on)}, {notice.provider.name} {decided}."


def means(notice: Notice) -> str:
    """Say what it means for the reader; of a removal also from when the provider may apply again, where recorded."""
    entry, event = step_entry(notice.decision.step), notice.decision.event
    family = notice.to.kind is ToldAs.FAMILY
    said = " ".join((entry.means_for_families if family else entry.means).split())
    removed = notice.decision.step is EscalationStep.REMOVED and event is not None and event.reapply_from
    return f"{said} It may apply to be listed again from {plain(removed)}." if removed and not family else said


def asks(notice: Notice, situation: Situation) -> Iterator[str]:
    """Say what is asked of the reader: of a family in words of its own, of others by whether they have pupils there."""
    entry, family = step_entry(notice.decision.step), notice.to.kind is ToldAs.FAMILY
    if family:
        yield " ".join(entry.asks_of_families.split())
    elif _has_pupils(notice):
        yield " ".join(entry.asks_of_commissioners.split())
    if (day := _answer_by(notice, situation)) is not None:
        yield f"Let us know by {plain(day)}."
    if not family:
        yield " ".join(entry.asks.split())
    yield "Please answer that you have had this letter, so that we can record it."


def placements(notice: Notice, situation: Situation) -> Iterator[str]:
    """Say of each of the reader's placements what becomes of it, or how it stands where that is not recorded."""
    asked = notice.to.kind is not ToldAs.FAMILY and not _what_ended(notice, situation)
    for placement, what in notice.placements:
        stands = _stands(placement, situation)
        if what:
            begun = "" if stands == "runs there" else f" ({stands})"
            yield f"{placement}{begun}: {what.strip()[:1].upper()}{what.strip()[1:].rstrip('.')}."
        else:
            yield f"{placement} {stands}{': tell us what becomes of it.' if asked else '.'}"


def closing(notice: Notice, reply_to: str) -> Iterator[str]:
    """Say how to answer, and how to write of pupils."""
    if notice.to.kind is ToldAs.FAMILY:
        reference = notice.to.placements[0]
        yield f"When you answer, give our reference {reference} instead of a name, date of birth or address."
    elif _has_pupils(notice):
        yield _REFERENCES
    if reply_to:
        yield f"Answers and questions, also about the reasons, go to {reply_to}."


def _in_family(notice: Notice, situation: Situation) -> str:
    """Answer what a family's reader is to the placement: its parent or its learner."""
    placement = situation.records.placement(notice.to.placements[0])
    return placement.commissioner.kind.value if placement else "parent"


def _what_ended(notice: Notice, situation: Situation) -> str:
    """Answer what has ended with a decision: "suspension of new placements"; empty where nothing has."""
    before = step_before(notice.decision, notice.provider, situation)
    return (step_entry(before).suspension or "") if rank(notice.decision.step) < rank(before) else ""


def _has_pupils(notice: Notice) -> bool:
    return notice.to.kind is ToldAs.COMMISSIONER and bool(notice.to.placements)


def _answer_by(notice: Notice, situation: Situation) -> date | None:
    """Answer by when the reader says what becomes of its placements; none where the council set no days for it."""
    local = situation.policy.local_setting(need_entry(Need.PLACEMENTS_SETTLED).within or "")
    asked = Need.PLACEMENTS_SETTLED in step_entry(notice.decision.step).needs and bool(notice.to.placements)
    if local is None or not asked:
        return None
    day = working_days_later(notice.decision.on, int(local.value), situation)
    return day if day >= situation.on else None


def _stands(placement_id: str, situation: Situation) -> str:
    """Say how a placement stands on the day of the letter."""
    placement = situation.records.placement(placement_id)
    if placement is not None and placement.starts > situation.on:
        return f"is to begin there on {plain(placement.starts)}"
    if placement is not None and placement.end is not None and placement.end.on < situation.on:
        return f"ended there on {plain(placement.end.on)}"
    return "runs there"
