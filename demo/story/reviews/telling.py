"""How a visit is told: its kind, what was found area by area, and the note that follows (Appendix C)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from demo.story.days import day, working_day_after
from demo.story.draw import Draw
from demo.story.providers.everyone import SKETCHES
from demo.story.writing import inline, quoted

_FINE = {
    "safeguarding": "Lead and deputy known to everybody asked; single central record looked at, sample in order.",
    "health_and_safety": "Premises clean and safe; certificates seen and in date; drill log kept.",
    "quality_of_education": "Planned sessions that matched the schemes of work; English and mathematics visible.",
    "staffing": "Staffing as agreed with commissioners; supervision dates in the log.",
    "admissions_and_support": "Referral forms complete; induction followed the checklist.",
    "outcomes": "Tracker up to date for every placement; destinations known for last year.",
    "leadership": "Clear lines of responsibility; last year's actions closed.",
    "registration": "Register of schools and declared pupils gone through; no pupil above 18 hours.",
    "data_protection": "Paper files locked; registration with the Information Commissioner current.",
    "finance": "Price list current; accounts filed; income not from one commissioner alone.",
}


_SAID = (
    "{Head} was pleased with the term and asked for earlier word of new referrals.",
    "{Head} agreed with what was found and showed the plan for the next half term.",
    "{Head} said that mornings go best and would like one more adult on Fridays.",
    "{Head} found the questions fair and had nothing to correct.",
    "{Head} said that schools answer quickly; transport is sometimes late.",
    "{Head} spoke of a good start and of more demand than there are places.",
)
"""What a provider says at a visit at which nothing is amiss."""

_AGREED = (
    "The scheme of work for the next term is sent by its first week.",
    "The next training dates are sent once they are booked.",
    "Attendance is looked at together at half term.",
    "The price list is sent when it changes.",
    "A change among staff is told within two days, as before.",
    "Certificates are sent when they are renewed, without being asked for.",
)


@dataclass(frozen=True, slots=True)
class Task:
    """An action agreed at a visit."""

    key: str
    what: str
    area: str
    due: str
    done: str = ""
    verified: str = ""


@dataclass(frozen=True, slots=True)
class Tale:
    """A visit in a few words."""

    on: str
    provider: str
    kind: str
    summary: str
    areas: tuple[str, ...]
    """Areas that were found to be in order."""

    strengths: tuple[str, ...]
    weak: tuple[tuple[str, str, str], ...] = ()
    """Areas found weak: area, colour and what was seen."""

    developments: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    agreed: tuple[str, ...] = ()
    said: str = ""
    concerns: tuple[tuple[str, str], ...] = ()
    last_actions: str = ""
    recommendation: str = "remain"
    outcome: str = "green"
    spoken_with: int = 2
    circulated_after: int = 6
    sent: bool = True
    """Whether the note has gone out; one of the last days of the story is still to go."""

    amendments: tuple[tuple[str, str], ...] = ()
    """Corrections after it was circulated: the day, and what is corrected."""

    more: dict[str, Any] = field(default_factory=dict)
    """What only this visit has: trigger, concern, officers, who was asked."""


def visit(tale: Tale) -> dict[str, Any]:
    """Tell a visit that took place, with its note."""
    draw = Draw("visit", tale.on, tale.provider)
    more = dict(tale.more)
    staff = more.pop("provider_staff", [_head(tale), "designated safeguarding lead"])
    desk = tale.kind == "desk_top_audit"
    return {
        "type": tale.kind,
        "status": "done",
        "site": None if desk else _site(tale.provider),
        "starts_at": quoted(draw.one(("09:30", "10:00", "13:00"))),
        "ends_at": quoted(draw.one(("14:15", "14:45", "15:15"))),
        "announced": more.pop("announced", True),
        "trigger": more.pop("trigger", None),
        "concern": more.pop("concern", None),
        "concern_area": more.pop("concern_area", None),
        "lead": "designated_officer",
        "officers": more.pop("officers", []),
        "provider_staff": staff,
        "pupils_spoken_with": 0 if desk else tale.spoken_with,
        **more,
        "documents": _documents(tale, draw),
        "note": _note(tale, draw),
    }


def _head(tale: Tale) -> str:
    return SKETCHES[tale.provider].head if tale.provider in SKETCHES else "track manager"


def _site(provider: str) -> str | None:
    if provider not in SKETCHES:
        return "track"
    return next((place["key"] for place in SKETCHES[provider].sites if place["use"] != "pupils_home"), None)


def _documents(tale: Tale, draw: Draw) -> list[dict[str, Any]]:
    seen = [
        ("register of attendance, four weeks", draw.whole(1, 6)),
        ("health and safety folder", draw.whole(40, 200)),
        ("scheme of work for the term", draw.whole(20, 70)),
        ("accident book", draw.whole(1, 20)),
    ]
    on = day(tale.on)
    return [{"what": what, "dated": on - timedelta(days=age)} for what, age in draw.some(seen, 2)]


def _note(tale: Tale, draw: Draw) -> dict[str, Any]:
    on = day(tale.on)
    written = working_day_after(on, min(draw.whole(1, 3), tale.circulated_after))
    sent = working_day_after(on, tale.circulated_after)
    return {
        "written_on": written,
        "written_by": "designated officer",
        "summary": tale.summary,
        "areas": _areas(tale),
        "strengths": list(tale.strengths),
        "developments": list(tale.developments) or None,
        "concerns": [inline(what=what, level=level) for what, level in tale.concerns] or None,
        "provider_said": tale.said or _said(tale),
        "agreed": list(tale.agreed) or (None if tale.tasks else [Draw("agreed", tale.on, tale.provider).one(_AGREED)]),
        "actions": [_action(task, tale) for task in tale.tasks] or None,
        "last_actions": tale.last_actions or None,
        "outcome": tale.outcome,
        "recommendation": tale.recommendation or None,
        "next_visit_by": on + timedelta(days=360 if tale.outcome == "green" else 90),
        "told_face_to_face": True,
        "circulation": [
            *(inline(to=to, party=party, **({"on": sent} if tale.sent else {})) for to, party in _recipients(tale)),
            *(
                inline(to=to, party=party, on=day(on), amendments=number)
                for number, (on, _) in enumerate(tale.amendments, 1)
                for to, party in _recipients(tale)
            ),
        ],
        "filed": f"AP/{tale.provider}/visits/{tale.on}",
        "amendments": [{"on": day(on), "by": "designated officer", "what": what} for on, what in tale.amendments]
        or None,
    }


def _recipients(tale: Tale) -> tuple[tuple[str, str], ...]:
    """Tell to whom a note goes, and who each of them is in this."""
    return (
        (_head(tale), "provider"),
        ("commissioners with pupils there", "commissioner"),
        ("commissioning manager", "council"),
    )


def _said(tale: Tale) -> str:
    head = f"the {_head(tale)}"
    return Draw("said", tale.on, tale.provider).one(_SAID).format(Head=head[0].upper() + head[1:])


def _areas(tale: Tale) -> list[dict[str, Any]]:
    fine = [{"area": area, "judgement": "meets", "colour": "green", "seen": _FINE[area]} for area in tale.areas]
    judged = {"red": "concern", "amber": "needs_improvement"}
    weak = [
        {"area": area, "judgement": judged[colour], "colour": colour, "seen": seen} for area, colour, seen in tale.weak
    ]
    if fine and tale.outcome == "green":
        fine[0]["judgement"] = "strength"
    return [*weak, *fine]


def _action(task: Task, tale: Tale) -> dict[str, Any]:
    status = "verified" if task.verified else ("done" if task.done else "open")
    return {
        "key": task.key,
        "what": task.what,
        "area": task.area,
        "owner": _head(tale),
        "due": day(task.due),
        "status": status,
        "done_on": day(task.done) if task.done else None,
        "verified_by": "designated officer" if task.verified else None,
        "verified_on": day(task.verified) if task.verified else None,
    }
