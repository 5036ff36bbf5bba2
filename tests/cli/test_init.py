"""`apqa init`: a new records folder that works at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from apqa import __version__
from apqa.errors import UsageError
from apqa.forms.new_folder import make_folder
from apqa.forms.sample_year import sample_calendar, school_year, year_name
from apqa.forms.schemas import schema_files
from apqa.questions.school_days import SchoolDays
from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from apqa.records.calendar import Calendar
from apqa.records.kinds import KINDS
from tests.cli.asking import Said, ask, installed, press, run

DAY = ("--on", "2026-11-23")
COUNCIL = {"name": "Avonmere Council"}
DOCS = Path(__file__).resolve().parents[2] / "docs"


def _files(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(folder).parts
    }


def test_an_empty_folder_is_enough_without_a_terminal(tmp_path: Path) -> None:
    said = run("init", ".", *DAY, folder=tmp_path)
    assert said.status == 0
    assert set(said.out.split()) == _files(tmp_path)
    assert run("check", *DAY, folder=tmp_path).status == 0


def test_what_is_made_is_checked_without_a_finding(tmp_path: Path) -> None:
    ask("init", tmp_path / "new", "--name", "Avonmere Council", *DAY)
    said = ask("check", "--records", tmp_path / "new", "--level", "advice", *DAY)
    assert (said.status, said.out) == (0, "No findings in 2 files on 2026-11-23.\n")
    assert ask("schema", "--check", "--records", tmp_path / "new").status == 0


def test_every_folder_of_records_says_what_belongs_there(tmp_path: Path) -> None:
    make_folder(tmp_path, COUNCIL, date(2026, 11, 23))
    for kind in KINDS:
        if kind.folder:
            page = (tmp_path / "records" / kind.folder / "README.md").read_text(encoding="utf-8")
            assert f"apqa new {kind.key}" in page
            assert kind.path(kind.id_example) in page
            assert ("single pupils" in page) is kind.pupil_level


def test_the_council_is_a_sample_until_it_has_a_name(tmp_path: Path) -> None:
    ask("init", tmp_path / "a", *DAY)
    ask("init", tmp_path / "b", "--name", "Avonmere Council", "--set", "mailbox=ap@example.org", *DAY)
    ask("init", tmp_path / "c", "--set", "name=Avonmere Council", *DAY)
    known = [Library(DiskFolder(tmp_path / each / "records")).records.authority for each in "abc"]
    assert [each and each.name for each in known] == ["Sample Council", "Avonmere Council", "Avonmere Council"]
    assert known[1]
    assert known[1].mailbox == "ap@example.org"


def test_what_the_authority_lacks_or_cannot_have_writes_nothing(tmp_path: Path) -> None:
    for value, said in (
        ("roles.lado.email=x@example.org", "--set roles.lado.title=…"),
        ("mailbox=nobody", "is not an e-mail address"),
        ("mailbx=x", "did you mean mailbox?"),
    ):
        answer = ask("init", tmp_path / "new", "--set", value, *DAY)
        assert answer.status == 2
        assert said in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("on", "year"),
    [
        ("2026-06-30", "2025-26"),
        ("2026-07-01", "2026-27"),
        ("2026-12-31", "2026-27"),
        ("2099-09-01", "2099-00"),
        pytest.param("1900-01-01", "1900-01", id="no-record-speaks-of-1899"),
        pytest.param("2100-12-31", "2099-00", id="no-record-speaks-of-2101"),
    ],
)
def test_the_calendar_is_of_the_school_year_to_plan_for(tmp_path: Path, on: str, year: str) -> None:
    assert year_name(school_year(date.fromisoformat(on))) == year
    make_folder(tmp_path, COUNCIL, date.fromisoformat(on))
    (calendar,) = Library(DiskFolder(tmp_path / "records")).records.calendars
    assert (calendar.id, calendar.confirmed) == (year, False)


@pytest.mark.parametrize("first", range(2023, 2041))
def test_the_sample_has_six_terms_of_school_weeks_in_every_year(first: int) -> None:
    calendar = Calendar.model_validate({"id": year_name(first), **sample_calendar(first)})
    assert [term.period for term in calendar.terms] == ["autumn", "autumn", "spring", "spring", "summer", "summer"]
    assert all(term.starts.weekday() < 5 and term.ends.weekday() in {3, 4} for term in calendar.terms)
    assert all(timedelta(weeks=4) < term.ends - term.starts < timedelta(weeks=9) for term in calendar.terms)
    days = SchoolDays("the council", (calendar,)).school_days(calendar.first_day, calendar.last_day)
    assert isinstance(days, int)
    assert 180 <= days <= 195


def test_files_that_are_there_stay_as_they_are_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Ours.\n")
    (tmp_path / "minutes.docx").write_bytes(b"x")
    said = ask("init", tmp_path, *DAY)
    assert said.status == 0
    assert "left as they were: README.md" in said.err
    assert (tmp_path / "README.md").read_text() == "Ours.\n"
    assert "README.md" not in [Path(line).relative_to(tmp_path).as_posix() for line in said.out.split("\n") if line]


def _refused(folder: Path) -> Said:
    before = {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")}
    said = ask("init", folder, *DAY)
    assert {path: path.is_file() and path.read_bytes() for path in folder.rglob("*")} == before
    assert said.status == 2
    return said


def test_a_persons_home_is_no_place_for_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert "holds everything else, too: name a folder of its own" in _refused(tmp_path).err
    assert ask("init", tmp_path / "council", *DAY).status == 0


def test_a_folder_that_has_records_is_refused(tmp_path: Path) -> None:
    ask("init", tmp_path, *DAY)
    assert "there are records in" in _refused(tmp_path).err


def test_a_file_where_a_folder_belongs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("x")
    assert f"{tmp_path / 'schemas'} is a file" in _refused(tmp_path).err


def test_a_folder_where_a_file_belongs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "README.md").mkdir()
    assert f"{tmp_path / 'README.md'} is a folder" in _refused(tmp_path).err


@pytest.mark.parametrize("folder", ["new", "new/below", "new/a/b"])
def test_a_file_named_as_the_folder_or_one_above_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / "new").write_text("x")
    said = ask("init", tmp_path / folder, *DAY)
    assert (said.status, said.out) == (2, "")
    assert f"{tmp_path / 'new'} is a file, and a folder of that name belongs there" in said.err
    assert (tmp_path / "new").read_text() == "x"


@pytest.mark.parametrize("folder", ["records", "records/providers", "records/providers/new"])
def test_a_folder_within_records_is_refused(tmp_path: Path, folder: str) -> None:
    ask("init", tmp_path, *DAY)
    before = _files(tmp_path)
    said = ask("init", tmp_path / folder, *DAY)
    assert said.status == 2
    assert f"{tmp_path / 'records'} is a records folder already" in said.err
    assert _files(tmp_path) == before


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_not_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    said = ask("init", name, *DAY)
    assert (said.status, said.out) == (2, "")
    assert "the name of the folder is empty: name one, such as our-council, or . for the folder you are in" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", [("--name", ""), ("--name", "  "), ("--set", "name=")])
def test_a_council_without_a_name_is_no_sample(tmp_path: Path, given: tuple[str, str]) -> None:
    said = ask("init", tmp_path / "new", *given, *DAY)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("apqa: this would be no authority: name: nothing stands here")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever runs the tests may write anywhere")
def test_a_folder_nobody_may_write_to_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    said = ask("init", tmp_path / "new", *DAY)
    tmp_path.chmod(0o700)
    assert said.status == 4
    assert "you may not write there" in said.err
    assert list(tmp_path.iterdir()) == []


def test_git_keeps_the_history_from_the_start(tmp_path: Path) -> None:
    said = ask("init", tmp_path, *DAY)
    assert "is a git repository now" in said.err
    assert "at the top of the repository" not in said.err
    command = ["git", "-C", str(tmp_path), "status", "--porcelain", "--branch", "--untracked-files=all"]
    first, *others = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert first == "## No commits yet on main"
    assert {line.removeprefix("?? ") for line in others} == _files(tmp_path)


def test_a_folder_inside_a_repository_gets_no_other(tmp_path: Path) -> None:
    subprocess.run(["git", "-C", str(tmp_path), "init", "--quiet"], check=True)
    said = ask("init", tmp_path / "new", *DAY).err
    assert "in a git repository already" in said
    assert "move .github/workflows/apqa.yml and .pre-commit-config.yaml from new there, unless it has its own" in said
    assert "`apqa check --records new`" in said
    assert not (tmp_path / "new" / ".git").exists()


def test_a_folder_with_spaces_in_its_name_is_quoted(tmp_path: Path) -> None:
    subprocess.run(["git", "-C", str(tmp_path), "init", "--quiet"], check=True)
    assert "write `apqa check --records 'our own council'` for" in ask("init", tmp_path / "our own council", *DAY).err


def test_without_git_the_folder_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = ask("init", tmp_path, *DAY)
    assert said.status == 0
    assert "git is not installed" in said.err
    assert (tmp_path / "records" / "authority.yaml").is_file()


def test_editors_are_told_which_schema_belongs_to_which_folder(tmp_path: Path) -> None:
    make_folder(tmp_path, COUNCIL, date(2026, 11, 23))
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert {Path(address).name for address in settings["yaml.schemas"]} == set(schema_files())
    for address, pattern in settings["yaml.schemas"].items():
        assert (tmp_path / address).is_file()
        kind = next(kind for kind in KINDS if address.endswith(f"/{kind.key}.schema.json"))
        assert Path("records", kind.path(kind.id_example)).match(pattern.replace("**/", "*/"))
    recommended = json.loads((tmp_path / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in recommended["recommendations"]


def test_the_forge_runs_the_check(tmp_path: Path) -> None:
    make_folder(tmp_path, {**COUNCIL, "time_zone": "Europe/Dublin"}, date(2026, 11, 23))
    text = (tmp_path / ".github" / "workflows" / "apqa.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    job = workflow["jobs"]["check"]
    assert job["steps"][-1] == {"run": "apqa check --format github"}
    assert set(job["env"]) == {"TZ", "APQA"}
    assert job["env"]["TZ"] == "Europe/Dublin"
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert (hook["entry"], hook["pass_filenames"], hook["require_serial"]) == ("apqa check", False, True)


def test_what_the_forge_needs_to_be_told_once_is_said_wherever_it_is_spoken_of(tmp_path: Path) -> None:
    make_folder(tmp_path, COUNCIL, date(2026, 11, 23))
    files = (tmp_path / "README.md", tmp_path / ".github/workflows/apqa.yml", DOCS / "tutorial.md")
    for file in files:
        text = " ".join(file.read_text(encoding="utf-8").replace("*", "").replace("#", "").split())
        assert "Secrets and variables, Actions, Variables" in text
        assert f"git+https://github.com/our-council/apqa@v{__version__}" in text
        assert "runs by itself" not in text
    workflow = yaml.load(files[1].read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    steps = workflow["jobs"]["check"]["steps"]
    assert workflow["jobs"]["check"]["env"]["APQA"] == "${{ vars.APQA }}"
    assert [each["run"] for each in steps if "APQA" in each.get("run", "")][1] == 'python -m pip install "$APQA"'


def test_a_time_zone_that_is_none_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"time_zone: 'Europe/London\"↵  evil: 1' is not a time zone"):
        make_folder(tmp_path, {**COUNCIL, "time_zone": 'Europe/London"\n  evil: 1'}, date(2026, 11, 23))
    assert list(tmp_path.iterdir()) == []


def test_what_a_council_is_called_is_never_a_template(tmp_path: Path) -> None:
    make_folder(tmp_path, {"name": "{{ kinds }}\n# {% if %}"}, date(2026, 11, 23))
    assert "the records of {{ kinds }} # {% if %}\n" in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_every_file_ends_its_lines_with_lf(tmp_path: Path) -> None:
    make_folder(tmp_path, COUNCIL, date(2026, 11, 23))
    odd = [name for name in _files(tmp_path) if b"\r" in (data := (tmp_path / name).read_bytes()) or data[-1:] != b"\n"]
    assert odd == []


def test_a_new_record_fits_into_the_new_folder(tmp_path: Path) -> None:
    ask("init", tmp_path, *DAY)
    week = ("terms.0.number=1", "terms.0.starts=2027-09-01", "terms.0.ends=2027-10-22", "terms.0.period=autumn")
    values = [part for each in ("confirmed=no", *week) for part in ("--set", each)]
    said = ask("new", "calendar", "2027-28", *values, "--records", tmp_path, *DAY)
    assert said.status == 0
    assert "schemas" not in said.err


@pytest.mark.today("2026-11-23")
def test_today_counts_where_no_day_is_named(tmp_path: Path) -> None:
    ask("init", tmp_path)
    assert (tmp_path / "records" / "calendar" / "2026-27.yaml").is_file()


if sys.platform != "win32":
    import pexpect

    def test_a_terminal_is_asked_for_the_name(tmp_path: Path) -> None:
        child = pexpect.spawn(installed(), ["init", str(tmp_path / "new"), *DAY], encoding="utf-8", timeout=20)
        child.expect_exact("The council's name [Sample Council]: ")
        child.sendline("Avonmere Council")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        authority = Library(DiskFolder(tmp_path / "new" / "records")).records.authority
        assert authority
        assert authority.name == "Avonmere Council"

    @pytest.mark.parametrize("key", ["c", "d"])
    def test_whoever_stops_at_the_question_has_written_nothing(tmp_path: Path, key: str) -> None:
        child = pexpect.spawn(installed(), ["init", str(tmp_path / "new"), *DAY], encoding="utf-8", timeout=20)
        child.expect_exact("The council's name [Sample Council]: ")
        press(child, key, until="apqa: stopped, nothing was written")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 130
        assert list(tmp_path.iterdir()) == []

    def test_what_is_said_beside_the_files_is_broken_between_words(tmp_path: Path) -> None:
        subprocess.run(["git", "-C", str(tmp_path), "init", "--quiet"], check=True)
        child = pexpect.spawn(
            installed(),
            ["init", "new", "--name", "Avonmere Council", *DAY],
            cwd=str(tmp_path),
            encoding="utf-8",
            timeout=20,
            dimensions=(60, 80),
        )
        child.expect(pexpect.EOF)
        lines = str(child.before).replace("\r", "").splitlines()
        assert max(map(len, lines)) <= 80
        words = [word for line in lines for word in line.split(" ")]
        assert {".github/workflows/apqa.yml", ".pre-commit-config.yaml", "records/authority.yaml,"} <= set(words)
