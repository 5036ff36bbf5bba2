"""What a letter that tells of a step of escalation says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.vocabulary.review import ToldAs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.notices import Notice
    from apqa.questions.situation import Situation

_WITH_PUPILS = frozenset({ToldAs.COMMISSIONER, ToldAs.FAMILY})
_REFERENCES = (
    "When you answer, write of pupils by their references only (such as PL-7K3QX), never by name, date of birth or "
    "address."
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A letter in words: what every form of it is made from, and what a council's own template is given."""

    council: str
    officer: str
    """Who sends it, by role; empty where the records do not say."""

    reply_to: str
    on: str
    to: str
    subject: str
    provider: str
    step: str
    since: str
    """The day the step takes effect."""

    opening: str
    means: str
    asks: tuple[str, ...]
    placements: tuple[str, ...]
    """The reader's own placements by reference, each with what happens to it."""

    closing: tuple[str, ...]

    @property
    def must_hold(self) -> tuple[str, ...]:
        """Answer what no form of the letter may leave out."""
        return (self.provider, self.step, self.since, self.means, *self.asks, *self.placements)


def wording(notice: Notice, situation: Situation) -> Wording:
    """Put a letter into words. It names the reader's own placements by reference, nobody else's, and no reason.

    Reasons may be about people: whoever needs them asks the council.
    """
    authority, entry = situation.records.authority, step_entry(notice.decision.step)
    officer = authority.roles.get("designated_officer") if authority else None
    reply_to = (officer and officer.email) or (authority and authority.mailbox) or ""
    council, since = authority.name if authority else "The council", plain(notice.decision.on)
    with_pupils = notice.to.kind in _WITH_PUPILS and bool(notice.to.placements)
    return Wording(
        council=council,
        officer=officer.title if officer else "",
        reply_to=reply_to,
        on=plain(situation.on),
        to=notice.to.name,
        subject=" ".join(f"{notice.provider.name}: {entry.title} from {since}".split()),
        provider=notice.provider.name,
        step=entry.title,
        since=since,
        opening=f"{council} has decided: with effect from {since}, {notice.provider.name} {entry.decided}.",
        means=" ".join(entry.means.split()),
        asks=tuple(" ".join(each.split()) for each in _asks(notice, with_pupils=with_pupils)),
        placements=tuple(_placements(notice)),
        closing=tuple(_closing(reply_to, with_pupils=with_pupils)),
    )


def _asks(notice: Notice, *, with_pupils: bool) -> Iterator[str]:
    entry = step_entry(notice.decision.step)
    if with_pupils:
        yield entry.asks_of_commissioners
    yield entry.asks
    yield "Answer that you have had this letter, so that we can record it."


def _placements(notice: Notice) -> Iterator[str]:
    for placement, what in notice.placements:
        yield f"{placement}: {what}" if what else f"{placement}: tell us what you arrange"


def _closing(reply_to: str, *, with_pupils: bool) -> Iterator[str]:
    if with_pupils:
        yield _REFERENCES
    if reply_to:
        yield f"Answers and questions, also about the reasons, go to {reply_to}."
