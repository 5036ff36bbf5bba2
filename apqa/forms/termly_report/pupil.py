"""The sections on the pupil: engagement, safety, voice, those around, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.document import Bullets, Paragraph
from apqa.forms.termly_report.blocks import NOTHING, recorded, tabled
from apqa.forms.termly_report.words import spoken
from apqa.guidance.days import plain
from apqa.questions.passing_on import WHOM
from apqa.vocabulary.reporting import PassedTo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.termly_report.asked import AskedReport
    from apqa.records.destination import Sustained
    from apqa.records.termly_report import SafeguardingPassed


def engagement(asked: AskedReport) -> Iterator[Block]:
    """Answer engagement and behaviour, in counts and measures and never as a story (QF-57)."""
    found = asked.report.engagement
    if found is None:
        yield NOTHING
        return
    scale = f"{found.engagement} on a scale from 1 (hardly) to 4 (fully)" if found.engagement else None
    yield from recorded(
        (
            ("Engagement", scale),
            ("What went well", found.positive),
            ("Incidents", found.incidents),
            ("Physical interventions", found.physical_interventions),
            ("Sent home or suspended", found.sent_home),
        )
    )
    incidents = ((each.type, each.number) for each in found.incidents_by_type)
    yield from tabled("Incidents by type", (("Type", 3), ("Number", 1)), incidents)
    measures = ((each.tool, each.before, each.now) for each in found.measures)
    columns = (("Measure", 2), ("At the start", 3), ("Now", 3))
    yield from tabled("Social, emotional and mental health", columns, measures)


def safeguarding(asked: AskedReport) -> Iterator[Block]:
    """Answer whether a safeguarding concern was passed on, and never what it was (QF-35)."""
    found = asked.report.safeguarding
    if found is None:
        yield Paragraph("Whether a concern was raised in the period is not recorded.")
    elif not found.raised:
        yield Paragraph("No concern was raised in the period.")
    else:
        yield Paragraph(f"A concern was raised in the period. {_passed_on(found)}")


def _passed_on(concern: SafeguardingPassed) -> str:
    if concern.passed_on is not None:
        return f"It was passed on to {WHOM[concern.passed_to or PassedTo.HOME_SCHOOL]} on {plain(concern.passed_on)}."
    if concern.passed_to is not None:
        return f"It was passed on to {WHOM[concern.passed_to]}; on which day is not recorded."
    return "To whom it was passed on, and when, is not recorded."


def risk_assessment(asked: AskedReport) -> Iterator[Block]:
    """Answer when the provider last looked at the risk assessment, and what came of it (QF-31)."""
    report = asked.report
    return recorded(
        (
            ("Last reviewed", report.risk_assessment_reviewed),
            ("Changed then", report.risk_assessment_changed),
            ("Shared with the commissioner", report.risk_assessment_shared),
        )
    )


def pupil_voice(asked: AskedReport) -> Iterator[Block]:
    """Answer what the pupil says (QF-07)."""
    found = asked.report.pupil_voice
    if found is None:
        yield NOTHING
        return
    yield from recorded(
        (
            ("Heard on", found.on),
            ("How", found.method),
            ("What the pupil says", found.says),
            ("What goes well", found.works),
            ("What does not", found.does_not_work),
            ("What the pupil wants next", found.wants_next),
            ("In the pupil's own words", found.own_words),
        )
    )


def parent(asked: AskedReport) -> Iterator[Block]:
    """Answer when the parent or carer was last told of progress, and what they think (QF-06)."""
    return recorded(
        (("Last told of progress", asked.report.parent_contacted), ("Their view", asked.report.parent_view))
    )


def partners(asked: AskedReport) -> Iterator[Block]:
    """Answer who else was in touch in the period (QF-36)."""
    found = asked.report.partners
    if found is None:
        yield NOTHING
        return
    yield from recorded(
        (
            ("Home school in touch on", ", ".join(plain(day) for day in found.school)),
            ("Social worker in touch", found.social_worker),
            ("Virtual School in touch", found.virtual_school),
            ("Youth justice service in touch", found.youth_justice),
            ("Mental health services in touch", found.mental_health),
            ("Plan or annual review held on", found.meeting_on),
            ("Provider contributed to it", found.contributed),
        )
    )


def next_step(asked: AskedReport) -> Iterator[Block]:
    """Answer how far the way back to school or onward has come, and what the provider recommends (QF-07, QF-38)."""
    report, found = asked.report, asked.report.reintegration
    yield from recorded(
        (
            ("The provider recommends", report.recommendation),
            ("Proposed end", report.proposed_end),
            ("Return to school planned", found.planned if found else None),
            *((("Stage reached", found.stage), ("Reached on", found.on)) if found and found.planned else ()),
        )
    )
    if found and found.barriers:
        yield Paragraph("What stands in the way:")
        yield Bullets(found.barriers)


def destination(asked: AskedReport) -> Iterator[Block]:
    """Answer where the pupil went, and whether it lasted (QF-07); in a report that is not final, that it is none."""
    found = asked.report.destination
    if found is None:
        yield NOTHING if asked.is_final else Paragraph("This is not a final report.", aside=True)
        return
    yield from recorded(
        (
            ("Went on to", found.to),
            ("From", found.on),
            ("Still there after 6 weeks", _lasted(found.after_6_weeks)),
            ("Still there after 12 weeks", _lasted(found.after_12_weeks)),
        )
    )


def _lasted(check: Sustained | None) -> str:
    return f"{spoken(check.sustained)}, looked into on {plain(check.checked_on)}" if check else ""


def review(asked: AskedReport) -> Iterator[Block]:
    """Answer what the commissioner made of the report (QF-50, QF-51)."""
    found = asked.report.review
    if found is None:
        yield Paragraph("The commissioner has not reviewed this report.", aside=True)
        return
    yield from recorded(
        (
            ("Reviewed by", found.by),
            ("Reviewed on", found.on),
            ("Judgement", found.judgement),
            ("Taken further", found.escalated),
        )
    )
    if found.actions:
        yield Paragraph("What is to be done:")
        yield Bullets(found.actions)
