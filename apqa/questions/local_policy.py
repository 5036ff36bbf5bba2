"""Whether it is known what the council itself asks for: a file that cannot be read may ask for more (QF-90)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.names import unknown_policy_values
from apqa.questions.unread import paths_of
from apqa.records.kinds import AUTHORITY

if TYPE_CHECKING:
    from apqa.questions.situation import Situation


def policy_unknown(situation: Situation) -> str:
    """Say why it is not known what the council itself asks for; empty where it is."""
    records = situation.records
    if unread := records.unreadable(AUTHORITY):
        return f"what the council itself asks for is not known: {paths_of(AUTHORITY, unread)} cannot be read"
    if records.authority is None:
        return "what the council itself asks for is not known: there is no authority.yaml"
    if strange := [says for _, says in unknown_policy_values(records.authority)]:
        return f"what the council itself asks for is known in part only: {'; '.join(strange)}"
    return ""
