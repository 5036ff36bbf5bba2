"""Who may decide on a step of escalation, by role (QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.escalation import step_entry

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.authority import Deciders
    from apqa.vocabulary.review import EscalationStep


def deciders(step: EscalationStep, situation: Situation) -> tuple[str, ...]:
    """Answer who may decide on a step, by the titles of their posts: as the council set it, else as is usual."""
    local = named_by_council(step, situation)
    roles = local.roles if local is not None else step_entry(step).decided_by
    return tuple(_title(each, situation) for each in roles)


def named_by_council(step: EscalationStep, situation: Situation) -> Deciders | None:
    """Answer what the council itself has decided by the day of who may decide; none where it has not."""
    authority = situation.records.authority
    local = authority.policy.deciders.get(step) if authority else None
    return local if local is not None and (local.starts is None or local.starts <= situation.on) else None


def may_decide(who: str, step: EscalationStep, situation: Situation) -> bool:
    """Answer whether a role may decide on a step. Where the council has named nobody, anybody may: no document says."""
    local = named_by_council(step, situation)
    if local is None:
        return True
    known = {name for role in local.roles for name in (role.replace("_", " "), _title(role, situation).casefold())}
    return who.casefold() in known


def _title(role: str, situation: Situation) -> str:
    authority = situation.records.authority
    known = authority.roles.get(role) if authority else None
    return known.title if known else role.replace("_", " ")
