"""A termly report form on its way out: for whom, by when, and what is filled in already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.filling.flat import flat_of, text_of
from apqa.forms.filling.parts import locked, went_out
from apqa.forms.filling.stamp import Asked, Stamp, in_short
from apqa.forms.termly_report.boxes import TERMLY_REPORT_FORM
from apqa.guidance.days import plain
from apqa.questions.school_days import NoCalendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.forms.filling.box import Way
    from apqa.forms.filling.flat import Flat
    from apqa.questions.due.reports import ExpectedReport
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.termly_report import TermlyReport

_AT_LEAST_FREE = 1
"""Empty boxes behind those of a list that are filled in."""


def filled_in(expected: ExpectedReport, situation: Situation) -> Flat:
    """Answer what a form has filled in when it goes out: the draft that is there, and what the plan says.

    The objectives are the plan's, with where the pupil starts and how it is measured; those a draft has, in its words.
    What was reported in an earlier term is no answer for this one.
    """
    record = report_of(expected, situation)
    if record is not None and record.objectives:
        return flat_of(TERMLY_REPORT_FORM, record)
    held = flat_of(TERMLY_REPORT_FORM, record) if record is not None else {}
    return {**held, **_of_plan(expected.placement)}


def report_of(expected: ExpectedReport, situation: Situation) -> TermlyReport | None:
    """Answer the report that is there already: a draft, or one that was sent."""
    reports = situation.records.reports_on(expected.placement.id)
    return next((each for each in reports if each.id == expected.id), None)


def outgoing(
    provider: Provider, term: str, reports: Sequence[ExpectedReport], situation: Situation
) -> tuple[Stamp, dict[str, Flat]]:
    """Answer the stamp of a form that asks a provider for reports, and what is filled in, by placement."""
    flats = {each.placement.id: filled_in(each, situation) for each in reports}
    authority = situation.records.authority
    stamp = Stamp(
        form=TERMLY_REPORT_FORM.name,
        version=TERMLY_REPORT_FORM.version,
        provider=provider.id,
        name=provider.name,
        term=term,
        term_title=reports[0].span.title,
        council=authority.name if authority else "the council",
        reply_to=str(authority.mailbox or "") if authority else "",
        due=_due(reports),
        made_on=situation.on.isoformat(),
        asked=tuple(_asked(each, flats[each.placement.id], situation) for each in reports),
        several={box.key: max(box.several, *_lengths(box.way, flats)) for box in TERMLY_REPORT_FORM.lists},
    )
    return stamp, flats


def of_plan_beside(flat: Flat, placement: Placement) -> Flat:
    """Answer what the plan fills in beside the objectives a report has, wherever it has them.

    Their own words are left out: they tell the lines of one objective from those of another.
    """
    plan = _of_plan(placement)
    found: Flat = {}
    rows = {text: way[:2] for way, text in plan.items() if way[2] == "objective"}
    for way, text in flat.items():
        if way[0] == "objectives" and way[-1] == "objective" and text in rows:
            beside = {each[2]: said for each, said in plan.items() if each[:2] == rows[text]}
            found |= {(*way[:2], name): said for name, said in beside.items() if name != "objective"}
    return found


def _of_plan(placement: Placement) -> Flat:
    found: Flat = {}
    for number, objective in enumerate(placement.plan.objectives if placement.plan else ()):
        named = {
            "objective": objective.what,
            "reference": objective.outcome,
            "baseline": objective.baseline,
            "measure": objective.measure,
        }
        found |= {("objectives", number, name): text for name, text in named.items() if text}
    return found


def _asked(expected: ExpectedReport, flat: Flat, situation: Situation) -> Asked:
    placement = expected.placement
    along = {table.key: _entries(table.way, flat) for table in TERMLY_REPORT_FORM.tables}
    rows = {table.key: along[table.key] + table.spare for table in TERMLY_REPORT_FORM.tables}
    facts = (
        ("Report", "final" if expected.is_final else "first" if expected.is_first else "termly"),
        ("Due", _day(expected)),
        ("Agreed hours a week", _agreed_hours(expected, situation)),
    )
    record = report_of(expected, situation)
    basis = in_short(flat_of(TERMLY_REPORT_FORM, record)) if record is not None else ""
    return Asked(
        placement=placement.id,
        pupil=placement.pupil,
        facts=facts,
        rows=rows,
        along=along,
        basis=basis,
        went_out=went_out(TERMLY_REPORT_FORM, flat),
        locked=locked(TERMLY_REPORT_FORM, flat),
    )


def _entries(way: Way, flat: Flat) -> int:
    return len({each[len(way)] for each in flat if each[: len(way)] == way and len(each) > len(way)})


def _agreed_hours(expected: ExpectedReport, situation: Situation) -> str:
    """Answer the hours of the timetable on the day, or on the nearest day of the term to it."""
    last = min(expected.last_day or expected.span.ends, expected.span.ends)
    day = min(max(situation.on, expected.placement.starts, expected.span.starts), last)
    week = expected.placement.week(day)
    return text_of(week.hours_with_breaks) if week else "not recorded"


def _due(reports: Sequence[ExpectedReport]) -> str:
    """Answer by when the reports are due: one day where they have one, else the days by report."""
    days = list(dict.fromkeys(_day(each) for each in reports if not isinstance(each.due, NoCalendar)))
    if len(days) > 1:
        return "different days: each pupil's stands beside the reference"
    return days[0] if days else ""


def _day(expected: ExpectedReport) -> str:
    return "not known" if isinstance(expected.due, NoCalendar) else plain(expected.due)


def _lengths(way: Way, flats: dict[str, Flat]) -> list[int]:
    counts = [_entries(way, flat) for flat in flats.values()]
    return [0, *(count + _AT_LEAST_FREE for count in counts if count)]
