"""Whom to ask for what is due, by role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.vocabulary.placement import Side

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

DESIGNATED_OFFICER = "the council's designated officer"


def named_person(placement: Placement, side: Side) -> str:
    """Answer the role of the first person named for a side of a placement (QF-36); empty where nobody is."""
    return next((person.role for person in placement.named_persons if person.side is side), "")


def at_the_provider(provider_id: str, situation: Situation, placement: Placement | None = None) -> str:
    """Answer whom to ask at a provider: the named person of a placement, else its first contact (QF-36)."""
    named = named_person(placement, Side.PROVIDER) if placement else ""
    provider = situation.records.provider(provider_id)
    first = provider.contacts[0].role if provider and provider.contacts else ""
    return named or first or "the provider"


def with_article(ask: str) -> str:
    """Write whom to ask as it stands in a sentence: "the head of provision", "whoever keeps the records"."""
    return ask if ask.startswith(("the ", "whoever ")) else f"the {ask}"


def at_the_commissioner(placement: Placement) -> str:
    """Answer whom to ask at the commissioner of a placement: its named person, else the commissioner (QF-36)."""
    return named_person(placement, Side.COMMISSIONER) or "the commissioner"
