from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from apqa.display import terminal
from apqa.display.lines import Piece


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8", *, seen: bool = True) -> None:
        self.bytes = io.BytesIO()
        self.seen = seen
        super().__init__(self.bytes, encoding=encoding, newline="\r\n")

    def isatty(self) -> bool:
        return self.seen


def _screen(monkeypatch: pytest.MonkeyPatch, encoding: str = "utf-8", *, seen: bool = True) -> Screen:
    """Put a screen in the place of stdout, which pytest sets anew before each test is called."""
    stream = Screen(encoding, seen=seen)
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


def test_a_closed_or_missing_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not terminal.is_terminal(stream)
    assert not terminal.is_terminal(None)


@pytest.mark.parametrize(
    ("environment", "seen", "wanted"),
    [
        pytest.param({}, True, True, id="terminal"),
        pytest.param({}, False, False, id="pipe"),
        pytest.param({"NO_COLOR": "1"}, True, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, True, id="empty NO_COLOR says nothing"),
        pytest.param({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False, id="no wins over force"),
        pytest.param({"FORCE_COLOR": "1"}, False, True, id="FORCE_COLOR"),
        pytest.param({"FORCE_COLOR": "0"}, False, False, id="FORCE_COLOR=0 forces nothing"),
        pytest.param({"TERM": "dumb"}, True, False, id="dumb terminal"),
    ],
)
def test_colour_is_for_terminals_unless_the_user_says_other(
    environment: dict[str, str], seen: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _screen(monkeypatch, seen=seen)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal.wants_colour() is wanted


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("0", 80), ("wide", 80), ("", 80)])
def test_the_width_is_what_the_surroundings_say_or_eighty(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _screen(monkeypatch)
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal.width() == width


def test_painting_without_colour_leaves_only_the_text() -> None:
    lines = [(Piece("a", "breach"), Piece(" b")), ()]
    assert terminal.painted(lines, colour=False) == "a b\n\n"


def test_painting_reads_no_markup_in_the_text() -> None:
    painted = terminal.painted([(Piece("[bold]x[/bold]", "breach"),)], colour=True)
    assert painted == "\x1b[1;31m[bold]x[/bold]\x1b[0m\n"


@pytest.mark.parametrize("style", terminal.STYLES)
def test_every_style_can_be_painted(style: str) -> None:
    assert "word" in terminal.painted([(Piece("word", style),)], colour=True)


def test_an_answer_on_stdout_has_lf_and_no_carriage_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    terminal.write("one\ntwo\n")
    assert screen.bytes.getvalue() == b"one\ntwo\n"


def test_a_terminal_gets_the_characters_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch, "cp1252")
    terminal.write("✓ £5m …\n")
    assert screen.bytes.getvalue() == "yes £5m …\n".encode("cp1252")
    assert terminal.can_show("£")
    assert not terminal.can_show("✓")


def test_a_program_behind_a_pipe_gets_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch, "cp1252", seen=False)
    terminal.write("✓\n")
    assert screen.bytes.getvalue() == "✓\n".encode()


def test_an_encoding_the_user_chose_for_pipes_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch, "cp1252", seen=False)
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    terminal.write("£ →\n")
    assert screen.bytes.getvalue() == "£ ->\n".encode("cp1252")


def test_a_stream_of_text_alone_is_written_to_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    terminal.write("caf\udce9\n")
    assert stream.getvalue() == "caf\\udce9\n"


def test_talk_goes_to_stderr_and_not_at_all_when_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    terminal.say("reading 241 files\n\x1b[2J")
    terminal.say("reading again", quiet=True)
    seen = capfd.readouterr()
    assert (seen.out, seen.err) == ("", "reading 241 files\n\\x1b[2J\n")


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        pytest.param(False, "  move .github\n  workflows/apqa.yml\n  there\n\nyes\n", id="between-words"),
        pytest.param(True, "  move .github workflows/apqa.yml there\n\nyes\n", id="to-be-copied"),
    ],
)
def test_talk_in_a_terminal_is_broken_between_words(monkeypatch: pytest.MonkeyPatch, whole: bool, said: str) -> None:
    stream = Screen()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "22")
    terminal.say("  move .github workflows/apqa.yml there\n\nyes", whole=whole)
    assert stream.bytes.getvalue().decode() == said


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way on Windows")
def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    program = "from apqa.display.terminal import write\nfor _ in range(9): write('line\\n' * 100_000)"
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"line\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way on Windows")
def test_a_broken_pipe_is_quiet_to_the_last_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        terminal.write("nobody reads this\n")
        terminal.write("nor this\n")


def test_a_full_disk_is_not_taken_for_a_reader_that_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(OSError, match="No space left"):
        terminal.write("x\n")


def test_an_older_windows_console_gets_its_colours_through_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _screen(monkeypatch)
    monkeypatch.setattr(terminal, "_WINDOWS", True)
    sent = "\x1b[1;31mbreach\x1b[0m [bold] " + "long " * 40 + "\nnext\n"
    terminal.write(sent)
    screen.flush()
    shown = screen.bytes.getvalue().decode().replace("\r\n", "\n")
    assert "[bold]" in shown
    assert shown.count("\n") == 2
