"""What sets one provider apart from another. What all well-run providers share follows from it in `dossier`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from demo.story.days import day
from demo.story.writing import inline, quoted

if TYPE_CHECKING:
    from datetime import date

WEEK = ("mon", "tue", "wed", "thu", "fri")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A provider in a few words."""

    id: str
    name: str
    legal_form: str
    head: str
    """Who runs it, by role."""

    sites: tuple[dict[str, Any], ...]
    offer: dict[str, Any]
    summary: str
    """What the directory says of it."""

    applied: str
    listed: str
    """The days it applied and was listed."""

    reviewed: str
    """The day its policies were last reviewed as a set."""

    insured_from: str
    """The first day of its insurances, which run for a year."""

    visited: str
    """The day of the council's last yearly visit."""

    references: tuple[tuple[str, str], ...]
    """Two organisations that speak for it, and by whom."""

    safety: tuple[str, ...] = ()
    """Health and safety items beyond those asked of everybody."""

    dsl_trained: str = "2025-11-12"
    deputy_trained: str = "2026-01-21"
    first_aid: str = "2025-02-19"
    employees: bool = True
    public_liability: int = 5000000
    indemnity: int = 1000000
    accounts: str = "2026-03-31"
    largest_commissioner: int = 35
    works_with: tuple[str, ...] = ("social_care",)
    identity: dict[str, Any] = field(default_factory=dict)
    """Numbers beyond those that follow from the legal form."""

    checks: tuple[str, ...] = ("2025-06-09", "2025-10-06", "2026-01-19", "2026-05-18", "2026-09-14")
    """The days the register of schools was looked at."""


def site(  # noqa: PLR0913, PLR0917  a place is named by this much
    key: str, name: str, lines: tuple[str, ...], postcode: str, use: str, since: str, **more: Any
) -> dict[str, Any]:
    """Tell of a place the provider works at."""
    address = {"lines": list(lines), "postcode": postcode} if lines else None
    return {"key": key, "name": name, "address": address, "use": use, "starts": day(since), **more}


def week(  # noqa: PLR0913, PLR0917  as a timetable is
    days: tuple[str, ...], opens: str, closes: str, hours: float, breaks: float, weeks: int = 38
) -> dict[str, Any]:
    """Tell when a provider works with pupils, and the most hours one pupil can attend."""
    return {
        "days": list(days),
        "opens": quoted(opens),
        "closes": quoted(closes),
        "hours_with_breaks": hours,
        "hours_without_breaks": hours - breaks,
        "weeks_a_year": weeks,
    }


def core(english: str, mathematics: str, science: str, technology: str) -> dict[str, Any]:
    """Tell where the core subjects are taught."""
    return inline(english=english, mathematics=mathematics, science=science, information_technology=technology)


def qualification(title: str, body: str, level: str, until: str | None = None) -> dict[str, Any]:
    """Tell of a qualification pupils can take."""
    ends = day(until) if until else None
    return {"title": title, "awarding_body": body, "level": level, "centre_approval_ends": ends}


def price(pounds: int, unit: str, covers: str) -> dict[str, Any]:
    """Tell what a place costs."""
    return {"pounds": pounds, "unit": unit, "covers": covers}


def ages(youngest: int, oldest: int) -> dict[str, Any]:
    """Tell which ages a provider takes."""
    return inline(youngest=youngest, oldest=oldest)


def shifted(on: date, years: int) -> date:
    """Answer the same day some years later."""
    return on.replace(year=on.year + years)
