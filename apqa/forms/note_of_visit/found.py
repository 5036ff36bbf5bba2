"""What a visit found: area by area, strengths, what could be better, and concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.document import Bullets, Paragraph, Table
from apqa.forms.note_of_visit.words import standing
from apqa.forms.termly_report.blocks import NOTHING
from apqa.vocabulary.review import Area

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.note_of_visit.asked import AskedNote, AskedVisit

_DASH = "\N{EN DASH}"


def areas(asked: AskedNote) -> Iterator[Block]:
    """Answer each area with its judgement and colour, both in words, and what was seen and said there."""
    found = asked.note.areas
    if not found:
        yield NOTHING
        return
    yield Table(
        title="What was found in each area",
        head=("Area", "Judgement", "Colour", "What was seen and said"),
        rows=tuple(
            (standing(each.area), standing(each.judgement), standing(each.colour) or _DASH, each.seen or _DASH)
            for each in found
        ),
        widths=(5, 5, 3, 10),
        tones=tuple(each.colour.value if each.colour else "" for each in found),
    )
    left = [each for each in Area if each not in {one.area for one in found}]
    if left:
        yield Paragraph(f"Nothing is recorded of: {'; '.join(standing(each).lower() for each in left)}.", aside=True)


def strengths(asked: AskedNote) -> Iterator[Block]:
    """Answer what is good and worth celebrating."""
    yield _listed(asked.note.strengths)


def developments(asked: AskedNote) -> Iterator[Block]:
    """Answer what could be better."""
    yield _listed(asked.note.developments)


def concerns(asked: AskedNote) -> Iterator[Block]:
    """Answer what gives concern, and how grave it is."""
    rows = tuple((each.what, standing(each.level)) for each in asked.note.concerns)
    yield (
        Table("What gives concern, about the provider", ("Concern", "How grave"), rows, (5, 1))
        if rows
        else Paragraph("No concern is recorded.", aside=True)
    )


def agreed(asked: AskedNote) -> Iterator[Block]:
    """Answer what was agreed beside the actions."""
    if asked.note.actions and not asked.note.agreed:
        yield Paragraph("The actions below.")
    else:
        yield _listed(asked.note.agreed)


def provider_said(asked: AskedNote) -> Iterator[Block]:
    """Answer what the provider said."""
    yield Paragraph(asked.note.provider_said) if asked.note.provider_said else NOTHING


def areas_to_fill_in(_asked: AskedVisit) -> Iterator[Block]:
    """Answer every area with room for a judgement and for what was seen and said."""
    yield Table(
        title="Judgements: strength, meets what is expected, needs improvement, concern, or not looked at",
        head=("Area", "Judgement", "What was seen and said"),
        rows=tuple((standing(each), "", "") for each in Area),
        widths=(5, 4, 10),
        has_room=True,
    )


def to_fill_in(_asked: AskedVisit) -> Iterator[Block]:
    """Answer room for all else the note will say."""
    asks = (
        "Provider's staff met, by role",
        "Pupils spoken with (number) and sessions observed",
        "Strengths",
        "What could be better",
        "Concerns",
        "What the provider said",
        "What was agreed",
    )
    yield Table(
        "To write the note from",
        ("For the note", "In notes"),
        tuple((each, "") for each in asks),
        (2, 5),
        has_room=True,
    )
    actions = ("What", "Why", "Who", "By when", "Evidence")
    yield Table("Actions agreed", actions, (("", "", "", "", ""),) * 3, (5, 4, 3, 3, 4), has_room=True)
    yield Paragraph("Say everything that will stand in the note before you leave: nothing in it is to be a surprise.")


def _listed(items: tuple[str, ...]) -> Block:
    return Bullets(items) if items else NOTHING
