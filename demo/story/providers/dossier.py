"""The record of a provider that is in order: everything a commissioner must have seen, seen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import KNOWN_ON, day, spoken, working_day_after
from demo.story.draw import Draw, digits, fingerprint
from demo.story.providers.insurance import insurances
from demo.story.providers.premises import safety_items
from demo.story.providers.safeguarding import central_record, safeguarding
from demo.story.providers.seen import OFFICER, evidence
from demo.story.writing import inline, quoted

if TYPE_CHECKING:
    from demo.story.providers.sketch import Sketch

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
    "lone_working",
)
_CITES = {
    "child_protection": {"kcsie": quoted("2026"), "working_together": quoted("2026")},
    "recruitment_and_selection": {"kcsie": quoted("2026")},
    "safeguarding_training": {"kcsie": quoted("2026")},
}
_SEEN = (
    "policy of {}, signed by the {}",
    "policy dated {}, on the provider's website",
    "policy of {}, copy e-mailed by the {}",
    "signed policy of {}",
)


def in_order(sketch: Sketch) -> dict[str, Any]:
    """Tell the whole record of a provider with nothing missing."""
    return {
        "name": sketch.name,
        "identity": _identity(sketch),
        "contacts": _contacts(sketch),
        "sites": [dict(place) for place in sketch.sites],
        "offer": {**sketch.offer, "works_with": list(sketch.works_with)},
        "registration": {"register_checks": [_not_found(sketch, text) for text in sketch.checks]},
        "headcounts": [],
        "listing": listing(sketch),
        "due_diligence": [_due_diligence(sketch)],
        "policies": {key: _policy(sketch, key) for key in _POLICIES},
        "insurance": insurances(sketch),
        "assessment": _document(sketch, "assessment", "assessment and monitoring procedure with two worked examples"),
        "curriculum": _document(sketch, "curriculum", "curriculum plan and schemes of work for the year"),
        "safeguarding": safeguarding(sketch),
        "central_record": central_record(sketch),
        "attendance": _attendance(sketch),
        "references": [_reference(sketch, *said) for said in sketch.references],
        "health_and_safety": safety_items(sketch),
        "finance": _finance(sketch),
        "directory": _directory(sketch),
    }


_TOLD = ("ages", "days", "subjects", "qualifications", "registration")


def _directory(sketch: Sketch) -> dict[str, Any]:
    """Tell what a provider agreed to have published; some leave out the days, and some say what they are for."""
    draw = Draw("directory", sketch.id)
    kept = (_TOLD, ("purpose", *_TOLD), tuple(each for each in _TOLD if each != "days"))
    towns = (place["address"]["lines"][-1] for place in sketch.sites if place["address"])
    return {
        "publish": True,
        "summary": sketch.summary,
        "fields": list(draw.one(kept)),
        "areas": list(dict.fromkeys(towns)),
        "website": f"https://www.{sketch.id}.example",
        "contact": {"role": "enquiries", "email": f"office@{sketch.id}.example"},
    }


def _identity(sketch: Sketch) -> dict[str, Any]:
    numbered = sketch.legal_form in {"company", "cic", "cio", "charity", "academy_trust"}
    company = numbered and sketch.legal_form not in {"cio", "charity"}
    charity = sketch.legal_form in {"cio", "charity"}
    return {
        "legal_form": sketch.legal_form,
        "company_number": quoted("99" + digits(6, "company", sketch.id)) if company else None,
        "charity_number": quoted("99" + digits(5, "charity", sketch.id)) if charity else None,
        "ico_number": quoted("ZZ" + digits(6, "ico", sketch.id)),
        "ico_expires": day("2027-02-01") + timedelta(days=Draw("ico", sketch.id).whole(0, 220)),
        **sketch.identity,
        "employs_staff": sketch.employees,
    }


def _contacts(sketch: Sketch) -> list[dict[str, Any]]:
    last = Draw("phone", sketch.id).whole(200, 998)
    return [
        {
            "role": sketch.head,
            "email": f"office@{sketch.id}.example",
            "phone": quoted(f"01632 960{last}"),
        },
        {"role": "designated safeguarding lead", "email": f"safeguarding@{sketch.id}.example"},
    ]


def _not_found(sketch: Sketch, text: str) -> dict[str, Any]:
    look = {"on": day(text), "by": OFFICER, "found": False}
    if text == sketch.checks[-1]:
        look["evidence"] = evidence(
            sketch.id, "search of the register by name and postcode, printed", text, "registration/register"
        )
    return look


def listing(sketch: Sketch) -> list[dict[str, Any]]:
    """Tell how a provider came on the list."""
    applied, listed = day(sketch.applied), day(sketch.listed)
    return [
        {
            "on": applied,
            "status": "applied",
            "decided_by": OFFICER,
            "reason": "Application received in the mailbox, complete.",
        },
        {
            "on": working_day_after(applied, 8),
            "status": "due_diligence",
            "decided_by": OFFICER,
            "reason": "Application complete; documents asked for and first visit arranged.",
        },
        {
            "on": listed,
            "status": "listed",
            "decided_by": "head of inclusion",
            "reason": f"Processes, insurances and systems found adequate; {_references_say(sketch)}.",
            "evidence": evidence(sketch.id, "decision record, signed", sketch.listed, "listing/decision"),
        },
    ]


def _references_say(sketch: Sketch) -> str:
    return "both references support it" if len(sketch.references) > 1 else "the second reference was promised"


def _due_diligence(sketch: Sketch) -> dict[str, Any]:
    done = day(sketch.listed) - timedelta(days=6)
    return {
        "on": done,
        "by": OFFICER,
        "processes": True,
        "insurances": True,
        "systems": True,
        "checklist": {key: _looked(key, done) for key in _NOTES},
        "outcome": "Adequate. Recommended for the list.",
        "evidence": evidence(
            sketch.id, "due diligence checklist with its annexes", done.isoformat(), "listing/due-diligence"
        ),
    }


_NOTES = {
    "premises_seen": "Walked through with whoever runs it.",
    "staff_changes": "Said in the application.",
    "finances": "Accounts or business plan seen.",
}


def _looked(key: str, done: date) -> dict[str, Any]:
    return inline(found=True, on=done, by=OFFICER, note=_NOTES[key])


def _policy(sketch: Sketch, key: str) -> dict[str, Any]:
    """Tell of one policy. The ones that cite yearly guidance were reviewed again in September 2026."""
    draw = Draw("policy", sketch.id, key)
    cites = _CITES.get(key)
    base = day("2026-09-02") if cites else day(sketch.reviewed)
    reviewed = working_day_after(base, draw.whole(0, 12))
    seen = min(working_day_after(reviewed, draw.whole(3, 14)), KNOWN_ON)
    words = draw.one(_SEEN).format(spoken(reviewed), sketch.head)
    filed = f"policies/{key.replace('_', '-')}"
    return {
        "reviewed_on": reviewed,
        "cites": inline(**cites) if cites else None,
        "evidence": evidence(sketch.id, words, seen.isoformat(), filed),
    }


def _document(sketch: Sketch, key: str, words: str) -> dict[str, Any]:
    reviewed = _reviewed(sketch, key)
    return {
        "reviewed_on": reviewed,
        "evidence": evidence(sketch.id, words, sketch.visited, f"education/{key}")
        if day(sketch.visited) >= reviewed
        else evidence(sketch.id, words, working_day_after(reviewed, 5).isoformat(), f"education/{key}"),
    }


def _reviewed(sketch: Sketch, key: str) -> date:
    return working_day_after(day(sketch.reviewed), Draw("document", sketch.id, key).whole(0, 20))


def _attendance(sketch: Sketch) -> dict[str, Any]:
    draw = Draw("attendance", sketch.id)
    how = (
        "Register taken at arrival and after lunch on a tablet; the school sees it at once.",
        "Paper register morning and afternoon, telephoned to the school each time.",
        "Register kept by the session lead, e-mailed to the commissioner at both times.",
    )
    absent = (
        (
            "The home is telephoned by 10:00 and the school's attendance officer straight after; if neither "
            "knows where the pupil is, the school's safeguarding lead is told by 10:30."
        ),
        (
            "The school is rung within half an hour of the start. No answer from home by 11:00: the "
            "designated safeguarding lead decides with the school whether somebody calls at the house."
        ),
        (
            "Parent or carer and school are told by text message and telephone within thirty minutes; a second "
            "day without contact goes to the commissioner in writing."
        ),
    )
    return {
        "reviewed_on": min(_reviewed(sketch, "attendance"), day(sketch.visited)),
        "monitored": draw.one(how),
        "reported_by": [quoted("09:45"), quoted("13:30")],
        "if_absent": draw.one(absent),
        "evidence": evidence(sketch.id, "attendance and missing pupil protocol", sketch.visited, "attendance/protocol"),
    }


def _reference(sketch: Sketch, organisation: str, by: str) -> dict[str, Any]:
    received = day(sketch.applied) + timedelta(days=Draw("reference", sketch.id, organisation).whole(9, 30))
    return {
        "from_organisation": organisation,
        "by": by,
        "received_on": received,
        "satisfactory": True,
        "seen_by": OFFICER,
        "filed": f"AP/{sketch.id}/listing/references",
        "sha256": quoted(fingerprint(sketch.id, organisation)) if organisation == sketch.references[0][0] else None,
    }


def _finance(sketch: Sketch) -> dict[str, Any]:
    accounts = day(sketch.accounts)
    due = accounts.replace(year=accounts.year + 1) + timedelta(days=275)
    files_accounts = sketch.legal_form not in {"sole_trader", "partnership"}
    reviewed = working_day_after(day(sketch.visited), 9)
    reasons = (
        "Price per attended day close to the middle of like providers; attendance above the average.",
        "Dearer than most, with small groups and good destinations; reserves of four months.",
        "Price unchanged for two years; income from several commissioners; accounts filed on time.",
    )
    draw = Draw("finance", sketch.id)
    return {
        "accounts_made_up_to": accounts if files_accounts else None,
        "accounts_due": due if files_accounts else None,
        "largest_commissioner": sketch.largest_commissioner,
        "reviews": [_worth(draw, reviewed - timedelta(days=353), reasons), _worth(draw, reviewed, reasons)],
    }


def _worth(draw: Draw, on: date, reasons: tuple[str, ...]) -> dict[str, Any]:
    return {
        "on": on,
        "by": "commissioning manager",
        "value_for_money": draw.one(("good", "good", "fair")),
        "sustainable": draw.one(("good", "good", "fair")),
        "reason": draw.one(reasons),
    }
