"""One value as it is written in a file: bare where every reader takes it for text, in quotes where some would not."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from apqa.reading.plain import as_written
from apqa.records.identifiers import Identifier
from apqa.records.scalars import Scalar
from apqa.scalar import Bare

if TYPE_CHECKING:
    from apqa.records.schema.shapes import Shape

_BARE = re.compile(r"(?:[^\W\d_]|£)[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\"'`,:#\[\]{}&*!|>%@\\]*")


def scalar_text(value: str, of: Shape) -> str:
    """Write a value."""
    if isinstance(of.form, Scalar) or of.words:
        return value
    if isinstance(of.form, Identifier):
        return value if not of.form.quoted and _safe(value) else _quoted(value)
    return value if _safe(value) and _BARE.fullmatch(value) else _quoted(value)


def _safe(value: str) -> bool:
    """Answer whether apqa reads the value as this text, and nobody makes a number or a truth of it."""
    read = as_written(value) if value else None
    if read is None or value != value.strip() or not value.isprintable():
        return False
    return type(read) is not Bare or re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?(?:-[a-z].*)?", value) is not None


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
