"""An e-mail that is not sent: a draft that mail programs open, to be looked at and sent by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_NOON = time(12)

Named = tuple[str, str]
"""A name, and an address that may be empty."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft says, and to whom."""

    name: str
    """A name of its own among the drafts of the council."""

    subject: str
    sender: Named
    to: Named
    text: str
    on: date
    copies: tuple[Named, ...] = ()


def draft_mail(draft: Draft) -> bytes:
    """Write a draft (`X-Unsent`), with the day it was prepared for as its date.

    Nobody knows the hour and the zone of a draft: noon with the zone `-0000`, which says so, is on that day everywhere.
    Where no address is recorded the line is left out, and the mail program asks for one.
    """
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    mail["Subject"] = draft.subject
    sender = draft.sender[1]
    if sender:
        mail["From"] = _address(draft.sender)
    if draft.to[1]:
        mail["To"] = _address(draft.to)
    copies = [_address(each) for each in draft.copies if each[1]]
    if copies:
        mail["Cc"] = copies
    on = draft.on
    mail["Date"] = format_datetime(datetime.combine(on, _NOON))
    mail["Message-ID"] = f"<{draft.name}@{(sender.rpartition('@')[2] or 'records')}.apqa>"
    mail["X-Unsent"] = "1"
    mail.set_content(draft.text, charset="utf-8", cte="quoted-printable")
    mail["Content-Language"] = "en-GB"
    return mail.as_bytes()


def _address(named: Named) -> Address:
    name, address = named
    return Address(display_name=" ".join(name.split()), addr_spec=address)
