"""The door: statuses, sentences, and what a run loads."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest

from apqa.cli.door import guarded
from apqa.errors import ApqaError, UnreadableRecordsError, UsageError
from tests.cli.asking import ask, run
from tests.cli.small_council import ON, council

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("pydantic", "rich", "yaml", "jinja2", "git")


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (UsageError("say which"), 2, "apqa: say which\n"),
        (UnreadableRecordsError("not there"), 3, "apqa: not there\n"),
        (ApqaError("disk full"), 4, "apqa: disk full\n"),
        (SystemExit(1), 1, ""),
        (SystemExit(), 0, ""),
        (SystemExit("said"), 1, ""),
        (KeyboardInterrupt(), 130, "apqa: stopped\n"),
    ],
)
def test_an_error_becomes_a_sentence_and_a_status(
    capsys: pytest.CaptureFixture[str], error: BaseException, status: int, sentence: str
) -> None:
    def fails() -> NoReturn:
        raise error

    assert guarded(fails) == status
    assert capsys.readouterr() == ("", sentence)


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


@pytest.mark.parametrize("day", ["2026-13-01", "2026-02-30", "1.9.2026", "tomorrow", "20260901", ""])
def test_a_day_that_is_none_is_said_in_one_sentence(tmp_path: Path, day: str) -> None:
    said = ask("check", "--on", day, "-C", council(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert said.err == f"apqa: '{day}' is not a day: write year-month-day, such as 2026-09-01"


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


def _loaded(*arguments: str) -> set[str]:
    """Run the program and answer which heavy libraries it has loaded at the end."""
    code = (
        "import runpy, sys\n"
        f"sys.argv = ['apqa', *{list(arguments)!r}]\n"
        "try:\n    runpy.run_module('apqa', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check-provider", "--help"), ("check", "-h")])
def test_help_and_version_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert _loaded(*arguments) == set()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_piped_answer_loads_nothing_for_looks(tmp_path: Path, form: str) -> None:
    records = str(council(tmp_path))
    assert _loaded("check-provider", "kingfisher", "--on", ON, "-C", records, "-f", form) <= {"pydantic", "yaml"}


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
    assert _completed(f"apqa check-provider -C {records} k") == ["kingfisher"]


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
