"""The answer of `apqa remind`: which letters were prepared, of what, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.vocabulary.due import Rung

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.due.reminders import Letter

_SEVERITIES = {Rung.DUE_SOON: Severity.ADVICE, Rung.OVERDUE: Severity.CONCERN, Rung.ESCALATED: Severity.CONCERN}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter, and what was made of it."""

    letter: Letter
    text: str
    """The letter as text."""

    files: tuple[str, ...] = ()
    """The files it was written to; none in a dry run."""

    record: str = ""
    """The record that remembers it, as its path; empty in a dry run."""


@dataclass(frozen=True, slots=True)
class RemindersAnswer:
    """The letters that were prepared, or would be."""

    header: Header
    prepared: tuple[Prepared, ...]
    dry_run: bool
    silent: int = 0
    """To how many nothing is said, as all they owe was said before."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind: found where a letter has something overdue; with advice, any letter."""
        if self.unread:
            return ExitStatus.UNREADABLE
        rungs = (owed.rung for each in self.prepared for owed in each.letter.owed)
        found = any(_SEVERITIES[rung].at_least(level) for rung in rungs)
        return ExitStatus.FOUND if found else ExitStatus.NOTHING_FOUND


FORMATS = Forms("reminders", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
