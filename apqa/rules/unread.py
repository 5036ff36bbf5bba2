"""What keeps a rule from being asked: a record it rests on cannot be read, which is said once, where it is (QF-90)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from apqa.questions.package import live_placements_of
from apqa.questions.unread import paths_of, unread_about
from apqa.records.kinds import AUTHORITY, CALENDAR, KINDS, PLACEMENT, PROVIDER, SELF_ASSESSMENT, VISIT, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.records.kinds import Kind
    from apqa.records.placement import Placement
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.visit import Visit
    from apqa.rule import Rule

_BY_NAME = {kind.name: kind for kind in KINDS}
_OF_ALL = frozenset({AUTHORITY, CALENDAR})
"""Kinds of which every record matters to every other."""


def unread_by(rule: Rule, record: Record | None, situation: Situation) -> str:
    """Write what a rule rests on and cannot be read, where it is asked of a record, or of all; empty without any."""
    found = {
        each: kind
        for kind in (_BY_NAME[name] for name in rule.rests_on)
        for about in _about(kind, record, situation)
        for each in unread_about(kind, about, situation)
    }
    return ", ".join(dict.fromkeys(paths_of(kind, [each]) for each, kind in found.items()))


def may_be_kept_from(rules: Iterable[Rule], situation: Situation) -> frozenset[str]:
    """Name the rules that rest on a kind of which any record cannot be read: the others need not be looked into."""
    unread = {kind.name for kind in KINDS if situation.records.unreadable(kind)}
    return frozenset(rule.name for rule in rules if not unread.isdisjoint(rule.rests_on))


def _about(kind: Kind, record: Record | None, situation: Situation) -> Iterable[str]:
    """Answer what the records of a kind mention that matter to a record."""
    if kind in _OF_ALL or record is None:
        return ("",)
    if kind_of(record) in {SELF_ASSESSMENT, VISIT}:
        return (cast("SelfAssessment | Visit", record).provider,)
    if kind_of(record) is not PLACEMENT or kind not in {PLACEMENT, PROVIDER}:
        return (record.id,)
    pupil = cast("Placement", record).pupil
    return (pupil,) if kind is PLACEMENT else {each.provider for each in live_placements_of(pupil, situation)}
