"""The text of a record that a form makes or changes, read back by the reader before anybody writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.errors import ApqaError
from apqa.forms.accepted import OneFile
from apqa.forms.filling.flat import flat_of, joined, listed, nested, not_asked
from apqa.forms.new_record import schema_address
from apqa.forms.receiving.rendering import record_lines
from apqa.forms.receiving.splicing import data_of, spliced
from apqa.reading.loader import Library
from apqa.reading.spans import spans
from apqa.reading.text import BOM, decode

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.forms.filling.box import Form, Way
    from apqa.forms.filling.flat import Flat
    from apqa.records.base import Record
    from apqa.records.kinds import Kind


def new_text(kind: Kind, record: Record, data: dict[str, Any], root: Path) -> bytes:
    """Write a new record of the folder `root`: the editor's schema line, and its data."""
    line = f"# yaml-language-server: $schema={schema_address(kind, record.id, root)}"
    lines = record_lines(kind.model, data)
    return "\n".join((line, *lines, "")).encode()


def raw_data(raw: bytes) -> dict[str, Any]:
    """Answer the data of a record as they are spelt in its file."""
    data: dict[str, Any] = data_of(spans(decode(raw)))
    return data


def changed_text(raw: bytes, form: Form, old: Flat, new: Flat, given: dict[str, Any]) -> bytes:
    """Write what a form says into the text of a record that is there.

    Values that are as they were keep their spelling, and every comment and line that is not about a changed value is
    kept. `given` is what stands in no box.
    """
    text = decode(raw)
    there = data_of(spans(text))
    as_asked = listed(form, there)
    whether = {box.way for page in form.pages for box in page.boxes if box.asks_whether}
    same = {way for way, said in new.items() if old.get(way) == said} - whether
    flat = {way: str(_raw(as_asked, way)) if way in same else said for way, said in new.items()}
    data = {**joined(nested(form, flat), not_asked(form, there)), **given}
    mark = BOM if raw.startswith(BOM.encode()) else ""
    return (mark + spliced(text, form.model, data)).encode()


def refuse_other(kind: Kind, record: Record, form: Form, raw: bytes, *, whole: bool = False) -> None:
    """Read a text back. Raises `ApqaError` where the reader makes another record of it than the form did.

    `whole` says that the record holds what stands in no box as well, so that not a word may differ.
    """
    library = Library(OneFile(kind.path(record.id), raw))
    made = library.records.all_of(kind)
    if not made or flat_of(form, made[0]) != flat_of(form, record) or (whole and made[0] != record):
        said = "; ".join(finding.message for finding in library.findings()) or "it reads otherwise than it was sent"
        raise ApqaError(
            f"what {kind.path(record.id)} would say cannot be read back ({said}): write the changes in by hand"
        )


def _raw(data: Any, way: Way) -> Any:
    """Answer a value as it is spelt in the file."""
    for part in way:
        data = data[part]
    return data
