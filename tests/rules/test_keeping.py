"""The records themselves: the sites of placements, and who keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.situation import Situation
from apqa.records.collection import Records
from apqa.rules.keeping import no_authority, unknown_policy, unknown_reference, unknown_site
from tests.builders import ON, a_listing, a_placement, a_policy, a_provider, a_report, a_week, an_authority, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record

YARD = {"key": "yard", "name": "The Yard", "use": "workshop", "starts": "2026-09-21", "ends": "2026-11-02"}
GONE = {"end": {"on": "2026-10-30", "reason": "as_planned"}}


@pytest.mark.parametrize(
    ("on", "site", "changes", "said"),
    [
        pytest.param("2026-11-02", "yard", {}, "", id="its-last-day"),
        pytest.param("2026-11-03", "yard", {}, "The Yard of North Star is not in use on 3 November 2026", id="over"),
        pytest.param("2026-11-03", "yard", GONE, "", id="the-placement-ended-before"),
        pytest.param(
            "2026-09-14", "yard", {}, "The Yard of North Star is not in use on 14 September 2026", id="too-early"
        ),
        pytest.param("2026-09-01", "yard", {"starts": "2026-09-21"}, "", id="from-its-first-day"),
        pytest.param("2026-11-03", "shed", {}, "North Star has no site shed: its sites are yard", id="unknown"),
        pytest.param("2026-11-03", None, {}, "", id="none-named"),
    ],
)
def test_a_placement_is_at_a_site_in_use(on: str, site: str | None, changes: dict[str, Any], said: str) -> None:
    provider = a_provider(sites=[YARD])
    placement = a_placement(site=site, **changes)
    assert found(unknown_site, situation(on, provider, placement), placement) == ([(said, ("site",))] if said else [])


def test_the_site_of_a_timetable_is_looked_at_while_it_holds() -> None:
    barn = {"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01"}
    provider = a_provider(sites=[barn, YARD])
    weeks = [a_week(ends="2026-11-02", site="barn"), a_week(starts="2026-11-03", site="yard")]
    placement = a_placement(site="barn", timetable=weeks)
    assert found(unknown_site, situation("2026-11-02", provider, placement), placement) == []
    assert found(unknown_site, situation("2026-11-03", provider, placement), placement) == [
        ("The Yard of North Star is not in use on 3 November 2026", ("timetable", 1, "site"))
    ]


def test_a_site_the_provider_does_not_have_is_said_once() -> None:
    weeks = [a_week(ends="2026-11-02", site="shed"), a_week(starts="2026-11-03", site="shed")]
    placement = a_placement(timetable=weeks)
    assert found(unknown_site, situation("2026-09-14", a_provider(), placement), placement) == [
        ("North Star has no site shed: its sites are barn", ("timetable", 0, "site"))
    ]


def test_a_placement_with_nobody_or_without_sites_says_so_in_words() -> None:
    placement = a_placement(site="yard")
    assert found(unknown_site, situation(ON, placement), placement) == []
    without = a_provider(sites=[])
    assert found(unknown_site, situation(ON, without, placement), placement) == [
        ("North Star has no site yard: its sites are none", ("site",))
    ]


def test_where_nobody_is_said_to_keep_the_records_the_first_of_them_says_so_once() -> None:
    check = no_authority.check
    assert check is not None

    def nobody(*given: Record) -> list[str]:
        return [fault.record.id for fault in check(Situation(Records.of(*given), ON))]

    assert nobody() == []
    assert nobody(a_placement(), a_provider("south-star"), a_provider()) == ["north-star"]
    assert nobody(an_authority(), a_provider()) == []


def test_what_a_council_asks_for_beyond_the_framework_is_not_doubted_where_nobody_says_who_the_council_is() -> None:
    provider = a_provider(policies={"lone_working": a_policy()})
    alone = Situation(Records.of(provider), ON)
    assert found(unknown_policy, alone, provider) == []
    assert len(found(unknown_policy, situation(ON, provider), provider)) == 1


def test_a_placement_that_an_exceptional_use_is_for_is_missed_where_it_is_named_and_once() -> None:
    limited = [
        a_listing("exceptional", limited_to="PL-00001 and PL-00002"),
        a_listing("exceptional", on="2026-03-01", limited_to="PL-00002"),
    ]
    provider, placement = a_provider(listing=limited), a_placement(1)
    assert unknown_reference.check is not None
    (fault,) = unknown_reference.check(situation(ON, provider, placement))
    assert (fault.message, fault.at) == (
        "there is no placement PL-00002: did you mean PL-00001?",
        ("listing", 0, "limited_to"),
    )
    assert fault.related == ((provider, ("listing", 1, "limited_to")),)


def test_how_many_records_refer_to_one_that_is_not_there_is_said() -> None:
    other = a_provider("south-star", name="South Star", listing=[a_listing("exceptional", limited_to="PL-00002")])
    provider = a_provider(listing=[a_listing("exceptional", limited_to="PL-00002")])
    assert found(unknown_reference, situation(ON, provider, other, a_placement(77))) == [
        ("there is no placement PL-00002: did you mean PL-00077? (2 records refer to it)", ("listing", 0, "limited_to"))
    ]


def test_placements_that_are_kept_apart_are_not_missed() -> None:
    provider = a_provider(listing=[a_listing("exceptional", limited_to="PL-00002")])
    assert found(unknown_reference, situation(ON, provider)) == []
    assert found(unknown_reference, situation(ON, provider, a_report())) == [("there is no placement PL-00001", ())]
