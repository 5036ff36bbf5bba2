"""A letter that tells of a step of escalation in words: what every form of it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.forms.notifying.saying import (
    asks,
    closing,
    ended,
    heading,
    means,
    opening,
    placements,
    salutation,
    to_whom,
)
from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.notices import Notice
    from apqa.questions.situation import Situation
    from apqa.records.authority import Authority, Role


@dataclass(frozen=True, slots=True)
class Wording:
    """A letter in words: what every form of it is made from, and what a council's own template is given."""

    council: str
    officer: str
    """Who signs it, by role; empty where the records do not say."""

    reply_to: str
    on: str
    to: str
    salutation: str
    subject: str
    provider: str
    step: str
    since: str
    """The day the step takes effect."""

    ended: str
    """Which suspension has ended with it, and from when; empty where none has."""

    opening: str
    means: str
    asks: tuple[str, ...]
    placements: tuple[str, ...]
    """The reader's own placements by reference, each with what happens to it."""

    closing: tuple[str, ...]
    signature: tuple[str, ...]
    """Who signs it, a line each: the role, the council, its address and telephone number."""

    @property
    def must_hold(self) -> tuple[str, ...]:
        """Answer what no form of the letter may leave out."""
        ended = (self.ended,) if self.ended else ()
        return (self.provider, self.step, self.since, *ended, self.means, *self.asks, *self.placements)


def wording(notice: Notice, situation: Situation) -> Wording:
    """Put a letter into words. It names the reader's own placements by reference, nobody else's, and no reason.

    Reasons may be about people: whoever needs them asks the council.
    """
    authority, since = situation.records.authority, plain(notice.decision.on)
    officer = authority.roles.get("designated_officer") if authority else None
    council, reply_to = authority.name if authority else "The council", reply_address(authority)
    return Wording(
        council=council,
        officer=officer.title if officer else "",
        reply_to=reply_to,
        on=plain(situation.on),
        to=to_whom(notice, situation),
        salutation=salutation(notice, situation),
        subject=heading(notice, situation),
        provider=notice.provider.name,
        step=step_entry(notice.decision.step).title,
        since=since,
        ended=ended(notice, situation),
        opening=opening(notice, council, situation),
        means=means(notice),
        asks=tuple(asks(notice, situation)),
        placements=tuple(placements(notice, situation)),
        closing=tuple(closing(notice, reply_to)),
        signature=tuple(_signature(officer, council, reply_to)),
    )


def reply_address(authority: Authority | None) -> str:
    """Answer where answers go: to the officer, else to the council's mailbox; empty where no address is recorded."""
    officer = authority.roles.get("designated_officer") if authority else None
    return (officer and officer.email) or (authority and authority.mailbox) or ""


def _signature(officer: Role | None, council: str, reply_to: str) -> Iterator[str]:
    yield from filter(None, (officer and officer.title, council, reply_to, officer and officer.phone))
