"""A small council that asks its provider for a self-assessment, and the forms that go out and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.asking import Said, ask
from tests.cli.test_self_assessment import form, records

if TYPE_CHECKING:
    from pathlib import Path

ON = "2026-12-14"
YEAR = "2026-27"
RECORD = f"self-assessments/kingfisher/{YEAR}.yaml"
LAST = """\
  s1_3:
    rating: partially_met
    evidence: [concern log, minutes of the team]
    comment: Outcomes are not always written back.
    action: {what: Add a column., owner: head of provision, due: 2027-01-15}
    council: {found: not_met, on: 2026-03-02, by: designated officer, note: No log was there}
"""
NOT_APPLICABLE = """\
  s4_4:
    rating: not_applicable
    why_not_applicable: taught at the home school
"""
FIGURES = """\
figures:
  leadership: {complaints: 3}
  quality_of_education: {hours: {joinery: 6.5}}
"""


def assessing(folder: Path, **years: str) -> Path:
    """Write the records of the council, with the self-assessment of the year before."""
    last = form("2026-02-02", council="", more=FIGURES, s1_3=LAST, s4_4=NOT_APPLICABLE)
    return records(folder, **{"_2025_26": last, **years})


def made(records: Path, ending: str = "xlsx", *more: object) -> Path:
    """Have the form made."""
    asked = ("self-assessment", "kingfisher", "--year", YEAR, "-f", ending)
    said = ask(*asked, "-C", records, "--on", ON, "-o", records.parent, *more)
    assert (said.status, said.err) == (0, "")
    return records.parent / f"self-assessment-{YEAR}-kingfisher.{ending}"


def receive(records: Path, *arguments: object, on: str = ON) -> Said:
    return ask("receive", *arguments, "-C", records, "--on", on)
