"""`apqa coverage`."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from apqa.cli.coverage import commands_there_are
from apqa.display.answer import Header
from apqa.display.coverage import CoverageAnswer, text_coverage
from apqa.forms.shipped import shipped_files
from apqa.guidance.clauses import clauses
from apqa.questions.coverage import coverage
from apqa.reading.faults import READING_RULES
from apqa.rules import RULES
from tests.cli.asking import ask

EVERY = [one.id for one in clauses()]


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "json"])
def test_every_clause_is_in_every_form(form: str) -> None:
    said = ask("coverage", "-f", form)
    assert said.status == 0
    assert [each for each in EVERY if each not in said.out] == []


def test_json_says_what_covers_a_clause() -> None:
    answer = ask("coverage", "-f", "json").answer
    by_clause = {each["clause"]: each for each in answer["clauses"]}
    assert answer["not_covered"] == []
    assert "lapsed-insurance" in by_clause["QF-22"]["rules"]
    assert by_clause["QF-16"]["judged_by_person"]["field"] == "placement: plan.suitability"
    assert by_clause["QF-16"]["covered"] == "judged"


def test_a_command_to_come_covers_nothing_and_is_named() -> None:
    by_clause = {each["clause"]: each for each in ask("coverage", "-f", "json").answer["clauses"]}
    coming = {name for each in by_clause.values() for name in each["to_come"]}
    assert coming.isdisjoint({"check", "check-provider", "new", "init", "schema"})
    assert all(each["covered"] != "covered" for each in by_clause.values() if each["to_come"])


def test_a_clause_that_nothing_covers_fails_and_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("apqa.rules.RULES", ())
    said = ask("coverage")
    assert said.status == 1
    assert "Not covered: QF-01" in said.out
    assert ask("coverage", "-f", "json").answer["not_covered"][0] == "QF-01"


def test_csv_has_one_line_for_each_clause() -> None:
    rows = list(csv.DictReader(StringIO(ask("coverage", "-f", "csv").out)))
    assert [row["clause"] for row in rows] == EVERY


def test_very_many_rules_are_counted_in_text() -> None:
    assert "see `apqa rules --clause QF-90`" in ask("coverage").out


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    found = coverage((*RULES, *READING_RULES), commands_there_are(), shipped_files())
    said = text_coverage(CoverageAnswer(Header(version="0", command="coverage"), found), width=width)
    assert max(map(len, said.splitlines())) <= width
