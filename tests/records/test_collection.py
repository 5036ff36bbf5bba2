"""All records at hand, and how they find one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.records.collection import Records
from apqa.records.kinds import KINDS, PLACEMENT, PROVIDER, VISIT, Kind, kind_of
from tests.builders import (
    a_calendar,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_visit,
    a_waiver,
    an_action_plan,
    an_authority,
    records,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.records.base import Record

EVERYTHING: tuple[Record, ...] = (
    a_placement(2, provider="another"),
    a_placement(1),
    a_placement(3, pupil="P-00001"),
    a_visit("2026-03-12-north-star"),
    a_visit("2025-03-12-north-star"),
    a_visit("2026-03-12-another"),
    a_provider(),
    a_provider("another"),
    an_authority(),
    a_calendar(),
    an_action_plan(),
    a_self_assessment(),
    a_report(),
    a_report("2026-27-spring/PL-00001"),
    a_waiver("missing-policy"),
)


def ids(found: tuple[Any, ...]) -> list[str]:
    return [record.id for record in found]


class Shelves:
    """Records of which each reading is noted."""

    def __init__(self, *given: Record) -> None:
        self.given, self.asked = given, [("", "")][:0]

    def read(self, kind: Kind, about: str = "") -> Iterator[Record]:
        self.asked.append((kind.key, about))
        return (record for record in self.given if kind_of(record) is kind)

    def unreadable(self, kind: Kind, about: str = "") -> tuple[str, ...]:
        return (f"{kind.key}:{about}",)

    def unknown_providers(self) -> tuple[str, ...]:
        return ()


def test_each_kind_stands_in_the_order_of_its_ids() -> None:
    found = Records.of(*EVERYTHING)
    assert ids(found.placements) == ["PL-00001", "PL-00002", "PL-00003"]
    assert ids(found.providers) == ["another", "north-star"]
    assert ids(found.visits) == ["2025-03-12-north-star", "2026-03-12-another", "2026-03-12-north-star"]
    assert ids(found.calendars) == ["2026-27"]
    assert ids(found.waivers) == ["an-exception"]
    assert ids(found.termly_reports) == ["2026-27-autumn/PL-00001", "2026-27-spring/PL-00001"]
    assert ids(found.self_assessments) == ["north-star/2026-27"]
    assert ids(found.action_plans) == ["north-star/2026-10-06"]
    assert found.authority is not None


@pytest.mark.parametrize("whole", [True, False], ids=["all-read", "read-in-part"])
def test_records_are_found_by_what_they_name(whole: bool) -> None:
    found = Records.of(*EVERYTHING)
    for kind in KINDS if whole else ():
        found.all_of(kind)
    assert ids(found.placements_at("north-star")) == ["PL-00001", "PL-00003"]
    assert ids(found.placements_of("P-00001")) == ["PL-00001", "PL-00003"]
    assert ids(found.visits_to("north-star")) == ["2025-03-12-north-star", "2026-03-12-north-star"]
    assert ids(found.action_plans_of("north-star")) == ["north-star/2026-10-06"]
    assert ids(found.self_assessments_of("north-star")) == ["north-star/2026-27"]
    assert ids(found.reports_on("PL-00001")) == ["2026-27-autumn/PL-00001", "2026-27-spring/PL-00001"]
    provider, placement = found.provider("another"), found.placement("PL-00002")
    assert provider is not None
    assert placement is not None
    assert (provider.id, placement.id) == ("another", "PL-00002")


@pytest.mark.parametrize("whole", [True, False], ids=["all-read", "read-in-part"])
def test_what_nobody_names_is_not_found(whole: bool) -> None:
    found = Records.of(*EVERYTHING)
    for kind in KINDS if whole else ():
        found.all_of(kind)
    assert found.provider("nobody") is None
    assert found.placement("PL-99999") is None
    assert (found.placements_at("nobody"), found.placements_of("P-99999"), found.visits_to("nobody")) == ((), (), ())
    assert (found.action_plans_of("nobody"), found.self_assessments_of("nobody")) == ((), ())
    assert found.reports_on("PL-99999") == ()
    assert found.one(PROVIDER, "nobody") is None


def test_one_record_is_found_by_kind_and_id() -> None:
    found = Records.of(*EVERYTHING).one(VISIT, "2026-03-12-another")
    assert found is not None
    assert found.provider == "another"


def test_without_authority_there_is_none() -> None:
    assert Records.of().authority is None


def test_what_cannot_be_read_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def unreadable(kind: Kind, about: str) -> tuple[str, ...]:
        asked.append(about)
        return (f"{kind.key}:{about}",)

    shelves = Shelves(a_placement(1))
    monkeypatch.setattr(shelves, "unreadable", unreadable)
    found = Records(shelves)
    for _ in range(2):
        assert found.unreadable(PLACEMENT) == ("placement:",)
        assert found.unreadable(PLACEMENT, "north-star") == ("placement:north-star",)
    assert asked == ["", "north-star"]


def test_a_kind_is_read_once_and_no_other_with_it() -> None:
    shelves = Shelves(a_placement(1), a_provider())
    found = Records(shelves)
    assert ids(found.placements) == ids(found.placements) == ["PL-00001"]
    found.placements_at("north-star")
    assert shelves.asked == [("placement", "")]


def test_a_question_about_one_thing_reads_what_mentions_it() -> None:
    shelves = Shelves(a_placement(1), a_placement(2, provider="another"))
    found = Records(shelves)
    assert ids(found.placements_at("north-star")) == ["PL-00001"]
    assert ids(found.placements_at("north-star")) == ["PL-00001"]
    assert shelves.asked == [("placement", "north-star")]


def test_what_could_not_be_read_is_named_after_reading() -> None:
    shelves = Shelves()
    found = Records(shelves)
    assert found.unreadable(PLACEMENT) == ("placement:",)
    assert found.unreadable(PLACEMENT, "north-star") == ("placement:north-star",)
    assert shelves.asked == [("placement", "")]
    assert Records(shelves).unreadable(VISIT, "north-star") == ("visit:north-star",)
    assert shelves.asked == [("placement", ""), ("visit", "north-star")]
    assert Records.of().unreadable(PLACEMENT) == ()


def test_whether_any_is_kept_here_is_known_from_one() -> None:
    shelves = Shelves(a_placement(1), a_placement(2))
    assert Records(shelves).keeps(PLACEMENT)
    assert shelves.asked == [("placement", "")]
    known = Records.of(a_provider())
    assert (known.keeps(PROVIDER), known.keeps(PLACEMENT)) == (True, False)
    assert known.all_of(PLACEMENT) == ()
    assert (known.keeps(PROVIDER), known.keeps(PLACEMENT)) == (True, False)


def test_one_that_cannot_be_read_is_kept_here_and_a_draft_is_not() -> None:
    assert records(unreadable={PLACEMENT: ("PL-0000Z",)}).keeps(PLACEMENT)
    assert not records(a_provider()).with_placement(a_placement()).keeps(PLACEMENT)
    assert records(a_placement(2)).with_placement(a_placement()).keeps(PLACEMENT)


@pytest.mark.parametrize("whole", [True, False], ids=["all-read", "read-in-part"])
def test_a_draft_is_added_or_takes_anothers_place(whole: bool) -> None:
    before = records(*EVERYTHING, unreadable={PLACEMENT: ("PL-0000Z",)})
    added = before.with_placement(a_placement(9))
    changed = before.with_placement(a_placement(1, provider="another"))
    for each in (added, changed) if whole else ():
        each.all_of(PLACEMENT)
    assert ids(added.placements_at("north-star")) == ["PL-00001", "PL-00003", "PL-00009"]
    assert ids(changed.placements_at("another")) == ["PL-00001", "PL-00002"]
    assert ids(changed.placements_at("north-star")) == ["PL-00003"]
    assert ids(before.placements_at("north-star")) == ["PL-00001", "PL-00003"]
    assert ids(added.providers) == ["another", "north-star"]
    assert added.unreadable(PLACEMENT) == ("PL-0000Z",)


def test_a_kind_that_is_searched_again_and_again_is_read_whole() -> None:
    shelves = Shelves(*EVERYTHING)
    found = Records(shelves)
    for number in range(400):
        assert found.placements_of(f"P-9{number:04}") == ()
        assert found.placements_of("P-90400") == ()
    assert ids(found.placements_at("north-star")) == ["PL-00001", "PL-00003"]
    searched = [about for kind, about in shelves.asked if kind == PLACEMENT.key]
    assert searched.count("") == 1
    assert len(searched) == len(set(searched)) < 260
    assert ids(found.visits_to("another")) == ["2026-03-12-another"]
    assert (VISIT.key, "") not in shelves.asked
