"""The handful of placements with something missing or wrong, each for one reason. All others are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import day
from demo.story.writing import inline, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

Record = dict[str, Any]


def _no_plan(record: Record) -> None:
    """Leave the placement without a personalised plan."""
    record["plan"] = None


def _no_baseline(record: Record) -> None:
    """Give an objective neither baseline nor day."""
    record["plan"]["objectives"][0].update(baseline=None, by=None)


def _no_agreement(record: Record) -> None:
    """Leave the agreement unsigned."""
    record["agreements"] = []


def _agreement_lapsed(record: Record) -> None:
    """Let the agreement end in July without a next one."""
    record["agreements"] = record["agreements"][:1]


def _not_reviewed(record: Record) -> None:
    """Hold no review since the summer."""
    record["reviews"] = [review for review in record["reviews"] if review["on"] < day("2026-08-01")]


def _induction_without_safety(record: Record) -> None:
    """Leave health and safety out of the induction."""
    record["induction"]["health_and_safety"] = False


def _no_contact(record: Record) -> None:
    """Name nobody on the provider's side."""
    record["named_persons"] = [person for person in record["named_persons"] if person["side"] == "commissioner"]


def _week_not_recorded(record: Record) -> None:
    """Record neither the rest of the pupil's week nor whether there is a plan."""
    record["package"] = None
    record["ehc_plans"] = None
    record["special_needs"] = None


def _risk_not_looked_at(record: Record) -> None:
    """Let nobody look at the risk assessment after the start."""
    record["risk_reviews"] = record["risk_reviews"][:2]


def _open_beyond_its_end(record: Record) -> None:
    """Leave it open though it was to end in October."""
    record["expected_end"] = day("2026-10-23")


def _part_time_without_reason(record: Record) -> None:
    """Make the week far from full and give no reason."""
    subjects = ["mathematics", "science"]
    record["package"]["elsewhere"] = [inline(starts=record["starts"], kind="school", hours=3, core_subjects=subjects)]


def _no_destination(record: Record) -> None:
    """End it without recording where the pupil went."""
    record["destination"] = None


def _no_voice(record: Record) -> None:
    """End it without hearing the pupil, and without achievements."""
    record["pupil_voice"] = None
    record["achievements"] = None


def _change_not_told(record: Record) -> None:
    """Let the provider move site and tell the commissioner nothing."""
    record["changes"] = [inline(on=day("2026-10-12"), side="provider", what="move to another site for two weeks")]


def _wrong_code(record: Record) -> None:
    """Have the school enter B where the council arranged the placement."""
    record["codes"] = [inline(starts=record["starts"], code=quoted("B"))]


def _provider_not_checked(record: Record) -> None:
    """Check the provider a week after the pupil had started, and seek no assurance."""
    before = record["before_start"]
    before["provider_checked"] = inline(on=day("2026-11-16"), by="SENDCo")
    del before["assurance"], before["staff_checks_confirmed"]


def _council_not_told(record: Record) -> None:
    """Have the school place at a provider that is not listed, and tell the council afterwards."""
    record["before_start"]["council_told"] = inline(on=day("2026-10-19"), by="inclusion lead")
    record["before_start"].pop("provision_visited", None)


GAPS: dict[str, Callable[[Record], None]] = {
    "kestrel-croft 5": _not_reviewed,
    "kestrel-croft 4": _risk_not_looked_at,
    "dapplemoor 4": _induction_without_safety,
    "gasket-lane 3": _open_beyond_its_end,
    "plumbline-yard 4": _agreement_lapsed,
    "plumbline-yard 7": _no_agreement,
    "stitchwater 3": _no_baseline,
    "larder-nine 1": _no_voice,
    "cornerstool 2": _no_destination,
    "cornerstool 4": _no_contact,
    "cornerstool 5": _change_not_told,
    "ninefold-music 3": _part_time_without_reason,
    "bitmarsh 2": _week_not_recorded,
    "ferrymans-reach 5": _no_plan,
    "wrong code": _wrong_code,
    "not checked": _provider_not_checked,
    "unlisted": _council_not_told,
}
"""By the story's own name of the placement."""
