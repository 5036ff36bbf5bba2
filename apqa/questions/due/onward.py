"""Whether the place a pupil went on to lasted, of placements that have ended (QF-07, Appendix B)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.questions.due.duty import Day
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.destination import Onward
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_SUSTAINED = (6, 12)
"""After how many weeks it is looked into whether a destination lasted (QF-07, Appendix B)."""


def onward_days(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when it is looked into whether a destination lasted, of pupils who went on to one (QF-07)."""
    onward = _destination(placement, situation)
    if onward is None or onward.on > situation.on:
        return
    for weeks in _SUSTAINED:
        if _is_open(onward, weeks, situation.on):
            yield Day(
                DutyKind.PLACEMENT,
                Owes.COMMISSIONER,
                f"sustained/{weeks}",
                f"Look whether the pupil is still there after {weeks} weeks",
                onward.on + timedelta(weeks=weeks),
                "QF-07",
                "QF-07, Appendix B",
                ("destination",) if placement.destination else ("end",),
            )


def _destination(placement: Placement, situation: Situation) -> Onward | None:
    """Answer where the pupil went: as the placement says, else as its last report does."""
    if placement.destination is not None:
        return placement.destination
    sent = [each for each in situation.records.reports_on(placement.id) if each.is_sent(situation.on)]
    return next((each.destination for each in sorted(sent, key=_sent_on, reverse=True) if each.destination), None)


def _sent_on(report: TermlyReport) -> tuple[str, str]:
    return str(report.submitted_on), report.id


def _is_open(onward: Onward, weeks: int, on: date) -> bool:
    """Answer whether nobody had looked by the day, and it may have lasted that long: what lasted 12 weeks lasted 6."""
    looks = {6: onward.after_6_weeks, 12: onward.after_12_weeks}
    known = {number: look for number, look in looks.items() if look is not None and look.checked_on <= on}
    ended = any(not look.sustained and number <= weeks for number, look in known.items())
    lasted = any(look.sustained and number >= weeks for number, look in known.items())
    return weeks not in known and not ended and not lasted
