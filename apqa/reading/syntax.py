"""What libyaml says about a broken file, in words for somebody who never heard of YAML."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from apqa.reading.events import MarkedYAMLError
from apqa.reading.limits import LIMITS
from apqa.reading.text import odd_spaces, shown
from apqa.reading.trouble import Trouble
from apqa.reading.walk import TooDeepError

if TYPE_CHECKING:
    from yaml.error import Mark

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for libyaml."""

_QUOTE_IT = "If it belongs to the text, put the whole value in quotation marks."

_SECOND_COLON = (
    "There is a second colon in this line, so the value looks like another name: "
    "put the whole value in quotation marks."
)
_ABOVE_IS_AMISS = (
    "This line does not follow from the one above it: either it starts too far to the right, "
    "or the line above lacks a colon with a space after it."
)
_AFTER_THE_QUOTES = (
    "The text goes on after the closing quotation mark. Put the whole value between one pair of quotation marks; "
    "where there is an apostrophe in it, use double ones."
)
_HYPHEN_OUT_OF_LINE = (
    "This hyphen is out of line: the items of a list start in one column, below a name that has no value of its own."
)
_NO_NAME = "There is no name in front of this colon."
_OUT_OF_LINE = "This line is out of line: the names of one group all start in the same column."

_NO_COLON = 'There is no colon with a space after it in this line: write "name: value".'
_HYPHEN_IN_LINE = (
    "A hyphen and a space in front of a value make it a list, and a list starts on the next line. " + _QUOTE_IT
)
_OPEN_QUOTE = "The quotation mark that opens here is not closed. An apostrophe needs double quotation marks around it."
_OPEN_BRACKET = "The list that opens with this square bracket is not closed, or a comma is missing in it."
_OPEN_BRACE = "The group that opens with this curly bracket is not closed, or a comma is missing in it."
_GAP = "Something is missing here: between brackets, each comma and each colon has text on both sides."
_ENDS_EARLY = "The file ends before the last bracket is closed."
_LIST_BROKEN = (
    "This line stands among the items of a list and is none: start it with a hyphen, "
    "or in the column of the name the list belongs to."
)
_BACKSLASH = (
    "A backslash in double quotation marks starts a code, and this one is not known: "
    "write the backslash twice, or use single quotation marks."
)
_BLOCK_TEXT = "After the sign | or > the text starts on the next line. " + _QUOTE_IT
_NOT_AT_THE_TOP = "This line does not belong to those above it: they start in another column, or had come to an end."
_TAG = "An exclamation mark in front of a value gives it a type, which records do not have. " + _QUOTE_IT
_UNKNOWN = "The file cannot be read from here on: look at the colons, quotation marks and columns of this line."

_CASES: tuple[tuple[str, bool, str], ...] = (
    ("could not find expected ':'", True, _NO_COLON),
    ("sequence entries are not allowed", False, _HYPHEN_IN_LINE),
    ("quoted scalar.*(unexpected end|unexpected document)", True, _OPEN_QUOTE),
    ("quoted scalar|OverflowError", False, _BACKSLASH),
    ("flow sequence.*expected", True, _OPEN_BRACKET),
    ("flow mapping.*expected", True, _OPEN_BRACE),
    ("block collection", False, _LIST_BROKEN),
    ("block scalar", True, _BLOCK_TEXT),
    ("tag", True, _TAG),
    ("document start", False, _NOT_AT_THE_TOP),
)
"""What to look for in libyaml's words, whether the trouble stands where it says it began, and our words."""

_BRACKETS_AND_QUOTES = re.compile(r"""[\[\]{}"'#]""")
_NOT_COUNTED = "\"'#"
"""What may begin text in which a bracket is no more than a sign."""

_STARTS_A_VALUE = ("cannot start any token", "an alias", "an anchor", "node content", "mapping keys are not allowed")
"""What libyaml says when a value starts with a character that means something else."""


def explain(error: Exception, text: str) -> Trouble:
    """Say what the parser could not read, where, and what to do about it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Trouble("yaml-syntax", _UNKNOWN.replace("from here on", "as it stands"), 1, 1)
    said = f"{error.context}: {error.problem}"
    for pattern, at_the_start, sentence in _CASES:
        if re.search(pattern, said):
            mark = (at_the_start and error.context_mark) or error.problem_mark
            if sentence is _NO_COLON and (deep := _too_deep(text, mark.index)):
                return deep
            rule = "yaml-tag" if sentence is _TAG else "yaml-syntax"
            return Trouble(rule, sentence, mark.line + 1, mark.column + 1)
    return _by_the_line(said, error, error.problem_mark, text)


def _too_deep(text: str, start: int) -> Trouble | None:
    """Find where brackets that open at a place, within a group, stand inside one another beyond the limit.

    Where they begin a line libyaml takes them for a name, and gives up before it has counted them.
    """
    depth = 1
    for found in _BRACKETS_AND_QUOTES.finditer(text, start):
        depth += 1 if found[0] in "[{" else -1
        if depth <= 1 or found[0] in _NOT_COUNTED:
            break
        if depth > LIMITS.nesting:
            error = TooDeepError(spot_of(text, found.start()))
            return Trouble("nested-too-deep", str(error), *error.spot)
    return None


def spot_of(text: str, index: int) -> tuple[int, int]:
    """Answer the line and the column of a character, both from 1."""
    breaks = list(LINE_BREAK.finditer(text, 0, index))
    return len(breaks) + 1, index - (breaks[-1].end() if breaks else 0) + 1


def misplaced_spaces(text: str) -> list[Trouble]:
    """Find the spaces, as many as are shown, that keep a line from being what it looks like.

    Nobody sees the difference, and what is wrong by it is found elsewhere, most often in the next line.
    """
    found = islice(odd_spaces(text), LIMITS.findings_per_file)
    said = "Here stands {}: delete it and type a space."
    return [Trouble("control-character", said.format(words), *spot_of(text, index)) for index, words in found]


def _by_the_line(said: str, error: MarkedYAMLError, problem: Mark, text: str) -> Trouble:
    """Explain what takes a look at the line itself."""
    begins = any(words in said for words in _STARTS_A_VALUE)
    mark = (begins and error.context_mark) or problem
    line = "".join(LINE_BREAK.split(text)[mark.line : mark.line + 1])
    before, after = line[: mark.column], line[mark.column :]
    sentence = _UNKNOWN
    if "flow node" in said:
        sentence = _GAP if after else _ENDS_EARLY
    elif begins and after:
        sentence = f"A value cannot start with the sign {shown(after[0])} - put the whole value in quotation marks."
    elif "mapping values are not allowed" in said:
        sentence = _SECOND_COLON if re.search(r":\s", before) else _ABOVE_IS_AMISS
    elif "expected key" in said or "block end" in said:
        sentence = _out_of_line(before, after)
    return Trouble("yaml-syntax", sentence, mark.line + 1, mark.column + 1)


def _out_of_line(before: str, after: str) -> str:
    """Explain something that stands where the next name of a group should."""
    if before.rstrip().endswith(("'", '"')):
        return _AFTER_THE_QUOTES
    if after.startswith("-"):
        return _HYPHEN_OUT_OF_LINE
    return _NO_NAME if after.startswith(":") else _OUT_OF_LINE
