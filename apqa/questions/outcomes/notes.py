"""What the sums of a year leave out, and what of them is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.outcomes.tree import PLACEMENTS, REPORTS
from apqa.records.kinds import PLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.guidance.policy import Setting
    from apqa.questions.outcomes.of_year import Year
    from apqa.questions.outcomes.outcomes import Outcomes
    from apqa.questions.situation import Situation


def notes(outcomes: Outcomes, situation: Situation) -> Iterator[str]:
    """Say, for the council's own eyes, what is left out and what is not known."""
    reports, placements = outcomes.table(REPORTS).total, outcomes.table(PLACEMENTS).total
    if not situation.records.keeps(PLACEMENT):
        yield "No placements are kept here: nothing can be said of outcomes."
        return
    yield from _going_on(outcomes.year)
    yield "Termly reports that have not come are in no sum; `apqa termly-due` names them."
    for key, says in (
        ("returned", "returned for correction and left out until they come again"),
        ("repeated", "there twice and counted once (`apqa check` says which)"),
        ("without_attendance", "counted though they say nothing of attendance: those sessions are not known"),
    ):
        if number := reports[key].number:
            yield f"Reports {says}: {number}."
    unchecked = placements["12_weeks_not_checked"].number + placements["6_weeks_not_checked"].number
    if unchecked:
        yield f"Destinations nobody has looked into although their weeks are over: {unchecked}."


def notes_for_publishing(year: Year, setting: Setting, situation: Situation) -> Iterator[str]:
    """Say what is not shown and why, without a number of the records: such a number may be small itself."""
    if not situation.records.keeps(PLACEMENT):
        yield "No placements are kept here: nothing can be said of outcomes."
        return
    yield from _going_on(year)
    if not year.is_over:
        yield (
            "Publish a year once, when it is over: whoever has two publications of one year can subtract one from the "
            "other."
        )
    decided = setting.basis if setting.confirmed else f"{setting.basis}; the council has decided none"
    yield (
        f"[c] stands for a number that is not shown: it is below {int(setting.value)} or is of fewer than "
        f"{int(setting.value)} pupils, or such a number could be worked out from it. Nought is shown. "
        f"(small_number: {decided}.) Providers that are not named have too few pupils, or would give away one that has."
    )
    yield "Termly reports that have not come, that were returned for correction or are there twice are in no other sum."


def _going_on(year: Year) -> Iterator[str]:
    if not year.is_over:
        yield f"The year goes on until {plain(year.ends)}: its sums are not final."
