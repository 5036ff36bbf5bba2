"""Providers with workshops: motors, bicycles, building and cloth."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.insurance import insurance_held
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week

GASKET = Sketch(
    id="gasket-lane",
    name="Gasket Lane Motor Workshop",
    legal_form="company",
    head="workshop manager",
    sites=(
        site(
            "workshop",
            "The workshop",
            ("Unit 4", "Gasket Lane Trading Estate", "Avonmere"),
            "AV2 3FL",
            "workshop",
            "2022-10-01",
        ),
    ),
    offer={
        "purpose": "Motor vehicle maintenance for pupils at risk of exclusion, with the mathematics and English "
        "that the trade asks for.",
        "ages": ages(13, 17),
        "places": 12,
        "week": week(WEEK, "09:00", "15:00", 20, 3),
        "subjects": ["vehicle maintenance", "workshop safety", "body repair"],
        "core_subjects": core("here", "here", "elsewhere", "elsewhere"),
        "qualifications": [qualification("Diploma in Vehicle Maintenance", "Camshaft Awards", "Level 1", "2027-07-31")],
        "qualified_staff": "Two time-served technicians with assessor awards; an English and mathematics tutor.",
        "progression": "Link course at college in Year 11, apprenticeships with two local garages.",
        "prices": [price(88, "day", "Overalls, boots, certification.")],
    },
    summary="A working garage where pupils learn to service and repair, towards a Level 1 diploma.",
    applied="2023-01-16",
    listed="2023-03-13",
    reviewed="2026-06-08",
    insured_from="2026-03-01",
    visited="2026-02-10",
    references=(("Netherquay Academy", "inclusion lead"), ("Corfe Street Garage", "owner")),
    safety=("fire_drill", "electrical_installation", "portable_appliances", "lifting_equipment", "accident_record"),
    works_with=("social_care", "youth_justice"),
    largest_commissioner=41,
)

THIMBLESPOKE = Sketch(
    id="thimblespoke",
    name="Thimblespoke Bicycle Workshop",
    legal_form="cic",
    head="director",
    sites=(
        site(
            "arches",
            "The arches",
            ("Arches 11 and 12", "Viaduct Row", "Avonmere"),
            "AV1 4GG",
            "workshop",
            "2022-02-01",
            shared_with_public=False,
        ),
    ),
    offer={
        "purpose": "Building and repairing bicycles: every pupil finishes one bicycle to keep and one to give away.",
        "ages": ages(11, 16),
        "places": 10,
        "week": week(("mon", "tue", "wed", "thu"), "09:30", "14:30", 16, 2),
        "subjects": ["cycle mechanics", "road safety", "enterprise"],
        "core_subjects": core("elsewhere", "here", "elsewhere", "elsewhere"),
        "qualifications": [qualification("Award in Cycle Mechanics", "Velowright", "Level 1", "2027-03-31")],
        "qualified_staff": "Three mechanics trained as instructors; one former secondary teacher.",
        "progression": "Saturday work in the shop for over-sixteens; a mentor stays in touch for a term.",
        "prices": [price(70, "day", "All parts, and the bicycle at the end.")],
    },
    summary="Bicycle building and repair for eleven to sixteen, in the arches by the viaduct.",
    applied="2022-03-07",
    listed="2022-05-09",
    reviewed="2026-01-19",
    insured_from="2026-07-01",
    visited="2026-06-24",
    references=(("Quillbrook Academy", "assistant principal"), ("Avonmere Cycle Campaign", "trustee")),
    safety=("fire_drill", "portable_appliances", "accident_record"),
    works_with=("youth_justice",),
)

PLUMBLINE = Sketch(
    id="plumbline-yard",
    name="Plumbline Yard Construction Skills",
    legal_form="company",
    head="centre manager",
    sites=(
        site("yard", "The yard", ("Plumbline Yard", "Kiln Road", "Avonmere"), "AV2 9ZC", "workshop", "2023-06-01"),
        site(
            "classroom", "The classroom", ("First floor, 2 Kiln Road", "Avonmere"), "AV2 9ZC", "teaching", "2024-09-01"
        ),
    ),
    offer={
        "purpose": "Bricklaying, carpentry and decorating for pupils who want a trade, with functional skills.",
        "ages": ages(14, 18),
        "places": 16,
        "week": week(WEEK, "08:45", "14:45", 18, 3),
        "subjects": ["bricklaying", "carpentry", "decorating", "site safety"],
        "core_subjects": core("here", "here", "elsewhere", "elsewhere"),
        "qualifications": [
            qualification("Certificate in Construction Skills", "Trowelmark", "Level 1", "2027-08-31"),
            qualification(
                "Functional Skills English and Mathematics", "Trowelmark", "Entry 3 to Level 2", "2027-08-31"
            ),
        ],
        "qualified_staff": "Four trade instructors with teaching awards; a functional skills tutor.",
        "progression": "Apprenticeships through the builders' group training association; college link days.",
        "prices": [price(95, "day", "Protective clothing, certification.")],
    },
    summary="A construction yard for fourteen to eighteen, with functional skills upstairs.",
    applied="2023-10-02",
    listed="2023-12-04",
    reviewed="2026-03-16",
    insured_from="2026-04-15",
    visited="2026-05-20",
    references=(("Copperthwaite School", "assistant headteacher"), ("Avonmere Builders' Group Training", "manager")),
    safety=("fire_drill", "electrical_installation", "portable_appliances", "lifting_equipment", "accident_record"),
    indemnity=2000000,
    public_liability=10000000,
    works_with=("social_care", "youth_justice", "drug_support"),
)

STITCHWATER = Sketch(
    id="stitchwater",
    name="Stitchwater Textiles and Upholstery",
    legal_form="cic",
    head="workshop leader",
    sites=(
        site(
            "mill",
            "The old dye house",
            ("The Dye House", "Mill Street", "Avonmere"),
            "AV1 8RD",
            "workshop",
            "2025-09-01",
        ),
    ),
    offer={
        "purpose": "Upholstery, sewing and design for pupils who need quiet, careful work and something to finish.",
        "ages": ages(12, 16),
        "places": 8,
        "week": week(("mon", "tue", "wed"), "09:30", "15:00", 15, 1.5),
        "subjects": ["upholstery", "sewing", "pattern cutting", "enterprise"],
        "core_subjects": core("here", "here", "not_taught", "elsewhere"),
        "qualifications": [
            qualification("Award in Upholstery and Soft Furnishing", "Selvedge Awards", "Level 1", "2028-07-31")
        ],
        "qualified_staff": "An upholsterer with a teaching award and a qualified textiles teacher.",
        "progression": "An exhibition each July with local makers; college textiles link from Year 10.",
        "prices": [price(84, "day", "Materials, and one finished piece to keep.")],
    },
    summary="Upholstery and sewing in the old dye house, groups of four.",
    applied="2025-11-10",
    listed="2026-01-26",
    reviewed="2026-03-09",
    insured_from="2026-02-01",
    visited="2026-10-13",
    references=(("Cindervale Academy", "inclusion lead"), ("Mill Street Makers", "secretary")),
    safety=("fire_drill", "electrical_installation", "portable_appliances"),
    checks=("2025-11-24", "2026-03-16", "2026-06-29", "2026-10-13"),
)


def gasket_lane() -> dict[str, Any]:
    """Tell of a motor workshop where two commissioners' hours added up above eighteen, found and put right in time."""
    record = in_order(GASKET)
    record["registration"]["register_checks"].append(
        {"on": day("2026-09-24"), "by": "designated officer", "found": False}
    )
    record["registration"]["reviews"] = [
        {
            "on": day("2026-10-06"),
            "by": "head of inclusion",
            "conclusion": "not_required",
            "reason": "For three weeks one pupil with a plan was timetabled for 19.5 hours, 10 for an academy and "
            "9.5 for the council. Both commissioners agreed 16 hours from 5 October 2026, with a day more in "
            "school. The provider now asks every commissioner for the pupil's whole week before it agrees a start.",
            "until": day("2027-01-29"),
            "evidence": evidence(
                "gasket-lane",
                "note of the meeting and both revised timetables",
                "2026-10-06",
                "registration/review",
                "head of inclusion",
            ),
        }
    ]
    return record


def thimblespoke() -> dict[str, Any]:
    """Tell of a bicycle workshop with nothing missing."""
    return in_order(THIMBLESPOKE)


def plumbline_yard() -> dict[str, Any]:
    """Tell of a construction yard in order, with one insurance that ends within six weeks."""
    record = in_order(PLUMBLINE)
    held = [each for each in record["insurance"]["held"] if each["kind"] != "professional_indemnity"]
    years = ("2026-01-01", "2025-01-01")
    held[1:1] = [insurance_held(PLUMBLINE, "professional_indemnity", 2000000, year) for year in years]
    record["insurance"]["held"] = held
    return record


def stitchwater() -> dict[str, Any]:
    """Tell of a textiles workshop that joined the list during the year, and is in order."""
    record = in_order(STITCHWATER)
    record["due_diligence"][0]["visit"] = "2025-12-09-stitchwater"
    record["central_record"][0]["on"] = record["central_record"][0]["evidence"]["on"] = day("2025-12-09")
    record["finance"]["reviews"] = record["finance"]["reviews"][1:]
    record["insurance"]["held"] += [
        insurance_held(STITCHWATER, kind, cover, "2025-02-01")
        for kind, cover in (
            ("public_liability", 5000000),
            ("professional_indemnity", 1000000),
            ("employers_liability", 10000000),
        )
    ]
    record["safeguarding"]["part_one_read"][0]["completed"] = day("2025-11-28")
    return record
