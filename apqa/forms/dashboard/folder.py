"""The folder a dashboard lies in: written beside first, then put in place; nothing of anybody else's is touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from apqa.errors import ApqaError, UsageError, why_not_written
from apqa.writing.outfile import put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MARK = "made-by-apqa.txt"
"""The file by which a dashboard is known again. It names the pages, so that one that is no more made goes away."""

_SAYS = (
    "This folder was made by `apqa dashboard`, which replaces these files when it is asked again.\n"
    "Files of other names are left alone. Not for publication.\n\n"
)
_LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""What computers leave in folders by themselves."""


def put_in_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a dashboard into its folder, new or with an earlier dashboard in it.

    All of them are written beside first: what fails then, such as a full disk, leaves everything as it was. Then each
    takes its place whole, the mark last. Raises `UsageError` where the folder holds other things and no mark;
    `ApqaError` where it cannot be written.
    """
    earlier = _earlier(folder)
    marked = {**files, MARK: (_SAYS + "".join(f"{name}\n" for name in sorted(files))).encode("utf-8")}
    try:
        if folder.is_dir():
            _renew(folder, marked, earlier)
        else:
            _begin(folder, marked)
    except OSError as error:
        remedy = "name a folder that you may write to, or close what has a page of it open"
        raise ApqaError(f"cannot write {folder}: {why_not_written(error)}; {remedy}") from error


def _earlier(folder: Path) -> tuple[str, ...]:
    """Answer the files of the dashboard that is there; none where there is none yet. Raises `UsageError` otherwise."""
    if folder.is_symlink() and not folder.exists():
        raise UsageError(f"{folder} is a link that leads nowhere: name another folder")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder")
    mark = folder / MARK
    try:
        if mark.is_file():
            return _named_in(mark.read_text(encoding="utf-8", errors="replace"))
        there = sorted(each.name for each in folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise ApqaError(f"{folder} cannot be looked into: {why_not_written(error)}; name another folder") from error
    others = [each for each in there if each.lower() not in _LITTER]
    if others:
        raise UsageError(
            f"{folder} holds other things ({', '.join(others[:3])}{' and more' if len(others) > 3 else ''}) "  # noqa: PLR2004 - three are enough to know it by
            "and no earlier dashboard: name a new folder, or an empty one"
        )
    return ()


def _named_in(text: str) -> tuple[str, ...]:
    """Answer the pages a mark names. Whatever else stands in it names no file that would be taken away."""
    return tuple(line for line in text.splitlines() if line.endswith(".html") and Path(line).name == line)


def _begin(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a new folder: whole, or not at all."""
    beside = folder.with_name(f".{folder.name[:100]}.{os.urandom(6).hex()}.tmp")
    try:
        beside.mkdir()
        _write(beside, files)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _renew(folder: Path, files: Mapping[str, bytes], earlier: Iterable[str]) -> None:
    """Put new files in the place of those of an earlier dashboard, and take away the pages that are no more made."""
    beside = folder / f".{os.urandom(6).hex()}.tmp"
    try:
        beside.mkdir()
        _write(beside, files)
        for name in files:
            put_in_place(beside / name, folder / name)
        for name in earlier:
            if name not in files:
                (folder / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        with (folder / name).open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
