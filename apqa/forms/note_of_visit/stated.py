"""Values of a note behind their labels, and what is said of those that are not recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.documents.document import Facts
from apqa.forms.termly_report.blocks import recorded, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.forms.documents.document import Block
    from apqa.forms.note_of_visit.asked import AskedNote

_MAY_BE_LEFT_OUT = frozenset(
    {
        "Purpose",
        "Other officers",
        "Sessions observed",
        "Marking",
        "Virtual School asked",
        "Social workers asked",
        "Senior management told",
        "Action plan",
        "Filed at",
    }
)
"""What Appendix C has room for and does not ask of every visit: where it is not recorded, no reader misses it."""


def stated(asked: AskedNote, pairs: Iterable[tuple[str, Any]]) -> Iterator[Block]:
    """Answer values behind their labels.

    A draft names at the end what is not recorded, for whoever is still writing it. A note that is handed over leaves
    that out, but for what Appendix C asks for: that stands in its place as not recorded.
    """
    if asked.about.is_draft:
        yield from recorded(pairs, names_all=True)
        return
    every = ((label, said(value)) for label, value in pairs)
    rows = tuple((label, value or "Not recorded") for label, value in every if value or label not in _MAY_BE_LEFT_OUT)
    if rows:
        yield Facts(rows)
