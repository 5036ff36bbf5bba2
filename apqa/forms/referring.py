"""What a new record refers to, which must be there: other records, and the rule that a waiver is for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from apqa.errors import UsageError
from apqa.forms.assigned import type_of
from apqa.records.identifiers import PlacementId, ProviderId, RuleName, VisitId
from apqa.records.kinds import (
    ACTION_PLAN,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
    WAIVER,
    kind_at,
)
from apqa.records.schema.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from apqa.forms.assigned import Way
    from apqa.reading.loader import Library
    from apqa.records.kinds import Kind

_NAMED = ((ProviderId, PROVIDER), (PlacementId, PLACEMENT), (VisitId, VISIT))
_RULE = shape(RuleName).form
_WAIVED_RECORD = ("record",)


def about(kind: Kind, record_id: str) -> tuple[Kind, str] | None:
    """Answer the record that a record's id says it is about; none where it says nothing of the sort."""
    if kind in {SELF_ASSESSMENT, ACTION_PLAN}:
        return PROVIDER, record_id.partition("/")[0]
    if kind is VISIT:
        return PROVIDER, record_id[len("2026-10-06-") :]
    return (PLACEMENT, record_id.rpartition("/")[2]) if kind is TERMLY_REPORT else None


def refuse_id_about_nothing(kind: Kind, record_id: str, root: Path) -> None:
    """Raise `UsageError` where an id says the record is about one that is not there."""
    asked = about(kind, record_id)
    if asked and (why := _why_not_there(*asked, root)):
        raise UsageError(f"{record_id} would be about nothing: {why}")


def why_to_nothing(kind: Kind, way: Way, value: str, root: Path) -> str:
    """Say why a value refers to nothing; empty where what it names is there, or where it names nothing."""
    if not value:
        return ""
    if named := _kind_named(kind, way):
        return _why_not_there(named, value, root)
    if type_of(kind.model, way).form == _RULE:
        return _why_no_waiver(value)
    return _why_no_record(value, root) if (kind, way) == (WAIVER, _WAIVED_RECORD) else ""


def why_at_no_site(kind: Kind, record_id: str | None, data: Mapping[str, Any], root: Path) -> str:
    """Say why a record is at no site of its provider; empty where it is at one, or does not say at which."""
    named = about(kind, record_id) if kind is VISIT and record_id else None
    site, provider_id = data.get("site"), named[1] if named else data.get("provider")
    provider = _library(root).records.provider(provider_id) if site and provider_id else None
    if provider is None or provider.site(str(site)):
        return ""
    return (
        f"{provider.name} has no site {site}: its sites are {', '.join(each.key for each in provider.sites) or 'none'}"
    )


def at_hand(kind: Kind, way: Way, root: Path) -> list[str]:
    """Name the providers there are, where one is asked for. Of other records there may be hundreds."""
    return ids(PROVIDER, root) if _kind_named(kind, way) is PROVIDER else []


def ids(kind: Kind, root: Path) -> list[str]:
    """Answer the ids of the records of a kind, by their files, whether they can be read or not."""
    top = root / kind.folder if kind.folder else root
    files = (file for file in top.glob("**/*.yaml" if kind.folder else "*.yaml") if file.is_file())
    found = (kind.id_of(file.relative_to(root).as_posix()) for file in files)
    return sorted(each for each in found if each)


def pupils(root: Path) -> frozenset[str]:
    """Answer the references of the pupils whose placements can be read."""
    return frozenset(placement.pupil for placement in _library(root).records.placements)


def _library(root: Path) -> Library:
    from apqa.reading.folder import DiskFolder
    from apqa.reading.loader import Library

    return Library(DiskFolder(root))


def near(word: str, known: Iterable[str]) -> str:
    """Suggest the known name that is nearest, to stand at the end of a sentence."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f": did you mean {found[0]}?" if found else ""


def _kind_named(kind: Kind, way: Way) -> Kind | None:
    """Answer the kind of the record that a value names, going by what may stand there."""
    form = type_of(kind.model, way).form
    return next((named for each, named in _NAMED if form is not None and shape(each).form == form), None)


def _why_not_there(kind: Kind, record_id: str, root: Path) -> str:
    known = ids(kind, root)
    if record_id in known:
        return ""
    return f"there is no {kind.name} {record_id}{near(record_id, known) or ': make its record first'}"


def _why_no_waiver(name: str) -> str:
    from apqa.reading.faults import NAMES
    from apqa.rules import rule_named, rule_names

    found = rule_named(name)
    if found is None and name in NAMES:
        return f"{name} is about how a record is written, which is put right and not waived"
    if found is None:
        return f"there is no rule {name}" + (near(name, rule_names()) or "; `apqa rules` lists them")
    return f"{name} states law ({found.basis}), and law cannot be waived" if found.law else ""


def _why_no_record(path: str, root: Path) -> str:
    kind = kind_at(path)
    record_id = kind.id_of(path) if kind else None
    if kind is None or record_id is None or kind.path(record_id) != path:
        return f"{path} is not the path of a record, such as {PROVIDER.path(PROVIDER.id_example)}"
    if record_id in ids(kind, root):
        return ""
    return f"there is no {path}" + near(path, map(kind.path, ids(kind, root)))
