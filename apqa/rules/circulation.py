"""Notes of visit once they are out: as they were, corrected openly, in the provider's hands (QF-56, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.circulation import (
    circulated_by,
    not_circulated,
    seal_of,
    sent_on,
    sent_to_provider_on,
    sent_within,
)
from apqa.records.kinds import AUTHORITY, CALENDAR, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.visit import Visit


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
    clauses=("QF-56", "QF-57"),
    basis="QF-57",
    remedy="Put the words back as they were circulated, and write what is wrong in them as an amendment with its day "
    "(note: amendments).",
)
def circulated_note_changed(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note was changed after it had been circulated.

    The note is the record of what was said and agreed, and others hold it as it was sent. A correction is an amendment
    with a day of its own, so that everybody sees what was corrected, when and by whom.
    """
    note = visit.note
    if note is None or note.seal is None or note.seal == seal_of(visit):
        return
    sent = sent_on(note, situation.on)
    since = f"since it was circulated on {plain(sent)}" if sent else "since it was sealed"
    yield Fault(visit, f"the note does not say what it said {since}: its seal no longer fits", ("note", "seal"))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Send the note with its amendments to the provider and to whoever had it, and record it (circulation).",
    rests_on=(AUTHORITY, CALENDAR),
)
def amendment_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note was amended, and the provider was not sent the amendment within the council's days.

    Nothing in a note should surprise the provider, and a correction least of all.
    """
    note = visit.note
    told = sent_to_provider_on(note, situation.on) if note else None
    if note is None or told is None:
        return
    for number, each in enumerate(note.amendments):
        due = sent_within(each.on, situation)
        if told < each.on <= situation.on and due < situation.on:
            said = f"amended on {plain(each.on)}; the provider had the note last on {plain(told)}, and was to have the "
            yield Fault(visit, f"{said}amendment by {plain(due)}", ("note", "amendments", number))


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
