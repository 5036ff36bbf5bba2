"""The page of a provider as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider.blocks import Facts, Grid, Points, Words
from apqa.display.provider.parts import parts, unread_words, verdict_word
from apqa.display.provider_check.lines import named, readable, titled
from apqa.display.provider_check.text import STYLES
from apqa.display.table import table_lines
from apqa.display.terminal import painted
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line
    from apqa.display.provider.answer import ProviderPage
    from apqa.display.provider.blocks import Block

_INDENT = "  "


def text_provider(page: ProviderPage, *, width: int | None = None, colour: bool = False) -> str:
    """Write the page, part by part. Without a width no line is broken."""
    return painted(_lines(page, readable(width)), colour=colour)


def _lines(page: ProviderPage, width: int | None) -> Iterator[Line]:
    word = Piece(verdict_word(page), STYLES[page.check.verdict])
    yield from titled(f"{page.provider.name} ({page.provider.id}), {plain(page.on)}", word, width)
    if page.unread:
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_words(page), width))
    for part in parts(page):
        yield ()
        yield (Piece(part.heading, "heading"),)
        for block in part.blocks:
            yield from _block(block, width)


def _block(block: Block, width: int | None) -> Iterator[Line]:
    match block:
        case Facts(rows):
            yield from named(rows, width)
        case Words(text, aside):
            yield from ((Piece(line, "dim" if aside else ""),) for line in wrapped(text, width, first=_INDENT))
        case Points(items):
            for item in items:
                yield from ((Piece(line),) for line in wrapped(item, width, first="  - ", hang="    "))
        case Grid():
            yield from _grid(block, width)


def _grid(grid: Grid, width: int | None) -> Iterator[Line]:
    """Set a table; where all its cells have no room side by side, each row stands below its first cell."""
    styles = grid.styles or ("",) * len(grid.rows)
    rows = [(Piece(row[0], style), *row[1:]) for row, style in zip(grid.rows, styles, strict=True)]
    wide = max(grid.head, key=lambda name: grid.widths[grid.head.index(name)])
    room = width and width - len(_INDENT)
    for line in table_lines(rows, grid.head, width=room, wrap=wide):
        yield (Piece(_INDENT), *line) if line else line
