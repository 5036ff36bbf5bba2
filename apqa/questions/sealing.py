"""The seal of a note of visit: what it said when it was circulated, in short (QF-56, QF-57).

A circulated note is not edited. Its seal tells whether it says today what it said then.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import date, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from apqa.records.action import Action
from apqa.records.base import Part
from apqa.records.note import Amendment, Note
from apqa.records.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.rule import Path

_VERSION = "v1"
"""Of how the seal is made. Whoever changes that raises it, so that older seals are not taken for broken."""

_SIGNS = 16

LIVING: Mapping[type[Part], frozenset[str]] = {
    Visit: frozenset(
        {"local", "look_at", "refused_on", "senior_management_decided", "senior_management_told", "status"}
        | {"identifies_nobody", "taken_to_senior_management"}
    ),
    Note: frozenset(
        {"amendments", "circulation", "escalation", "facts_asked_on", "filed"}
        | {"provider_responded_on", "provider_response", "seal"}
    ),
    Amendment: frozenset({"seal"}),
    Action: frozenset({"done_on", "status", "updates", "verified_by", "verified_on"}),
}
"""What goes on being written after a note went out, and is no part of what it said."""


def seal_of(visit: Visit) -> str:
    """Answer the seal of a visit and its note as they stand. How their lines are broken makes no difference."""
    return _sealed(_said(visit))


def seal_of_amendment(visit: Visit, amendment: Amendment) -> str:
    """Answer the seal of an amendment to the note of a visit, as it stands."""
    return _sealed({"visit": visit.id, "amendment": _said(amendment)})


def changed_amendments(visit: Visit) -> tuple[int, ...]:
    """Answer the numbers of the amendments that do not say what they said when they were sealed."""
    return tuple(
        number
        for number, each in enumerate(visit.note.amendments if visit.note else ())
        if each.seal is not None and _is_known(each.seal) and each.seal != seal_of_amendment(visit, each)
    )


def unknown_seals(visit: Visit) -> tuple[tuple[str, Path], ...]:
    """Answer the seals of a note and its amendments that were made in a way not known here, and where each stands."""
    if visit.note is None:
        return ()
    seals: list[tuple[str | None, Path]] = [(visit.note.seal, ("note", "seal"))]
    seals += [(each.seal, ("note", "amendments", at, "seal")) for at, each in enumerate(visit.note.amendments)]
    return tuple((seal, at) for seal, at in seals if seal is not None and not _is_known(seal))


def _is_known(seal: str) -> bool:
    return seal.startswith(f"{_VERSION}-")


def _sealed(said: Any) -> str:
    written = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{_VERSION}-{sha256(written.encode()).hexdigest()[:_SIGNS]}"


def is_as_sealed(visit: Visit) -> bool | None:
    """Answer whether a note says what it said when it was sealed; none where no seal that is known here can tell."""
    seal = visit.note.seal if visit.note else None
    if seal is None or not _is_known(seal):
        return None
    return seal == seal_of(visit)


def _said(value: Any) -> Any:
    """Write a value in one way only; what nothing is recorded of is left out, so that new keys break no old seal."""
    if isinstance(value, Part):
        living = LIVING.get(type(value), frozenset())
        names = (name for name in type(value).model_fields if name not in living)
        said = ((name, _said(getattr(value, name))) for name in names)
        return {name: each for name, each in said if each not in (None, [], {})}
    if isinstance(value, tuple):
        return [_said(each) for each in value]
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value
