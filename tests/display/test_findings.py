from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from apqa.display.findings.answer import FORMATS, Findings, show
from apqa.errors import ExitStatus
from apqa.finding import Finding, Severity
from tests.display.sample import BREACH, CONCERN, NOTHING, QUERY, SAMPLE, WAIVED, of

HEAVY = {"jinja2", "pydantic", "rich", "typer", "yaml"}


def test_findings_are_in_the_order_of_their_places_whatever_order_they_came_in() -> None:
    assert of(CONCERN, WAIVED, BREACH, QUERY).findings == (QUERY, WAIVED, BREACH, CONCERN)


def test_the_worst_come_first_and_the_waived_last() -> None:
    assert SAMPLE.worst_first == (BREACH, CONCERN, QUERY, WAIVED)
    assert (SAMPLE.standing, SAMPLE.waived) == ((QUERY, BREACH, CONCERN), (WAIVED,))


@pytest.mark.parametrize(
    ("findings", "level", "status"),
    [
        pytest.param((), Severity.ADVICE, ExitStatus.NOTHING_FOUND, id="nothing"),
        pytest.param((CONCERN,), Severity.CONCERN, ExitStatus.FOUND, id="at the level"),
        pytest.param((BREACH,), Severity.CONCERN, ExitStatus.FOUND, id="above the level"),
        pytest.param((QUERY,), Severity.CONCERN, ExitStatus.NOTHING_FOUND, id="below the level"),
        pytest.param((QUERY,), Severity.QUERY, ExitStatus.FOUND, id="the level lowered to it"),
        pytest.param((WAIVED,), Severity.ADVICE, ExitStatus.NOTHING_FOUND, id="waived"),
    ],
)
def test_a_run_fails_from_the_level_on(findings: tuple[Finding, ...], level: Severity, status: ExitStatus) -> None:
    assert replace(SAMPLE, findings=findings, level=level).exit_status is status


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_every_part_of_every_finding(form: str) -> None:
    written = FORMATS[form](SAMPLE).replace("\\[", "[").replace("\\]", "]").replace("\\|", "|").replace("%20", " ")
    for finding in SAMPLE.findings:
        parts = [finding.rule, finding.severity, finding.message, finding.place.path, finding.remedy, finding.basis]
        parts += [*finding.clauses, *(place.path for place in finding.related), finding.waived_by]
        assert [part for part in parts if part not in written] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("findings", [SAMPLE, NOTHING], ids=["some", "none"])
def test_every_format_ends_its_last_line(form: str, findings: Findings) -> None:
    written = FORMATS[form](findings)
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@pytest.mark.parametrize("form", FORMATS)
def test_a_path_that_is_not_utf_8_can_be_written_in_every_format(form: str, tmp_path: Path) -> None:
    odd = replace(BREACH, message="caf\udce9", place=replace(BREACH.place, path="caf\udce9.yaml"))
    show(of(odd), form, tmp_path / "answer")
    assert (tmp_path / "answer").read_bytes().decode()


def test_findings_behind_a_pipe_are_plain(capfd: pytest.CaptureFixture[str]) -> None:
    show(SAMPLE)
    assert capfd.readouterr().out == FORMATS["text"](SAMPLE)


def test_another_format_is_written_to_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    show(SAMPLE, "csv")
    assert capfd.readouterr().out == FORMATS["csv"](SAMPLE)


def test_findings_in_a_file_are_plain_whatever_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    show(SAMPLE, output=tmp_path / "answer.txt")
    assert (tmp_path / "answer.txt").read_text(encoding="utf-8") == FORMATS["text"](SAMPLE)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals of this sort")
@pytest.mark.parametrize("columns", [80, 120])
def test_findings_in_a_real_terminal_are_coloured_and_fit_it(columns: int) -> None:
    seen = _in_a_terminal("from tests.display.sample import SAMPLE; show(SAMPLE)", columns)
    plain = [_without_colour(line) for line in seen.splitlines()]
    assert "\x1b[1;31mbreach\x1b[0m" in seen
    assert "[bold]1AA[/bold]" in seen
    assert max(map(len, plain)) <= columns
    assert max(map(len, plain)) > columns - 20


def _in_a_terminal(program: str, columns: int) -> str:
    import pexpect

    screen = pexpect.spawn(
        sys.executable,
        ["-c", f"from apqa.display.findings.answer import show; {program}"],
        cwd=str(Path(__file__).parents[2]),
        env=dict(os.environ),  # readline, which pytest imports, puts a COLUMNS of its own behind Python's back
        dimensions=(50, columns),
        encoding="utf-8",
    )
    seen = screen.read()
    screen.close()
    assert screen.exitstatus == 0
    return seen


def _without_colour(line: str) -> str:
    import re

    return re.sub(r"\x1b\[[\d;]*m", "", line)


def test_importing_the_formats_imports_nothing_heavy() -> None:
    program = (
        "import sys, apqa.display.findings.answer, apqa.display.table;"
        f"print(*({HEAVY!r} & {{name.split('.')[0] for name in sys.modules}}))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
