"""A file that came back, opened without harm: nothing in it is read as a document before it is known to be one.

Whoever sends a form may have caught something, or may want to. So the archive is looked at first: how many pieces, how
large they would become, whether there is a program in it, a link to elsewhere, or a document type, by which XML can
grow without end or read files of whoever opens it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception, whatever it is called

from apqa.forms.receiving.answer import NotAFormError
from apqa.forms.receiving.naming import MAIN, NAMES, ending_of, refuse_by_name, refuse_without_ending

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = "[Content_Types].xml"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a form that was filled in never reaches."""

    file: int = 10_000_000
    """Bytes of the file."""

    members: int = 1_000
    """Pieces in it."""

    unpacked: int = 50_000_000
    """Bytes of all pieces together."""

    ratio: int = 200
    """How many times larger a piece may become."""

    small: int = 100_000
    """Bytes up to which a piece may become any number of times larger: a sheet full of empty rows packs well."""


LIMITS = Limits()

_MACROS = re.compile(r"vbaProject|vbaData|macrosheets|activeX", re.IGNORECASE)
_OBJECTS = re.compile(r"/(?:embeddings|externalLinks|oleObject)", re.IGNORECASE)
_EXTERNAL = re.compile(rb"<[^<>]*TargetMode\s*=\s*[\"']External[\"'][^<>]*>")
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_UTF_8 = {b"utf-8", b"us-ascii"}
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Package:
    """A file that may be read as a document."""

    ending: str
    """`.xlsx` or `.docx`."""

    raw: bytes
    members: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Answer what is the same of files that are the same, byte for byte."""
        return sha256(self.raw).hexdigest()


def opened(path: Path, limits: Limits = LIMITS) -> Package:
    """Open a file that came back. Raises `NotAFormError` where it cannot be read safely."""
    ending = ending_of(path.name)
    refuse_by_name(path.name)
    raw = _content(path, limits)
    if not ending:
        refuse_without_ending(raw)
    _refuse_beginning(raw, ending)
    try:
        with ZipFile(BytesIO(raw)) as archive:
            members = archive.infolist()
            _refuse_members(members, limits)
            for member in members:
                _refuse_content(member, archive.read(member))
            _refuse_type(archive.read(_TYPES) if _TYPES in archive.namelist() else b"", ending)
    except (BadZipFile, ZlibError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise NotAFormError("the file is damaged: ask for it to be sent again") from error
    return Package(ending, raw, tuple(member.filename for member in members))


def _content(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise NotAFormError(_why_no_file(path))
        with path.open("rb") as file:
            raw = file.read(limits.file + 1)
    except OSError as error:
        said = "it may not be opened, or another program has it open: close it there and try again"
        raise NotAFormError(said) from error
    if not raw:
        raise NotAFormError("the file is empty: ask for it to be sent again")
    if len(raw) > limits.file:
        raise NotAFormError(f"the file is larger than {limits.file // 1_000_000} MB, which no form is")
    return raw


def _why_no_file(path: Path) -> str:
    if path.is_dir():
        return "it is a folder: name the files in it"
    if path.exists():
        return "it is no file but a pipe or a device: save the form as a file, and name that"
    return "there is no such file"


def _refuse_beginning(raw: bytes, ending: str) -> None:
    if raw.startswith(_OLE):
        raise NotAFormError(
            "the file is protected by a password or of an older kind than its name says: open it in Office and save "
            f"it as {ending} without a password"
        )
    if not raw.startswith(_ZIP):
        raise NotAFormError(f"the file is not what its name says: it is not {NAMES[ending]}")


def _refuse_members(members: list[ZipInfo], limits: Limits) -> None:
    """Refuse an archive by its list of contents, before anything is unpacked."""
    if len(members) > limits.members:
        raise NotAFormError(f"the file holds more than {limits.members:,} pieces, which no form does: it is not opened")
    names = [member.filename.lower() for member in members]
    if len(set(names)) < len(names):
        raise NotAFormError("the file holds two pieces of one name, which no Office program writes: it is not opened")
    if any(member.flag_bits & 1 for member in members):
        raise NotAFormError("the file is encrypted: ask for it without a password")
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise NotAFormError("the file holds a piece that would be put outside of it: it is not opened")
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for member in members):
        raise NotAFormError("the file is packed in a way no Office program packs: it is not opened")
    grows = any(
        member.file_size > limits.small and member.file_size > limits.ratio * member.compress_size for member in members
    )
    if grows or sum(member.file_size for member in members) > limits.unpacked:
        raise NotAFormError("unpacked, the file would be far larger than any form: it is not opened")
    if any(_MACROS.search(name) for name in names):
        raise NotAFormError("there is a program (a macro) in the file: ask for it to be saved without macros")
    if any(_OBJECTS.search(name) for name in names):
        raise NotAFormError("another file or a link to one is put into the form: ask for it without")


def _refuse_content(member: ZipInfo, content: bytes) -> None:
    """Refuse XML that may do more than say something."""
    name = member.filename.lower()
    if not name.endswith((".xml", ".rels", ".vml")) and content.lstrip()[:5].lower() != b"<?xml":
        return
    encoding = _ENCODING.match(content.removeprefix(_BOM))
    if b"\0" in content or (encoding and encoding[1].lower() not in _UTF_8):
        raise NotAFormError("a piece of the file is written in a way no Office program writes: it is not opened")
    if _DOCTYPE.search(content):
        raise NotAFormError(
            "a piece of the file has a document type (DTD, entity), which no form has: it is not opened"
        )
    outside = [link for link in _EXTERNAL.findall(content) if name.endswith(".rels") and not _HYPERLINK.search(link)]
    if outside:
        raise NotAFormError("the file takes something from elsewhere (an external link): ask for it without")


def _refuse_type(types: bytes, ending: str) -> None:
    if b"macroEnabled" in types:
        raise NotAFormError("the file may hold programs (macros): ask for it to be saved without macros")
    if MAIN[ending] in types:
        return
    other = next((each for each, main in MAIN.items() if main in types), "")
    said = f": it is {NAMES[other]}, so rename it to end in {other}" if other else f": it is not {NAMES[ending]}"
    raise NotAFormError(f"the file is not what its name says{said}")
