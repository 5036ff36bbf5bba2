"""Tutors at home, a tutor online, and a therapy provider the Tribunal named."""

from __future__ import annotations

from typing import Any

from demo.story.days import day
from demo.story.draw import placement_id
from demo.story.providers.dossier import in_order
from demo.story.providers.seen import evidence
from demo.story.providers.sketch import WEEK, Sketch, ages, core, price, qualification, site, week
from demo.story.writing import inline

INKWELL = Sketch(
    id="inkwell-ember",
    name="Inkwell and Ember Tutors",
    legal_form="company",
    head="head of tuition",
    sites=(
        site("homes", "Pupils' homes and libraries", (), "", "pupils_home", "2020-09-01"),
        site("office", "The office", ("3 Assay Court", "Avonmere"), "AV1 3HH", "administration", "2020-09-01"),
    ),
    offer={
        "purpose": "One-to-one tuition in English, mathematics and science for pupils who cannot be in school, "
        "most of them for their health.",
        "ages": ages(6, 18),
        "places": 30,
        "week": week(WEEK, "09:00", "15:30", 15, 0, 40),
        "subjects": ["English", "mathematics", "science", "humanities", "computing"],
        "core_subjects": core("here", "here", "here", "here"),
        "qualifications": [
            qualification(
                "GCSE English and mathematics, at the home school's centre", "the school's boards", "Level 1 and 2"
            )
        ],
        "qualified_staff": "All tutors are qualified teachers.",
        "progression": "Lessons move from home to library to school, one at a time.",
        "prices": [price(46, "hour", "Planning, resources and the weekly report.")],
    },
    summary="Qualified teachers who teach one to one at home or in a library.",
    applied="2020-09-07",
    listed="2020-11-16",
    reviewed="2026-01-12",
    insured_from="2026-09-01",
    visited="2026-10-07",
    references=(("Greywether School", "head of inclusion"), ("Avonmere Hospital School Service", "lead teacher")),
    public_liability=5000000,
    indemnity=2000000,
    largest_commissioner=58,
    works_with=("camhs", "social_care", "educational_psychology"),
)

PIXELTHORN = Sketch(
    id="pixelthorn",
    name="Pixelthorn Online Tutoring",
    legal_form="company",
    head="head of teaching",
    sites=(site("online", "Live online lessons", (), "", "online", "2021-04-01"),),
    offer={
        "purpose": "Live online lessons in groups of up to four, cameras optional, for anxious pupils.",
        "ages": ages(10, 18),
        "places": 40,
        "week": week(WEEK, "09:00", "14:00", 15, 2.5, 38),
        "subjects": ["English", "mathematics", "science", "computing", "history"],
        "core_subjects": core("here", "here", "here", "here"),
        "qualifications": [
            qualification("Functional Skills English and Mathematics", "Trowelmark", "Level 1 and 2", "2028-08-31")
        ],
        "qualified_staff": "All lessons by qualified teachers; a mentor in each.",
        "progression": "From cameras off to a visit, to a lesson in school with the same mentor on screen.",
        "prices": [price(29, "hour", "Lessons, recordings kept for seven days, mentor.")],
    },
    summary="Small live lessons online with a mentor in each.",
    applied="2021-04-12",
    listed="2021-06-14",
    reviewed="2026-02-02",
    insured_from="2026-04-01",
    visited="2026-04-21",
    references=(("Netherquay Academy", "inclusion lead"), ("Copperthwaite School", "assistant headteacher")),
    indemnity=5000000,
    works_with=("camhs",),
)

SAFFRON = Sketch(
    id="saffron-heath",
    name="Saffron Heath Therapies",
    legal_form="company",
    head="clinical lead",
    sites=(
        site(
            "heath",
            "The therapy rooms",
            ("Saffron Heath House", "Heath Road", "Little Thrapple"),
            "AV8 1QF",
            "teaching",
            "2019-01-07",
        ),
    ),
    offer={
        "purpose": "Occupational and speech therapy built into a day of learning, for pupils with complex needs.",
        "ages": ages(5, 19),
        "places": 6,
        "week": week(("mon", "tue", "wed", "thu"), "09:30", "14:00", 16, 2, 44),
        "subjects": ["communication", "sensory regulation", "life skills"],
        "core_subjects": core("here", "here", "not_taught", "not_taught"),
        "qualifications": [],
        "no_qualifications_reason": "Progress is measured against the outcomes of each pupil's plan.",
        "qualified_staff": "Registered therapists and a specialist teacher.",
        "progression": "Joint work with the special school named for the next phase.",
        "prices": [price(310, "day", "Therapy, teaching and reports for annual reviews.")],
    },
    summary="Not published: used for named placements only.",
    applied="2026-07-20",
    listed="2026-09-01",
    reviewed="2026-05-05",
    insured_from="2026-04-01",
    visited="2026-08-19",
    references=(("Wickenbridge School", "head of upper school"), ("Heath Road Surgery", "practice manager")),
    safety=("fire_drill", "electrical_installation"),
    indemnity=5000000,
    largest_commissioner=22,
    works_with=("camhs", "educational_psychology"),
    checks=("2026-08-03", "2026-11-09"),
)


def _one_to_one() -> dict[str, Any]:
    """Tell why teaching one to one at home was not taken for an institution that must register."""
    return {
        "on": day("2026-10-12"),
        "by": "head of inclusion",
        "conclusion": "not_required",
        "reason": "Lessons are given one to one in homes and libraries; no pupil has more than 15 hours. For a few "
        "pupils too ill for school it is all the education they can manage for now. Taken with the legal team's "
        "advice of 9 October 2026.",
        "until": day("2027-07-31"),
        "evidence": evidence(
            "inkwell-ember", "legal team's advice, two pages", "2026-10-12", "registration/advice", "head of inclusion"
        ),
    }


def inkwell_ember() -> dict[str, Any]:
    """Tell of tutors at home, in order; the registration question was settled by a person."""
    record = in_order(INKWELL)
    record["registration"]["reviews"] = [_one_to_one()]
    del record["sites"][0]["address"]
    return record


def pixelthorn() -> dict[str, Any]:
    """Tell of tutors online, in order."""
    return in_order(PIXELTHORN)


def saffron_heath() -> dict[str, Any]:
    """Tell of a provider the SEND Tribunal named for one pupil: not on the list, used after due diligence."""
    record = in_order(SAFFRON)
    record["central_record"] = record["central_record"][1:]
    record["finance"]["reviews"] = record["finance"]["reviews"][1:]
    record["listing"] = [
        {
            "on": day("2026-09-01"),
            "status": "exceptional",
            "decided_by": "head of inclusion",
            "reason": "Named in section F by order of the SEND Tribunal, July 2026. Due diligence found it adequate.",
            "conditions": "Termly reports and a review each half term, as for a listed provider.",
            "until": day("2027-07-31"),
            "limited_to": placement_id("tribunal"),
            "named_by": inline(by="tribunal", on=day("2026-07-14"), reference="order filed at AP/saffron-heath/order"),
            "evidence": evidence(
                "saffron-heath", "decision record and order", "2026-08-27", "exceptional/decision", "head of inclusion"
            ),
        }
    ]
    record["due_diligence"][0].update(visit="2026-08-19-saffron-heath", outcome="Adequate for the placement named.")
    record["directory"] = {"publish": False}
    return record
