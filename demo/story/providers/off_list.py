"""Providers that are not on the list: applying, looked at, declined, and removed."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week
from demo.story.writing import inline, quoted

FLINTLOCK = Sketch(
    id="flintlock-skills",
    name="Flintlock Skills Centre",
    legal_form="company",
    head="centre director",
    sites=(site("centre", "The centre", ("Unit 11", "Tannery Park", "Avonmere"), "AV4 8PJ", "workshop", "2025-08-01"),),
    offer={
        "purpose": "Warehouse, forklift simulator and employability skills for pupils in Years 10 and 11.",
        "ages": ages(14, 16),
        "places": 20,
        "week": week(WEEK, "09:00", "14:30", 17.5, 2.5),
        "subjects": ["warehousing", "employability", "functional skills"],
        "core_subjects": core("here", "here", "elsewhere", "elsewhere"),
        "qualifications": [qualification("Award in Employability", "Trowelmark", "Level 1", "2026-08-31")],
        "qualified_staff": "One teacher at the time of listing; none after February 2026.",
        "progression": "Interviews with local warehouses.",
        "prices": [price(79, "day", "Certification.")],
    },
    summary="No longer on the list.",
    applied="2025-09-08",
    listed="2025-10-20",
    reviewed="2025-09-10",
    insured_from="2025-09-01",
    visited="2025-10-07",
    references=(("Netherquay Academy", "inclusion lead"), ("Tannery Park Logistics", "training manager")),
    safety=("fire_drill", "portable_appliances"),
    dsl_trained="2024-11-06",
    deputy_trained="2025-09-18",
    largest_commissioner=52,
    checks=("2025-09-22", "2026-01-19"),
)


def _decision(on: str, status: str, reason: str, **more: Any) -> dict[str, Any]:
    return {"on": day(on), "status": status, "decided_by": "head of inclusion", "reason": reason, **more}


def flintlock_skills() -> dict[str, Any]:
    """Tell of a provider's whole way from application to removal, in one school year."""
    record = in_order(FLINTLOCK)
    record["due_diligence"][0]["visit"] = "2025-10-07-flintlock-skills"
    record["listing"] += [
        _decision(
            "2026-03-16",
            "new_placements_suspended",
            "Supervision below the agreed ratio at two visits; the plan's actions not done.",
            conditions="No new placements; ratio of one to four at all times, confirmed daily to the commissioners.",
        ),
        _decision(
            "2026-03-26",
            "suspended",
            "Urgent visit found no trained first aider and no designated safeguarding lead on site.",
            conditions="Pupils are taught elsewhere until the urgent meeting of 21 April 2026.",
        ),
        _decision(
            "2026-04-24",
            "removed",
            "Continued underperformance; agreed action plan not followed. Decided after the urgent meeting.",
            conditions="May apply again from 1 September 2027, as a new provider.",
            evidence=evidence(
                "flintlock-skills",
                "minutes of the urgent meeting and decision letter",
                "2026-04-24",
                "listing/removal",
                "head of inclusion",
            ),
        ),
    ]
    _as_it_stood(record)
    return record


def _as_it_stood(record: dict[str, Any]) -> None:
    """Leave the record as it stood when the provider was removed: nothing of it is of the autumn of 2026."""
    for key, year in (
        ("child_protection", "2025"),
        ("recruitment_and_selection", "2025"),
        ("safeguarding_training", "2025"),
    ):
        policy = record["policies"][key]
        policy["reviewed_on"] = day("2025-09-10")
        policy["cites"] = inline(kcsie=quoted(year))
        policy["evidence"] = evidence(
            "flintlock-skills", "policy of 10 September 2025", "2025-10-07", f"policies/{key.replace('_', '-')}"
        )
    safeguarding = record["safeguarding"]
    safeguarding["arrangements"] = {
        "reviewed_on": day("2025-09-10"),
        "cites": inline(kcsie=quoted("2025"), working_together=quoted("2023")),
        "evidence": evidence(
            "flintlock-skills", "safeguarding arrangements, two pages", "2025-10-07", "safeguarding/arrangements"
        ),
    }
    safeguarding["staff_training"] = safeguarding["staff_training"][:1]
    safeguarding["part_one_read"] = safeguarding["part_one_read"][:1]
    safeguarding["leads"][0]["ends"] = day("2026-03-13")
    safeguarding["staff_checks_confirmed"]["on"] = day("2025-10-07")
    record["finance"]["reviews"] = record["finance"]["reviews"][1:]
    record["central_record"] = record["central_record"][1:]
    for item in record["health_and_safety"]:
        item["done"] = min(item["done"], day("2025-09-12"))
        item["evidence"]["on"] = day("2025-10-07")
    record["policies"]["child_protection"]["cites"] = inline(kcsie=quoted("2025"), working_together=quoted("2023"))
    record["directory"] = {"publish": False}


def moonraker_drama() -> dict[str, Any]:
    """Tell of a drama workshop that has just applied."""
    return {
        "name": "Moonraker Drama Workshop",
        "identity": {"legal_form": "cic", "company_number": quoted("99518342"), "employs_staff": True},
        "contacts": [
            {"role": "artistic director", "email": "office@moonraker-drama.example", "phone": quoted("01632 960771")}
        ],
        "sites": [
            site(
                "hall",
                "The hall",
                ("Guild Hall", "Lamp Street", "Avonmere"),
                "AV1 7VE",
                "teaching",
                "2026-09-01",
                shared_with_public=True,
            )
        ],
        "offer": {
            "purpose": "Drama and stagecraft for pupils who avoid speaking in class.",
            "ages": ages(11, 16),
            "places": 10,
            "week": week(("tue", "wed"), "10:00", "15:00", 10, 1),
            "subjects": ["drama", "stagecraft"],
            "core_subjects": core("elsewhere", "elsewhere", "not_taught", "not_taught"),
            "no_qualifications_reason": "Awarding body approval has been applied for.",
            "prices": [price(74, "day", "Everything.")],
        },
        "listing": [
            {
                "on": day("2026-11-05"),
                "status": "applied",
                "decided_by": "designated officer",
                "reason": "Application received in the mailbox; two annexes still missing.",
            }
        ],
        "directory": {"publish": False},
    }


OXBOW = Sketch(
    id="oxbow-outdoors",
    name="Oxbow Outdoors",
    legal_form="company",
    head="lead instructor",
    sites=(
        site(
            "basecamp",
            "Base camp",
            ("Oxbow Meadow", "River Road", "Coldwater"),
            "AV9 7JU",
            "outdoor",
            "2026-05-01",
            shared_with_public=True,
        ),
    ),
    offer={
        "purpose": "Canoeing, climbing and bushcraft for pupils who need challenge and trust.",
        "ages": ages(11, 16),
        "places": 8,
        "week": week(("wed", "thu", "fri"), "09:30", "15:00", 16.5, 2),
        "subjects": ["canoeing", "climbing", "bushcraft"],
        "core_subjects": core("elsewhere", "elsewhere", "elsewhere", "elsewhere"),
        "qualifications": [],
        "no_qualifications_reason": "Outdoor awards are planned for the second year.",
        "qualified_staff": "Instructors with national governing body awards.",
        "progression": "Outdoor leadership course at college.",
        "prices": [price(110, "day", "Equipment and transport from the station.")],
    },
    summary="Not yet listed.",
    applied="2026-09-28",
    listed="2026-11-30",
    reviewed="2026-08-10",
    insured_from="2026-05-01",
    visited="2026-10-22",
    references=(("Coldwater Scouts and Guides", "district lead"),),
    safety=("adventure_licence", "vehicle_test"),
    checks=("2026-10-12",),
)


def oxbow_outdoors() -> dict[str, Any]:
    """Tell of an outdoor provider in due diligence, where one school has placed a pupil already."""
    record = in_order(OXBOW)
    record["listing"] = record["listing"][:2]
    record["due_diligence"] = []
    record["central_record"] = []
    record["finance"]["reviews"] = []
    record["insurance"]["held"] = record["insurance"]["held"][:1]
    record["safeguarding"]["leads"] = record["safeguarding"]["leads"][:1]
    record["safeguarding"]["part_one_read"] = record["safeguarding"]["part_one_read"][1:]
    record["safeguarding"]["staff_training"] = record["safeguarding"]["staff_training"][1:]
    record["directory"] = {"publish": False}
    return record


def brassmonkey_karting() -> dict[str, Any]:
    """Tell of a karting track that applied and was declined."""
    return {
        "name": "Brassmonkey Karting",
        "identity": {"legal_form": "company", "company_number": quoted("99207716"), "employs_staff": True},
        "contacts": [{"role": "track manager", "email": "office@brassmonkey-karting.example"}],
        "sites": [
            site(
                "track",
                "The track",
                ("Brassmonkey Circuit", "Airfield Road", "Coldwater"),
                "AV9 9KT",
                "workshop",
                "2021-03-01",
                shared_with_public=True,
            )
        ],
        "offer": {
            "purpose": "Kart mechanics and driving as a reward for attendance.",
            "ages": ages(12, 16),
            "places": 12,
            "week": week(WEEK, "10:00", "15:00", 20, 2.5),
            "subjects": ["kart mechanics", "driving"],
            "no_qualifications_reason": "None is planned.",
            "prices": [price(120, "day", "Track time and fuel.")],
        },
        "registration": {"register_checks": [{"on": day("2026-02-12"), "by": "designated officer", "found": False}]},
        "listing": [
            _decision("2026-02-02", "applied", "Application received in the mailbox."),
            _decision("2026-02-12", "due_diligence", "Application complete; first visit arranged."),
            _decision(
                "2026-03-20",
                "declined",
                "No designated safeguarding lead, no single central record, and the track is open to the public "
                "while pupils are there. A purpose beyond reward was not shown.",
                evidence=evidence(
                    "brassmonkey-karting", "decision letter", "2026-03-20", "listing/declined", "head of inclusion"
                ),
            ),
        ],
        "due_diligence": [
            {
                "on": day("2026-03-11"),
                "by": "designated officer",
                "processes": False,
                "insurances": True,
                "systems": False,
                "visit": "2026-03-03-brassmonkey-karting",
                "outcome": "Not adequate. Told face to face on 3 March 2026; the provider does not wish to go on.",
            }
        ],
        "directory": {"publish": False},
    }
