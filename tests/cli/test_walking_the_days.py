"""Two whole stories of the worked example, told by every command alike on the first and last day of each stretch."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.asking import ask

RECORDS = Path(__file__).parents[2] / "records"


class Stretch(NamedTuple):
    """What holds of a provider from one day to another, stated here by hand."""

    first: str
    last: str
    listed_as: str
    step: str
    verdict: str
    """The best answer there can be: other checks may say worse."""

    stage: str | None
    """How far its last application has come; none before there was one."""

    is_awaited: bool
    """Whether a decision about the list falls due."""


STORIES = {
    "flintlock-skills": [
        Stretch("2025-09-01", "2025-09-07", "not on the list", "listed", "do_not_place", None, False),
        Stretch("2025-09-08", "2025-09-17", "applied to be listed since 8 September 2025", "listed", "do_not_place",
                "applied", True),
        Stretch("2025-09-18", "2025-10-19", "not yet listed; in due diligence since 18 September 2025", "listed",
                "do_not_place", "due_diligence", True),
        Stretch("2025-10-20", "2026-01-26", "listed since 20 October 2025", "listed", "clear", "listed", False),
        Stretch("2026-01-27", "2026-03-01", "listed since 20 October 2025", "listed_with_actions", "clear", "listed",
                False),
        Stretch("2026-03-02", "2026-03-15", "listed since 20 October 2025", "enhanced_monitoring",
                "clear_with_conditions", "listed", False),
        Stretch("2026-03-16", "2026-03-25", "listed, new placements suspended since 16 March 2026",
                "new_placements_suspended", "do_not_place", "listed", False),
        Stretch("2026-03-26", "2026-04-23", "listed, all placements suspended since 26 March 2026", "all_suspended",
                "do_not_place", "listed", False),
        Stretch("2026-04-24", "2026-12-31", "removed from the list since 24 April 2026", "removed", "do_not_place",
                "listed", False),
    ],
    "magpie-kiln": [
        Stretch("2025-11-01", "2025-11-23", "listed since 6 November 2023", "listed", "clear", "listed", False),
        Stretch("2025-11-24", "2026-03-01", "listed since 6 November 2023", "listed_with_actions", "clear", "listed",
                False),
        Stretch("2026-03-02", "2026-12-31", "listed since 6 November 2023", "listed", "clear", "listed", False),
    ],
}  # fmt: skip

WALK = [
    pytest.param(provider, stretch, day, id=f"{provider}-{day}")
    for provider, stretches in STORIES.items()
    for stretch in stretches
    for day in dict.fromkeys((stretch.first, stretch.last))
]


def test_the_stretches_leave_out_no_day() -> None:
    for stretches in STORIES.values():
        ends = [date.fromisoformat(each.last) + timedelta(days=1) for each in stretches[:-1]]
        assert ends == [date.fromisoformat(each.first) for each in stretches[1:]]


@pytest.mark.parametrize(("provider", "stretch", "day"), WALK)
def test_every_command_tells_the_same_story(provider: str, stretch: Stretch, day: str) -> None:
    on = ("--on", day, "-C", str(RECORDS), "-f", "json")
    check = ask("check-provider", provider, *on).answer
    page = ask("provider", provider, *on).answer
    (escalation,) = ask("escalation", provider, *on).answer["providers"]
    listing = next(each["says"] for each in check["lines"] if each["key"] == "listing")
    assert listing.startswith(stretch.listed_as)
    assert page["listing"] == stretch.listed_as
    assert check["verdict"] == page["verdict"]
    assert stretch.verdict == "clear" or check["verdict"] in {stretch.verdict, "do_not_place"}
    assert (escalation["step"], page["escalation"]["step"]) == (stretch.step, stretch.step)


@pytest.mark.parametrize(("provider", "stretch", "day"), WALK)
def test_its_application_is_told_beside_it(provider: str, stretch: Stretch, day: str) -> None:
    on = ("--on", day, "-C", str(RECORDS), "-f", "json")
    asked = ask("applications", provider, *on)
    stages = [each["stage"] for each in asked.answer["applications"]] if stretch.stage else []
    assert stages == ([stretch.stage] if stretch.stage else [])
    assert stretch.stage or "no application of" in asked.err
    due = ask("due", "--provider", provider, "--kind", "listing", "--within", "200", *on).answer["duties"]
    assert bool(due) is stretch.is_awaited
