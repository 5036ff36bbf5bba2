"""Office files packed so that the same document is the same bytes, whenever and wherever it is made."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from apqa.forms.documents.steady_zip import steady

if TYPE_CHECKING:
    from datetime import date

_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")


def packed(raw: bytes, made_on: date) -> bytes:
    """Pack an office file anew, without the time it was made at: in its properties stands the day it was made for."""
    out = BytesIO()
    stamp = f"{made_on.isoformat()}T00:00:00Z".encode()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _TIMES.sub(rb"\g<1>" + stamp + rb"\g<2>", content) if name == _CORE else content)
    return steady(out.getvalue())
