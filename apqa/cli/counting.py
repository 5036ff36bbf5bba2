"""What a check looked at, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.concern import is_of_concern
from apqa.records.kinds import KINDS, PLACEMENT, PROVIDER

if TYPE_CHECKING:
    from apqa.cli.opening import Opened


def counted(opened: Opened, chosen: list[str]) -> dict[str, int]:
    """Count what was looked at, or that of it whose faults are shown: files; what was in use on the day and what not.

    Of a provider that nobody may be placed with, and of a placement that is not live, the rules ask but little.
    """
    records, on = opened.situation.records, opened.situation.on
    providers = [each for each in records.providers if is_chosen(PROVIDER.path(each.id), chosen)]
    placements = [each for each in records.placements if is_chosen(PLACEMENT.path(each.id), chosen)]
    return {
        "files": _files(opened, chosen),
        "providers": len(providers),
        "providers_in_use": sum(is_of_concern(each, opened.situation) for each in providers),
        "placements": len(placements),
        "placements_live": sum(each.is_live(on) for each in placements),
    }


def _files(opened: Opened, chosen: list[str]) -> int:
    """Count the files of records that were looked at, or those of them whose faults are shown."""
    if not chosen:
        return opened.library.files
    records = opened.situation.records
    read = [kind.path(each.id) for kind in KINDS for each in records.all_of(kind)]
    unread = [kind.path(each) for kind in KINDS for each in records.unreadable(kind)]
    return sum(is_chosen(path, chosen) for path in (*read, *unread))


def is_chosen(path: str, chosen: list[str]) -> bool:
    """Answer whether a file is one that was chosen or lies below it; all are where nothing was chosen."""
    return not chosen or any(way in {"", path} or path.startswith(f"{way}/") for way in chosen)
