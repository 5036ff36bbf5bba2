"""The council's own records: authority.yaml and a calendar for each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chance import FIRST_YEAR, LAST_YEAR, school_year
from writing import written

if TYPE_CHECKING:
    from collections.abc import Iterator


def council_records() -> Iterator[tuple[str, str]]:
    """Give the path and the text of each record of the council itself."""
    yield "authority.yaml", written("authority")
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        yield f"calendar/{school_year(year)}.yaml", written("calendar", first=year, second=year + 1)
