"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

from apqa.errors import ApqaError, why_not_written

_TRIES = 10 if os.name == "nt" else 1
"""Windows refuses to replace a file that a scanner or an editor is looking at; it soon stops."""


def write_whole(output: Path, data: bytes) -> None:
    """Write a file so that whoever reads it sees the old content or the new, never a part.

    A link is followed. A device or a pipe cannot be replaced and is written as it comes.
    """
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(output)), data)
    except OSError as error:
        remedy = "name a file in a folder that is there and that you may write to"
        raise ApqaError(f"cannot write {output}: {why_not_written(error)}; {remedy}") from error


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target, then put it in the target's place."""
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(6).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        put_in_place(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def put_in_place(beside: Path, target: Path) -> None:
    """Put a finished file in the place of another, patiently where a program is looking at it."""
    for left in reversed(range(_TRIES)):
        try:
            beside.replace(target)
        except PermissionError:
            if not left:
                raise
            time.sleep(0.1)
        else:
            return
