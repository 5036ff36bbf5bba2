"""Small records for tests: valid as they are, made by the models from plain data, changed beside the assertion.

A change takes the place of the whole value of its key; None takes the key out.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from apqa.guidance.requirements import required_policies
from apqa.questions.situation import Situation
from apqa.records import kinds
from apqa.records.action_plan import ActionPlan
from apqa.records.authority import Authority
from apqa.records.calendar import Calendar
from apqa.records.collection import Records
from apqa.records.kinds import AUTHORITY, kind_of
from apqa.records.placement import Placement
from apqa.records.provider import Provider
from apqa.records.reminder import Reminder
from apqa.records.self_assessment import SelfAssessment
from apqa.records.termly_report import TermlyReport
from apqa.records.visit import Visit
from apqa.records.waiver import Waiver
from apqa.vocabulary.provider import CoreSubject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apqa.questions.checks.line import Line
    from apqa.records.base import Record
    from apqa.records.kinds import Kind

Data = dict[str, Any]

ON = date(2026, 11, 3)
"""A Tuesday on which `in_order_provider()` has every check met."""

PROVIDER = "north-star"
PLACEMENT = "PL-00001"
SEEN: Data = {"seen": "the document", "on": "2026-07-02", "by": "commissioning officer", "filed": "AP/north-star"}


def day(text: str | date) -> date:
    return text if isinstance(text, date) else date.fromisoformat(text)


def changed(data: Data, changes: Mapping[str, Any]) -> Data:
    return {key: value for key, value in {**data, **changes}.items() if value is not None}


def a_provider(provider_id: str = PROVIDER, **changes: Any) -> Provider:
    """Make a provider of which nothing is recorded but what must be."""
    data: Data = {
        "id": provider_id,
        "name": "North Star",
        "identity": {"legal_form": "cic", "employs_staff": "yes"},
        "sites": [{"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01"}],
        "offer": an_offer(),
    }
    return Provider.model_validate(changed(data, changes))


def an_offer(**changes: Any) -> Data:
    """Make an offer of which nothing is recorded but what must be."""
    data: Data = {
        "purpose": "A way back into learning.",
        "ages": {"youngest": "11", "oldest": "16"},
        "places": "12",
        "week": {"days": ["mon", "tue", "wed", "thu"], "hours_with_breaks": "24"},
    }
    return changed(data, changes)


def a_qualification(**changes: Any) -> Data:
    return changed({"title": "Award in Joinery", "awarding_body": "Harbour Awards"}, changes)


def core_subjects(taught: str = "here", **changes: Any) -> Data:
    """Make where each core subject is taught."""
    return changed({each.value: taught for each in CoreSubject}, changes)


def a_policy(**changes: Any) -> Data:
    """Make a policy that was seen as it was last reviewed."""
    made = str(changes.get("reviewed_on") or "")
    return changed({"reviewed_on": "2026-07-01", "evidence": seen_since(made)}, changes)


def seen_since(made: str) -> Data:
    """Make evidence of something made on that day: what was seen before was another."""
    return {**SEEN, "on": max(made, SEEN["on"])}


def an_insurance(kind: str = "public_liability", **changes: Any) -> Data:
    data: Data = {
        "kind": kind,
        "insurer": "Harbour Mutual",
        "cover": "10000000",
        "starts": "2026-04-01",
        "ends": "2027-03-31",
        "evidence": SEEN,
    }
    return changed(data, changes)


def a_register_check(**changes: Any) -> Data:
    return changed({"on": "2026-09-07", "by": "commissioning officer", "found": "no"}, changes)


def looked_up(**more: Any) -> Data:
    """Make the registration of a provider that was looked for on the register, long ago, and is not on it."""
    return {"register_checks": [a_register_check(on="2010-01-04")], **more}


def on_the_register(**changes: Any) -> Data:
    """Make a look at the register that found an open independent school."""
    return a_register_check(**{"found": "yes", "establishment_type": "11", "status": "1", **changes})


def a_headcount(**changes: Any) -> Data:
    data: Data = {
        "on": "2026-09-14",
        "declared_by": "head of provision",
        "compulsory_school_age": "10",
        "full_time": "0",
        "full_time_with_ehc_plan": "0",
        "full_time_looked_after": "0",
        "main_education_here": "0",
    }
    return changed(data, changes)


def a_review(**changes: Any) -> Data:
    """Make a person's conclusion on a registration question."""
    data: Data = {
        "on": "2026-10-01",
        "by": "designated officer",
        "conclusion": "not_required",
        "reason": "the college teaches the other half",
        "until": "2027-07-31",
    }
    return changed(data, changes)


def a_training(completed: str, **changes: Any) -> Data:
    return changed({"completed": completed, "evidence": seen_since(completed)}, changes)


def a_lead(**changes: Any) -> Data:
    data: Data = {
        "role": "designated_safeguarding_lead",
        "starts": "2024-09-01",
        "training": [a_training("2026-01-20", course="level 3")],
    }
    return changed(data, changes)


def a_listing(status: str = "listed", **changes: Any) -> Data:
    data = {"on": "2025-09-01", "status": status, "decided_by": "head of inclusion", "reason": "as decided"}
    return changed(data, changes)


def due_diligence(**changes: Any) -> Data:
    data: Data = {
        "on": "2025-08-20",
        "by": "commissioning officer",
        "processes": "yes",
        "insurances": "yes",
        "systems": "yes",
        "outcome": "adequate",
    }
    return changed(data, changes)


def a_reference(**changes: Any) -> Data:
    data: Data = {
        "from_organisation": "Westmarch Academy",
        "by": "deputy head",
        "received_on": "2025-07-01",
        "satisfactory": "yes",
        "filed": "AP/north-star/references",
    }
    return changed(data, changes)


def safeguarding(**changes: Any) -> Data:
    data: Data = {
        "arrangements": a_policy(cites={"kcsie": "2026", "working_together": "2026"}),
        "leads": [a_lead()],
        "staff_training": [a_training("2026-09-02", course="yearly refresher")],
        "part_one_read": [{"edition": "2026", "completed": "2026-09-10", "evidence": seen_since("2026-09-10")}],
        "staff_checks_confirmed": SEEN,
    }
    return changed(data, changes)


def every_policy(**changes: Any) -> Data:
    """Make every policy the framework asks for, citing the editions of 2026."""
    policies = {
        each.key: a_policy(cites=dict.fromkeys(each.cites, "2026") if each.cites else None)
        for each in required_policies()
    }
    return changed(policies, changes)


def every_safety_item() -> list[Data]:
    return [
        {"item": "fire_risk_assessment", "done": "2026-05-11", "evidence": SEEN},
        {"item": "first_aid", "expires": "2028-01-31", "evidence": SEEN},
        {"item": "health_and_safety_policy", "done": "2026-07-01", "evidence": SEEN},
        {"item": "site_risk_assessment", "done": "2026-07-01", "evidence": SEEN},
    ]


def in_order(**changes: Any) -> Data:
    """Answer all that is recorded of a provider with every check met on `ON`; see `the_visit` for one more record."""
    data: Data = {
        "offer": an_offer(core_subjects=core_subjects(), qualifications=[a_qualification()]),
        "registration": {"register_checks": [a_register_check()]},
        "headcounts": [a_headcount()],
        "listing": [a_listing()],
        "due_diligence": [due_diligence()],
        "policies": every_policy(),
        "insurance": {
            "held": [
                an_insurance("public_liability"),
                an_insurance("professional_indemnity"),
                an_insurance("employers_liability"),
            ]
        },
        "assessment": a_policy(),
        "curriculum": a_policy(),
        "safeguarding": safeguarding(),
        "central_record": [
            {"on": "2026-09-07", "by": "commissioning officer", "complete": "yes", "update_service": "yes"}
        ],
        "attendance": {
            "reviewed_on": "2026-07-01",
            "monitored": "a register each session",
            "if_absent": "school and home are rung by 09:45",
            "evidence": SEEN,
        },
        "references": [a_reference(), a_reference(from_organisation="Eastmarch Council")],
        "health_and_safety": every_safety_item(),
    }
    return changed(data, changes)


def in_order_provider(provider_id: str = PROVIDER, **changes: Any) -> Provider:
    """Make a provider with every check met on `ON`, once `the_visit` is among the records."""
    return a_provider(provider_id, **in_order(**changes))


def a_visit(visit_id: str = "2026-03-12-north-star", **changes: Any) -> Visit:
    data = {"id": visit_id, "status": "done", "type": "routine", "lead": "designated_officer"}
    return Visit.model_validate(changed(data, changes))


def token(number: int) -> str:
    return f"{number:05d}"


def a_week(hours: str = "12", **changes: Any) -> Data:
    return changed({"starts": "2026-09-14", "hours_with_breaks": hours, "daytime": "yes"}, changes)


def a_package(hours: str = "14", **part: Any) -> Data:
    """Make the rest of a pupil's week: so many hours at school."""
    return {"elsewhere": [changed({"kind": "school", "hours": hours, "starts": "2020-09-01"}, part)]}


def a_placement(number: int = 1, hours: str = "12", **changes: Any) -> Placement:
    """Make a placement of the pupil of that number: a part-time one of a 14-year-old without a plan."""
    data: Data = {
        "id": f"PL-{token(number)}",
        "provider": PROVIDER,
        "commissioner": {"kind": "academy", "name": "Westmarch Academy"},
        "pupil": f"P-{token(number)}",
        "cohort": "2011-12",
        "ehc_plans": [],
        "looked_after": [],
        "special_needs": "none",
        "basis": "school_other",
        "starts": "2026-09-14",
        "registered_at": [{"school": "Westmarch Academy", "main": "yes", "starts": "2023-09-01"}],
        "timetable": [a_week(hours, starts=changes.get("starts"))] if "starts" in changes else [a_week(hours)],
        "package": a_package(),
        "attendance": {"to": "attendance officer", "supervised": "yes"},
    }
    return Placement.model_validate(changed(data, changes))


def a_done(on: str = "2026-09-07", **changes: Any) -> Data:
    """Make a step done before a start."""
    return changed({"on": on, "by": "inclusion lead"}, changes)


def a_plan(**changes: Any) -> Data:
    """Make a complete plan with one objective."""
    data: Data = {
        "agreed_on": "2026-09-10",
        "objectives": [
            {
                "what": "attend every session",
                "area": "improvement",
                "baseline": "half of them",
                "measure": "the register",
                "target": "nine in ten",
                "by": "2027-03-25",
            }
        ],
        "assessment": "a call each week",
        "programme": "animal care, unit by unit",
        "progression": "back to school after Easter",
    }
    return changed(data, changes)


def an_agreement(**changes: Any) -> Data:
    data: Data = {
        "starts": "2026-09-14",
        "ends": "2027-07-31",
        "signed_on": "2026-09-09",
        "pounds": "85",
        "unit": "day",
        "invoiced": "monthly",
        "data_protection": "yes",
    }
    return changed(data, changes)


def before_start(**changes: Any) -> Data:
    """Make every step before a start that a school's placement of a pupil without a plan needs."""
    steps = ("provider_checked", "provision_visited", "needs_shared", "safeguarding_shared", "assurance")
    return changed({name: a_done() for name in (*steps, "council_told")}, changes)


def in_order_placement(number: int = 1, **changes: Any) -> Placement:
    """Make a placement with every check met on `ON`, at a provider that is in order."""
    data: Data = {
        "site": "barn",
        "expected_end": "2027-03-25",
        "plan": a_plan(),
        "agreements": [an_agreement()],
        "before_start": before_start(),
        "induction": {"on": "2026-09-14", "health_and_safety": "yes"},
        "risk_reviews": [{"on": "2026-09-08", "side": side} for side in ("commissioner", "provider")],
        "named_persons": [
            {"side": "commissioner", "role": "inclusion lead"},
            {"side": "provider", "role": "key worker"},
        ],
        "codes": [{"code": "B", "starts": "2026-09-14"}],
        "reviews": [{"on": "2026-10-20", "by": "inclusion lead"}],
    }
    return a_placement(number, **{**data, **changes})


def full_time(how_many: int, hours: str = "20", first: int = 1, **changes: Any) -> tuple[Placement, ...]:
    """Make placements of so many pupils, each with those hours."""
    return tuple(a_placement(number, hours, **changes) for number in range(first, first + how_many))


def an_authority(**policy: Any) -> Authority:
    """Make a council with that local policy."""
    return Authority.model_validate({"id": "authority", "name": "Westmarch Council", "policy": policy})


def a_reminder(rung: str = "overdue", due: str = "2026-11-02", on: str = "2026-11-03", **changes: Any) -> Reminder:
    """Make a letter to a provider that reminded of its public liability insurance."""
    duty = {"duty": f"provider/{PROVIDER}/insurance/public_liability", "due": due, "rung": rung}
    to = {"owes": "provider", "name": "North Star", "provider": PROVIDER}
    data = {"id": f"{on}-provider-{PROVIDER}", "to": to, "duties": [duty]}
    return Reminder.model_validate(changed(data, changes))


def a_waiver(rule: str, record: str = f"providers/{PROVIDER}.yaml", **changes: Any) -> Waiver:
    data = {
        "id": "an-exception",
        "rule": rule,
        "record": record,
        "reason": "seen next week",
        "approved_by": "head of inclusion",
        "approved_on": "2026-10-30",
        "starts": "2026-11-01",
        "ends": "2026-11-30",
    }
    return Waiver.model_validate(changed(data, changes))


def an_action(**changes: Any) -> Data:
    data = {"key": "train", "what": "train a deputy", "owner": "head of provision", "due": "2026-12-01"}
    return changed(data, changes)


def an_action_plan(plan_id: str = f"{PROVIDER}/2026-10-06", **changes: Any) -> ActionPlan:
    data = {"id": plan_id, "reason": "no deputy lead", "trigger": "visit", "actions": [an_action()]}
    return ActionPlan.model_validate(changed(data, changes))


def a_step(step: str, on: str, **changes: Any) -> Data:
    return changed({"on": on, "step": step, "decided_by": "head of inclusion", "reason": "no answer"}, changes)


def a_self_assessment(assessment_id: str = f"{PROVIDER}/2026-27", **changes: Any) -> SelfAssessment:
    data: Data = {
        "id": assessment_id,
        "completed_on": "2026-09-30",
        "completed_by": "head of provision",
        "ratings": {"s1_1": {"rating": "met"}},
        "true_statement": "yes",
    }
    return SelfAssessment.model_validate(changed(data, changes))


def a_report(report_id: str = f"2026-27-autumn/{PLACEMENT}", **changes: Any) -> TermlyReport:
    return TermlyReport.model_validate(changed({"id": report_id, "status": "draft"}, changes))


def a_term(number: str = "1", starts: str = "2026-09-02", ends: str = "2026-10-23", **changes: Any) -> Data:
    return changed({"number": number, "starts": starts, "ends": ends, "period": "autumn"}, changes)


def a_calendar(calendar_id: str = "2026-27", **changes: Any) -> Calendar:
    terms = [a_term(), a_term("2", "2026-11-02", "2026-12-18")]
    return Calendar.model_validate(changed({"id": calendar_id, "confirmed": "yes", "terms": terms}, changes))


def a_whole_year(calendar_id: str = "2026-27", **changes: Any) -> Calendar:
    """Make a calendar with the six terms of a year, in the shape of 2026-27."""
    first = int(calendar_id[:4])
    shape = (
        ("autumn", first, "09-02", "10-23"),
        ("autumn", first, "11-02", "12-18"),
        ("spring", first + 1, "01-04", "02-12"),
        ("spring", first + 1, "02-22", "03-25"),
        ("summer", first + 1, "04-12", "05-28"),
        ("summer", first + 1, "06-07", "07-21"),
    )
    terms = [
        a_term(str(number), f"{year}-{starts}", f"{year}-{ends}", period=period)
        for number, (period, year, starts, ends) in enumerate(shape, 1)
    ]
    return a_calendar(calendar_id, **{"terms": terms, **changes})


class _Shelves:
    """Records at hand, and the ids of those that could not be read."""

    def __init__(self, given: Iterable[Record], unreadable: Mapping[Kind, tuple[str, ...]]) -> None:
        self._given, self._unreadable = tuple(given), unreadable

    def read(self, kind: Kind, about: str = "") -> list[Record]:
        return [record for record in self._given if kind_of(record) is kind]

    def unreadable(self, kind: Kind, about: str = "") -> tuple[str, ...]:
        return self._unreadable.get(kind, ())

    def unknown_providers(self) -> Iterable[str]:
        return Records.of(*self._given).unknown_providers - set(self._unreadable.get(kinds.PROVIDER, ()))


def records(*given: Record, unreadable: Mapping[Kind, tuple[str, ...]] | None = None) -> Records:
    """Make a collection of records, and of ids of records that could not be read."""
    return Records(_Shelves(given, unreadable or {}))


def situation(on: str | date, *given: Record, unreadable: Mapping[Kind, tuple[str, ...]] | None = None) -> Situation:
    """Ask about a day, of these records, which a council without policy of its own keeps unless one is given."""
    council = (
        []
        if any(isinstance(each, Authority) for each in given) or AUTHORITY in (unreadable or {})
        else [an_authority()]
    )
    return Situation(records(*council, *given, unreadable=unreadable), day(on))


def line_of(key: str, lines: tuple[Line, ...] | list[Line]) -> Line:
    """Answer the line of that key; there is one."""
    found = [line for line in lines if line.key == key]
    assert len(found) == 1, f"{len(found)} lines are called {key}: {[line.key for line in lines]}"
    return found[0]
