"""The pupils placed with a provider on a day, in numbers alone (QF-07, QF-10)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.questions.outcomes.of_year import year_of
from apqa.questions.outcomes.outcomes import outcomes
from apqa.questions.outcomes.tree import PLACEMENTS
from apqa.records.kinds import PLACEMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.vocabulary.placement import CommissionerKind


@dataclass(frozen=True, slots=True)
class PupilNumbers:
    """How many placements a provider has, and of what kind."""

    kept: bool
    """Whether any placement is kept in these records: pupils' records may lie elsewhere."""

    live: int
    """Placements on the day."""

    planned: int
    """Placements that are recorded and start later."""

    by_commissioner: Mapping[CommissionerKind, int]
    """The live ones by who arranges them."""

    with_ehc_plan: int
    ehc_plan_not_recorded: int
    looked_after: int
    care_not_recorded: int

    hours: timedelta
    """The weekly hours of the live ones together, breaks included."""

    without_timetable: int
    """Live ones whose hours are not recorded for the day."""

    year: str
    """The academic year of the day."""

    in_year: int
    """Placements there were on some day of that year, up to the day."""

    ended: int
    """Those of them that ended in the year, by the day."""

    small: int
    """The number below which counts are not passed on."""


def pupil_numbers(provider: Provider, situation: Situation) -> PupilNumbers:
    """Count a provider's placements on the day, and in the academic year so far. Of pupils it tells numbers alone."""
    on, year = situation.on, year_of(situation.on)
    every = situation.records.placements_at(provider.id)
    live = [each for each in every if each.is_live(on)]
    weeks = [each.week(on) for each in live]
    told = outcomes(situation, year, provider.id).table(PLACEMENTS).total
    return PupilNumbers(
        kept=situation.records.keeps(PLACEMENT),
        live=len(live),
        planned=sum(each.starts > on for each in every),
        by_commissioner=Counter(each.commissioner.kind for each in live),
        with_ehc_plan=_that(live, on, lambda each, day: each.has_ehc_plan(day), so=True),
        ehc_plan_not_recorded=_that(live, on, lambda each, day: each.has_ehc_plan(day), so=None),
        looked_after=_that(live, on, lambda each, day: each.is_looked_after(day), so=True),
        care_not_recorded=_that(live, on, lambda each, day: each.is_looked_after(day), so=None),
        hours=sum((week.hours_with_breaks for week in weeks if week), timedelta()),
        without_timetable=weeks.count(None),
        year=year.name,
        in_year=told["placements"].number,
        ended=told["ended"].number,
        small=int(situation.policy.setting("small_number").value),
    )


def _that(
    live: Iterable[Placement], on: date, asked: Callable[[Placement, date], bool | None], *, so: bool | None
) -> int:
    return sum(asked(each, on) is so for each in live)
