"""Providers out of doors: a farm, a wood, a stable, a sanctuary and a garden."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week

KESTREL = Sketch(
    id="kestrel-croft",
    name="Kestrel Croft Farm Learning",
    legal_form="cic",
    head="farm manager",
    sites=(
        site(
            "croft", "The croft", ("Kestrel Croft", "Sallow Lane", "Upper Thrapple"), "AV7 4QD", "outdoor", "2023-05-01"
        ),
    ),
    offer={
        "purpose": "Practical learning with livestock and land for pupils who have stopped coming to lessons, with "
        "English and mathematics taught through the work of the farm.",
        "ages": ages(9, 16),
        "places": 14,
        "week": week(WEEK, "09:15", "15:00", 17.5, 2.5),
        "subjects": ["animal care", "land-based studies", "farm maintenance", "food growing"],
        "core_subjects": core("here", "here", "here", "elsewhere"),
        "qualifications": [
            qualification("Award in Land-based Studies", "Meadowgate Awards", "Entry 3 and Level 1", "2027-08-31")
        ],
        "qualified_staff": "One qualified teacher, two instructors with Level 3 in agriculture.",
        "progression": "Back to school through a shared timetable that grows by half a day each fortnight; from "
        "Year 11 to land-based courses at college.",
        "prices": [price(92, "day", "Lunch, boots and overalls; transport is extra.")],
    },
    summary="A small mixed farm where pupils look after animals and land, with English, mathematics and science "
    "in every day.",
    applied="2023-05-09",
    listed="2023-07-03",
    reviewed="2026-04-13",
    insured_from="2026-06-01",
    visited="2026-03-12",
    references=(("Hazelmarsh School", "deputy headteacher"), ("Upper Thrapple Young Farmers", "chair")),
    safety=("fire_drill", "electrical_installation", "lifting_equipment", "animal_licence", "accident_record"),
    works_with=("social_care", "educational_psychology", "camhs"),
)

TAWNYDELL = Sketch(
    id="tawnydell",
    name="Tawnydell Forest School",
    legal_form="cio",
    head="head of provision",
    sites=(
        site(
            "wood",
            "Tawnydell Wood",
            ("Ranger's Gate", "Tawnydell Wood", "Nether Thrapple"),
            "AV7 6HN",
            "outdoor",
            "2022-09-01",
            shared_with_public=False,
        ),
        site(
            "cabin",
            "The cabin",
            ("Ranger's Cabin", "Tawnydell Wood", "Nether Thrapple"),
            "AV7 6HN",
            "teaching",
            "2023-09-01",
        ),
    ),
    offer={
        "purpose": "Four days a week in the wood for pupils who cannot manage a building yet: woodland skills, "
        "reading, number and learning to be with others.",
        "ages": ages(7, 14),
        "places": 12,
        "week": week(("mon", "tue", "wed", "thu"), "09:00", "14:30", 22, 4),
        "subjects": ["woodland skills", "green woodwork", "ecology", "reading and number"],
        "core_subjects": core("here", "here", "here", "not_taught"),
        "qualifications": [],
        "no_qualifications_reason": "Pupils are below the age of the qualifications that would fit.",
        "qualified_staff": "A qualified primary teacher leads; all leaders hold Level 3 in forest school.",
        "progression": "Back to primary or on to secondary school, over six weeks with the same adult.",
        "prices": [price(105, "day", "Everything, hot lunch included.")],
    },
    summary="Woodland days for younger pupils, in groups of four with two adults.",
    applied="2022-09-12",
    listed="2022-11-07",
    reviewed="2026-02-23",
    insured_from="2026-04-01",
    visited="2026-06-16",
    references=(("Larkspinney Primary School", "headteacher"), ("Avonmere Wildlife Partnership", "education officer")),
    safety=("fire_drill", "accident_record"),
    indemnity=2000000,
    works_with=("social_care", "educational_psychology"),
)

DAPPLEMOOR = Sketch(
    id="dapplemoor",
    name="Dapplemoor Stables",
    legal_form="partnership",
    head="yard manager",
    sites=(
        site(
            "yard",
            "The yard and the indoor school",
            ("Dapplemoor Stables", "Furze Road", "Coldwater"),
            "AV9 2BT",
            "outdoor",
            "2019-03-01",
            shared_with_public=True,
        ),
    ),
    offer={
        "purpose": "Calm, regular work with horses for anxious pupils, building attendance and confidence before a "
        "return to the classroom.",
        "ages": ages(10, 16),
        "places": 8,
        "week": week(("tue", "wed", "thu"), "09:30", "14:30", 15, 1.5),
        "subjects": ["horse care", "riding", "stable management"],
        "core_subjects": core("elsewhere", "elsewhere", "elsewhere", "elsewhere"),
        "qualifications": [qualification("Award in Horse Care", "Bridleford Equine Awards", "Level 1", "2027-12-31")],
        "qualified_staff": "Both partners hold coaching certificates; one is a trained mental health first aider.",
        "progression": "A review every half term decides whether mornings can go back to school.",
        "prices": [price(78, "session", "Riding hat and boots lent; hay is free of charge.")],
    },
    summary="Horse care and riding in small groups, three days a week.",
    applied="2024-02-05",
    listed="2024-04-15",
    reviewed="2026-03-02",
    insured_from="2026-05-15",
    visited="2026-05-06",
    references=(("Fallowmere Academy", "SENDCo"),),
    safety=("fire_drill", "animal_licence", "accident_record"),
    public_liability=10000000,
    works_with=("camhs",),
)

HEDGEPIG = Sketch(
    id="hedgepig-hollow",
    name="Hedgepig Hollow Sanctuary",
    legal_form="charity",
    head="sanctuary manager",
    sites=(
        site(
            "sanctuary",
            "The sanctuary",
            ("Hedgepig Hollow", "Brook End", "Coldwater"),
            "AV9 5LP",
            "outdoor",
            "2017-04-01",
            shared_with_public=True,
        ),
    ),
    offer={
        "purpose": "Looking after injured wild animals, for pupils who respond better to animals than to people.",
        "ages": ages(8, 16),
        "places": 6,
        "week": week(("mon", "wed", "fri"), "10:00", "14:00", 12, 1.5),
        "subjects": ["animal care", "biology in practice", "caring for a site"],
        "core_subjects": core("elsewhere", "elsewhere", "here", "elsewhere"),
        "qualifications": [qualification("Certificate in Animal Care", "Meadowgate Awards", "Entry 3", "2028-07-31")],
        "qualified_staff": "A veterinary nurse and an education worker with a teaching assistant qualification.",
        "progression": "Volunteering at weekends, animal care at college, or more time in school.",
        "prices": [price(60, "session", "One adult to two pupils.")],
    },
    summary="Wild animal care with a veterinary nurse, three short days a week.",
    applied="2024-09-16",
    listed="2024-11-11",
    reviewed="2026-05-11",
    insured_from="2026-08-01",
    visited="2026-04-29",
    references=(("Greywether School", "head of inclusion"), ("Brook End Veterinary Practice", "partner")),
    safety=("fire_drill", "animal_licence"),
    public_liability=2000000,
)

QUINCE = Sketch(
    id="quince-garden",
    name="Quince and Trowel",
    legal_form="cio",
    head="garden leader",
    sites=(
        site(
            "walled-garden",
            "The walled garden",
            ("Quince House Gardens", "Mill Street", "Avonmere"),
            "AV1 8RW",
            "outdoor",
            "2021-09-01",
            shared_with_public=True,
        ),
    ),
    offer={
        "purpose": "Therapeutic gardening for pupils with anxiety or after a bereavement, at a pace that each sets.",
        "ages": ages(8, 18),
        "places": 8,
        "week": week(("tue", "thu", "fri"), "10:00", "14:30", 13.5, 1.5),
        "subjects": ["horticulture", "cookery from the garden", "wellbeing"],
        "core_subjects": core("elsewhere", "elsewhere", "here", "not_taught"),
        "qualifications": [
            qualification("Award in Practical Horticulture", "Meadowgate Awards", "Level 1", "2026-08-31")
        ],
        "qualified_staff": "A horticultural therapist and a youth worker with Level 3.",
        "progression": "A place in the school's own garden club is arranged before the end of each placement.",
        "prices": [price(66, "session", "Tools, gloves and a cooked lunch.")],
    },
    summary="A walled garden with a horticultural therapist; small groups and quiet corners.",
    applied="2021-10-04",
    listed="2021-12-06",
    reviewed="2026-01-26",
    insured_from="2026-09-01",
    visited="2026-07-02",
    references=(("Brindlecombe Academy", "vice principal"), ("Avonmere Horticultural Society", "secretary")),
    safety=("fire_drill", "food_hygiene"),
    works_with=("camhs", "educational_psychology"),
)


def kestrel_croft() -> dict[str, Any]:
    """Tell of a farm with nothing missing."""
    return in_order(KESTREL)


def tawnydell() -> dict[str, Any]:
    """Tell of a forest school with four full-time pupils: one more and it must register."""
    record = in_order(TAWNYDELL)
    record["registration"]["reviews"] = [
        {
            "on": day("2026-09-28"),
            "by": "designated officer",
            "conclusion": "not_required",
            "reason": "Four pupils are full-time, none with a plan and none looked after. The provider holds no "
            "fifth full-time place and asks the council before it takes another pupil above 18 hours.",
            "until": day("2027-02-12"),
        }
    ]
    return record


def dapplemoor() -> dict[str, Any]:
    """Tell of a stable for which one of the two references never came."""
    return in_order(DAPPLEMOOR)


def hedgepig_hollow() -> dict[str, Any]:
    """Tell of a sanctuary whose public liability is below the council's minimum, and whose value nobody considered."""
    record = in_order(HEDGEPIG)
    record["finance"]["reviews"] = []
    return record


def quince_garden() -> dict[str, Any]:
    """Tell of a garden without a medication policy of its own, waived for a time; its centre approval has lapsed."""
    record = in_order(QUINCE)
    record["policies"]["medication"] = {
        "absent": {
            "on": day("2026-07-02"),
            "by": "designated officer",
            "note": "Follows the home school's medical plan for each pupil; holds no medicines. Drafting its own.",
        }
    }
    return record
