"""The answer to what came of a year, and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.display.answer import Header
    from apqa.questions.outcomes.of_year import Year
    from apqa.questions.outcomes.shown import Shown


@dataclass(frozen=True, slots=True)
class OutcomesAnswer:
    """What came of a year, of every provider or of one: for the council's own eyes, or as it may be published."""

    header: Header
    year: Year
    shown: Shown
    names: Mapping[str, str]
    """The providers' names, by their ids."""

    provider: str = ""
    """The provider asked about, by its id; empty where all were."""

    small: int | None = None
    """The number below which counts are not published; none where the answer is not for publishing."""

    small_basis: str = ""
    """Where that number comes from."""

    notes: tuple[str, ...] = ()
    """What is not known or left out, in sentences."""

    unread: tuple[str, ...] = ()
    """The records the answer may rest on that could not be read."""

    @property
    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind."""
        return ExitStatus.UNREADABLE if self.unread else ExitStatus.NOTHING_FOUND


FORMATS = Forms("outcomes", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
