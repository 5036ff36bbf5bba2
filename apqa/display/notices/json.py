"""The letters that tell of a step of escalation, as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json

if TYPE_CHECKING:
    from apqa.display.notices.answer import NoticesAnswer, Prepared
    from apqa.questions.escalation.telling import Telling


def json_notices(answer: NoticesAnswer) -> str:
    """Write every letter with what it says, and everybody who must be told."""
    decision = answer.decision
    return to_json(
        envelope(
            answer.header,
            provider={"id": answer.provider.id, "name": answer.provider.name},
            step=decision.step.value if decision else None,
            since=decision.on if decision else None,
            dry_run=answer.dry_run,
            record=answer.record,
            unread=answer.unread,
            letters=[_letter(each) for each in answer.prepared],
            told=[told_fields(each) for each in answer.told],
        )
    )


def told_fields(telling: Telling) -> dict[str, object]:
    """Name who must be told, and how far that has come."""
    return {
        "name": telling.to.name,
        "kind": telling.to.kind.value,
        "email": telling.to.email,
        "placements": telling.to.placements,
        "state": telling.state.value,
        "on": telling.on,
        "how": telling.how,
    }


def _letter(prepared: Prepared) -> dict[str, object]:
    return {
        "name": prepared.notice.to.name,
        "again": prepared.notice.is_again,
        "files": prepared.files,
        "text": prepared.text,
    }
