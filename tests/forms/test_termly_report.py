"""The termly report (Appendix B) as a document: everything its record holds, and what it does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.forms.documents.document import Document, Facts
from apqa.forms.documents.made import made
from apqa.forms.documents.proof import compared, text_of
from apqa.forms.termly_report.asked import asked_report
from apqa.forms.termly_report.rendered import SECTIONS, termly_report_document
from apqa.forms.termly_report.words import STATUSES, percentage, spoken
from apqa.records.termly_report import SessionCounts, TermlyReport
from apqa.vocabulary.placement import Destination, VoiceMethod
from apqa.vocabulary.reporting import NextStep, Progress, ReportJudgement, ReportStatus
from tests.builders import PLACEMENT, a_placement, a_provider, a_report, a_whole_year, an_authority, situation
from tests.forms.sample_document import HOSTILE

HOUSE = Path(__file__).resolve().parents[2]
ON = "2027-01-20"

FULL: dict[str, Any] = {
    "status": "accepted",
    "submitted_on": "2026-12-16",
    "author_role": "key worker",
    "sessions": {
        "possible": "60",
        "attended": "50",
        "late": "3",
        "authorised_absence": "4",
        "unauthorised_absence": "2",
        "unknown": "1",
        "provider_closed": "5",
        "last_daily_return": "2026-12-15",
        "pattern": "misses Mondays",
    },
    "hours_a_week": "11.5",
    "objectives": [
        {
            "objective": "Arrive on time",
            "reference": "outcome E2",
            "baseline": "late on most days",
            "measure": "the register",
            "position": "late once a week",
            "progress": "on_track",
            "next_step": "walk in alone",
        }
    ],
    "subjects": ["boat building", "navigation"],
    "learning": {
        "english": {"baseline": "entry level 2", "now": "entry level 3", "tool": "reading test"},
        "maths": {"baseline": "step 4", "now": "step 5", "tool": "number test"},
        "missed": "two weeks of science",
        "remote_share": "12.5",
    },
    "qualifications": [
        {
            "title": "Award in Boats",
            "awarding_body": "Harbour Awards",
            "level": "level 1",
            "entered": "yes",
            "units_done": "4",
            "predicted": "a pass",
            "achieved": "yes",
            "on": "2026-12-11",
        }
    ],
    "achievements": [{"what": "built a dinghy", "on": "2026-12-04"}, {"what": "swam a length"}],
    "engagement": {
        "engagement": "3",
        "positive": "helps the others",
        "incidents": "2",
        "incidents_by_type": [{"type": "leaving the site", "number": "2"}],
        "physical_interventions": "0",
        "sent_home": "1",
        "measures": [{"tool": "questionnaire", "before": "high need", "now": "some need"}],
    },
    "safeguarding": {"raised": "yes", "passed_on": "2026-11-09", "passed_to": "home_school"},
    "risk_assessment_reviewed": "2026-11-10",
    "risk_assessment_changed": "yes",
    "risk_assessment_shared": "2026-11-12",
    "pupil_voice": {
        "on": "2026-12-10",
        "method": "interview",
        "says": "I like the boats.",
        "works": "small groups",
        "does_not_work": "the early bus",
        "wants_next": "a Saturday job",
        "own_words": "yes",
    },
    "parent_contacted": "2026-12-14",
    "parent_view": "calmer at home",
    "partners": {
        "school": ["2026-10-05", "2026-11-30"],
        "social_worker": "no",
        "virtual_school": "yes",
        "youth_justice": "no",
        "mental_health": "yes",
        "meeting_on": "2026-12-01",
        "contributed": "yes",
    },
    "reintegration": {
        "planned": "yes",
        "stage": "two lessons a week",
        "on": "2026-12-07",
        "barriers": ["the timetable"],
    },
    "recommendation": "continue",
    "proposed_end": "2027-07-16",
    "destination": {
        "to": "fe_college",
        "on": "2026-10-01",
        "after_6_weeks": {"checked_on": "2026-11-20", "sustained": "yes"},
        "after_12_weeks": {"checked_on": "2027-01-04", "sustained": "no"},
    },
    "review": {
        "by": "the SENDCo",
        "on": "2027-01-08",
        "judgement": "adequate",
        "actions": ["agree the Saturday job"],
        "escalated": "no",
    },
}
"""A report that says everything a report can say."""


def _document(*others: Any, on: str = ON, report: TermlyReport | None = None, **changes: Any) -> Document:
    placement = a_placement(starts="2026-09-14")
    asked = report or a_report(**{**FULL, **changes})
    return termly_report_document(
        asked_report(asked, placement, situation(on, placement, a_provider(), a_whole_year(), *others))
    )


def _text(document: Document, form: str = "markdown") -> str:
    return text_of(form, made(document, form).data)


def _says(document: Document, text: str, form: str = "markdown") -> bool:
    return compared(text) in compared(_text(document, form))


def _words_of(value: Any, key: str = "") -> list[str]:
    """Answer every text a person wrote into the data of a record."""
    if isinstance(value, dict):
        return [text for name, each in value.items() for text in _words_of(each, name)]
    if isinstance(value, list):
        return [text for each in value for text in _words_of(each, key)]
    is_word = key in {"status", "progress", "method", "to", "passed_to", "judgement", "recommendation"}
    return [value] if re.search(r"[a-z]", value) and value not in {"yes", "no"} and not is_word else []


@pytest.mark.parametrize("form", ["markdown", "html", "docx", "pdf"])
def test_everything_that_people_wrote_into_the_record_is_in_every_form(form: str) -> None:
    text = compared(_text(_document(), form))
    assert [each for each in _words_of(FULL) if compared(each) not in text] == []


def test_every_day_of_the_record_is_in_the_document() -> None:
    text = _text(_document())
    days = {spoken(each) for each in _days(a_report(**FULL))}
    assert len(days) == 18
    assert [each for each in days if each not in text] == []


def _days(part: Any) -> list[Any]:
    from datetime import date

    from apqa.records.base import Part

    if isinstance(part, Part):
        return [day for name in type(part).model_fields for day in _days(getattr(part, name))]
    if isinstance(part, tuple):
        return [day for each in part for day in _days(each)]
    return [part] if isinstance(part, date) else []


@pytest.mark.parametrize(
    "said",
    [
        "50 of 60 sessions attended (83.3%).",
        "Not accounted for: 3",
        "Hours a week, breaks included: 11.5 attended; 12 agreed on 18 December 2026.",
        "Serves: outcome E2",
        "Measured by: the register",
        "On track",
        "3 on a scale from 1 (hardly) to 4 (fully)",
        "A concern was raised in the period. It was passed on to the designated safeguarding lead of the home school",
        "home school on 9 November 2026.",
        "Went on to: Further education college",
        "Still there after 6 weeks: Yes, looked into on 20 November 2026",
        "Share online or as homework: 12.5%",
        "Yes, 11 December 2026",
        "built a dinghy, 4 December 2026",
        "Reviewed: 8 January 2027, by the SENDCo",
        "Judgement: Adequate",
        "Due: 15 January 2027",
        "Placement began: 14 September 2026",
        "PL-00001, autumn 2026-27, as recorded on 20 January 2027",
    ],
)
def test_the_report_says(said: str) -> None:
    assert _says(_document(), said)


def test_nothing_but_the_reference_says_who_the_pupil_is() -> None:
    document = _document(cohort=None)
    assert document.subtitle.startswith("Pupil P-")
    assert not _says(document, "2011-12"), "the school cohort is for the law's questions alone"


def test_an_empty_record_makes_a_document_that_says_what_is_missing_and_names_no_value() -> None:
    document = _document(report=a_report())
    assert document.stamp == "Draft: the provider has not sent this report"
    notice = document.notices[0]
    assert notice.heading == "This report is incomplete. It lacks:"
    assert notice.items == ("attendance in sessions", "progress on at least one objective", "the pupil's voice")
    for form in ("markdown", "html", "docx", "pdf"):
        assert _says(document, "Nothing is recorded.", form)
    assert not _says(document, "None")


def test_a_complete_report_has_no_notice_and_no_stamp() -> None:
    document = _document()
    assert (document.notices, document.stamp) == ((), "")


def test_a_report_that_went_back_says_so_with_what_is_to_be_done() -> None:
    notice = _document(status="returned").notices[0]
    assert notice.heading == "The commissioner returned this report for correction on 8 January 2027."
    assert notice.items == ("agree the Saturday job",)
    assert _document(status="returned", review=None).notices[0].heading == (
        "The commissioner returned this report for correction."
    )


def test_what_the_commissioner_concluded_later_is_not_in_the_document() -> None:
    document = _document(on="2026-12-20")
    assert _says(document, STATUSES[ReportStatus.SUBMITTED])
    assert _says(document, "The commissioner has not reviewed this report.")
    assert not _says(document, "SENDCo")


def test_a_final_report_says_that_it_is_one() -> None:
    placement = a_placement(starts="2026-09-14", end={"on": "2026-11-27", "reason": "moved_on"})
    asked = asked_report(a_report(**{**FULL, "destination": None}), placement, situation(ON, placement, a_whole_year()))
    document = termly_report_document(asked)
    assert _says(document, "Autumn 2026-27, the final report")
    assert _says(document, "Placement ended: 27 November 2026")
    assert _says(document, "agreed on 27 November 2026")
    assert document.notices[0].items == ("the destination",)
    assert document.subtitle.endswith(f"at {placement.provider}"), "without its record a provider is named by its id"


def test_a_report_that_is_not_final_has_no_destination_to_tell() -> None:
    assert _says(_document(destination=None), "This is not a final report.")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"safeguarding": {"raised": "no"}}, "No concern was raised in the period.", id="none"),
        pytest.param(
            {"safeguarding": {"raised": "yes"}},
            "To whom it was passed on, and when, is not recorded.",
            id="not passed on",
        ),
        pytest.param(
            {"safeguarding": {"raised": "yes", "passed_to": "council"}},
            "It was passed on to the council; on which day is not recorded.",
            id="passed on, no day",
        ),
        pytest.param(
            {"safeguarding": {"raised": "yes", "passed_on": "2026-11-09"}},
            "It was passed on to the designated safeguarding lead of the home school on 9 November 2026.",
            id="passed on, nobody named",
        ),
        pytest.param(
            {"safeguarding": None}, "Whether a concern was raised in the period is not recorded.", id="unknown"
        ),
        pytest.param({"achievements": []}, "The report says that there were none in this period.", id="no achievement"),
        pytest.param({"hours_a_week": None}, "not recorded; 12 agreed on 18 December 2026.", id="no hours"),
        pytest.param({"sessions": {"possible": "0", "attended": "0"}}, "there was none to attend", id="no session"),
        pytest.param(
            {"sessions": {"possible": "1", "attended": "1"}}, "1 of 1 session attended (100%)", id="one session"
        ),
        pytest.param({"reintegration": {"planned": "no"}}, "Return to school planned: No", id="no way back"),
        pytest.param({"qualifications": [{"title": "A"}]}, "| A |", id="a qualification of which nothing is known"),
        pytest.param({"learning": {"missed": "art"}}, "No levels are recorded.", id="no levels"),
        pytest.param({"recommendation": "move"}, "Move to another provision", id="a recommendation"),
    ],
)
def test_what_is_not_there_is_told_from_what_nobody_recorded(changes: dict[str, Any], said: str) -> None:
    document = _document(**changes)
    text = made(document, "markdown").data.decode("utf-8")
    assert said in text or _says(document, said)


def test_agreed_hours_that_nobody_recorded_are_said_to_be_so() -> None:
    placement = a_placement(starts="2026-09-14", timetable=[])
    asked = asked_report(a_report(**FULL), placement, situation(ON, placement))
    document = termly_report_document(asked)
    assert _says(document, "11.5 attended; none recorded as agreed on 20 January 2027.")
    without = asked_report(a_report(), placement, situation(ON, placement))
    assert _says(termly_report_document(without), "Hours a week, breaks included: not recorded.")
    assert not _says(document, "Due:")


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_percentage_is_all_only_where_nothing_lacks_and_none_only_where_there_is_nothing(
    one: int, other: int
) -> None:
    part, whole = sorted((one, other))
    shown = percentage(part, whole)
    if not whole:
        assert shown == ""
        return
    assert (shown == "100%") == (part == whole)
    assert (shown == "0%") == (part == 0)
    assert abs(float(shown.removesuffix("%")) - 100 * part / whole) <= 0.1 + 1e-9


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2, "50%"), (1999, 2000, "99.9%"), (1, 10_000, "0.1%"), (1, 16, "6.3%")],
)
def test_a_percentage_has_one_decimal(part: int, whole: int, shown: str) -> None:
    assert percentage(part, whole) == shown


@pytest.mark.parametrize("words", [Progress, NextStep, ReportJudgement, Destination, VoiceMethod])
def test_every_word_is_written_as_people_write_it(words: Any) -> None:
    said = [spoken(each) for each in words]
    assert len(set(said)) == len(said)
    assert not any("_" in each for each in said)


def test_hostile_text_in_a_record_is_read_as_it_stands_in_every_form() -> None:
    objectives = [{"objective": text, "progress": "met", "position": text} for text in HOSTILE]
    document = _document(objectives=objectives, parent_view=HOSTILE[0])
    for form in ("markdown", "html", "docx", "pdf"):
        made(document, form)  # proves itself that it holds every objective


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_template_has_a_block_for_every_section(ending: str) -> None:
    text = (HOUSE / "templates" / f"termly-report.{ending}.j2").read_text(encoding="utf-8")
    assert re.findall(r"{% block (\w+) %}", text) == ["sections", *(key for key, _, _ in SECTIONS)]


def test_a_template_of_the_councils_own_gets_every_value_recorded_or_not(tmp_path: Path) -> None:
    template = (
        "{% extends 'shipped/termly-report.md.j2' %}"
        "{% block pupil_voice %}Voice: {{ values.report.pupil_voice.says }}|{{ values.percentage }}|"
        "{{ values.status }}|"
        "{{ values.report.sessions.late }}|{% for each in values.report.objectives %}{{ each.progress }}{% endfor %}.\n"
        "{% endblock %}"
    )
    (tmp_path / "termly-report.md.j2").write_text(template, encoding="utf-8")
    text = made(_document(), "markdown", [tmp_path]).data.decode("utf-8")
    assert "Voice: I like the boats.|83\\.3%|Accepted by the commissioner|3|on track.\n" in text
    assert "## Attendance" in text
    nothing = made(_document(report=a_report()), "markdown", [tmp_path]).data.decode("utf-8")
    assert "Voice: ||Draft, not sent by the provider||.\n" in nothing


def test_values_hold_every_key_of_the_record_and_none_of_the_councils_own_fields() -> None:
    values: Any = _document(local={"remark": "for us alone"}).values
    assert set(values["report"]) == set(TermlyReport.model_fields) - {"id", "identifies_nobody", "local"}
    assert set(values["report"]["sessions"]) == set(SessionCounts.model_fields)
    assert values["report"]["qualifications"][0]["on"] == "11 December 2026"
    assert values["lacks"] == ()
    assert not _says(_document(local={"remark": "for us alone"}), "for us alone")


def test_the_name_of_the_council_stands_at_the_top() -> None:
    assert _document().author == an_authority().name
    facts = next(block for block in _document().blocks if isinstance(block, Facts))
    assert ("Placement", PLACEMENT) in facts.rows


def test_the_templates_the_documentation_shows_can_be_used(tmp_path: Path) -> None:
    shown = (HOUSE / "templates" / "README.md").read_text(encoding="utf-8")
    part, look = re.findall(r"(?s)```jinja\n(.*?)```", shown)
    (tmp_path / "documents").mkdir()
    (tmp_path / "termly-report.html.j2").write_text(part, encoding="utf-8")
    (tmp_path / "documents" / "document.html.j2").write_text(look, encoding="utf-8")
    page = made(_document(), "html", [tmp_path]).data.decode("utf-8")
    assert "<h2>Family</h2>\n<p>Last told of progress: 14 December 2026</p>" in page
    assert page.count("Return this report to the inclusion team.") == 1
    assert page.index("Inclusion team, County Hall") < page.index("<h1>")
    assert "calmer at home" not in page


def test_the_documentation_names_every_block_and_every_value() -> None:
    shown = (HOUSE / "templates" / "README.md").read_text(encoding="utf-8")
    names = [*(key for key, _, _ in SECTIONS), *_document().values]
    assert [name for name in names if f"`{name}`" not in shown] == []
