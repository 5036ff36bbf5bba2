"""`apqa new visit`: a visit to come is filled in out of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from tests.cli.asking import ask
from tests.cli.small_council import BROKEN, BROKEN_PLACEMENT, PLACEMENT_FILE, Change, council

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.records.visit import Visit

DAY = ("--on", "2026-11-03")
ID = "2026-12-08-kingfisher"
LOOKED_AFTER: Change = (PLACEMENT_FILE, "looked_after: []", "looked_after: [{starts: 2026-01-01}]")
TWO_SITES: Change = (
    "providers/kingfisher.yaml",
    "sites:\n",
    "sites:\n  - {key: shed, name: The Shed, use: workshop, starts: 2024-09-01}\n",
)
NOTED: Change = (
    "visits/2026-03-12-kingfisher.yaml",
    "lead: designated_officer\n",
    (
        "lead: designated_officer\nnote:\n  written_on: 2026-03-13\n  written_by: officer\n  summary: calm\n"
        "  agreed: [see P-9F4TC, more reading]\n"
        "  actions:\n    - {key: fence, what: mend the fence, owner: head, due: 2026-05-01}\n"
    ),
)
SPOT_CHECK = ("--set", "type=spot_check", "--set", "concern_area=safeguarding")


def made(folder: Path, record_id: str = ID) -> Visit:
    (visit,) = (each for each in Library(DiskFolder(folder)).records.visits if each.id == record_id)
    return visit


def test_it_is_filled_in_with_what_to_look_at(tmp_path: Path) -> None:
    folder = council(tmp_path, NOTED, LOOKED_AFTER)
    said = ask("new", "visit", ID, "--records", folder, *DAY)
    assert said.status == 0
    assert "its type is follow_up, as actions of the note of 12 March 2026 are open" in said.err
    visit = made(folder)
    assert (visit.type.value, visit.status.value, visit.lead.value) == ("follow_up", "planned", "designated_officer")
    assert (visit.site, visit.officers) == ("boatyard", ())
    first = "Note of 12 March 2026, action: mend the fence; head, by 1 May 2026; still open (QF-57)"
    assert visit.look_at[:2] == (first, "Note of 12 March 2026, agreed: more reading (QF-57)")
    text = (folder / f"visits/{ID}.yaml").read_text(encoding="utf-8")
    assert f'\n  - "{first}"\n' in text
    assert "# Prepared on 3 November 2026 out of these records." in text
    assert "# One or more looked-after pupils are placed there." in text
    assert "P-9F4TC" not in text
    assert "PL-" not in text
    assert ask("check", f"visits/{ID}.yaml", "--records", folder, *DAY).status == 0


def test_what_is_given_stands_instead(tmp_path: Path) -> None:
    folder = council(tmp_path, TWO_SITES)
    given = ("--set", "look_at.0=the boats", "--set", "lead=send", "--set", "officers.0=health_and_safety")
    said = ask("new", "visit", ID, *SPOT_CHECK, *given, "--records", folder, *DAY)
    assert "its type is" not in said.err
    visit = made(folder)
    assert (visit.type.value, visit.lead.value, visit.look_at) == ("spot_check", "send", ("the boats",))
    assert [each.value for each in visit.officers] == ["health_and_safety"]
    assert visit.site is None


@pytest.mark.parametrize(
    ("given", "officers"),
    [((), ["lado"]), (("--set", "lead=lado"), []), (("--set", "trigger=lado"), ["lado"])],
    ids=["the LADO", "who leads", "from the LADO"],
)
def test_a_safeguarding_concern_brings_the_lado(tmp_path: Path, given: tuple[str, ...], officers: list[str]) -> None:
    folder = council(tmp_path)
    ask("new", "visit", ID, *SPOT_CHECK, *given, "--records", folder, *DAY)
    assert [each.value for each in made(folder).officers] == officers


def test_a_visit_of_the_past_is_left_to_who_was_there(tmp_path: Path) -> None:
    folder = council(tmp_path)
    said = ask("new", "visit", "2026-11-02-kingfisher", "--records", folder, *DAY)
    assert said.status == 2
    for key in ("type", "status", "lead"):
        assert f"--set {key}=…" in said.err
    assert "nothing is filled in of a visit of the past" in said.err


def test_without_an_id_it_is_said_that_a_day_to_come_fills_in_the_rest(tmp_path: Path) -> None:
    said = ask("new", "visit", "--records", council(tmp_path), *DAY)
    assert said.status == 2
    assert "with the day of a visit to come in its id, its type, status and lead are filled in" in said.err


def test_a_visit_that_is_planned_already_is_said(tmp_path: Path) -> None:
    folder = council(tmp_path)
    ask("new", "visit", "2026-11-24-kingfisher", "--records", folder, *DAY)
    said = ask("new", "visit", ID, "--records", folder, *DAY)
    assert said.status == 0
    assert "a visit to kingfisher is planned already, for 24 November 2026" in said.err


def test_a_visit_to_come_cannot_be_done(tmp_path: Path) -> None:
    folder = council(tmp_path)
    said = ask("new", "visit", ID, "--set", "status=done", "--records", folder, *DAY)
    assert said.status == 2
    assert "--set status=done: 8 December 2026 is still to come" in said.err
    assert not (folder / f"visits/{ID}.yaml").exists()


def test_a_provider_that_cannot_be_read_leaves_it_empty(tmp_path: Path) -> None:
    folder = council(tmp_path, BROKEN)
    said = ask("new", "visit", ID, "--records", folder, *DAY)
    assert said.status == 2
    assert "still needs --set type=…, --set status=…, --set lead=…" in said.err


def test_other_records_that_cannot_be_read_are_pointed_out(tmp_path: Path) -> None:
    folder = council(tmp_path, BROKEN_PLACEMENT)
    said = ask("new", "visit", ID, "--records", folder, *DAY)
    assert said.status == 0
    assert "not all records can be read, so there may be more to look at" in said.err


def test_a_word_that_is_no_type_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = council(tmp_path)
    said = ask("new", "visit", ID, "--set", "type=spotcheck", "--records", folder, *DAY)
    assert said.status == 2
    assert "spotcheck" in said.err
    assert not (folder / f"visits/{ID}.yaml").exists()
