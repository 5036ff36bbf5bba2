from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.cli.asking import ask, run
from tests.cli.reporting_council import DRAFT, FIRST, NAME, ON, SECOND, TERM, document, reporting, snapshot, workbook

if TYPE_CHECKING:
    from pathlib import Path

SUBMITTED = DRAFT.replace("draft  # until the head of provision has read it", "submitted\nsubmitted_on: 2026-12-01")


def test_the_installed_program_makes_the_same_bytes_in_another_place_and_time_zone(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    before = snapshot(records)
    made = []
    for number, zone in enumerate(("UTC", "Pacific/Auckland")):
        folder = tmp_path / str(number)
        folder.mkdir()
        asked = ("termly-report", "kingfisher", "--term", TERM, "-C", records, "--on", ON)
        said = run(*asked, folder=folder, TZ=zone, LC_ALL="C.UTF-8", PYTHONHASHSEED=str(number))
        assert (said.out, said.err, said.status) == (f"{NAME}\n", "", 0)
        made.append((folder / NAME).read_bytes())
    assert made[0] == made[1]
    assert snapshot(records) == before


def test_without_a_term_the_latest_that_has_begun_is_meant(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON, "-o", tmp_path)
    assert said.out == f"{tmp_path / NAME}\n"


def test_documents_go_into_a_folder_one_for_each_pupil(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    said = ask("termly-report", "kingfisher", "-f", "docx", "-C", records, "--on", ON, "-o", tmp_path / "out")
    names = [f"termly-report-{TERM}-{each}.docx" for each in (FIRST, SECOND)]
    assert said.out == "".join(f"{tmp_path / 'out' / name}\n" for name in names)
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == names


def test_a_form_of_one_placement_goes_where_it_is_wanted(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    target = tmp_path / "for the farm.xlsx"
    said = ask("termly-report", FIRST, "--blank", "-C", records, "--on", ON, "-o", target)
    assert said.out == f"{target}\n"
    page = load_workbook(target)["Attendance"]
    assert [page.cell(row, 1).value for row in (4, 5)] == [FIRST, None]


@pytest.mark.parametrize(
    ("asked", "name", "says"),
    [
        (("kingfisher",), "x.txt", "x.txt would hold xlsx: give it a name that ends in .xlsx"),
        ((FIRST, "--blank"), "x.txt", "x.txt would hold docx: give it a name that ends in .docx"),
        (
            ("kingfisher",),
            "x.docx",
            "x.docx is named like a file, and of kingfisher there is a document",
        ),
        (("kingfisher", "-f", "docx"), "x.txt", "name a folder without an ending, or one that is there"),
    ],
)
def test_a_form_gets_no_name_of_another_kind_of_file(
    tmp_path: Path, asked: tuple[str, ...], name: str, says: str
) -> None:
    records = reporting(tmp_path)
    said = ask("termly-report", *asked, "-C", records, "--on", ON, "-o", tmp_path / name)
    assert said.status == 2
    assert says in said.err
    assert not (tmp_path / name).exists()


def test_a_folder_that_is_there_may_have_any_name(tmp_path: Path) -> None:
    records, folder = reporting(tmp_path), tmp_path / "autumn.2026"
    folder.mkdir()
    for form, number in (("docx", 2), ("xlsx", 3)):
        assert ask("termly-report", "kingfisher", "-f", form, "-C", records, "--on", ON, "-o", folder).status == 0
        assert len(list(folder.iterdir())) == number


def test_no_file_is_written_over(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = workbook(records)
    file.write_bytes(b"filled in")
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON, "-o", tmp_path)
    assert f"{file} is there already, and may be filled in" in said.err
    assert said.status == 2
    assert file.read_bytes() == b"filled in"
    paper = document(records)
    said = ask("termly-report", "kingfisher", "-f", "docx", "-C", records, "--on", ON, "-o", tmp_path)
    assert f"{paper} is there already" in said.err
    assert not (tmp_path / f"termly-report-{TERM}-{SECOND}.docx").exists()


def test_a_form_is_not_put_among_the_records(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON, "-o", records)
    assert "lies in the records folder" in said.err


def test_pupils_whose_report_has_been_sent_are_left_out_and_named(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=SUBMITTED)
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON, "-o", tmp_path)
    assert said.err == f"apqa: left out, since the report has been sent: {FIRST}\n"
    page = load_workbook(tmp_path / NAME)["Attendance"]
    assert [page.cell(row, 1).value for row in (4, 5)] == [SECOND, None]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("kingfisher", "--term", "2026-27-winter"), "is no reporting period"),
        (("kingfisher", "--term", "2026-27-summer"), "has no term of the summer period"),
        (("kingfishr",), "there is no provider kingfishr: did you mean kingfisher?"),
        (("PL-00000",), "there is no placement PL-00000"),
        ((FIRST, "-f", "xlsx"), "add --blank to make it for one placement"),
        (("kingfisher", "-f", "pdf"), "the form to fill in is xlsx or docx, not pdf: kingfisher has no other"),
        (("kingfisher", "-f", "docx", "-o", "a.xlsx"), "a.xlsx would hold docx: give it a name that ends in .docx"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(tmp_path: Path, asked: tuple[str, ...], says: str) -> None:
    records = reporting(tmp_path)
    said = ask("termly-report", *asked, *(("--blank",) if asked == ("PL-00000",) else ()), "-C", records, "--on", ON)
    assert says in said.err
    assert said.status == 2


def test_a_term_in_which_nobody_was_there_has_no_form(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    for each in (FIRST, SECOND):
        file = records / f"placements/{each}.yaml"
        file.write_text(file.read_text("utf-8").replace("2026-09-14", "2027-01-04"), "utf-8")
    said = ask("termly-report", "kingfisher", "--term", TERM, "-C", records, "--on", ON)
    assert (
        "there is nothing to report: Kingfisher Workshops had no pupil with a school day in autumn 2026-27" in said.err
    )
    said = ask("termly-report", FIRST, "--blank", "--term", TERM, "-C", records, "--on", ON)
    assert f"there is nothing to report: {FIRST} had no school day in autumn 2026-27" in said.err


def test_a_provider_that_is_not_asked_for_reports_gets_no_form(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    file = records / "providers/kingfisher.yaml"
    exempt = "reports_not_asked: {reason: the school reports, on: 2026-09-01, by: head of inclusion}\n"
    file.write_text(file.read_text("utf-8") + exempt, "utf-8")
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON)
    assert "Kingfisher Workshops is not asked for reports (reports_not_asked in its record)" in said.err


def test_where_every_report_was_sent_there_is_nothing_to_ask(tmp_path: Path) -> None:
    records = reporting(tmp_path, first=SUBMITTED, second=SUBMITTED)
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON, "-o", tmp_path)
    assert f"every report of autumn 2026-27 has been sent: {FIRST}, {SECOND}" in said.err


def test_a_placement_or_draft_that_cannot_be_read_is_not_left_out_in_silence(tmp_path: Path) -> None:
    records = reporting(tmp_path, first="status: drafted\n")
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON, "-o", tmp_path)
    assert "a pupil, or what was drafted, would be missing from the form" in said.err
    assert f"termly-reports/{TERM}/{FIRST}.yaml" in said.err
    assert said.status == 3


def test_without_a_calendar_the_term_must_be_named(tmp_path: Path) -> None:
    records = reporting(tmp_path)
    (records / "calendar/2026-27.yaml").unlink()
    said = ask("termly-report", "kingfisher", "-C", records, "--on", ON)
    assert "no calendar here has a reporting period that has begun: name one with --term" in said.err
