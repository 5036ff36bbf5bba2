"""A new record: its text from what was given."""

from __future__ import annotations

import os.path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from apqa.forms.record_text import RecordText
from apqa.forms.schemas import known_names
from apqa.forms.templates import filled, own_templates
from apqa.guidance.criteria import criteria
from apqa.records.schema.docstrings import about
from apqa.records.schema.generate import file_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from apqa.records.kinds import Kind

_WIDTH = 114
SCHEMAS = "schemas"


def record_text(  # noqa: PLR0913, PLR0917  remarks are of a visit to come alone
    kind: Kind, record_id: str, data: Mapping[str, Any], root: Path, on: date, remarks: Sequence[str] = ()
) -> str:
    """Write a new record of the folder `root`: what was given, the rest as comments, the editor's schema line.

    Remarks stand in front of it as comments.
    """
    names = {
        **known_names(),
        ("SelfAssessment", "ratings"): {each.code: each.title for each in criteria(on)},
    }
    values = {
        "schema": schema_address(kind, record_id, root),
        "about": [line for text in about(kind.model).split("\n\n") for line in wrap(text, _WIDTH)],
        "remarks": [line for text in remarks for line in ("", *wrap(text, _WIDTH))],
        "body": RecordText(names).body(kind.model, data),
    }
    return filled("new/record.yaml.j2", values, own_templates(root)).rstrip("\n") + "\n"


def schema_address(kind: Kind, record_id: str, root: Path) -> str:
    """Answer where a record's editor finds the schema: beside the records folder, seen from the record's file."""
    folder = (root / kind.path(record_id)).parent
    return os.path.relpath(root.parent / SCHEMAS / file_name(kind), folder).replace(os.sep, "/")
