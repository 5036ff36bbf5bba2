"""The parts of the page, in order, without the references of pupils and placements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider import ahead, reviewed, standing
from apqa.display.provider.blocks import PagePart, free_of_references, without_references
from apqa.display.provider_check.words import VERDICTS
from apqa.display.registration.words import unread_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.display.provider.answer import ProviderPage
    from apqa.display.provider.blocks import Block

PARTS: tuple[tuple[str, str, Callable[[ProviderPage], Iterator[Block]]], ...] = (
    ("standing", "Where it stands", standing.standing),
    ("identity", "Who it is", standing.identity),
    ("checks", "Checks before a placement", standing.checks),
    ("registration", "Registration as a school", standing.registration),
    ("pupils", "Placements in numbers", reviewed.pupils),
    ("reports", "Termly reports", reviewed.reports),
    ("self_assessment", "Self-assessment", reviewed.self_assessment),
    ("visits", "Visits", reviewed.visits),
    ("actions", "Open actions", reviewed.actions),
    ("escalation", "Escalation", reviewed.escalation),
    ("value", "Value for money: what to ask", ahead.value),
    ("due", "What falls due", ahead.due),
    ("history", "History", ahead.history),
)
"""Every part of the page: its key, which templates name it by, its heading, and what it says."""


def parts(page: ProviderPage) -> tuple[PagePart, ...]:
    """Answer the parts of the page. No reference of a pupil or a placement stands in any of them."""
    return tuple(
        PagePart(key, heading, tuple(free_of_references(block) for block in told(page))) for key, heading, told in PARTS
    )


def unread_words(page: ProviderPage) -> str:
    """Say which records could not be read; those of single pupils by their number alone. Empty where all could."""
    named = [each for each in page.unread if without_references(each) == each]
    hidden = len(page.unread) - len(named)
    record = "record" if hidden == 1 else "records"
    counted = [f"{hidden} {record} of placements or termly reports (`apqa check` names what)"] if hidden else []
    return unread_sentence([*named, *counted])


def verdict_word(page: ProviderPage) -> str:
    """Answer the verdict of the check before a placement, in capitals."""
    return VERDICTS[page.check.verdict]
