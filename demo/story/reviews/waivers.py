"""Recorded exceptions. The names of rules are apqa's own: see `apqa rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import day

if TYPE_CHECKING:
    from collections.abc import Iterator

MISSING_POLICY = "missing-policy"
MISSING_REFERENCE = "too-few-references"
OVERDUE_VISIT = "provider-not-visited"
"""The rules that are waived. Change the names here, and only here."""


def waivers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every waiver, with its id: one in force for a policy, one for a visit, one that has ended."""
    yield "quince-garden-medication", _medication()
    yield "pixelthorn-visit-on-screen", _visit_on_screen()
    yield "dapplemoor-second-reference", _second_reference()


def _medication() -> dict[str, Any]:
    return {
        "rule": MISSING_POLICY,
        "check": "policies/medication",
        "record": "providers/quince-garden.yaml",
        "reason": "The garden holds no medicines and follows each home school's medical plan. Its own policy is being "
        "written with the school nursing service and is promised by Christmas.",
        "approved_by": "head of inclusion",
        "approved_on": day("2026-07-09"),
        "starts": day("2026-07-09"),
        "ends": day("2026-12-31"),
        "evidence": {
            "seen": "minute 4 of the quality meeting",
            "on": day("2026-07-09"),
            "by": "designated officer",
            "filed": "AP/quince-garden/waivers",
        },
    }


def _visit_on_screen() -> dict[str, Any]:
    return {
        "rule": OVERDUE_VISIT,
        "record": "providers/pixelthorn.yaml",
        "reason": "There is no site to visit. Lessons are watched on screen twice a year instead, unannounced.",
        "approved_by": "head of inclusion",
        "approved_on": day("2026-04-28"),
        "starts": day("2026-04-28"),
        "ends": day("2027-08-31"),
    }


def _second_reference() -> dict[str, Any]:
    return {
        "#": "Ended on 31 October 2026. The second reference has been asked for three times and has not come.",
        "rule": MISSING_REFERENCE,
        "check": "references",
        "record": "providers/dapplemoor.yaml",
        "reason": "The second referee, a riding school, closed. The stables were asked for another by the autumn.",
        "approved_by": "head of inclusion",
        "approved_on": day("2026-05-12"),
        "starts": day("2026-05-12"),
        "ends": day("2026-10-31"),
    }
