"""What every form of the directory says, in the same words: what it is, what it is not, and of which records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.directory.published import Why
from apqa.vocabulary.provider import Weekday

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from apqa.questions.directory.published import Entry

TITLE = "Approved providers of alternative provision"

IS = (
    "Providers of alternative provision that {council} has looked at, keeps on its approved provider list and visits, "
    "and that agreed to be published here."
)
IS_NOT = (
    "Being on this list does not replace the commissioner's own checks. Whoever commissions a place carries out the "
    "checks before it begins, every time, and is responsible for the provision; the council's quality assurance guides "
    "that decision and does not replace it."
)
CHANGES = (
    "The list changes. It holds no places, prices or vacancies: ask the provider, and ask the council how the provider "
    "stands on the day, before a pupil is placed."
)
APPLIES = (
    "A provider that is not on the list applies to {mailbox}. It goes on the list after due diligence and a visit."
)
UNREAD_ONE = "The record of 1 provider could not be read when this was made, so it is not in it; it may be on the list."
UNREAD = (
    "The records of {number} providers could not be read when this was made, so they are not in it; they may be on the "
    "list."
)
NOBODY = "No provider on the list is published on this day."

DAYS = {
    Weekday.MONDAY: "Monday",
    Weekday.TUESDAY: "Tuesday",
    Weekday.WEDNESDAY: "Wednesday",
    Weekday.THURSDAY: "Thursday",
    Weekday.FRIDAY: "Friday",
    Weekday.SATURDAY: "Saturday",
    Weekday.SUNDAY: "Sunday",
}
_WHY = {
    Why.NOT_OPEN: "not open to new placements on this day",
    Why.CANNOT_TELL: "perhaps not open to new placements: an action plan cannot be read",
    Why.NAMES_SOMEBODY: "held back: a text that would be published may say who somebody is",
    Why.NOT_AGREED: "not to be published (directory: publish: no)",
    Why.NOT_RECORDED: "not recorded as having agreed to be published (directory)",
}


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose directory it is, of which day, and from which records."""

    on: date

    council: str = ""
    """The council's name; empty where its record is not there."""

    mailbox: str = ""
    """Where providers apply (QF-40); empty where none is recorded."""

    commit: str = ""
    """The commit the records are of, in short; empty where git does not keep them, or nothing is committed yet."""

    changed: bool = False
    """Whether the records differ from that commit."""

    under_git: bool = False
    """Whether git keeps the records."""

    unread: int = 0
    """How many records of providers could not be read, and so are not in it."""


def said(imprint: Imprint) -> Iterator[str]:
    """Say what the list is and what it is not, and where providers apply."""
    yield IS.format(council=imprint.council or "the council")
    yield IS_NOT
    yield CHANGES
    if imprint.unread:
        yield UNREAD_ONE if imprint.unread == 1 else UNREAD.format(number=imprint.unread)
    if imprint.mailbox:
        yield APPLIES.format(mailbox=imprint.mailbox)


def made_from(imprint: Imprint) -> str:
    """Say of which day and which records it is."""
    day = f"As of {plain(imprint.on)}"
    if not imprint.under_git:
        return f"{day}, from records that are not under git."
    if not imprint.commit:
        return f"{day}, from records of which nothing is committed yet."
    changes = ", with changes not yet committed" if imprint.changed else ""
    return f"{day}, from the records of commit {imprint.commit}{changes}."


def counted(number: int) -> str:
    """Write how many providers there are."""
    return "1 provider" if number == 1 else f"{number} providers"


def details(entry: Entry) -> Iterator[tuple[str, str]]:
    """Name everything that is published of a provider beside its name and its summary, each with its heading."""
    pairs = (
        ("What it is for", entry.purpose),
        ("Ages", ages(entry)),
        ("Days", listed([DAYS[day] for day in entry.days])),
        ("Subjects", listed(entry.subjects)),
        ("Qualifications", "; ".join(entry.qualifications)),
        ("Areas", listed(entry.areas)),
        ("Registered as a school", registered(entry)),
        ("Website", entry.website),
        ("Ask about a place", listed([each for each in (entry.contact, entry.email, entry.phone) if each])),
    )
    return ((name, text) for name, text in pairs if text)


def ages(entry: Entry) -> str:
    """Write the ages it takes; empty where they are not published."""
    return f"{entry.youngest} to {entry.oldest}" if entry.youngest is not None else ""


def registered(entry: Entry) -> str:
    """Write whether it is registered as a school, and as what; empty where that is not published."""
    if entry.registered is None:
        return ""
    if not entry.registered:
        return "No"
    return f"Yes, as: {entry.registered_as.lower()}" if entry.registered_as else "Yes"


def listed(texts: Sequence[str]) -> str:
    """Write texts one after the other."""
    return ", ".join(texts)


def left_out(reasons: Sequence[Why]) -> str:
    """Say to whoever makes the directory how many on the list are not in it, and why; empty where all are.

    It names nobody: what is said of a suspension beside a page that is published is soon beside that page.
    """
    if not reasons:
        return ""
    parts = [f"{reasons.count(why)} {text}" for why, text in _WHY.items() if why in reasons]
    are = "is" if len(reasons) == 1 else "are"
    return f"{counted(len(reasons))} on the list {are} left out of the directory: {'; '.join(parts)}"
