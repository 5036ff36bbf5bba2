"""The framework, clause by clause: all of it there, and citing nothing that is not."""

from __future__ import annotations

import re

import pytest

from apqa.cli.commands import COMMANDS
from apqa.forms.shipped import shipped_files
from apqa.guidance.clauses import Clause, clause, clauses
from apqa.questions.coverage import Covered, coverage
from apqa.reading.faults import READING_RULES
from apqa.records.kinds import kind_named
from apqa.records.schema.shapes import type_at
from apqa.rules import RULES

EVERY = [
    *(
        f"QF-{number:02}"
        for first, last in ((1, 8), (10, 16), (20, 27), (30, 39), (40, 43), (50, 59))
        for number in range(first, last + 1)
    ),
    *("QF-A", "QF-B", "QF-C"),
    *("QF-90", "QF-91", "QF-92", "QF-93"),
]
COMING = {
    "note-of-visit", "self-assessment --blank", "outcomes",
    "visits", "escalation", "notify", "directory",
    "history", "review",
}  # fmt: skip
"""Commands that the design names and that are still to come."""

each_clause = pytest.mark.parametrize("one", clauses(), ids=lambda one: one.id)


def test_every_clause_is_there_in_the_framework_s_order() -> None:
    assert [each.id for each in clauses()] == EVERY


def _sources(one: Clause) -> list[str]:
    judged = one.judged_by_person
    return [*one.fields, *([judged.field] if judged else [])]


@each_clause
def test_the_fields_a_clause_names_are_fields_of_the_records(one: Clause) -> None:
    for source in _sources(one):
        name, way = re.fullmatch(r"([a-z -]+): ([a-z_.]+)", source).groups()  # type: ignore[union-attr]  # fails if none
        kind = kind_named(name.replace(" ", "-"))
        assert kind, source
        assert type_at(kind.model, way.split(".")), source


def test_a_way_that_leads_nowhere_is_noticed() -> None:
    provider = kind_named("provider")
    assert provider
    with pytest.raises(KeyError, match="colour"):
        type_at(provider.model, ["offer", "colour"])
    with pytest.raises(KeyError, match="further"):
        type_at(provider.model, ["name", "further"])


@each_clause
def test_the_files_a_clause_names_are_shipped(one: Clause) -> None:
    assert set(one.files) <= shipped_files()


@each_clause
def test_the_commands_a_clause_names_are_there_or_known_to_come(one: Clause) -> None:
    assert set(one.commands) <= {listed.name for listed in COMMANDS} | COMING


@pytest.mark.parametrize("rule", [*RULES, *READING_RULES], ids=lambda rule: rule.name)
def test_a_rule_cites_clauses_that_exist(rule: object) -> None:
    cited = rule.clauses  # type: ignore[attr-defined]  # parametrised
    assert cited
    assert [each for each in cited if clause(each) is None] == []


def test_no_clause_is_left_uncovered() -> None:
    commands = {listed.name for listed in COMMANDS}
    assert coverage((*RULES, *READING_RULES), commands, shipped_files()).not_covered == ()


def test_what_is_still_to_come_covers_nothing() -> None:
    found = coverage((), (), ())
    assert "QF-91" in found.not_covered
    assert [each.clause.id for each in found.clauses if each.how_far is Covered.JUDGED] == ["QF-02", "QF-16", "QF-43"]
    assert found.count(Covered.COVERED) == 0


def test_a_clause_with_a_command_to_come_is_covered_in_part() -> None:
    found = {each.clause.id: each for each in coverage(RULES, ["check-provider"], ()).clauses}
    assert found["QF-91"].how_far is Covered.PARTLY
    assert found["QF-91"].to_come == ("termly-due", "note-of-visit")
    assert found["QF-27"].how_far is Covered.COVERED
