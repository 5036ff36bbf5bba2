"""By when the provider answers a note on its facts. What a note says is tested with the rules that ask for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apqa.questions.notes import answers_by
from tests.builders import a_visit, situation

SENT = {"to": "head", "party": "provider", "on": "2026-10-26"}


@pytest.mark.parametrize(
    ("on", "changes", "by"),
    [
        pytest.param("2026-10-26", {}, None, id="nobody-asked-it"),
        pytest.param("2026-10-26", {"circulation": [SENT]}, "2026-11-02", id="from-the-day-it-was-sent"),
        pytest.param(
            "2026-11-20",
            {"circulation": [SENT, {**SENT, "on": "2026-11-09"}]},
            "2026-11-02",
            id="sent-once-more-gives-no-new-days",
        ),
        pytest.param("2026-10-25", {"circulation": [SENT]}, None, id="not-sent-yet"),
        pytest.param(
            "2026-10-27", {"facts_asked_on": "2026-10-21", "circulation": [SENT]}, "2026-10-28", id="asked-before"
        ),
        pytest.param("2026-10-20", {"facts_asked_on": "2026-10-21"}, None, id="to-be-asked"),
    ],
)
def test_the_provider_has_its_days_to_answer(on: str, changes: dict[str, Any], by: str | None) -> None:
    note = {"written_on": "2026-10-20", "written_by": "officer", "summary": "calm", **changes}
    visit = a_visit("2026-10-20-north-star", note=note)
    assert visit.note
    assert answers_by(visit.note, situation(on, visit)) == (date.fromisoformat(by) if by else None)
