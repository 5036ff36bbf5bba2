"""Names of files and folders that not every computer can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from apqa.reading.source import SourceTrouble

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

ENDING = ".yaml"

_RESERVED = r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])"

_ORDINARY = re.compile(rf"(?!(?i:{_RESERVED})[./])[A-Za-z0-9_-]+(?:/|\.yaml)")
"""A name nothing is wrong with; a folder's is followed by a slash. Nearly all are, and this is quick."""

_RESERVED_NAME = re.compile(rf"{_RESERVED}(?:\..*)?", re.IGNORECASE)
_RESERVED_CHARACTER = re.compile(r'[<>:"|?*\\]')


_HIDING = "."
_RECORD_ENDINGS = (ENDING, ".yml")
_BESIDE_A_FILE = ("._", ".#")
"""How names begin of what macOS keeps about a file, and of how Emacs says that somebody is writing it."""


def is_hidden(path: str) -> bool:
    """Answer whether the name of a file hides it: it begins with a full stop, and most programs do not show it."""
    return path.rpartition("/")[2].startswith(_HIDING)


def is_passed_over(name: str, beside: Container[str]) -> bool:
    """Answer whether a thing is hidden and none of a record, by its name and the names beside it.

    Git, editors and computers keep such files everywhere. One that ends like a record may be one that somebody hid.
    """
    if not name.startswith(_HIDING):
        return False
    return not name.lower().endswith(_RECORD_ENDINGS) or (name.startswith(_BESIDE_A_FILE) and name[2:] in beside)


def unhidden(path: str) -> str:
    """Answer the path of a record, if a full stop and perhaps another ending hid it: placements/.PL-7K3QX.yml."""
    if not is_hidden(path):
        return path
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{name.lstrip(_HIDING).rpartition('.')[0]}{ENDING}"


def printable(text: str) -> str:
    """Write a path so that every character of it can be seen. Bytes that are not UTF-8 become escapes too."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)


def name_trouble(path: str, name: str, *, folder: bool = False) -> SourceTrouble | None:
    """Answer what is wrong with a name, if anything. After `bad-file-name` the file had better not be touched.

    What ends like a record and is hidden is left to whoever knows where records belong.
    """
    if _ORDINARY.fullmatch(name + "/" if folder else name):
        return None
    if not name.isprintable():
        said = "The name has characters in it that cannot be shown."
        return SourceTrouble("bad-file-name", said, printable(path))
    if reserved := _why_reserved(name):
        return SourceTrouble("reserved-file-name", f"Windows cannot hold this name: {reserved}.", path)
    like_a_record = not folder and not is_hidden(name) and name.lower().endswith(_RECORD_ENDINGS)
    if like_a_record and not name.endswith(ENDING):
        return SourceTrouble("yml-file", f"The name ends in {name[name.rindex('.') :]} instead of {ENDING}.", path)
    return None


def _why_reserved(name: str) -> str:
    if _RESERVED_NAME.fullmatch(name):
        return f"{name.partition('.')[0]} means a device there"
    if name.endswith((".", " ")):
        return "it ends in a full stop or a space"
    found = _RESERVED_CHARACTER.search(name)
    return f"it has the character {found[0]} in it" if found else ""


def clashes(prefix: str, names: Sequence[str]) -> Iterator[SourceTrouble]:
    """Give the names of one folder that some computers cannot tell from another name in it."""
    together = "/".join(names)
    if together.isascii() and _all_differ(together.lower().split("/"), len(names)):
        return
    firsts: dict[str, str] = {}
    for name in sorted(names):
        first = firsts.setdefault(_folded(name), name)
        if first != name:
            said = f'Windows and macOS take it for the same file as "{printable(first)}".'
            yield SourceTrouble("clashing-file-name", said, printable(prefix + name))


def _all_differ(names: Iterable[str], count: int) -> bool:
    return len(set(names)) >= count


def _folded(name: str) -> str:
    """Answer the form in which names that a computer may confuse are equal."""
    return normalize("NFC", normalize("NFC", name).casefold())
