"""Which clause of the framework is covered by what."""

from __future__ import annotations

import pytest

from apqa.guidance.clauses import clauses
from apqa.questions.coverage import Covered, clause_coverage, coverage
from apqa.rules import RULES


@pytest.mark.parametrize("clause", clauses(), ids=lambda clause: clause.id)
def test_one_clause_is_covered_as_it_is_among_all(clause: object) -> None:
    (found,) = [each for each in coverage(RULES, (), ()).clauses if each.clause is clause]
    assert clause_coverage(found.clause, RULES, (), ()) == found


def test_without_rules_commands_and_files_only_a_persons_judgement_is_left() -> None:
    bare = coverage((), (), ())
    left = {each.clause.id for each in bare.clauses if each.how_far is Covered.JUDGED}
    assert left == {clause.id for clause in clauses() if clause.judged_by_person}
    assert set(bare.not_covered) == {clause.id for clause in clauses()} - left
    assert bare.count(Covered.COVERED) == bare.count(Covered.PARTLY) == 0


def test_a_command_that_is_still_to_come_covers_nothing_and_leaves_the_clause_partly_covered() -> None:
    (clause, *_) = [each for each in clauses() if len(each.commands) > 1]
    first, *others = clause.commands
    found = clause_coverage(clause, (), (first,), ())
    assert (found.commands, found.to_come, found.how_far) == ((first,), tuple(others), Covered.PARTLY)
    assert clause_coverage(clause, (), clause.commands, ()).how_far is Covered.COVERED
