"""`apqa check`: what it shows, and what it leaves behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree as ET

import pytest

from apqa.cli import progress
from apqa.cli.progress import Progress
from tests.cli.asking import ask, run
from tests.cli.small_council import BROKEN, DUE_SOON, LAPSED, ON, PLACEMENT_FILE, PROVIDER_FILE, council

QUESTION = ("check", "--on", ON)


def _paths(answer: dict[str, list[dict[str, str]]]) -> set[str]:
    return {finding["path"] for finding in answer["findings"]}


def test_everything_is_checked_and_counted(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path), "-f", "json")
    assert said.status == 1
    assert said.answer["counts"] == {
        "files": 4,
        "providers": 1,
        "providers_in_use": 1,
        "placements": 1,
        "placements_live": 1,
    }
    assert "providers/kingfisher.yaml" in _paths(said.answer)


def test_what_cannot_be_read_is_said_and_everything_else_is_still_shown(tmp_path: Path) -> None:
    said = ask(*QUESTION, "-C", council(tmp_path, BROKEN), "-f", "json")
    assert said.status == 3
    assert {"providers/kingfisher.yaml", "placements/PL-7K3QX.yaml"} <= _paths(said.answer)


@pytest.mark.parametrize("level", ["breach", "concern", "query", "advice"])
def test_the_level_decides_what_fails(tmp_path: Path, level: str) -> None:
    records = council(tmp_path, DUE_SOON)
    said = ask(*QUESTION, "-C", records, "--level", level, "visits")
    assert said.status == (0 if level == "breach" else 1)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("providers", {"providers/kingfisher.yaml"}),
        ("providers/kingfisher.yaml", {"providers/kingfisher.yaml"}),
        ("visits", {"visits/2026-03-12-kingfisher.yaml"}),
    ],
)
def test_paths_choose_whose_faults_are_shown(tmp_path: Path, path: str, shown: set[str]) -> None:
    records = council(tmp_path)
    for way in (path, f"records/{path}", records / path):
        said = run(*QUESTION, "-f", "json", way, folder=tmp_path)
        assert _paths(said.answer) == shown
        assert said.answer["counts"]["files"] == 1


def test_the_records_folder_itself_is_all_of_it(tmp_path: Path) -> None:
    records = council(tmp_path)
    assert ask(*QUESTION, "-C", records, records).out == ask(*QUESTION, "-C", records).out


def test_what_is_unreadable_elsewhere_does_not_concern_the_chosen(tmp_path: Path) -> None:
    assert ask(*QUESTION, "-C", council(tmp_path, BROKEN), "visits").status == 1


def test_a_path_outside_the_records_is_a_wrong_usage(tmp_path: Path) -> None:
    records = council(tmp_path)
    said = ask(*QUESTION, "-C", records, tmp_path)
    assert (said.status, said.err) == (2, f"apqa: {tmp_path} lies outside the records folder {records}")
    said = ask(*QUESTION, "-C", records, "nowhere")
    assert said.status == 2
    assert said.err.startswith("apqa: there is no nowhere, neither here nor in the records folder")


def test_the_way_to_the_records_is_told_to_the_forge(tmp_path: Path) -> None:
    folder = tmp_path / "quality"
    folder.mkdir()
    council(folder, LAPSED)
    (tmp_path / ".git").mkdir()
    said = run(*QUESTION, "-f", "github", folder=folder).out
    assert "::error file=quality/records/providers/kingfisher.yaml,line=" in said
    sarif = json.loads(run(*QUESTION, "-f", "sarif", folder=folder).out)
    places = {
        each["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
        for each in result["locations"]
    }
    assert all(place.startswith("quality/records/") for place in places)
    names = [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]]
    assert len(names) == len(set(names))


def test_without_git_the_way_starts_here(tmp_path: Path) -> None:
    council(tmp_path)
    junit = ET.fromstring(run(*QUESTION, "-f", "junit", folder=tmp_path).out)
    files = {case.get("file") for case in junit.iter("testcase")} - {None}
    assert files
    assert all(str(file).startswith("records/") for file in files)


def test_records_that_are_the_top_of_their_repository_need_no_way(tmp_path: Path) -> None:
    records = council(tmp_path, LAPSED)
    (records / ".git").mkdir()
    assert "file=providers/kingfisher.yaml," in run(*QUESTION, "-f", "github", "-C", records).out


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    records = council(tmp_path, BROKEN)
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in records.rglob("*") if file.is_file()}
    run(*QUESTION, folder=tmp_path)
    after = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in records.rglob("*") if file.is_file()}
    assert after == before


def test_no_records_is_said_in_a_sentence(tmp_path: Path) -> None:
    said = run(*QUESTION, folder=tmp_path)
    assert (said.status, said.out) == (3, "")
    assert said.err == (
        "apqa: no records folder here or above: go to one, name it with --records, or make one with `apqa init`\n"
    )
    nowhere = ask(*QUESTION, "-C", tmp_path / "nowhere").err
    assert nowhere.startswith(f"apqa: there is no folder {tmp_path / 'nowhere'}: name the records folder")


class _Terminal:
    """A stderr that says it is a terminal, and keeps what is written."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        """Keep everything as it is."""


def test_a_long_reading_says_how_far_it_is_and_clears_up(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([0.0, 0.5, 1.5, 1.5, 1.55])
    monkeypatch.setattr(progress, "monotonic", lambda: next(seconds))
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    with Progress() as shown:
        shown.tell(1, 4)
        shown.tell(2, 4)
        shown.tell(3, 4)
    assert terminal.written.count("Reading the records") == 1
    assert " 50% of 4 files" in terminal.written
    assert terminal.written.endswith("\r\x1b[2K")


@pytest.mark.parametrize("quiet", [True, False])
def test_nothing_is_said_of_the_way_where_nobody_looks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, quiet: bool
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    if quiet:
        monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
        with Progress(quiet=True) as shown:
            shown.tell(1, 4)
        assert terminal.written == ""
    else:
        assert ask(*QUESTION, "-C", council(tmp_path)).err == ""


REMOVED = (PROVIDER_FILE, "status: listed", "status: removed")
NO_PUPIL = (PLACEMENT_FILE, "starts: 2026-09-14\nexpected", "starts: 2026-12-14\nexpected")


@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_what_was_not_asked_is_said(tmp_path: Path, form: str) -> None:
    records = council(tmp_path, REMOVED, NO_PUPIL)
    provider = ask(*QUESTION, "-C", records, PROVIDER_FILE, "-f", form).out.replace("\\", "")
    assert "The provider looked at is not in use on that day: nobody is or may be placed there." in provider
    assert "`apqa check-provider` asks them all the same." in provider
    placement = ask(*QUESTION, "-C", records, PLACEMENT_FILE, "-f", form).out.replace("\\", "")
    assert "The placement looked at is not live on that day. " in placement


def test_nothing_is_said_of_what_was_asked(tmp_path: Path) -> None:
    assert "on that day" not in ask(*QUESTION, "-C", council(tmp_path)).out
    assert "on that day" not in ask(*QUESTION, "-C", council(tmp_path, NO_PUPIL), "visits").out
    assert "on that day" not in ask(*QUESTION, "-C", council(tmp_path, NO_PUPIL)).out


@pytest.mark.parametrize(
    ("here", "way"),
    [
        ("", "records/"),
        ("records", ""),
        ("records/visits", "../"),
        ("records/placements/2026", "../../"),
        ("elsewhere", "../records/"),
        ("elsewhere/deep", "../../records/"),
    ],
)
def test_a_place_is_a_path_from_here_wherever_here_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, way: str
) -> None:
    records = council(tmp_path, LAPSED)
    for folder in ("elsewhere/deep", "records/placements/2026"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / here)
    said = ask("check", "--on", ON, "-C", records)
    place = next(line for line in said.out.splitlines() if "lapsed-insurance" in line)
    assert place.startswith(f"{way}{PROVIDER_FILE}:")
    assert Path(place.partition(":")[0]).is_file(), "a terminal opens it"
    answer = ask("check", "--on", ON, "-C", records, "-f", "json").answer
    assert PROVIDER_FILE in {each["path"] for each in answer["findings"]}, "programs get the path below the records"


def test_a_place_in_the_folder_one_is_in_is_the_files_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(council(tmp_path, LAPSED) / "providers")
    said = ask("check", "kingfisher.yaml", "--on", ON).out.splitlines()
    places = [line.split("  ")[0] for line in said if line[:1].strip()][:-1]
    assert places
    assert all(place.startswith("kingfisher.yaml:") for place in places)


def test_what_a_finding_rests_on_is_a_path_from_here_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = council(tmp_path, (PLACEMENT_FILE, "provider: kingfisher", "provider: heron"))
    other = (records / PLACEMENT_FILE).read_text(encoding="utf-8")
    (records / "placements/PL-7K3QY.yaml").write_text(other, encoding="utf-8")
    monkeypatch.chdir(records / "placements")
    said = ask("check", "--on", ON).out
    assert "PL-7K3QX.yaml:1:1  breach  unknown-reference\n" in said
    assert "    See also: PL-7K3QY.yaml:1:1\n" in said


def test_where_no_way_leads_from_here_a_place_is_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_another_drive(*_: object) -> NoReturn:
        raise ValueError

    records = council(tmp_path, LAPSED)
    monkeypatch.setattr("os.path.relpath", on_another_drive)
    assert f"{records.as_posix()}/{PROVIDER_FILE}:" in ask("check", "--on", ON, "-C", records).out
