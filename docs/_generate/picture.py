"""The terminal picture of the README: a real answer, drawn as text in an SVG.

Drawn by hand and not by a library's export, so that the same answer gives the same bytes under every version of
every library, nothing is fetched from anywhere, and the text can be selected, searched and read aloud.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from rich.console import Console
from rich.text import Text

from _generate.running import run
from apqa.writing.characters import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style

PICTURE = "docs/check-provider.svg"
COMMAND = "apqa check-provider harbour-loft --on 2026-11-23"
COLUMNS = 88
PARTS = ("Insurance", "Why not to place", "Whom to ask")
"""The parts shown between the head of the answer and its verdict, by their first lines."""

TITLE = "apqa check-provider in a terminal"

_WIDE, _HIGH, _MARGIN, _BAR = 8.4, 20, 20, 36
_FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
_PLAIN = "#d8dee9"
_INK = {1: "#ff7b72", 2: "#7ee787", 3: "#e3b341", 5: "#d2a8ff", 6: "#79c0ff"}
"""The colours, by the number a terminal gives them: red, green, yellow, magenta, cyan."""

_WORDS = re.compile(r"\S+(?: \S+)*")
_DOTS = ("#ff5f56", "#ffbd2e", "#27c93f")


def picture() -> str:
    """Draw the answer."""
    lines = list(_chosen(run(COMMAND, width=COLUMNS, colour=True).out))
    wide, high = round(COLUMNS * _WIDE) + 2 * _MARGIN, len(lines) * _HIGH + _BAR + _MARGIN
    return "\n".join([*_frame(wide, high, lines), *_text(lines), "</g>", "</svg>", ""])


def _chosen(answer: str) -> Iterator[Text]:
    """Choose what fits a README: the head, some parts, the verdict. What is left out is marked."""
    yield Text.from_ansi(f"$ {COMMAND}")
    yield Text()
    parts = [[Text.from_ansi(line) for line in part.split("\n")] for part in answer.strip("\n").split("\n\n")]
    wanted = [number for number, part in enumerate(parts) if number in {0, len(parts) - 1} or part[0].plain in PARTS]
    before = -1
    for number in wanted:
        if number != before + 1:
            yield from (Text("…"), Text())
        yield from chain(parts[number], [] if number == wanted[-1] else [Text()])
        before = number


def _frame(wide: int, high: int, lines: list[Text]) -> Iterator[str]:
    said = " ".join(" ".join(line.plain.strip(" ─") for line in lines[-5:]).split())
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        'role="img" aria-labelledby="apqa-title apqa-desc">'
    )
    yield f'<title id="apqa-title">{TITLE}</title>'
    yield f'<desc id="apqa-desc">{escape(f"The answer to {COMMAND}: {said}")}</desc>'
    yield f'<rect width="{wide}" height="{high}" rx="8" fill="#161b22"/>'
    for number, colour in enumerate(_DOTS):
        yield f'<circle cx="{_MARGIN + number * 20}" cy="18" r="6" fill="{colour}"/>'
    yield f'<g font-family="{_FONTS}" font-size="14">'


def _text(lines: list[Text]) -> Iterator[str]:
    # Only the console's default theme is asked; nothing is printed.
    console = Console(force_terminal=False, width=COLUMNS)
    for row, line in enumerate(lines):
        column = 0
        for segment in line.render(console):
            for words in _WORDS.finditer(segment.text):
                yield _piece(words[0], segment.style, column + cells(segment.text[: words.start()]), row)
            column += cells(segment.text)


def _piece(text: str, style: Style | None, column: int, row: int) -> str:
    """Draw some words in their cells: their length is fixed, so columns stand under one another in any font."""
    x = _MARGIN + column * _WIDE
    y = _BAR + row * _HIGH + 14
    return f'<text x="{x:.1f}" y="{y}" textLength="{cells(text) * _WIDE:.1f}"{_looks(style)}>{escape(text)}</text>'


def _looks(style: Style | None) -> str:
    number = style.color.number if style and style.color else None
    looks = f' fill="{_INK.get(number or 0, _PLAIN)}"'
    if style and style.bold:
        looks += ' font-weight="bold"'
    return looks + (' opacity="0.6"' if style and style.dim else "")
