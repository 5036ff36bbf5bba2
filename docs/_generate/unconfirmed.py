"""Every value of the dated data that no document confirms, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _generate.markdown import cell, code
from apqa.guidance.attendance_law import CodeEntry
from apqa.guidance.bank_holidays import bank_holidays
from apqa.guidance.book import entries
from apqa.guidance.criteria import Criterion
from apqa.guidance.editions import documents
from apqa.guidance.registration_law import rule_sets
from apqa.guidance.requirements import NumberEntry, cycle_entries, required_insurances, safety_entries
from apqa.guidance.school_age_law import SchoolAgeLaw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

HEADING = "What no document confirms"


def unconfirmed() -> Iterator[str]:
    """Answer the part of the page that lists them, by what they are about."""
    yield f"## {HEADING}"
    yield "Each value above that is marked *no*, and the days of bank holidays and of health and safety items."
    yield "\n".join(f"- **{title}:** {'; '.join(named)}" for title, named in groups() if named)


def groups() -> Iterator[tuple[str, list[str]]]:
    """Answer by title what is not confirmed, each value as people know it, with the day it came into force."""
    yield "Registration", [cell(each.title) for each in rule_sets() if not each.confirmed]
    ages = entries("school_age", "rules", SchoolAgeLaw)
    yield "Compulsory school age", [f"the rules{_since(each.in_force_from)}" for each in ages if not each.confirmed]
    codes = entries("attendance", "codes", CodeEntry)
    yield "Attendance codes", [code(each.code) + _since(each.in_force_from) for each in codes if not each.confirmed]
    yield (
        "Editions",
        [
            f"{cell(document.title)}, {edition.edition} edition{_since(edition.in_force_from)}"
            for document in documents()
            for edition in document.editions
            if not edition.confirmed
        ],
    )
    yield (
        "Least cover of insurances",
        [cell(each.title) for each in required_insurances() if not each.minimum.confirmed],
    )
    yield (
        "Cycles",
        [f"{cell(each.title)}{_since(each.in_force_from)}" for each in cycle_entries() if not each.confirmed],
    )
    yield "Numbers", [code(each.key) for each in entries("numbers", "numbers", NumberEntry) if not each.confirmed]
    criteria = entries("criteria", "criteria", Criterion)
    yield "Criteria of the self-assessment", [code(each.code) for each in criteria if not each.confirmed]
    yield "Health and safety items", [cell(each.title) for each in safety_entries() if not each.confirmed]
    yield "Bank holidays", ["all, since they are worked out"] if not all(e.confirmed for e in bank_holidays()) else []


def _since(day: date | None) -> str:
    return f" (from {day.isoformat()})" if day else ""
