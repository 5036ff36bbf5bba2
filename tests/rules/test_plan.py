"""The agreement on a placement."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.plan import no_agreement_in_force
from tests.builders import ON, a_placement, situation
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("agreements", "said", "at"),
    [
        pytest.param([], "no agreement is recorded", ("agreements",), id="none"),
        pytest.param(
            [{"starts": "2026-09-14", "ends": "2026-11-02", "signed_on": "2026-09-01"}],
            "the last agreement ended on 2 November 2026",
            ("agreements",),
            id="ended",
        ),
        pytest.param(
            [{"starts": "2026-11-04", "signed_on": "2026-09-01"}],
            "no agreement is recorded",
            ("agreements",),
            id="to-come",
        ),
        pytest.param(
            [{"starts": "2025-09-14", "ends": "2026-07-20", "signed_on": "2025-09-01"}, {"starts": "2026-09-14"}],
            "the agreement is not recorded as signed",
            ("agreements", 1),
            id="not-signed",
        ),
        pytest.param(
            [{"starts": "2026-09-14", "signed_on": "2026-11-04"}],
            "the agreement is not recorded as signed",
            ("agreements", 0),
            id="signed-tomorrow",
        ),
        pytest.param([{"starts": "2026-09-14", "signed_on": "2026-11-03"}], "", (), id="signed-today"),
    ],
)
def test_a_live_placement_has_a_signed_agreement(
    agreements: list[dict[str, Any]], said: str, at: tuple[Any, ...]
) -> None:
    placement = a_placement(agreements=agreements)
    assert found(no_agreement_in_force, situation(ON, placement), placement) == ([(said, at)] if said else [])


def test_a_placement_that_is_over_needs_none() -> None:
    placement = a_placement(agreements=[], end={"on": "2026-11-02", "reason": "as_planned"})
    assert found(no_agreement_in_force, situation(ON, placement), placement) == []
