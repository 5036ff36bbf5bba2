"""The answer to "may a pupil be placed here?", and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Severity
from apqa.questions.checks.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.display.answer import Header
    from apqa.finding import Place
    from apqa.questions.checks.line import Line
    from apqa.questions.checks.verdict import ProviderCheck
    from apqa.questions.checks.what_if import Assumed
    from apqa.questions.escalation.reached import Reached
    from apqa.questions.registration import RegistrationRequirement
    from apqa.records.authority import Authority
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.rule import Path

_NOT_CLEAR = {Verdict.DO_NOT_PLACE, Verdict.CANNOT_TELL}
"""The verdicts no level makes a success of: a script that goes by the exit status would place the pupil."""


@dataclass(frozen=True, slots=True)
class ProviderAnswer:
    """Every check of one provider on one day, and what a reader needs beside them."""

    header: Header
    check: ProviderCheck
    """The checks, with the draft placement where one is asked about."""

    listing: str
    """Where the provider stands with the list, in words."""

    escalation: Reached
    announced: RegistrationRequirement | None
    """The registration requirement under the announced law; none where no law is announced."""

    authority: Authority | None
    place: Callable[[str, Path], Place]
    """Where in its file a value stands."""

    draft: Placement | None = None
    before: ProviderCheck | None = None
    """The checks without the draft placement on the same day, where one is asked about."""
    today: ProviderCheck | None = None
    """The checks without it on the day of the question, where one is asked about."""
    assumed: tuple[Assumed, ...] = ()
    """What nobody said of the draft placement, and is taken as said."""

    @property
    def provider(self) -> Provider:
        """Answer the provider."""
        return self.check.provider

    @property
    def verdict(self) -> Verdict:
        """Answer what the checks add up to."""
        return self.check.verdict

    def was(self, line: Line) -> Line | None:
        """Answer the same check without the draft placement, where the draft changes what it comes to."""
        lines = self.before.lines if self.before else ()
        before = next((each for each in lines if each.key == line.key), None)
        changed = before is not None and (before.state, before.effect) != (line.state, line.effect)
        return before if changed else None

    def exit_status(self, level: Severity) -> ExitStatus:
        """Answer what the run leaves behind. What could not be read is no verdict; the level is for conditions."""
        unread = any(line.key.startswith("records/") for line in self.check.lines)
        if unread and self.verdict is Verdict.CANNOT_TELL:
            return ExitStatus.UNREADABLE
        conditions = self.verdict is Verdict.CLEAR_WITH_CONDITIONS and Severity.QUERY.at_least(level)
        return ExitStatus.FOUND if conditions or self.verdict in _NOT_CLEAR else ExitStatus.NOTHING_FOUND


FORMATS = Forms("provider_check", "text", "json", "csv", "markdown")
"""Every form the answer can be shown in, by the name `--format` gives it."""
