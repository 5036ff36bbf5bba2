"""The records folder on a disk."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from apqa.errors import UnreadableRecordsError
from apqa.reading.limits import LIMITS, Limits
from apqa.reading.names import clashes, is_hidden, is_passed_over, name_trouble, printable
from apqa.reading.source import SourceTrouble, UnreadError

RECORDS = "records"
AUTHORITY = "authority.yaml"

_READ_FLAGS = os.O_RDONLY
for _flag in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY"):
    # Each is missing on one system or another. Without O_NONBLOCK, opening a FIFO would wait for its other end.
    _READ_FLAGS |= getattr(os, _flag, 0)

_REFUSES_LINKS = hasattr(os, "O_NOFOLLOW")
"""Whether the system can be told to open no link, so that nobody need ask before whether it is one."""

_LEAVES = "It is a link to somewhere outside the records folder, or lies behind one, and was not followed."
_NOT_A_FILE = "It is no ordinary file (perhaps a pipe, a device, or a link to a folder) and was not opened."


class DiskFolder:
    """The files below one folder of a disk, as they are now."""

    def __init__(self, root: Path, limits: Limits = LIMITS) -> None:
        """Point at the records folder. Nothing is read yet."""
        self._root = Path(os.path.realpath(root))
        self._prefix = str(self._root / "_")[:-1]
        self._limits = limits
        self._troubles: dict[SourceTrouble, None] = {}
        self._inside: set[str] = set()

    @property
    def troubles(self) -> list[SourceTrouble]:
        """Answer what went wrong so far, in the order of the paths, each thing once."""
        return sorted(self._troubles, key=lambda trouble: (trouble.path, trouble.rule))

    def paths(self, under: str = "") -> tuple[str, ...]:
        """List the files of a folder and of the folders in it, in the order of their paths.

        A file that is too large is found when it is read, which spares asking every file for its size.

        Raises `UnreadableRecordsError` when there are more than any records folder has.
        """
        found: list[str] = []
        waiting = [under.strip("/")]
        if not self._is_inside(waiting[0]):
            self._report("link-leaves-folder", _LEAVES, waiting.pop())
        while waiting:
            waiting += self._scan(waiting.pop(), found)
            if len(found) > self._limits.files:
                said = f"There are more than {self._limits.files:,} files in {self._root}: is that the records folder?"
                raise UnreadableRecordsError(said)
        return tuple(sorted(found))

    def read(self, path: str) -> bytes:
        """Read one file, however it has changed since it was listed. Raises `UnreadError` when that is not possible."""
        content = None
        try:
            descriptor = self._opened(path)
            if descriptor is None:
                self._report("link-leaves-folder", _LEAVES, path)
            else:
                content = self._content(path, descriptor)
        except OSError as error:
            self._report("unreadable-file", _unreadable(error), path)
        if content is None:
            raise UnreadError(path)
        return content

    def apart(self) -> DiskFolder:
        """Answer the same folder: another process can read it as well as this one."""
        return self

    def read_apart(self, path: str) -> None:
        """Take no note: what is wrong with a file is found when it is read here."""

    def _report(self, rule: str, message: str, path: str) -> None:
        self._troubles[SourceTrouble(rule, message, printable(path) or ".")] = None

    def _scan(self, folder: str, found: list[str]) -> list[str]:
        """List one folder: its files go to those found, and the folders in it are answered."""
        try:
            with os.scandir(self._root / folder) as listing:
                every = list(listing)
        except OSError as error:
            if not folder or not isinstance(error, (FileNotFoundError, NotADirectoryError)):
                self._report("unreadable-file", _unreadable(error), folder)
            return []
        names = {item.name for item in every}
        items = [item for item in every if not is_passed_over(item.name, names)]
        prefix = f"{folder}/" if folder else ""
        for trouble in clashes(prefix, [item.name for item in items]):
            self._troubles[trouble] = None
        return [path for item in items if (path := self._sort(item, prefix + item.name, found))]

    def _sort(self, item: os.DirEntry[str], path: str, found: list[str]) -> str | None:
        """Put one thing where it belongs: a file to those found, trouble to the troubles. Answer a folder's path."""
        try:
            is_folder = item.is_dir(follow_symlinks=False)
            if (is_folder and is_hidden(item.name)) or self._is_badly_named(item.name, path, is_folder):
                return None
            if is_folder:
                return path
            if item.is_file(follow_symlinks=False):
                found.append(path)
            elif item.is_symlink():
                self._add_link(item, path, found)
            else:
                self._report("not-a-regular-file", _NOT_A_FILE, path)
        except OSError as error:
            self._report("unreadable-file", _unreadable(error), path)
        return None

    def _is_badly_named(self, name: str, path: str, is_folder: bool) -> bool:  # noqa: FBT001 - private, called once
        """Report a name that is amiss, and answer whether it keeps the file from being read."""
        trouble = name_trouble(path, name, folder=is_folder)
        if len(path) > self._limits.path_length:
            said = f"The path is longer than {self._limits.path_length} characters, which some computers cannot open."
            trouble = SourceTrouble("bad-file-name", said, printable(path))
        if trouble is None:
            return False
        self._troubles[trouble] = None
        return trouble.rule != "reserved-file-name"

    def _add_link(self, item: os.DirEntry[str], path: str, found: list[str]) -> None:
        """Follow a link to a file of the same folder, and no other."""
        if self._target(path) is None:
            self._report("link-leaves-folder", _LEAVES, path)
        elif stat.S_ISREG(item.stat().st_mode):
            found.append(path)
        else:
            self._report("not-a-regular-file", _NOT_A_FILE, path)

    def _opened(self, path: str) -> int | None:
        """Open a file, or answer None when it lies outside. Nearly all are no links, and open at the first try."""
        file = self._prefix + path
        if self._is_inside(path.rpartition("/")[0]) and (_REFUSES_LINKS or not Path(file).is_symlink()):
            try:
                return os.open(file, _READ_FLAGS)
            except OSError:
                if not Path(file).is_symlink():
                    raise
        target = self._target(path)
        return None if target is None else os.open(target, _READ_FLAGS)

    def _target(self, path: str) -> Path | None:
        """Answer the file a link leads to, or None when that or the link itself lies outside."""
        folder = path.rpartition("/")[0]
        if not self._is_inside(folder):
            return None
        target = Path(os.path.realpath(self._root / path))
        return target if target.is_relative_to(self._root) else None

    def _is_inside(self, folder: str) -> bool:
        """Answer whether the way to a folder goes through no link and not out of the records folder."""
        if folder not in self._inside:
            way = os.path.normcase(self._root / folder)
            if os.path.normcase(os.path.realpath(way)) != way:
                return False
            self._inside.add(folder)
        return True

    def _content(self, path: str, descriptor: int) -> bytes | None:
        """Read an open file, unless it is no file or too large. It is closed in the end."""
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                self._report("not-a-regular-file", _NOT_A_FILE, path)
                return None
            content = _all_of(descriptor, status.st_size, self._limits.file_size + 1)
        finally:
            os.close(descriptor)
        if len(content) > self._limits.file_size:
            said = f"It is larger than {self._limits.file_size // 1024:,} KiB, which no record is."
            self._report("file-too-large", said, path)
            return None
        return content


def _all_of(descriptor: int, size: int, most: int) -> bytes:
    """Read an open file to its end, or as far as is allowed. It may have grown since its size was asked for."""
    content = b""
    while part := os.read(descriptor, min(size + 1, most - len(content))):
        content += part
    return content


def _unreadable(error: OSError) -> str:
    """Say why the system does not let a file or folder be read."""
    if isinstance(error, PermissionError):
        return "It cannot be read: this user may not open it."
    if isinstance(error, FileNotFoundError):
        return "It cannot be read: it is not there, or it is a link to something that is not there."
    return f"It cannot be read: {error.strerror}."


def find_records_folder(start: Path) -> Path | None:
    """Find the records folder for work in a folder: the nearest one upwards, or one named `records` beside the way.

    A folder named `records` that holds `authority.yaml` comes before one that does not: others use the word too.
    """
    ways = [start.absolute(), *start.absolute().parents]
    for folder in ways:
        for records in (folder, folder / RECORDS):
            if is_file(records / AUTHORITY):
                return records
    return next((folder / RECORDS for folder in ways if is_folder(folder / RECORDS)), None)


def passed_over(start: Path, found: Path) -> Path | None:
    """Name a folder `records` that lies nearer than the one that was found, and was taken for something else."""
    ways = (folder / RECORDS for folder in (start.absolute(), *start.absolute().parents))
    nearest = next((records for records in ways if is_folder(records)), None)
    nearer = nearest is not None and nearest != found and found.parent in nearest.parent.parents
    return nearest if nearer else None


def is_there(path: Path) -> bool:
    """Answer whether this user sees anything there; what no computer could hold is not."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib raises where a folder on the way is shut, or the name too long


def is_folder(path: Path) -> bool:
    """Answer whether this user sees a folder there."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib raises where a folder on the way is shut


def is_file(path: Path) -> bool:
    """Answer whether this user sees a file there."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def first_shut(folder: Path) -> Path | None:
    """Answer the first folder on the way to this one that this user may not enter, or this one if it may not be read.

    None where the way is open, as far as there is one.
    """
    way = [each for each in reversed(folder.absolute().parents) if not os.access(each, os.X_OK)]
    mine = [] if os.access(folder, os.R_OK | os.X_OK) else [folder]
    return next((each for each in (*way, *mine) if is_folder(each)), None)
