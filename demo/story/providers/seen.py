"""Evidence: what was seen, when, by whom, and where it is filed."""

from __future__ import annotations

from typing import Any

from demo.story.days import day

OFFICER = "designated officer"


def evidence(sketch_id: str, seen: str, on: str, filed: str, by: str = OFFICER) -> dict[str, Any]:
    """Tell what was seen, when, by whom, and where it is filed."""
    return {"seen": seen, "on": day(on), "by": by, "filed": f"AP/{sketch_id}/{filed}"}
