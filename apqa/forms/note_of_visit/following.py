"""What follows a visit: the last note's actions and the new ones, the provider's answer, circulation, amendments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.document import Paragraph, Table
from apqa.forms.note_of_visit.as_of import circulation_as_of
from apqa.forms.note_of_visit.stated import stated
from apqa.forms.note_of_visit.words import standing, state_of
from apqa.forms.termly_report.blocks import tabled
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.forms.documents.document import Block
    from apqa.forms.note_of_visit.asked import AskedNote, AskedVisit
    from apqa.records.action import Action
    from apqa.records.note import Note


def last_actions(asked: AskedNote) -> Iterator[Block]:
    """Answer what became of the last note's actions: in this note's words, and as the records had them that day."""
    if asked.note.last_actions:
        yield Paragraph(asked.note.last_actions)
    elif _had_actions(asked.about):
        yield Paragraph("This note says nothing of the last note's actions.", aside=True)
    yield from actions_before(asked.about, min(asked.note.written_on, asked.on))


def _had_actions(asked: AskedVisit) -> bool:
    return bool(asked.last and asked.last.note and asked.last.note.actions)


def actions_before(asked: AskedVisit, on: date) -> Iterator[Block]:
    """Answer the last note's actions as they stood on a day, or that there are none."""
    yield from _unread(asked)
    last = asked.last
    if last is None or last.note is None:
        yield Paragraph("No earlier note of visit is recorded.", aside=True)
    elif not last.note.actions:
        yield Paragraph(f"The note of {plain(last.on)} holds no action.", aside=True)
    else:
        yield from _tabled(f"Actions of the note of {plain(last.on)}, as of {plain(on)}", last.note.actions, on)


def _unread(asked: AskedVisit) -> Iterator[Block]:
    if asked.unread:
        yield Paragraph(f"These records cannot be read, and may hold the last note: {asked.unread}.", aside=True)


def actions(asked: AskedNote) -> Iterator[Block]:
    """Answer the actions agreed: what and why, by whom, by when, what will show it, and how each stands."""
    found = asked.note.actions
    if not found:
        yield Paragraph("No action was agreed.", aside=True)
        return
    lacks = "" if any(each.evidence_expected for each in found) else "; the evidence expected is not recorded"
    yield from _tabled(f"Actions agreed, as of {plain(asked.on)}{lacks}", found, asked.on)


def _tabled(title: str, found: tuple[Action, ...], on: date) -> Iterator[Block]:
    columns = (
        ("What is to be done", 6),
        ("Why", 4),
        ("Who", 3),
        ("By when", 3),
        ("Evidence expected", 4),
        ("State", 3),
    )
    rows = ((each.what, each.why, each.owner, each.due, each.evidence_expected, state_of(each, on)) for each in found)
    yield from tabled(title, columns, rows)


def outcome(asked: AskedNote) -> Iterator[Block]:
    """Answer what was told face to face, and where it is taken further and filed."""
    note, visit = asked.note, asked.visit
    told = visit.senior_management_told
    yield from stated(
        asked,
        (
            ("Said face to face", _face_to_face(note)),
            ("Senior management told", told if told and told <= asked.on else None),
            ("Action plan", note.escalation),
            ("Filed at", note.filed),
        ),
    )


def _face_to_face(note: Note) -> str:
    if note.told_face_to_face is None:
        return ""
    return "Yes, all that stands in this note" if note.told_face_to_face else "No, not all that stands in this note"


def answer(asked: AskedNote) -> Iterator[Block]:
    """Answer what the provider said of the facts in the note, and when."""
    note = asked.note
    came = note.provider_responded_on
    if note.provider_response and (came is None or came <= asked.on):
        yield Paragraph(note.provider_response)
        yield Paragraph(f"Answered on {plain(came)}." if came else "The day it answered is not recorded.", aside=True)
    elif by := asked.about.answer_by:
        may = "may say" if by >= asked.on else "could say"
        yield Paragraph(f"No answer is recorded. The provider {may} until {plain(by)} where a fact is wrong.")
    else:
        yield Paragraph("No answer is recorded. The provider may tell the council where a fact is wrong.", aside=True)


def circulation(asked: AskedNote) -> Iterator[Block]:
    """Answer to whom the note went, and to whom it is to be sent."""
    rows = tuple(
        (each.to, standing(each.party), plain(each.on) if each.on else "To be sent")
        for each in circulation_as_of(asked.note, asked.on)
    )
    if not rows:
        yield Paragraph("Nobody is named to whom it goes.", aside=True)
    yield from tabled("To whom this note goes", (("To", 5), ("For", 3), ("Sent", 3)), rows)


def amendments(asked: AskedNote) -> Iterator[Block]:
    """Answer the corrections since it was circulated. The text above them stands as it was sent."""
    rows = tuple((plain(each.on), each.what, each.by) for each in asked.amendments)
    if not rows:
        return
    yield Paragraph("The note stands above as it was first circulated. Read it with these corrections.")
    yield Table(
        "What was corrected since it first went out", ("Amended on", "What is corrected", "By"), rows, (2, 5, 2)
    )


def still_open(asked: AskedNote) -> Iterator[Block]:
    """Answer what keeps a draft from being handed over, and what to do about each."""
    if not asked.about.is_draft:
        return
    rows = tuple((f"{_unquoted(each.message)}\n{each.place}", _unquoted(each.remedy)) for each in asked.about.held_back)
    if rows:
        head = ("What is open, and where", "What to do")
        yield Table("What keeps this draft from being handed over", head, rows, (1, 1))


def _unquoted(text: str) -> str:
    """Answer a text of a finding without the signs that set names apart on a screen."""
    return text.replace("`", "")


def as_it_stands(asked: AskedVisit) -> Iterator[Block]:
    """Answer the last note's actions with how they stand on the day asked about, and room to write beside each."""
    last, note = asked.last, asked.last.note if asked.last else None
    if last and note and note.actions:
        yield from _unread(asked)
        title = f"Actions of the note of {plain(last.on)}, as of {plain(asked.on)}"
        head = ("What is to be done", "Who, by when", "State", "What became of it")
        each_row = (
            (each.what, f"{each.owner}, {plain(each.due)}", state_of(each, asked.on), "") for each in note.actions
        )
        yield Table(title, head, tuple(each_row), (5, 3, 2, 5), has_room=True)
    else:
        yield from actions_before(asked, asked.on)
    rows = tuple((each, "") for each in note.agreed) if note else ()
    if rows:
        yield Table("What else was agreed", ("What was agreed", "What became of it"), rows, (2, 3), has_room=True)
