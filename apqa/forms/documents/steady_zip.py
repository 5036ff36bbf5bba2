"""Zip files with the same bytes for the same content: Word and Excel files are such."""

from __future__ import annotations

import io
import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip file can tell; what is in a document has no time of its own."""

_FROM_UNIX = 3


def steady(made: bytes) -> bytes:
    """Write a zip file again without the time it was made at and the system it was made on."""
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            member = zipfile.ZipInfo(each.filename, FIRST_DAY)
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, _FROM_UNIX, 0
            new.writestr(member, old.read(each))
    return again.getvalue()
