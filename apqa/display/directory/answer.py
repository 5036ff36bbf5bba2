"""The directory, of which records it was made, and the forms it can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.forms import Forms

if TYPE_CHECKING:
    from apqa.display.answer import Header
    from apqa.questions.directory.published import Entry
    from apqa.questions.directory.words import Imprint


@dataclass(frozen=True, slots=True)
class DirectoryAnswer:
    """What is published, and nothing besides: who was left out and why is said elsewhere."""

    header: Header
    imprint: Imprint
    entries: tuple[Entry, ...]


FORMATS = Forms("directory", "text", "json", "csv", "markdown")
"""Every form of the directory that needs no template, by the name `--format` gives it."""
