"""Records as text: templates with values filled in. No YAML is dumped, so a hundred thousand take seconds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_TEMPLATES = Path(__file__).with_name("templates")


@cache
def _form(name: str) -> str:
    """Read a template, with `${name}` where a value belongs, as a format: its own braces are doubled."""
    text = (_TEMPLATES / f"{name}.txt").read_text(encoding="utf-8")
    doubled = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"\$\{\{(\w+)\}\}", r"{\1}", doubled)


def written(template: str, **values: object) -> str:
    """Fill a template."""
    return _form(template).format_map(values)
