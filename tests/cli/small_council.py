"""A small records folder: one provider in order, one placement there, and what a test changes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROVIDER_FILE = "providers/kingfisher.yaml"
PLACEMENT_FILE = "placements/PL-7K3QX.yaml"
Change = tuple[str, str, str]
"""A file, a text that stands in it, and what is to stand there instead."""

ON = "2026-11-03"
"""The day on which the provider is in order."""

AUTHORITY = """\
name: Westmarch Council
code: "E06999999"
policy:
  minimum_cover:
    public_liability: {pounds: 5000000, reason: as in the council's contracts}
"""

_EVIDENCE = "evidence: {seen: the policy, on: 2026-09-07, by: commissioning officer, filed: AP/kingfisher/policies}"
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
_CITES = {"child_protection": ', working_together: "2026"', "recruitment_and_selection": ""}


def _policy(key: str) -> str:
    cites = f'    cites: {{kcsie: "2026"{_CITES[key]}}}\n' if key in _CITES else ""
    return f"  {key}:\n    reviewed_on: 2026-07-01\n{cites}    {_EVIDENCE}\n"


def _insurance(kind: str, pounds: int) -> str:
    return (
        f"    - kind: {kind}\n      insurer: Harbour Mutual\n      cover: {pounds}\n"
        "      starts: 2026-04-01\n      ends: 2027-03-31\n"
        "      evidence: {seen: certificate, on: 2026-09-07, by: commissioning officer, "
        "filed: AP/kingfisher/insurance}\n"
    )


def _reference(organisation: str) -> str:
    return (
        f"  - from_organisation: {organisation}\n    by: deputy head\n    received_on: 2025-07-01\n"
        "    satisfactory: yes\n    filed: AP/kingfisher/references\n"
    )


PROVIDER = f"""\
name: Kingfisher Workshops
identity:
  legal_form: cic
  employs_staff: yes
contacts:
  - {{role: head of provision, email: head@kingfisher.example}}
sites:
  - {{key: boatyard, name: The Boatyard, use: workshop, starts: 2024-09-01}}
offer:
  purpose: Boat building as a way back into learning.
  ages: {{youngest: 11, oldest: 16}}
  places: 12
  week: {{days: [mon, tue, wed], hours_with_breaks: 16}}
  core_subjects: {{english: here, mathematics: here, science: here, information_technology: here}}
  qualifications: [{{title: Award in Boat Building, awarding_body: Harbour Awards}}]
registration:
  register_checks:
    - {{on: 2026-09-07, by: commissioning officer, found: no}}
headcounts:
  - on: 2026-09-14
    declared_by: head of provision
    compulsory_school_age: 6
    full_time: 0
    full_time_with_ehc_plan: 0
    full_time_looked_after: 0
    main_education_here: 0
listing:
  - {{on: 2025-09-01, status: listed, decided_by: head of inclusion, reason: due diligence was adequate}}
due_diligence:
  - on: 2025-08-20
    by: commissioning officer
    processes: yes
    insurances: yes
    systems: yes
    outcome: adequate
policies:
{"".join(map(_policy, _POLICIES))}\
insurance:
  held:
{_insurance("public_liability", 10_000_000)}\
{_insurance("professional_indemnity", 2_000_000)}\
{_insurance("employers_liability", 10_000_000)}\
assessment: {{reviewed_on: 2026-07-01, {_EVIDENCE}}}
curriculum: {{reviewed_on: 2026-07-01, {_EVIDENCE}}}
safeguarding:
  arrangements:
    reviewed_on: 2026-09-02
    cites: {{kcsie: "2026", working_together: "2026"}}
    {_EVIDENCE}
  leads:
    - role: designated_safeguarding_lead
      starts: 2024-09-01
      training:
        - {{completed: 2025-11-20, course: level 3, {_EVIDENCE}}}
  staff_training:
    - {{completed: 2026-09-02, course: annual refresher, {_EVIDENCE}}}
  part_one_read:
    - {{edition: "2026", completed: 2026-09-07, {_EVIDENCE}}}
  staff_checks_confirmed: {{seen: letter, on: 2026-09-02, by: commissioning officer, filed: AP/kingfisher}}
central_record:
  - {{on: 2026-09-07, by: commissioning officer, complete: yes, update_service: yes}}
attendance:
  reviewed_on: 2026-07-01
  monitored: a register each session
  if_absent: the school and the home are rung by 09:45
  {_EVIDENCE}
references:
{_reference("Westmarch Academy")}\
{_reference("Eastmarch Council")}\
health_and_safety:
  - {{item: fire_risk_assessment, done: 2026-05-11, {_EVIDENCE}}}
  - {{item: first_aid, expires: 2028-01-31, {_EVIDENCE}}}
  - {{item: health_and_safety_policy, done: 2026-07-01, {_EVIDENCE}}}
  - {{item: site_risk_assessment, done: 2026-07-01, {_EVIDENCE}}}
"""

VISIT = """\
status: done
type: routine
lead: designated_officer
"""

PLACEMENT = """\
provider: kingfisher
site: boatyard
commissioner: {kind: academy, name: Westmarch Academy}
pupil: P-9F4TC
cohort: 2011-12
ehc_plans: []
looked_after: []
special_needs: none
basis: school_other
starts: 2026-09-14
expected_end: 2027-07-16
registered_at:
  - {school: Westmarch Academy, main: yes, starts: 2023-09-01}
timetable:
  - {starts: 2026-09-14, hours_with_breaks: 12, daytime: yes, days: [mon, tue]}
package:
  elsewhere:
    - {kind: school, name: Westmarch Academy, hours: 14, starts: 2026-09-14}
attendance: {to: attendance officer, supervised: yes}
codes:
  - {code: "B", starts: 2026-09-14}
"""


LAPSED: Change = (PROVIDER_FILE, "ends: 2027-03-31\n      evidence", "ends: 2026-09-30\n      evidence")
"""All insurances ended in September."""

DUE_SOON: Change = (PROVIDER_FILE, "completed: 2025-11-20", "completed: 2024-11-20")
"""The safeguarding lead's training runs out within the warning days."""

NOT_RECORDED: Change = (PROVIDER_FILE, f"curriculum: {{reviewed_on: 2026-07-01, {_EVIDENCE}}}\n", "")
"""Nothing is recorded of the curriculum."""

FULL: Change = (PROVIDER_FILE, "    full_time: 0\n", "    full_time: 5\n")
"""Five full-time pupils were declared."""

BROKEN: Change = (PROVIDER_FILE, "legal_form: cic", "legal_form: cicc")
BROKEN_PLACEMENT: Change = (PLACEMENT_FILE, "basis: school_other", "basis: school_othr")


def council(folder: Path, *changes: Change) -> Path:
    """Write the records below a folder, with some texts changed."""
    files = {
        "authority.yaml": AUTHORITY,
        PROVIDER_FILE: PROVIDER,
        PLACEMENT_FILE: PLACEMENT,
        "visits/2026-03-12-kingfisher.yaml": VISIT,
    }
    for name, old, new in changes:
        assert old in files[name], f"{name} does not say {old!r}"
        files[name] = files[name].replace(old, new)
    records = folder / "records"
    for name, text in files.items():
        (records / name).parent.mkdir(parents=True, exist_ok=True)
        (records / name).write_text(text, encoding="utf-8")
    return records
