"""What falls due of applications to be listed: the council's decision on each (QF-40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.applications.application import decision_due, open_round, standing_words
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation


def application_duties(situation: Situation) -> Iterator[Duty]:
    """Answer by when the council decides on each application that is still open."""
    for provider in situation.records.providers:
        asked = open_round(provider, situation)
        if asked is None:
            continue
        day = Day(
            DutyKind.LISTING,
            Owes.COUNCIL,
            f"provider/{provider.id}/application",
            "Decision on an application to be listed",
            decision_due(asked, situation),
            "QF-40",
            situation.policy.setting("application_days").basis,
            ("listing", provider.listing.index(asked.events[-1])),
            standing_words(provider, situation),
        )
        yield duty_on(day, provider, provider.id, DESIGNATED_OFFICER, situation)
