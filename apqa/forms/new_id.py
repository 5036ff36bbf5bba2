"""The id of a new record: given or drawn, and never one that some computer confuses with another."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from apqa.errors import UsageError
from apqa.reading.names import clashes, name_trouble
from apqa.records.kinds import is_school_year
from apqa.records.scalars import why_no_day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from apqa.records.kinds import Kind

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U to misread."""

_LENGTH = 5


def drawn(prefix: str, taken: Collection[str], choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Draw an id such as PL-7K3QX that nobody has, so that two branches hardly ever draw the same."""
    while True:
        token = prefix + "".join(choose(ALPHABET) for _ in range(_LENGTH))
        if token not in taken:
            return token


def refuse_bad_id(kind: Kind, record_id: str, root: Path) -> None:
    """Raise `UsageError` where a record of that id cannot be made: no id, reserved, taken, or confusable."""
    path = kind.path(record_id)
    if kind.id_of(path) != record_id:
        raise UsageError(_why_no_id(kind, record_id))
    *folders, name = path.split("/")
    for each in folders:
        _refuse_reserved(path, each, folder=True)
    _refuse_reserved(path, name)
    for number, each in enumerate((*folders, name)):
        _refuse_clash(root.joinpath(*folders[:number]), each, last=number == len(folders))


def _why_no_id(kind: Kind, record_id: str) -> str:
    """Say why a text is no id of a kind: what day or school year in it there is not, or what one is like."""
    form = re.fullmatch(kind.id_form, record_id, re.ASCII)
    day, year = (form.groupdict().get(part) for part in ("day", "year")) if form else (None, None)
    if day and (why := why_no_day(day)):
        return f"'{record_id}' is no {kind.name}'s id: {why}"
    if year and not is_school_year(year):
        return f"'{record_id}' is no {kind.name}'s id: there is no school year {year}, as 2026-27 is one"
    return f"'{record_id}' is no {kind.name}'s id: one is like {kind.id_example}"


def _refuse_reserved(path: str, name: str, *, folder: bool = False) -> None:
    if trouble := name_trouble(path, name, folder=folder):
        raise UsageError(f"{path} cannot be the name of a file: {trouble.message}")


def _refuse_clash(folder: Path, name: str, *, last: bool) -> None:
    there = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    if last and name in there:
        raise UsageError(f"{folder / name} is there already, and apqa writes over nothing")
    found = next(clashes("", [*(each for each in there if each != name), name]), None)
    if found and name.casefold() in {each.casefold() for each in there if each != name}:
        raise UsageError(f"{folder / name} is too like a name that is there: {found.message}")
