"""A reminder as an e-mail that is not sent: a draft that mail programs open, to be looked at and sent by a person."""

from __future__ import annotations

from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from apqa.forms.reminders.wording import Wording
    from apqa.questions.due.reminders import Letter

_NINE = 9


def reminder_mail(letter: Letter, words: Wording, text: str, reminder_id: str, on: date) -> bytes:
    """Write a reminder as a draft (`X-Unsent`), with the day it was prepared for as its date.

    Where no address is recorded the line is left out, and the mail program asks for one.
    """
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    mail["Subject"] = words.subject
    if words.reply_to:
        mail["From"] = _address(words.officer or words.council, words.reply_to)
    if letter.to.email:
        mail["To"] = _address(letter.to.role or letter.to.name, letter.to.email)
    copies = [_address(each.title, each.email) for each in letter.copies if each.email]
    if copies:
        mail["Cc"] = copies
    mail["Date"] = format_datetime(datetime(on.year, on.month, on.day, _NINE, tzinfo=UTC))
    mail["Message-ID"] = f"<{reminder_id}@{(words.reply_to.rpartition('@')[2] or 'records')}.apqa>"
    mail["X-Unsent"] = "1"
    mail.set_content(text, charset="utf-8", cte="quoted-printable")
    mail["Content-Language"] = "en-GB"
    return mail.as_bytes()


def _address(name: str, address: str) -> Address:
    return Address(display_name=" ".join(name.split()), addr_spec=address)
