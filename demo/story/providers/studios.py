"""Providers of studios: art, music and screens."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week

MAGPIE = Sketch(
    id="magpie-kiln",
    name="Magpie Kiln Studio",
    legal_form="partnership",
    head="studio partner",
    sites=(
        site(
            "studio", "The studio", ("The Old Pumphouse", "Weir Road", "Avonmere"), "AV3 1TE", "teaching", "2023-08-01"
        ),
    ),
    offer={
        "purpose": "Art and ceramics for pupils who do not talk easily, leading to an award and to talking.",
        "ages": ages(9, 16),
        "places": 9,
        "week": week(("mon", "wed", "thu", "fri"), "09:30", "14:30", 16, 2),
        "subjects": ["ceramics", "drawing", "printmaking"],
        "core_subjects": core("elsewhere", "elsewhere", "not_taught", "elsewhere"),
        "qualifications": [
            qualification("Award in Creative Practice", "Pumphouse Arts", "Level 1 and 2", "2027-09-30")
        ],
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
    sites=(
        site("rooms", "The rehearsal rooms", ("9 Cordwainer Yard", "Avonmere"), "AV3 4UY", "teaching", "2023-11-01"),
    ),
    offer={
        "purpose": "Song writing, recording and playing together, for pupils who have lost the habit of a school day.",
        "ages": ages(11, 17),
        "places": 8,
        "week": week(("mon", "tue", "thu"), "10:00", "15:00", 15, 1.5),
        "subjects": ["music technology", "song writing", "ensemble playing"],
        "core_subjects": core("here", "elsewhere", "not_taught", "here"),
        "qualifications": [
            qualification("Certificate in Music Production", "Ninth Bar Awards", "Level 1 and 2", "2027-04-30")
        ],
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
    sites=(
        site(
            "lab", "The lab", ("Suite 6, Kestrel House", "Marsh Road", "Avonmere"), "AV4 2WM", "teaching", "2025-01-06"
        ),
    ),
    offer={
        "purpose": "Coding, hardware and game design for pupils who attend little and like computers.",
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


def magpie_kiln() -> dict[str, Any]:
    """Tell of an art studio that came from concern back to good standing in the year, and is in order."""
    return in_order(MAGPIE)


def ninefold_music() -> dict[str, Any]:
    """Tell of a music provider whose safeguarding lead's training ran out, and one policy with it."""
    record = in_order(NINEFOLD)
    record["policies"]["behaviour_and_sanctions"].update(
        reviewed_on=day("2025-09-18"),
        evidence=evidence(
            "ninefold-music", "policy of 18 September 2025", "2026-04-22", "policies/behaviour-and-sanctions"
        ),
    )
    drill = next(item for item in record["health_and_safety"] if item["item"] == "fire_drill")
    drill["done"] = drill["evidence"]["on"] = day("2026-04-22")
    return record


def bitmarsh() -> dict[str, Any]:
    """Tell of a digital lab about which too much is simply not recorded to tell."""
    record = in_order(BITMARSH)
    record["insurance"]["held"] = [
        held for held in record["insurance"]["held"] if held["kind"] != "professional_indemnity"
    ]
    for key in ("medication", "business_continuity"):
        del record["policies"][key]
    for key in ("assessment", "attendance"):
        record[key] = None
    record["safeguarding"]["staff_training"] = record["safeguarding"]["staff_training"][:1]
    record["safeguarding"]["staff_training"][0]["course"] = "yearly safeguarding update, in house"
    record["finance"] = None
    return record
