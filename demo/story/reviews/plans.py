"""Action plans and how far each concern was taken: put right, found in time, in escalation, and to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import day
from demo.story.draw import placement_id
from demo.story.schools import SCHOOLS
from demo.story.writing import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVICES = ("SEND casework team", "Virtual School", "Youth justice service", "Education inclusion service")


def action_plans() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every action plan, with its id."""
    yield "magpie-kiln/2025-11-24", _magpie()
    yield "flintlock-skills/2026-01-26", _flintlock()
    yield "cornerstool/2026-05-18", _cornerstool()
    yield "gasket-lane/2026-09-28", _gasket()


def _action(  # noqa: PLR0913  an action is told in one line
    key: str,
    what: str,
    area: str,
    owner: str,
    due: str,
    *,
    done: str = "",
    verified: str = "",
    updates: tuple[tuple[str, str], ...] = (),
    shows: str = "",
) -> dict[str, Any]:
    action: dict[str, Any] = {
        "key": key,
        "what": what,
        "area": area,
        "owner": owner,
        "due": day(due),
        **({"evidence_expected": shows} if shows else {}),
        "status": "verified" if verified else ("done" if done else "open"),
    }
    if done:
        action["done_on"] = day(done)
    if verified:
        action |= {"verified_by": "designated officer", "verified_on": day(verified)}
    if updates:
        action["updates"] = [{"on": day(on), "by": owner, "says": says} for on, says in updates]
    return action


def _step(on: str, step: str, reason: str, by: str = "head of inclusion", **more: Any) -> dict[str, Any]:
    return {"on": day(on), "step": step, "decided_by": by, "reason": reason, **more}


def _told(on: str, *who: str, kind: str = "service", acknowledged: str = "") -> list[dict[str, Any]]:
    """Give who was told on a day, by a letter prepared on it, and when each acknowledged it."""
    days = {"prepared_on": day(on), "on": day(on), "how": "by e-mail"}
    answered = {"acknowledged_on": day(acknowledged)} if acknowledged else {}
    return [inline(who=name, kind=kind, **days, **answered) for name in who]


def _schools(on: str, *keys: str, acknowledged: str = "") -> list[dict[str, Any]]:
    """Give the schools with pupils there that were told on a day."""
    return _told(on, *(SCHOOLS[key].name for key in keys), kind="commissioner", acknowledged=acknowledged)


def _filed(seen: str, on: str, where: str) -> dict[str, Any]:
    return {"seen": seen, "on": day(on), "by": "head of inclusion", "filed": where}


def _magpie() -> dict[str, Any]:
    who = "studio partner"
    return {
        "reason": "Pupils were near a hot kiln without an adult on two days.",
        "trigger": "parent",
        "visit": "2025-11-19-magpie-kiln",
        "agreed_on": day("2025-11-24"),
        "update_days": 14,
        "actions": [
            _action("kiln-room", "Lock the kiln room while hot; keep a log.", "health_and_safety", who, "2025-11-28",
                    done="2025-11-21", verified="2026-01-28", updates=(("2025-11-21", "Lock fitted, log begun."),)),
            _action("activity-assessment", "Review the risk assessment for firing.", "health_and_safety", who,
                    "2025-12-05", done="2025-12-03", verified="2026-01-28"),
            _action("parents-told", "Tell all parents what happened and what has changed.", "leadership", who,
                    "2025-12-01", done="2025-11-26", verified="2026-01-28"),
            _action("second-adult", "Train a second adult for firing days.", "staffing", who, "2026-02-27",
                    done="2026-02-11", verified="2026-02-27",
                    updates=(("2025-12-08", "Course asked for."), ("2026-01-12", "Booked for 11 February."))),
        ],
        "escalation": [
            _step("2025-11-24", "listed_with_actions", "Action plan agreed after the spot check.", "designated officer",
                  trigger="partly_met", review_on=day("2026-01-28"),
                  reviews=[{"on": day("2026-01-28"), "by": "designated officer", "next_on": day("2026-03-02"),
                            "says": "Three of four actions seen working; a second adult is being trained."}]),
            _step("2026-03-02", "listed", "All four actions verified; no further concern.", trigger="put_right"),
        ],
        "closed_on": day("2026-03-02"),
        "closing_note": "Everything agreed is in place and was seen working twice.",
    }  # fmt: skip


def _gasket() -> dict[str, Any]:
    who = "workshop manager"
    return {
        "reason": "Hours of two commissioners for one place add up to 19.5 a week, with an EHC plan in force.",
        "trigger": "other",
        "visit": "2026-09-25-gasket-lane",
        "agreed_on": day("2026-09-28"),
        "update_days": 7,
        "actions": [
            _action("cut-hours", "Cut the hours to 16 from 5 October.", "registration", who, "2026-10-05",
                    done="2026-10-05", verified="2026-10-08", updates=(("2026-10-05", "New timetable began today."),)),
            _action("whole-week", "Ask every commissioner for the pupil's whole week before agreeing a start.",
                    "admissions_and_support", who, "2026-10-16", done="2026-10-12", verified="2026-10-21",
                    updates=(("2026-10-12", "New line on the referral form."),)),
            _action("count-again", "Declare all pupils again.", "registration", who, "2026-10-09", done="2026-10-08",
                    verified="2026-10-09"),
        ],
        "escalation": [
            _step("2026-09-28", "listed_with_actions", "Hours above 18 found and an action plan agreed.",
                  "designated officer",
                  told=_told("2026-09-28", SCHOOLS["penhollow"].name, "SEND casework team")),
            _step("2026-10-23", "listed", "Hours cut from 5 October; new procedure seen; nothing further."),
        ],
        "closed_on": day("2026-10-23"),
        "closing_note": "Both commissioners and the provider now add the week up before a start.",
    }  # fmt: skip


def _cornerstool() -> dict[str, Any]:
    who = "head coach"
    return {
        "reason": "Central record incomplete, yearly training missed by two coaches, late attendance returns.",
        "trigger": "visit",
        "visit": "2026-05-13-cornerstool",
        "agreed_on": day("2026-05-18"),
        "update_days": 14,
        "actions": [
            _action("attendance-returns", "Return afternoon attendance by 13:30.", "admissions_and_support", who,
                    "2026-06-05", done="2026-06-04", verified="2026-07-07"),
            _action("training", "Train both coaches who missed the update.", "safeguarding", who, "2026-09-11",
                    done="2026-09-10", verified="2026-10-20", updates=(("2026-06-15", "Places booked."),)),
            _action("central-record", "Complete the central record, references included.", "safeguarding", who,
                    "2026-06-30", updates=(("2026-06-15", "Two references asked for."),
                                           ("2026-07-06", "One has come."),
                                           ("2026-09-28", "Administrator appointed for one day a week."),
                                           ("2026-10-12", "Administrator has not started.")),
                    shows="The record, with every check of every coach."),
            _action("safer-recruitment", "Write down that nobody starts before all checks.", "staffing", who,
                    "2026-10-09", updates=(("2026-09-28", "Draft begun."),),
                    shows="The procedure, signed by the director."),
            _action("income", "Show a budget that does not depend on one commissioner.", "finance", "director",
                    "2026-10-30", shows="A budget for three years."),
        ],
        "escalation": [
            _step("2026-05-18", "listed_with_actions", "Plan agreed after the yearly visit.", "designated officer",
                  trigger="partly_met", review_on=day("2026-07-07"),
                  reviews=[{"on": day("2026-07-07"), "by": "designated officer", "next_on": day("2026-09-21"),
                            "says": "Attendance is in time now; the central record has until September."}]),
            _step("2026-09-21", "enhanced_monitoring",
                  "A coach began before checks were complete; central record still not complete.",
                  trigger="overdue_actions", meeting_on=day("2026-09-28"), review_on=day("2026-10-20"),
                  told=[*_schools("2026-09-22", "hazelmarsh", "quillbrook", "cindervale"),
                        *_told("2026-09-22", "SEND casework team")]),
            _cornerstool_suspended(),
        ],
    }  # fmt: skip


def _cornerstool_suspended() -> dict[str, Any]:
    """Give the suspension: one commissioner's letter lies ready, and nobody has recorded that it went out."""
    waiting = inline(who=SCHOOLS["cindervale"].name, kind="commissioner", prepared_on=day("2026-11-11"))
    return _step("2026-11-10", "new_placements_suspended",
                 "Three of five actions overdue after two extensions; no update since 12 October 2026.",
                 trigger="overdue_actions", meeting_on=day("2026-11-09"), review_on=day("2026-12-11"),
                 told=[*_schools("2026-11-11", "hazelmarsh", acknowledged="2026-11-12"),
                       *_schools("2026-11-11", "fallowmere"), waiting, *_told("2026-11-11", *_SERVICES)],
                 placements=_cornerstool_placements())  # fmt: skip


def _cornerstool_placements() -> list[dict[str, Any]]:
    stays = "Continues; the commissioner reviews it by 4 December and rings weekly."
    return [{"placement": placement_id(f"cornerstool {number}"), "what": stays} for number in (3, 4, 5)]


def _flintlock() -> dict[str, Any]:
    who = "centre director"
    return {
        "reason": "Groups larger than agreed with one adult; functional skills not taught.",
        "trigger": "commissioner_report",
        "visit": "2026-01-21-flintlock-skills",
        "agreed_on": day("2026-01-27"),
        "update_days": 7,
        "actions": [
            _action("ratio", "Keep one adult to four pupils at all times.", "staffing", who, "2026-01-30",
                    updates=(("2026-02-02", "An agency has been asked for a second instructor."),)),
            _action("teacher", "Appoint a teacher of functional skills.", "quality_of_education", who, "2026-02-20"),
            _action("weekly-note", "Write to every commissioner each Friday.", "leadership", who, "2026-02-06"),
        ],
        "escalation": _flintlock_steps(),
        "closed_on": day("2026-04-24"),
        "closing_note": "Closed with the removal from the list. Open actions fall with it.",
    }  # fmt: skip


_WITH_PUPILS = ("netherquay", "copperthwaite", "quillbrook")


def _flintlock_steps() -> list[dict[str, Any]]:
    others = [school.name for key, school in SCHOOLS.items() if key not in _WITH_PUPILS]
    where = "AP/flintlock-skills/listing"
    return [
        _step("2026-01-27", "listed_with_actions", "Action plan agreed after the spot check.", "designated officer",
              trigger="partly_met", review_on=day("2026-02-25")),
        _step("2026-03-02", "enhanced_monitoring", "No action done at the follow-up; no update for four weeks.",
              trigger="overdue_actions", meeting_on=day("2026-03-04"), review_on=day("2026-03-16"),
              told=_schools("2026-03-03", *_WITH_PUPILS)),
        _step("2026-03-16", "new_placements_suspended", "Ratio not confirmed on six days of ten; no teacher in post.",
              trigger="overdue_actions", review_on=day("2026-03-30"),
              told=[*_schools("2026-03-17", *_WITH_PUPILS, acknowledged="2026-03-18"),
                    *_told("2026-03-17", *_SERVICES)],
              placements=_outcomes("Goes on; the home school rings every day and visits within the week."),
              evidence=_filed("decision record", "2026-03-16", f"{where}/suspension")),
        _step("2026-03-26", "all_suspended", "Neither safeguarding lead nor first aider on site on 24 March.",
              trigger="immediate_risk", review_on=day("2026-04-21"), parents_told_on=day("2026-03-26"),
              told=[*_schools("2026-03-26", *_WITH_PUPILS, acknowledged="2026-03-26"),
                    *_told("2026-03-26", *_SERVICES)],
              placements=_outcomes("Taught at the home school until the urgent meeting."),
              evidence=_filed("decision record", "2026-03-26", f"{where}/all-suspended")),
        _step("2026-04-24", "removed", "Continued underperformance; agreed action plan not followed.",
              trigger="plan_not_followed", meeting_on=day("2026-04-21"),
              told=[*_schools("2026-04-27", *_WITH_PUPILS, acknowledged="2026-04-27"),
                    *_told("2026-04-27", *_SERVICES, acknowledged="2026-04-28"),
                    *_told("2026-04-27", *others, kind="school")],
              placements=_last_outcomes(),
              evidence=_filed("minutes of the urgent meeting and decision letter", "2026-04-24", f"{where}/removal"),
              represented_on=day("2026-05-11"),
              representation="It asked for a second meeting; the decision stands.",
              reapply_from=day("2027-09-01")),
    ]  # fmt: skip


def _outcomes(what: str) -> list[dict[str, Any]]:
    return [
        {"placement": placement_id(key), "what": what} for key in ("flintlock a", "flintlock b", "flintlock-skills 1")
    ]


def _last_outcomes() -> list[dict[str, Any]]:
    return [
        {
            "placement": placement_id("flintlock a"),
            "what": "Moved to Thimblespoke Bicycle Workshop from 27 April 2026.",
        },
        {"placement": placement_id("flintlock b"), "what": "Moved to Plumbline Yard from 27 April 2026."},
        {
            "placement": placement_id("flintlock-skills 1"),
            "what": "Back in the home school full-time from 27 April 2026.",
        },
    ]
