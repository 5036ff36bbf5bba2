"""Who must be told of a step of escalation, as CSV: a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import csv_text

if TYPE_CHECKING:
    from apqa.display.notices.answer import NoticesAnswer

COLUMNS = ("on", "provider", "step", "since", "name", "kind", "email", "placements", "state", "state_on", "how")


def csv_notices(answer: NoticesAnswer) -> str:
    """Write one row for each who must be told, as it stands afterwards."""
    decision = answer.decision
    rows = (
        (
            answer.header.on,
            answer.provider.id,
            decision.step.value if decision else "",
            decision.on if decision else None,
            each.to.name,
            each.to.kind.value,
            each.to.email,
            ", ".join(each.to.placements),
            each.state.value,
            each.on,
            each.how,
        )
        for each in answer.told
    )
    return csv_text(rows, COLUMNS)
