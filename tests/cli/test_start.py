"""What a run loads and opens: counts, which no busy machine can bend."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from apqa.cli.commands import COMMANDS
from tests.cli.small_council import ON, council

HEAVY = {"pydantic", "rich", "yaml", "jinja2", "git"}
EXAMPLE = Path(__file__).resolve().parents[2] / "records"

WITNESS = """
import json, os, runpy, sys
opened, compiled = [], []
def hear(event, args):
    if event == "open":
        opened.append(str(args[0]))
    elif event == "compile":
        compiled.append(event)
sys.addaudithook(hear)
sys.argv = ["apqa", *json.loads(sys.argv[1])]
try:
    runpy.run_module("apqa", run_name="__main__")
except SystemExit:
    pass
print(json.dumps([sorted(sys.modules), opened, len(compiled)]), file=sys.stderr)
"""


@dataclass(frozen=True)
class Seen:
    """What was loaded and opened by the end of a run."""

    modules: set[str]
    opened: list[str]
    compiled: int
    """How many texts were compiled: not the modules, which are kept compiled."""

    @property
    def heavy(self) -> set[str]:
        return self.modules & HEAVY

    @property
    def own(self) -> set[str]:
        """Name the modules of apqa, without its packages."""
        return {name for name in self.modules if name.startswith("apqa.") and not name.endswith(".__main__")}

    @property
    def records(self) -> list[str]:
        """Name the opened files of the worked example, below its folder."""
        inside = (Path(path) for path in self.opened if path.startswith(str(EXAMPLE)))
        return [path.relative_to(EXAMPLE).as_posix() for path in inside if path.suffix]


def seen(*arguments: object) -> Seen:
    """Run apqa in a Python of its own."""
    command = [sys.executable, "-c", WITNESS, json.dumps([str(each) for each in arguments])]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout
    modules, opened, compiled = json.loads(done.stderr)
    return Seen(set(modules), opened, compiled)


@pytest.fixture(scope="module")
def checked() -> Seen:
    """Check a provider of the worked example."""
    return seen("check-provider", "harbour-loft", "--on", "2026-11-23", "-C", EXAMPLE)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check-provider", "--help"), ("check", "-h")])
def test_help_and_version_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert seen(*arguments).heavy == set()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_piped_answer_loads_nothing_for_looks(tmp_path: Path, form: str) -> None:
    records = council(tmp_path)
    assert seen("check-provider", "kingfisher", "--on", ON, "-C", records, "-f", form).heavy <= {"pydantic", "yaml"}


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_the_list_of_commands_loads_none_of_them(argument: str) -> None:
    loaded = seen(argument).own
    assert loaded.isdisjoint(f"apqa.cli.{each.name.replace('-', '_')}" for each in COMMANDS)
    assert len(loaded) <= 12


def test_a_command_loads_no_other(checked: Seen) -> None:
    commands = {f"apqa.cli.{each.name.replace('-', '_')}" for each in COMMANDS}
    assert checked.own & commands == {"apqa.cli.check_provider"}


def test_the_check_of_a_provider_loads_what_it_asks_and_shows_alone(checked: Seen) -> None:
    shown = {name for name in checked.own if name.startswith("apqa.display.provider_check.")}
    forms = {name for name in shown if name.endswith((".text", ".json", ".csv", ".markdown"))}
    assert forms == {"apqa.display.provider_check.text"}
    assert checked.own.isdisjoint({"apqa.rules", "apqa.forms", "apqa.questions.checks.draft"})
    assert "apqa.records.termly_report" not in checked.own
    assert len(checked.own) <= 118


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="dataclasses and type hints are made another way there")
def test_little_is_written_as_text_and_compiled(checked: Seen) -> None:
    """Of thirteen hundred texts, what nobody calls or evaluates is not compiled."""
    assert checked.compiled < 330


INTERRUPTED = """
import json, os, runpy, signal, sys
wanted = sys.argv[2]
def hear(event, args):
    if event == "import" and args[0] == wanted:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(hear)
sys.argv = ["apqa", *json.loads(sys.argv[1])]
runpy.run_module("apqa", run_name="__main__")
"""


def interrupted(loading: str) -> tuple[int, str, str]:
    """Check a provider of the worked example, with Ctrl+C pressed when a module is about to be loaded."""
    question = ["check-provider", "harbour-loft", "--on", "2026-11-23", "-C", str(EXAMPLE)]
    command = [sys.executable, "-c", INTERRUPTED, json.dumps(question), loading]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there, a signal sent to oneself ends the program")
@pytest.mark.parametrize(
    "loading",
    [
        "apqa.cli.start",
        "apqa.cli.door",
        "apqa.cli.app",
        "typer.core",
        "apqa.cli.completing",
        "pydantic",
        "apqa.questions.situation",
        "apqa.questions.checks.verdict",
    ],
)
def test_ctrl_c_while_it_loads_stops_it_without_a_traceback(loading: str) -> None:
    assert interrupted(loading) == (130, "", "apqa: stopped\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there, a signal sent to oneself ends the program")
def test_ctrl_c_before_it_is_listened_for_stops_it_without_a_word() -> None:
    assert interrupted("apqa.cli.stopping") == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there, a signal sent to oneself ends the program")
def test_who_is_not_to_hear_ctrl_c_does_not() -> None:
    deaf = INTERRUPTED.replace("wanted =", "signal.signal(signal.SIGINT, signal.SIG_IGN); wanted =")
    command = [sys.executable, "-c", deaf, json.dumps(["--version"]), "apqa.cli.app"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.startswith("apqa ")


LATE = """
from apqa.cli import start
start.make_methods_of_dataclasses_late()
start.leave_hints_as_text()
from dataclasses import FrozenInstanceError, dataclass
from typing import ForwardRef, NamedTuple, get_type_hints

@dataclass(frozen=True, slots=True)
class Spot:
    line: int
    column: "int | None" = None

@dataclass(frozen=True, slots=True)
class Named(Spot):
    name: str = "here"

class Pair(NamedTuple):
    first: "list[Spot]"

assert Spot(1) == Spot(1) != Spot(1, 2) and Spot(1) != Named(1), "equal by value and class"
assert len({Spot(1), Spot(1), Spot(2), Named(1)}) == 3, "hashed by value"
assert [repr(each) for each in (Spot(1), Named(2, 3))] == [
    "Spot(line=1, column=None)", "Named(line=2, column=3, name='here')"]
assert (Named(1).column, Named(column=3, line=2).column) == (None, 3), "made with and without names"
try:
    Spot()
except TypeError as error:
    assert "missing 1 required positional argument: 'line'" in str(error)
assert Spot.__init__.__code__.co_varnames == ("self", "line", "column"), "once called, it is the real one"
assert Spot.__eq__.__qualname__ == "Spot.__eq__" and Named.__hash__.__name__ == "__hash__"
for change in (lambda: setattr(Spot(1), "line", 2), lambda: delattr(Named(1), "name")):
    try:
        change()
    except FrozenInstanceError:
        continue
    raise AssertionError("frozen")
assert get_type_hints(Pair) == {"first": list[Spot]}
assert get_type_hints(Spot)["column"] == int | None
print("as ever")
"""


def test_what_is_made_late_does_what_it_did() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.split() == ["as", "ever"]


def test_pydantic_is_not_let_look_for_plugins(checked: Seen) -> None:
    assert checked.modules.isdisjoint({"importlib.metadata", "email", "zipfile"})


SELDOM = """
import sys
from apqa.cli import start
start.without_what_is_seldom_used()
import base64, platform, secrets, shutil, subprocess, zlib
assert {"_bz2", "random", "selectors"}.isdisjoint(sys.modules), "the import asks nothing of them"
assert base64.b64decode("YXMgZXZlcg==") == b"as ever"
assert zlib.decompress(zlib.compress(b"as ever")) == b"as ever" and platform.system()
assert any(name == "gztar" for name, _ in shutil.get_archive_formats())
assert len(secrets.token_hex(4)) == 8 and secrets.choice([1]) == 1
from subprocess import run
assert run is subprocess.run is sys.modules["subprocess"].run, "one and the same, however it is asked"
try:
    subprocess.nothing
except AttributeError as error:
    assert "nothing" in str(error)
done = run([sys.executable, "-c", "print('as ever')"], capture_output=True, encoding="utf-8")
print(done.stdout)
"""


def test_what_is_seldom_used_is_loaded_when_it_is(checked: Seen) -> None:
    assert checked.modules.isdisjoint({"random", "hashlib", "selectors", "_bz2", "_lzma"})
    done = subprocess.run([sys.executable, "-c", SELDOM], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.split() == ["as", "ever"]


def test_whatever_else_pydantic_may_ask_about_plugins_it_answers_itself() -> None:
    asked = (
        "from apqa.cli import start\n"
        "start.without_plugins()\n"
        "import sys\n"
        "assert sys.modules['pydantic.plugin._loader'].__spec__ is None\n"
        "from pydantic.plugin._loader import get_plugins\n"
        "print(len(get_plugins()))\n"
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP\n"
        "print(PYDANTIC_ENTRY_POINT_GROUP)\n"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.split() == ["0", "pydantic"]


def test_the_check_of_a_provider_opens_what_is_about_it_alone(checked: Seen) -> None:
    """Who a placement or a waiver is about stands inside, so all of these are looked into.

    A self-assessment may declare pupils, and registration hangs on them.
    """
    named = {path for path in checked.records if not path.startswith(("placements/", "waivers/"))}
    visits = {path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.glob("visits/*-harbour-loft.yaml")}
    assessments = {f"self-assessments/harbour-loft/{year}.yaml" for year in ("2024-25", "2025-26")}
    assert named == {"authority.yaml", "providers/harbour-loft.yaml", *visits, *assessments}
    assert max(map(checked.records.count, checked.records)) <= 2
