"""The council's visits: how long ago the last was, and what it found and recommends (QF-14, QF-54, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, Line, State, asked, timed
from apqa.questions.package import hours_text
from apqa.records.provider import latest
from apqa.vocabulary.review import Level, ListRecommendation, Rag, VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.note import Note
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

_GROUP = "Approved provider list"
_ASK = "the council's designated officer"
_TO_CLOSE = frozenset(
    {
        ListRecommendation.SUSPEND_NEW,
        ListRecommendation.SUSPEND_ALL,
        ListRecommendation.REMOVE,
        ListRecommendation.DECLINE,
    }
)
"""What a visit may recommend that would close the provider to new placements, or keep it from them."""

_WORDS = {
    ListRecommendation.LIST: "that it come on the list",
    ListRecommendation.DECLINE: "that its application be declined",
    ListRecommendation.REMAIN: "that it stay on the list",
    ListRecommendation.REMAIN_WITH_ACTIONS: "that it stay on the list, with actions",
    ListRecommendation.ENHANCED_MONITORING: "enhanced monitoring",
    ListRecommendation.SUSPEND_NEW: "that new placements be suspended",
    ListRecommendation.SUSPEND_ALL: "that all placements be suspended",
    ListRecommendation.REMOVE: "that it be removed from the list",
}


def last_visit(provider: Provider, situation: Situation) -> Visit | None:
    """Answer the last visit that took place on site on or before the day."""
    done = [visit for visit in _done(provider, situation) if visit.type is not VisitType.DESK_TOP_AUDIT]
    return latest(done, situation.on)


def visited_line(provider: Provider, situation: Situation) -> Line:
    """Answer whether the council has visited within its cycle (QF-14, QF-54)."""
    line = asked(
        "visited", _GROUP, "Visited regularly by the council", "QF-14", basis="QF-14, QF-54", ask=_ASK, at=("listing",)
    )
    visit, cycle = last_visit(provider, situation), situation.policy.cycle("visits")
    if visit is None or cycle is None:
        return line.found(
            State.NOT_RECORDED,
            "no visit is recorded",
            effect=Effect.CONDITION,
            rule="provider-not-visited",
            remedy="Ask the designated officer when it was last visited, and visit it before the referral (QF-32).",
        )
    return timed(
        line.found(State.MET, f"last visited on {plain(visit.on)}{_counted(visit)}"),
        cycle.next_due(visit.on),
        situation,
        rule="provider-not-visited",
        effect=Effect.CONDITION,
        remedy="Ask the designated officer when the next visit is, and visit it before the referral (QF-32).",
    )


def _counted(visit: Visit) -> str:
    """Write what a visit found of pupils and hours, for the registration question; nothing where nobody looked."""
    look = visit.registration
    if look is None:
        return ""
    hours = f", none with more than {hours_text(look.most_hours)} hours a week" if look.most_hours is not None else ""
    return f"; it found {look.pupils} full-time{hours}"


def outcome_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer what the last visit found and recommends, and whether anything was decided since (QF-57 to QF-59).

    What a visit recommends is not yet decided, and a red outcome is no suspension: but nobody is to place without
    knowing of it. It counts until something answers it: a later visit on site with another outcome, a decision on the
    list, a step of escalation, or the end of an action plan. An audit from the desk may find something as grave, and
    does not answer what was seen on site. Without the note of any visit there is no line.
    """
    line = asked(
        "visit_outcome",
        _GROUP,
        "Nothing grave from the last visit left undecided",
        "QF-57",
        basis="QF-57, QF-58, QF-59",
        ask=_ASK,
        at=("listing",),
    )
    found = _standing(provider, situation)
    if found is None:
        return
    visit, note = found
    says = f"the visit of {plain(visit.on)}: {_found(note)}"
    if not _is_grave(note):
        yield line.found(State.MET, says)
    elif decided := _decided_since(provider, visit, situation):
        yield line.found(State.MET, f"{says}; {decided}")
    elif note.recommendation in _TO_CLOSE:
        yield line.found(
            State.REVIEW,
            f"{says}; what was decided is not recorded",
            effect=Effect.CANNOT_TELL,
            remedy="Ask the designated officer what was decided, and have it recorded (listing, or the action plan).",
        )
    else:
        yield line.found(
            State.REVIEW,
            f"{says}; nothing since is recorded that answers it",
            effect=Effect.CONDITION,
            remedy="Speak to the designated officer about what was found before placing.",
        )


def undecided_visit(provider: Provider, situation: Situation) -> tuple[Visit, Note] | None:
    """Answer the visit whose note is grave and stands on the day, with the note; none where something answers it."""
    found = _standing(provider, situation)
    if found is None or not _is_grave(found[1]) or _decided_since(provider, found[0], situation):
        return None
    return found


def _done(provider: Provider, situation: Situation) -> list[Visit]:
    return [
        visit
        for visit in situation.records.visits_to(provider.id)
        if visit.status is VisitStatus.DONE and visit.on <= situation.on
    ]


def _standing(provider: Provider, situation: Situation) -> tuple[Visit, Note] | None:
    """Answer the visit whose note stands on the day: the last that judges on site, or a later grave one."""
    judged = [
        (visit, visit.note)
        for visit in _done(provider, situation)
        if visit.note is not None and visit.note.written_on <= situation.on and _judges(visit.note)
    ]
    counted = [(visit, note) for visit, note in judged if visit.type is not VisitType.DESK_TOP_AUDIT or _is_grave(note)]
    return max(counted, key=lambda pair: pair[0].on, default=None)


def _judges(note: Note) -> bool:
    return bool(note.outcome or note.recommendation) or _is_grave(note)


def _is_grave(note: Note) -> bool:
    """Answer whether whoever places has to know of it: red, more than actions recommended, or a concern at once."""
    return (
        note.outcome is Rag.RED
        or note.recommendation in _TO_CLOSE | {ListRecommendation.ENHANCED_MONITORING}
        or any(concern.level is Level.IMMEDIATE for concern in note.concerns)
    )


def _found(note: Note) -> str:
    """Write a note's outcome, its immediate concerns and what it recommends."""
    said = [f"outcome {note.outcome}"] if note.outcome else []
    said += [f"an immediate concern ({each.what})" for each in note.concerns if each.level is Level.IMMEDIATE]
    if note.recommendation:
        said.append(f"it recommends {_WORDS[note.recommendation]}")
    return "; ".join(said)


def _decided_since(provider: Provider, visit: Visit, situation: Situation) -> str:
    """Say what the council last decided on or after the day of a visit, on the list or in an action plan."""
    plans = situation.records.action_plans_of(provider.id)
    decided = [(each.on, f"place on the list: {each.status.value.replace('_', ' ')}") for each in provider.listing]
    decided += [
        (step.on, f"escalation: {step.step.value.replace('_', ' ')}") for plan in plans for step in plan.escalation
    ]
    decided += [(plan.closed_on, "its action plan is closed") for plan in plans if plan.closed_on is not None]
    since = [pair for pair in decided if visit.on <= pair[0] <= situation.on]
    day, what = max(since, key=lambda pair: pair[0], default=(visit.on, ""))
    return f"{what} since {plain(day)}" if what else ""
