"""New files: written whole, and never over another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from apqa.errors import ApqaError, UsageError, why_not_written

if TYPE_CHECKING:
    from pathlib import Path


def write_fresh(target: Path, text: str) -> None:
    """Write a file of text that is not there yet, as `write_fresh_bytes` does."""
    write_fresh_bytes(target, text.encode())


def write_fresh_bytes(target: Path, data: bytes) -> None:
    """Write a file that is not there yet, with its folder. Whoever looks sees nothing, or all of it.

    Raises `UsageError` where something is there already.
    """
    beside = target.with_name(f".{target.name[:100]}.{os.urandom(6).hex()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _put_in_place(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError as error:
        raise UsageError(f"{target} is there already, and apqa writes over nothing") from error
    except OSError as error:
        raise ApqaError(f"cannot write {target}: {why_not_written(error)}") from error


def _put_in_place(beside: Path, target: Path) -> None:
    """Give the file its name. A link never takes another's place; a disk without links is asked first."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists() or target.is_symlink():
            raise FileExistsError(target) from None
        beside.replace(target)
