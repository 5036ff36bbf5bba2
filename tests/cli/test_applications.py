"""`apqa applications`: all that are to be decided, and one with its checklist."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import ask
from tests.cli.small_council import BROKEN, ON, PROVIDER_FILE, council

if TYPE_CHECKING:
    from tests.cli.small_council import Change

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
THEN = ("--on", "2026-11-23", "-C", EXAMPLE)
APPLIED: Change = (PROVIDER_FILE, "on: 2025-09-01, status: listed", "on: 2026-08-11, status: applied")
"""The provider applied; its application is to be decided by 3 November 2026, the day asked about."""

LATE: Change = (PROVIDER_FILE, "on: 2025-09-01, status: listed", "on: 2026-08-10, status: applied")


@pytest.mark.parametrize(("changes", "status"), [((), 0), ((APPLIED,), 0), ((LATE,), 1), ((APPLIED, BROKEN), 3)])
def test_the_status_says_whether_a_decision_is_overdue(
    tmp_path: Path, changes: tuple[Change, ...], status: int
) -> None:
    assert ask("applications", "--on", ON, "-C", council(tmp_path, *changes)).status == status


def test_those_to_be_decided_are_shown_and_the_others_counted() -> None:
    out = ask("applications", *THEN).out
    assert "oxbow-outdoors" in out
    assert "9 of 15" in out
    assert "22 more were decided: `apqa applications --all` shows them." in out
    every = ask("applications", "--all", *THEN, "-f", "json").answer["applications"]
    assert [each["provider"]["id"] for each in every[:3]] == [
        "oxbow-outdoors",
        "moonraker-drama",
        "brassmonkey-karting",
    ]
    assert every[2]["decision"]["reason"].startswith("No designated safeguarding lead")


def test_what_became_of_a_listing_is_said_with_it() -> None:
    every = ask("applications", "--all", *THEN, "-f", "json").answer["applications"]
    removed = next(each for each in every if each["provider"]["id"] == "flintlock-skills")
    assert removed["decision"]["status"] == "listed"
    assert [each["status"] for each in removed["later"]] == ["new_placements_suspended", "suspended", "removed"]
    out = ask("applications", "--all", *THEN).out
    assert "listed on 20 October 2025; new placements suspended on 16 March 2026;" in out
    assert "new placements suspended from 10 November 2026 to 22 January 2027" in out


def test_where_nothing_is_to_be_decided_that_is_said(tmp_path: Path) -> None:
    assert "No application is to be decided." in ask("applications", "--on", ON, "-C", council(tmp_path)).out


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
def test_one_application_is_shown_item_by_item(form: str) -> None:
    out = ask("applications", "oxbow-outdoors", *THEN, "-f", form).out
    for text in ("Two professional references", "Employers' liability insurance: nothing is recorded"):
        assert text in out.replace("&#39;", "'")
    assert "2026-12-02" in out or "2 December 2026" in out or form == "csv"


def test_the_checklist_is_a_row_an_item_in_csv_and_all_are_a_row_an_application() -> None:
    items = list(csv.DictReader(io.StringIO(ask("applications", "oxbow-outdoors", *THEN, "-f", "csv").out)))
    assert [each["state"] for each in items].count("met") == 9
    rows = list(csv.DictReader(io.StringIO(ask("applications", *THEN, "-f", "csv").out)))
    assert [(each["provider"], each["met"], each["due"]) for each in rows] == [
        ("oxbow-outdoors", "9", "2026-12-21"),
        ("moonraker-drama", "1", "2027-01-28"),
    ]


def test_markdown_has_a_table_of_all() -> None:
    assert "| Moonraker" in ask("applications", *THEN, "-f", "markdown").out


def test_a_declined_application_says_why() -> None:
    for form in ("text", "markdown"):
        out = ask("applications", "brassmonkey-karting", *THEN, "-f", form).out
        assert "declined by head of inclusion: No designated safeguarding lead" in out
        assert "Missing for a decision" not in out


def test_of_who_never_applied_that_is_said(tmp_path: Path) -> None:
    said = ask("applications", "kingfisher", "--on", ON, "-C", council(tmp_path))
    assert said.status == 2
    assert "no application of kingfisher is recorded by 3 November 2026: listed since 1 September 2025" in said.err


def test_everything_looked_at_leaves_nothing_missing(tmp_path: Path) -> None:
    look = "{found: yes, on: 2026-10-05, by: designated officer}"
    keys = ("premises_seen", "staff_changes", "finances", "data_protection")
    checklist = "".join(f"\n      {key}: {look}" for key in keys)
    records = council(
        tmp_path,
        APPLIED,
        (PROVIDER_FILE, "  - on: 2025-08-20\n", "  - on: 2026-10-12\n    visit: 2026-03-12-kingfisher\n"),
        (PROVIDER_FILE, "    outcome: adequate\n", f"    checklist:{checklist}\n    outcome: adequate\n"),
    )
    note = "note: {written_on: 2026-03-13, written_by: designated officer, summary: Calm.}\n"
    visit = records / "visits" / "2026-03-12-kingfisher.yaml"
    visit.write_text(visit.read_text(encoding="utf-8") + note, encoding="utf-8")
    assert "Nothing is missing for a decision." in ask("applications", "kingfisher", "--on", ON, "-C", records).out


def test_an_application_stands_in_what_falls_due() -> None:
    out = ask("due", *THEN, "--kind", "listing", "--within", "60").out
    assert "Decision on an application to be listed" in out


def test_an_exceptional_use_says_who_required_it_and_what_is_open_for_it() -> None:
    (line,) = (
        each
        for each in ask("check-provider", "saffron-heath", *THEN, "-f", "json").answer["lines"]
        if each["key"] == "listing"
    )
    assert "named by the SEND Tribunal (14 July 2026, order filed at AP/saffron-heath/order)" in line["says"]
    assert line["remedy"].endswith("What is open below is put right for the placement; it does not undo an order.")


def test_after_its_end_the_council_is_asked_to_decide() -> None:
    said = ask("check-provider", "saffron-heath", "--on", "2027-08-01", "-C", EXAMPLE, "-f", "json").answer
    (line,) = (each for each in said["lines"] if each["key"] == "listing")
    assert line["says"].startswith("not on the list; exceptional use ended on 31 July 2027")
    assert line["remedy"] == "Have the council decide on the time after the exceptional use (QF-41)."
