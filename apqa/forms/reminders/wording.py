"""What a reminder says: its subject, what is owed in groups, and how to answer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.vocabulary.due import DutyKind, DutyState, Owes, Rung

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.due.duty import Duty
    from apqa.questions.due.reminders import Letter, Owed
    from apqa.questions.situation import Situation

_TITLES = {
    Rung.ESCALATED: "Long overdue",
    Rung.OVERDUE: "Overdue",
    Rung.DUE_SOON: "Due soon, or waiting for you",
}
_REFERENCES = (
    "When you answer, write of pupils by their references only (such as PL-7K3QX), never by name, date of birth or "
    "address."
)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is owed, as the letter says it."""

    what: str
    when: str
    text: str
    """Both in one sentence, with whom it concerns."""

    due: str
    """The day it was or is due on; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands on one rung of the ladder."""

    title: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A reminder in words: what every form of it is made from, and what a council's own template is given."""

    council: str
    officer: str
    """Who sends it, by role; empty where the records do not say."""

    reply_to: str
    on: str
    to: str
    copies: tuple[str, ...]
    subject: str
    opening: str
    groups: tuple[Group, ...]
    closing: tuple[str, ...]


def wording(letter: Letter, situation: Situation) -> Wording:
    """Put a letter into words. It names placements by reference, and nothing else of a pupil."""
    authority = situation.records.authority
    officer = authority.roles.get("designated_officer") if authority else None
    reply_to = (officer and officer.email) or (authority and authority.mailbox) or ""
    return Wording(
        council=authority.name if authority else "The council",
        officer=officer.title if officer else "",
        reply_to=reply_to,
        on=plain(situation.on),
        to=", ".join(filter(None, (letter.to.role, letter.to.name))),
        copies=tuple(each.title for each in letter.copies),
        subject=_subject(letter),
        opening=_opening(letter, situation.on),
        groups=tuple(_groups(letter.owed, situation)),
        closing=tuple(_closing(letter, reply_to)),
    )


def _subject(letter: Letter) -> str:
    overdue = sum(each.rung is not Rung.DUE_SOON for each in letter.owed)
    ahead = len(letter.owed) - overdue
    said = [f"{overdue} overdue"] * bool(overdue) + [f"{ahead} due soon or waiting"] * bool(ahead)
    return " ".join(f"Reminder for {letter.to.name}: {', '.join(said)}".split())


def _opening(letter: Letter, on: date) -> str:
    whom = {
        Owes.PROVIDER: "These are the things that, by our records, the council and the commissioners wait for from you",
        Owes.COMMISSIONER: "These are the things that, by our records, you as commissioner have to do",
        Owes.COUNCIL: "These are the things that, by our records, the council itself has to do",
    }[letter.to.owes]
    return f"{whom} on {plain(on)}. If something has been done already, tell us when, so that we can record it."


def _groups(owed: Iterable[Owed], situation: Situation) -> Iterator[Group]:
    for rung, members in groupby(owed, key=lambda each: each.rung):
        yield Group(_TITLES[rung], tuple(_thing(each, situation) for each in members))


def _thing(owed: Owed, situation: Situation) -> Thing:
    duty = owed.duty
    when = ", ".join(filter(None, (_when(duty, situation.on), "" if owed.is_new else "reminded of before")))
    about = ", ".join(filter(None, _about(duty, situation)))
    what = f"{_what(duty)} ({about})" if about else _what(duty)
    return Thing(what, when, f"{what}: {when}.", plain(duty.due) if duty.due else "")


def _about(duty: Duty, situation: Situation) -> Iterator[str]:
    """Say which provider and placement it is about, and for whom: a provider knows that the letter is about itself."""
    if duty.owes is not Owes.PROVIDER and duty.provider:
        provider = situation.records.provider(duty.provider)
        yield provider.name if provider else duty.provider
    if duty.placement:
        yield duty.placement
        yield _whom(duty)


def _what(duty: Duty) -> str:
    title = duty.title.rstrip(".")
    return f"Action agreed: {title}" if duty.kind is DutyKind.ACTION else title


def _whom(duty: Duty) -> str:
    """Say for whom it is: of what a provider owes the commissioner, of what a commissioner owes the person to ask."""
    return duty.commissioner if duty.owes is Owes.PROVIDER else duty.ask


def _when(duty: Duty, on: date) -> str:
    waiting = f"{duty.says}; " if duty.state in {DutyState.RETURNED, DutyState.INCOMPLETE} else ""
    if duty.due is None:
        return waiting.removesuffix("; ")
    if duty.school_days_late is not None:
        return f"{waiting}was due on {plain(duty.due)}, {_number(duty.school_days_late, 'school day')} ago"
    late = (on - duty.due).days
    if late > 0:
        return f"{waiting}was due on {plain(duty.due)}, {_number(late, 'day')} ago"
    return f"{waiting}due on {plain(duty.due)}"


def _number(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _closing(letter: Letter, reply_to: str) -> Iterator[str]:
    if any(each.duty.placement for each in letter.owed):
        yield _REFERENCES
    if letter.copies:
        others = _joined(each.title for each in letter.copies)
        yield f"As something is long overdue, this letter goes to the {others}, too."
    if reply_to:
        yield f"Answers and questions go to {reply_to}."


def _joined(names: Iterable[str]) -> str:
    return " and the ".join(f"{name[0].lower()}{name[1:]}" for name in names)
