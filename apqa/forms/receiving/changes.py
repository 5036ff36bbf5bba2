"""What a form would change of a record, value by value, in the order and the words of the form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from apqa.forms.filling.box import BoxKind, Named, Page, below_page
from apqa.forms.filling.names import spoken_name
from apqa.guidance.days import plain
from apqa.questions.received import Change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.forms.filling.box import Box, Form, Table, Way
    from apqa.forms.filling.flat import Flat
    from apqa.forms.receiving.answer import Where


_LAST = 1_000_000


def changes(
    form: Form, old: Flat, new: Flat, places: Mapping[Way, Where], sent_along: Flat | None = None
) -> tuple[Change, ...]:
    """Answer every value that would be other than it is. `sent_along` is what was filled in beside the record's own."""
    along = sent_along or {}
    ways = sorted({way for way in (*old, *new) if old.get(way) != new.get(way)}, key=lambda way: _order(form, way))
    return tuple(
        Change(
            key=".".join(str(part) for part in way),
            title=form.titled(way),
            old=shown(form.box_at(way), old.get(way, "")),
            new=shown(form.box_at(way), new.get(way, "")),
            place=_place(way, places),
            as_filled_in=way in along and along[way] == new.get(way),
        )
        for way in ways
    )


def _place(way: Way, places: Mapping[Way, Where]) -> str:
    """Answer where a value stands; of one that is gone from a list of boxes, where the list begins."""
    found = places.get(way) or places.get(way[:-1])
    return found.place if found else ""


def shown(box: Box | None, text: str) -> str:
    """Write a value the way people read it."""
    if not text or box is None:
        return text
    if box.kind is BoxKind.DAY:
        return plain(date.fromisoformat(text))
    if box.kind is BoxKind.NAME:
        return spoken_name(text)
    return next((label for word, label in box.choices if word == text), text)


def _order(form: Form, way: Way) -> tuple[int, int, int, int]:
    """Answer where a value stands in the form: page, entry, box, and the number of a box of several."""
    for page_number, page in enumerate(form.pages):
        rest = below_page(way, page)
        if not rest:
            continue
        for number, box in enumerate(page.boxes):
            if rest == box.way:
                return page_number, _entry(way, page), number, 0
            if box.several and rest[:-1] == box.way:
                return page_number, _entry(way, page), number, int(rest[-1])
    return len(form.pages), 0, 0, 0


def _entry(way: Way, page: Page | Table | Named) -> int:
    if isinstance(page, Page):
        return 0
    name = way[len(page.way)]
    return list(page.titles).index(str(name)) if isinstance(page, Named) and name in page.titles else _number(name)


def _number(name: str | int) -> int:
    """Answer where an entry comes: what no form knows comes last."""
    return name if isinstance(name, int) else _LAST
