"""`apqa attendance-code`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import ask
from tests.cli.small_council import BROKEN, ON, PLACEMENT_FILE, PROVIDER_FILE, council

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.small_council import Change

QUESTION = ("attendance-code", "PL-7K3QX", "--on", ON)
GROUND_OF_THE_COUNCIL: Change = (PLACEMENT_FILE, "basis: school_other", "basis: la_health")
BY_COUNCIL: tuple[Change, ...] = (
    GROUND_OF_THE_COUNCIL,
    (PLACEMENT_FILE, "{kind: academy, name: Westmarch Academy}", "{kind: local_authority, name: Westmarch Council}"),
)
NO_CODES: Change = (PLACEMENT_FILE, 'codes:\n  - {code: "B", starts: 2026-09-14}\n', "")
NO_ROLLS: Change = (
    PLACEMENT_FILE,
    "registered_at:\n  - {school: Westmarch Academy, main: yes, starts: 2023-09-01}\n",
    "",
)
ON_NO_ROLL: Change = (
    PLACEMENT_FILE,
    "registered_at:\n  - {school: Westmarch Academy, main: yes, starts: 2023-09-01}\n",
    "registered_at: []\n",
)
REGISTERED: Change = (PROVIDER_FILE, "found: no", 'found: yes, establishment_type: "11", status: "1"')


@pytest.mark.parametrize(
    ("change", "code", "differs", "status"),
    [
        pytest.param((), "B", False, 0, id="arranged by the school, recorded so"),
        pytest.param(BY_COUNCIL, "K", True, 1, id="arranged by the council, recorded otherwise"),
        pytest.param((*BY_COUNCIL, NO_CODES), "K", False, 0, id="nothing recorded"),
        pytest.param((GROUND_OF_THE_COUNCIL,), None, False, 0, id="a school by the council's ground"),
        pytest.param((NO_ROLLS,), None, False, 0, id="it cannot be told"),
        pytest.param((ON_NO_ROLL,), None, True, 1, id="none applies, one is recorded"),
    ],
)
def test_the_code_and_the_status(
    tmp_path: Path, change: tuple[Change, ...], code: str | None, differs: bool, status: int
) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, *change), "-f", "json")
    assert (said.answer["code"], said.answer["differs"], said.status) == (code, differs, status)


def test_the_level_decides_what_fails(tmp_path: Path) -> None:
    assert ask(*QUESTION, "-C", council(tmp_path, *BY_COUNCIL), "--level", "breach").status == 0


def test_the_answer_says_why_and_on_what_ground(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path)).out
    assert said.startswith("PL-7K3QX, 3 November 2026: code B, Educated off site\n")
    for name in ("Why", "Means", "Basis", "Recorded"):
        assert f"\n  {name} " in said
    assert "Framework" not in said


def test_the_frameworks_wording_stands_beside_where_it_differs(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, *BY_COUNCIL)).out
    assert "Framework  by its own wording B. The framework gives D to any placement" in said
    assert said.endswith("The school enters B; it is K. Ask the school to correct its register.\n")


def test_registration_alone_gives_no_dual_code(tmp_path: Path) -> None:
    answer = ask(*QUESTION, "-C", council(tmp_path, REGISTERED), "-f", "json").answer
    assert (answer["code"], answer["by_framework"]) == ("B", "D")


def test_a_day_without_a_session_is_said(tmp_path: Path) -> None:
    said = ask("attendance-code", "PL-7K3QX", "--on", "2026-11-05", "-C", council(tmp_path)).out
    assert "That day  no session there, the pupil is not timetabled there on a Thursday" in said


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, NO_ROLLS)).out
    assert said.startswith("PL-7K3QX, 3 November 2026: cannot tell\n")
    assert "Not recorded  which schools the pupil is registered at (registered_at)\n" in said


def test_two_facts_that_contradict_each_other_are_both_named(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, GROUND_OF_THE_COUNCIL)).out
    assert said.startswith("PL-7K3QX, 3 November 2026: cannot tell\n")
    assert (
        "who arranged it: only the council can use the ground la_health; the commissioner is recorded as academy; "
        "correct the basis or the commissioner, or record whether the council arranged it (arranged_by_council)\n"
    ) in said


def test_where_no_code_applies_that_is_the_answer(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, ON_NO_ROLL, NO_CODES)).out
    assert said.startswith("PL-7K3QX, 3 November 2026: none of the codes for education elsewhere\n")
    assert "no code is recorded for the day (codes)\n" in said


def test_csv_is_one_row(tmp_path: Path) -> None:
    lines = ask(*QUESTION, "-C", council(tmp_path), "-f", "csv").out.splitlines()
    assert lines[0].startswith("on,placement,code,title,because")
    assert lines[1].startswith("2026-11-03,PL-7K3QX,B,Educated off site,")


def test_markdown_shows_the_difference(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, *BY_COUNCIL), "-f", "markdown").out
    assert said.startswith("## PL-7K3QX, 3 November 2026: code K, Provision arranged by the council\n")
    assert "**The school enters B; it is K." in said


def test_an_unknown_placement_suggests_the_nearest(tmp_path: Path) -> None:
    said = ask("attendance-code", "pl-7k3qy", "--on", ON, "-C", council(tmp_path))
    assert (said.status, said.err) == (2, "apqa: there is no placement pl-7k3qy: did you mean PL-7K3QX?")


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("change", [(BROKEN,), ()])
def test_what_the_code_rests_on_and_cannot_be_read_is_said(
    tmp_path: Path, change: tuple[Change, ...], form: str
) -> None:
    records = council(tmp_path, *change)
    file = "providers/kingfisher.yaml" if change else "calendar/2026-27.yaml"
    if not change:
        (records / file).parent.mkdir()
        (records / file).write_text("terms: soon\n", encoding="utf-8")
    said = ask(*QUESTION, "-C", records, "-f", form)
    assert said.status == 3
    assert f"Cannot be read, so the answer may be another: {file}." in said.out.replace("\\", "")
