"""The directory as JSON, for a council's website to make a page of its own from."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.questions.directory.words import made_from, said

if TYPE_CHECKING:
    from apqa.display.directory.answer import DirectoryAnswer


def json_directory(answer: DirectoryAnswer) -> str:
    """Write every provider with every field that may be published; what is not marked is empty."""
    body = {
        "council": answer.imprint.council,
        "mailbox": answer.imprint.mailbox,
        "under_git": answer.imprint.under_git,
        "changed": answer.imprint.changed,
        "made_from": made_from(answer.imprint),
        "says": list(said(answer.imprint)),
        "providers": [asdict(entry) for entry in answer.entries],
    }
    return to_json(envelope(answer.header, **body))
