"""Providers of kitchens, salons, gyms, studios and screens."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import evidence, in_order
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
        "qualifications": [qualification("Certificate in Hospitality and Catering", "Ladle and Larch Awards", "Level 1", "2027-06-30")],
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
    sites=(site("gym", "The gym", ("Unit 2", "Ropewalk", "Avonmere"), "AV3 7KS", "workshop", "2022-01-01", shared_with_public=True),),
    offer={
        "purpose": "Fitness, self-control and mentoring through non-contact boxing for pupils often in trouble.",
        "ages": ages(11, 16),
        "places": 12,
        "week": week(WEEK, "09:30", "14:00", 16, 2),
        "subjects": ["fitness", "nutrition", "leadership"],
        "core_subjects": core("elsewhere", "elsewhere", "elsewhere", "elsewhere"),
        "qualifications": [qualification("Award in Exercise and Fitness", "Ropewalk Sports Awards", "Level 1", "2026-12-31")],
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

MAGPIE = Sketch(
    id="magpie-kiln",
    name="Magpie Kiln Studio",
    legal_form="partnership",
    head="studio partner",
    sites=(site("studio", "The studio", ("The Old Pumphouse", "Weir Road", "Avonmere"), "AV3 1TE", "teaching", "2023-08-01"),),
    offer={
        "purpose": "Art and ceramics for pupils who do not talk easily, leading to an arts award and to talking.",
        "ages": ages(9, 16),
        "places": 9,
        "week": week(("mon", "wed", "thu", "fri"), "09:30", "14:30", 16, 2),
        "subjects": ["ceramics", "drawing", "printmaking"],
        "core_subjects": core("elsewhere", "elsewhere", "not_taught", "elsewhere"),
        "qualifications": [qualification("Arts Award", "Pumphouse Arts", "Bronze and Silver", "2027-09-30")],
        "qualified_staff": "One partner is a qualified art teacher, the other an art therapist.",
        "progression": "Work is shown at the home school; arts foundation course at college.",
        "prices": [price(82, "day", "Clay, glazes and firing.")],
    },
    summary="Ceramics and drawing with an art teacher and an art therapist.",
    applied="2023-09-04",
    listed="2023-11-06",
    reviewed="2026-03-23",
    insured_from="2026-07-20",
    visited="2026-06-10",
    references=(("Ottersedge Primary School", "SENDCo"), ("Avonmere Arts Trust", "programme manager")),
    safety=("fire_drill", "electrical_installation", "portable_appliances"),
    works_with=("camhs", "social_care"),
)

NINEFOLD = Sketch(
    id="ninefold-music",
    name="Ninefold Music",
    legal_form="cic",
    head="creative director",
    sites=(site("rooms", "The rehearsal rooms", ("9 Cordwainer Yard", "Avonmere"), "AV3 4UY", "teaching", "2023-11-01"),),
    offer={
        "purpose": "Song writing, recording and playing together, for pupils who have lost the habit of a school day.",
        "ages": ages(11, 17),
        "places": 8,
        "week": week(("mon", "tue", "thu"), "10:00", "15:00", 15, 1.5),
        "subjects": ["music technology", "song writing", "ensemble playing"],
        "core_subjects": core("here", "elsewhere", "not_taught", "here"),
        "qualifications": [qualification("Certificate in Music Production", "Ninth Bar Awards", "Level 1 and 2", "2027-04-30")],
        "qualified_staff": "Two working musicians with teaching awards.",
        "progression": "Home school concert each term; music course at college.",
        "prices": [price(80, "day", "Instruments and recording.")],
    },
    summary="Song writing and recording in small bands.",
    applied="2024-01-15",
    listed="2024-03-11",
    reviewed="2026-04-27",
    insured_from="2026-05-01",
    visited="2026-04-22",
    references=(("Quillbrook Academy", "assistant principal"), ("Cordwainer Yard Arts", "venue manager")),
    safety=("fire_drill", "electrical_installation", "portable_appliances"),
    dsl_trained="2024-09-24",
    deputy_trained="2025-05-15",
)

BITMARSH = Sketch(
    id="bitmarsh",
    name="Bitmarsh Digital Lab",
    legal_form="company",
    head="lab director",
    sites=(site("lab", "The lab", ("Suite 6, Kestrel House", "Marsh Road", "Avonmere"), "AV4 2WM", "teaching", "2025-01-06"),),
    offer={
        "purpose": "Coding, hardware and game design for pupils whose interests are digital and whose attendance is not.",
        "ages": ages(11, 17),
        "places": 10,
        "week": week(WEEK, "10:00", "15:00", 17.5, 2.5),
        "subjects": ["coding", "hardware", "game design"],
        "core_subjects": core("elsewhere", "here", "elsewhere", "here"),
        "qualifications": [qualification("Digital Functional Skills", "Trowelmark", "Level 1", "2027-08-31")],
        "qualified_staff": "A computing teacher and an engineer.",
        "progression": "Digital T level taster at college.",
        "prices": [price(76, "day", "Everything.")],
    },
    summary="Coding, hardware and games.",
    applied="2025-02-03",
    listed="2025-04-07",
    reviewed="2026-05-18",
    insured_from="2026-04-20",
    visited="2026-06-30",
    references=(("Fallowmere Academy", "SENDCo"), ("Marsh Road Business Centre", "manager")),
    safety=("fire_drill", "portable_appliances"),
)


def larder_nine() -> dict[str, Any]:
    """A training kitchen with nothing missing."""
    return in_order(LARDER)


def tresswell() -> dict[str, Any]:
    """A sole trader who employs nobody and so needs no employers' liability insurance."""
    record = in_order(TRESSWELL)
    record["safeguarding"]["safer_recruitment_training"] = []
    del record["safeguarding"]["leads"][1]
    record["safeguarding"]["leads"].append(
        {
            "role": "deputy",
            "name": "supplied by the Weighhouse Street Traders",
            "starts": day("2024-09-02"),
            "training": [
                {
                    "completed": day("2026-03-04"),
                    "course": "designated safeguarding lead, two days, safeguarding partnership",
                    "evidence": evidence("tresswell", "course certificate", "2026-03-19", "safeguarding/deputy"),
                }
            ],
        }
    )
    return record


def cornerstool() -> dict[str, Any]:
    """A boxing gym in escalation: new placements are suspended since November."""
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
                "cornerstool", "decision record of 9 November 2026", "2026-11-10", "listing/suspension", "head of inclusion"
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
                "cornerstool", "checklist of the columns looked at, without names", "2026-10-20", "safeguarding/central-record-2"
            ),
        }
    )
    record["finance"]["reviews"][0].update(
        value_for_money="fair",
        sustainable="poor",
        reason="Two thirds of income from one commissioner; accounts filed eleven weeks late; attendance falling.",
    )
    record["directory"]["publish"] = False
    return record


def magpie_kiln() -> dict[str, Any]:
    """An art studio that came from concern back to good standing in the year, and is in order."""
    return in_order(MAGPIE)


def ninefold_music() -> dict[str, Any]:
    """A music provider whose safeguarding lead's training ran out, and one policy with it."""
    record = in_order(NINEFOLD)
    record["policies"]["behaviour_and_sanctions"].update(
        reviewed_on=day("2025-09-18"),
        evidence=evidence("ninefold-music", "policy of 18 September 2025", "2026-04-22", "policies/behaviour-and-sanctions"),
    )
    return record


def bitmarsh() -> dict[str, Any]:
    """A digital lab about which too much is simply not recorded to tell."""
    record = in_order(BITMARSH)
    record["insurance"]["held"] = [held for held in record["insurance"]["held"] if held["kind"] != "professional_indemnity"]
    for key in ("medication", "business_continuity"):
        del record["policies"][key]
    for key in ("assessment", "attendance"):
        record[key] = None
    record["safeguarding"]["staff_training"] = record["safeguarding"]["staff_training"][:1]
    record["safeguarding"]["staff_training"][0]["course"] = "yearly safeguarding update, in house"
    record["finance"] = None
    return record
