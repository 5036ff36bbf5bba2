"""The attendance code as text and as Markdown, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import named, readable, titled
from apqa.display.registration.words import unread_sentence
from apqa.display.terminal import painted
from apqa.guidance.days import plain
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.attendance_code.answer import AttendanceCodeAnswer
    from apqa.display.lines import Line


def text_attendance_code(answer: AttendanceCodeAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write the code, why, and what differs from it. Without a width no line is broken."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: AttendanceCodeAnswer, width: int | None) -> Iterator[Line]:
    about, word = _title(answer)
    yield from titled(about, Piece(word, "heading" if answer.told else "unknown"), width)
    yield from named(_details(answer), width)
    if answer.differs:
        yield ()
        yield from ((Piece(line, "bad"),) for line in wrapped(_difference(answer), width))
    if answer.unread:
        yield ()
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_sentence(answer.unread), width))


def markdown_attendance_code(answer: AttendanceCodeAnswer) -> str:
    """Write the code, why, and what differs from it."""
    about, word = _title(answer)
    difference = f"**{escaped(_difference(answer))}**\n\n" if answer.differs else ""
    details = "".join(f"- **{name}:** {escaped(text)}\n" for name, text in _details(answer))
    unread = f"\n{escaped(unread_sentence(answer.unread))}\n" if answer.unread else ""
    return f"## {escaped(about)}: {escaped(word)}\n\n{difference}{details}{unread}"


def _title(answer: AttendanceCodeAnswer) -> tuple[str, str]:
    found = answer.answer
    about = f"{found.placement}, {plain(found.on)}"
    if found.code:
        return about, f"code {found.code}, {found.title}"
    return about, "none of the codes for education elsewhere" if answer.told else "cannot tell"


def _details(answer: AttendanceCodeAnswer) -> Iterator[tuple[str, str]]:
    found = answer.answer
    if found.because:
        yield "Why", "; ".join(found.because)
    if found.no_session:
        yield "That day", f"no session there, {found.no_session}; the code is for the days on which there is one"
    if found.missing:
        yield "Not recorded", "; ".join(found.missing)
    if found.means:
        yield "Means", found.means
    if found.basis:
        yield "Basis", f"{found.basis} (QF-39)"
    if answer.recorded:
        yield "Recorded", f"the school enters {answer.recorded.code} since {plain(answer.recorded.starts)}"
    else:
        yield "Recorded", "no code is recorded for the day (codes)"
    if answer.told and answer.by_framework and answer.by_framework != found.code:
        yield "Framework", f"by its own wording {answer.by_framework}. {answer.framework_says}"


def _difference(answer: AttendanceCodeAnswer) -> str:
    entered = answer.recorded.code if answer.recorded else ""
    right = answer.answer.code or "none of the codes for education elsewhere"
    return f"The school enters {entered}; it is {right}. Ask the school to correct its register."
