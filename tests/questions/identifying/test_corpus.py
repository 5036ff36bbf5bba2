"""What is found in lifelike passages, measured: the floor below which the detector may not fall."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from apqa.cli.opening import open_records
from apqa.questions.identifying.found import signs_in
from apqa.records.kinds import KINDS
from apqa.vocabulary.identifying import SignKind
from tests.questions.identifying.measured import PARTS, measured

EXAMPLE = Path(__file__).resolve().parents[3] / "records"


@pytest.mark.parametrize("part", PARTS)
def test_most_of_what_ought_to_be_found_is_and_hardly_anything_else(part: str) -> None:
    found, right = measured(part).rates()
    assert found >= measured(part).least_found, measured(part).told
    assert right >= measured(part).least_right, measured(part).told


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", [SignKind.UPN, SignKind.NHS_NUMBER, SignKind.PUPIL_REFERENCE])
def test_what_is_checked_by_a_letter_or_a_form_is_always_found(part: str, kind: SignKind) -> None:
    assert not measured(part).misses[kind]
    assert not measured(part).false_alarms[kind]


def test_the_corpus_is_large_and_has_every_kind_in_what_was_tuned_on_and_in_what_was_set_aside() -> None:
    every = {part: measured(part) for part in PARTS}
    assert sum(each.passages for each in every.values()) >= 120
    for part in ("1_tuned", "2_held_out_first"):
        assert set(every[part].hits) | set(every[part].misses) == set(SignKind)
        assert all(every[part].hits[kind] for kind in (SignKind.UPN, SignKind.NHS_NUMBER, SignKind.PUPIL_REFERENCE))
    for each in every.values():
        assert each.heading
        assert each.sentences > 1.5 * (each.hits + each.misses).total(), "most of what people write tells of nobody"


def test_nothing_is_found_in_the_worked_example() -> None:
    opened = open_records(EXAMPLE, date(2026, 11, 23))
    records = [record for kind in KINDS for record in opened.situation.records.all_of(kind)]
    assert len(records) > 300
    assert [(record.id, found) for record in records for found in signs_in(record, opened.situation)] == []
