"""The five minutes of the README, run as they are written."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

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
