"""`apqa outcomes`: what came of a year, and what of it may be published."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.asking import ask, run
from tests.cli.small_council import BROKEN_PLACEMENT, council

if TYPE_CHECKING:
    from tests.cli.asking import Said

EXAMPLE = Path(__file__).resolve().parents[2] / "records"
DAY = ("--on", "2026-11-23")
ASKED = ("outcomes", "--year", "2025-26", *DAY)
REPORT = "termly-reports/2026-27-autumn/PL-7K3QX.yaml"
SENT = """\
status: submitted
submitted_on: 2026-11-20
sessions: {possible: 60, attended: 50, late: 2, authorised_absence: 4, unauthorised_absence: 6}
objectives: [{objective: Arrive on time, baseline: late every day, progress: met}]
pupil_voice: {on: 2026-11-19, method: interview, says: I like the boats.}
"""


@cache
def example(*arguments: str) -> Said:
    return ask(*ASKED, *arguments, "-C", EXAMPLE)


def folder(tmp_path: Path) -> Path:
    records = council(tmp_path)
    (records / REPORT).parent.mkdir(parents=True)
    (records / REPORT).write_text(SENT, encoding="utf-8")
    return records


def numbers(row: dict[str, Any]) -> dict[str, int | None]:
    return {each["what"]: each["number"] for each in row["counts"]}


def table(said: Said, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in said.answer["tables"] if each["table"] == name)
    return found


def test_a_small_council_reads_its_year_in_a_page(tmp_path: Path) -> None:
    said = ask("outcomes", *DAY, "-C", folder(tmp_path))
    assert said.status == 0
    assert "Outcomes of 2026-27 by 23 November 2026\n1 placement of 1 pupil.\n" in said.out
    assert "       60  possible sessions\n       50    attended\n        2      late\n" in said.out
    assert "  83.3 % of the possible sessions were attended.\n" in said.out
    assert "  100.0 % of the objectives were met or exceeded.\n" in said.out
    assert "The year goes on until 31 August 2027: its sums are not final." in said.out
    assert "[c]" not in said.out


def test_the_sums_of_the_worked_example_add_up() -> None:
    said = example("-f", "json")
    for each in said.answer["tables"]:
        for group in ("by_provider", "by_commissioner"):
            rows = [numbers(row) for row in each[group]]
            assert {key: sum(row[key] or 0 for row in rows) for key in numbers(each["total"])} == numbers(each["total"])
    attendance = table(said, "attendance")["total"]
    counted = numbers(attendance)
    assert attendance["shares"] == [{"of": "attended", "percent": 87.8}]
    assert counted["attended"] is not None
    assert counted["possible"] is not None
    assert round(100 * counted["attended"] / counted["possible"], 1) == 87.8


def test_one_provider_alone_is_summed_by_itself() -> None:
    said = example("--provider", "cornerstool", "-f", "json")
    among_all = table(example("-f", "json"), "attendance")["by_provider"]
    assert said.answer["placements"] == 3
    assert table(said, "attendance")["by_provider"] == []
    row = next(numbers(row) for row in among_all if row["key"] == "cornerstool")
    assert numbers(table(said, "attendance")["total"]) == row


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_what_is_published_holds_no_reference_no_small_number_and_no_small_provider(form: str) -> None:
    said = example("--publish", "-f", form)
    assert said.status == 0
    assert not re.search(r"\bP[L]?-[0-9A-Z]{5}\b", said.out)
    assert "bitmarsh" not in said.out
    assert "Bitmarsh" not in said.out
    assert "Kestrel Croft Farm Learning" in said.out


def test_no_small_number_is_published_in_any_table() -> None:
    for each in example("--publish", "-f", "json").answer["tables"]:
        for row in (each["total"], *each["by_provider"]):
            assert not {1, 2, 3, 4} & {number for number in numbers(row).values() if number is not None}
        assert each["by_period"] == each["by_commissioner"] == []


def test_what_is_published_of_one_provider_is_what_is_published_of_it_among_all() -> None:
    alone = example("--publish", "--provider", "kestrel-croft", "-f", "json")
    all_rows = {each["table"]: each["by_provider"] for each in example("--publish", "-f", "json").answer["tables"]}
    for each in alone.answer["tables"]:
        row = next((numbers(row) for row in all_rows[each["table"]] if row["key"] == "kestrel-croft"), None)
        found = numbers(each["total"])
        assert found == (row or dict.fromkeys(found))


def test_of_a_provider_with_few_pupils_nothing_is_published() -> None:
    said = example("--publish", "--provider", "bitmarsh", "-f", "json")
    assert all(number is None for each in said.answer["tables"] for number in numbers(each["total"]).values())
    text = example("--publish", "--provider", "bitmarsh").out
    assert "How many placements there were is not shown." in text
    assert "      [c]  possible sessions\n" in text


def test_the_note_says_what_is_not_shown_and_whose_the_small_number_is(tmp_path: Path) -> None:
    said = ask("outcomes", *DAY, "--publish", "-C", folder(tmp_path)).out
    assert "it is below 5 or is of fewer than 5 pupils" in said
    assert "the council has decided none" in said
    assert "Publish a year once, when it is over" in said
    assert "83.3" not in said


def test_a_council_sets_its_own_small_number(tmp_path: Path) -> None:
    own = ("authority.yaml", "policy:\n", "policy:\n  small_number: {number: 10, reason: as the board decided}\n")
    said = ask("outcomes", *DAY, "--publish", "-f", "json", "-C", council(tmp_path, own))
    assert said.answer["small_number"] == 10
    assert said.answer["small_number_basis"] == "local policy: as the board decided"


def test_csv_has_a_row_a_number_and_c_where_none_is_shown() -> None:
    rows = list(csv.DictReader(io.StringIO(example("--publish", "-f", "csv").out)))
    attended = next(
        row for row in rows if (row["table"], row["group"], row["what"]) == ("attendance", "total", "attended")
    )
    assert (attended["number"], attended["percent"], attended["part_of"]) == ("3462", "87.8", "possible")
    assert any(row["number"] == "[c]" and row["percent"] == "" for row in rows)
    assert {row["group"] for row in rows} == {"total", "provider"}


def test_markdown_sets_parts_in_and_lists_providers() -> None:
    said = example("-f", "markdown").out
    assert "## Outcomes of 2025-26 by 23 November 2026\n" in said
    assert "| &nbsp;&nbsp;attended | 3,462 |" in said
    assert "### By provider\n" in said
    assert "| kestrel-croft | 6 | 620 |" in said


@pytest.mark.parametrize(
    ("year", "says"),
    [
        pytest.param("2025-27", "'2025-27' is no academic year: give one such as 2026-27", id="no year"),
        pytest.param("", "'' is no academic year: give one such as 2026-27", id="empty"),
        pytest.param("2027-28", "2027-28 had not begun on 2026-11-23", id="to come"),
    ],
)
def test_a_year_that_is_none_or_to_come_is_refused(year: str, says: str) -> None:
    said = ask("outcomes", "--year", year, *DAY, "-C", EXAMPLE)
    assert said.status == 2
    assert says in said.err


def test_a_provider_there_is_none_of_is_refused_with_the_nearest() -> None:
    said = example("--provider", "kestrel-crof")
    assert said.status == 2
    assert "did you mean kestrel-croft?" in said.err


def test_records_that_cannot_be_read_are_said_and_keep_anything_from_being_published(tmp_path: Path) -> None:
    records = council(tmp_path, BROKEN_PLACEMENT)
    inside = ask("outcomes", *DAY, "-C", records)
    assert inside.status == 3
    assert "Cannot be read, so the answer may be another: placements/PL-7K3QX.yaml." in inside.out
    published = ask("outcomes", *DAY, "--publish", "-C", records)
    assert published.status == 3
    assert published.out == ""
    assert "mend placements/PL-7K3QX.yaml" in published.err


def test_a_year_without_placements_says_nought(tmp_path: Path) -> None:
    said = ask("outcomes", "--year", "2020-21", *DAY, "-C", folder(tmp_path))
    assert said.status == 0
    assert "0 placements of 0 pupils." in said.out
    assert "sessions" not in said.out


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_a_terminal(width: int) -> None:
    from apqa.cli.opening import open_records
    from apqa.cli.outcomes import for_publishing
    from apqa.display.outcomes.text import text_outcomes
    from apqa.questions.outcomes.of_year import year_named
    from apqa.writing.characters import cells
    from tests.builders import day

    opened = open_records(EXAMPLE, day("2026-11-23"))
    year = year_named("2025-26", opened.situation.on)
    assert year is not None
    lines = text_outcomes(for_publishing(opened, year, ""), width=width).splitlines()
    assert max(map(cells, lines)) <= width
    assert "By provider" in lines


def by_provider(width: int) -> list[str]:
    from apqa.cli.opening import open_records
    from apqa.cli.outcomes import _for_the_council
    from apqa.display.outcomes.text import text_outcomes
    from apqa.questions.outcomes.of_year import year_named
    from tests.builders import day

    opened = open_records(EXAMPLE, day("2026-11-23"))
    year = year_named("2025-26", opened.situation.on)
    assert year is not None
    return text_outcomes(_for_the_council(opened, year, ""), width=width).partition("By provider\n")[2].splitlines()


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (40, ["Placements", "Attended"]),
        (80, ["Placements", "Sessions", "Attended", "Objectives", "Met", "Heard"]),
        (
            120,
            ["Placements", "Sessions", "Attended", "Objectives", "Met", "Lasted 6 weeks", "12 weeks", "Heard"],
        ),
    ],
)
def test_a_provider_has_one_line_with_the_columns_there_is_room_for(width: int, columns: list[str]) -> None:
    head, *lines = by_provider(width)
    assert re.split(r"\s{2,}", head)[1:] == columns
    assert lines.index("") == 22
    assert [line.split()[0] for line in lines[:3]] == ["bitmarsh", "cornerstool", "dapplemoor"]
    said = " ".join(lines)
    assert ("No room here for" in said) is (width < 120)
    assert ("'12 weeks'" in said) is (width < 120)


def test_a_column_that_another_explains_is_not_shown_without_it() -> None:
    from apqa.display.outcomes.fitting import fitting

    heads = ("Provider", "Placements", "Lasted 6 weeks", "12 weeks")
    kept = {width: fitting(heads, [("kingfisher", "3", "50.0 %", "50.0 %")], width)[0] for width in (37, 38, 48)}
    assert kept == {37: heads[:2], 38: heads[:3], 48: heads}
    assert fitting(heads, [("kingfisher", "3", "", "")], 12)[::2] == (heads[:2], heads[2:])


def test_the_installed_program_answers() -> None:
    said = run(*ASKED, "--publish", "-f", "json", "-C", EXAMPLE)
    assert said.status == 0
    assert json.loads(said.out)["for_publishing"] is True
