"""Providers on the register of schools: an independent school, an academy, and a college that is not one."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.providers.dossier import in_order
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week
from demo.story.writing import inline, quoted

ROOKHAVEN = Sketch(
    id="rookhaven-school",
    name="Rookhaven School",
    legal_form="company",
    head="headteacher",
    sites=(
        site("main", "The school", ("Rookhaven", "Elder Lane", "Avonmere"), "AV5 3XA", "teaching", "2018-09-01"),
        site(
            "barn",
            "The barn workshop",
            ("Rookhaven Barn", "Elder Lane", "Avonmere"),
            "AV5 3XB",
            "workshop",
            "2020-09-01",
        ),
    ),
    offer={
        "purpose": "A small independent special school that also takes pupils of other schools for part of the week.",
        "ages": ages(11, 16),
        "places": 40,
        "week": week(WEEK, "08:45", "15:00", 31.25, 4),
        "subjects": ["the National Curriculum", "outdoor learning", "food technology"],
        "core_subjects": core("here", "here", "here", "here"),
        "qualifications": [qualification("GCSE and Entry Level Certificates", "several boards", "Entry 1 to Level 2")],
        "qualified_staff": "All teachers hold qualified teacher status; a therapist two days a week.",
        "progression": "Back to school, or a place here named in the plan.",
        "prices": [price(168, "day", "Everything; therapy is extra.")],
    },
    summary="An independent special school with places by the day.",
    applied="2019-02-04",
    listed="2019-04-01",
    reviewed="2026-06-29",
    insured_from="2026-09-01",
    visited="2026-09-29",
    references=(("Hazelmarsh School", "headteacher"), ("Wickenbridge School", "head of upper school")),
    safety=(
        "fire_drill",
        "gas_safety",
        "electrical_installation",
        "legionella",
        "asbestos",
        "vehicle_test",
        "minibus_permit",
    ),
    public_liability=20000000,
    indemnity=5000000,
    works_with=("camhs", "educational_psychology", "social_care"),
    identity={"urn": quoted("990201"), "ukprn": quoted("19990201"), "proprietor": "Rookhaven Education Limited"},
)

FERRYMANS = Sketch(
    id="ferrymans-reach",
    name="Ferryman's Reach Academy",
    legal_form="academy_trust",
    head="principal",
    sites=(site("reach", "The academy", ("Ferryman's Reach", "Avonmere"), "AV3 9AA", "teaching", "2016-09-01"),),
    offer={
        "purpose": "The area's alternative provision academy: day six provision after exclusion, and turnaround "
        "places for pupils who stay on their school's roll.",
        "ages": ages(11, 16),
        "places": 60,
        "week": week(WEEK, "09:00", "14:45", 27.5, 4),
        "subjects": ["core curriculum", "art", "food", "construction taster"],
        "core_subjects": core("here", "here", "here", "here"),
        "qualifications": [qualification("GCSEs in five subjects", "several boards", "Level 1 and 2")],
        "qualified_staff": "Qualified teachers in all core subjects.",
        "progression": "Twelve-week turnaround with a return date fixed at the start.",
        "prices": [price(112, "day", "Everything, lunch included.")],
    },
    summary="Alternative provision academy for eleven to sixteen.",
    applied="2016-09-05",
    listed="2016-10-10",
    reviewed="2026-07-06",
    insured_from="2026-09-01",
    visited="2026-02-04",
    references=(("Greywether School", "headteacher"), ("Netherquay Academy", "principal")),
    safety=("fire_drill", "gas_safety", "electrical_installation", "legionella", "asbestos", "minibus_permit"),
    public_liability=25000000,
    indemnity=5000000,
    accounts="2025-08-31",
    works_with=("camhs", "educational_psychology", "social_care", "youth_justice", "drug_support"),
    identity={"urn": quoted("990301"), "ukprn": quoted("19990301")},
)

TIDEWELL = Sketch(
    id="tidewell-college",
    name="Tidewell College",
    legal_form="public_body",
    head="head of the 14 to 16 centre",
    sites=(
        site(
            "campus",
            "The 14 to 16 centre",
            ("Tidewell College", "Breakwater Road", "Avonmere"),
            "AV2 1TC",
            "teaching",
            "2015-09-01",
        ),
    ),
    offer={
        "purpose": "Vocational link days for pupils of Years 10 and 11, and for over-sixteens with plans.",
        "ages": ages(14, 19),
        "places": 45,
        "week": week(("tue", "thu", "fri"), "09:00", "15:30", 18, 2.5, 36),
        "subjects": ["motor vehicle", "hair", "computing", "catering"],
        "core_subjects": core("elsewhere", "elsewhere", "elsewhere", "here"),
        "qualifications": [qualification("Level 1 diplomas in six trades", "several bodies", "Level 1")],
        "qualified_staff": "College lecturers with teaching qualifications.",
        "progression": "A guaranteed interview for a course at sixteen.",
        "prices": [price(58, "day", "Certification; lunch is extra.")],
    },
    summary="Vocational link days for Years 10 and 11.",
    applied="2017-01-09",
    listed="2017-03-06",
    reviewed="2026-06-22",
    insured_from="2026-08-01",
    visited="2026-05-12",
    references=(("Copperthwaite School", "assistant headteacher"), ("Penhollow Academy", "coordinator")),
    safety=("fire_drill", "gas_safety", "electrical_installation", "portable_appliances", "legionella", "asbestos"),
    public_liability=25000000,
    indemnity=10000000,
    accounts="2026-07-31",
    works_with=("social_care", "youth_justice"),
    identity={"urn": quoted("990401"), "ukprn": quoted("19990401")},
    checks=("2025-06-09", "2025-10-06", "2026-01-19", "2026-05-18"),
)


def _found(sketch: Sketch, kind: str, urn: str, **more: Any) -> list[dict[str, Any]]:
    """Tell what the register was found to say each time."""
    return [
        {
            "on": day(text),
            "by": "designated officer",
            "found": True,
            "urn": quoted(urn),
            "establishment_type": quoted(kind),
            "status": quoted("1"),
            **more,
        }
        for text in sketch.checks
    ]


def rookhaven_school() -> dict[str, Any]:
    """Tell of a registered school that gives two pupils places below its registered age."""
    record = in_order(ROOKHAVEN)
    record["registration"] = {
        "register_checks": _found(
            ROOKHAVEN,
            "10",
            "990201",
            establishment_number=quoted("999/6014"),
            ages=ages(11, 16),
            capacity=40,
            sites=["main", "barn"],
        ),
        "inspections": [{"on": day("2024-11-14"), "body": "Ofsted", "outcome": "Good; the standards are met."}],
    }
    return record


def ferrymans_reach() -> dict[str, Any]:
    """Tell of an alternative provision academy, where pupils are registered at both schools."""
    record = in_order(FERRYMANS)
    record["registration"] = {
        "register_checks": _found(
            FERRYMANS,
            "42",
            "990301",
            establishment_number=quoted("999/1102"),
            ages=ages(11, 16),
            capacity=60,
            sites=["reach"],
        ),
        "inspections": [{"on": day("2025-03-06"), "body": "Ofsted", "outcome": "Strong practice in two areas."}],
    }
    record["listing"] = [
        {
            "on": day("2016-10-10"),
            "status": "listed",
            "decided_by": "head of inclusion",
            "reason": "The area's alternative provision academy; listed with its opening.",
        }
    ]
    return record


def tidewell_college() -> dict[str, Any]:
    """Tell of a college: it has a number in the register and is no school there. Nobody has looked since May."""
    record = in_order(TIDEWELL)
    checks = _found(TIDEWELL, "18", "990401", establishment_number=quoted("999/8603"))
    checks[-1]["evidence"] = evidence(
        "tidewell-college", "printout of the register", "2026-05-18", "registration/register"
    )
    record["registration"] = {
        "register_checks": checks,
        "inspections": [{"on": day("2023-10-19"), "body": "Ofsted", "outcome": "Good"}],
    }
    record["policies"]["staff_qualifications"]["cites"] = None
    record["policies"]["child_protection"]["cites"] = inline(kcsie=quoted("2026"), working_together=quoted("2026"))
    return record
