"""Asking one rule about one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.rule import Path, Rule


def found(rule: Rule, situation: Situation, record: Record | None = None) -> list[tuple[str, Path]]:
    """Answer what a rule says of a record, or of the whole situation, and where."""
    assert rule.check is not None
    faults = rule.check(situation) if record is None else rule.check(record, situation)
    return [(fault.message, fault.at) for fault in faults]
