"""Who has not been told of a decision, and which of them nobody has named (QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.escalation import Tells, step_entry
from apqa.questions.escalation.telling import tellings
from apqa.records.kinds import AUTHORITY
from apqa.vocabulary.placement import CommissionerKind

if TYPE_CHECKING:
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.telling import Telling
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


def untold(decision: Decision, provider: Provider, situation: Situation) -> tuple[Telling, ...]:
    """Answer who must be told of a decision and was not by the day."""
    return tuple(each for each in tellings(decision, provider, situation) if not each.is_told)


def nobody_named(decision: Decision, situation: Situation) -> str:
    """Say which services or schools nobody has named, of those that are told; empty where each sort has one.

    All commissioning services, and of a removal all schools, are told (QF-59): with none of a sort on record nobody
    can say that they were.
    """
    authority, tells = situation.records.authority, step_entry(decision.step).tells
    kinds = {each.kind is CommissionerKind.LOCAL_AUTHORITY for each in (authority.recipients if authority else ())}
    asked = (("services", Tells.SERVICES, True), ("schools", Tells.SCHOOLS, False))
    missing = [name for name, group, service in asked if group in tells and service not in kinds]
    if not missing:
        return ""
    which = f"which {' and '.join(missing)} are to be told"
    if authority is None and situation.records.unreadable(AUTHORITY):
        return f"{which} cannot be told: authority.yaml cannot be read"
    return f"{which} is not recorded: authority.yaml, recipients"
