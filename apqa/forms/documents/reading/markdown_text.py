"""The text of a Markdown document, as its reader sees it."""

from __future__ import annotations

import html
import re

_MARKS = re.compile(r"^(?:>\s?)?(?:#+ |- |> )?|\*\*|<br>|<!-- -->", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]|~$#+=.)-])")


def markdown_text(data: bytes) -> str:
    """Answer the text without what makes headings, lists, tables and bold letters of it."""
    text = data.decode("utf-8").replace("\\\\", "\ue000").replace("\\*", "\ue001")
    text = _ESCAPED.sub(r"\1", _MARKS.sub(" ", text))
    return html.unescape(text).replace("\ue000", "\\").replace("\ue001", "*")
