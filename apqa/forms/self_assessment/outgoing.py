"""A self-assessment form on its way out: what is filled in already, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.filling.flat import flat_of
from apqa.forms.filling.parts import locked, went_out
from apqa.forms.filling.stamp import Asked, Beside, Stamp, in_short
from apqa.forms.self_assessment.beside import entries, notes
from apqa.forms.self_assessment.boxes import RATINGS, self_assessment_form
from apqa.forms.self_assessment.figures import HOURS, RATIOS
from apqa.guidance.criteria import criteria
from apqa.guidance.days import plain
from apqa.questions.assessments.current import due_again, year_before
from apqa.questions.assessments.ratings import action_is_open
from apqa.vocabulary.provider import CoreSubject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.forms.filling.box import Way
    from apqa.forms.filling.flat import Flat
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import CriterionRating, SelfAssessment

_AT_LEAST_FREE = 1
"""Empty boxes behind those of a list that are filled in."""


def record_of(provider_id: str, year: str, situation: Situation) -> SelfAssessment | None:
    """Answer the self-assessment of a year that is there already, whenever it was completed."""
    every = situation.records.self_assessments_of(provider_id)
    return next((each for each in every if each.year == year), None)


def outgoing(provider: Provider, year: str, situation: Situation) -> tuple[Stamp, Flat]:
    """Answer the stamp of the form that asks a provider for its self-assessment of a year, and what is filled in."""
    form = self_assessment_form()
    own, last = record_of(provider.id, year, situation), year_before(provider.id, year, situation)
    flat = flat_of(form, own) if own else from_last_year(last, situation.on)
    authority, due = situation.records.authority, due_again(provider, situation).by
    along = {table.key: _entries(table.way, flat) for table in form.tables}
    stamp = Stamp(
        form=form.name,
        version=form.version,
        provider=provider.id,
        name=provider.name,
        term=year,
        term_title=year,
        council=authority.name if authority else "the council",
        reply_to=str(authority.mailbox or "") if authority else "",
        due=plain(due) if due else "",
        made_on=situation.on.isoformat(),
        asked=(
            Asked(
                placement=provider.id,
                pupil="",
                facts=(),
                rows={table.key: along[table.key] + table.spare for table in form.tables},
                along=along,
                basis=in_short(flat_of(form, own)) if own else "",
                went_out=went_out(form, flat),
                locked=locked(form, flat),
            ),
        ),
        several={box.key: max(box.several, *_lengths(str(box.way[-1]), flat)) for box in form.lists},
        beside=tuple(_beside(provider, own, last, flat, situation)),
    )
    return stamp, flat


def _beside(
    provider: Provider, own: SelfAssessment | None, last: SelfAssessment | None, flat: Flat, situation: Situation
) -> Iterator[Beside]:
    for code, area, texts in entries(own, last, provider, situation):
        start = (*RATINGS, code)
        held = {way[len(start) :]: text for way, text in flat.items() if way[: len(start)] == start}
        yield Beside(".".join(start), texts, area, in_short(held))
    for key, said in notes(own, last, provider, situation):
        yield Beside(key, said)


def from_last_year(last: SelfAssessment | None, on: date) -> Flat:
    """Answer what is filled in from the year before: evidence, comments, open actions, names of subjects. No rating."""
    found: Flat = {}
    for each in criteria(on):
        if last and each.code in last.ratings:
            found |= {(*RATINGS, each.code, *way): text for way, text in _of_rating(last.ratings[each.code], on)}
    figures = last.figures if last else None
    taught = figures.quality_of_education.hours if figures and figures.quality_of_education else ()
    activities = figures.staffing.pupils_to_staff if figures and figures.staffing else ()
    found |= _names(HOURS.way, taught or [each.value for each in CoreSubject])
    return found | _names(RATIOS.way, activities)


def _names(way: Way, names: Iterable[str]) -> Flat:
    return {(*way, number, "name"): str(name) for number, name in enumerate(names)}


def _of_rating(rating: CriterionRating, on: date) -> Iterator[tuple[Way, str]]:
    yield from ((("evidence", number), text) for number, text in enumerate(rating.evidence))
    if rating.comment:
        yield ("comment",), rating.comment
    if rating.action and action_is_open(rating, on):
        yield ("action", "what"), rating.action.what
        yield ("action", "owner"), rating.action.owner
        yield ("action", "due"), rating.action.due.isoformat()


def _entries(way: Way, flat: Flat) -> int:
    return len({each[len(way)] for each in flat if each[: len(way)] == way and len(each) > len(way)})


def _lengths(name: str, flat: Flat) -> list[int]:
    """Answer how many boxes each list of a name needs: one more than are filled in."""
    counts = [int(way[-1]) + 1 for way in flat if len(way) > 1 and way[-2] == name]
    return [0, *(count + _AT_LEAST_FREE for count in counts)]
