"""Desk-top audits: the designated officer and the provider go through its information (QF-51)."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.reviews.telling import Tale, Task


def _seen(kind: str, found: str, what: str = "", starts: str = "", ends: str = "") -> dict[str, Any]:
    stretch = {name: day(value) for name, value in (("starts", starts), ("ends", ends)) if value}
    return {"kind": kind, **({"what": what} if what else {}), **stretch, "found": found}


TALES = (
    Tale(
        "2026-07-14", "ferrymans-reach", "desk_top_audit",
        "Attendance, the summer reports and destinations of the leavers were gone through before the year closed.",
        ("outcomes", "quality_of_education"), ("Every leaver of this summer has a place for September.",),
        circulated_after=5,
        more={"information": [
            _seen("attendance", "Sessions of the summer agree with the school's register.",
                  starts="2026-04-13", ends="2026-07-10"),
            _seen("termly_reports", "All in; two came a week late."),
            _seen("destinations", "A place is agreed for every leaver; whether it lasts is looked at in the autumn."),
        ]},
    ),
    Tale(
        "2026-11-12", "kestrel-croft", "desk_top_audit",
        "Attendance, objectives and reports of the half term were gone through. Two risk assessments are due.",
        ("outcomes", "admissions_and_support"), ("Attendance above the average for the third term running.",),
        circulated_after=4,
        more={"information": [
            _seen("attendance", "Complete for every school day of the half term.",
                  starts="2026-09-03", ends="2026-10-23"),
            _seen("progress", "Every objective has a baseline; three were met early and were set anew.",
                  what="objectives of the placements from both schools"),
            _seen("actions", "Both actions of the visit in September are closed."),
            _seen("agreements", "Two risk assessments come up for review before Christmas."),
        ]},
    ),
    Tale(
        "2026-11-18", "harbour-loft", "desk_top_audit",
        "Attendance and progress are good. The public liability certificate ended on 31 October and the renewal has "
        "not been seen; the provider was told that nobody should be placed until it is. The recruitment policy still "
        "cites the 2025 edition of Keeping Children Safe in Education.",
        ("outcomes", "quality_of_education"), ("Attendance of 91% this half term.",),
        weak=(("leadership", "amber", "Insurance renewal not shown; one policy cites the edition before."),),
        tasks=(Task("renewal", "Send the certificate of the renewed public liability insurance.", "leadership",
                    "2026-11-25"),
               Task("recruitment-policy", "Bring the recruitment policy into line with the 2026 edition.", "leadership",
                    "2026-12-11")),
        last_actions="The renewals were entered in the calendar in April; the reminder was seen and not acted on.",
        said="The broker says cover continues; the head of provision will send the certificate as soon as it comes.",
        outcome="amber", recommendation="remain_with_actions", circulated_after=2,
        more={
            "information": [
                _seen("attendance", "91% of sessions attended; absences are followed up the same morning.",
                      starts="2026-09-03", ends="2026-10-23"),
                _seen("insurance", "Public liability ended on 31 October; no renewal could be shown."),
                _seen("policies", "All in date; the recruitment policy cites the edition before.",
                      what="safeguarding, recruitment, behaviour and complaints policies"),
            ],
            "senior_management_told": day("2026-11-19"),
            "taken_to_senior_management": [
                "Pupils attend while public liability insurance is not shown to be in force.",
            ],
            "senior_management_decided": "No new pupil until the certificate is seen; a suspension is considered on "
                                         "26 November if it has not come.",
        },
    ),
)  # fmt: skip
