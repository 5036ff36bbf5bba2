"""What the Tab key completes: ids and files of the records at hand, and the words that options take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from apqa.errors import ApqaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def complete_providers(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of the providers at hand."""
    return list(_ids(ctx, "provider", incomplete))


def complete_placements(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of the placements at hand."""
    return list(_ids(ctx, "placement", incomplete))


def complete_visits(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of the visits at hand."""
    return list(_ids(ctx, "visit", incomplete))


def complete_parties(incomplete: str) -> list[str]:
    """Complete whose side a recipient of a note is on; who it is, by role, is typed."""
    from apqa.vocabulary.review import Party

    return beginning(incomplete, (f"{each}=" for each in Party))


def complete_terms(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the reporting periods of the calendars at hand."""
    from apqa.vocabulary.reporting import ReportingPeriod

    years = dict.fromkeys(each[:7] for each in _ids(ctx, "calendar", ""))
    return beginning(incomplete, (f"{year}-{period}" for year in years for period in ReportingPeriod))


def complete_academic_years(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the academic years of the calendars at hand."""
    return beginning(incomplete, sorted({each[:7] for each in _ids(ctx, "calendar", "")}))


def complete_paths(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the files and folders of the records, as seen from the records folder or from here.

    A folder comes with what is in it, so that no shell takes it for the end of the word.
    """
    root = _root(ctx)
    if root is None:
        return []
    found = list(dict.fromkeys(each for start in (root, Path.cwd()) for each in _below(start, root, incomplete)))
    alone = len(found) == 1 and found[0].endswith("/")
    return [*found, *complete_paths(ctx, found[0])] if alone else found


def complete_kinds(incomplete: str) -> list[str]:
    """Complete the kinds of record."""
    from apqa.records.kinds import KINDS

    return beginning(incomplete, (kind.key for kind in KINDS))


def complete_new_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the id of a new record as far as records at hand are part of it: a provider's id, a placement's."""
    from apqa.records.kinds import ACTION_PLAN, SELF_ASSESSMENT, TERMLY_REPORT, kind_named

    kind = kind_named(str(ctx.params.get("kind")))
    if kind in {ACTION_PLAN, SELF_ASSESSMENT}:
        return [f"{each}/" for each in _ids(ctx, "provider", incomplete)]
    term, slash, placement = incomplete.partition("/")
    if kind is TERMLY_REPORT and slash:
        return [f"{term}/{each}" for each in _ids(ctx, "placement", placement)]
    return []


def complete_years(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the school years of the self-assessments at hand of the provider that was typed."""
    from apqa.records.kinds import SELF_ASSESSMENT

    root, provider = _root(ctx), str(ctx.params.get("provider") or "")
    if root is None or SELF_ASSESSMENT.id_of(f"{provider}/2000-01") is None:
        return []
    files = sorted((root / SELF_ASSESSMENT.folder / provider).glob("*.yaml"))
    return beginning(incomplete, (file.stem for file in files if SELF_ASSESSMENT.id_of(f"{provider}/{file.stem}")))


def complete_clauses(incomplete: str) -> list[str]:
    """Complete the ids of the framework's clauses."""
    from apqa.guidance.clauses import clauses

    return beginning(incomplete, (each.id for each in clauses()))


def complete_draft(incomplete: str) -> list[str]:
    """Complete what can be said of a draft placement: the last of the keys, behind those that are there."""
    from apqa.questions.checks.what_if import KEYS

    said, comma, last = incomplete.rpartition(",")
    given = {part.partition("=")[0] for part in said.split(",")}
    return [f"{said}{comma}{key}=" for key in KEYS if key.startswith(last) and key not in given]


def beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    """Answer the names that begin so, in small or capital letters; what is typed stays as it is."""
    typed = len(incomplete)
    return [incomplete + name[typed:] for name in names if name[:typed].lower() == incomplete.lower()]


def _root(ctx: typer.Context) -> Path | None:
    """Answer the records folder, where there is one."""
    from apqa.cli.opening import records_folder

    named = ctx.params.get("records")
    try:
        return records_folder(Path(named) if named else None).resolve()
    except (ApqaError, OSError):
        return None


def _ids(ctx: typer.Context, kind: str, incomplete: str) -> Iterator[str]:
    """Answer the ids that begin so, from the names of the files that a record may have."""
    from apqa.reading.names import name_trouble
    from apqa.records.kinds import kind_named

    root, of = _root(ctx), kind_named(kind)
    if root is None or of is None:
        return
    for file in sorted((root / of.folder).glob("*.yaml")):
        path = f"{of.folder}/{file.name}"
        if file.stem.startswith(incomplete) and of.id_of(path) and file.is_file() and not name_trouble(path, file.name):
            yield file.stem


def _below(start: Path, root: Path, incomplete: str) -> Iterator[str]:
    """Answer what begins so below a folder, as far as it leads into the records or lies in them."""
    folder, slash, name = incomplete.replace("\\", "/").rpartition("/")
    try:
        entries = sorted((start / f"{folder}{slash}").iterdir())
    except OSError:
        return
    for entry in entries:
        real = entry.resolve()
        leads = real.is_relative_to(root) or (root.is_relative_to(real) and real.is_dir())
        if leads and entry.name.startswith(name) and not entry.name.startswith("."):
            yield f"{folder}{slash}{entry.name}{'/' if real.is_dir() else ''}"
