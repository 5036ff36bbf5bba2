"""Every command is helped, in plain sentences, with an example."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import pytest

from apqa import __version__
from apqa.cli.commands import COMMANDS
from tests.cli.asking import ask, run

if TYPE_CHECKING:
    from apqa.cli.commands import Listed

NAMES = [command.name for command in COMMANDS]
FORMS = [command.name for command in COMMANDS if command.heading == "Forms"]
FINDS_NOTHING = [*FORMS, "outcomes", "directory", "provider", "applications", "notify"]
"""Forms, sums, what is published, applications, notices and the page of a provider: nothing in them has a severity."""
OF_RECORDS = [command.name for command in COMMANDS if command.heading != "Keeping records"]


def test_the_help_lists_every_command_under_its_heading() -> None:
    said = ask("--help").out
    headings = list(dict.fromkeys(command.heading for command in COMMANDS))
    assert [said.index(f"\n{heading}:\n") for heading in headings] == sorted(
        said.index(f"\n{heading}:\n") for heading in headings
    )
    for name in NAMES:
        assert re.search(rf"^  {name} +[A-Z].*", said, re.MULTILINE), name


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_helped_in_sentences_and_by_an_example(name: str) -> None:
    said = ask(name, "-h")
    assert said.status == 0
    assert f"Usage: apqa {name} " in said.out
    first = said.out.splitlines()[2].strip()
    assert first[0].isupper()
    assert f"\n  Example: apqa {name}" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("listed", COMMANDS, ids=NAMES)
def test_the_list_says_what_the_command_says_of_itself(listed: Listed) -> None:
    first = (inspect.getdoc(listed.function) or "").partition("\n\n")[0]
    assert listed.summary == " ".join(first.split())
    assert listed.example.startswith(f"apqa {listed.name}")


FOLDERS = {"dashboard": {"--format", "--output", "--level"}}
"""What makes a folder has one form, is told where by its argument, and finds nothing; the options it has no use for."""


@pytest.mark.parametrize("name", OF_RECORDS)
@pytest.mark.parametrize("option", ["--on", "--records", "--format", "--output", "--level", "--quiet", "--debug"])
def test_every_question_to_the_records_has_the_options_of_all(name: str, option: str) -> None:
    if option not in FOLDERS.get(name, ()) and (option != "--level" or name not in FINDS_NOTHING):
        assert option in ask(name, "--help").out


@pytest.mark.parametrize("question", [("rules",), ("coverage",), ("explain", "lapsed-insurance")])
def test_the_day_asked_about_is_in_every_answer(question: tuple[str, ...]) -> None:
    assert " on 2026-11-03" in ask(*question, "--on", "2026-11-03").out
    assert " on 2026-11-03" in ask(*question, "--on", "2026-11-03", "-f", "markdown").out
    assert ask(*question, "--on", "2026-11-03", "-f", "json").answer["on"] == "2026-11-03"
    assert ask(*question, "-f", "json").answer["on"] is None


@pytest.mark.parametrize("question", [("--help",), ("check-provider", "--help")])
@pytest.mark.parametrize("columns", [34, 40, 51])
def test_the_help_fits_into_a_narrow_terminal(question: tuple[str, ...], columns: int) -> None:
    said = run(*question, COLUMNS=str(columns)).out.partition("\nArguments:")[0]
    assert max(map(len, said.splitlines())) <= columns


def test_the_version() -> None:
    assert ask("--version").out == f"apqa {__version__}\n"


def test_a_command_that_is_misspelt_suggests_the_nearest() -> None:
    said = ask("check-providr")
    assert said.status == 2
    assert "Did you mean 'check-provider'" in said.err


def test_no_command_shows_the_help() -> None:
    said = ask()
    assert "Before a placement:" in said.out + said.err
