"""The directory as CSV: a row a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import csv_text
from apqa.questions.directory.words import DAYS

if TYPE_CHECKING:
    from apqa.display.directory.answer import DirectoryAnswer
    from apqa.questions.directory.published import Entry

COLUMNS = (
    "on",
    "commit",
    "changed",
    "name",
    "summary",
    "purpose",
    "youngest",
    "oldest",
    "days",
    "subjects",
    "qualifications",
    "areas",
    "registered",
    "registered_as",
    "website",
    "contact",
    "email",
    "phone",
)


def csv_directory(answer: DirectoryAnswer) -> str:
    """Write one row a provider, each with the day and the commit; what is not marked is empty."""
    head = (answer.header.on, answer.imprint.commit, answer.imprint.changed)
    return csv_text(((*head, *_row(entry)) for entry in answer.entries), COLUMNS)


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.name,
        entry.summary,
        entry.purpose,
        entry.youngest,
        entry.oldest,
        "; ".join(DAYS[day] for day in entry.days),
        "; ".join(entry.subjects),
        "; ".join(entry.qualifications),
        "; ".join(entry.areas),
        entry.registered,
        entry.registered_as,
        entry.website,
        entry.contact,
        entry.email,
        entry.phone,
    )
