"""A termly report (Appendix B) as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.document import Document, Notice, Section
from apqa.forms.termly_report import provision, pupil
from apqa.forms.termly_report.values import report_values
from apqa.forms.termly_report.words import STATUSES, attended, spoken
from apqa.guidance.days import plain
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.termly_report.asked import AskedReport

FORM = "termly-report"

SECTIONS: tuple[tuple[str, str, Callable[[AskedReport], Iterator[Block]]], ...] = (
    ("about", "About this report", provision.about),
    ("attendance", "Attendance", provision.attendance),
    ("objectives", "Objectives", provision.objectives),
    ("learning", "Learning", provision.learning),
    ("qualifications", "Qualifications", provision.qualifications),
    ("achievements", "Achievements", provision.achievements),
    ("engagement", "Engagement and behaviour", pupil.engagement),
    ("safeguarding", "Safeguarding", pupil.safeguarding),
    ("risk_assessment", "Risk assessment", pupil.risk_assessment),
    ("pupil_voice", "The pupil's voice", pupil.pupil_voice),
    ("parent", "Parent or carer", pupil.parent),
    ("partners", "Others in touch", pupil.partners),
    ("next_step", "Reintegration and next step", pupil.next_step),
    ("destination", "Destination", pupil.destination),
    ("review", "The commissioner's review", pupil.review),
)
"""Every section of Appendix B in order: its key, which templates name it by, its heading, and what it says."""


def termly_report_document(asked: AskedReport) -> Document:
    """Answer a report as a document: all that its record can hold, in the words of Appendix B (QF-50)."""
    report, placement = asked.report, asked.placement
    return Document(
        form=FORM,
        name=f"{FORM}-{placement.id}-{report.year}-{report.period}",
        title=f"Termly report, {asked.term}",
        subtitle=f"Pupil {placement.pupil} at {asked.provider_name}",
        author=asked.council,
        on=asked.on,
        sections=tuple(Section(key, heading, tuple(blocks(asked))) for key, heading, blocks in SECTIONS),
        notices=tuple(_notices(asked)),
        stamp="Draft: the provider has not sent this report" if report.status is ReportStatus.DRAFT else "",
        footer=f"{placement.id}, {asked.term}, as recorded on {plain(asked.on)}",
        facts=tuple(_facts(asked)),
        values=report_values(asked),
    )


def _notices(asked: AskedReport) -> Iterator[Notice]:
    """Answer what must be seen first: what the report lacks, and that it went back to the provider."""
    review = asked.report.review
    if asked.report.status is ReportStatus.RETURNED:
        when = f" on {plain(review.on)}" if review else ""
        yield Notice(f"The commissioner returned this report for correction{when}.", review.actions if review else ())
    if asked.lacks:
        yield Notice("This report is incomplete. It lacks:", asked.lacks)


def _facts(asked: AskedReport) -> Iterator[str]:
    """Answer what any form of the report must hold, whatever a council's own template leaves out."""
    report, placement = asked.report, asked.placement
    yield from (placement.pupil, placement.id, asked.provider_name, STATUSES[report.status])
    if report.sessions:
        yield attended(report.sessions)
    for each in report.objectives:
        yield from (each.objective, spoken(each.progress))
    if report.pupil_voice and report.pupil_voice.says:
        yield report.pupil_voice.says
