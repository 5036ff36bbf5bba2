"""What falls due as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.records.kinds import kind_of

if TYPE_CHECKING:
    from apqa.display.due.answer import DueAnswer
    from apqa.questions.due.duty import Duty


def json_due(answer: DueAnswer) -> str:
    """Write every duty shown, the most urgent first, and what is not known."""
    return to_json(
        envelope(
            answer.header,
            by=answer.last,
            term=answer.term,
            counts={state.value: number for state, number in answer.counts.items()},
            later=answer.later,
            notes=answer.notes,
            unread=answer.unread,
            duties=[duty_fields(duty, answer) for duty in answer.duties],
        )
    )


def duty_fields(duty: Duty, answer: DueAnswer) -> dict[str, object]:
    """Name the parts of one duty."""
    late = duty.late(answer.header.on) if answer.header.on else None
    return {
        "key": duty.key,
        "kind": duty.kind.value,
        "title": duty.title,
        "state": duty.state.value,
        "due": duty.due,
        "days_late": late.days if late else None,
        "school_days_late": duty.school_days_late,
        "provider": duty.provider,
        "provider_name": answer.names.get(duty.provider, ""),
        "commissioner": duty.commissioner,
        "placement": duty.placement,
        "owes": duty.owes.value,
        "ask": duty.ask,
        "says": duty.says,
        "clause": duty.clause,
        "basis": duty.basis,
        "path": kind_of(duty.record).path(duty.record.id),
    }
