"""By when the council goes through a provider's information again (QF-51)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.questions.due.audits import audit_duties
from tests.builders import a_listing, a_provider, a_visit, an_authority, situation

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.visit import Visit

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
OCTOBER = "2026-10-06-north-star"
KEY = "provider/north-star/desk_top_audit"
AUDIT = a_visit(OCTOBER, type="desk_top_audit")


def says(on: str, *records: Record) -> tuple[str, str] | None:
    duties = list(audit_duties(situation(on, *records)))
    assert [(each.kind, each.key, each.clause) for each in duties] == [("desk_top_audit", KEY, "QF-51")][: len(duties)]
    return (str(duties[0].due), duties[0].says) if duties else None


def test_one_comes_round_after_the_last() -> None:
    assert says("2026-11-03", LISTED, AUDIT) == ("2027-02-06", "the last was on 6 October 2026")


@pytest.mark.parametrize(
    "records",
    [[], [a_visit(OCTOBER)], [AUDIT.model_copy(update={"status": "cancelled"})]],
    ids=["none", "on site", "off"],
)
def test_without_one_none_is_asked_for_unless_the_council_says_how_often(records: list[Visit]) -> None:
    assert says("2026-11-03", LISTED, *records) is None
    council = an_authority(cycles={"desk_top_audit": {"months": "6", "reason": "twice a year"}})
    assert says("2026-11-03", council, LISTED, *records) == (
        "2026-03-01",
        "none since it was listed on 1 September 2025",
    )


def test_one_is_asked_of_nobody_who_is_not_listed() -> None:
    council = an_authority(cycles={"desk_top_audit": {"months": "6", "reason": "twice a year"}})
    assert says("2026-11-03", council, a_provider(listing=[a_listing("exceptional")])) is None


def test_nor_before_any_cycle_was_known() -> None:
    old = a_provider(listing=[a_listing(on="2012-01-09")])
    audit = a_visit("2013-05-07-north-star", type="desk_top_audit")
    assert says("2013-11-03", old, audit) is None


@pytest.mark.parametrize(("status", "is_due"), [("suspended", True), ("removed", False), ("declined", False)], ids=str)
def test_one_comes_round_while_a_pupil_may_be_there(status: str, *, is_due: bool) -> None:
    provider = a_provider(listing=[a_listing(on="2025-09-01"), a_listing(status, on="2026-10-20")])
    assert (says("2026-11-03", provider, AUDIT) is not None) is is_due
