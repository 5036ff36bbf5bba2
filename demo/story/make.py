"""Write the worked example: every record of the story into `records/`, the same bytes every time.

python -m demo.story.make
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demo.story.council import authority, calendars
from demo.story.placements.everyone import cases, placements
from demo.story.providers.everyone import providers
from demo.story.providers.headcounts import headcounts
from demo.story.reports import termly_reports
from demo.story.reviews.assessments import self_assessments
from demo.story.reviews.plans import action_plans
from demo.story.reviews.reminders import reminders
from demo.story.reviews.visits import visits
from demo.story.reviews.waivers import waivers
from demo.story.writing import record_text

ROOT = Path(__file__).resolve().parents[2]

Told = Iterator[tuple[str, str, dict[str, Any]]]
"""The kind of a record, its path below the records folder without the ending, and what it holds."""


def story() -> Told:
    """Tell every record."""
    all_cases = cases()
    yield "authority", "authority", authority()
    for name, calendar in calendars().items():
        yield "calendar", f"calendar/{name}", calendar
    for name, provider in providers().items():
        provider["headcounts"] = headcounts(name, all_cases)
        yield "provider", f"providers/{name}", _without_nothing(provider)
    for name, told in placements(all_cases).items():
        yield "placement", f"placements/{name}", _without_nothing(told, keep=_SAID_WHEN_EMPTY)
    yield from _reviews()
    for name, told in termly_reports(all_cases):
        yield "termly-report", f"termly-reports/{name}", _without_nothing(told)


_SAID_WHEN_EMPTY = frozenset({"ehc_plans", "looked_after", "registered_at"})
"""Lists that say "none" when they are empty; an empty list elsewhere is left out."""


def _reviews() -> Told:
    for name, told in visits():
        yield "visit", f"visits/{name}", _without_nothing(told)
    for name, told in self_assessments():
        yield "self-assessment", f"self-assessments/{name}", _without_nothing(told)
    for name, told in action_plans():
        yield "action-plan", f"action-plans/{name}", _without_nothing(told)
    for name, told in waivers():
        yield "waiver", f"waivers/{name}", told
    for name, told in reminders():
        yield "reminder", f"reminders/{name}", told


def _without_nothing(record: dict[str, Any], keep: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Leave out what is empty at the top of a record."""
    return {key: value for key, value in record.items() if key in keep or value not in (None, [], (), {})}


def write(folder: Path) -> int:
    """Write every record into a folder, remove what the story no longer tells, and count the files."""
    told = dict(_files())
    for path in sorted(folder.rglob("*.yaml")):
        if path.relative_to(folder).as_posix() not in told:
            path.unlink()
    for name, text in told.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return len(told)


def _files() -> Iterator[tuple[str, str]]:
    for kind, path, record in story():
        up = "../" * (path.count("/") + 1)
        yield f"{path}.yaml", record_text(record, f"{up}schemas/{kind}.schema.json")


if __name__ == "__main__":
    print(f"{write(ROOT / 'records')} records written")
