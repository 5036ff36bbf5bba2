from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given

from apqa.display.findings.answer import FORMATS, Findings
from apqa.finding import Finding, Place, Severity
from tests.display.sample import ANY_FINDINGS, BREACH, CONCERN, NOTHING, QUERY, SAMPLE, WAIVED, of

QUERIED = replace(QUERY, place=WAIVED.place)
"""A second query where the waived one stands."""


def _suites(findings: Findings) -> ET.Element:
    return ET.fromstring(FORMATS["junit"](findings).encode())


def _numbers(element: ET.Element) -> tuple[str | None, ...]:
    return tuple(element.get(name) for name in ("tests", "failures", "errors", "skipped"))


def test_every_rule_is_a_suite_and_the_totals_add_up() -> None:
    suites = _suites(SAMPLE)
    assert {suite.get("name"): _numbers(suite) for suite in suites} == {
        "unregistered-full-time-provision": ("1", "1", "0", "0"),
        "insurance-lapses-during-placement": ("1", "1", "0", "0"),
        "unusual-postcode": ("2", "0", "0", "1"),
        "visit-without-note": ("1", "0", "0", "0"),
    }
    assert _numbers(suites) == ("5", "2", "0", "1")


def test_a_rule_that_found_nothing_is_one_passed_test() -> None:
    suites = _suites(NOTHING)
    assert _numbers(suites) == ("4", "0", "0", "0")
    assert {case.get("name") for case in suites.iter("testcase")} == {"every record"}


def test_a_failure_says_where_what_and_what_to_do() -> None:
    assert (
        FORMATS["junit"](replace(of(CONCERN), rules=()))
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="apqa check" tests="1" failures="1" errors="0" skipped="0">
  <testsuite name="insurance-lapses-during-placement" tests="1" failures="1" errors="0" skipped="0">
    <properties>
      <property name="on" value="2026-11-03" />
    </properties>
    <testcase classname="insurance-lapses-during-placement" name="records/providers/north-star.yaml" \
file="records/providers/north-star.yaml" line="40">
      <failure message="The employers' liability ends on 2026-12-01." type="concern">\
records/providers/north-star.yaml:40:5  concern  insurance-lapses-during-placement
The employers' liability ends on 2026-12-01.
Remedy: Ask for the renewal.
Basis: QF-24</failure>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


def test_several_findings_of_one_rule_in_one_file_are_one_failure() -> None:
    again = replace(BREACH, place=Place(BREACH.place.path, 99, 1))
    (failure,) = _suites(of(BREACH, again)).iter("failure")
    assert (failure.get("message") or "").endswith("(and 1 more)")
    assert (failure.text or "").count("North Star gives") == 2


def test_a_waived_finding_is_a_skipped_test_that_says_so() -> None:
    (skipped,) = _suites(of(WAIVED)).iter("skipped")
    assert skipped.get("message") == "Waived by postcode-cafe: BA99 is unusual."


def test_what_is_below_the_level_passes_with_its_text() -> None:
    (case,) = _cases(QUERIED, WAIVED, level=Severity.CONCERN)
    assert [child.tag for child in case] == ["system-out"]


def test_what_is_waived_stays_visible_beside_a_failure() -> None:
    (case,) = _cases(QUERIED, WAIVED, level=Severity.QUERY)
    assert [child.tag for child in case] == ["failure", "system-out"]


def _cases(*found: Finding, level: Severity) -> list[ET.Element]:
    findings = replace(SAMPLE, findings=found, rules=(), level=level)
    return list(_suites(findings).iter("testcase"))


def test_an_answer_without_a_day_has_no_properties() -> None:
    assert not list(_suites(replace(SAMPLE, header=replace(SAMPLE.header, on=None))).iter("properties"))


def test_characters_xml_forbids_are_shown_by_their_numbers() -> None:
    odd = replace(CONCERN, message='a\x00b\x1b[2J\ufffe]]> <&" caf\udce9\r\nend')
    (failure,) = _suites(of(odd)).iter("failure")
    assert failure.get("message") == 'a\\x00b\\x1b[2J\\ufffe]]> <&" caf\\udce9\nend'


@given(ANY_FINDINGS)
def test_any_findings_make_xml_whose_totals_add_up(findings: Findings) -> None:
    suites = _suites(findings)
    assert suites.get("tests") == str(sum(int(suite.get("tests") or 0) for suite in suites))
    failing = {(each.rule, each.place.path) for each in findings.findings if findings.fails(each)}
    assert suites.get("failures") == str(len(failing))
