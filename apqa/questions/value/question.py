"""One question the review asks of value for money or financial sustainability, with what it rests on (QF-43)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ValueFigure:
    """One figure behind a question, and where it comes from."""

    key: str
    """Its short name, unique within its question: "offered"."""

    says: str
    """What it is, in words with the number in them."""

    source: str
    """Where it stands or what it is worked out from."""

    number: Decimal | None = None
    """The number alone, in pounds or per cent; none where it is a day or a word."""


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """A question to ask. It is never a score or a verdict: what the answer is worth a person judges."""

    key: str
    """Its short name: "price", "attended", "outcomes", "dependence", "accounts", "review"."""

    title: str
    says: str
    """What the records show, in a sentence; empty where they show nothing."""

    asks: str
    """The question."""

    figures: tuple[ValueFigure, ...] = ()
    not_known: tuple[str, ...] = ()
    """What is not recorded, and what to record to know it."""

    careful: str = ""
    """That the figures rest on few placements, where they do: they are not to be passed on."""
