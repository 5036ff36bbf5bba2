"""Which other records a record names, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.references import references
from tests.builders import (
    a_calendar,
    a_listing,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_step,
    a_visit,
    a_waiver,
    an_action_plan,
    an_authority,
    due_diligence,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

NOTE = {"written_on": "2026-03-12", "written_by": "designated officer", "summary": "in order"}
VISITED = "2026-03-12-north-star"
CHECKED = {"found": "met", "on": "2026-03-12", "by": "officer"}
OUTCOMES = [{"placement": "PL-00001", "what": "moved"}, {"placement": "PL-00002", "what": "ended"}]


@pytest.mark.parametrize(
    ("record", "found"),
    [
        pytest.param(a_placement(), [("provider", "north-star", ("provider",))], id="placement"),
        pytest.param(a_report(), [("placement", "PL-00001", ())], id="termly-report"),
        pytest.param(a_visit(), [("provider", "north-star", ())], id="visit"),
        pytest.param(
            a_visit(note={**NOTE, "escalation": "north-star/2026-03-20"}),
            [
                ("provider", "north-star", ()),
                ("action plan", "north-star/2026-03-20", ("note", "escalation")),
            ],
            id="visit-taken-further",
        ),
        pytest.param(a_visit(note=NOTE), [("provider", "north-star", ())], id="visit-with-a-note"),
        pytest.param(
            a_self_assessment(
                ratings={
                    "s1_1": {"rating": "met", "council": {**CHECKED, "visit": VISITED}},
                    "s1_2": {"rating": "met", "council": CHECKED},
                    "s1_3": {"rating": "met"},
                }
            ),
            [("provider", "north-star", ()), ("visit", VISITED, ("ratings", "s1_1", "council", "visit"))],
            id="self-assessment",
        ),
        pytest.param(
            an_action_plan(
                visit=VISITED,
                escalation=[a_step("removed", "2026-10-20"), a_step("removed", "2026-10-21", placements=OUTCOMES)],
            ),
            [
                ("provider", "north-star", ()),
                ("visit", VISITED, ("visit",)),
                ("placement", "PL-00001", ("escalation", 1, "placements", 0, "placement")),
                ("placement", "PL-00002", ("escalation", 1, "placements", 1, "placement")),
            ],
            id="action-plan",
        ),
        pytest.param(an_action_plan(), [("provider", "north-star", ())], id="action-plan-without-visit"),
        pytest.param(
            a_provider(due_diligence=[due_diligence(), due_diligence(visit=VISITED)]),
            [("visit", VISITED, ("due_diligence", 1, "visit"))],
            id="provider",
        ),
        pytest.param(
            a_provider(
                listing=[
                    a_listing("exceptional", limited_to="PL-00002, and PL-00001 while PL-00002 lasts"),
                    a_listing("exceptional", on="2026-03-01", limited_to="the pupil of PL-00001X and the sister"),
                    a_listing("exceptional", on="2026-04-01", limited_to="PL-00001"),
                    a_listing(on="2026-05-01"),
                ]
            ),
            [
                ("placement", "PL-00002", ("listing", 0, "limited_to")),
                ("placement", "PL-00001", ("listing", 0, "limited_to")),
                ("placement", "PL-00001", ("listing", 2, "limited_to")),
            ],
            id="provider-for-named-placements",
        ),
        pytest.param(
            a_calendar("2026-27-north-star", applies_to={"provider": "north-star"}),
            [("provider", "north-star", ("applies_to", "provider"))],
            id="calendar-of-a-provider",
        ),
        pytest.param(
            a_calendar("2026-27-own", applies_to={"school": "Westmarch Academy"}), [], id="calendar-of-a-school"
        ),
        pytest.param(a_calendar(), [], id="calendar-of-the-council"),
        pytest.param(an_authority(), [], id="authority"),
        pytest.param(a_waiver("missing-policy"), [], id="waiver"),
    ],
)
def test_a_record_names_others(record: Record, found: list[tuple[str, str, tuple[Any, ...]]]) -> None:
    assert [(kind.name, each, at) for kind, each, at in references(record)] == found
