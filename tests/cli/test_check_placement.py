"""`apqa check-placement`."""

from __future__ import annotations

import csv
import io
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apqa.cli.check_placement import rests_on
from apqa.cli.opening import open_records
from apqa.rules.placement_check import placement_check
from tests.cli.asking import ask
from tests.cli.small_council import BROKEN, BROKEN_PLACEMENT, LAPSED, NOT_RECORDED, ON, council

if TYPE_CHECKING:
    from tests.cli.small_council import Change


QUESTION = ("check-placement", "PL-7K3QX", "--on", ON)


def test_what_is_missing_is_said_and_fails(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path))
    assert said.status == 1
    assert said.out.startswith("PL-7K3QX at Kingfisher Workshops, 3 November 2026: ")
    assert "Remedy" in said.out


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_every_form_answers(tmp_path: Path, form: str) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "-f", form)
    assert "PL-7K3QX" in said.out


def test_json_names_the_checks(tmp_path: Path) -> None:
    answer = ask(*QUESTION, "-C", council(tmp_path), "-f", "json").answer
    assert answer["placement"] == "PL-7K3QX"
    assert answer["lines"]
    assert answer["attendance_code"]["code"] == "B"
    assert answer["week"]["total"] == 26


def test_a_placement_still_to_come_is_asked_about_as_of_its_first_day(tmp_path: Path) -> None:
    before = ("check-placement", "PL-7K3QX", "--on", "2026-09-07", "-C", council(tmp_path))
    said = ask(*before)
    assert said.out.startswith("PL-7K3QX at Kingfisher Workshops, 14 September 2026: ")
    assert "Asked on 7 September 2026 of its first day, 14 September 2026: " in said.out
    answer = ask(*before, "-f", "json").answer
    assert (answer["on"], answer["as_of"]) == ("2026-09-07", "2026-09-14")
    assert "provider/first-day" in [line["key"] for line in answer["lines"] if line["group"] == "Provider"]
    rows = list(csv.DictReader(io.StringIO(ask(*before, "-f", "csv").out)))
    assert {(row["on"], row["as_of"]) for row in rows} == {("2026-09-07", "2026-09-14")}
    assert next(iter(rows[0])) == "on"


@pytest.mark.parametrize(
    ("change", "effect"),
    [
        pytest.param((), "none", id="everything-in-order"),
        pytest.param((LAPSED,), "condition", id="lapses-soon-after"),
        pytest.param((NOT_RECORDED,), "cannot_tell", id="not-recorded"),
    ],
)
def test_what_is_due_of_the_provider_counts_on_the_first_day(
    tmp_path: Path, change: tuple[Change, ...], effect: str
) -> None:
    answer = ask(
        "check-placement", "PL-7K3QX", "--on", "2026-09-11", "-C", council(tmp_path, *change), "-f", "json"
    ).answer
    (found,) = (line for line in answer["lines"] if line["key"] == "provider/first-day")
    assert found["effect"] == effect


def test_a_placement_that_cannot_be_read_gets_no_answer(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, BROKEN_PLACEMENT))
    assert (said.status, said.out) == (3, "")
    assert "placements/PL-7K3QX.yaml:9:8  breach  unknown-word" in said.err


def test_a_provider_that_cannot_be_read_never_leaves_a_placement_in_order(tmp_path: Path) -> None:
    assert ask(*QUESTION, "-C", council(tmp_path, BROKEN)).status in {1, 3}


def test_an_unknown_placement_suggests_the_nearest(tmp_path: Path) -> None:
    said = ask("check-placement", "PL-7K3QY", "--on", ON, "-C", council(tmp_path))
    assert (said.status, said.err) == (2, "apqa: there is no placement PL-7K3QY: did you mean PL-7K3QX?")


EXAMPLE = Path(__file__).parents[2] / "records"
IN_ORDER = ("check-placement", "PL-63NCS", "--on", "2026-11-23")
"""A placement of the worked example in which everything is in order, with gasket-lane."""

NO_RECORD = "provider: gasket-lane\nplacement: PL-63NCS\n  - this is no record\n"


@pytest.mark.parametrize(
    "file",
    [
        "authority.yaml",
        "waivers/agreed.yaml",
        "calendar/2027-28.yaml",
        "visits/2026-10-01-gasket-lane.yaml",
        "action-plans/gasket-lane/2026-10-01.yaml",
        "placements/PL-9ZZZZ.yaml",
        "termly-reports/2026-27-autumn/PL-63NCS.yaml",
        "visits/a-visit.yaml",
        "providers/PL-9ZZZZ.yaml",
        "stray.yaml",
    ],
)
def test_whatever_the_answer_rests_on_and_cannot_be_read_leaves_it_open(tmp_path: Path, file: str) -> None:
    records = tmp_path / "records"
    shutil.copytree(EXAMPLE, records)
    assert ask(*IN_ORDER, "-C", records).status == 0
    (records / file).parent.mkdir(parents=True, exist_ok=True)
    (records / file).write_text(NO_RECORD, encoding="utf-8")
    said = ask(*IN_ORDER, "-C", records, "-f", "json")
    assert (said.status, said.answer["verdict"]) == (3, "cannot_tell")
    assert said.answer["unread"] == [file]


def test_every_kind_that_is_read_for_the_answer_is_among_those_that_must_be_readable() -> None:
    opened = open_records(EXAMPLE, date(2026, 11, 23))
    for placement in [opened.placement(each) for each in ("PL-0NX21", "PL-1CV5M", "PL-63NCS", "PL-2PDZ5")]:
        placement_check(placement, opened.situation)
        assert opened.situation.records.kinds_asked <= {kind.name for kind, _ in rests_on(placement)}
