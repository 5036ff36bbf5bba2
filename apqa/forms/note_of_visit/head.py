"""What a note of visit begins with: who met whom and when, in short, why, and what was looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.forms.documents.document import Paragraph, Table
from apqa.forms.note_of_visit.stated import stated
from apqa.forms.note_of_visit.words import in_words, standing
from apqa.forms.termly_report.blocks import NOTHING, recorded, tabled
from apqa.guidance.days import plain
from apqa.questions.package import hours_text
from apqa.vocabulary.review import VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.note_of_visit.asked import AskedNote, AskedVisit
    from apqa.records.visit import Visit

_CODE = re.compile(r" \([a-z]{1,2}_[a-z_0-9]+\)")
"""The code of a criterion behind its title: whoever visits reads the title."""

_RAISED = frozenset({VisitType.SPOT_CHECK, VisitType.URGENT})


def in_short(asked: AskedNote) -> Iterator[Block]:
    """Answer the summary, and the outcome in words and as a colour."""
    note = asked.note
    row = tuple(standing(each) or "Not recorded" for each in (note.outcome, note.recommendation, note.next_visit_by))
    yield Paragraph(note.summary)
    yield Table(
        title="What came of the visit",
        head=("Outcome", "Recommendation for the list", "Next visit by"),
        rows=(row,),
        widths=(2, 4, 3),
        tones=(note.outcome.value if note.outcome else "",),
    )
    if asked.about.is_draft and not asked.about.held_back:
        yield Paragraph("Nothing keeps this note from being handed over.", aside=True)


def about(asked: AskedNote) -> Iterator[Block]:
    """Answer where and when it was, and who met whom: all by role, pupils by number."""
    written = f"{plain(asked.note.written_on)}, by {asked.note.written_by}"
    yield from stated(
        asked,
        (
            *_when_and_who(asked.about),
            ("Provider's staff met", ", ".join(asked.visit.provider_staff)),
            ("Pupils spoken with", _few(asked.visit.pupils_spoken_with, asked)),
            ("Sessions observed", asked.visit.sessions_observed),
            ("Note written", written),
            ("Marking", asked.note.marking),
        ),
    )


def preparing(asked: AskedVisit) -> Iterator[Block]:
    """Answer what is planned: where, when, by whom and what for."""
    yield from recorded(_when_and_who(asked))


def _when_and_who(asked: AskedVisit) -> Iterator[tuple[str, str]]:
    visit = asked.visit
    yield "Provider", asked.provider_name
    if visit.type is not VisitType.DESK_TOP_AUDIT:
        yield "Site", asked.site
    yield "Day", plain(visit.on)
    yield "Time", _times(visit)
    yield "Type of visit", standing(visit.type)
    yield "Purpose", visit.purpose or ""
    yield "Announced", standing(visit.announced)
    yield "Led by", standing(visit.lead)
    yield (
        "Other officers",
        ", ".join((in_words if number else standing)(each) for number, each in enumerate(visit.officers)),
    )


def _times(visit: Visit) -> str:
    if visit.starts_at is None:
        return f"until {visit.ends_at:%H:%M}" if visit.ends_at else ""
    return f"{visit.starts_at:%H:%M} to {visit.ends_at:%H:%M}" if visit.ends_at else f"from {visit.starts_at:%H:%M}"


def raised(asked: AskedVisit) -> Iterator[Block]:
    """Answer what set off a spot check, and whom that brought in (QF-55); nothing of other visits."""
    visit = asked.visit
    if visit.type not in _RAISED and visit.trigger is None and visit.concern is None:
        return
    yield from recorded(
        (
            ("What raised the concern", standing(visit.trigger)),
            ("The concern", visit.concern),
            ("Area of the concern", standing(visit.concern_area)),
            ("Virtual School asked", visit.virtual_school_asked),
            ("Social workers asked", visit.social_worker_asked),
        )
    )


def looked_at(asked: AskedNote) -> Iterator[Block]:
    """Answer which documents and records were looked at, with the days they bear."""
    visit = asked.visit
    found = [
        *tabled(
            "Documents seen",
            (("Document", 5), ("Dated", 3), ("Valid until", 3), ("Reference", 3)),
            ((each.what, each.dated, each.expires, each.reference) for each in visit.documents),
        ),
        *tabled(
            "Information gone through",
            (("Information", 3), ("What of it", 4), ("From", 2), ("To", 2), ("What it showed", 5)),
            ((standing(each.kind), each.what, each.starts, each.ends, each.found) for each in visit.information),
        ),
    ]
    yield from found or [NOTHING]


def sampled(asked: AskedNote) -> Iterator[Block]:
    """Answer what was found in the single central record, and of pupils and hours: in numbers alone."""
    yield from stated(asked, _numbers(asked))


def _few(number: int | None, asked: AskedNote) -> int | str | None:
    """Write a number of pupils; one below the council's small number not in figures: the note goes to many."""
    return f"fewer than {asked.about.small}" if number and number < asked.about.small else number


def _numbers(asked: AskedNote) -> Iterator[tuple[str, str]]:
    sample, look = asked.visit.central_record, asked.visit.registration
    entries = f"{sample.complete} of {sample.looked_at} entries looked at were complete" if sample else ""
    yield "Single central record", entries
    yield "Pupils full-time", f"{_few(look.pupils, asked)} of compulsory school age" if look else ""
    if look:
        most = hours_text(look.most_hours) if look.most_hours is not None else ""
        yield "Most hours a week of any pupil", f"{most} hours, breaks included" if most else ""
        yield "What that rests on", look.basis


def to_look_at(asked: AskedVisit) -> Iterator[Block]:
    """Answer what to look at, with room to write beside each."""
    items = prepared(asked)
    if not items and not asked.visit.look_at:
        yield NOTHING
        return
    rows = tuple((each, "") for each in items)
    if rows:
        yield Table("Prepared before the visit", ("What to look at", "What was seen"), rows, (3, 2), has_room=True)


def prepared(asked: AskedVisit) -> tuple[str, ...]:
    """Answer what the visit is to look at, without codes of criteria, and without what the last note agreed.

    That has a table of its own on the sheet, with room to write.
    """
    note = asked.last.note if asked.last else None
    agreed = (*(each.what for each in note.actions), *note.agreed) if note else ()
    bare = [" ".join(each.split()).rstrip(".") for each in agreed]
    items = (_CODE.sub("", each) for each in asked.visit.look_at)
    return tuple(each for each in items if not (each.startswith("Note of ") and any(text in each for text in bare)))
