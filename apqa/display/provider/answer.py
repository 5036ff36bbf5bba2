"""Everything about a provider on a day, and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms
from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from datetime import date

    from apqa.display.answer import Header
    from apqa.display.due.answer import DueAnswer
    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.display.registration.answer import Asked
    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.questions.due.duty import Duty
    from apqa.questions.page.history import Event
    from apqa.questions.page.pupils import PupilNumbers
    from apqa.questions.page.reports import PeriodReports
    from apqa.questions.value.question import ValueQuestion
    from apqa.records.action_plan import ActionPlan
    from apqa.records.note import Note
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit


@dataclass(frozen=True, slots=True)
class ProviderPage:
    """Everything about a provider on a day: the answers of the other commands, and what is told on the page alone."""

    header: Header
    provider: Provider
    check: ProviderAnswer
    """That of `apqa check-provider`."""

    registration: Asked
    """That of `apqa registration --timeline`."""

    assessment: SelfAssessmentAnswer
    """That of `apqa self-assessment`."""

    due: DueAnswer
    """That of `apqa due --within 90`, for the provider."""

    owed: tuple[Duty, ...]
    """Everything it has a day for, settled or not, whenever that is."""

    pupils: PupilNumbers
    reports: tuple[PeriodReports, ...]
    value: tuple[ValueQuestion, ...]
    history: tuple[Event, ...]
    last_visit: Visit | None
    """The last on site by the day."""

    planned: tuple[Visit, ...]
    """Visits that are planned for the day or later, the first one first."""

    plans: tuple[ActionPlan, ...]
    """Its action plans opened by the day, the latest first."""

    unread: tuple[str, ...] = ()
    """The records the page may rest on that could not be read."""

    @property
    def on(self) -> date:
        """Answer the day the page is about."""
        return self.check.check.requirement.on

    @property
    def last_note(self) -> Note | None:
        """Answer the note of the last visit, where it was written by the day."""
        note = self.last_visit.note if self.last_visit else None
        return note if note and note.written_on <= self.on else None

    @property
    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind: a page is no finding, and no whole one while a record cannot be read."""
        return ExitStatus.UNREADABLE if self.unread else ExitStatus.NOTHING_FOUND


FORMATS = Forms("provider", "text", "json", "csv")
"""The forms the page can be shown in, by the name `--format` gives them; documents are made by `apqa.forms`."""
