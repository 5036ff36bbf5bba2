"""`apqa visits`, asked of the worked example and of a small council."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.asking import ask, run
from tests.cli.small_council import council

RECORDS, ON = Path(__file__).parents[2] / "records", "2026-11-23"
PLANNED = "type: spot_check\nstatus: planned\nlead: designated_officer\ntrigger: parent\nconcern: gate left open\n"


def visits(*arguments: object) -> list[dict[str, str]]:
    said = ask("visits", *arguments, "--on", ON, "-C", RECORDS, "-f", "csv")
    assert said.err == ""
    return list(csv.DictReader(io.StringIO(said.out)))


def test_the_worked_example_has_one_of_every_kind() -> None:
    said = ask("visits", "--on", ON, "-C", RECORDS)
    for heading in ("Overdue", "Done, and no note is written", "Due", "Planned", "Raised since the last visit"):
        assert f"\n{heading}\n" in said.out
    assert "Bitmarsh Digital Lab (bitmarsh): Note of visit, to be written: routine visit of 30 June 2026" in said.out
    assert said.status == 1


def test_what_stands_so_alone_is_shown() -> None:
    assert {row["standing"] for row in visits("--standing", "planned", "--standing", "without_note")} == {
        "planned",
        "without_note",
    }
    assert ask("visits", "--standing", "planned", "--on", ON, "-C", RECORDS).status == 0


def test_more_days_show_more() -> None:
    few, many = (len(visits("--within", days, "--standing", "due")) for days in (7, 300))
    assert few < many
    assert len(visits("--within", 0, "--standing", "planned")) == 3


def test_of_one_provider_its_last_visit_is_told_too() -> None:
    said = ask("visits", "cornerstool", "--on", ON, "-C", RECORDS)
    assert "last visited on 20 October 2026 (follow-up visit, outcome red)" in said.out
    assert "Gasket" not in said.out
    read = ask("visits", "cornerstool", "--on", ON, "-C", RECORDS, "-f", "json").answer
    assert read["provider"] == "cornerstool"
    assert [each["on"] for each in read["last_visits"]] == ["2026-10-20"]


def test_of_one_provider_it_says_what_the_next_visit_is_to_look_at() -> None:
    asked = ("visits", "cornerstool", "--on", ON, "-C", RECORDS)
    said, read, page = ask(*asked), ask(*asked, "-f", "json").answer, ask(*asked, "-f", "markdown").out
    assert "\nWhat the next visit is to look at\n  - " in said.out
    assert "### What the next visit is to look at\n\n- " in page
    assert all(each in said.out for each in read["look_at"])
    assert any("(QF-58)" in each for each in read["look_at"])
    assert ask("visits", "--on", ON, "-C", RECORDS, "-f", "json").answer["look_at"] == []


def test_a_provider_nobody_visited_says_so(tmp_path: Path) -> None:
    folder = council(tmp_path)
    for visit in (folder / "visits").glob("*.yaml"):
        visit.unlink()
    said = ask("visits", "kingfisher", "--on", "2026-11-03", "-C", folder)
    assert "no visit is recorded" in said.out
    assert ask("visits", "kingfisher", "--on", "2026-11-03", "-C", folder, "-f", "markdown").out.count("no visit") >= 1


def test_a_planned_spot_check_says_what_is_still_missing(tmp_path: Path) -> None:
    folder = council(tmp_path)
    (folder / "visits" / "2026-11-10-kingfisher.yaml").write_text(PLANNED, encoding="utf-8")
    said = ask("visits", "--on", "2026-11-03", "-C", folder)
    missing = "still missing: what the concern is (concern_area); what it is to look at (look_at)"
    assert missing in said.out
    assert said.out.count("still missing") == 1
    markdown = ask("visits", "--on", "2026-11-03", "-C", folder, "-f", "markdown").out
    assert "what the concern is (concern_area); what it is to look at" in markdown.replace("\\", "")


@pytest.mark.parametrize("level", ["concern", "query", "advice"])
def test_from_which_state_on_the_status_is_found(tmp_path: Path, level: str) -> None:
    folder = council(tmp_path)
    for visit in (folder / "visits").glob("*.yaml"):
        visit.unlink()
    (folder / "visits" / "2026-10-27-kingfisher.yaml").write_text(PLANNED.replace("planned", "done"), encoding="utf-8")
    said = ask("visits", "--on", "2026-11-03", "-C", folder, "--level", level, "--standing", "without_note")
    assert said.status == (1 if level == "advice" else 0)


def test_what_cannot_be_read_leaves_the_answer_open(tmp_path: Path) -> None:
    folder = council(tmp_path)
    (folder / "visits" / "2026-11-10-kingfisher.yaml").write_text("type: routine\nstatus: perhaps\n", encoding="utf-8")
    said = ask("visits", "--on", "2026-11-03", "-C", folder)
    assert "visits/2026-11-10-kingfisher.yaml" in said.out
    assert said.status == 3


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["kingfsher"], "there is no provider kingfsher: did you mean kingfisher?"),
        (["--standing", "late"], "late"),
        (["--within", "-1"], "-1"),
    ],
)
def test_bad_arguments_are_refused_in_a_sentence(tmp_path: Path, arguments: list[str], says: str) -> None:
    said = ask("visits", *arguments, "--on", "2026-11-03", "-C", council(tmp_path))
    assert said.status == 2
    assert says in said.err


def test_the_installed_program_says_the_same() -> None:
    asked = ("visits", "--on", ON, "-C", RECORDS)
    assert run(*asked).out == ask(*asked).out
