"""The page of a provider as CSV: a row for each thing it says, with the part it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider.blocks import Facts, Grid, Points, Words
from apqa.display.provider.parts import parts
from apqa.display.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.provider.answer import ProviderPage
    from apqa.display.provider.blocks import Block

COLUMNS = ("on", "provider", "part", "row", "name", "says")


def csv_provider(page: ProviderPage) -> str:
    """Write one row for each fact, sentence and cell of the page; cells of one row of a table share its number."""
    told = ((part.key, *each) for part in parts(page) for block in part.blocks for each in _rows(block))
    return csv_text(((page.on, page.provider.id, *row) for row in told), COLUMNS)


def _rows(block: Block) -> Iterator[tuple[int | None, str, str]]:
    match block:
        case Facts(rows):
            yield from ((None, name, says) for name, says in rows)
        case Words(text):
            yield None, "", text
        case Points(items):
            yield from ((None, "", item) for item in items)
        case Grid():
            for number, row in enumerate(block.rows, 1):
                yield from ((number, name, cell) for name, cell in zip(block.head, row, strict=True))
