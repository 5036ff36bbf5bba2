"""Records written together: all of them, or none."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from apqa.errors import ApqaError, why_not_written
from apqa.writing.outfile import put_in_place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class ToWrite(NamedTuple):
    """One file, what stands in it now, and what is to stand in it."""

    target: Path
    old: bytes | None
    """None where there is no file yet."""

    new: bytes


def write_together(files: Sequence[ToWrite], of: str = "this form", again: str = "receive the form again") -> None:
    """Write files whole, each beside its place first; where one cannot be put there, put back those that were.

    `of` and `again` say in an error of what nothing was written, and how to try again.

    Raises `ApqaError` where a file cannot be written, or is not as it was when it was read.
    """
    beside: list[tuple[ToWrite, Path]] = []
    done: list[ToWrite] = []
    try:
        for each in files:
            _refuse_changed(each, again)
            beside.append((each, _written_beside(each)))
        for each, path in beside:
            put_in_place(path, each.target)
            done.append(each)
    except OSError as error:
        for each in done:
            _put_back(each)
        what = error.filename or files[0].target
        raise ApqaError(f"cannot write {what}: {why_not_written(error)}; nothing of {of} was written") from error
    finally:
        for _, path in beside:
            path.unlink(missing_ok=True)


def _refuse_changed(each: ToWrite, again: str) -> None:
    now = each.target.read_bytes() if each.target.exists() else None
    if now != each.old:
        raise ApqaError(f"{each.target} was changed in the meantime: {again}; nothing of it was written")


def _written_beside(each: ToWrite) -> Path:
    each.target.parent.mkdir(parents=True, exist_ok=True)
    path = each.target.with_name(f".{each.target.name}.{os.urandom(6).hex()}.tmp")
    with path.open("xb") as file:
        file.write(each.new)
        file.flush()
        os.fsync(file.fileno())
    if each.old is not None:
        path.chmod(stat.S_IMODE(each.target.stat().st_mode))
    return path


def _put_back(each: ToWrite) -> None:
    if each.old is None:
        each.target.unlink(missing_ok=True)
    else:
        each.target.write_bytes(each.old)
