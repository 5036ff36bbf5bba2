"""Office files packed so that the same document is the same bytes, whenever and wherever it is made."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from datetime import date

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip archive knows."""

_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")


def packed(raw: bytes, made_on: date) -> bytes:
    """Pack an office file anew: its members in their order without times, and the day it was made in its properties."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _CORE:
                stamp = f"{made_on.isoformat()}T00:00:00Z".encode()
                content = _TIMES.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            member = ZipInfo(name, _BEGINNING)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            new.writestr(member, content)
    return out.getvalue()
