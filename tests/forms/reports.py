"""Any termly report there can be, for tests that hold for all of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from apqa.reading.text import suspects
from apqa.records.termly_report import TermlyReport
from apqa.vocabulary.placement import Destination, VoiceMethod
from apqa.vocabulary.reporting import NextStep, PassedTo, Progress

Data = dict[str, Any]

_TRICKY = (
    *("=1+1", "+44", "@SUM(A1)", "_x0041_", "_x000D_", "007", "1-2", "yes", "NO", "null", "~", "3.10", "2026-02-30"),
    *("- a", "# none", "a: b", "a\n\nb", "'", '"', "{{ x }}", "<w:t>&amp;", "[a, b]", "#N/A", "TRUE", "£5", "e\u0301"),
    *("🐑 sheep", "שלום", "%d", "\\n", "word " * 60),
)
_characters = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp")) | st.just("\n")
_free = st.text(_characters, min_size=1, max_size=40).filter(lambda text: not suspects().search(text.replace("\n", "")))
texts = (st.sampled_from(_TRICKY) | _free).map(str.strip).filter(lambda text: bool(re.search(r"\S", text)))
SENT = date(2026, 12, 14)
days = st.dates(date(2026, 9, 1), SENT)
"""What a form tells of was before it was sent."""

counts = st.integers(0, 500)
truths = st.booleans().map(lambda value: "yes" if value else "no")
hours = st.integers(0, 16800).map(lambda number: f"{number / 100:g}") | st.just("17:40")


def _some(needed: Data | None = None, **optional: Any) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(needed or {}, optional=optional)


def _iso(day: date) -> str:
    return day.isoformat()


@st.composite
def _sessions(draw: st.DrawFn) -> Data:
    attended = draw(counts)
    missed = draw(_some(authorised_absence=counts, unauthorised_absence=counts, unknown=counts))
    more = draw(_some(late=st.integers(0, attended), provider_closed=counts, pattern=texts, last_daily_return=days))
    return {"possible": attended + sum(missed.values()) + draw(counts), "attended": attended, **missed, **more}


@st.composite
def _engagement(draw: st.DrawFn) -> Data:
    types: list[Data] = draw(st.lists(st.fixed_dictionaries({"type": texts, "number": counts}), max_size=4))
    least: int = sum(each["number"] for each in types)
    return draw(
        _some(
            {"incidents_by_type": st.just(types)},
            engagement=st.integers(1, 4),
            positive=texts,
            incidents=counts.map(lambda more: least + more),
            physical_interventions=counts,
            sent_home=counts,
            measures=st.lists(_some({"tool": texts}, before=texts, now=texts), max_size=3),
        )
    )


@st.composite
def _onward(draw: st.DrawFn) -> Data:
    began = draw(days)
    found: Data = {"to": draw(st.sampled_from(Destination)).value, "on": _iso(began)}
    if draw(st.booleans()):
        found["after_6_weeks"] = {"checked_on": _iso(began + timedelta(weeks=7)), "sustained": draw(truths)}
    return found


_planned = _some({"planned": st.just("yes")}, stage=texts, on=days, barriers=st.lists(texts, max_size=5))
_not_planned = _some({"planned": st.just("no")}, barriers=st.lists(texts, max_size=5))
_heard = _some(
    {"on": days, "method": st.sampled_from([each.value for each in VoiceMethod if each is not VoiceMethod.DECLINED])},
    says=texts,
    works=texts,
    does_not_work=texts,
    wants_next=texts,
    own_words=truths,
)
_passed_to = st.sampled_from([each.value for each in PassedTo])
_raised = _some({"raised": st.just("yes")}, passed_on=days, passed_to=_passed_to) | st.just({"raised": "no"})
_level = _some(baseline=texts, now=texts, tool=texts)
_objective = _some(
    {"objective": texts, "progress": st.sampled_from([each.value for each in Progress])},
    reference=texts,
    baseline=texts,
    measure=texts,
    position=texts,
    next_step=texts,
)
_qualification = _some(
    {"title": texts},
    awarding_body=texts,
    level=texts,
    entered=truths,
    units_done=counts,
    predicted=texts,
    achieved=st.just("yes"),
    on=days,
)

answers = _some(
    author_role=texts,
    sessions=_sessions(),
    hours_a_week=hours,
    objectives=st.lists(_objective, max_size=6),
    subjects=st.lists(texts, max_size=9),
    learning=_some(
        english=_level, maths=_level, missed=texts, remote_share=st.integers(0, 10000).map(lambda n: n / 100)
    ),
    qualifications=st.lists(_qualification, max_size=5),
    achievements=st.lists(_some({"what": texts}, on=days), max_size=5),
    engagement=_engagement(),
    safeguarding=_raised,
    risk_assessment_reviewed=days,
    risk_assessment_changed=truths,
    risk_assessment_shared=days,
    pupil_voice=_heard | st.fixed_dictionaries({"on": days, "method": st.just("declined")}),
    parent_contacted=days,
    parent_view=texts,
    partners=_some(school=st.lists(days, max_size=7), social_worker=truths, meeting_on=days, contributed=truths),
    reintegration=_planned | _not_planned,
    recommendation=st.sampled_from([each.value for each in NextStep]),
    proposed_end=days,
    destination=_onward(),
)
"""All that a provider can answer, as plain data."""


def as_text(data: Any) -> Any:
    """Write the values as a file has them."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(each) for each in data]
    if isinstance(data, float):
        return f"{data:.2f}"
    return data if isinstance(data, str) else str(data)


def report(data: Data, placement: str = "PL-00001", **given: Any) -> TermlyReport:
    """Make the record of a report."""
    made = {"id": f"2026-27-autumn/{placement}", "status": "draft", **as_text(data), **given}
    return TermlyReport.model_validate(made)
