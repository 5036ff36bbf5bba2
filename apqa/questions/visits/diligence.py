"""What the first visit to a provider is to look at: the open items of the checklist of due diligence (QF-40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.applications.application import application_of
from apqa.questions.applications.checklist import ItemState, checklist
from apqa.questions.checks.visits import last_visit
from apqa.questions.concern import is_applying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


def comes_before_the_list(provider: Provider, situation: Situation) -> bool:
    """Answer whether a visit is for due diligence: the provider applies, or is not listed and was never visited."""
    unknown = not provider.is_listed(situation.on) and last_visit(provider, situation) is None
    return unknown or is_applying(provider, situation.on)


def open_items(provider: Provider, situation: Situation) -> Iterator[tuple[str, str]]:
    """Answer the items of the checklist that are open or not recorded, each with what is known of it.

    Of a provider that does not apply they are asked of its record alone.
    """
    application = application_of(provider, situation)
    items = application.items if application else checklist(provider, situation, None)
    for each in items:
        if each.state is not ItemState.MET:
            yield each.item.title, "; ".join(each.says)
