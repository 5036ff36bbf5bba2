"""The slow way from text to plain data: with the place of every value, and every trouble of the file in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from apqa.reading.events import YAML_FAULTS, TooManyError
from apqa.reading.plain import CONFLICT, DIRECTIVE
from apqa.reading.syntax import explain, misplaced_spaces, spot_of
from apqa.reading.trouble import Trouble, Troubles
from apqa.reading.walk import TooDeepError, Walk

if TYPE_CHECKING:
    from apqa.rule import Path


@dataclass(frozen=True, slots=True)
class Placed:
    """The data of one file, where each piece of it stands, and what is wrong with the text."""

    data: dict[str, Any] | None = None
    """As `plain_data` reads it; None when the structure is not sound enough to judge the record."""

    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column of every value, from 1. An empty value stands where its key does."""

    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column of every key."""

    troubles: list[Trouble] = field(default_factory=list)
    """What is wrong, from the top down."""

    left_out: int = 0
    """How many more troubles there are."""

    def nearest(self, path: Path) -> tuple[int, int]:
        """Answer the place of a value, or of the nearest one around it."""
        ways = (path[:length] for length in range(len(path), -1, -1))
        return next((self.positions[way] for way in ways if way in self.positions), (1, 1))


def placed(text: str) -> Placed:
    """Read a text with places and troubles. Never raises; has troubles whenever `plain_data` raises."""
    troubles = Troubles()
    walk = Walk(_without_directives(text, troubles), troubles)
    data, fault = None, None
    if not _conflicts(text, troubles):
        try:
            data = walk.record()
        except TooDeepError as error:
            troubles.add("nested-too-deep", str(error), *error.spot)
        except TooManyError as error:
            troubles.add("file-too-large", str(error), error.mark.line + 1, error.mark.column + 1)
        except YAML_FAULTS as error:
            fault = error
    odd = misplaced_spaces(text) if data is None else []
    for trouble in odd:
        troubles.add(*trouble)
    if fault and not odd:
        _add_unless_said(explain(fault, text), troubles)
    in_order = sorted(troubles.met, key=lambda trouble: (trouble.line, trouble.column))
    return Placed(data, walk.positions, walk.keys, in_order, troubles.left_out)


def _add_unless_said(syntax: Trouble, troubles: Troubles) -> None:
    """Report where the parser gave up, unless something was found wrong with the syntax at that very place."""
    spots = {(each.rule, each.line, each.column) for each in troubles.met}
    if (syntax.rule, syntax.line, syntax.column) not in spots:
        troubles.add(*syntax)


def _conflicts(text: str, troubles: Troubles) -> bool:
    """Report where git left two versions of the same lines. Between them, nothing else is worth reading."""
    marks = list(CONFLICT.finditer(text))
    places = [mark.start() for mark in marks if mark[0].startswith("<")] or [mark.start() for mark in marks]
    said = "Here git left two versions of the same lines for somebody to choose from."
    _report_all("unresolved-merge", said, text, places, troubles)
    return bool(marks)


def _without_directives(text: str, troubles: Troubles) -> str:
    """Report lines that start with a per cent sign, and make comments of them, which leaves all places as they are."""
    if "%" not in text:
        return text
    said = "A line cannot start with a per cent sign: put it on the line of its name, in quotation marks."
    _report_all("yaml-syntax", said, text, [mark.end() - 1 for mark in DIRECTIVE.finditer(text)], troubles)
    return DIRECTIVE.sub(lambda mark: mark[0][:-1] + "#", text)


def _report_all(rule: str, message: str, text: str, indexes: list[int], troubles: Troubles) -> None:
    """Report one trouble in many places. Places beyond the number shown are not even looked up, which takes time."""
    for index in indexes[: troubles.at_most]:
        troubles.add(rule, message, *spot_of(text, index))
    troubles.left_out += len(indexes[troubles.at_most :])
