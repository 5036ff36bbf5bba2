"""Where things stand: the checkout, its documentation, its worked example."""

from __future__ import annotations

from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
DOCS = HOUSE / "docs"
RECORDS = HOUSE / "records"
EXAMPLES = HOUSE / "tests" / "examples"
