"""To whom a note of visit went, to whom it is still to go, and what was amended since (QF-56, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.working_days import working_days_later

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.note import Amendment, Circulation, Note
    from apqa.records.visit import Visit


def sent_on(note: Note, on: date) -> date | None:
    """Answer the day a note first went to anybody, by a day; none where it has not."""
    return min(_days_sent(note, on), default=None)


def sent_to_provider_on(note: Note, on: date) -> date | None:
    """Answer the last day by a day on which the provider was sent the note; none where it was not."""
    return max(_days_sent(note, on, provider_alone=True), default=None)


def _days_sent(note: Note, on: date, *, provider_alone: bool = False) -> Iterable[date]:
    for each in note.circulation:
        if each.on is not None and each.on <= on and (each.is_provider or not provider_alone):
            yield each.on


def not_circulated(visit: Visit, situation: Situation) -> str:
    """Answer what is still to be done with a note that was written: to circulate it, or to send it to the provider.

    Empty where it went to the provider, or where there is no note by the day.
    """
    note = visit.note
    if note is None or note.written_on > situation.on:
        return ""
    if sent_on(note, situation.on) is None:
        return "circulated"
    return "" if sent_to_provider_on(note, situation.on) else "sent to the provider"


def amended_by(note: Note, on: date) -> tuple[Amendment, ...]:
    """Answer the amendments that had been written by a day."""
    return tuple(each for each in note.amendments if each.on <= on)


def not_told_of(note: Note, on: date) -> tuple[Amendment, ...]:
    """Answer the amendments that the provider has not been sent: it has the note, as it stood before them."""
    told = sent_to_provider_on(note, on)
    return tuple(each for each in amended_by(note, on) if each.on > told) if told else ()


def still_to_go(note: Note, on: date) -> tuple[Circulation, ...]:
    """Answer who is to be sent the note as it stands: who was not sent it by a day, and who was before it was amended.

    Whoever is named more than once is answered once.
    """
    amended = max((each.on for each in amended_by(note, on)), default=None)
    last: dict[str, Circulation] = {}
    for each in note.circulation:
        known = last.get(each.to)
        if known is None or (each.on is not None and (known.on is None or each.on > known.on)):
            last[each.to] = each
    return tuple(
        each for each in last.values() if each.on is None or each.on > on or (amended is not None and each.on < amended)
    )


def circulated_by(visit: Visit, situation: Situation) -> date:
    """Answer the day by which a note is to be circulated, which the council sets in working days (QF-56)."""
    return sent_within(visit.on, situation)


def sent_within(after: date, situation: Situation) -> date:
    """Answer the day by which what was written or corrected on a day is to be in everybody's hands."""
    return working_days_later(after, situation.policy.days("circulation_days").days, situation)
