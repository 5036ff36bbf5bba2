"""Notes of visit once they are out: as they were, corrected openly, in the provider's hands (QF-56, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.circulation import circulated_by, not_circulated, not_told_of, sent_on, sent_within
from apqa.questions.sealing import is_as_sealed
from apqa.records.kinds import AUTHORITY, CALENDAR, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.note import Note
    from apqa.records.visit import Visit

_PUT_BACK = (
    "Put back what was there; the history of the file has it. Then write the correction as an amendment with its day"
)


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-56", "QF-57"),
    basis="QF-56, QF-57",
    remedy="Name in the note, under circulation, to whom it goes, the provider among them; the day is added when it "
    "is sent.",
    holds_back_note=True,
)
def note_without_circulation_list(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note that was not circulated yet does not name to whom it goes, or not the provider.

    A note is shared within and across services, and nothing in it is a surprise to the provider.
    """
    note = _written(visit, situation)
    if note is None or sent_on(note, situation.on):
        return
    if not note.circulation:
        yield Fault(visit, "nobody is named to whom the note goes", ("note",))
    elif not any(each.is_provider for each in note.circulation):
        yield Fault(visit, "the provider is not among those to whom the note goes", ("note", "circulation"))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Circulate it, to the provider too, and record to whom and when.",
    rests_on=(AUTHORITY, CALENDAR),
)
def note_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was not circulated within the council's days, or not to the provider.

    A note that stays in a drawer changes nothing, and its content should never be a surprise to the provider.
    """
    open_, due = not_circulated(visit, situation), circulated_by(visit, situation)
    if open_ == "circulated" and due < situation.on:
        yield Fault(
            visit,
            f"visited on {plain(visit.on)}; the note is not recorded as circulated, and was due by {plain(due)}",
            ("note",),
        )
    elif open_ == "sent to the provider":
        yield Fault(visit, "the provider is not among those it was circulated to", ("note", "circulation"))


@rule(
    about=VISIT,
    severity=Severity.BREACH,
    clauses=("QF-56", "QF-57", "QF-C"),
    basis="QF-56, QF-57",
    remedy=f"{_PUT_BACK}.",
    holds_back_note=True,
)
def circulated_note_changed(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit no longer says what it said when it was circulated.

    Others hold the note as it was sent. A correction is an amendment with a day, so that everybody can tell what was
    said when. The recipients, the provider's answer, how actions go, where it is filed and the amendments may be
    written on.
    """
    note = _written(visit, situation)
    if note is not None and is_as_sealed(visit) is False:
        said = "the note, or what is recorded of its visit, does not say what it said when it was sealed"
        first = sent_on(note, situation.on)
        sent = f"; it was first sent on {plain(first)}" if first else ""
        way = f"`apqa note-of-visit {visit.id} --amend`"
        yield Fault(visit, f"{said}{sent}", ("note", "seal"), remedy=f"{_PUT_BACK}: {way}.")


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Send the note once more, with its amendment, and record it.",
    rests_on=(AUTHORITY, CALENDAR),
)
def amendment_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was amended and the provider was not sent it again within the council's days.

    Whoever holds the note as it was takes what was corrected for true. The days are those for circulating a note.
    """
    note = _written(visit, situation)
    for each in not_told_of(note, situation.on) if note else ():
        due = sent_within(each.on, situation)
        if note and due < situation.on:
            said = f"amended on {plain(each.on)}; not sent to the provider since, and was due by {plain(due)}"
            way = f"`apqa note-of-visit {visit.id} --sent DAY`"
            remedy = f"Send the note once more, with its amendment, and record it: {way}."
            yield Fault(visit, said, ("note", "amendments", note.amendments.index(each)), remedy=remedy)


@rule(
    about=VISIT,
    severity=Severity.ADVICE,
    clauses=("QF-56", "QF-C"),
    basis="QF-56",
    remedy="Compare it with what was sent, and seal it.",
)
def circulated_note_without_seal(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was circulated and bears no seal, so nobody can tell whether it was changed since.

    A circulated note is not edited. The seal, written when it goes out, is what shows it.
    """
    note = _written(visit, situation)
    if note is not None and note.seal is None and sent_on(note, situation.on):
        remedy = f"Compare it with what was sent, and seal it: `apqa note-of-visit {visit.id} --seal`."
        yield Fault(visit, "the note was circulated and is not sealed", ("note", "circulation"), remedy=remedy)


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-57",),
    basis="QF-57",
    remedy="File it by the council's procedures, and record where (filed).",
    rests_on=(AUTHORITY, CALENDAR),
)
def note_not_filed(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note is to have been circulated by now, and nobody recorded where it is filed.

    Notes are managed and filed by internal procedures. What cannot be found cannot be referred to next time.
    """
    note = visit.note
    if note is not None and note.filed is None and circulated_by(visit, situation) < situation.on:
        yield Fault(visit, "it is not recorded where the note is filed", ("note",))


def _written(visit: Visit, situation: Situation) -> Note | None:
    """Answer the note of a visit, where it was written by the day."""
    return visit.note if visit.note is not None and visit.note.written_on <= situation.on else None
