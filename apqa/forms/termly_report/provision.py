"""The sections on the report itself, attendance, objectives and learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.document import Bullets, Facts, Paragraph
from apqa.forms.termly_report.blocks import NOTHING, recorded, said, tabled
from apqa.forms.termly_report.words import STATUSES, attended, spoken
from apqa.guidance.days import plain
from apqa.questions.package import hours_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.termly_report.asked import AskedReport
    from apqa.records.progress import ObjectiveProgress


def about(asked: AskedReport) -> Iterator[Block]:
    """Answer whom and which time the report is about, and how far it has come."""
    report, placement = asked.report, asked.placement
    yield Facts(
        tuple(
            (label, value)
            for label, value in (
                ("Pupil", placement.pupil),
                ("Placement", placement.id),
                ("Provider", asked.provider_name),
                ("Commissioner", placement.commissioner.name),
                ("Reporting period", said(asked.term) + (", the final report" if asked.is_final else "")),
                ("Placement began", plain(placement.starts)),
                ("Placement ended", spoken(asked.expected.last_day if asked.expected else None)),
                ("Status", STATUSES[report.status]),
                ("Due", spoken(asked.due)),
                ("Sent", spoken(report.submitted_on)),
                ("Written by", spoken(report.author_role)),
                ("Reviewed", f"{plain(report.review.on)}, by {report.review.by}" if report.review else ""),
            )
            if value
        )
    )


def attendance(asked: AskedReport) -> Iterator[Block]:
    """Answer the attendance: what was counted, and the percentage worked out from it (QF-50, QF-52)."""
    sessions = asked.report.sessions
    if sessions is None:
        yield NOTHING
    else:
        yield Paragraph(f"{attended(sessions)}. A session is half a day.")
        missed = (sessions.authorised_absence, sessions.unauthorised_absence, sessions.unknown)
        rest = sessions.possible - sessions.attended - sum(each or 0 for each in missed)
        yield from recorded(
            (
                ("Possible sessions", sessions.possible),
                ("Attended", sessions.attended),
                ("Of these, late", sessions.late),
                ("Absent with leave", sessions.authorised_absence),
                ("Absent without leave", sessions.unauthorised_absence),
                ("Sessions nobody noted", sessions.unknown),
                *((("Not accounted for", rest),) if rest else ()),
                ("Provider closed", sessions.provider_closed),
                ("Last daily return", sessions.last_daily_return),
                ("Pattern", sessions.pattern),
            )
        )
    yield Paragraph(_hours(asked))


def _hours(asked: AskedReport) -> str:
    """Say the hours a week attended, beside those agreed."""
    now, week = asked.report.hours_a_week, asked.placement.week(asked.agreed_on)
    agreed = f"{hours_text(week.hours_with_breaks)} agreed on {plain(asked.agreed_on)}" if week else ""
    if now is None:
        return f"Hours a week, breaks included: not recorded{'; ' + agreed if agreed else ''}."
    beside = agreed or f"none recorded as agreed on {plain(asked.agreed_on)}"
    return f"Hours a week, breaks included: {hours_text(now)} attended; {beside}."


_OBJECTIVES = (("Objective", 5), ("At the start", 4), ("Now", 4), ("Progress", 3), ("Next step", 4))


def objectives(asked: AskedReport) -> Iterator[Block]:
    """Answer the progress on each objective (QF-06)."""
    rows = [
        (_named(each), each.baseline, each.position, each.progress, each.next_step) for each in asked.report.objectives
    ]
    yield from tabled("Progress on each objective", _OBJECTIVES, rows) if rows else (NOTHING,)


def _named(objective: ObjectiveProgress) -> str:
    """Name an objective, with what it serves and how it is measured."""
    more = (("Serves: ", objective.reference), ("Measured by: ", objective.measure))
    return "\n".join([objective.objective, *(f"{label}{value}" for label, value in more if value)])


def learning(asked: AskedReport) -> Iterator[Block]:
    """Answer what was taught, the levels in English and mathematics, and what was missed."""
    found = asked.report.learning
    share = found.remote_share if found else None
    yield from recorded(
        (
            ("Subjects", ", ".join(asked.report.subjects)),
            ("What was missed", found.missed if found else None),
            ("Share online or as homework", None if share is None else f"{share}%"),
        )
    )
    levels = (("English", found.english), ("Mathematics", found.maths)) if found else ()
    rows = [(subject, level.baseline, level.now, level.tool) for subject, level in levels if level]
    columns = (("Subject", 3), ("At the start", 4), ("Now", 4), ("Assessed by", 4))
    yield from tabled("Levels", columns, rows) if rows else (Paragraph("No levels are recorded.", aside=True),)


_QUALIFICATIONS = (
    ("Qualification", 5),
    ("Awarding body", 4),
    ("Level", 2),
    ("Entered", 2),
    ("Units done", 2),
    ("Predicted", 3),
    ("Achieved", 3),
)


def qualifications(asked: AskedReport) -> Iterator[Block]:
    """Answer the qualifications the pupil works towards (QF-07)."""
    rows = [
        (
            each.title,
            each.awarding_body,
            each.level,
            each.entered,
            each.units_done,
            each.predicted,
            f"yes, {plain(each.on)}" if each.on else each.achieved,
        )
        for each in asked.report.qualifications
    ]
    yield from tabled("Qualifications the pupil works towards", _QUALIFICATIONS, rows) if rows else (NOTHING,)


def achievements(asked: AskedReport) -> Iterator[Block]:
    """Answer what the pupil achieved in the period (QF-07). That it was nothing differs from that nobody said."""
    found = asked.report.achievements
    if found is None:
        yield NOTHING
    elif not found:
        yield Paragraph("The report says that there were none in this period.")
    else:
        yield Bullets(tuple(f"{each.what}, {plain(each.on)}" if each.on else each.what for each in found))
