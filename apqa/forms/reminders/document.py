"""A reminder as a document, for Word."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from apqa.forms.documents.document import Document, Facts, Paragraph, Section, Table

if TYPE_CHECKING:
    from datetime import date

    from apqa.forms.reminders.wording import Group, Wording

FORM = "reminder"
_HEAD = ("What", "When")
_WIDTHS = (3, 2)


def reminder_document(words: Wording, name: str, on: date) -> Document:
    """Put a reminder into a document: to whom, what is owed in a table a rung, and how to answer."""
    whom = [("To", words.to), *(("Copy to", each) for each in words.copies), ("Date", words.on)]
    sender = ", ".join(filter(None, (words.officer, words.reply_to)))
    letter = Section(
        "letter", "Reminder", (Facts((*whom, ("From", sender or words.council))), Paragraph(words.opening))
    )
    groups = (_group(number, group) for number, group in enumerate(words.groups, 1))
    closing = Section("closing", "How to answer", tuple(Paragraph(each) for each in words.closing))
    return Document(
        form=FORM,
        name=name,
        title=words.subject,
        subtitle=f"{words.council}, {words.on}",
        author=words.council,
        on=on,
        sections=(letter, *groups, *([closing] if words.closing else [])),
        footer=f"{words.council}, {words.on}",
        facts=tuple(each.what for group in words.groups for each in group.things),
        values={"letter": asdict(words)},
    )


def _group(number: int, group: Group) -> Section:
    rows = tuple((each.what, each.when[:1].upper() + each.when[1:]) for each in group.things)
    return Section(f"owed_{number}", group.title, (Table(f"{group.title}: what, and when", _HEAD, rows, _WIDTHS),))
