"""Termly reports: one for each placement and reporting period, out of the placement itself (Appendix B)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import day, period_span, school_day_before, school_day_from, school_days
from demo.story.draw import Draw
from demo.story.placements.plan import aims_of
from demo.story.placements.record import case_id, commissioner
from demo.story.placements.words import SAYS
from demo.story.providers.everyone import SKETCHES
from demo.story.writing import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demo.story.placements.case import Case

PERIODS = (("2025-26", "autumn"), ("2025-26", "spring"), ("2025-26", "summer"))
_EARLY = ("harbour-loft 6", "kestrel-croft 8")
"""Two reports for autumn 2026 that came before the end of the period."""

_NEVER_CAME = frozenset({("cornerstool 3", "summer"), ("bitmarsh 1", "summer")})
_DAYS_AFTER = {"autumn": "2026-01-16", "spring": "2026-04-30", "summer": "2026-09-15"}
"""The last school day each period's reports were due by, as policy has it."""


def termly_reports(cases: tuple[Case, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every report, with its id."""
    for year, period in PERIODS:
        first, last = period_span(year, period)
        for case in cases:
            live = case.starts <= last and (case.last is None or case.last >= first)
            if live and (case.key, period) not in _NEVER_CAME:
                yield f"{year}-{period}/{case_id(case)}", _report(case, period, first, last)
    yield from _early(cases)


def _early(cases: tuple[Case, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    first = period_span("2026-27", "autumn")[0]
    for case in cases:
        if case.key in _EARLY:
            report = _report(case, "autumn", first, day("2026-11-19"))
            submitted = case.key == _EARLY[0]
            report.update(status="submitted" if submitted else "draft", review=None)
            report["submitted_on"] = day("2026-11-20") if submitted else None
            yield f"2026-27-autumn/{case_id(case)}", report


def _report(case: Case, period: str, first: date, last: date) -> dict[str, Any]:
    draw = Draw("report", case.key, first)
    starts, ends = max(first, case.starts), min(last, case.last or last)
    sessions = _sessions(draw, case, starts, ends)
    submitted = _submitted(draw, period, ends, case)
    week = case.week(ends)
    assert week is not None  # noqa: S101  a placement has a week on each of its days
    report = {
        "status": "accepted",
        "submitted_on": submitted,
        "author_role": draw.one(("key worker", "session lead", SKETCHES[case.provider].head)),
        "sessions": sessions,
        "hours_a_week": week.hours,
        "objectives": _objectives(draw, case),
        "subjects": draw.some(SKETCHES[case.provider].offer["subjects"], 2),
        "qualifications": _qualifications(draw, case),
        "engagement": _engagement(draw),
        "safeguarding": _safeguarding(draw, ends),
        "risk_assessment_reviewed": school_day_before(ends - timedelta(days=draw.whole(5, 30))),
        "pupil_voice": {
            "on": school_day_before(ends, draw.whole(1, 8)),
            "method": draw.one(("interview", "form", "form", "observation")),
            "says": draw.one(SAYS),
        },
        "parent_contacted": school_day_before(ends, draw.whole(0, 6)) if sessions["attended"] else None,
        "recommendation": _recommendation(draw, case, last),
        "destination": inline(to=case.destination, on=case.last) if _is_final(case, last) else None,
        "review": _review(draw, case, submitted),
    }
    _unusual(case, period, report)
    return report


def _is_final(case: Case, last: date) -> bool:
    return case.last is not None and case.last <= last


def _sessions(draw: Draw, case: Case, starts: date, ends: date) -> dict[str, Any]:
    week = case.week(ends)
    days = week.days if week else ()
    names = ("mon", "tue", "wed", "thu", "fri")
    there = [on for on in school_days(starts, ends) if names[on.weekday()] in days]
    possible = 2 * len(there)
    missed = possible * draw.whole(2, 24) // 100
    allowed = missed * draw.whole(30, 100) // 100
    return {
        "possible": possible,
        "attended": possible - missed,
        "late": (possible - missed) * draw.whole(0, 12) // 100,
        "authorised_absence": allowed,
        "unauthorised_absence": missed - allowed,
        "provider_closed": draw.one((0, 0, 0, 2)),
        "last_daily_return": there[-1] if there else None,
    }


def _submitted(draw: Draw, period: str, ends: date, case: Case) -> date:
    due = day(_DAYS_AFTER[period]) if ends.year < 2026 or ends < day("2026-09-01") else day("2026-11-20")  # noqa: PLR2004  a year
    usual = school_day_from(ends + timedelta(days=draw.whole(1, 9)))
    late = case.provider == "cornerstool" and period == "summer"
    return school_day_from(due + timedelta(days=6)) if late else min(usual, due)


def _objectives(draw: Draw, case: Case) -> list[dict[str, Any]]:
    said = []
    for aim in aims_of(case):
        progress = draw.one(("on_track", "on_track", "some_progress", "some_progress", "met", "no_progress"))
        here = {"met": f"{aim.target}: reached", "no_progress": aim.baseline}.get(progress, aim.now)
        step = "agree the next objective at the review" if progress == "met" else aim.step
        said.append(
            {
                "objective": aim.what,
                "baseline": aim.baseline,
                "position": here,
                "progress": progress,
                "next_step": step,
            }
        )
    return said


def _qualifications(draw: Draw, case: Case) -> list[dict[str, Any]]:
    offered = SKETCHES[case.provider].offer["qualifications"]
    if not offered or case.pupil.age(case.starts) < 14:  # noqa: PLR2004  from Year 10 on
        return []
    entered = draw.chance(60)
    return [inline(title=offered[0]["title"], awarding_body=offered[0]["awarding_body"], entered=entered)]


def _engagement(draw: Draw) -> dict[str, Any]:
    return inline(
        engagement=draw.one((2, 3, 3, 4)),
        incidents=draw.one((0, 0, 1, 2, 4)),
        physical_interventions=0,
        sent_home=draw.one((0, 0, 0, 1)),
    )


def _safeguarding(draw: Draw, ends: date) -> dict[str, Any]:
    if not draw.chance(8):
        return inline(raised=False)
    return inline(raised=True, passed_on=school_day_before(ends, draw.whole(4, 20)))


def _recommendation(draw: Draw, case: Case, last: date) -> str:
    if _is_final(case, last):
        return "end"
    return draw.one(("continue", "continue", "continue", "increase", "reduce", "reintegrate"))


def _review(draw: Draw, case: Case, submitted: date) -> dict[str, Any]:
    lead = "inclusion officer" if case.by == "council" else "commissioner's lead"
    on = school_day_from(submitted + timedelta(days=draw.whole(2, 14)))
    actions = ["Agree at the review how attendance is to rise."] if draw.chance(15) else []
    judgement = "adequate" if actions else draw.one(("good", "good", "adequate"))
    said = {"by": lead, "on": on, "judgement": judgement, "actions": actions or None, "escalated": False}
    return said if commissioner(case)["kind"] != "parent" else {**said, "by": "SEND caseworker"}


def _unusual(case: Case, period: str, report: dict[str, Any]) -> None:
    """Make the few reports that are not complete and accepted."""
    if period != "summer":
        return
    if case.key == "ninefold-music 3":
        report.update(status="submitted", pupil_voice=None, sessions=None, parent_contacted=None, review=None)
    if case.key == "quince-garden 2":
        report["status"] = "returned"
        report["review"].update(
            judgement="concern", actions=["Say where the pupil stands on each objective, not what was done."]
        )
        report["objectives"] = report["objectives"][:1]
    if case.provider == "cornerstool":
        report["review"].update(judgement="concern", escalated=True)
    if case.key in {"pixelthorn 4", "larder-nine 3"}:
        report.update(status="submitted", review=None)
