"""Findings to show: a breach, a concern, two queries, one of them waived."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from apqa.display.answer import Header
from apqa.display.findings.answer import Findings
from apqa.finding import Finding, Place, Severity
from apqa.rule import Rule

HEADER = Header(version="0.1.0", command="check", on=date(2026, 11, 3))

UNREGISTERED = Rule(
    name="unregistered-full-time-provision",
    title="A provider that is not registered gives full-time education it may not give.",
    why="A setting that meets the definition of a school must register.",
    severity=Severity.BREACH,
    remedy="Reduce the hours, move the pupils, or have the provider apply to register.",
    basis="Education Act 1996 s.463; Education and Skills Act 2008 s.96",
    clauses=("QF-10", "QF-11"),
    law=True,
)
LAPSED = Rule(
    name="insurance-lapses-during-placement",
    title="An insurance ends before a placement does.",
    why="Nobody notices a cover that ends in the middle of a term.",
    severity=Severity.CONCERN,
    remedy="Ask for the renewal.",
    clauses=("QF-24",),
)
UNKNOWN_POSTCODE = Rule(
    name="unusual-postcode",
    title="A postcode is not of the usual form.",
    why="",
    severity=Severity.QUERY,
    remedy="Amend it, or record a reason.",
)
CLEAN = Rule(
    name="visit-without-note",
    title="A visit has no note.",
    why="",
    severity=Severity.BREACH,
    remedy="Write it.",
    clauses=("QF-31",),
)
RULES = (UNREGISTERED, LAPSED, UNKNOWN_POSTCODE, CLEAN)

BREACH = UNREGISTERED.finding(
    "North Star gives 19 hours a week to PL-7K3QX, who has an EHC plan; it appears to meet the definition of a school.",
    Place("providers/north-star.yaml", 12, 3),
    related=[Place("placements/PL-7K3QX.yaml", 4, 3), Place("placements/PL-9F4TC.yaml")],
)
CONCERN = LAPSED.finding("The employers' liability ends on 2026-12-01.", Place("providers/north-star.yaml", 40, 5))
QUERY = UNKNOWN_POSTCODE.finding("BA1 [bold]1AA[/bold] | is unusual.", Place("providers/a b.yaml"))
WAIVED = UNKNOWN_POSTCODE.finding("BA99 is unusual.", Place("providers/cafe.yaml", 7, 13)).waived("postcode-cafe")

SAMPLE = Findings(
    header=HEADER,
    findings=(BREACH, CONCERN, QUERY, WAIVED),
    rules=RULES,
    counts={"files": 241, "records": 239},
    root="records/",
)
NOTHING = replace(SAMPLE, findings=())


def of(*findings: Finding) -> Findings:
    """Answer the sample with other findings in it."""
    return replace(SAMPLE, findings=findings)


_PLACES = st.builds(Place, st.text(), st.integers(0, 10**6), st.integers(0, 10**6))

ANY_FINDING = st.builds(
    Finding,
    rule=st.text(),
    severity=st.sampled_from(Severity),
    message=st.text(),
    place=_PLACES,
    remedy=st.text(),
    basis=st.text(),
    clauses=st.lists(st.text(), max_size=3).map(tuple),
    related=st.lists(_PLACES, max_size=2).map(tuple),
    waived_by=st.text(),
)
ANY_FINDINGS = st.lists(ANY_FINDING, max_size=5).map(lambda found: of(*found))
