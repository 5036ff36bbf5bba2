"""What stands beside the boxes of a self-assessment: last year's answer, and what the council has on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.filling.box import Page
from apqa.forms.filling.flat import flat_of, text_of
from apqa.forms.receiving.changes import shown
from apqa.forms.self_assessment.boxes import self_assessment_form
from apqa.guidance.criteria import criteria, criterion, criterion_of
from apqa.guidance.days import plain
from apqa.questions.assessments.areas import area_title
from apqa.questions.assessments.ratings import checked_by, effective
from apqa.questions.checks.line import State, seen_on
from apqa.questions.checks.verdict import provider_check
from apqa.records.provider import latest
from apqa.records.schema.docstrings import word_docstrings
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import Area, Rating

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.guidance.criteria import Criterion
    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment

_UNCONFIRMED = "The number and wording of this national standard were not seen in print; the words are the council's."
_NO_CRITERION = "This is rated in the record and is no criterion now."
_INFORMATION_COMMISSIONER = "data_protection_registration"
_NOT_KNOWN = "not on record"


def entries(
    own: SelfAssessment | None, last: SelfAssessment | None, provider: Provider, situation: Situation
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Answer every criterion to be rated, area by area: its code, its area, and what is said of it.

    Those in force on the day, and those that a record of the year rates already.
    """
    asked = {each.code: each for each in criteria(situation.on)}
    known = {code: asked.get(code) or criterion(code) for code in (*asked, *(own.ratings if own else ()))}
    recorded = _recorded_checks(provider, situation)
    for code, found in sorted(known.items(), key=lambda each: _place(each[1])):
        texts = (*_asks(code, found), _last(code, last, situation.on), recorded.get(code, ""))
        yield code, area_title(found.area) if found else "Others", texts


def _place(found: Criterion | None) -> int:
    return list(Area).index(found.area) if found else len(Area)


def _asks(code: str, found: Criterion | None) -> tuple[str, str]:
    if found is None:
        return code, _NO_CRITERION
    return found.title, found.text if found.confirmed else f"{found.text} ({_UNCONFIRMED})"


def _last(code: str, last: SelfAssessment | None, on: date) -> str:
    """Say how a criterion was rated in the year before."""
    rating = last.ratings.get(code) if last else None
    if last is None or rating is None:
        return "not rated" if last else ""
    said = _rating(rating.rating)
    if rating.why_not_applicable:
        said += f" ({rating.why_not_applicable})"
    if checked_by(rating, on) and effective(rating, on) is not rating.rating:
        said += f"; the council found: {_rating(effective(rating, on)).lower()}"
    return f"{last.year}: {said}"


def _rating(rating: Rating) -> str:
    return word_docstrings(Rating)[rating].rstrip(".")


def _recorded_checks(provider: Provider, situation: Situation) -> dict[str, str]:
    """Answer what the provider's record shows of each criterion: the checks before a placement that bear on it."""
    found: dict[str, list[str]] = {}
    for line in provider_check(provider, situation).lines:
        if bearing := criterion_of(line.key):
            found.setdefault(bearing.code, []).append(_shortly(line, situation.on))
    return {code: "\n".join(lines) for code, lines in found.items()}


def _shortly(line: Line, on: date) -> str:
    """Say what a check found, without what was seen of it: the provider knows its own papers."""
    evidence = seen_on(line.evidence)
    says = [each for each in line.says.replace(evidence, "").split("; ") if each.strip()] if evidence else [line.says]
    if line.due and line.due >= on and line.state is State.MET:
        says.append(f"until {plain(line.due)}")
    return f"{line.title}: {'; '.join(says)}"


def notes(
    own: SelfAssessment | None, last: SelfAssessment | None, provider: Provider, situation: Situation
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Answer what stands beside each single box, by its key: last year's answer, and what is on record."""
    form = self_assessment_form()
    before = flat_of(form, last) if last else {}
    recorded = dict(_recorded(provider, own.completed_on if own else situation.on, situation))
    for page in form.pages:
        for box in page.boxes if isinstance(page, Page) and page.beside else ():
            text = shown(box, before.get(box.way, ""))
            if text or box.key in recorded:
                yield box.key, (text, recorded.get(box.key, ""))


def _recorded(provider: Provider, on: date, situation: Situation) -> Iterator[tuple[str, str]]:
    yield from _list_status(provider, on)
    yield from _days(provider, on)
    yield from _headcount(provider, on)
    for line in provider_check(provider, situation).lines:
        if line.key == _INFORMATION_COMMISSIONER:
            yield "figures.data_protection.breaches_reported", _shortly(line, situation.on)


def _list_status(provider: Provider, on: date) -> Iterator[tuple[str, str]]:
    event = provider.listed_as(on)
    said = f"{word_docstrings(ListStatus)[event.status].rstrip('.')}, since {plain(event.on)}" if event else _NOT_KNOWN
    yield "figures.list_status", said


def _days(provider: Provider, on: date) -> Iterator[tuple[str, str]]:
    inspected = latest(provider.registration.inspections, on) if provider.registration else None
    training = provider.safeguarding.staff_training if provider.safeguarding else ()
    found = {
        "registration.inspected_on": inspected.on if inspected else None,
        "safeguarding.trained_on": max((each.completed for each in training if each.completed <= on), default=None),
        "health_and_safety.fire_risk_assessed": _last_done(provider, "fire_risk_assessment", on),
        "health_and_safety.fire_drill": _last_done(provider, "fire_drill", on),
    }
    yield from ((f"figures.{key}", plain(day) if day else _NOT_KNOWN) for key, day in found.items())
    until = provider.finance.accounts_made_up_to if provider.finance else None
    yield "figures.finance.accounts_filed", f"accounts made up to {plain(until)}" if until else _NOT_KNOWN


def _last_done(provider: Provider, item: str, on: date) -> date | None:
    done = (each.done for each in provider.health_and_safety if each.item == item)
    return max((day for day in done if day and day <= on), default=None)


def _headcount(provider: Provider, on: date) -> Iterator[tuple[str, str]]:
    """Answer what the provider declared of its pupils last, as its own record has it."""
    declared = provider.headcount(on)
    form = self_assessment_form()
    if declared is None:
        yield "headcount.on", _NOT_KNOWN
        return
    for page in form.pages:
        for box in page.boxes:
            if box.way[0] == "headcount" and isinstance(page, Page):
                value = getattr(declared, str(box.way[1]))
                if value is not None:
                    yield box.key, shown(box, text_of(value))
