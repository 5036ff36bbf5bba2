"""How the attendance code looks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from apqa.display.answer import Header
from apqa.display.attendance_code.answer import FORMATS, AttendanceCodeAnswer
from apqa.display.attendance_code.text import text_attendance_code
from apqa.questions.attendance_code import code_for
from apqa.writing.characters import cells
from tests import builders

if TYPE_CHECKING:
    from apqa.records.placement import Placement


def answer(placement: Placement, by_framework: str = "B") -> AttendanceCodeAnswer:
    return AttendanceCodeAnswer(
        header=Header(version="0.1.0", command="attendance-code", on=builders.ON),
        answer=code_for(placement, builders.situation(builders.ON, placement)),
        recorded=placement.codes[0] if placement.codes else None,
        by_framework=by_framework,
        framework_says="The framework says otherwise.",
    )


def entered(code: str, **changes: Any) -> Placement:
    return builders.a_placement(codes=[{"code": code, "starts": "2026-09-14"}], **changes)


@pytest.mark.parametrize(
    ("placement", "told", "differs"),
    [
        pytest.param(entered("B"), True, False, id="the same"),
        pytest.param(entered("D"), True, True, id="another"),
        pytest.param(builders.a_placement(), True, False, id="none recorded"),
        pytest.param(entered("B", registered_at=None), False, False, id="it cannot be told"),
        pytest.param(entered("B", registered_at=[]), True, True, id="none applies"),
    ],
)
def test_a_code_differs_only_where_the_right_one_is_told(placement: Placement, told: bool, differs: bool) -> None:
    found = answer(placement)
    assert (found.told, found.differs) == (told, differs)


def test_the_frameworks_wording_is_named_where_it_gives_another_code() -> None:
    assert "Framework" not in text_attendance_code(answer(entered("B")))
    assert "by its own wording D. The framework says otherwise." in text_attendance_code(answer(entered("B"), "D"))
    assert "Framework" not in text_attendance_code(answer(entered("B"), ""))


@pytest.mark.parametrize("width", [30, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    council = {"kind": "local_authority", "name": "Westmarch Council"}
    for placement in (entered("D", basis="la_health", commissioner=council), entered("D", basis="la_health")):
        lines = text_attendance_code(answer(placement, "D"), width=width).splitlines()
        assert max(map(cells, lines)) <= min(width, 120)


def test_json_says_the_code_and_the_difference() -> None:
    read = json.loads(FORMATS["json"](answer(entered("D"))))
    assert (read["code"], read["recorded"], read["differs"]) == ("B", "D", True)
    assert read["framework_says"] == "The framework says otherwise."
