"""The records themselves: waivers."""

from __future__ import annotations

import pytest

from apqa.records.kinds import PLACEMENT
from apqa.rules.keeping import waiver_without_object
from tests.builders import ON, a_provider, a_waiver, situation
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("rule", "record", "said", "at"),
    [
        pytest.param("no-due-diligence", "providers/north-star.yaml", "", "", id="both-there"),
        pytest.param(
            "no-due-dilligence",
            "providers/north-star.yaml",
            "there is no rule no-due-dilligence: did you mean no-due-diligence?",
            "rule",
            id="a-rule-misspelt",
        ),
        pytest.param("zzz", "providers/north-star.yaml", "there is no rule zzz", "rule", id="no-rule-like-it"),
        pytest.param(
            "no-due-diligence",
            "providers/south-star.yaml",
            "there is no providers/south-star.yaml",
            "record",
            id="no-such-record",
        ),
        pytest.param(
            "no-due-diligence",
            "suppliers/a.yaml",
            "suppliers/a.yaml is not the path of a record",
            "record",
            id="no-folder",
        ),
        pytest.param(
            "no-due-diligence",
            "placements/north-star.yaml",
            "placements/north-star.yaml is not the path of a record",
            "record",
            id="no-name-of-a-record",
        ),
        pytest.param("no-due-diligence", "placements/PL-0000Z.yaml", "", "", id="one-that-cannot-be-read"),
    ],
)
def test_a_waiver_is_of_a_rule_and_a_record(rule: str, record: str, said: str, at: str) -> None:
    waiver = a_waiver(rule, record)
    asked = situation(ON, a_provider(), waiver, unreadable={PLACEMENT: ("PL-0000Z",)})
    assert found(waiver_without_object, asked, waiver) == ([(said, (at,))] if said else [])
