"""Providers: a long record each, with everything a commissioner must have seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chance import before, day
from writing import written

if TYPE_CHECKING:
    from datetime import date

    from chance import Chance

_FIRST = ("North", "Mill", "River", "Orchard", "Forge", "Harbour", "Meadow", "Quarry", "Bridge", "Lantern")
_SECOND = ("Star", "House", "Works", "Farm", "Studio", "Yard", "Centre", "Skills", "Learning", "Stables")
_PURPOSES = (
    "Small groups and one-to-one teaching for pupils who have stopped coming to school.",
    "Work with animals and on the land, with English and mathematics every morning.",
    "Construction, motor vehicles and catering, with functional skills alongside.",
    "Music, film and design for pupils who find a classroom hard.",
)
_POLICIES = (
    "anti_bullying",
    "behaviour_and_sanctions",
    "child_protection",
    "business_continuity",
    "recruitment_and_selection",
    "data_protection",
    "training_and_development",
    "safeguarding_training",
    "staff_qualifications",
    "equality_and_diversity",
    "medication",
    "complaints_and_whistleblowing",
)
_CITES = {
    "child_protection": '    cites: {{kcsie: "{0}", working_together: "2026"}}\n',
    "recruitment_and_selection": '    cites: {{kcsie: "{0}"}}\n',
}
_SAFETY = ("fire_risk_assessment", "first_aid", "health_and_safety_policy", "site_risk_assessment", "fire_drill")
_REFEREES = ("Wellow Hill School", "Brook Academy")
_NOT_FOUND = "      found: no\n"

FLAWS = ("lapsed", "no_policy", "old_edition", "old_training", "old_register", "one_reference", "no_first_aid")
"""What may be wrong with a provider; each breaks another rule."""


@dataclass(slots=True)
class Standing:
    """A provider, and what the placements written so far say of its pupils."""

    id: str
    name: str
    registered: bool
    live: int = 0
    full_time: int = 0
    ehc: int = 0
    cared: int = 0


def new_provider(number: int) -> Standing:
    """Name a provider. Every third is a registered school, which may teach pupils full-time."""
    first, second, hundred = _FIRST[number % 10], _SECOND[number // 10 % 10], number // 100
    name = f"{first} {second}" + (f" {hundred}" if hundred else "")
    return Standing(name.lower().replace(" ", "-"), name, registered=number % 3 == 0)


def provider_text(provider: Standing, chance: Chance, flaw: str) -> str:
    """Write a provider's record, with one flaw or none."""
    seen, reviewed = before(day(2026, 11, 2), chance.number(0, 40)), before(day(2026, 10, 1), chance.number(0, 25))
    return written(
        "provider",
        **_numbers(chance),
        **_pupils(provider, chance),
        id=provider.id,
        name=provider.name,
        purpose=chance.one_of(_PURPOSES),
        register=before(seen, 200 if flaw == "old_register" else 0),
        counted=before(day(2026, 11, 20), chance.number(0, 1)),
        policies=_policies(provider.id, seen, reviewed, flaw),
        insured_to=day(2026, 11, 15) if flaw == "lapsed" else day(2027, 8, 31),
        lead_trained=day(2024, 3, 12) if flaw == "old_training" else reviewed,
        references=_references(provider.id, 1 if flaw == "one_reference" else 2),
        safety=_safety(provider.id, seen, flaw),
        seen=seen,
        reviewed=reviewed,
    )


def _numbers(chance: Chance) -> dict[str, object]:
    return {
        "company": f"{chance.number(1_000_000, 15_999_999):08d}",
        "ico": chance.number(100_000, 999_999),
        "ukprn": chance.number(10_000, 99_999),
        "phone": f"000{chance.number(100, 999)}",
        "number": chance.number(1, 120),
        "postcode": f"{chance.number(1, 9)}AB",
        "price": chance.number(70, 190),
    }


def _pupils(provider: Standing, chance: Chance) -> dict[str, object]:
    """Declare no fewer pupils than the placements have, and a few of other commissioners."""
    pupils = provider.live + chance.number(0, 4)
    found = written("provider-on-register", urn=chance.number(130_000, 149_999), capacity=pupils + 20)
    return {
        "places": pupils + 15,
        "pupils": pupils,
        "full_time": provider.full_time,
        "ehc": provider.ehc,
        "cared": provider.cared,
        "most_hours": "25" if provider.registered else "17.5",
        "found": found if provider.registered else _NOT_FOUND,
    }


def _policies(provider: str, seen: date, reviewed: date, flaw: str) -> str:
    edition, month = "2025" if flaw == "old_edition" else "2026", f"{reviewed:%B %Y}"
    return "".join(
        written(
            "provider-policy",
            key=key,
            id=provider,
            reviewed=reviewed,
            month=month,
            seen=seen,
            cites=_CITES.get(key, "").format(edition),
        )
        for key in _POLICIES
        if not (flaw == "no_policy" and key == "medication")
    )


def _references(provider: str, count: int) -> str:
    return "".join(
        written("provider-reference", who=who, number=f"{5 + 6 * place:02d}", id=provider)
        for place, who in enumerate(_REFEREES[:count])
    )


def _safety(provider: str, seen: date, flaw: str) -> str:
    return "".join(
        written("provider-safety", item=item, seen=seen, id=provider)
        for item in _SAFETY
        if not (flaw == "no_first_aid" and item == "first_aid")
    )
