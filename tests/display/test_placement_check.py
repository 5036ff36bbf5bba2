"""How the check of a placement looks."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from apqa.display.answer import Header
from apqa.display.placement_check.answer import FORMATS, PlacementAnswer
from apqa.display.placement_check.text import text_placement_check
from apqa.errors import ExitStatus
from apqa.finding import Place, Severity
from apqa.questions.attendance_code import code_for
from apqa.questions.checks.line import Effect, State, asked
from apqa.questions.package import pupils_week
from apqa.questions.placement_checks.first_day import first_day
from apqa.rules.placement_check import PlacementCheck
from apqa.writing.characters import cells
from tests import builders

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.checks.line import Line
    from apqa.records.provider import Provider


def a_line(key: str, effect: Effect = Effect.NONE, state: State = State.MET, rule: str = "") -> Line:
    line = asked(key, "Plan", f"The {key}", "QF-05", basis="QF-05", ask="the commissioner", at=())
    remedy = "" if effect is Effect.NONE else "Do it."
    return replace(line, state=state, says="as found", effect=effect, remedy=remedy, rule=rule)


MET = a_line("plan")
STOPS = a_line("agreement", Effect.STOP, State.MISSING, "no-agreement-in-force")
UNKNOWN = a_line("review", Effect.CANNOT_TELL, State.NOT_RECORDED, "pupil-status-not-recorded")
OPEN = a_line("objective", Effect.CONDITION, State.REVIEW, "incomplete-objective")
NOT_ASKED = a_line("ending", Effect.NONE, State.NOT_APPLICABLE)


def answer(
    *lines: Line,
    known: bool = True,
    unread: tuple[str, ...] = (),
    as_of: date = builders.ON,
    provider: Provider | None = None,
    **changes: Any,
) -> PlacementAnswer:
    provider, placement = provider or builders.in_order_provider(), builders.a_placement(**changes)
    of = builders.situation(builders.ON, provider, placement, builders.a_visit())
    check = PlacementCheck(
        placement=placement,
        provider=provider if known else None,
        lines=lines,
        provider_on_start=first_day(placement, provider, of, to_come=False) if known else None,
        code=code_for(placement, of),
        week=pupils_week(placement.pupil, of),
        as_of=as_of,
    )
    return PlacementAnswer(
        header=Header(version="0.1.0", command="check-placement", on=builders.ON),
        placement=placement,
        provider=provider if known else None,
        check=check,
        place=lambda path, _: Place(path, 1, 1),
        unread=unread,
    )


@pytest.mark.parametrize(
    ("lines", "word", "status"),
    [
        ((MET,), "IN ORDER", ExitStatus.NOTHING_FOUND),
        ((MET, OPEN), "IN ORDER, WITH QUERIES", ExitStatus.NOTHING_FOUND),
        ((MET, OPEN, UNKNOWN), "CANNOT TELL", ExitStatus.FOUND),
        ((UNKNOWN, STOPS), "TO PUT RIGHT", ExitStatus.FOUND),
        ((), "IN ORDER", ExitStatus.NOTHING_FOUND),
    ],
)
def test_the_gravest_check_decides(lines: tuple[Line, ...], word: str, status: ExitStatus) -> None:
    found = answer(*lines)
    assert text_placement_check(found).startswith(f"PL-00001 at North Star, 3 November 2026: {word}\n")
    assert FORMATS["markdown"](found).startswith(f"## {word}: PL-00001 at North Star, 3 November 2026\n")
    assert found.exit_status(Severity.CONCERN) is status


def test_queries_are_held_against_the_level() -> None:
    assert answer(OPEN).exit_status(Severity.QUERY) is ExitStatus.FOUND
    assert answer(OPEN).exit_status(Severity.CONCERN) is ExitStatus.NOTHING_FOUND


@pytest.mark.parametrize("level", Severity)
def test_what_is_not_in_order_fails_at_every_level(level: Severity) -> None:
    assert answer(STOPS).exit_status(level) is ExitStatus.FOUND
    assert answer(UNKNOWN).exit_status(level) is ExitStatus.FOUND


def test_what_could_not_be_read_is_said_and_is_no_answer() -> None:
    found = answer(MET, unread=("placements/PL-00009.yaml",))
    assert found.exit_status(Severity.CONCERN) is ExitStatus.UNREADABLE
    assert "Cannot be read, so the answer may be another: placements/PL-00009.yaml." in text_placement_check(found)
    assert answer(STOPS, unread=("placements/PL-00009.yaml",)).exit_status(Severity.CONCERN) is ExitStatus.FOUND


@pytest.mark.parametrize("line", [MET, OPEN, UNKNOWN])
def test_what_could_not_be_read_leaves_it_open(line: Line) -> None:
    found = answer(line, unread=("waivers/agreed.yaml",))
    assert text_placement_check(found).splitlines()[0].endswith(": CANNOT TELL")
    assert text_placement_check(found).endswith(" in order, but what cannot be read may change that.\n")
    assert json.loads(FORMATS["json"](found))["verdict"] == "cannot_tell"
    assert found.exit_status(Severity.BREACH) is ExitStatus.UNREADABLE


def test_the_text_says_where_the_placement_stands_and_what_to_do() -> None:
    said = text_placement_check(answer(MET, OPEN, UNKNOWN))
    for expected in (
        "Placement    pupil P-00001, since 14 September 2026\n",
        "Arranged by  Westmarch Academy (school other)\n",
        "Provider     on the first day: clear\n",
        "Week         26 hours of 25: full-time\n",
        "Code         B\n",
        "  ! The objective\n    Found   as found\n",
        "1 that cannot be told, 1 to amend or give a reason for; 1 of 3 that apply is in order.\n",
    ):
        assert expected in said


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((MET,), "The one check that applies is in order."),
        ((MET, MET, NOT_ASKED), "All 2 checks that apply are in order."),
        ((MET, OPEN), "1 to amend or give a reason for; 1 of 2 that apply is in order."),
        ((MET, UNKNOWN, UNKNOWN, NOT_ASKED), "2 that cannot be told; 1 of 3 that apply is in order."),
        (
            (MET, OPEN, UNKNOWN, STOPS, NOT_ASKED),
            "1 to put right, 1 that cannot be told, 1 to amend or give a reason for; 1 of 4 that apply is in order.",
        ),
    ],
)
def test_the_sentence_counts_what_applies(lines: tuple[Line, ...], sentence: str) -> None:
    assert text_placement_check(answer(*lines)).splitlines()[-1] == sentence
    assert FORMATS["markdown"](answer(*lines)).splitlines()[2] == sentence


@pytest.mark.parametrize(("starts", "word"), [("2026-11-03", "since 3"), ("2026-11-04", "from 4")])
def test_a_placement_still_to_come_runs_from_its_first_day(starts: str, word: str) -> None:
    assert f"pupil P-00001, {word} November 2026\n" in text_placement_check(answer(MET, starts=starts))


def test_the_day_is_the_one_that_was_asked_about() -> None:
    first = builders.day("2027-01-04")
    said = text_placement_check(answer(MET, as_of=first, starts="2027-01-04")).splitlines()
    assert said[0] == "PL-00001 at North Star, 4 January 2027: IN ORDER"
    assert (
        said[-1] == "Asked on 3 November 2026 of its first day, 4 January 2027: the one check that applies is in order."
    )
    open_one = text_placement_check(answer(MET, STOPS, as_of=first, starts="2027-01-04")).splitlines()
    assert (
        open_one[-1]
        == "Asked on 3 November 2026 of its first day, 4 January 2027: 1 to put right; 1 of 2 that apply is in order."
    )
    assert FORMATS["markdown"](answer(MET, as_of=first)).startswith(
        "## IN ORDER: PL-00001 at North Star, 4 January 2027\n"
    )


def test_a_first_day_that_rests_on_somebodys_check_says_so() -> None:
    since = {"evidence": {**builders.SEEN, "on": "2026-10-12"}, "reviewed_on": "2026-07-01"}
    steps = builders.before_start()
    provider = builders.in_order_provider(curriculum=since)
    said = text_placement_check(answer(MET, provider=provider, before_start=steps))
    assert "Provider     on the first day: clear, as checked on 7 September 2026\n" in said


def test_an_end_and_an_unknown_provider_are_said() -> None:
    ended = {"on": "2026-10-23", "reason": "as_planned"}
    said = text_placement_check(answer(MET, known=False, end=ended, expected_end="2026-12-18"))
    assert said.startswith("PL-00001 at north-star, ")
    assert "since 14 September 2026, ended on 23 October 2026\n" in said
    assert "none of the codes for education elsewhere" in said
    assert "Provider" not in said


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = text_placement_check(answer(MET, OPEN, UNKNOWN, STOPS), width=width).splitlines()
    assert max(map(cells, lines)) <= width


def test_json_and_csv_have_the_lines() -> None:
    read = json.loads(FORMATS["json"](answer(MET, OPEN)))
    assert read["verdict"] == "with_queries"
    assert [line["key"] for line in read["lines"]] == ["plan", "objective"]
    assert read["lines"][0]["path"] == "placements/PL-00001.yaml"
    assert read["provider_on_start"] == "clear"
    assert read["week"]["total"] == 26
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](answer(MET, OPEN)))))
    assert [(row["on"], row["key"]) for row in rows] == [("2026-11-03", "plan"), ("2026-11-03", "objective")]
    assert next(iter(rows[0])) == "on"
    later = FORMATS["csv"](answer(MET, as_of=builders.day("2027-01-04")))
    days = [(row["on"], row["as_of"]) for row in csv.DictReader(io.StringIO(later))]
    assert days == [("2026-11-03", "2027-01-04")]
    of_a_later_day = json.loads(FORMATS["json"](answer(MET, as_of=builders.day("2027-01-04"))))
    assert (of_a_later_day["on"], of_a_later_day["as_of"]) == ("2026-11-03", "2027-01-04")


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        ((MET, NOT_ASKED), "in_order"),
        ((MET, OPEN), "with_queries"),
        ((OPEN, UNKNOWN), "cannot_tell"),
        ((OPEN, UNKNOWN, STOPS), "to_put_right"),
    ],
)
def test_json_has_a_word_for_what_it_comes_to(lines: tuple[Line, ...], verdict: str) -> None:
    assert json.loads(FORMATS["json"](answer(*lines)))["verdict"] == verdict
