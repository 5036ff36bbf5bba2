"""The whole dashboard: every page, with the values its template is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import coded, unnamed
from apqa.display.dashboard.due import due_page
from apqa.display.dashboard.expiries import expiries_page
from apqa.display.dashboard.first import first_page
from apqa.display.dashboard.headroom import registration_page
from apqa.display.dashboard.outcomes import outcomes_page
from apqa.display.dashboard.returns import returns_page
from apqa.display.dashboard.steps import providers_page
from apqa.display.dashboard.words import several
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from apqa.display.dashboard.look import Look

_SHORT = 10

PAGES = (
    (first_page, "Today"),
    (due_page, "Due"),
    (providers_page, "Providers"),
    (expiries_page, "Expiries"),
    (registration_page, "Registration"),
    (returns_page, "Returns"),
    (outcomes_page, "Outcomes"),
)
"""Every page, and what the way to it is called."""


def site(look: Look) -> dict[str, dict[str, object]]:
    """Answer the values of every page by its name, such as `due`; the first page is `index`."""
    day = plain(look.on)
    pages = [(make(look, day), name) for make, name in PAGES]
    ways = [{"key": page.key, "name": name, "file": f"{page.key}.html"} for page, name in pages]
    values = {
        "council": unnamed(look.council),
        "day": day,
        "day_iso": look.on.isoformat(),
        "commit": _commit(look),
        "version": look.header.version,
        "ways": ways,
        "unread": _unread(look),
        "coded": coded,
    }
    return {page.key: {**values, "page": page} for page, _ in pages}


def _commit(look: Look) -> str:
    """Name the commit the records are of, and whether they were changed since; or say that there is none."""
    if not look.under_git:
        return "from records that are not under git"
    if not look.header.commit:
        return "from records of which nothing is committed yet"
    return f"commit {look.header.commit[:_SHORT]}{', and changes not committed' if look.changed else ''}"


def _unread(look: Look) -> str:
    """Say that records could not be read, and which command names them; empty where all could be."""
    number = len(look.unread)
    if not number:
        return ""
    what = several(number, "record could not be read: what it says is", "records could not be read: what they say is")
    return f"{what} missing here. `apqa check` names {'it' if number == 1 else 'them'}."
