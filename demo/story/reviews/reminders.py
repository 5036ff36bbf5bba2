"""Letters the officer prepared in the autumn, as apqa remembers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import day

if TYPE_CHECKING:
    from collections.abc import Iterator

_REPORT_DUE, _INSURANCE_ENDS = "2026-09-16", "2026-10-31"
_INSURANCE = "provider/harbour-loft/insurance/public_liability"


def reminders() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every reminder, with its id: of two summer reports, and of an insurance before and after it ended."""
    for provider, name, role, email, placement in (
        ("bitmarsh", "Bitmarsh Digital Lab", "lab director", "office@bitmarsh.example", "PL-JPFFV"),
        ("cornerstool", "Cornerstool Boxing and Fitness", "head coach", "office@cornerstool.example", "PL-1CCSE"),
    ):
        to = {"owes": "provider", "name": name, "provider": provider, "role": role, "email": email}
        report = _of(f"termly_report/2025-26-summer/{placement}", _REPORT_DUE, "overdue")
        yield f"2026-09-28-provider-{provider}", _sent(to, report, "2026-09-28")
    to = {
        "owes": "provider",
        "name": "Harbour Loft",
        "provider": "harbour-loft",
        "role": "head of provision",
        "email": "office@harbour-loft.example",
    }
    yield "2026-10-19-provider-harbour-loft", _sent(to, _of(_INSURANCE, _INSURANCE_ENDS, "due_soon"), "2026-10-19")
    yield "2026-11-03-provider-harbour-loft", _sent(to, _of(_INSURANCE, _INSURANCE_ENDS, "overdue"), "2026-11-04")


def _of(duty: str, due: str, rung: str) -> dict[str, Any]:
    return {"duty": duty, "due": day(due), "rung": rung}


def _sent(to: dict[str, Any], duty: dict[str, Any], on: str) -> dict[str, Any]:
    return {"to": to, "duties": [duty], "sent_on": day(on), "sent_by": "designated officer"}
