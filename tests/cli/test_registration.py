"""`apqa registration`, for one provider and for all."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import ask
from tests.cli.small_council import BROKEN, BROKEN_PLACEMENT, FULL, ON, PLACEMENT_FILE, PROVIDER, PROVIDER_FILE, council

if TYPE_CHECKING:
    from tests.cli.small_council import Change

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ONE = ("registration", "kingfisher", "--on", ON)
ALL = ("registration", "--on", ON)
NOT_DECLARED: Change = (PROVIDER_FILE, "  - on: 2026-09-14\n    declared_by", "  - on: 2026-12-14\n    declared_by")
"""The declaration of pupils lies after the day that is asked about."""

REGISTERED: Change = (PROVIDER_FILE, "found: no", 'found: yes, establishment_type: "11", status: "1"')
NEEDS_SUPPORT: Change = (PLACEMENT_FILE, "special_needs: none", "special_needs: sen_support")
MOSTLY_HERE: Change = (PLACEMENT_FILE, "hours: 14", "hours: 4")


@pytest.mark.parametrize(
    ("change", "answer", "status"),
    [
        pytest.param((), "not_required", 0, id="nobody is full-time"),
        pytest.param((FULL,), "must_register", 1, id="five full-time pupils"),
        pytest.param((NOT_DECLARED,), "review", 1, id="nobody declared the pupils of others"),
        pytest.param((REGISTERED,), "already_registered", 0, id="registered"),
        pytest.param((BROKEN_PLACEMENT,), "review", 3, id="a placement cannot be read"),
    ],
)
def test_the_answer_and_the_status(tmp_path: Path, change: tuple[Change, ...], answer: str, status: int) -> None:
    said = ask(*ONE, "-C", council(tmp_path, *change), "-f", "json")
    assert (said.answer["providers"][0]["requirement"], said.status) == (answer, status)


UNREAD = "authority.yaml cannot be read"
NO_FILE = "there is no authority.yaml"


@pytest.mark.parametrize(
    ("name", "why", "status"),
    [
        pytest.param("authority.yaml", UNREAD, 3, id="cannot be read"),
        pytest.param("authority (1).yaml", "authority (1).yaml cannot be read", 3, id="of another name"),
        pytest.param("authority.yaml.txt", NO_FILE, 1, id="saved as text"),
        pytest.param("", NO_FILE, 1, id="deleted"),
    ],
)
def test_nothing_is_not_required_while_the_councils_own_policy_is_not_known(
    tmp_path: Path, name: str, why: str, status: int
) -> None:
    records = council(tmp_path)
    (records / "authority.yaml").unlink()
    if name:
        (records / name).write_text("name: [\n", encoding="utf-8")
    for asked in (ONE, ALL):
        said = ask(*asked, "-C", records)
        assert said.status == status
        assert f"what the council itself asks for is not known: {why}" in " ".join(said.out.split())
        answer = ask(*asked, "-C", records, "-f", "json").answer["providers"][0]
        assert (answer["requirement"], answer["headroom"]["pupils"]) == ("review", None)
        row = next(csv.DictReader(io.StringIO(ask(*asked, "-C", records, "-f", "csv").out)))
        assert row["requirement"] == "review"
        assert why in row["because"]


@pytest.mark.parametrize(
    ("change", "answer"), [(FULL, "must_register"), (REGISTERED, "already_registered")], ids=["five", "registered"]
)
def test_what_stands_whatever_the_council_asks_for_is_still_said(tmp_path: Path, change: Change, answer: str) -> None:
    records = council(tmp_path, change)
    (records / "authority.yaml").unlink()
    assert ask(*ONE, "-C", records, "-f", "json").answer["providers"][0]["requirement"] == answer


def test_the_level_decides_what_fails(tmp_path: Path) -> None:
    records = council(tmp_path, NOT_DECLARED)
    assert ask(*ONE, "-C", records, "--level", "breach").status == 0
    assert ask(*ONE, "-C", records, "--level", "concern").status == 1


def test_providers_left_out_are_named_with_the_reason(tmp_path: Path) -> None:
    records = council(tmp_path)
    said = ask("registration", "--on", "2020-01-06", "-C", records)
    assert "kingfisher is not in use on that day, as nobody is or may be placed there, and left out here." in said.out
    assert "`apqa registration kingfisher` asks about it all the same." in said.out
    assert "Full-time" not in said.out, "an empty table says nothing"
    for form in ("markdown", "json"):
        assert "kingfisher" in ask("registration", "--on", "2020-01-06", "-C", records, "-f", form).out
    assert ask(*ALL, "-C", records, "-f", "json").answer["left_out"] == []


UNLISTED: Change = (PROVIDER_FILE, "listing:\n  - {on: 2025-09-01", "listing:\n  - {on: 2027-09-01")
"""Nobody may be placed with the provider yet; whether somebody is, the placements say."""


@pytest.mark.parametrize(
    ("change", "requirement", "shown"),
    [
        pytest.param((FULL,), "must_register", True, id="five full-time pupils of others"),
        pytest.param((), "not_required", False, id="none"),
        pytest.param((NOT_DECLARED,), "review", False, id="to be judged"),
    ],
)
@pytest.mark.parametrize("law", [(), ("--announced",)], ids=["in force", "announced"])
def test_a_provider_not_in_use_is_left_out_unless_it_must_register(
    tmp_path: Path, change: tuple[Change, ...], requirement: str, shown: bool, law: tuple[str, ...]
) -> None:
    records = council(tmp_path, UNLISTED, *change)
    (records / PLACEMENT_FILE).unlink()
    assert ask(*ONE, *law, "-C", records, "-f", "json").answer["providers"][0]["requirement"] == requirement
    said = ask(*ALL, *law, "-C", records, "-f", "json")
    assert said.status == int(shown)
    assert [each["requirement"] for each in said.answer["providers"]] == ([requirement] if shown else [])
    assert said.answer["left_out"] == ([] if shown else ["kingfisher"])


def test_a_provider_that_the_check_finds_unregistered_is_among_all() -> None:
    example = EXAMPLES / "unregistered-full-time-provision"
    day = (example / "day.txt").read_text(encoding="utf-8").strip()
    said = ask("registration", "--on", day, "-C", example / "records")
    assert said.status == 1
    assert "tannery-yard  must register  6 " in said.out


def test_the_wording_calls_nothing_illegal(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path, FULL)).out
    assert said.startswith("Kingfisher Workshops (kingfisher), 3 November 2026: MUST REGISTER\n")
    assert "It appears to meet the definition of an independent school and is not registered." in said
    assert "Refer it to the Department for Education" in said
    assert "illegal" not in said.lower()


def test_the_answer_says_because_of_whom_and_what_room_is_left(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path)).out
    assert "P-9F4TC  no         12 daytime hours a week of 26 recorded hours of education; of school age\n" in said
    assert (
        "Room for   4 more full-time pupils without an EHC plan who are not looked after; none with an EHC plan; "
        "none who are looked after\n"
    ) in said
    assert "Announced  not required under Children's Wellbeing and Schools Act 2026 section 43 (announced)" in said


def test_what_is_not_recorded_of_a_pupil_is_said(tmp_path: Path) -> None:
    change: Change = (PLACEMENT_FILE, "looked_after: []\n", "")
    said = ask(*ONE, "-C", council(tmp_path, change)).out
    assert "of school age, looked after not recorded\n" in said


def test_the_announced_law_is_labelled_and_may_answer_otherwise(tmp_path: Path) -> None:
    records = council(tmp_path, NEEDS_SUPPORT, MOSTLY_HERE)
    said = ask(*ONE, "-C", records, "--announced")
    first = "Kingfisher Workshops (kingfisher), 3 November 2026: TO BE JUDGED"
    assert said.out.startswith(f"{first}  under the announced law, which is not in force\n")
    assert "\nBecause\n  - the readings of the law give different answers: it must register where " in said.out
    assert "\nBy each reading of that law\n  - must register where every pupil with special educational" in said.out
    assert "In force  not required under Education Act 1996 section 463" in said.out
    answer = ask(*ONE, "-C", records, "-f", "json").answer["providers"][0]
    assert (answer["requirement"], answer["announced"]["requirement"]) == ("not_required", "review")


def test_the_timeline_shows_when_the_answer_changes(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path), "--timeline").out
    assert "14 Sep 2026  14 Jan 2027  not required" in said
    assert "15 Jan 2027               to be judged" in said


def test_the_timeline_as_csv_has_a_row_a_period(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path), "--timeline", "-f", "csv").out
    rows = list(csv.DictReader(io.StringIO(said)))
    assert [(row["on"], row["starts"], row["ends"], row["requirement"]) for row in rows] == [
        (ON, "2026-09-14", "2027-01-14", "not_required"),
        (ON, "2027-01-15", "", "review"),
    ]


def test_the_timeline_needs_a_provider(tmp_path: Path) -> None:
    said = ask(*ALL, "--timeline", "-C", council(tmp_path))
    assert (said.status, said.err) == (2, "apqa: --timeline is shown for one provider: name it")


def _with(records: Path, provider: str, text: str) -> None:
    (records / "providers" / f"{provider}.yaml").write_text(text, encoding="utf-8")


def test_all_providers_stand_in_a_table_the_gravest_first(tmp_path: Path) -> None:
    records = council(tmp_path)
    _with(records, "heron", PROVIDER.replace("full_time: 0\n", "full_time: 5\n"))
    _with(records, "grebe", PROVIDER.replace("on: 2026-09-14", "on: 2026-12-14"))
    said = ask(*ALL, "-C", records)
    assert said.status == 1
    lines = said.out.splitlines()
    assert lines[:2] == ["Registration of providers on 3 November 2026", ""]
    assert [line.split()[0] for line in lines[2:6]] == ["Provider", "heron", "grebe", "kingfisher"]
    assert "\nKingfisher Workshops\n  - 5 full-time pupils of compulsory school age" in said.out


def test_a_provider_that_only_applied_is_not_in_the_table(tmp_path: Path) -> None:
    records = council(tmp_path)
    _with(records, "heron", PROVIDER.replace("status: listed", "status: applied"))
    answer = ask(*ALL, "-C", records, "-f", "json").answer
    assert [each["provider"]["id"] for each in answer["providers"]] == ["kingfisher"]


def test_a_provider_that_cannot_be_read_is_named_beside_the_table(tmp_path: Path) -> None:
    records = council(tmp_path)
    _with(records, "heron", PROVIDER.replace("legal_form: cic", "legal_form: cicc"))
    said = ask(*ALL, "-C", records)
    assert said.status == 3
    assert "Cannot be read, so the answer may be another: providers/heron.yaml.\n" in said.out


def test_one_provider_that_cannot_be_read_gets_no_answer(tmp_path: Path) -> None:
    said = ask(*ONE, "-C", council(tmp_path, BROKEN))
    assert (said.status, said.out) == (3, "")


@pytest.mark.parametrize("arguments", [ONE, (*ONE, "--timeline"), ALL, (*ALL, "--announced")])
def test_markdown_has_its_tables(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = ask(*arguments, "-C", council(tmp_path), "-f", "markdown").out
    assert said.startswith("## ")
    assert "| --- |" in said


def test_csv_has_a_row_a_provider(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(*ALL, "-C", council(tmp_path, FULL), "-f", "csv").out)))
    assert [(row["on"], row["provider"], row["requirement"], row["full_time"]) for row in rows] == [
        (ON, "kingfisher", "must_register", "5")
    ]
    assert next(iter(rows[0])) == "on"
    assert rows[0]["under_other_law"] == "must_register"


ELSEWHERE = "placements/PL-9ZZZZ.yaml"


@pytest.mark.parametrize(
    ("changes", "status"), [((), 3), ((FULL,), 1), ((REGISTERED,), 0)], ids=["open", "must anyway", "registered anyway"]
)
def test_a_placement_elsewhere_of_a_pupil_that_cannot_be_read_is_said(
    tmp_path: Path, changes: tuple[Change, ...], status: int
) -> None:
    records = council(tmp_path, *changes)
    (records / ELSEWHERE).write_text("provider: heron\npupil: P-9F4TC\n", encoding="utf-8")
    said = ask(*ONE, "-C", records)
    assert said.status == status
    assert said.out.endswith(f"\nCannot be read, so the answer may be another: {ELSEWHERE}.\n")
    assert ELSEWHERE in ask(*ONE, "-C", records, "-f", "markdown").out.replace("\\", "")


def test_before_any_law_apqa_knows_no_form_says_that_it_is_registered_or_has_room(tmp_path: Path) -> None:
    asked = ("registration", "kingfisher", "--on", "1990-01-01", "-C", council(tmp_path))
    sentence = "it cannot be said, for apqa knows no law of registration for the day"
    assert f"Room for   {sentence}\n" in ask(*asked).out
    assert f"- **Room for:** {sentence}\n" in ask(*asked, "-f", "markdown").out
    answer = ask(*asked, "-f", "json").answer["providers"][0]
    assert answer["headroom"] == {"pupils": None, "with_ehc_plan": None, "looked_after": None}
    assert answer["others_not_known"] is True
    row = next(csv.DictReader(io.StringIO(ask(*asked, "-f", "csv").out)))
    numbers = ("full_time", "headroom", "with_", "looked_")
    assert {value for key, value in row.items() if key.startswith(numbers)} == {""}
