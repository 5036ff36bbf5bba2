"""Where a provider works with pupils: known, and in use."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.sites import site_line
from tests.builders import ON, a_provider, situation


def a_site(key: str, **changes: Any) -> dict[str, Any]:
    return {"key": key, "name": f"The {key.capitalize()}", "use": "teaching", "starts": "2020-09-01", **changes}


@pytest.mark.parametrize(
    ("sites", "says"),
    [
        pytest.param([a_site("barn")], "The Barn", id="one"),
        pytest.param([a_site("barn", ends="2026-11-03")], "The Barn", id="its-last-day"),
        pytest.param([a_site("barn", starts="2026-11-03")], "The Barn", id="its-first-day"),
        pytest.param(
            [a_site("yard"), a_site("mill", ends="2026-11-02"), a_site("barn", use="online")],
            "The Yard, The Barn",
            id="those-in-use",
        ),
    ],
)
def test_a_site_in_use_is_enough(sites: list[dict[str, Any]], says: str) -> None:
    provider = a_provider(sites=sites)
    found = site_line(provider, situation(ON, provider))
    assert (found.state, found.effect, found.says) == (State.MET, Effect.NONE, says)


@pytest.mark.parametrize(
    ("sites", "says"),
    [
        pytest.param([], "none is recorded", id="none-recorded"),
        pytest.param(
            [a_site("barn", ends="2026-11-02")],
            "none is in use on 3 November 2026: The Barn to 2 November 2026",
            id="over",
        ),
        pytest.param(
            [a_site("barn", ends="2026-07-20"), a_site("yard", starts="2026-11-04", ends="2027-07-20")],
            "none is in use on 3 November 2026: The Barn to 20 July 2026; The Yard from 4 November 2026",
            id="over-and-to-come",
        ),
    ],
)
def test_without_one_it_cannot_be_told(sites: list[dict[str, Any]], says: str) -> None:
    provider = a_provider(sites=sites)
    found = site_line(provider, situation(ON, provider))
    assert (found.state, found.effect, found.rule) == (State.NOT_RECORDED, Effect.CANNOT_TELL, "no-site-in-use")
    assert (found.says, found.clause, found.at) == (says, "QF-20", ("sites",))
