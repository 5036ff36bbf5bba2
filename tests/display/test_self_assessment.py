"""A self-assessment as text in every width, and the words of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from apqa.display.answer import Header
from apqa.display.findings.answer import Findings
from apqa.display.self_assessment.answer import FORMATS, Outcome, SelfAssessmentAnswer
from apqa.display.self_assessment.figures import figure_name
from apqa.display.self_assessment.words import facts
from apqa.finding import Finding, Place, Severity
from apqa.questions.assessments.current import due_again
from apqa.questions.assessments.figures import figures_beside
from apqa.questions.assessments.ratings import rating_sheet
from apqa.questions.assessments.receipt import handled
from apqa.writing.characters import cells
from tests.builders import ON, PROVIDER, a_listing, a_provider, a_self_assessment, a_visit, changed, situation
from tests.questions.assessments.test_ratings import ACTION, rating, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

RECEIVED: Mapping[str, Any] = {"received_on": "2026-10-05"}
REVIEWED: Mapping[str, Any] = {
    **RECEIVED,
    "reviewed_by": "officer",
    "reviewed_on": "2026-10-12",
    "outcome": "accepted",
}
FINDING = Finding(
    "rating-contradicts-record",
    Severity.CONCERN,
    "'Fire safety' is rated met; the record says otherwise",
    Place("self-assessments/north-star/2026-27.yaml", 12, 3),
    "Ask the provider.",
    related=(Place("providers/north-star.yaml", 40, 5),),
)


def answer(
    *found: Finding, last: dict[str, Any] | None = None, unread: tuple[str, ...] = (), **given: Any
) -> SelfAssessmentAnswer:
    """Make the answer about a self-assessment, with the year before where one is given."""
    header = Header("1.0", "self-assessment", ON)
    provider = a_provider(listing=[a_listing()])
    asked = a_self_assessment(**{"ratings": whole(), **given})
    before = [a_self_assessment(f"{PROVIDER}/2025-26", completed_on="2025-10-01", **last)] if last is not None else []
    of = situation(ON, provider, asked, *before, a_visit("2026-10-20-north-star"))
    sheet = rating_sheet(asked, of)
    return SelfAssessmentAnswer(
        header=header,
        provider=provider,
        year=asked.year,
        sheet=sheet,
        figures=figures_beside(asked, sheet.last_year),
        handled=handled(asked, of),
        due=due_again(provider, of),
        counting=asked.year,
        completed_later=None,
        found=Findings(header, found),
        unread=unread,
    )


def text(shown: SelfAssessmentAnswer, width: int | None = 80) -> str:
    return FORMATS["text"](shown, width=width)


EVERYTHING = answer(
    FINDING,
    FINDING.waived("an-exception"),
    ratings=whole(
        s1_3=rating("not_met", comment="Nobody had the time.", action=ACTION),
        s1_4=rating(council={"found": "partially_met", "on": "2026-10-20", "by": "officer"}),
        s1_5=None,
        s1_6=rating("not_applicable", why_not_applicable="Lessons are online; there is no site."),
        s9_9=rating(),
    ),
    changes=["We moved.", "A new lead"],
    version="2",
    period={"starts": "2025-09-01"},
    figures={"leadership": {"complaints": "3"}, "outcomes": [{"cohort": "2009-10", "attendance": "91.5"}]},
    last={"ratings": whole(), "figures": {"leadership": {"complaints": "4"}}},
    council={**REVIEWED, "visit_by": "2026-11-20"},
)


@pytest.mark.parametrize("width", [30, 40, 59, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert [line for line in text(EVERYTHING, width).splitlines() if cells(line) > width] == []


@pytest.mark.parametrize("width", [40, 80, None])
def test_everything_is_said_in_every_width(width: int | None) -> None:
    said = " ".join(text(EVERYTHING, width).split())
    for words in (
        "version 2; declared true",
        "1 September 2025 to now",
        "We moved; A new lead",
        "Nobody had the time.",
        "train (head, due 2 Nov 2026): OVERDUE, not recorded as done",
        "no reason is given (officer, 20 Oct 2026)",
        "Lessons are online; there is no site.",
        "s9_9 (no criterion apqa knows)",
        "Discrepancies with the provider's record",
        "is rated met; the record says otherwise",
        "an-exception",
        "Attendance, per cent, cohort 2009-10",
        "Number and wording of this national standard were not seen in print",
    ):
        assert words.lower() in said.lower(), words


def test_the_columns_stand_one_under_the_other() -> None:
    lines = text(EVERYTHING).splitlines()
    head = next(line for line in lines if line.endswith("Last year"))
    row = next(line for line in lines if "Concerns are acted on" in line)
    assert (row[head.index("Provider") :][:8], row[head.index("Council") :][0]) == ("not met ", "-")
    assert row[head.index("Last year") :].split() == ["met", "worse"]


def test_better_is_said_too() -> None:
    shown = answer(last={"ratings": whole(s1_3=rating("not_met"))})
    assert "better" in text(shown)
    assert "better" in FORMATS["markdown"](shown)


def test_figures_stand_beside_last_years() -> None:
    line = next(line for line in text(EVERYTHING).splitlines() if "Complaints" in line)
    assert line.split() == ["Complaints", "3", "4"]
    assert "| Leadership and management | Complaints | 3 | 4 |" in FORMATS["markdown"](EVERYTHING)


def test_colours_change_no_word() -> None:
    coloured = FORMATS["text"](EVERYTHING, width=80, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text(EVERYTHING)


@pytest.mark.parametrize(
    ("found", "unread", "outcome"),
    [
        ((FINDING,), (), Outcome.TO_PUT_RIGHT),
        ((FINDING,), ("visits",), Outcome.TO_PUT_RIGHT),
        ((FINDING.waived("an-exception"),), (), Outcome.IN_ORDER),
        ((), ("visits",), Outcome.CANNOT_TELL),
        ((), (), Outcome.IN_ORDER),
    ],
)
def test_the_gravest_decides(found: tuple[Finding, ...], unread: tuple[str, ...], outcome: Outcome) -> None:
    assert answer(*found, unread=unread).outcome is outcome


VISITED = "visited on 20 October 2026, with no finding on any criterion"
EARLIER = {**REVIEWED, "received_on": "2026-09-01", "reviewed_on": "2026-09-02"}
RETURNED = {**REVIEWED, "outcome": "returned", "note": "Say what the log shows."}
BACK = "returned 12 Oct 2026 by officer (Say what the log shows); a corrected one due by 9 November 2026"
COUNCIL: dict[str, tuple[Any, str]] = {
    "nothing": (None, "not recorded as received; to be reviewed by 28 October 2026, overdue"),
    "received": (RECEIVED, "received 5 Oct 2026; to be reviewed by 2 November 2026, overdue"),
    "earlier": (EARLIER, "what is recorded was of an earlier version; to be reviewed by 28 October 2026, overdue"),
    "returned": (RETURNED, f"received 5 Oct 2026; {BACK}"),
    "visited": (REVIEWED, f"received 5 Oct 2026; accepted 12 Oct 2026 by officer; {VISITED}"),
    "by-nobody": ({**REVIEWED, "reviewed_by": None}, f"received 5 Oct 2026; accepted 12 Oct 2026; {VISITED}"),
}


@pytest.mark.parametrize(("council", "says"), COUNCIL.values(), ids=COUNCIL)
def test_how_far_the_council_has_come_is_said_in_a_line(council: Any, says: str) -> None:
    shown = answer(council=changed(dict(council), {}) if council else None)
    assert dict(facts(shown))["Council"] == says


def test_the_next_step_is_said_where_it_is_not_overdue() -> None:
    assert "- The provider corrects it by 9 November 2026." in text(answer(council={**REVIEWED, "outcome": "returned"}))
    late = {"received_on": "2026-10-20"}
    assert "- The council reviews it by 17 November 2026." in text(answer(council=late))
    assert "Still to come" not in text(answer(council=RECEIVED))
    visit = {**REVIEWED, "visit_by": "2026-11-20"}
    shown = answer(
        completed_on="2026-10-21", council={**visit, "received_on": "2026-10-21", "reviewed_on": "2026-10-22"}
    )
    assert "- A visit validates it by 20 November 2026." in text(shown)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("headcount.on", "Pupils counted on"),
        ("leadership.actions_agreed", "Actions agreed"),
        ("staffing.pupils_to_staff.outdoor_learning", "Pupils to one adult: outdoor learning"),
        ("outcomes.all.destinations.fe_college", "Destination: FE college"),
        ("outcomes.2009-10.targets_met", "Targets met, per cent, cohort 2009-10"),
        ("outcomes.all.parents_view.positive", "Parents' view: positive, per cent"),
    ],
)
def test_a_figure_has_a_name_for_people(key: str, name: str) -> None:
    assert figure_name(key) == name
