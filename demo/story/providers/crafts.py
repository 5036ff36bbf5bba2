"""Providers of a kitchen, a salon and a gym."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week

LARDER = Sketch(
    id="larder-nine",
    name="Larder Nine Training Kitchen",
    legal_form="cic",
    head="head chef",
    sites=(site("kitchen", "The kitchen", ("9 Tallow Street", "Avonmere"), "AV1 1DP", "workshop", "2023-03-01"),),
    offer={
        "purpose": "Professional cookery in a working kitchen, serving lunch to a day centre four days a week.",
        "ages": ages(13, 17),
        "places": 8,
        "week": week(("tue", "wed", "thu", "fri"), "09:00", "14:00", 16, 2),
        "subjects": ["cookery", "food hygiene", "front of house"],
        "core_subjects": core("elsewhere", "here", "elsewhere", "elsewhere"),
        "qualifications": [
            qualification("Certificate in Hospitality and Catering", "Ladle and Larch Awards", "Level 1", "2027-06-30")
        ],
        "qualified_staff": "A head chef with a teaching award; a youth worker.",
        "progression": "Weekend work with partner cafés from sixteen; college catering link.",
        "prices": [price(90, "day", "Whites, knives and meals.")],
    },
    summary="A training kitchen that serves real customers.",
    applied="2023-03-20",
    listed="2023-05-15",
    reviewed="2026-04-20",
    insured_from="2026-08-15",
    visited="2026-02-25",
    references=(("Brindlecombe Academy", "vice principal"), ("Tallow Street Day Centre", "manager")),
    safety=("fire_drill", "gas_safety", "electrical_installation", "food_hygiene", "accident_record"),
)

TRESSWELL = Sketch(
    id="tresswell",
    name="Tresswell Hair and Beauty",
    legal_form="sole_trader",
    head="proprietor",
    sites=(site("salon", "The salon", ("17 Weighhouse Street", "Avonmere"), "AV1 5NB", "workshop", "2020-02-01"),),
    offer={
        "purpose": "Hair and beauty for one or two pupils at a time, with the confidence that meeting customers asks.",
        "ages": ages(14, 16),
        "places": 3,
        "week": week(("mon", "tue"), "09:30", "15:30", 12, 1),
        "subjects": ["hairdressing", "nail care", "customer service"],
        "core_subjects": core("elsewhere", "elsewhere", "elsewhere", "elsewhere"),
        "qualifications": [qualification("Award in Hairdressing", "Combwright", "Level 1", "2027-05-31")],
        "qualified_staff": "The proprietor: Level 4 hairdressing and an assessor award.",
        "progression": "Saturday work and college; the proprietor writes to the college.",
        "prices": [price(65, "day", "Kit to use; a starter kit is extra.")],
    },
    summary="A salon closed to customers on its two teaching days.",
    applied="2024-05-13",
    listed="2024-07-08",
    reviewed="2026-06-15",
    insured_from="2026-09-10",
    visited="2026-07-08",
    references=(("Cindervale Academy", "inclusion lead"), ("Weighhouse Street Traders", "chair")),
    safety=("fire_drill", "portable_appliances"),
    employees=False,
    works_with=(),
)

CORNERSTOOL = Sketch(
    id="cornerstool",
    name="Cornerstool Boxing and Fitness",
    legal_form="company",
    head="head coach",
    sites=(
        site(
            "gym",
            "The gym",
            ("Unit 2", "Ropewalk", "Avonmere"),
            "AV3 7KS",
            "workshop",
            "2022-01-01",
            shared_with_public=True,
        ),
    ),
    offer={
        "purpose": "Fitness, self-control and mentoring through non-contact boxing for pupils often in trouble.",
        "ages": ages(11, 16),
        "places": 12,
        "week": week(WEEK, "09:30", "14:00", 16, 2),
        "subjects": ["fitness", "nutrition", "leadership"],
        "core_subjects": core("elsewhere", "elsewhere", "elsewhere", "elsewhere"),
        "qualifications": [
            qualification("Award in Exercise and Fitness", "Ropewalk Sports Awards", "Level 1", "2026-12-31")
        ],
        "qualified_staff": "Two coaches with national certificates; a mentor.",
        "progression": "Young leaders' scheme; return to school with the mentor beside.",
        "prices": [price(75, "day", "Kit; transport is extra.")],
    },
    summary="Non-contact boxing and mentoring.",
    applied="2022-11-14",
    listed="2023-01-23",
    reviewed="2026-02-16",
    insured_from="2026-06-20",
    visited="2026-05-13",
    references=(("Hazelmarsh School", "deputy headteacher"), ("Avonmere Youth Boxing League", "welfare officer")),
    safety=("fire_drill", "portable_appliances"),
    largest_commissioner=64,
    works_with=("youth_justice",),
)


def larder_nine() -> dict[str, Any]:
    """Tell of a training kitchen with nothing missing."""
    return in_order(LARDER)


def tresswell() -> dict[str, Any]:
    """Tell of a sole trader who employs nobody and so needs no employers' liability insurance."""
    record = in_order(TRESSWELL)
    record["safeguarding"]["safer_recruitment_training"] = []
    del record["safeguarding"]["leads"][1]
    record["safeguarding"]["leads"].append(
        {
            "role": "deputy",
            "name": "supplied by the Weighhouse Street Traders",
            "starts": day("2024-09-02"),
            "training": [
                {"completed": day("2024-03-13"), "course": "designated safeguarding lead, two days"},
                {
                    "completed": day("2026-03-04"),
                    "course": "designated safeguarding lead, two days, safeguarding partnership",
                    "evidence": evidence("tresswell", "course certificate", "2026-03-19", "safeguarding/deputy"),
                },
            ],
        }
    )
    return record


def cornerstool() -> dict[str, Any]:
    """Tell of a boxing gym in escalation: new placements are suspended since November."""
    record = in_order(CORNERSTOOL)
    record["listing"].append(
        {
            "on": day("2026-11-10"),
            "status": "new_placements_suspended",
            "decided_by": "head of inclusion",
            "reason": "Three of five agreed actions overdue after two extensions; no update since 12 October 2026.",
            "conditions": "No new placements. Weekly contact with the head coach; single central record to be "
            "complete and seen; all coaches' references to be on file.",
            "until": day("2027-01-22"),
            "evidence": evidence(
                "cornerstool",
                "decision record of 9 November 2026",
                "2026-11-10",
                "listing/suspension",
                "head of inclusion",
            ),
        }
    )
    record["central_record"].append(
        {
            "on": day("2026-10-20"),
            "by": "designated officer",
            "complete": False,
            "sampled": 5,
            "oldest_disclosure": day("2024-01-30"),
            "update_service": False,
            "missing": "Two entries without references; one without the right to work check.",
            "evidence": evidence(
                "cornerstool",
                "checklist of the columns looked at, without names",
                "2026-10-20",
                "safeguarding/central-record-2",
            ),
        }
    )
    record["finance"]["reviews"][-1].update(
        value_for_money="fair",
        sustainable="poor",
        reason="Two thirds of income from one commissioner; accounts filed eleven weeks late; attendance falling.",
    )
    record["directory"]["publish"] = False
    return record
