"""What the reader itself finds: files that cannot be read, and records that say what cannot be."""

from __future__ import annotations

from typing import Any

from apqa.finding import Severity
from apqa.rule import Rule

_RESAVE = "Open the file in a text editor and save it again with the encoding UTF-8."
_MACHINE_BENT = "Spreadsheets and other programs rewrite such values without asking, and the record is then wrong."
_ONE_WAY = "A record is read the same way by everybody only if it uses nothing but names, values and lists."
_UNREAD = "What cannot be read cannot be checked, and apqa never calls a provider clear on what it could not read."
_ANY_COMPUTER = "The records are used on Windows, macOS and Linux, and what one of them cannot hold is lost there."


def _fault(name: str, title: str, why: str, remedy: str, **more: Any) -> Rule:
    """State one fault. All are breaches but a few: a file that cannot be trusted answers no question."""
    severity = more.pop("severity", Severity.BREACH)
    return Rule(name=name, title=title, why=why, severity=severity, remedy=remedy, clauses=("QF-90",), **more)


_CHARACTERS = (
    _fault(
        "not-utf-8",
        "The file is not UTF-8 text.",
        "Letters such as é or £ would turn into others.",
        f"{_RESAVE} What is no text at all is filed elsewhere, and the record refers to it.",
    ),
    _fault("utf-16-file", "The file is written in UTF-16 or UTF-32.", "Git cannot show what changed in it.", _RESAVE),
    _fault(
        "control-character",
        "There is an invisible character in the file.",
        "Nobody who looks at the record sees it, and two values that look the same are not.",
        "Delete the character, or the whole line, and type it again; it often comes with text copied from elsewhere.",
    ),
    _fault(
        "hidden-direction-character",
        "An invisible character makes text appear in another order than it is stored.",
        "What a person reads in the record is then not what it says.",
        "Delete the line and type it again.",
    ),
    _fault(
        "tab-character",
        "There is a tab character in the file.",
        "Every editor shows tabs at a different width, and the columns of a record carry its meaning.",
        "Replace the tab by spaces, two for each level.",
    ),
)

_SYNTAX = (
    _fault(
        "yaml-syntax",
        "The file breaks the rules of writing names, values and lists.",
        _UNREAD,
        "Mend the line named, then run the check again: only the first such fault of a file can be found at a time.",
    ),
    _fault(
        "duplicate-key",
        "The same name stands twice in one group.",
        "Two programs may each believe a different one of the two values.",
        "Keep the line that is right and delete the other.",
    ),
    _fault(
        "yaml-tag",
        "A value is marked with a type.",
        _ONE_WAY,
        "Delete the word that starts with an exclamation mark, or put the value in quotation marks.",
    ),
    _fault(
        "yaml-alias",
        "A value is marked to be used elsewhere, or stands for one that is.",
        _ONE_WAY,
        "Write the value out in both places, or put it in quotation marks if & or * is part of it.",
    ),
    _fault("merge-key", "A group copies another with <<.", _ONE_WAY, "Write out the lines that it copies."),
    _fault(
        "several-documents",
        "There is more than one record in the file.",
        "A record is known by the name of its file, so one file holds one record.",
        "Give each record a file of its own, or delete the line of three hyphens.",
    ),
    _fault("empty-file", "The file is empty.", _UNREAD, "Write the record, or delete the file."),
    _fault(
        "not-a-mapping",
        "The file is not made of names and values.",
        _UNREAD,
        'Write a name, a colon, a space and a value on each line; "apqa new" makes a file to start from.',
    ),
    _fault(
        "nested-too-deep",
        "Lists and groups stand inside one another far deeper than any record has them.",
        "Such a file is damaged, or made to keep a program busy.",
        "Look at the columns in which the lines start; most likely the file is no record.",
    ),
    _fault(
        "unresolved-merge",
        "Two people changed the same lines, and nobody has chosen yet.",
        "Git could not tell which change is right. It wrote both into the file, the first between <<<<<<< and =======, "
        "the second from there to >>>>>>>.",
        "Decide which lines are right, and delete the others together with the three lines of signs.",
    ),
)

_FILES = (
    _fault("file-too-large", "The file is larger than any record.", _UNREAD, "File it elsewhere and refer to it."),
    _fault(
        "link-leaves-folder",
        "A link points out of the records folder.",
        "What lies outside is not in the history of the records, and may not be meant to be read.",
        "Put the file itself into the records folder.",
    ),
    _fault(
        "not-a-regular-file",
        "Something in the folder is neither a file nor a folder.",
        "A pipe or a device can keep a program waiting for ever.",
        "Delete it, or put a file in its place.",
    ),
    _fault(
        "unreadable-file",
        "A file or a folder cannot be opened.",
        _UNREAD,
        "Ask whoever keeps the computer for the right to read it, or fetch it again with git.",
    ),
    _fault(
        "bad-file-name",
        "The name of a file cannot be the name of a record.",
        "A record is known by its file's name, which people write, say and search for.",
        "Rename it to what the message says, or to small letters, digits and hyphens.",
    ),
    _fault(
        "clashing-file-name",
        "Two names in one folder differ only in small and capital letters, or in how an accent is stored.",
        _ANY_COMPUTER,
        "Rename one of the two.",
    ),
    _fault(
        "reserved-file-name",
        "Windows cannot hold a file of this name.",
        _ANY_COMPUTER,
        "Rename it to small letters, digits and hyphens.",
    ),
    _fault(
        "yml-file", "The name does not end in .yaml.", "One ending, so that none is overlooked.", "Rename to .yaml."
    ),
    _fault(
        "stray-file",
        "A file lies where no record belongs.",
        "It would never be checked, and somebody may believe that it was.",
        "Move it to the folder of its kind, or out of the records folder.",
    ),
)

_VALUES = (
    _fault(
        "unknown-key",
        "A record has a name that apqa does not know.",
        "A misspelt name would silently count as not recorded.",
        "Correct the name; a field of your own goes below local:.",
    ),
    _fault(
        "missing-key",
        "A record lacks something it must have.",
        _UNREAD,
        "Add the line that is named, with its value; `apqa new` shows a record of the kind with all its lines.",
    ),
    _fault(
        "wrong-type",
        "A value is of the wrong kind.",
        "A list where a date belongs, or a word where a number does, answers no question.",
        'Write it as the message says; "apqa explain" and the reference show an example of each field.',
    ),
    _fault("impossible-date", "There is no such day.", _UNREAD, "Look the day up and correct it."),
    _fault(
        "bent-date",
        "A date is not written as year, month and day.",
        f"03/04/2026 is two different days to two people. {_MACHINE_BENT}",
        "Write the date like 2026-09-01.",
    ),
    _fault(
        "out-of-range",
        "A number is too small or too large.",
        "It is a slip, or it means something else.",
        "Correct it.",
    ),
    _fault(
        "lost-leading-zeros",
        "A number has lost the zeros it starts with.",
        f"Without them it is another number, or none. {_MACHINE_BENT}",
        "Write the whole number from the source, in quotation marks.",
    ),
    _fault(
        "unquoted-identifier",
        "A number or code that is a name stands without quotation marks.",
        f"{_MACHINE_BENT} Which they rewrite nobody should have to know, so all numbers and codes that are names are "
        "in quotation marks, attendance codes too.",
        "Put it in quotation marks.",
    ),
    _fault(
        "unknown-word",
        "A value is not one of the words that are possible here.",
        "Words with a meaning in law or in the framework are the same in every record, or nothing can be counted.",
        "Use one of the words that the message names.",
    ),
    _fault(
        "bad-identifier",
        "An identifier has the wrong form, or its check letter does not fit.",
        "It cannot be the number of any school, company or pupil, so it was mistyped somewhere.",
        "Copy it once more from the source.",
    ),
    _fault(
        "contradiction",
        "Two statements of one record cannot both be true.",
        "Every answer that rests on either of them may be wrong.",
        "Find out which is right and correct the other.",
    ),
)

READING_RULES: tuple[Rule, ...] = (*_CHARACTERS, *_SYNTAX, *_FILES, *_VALUES)
"""What the reader finds, in the order of the documentation."""

_BY_NAME = {one.name: one for one in READING_RULES}

NAMES = frozenset(_BY_NAME)
"""The names of the reader's rules."""

READ_ALL_THE_SAME = frozenset({"clashing-file-name", "reserved-file-name", "stray-file"})
"""Those that leave nothing unread: they are findings like others, and no reason to doubt an answer."""


def rule(name: str) -> Rule:
    """Answer the reader's rule of that name."""
    return _BY_NAME[name]
