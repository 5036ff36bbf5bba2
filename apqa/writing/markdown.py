"""Text from records inside Markdown: it shows as itself and does nothing else."""

from __future__ import annotations

import re

from apqa.writing.characters import visible

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_OPENS_A_BLOCK = re.compile(r"[#+=-]|\d{1,9}(?=[.)])")
"""What at the beginning of a line makes a heading, a list or a rule of it. The rest is escaped everywhere."""

_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_PLAIN_IN_ADDRESSES = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


class Markup(str):
    """Markdown that is meant as such, and is not escaped again."""

    __slots__ = ()

    def __html__(self) -> Markup:
        """Tell a template that fills in text that this is escaped already."""
        return self


def escaped(text: str) -> Markup:
    """Escape a text so that it reads in Markdown as it was written, also inside a table.

    A line break becomes `<br>`. A name behind an `@` is kept from notifying its bearer.
    """
    if isinstance(text, Markup):
        return text
    lines = re.split(r"\r\n|\r|\n", text)
    return Markup("<br>".join(_escaped_line(line) for line in lines))


def opening_line(text: str) -> Markup:
    """Escape a text that begins a line of Markdown: it makes no heading, no list, no rule and no code of it."""
    safe = escaped(text if isinstance(text, Markup) else text.lstrip())
    opens = None if isinstance(text, Markup) else _OPENS_A_BLOCK.match(safe)
    if opens is None:
        return safe
    mark = opens.group()
    return Markup(f"{mark}\\{safe[len(mark) :]}" if mark.isdecimal() else f"\\{safe}")


def _escaped_line(line: str) -> str:
    safe = _SPECIAL.sub(r"\\\1", visible(line).translate(_HTML))
    return _MENTION.sub("@<!-- -->", safe)


def link(text: str, address: str) -> Markup:
    """Make a link; the address must be percent-encoded."""
    return Markup(f"[{escaped(text)}]({address})")


def percent_encoded(path: str) -> str:
    """Write a path as the relative address it has on the web."""
    data = (path or ".").encode("utf-8", "surrogateescape")
    return "".join(chr(b) if b in _PLAIN_IN_ADDRESSES else f"%{b:02X}" for b in data)
