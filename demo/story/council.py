"""The council, its policy, and its calendars. Council, schools and numbers are invented."""

from __future__ import annotations

from typing import Any

from demo.story.days import BANK_HOLIDAYS, INSET, TERMS, day
from demo.story.schools import SCHOOLS
from demo.story.writing import inline, quoted

COUNCIL = "Avonmere Council"
_DECIDED = {"decided_by": "head of inclusion", "decided_on": day("2025-07-08")}


def _value(name: str, value: object, reason: str, **more: Any) -> dict[str, Any]:
    return {name: value, "reason": reason, **_DECIDED, **more}


def authority() -> dict[str, Any]:
    """Tell who keeps the records and what the council asks for."""
    return {
        "#1": "The council, its schools and every provider in these records are invented.",
        "name": COUNCIL,
        "code": quoted("E06000999"),
        "number": quoted("999"),
        "time_zone": "Europe/London",
        "mailbox": "alternative-provision@avonmere.example",
        "roles": _roles(),
        "policy": _policy(),
        "recipients": _recipients(),
        "local": {"committee": "Children and Young People Scrutiny Panel", "cost_centre": "INC-AP-26"},
    }


def _role(title: str, mailbox: str, last: str) -> dict[str, Any]:
    return {"title": title, "email": f"{mailbox}@avonmere.example", "phone": quoted(f"01632 960{last}")}


def _roles() -> dict[str, Any]:
    return {
        "designated_officer": _role("Alternative provision quality officer", "ap.quality", "101"),
        "senior_manager": _role("Head of inclusion", "inclusion", "102"),
        "commissioning": _role("Commissioning manager, education", "commissioning", "103"),
        "send_casework": _role("SEND casework team leader", "send.casework", "104"),
        "virtual_school": _role("Virtual School head", "virtual.school", "105"),
        "lado": _role("Local authority designated officer", "lado", "106"),
        "health_and_safety": _role("Education health and safety adviser", "education.safety", "107"),
        "data_protection": _role("Data protection officer", "data.protection", "108"),
    }


def _policy() -> dict[str, Any]:
    return {
        "minimum_cover": {
            "public_liability": _value("pounds", 5000000, "the council's standard contract terms"),
            "professional_indemnity": _value("pounds", 1000000, "the council's standard contract terms"),
            "#1": "The law asks for £5m; the council's insurer asks its contractors for £10m.",
            "employers_liability": _value("pounds", 10000000, "asked for by the council's own insurer"),
        },
        "cycles": _cycles(),
        "policies": {
            "lone_working": {
                "title": "Lone working",
                "reason": "tutors and instructors are often alone with one pupil; audit recommendation 7 of 2025",
                **_DECIDED,
                "starts": day("2025-09-01"),
            }
        },
        "warning_days": _value("days", 42, "six weeks: long enough to renew an insurance without a gap"),
        "certificate_days": _value("days", 92, "insurers make out a renewal in the quarter before it begins"),
        "circulation_days": _value("days", 10, "agreed with providers at the autumn forum"),
        "report_due_school_days": _value("days", 10, "two school weeks after each reporting period"),
        "small_number": _value("number", 5, "the council's own rule for published statistics"),
        "full_time_hours": _value("hours", 25, "the week of the council's secondary schools, breaks left out"),
        "nearly_all_share": _value("percent", 80, "four days of five; above it a person looks"),
    }


def _cycles() -> dict[str, Any]:
    return {
        "policies": _value("months", 12, "reviewed once a year, as the national standards ask"),
        "dsl_training": _value("months", 24, "as Keeping Children Safe in Education asks"),
        "staff_training": _value("months", 12, "as Keeping Children Safe in Education asks"),
        "dbs_recheck": _value("months", 36, "the safeguarding partnership's advice"),
        "first_aid": _value("months", 36, "the life of a certificate"),
        "register_check": _value("months", 4, "once in each reporting period"),
        "headcount": _value("months", 4, "once in each reporting period"),
        "visits": _value("months", 12, "every listed provider once a year"),
        "self_assessment": _value("months", 12, "every listed provider once a year"),
        "value_for_money": _value("months", 12, "with the yearly review"),
        "risk_assessment": _value("months", 6, "twice a year, and whenever something changes"),
    }


def _recipients() -> list[dict[str, Any]]:
    services = [
        inline(name="SEND casework team", kind="local_authority", email="send.casework@avonmere.example"),
        inline(name="Virtual School", kind="local_authority", email="virtual.school@avonmere.example"),
        inline(name="Youth justice service", kind="local_authority", email="youth.justice@avonmere.example"),
        inline(name="Education inclusion service", kind="local_authority", email="inclusion@avonmere.example"),
    ]
    schools = [
        {
            "name": school.name,
            "kind": school.kind,
            "urn": quoted(school.urn),
            "email": f"office@{school.key}.example",
        }
        for school in SCHOOLS.values()
    ]
    return [*services, *schools]


def calendars() -> dict[str, dict[str, Any]]:
    """Tell the terms of the council, of one academy and of one provider."""
    return {
        "2025-26": _calendar("2025-26"),
        "2026-27": _calendar("2026-27"),
        "2026-27-quillbrook": _academy(),
        "2026-27-harbour-loft": _provider(),
    }


def _calendar(year: str) -> dict[str, Any]:
    return {
        "#1": "Sample dates in the usual shape of six terms. Half terms are the gaps between the terms.",
        "source": f"council's sample calendar for {year}, to be replaced by the published one",
        "confirmed": False,
        "terms": [_term(*span) for span in _spans(year)],
        "closures": [*_inset(INSET[year]), *_bank_holidays(year)],
    }


def _spans(year: str) -> list[tuple[int, str, str, str]]:
    return [
        (term.number, term.starts.isoformat(), term.ends.isoformat(), term.period)
        for term in TERMS
        if term.year == year
    ]


def _term(number: int, first: str, last: str, period: str) -> dict[str, Any]:
    return inline(number=number, starts=day(first), ends=day(last), period=period)


def _inset(days: tuple[str, ...]) -> list[dict[str, Any]]:
    return [inline(starts=day(text), ends=day(text), kind="inset", name="INSET day") for text in days]


def _bank_holidays(year: str) -> list[dict[str, Any]]:
    return [
        inline(starts=day(text), ends=day(text), kind="bank_holiday", name=name) for text, name in BANK_HOLIDAYS[year]
    ]


def _academy() -> dict[str, Any]:
    """Quillbrook Academy starts a day later in September and breaks up earlier in the summer."""
    spans = _spans("2026-27")
    spans[0] = (1, "2026-09-03", "2026-10-23", "autumn")
    spans[5] = (6, "2027-06-07", "2027-07-16", "summer")
    school = SCHOOLS["quillbrook"]
    return {
        "source": "the academy's own calendar, as sent to the council in May 2026; a sample",
        "confirmed": False,
        "applies_to": {"school": school.name, "urn": quoted(school.urn)},
        "terms": [_term(*span) for span in spans],
        "closures": [*_inset(("2026-09-03", "2026-11-27", "2027-01-04")), *_bank_holidays("2026-27")],
    }


def _provider() -> dict[str, Any]:
    """Harbour Loft closes for a week each November, when the boats come out of the water."""
    return {
        "source": "the provider's week plan for the year; a sample",
        "confirmed": False,
        "applies_to": {"provider": "harbour-loft"},
        "terms": [_term(*span) for span in _spans("2026-27")],
        "closures": [
            *_inset(("2026-09-02", "2026-09-03", "2027-01-04")),
            {
                "starts": day("2026-11-09"),
                "ends": day("2026-11-13"),
                "kind": "closure",
                "name": "lifting-out week: the yard is closed to pupils",
            },
            *_bank_holidays("2026-27"),
        ],
    }
