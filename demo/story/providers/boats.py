"""The provider the demonstration asks about: boats and sails, well run, and an insurance that has lapsed."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.insurance import insurance_held
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week
from demo.story.writing import inline, quoted

HARBOUR = Sketch(
    id="harbour-loft",
    name="Harbour Loft",
    legal_form="cic",
    head="head of provision",
    sites=(
        site(
            "loft", "The sail loft", ("The Sail Loft", "Capstan Wharf", "Avonmere"), "AV1 2QX", "teaching", "2022-06-01"
        ),
        site(
            "slipway",
            "The slipway and boat shed",
            ("Capstan Wharf", "Avonmere"),
            "AV1 2QZ",
            "workshop",
            "2022-06-01",
            shared_with_public=True,
        ),
    ),
    offer={
        "purpose": "Boat building, sailmaking and small engines for pupils who learn with their hands, with "
        "English, mathematics and science taught through the boats. Aimed at a return to school or a trade.",
        "ages": ages(11, 16),
        "places": 12,
        "week": week(WEEK, "09:15", "14:45", 17.5, 2.5),
        "subjects": ["boat building", "sailmaking", "marine engines", "navigation"],
        "core_subjects": core("here", "here", "here", "elsewhere"),
        "qualifications": [
            qualification("Award in Boat Building Skills", "Keelson Awards", "Level 1", "2027-07-31"),
            qualification(
                "Functional Skills English and Mathematics", "Trowelmark", "Entry 3 to Level 1", "2027-08-31"
            ),
        ],
        "qualified_staff": "A qualified teacher, two boat builders with teaching awards, a marine engineer.",
        "progression": "A plan back to school is written in the first half term. Year 11 pupils visit the marine "
        "college in the spring; two boatyards take apprentices.",
        "prices": [price(98, "day", "Lunch, working clothes, certification; life jackets lent.")],
    },
    summary="Boat building and sailmaking on the wharf for eleven to sixteen, with English, mathematics and science.",
    applied="2022-06-13",
    listed="2022-09-05",
    reviewed="2026-02-09",
    insured_from="2026-05-01",
    visited="2026-03-25",
    references=(("Penhollow Academy", "alternative provision coordinator"), ("Capstan Wharf Boatyard", "manager")),
    safety=("fire_drill", "electrical_installation", "portable_appliances", "lifting_equipment", "accident_record"),
    dsl_trained="2024-12-10",
    deputy_trained="2025-10-14",
    works_with=("social_care", "educational_psychology", "camhs", "youth_justice"),
    indemnity=2000000,
    identity={"ukprn": quoted("19990104")},
)

_RENEWAL = "Renewal asked for by e-mail on 9 November 2026 and at the desk-top audit of 18 November. Nothing seen."


def harbour_loft() -> dict[str, Any]:
    """Tell of the provider the demonstration asks about: well run, and its public liability has lapsed."""
    record = in_order(HARBOUR)
    held = record["insurance"]["held"]
    others = [each for each in held if each["kind"] != "public_liability"]
    lapsed = insurance_held(HARBOUR, "public_liability", 10000000, "2025-11-01")
    before = insurance_held(HARBOUR, "public_liability", 10000000, "2024-11-01")
    record["insurance"]["held"] = [{"#": _RENEWAL, **lapsed}, before, *others]
    record["policies"]["recruitment_and_selection"].update(
        reviewed_on=day("2026-01-22"),
        cites=inline(kcsie=quoted("2025")),
        evidence=evidence(
            "harbour-loft",
            "policy of 22 January 2026, signed by the head of provision",
            "2026-03-25",
            "policies/recruitment-and-selection",
        ),
    )
    _due_soon(record)
    record["local"] = {"service_reference": "AP-2022-014", "moorings_licence_seen": True}
    return record


def _due_soon(record: dict[str, Any]) -> None:
    """Let two things of the demonstration's provider fall due within six weeks."""
    record["policies"]["equality_and_diversity"].update(
        reviewed_on=day("2025-12-11"),
        evidence=evidence(
            "harbour-loft",
            "policy dated 11 December 2025, on the provider's website",
            "2026-03-25",
            "policies/equality-and-diversity",
        ),
    )
