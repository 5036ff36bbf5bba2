"""The answer of `apqa notify`: which letters were prepared, where they are, and how far the telling has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.notices import Notice
    from apqa.questions.escalation.telling import Telling
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter, and what was made of it."""

    notice: Notice
    text: str
    """The letter as text."""

    files: tuple[str, ...] = ()
    """The files it was written to; none in a dry run."""


@dataclass(frozen=True, slots=True)
class NoticesAnswer:
    """The letters that were prepared, or would be, and where everybody stands who must be told."""

    header: Header
    provider: Provider
    decision: Decision | None
    """The decision that is told of; none where there never was a concern."""

    prepared: tuple[Prepared, ...]
    told: tuple[Telling, ...]
    """Everybody who must be told, as it stands afterwards."""

    dry_run: bool = False
    record: str = ""
    """The record that was written to, as its path; empty where none was."""

    reply_to: str = ""
    """The council's address that the letters name to answer to; empty where none is recorded."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind: found where somebody waits to be told."""
        if self.unread:
            return ExitStatus.UNREADABLE
        return ExitStatus.FOUND if any(not each.is_told for each in self.told) else ExitStatus.NOTHING_FOUND


FORMATS = Forms("notices", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
