"""What the sections of a termly report are built of: values that are recorded, and the names of those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.documents.document import Facts, Paragraph, Table
from apqa.forms.termly_report.words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apqa.forms.documents.document import Block

NOTHING = Paragraph("Nothing is recorded.", aside=True)

_PROPER = frozenset({"English", "EHC", "Virtual"})


def recorded(pairs: Iterable[tuple[str, Any]], *, names_all: bool = False) -> Iterator[Block]:
    """Answer what is recorded as values behind their labels, and name at the end what is not.

    Where nothing is recorded that is said, or with `names_all` what it is that is not.
    """
    every = [(label, said(value)) for label, value in pairs]
    there = tuple((label, value) for label, value in every if value)
    if there:
        yield Facts(there)
    elif not names_all:
        yield NOTHING
        return
    absent = [_inside(label) for label, value in every if not value]
    if absent:
        yield Paragraph(f"Not recorded: {'; '.join(absent)}.", aside=True)


def tabled(title: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]]) -> Iterator[Block]:
    """Answer a table of what is recorded, without the columns of which no row says anything; none without rows.

    Columns are named with how wide they are beside one another. What one row lacks is an empty cell with a dash.
    """
    cells = [[said(value) for value in row] for row in rows]
    kept = [number for number in range(len(columns)) if not number or any(row[number] for row in cells)]
    if cells:
        yield Table(
            title=title,
            head=tuple(columns[number][0] for number in kept),
            rows=tuple(tuple(row[number] or "\N{EN DASH}" for number in kept) for row in cells),
            widths=tuple(columns[number][1] for number in kept),
        )


def said(value: Any) -> str:
    """Write a value as it stands alone: what a person wrote as it is, a word of apqa's with a capital letter."""
    text = spoken(value)
    return text if type(value) is str else text[:1].upper() + text[1:]


def _inside(label: str) -> str:
    """Write a label as it stands inside a sentence."""
    first = label.split(" ", maxsplit=1)[0]
    return label if first in _PROPER else label[:1].lower() + label[1:]
