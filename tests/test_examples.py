"""The catalogue of findings: for each rule a folder that breaks it, the exact words, and what puts it right.

See `tests/examples/README.md` for what lies in a folder. `pytest --update` writes what apqa says now.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apqa import __version__
from apqa.cli.counting import counted
from apqa.cli.opening import Opened
from apqa.display.answer import Header
from apqa.display.findings.answer import FORMATS, Findings
from apqa.errors import ExitStatus
from apqa.questions.situation import Situation
from apqa.reading.faults import READING_RULES
from apqa.reading.folder import DiskFolder
from apqa.reading.limits import LIMITS
from apqa.reading.loader import Library
from apqa.rules import RULES
from apqa.rules.run import findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.finding import Finding

EXAMPLES = Path(__file__).parent / "examples"
FOLDERS = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
RULES_BY_NAME = {rule.name: rule for rule in (*READING_RULES, *RULES)}

ABOUT_FILES = {
    "bad-file-name",
    "clashing-file-name",
    "file-too-large",
    "link-leaves-folder",
    "not-a-regular-file",
    "reserved-file-name",
    "stray-file",
    "unreadable-file",
    "yml-file",
}
"""Rules about a file as a whole, which have no line."""

AS_TYPED = (
    ("lapsed-insurance", ExitStatus.FOUND),
    ("others-not-told", ExitStatus.NOTHING_FOUND),  # a query, which fails no run
    ("no-calendar", ExitStatus.NOTHING_FOUND),  # advice
    ("eotas-is-not-alternative-provision", ExitStatus.NOTHING_FOUND),
    ("unknown-key", ExitStatus.UNREADABLE),
    ("yml-file", ExitStatus.UNREADABLE),
)
"""Examples that are asked by the command too, and the exit status it leaves."""


@dataclass(frozen=True)
class Example:
    """One folder of the catalogue."""

    folder: Path
    shop: Path
    """An empty folder in which copies can be made."""

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def day(self) -> date:
        return date.fromisoformat((self.folder / "day.txt").read_text(encoding="utf-8").strip())

    @property
    def expected(self) -> Path:
        return self.folder / "expected.txt"

    @property
    def also(self) -> set[str]:
        """Answer the other rules it breaks."""
        file = self.folder / "also.txt"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        assert all(line.partition(": ")[2] for line in lines), f"{file} gives no reason"
        return {line.partition(": ")[0] for line in lines}

    def broken(self) -> Path:
        """Answer the records folder that breaks the rule; what git cannot hold is made in a copy."""
        if self.name not in MAKERS:
            return self.folder / "records"
        copy = self._copy("broken")
        try:
            MAKERS[self.name](copy)
        except OSError as error:
            pytest.skip(f"this computer cannot hold the example: {error}")
        return copy

    def mended(self) -> Path:
        """Answer the records folder with the fault put right."""
        copy = self._copy("mended")
        overlay = self.folder / "mended"
        if self.name in MAKERS:
            assert not overlay.exists(), "its records are in order until the fault is made"
            return copy
        removed = overlay / "removed.txt"
        for path in removed.read_text(encoding="utf-8").splitlines() if removed.exists() else []:
            (copy / path).unlink()
        shutil.copytree(overlay, copy, ignore=shutil.ignore_patterns("removed.txt"), dirs_exist_ok=True)
        return copy

    def _copy(self, name: str) -> Path:
        copy = self.shop / name
        shutil.copytree(self.folder / "records", copy)
        return copy


def checked(records: Path, on: date) -> Findings:
    """Do what `apqa check` does."""
    library = Library(DiskFolder(records))
    situation = Situation(library.records, on)
    library.read_all()
    found = (*library.findings(), *findings(situation, library.place))
    return Findings(Header(__version__, "check", on), found, counts=counted(Opened(records, library, situation), []))


def reported(example: Example, records: Path) -> list[Finding]:
    """Answer what stands of the example's own rule."""
    return [finding for finding in checked(records, example.day).standing if finding.rule == example.name]


PROVIDER, WAIVER = "providers/tannery-yard.yaml", "waivers/tannery-yard-visit.yaml"


def _saved_as(encoding: str) -> Callable[[Path], None]:
    def make(records: Path) -> None:
        file = records / PROVIDER
        file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))

    return make


def _replaced(old: str, new: str) -> Callable[[Path], None]:
    def make(records: Path) -> None:
        file = records / PROVIDER
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")

    return make


def _pasted(records: Path) -> None:
    with (records / PROVIDER).open("a", encoding="utf-8") as file:
        file.write("# " + "a scanned certificate " * (LIMITS.file_size // 20) + "\n")


def _linked_outside(records: Path) -> None:
    outside = records.parent / "outside.yaml"
    outside.write_text("rule: provider-not-visited\n", encoding="utf-8")
    _link(records, outside)


def _linked_nowhere(records: Path) -> None:
    _link(records, Path("tannery-yard-visit-2025.yaml"))


def _link(records: Path, target: Path) -> None:
    (records / WAIVER).parent.mkdir()
    (records / WAIVER).symlink_to(target)


def _piped(records: Path) -> None:
    if sys.platform == "win32":
        raise OSError("there are no pipes in its folders")
    (records / WAIVER).parent.mkdir()
    os.mkfifo(records / WAIVER)


def _twice(records: Path) -> None:
    if (records / "templates/Note.md").exists():
        raise OSError("it does not tell small letters from capitals")
    shutil.copy(records / "templates/note.md", records / "templates/Note.md")


def _reserved(records: Path) -> None:
    shutil.copy(records / PROVIDER, records / "providers/aux.yaml")


MAKERS: dict[str, Callable[[Path], None]] = {
    "not-utf-8": _saved_as("cp1252"),
    "utf-16-file": _saved_as("utf-16"),
    "control-character": _replaced("Tannery", "Tan\N{ZERO WIDTH SPACE}nery"),
    "hidden-direction-character": _replaced("Tannery", "\N{RIGHT-TO-LEFT OVERRIDE}Tannery"),
    "file-too-large": _pasted,
    "link-leaves-folder": _linked_outside,
    "not-a-regular-file": _piped,
    "unreadable-file": _linked_nowhere,
    "clashing-file-name": _twice,
    "reserved-file-name": _reserved,
}
"""What git or another computer cannot hold, or what nobody would see: made in a copy of the folder's records."""


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Example:
    return Example(request.param, tmp_path)


def test_every_rule_has_an_example_and_every_example_is_of_a_rule() -> None:
    assert {folder.name for folder in FOLDERS} == RULES_BY_NAME.keys()


def test_what_is_made_is_told_in_its_folder() -> None:
    assert {folder.name for folder in FOLDERS if (folder / "made.txt").exists()} == MAKERS.keys()


def test_apqa_says_exactly_this(example: Example, update: bool) -> None:
    said = FORMATS["text"](checked(example.broken(), example.day))
    if update:
        example.expected.write_bytes(said.encode())
    assert said == example.expected.read_bytes().decode()


def test_the_rule_is_reported_where_the_fault_stands(example: Example) -> None:
    places = [finding.place for finding in reported(example, example.broken())]
    assert places
    assert all((place.line > 0 and place.column > 0) is (example.name not in ABOUT_FILES) for place in places)


def test_nothing_else_is_wrong_but_what_is_said_to_be(example: Example) -> None:
    others = {finding.rule for finding in checked(example.broken(), example.day).findings} - {example.name}
    assert others == example.also


def test_it_is_not_reported_once_it_is_mended(example: Example) -> None:
    assert reported(example, example.mended()) == []


@pytest.mark.parametrize(("name", "status"), AS_TYPED)
def test_the_command_says_the_same(name: str, status: ExitStatus) -> None:
    folder = EXAMPLES / name
    day = (folder / "day.txt").read_text(encoding="utf-8").strip()
    command = [sys.executable, "-m", "apqa", "check", "--on", day, "--records", "."]
    ran = subprocess.run(command, cwd=folder / "records", capture_output=True, check=False)
    assert ran.stdout == (folder / "expected.txt").read_bytes()
    assert ran.returncode == status
