"""A note of visit (Appendix C) as a document, and the sheet to take along to a visit that is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.document import Document, Notice, Section
from apqa.forms.note_of_visit import following, found, head
from apqa.forms.note_of_visit.asked import AskedNote
from apqa.forms.note_of_visit.values import note_values, sheet_values
from apqa.forms.note_of_visit.words import standing
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.note_of_visit.asked import AskedVisit

FORM = "note-of-visit"
SHEET = "visit-sheet"

SECTIONS: tuple[tuple[str, str, Callable[[AskedNote], Iterator[Block]]], ...] = (
    ("in_short", "In short", head.in_short),
    ("about", "About the visit", head.about),
    ("raised", "What raised the concern", lambda asked: head.raised(asked.about)),
    ("last_actions", "The last note's actions", following.last_actions),
    ("looked_at", "What was looked at", head.looked_at),
    ("sampled", "Central record, pupils and hours", head.sampled),
    ("areas", "What was found, area by area", found.areas),
    ("strengths", "Strengths", found.strengths),
    ("developments", "Areas for development", found.developments),
    ("concerns", "Concerns", found.concerns),
    ("provider_said", "What the provider said", found.provider_said),
    ("agreed", "What was agreed", found.agreed),
    ("actions", "Actions", following.actions),
    ("following", "What follows", following.outcome),
    ("answer", "The provider's answer on the facts", following.answer),
    ("circulation", "Circulation", following.circulation),
    ("amendments", "Amendments", following.amendments),
    ("open", "Still open", following.still_open),
)
"""Every section of Appendix C in order: its key, its heading, and what it says. One that says nothing is left out."""

_SHEET_SECTIONS: tuple[tuple[str, str, Callable[[AskedVisit], Iterator[Block]]], ...] = (
    ("about", "About the visit", head.preparing),
    ("raised", "What raised the concern", head.raised),
    ("look_at", "What to look at", head.to_look_at),
    ("last_actions", "The last note's actions", following.as_it_stands),
    ("areas", "Area by area", found.areas_to_fill_in),
    ("note", "For the note", found.to_fill_in),
)


def note_document(about: AskedVisit) -> Document:
    """Answer the note of a visit as a document: all that its record can hold, in the order of Appendix C.

    Raises `ValueError` where the visit has no note.
    """
    if about.visit.note is None:
        raise ValueError(f"{about.visit.id} has no note")
    asked = AskedNote(about, about.visit.note)
    made = ((key, heading, tuple(blocks(asked))) for key, heading, blocks in SECTIONS)
    return Document(
        form=FORM,
        name=f"{FORM}-{about.visit.id}",
        title="Note of visit",
        subtitle=f"{about.provider_name}, {plain(about.visit.on)}",
        author=about.council,
        on=about.on,
        sections=tuple(Section(key, heading, blocks) for key, heading, blocks in made if blocks),
        notices=tuple(_notices(asked)),
        stamp=_stamp(asked),
        footer=_footer(asked),
        facts=tuple(dict.fromkeys(_facts(asked))),
        values=note_values(asked),
    )


def sheet_document(asked: AskedVisit) -> Document:
    """Answer the sheet to take along to a visit that is planned: what to look at, and room to write."""
    made = ((key, heading, tuple(blocks(asked))) for key, heading, blocks in _SHEET_SECTIONS)
    return Document(
        form=SHEET,
        name=f"{SHEET}-{asked.visit.id}",
        title="Sheet for a visit",
        subtitle=f"{asked.provider_name}, {plain(asked.visit.on)}",
        author=asked.council,
        on=asked.on,
        sections=tuple(Section(key, heading, blocks) for key, heading, blocks in made if blocks),
        stamp="DRAFT: prepared before the visit, no note of it",
        footer=f"Sheet for the visit to {asked.provider_name}, {plain(asked.visit.on)}",
        facts=head.prepared(asked),
        values=sheet_values(asked),
    )


def _stamp(asked: AskedNote) -> str:
    if not asked.about.is_draft:
        return ""
    return "DRAFT: a working copy, not the note as it was sent" if asked.went_out else "DRAFT: not for circulation"


def _footer(asked: AskedNote) -> str:
    """Say at the foot of each page how confidential it is, whose note it is, and that it was amended."""
    marking = f"{asked.note.marking}. " if asked.note.marking else ""
    amended = f", amended {plain(asked.amendments[-1].on)}" if asked.amendments else ""
    return f"{marking}Note of visit to {asked.about.provider_name}, {plain(asked.visit.on)}{amended}"


def _notices(asked: AskedNote) -> Iterator[Notice]:
    """Answer what must be seen first: that a draft has something open, and every amendment."""
    held = asked.about.held_back if asked.about.is_draft else ()
    if held:
        things = "1 thing is" if len(held) == 1 else f"{len(held)} things are"
        yield Notice(f"This draft is not to be handed over: {things} still open, named at the end.")
    for each in asked.amendments:
        yield Notice(f"Amended on {plain(each.on)}, by {each.by}:", (each.what,))


def _facts(asked: AskedNote) -> Iterator[str]:
    """Answer what any form of the note must hold, whatever a council's own template leaves out."""
    note = asked.note
    yield from (asked.about.provider_name, standing(asked.visit.type), note.summary)
    yield from (each for each in (standing(note.outcome), standing(note.recommendation), note.provider_said) if each)
    for area in note.areas:
        yield from (standing(area.area), standing(area.judgement))
    yield from (*note.strengths, *note.developments, *note.agreed)
    for concern in note.concerns:
        yield from (concern.what, standing(concern.level))
    for action in note.actions:
        yield from (action.what, action.owner, plain(action.due))
    yield from (each.to for each in note.circulation)
