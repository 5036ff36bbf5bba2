"""What a file that cannot be read does to the answers about others: it is said once, and leaves them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import ask
from tests.cli.small_council import ON, PLACEMENT_FILE, PROVIDER, PROVIDER_FILE, council

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = "name: [\n"
FOUND = ("--on", ON, "--level", "advice", "-f", "json")


def spoil(records: Path, name: str) -> None:
    file = records / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(BROKEN + (file.read_text(encoding="utf-8") if file.exists() else ""), encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "authority.yaml",
        "calendar/2026-27.yaml",
        PROVIDER_FILE,
        "visits/2026-03-12-kingfisher.yaml",
        "visits/2026-10-12-kingfisher.yaml",
        "action-plans/kingfisher/2026-10-12.yaml",
        "self-assessments/kingfisher/2026-27.yaml",
        "termly-reports/2026-27-autumn/PL-7K3QX.yaml",
    ],
)
def test_no_other_file_has_a_finding_that_it_had_not_before(tmp_path: Path, name: str) -> None:
    records = council(tmp_path)
    before = {(each["rule"], each["path"]) for each in ask("check", "-C", records, *FOUND).answer["findings"]}
    spoil(records, name)
    said = ask("check", "-C", records, *FOUND)
    after = {(each["rule"], each["path"]) for each in said.answer["findings"]}
    assert {path for _, path in after - before} == {name}
    assert said.status == 3


def test_the_escalation_of_a_provider_is_not_known_while_an_action_plan_cannot_be_read(tmp_path: Path) -> None:
    records = council(tmp_path)
    spoil(records, "action-plans/kingfisher/2026-10-12.yaml")
    said = ask("check-provider", "kingfisher", "-C", records, "--on", ON).out
    assert "Escalation    no open concern; another action plan may say more, and" in said
    assert "✓ met           No escalation" not in said


@pytest.mark.parametrize("name", ["placements/.PL-7K3QY.yaml", "placements/.PL-7K3QY.YML"])
def test_nobody_is_clear_while_a_placement_there_is_hidden(tmp_path: Path, name: str) -> None:
    records = council(tmp_path)
    (records / "providers/heron.yaml").write_text(PROVIDER, encoding="utf-8")
    (records / name).write_text((records / PLACEMENT_FILE).read_text(encoding="utf-8"), encoding="utf-8")
    said = ask("check-provider", "kingfisher", "-C", records, "--on", ON)
    assert said.status == 3
    assert said.out.startswith("Kingfisher Workshops (kingfisher), 3 November 2026: CANNOT TELL\n")
    assert f"cannot be read: {name}" in said.out
    assert name not in ask("check-provider", "heron", "-C", records, "--on", ON).out
    checked = ask("check", "-C", records, "--on", ON)
    assert (checked.status, f"{name}  breach  bad-file-name\n" in checked.out) == (3, True)


def test_a_provider_whose_record_is_hidden_is_not_said_to_be_unknown(tmp_path: Path) -> None:
    records = council(tmp_path)
    (records / PROVIDER_FILE).rename(records / "providers/.kingfisher.yaml")
    said = ask("check", "-C", records, *FOUND)
    assert said.status == 3
    found = {each["rule"]: each["path"] for each in said.answer["findings"]}
    assert found["bad-file-name"] == "providers/.kingfisher.yaml"
    assert "unknown-reference" not in found


def test_a_placement_is_not_in_order_while_another_of_the_pupil_cannot_be_read(tmp_path: Path) -> None:
    records = council(tmp_path)
    other = (records / PLACEMENT_FILE).read_text(encoding="utf-8").replace("provider: kingfisher", "provider: heron")
    (records / "providers/heron.yaml").write_text(PROVIDER, encoding="utf-8")
    (records / "placements/PL-7K3QY.yaml").write_text(BROKEN + other, encoding="utf-8")
    answer = ask("check-placement", "PL-7K3QX", "-C", records, "--on", ON, "-f", "json").answer
    said = "cannot be told: placements/PL-7K3QY.yaml cannot be read"
    open_ones = {line["key"] for line in answer["lines"] if said in line["says"]}
    assert open_ones == {
        "pupil-differs-between-placements",
        "part-time-without-reason",
        "rest-of-week-not-recorded",
        "core-subject-not-accounted-for",
    }


def test_a_provider_is_never_clear_while_a_placement_of_its_pupil_elsewhere_cannot_be_read(tmp_path: Path) -> None:
    """Whether the pupil has an EHC plan stands there, too, and one full-time pupil with a plan makes a school."""
    records = council(tmp_path, (PLACEMENT_FILE, "hours_with_breaks: 12", "hours_with_breaks: 19"))
    (records / "providers/heron.yaml").write_text(PROVIDER, encoding="utf-8")
    other = (records / PLACEMENT_FILE).read_text(encoding="utf-8").replace("provider: kingfisher", "provider: heron")
    (records / "placements/PL-7K3QY.yaml").write_text(other + "colour: blue\n", encoding="utf-8")
    said = ask("check-provider", "kingfisher", "-C", records, "--on", ON)
    assert said.status == 3
    assert "CANNOT TELL" in said.out
    assert "cannot be read: PL-7K3QY" in said.out
    registration = ask("registration", "kingfisher", "-C", records, "--on", ON)
    assert "TO BE JUDGED" in registration.out
