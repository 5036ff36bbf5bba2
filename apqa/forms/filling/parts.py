"""What a form says, in parts that are taken or kept as a whole, and how it says them when nobody fills anything in.

A part is a box, a list of single values, or a table with all its rows: an entry that was put in before another moves
that one, so that row by row nobody could tell which of two rows is the same entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.filling.box import Named, Page, Table
from apqa.forms.filling.stamp import in_short

if TYPE_CHECKING:
    from apqa.forms.filling.box import Form, Way
    from apqa.forms.filling.flat import Flat

_Entries = dict[str | int, "Flat"]


def parts(form: Form, flat: Flat) -> dict[Way, Flat]:
    """Answer what is filled in, part by part, each by its way."""
    found: dict[Way, Flat] = {}
    for way, text in flat.items():
        found.setdefault(part_of(form, way), {})[way] = text
    return found


def part_of(form: Form, way: Way) -> Way:
    """Answer the part a box belongs to. Whether a table has any rows belongs to the table."""
    for table in form.tables:
        length = len(table.way)
        if way[:length] == table.way and (len(way) == length or isinstance(way[length], int)):
            return table.way
    return way[:-1] if isinstance(way[-1], int) else way


def key_of(part: Way) -> str:
    """Answer a part as one word: "sessions.attended"."""
    return ".".join(map(str, part))


def went_out(form: Form, flat: Flat) -> dict[str, str]:
    """Answer in short what each part says in a form that goes out, by its key; parts that say nothing are left out."""
    return {key_of(part): in_short(said) for part, said in parts(form, untouched(form, flat)).items()}


def untouched(form: Form, flat: Flat) -> Flat:
    """Answer what a form says that comes back as it went out: entries that are only sent along are no answers."""
    found = dict(flat)
    for page in form.pages:
        if isinstance(page, Page):
            continue
        entries = _entries(page, flat)
        found = {way: text for way, text in found.items() if not _is_in(way, page, entries)}
        kept = [name for name, said in entries.items() if _says_something(page, said)]
        for number, name in enumerate(kept):
            above = (*page.way, number if isinstance(page, Table) else name)
            found |= {(*above, *way): text for way, text in entries[name].items()}
    return found


def locked(form: Form, flat: Flat) -> dict[str, str]:
    """Answer what the provider must leave as it is, by its key: the objectives, as the plan or the draft words them."""
    return {
        key_of((*table.way, number, *box.way)): said[box.way]
        for table in form.tables
        for number, said in _entries(table, flat).items()
        for box in table.boxes
        if box.is_locked_with(said.get(box.way, ""))
    }


def _entries(page: Table | Named, flat: Flat) -> _Entries:
    found: _Entries = {}
    length, kind = len(page.way), int if isinstance(page, Table) else str
    for way, text in flat.items():
        if way[:length] == page.way and len(way) > length and isinstance(way[length], kind):
            found.setdefault(way[length], {})[way[length + 1 :]] = text
    return found


def _is_in(way: Way, page: Table | Named, entries: _Entries) -> bool:
    length = len(page.way)
    return way[:length] == page.way and len(way) > length and way[length] in entries


def _says_something(page: Table | Named, said: Flat) -> bool:
    """Answer whether an entry is an answer by what goes out: something in a box that the council does not fill in.

    An entry that is known before is one by the box it cannot be without: a criterion by its rating.
    """
    if isinstance(page, Table):
        return any(box.way in said for box in page.boxes if not box.given)
    return any(box.way in said for box in page.boxes if box.needed and len(box.way) == 1)
