"""What may be there and could not be read: no answer counts on its not being there (QF-90)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.records.kinds import PROVIDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.questions.situation import Situation
    from apqa.records.kinds import Kind

_EVERYTHING = "."
_SHOWN = 5
"""How many are named before it is said that there are others."""


def unread_about(kind: Kind, about: str, situation: Situation) -> tuple[str, ...]:
    """Name the records of a kind that could not be read and may mention something; of providers, that one alone."""
    found = situation.records.unreadable(kind, about)
    return tuple(each for each in found if may_be(each, kind, about)) if kind is PROVIDER else found


def may_be_unread(kind: Kind, record_id: str, situation: Situation) -> bool:
    """Answer whether a record may be there that could not be read."""
    return any(may_be(each, kind, record_id) for each in situation.records.unreadable(kind))


def may_be(unread: str, kind: Kind, record_id: str) -> bool:
    """Answer whether what could not be read is a record, hides it, or is another file that claims to be it.

    A file whose name differs in capitals, its ending, a remark ("north-star (1).yaml") or a full stop that hides it may
    be the newer one, and some computers take it for the same. The record of a provider with a longer id is another
    one's. What keeps a whole folder from being read may hide any.
    """
    if unread in {_EVERYTHING, kind.folder, record_id} or kind.path(record_id).startswith(f"{unread}/"):
        return True
    name, meant = (each.rpartition("/")[2].lstrip(".").casefold() for each in (unread, record_id))
    return re.match(rf"{re.escape(meant)}(?![a-z0-9_-])", name) is not None


def paths_of(kind: Kind, unread: Iterable[str]) -> str:
    """Write in a row which files or folders of a kind could not be read."""
    paths = [path_of(kind, each) for each in unread]
    return ", ".join(paths[:_SHOWN]) + (" and others" if len(paths) > _SHOWN else "")


def path_of(kind: Kind, unread: str) -> str:
    """Answer the path of a record that could not be read, named by its id, or of a file or folder named as it is."""
    path = kind.path(unread)
    return path if unread != kind.folder and kind.id_of(path) == unread else unread
