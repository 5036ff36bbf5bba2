"""Every visit: those told with their notes, and those planned, cancelled or not yet written up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.reviews import audits, autumn, others, yearly
from demo.story.reviews.sealing import sealed
from demo.story.reviews.telling import visit
from demo.story.writing import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


def visits() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every visit, with its id."""
    for tale in (*autumn.TALES, *yearly.TALES, *others.TALES, *audits.TALES):
        name = f"{tale.on}-{tale.provider}"
        yield name, sealed(name, visit(tale))
    yield from _without_note()


def _without_note() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "2026-06-30-bitmarsh", _plain("routine", "done", "lab", provider_staff=["lab director"])
    yield "2026-11-17-hedgepig-hollow", _plain("routine", "done", "sanctuary", provider_staff=["sanctuary manager"])
    yield "2026-02-03-quince-garden", _plain("routine", "cancelled", "walled-garden", purpose="Called off: storm.")
    yield (
        "2026-12-02-oxbow-outdoors",
        _plain(
            "initial_due_diligence",
            "planned",
            "basecamp",
            officers=["health_and_safety"],
            purpose="First visit before a decision about the list.",
            look_at=[
                "instructors' licences",
                "single central record",
                "insurances still missing",
                "the placement already made",
            ],
        ),
    )
    yield (
        "2026-12-08-cornerstool",
        _plain(
            "follow_up",
            "planned",
            "gym",
            officers=["safeguarding"],
            purpose="To see whether the central record is complete and the suspension can be reviewed.",
            look_at=["single central record, every entry", "the action plan's overdue actions", "attendance returns"],
        ),
    )
    yield (
        "2027-01-20-gasket-lane",
        _plain(
            "annual_validation", "planned", "workshop", purpose="Yearly visit.", look_at=["whole weeks of all pupils"]
        ),
    )


def _plain(kind: str, status: str, site: str, **more: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "status": status,
        "site": site,
        "starts_at": quoted("10:00"),
        "announced": True,
        "lead": "designated_officer",
        **more,
    }
