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


TO_THE_PROVIDER = "sent to the provider"
"""What is still to be done with a note that went to others and not to the provider."""


def sent_on(note: Note, on: date) -> date | None:
    """Answer the day a note first went to anybody, by a day; none where it has not."""
    return min(_days_sent(note, on), default=None)


def sent_to_provider_on(note: Note, on: date) -> date | None:
    """Answer the first day by a day on which the provider was sent the note; none where it was not."""
    return min(_days_sent(note, on, provider_alone=True), default=None)


def _days_sent(note: Note, on: date, *, provider_alone: bool = False) -> Iterable[date]:
    for each in note.circulation:
        if each.on is not None and each.on <= on and (each.is_provider or not provider_alone):
            yield each.on


def not_circulated(visit: Visit, situation: Situation) -> str:
    """Answer what is still to be done with a note that was written: to circulate it, or to send it to whom.

    Empty where everybody on its list was sent it, the provider among them, or where there is no note by the day.
    """
    note = visit.note
    if note is None or note.written_on > situation.on:
        return ""
    if sent_on(note, situation.on) is None:
        return "circulated"
    if sent_to_provider_on(note, situation.on) is None:
        return TO_THE_PROVIDER
    waiting = [each.to for each in never_sent(note, situation.on)]
    return f"sent to {', '.join(waiting)}" if waiting else ""


def never_sent(note: Note, on: date) -> tuple[Circulation, ...]:
    """Answer who stands on the list of a note and was not sent it by a day. Who is named twice is answered once."""
    return tuple(each[0] for each in _sendings(note, on) if not each[1])


def amended_by(note: Note, on: date) -> tuple[Amendment, ...]:
    """Answer the amendments that had been written by a day."""
    return tuple(each for each in note.amendments if each.on <= on)


def without_amendment(note: Note, number: int, on: date) -> tuple[Circulation, ...]:
    """Answer who has the note and was not sent it by a day with that amendment: they take what was corrected for true.

    The amendments are numbered from nought.
    """
    return tuple(known for known, sent in _sendings(note, on) if sent and not _bore(note, number, sent))


def went_out(note: Note, number: int, on: date) -> bool:
    """Answer whether anybody was sent the note by a day with that amendment, numbered from nought."""
    return any(_bore(note, number, sent) for _, sent in _sendings(note, on))


def first_not_sent(note: Note, on: date) -> int | None:
    """Answer the number of the first amendment by a day that somebody who has the note was not sent; none where all."""
    for number, each in enumerate(note.amendments):
        if each.on <= on and without_amendment(note, number, on):
            return number
    return None


def still_to_go(note: Note, on: date) -> tuple[Circulation, ...]:
    """Answer who is to be sent the note as it stands: who was not sent it by a day, and who was before it was amended.

    Whoever is named more than once is answered once.
    """
    written = [number for number, each in enumerate(note.amendments) if each.on <= on]
    return tuple(
        known
        for known, sent in _sendings(note, on)
        if not sent or not all(_bore(note, number, sent) for number in written)
    )


def _sendings(note: Note, on: date) -> list[tuple[Circulation, list[Circulation]]]:
    """Answer everybody on the list of a note, as first named, with what each was sent by a day."""
    named: dict[str, tuple[Circulation, list[Circulation]]] = {}
    for each in note.circulation:
        _, sent = named.setdefault(each.to, (each, []))
        if each.on is not None and each.on <= on:
            sent.append(each)
    return list(named.values())


def _bore(note: Note, number: int, sent: Iterable[Circulation]) -> bool:
    """Answer whether the note bore an amendment when it was sent, the last time or before.

    Where the record does not say, an amendment of the same day is taken to have come after: nobody is then taken to
    know of a correction who may not.
    """
    amended = note.amendments[number].on
    for each in sent:
        if each.amendments is not None and number < each.amendments:
            return True
        if each.amendments is None and each.on is not None and each.on > amended:
            return True
    return False


def circulated_by(visit: Visit, situation: Situation) -> date:
    """Answer the day by which a note is to be circulated, which the council sets in working days (QF-56)."""
    return sent_within(visit.on, situation)


def sent_within(after: date, situation: Situation) -> date:
    """Answer the day by which what was written or corrected on a day is to be in everybody's hands."""
    return working_days_later(after, situation.policy.days("circulation_days").days, situation)
