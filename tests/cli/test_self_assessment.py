"""`apqa self-assessment`: every form and exit status, and that it says what `apqa check` says."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from apqa.guidance.criteria import every_criterion
from tests.cli.asking import ask, run
from tests.cli.small_council import ON, PROVIDER_FILE, council

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import Said

FORMS = ("text", "json", "csv", "markdown")
LAST, NOW = "2025-26", "2026-27"
COUNCIL = """\
council:
  received_on: 2026-10-02
  reviewed_by: designated officer
  reviewed_on: 2026-10-08
  outcome: accepted
  note: A clear form.
"""
SHORT = """\
  s1_3:
    rating: partially_met
    evidence: [a log]
    comment: Outcomes are not written back.
    action: {what: Add a column., owner: head of provision, due: 2026-12-11}
"""
CHECKED = """\
  s1_4:
    rating: met
    evidence: [a log]
    council: {found: not_met, on: 2026-10-20, by: designated officer, note: Two were not trained}
"""
FIGURES = """\
figures:
  leadership: {complaints: 3}
  finance: {day_rate: 98.50}
  quality_of_education: {hours: {english: "3:30"}}
"""


def form(completed: str, *, council: str = COUNCIL, more: str = "", **ratings: str) -> str:
    """Write a self-assessment that rates every criterion as met, unless said otherwise."""
    said = (
        ratings.get(each.code, f"  {each.code}: {{rating: met, evidence: [a log]}}\n") for each in every_criterion()
    )
    head = f"completed_on: {completed}\ncompleted_by: head of provision\n{more}ratings:\n"
    return head + "".join(said) + ratings.get("s9_9", "") + f"true_statement: yes\n{council}"


def records(folder: Path, **years: str) -> Path:
    """Write the small council, with self-assessments of its provider by year."""
    root = council(folder)
    for year, text in years.items():
        file = root / f"self-assessments/kingfisher/{year.strip('_').replace('_', '-')}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def asked(root: Path, *more: object, on: str = ON) -> Said:
    return ask("self-assessment", "kingfisher", "-C", root, "--on", on, *more)


@pytest.mark.parametrize("name", FORMS)
def test_one_in_order_leaves_nothing_to_put_right(tmp_path: Path, name: str) -> None:
    said = asked(records(tmp_path, _2026_27=form("2026-10-01")), "-f", name)
    assert (said.status, said.err) == (0, "")
    assert "put right" not in said.out.lower()


def test_it_shows_both_ratings_beside_last_years(tmp_path: Path) -> None:
    last = form("2025-10-01", council="")
    root = records(tmp_path, _2025_26=last, _2026_27=form("2026-10-01", s1_3=SHORT, s1_4=CHECKED, more=FIGURES))
    said = asked(root)
    lines = said.out.splitlines()
    assert lines[0].endswith("self-assessment 2026-27, 3 November 2026: TO PUT RIGHT")
    assert (
        "  Council    received 2 Oct 2026; accepted 8 Oct 2026 by designated officer (A clear form); no visit"
        in said.out
    )
    (short,) = [line for line in lines if "(s1_3)" in line]
    assert "provider partly, council -, last year met, worse; provider: Outcomes are not written back.;" in short
    assert short.endswith("action: Add a column (head of provision, due 11 Dec 2026)")
    (checked,) = [line for line in lines if "(s1_4)" in line]
    assert "provider met, council not met, last year met, worse" in checked
    assert checked.endswith("council: Two were not trained (designated officer, 20 Oct 2026)")
    assert "  - Concerns are acted on: Add a column (head of provision, due 11 Dec 2026)" in lines
    assert "2025-26 states none." in said.out
    assert said.status == 1


def test_what_it_finds_is_what_check_finds(tmp_path: Path) -> None:
    root = records(tmp_path, _2026_27=form("2026-10-01", s1_3="  s1_3: {rating: met}\n", s1_4=CHECKED))
    expired = (
        (root / PROVIDER_FILE).read_text(encoding="utf-8").replace("completed: 2025-11-20", "completed: 2024-09-30")
    )
    (root / PROVIDER_FILE).write_text(expired, encoding="utf-8")
    answer = asked(root, "-f", "json").answer
    shown = [*answer["discrepancies"], *answer["findings"]]
    found = ask("check", "-C", root, "--on", ON, "-f", "json", root / "self-assessments").answer["findings"]
    assert sorted(each["rule"] for each in shown) == sorted(each["rule"] for each in found)
    assert sorted(map(str, shown)) == sorted(map(str, found))
    assert [each["rule"] for each in answer["discrepancies"]] == ["rating-contradicts-record"]


def test_a_headcount_below_the_placements_is_among_what_it_finds(tmp_path: Path) -> None:
    declared = (
        "headcount:\n  on: 2026-09-30\n  declared_by: head of provision\n  compulsory_school_age: 0\n  full_time: 0\n"
        "  full_time_with_ehc_plan: 0\n  full_time_looked_after: 0\n"
    )
    said = asked(records(tmp_path, _2026_27=form("2026-10-01", more=declared)), "-f", "json")
    found = [each["rule"] for each in said.answer["findings"]]
    assert found == ["registration-to-be-judged", "headcount-below-placements"]


def test_a_later_headcount_that_makes_it_an_unregistered_school_is_not_in_order(tmp_path: Path) -> None:
    declared = (
        "headcount:\n  on: 2026-09-30\n  declared_by: head of provision\n  compulsory_school_age: 30\n  full_time: 25\n"
        "  full_time_with_ehc_plan: 3\n  full_time_looked_after: 0\n"
    )
    root = records(tmp_path, _2026_27=form("2026-10-01", more=declared))
    said = asked(root, "-f", "json")
    assert {each["rule"] for each in said.answer["discrepancies"]} == {"headcount-differs-from-record"}
    assert [each["rule"] for each in said.answer["findings"]] == ["unregistered-full-time-provision"]
    shown = asked(root)
    assert shown.status == 1
    assert "TO PUT RIGHT" in shown.out.splitlines()[0]
    assert "25 on 30 September 2026 by the self-assessment, 0 on " in shown.out


@pytest.mark.parametrize(("level", "status"), [("concern", 0), ("query", 1)])
def test_the_level_says_from_what_on_the_run_fails(tmp_path: Path, level: str, status: int) -> None:
    root = records(tmp_path, _2026_27=form("2026-10-01", s1_3="  s1_3: {rating: met}\n"))
    said = asked(root, "--level", level)
    assert said.status == status
    assert ": WITH QUERIES" in said.out


DUE = ("2025-26", "NONE YET", "it is due by 1 September 2026.", 0)
OVERDUE = ("2026-27", "TO PUT RIGHT", "it is due by 1 September 2026, overdue.", 1)
NOT_LISTED = ("2024-25", "NONE YET", "none is due: it is not on the approved provider list.", 0)


@pytest.mark.parametrize(
    ("on", "answer"),
    [("2026-08-31", DUE), ("2026-09-02", OVERDUE), ("2025-08-31", NOT_LISTED)],
    ids=["due", "overdue", "not-listed"],
)
@pytest.mark.parametrize("name", ["text", "markdown"])
def test_without_one_it_says_by_when_one_is_due(
    tmp_path: Path, name: str, on: str, answer: tuple[str, str, str, int]
) -> None:
    year, word, says, status = answer
    said = asked(records(tmp_path), "-f", name, on=on)
    assert said.status == status
    assert word in said.out.splitlines()[0]
    assert f"There is no self-assessment of Kingfisher Workshops for {year} on " in said.out
    assert says in said.out


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ("2019-20", "for 2019-20 on 31 August 2026: that year is over. The next one is due by 1 September 2026."),
        ("2025-26", "for 2025-26 on 31 August 2026; it is due by 1 September 2026."),
        ("2030-31", "for 2030-31 on 31 August 2026: that year is still to come. The next one is due by 1 September"),
    ],
)
def test_of_another_year_it_does_not_say_that_one_is_due(tmp_path: Path, year: str, says: str) -> None:
    assert says in asked(records(tmp_path), "--year", year, on="2026-08-31").out


def test_another_year_can_be_asked_for(tmp_path: Path) -> None:
    root = records(tmp_path, _2025_26=form("2025-10-01", council=""), _2026_27=form("2026-10-01"))
    said = asked(root, "--year", LAST)
    assert "self-assessment 2025-26, 3 November 2026" in said.out.splitlines()[0]
    assert "Counts     the last one completed by this day is that of 2026-27" in said.out
    assert "Not asked: the last one by this day, of 2026-27, is held against the record." in said.out
    assert "Not asked" in asked(root, "--year", LAST, "-f", "markdown").out
    assert asked(root, "--year", LAST, "-f", "json").answer["counting"] == NOW


def test_one_completed_after_the_day_was_not_there_yet(tmp_path: Path) -> None:
    root = records(tmp_path, _2026_27=form("2026-10-01"))
    said = asked(root, "--year", NOW, on="2026-09-30")
    assert "The self-assessment 2026-27 was completed on 1 October 2026, after the day asked about." in said.out
    answer = asked(root, "--year", NOW, "-f", "json", on="2026-09-30").answer
    assert (answer["self_assessment"], answer["completed_later"]) == (None, "2026-10-01")


@pytest.mark.parametrize("year", ["2026", "2026-28", "26-27", "next", "2026-2027", ""])
def test_what_is_no_school_year_is_refused_in_a_sentence(tmp_path: Path, year: str) -> None:
    said = run("self-assessment", "kingfisher", "-C", records(tmp_path), "--on", ON, "--year", year)
    assert said.status == 2
    assert f"--year: '{year}' is no school year: write it as 2026-27" in said.err


def test_a_provider_that_is_not_there_is_refused(tmp_path: Path) -> None:
    said = ask("self-assessment", "kingfischer", "-C", records(tmp_path), "--on", ON)
    assert (said.status, said.err) == (2, "apqa: there is no provider kingfischer: did you mean kingfisher?")


@pytest.mark.parametrize("name", FORMS)
def test_while_another_cannot_be_read_there_is_no_whole_answer(tmp_path: Path, name: str) -> None:
    root = records(tmp_path, _2025_26=form("2025-10-01", council=""), _2026_27="completed_on: [\n")
    said = asked(root, "-f", name)
    assert said.status == 3
    if name != "csv":
        assert "self-assessments/kingfisher/2026-27.yaml" in said.out


def test_the_one_asked_for_that_cannot_be_read_is_said_with_its_fault(tmp_path: Path) -> None:
    said = asked(records(tmp_path, _2026_27="completed_on: 2026-02-30\n"), "--year", NOW)
    assert said.status == 3
    assert "the record of kingfisher/2026-27 cannot be read" in said.err
    assert "impossible-date" in said.err


def test_the_csv_has_a_row_a_criterion(tmp_path: Path) -> None:
    root = records(
        tmp_path, _2026_27=form("2026-10-01", s1_3=SHORT, s1_4=CHECKED, s1_5="", s9_9="  s9_9: {rating: met}\n")
    )
    rows = {row["criterion"]: row for row in csv.DictReader(io.StringIO(asked(root, "-f", "csv").out))}
    assert len(rows) == 27
    assert (rows["s1_3"]["provider_rating"], rows["s1_3"]["action_due"]) == ("partially_met", "2026-12-11")
    assert (rows["s1_3"]["action_overdue"], rows["s1_4"]["action_overdue"]) == ("no", "")
    assert (rows["s1_4"]["council_found"], rows["s1_4"]["effective"]) == ("not_met", "not_met")
    assert (rows["s1_5"]["provider_rating"], rows["s1_5"]["effective"]) == ("", "")
    assert (rows["s9_9"]["title"], rows["s9_9"]["area"]) == ("", "")
    assert rows["s2_1"]["confirmed"] == "no"


def test_what_is_left_out_or_known_to_nobody_is_told(tmp_path: Path) -> None:
    root = records(tmp_path, _2026_27=form("2026-10-01", s1_5="", s9_9="  s9_9: {rating: met}\n"))
    said = asked(root)
    assert "  ? A named and trained safeguarding lead (s1_5): provider not rated, council -, last year -" in said.out
    assert "  ✓ s9_9 (no criterion apqa knows): provider met" in said.out
    assert asked(root, "-f", "json").answer["unrated"] == ["s1_5"]
    assert asked(root, "-f", "json").answer["areas"][-1]["area"] is None
    assert {"incomplete-self-assessment", "unknown-criterion"} <= {
        each["rule"] for each in asked(root, "-f", "json").answer["findings"]
    }


def test_it_writes_nothing_but_the_answer(tmp_path: Path) -> None:
    root = records(tmp_path, _2026_27=form("2026-10-01"))
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    asked(root, "--output", tmp_path / "answer.md", "-f", "markdown")
    assert (tmp_path / "answer.md").read_text(encoding="utf-8").startswith("## IN ORDER: Kingfisher Workshops")
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_the_installed_program_says_the_same_in_plain_lines(tmp_path: Path) -> None:
    root = records(tmp_path, _2026_27=form("2026-10-01", more=FIGURES))
    said = run("self-assessment", "kingfisher", "--on", ON, folder=root.parent)
    assert said.status == 0
    assert "Price of a day, pounds" in said.out
    assert "98.50" in said.out
    assert "Hours a week: english" in said.out
    assert "\x1b" not in said.out
