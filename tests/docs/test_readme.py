"""The five minutes of the README, run as they are written."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from apqa.forms.sample_year import sample_calendar
from apqa.questions.school_days import SchoolDays
from apqa.records.calendar import Calendar
from tests.cli.asking import ask

README = Path(__file__).resolve().parents[2] / "README.md"
ANSWERS = {0, 1}
"""Nothing found, and found: both are answers."""

NOTHING_RECORDED = (
    "Each objective with baseline, measure, target and day",
    "A structured programme",
    "Price, invoices and pupils' data agreed",
    "An induction with health and safety",
    "A full week over all provisions, or a reason",
    "The right attendance code",
    "Insured on the day, with evidence seen",
)
"""What is asked of the placement of the five minutes, and nothing is recorded of."""


def commands() -> list[str]:
    text = README.read_text(encoding="utf-8")
    section = text.partition("## Five minutes")[2].partition("\n## ")[0]
    return re.findall(r"^ *\$ (.+)$", section, re.MULTILINE)


def test_the_five_minutes_lead_from_nothing_to_a_checked_placement(tmp_path: Path) -> None:
    folder, said = tmp_path, {}
    program = str(Path(sys.executable).with_name("apqa"))
    for command in commands():
        words = shlex.split(command)
        if words[0] == "cd":
            folder = folder / words[1]
            continue
        words[0] = program if words[0] == "apqa" else words[0]
        done = subprocess.run(
            words, cwd=folder, env=dict(os.environ), capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode in ANSWERS, f"{command}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr
        said[" ".join(command.split()[:2])] = done.stdout
    assert said["apqa check-provider"].rstrip().splitlines()[-2].startswith("Thistle Yard")
    assert "PL-7K3QX" in said["apqa check-placement"]
    placed = said["apqa check-placement"].splitlines()
    for asked in NOTHING_RECORDED:
        (line,) = [each for each in placed if f" {asked} (" in each]
        assert " met " not in line.partition(asked)[0]
    assert (folder / "records/placements/PL-7K3QX.yaml").is_file()


@pytest.mark.parametrize(
    ("on", "asked_about"),
    [("2027-01-10", "11 January 2027"), ("2027-01-11", "11 January 2027"), ("2027-05-10", "10 May 2027")],
)
def test_what_is_said_of_its_placement_holds_whenever_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on: str, asked_about: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = README.read_text(encoding="utf-8").replace("\n   ", " ")
    assert "Until its first day the placement is asked about as of that day; from then on, as of today." in told
    for command in commands():
        words = shlex.split(command)
        if words[:2] in (["apqa", "init"], ["apqa", "new"]):
            ask(*words[1:], *(["-C", tmp_path / "my-council"] if words[1] == "new" else []), "--on", on)
    said = ask("check-placement", "PL-7K3QX", "--on", on, "-C", tmp_path / "my-council").out
    assert said.startswith(f"PL-7K3QX at Thistle Yard, {asked_about}: TO PUT RIGHT\n")
    assert "Provider     on the first day: do not place" in said


def test_its_placement_starts_on_a_school_day_of_the_sample_year() -> None:
    (day,) = set(re.findall(r"\bstarts=(2027-\d\d-\d\d)", README.read_text(encoding="utf-8")))
    calendar = Calendar.model_validate({"id": "2026-27", **sample_calendar(2026)})
    assert SchoolDays("the council", (calendar,)).is_school_day(date.fromisoformat(day)) is True


def test_whoever_commits_for_the_first_time_is_told_how_to_say_who_they_are() -> None:
    assert 'git config --global user.name "Your Name"' in README.read_text(encoding="utf-8")
