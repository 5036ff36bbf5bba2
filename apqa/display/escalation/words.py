"""How far a concern has been taken, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.escalation.telling import TellingState
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.display.escalation.answer import EscalationAnswer
    from apqa.questions.escalation.coming import Next
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.escalation.standing import Escalation
    from apqa.questions.escalation.telling import Telling

STYLES = {
    EscalationStep.LISTED: "good",
    EscalationStep.LISTED_WITH_ACTIONS: "soon",
    EscalationStep.ENHANCED_MONITORING: "soon",
    EscalationStep.NEW_PLACEMENTS_SUSPENDED: "bad",
    EscalationStep.ALL_SUSPENDED: "bad",
    EscalationStep.REMOVED: "bad",
}
COLUMNS = ("Provider", "Step", "Since", "Next", "By", "Told")
STORY_COLUMNS = ("Day", "Step", "Decided by", "Why", "Recorded in")
NEED_COLUMNS = ("What must happen", "Stands", "By", "Ground")
NEXT_COLUMNS = ("What comes next", "By", "Who")
TOLD_COLUMNS = ("Who must be told", "As", "Their placements", "Stands")


def title(each: Escalation) -> str:
    """Answer what a provider's step is called. Without any concern nothing had to come back."""
    if each.unread:
        return "cannot tell"
    if each.doubt:
        return "cannot tell: a person must say"
    if each.reached.step is not EscalationStep.LISTED:
        return step_entry(each.reached.step).title
    if each.called:
        return "no step taken, and one is called for"
    return "no open concern" if not each.has_open_needs else step_entry(each.reached.step).title


def style(each: Escalation) -> str:
    """Answer how a provider's step is shown."""
    return "unknown" if each.unread or each.doubt else STYLES[each.reached.step]


def since(each: Escalation) -> str:
    """Say from which day on, and why: "since 10 November 2026: three actions overdue"; else how the list has it."""
    reached = each.reached
    if each.unread:
        known = f"at least {step_entry(reached.step).title}" if reached.since else "no open concern in what can be read"
        return f"{', '.join(each.unread)} cannot be read; {known}; approved provider list: {each.listed}"
    if each.doubt:
        return f"{each.doubt}; its action plan says {step_entry(reached.step).title} now"
    return f"since {plain(reached.since)}: {reached.why}" if reached.since else f"approved provider list: {each.listed}"


def by(next_: Next) -> str:
    """Say by when something comes next, and whether that is over."""
    if next_.by is None:
        return "now"
    return f"{plain(next_.by)}, overdue" if next_.overdue else plain(next_.by)


def need_row(need: NeedState, on: date) -> tuple[str, ...]:
    """Put a need in a row: what, how it stands, by when, and on what ground."""
    done = "not yet due" if need.awaits else "done"
    stands = done if need.met else ("overdue" if need.is_overdue(on) else "open")
    due = plain(need.due) if need.due else ""
    return need.entry.title, f"{stands}: {need.says}", due, need.entry.basis


def story_row(decision: Decision) -> tuple[str, ...]:
    """Put a step of the story in a row."""
    step = step_entry(decision.step).title
    return plain(decision.on), step, decision.decided_by, decision.reason, decision.recorded_in


def told_row(telling: Telling) -> tuple[str, ...]:
    """Put somebody who must be told in a row."""
    return telling.to.name, telling.to.kind.value, ", ".join(telling.to.placements), telling.says


def provider_row(each: Escalation) -> tuple[str, ...]:
    """Put a provider in a row: the step, since when, what comes first, by when, and how many were told."""
    first = each.next[0] if each.next else None
    day = plain(each.reached.since) if each.reached.since else ""
    return (
        each.provider.id,
        title(each),
        day,
        first.what if first else "",
        by(first) if first else "",
        told_in_short(each.told),
    )


def told_in_short(told: Iterable[Telling]) -> str:
    """Count who was told: "6 of 7"; empty where nobody must be."""
    states = Counter(each.state for each in told)
    done = states[TellingState.TOLD] + states[TellingState.ACKNOWLEDGED]
    return f"{done} of {states.total()}" if states else ""


def nobody(answer: EscalationAnswer) -> str:
    """Say that no concern is open; empty where one is."""
    on = f" on {plain(answer.header.on)}" if answer.header.on else ""
    return "" if answer.shown else f"No concern about any provider is open{on}, and nothing calls for a step."


def who_decides(each: Escalation) -> str:
    """Say that steps and clocks are practice, where no document confirms them."""
    if each.decision is None or step_entry(each.reached.step).confirmed:
        return ""
    return (
        "Clocks, and who decides, are practice that no document confirms; the council sets its own in authority.yaml "
        "(policy)."
    )
