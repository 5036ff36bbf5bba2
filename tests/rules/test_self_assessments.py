"""Self-assessments: asked of every listed provider, unless it was decided by the day that none is asked."""

from __future__ import annotations

import pytest

from apqa.rules.self_assessments import no_self_assessment
from tests.builders import a_listing, a_provider, situation
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("on", "is_asked"),
    [pytest.param("2026-11-03", True, id="the-day-before"), pytest.param("2026-11-04", False, id="then")],
)
def test_none_is_asked_of_a_provider_from_the_day_that_was_decided(on: str, *, is_asked: bool) -> None:
    exempt = {"reason": "one pupil for six weeks", "on": "2026-11-04", "by": "head of inclusion"}
    provider = a_provider(listing=[a_listing()], reports_not_asked=exempt)
    assert bool(found(no_self_assessment, situation(on, provider), provider)) is is_asked
