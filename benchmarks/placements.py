"""Placements: who, where, for how long; what a live one needs, and what one that has ended leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import words
from chance import FIRST_YEAR, LAST_YEAR, TODAY, after, before, day
from writing import written

if TYPE_CHECKING:
    from datetime import date

    from chance import Chance
    from providers import Standing

_STARTS = {"autumn": (9, 7), "spring": (1, 8), "summer": (4, 15)}
_ENDS = {"autumn": (12, 12), "spring": (3, 22), "summer": (7, 12)}
PERIODS = tuple(_STARTS)
_FLAWS = ("cared", "induction", "reviews", "named_persons", "code", "expected", "ends", "links")
_FULL_WEEK = 25


@dataclass(frozen=True, slots=True)
class Placement:
    """What a termly report must know of its placement, and the record itself."""

    id: str
    text: str
    objective: str
    hours: str
    reported: tuple[tuple[int, str], ...]
    """The school years, by their first calendar year, and the periods a report was due for."""


@dataclass(frozen=True, slots=True)
class _Time:
    starts: date
    ends: date | None
    reported: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Pupil:
    ehc: bool
    cared: bool


def new_placement(provider: Standing, chance: Chance, flawed: float) -> Placement:
    """Write one placement with a provider, and count its pupil there while it is live."""
    time = _time(chance)
    pupil = _Pupil(ehc=chance.happens(0.22), cared=chance.happens(0.06))
    live, flaw = time.ends is None, chance.one_of(_FLAWS) if chance.happens(flawed) else ""
    hours = _hours(provider, chance, live=live)
    if live:
        _count(provider, pupil, hours)
    values = _values(provider, time, pupil, hours, chance)
    if flaw == "expected":
        values["expected"] = before(TODAY, 5)
    if flaw == "cared":
        values["cared"] = ""
    rest = _live(time, values, chance, flaw) if live else _ended(time, values, chance, flaw)
    text = written("placement", **values) + rest
    return Placement(f"PL-{chance.token()}", text, str(values["objective"]), hours, time.reported)


def _time(chance: Chance) -> _Time:
    """Choose when: four in ten are live now, most of the others lasted for one reporting period."""
    share = chance.number(1, 100)
    if share <= 27:
        return _Time(before(day(2026, 11, 16), chance.number(0, 65)), None, ())
    if share <= 32:
        return _Time(before(day(2026, 6, 5), chance.number(0, 40)), None, ((LAST_YEAR - 1, "summer"),))
    year = chance.number(FIRST_YEAR, LAST_YEAR - 1)
    first = chance.number(0, 1 if share <= 48 else 2)
    period = PERIODS[first]
    starts = after(_day_in(year, _STARTS[period]), chance.number(0, 20))
    if share <= 40:
        return _Time(starts, after(starts, chance.number(7, 20)), ())
    periods = PERIODS[first : first + (2 if share <= 48 else 1)]
    ends = after(_day_in(year, _ENDS[periods[-1]]), chance.number(0, 5))
    return _Time(starts, ends, tuple((year, each) for each in periods))


def _day_in(year: int, month_and_day: tuple[int, int]) -> date:
    month, number = month_and_day
    return day(year + (month < 9), month, number)


def _hours(provider: Standing, chance: Chance, *, live: bool) -> str:
    """Choose hours: full weeks at registered schools only."""
    if provider.registered and chance.happens(0.3 if live else 0.2):
        return str(_FULL_WEEK)
    return chance.one_of(("6", "7.5", "9", "10", "12", "12.5", "15"))


def _count(provider: Standing, pupil: _Pupil, hours: str) -> None:
    provider.live += 1
    if hours == str(_FULL_WEEK):
        provider.full_time += 1
        provider.ehc += pupil.ehc
        provider.cared += pupil.cared


def _values(provider: Standing, time: _Time, pupil: _Pupil, hours: str, chance: Chance) -> dict[str, object]:
    kind, basis, code = chance.one_of(words.WAYS_FOR_PLANS if pupil.ehc else words.WAYS)
    school = chance.one_of(words.SCHOOLS)
    oldest = time.starts.year - (time.starts.month < 9) - 16
    whole = int(float(hours)) == _FULL_WEEK
    rest = [] if whole else [f"{{kind: school, hours: {_FULL_WEEK - float(hours) + 1:g}, starts: {time.starts}}}"]
    objective, area, baseline, target = chance.one_of(words.OBJECTIVES)
    cohort = oldest + chance.number(0, 4)
    return {
        "provider": provider.id,
        "site": chance.one_of(("main", "main", "workshop")),
        "kind": kind,
        "commissioner": "Wellow Vale Council" if kind == "local_authority" else school,
        "pupil": f"P-{chance.token()}",
        "cohort": f"{cohort}-{(cohort + 1) % 100:02d}",
        "needs": "ehc_plan" if pupil.ehc else chance.one_of(("none", "sen_support", "sen_support")),
        "ehc": f"ehc_plans:\n  - starts: {before(time.starts, 400)}\n" if pupil.ehc else "ehc_plans: []\n",
        "cared": f"looked_after:\n  - starts: {before(time.starts, 300)}\n" if pupil.cared else "looked_after: []\n",
        "basis": basis,
        "code": code,
        "starts": time.starts,
        "expected": day(2027, 7, 16) if time.ends is None else time.ends,
        "school": school,
        "rolled": f"{time.starts.year - 2}-09-01",
        "hours": hours,
        "taught": f"{float(hours) - (0 if whole else 0.5):g}",
        "days": chance.one_of(words.DAYS) if not whole else "mon, tue, wed, thu, fri",
        "elsewhere": f"[{', '.join(rest)}]",
        "agreed": before(time.starts, 5),
        "checked": before(time.starts, 9),
        "objective": objective,
        "area": area,
        "baseline": baseline,
        "target": target,
        "links": _links(pupil),
        "told": _told(pupil, kind, before(time.starts, 4)),
        "price": chance.number(75, 180),
    }


def _links(pupil: _Pupil) -> str:
    plans = (("ehc_plan", pupil.ehc), ("personal_education", pupil.cared))
    lines = "".join(f"    - plan: {plan}\n" for plan, has in plans if has)
    return f"  links:\n{lines}" if lines else ""


def _told(pupil: _Pupil, kind: str, on: date) -> str:
    asked = (
        ("council_told", kind != "local_authority"),
        ("caseworker_told", pupil.ehc),
        ("virtual_school_asked", pupil.cared),
    )
    return "".join(f"  {name}: {{on: {on}, by: inclusion lead}}\n" for name, needed in asked if needed)


def _live(time: _Time, values: dict[str, object], chance: Chance, flaw: str) -> str:
    reviewed = max(time.starts, before(day(2026, 11, 16), chance.number(0, 25)))
    review = f"reviews:\n  - on: {reviewed}\n    by: inclusion lead\n    on_track: yes\n    parent_told: yes\n"
    values = values | {
        "links": "" if flaw == "links" else values["links"],
        "code": "D" if flaw == "code" else values["code"],
        "progression": chance.one_of(words.PROGRESSION),
        "until": before(TODAY, 4) if flaw == "ends" else day(2027, 7, 23),
        "reviewed": reviewed,
        "reviews": "" if flaw == "reviews" else review,
    }
    text = written("placement-live", **values).rstrip("\n") + "\n"
    return _without(text, flaw)


def _without(text: str, part: str) -> str:
    """Take a whole part out of a record's end, from its name to the next one."""
    if part not in {"induction", "named_persons"}:
        return text
    start = text.index(f"\n{part}:") + 1
    following = {"induction": "risk_reviews:", "named_persons": "attendance:"}
    return text[:start] + text[text.index(following[part], start) :]


def _ended(time: _Time, values: dict[str, object], chance: Chance, flaw: str) -> str:
    ends = time.ends or TODAY
    return written(
        "placement-ended",
        checked=values["checked"],
        ended=ends,
        reason=chance.one_of(("as_planned", "returned_to_school", "moved_on")),
        achieved="" if flaw else f"achievements:\n  - what: {chance.one_of(words.ACHIEVEMENTS)}\n",
        destination=chance.one_of(words.DESTINATIONS),
        moved=ends + timedelta(days=3),
        method=chance.one_of(("interview", "form", "observation")),
        says=chance.one_of(words.VOICES),
    )
