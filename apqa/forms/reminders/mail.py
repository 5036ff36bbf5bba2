"""A reminder as an e-mail that is not sent: a draft that mail programs open, to be looked at and sent by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.draft_mail import Draft, draft_mail

if TYPE_CHECKING:
    from datetime import date

    from apqa.forms.reminders.wording import Wording
    from apqa.questions.due.reminders import Letter


def reminder_mail(letter: Letter, words: Wording, text: str, reminder_id: str, on: date) -> bytes:
    """Write a reminder as a draft, with the day it was prepared for as its date."""
    return draft_mail(
        Draft(
            name=reminder_id,
            subject=words.subject,
            sender=(words.officer or words.council, words.reply_to),
            to=(letter.to.role or letter.to.name, letter.to.email),
            text=text,
            on=on,
            copies=tuple((each.title, each.email or "") for each in letter.copies),
        )
    )
