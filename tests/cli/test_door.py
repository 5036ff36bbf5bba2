"""The door: statuses and sentences."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from apqa.cli.app import app
from apqa.cli.commands import COMMANDS
from apqa.cli.door import guarded
from apqa.errors import ApqaError, StoppedError, UnreadableRecordsError, UsageError
from apqa.reading.folder import DiskFolder
from tests.cli.asking import ask, installed, run
from tests.cli.small_council import BROKEN, ON, council


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (UsageError("say which"), 2, "apqa: say which\n"),
        (UnreadableRecordsError("not there"), 3, "apqa: not there\n"),
        (ApqaError("disk full"), 4, "apqa: disk full\n"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            4,
            "apqa: No space left on device: put that right and run the command again\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "answer.md"),
            4,
            "apqa: Permission denied (answer.md): put that right and run the command again\n",
        ),
        (OSError("the drive is gone"), 4, "apqa: the drive is gone: put that right and run the command again\n"),
        (SystemExit(1), 1, ""),
        (SystemExit(), 0, ""),
        (SystemExit("said"), 1, ""),
        (KeyboardInterrupt(), 130, "apqa: stopped\n"),
        (SystemExit(130), 130, "apqa: stopped\n"),
        (StoppedError("stopped, nothing was written"), 130, "apqa: stopped, nothing was written\n"),
    ],
)
def test_an_error_becomes_a_sentence_and_a_status(
    capsys: pytest.CaptureFixture[str], error: BaseException, status: int, sentence: str
) -> None:
    def fails() -> NoReturn:
        raise error

    assert guarded(fails) == status
    assert capsys.readouterr() == ("", sentence)


def test_a_command_that_is_stopped_in_the_middle_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stopped(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(DiskFolder, "paths", stopped)
    assert guarded(lambda: app(["check", "--records", str(council(tmp_path)), *ON], prog_name="apqa")) == 130
    assert capsys.readouterr() == ("", "apqa: stopped\n")


def test_our_own_fault_says_so_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> NoReturn:
        raise ZeroDivisionError

    assert guarded(fails) == 70
    said = capsys.readouterr().err
    assert said.startswith("apqa: this is a fault of apqa itself (ZeroDivisionError), not of your records.")
    assert said.count("\n") == 1


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "argv", ["apqa", "check", "--debug"])
    with pytest.raises(ZeroDivisionError):
        guarded(fails)


def test_a_run_without_fault_leaves_nothing_behind() -> None:
    assert guarded(lambda: None) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such pipe")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m apqa check-provider kingfisher --on {ON} -C {council(tmp_path)} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, check=False, encoding="utf-8")
    assert done.stdout.startswith("Kingfisher Workshops")
    assert done.stderr == ""


def _in_a_shell(records: Path, redirection: str) -> subprocess.CompletedProcess[str]:
    question = [sys.executable, "-m", "apqa", "check-provider", "kingfisher", "--on", ON, "-C", str(records)]
    command = f"{shlex.join(question)} {redirection}"
    return subprocess.run(command, shell=True, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_no_fault_of_apqa(tmp_path: Path) -> None:
    done = _in_a_shell(council(tmp_path), "> /dev/full")
    assert done.returncode == 4
    assert done.stderr == "apqa: No space left on device: put that right and run the command again\n"


@pytest.mark.skipif(sys.platform == "win32", reason="its shell cannot close an output")
@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-"])
def test_without_an_output_there_is_nowhere_to_answer(tmp_path: Path, redirection: str) -> None:
    done = _in_a_shell(council(tmp_path), redirection)
    assert (done.returncode, done.stdout, done.stderr) == (4, "", "")


def test_a_folder_that_takes_no_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    records, shut = council(tmp_path), tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o500)
    if os.access(shut, os.W_OK):
        pytest.skip("whoever runs the tests may write anywhere")
    said = run("check-provider", "kingfisher", "--on", ON, "-C", records, "-o", shut / "answer.md")
    assert (said.status, said.out) == (4, "")
    assert said.err.startswith("apqa: ")
    assert said.err.count("\n") == 1
    assert "fault of apqa" not in said.err


ANSWERS = [
    pytest.param(("check",), id="check"),
    pytest.param(("check-provider", "kingfisher"), id="check-provider"),
    pytest.param(("check-placement", "PL-7K3QX"), id="check-placement"),
    pytest.param(("registration",), id="registration"),
    pytest.param(("attendance-code", "PL-7K3QX"), id="attendance-code"),
]


@pytest.mark.parametrize("question", ANSWERS)
@pytest.mark.parametrize("name", ["authority.yaml", "answer.md", "providers/kingfisher.yaml"])
def test_no_answer_is_written_among_the_records(tmp_path: Path, question: tuple[str, ...], name: str) -> None:
    records = council(tmp_path)
    before = {file: file.read_bytes() for file in records.rglob("*.yaml")}
    said = ask(*question, "--on", ON, "-C", records, "-o", records / name)
    assert (said.status, said.out) == (2, "")
    assert said.err == f"apqa: {records / name} lies in the records folder: write the answer somewhere else"
    assert {file: file.read_bytes() for file in records.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("name", "form", "remedy"),
    [
        ("answer.pdf", "text", "give it another name"),
        ("answer.XLSX", "csv", "give it another name"),
        ("answer.csv", "text", "give it another name, or ask for --format csv"),
        ("answer.json", "markdown", "give it another name, or ask for --format json or sarif"),
    ],
)
def test_a_file_is_not_named_as_what_it_does_not_hold(tmp_path: Path, name: str, form: str, remedy: str) -> None:
    said = ask("due", "--on", ON, "-C", council(tmp_path), "-f", form, "-o", tmp_path / name)
    assert (said.status, said.err) == (2, f"apqa: {tmp_path / name} would hold {form}: {remedy}")
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["answer.txt", "answer", "answer.of-today"])
def test_any_other_name_will_do(tmp_path: Path, name: str) -> None:
    ask("due", "--on", ON, "-C", council(tmp_path), "-o", tmp_path / name)
    assert (tmp_path / name).exists()


def test_a_nearer_folder_that_holds_no_records_is_said_to_be_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = council(tmp_path)
    (tmp_path / "beside" / "records").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "beside")
    said = ask("due", "--on", ON)
    assert f"{tmp_path / 'beside' / 'records'} holds no authority.yaml, so this is asked of {records}" in said.err


@pytest.mark.parametrize("named", [".", "../records", None])
def test_the_records_are_spared_from_within_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    records = council(tmp_path)
    monkeypatch.chdir(records)
    where = [] if named is None else ["-C", named]
    said = ask("check", "--on", ON, *where, "-o", "authority.yaml")
    assert (said.status, said.err) == (
        2,
        "apqa: authority.yaml lies in the records folder: write the answer somewhere else",
    )
    assert (records / "authority.yaml").read_text(encoding="utf-8").startswith("name: Westmarch Council\n")


def test_beside_the_records_an_answer_may_be_written(tmp_path: Path) -> None:
    records, file = council(tmp_path), tmp_path / "records.md"
    said = ask("check-provider", "kingfisher", "--on", ON, "-C", records, "-f", "markdown", "-o", file)
    assert (said.status, said.err) == (0, f"apqa: the answer is in {file}\n")


def test_an_answer_that_rests_on_no_records_may_be_written_anywhere(tmp_path: Path) -> None:
    file = tmp_path / "rules.md"
    assert ask("rules", "-f", "markdown", "-o", file).err == f"apqa: the answer is in {file}\n"


NO_RECORD = "apqa: there is no record in {}: is that the records folder? `apqa init` makes a new one"


@pytest.mark.parametrize("question", ANSWERS)
def test_a_folder_without_any_record_is_no_records_folder(tmp_path: Path, question: tuple[str, ...]) -> None:
    said = ask(*question, "--on", ON, "-C", tmp_path)
    assert (said.status, said.out, said.err) == (3, "", NO_RECORD.format(tmp_path))


def _shuts(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody into a folder, not even whoever may go everywhere."""
    open_to = os.access

    def access(path: Path, mode: int) -> bool:
        return Path(path) != folder and open_to(path, mode)

    monkeypatch.setattr(os, "access", access)


SHUT = "apqa: {} may not be opened by this user: ask whoever keeps the computer for the right to read it"


@pytest.mark.parametrize("question", [*ANSWERS, pytest.param(("new", "provider", "heron"), id="new")])
@pytest.mark.parametrize("shut", ["records", "."])
def test_records_that_may_not_be_opened_are_records_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: tuple[str, ...], shut: str
) -> None:
    records = council(tmp_path)
    _shuts(monkeypatch, tmp_path / shut)
    for named in (tmp_path, records):
        said = ask(*question, "--on", ON, "-C", named)
        assert (said.status, said.out, said.err) == (3, "", SHUT.format(tmp_path / shut))
    monkeypatch.chdir(tmp_path)
    assert ask(*question, "--on", ON).err == SHUT.format(tmp_path / shut)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever runs the tests may read anything")
@pytest.mark.parametrize("rights", [0o000, 0o600, 0o300])
def test_a_shut_folder_of_records_is_said(tmp_path: Path, rights: int) -> None:
    records = council(tmp_path)
    records.chmod(rights)
    said = [ask("check", "--on", ON, "-C", named) for named in (tmp_path, records)]
    records.chmod(0o700)
    assert [(each.status, each.err) for each in said] == [(3, SHUT.format(records))] * 2


def test_of_a_kind_that_cannot_be_listed_nothing_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records, scan = council(tmp_path), os.scandir

    def scandir(path: Path) -> Any:
        if Path(path).name == "providers":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    said = ask("check-provider", "kingfisher", "--on", ON, "-C", records)
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith(
        "apqa: the record of kingfisher cannot be read, so nothing can be said of it:\n\nproviders"
    )


@pytest.mark.parametrize("question", ANSWERS)
@pytest.mark.parametrize(
    "name", ["notes.txt", "mkdocs.yml", "site/config.yaml", "a\u202eb.yaml", "providers/notes.txt"]
)
def test_a_folder_of_other_files_is_no_records_folder(tmp_path: Path, question: tuple[str, ...], name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("not a record", encoding="utf-8")
    said = ask(*question, "--on", ON, "-C", tmp_path)
    assert (said.status, said.out, said.err) == (3, "", NO_RECORD.format(tmp_path))


@pytest.mark.parametrize("question", ANSWERS)
def test_a_folder_among_the_records_is_no_records_folder(tmp_path: Path, question: tuple[str, ...]) -> None:
    providers = council(tmp_path) / "providers"
    said = ask(*question, "--on", ON, "-C", providers)
    assert (said.status, said.out, said.err) == (3, "", NO_RECORD.format(providers))


@pytest.mark.parametrize("name", ["authority.yml", ".authority.yaml", "placements/PL-7K3QX.yml", "providers/x y.yaml"])
def test_a_folder_with_a_record_that_cannot_be_read_is_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("name: x\n", encoding="utf-8")
    said = ask("check", "--on", ON, "-C", tmp_path)
    assert (said.status, said.err) == (3, "")
    assert f"{name}  breach  " in said.out


def test_a_folder_with_nothing_but_a_broken_record_is_one(tmp_path: Path) -> None:
    (tmp_path / "authority.yaml").write_text("nam: Westmarch Council\n", encoding="utf-8")
    said = ask("check", "--on", ON, "-C", tmp_path)
    assert said.status == 3
    assert "authority.yaml:1:1  breach  missing-key\n" in said.out


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-13-01", "there is no 2026-13-01: a year has 12 months; write year-month-day, such as 2026-09-01"),
        ("2026-02-30", "there is no 2026-02-30: February 2026 has 28 days"),
        ("31/02/2026", "there is no 31/02/2026: February 2026 has 28 days; write year-month-day, such as 2026-09-01"),
        ("1.9.2026", "'1.9.2026' does not say which number is the month: write 2026-09-01 if that is the day"),
        ("tomorrow", "'tomorrow' is not a day: write year-month-day, such as 2026-09-01"),
        ("20260901", "'20260901' is not written as year-month-day: write 2026-09-01"),
        ("2026-W36-2", "'2026-W36-2' is not a day: write year-month-day, such as 2026-09-01"),
        ("", "'' is not a day: write year-month-day, such as 2026-09-01"),
    ],
)
def test_a_day_that_is_none_is_said_in_one_sentence(tmp_path: Path, day: str, why: str) -> None:
    said = ask("check", "--on", day, "-C", council(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert said.err == f"apqa: --on: {why}"


LONG = "x" * 5000
LONG_WORDS = " ".join(["word"] * 1000)


@pytest.mark.parametrize("given", [LONG, LONG_WORDS], ids=["one word", "many words"])
@pytest.mark.parametrize(
    ("question", "status", "sentence"),
    [
        (("check", "{}"), 2, "there is no {}, neither here nor in the records folder"),
        (("check", "-C", "{}"), 3, "there is no folder {}: name the records folder"),
        (("check-provider", "{}"), 2, "there is no provider {}"),
        (("check-placement", "{}"), 2, "there is no placement {}"),
        (("check-provider", "kingfisher", "--placing", "{}"), 2, "--placing: there is no file {}"),
        (("check-provider", "kingfisher", "--if", "{}"), 2, "--if: '{}"),
        (("explain", "{}"), 2, "there is nothing called {} to explain"),
        (("rules", "-o", "{}"), 4, "cannot write {}: the name is too long"),
        (("schema", "-o", "{}"), 4, "File name too long ({}"),
        (("new", "{}"), 2, "there is no kind of record {}"),
    ],
)
def test_what_is_longer_than_anybody_reads_is_said_again_in_brief(
    tmp_path: Path, given: str, question: tuple[str, ...], status: int, sentence: str
) -> None:
    records = council(tmp_path)
    on = ("--on", ON) if question[0].startswith("check") else ()
    said = run(*(part.format(given) for part in question), *on, folder=records)
    assert (said.status, said.out) == (status, "")
    assert said.err.startswith(f"apqa: {sentence.format(given[:60] + '…' + given[-20:])}")
    assert len(said.err) < 500


def test_what_may_be_a_name_is_said_whole(tmp_path: Path) -> None:
    name = "x" * 255
    assert name in run("check", name, "--on", ON, folder=council(tmp_path)).err


TAKING_A_DAY = [each.name for each in COMMANDS if each.name != "schema"]
NAMED = {
    "check-provider": ("kingfisher", "--if", "hours=10"),
    "check-placement": ("PL-7K3QX",),
    "attendance-code": ("PL-7K3QX",),
    "init": ("new",),
    "new": ("provider", "heron"),
    "explain": ("K",),
}


@pytest.mark.parametrize(
    ("question", "option", "values"),
    [
        ("check-provider", "--on", (ON, "2026-11-04")),
        ("check-provider", "--placing", ("one.yaml", "other.yaml")),
        ("check-provider", "--format", ("json", "text")),
        ("check-placement", "--level", ("breach", "query")),
        ("registration", "--records", ("one", "other")),
        ("attendance-code", "--output", ("one.txt", "other.txt")),
        ("init", "--name", ("One Council", "Other Council")),
        ("rules", "--clause", ("QF-21", "QF-22")),
    ],
)
def test_what_takes_one_value_is_given_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str, option: str, values: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "other"):
        (tmp_path / f"{name}.yaml").touch()
    said = ask(question, *NAMED.get(question, ())[:1], *(part for value in values for part in (option, value)))
    assert (said.status, said.out) == (2, "")
    assert said.err == f"apqa: {option} is given more than once: give it once, so that nothing is passed over"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one.yaml", "other.yaml"]


def test_one_option_under_two_names_is_given_twice(tmp_path: Path) -> None:
    said = ask("check", "-C", council(tmp_path), "--on", ON, "-f", "json", "--format", "text")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("apqa: --format is given more than once")


def test_what_takes_no_value_may_be_said_twice(tmp_path: Path) -> None:
    assert ask("check-provider", "kingfisher", "-C", council(tmp_path), "--on", ON, "-q", "--quiet").status == 0


def test_help_is_given_whatever_is_given_twice() -> None:
    assert ask("check", "--on", ON, "--on", ON, "--help").status == 0


@pytest.mark.parametrize("command", TAKING_A_DAY)
@pytest.mark.parametrize("day", ["0001-01-01", "0206-11-23", "1899-12-31", "2101-01-01", "9999-09-01"])
def test_a_day_of_which_no_record_may_speak_is_refused_by_every_command(command: str, day: str) -> None:
    said = ask(command, *NAMED.get(command, ()), "--on", day)
    assert (said.status, said.out) == (2, "")
    assert said.err == f"apqa: --on: the year of {day} is outside 1900 to 2100"


@pytest.mark.parametrize("question", ANSWERS)
@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_of_which_a_record_may_speak_are_days(
    tmp_path: Path, question: tuple[str, ...], day: str
) -> None:
    said = ask(*question, "--on", day, "-C", council(tmp_path))
    assert said.status in {0, 1}
    assert said.out


@pytest.mark.today("2026-11-03")
def test_the_day_is_today_where_none_is_named(tmp_path: Path) -> None:
    assert ask("check-provider", "kingfisher", "-C", council(tmp_path), "-f", "json").answer["on"] == "2026-11-03"


def test_the_records_are_found_from_a_folder_below_and_by_name(tmp_path: Path) -> None:
    records = council(tmp_path)
    question = ("check-provider", "kingfisher", "--on", ON)
    said = run(*question, folder=records / "providers")
    assert said.status == 0
    assert run(*question, "-C", tmp_path, folder=tmp_path / "records").out == said.out
    assert run(*question, APQA_RECORDS=str(records)).out == said.out


@pytest.mark.parametrize(
    "question", [("check", "-C", ""), ("check", ""), ("rules", "-o", ""), ("schema", "-o", ""), ("check", "-C", " ")]
)
def test_an_empty_name_of_a_file_is_not_taken_for_none(question: tuple[str, ...]) -> None:
    said = ask(*question)
    assert said.status == 2
    assert "the name of a file or folder is empty: give one, or leave the option out" in said.err


def _completed(words: str, records: str = "") -> list[str]:
    place = str(len(words.split(" ")) - 1)
    said = run(_APQA_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=place, APQA_RECORDS=records)
    return said.out.split()


def test_completion_completes_the_ids_at_hand(tmp_path: Path) -> None:
    records = council(tmp_path)
    here = str(records)
    assert _completed("apqa check-provider ki", here) == ["kingfisher"]
    assert _completed("apqa registration ", here) == ["kingfisher"]
    assert _completed("apqa attendance-code PL", here) == ["PL-7K3QX"]
    assert _completed("apqa check-provider x", here) == []
    (records / "providers" / "a-folder.yaml").mkdir()
    for name in (".hidden", "con", "Not An Id"):
        (records / "providers" / f"{name}.yaml").write_text("name: x\n")
    assert _completed("apqa check-provider ", here) == ["kingfisher"]
    assert _completed(f"apqa check-provider -C {records} k") == ["kingfisher"]


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("apqa check prov", ["providers/", "providers/kingfisher.yaml"]),
        ("apqa check ", ["authority.yaml", "placements/", "providers/", "visits/"]),
        ("apqa check visits placements/P", ["placements/PL-7K3QX.yaml"]),
        ("apqa check-placement PL", ["PL-7K3QX"]),
        ("apqa explain lapsed-i", ["lapsed-insurance"]),
        ("apqa explain qf-2", [f"qf-2{number}" for number in range(8)]),
        ("apqa rules --clause QF-2", [f"QF-2{number}" for number in range(8)]),
        ("apqa rules --about pr", ["provider"]),
        ("apqa rules --severity b", ["breach"]),
        ("apqa schema v", ["visit"]),
        ("apqa new term", ["termly-report"]),
        ("apqa new self-assessment k", ["kingfisher/"]),
        ("apqa new termly-report 2026-27-autumn/", ["2026-27-autumn/PL-7K3QX"]),
        ("apqa new provider k", []),
        ("apqa check-provider kingfisher --if h", ["hours="]),
        ("apqa check-provider kingfisher --if hours=15,e", ["hours=15,ehcp=", "hours=15,elsewhere="]),
        ("apqa check --format js", ["json"]),
    ],
)
def test_completion_completes_files_and_words(tmp_path: Path, words: str, completed: list[str]) -> None:
    assert _completed(words, str(council(tmp_path))) == completed


def test_completion_completes_paths_from_here_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    council(tmp_path)
    (tmp_path / "rest").mkdir()
    monkeypatch.chdir(tmp_path)
    assert _completed("apqa check re")[:2] == ["records/", "records/authority.yaml"]
    assert _completed("apqa check records/vis") == ["records/visits/", "records/visits/2026-03-12-kingfisher.yaml"]


def test_completion_is_silent_where_there_are_no_records(tmp_path: Path) -> None:
    said = run(folder=tmp_path, _APQA_COMPLETE="complete_bash", COMP_WORDS="apqa check-provider k", COMP_CWORD="2")
    assert (said.out.strip(), said.err) == ("", "")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_an_old_console_gets_signs_it_has(tmp_path: Path, encoding: str) -> None:
    command = [sys.executable, "-m", "apqa", "check-provider", "kingfisher", "--on", ON, "-C", str(council(tmp_path))]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    said = done.stdout.decode(encoding)
    assert "  + met  Anti-bullying (QF-21)" in said
    assert ("£10,000,000" if encoding == "cp1252" else "GBP 10,000,000") in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check-provider", " "), "the id of the provider is empty: give one such as north-star"),
        (("check-placement", ""), "the id of the placement is empty: give one such as PL-7K3QX"),
        (("explain", ""), "the name of what to explain is empty; `apqa rules` and `apqa coverage` list what there is"),
        (("explain", "QF-222"), "to explain: did you mean QF-22? `apqa rules`"),
        (("explain", "zzzzz"), "to explain; `apqa rules`"),
        (("rules", "--clause", "QF-222"), "QF-222: did you mean QF-22? `apqa coverage` lists them"),
        (("rules", "--clause", "nought"), "there is no clause nought; `apqa coverage` lists them"),
    ],
)
def test_what_is_empty_or_unknown_is_said_with_what_there_is(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    where = {"check": ("-C", council(tmp_path), "--on", ON), "expla": ("--on", ON)}.get(arguments[0][:5], ())
    answer = ask(*arguments, *where)
    assert answer.status == 2
    assert said in answer.err


def test_a_file_where_the_records_folder_belongs_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    said = ask("check", "-C", tmp_path / "notes.txt")
    assert said.status == 3
    assert "notes.txt is a file, not a folder: name the records folder, or a folder that holds it" in said.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check-provider", "PL-7K3QX"), "PL-7K3QX is a placement: ask `apqa check-placement PL-7K3QX`"),
        (("check-placement", "kingfisher"), "kingfisher is a provider: ask `apqa check-provider kingfisher`"),
        (("registration", "PL-7K3QX"), "PL-7K3QX is a placement: ask `apqa check-placement PL-7K3QX`"),
    ],
)
def test_an_id_of_the_other_kind_leads_to_the_other_question(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    answer = ask(*arguments, "--on", ON, "-C", council(tmp_path))
    assert (answer.status, answer.err) == (2, f"apqa: {said}")


if sys.platform != "win32":
    import pexpect

    def test_what_is_wrong_with_a_record_is_wrapped_to_the_terminal(tmp_path: Path) -> None:
        records = council(tmp_path, BROKEN)
        command = ["check-provider", "kingfisher", "--on", ON, "-C", str(records)]
        child = pexpect.spawn(installed(), command, encoding="utf-8", timeout=20, env={**os.environ, "COLUMNS": "60"})
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 3
        lines = str(child.before).replace("\r", "").splitlines()
        assert max(map(len, lines)) <= 60
        assert "nothing can be said of it" in " ".join(lines)
        assert any(line.startswith("    ") for line in lines)
