"""The council's visits as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json

if TYPE_CHECKING:
    from apqa.display.visits.answer import LastVisit, VisitsAnswer
    from apqa.questions.visits.rows import VisitRow


def json_visits(answer: VisitsAnswer) -> str:
    """Write everything shown, the most urgent first, and the last visit to each provider."""
    return to_json(
        envelope(
            answer.header,
            by=answer.last,
            provider=answer.provider,
            counts={standing.value: number for standing, number in answer.counts.items()},
            later=answer.later,
            unread=answer.unread,
            visits=[row_fields(row, answer) for row in answer.rows],
            look_at=answer.look_at,
            last_visits=[_last(provider, last) for provider, last in (answer.last_visits or {}).items()],
        )
    )


def row_fields(row: VisitRow, answer: VisitsAnswer) -> dict[str, object]:
    """Name the parts of one thing that is open."""
    return {
        "standing": row.standing.value,
        "is_late": row.is_late,
        "due": row.due,
        "provider": row.provider,
        "provider_name": answer.names.get(row.provider, ""),
        "title": row.title,
        "visit": row.visit,
        "says": row.says,
        "needs": row.needs,
        "ask": row.ask,
        "clause": row.clause,
        "path": row.path,
    }


def _last(provider: str, last: LastVisit | None) -> dict[str, object]:
    return {
        "provider": provider,
        "visit": last.visit if last else "",
        "on": last.on if last else None,
        "outcome": last.outcome if last else "",
    }
