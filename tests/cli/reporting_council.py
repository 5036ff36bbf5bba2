"""A small council whose provider has two pupils to report on in the autumn of 2026, and the forms it sends out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.asking import Said, ask
from tests.cli.small_council import PLACEMENT, council

if TYPE_CHECKING:
    from pathlib import Path

ON = "2026-12-14"
TERM = "2026-27-autumn"
FIRST, SECOND = "PL-7K3QX", "PL-8M4RY"
NAME = f"termly-report-{TERM}-kingfisher.xlsx"
CALENDAR = """\
confirmed: yes
terms:
  - {number: 1, starts: 2026-09-02, ends: 2026-10-23, period: autumn}
  - {number: 2, starts: 2026-11-02, ends: 2026-12-18, period: autumn}
  - {number: 3, starts: 2027-01-04, ends: 2027-02-12, period: spring}
"""
PLAN = """\
plan:
  agreed_on: 2026-09-10
  objectives:
    - {what: Stay for the whole session, area: improvement, baseline: leaves after an hour, measure: the register}
    - {what: Measure and mark out, area: progress, outcome: outcome 2}
"""
DRAFT = """\
# yaml-language-server: $schema=../../../schemas/termly-report.schema.json
status: draft  # until the head of provision has read it
sessions:
  possible: 40
  attended: 31
objectives:
  # from the plan
  - objective: Stay for the whole session
    progress: on_track
    position: stays until noon
subjects: [boat building]
"""


def reporting(folder: Path, **reports: str) -> Path:
    """Write the records of the council, with a report for each placement named: `first`, `second`."""
    records = council(folder)
    files = {
        "calendar/2026-27.yaml": CALENDAR,
        f"placements/{FIRST}.yaml": PLACEMENT + PLAN,
        f"placements/{SECOND}.yaml": PLACEMENT.replace("P-9F4TC", "P-2B6WN"),
    }
    ids = {"first": FIRST, "second": SECOND}
    files |= {f"termly-reports/{TERM}/{ids[name]}.yaml": text for name, text in reports.items()}
    for name, text in files.items():
        (records / name).parent.mkdir(parents=True, exist_ok=True)
        (records / name).write_text(text, encoding="utf-8")
    return records


def workbook(records: Path) -> Path:
    """Have the provider's workbook made."""
    said = ask("termly-report", "kingfisher", "--term", TERM, "-C", records, "--on", ON, "-o", records.parent)
    assert said.status == 0, said.err
    return records.parent / NAME


def document(records: Path, placement: str = FIRST) -> Path:
    """Have the document of one placement made."""
    asked = ("termly-report", placement, "--blank", "-f", "docx", "--term", TERM)
    said = ask(*asked, "-C", records, "--on", ON, "-o", records.parent)
    assert said.status == 0, said.err
    return records.parent / f"termly-report-{TERM}-{placement}.docx"


def receive(records: Path, *arguments: object) -> Said:
    return ask("receive", *arguments, "-C", records, "--on", ON)


def snapshot(records: Path) -> dict[str, bytes]:
    return {str(each.relative_to(records)): each.read_bytes() for each in records.rglob("*") if each.is_file()}
