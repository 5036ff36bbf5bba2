"""A new records folder: every file it starts with, and the writing of them beside whatever is there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import apqa
from apqa.errors import ApqaError, UsageError
from apqa.forms.accepted import refuse_unreadable
from apqa.forms.fresh_file import write_fresh
from apqa.forms.new_record import record_text
from apqa.forms.sample_year import sample_calendar, school_year, year_name
from apqa.forms.schemas import schema_files
from apqa.forms.shipped import shipped
from apqa.forms.templates import OWN, filled
from apqa.records.kinds import AUTHORITY, CALENDAR, KINDS
from apqa.records.schema.docstrings import about
from apqa.records.schema.generate import file_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from apqa.records.kinds import Kind

SAMPLE_NAME = "Sample Council"
_INIT, _FOLDER = "init", "init-folder/README.md.j2"
_TEMPLATE, _DOT = ".j2", "dot-"
_RECORDS = "records"


@dataclass(slots=True)
class Made:
    """What came of making a records folder."""

    written: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    """Files that were there already and stay as they are."""


def make_folder(top: Path, authority: Mapping[str, Any], on: date) -> Made:
    """Make a records folder in `top`, writing over nothing.

    Raises `UsageError`, before anything is written, where there are records already or a file is in the way.
    """
    files = _files(top, authority, on)
    _refuse_what_is_in_the_way(top, files)
    made = Made()
    for path, text in files.items():
        if (top / path).exists():
            made.left_alone.append(path)
        else:
            write_fresh(top / path, text)
            made.written.append(path)
    return made


def _files(top: Path, authority: Mapping[str, Any], on: date) -> dict[str, str]:
    """Write every file, by its path. The authority comes last: with it, the folder counts as one of records."""
    first = school_year(on)
    year, root = year_name(first), top / _RECORDS
    who = record_text(AUTHORITY, AUTHORITY.id_example, authority, root, on)
    when = record_text(CALENDAR, year, sample_calendar(first), root, on)
    refuse_unreadable(AUTHORITY, AUTHORITY.id_example, who)
    return {
        **_surroundings(authority, year),
        **{f"schemas/{name}": text for name, text in schema_files().items()},
        **{f"{_RECORDS}/{kind.folder}/README.md": _folder_page(kind) for kind in KINDS if kind.folder},
        f"{_RECORDS}/{CALENDAR.path(year)}": when,
        f"{_RECORDS}/{AUTHORITY.path(AUTHORITY.id_example)}": who,
    }


def _surroundings(authority: Mapping[str, Any], year: str) -> dict[str, str]:
    """Fill the templates for what stands around the records: pages, settings of git, editors and checks."""
    templates = shipped(OWN)
    if templates is None:
        raise ApqaError("the templates that come with apqa are missing: install apqa again")
    values = {
        "council": " ".join(authority["name"].split()),
        "time_zone": authority.get("time_zone", "Europe/London"),
        "year": year,
        "version": apqa.__version__,
        "kinds": [_described(kind) for kind in KINDS],
    }
    made = {}
    for file in sorted(each for each in (templates / _INIT).rglob("*") if each.is_file()):
        name = file.relative_to(templates / _INIT).as_posix()
        text = filled(f"{_INIT}/{name}", values) if name.endswith(_TEMPLATE) else file.read_text(encoding="utf-8")
        made[_named(name)] = text
    return made


def _named(name: str) -> str:
    """Answer the path a template is for. Names that begin with a dot would not all travel; theirs begin with a word."""
    parts = [f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in name.split("/")]
    return "/".join(parts).removesuffix(_TEMPLATE)


def _described(kind: Kind) -> dict[str, str]:
    example = kind.path(kind.id_example)
    nested = "**/*.yaml" if "/" in kind.id_example else "*.yaml"
    return {
        "where": f"{kind.folder}/" if kind.folder else example,
        "holds": _sentence(kind),
        "schema": file_name(kind),
        "files": f"{kind.folder}/{nested}" if kind.folder else example,
    }


def _sentence(kind: Kind) -> str:
    """Answer what a kind of record is, in its first sentence."""
    return about(kind.model).split("\n")[0].partition(" Kept as")[0]


def _folder_page(kind: Kind) -> str:
    plural = kind.folder.replace("-", " ").capitalize()
    values = {
        "title": plural,
        "holds": _sentence(kind),
        "example": kind.path(kind.id_example),
        "name": kind.name,
        "key": kind.key,
        "pupil_level": kind.pupil_level,
    }
    return filled(_FOLDER, values)


def _refuse_what_is_in_the_way(top: Path, files: Mapping[str, str]) -> None:
    whole = os.path.realpath(top)
    home = os.path.expanduser("~")  # noqa: PTH111 - pathlib raises where nobody has a home
    if whole in {os.path.realpath(top.absolute().anchor), os.path.realpath(home)}:
        raise UsageError(f"{whole} holds everything else, too: name a folder of its own, such as our-council")
    if any((top / _RECORDS).rglob("*.yaml")):
        raise UsageError(f"there are records in {top / _RECORDS} already: `apqa new` adds to them")
    around = (top.absolute(), *top.absolute().parents)
    if inside := next((each for each in around if (each / AUTHORITY.path(AUTHORITY.id_example)).is_file()), None):
        raise UsageError(f"{inside} is a records folder already, and there is no room for another in it")
    for path in files:
        if (top / path).is_dir():
            raise UsageError(f"{top / path} is a folder, and a file of that name belongs there: move it first")
        way = (top / path).absolute().parents
        if blocked := next((each for each in way if each.exists() and not each.is_dir()), None):
            raise UsageError(f"{blocked} is a file, and a folder of that name belongs there: move it first")
