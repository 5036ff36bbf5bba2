"""A self-assessment that came back in a form: what becomes of its record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from apqa.forms.filling.flat import flat_of, joined, nested, not_asked
from apqa.forms.receiving.answer import Where, filled
from apqa.forms.receiving.arrival import Arrival
from apqa.forms.receiving.changes import changes
from apqa.forms.receiving.checked import asked_about, checked, still_to_come
from apqa.forms.receiving.identified import would_identify
from apqa.forms.receiving.meanwhile import Meanwhile, Now, brought_together
from apqa.forms.receiving.record_text import changed_text, new_text, raw_data, refuse_other
from apqa.forms.receiving.writing import ToWrite
from apqa.forms.self_assessment.arriving import (
    action_problem,
    day_problem,
    is_returned,
    is_reviewed,
    not_awaited,
    outcome_of,
    record_id,
)
from apqa.forms.self_assessment.boxes import RATINGS, self_assessment_form
from apqa.forms.self_assessment.outgoing import from_last_year, record_of
from apqa.guidance.days import plain
from apqa.questions.assessments.current import year_before
from apqa.questions.assessments.ratings import rating_sheet
from apqa.questions.doubts import assessment_doubts
from apqa.questions.received import WRITES, Change, Outcome, Problem, ReceivedFile, ReceivedReport
from apqa.questions.turning import registration_with
from apqa.records.kinds import SELF_ASSESSMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.forms.filling.flat import Flat
    from apqa.forms.receiving.answer import Filled, Returned
    from apqa.forms.receiving.arrival import Post
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import CouncilReceipt, SelfAssessment

_OR_RETURN = ", or return the self-assessment first (council: outcome: returned)"
_COMPLETED = ("completed_on",)
_COUNCIL, _RECEIVED = "council", "received_on"


@dataclass(frozen=True, slots=True)
class _Existing:
    """The record there is."""

    record: SelfAssessment | None
    raw: bytes | None
    came_on: date
    """The day the form came: that of the question."""

    completed: str
    """The day it was completed, as the form says: YYYY-MM-DD."""

    @property
    def kept(self) -> dict[str, Any]:
        """Answer what stands in it and in no box: what the council found, and its own fields."""
        there = not_asked(self_assessment_form(), raw_data(self.raw)) if self.raw is not None else {}
        return {**there, **self.receipt}

    @property
    def receipt(self) -> dict[str, Any]:
        """Answer that it came, and when; nothing where the council has written something of its own about it.

        That an earlier version came, and nothing else, is no word about this one.
        """
        said = self._of_the_council
        if said and (said.model_fields_set != {_RECEIVED} or said.received_on.isoformat() >= self.completed):
            return {}
        return {_COUNCIL: {_RECEIVED: self.came_on.isoformat()}}

    @property
    def _of_the_council(self) -> CouncilReceipt | None:
        return self.record.council if self.record else None

    @property
    def receipt_shown(self) -> tuple[Change, ...]:
        """Answer the same as a change among others."""
        before = self._of_the_council
        old = plain(before.received_on) if before else ""
        said = Change(f"{_COUNCIL}.{_RECEIVED}", "Received by the council", old, plain(self.came_on), "")
        return (said,) if self.receipt else ()


def assessment_arrived(returned: Returned, post: Post) -> Arrival:
    """Answer what becomes of the self-assessment of a form that came back."""
    stamp = returned.stamp
    unawaited = tuple(not_awaited(stamp, post.awaited, post.situation))
    file = ReceivedFile(
        file=str(post.path),
        form=f"{self_assessment_form().title}, {stamp.term_title}",
        provider=stamp.provider,
        name=stamp.name,
        term=stamp.term,
        problems=(*unawaited, *returned.problems),
    )
    return Arrival(file) if unawaited or not returned.is_whole else _judged(returned, post, file)


def _judged(returned: Returned, post: Post, file: ReceivedFile) -> Arrival:
    form, of = self_assessment_form(), record_id(returned.stamp)
    found, target = filled(form, returned.answers), post.root / SELF_ASSESSMENT.path(of)
    there = record_of(returned.stamp.provider, returned.stamp.term, post.situation)
    completed = found.flat.get(_COMPLETED, "")
    existing = _Existing(there, target.read_bytes() if there else None, post.situation.on, completed)
    if there is None and not found.flat and not found.bad:
        return Arrival(replace(file, reports=(_report(of, Outcome.NOT_FILLED_IN),)))
    together = _together(returned, existing, found)
    found = together.to_check(found)
    made, wrong = checked(form, of, found, existing.kept)
    record = cast("SelfAssessment | None", made)
    away = tuple(_taken_away(found, existing))
    said = {each.place for each in away}
    problems = [
        *together.problems,
        *away,
        *(each for each in wrong if each.place not in said),
        *(_about_days(record, found, post) if record else ()),
    ]
    if record is None or problems or file.problems:
        reports = (_report(of, Outcome.REFUSED, together.notes),)
        return Arrival(replace(file, reports=reports, problems=(*file.problems, *problems)))
    report, why = _decided(record, existing, together, post.situation)
    if why:
        return Arrival(replace(file, reports=(report,), problems=(Problem("", why),)))
    writes = (_to_write(record, existing, post),) if report.outcome in WRITES else ()
    return Arrival(replace(file, reports=(report,)), writes)


def _together(returned: Returned, existing: _Existing, found: Filled) -> Meanwhile:
    """Bring together what the form says and what its record says by now.

    What was returned is corrected by the form, and what was reviewed is not changed: neither is weighed box by box.
    """
    there, (asked,) = existing.record, returned.stamp.asked
    if there is None:
        return Meanwhile(found)
    form_counts = is_returned(there) or is_reviewed(there)
    now = Now(flat_of(self_assessment_form(), there), form_counts, _OR_RETURN)
    return brought_together(self_assessment_form(), found, asked, now)


def _report(of: str, outcome: Outcome, notes: tuple[str, ...] = ()) -> ReceivedReport:
    return ReceivedReport("", "", SELF_ASSESSMENT.path(of), outcome, notes=notes)


def _taken_away(found: Filled, existing: _Existing) -> Iterator[Problem]:
    """Report ratings that the council has checked and that this form leaves out."""
    form = self_assessment_form()
    for code in existing.kept.get(RATINGS[0], {}):
        way = (*RATINGS, code, "rating")
        if way not in found.flat and way not in found.bad:
            where = found.places.get(way, Where("", form.titled(way)))
            said = "the council has something on record about this rating, so it cannot be left out: rate it"
            yield Problem(where.place, said, where.box)


def _about_days(record: SelfAssessment, found: Filled, post: Post) -> Iterator[Problem]:
    on = post.situation.on
    if said := day_problem(record.completed_on, on):
        where = found.places[_COMPLETED]
        yield Problem(where.place, said, where.box)
    for code, rating in record.ratings.items():
        yield from still_to_come(record, ((*RATINGS, code, "action", "done_on"),), found, on)
        if said := action_problem(rating, record.completed_on):
            way = (*RATINGS, code, "action", "due")
            where = found.places.get(way, Where("", self_assessment_form().titled(way)))
            yield Problem(where.place, said, where.box)


def _decided(
    record: SelfAssessment, existing: _Existing, together: Meanwhile, situation: Situation
) -> tuple[ReceivedReport, str]:
    form, there = self_assessment_form(), existing.record
    old: Flat = flat_of(form, there) if there else {}
    new = flat_of(form, record)
    outcome, why = outcome_of(there, answered=bool(new), differs=old != new)
    if outcome is Outcome.SAME and together.kept and not together.is_touched:
        outcome = Outcome.NOT_FILLED_IN
    done = outcome in WRITES
    is_right = done or outcome is Outcome.SAME
    along = _sent_along(there, record, situation)
    received = existing.receipt_shown if done else ()
    report = ReceivedReport(
        placement="",
        pupil="",
        record=SELF_ASSESSMENT.path(record.id),
        outcome=outcome,
        changes=(*changes(form, old, new, together.found.places, along), *received) if done or why else (),
        missing=tuple(_missing(record, situation)) if is_right else (),
        notes=together.notes if is_right else (),
        queries=_queries(record, together, situation) if is_right else (),
        registration=registration_with(record, situation) if done else None,
    )
    return report, why


def _queries(record: SelfAssessment, together: Meanwhile, situation: Situation) -> tuple[Problem, ...]:
    return (
        *would_identify(record, situation, together.found, record.identifies_nobody),
        *asked_about(assessment_doubts(record), together.found),
    )


def _sent_along(there: SelfAssessment | None, record: SelfAssessment, situation: Situation) -> Flat:
    """Answer what the form had from last year when it went out, where the year had no record of its own."""
    last = year_before(record.provider, record.year, situation)
    return {} if there else from_last_year(last, situation.on)


def _missing(record: SelfAssessment, situation: Situation) -> Iterator[str]:
    """Name what a self-assessment lacks to be complete."""
    form = self_assessment_form()
    titles = [form.named[0].titles[code] for code in rating_sheet(record, situation).unrated]
    if titles:
        quoted = (f"'{title}'" for title in titles)
        yield f"a rating of {', '.join(quoted)}"
    if record.headcount is None:
        yield "the headcount of its pupils on a day"
    if not record.true_statement:
        yield "the declaration that it is true"


def _to_write(record: SelfAssessment, existing: _Existing, post: Post) -> ToWrite:
    form, target = self_assessment_form(), post.root / SELF_ASSESSMENT.path(record.id)
    new = flat_of(form, record)
    if existing.record is None or existing.raw is None:
        after = new_text(SELF_ASSESSMENT, record, joined(nested(form, new), existing.kept), post.root)
    else:
        after = changed_text(existing.raw, form, flat_of(form, existing.record), new, existing.receipt)
    refuse_other(SELF_ASSESSMENT, record, form, after, whole=True)
    return ToWrite(target, existing.raw, after)
