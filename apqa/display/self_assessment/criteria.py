"""The criteria of a self-assessment as text: a line each, with the ratings of provider, council and last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import headed
from apqa.display.self_assessment.words import (
    CHANGES,
    NOT_SEEN,
    UNCONFIRMED,
    area_tally,
    area_title,
    before_word,
    council_word,
    criterion_title,
    provider_word,
    remarks,
)
from apqa.display.terminal import can_show
from apqa.questions.assessments.ratings import Change
from apqa.vocabulary.review import Rating
from apqa.writing.characters import cells, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line
    from apqa.questions.assessments.ratings import Rated, RatingSheet

_COLUMNS = (("Provider", 9), ("Council", 8), ("Last year", 9), ("", 6))
"""The columns behind a criterion, with their widths; the last says better or worse."""

_LEAD = 4
"""How far in criteria stand: a sign goes before each."""

_NARROW = 60
"""Below this width there is no room for columns."""

_SIGNS: dict[Rating | None, tuple[str, str, str]] = {
    Rating.MET: ("✓", "+", "good"),
    Rating.PARTIALLY_MET: ("!", "!", "soon"),
    Rating.NOT_MET: ("✗", "x", "bad"),
    Rating.NOT_APPLICABLE: ("-", "-", ""),
    None: ("?", "?", "unknown"),
}
"""By the rating that counts: its sign, the one for a terminal that has it not, and its style."""


def criteria_lines(sheet: RatingSheet, width: int | None) -> Iterator[Line]:
    """Write every criterion under its area; without a width each stands on one line of its own."""
    wide = width is not None and width >= _NARROW
    if wide and width is not None:
        yield _head(width)
    for area in sheet.areas:
        yield from headed(Piece(area_title(area.area), "heading"), area_tally(area), width)
        for rated in area.rated:
            if width is None:
                yield _in_one(rated)
            else:
                yield from _row(rated, width) if wide else _stacked(rated, width)
                yield from _remarks(rated, width)
    if any(each.criterion and not each.criterion.confirmed for each in sheet.rated):
        yield from ((Piece(line, "dim"),) for line in wrapped(f"{UNCONFIRMED} {NOT_SEEN}", width))


def _columns(width: int) -> int:
    """Answer how much room a criterion's title has beside the columns."""
    return width - _LEAD - sum(size + 2 for _, size in _COLUMNS)


def _head(width: int) -> Line:
    names = "".join(f"  {name:<{size}}" for name, size in _COLUMNS)
    return (Piece(" " * (_LEAD + _columns(width)) + names.rstrip(), "dim"),)


def _words(rated: Rated) -> tuple[str, str, str, str]:
    return provider_word(rated), council_word(rated), before_word(rated), CHANGES[rated.change]


def _sign(rated: Rated) -> Piece:
    sign, plain, style = _SIGNS[rated.effective]
    return Piece(sign if can_show(sign) else plain, style)


def _row(rated: Rated, width: int) -> Iterator[Line]:
    room = _columns(width)
    first, *rest = wrapped(visible(criterion_title(rated)), room)
    words = [f"  {word:<{size}}" for word, (_, size) in zip(_words(rated), _COLUMNS, strict=True)]
    title = Piece(first + " " * (room - cells(first)))
    change = words[3].rstrip()
    style = "good" if rated.change is Change.BETTER else "bad" if rated.change is Change.WORSE else ""
    told = "".join(words[:3])
    yield (Piece("  "), _sign(rated), Piece(" "), title, Piece(told if change else told.rstrip()), Piece(change, style))
    yield from ((Piece(" " * _LEAD + line),) for line in rest)


def _stacked(rated: Rated, width: int) -> Iterator[Line]:
    """Write a criterion where columns have no room: its title, and below it who says what."""
    first, *rest = wrapped(visible(criterion_title(rated)), width - _LEAD)
    yield Piece("  "), _sign(rated), Piece(f" {first}")
    yield from ((Piece(" " * _LEAD + line),) for line in rest)
    yield from ((Piece(line, "dim"),) for line in wrapped(_said(rated), width, first=" " * _LEAD))


def _said(rated: Rated) -> str:
    provider, council, before, change = _words(rated)
    return f"provider {provider}, council {council}, last year {before}" + (f", {change}" if change else "")


def _in_one(rated: Rated) -> Line:
    """Write all of a criterion, for a file that is searched."""
    told = "; ".join(f"{name.lower()}: {text}" for name, text in remarks(rated))
    title = criterion_title(rated) + (f" ({rated.code})" if rated.criterion else "")
    text = f" {title}: {_said(rated)}" + (f"; {told}" if told else "")
    return Piece("  "), _sign(rated), Piece(visible(text))


def _remarks(rated: Rated, width: int) -> Iterator[Line]:
    """Write what there is to know of a criterion that is not plainly met, below it."""
    indent = " " * (_LEAD + 2)
    for name, text in remarks(rated):
        style = "bad" if name == "Action" and rated.overdue else "dim"
        for line in wrapped(f"{name}: {text}", width, first=indent, hang=indent + "  "):
            yield (Piece(line, style),)
