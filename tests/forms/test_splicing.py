"""New values in the text of a record that is there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apqa.forms.receiving.rendering import record_lines
from apqa.forms.receiving.splicing import data_of, spliced
from apqa.reading.plain import plain_data
from apqa.reading.spans import spans
from apqa.records.termly_report import TermlyReport
from tests.forms.reports import answers, as_text

RECORD = """\
# the head of provision writes this
status: draft  # not sent

sessions:
  # from the register
  possible: 60
  attended: 54  # counted twice

objectives:
  - objective: Stay
    progress: some_progress  # why
    next_step: >-
      take breaks
      that are agreed

  - {objective: Write, progress: met}
# what was taught
subjects: [boats, navigation]
engagement: {engagement: 3, incidents: 0}
learning:
"""


def mended(text: str, **changes: Any) -> str:
    data = {key: value for key, value in {**plain_data(text), **changes}.items() if value is not None}
    result = spliced(text, TermlyReport, data)
    assert plain_data(result) == data
    return result


def test_a_value_is_put_in_its_place_and_nothing_else_changes() -> None:
    assert mended(RECORD, status="submitted") == RECORD.replace("draft", "submitted")
    sessions = {"possible": "60", "attended": "55"}
    assert mended(RECORD, sessions=sessions) == RECORD.replace("54", "55")
    assert mended(RECORD) == RECORD


def test_a_new_value_stands_where_its_model_has_it() -> None:
    assert mended(RECORD, submitted_on="2026-12-11") == RECORD.replace("sent\n", "sent\nsubmitted_on: 2026-12-11\n")
    sessions = {"possible": "60", "attended": "54", "late": "2"}
    assert mended(RECORD, sessions=sessions) == RECORD.replace("twice\n", "twice\n  late: 2\n")
    more = mended(RECORD, engagement={"engagement": "3", "incidents": "0", "sent_home": "1"})
    assert more == RECORD.replace("incidents: 0}", "incidents: 0, sent_home: 1}")
    assert mended("status: draft\n", author_role="tutor") == "status: draft\nauthor_role: tutor\n"
    assert mended("author_role: tutor\n", status="draft") == "status: draft\nauthor_role: tutor\n"


def test_a_value_that_is_gone_takes_its_line_with_it() -> None:
    assert mended(RECORD, sessions={"possible": "60"}) == RECORD.replace("  attended: 54  # counted twice\n", "")
    assert mended(RECORD, subjects=None) == RECORD.replace("subjects: [boats, navigation]\n", "")
    assert mended(RECORD, engagement={"incidents": "0"}) == RECORD.replace(
        "{engagement: 3, incidents: 0}", "{incidents: 0}"
    )


def test_entries_of_a_list_are_changed_added_and_taken_out() -> None:
    first, second = plain_data(RECORD)["objectives"]
    assert "next_step: rest\n" in mended(RECORD, objectives=[{**first, "next_step": "rest"}, second])
    third = {"objective": "Swim", "progress": "met"}
    assert "- objective: Swim\n    progress: met\n# what" in mended(RECORD, objectives=[first, second, third])
    assert "Write" not in mended(RECORD, objectives=[first])
    without = mended(RECORD, objectives=[{"progress": "met"}, second])
    assert "  - progress: met\n" in without
    assert "subjects: [boats]" in mended(RECORD, subjects=["boats"])


def test_a_line_without_a_value_is_used_and_a_hollow_group_is_left() -> None:
    assert "learning:\n  missed: all\n" in mended(RECORD, learning={"missed": "all"})
    hollow = "status: draft\nlearning: {english: {}}\nsubjects: []\n"
    assert spliced(hollow, TermlyReport, {"status": "draft"}) == hollow


def test_a_file_keeps_its_line_ends_and_gets_a_last_one() -> None:
    text = "status: draft\r\nauthor_role: tutor\r\n"
    assert (
        mended(text, submitted_on="2026-12-11") == "status: draft\r\nsubmitted_on: 2026-12-11\r\nauthor_role: tutor\r\n"
    )
    assert mended("status: draft", author_role="tutor") == "status: draft\nauthor_role: tutor\n"


@pytest.mark.parametrize(
    "text",
    [
        "{status: draft, subjects: [a]}\n",
        "status: draft\nachievements:\n- what: a\n- what: b\n",
        'status: draft\n"author_role": tutor\n',
    ],
)
def test_records_in_other_shapes_are_mended_too(text: str) -> None:
    mended(text, author_role="lead", achievements=[{"what": "c"}])


def _written(data: dict[str, Any]) -> str:
    return "\n".join((*record_lines(TermlyReport, data), ""))


@settings(max_examples=60)
@given(answers, answers)
def test_any_report_becomes_any_other_in_its_text(old: dict[str, Any], new: dict[str, Any]) -> None:
    before, after = ({"status": "draft", **_pruned(as_text(each))} for each in (old, new))
    text = _written(before)
    assert plain_data(text) == before
    assert data_of(spans(text)) == before
    assert plain_data(spliced(text, TermlyReport, after)) == {**_hollow(before, after), **after}


@settings(max_examples=40)
@given(answers, st.sampled_from(["# why\n", "\n", "\n# one\n\n# two\n"]))
def test_comments_between_the_fields_are_kept(data: dict[str, Any], comment: str) -> None:
    before = {"status": "draft", **_pruned(as_text(data))}
    lines = list(record_lines(TermlyReport, before))
    text = "".join(f"{line}\n{'' if line.endswith(':') or line.startswith(' ') else comment}" for line in lines)
    assert spliced(text, TermlyReport, {**before, "status": "submitted"}).count("#") == text.count("#")


def _pruned(data: Any) -> Any:
    """Leave out groups and lists that say nothing, as a form does."""
    if isinstance(data, dict):
        return {key: value for key, each in data.items() if (value := _pruned(each)) not in ({}, [])}
    return [_pruned(each) for each in data] if isinstance(data, list) else data


def _hollow(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in before.items() if key not in after and value in ({}, [])}
