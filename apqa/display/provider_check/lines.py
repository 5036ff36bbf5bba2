"""The lines of a check as text: one entry each under its group, and what they leave to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.words import STATES, alike, ground, short
from apqa.display.terminal import can_show
from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, State, seen_on
from apqa.writing.characters import cells, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from apqa.display.lines import Line as Shown
    from apqa.questions.checks.line import Line
    from apqa.records.base import Evidence

_STYLES = {Effect.STOP: "bad", Effect.CANNOT_TELL: "unknown", Effect.CONDITION: "soon"}
_SIGNS = {Effect.STOP: "✗", Effect.CANNOT_TELL: "?", Effect.CONDITION: "!"}
_OTHER_SIGNS = {State.NOT_APPLICABLE: "-", State.WAIVED: "~", State.REVIEW: "·"}
_PLAIN_SIGNS = {"✓": "+", "✗": "x", "·": "-"}
_NARROWEST, _WIDEST = 30, 120
_BESIDE = 60
"""From which width on the state of a check has room beside what was asked."""

_GAP = "  "
_ROOM = 20
"""How much room a text needs beside its name; with less it stands below."""

_TITLE = 32
"""How wide titles stand where what was found follows on the same line."""


def readable(width: int | None) -> int | None:
    """Answer the width to lay out in: not so narrow that words have no room, nor so wide that the eye gets lost."""
    return width and min(max(width, _NARROWEST), _WIDEST)


def style_of(line: Line) -> str:
    """Answer the style of a line's state: by what it means for placing."""
    return _STYLES.get(line.effect, "good" if line.state is State.MET else "")


def sign_of(line: Line) -> str:
    """Answer the sign before a line, one that the terminal has."""
    sign = _SIGNS.get(line.effect) or _OTHER_SIGNS.get(line.state, "✓")
    return sign if can_show(sign) else _PLAIN_SIGNS[sign]


def entries(
    lines: Sequence[Line], width: int | None, was: Callable[[Line], Line | None] = lambda _: None
) -> Iterator[Shown]:
    """Write every line under the heading of its group: its state, what was asked, what was found, the clause.

    Without a width each stands on one line of its own.
    """
    column = max((len(STATES[line.state]) for line in lines), default=0)
    for group, members in groupby(lines, key=lambda line: line.group):
        yield (Piece(group, "heading"),)
        for line in members:
            state = f"{sign_of(line)} {STATES[line.state]}"
            lead = (Piece("  "), Piece(state, style_of(line)), Piece(" " * (column + 4 - len(state))))
            before = was(line)
            changed = f"without this placement: {STATES[before.state]}" if before else ""
            if width is None:
                yield (*lead, Piece(_in_one(line, changed)))
            elif width < _BESIDE:
                yield from _stacked(line, lead, changed, width)
            else:
                yield from _laid_out(line, lead, changed, width)
        yield ()


def _in_one(line: Line, changed: str) -> str:
    """Write all of a line, for a program that takes lines apart or a file that is searched."""
    filed = f"filed: {line.evidence.filed}" if line.evidence else ""
    until = f"until {plain(line.due)}" if line.due and line.state is State.MET else ""
    found = "; ".join(filter(None, (line.says, filed, until, changed)))
    return visible(f"{line.title} ({line.clause})" + (f": {found}" if found else ""))


def _stacked(line: Line, lead: Shown, changed: str, width: int) -> Iterator[Shown]:
    """Write a line where columns have no room: its state and clause, and below them what was asked and found."""
    indent = "    "
    state = lead[:2]
    room = width - sum(cells(piece.text) for piece in state) - cells(line.clause) - len(_GAP)
    yield (*state, *_at_right(line.clause, room))
    yield from ((Piece(text),) for text in wrapped(line.title, width, first=indent))
    found = _found(line)
    if any(piece.text for piece in found):
        yield from ((Piece(indent + "  "), *pieces) for pieces in in_styles(found, width - len(indent) - 2))
    if line.due and line.state is State.MET:
        yield (Piece(f"{indent}  until {short(line.due)}", "dim"),)
    if changed:
        yield from ((Piece(text, "heading"),) for text in wrapped(changed, width, first=indent))


def _laid_out(line: Line, lead: Shown, changed: str, width: int) -> Iterator[Shown]:
    """Write a line in the width there is: the clause at the right, what was found beside or below what was asked."""
    indent = sum(cells(piece.text) for piece in lead)
    until = f"until {short(line.due)}{_GAP}" if line.due and line.state is State.MET else ""
    right = until + line.clause
    room = width - indent - cells(right) - len(_GAP)
    title, found = visible(line.title), _found(line)
    beside = _beside(title, found, room)
    if beside is not None:
        yield (*lead, *beside, *_at_right(right, room - sum(cells(piece.text) for piece in beside)))
    else:
        first, *rest = wrapped(title, room)
        yield (*lead, Piece(first), *_at_right(right, room - cells(first)))
        yield from ((Piece(" " * indent + text),) for text in rest)
        if any(piece.text for piece in found):
            yield from ((Piece(" " * indent), *pieces) for pieces in in_styles(found, width - indent))
    if changed:
        yield Piece(" " * indent), Piece(changed, "heading")


def _beside(title: str, found: Shown, room: int) -> Shown | None:
    """Set what was found beside what was asked; nothing where both have no room on one line."""
    taken = sum(cells(piece.text) for piece in found)
    if cells(title) > _TITLE:
        return None
    padded = title + " " * max(0, min(_TITLE - cells(title), room - cells(title) - len(_GAP) - taken))
    if cells(padded) + len(_GAP) + taken > room:
        return None
    return (Piece(padded), Piece(_GAP), *found)


def _at_right(text: str, room: int) -> Shown:
    return Piece(" " * (room + len(_GAP))), Piece(text, "dim")


def _found(line: Line) -> Shown:
    """Say what was found, and where the evidence is filed. Who saw it is in the other forms."""
    if line.evidence is None:
        return (Piece(visible(line.says)),)
    says = _briefly(line)
    filed = visible(line.evidence.filed)
    if not says:
        return Piece(visible(line.evidence.seen)), Piece(f", {_seen(line.evidence)} · {filed}", "dim")
    return Piece(visible(says)), Piece(f" · {filed}", "dim")


def _briefly(line: Line) -> str:
    """Answer what was found, without what the line beside it says of the evidence."""
    if line.evidence is None:
        return line.says
    parts = line.says.replace(seen_on(line.evidence), "").split("; ")
    return "; ".join(part for part in parts if part.strip())


def _seen(evidence: Evidence) -> str:
    return f"seen {short(evidence.on)}"


def in_styles(pieces: Shown, width: int) -> Iterator[Shown]:
    """Break pieces of two styles into lines, each keeping its style."""
    left = len("".join(pieces[0].text.split()))
    for text in wrapped("".join(piece.text for piece in pieces), width):
        at = _after(text, left)
        left -= len("".join(text[:at].split()))
        rest = (Piece(text[at:], pieces[-1].style),) if text[at:] else ()
        yield (*((Piece(text[:at], pieces[0].style),) if text[:at] else ()), *rest)


def _after(text: str, number: int) -> int:
    """Answer the place behind so many characters that are no blanks."""
    seen = 0
    for at, character in enumerate(text):
        if seen == number:
            return at
        seen += not character.isspace()
    return len(text)


def to_do(lines: Sequence[Line], width: int | None) -> Iterator[Shown]:
    """Write what lines leave to do: what, found how, on what ground, the remedy, whom to ask."""
    for members in alike(lines):
        line = members[0]
        title = "; ".join(each.title for each in members)
        for number, text in enumerate(wrapped(title, width and width - 4)):
            yield (Piece(f"  {sign_of(line)} " if number == 0 else "    ", style_of(line)), Piece(text, "heading"))
        yield from named(_details(line), width, "    ")
        yield ()


def _details(line: Line) -> Iterator[tuple[str, str]]:
    yield "Found", _briefly(line) or line.says
    yield "Basis", ground(line)
    if line.remedy:
        yield "Remedy", line.remedy
    if line.due and plain(line.due) not in line.says:
        yield "Due", plain(line.due)
    if line.ask:
        yield "Ask", line.ask


def titled(about: str, word: Piece, width: int | None, remark: str = "") -> Iterator[Shown]:
    """Write what an answer is about and, behind it or on a line of its own, what the answer is."""
    about, beside = visible(about), f"  {remark}" if remark else ""
    if width is None or cells(about) + 2 + cells(word.text) + cells(beside) <= width:
        yield Piece(f"{about}: ", "heading"), word, Piece(beside, "dim")
        return
    yield from ((Piece(line, "heading"),) for line in wrapped(about, width))
    yield from headed(word, remark, width)


def headed(word: Piece, remark: str, width: int | None) -> Iterator[Shown]:
    """Write a heading or an answer and, behind it or below it, a remark."""
    if width is None or cells(word.text) + len(_GAP) + cells(remark) <= width:
        yield (word, Piece(_GAP + remark, "dim")) if remark else (word,)
        return
    yield from ((Piece(line, word.style),) for line in wrapped(word.text, width))
    yield from ((Piece(line, "dim"),) for line in wrapped(remark, width) if line)


def named(details: Iterable[tuple[str, str]], width: int | None, indent: str = "  ") -> Iterator[Shown]:
    """Write texts behind their names, the texts in one column."""
    details = list(details)
    column = max((len(name) for name, _ in details), default=0) + len(_GAP)
    if width is not None and width - len(indent) - column < _ROOM:
        yield from _below_their_names(details, width, indent)
        return
    for name, text in details:
        lines = wrapped(text, width and width - len(indent) - column)
        yield Piece(indent), Piece(name.ljust(column), "dim"), Piece(lines[0])
        yield from ((Piece(indent + " " * column + line),) for line in lines[1:])


def _below_their_names(details: Iterable[tuple[str, str]], width: int, indent: str) -> Iterator[Shown]:
    for name, text in details:
        yield Piece(indent), Piece(name, "dim")
        yield from ((Piece(line),) for line in wrapped(text, width, first=indent + _GAP))
