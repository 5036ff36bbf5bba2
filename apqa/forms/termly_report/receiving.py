"""Termly reports that came back in a form: what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from apqa.forms.filling.flat import flat_of, nested
from apqa.forms.receiving.answer import filled
from apqa.forms.receiving.arrival import Arrival
from apqa.forms.receiving.changes import changes
from apqa.forms.receiving.checked import asked_about, checked, still_to_come
from apqa.forms.receiving.identified import would_identify
from apqa.forms.receiving.meanwhile import Meanwhile, Now, brought_together
from apqa.forms.receiving.record_text import changed_text, new_text, refuse_other
from apqa.forms.receiving.writing import ToWrite
from apqa.forms.termly_report.arriving import not_awaited, not_ours, record_id, sent_day
from apqa.forms.termly_report.boxes import TERMLY_REPORT_FORM
from apqa.forms.termly_report.outgoing import of_plan_beside
from apqa.questions.doubts import report_doubts
from apqa.questions.due.reports import expected_reports, missing_from
from apqa.questions.received import WRITES, Outcome, Problem, ReceivedFile, ReceivedReport, outcome_of
from apqa.records.kinds import TERMLY_REPORT
from apqa.records.termly_report import KNOWN_LATER
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.stamp import Asked
    from apqa.forms.receiving.answer import Filled, Returned
    from apqa.forms.receiving.arrival import Post
    from apqa.questions.situation import Situation
    from apqa.records.termly_report import TermlyReport

_FORM = TERMLY_REPORT_FORM


@dataclass(slots=True)
class _Judging:
    """A form that came back, while it is judged."""

    returned: Returned
    situation: Situation
    root: Path
    sent: date
    says_when: bool
    """Whether the form itself says when it was sent."""

    problems: list[Problem]
    reports: list[ReceivedReport] = field(default_factory=list)
    writes: list[ToWrite] = field(default_factory=list)


def reports_arrived(returned: Returned, post: Post) -> Arrival:
    """Answer what becomes of the termly reports of a form that came back."""
    stamp, situation = returned.stamp, post.situation
    problems = list(not_awaited(stamp, post.awaited, situation))
    known = not problems
    sent, wrong = sent_day(returned.sent_on, stamp, situation) if known else (situation.on, "")
    problems += [Problem("Sent on", wrong)] if wrong else []
    judging = _Judging(returned, situation, post.root, sent, bool(returned.sent_on), [*problems, *returned.problems])
    for asked in stamp.asked if known and returned.is_whole else ():
        _judge(asked, judging)
    received = ReceivedFile(
        file=str(post.path),
        form=f"{_FORM.title}, {stamp.term_title}",
        provider=stamp.provider,
        name=stamp.name,
        term=stamp.term,
        sent_on=sent if returned.sent_on else None,
        reports=tuple(judging.reports),
        problems=tuple(judging.problems),
    )
    return Arrival(received, () if judging.problems else tuple(judging.writes))


def _judge(asked: Asked, judging: _Judging) -> None:
    """Say what becomes of one report."""
    stamp, situation = judging.returned.stamp, judging.situation
    of = record_id(stamp, asked)
    found = filled(_FORM, (each for each in judging.returned.answers if each.placement == asked.placement))
    if why := not_ours(asked, stamp, situation) or _unreadable(of, situation):
        judging.problems.append(Problem(asked.placement, why))
        _report(asked, of, Outcome.REFUSED, judging)
        return
    existing = _existing(of, situation)
    given = {"status": ReportStatus.SUBMITTED.value, "submitted_on": judging.sent.isoformat()}
    if existing is None and not found.flat and not found.bad:
        _report(asked, of, Outcome.NOT_FILLED_IN, judging)
        return
    together = _together(asked, existing, found)
    record, problems = checked(_FORM, of, together.to_check(found), given)
    judging.problems += [*together.problems, *problems]
    if record is None or together.problems:
        _report(asked, of, Outcome.REFUSED, judging, together.notes)
        return
    judging.problems += still_to_come(record, KNOWN_LATER, found, situation.on)
    _decide(asked, cast("TermlyReport", record), existing, together, judging)


def _together(asked: Asked, existing: TermlyReport | None, found: Filled) -> Meanwhile:
    """Bring together what the form says and what its record says by now.

    What was returned is corrected by the form, and what was sent is not changed: neither is weighed box by box.
    """
    if existing is None:
        return Meanwhile(found)
    now = Now(flat_of(_FORM, existing), form_counts=existing.status is not ReportStatus.DRAFT)
    return brought_together(_FORM, found, asked, now)


def _decide(
    asked: Asked, record: TermlyReport, existing: TermlyReport | None, together: Meanwhile, judging: _Judging
) -> None:
    old = flat_of(_FORM, existing) if existing is not None else {}
    new = flat_of(_FORM, record)
    is_sent = judging.says_when or together.is_touched
    outcome, why = outcome_of(existing, answered=bool(new), differs=old != new, sent=is_sent)
    if outcome is Outcome.SAME and together.kept and not is_sent:
        outcome = Outcome.NOT_FILLED_IN
    if why:
        judging.problems.append(Problem(asked.placement, why))
    done = outcome in WRITES
    is_right = done or outcome is Outcome.SAME
    placement = judging.situation.records.placement(asked.placement) if existing is None else None
    along = of_plan_beside(new, placement) if placement else {}
    made = ReceivedReport(
        placement=asked.placement,
        pupil=asked.pupil,
        record=TERMLY_REPORT.path(record.id),
        outcome=outcome,
        changes=changes(_FORM, old, new, together.found.places, along) if done or outcome is Outcome.REFUSED else (),
        missing=_missing(record, judging.situation) if is_right else (),
        notes=tuple(_notes(together)) if is_right else (),
        queries=_queries(record, existing, together, judging.situation) if is_right else (),
    )
    judging.reports.append(made)
    if done and not judging.problems:
        judging.writes.append(_to_write(record, existing, old, new, judging))


def _queries(
    record: TermlyReport, existing: TermlyReport | None, together: Meanwhile, situation: Situation
) -> tuple[Problem, ...]:
    answers = existing.identifies_nobody if existing is not None else ()
    return (
        *would_identify(record, situation, together.found, answers),
        *asked_about(report_doubts(record, situation), together.found),
    )


def _to_write(record: TermlyReport, existing: TermlyReport | None, old: Flat, new: Flat, judging: _Judging) -> ToWrite:
    target = judging.root / TERMLY_REPORT.path(record.id)
    given = {"status": record.status.value, "submitted_on": judging.sent.isoformat()}
    before = target.read_bytes() if existing is not None else None
    if before is None:
        after = new_text(TERMLY_REPORT, record, {**given, **nested(_FORM, new)}, judging.root)
    else:
        after = changed_text(before, _FORM, old, new, given)
    refuse_other(TERMLY_REPORT, record, _FORM, after)
    return ToWrite(target, before, after)


def _report(asked: Asked, of: str, outcome: Outcome, judging: _Judging, notes: tuple[str, ...] = ()) -> None:
    judging.reports.append(ReceivedReport(asked.placement, asked.pupil, TERMLY_REPORT.path(of), outcome, notes=notes))


def _existing(of: str, situation: Situation) -> TermlyReport | None:
    placement = of.rpartition("/")[2]
    return next((each for each in situation.records.reports_on(placement) if each.id == of), None)


def _unreadable(of: str, situation: Situation) -> str:
    if of not in situation.records.unreadable(TERMLY_REPORT, of):
        return ""
    return f"there is a record {TERMLY_REPORT.path(of)} that cannot be read: `apqa check` says why; put it right first"


def _missing(record: TermlyReport, situation: Situation) -> tuple[str, ...]:
    placement = situation.records.placement(record.placement)
    term = record.id.partition("/")[0]
    expected = next(expected_reports(placement, situation, term), None) if placement else None
    return missing_from(record, expected)


def _notes(together: Meanwhile) -> Iterator[str]:
    yield from (f"nothing is said of the objective '{text}'" for text in together.found.unanswered)
    yield from together.notes
