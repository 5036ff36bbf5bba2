"""The registration question as CSV: a row a provider, or a row a period of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.registration.answer import Asked, RegistrationAnswer
    from apqa.questions.registration import RegistrationRequirement

COLUMNS = (
    "on",
    "provider",
    "name",
    "requirement",
    "because",
    "missing",
    "full_time",
    "full_time_at_most",
    "with_ehc_plan",
    "with_ehc_plan_at_most",
    "looked_after",
    "looked_after_at_most",
    "headroom",
    "headroom_with_ehc_plan",
    "headroom_looked_after",
    "law",
    "other_law",
    "under_other_law",
)
PERIOD_COLUMNS = ("on", "provider", "starts", "ends", "requirement", "because")


def csv_registration(answer: RegistrationAnswer) -> str:
    """Write one row a provider; with the timeline, one row a period."""
    if any(each.timeline is not None for each in answer.asked):
        return csv_text((row for each in answer.asked for row in _periods(each)), PERIOD_COLUMNS)
    return csv_text(map(_row, answer.asked), COLUMNS)


def _row(asked: Asked) -> tuple[object, ...]:
    answer, room, other = asked.requirement, asked.requirement.headroom, asked.beside
    return (
        answer.on,
        asked.provider.id,
        asked.provider.name,
        answer.requirement.value,
        "; ".join(answer.because),
        "; ".join(answer.missing),
        *_counts(answer),
        room and room.pupils,
        room and room.with_ehc_plan,
        room and room.looked_after,
        answer.law and answer.law.key,
        other and other.law and other.law.key,
        other and other.requirement.value,
    )


def _counts(answer: RegistrationRequirement) -> tuple[int | None, ...]:
    """Answer the least and the most of each sort; nothing where no law says who is full-time."""
    least, most = answer.tally.certain, answer.tally.possible
    sorts = (
        (least.pupils, most.pupils),
        (least.with_ehc_plan, most.with_ehc_plan),
        (least.looked_after, most.looked_after),
    )
    return tuple(number if answer.law else None for sort in sorts for number in sort)


def _periods(asked: Asked) -> Iterator[tuple[object, ...]]:
    for each in asked.timeline or ():
        answer = each.answer
        since = "" if each.closest.on == answer.on else f"from {each.closest.on}: "
        reasons = since + "; ".join(each.closest.because)
        yield asked.requirement.on, asked.provider.id, each.starts, each.ends, answer.requirement.value, reasons
