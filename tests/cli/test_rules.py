"""`apqa rules`."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from apqa.cli.rules import every_rule
from apqa.display.answer import Header
from apqa.display.rules import RulesAnswer, family, family_title, text_rules
from apqa.reading.faults import READING_RULES
from apqa.rules import RULES
from tests.cli.asking import ask

EVERY = [*RULES, *READING_RULES]


def _named(*arguments: str) -> list[str]:
    return [each["rule"] for each in ask("rules", "-f", "json", *arguments).answer["rules"]]


def test_every_rule_is_listed_in_the_order_of_the_documentation() -> None:
    assert _named() == list(dict.fromkeys(rule.name for rule in EVERY))


@pytest.mark.parametrize("form", ["text", "markdown", "csv"])
def test_every_rule_is_in_every_form(form: str) -> None:
    said = ask("rules", "-f", form).out
    assert [rule.name for rule in EVERY if rule.name not in said] == []


def test_csv_has_one_line_for_each() -> None:
    rows = list(csv.DictReader(StringIO(ask("rules", "-f", "csv").out)))
    assert [row["rule"] for row in rows] == _named()
    assert {row["law"] for row in rows} == {"yes", "no"}


def test_only_those_behind_a_clause() -> None:
    assert set(_named("--clause", "qf-27")) == {rule.name for rule in RULES if "QF-27" in rule.clauses}


def test_only_those_of_a_severity() -> None:
    assert set(_named("--severity", "advice")) == {rule.name for rule in EVERY if rule.severity.value == "advice"}


def test_only_those_about_a_kind_of_record() -> None:
    assert set(_named("--about", "termly-report")) == {rule.name for rule in RULES if rule.about == "termly report"}


def test_filters_add_up() -> None:
    found = set(_named("--about", "provider", "--clause", "QF-22", "--severity", "breach"))
    assert found
    assert found == {
        rule.name
        for rule in RULES
        if rule.about == "provider" and "QF-22" in rule.clauses and rule.severity.value == "breach"
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--clause", "QF-222"), "there is no clause QF-222: did you mean QF-22?"),
        (("--about", "providr"), "there is no kind of record providr: did you mean provider?"),
        (("--about", "zebra"), "it is one of authority, calendar"),
    ],
)
def test_an_unknown_filter_is_refused(arguments: tuple[str, str], said: str) -> None:
    answer = ask("rules", *arguments)
    assert answer.status == 2
    assert said in answer.err


def test_every_family_has_a_heading() -> None:
    titles = {family_title(family(rule)) for rule in EVERY}
    assert "Reading the files" in titles
    assert all(title[0].isupper() for title in titles)


def test_one_rule_is_counted_as_one() -> None:
    assert "1 rule. More about one" in ask("rules", "--clause", "QF-90", "--severity", "advice").out


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_of_the_list_is_wider_than_the_terminal(width: int) -> None:
    header = Header(version="0", command="rules")
    assert max(map(len, text_rules(RulesAnswer(header, every_rule()), width=width).splitlines())) <= width
