"""Notes of visit once they are out: as they were, corrected openly, in the provider's hands (QF-56, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.circulation import (
    TO_THE_PROVIDER,
    amended_by,
    circulated_by,
    not_circulated,
    sent_on,
    sent_to_provider_on,
    sent_within,
    went_out,
    without_amendment,
)
from apqa.questions.sealing import changed_amendments, is_as_sealed, unknown_seals
from apqa.records.kinds import AUTHORITY, CALENDAR, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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
    remedy="Name in the note, under circulation, to whom it goes, the provider among them (`party: provider`); the day "
    "is added when it is sent.",
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
    remedy="Circulate it, to the provider too, and record to whom and when (`party: provider` says who that is).",
    rests_on=(AUTHORITY, CALENDAR),
)
def note_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was not circulated within the council's days, or not to the provider or all on its list.

    A note that stays in a drawer changes nothing, and its content should never be a surprise to the provider.
    """
    open_, due = not_circulated(visit, situation), circulated_by(visit, situation)
    if open_ == "circulated" and due < situation.on:
        yield Fault(
            visit,
            f"visited on {plain(visit.on)}; the note is not recorded as circulated, and was due by {plain(due)}",
            ("note",),
        )
    elif open_ == TO_THE_PROVIDER:
        yield Fault(visit, "the provider is not among those it was circulated to", ("note", "circulation"))
    elif open_ and due < situation.on:
        said = f"visited on {plain(visit.on)}; the note is not recorded as {open_}, and was due by {plain(due)}"
        yield Fault(visit, said, ("note", "circulation"))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Correct the day, if it is wrong; else give the reason as a waiver. The day itself cannot be made good.",
    rests_on=(AUTHORITY, CALENDAR),
)
def note_circulated_late(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit went out, or went to the provider, after the council's days for circulating it.

    It is out now. That it was late stays to be seen, for how the council keeps its own days is asked of it too.
    """
    note, due = _written(visit, situation), circulated_by(visit, situation)
    if note is None:
        return
    first, told = sent_on(note, situation.on), sent_to_provider_on(note, situation.on)
    if first is not None and first > due:
        yield _late(visit, f"the note first went out on {plain(first)}", due)
    elif told is not None and told > due:
        yield _late(visit, f"the note went to the provider on {plain(told)}", due)


def _late(visit: Visit, says: str, due: date) -> Fault:
    return Fault(visit, f"visited on {plain(visit.on)}; {says}, and was due by {plain(due)}", ("note", "circulation"))


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
    for number in changed_amendments(visit) if note else ():
        way = f"`apqa note-of-visit {visit.id} --amend`"
        said = "an amendment that was sent does not say what it said then"
        yield Fault(visit, said, ("note", "amendments", number), remedy=f"{_PUT_BACK}: {way}.")
    if note and (bore := max((each.amendments or 0 for each in note.circulation), default=0)) > len(note.amendments):
        said = f"it was sent with {bore} of its amendments, and there {_are(len(note.amendments))} now"
        yield Fault(visit, said, ("note", "circulation"))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57", "QF-C"),
    basis="QF-56, QF-57",
    remedy="Put back the seal that was there, which the history of the file has; a seal of a later apqa is checked "
    "with that.",
)
def seal_not_known(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit or an amendment bears a seal made in a way that this apqa does not know.

    Whether it says what it said when it was sent cannot be told by it: a seal that tells nothing protects nothing.
    """
    for seal, at in unknown_seals(visit) if _written(visit, situation) else ():
        version = seal.partition("-")[0]
        yield Fault(visit, f"its seal is of a kind ({version}) that cannot be checked with this apqa", at)


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Send the note once more, with its amendment, and record it.",
    rests_on=(AUTHORITY, CALENDAR),
)
def amendment_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was amended and who had it was not sent it again within the council's days.

    Whoever holds the note as it was takes what was corrected for true. The days are those for circulating a note.
    """
    note = _written(visit, situation)
    for number, each in enumerate(note.amendments if note else ()):
        due = sent_within(each.on, situation)
        without = without_amendment(note, number, situation.on) if note and due < situation.on else ()
        if without:
            names = ", ".join(known.to for known in without)
            said = f"amended on {plain(each.on)}; not recorded as sent since to {names}, and was due by {plain(due)}"
            way = f"`apqa note-of-visit {visit.id} --sent DAY`"
            remedy = f"Send the note once more, with its amendment, and record it: {way}."
            yield Fault(visit, said, ("note", "amendments", number), remedy=remedy)


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-56", "QF-57"),
    basis="QF-56",
    remedy="Correct the text itself and take the amendment out; or record to whom the note went before, and when.",
)
def amendment_of_unsent_note(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was amended before it is recorded to have gone to anybody.

    An amendment tells those who hold a note what is wrong in it. While nobody holds it, its text is what is corrected.
    """
    note = _written(visit, situation)
    for number, each in enumerate(amended_by(note, situation.on) if note else ()):
        if note and sent_on(note, each.on) is None:
            said = f"amended on {plain(each.on)}, and not recorded as sent to anybody by then"
            yield Fault(visit, said, ("note", "amendments", number))


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
    for number, each in enumerate(note.amendments if note and note.seal else ()):
        if note and each.seal is None and went_out(note, number, situation.on):
            remedy = f"Compare it with what was sent, and seal it: `apqa note-of-visit {visit.id} --seal`."
            said = f"the amendment of {plain(each.on)} was sent and is not sealed"
            yield Fault(visit, said, ("note", "amendments", number), remedy=remedy)


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
    note = _written(visit, situation)
    if note is not None and note.filed is None and circulated_by(visit, situation) < situation.on:
        yield Fault(visit, "it is not recorded where the note is filed", ("note",))


def _are(number: int) -> str:
    return {0: "are none", 1: "is 1"}.get(number, f"are {number}")


def _written(visit: Visit, situation: Situation) -> Note | None:
    """Answer the note of a visit, where it was written by the day."""
    return visit.note if visit.note is not None and visit.note.written_on <= situation.on else None
