"""Pupils in numbers, termly reports, the self-assessment, visits, actions and escalation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.due.words import day_text, standing, title
from apqa.display.provider.blocks import Facts, Grid, Points, Words
from apqa.display.provider_check.words import short
from apqa.display.self_assessment import words as assessed
from apqa.guidance.days import plain
from apqa.questions.package import hours_text
from apqa.vocabulary.due import DutyKind, DutyState
from apqa.vocabulary.placement import CommissionerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.provider.answer import ProviderPage
    from apqa.display.provider.blocks import Block
    from apqa.questions.due.duty import Duty
    from apqa.questions.page.pupils import PupilNumbers
    from apqa.questions.page.reports import PeriodReports
    from apqa.records.visit import Visit

SMALL = "*"
"""What marks a number that is too small to be passed on."""

_AUDITS = frozenset({DutyKind.VISIT, DutyKind.DESK_TOP_AUDIT, DutyKind.NOTE_OF_VISIT})
ACTIONS = frozenset({DutyKind.ACTION, DutyKind.UPDATE})
"""What is told under the open actions."""


def pupils(page: ProviderPage) -> Iterator[Block]:
    """Say how many placements there are, in numbers, the small ones marked."""
    found = page.pupils
    if not found.kept:
        yield Words("No placements are kept in these records: how many pupils are placed here is not known.")
        return
    by_kind = ", ".join(
        f"{marked(found.by_commissioner[each], found)} {each.value.replace('_', ' ')}"
        for each in CommissionerKind
        if found.by_commissioner.get(each)
    )
    unknown = f"; of {found.without_timetable} not recorded" if found.without_timetable else ""
    yield Facts(
        (
            ("Placed now", marked(found.live, found) + (f" ({by_kind})" if by_kind else "")),
            ("EHC plan", _known(found.with_ehc_plan, found.ehc_plan_not_recorded, found)),
            ("Looked after", _known(found.looked_after, found.care_not_recorded, found)),
            ("Hours", f"{hours_text(found.hours)} a week for all together, breaks included{unknown}"),
            ("To start", marked(found.planned, found)),
            (f"In {found.year}", f"{marked(found.in_year, found)} so far, {marked(found.ended, found)} of them ended"),
        )
    )
    yield Words(f"{SMALL} fewer than {found.small}, the council's small number: not to be passed on.", aside=True)


def marked(number: int, found: PupilNumbers) -> str:
    """Write a number, with a mark where it is too small to be passed on."""
    return f"{number}{SMALL}" if 0 < number < found.small else str(number)


def _known(number: int, unknown: int, found: PupilNumbers) -> str:
    return marked(number, found) + (f"; of {marked(unknown, found)} not recorded" if unknown else "")


def reports(page: ProviderPage) -> Iterator[Block]:
    """Count the termly reports of the last periods: asked for, received, late, missing."""
    if not page.reports:
        yield Words("Which termly reports were due cannot be told: no calendar tells of a reporting period.")
        return
    rows = tuple((each.title, *map(str, _counts(each))) for each in page.reports)
    head = ("Period", "Asked", "Received", "Late", "Missing", "Returned", "To come", "Not known")
    yield Grid("Termly reports of the last periods", head, rows, (4, 2, 2, 2, 2, 2, 2, 2))
    yield Words("Late: of those received, what came after its day. Missing: overdue and not sent.", aside=True)


def _counts(each: PeriodReports) -> tuple[int, ...]:
    states = each.states
    to_come = states.get(DutyState.DUE, 0) + states.get(DutyState.NOT_YET_DUE, 0)
    returned, unknown = states.get(DutyState.RETURNED, 0), states.get(DutyState.CANNOT_TELL, 0)
    return each.asked, each.received, each.late, each.missing, returned, to_come, unknown


def self_assessment(page: ProviderPage) -> Iterator[Block]:
    """Say how the provider sees itself, what the council made of it, and where it differs from the record."""
    answer = page.assessment
    if answer.sheet is None:
        yield Words(assessed.none_words(answer))
        return
    found = len(answer.discrepancies)
    differs = (
        f"{found} {'place' if found == 1 else 'places'} where it contradicts the record" if found else "none found"
    )
    wanted = ("Completed", "Council", "Ratings", "Next due")
    told = [(name, text) for name, text in assessed.facts(answer) if name in wanted]
    yield Facts((("Year", answer.year), *told, ("Differences", differs)))


def visits(page: ProviderPage) -> Iterator[Block]:
    """Say when it was last visited and with what outcome, what is planned, and by when the next is due."""
    due = [each for each in page.due.duties if each.kind in _AUDITS]
    yield Facts(
        (
            ("Last", _visited(page)),
            ("Planned", "; ".join(f"{short(each.on)} ({_kind(each)})" for each in page.planned) or "none"),
            ("Next due", _next_visit(page)),
            ("Waiting", "; ".join(_owed(each, page) for each in due) or "nothing"),
        )
    )


def _next_visit(page: ProviderPage) -> str:
    """Say by when the next visit is asked for: by the check before a placement, or earlier by a note."""
    line = next((each for each in page.check.check.lines if each.key == "visited"), None)
    if line is None:
        return "no day: visits are asked for of providers on the list"
    promised = [each.due for each in page.owed if each.kind is DutyKind.VISIT and each.due and not each.is_settled]
    days = [*promised, *([line.due] if line.due else [])]
    return plain(min(days)) if days else line.says


def _visited(page: ProviderPage) -> str:
    visit, note = page.last_visit, page.last_note
    if visit is None:
        return "no visit on site is recorded"
    outcome = f"; outcome {note.outcome}" if note and note.outcome else ""
    advised = f"; recommends: {note.recommendation.value.replace('_', ' ')}" if note and note.recommendation else ""
    return f"{plain(visit.on)} ({_kind(visit)}){outcome}{advised}" + ("" if note else "; no note is recorded")


def _kind(visit: Visit) -> str:
    return visit.type.value.replace("_", " ")


def _owed(duty: Duty, page: ProviderPage) -> str:
    return f"{title(duty)}, {day_text(duty)} ({standing(duty, page.on)})"


def actions(page: ProviderPage) -> Iterator[Block]:
    """Put the open actions in a table, with their days."""
    asked = (each for each in page.owed if each.kind in ACTIONS and not each.placement)
    open_ones = [each for each in asked if not each.is_settled]
    if not open_ones:
        yield Words("No open action is recorded.")
        return
    rows = tuple((standing(each, page.on), day_text(each), title(each), each.ask) for each in open_ones)
    styles = tuple("bad" if each.state is DutyState.OVERDUE else "" for each in open_ones)
    yield Grid("Open actions", ("State", "Due", "What", "Who"), rows, (3, 2, 7, 3), styles)


def escalation(page: ProviderPage) -> Iterator[Block]:
    """Tell how far unanswered concerns have been taken, plan by plan, the latest first."""
    reached = page.check.escalation
    step = reached.step.value.replace("_", " ")
    yield Words(f"Now: {step} since {plain(reached.since)}." if reached.since else "Now: no open concern.")
    told = []
    for plan in page.plans:
        closed = plan.closed_on is not None and plan.closed_on <= page.on
        became = f"closed {plain(plan.closed_on)}" if closed and plan.closed_on else "open"
        told.append(f"Action plan of {plain(plan.on)}, {became}: {plan.reason}")
        told += [
            f"{plain(each.on)}: {each.step.value.replace('_', ' ')} - {each.reason} ({each.decided_by})"
            for each in reversed(plan.escalation)
            if each.on <= page.on
        ]
    if told:
        yield Points(tuple(told))
