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
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
sys.argv = ["apqa", *json.loads(sys.argv[1])]
try:
    runpy.run_module("apqa", run_name="__main__")
except SystemExit:
    pass
print(json.dumps([sorted(sys.modules), opened]), file=sys.stderr)
"""


@dataclass(frozen=True)
class Seen:
    """What was loaded and opened by the end of a run."""

    modules: set[str]
    opened: list[str]

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
    modules, opened = json.loads(done.stderr)
    return Seen(set(modules), opened)


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
    assert checked.own.isdisjoint({"apqa.records.termly_report", "apqa.records.self_assessment"})
    assert len(checked.own) <= 100


def test_pydantic_is_not_let_look_for_plugins(checked: Seen) -> None:
    assert checked.modules.isdisjoint({"importlib.metadata", "email", "zipfile"})


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
    """Who a placement or a waiver is about stands inside, so all of these are looked into."""
    named = {path for path in checked.records if not path.startswith(("placements/", "waivers/"))}
    visits = {path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.glob("visits/*-harbour-loft.yaml")}
    assert named == {"authority.yaml", "providers/harbour-loft.yaml", *visits}
    assert max(map(checked.records.count, checked.records)) <= 2
