"""The one door to the terminal and to rich: what it can show, and what is written to it."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, TextIO

from apqa.writing.characters import encodes, fitted, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from apqa.display.lines import Line, Piece

STYLES = {
    "": "",
    "breach": "bold red",
    "concern": "yellow",
    "query": "cyan",
    "advice": "green",
    "good": "green",
    "bad": "bold red",
    "soon": "yellow",
    "unknown": "magenta",
    "heading": "bold",
    "dim": "dim",
}
"""The styles a piece may have. Only the sixteen colours a light or dark theme adapts."""

_NARROW = 80
_WINDOWS = os.name == "nt"
_READER_GONE = {errno.EPIPE, errno.EINVAL} if _WINDOWS else {errno.EPIPE}


def is_terminal(stream: TextIO | None) -> bool:
    """Answer whether a person sees what is written to a stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # a closed stream has no terminal either
        return False


def wants_colour() -> bool:
    """Answer whether answers on stdout are coloured: in a terminal, unless the user says other."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return os.environ.get("TERM") != "dumb" and is_terminal(sys.stdout)


def width() -> int:
    """Answer how many columns the terminal has, 80 when it does not say."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _NARROW
    except (OSError, ValueError, AttributeError):
        return _NARROW


def can_show(text: str) -> bool:
    """Answer whether stdout has every character of a text, to choose marks before a layout."""
    return encodes(text, _encoding(sys.stdout))


def painted(lines: Iterable[Line], *, colour: bool) -> str:
    """Join lines into one text, with the colours of their styles when these are wanted.

    The text of a piece is never read as markup.
    """
    paint = _painter() if colour else _bare
    return "".join("".join(map(paint, line)) + "\n" for line in lines)


def _bare(piece: Piece) -> str:
    return piece.text


def _painter() -> Callable[[Piece], str]:
    from rich.color import ColorSystem
    from rich.style import Style

    def paint(piece: Piece) -> str:
        style = Style.parse(STYLES[piece.style])
        return style.render(piece.text, color_system=ColorSystem.STANDARD)

    return paint


def write(text: str, output: Path | None = None) -> None:
    """Write an answer to stdout, or whole to a file: always with LF, never failing on a character.

    A reader that has seen enough, such as `head`, is no fault.
    """
    if output is None:
        _send(text, sys.stdout)
    else:
        from apqa.writing.outfile import write_whole

        write_whole(output, text.encode("utf-8", "backslashreplace"))


def say(text: str, *, quiet: bool = False, whole: bool = False) -> None:
    """Say something on stderr that is not the answer, unless the user wants quiet.

    In a terminal its lines are broken between words, unless they are to stay whole to be copied.
    """
    if quiet:
        return
    lines = text.split("\n")
    if not whole and is_terminal(sys.stderr):
        lines = [part for line in lines for part in _in_width(line)]
    _send("".join(f"{visible(line)}\n" for line in lines), sys.stderr)


def _in_width(line: str) -> list[str]:
    from apqa.display.lines import wrapped

    text = line.lstrip(" ")
    return wrapped(text, width(), first=line.removesuffix(text))


def _send(text: str, stream: TextIO) -> None:
    try:
        if _WINDOWS and "\x1b" in text and is_terminal(stream):
            _send_by_rich(text, stream)
        else:
            _send_bytes(text, stream)
    except OSError as error:
        if error.errno not in _READER_GONE:
            raise
        _close_quietly(stream)


def _send_bytes(text: str, stream: TextIO) -> None:
    """Write past the newline translation of the stream."""
    shown = fitted(text, _encoding(stream))
    stream.flush()
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(shown)
    else:
        buffer.write(shown.encode(_encoding(stream)))
    stream.flush()


def _send_by_rich(text: str, stream: TextIO) -> None:
    """Let rich turn the colours into what an older Windows console understands."""
    from rich.console import Console
    from rich.text import Text

    shown = Text.from_ansi(fitted(text, _encoding(stream)).removesuffix("\n"))
    Console(file=stream).print(shown, soft_wrap=True)


def _encoding(stream: TextIO) -> str:
    """Answer how to encode for a stream: as its terminal wants it; for programs, in UTF-8."""
    chosen = is_terminal(stream) or "PYTHONIOENCODING" in os.environ
    return (chosen and stream.encoding) or "utf-8"


def _close_quietly(stream: TextIO) -> None:
    """Point a stream whose reader has gone at nothing, so that Python's last flush is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
