from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from apqa.display.findings.answer import FORMATS, Findings
from apqa.finding import Place
from tests.display.sample import ANY_FINDINGS, BREACH, CONCERN, NOTHING, QUERY, RULES, SAMPLE, WAIVED, of

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITION = {"type": "integer", "minimum": 1}
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": r"^([A-Za-z0-9\-._~/]|%[0-9A-F]{2})+$"}},
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "additionalProperties": False,
            "properties": {"startLine": POSITION, "startColumn": POSITION},
        },
    },
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {"physicalLocation": PHYSICAL, "id": {"type": "integer", "minimum": 0}},
}
SUPPRESSION = {
    "type": "object",
    "required": ["kind"],
    "additionalProperties": False,
    "properties": {"kind": {"enum": ["inSource", "external"]}, "justification": {"type": "string"}},
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "level", "message", "locations", "partialFingerprints", "suppressions"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION, "uniqueItems": True},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "suppressions": {"type": "array", "items": SUPPRESSION, "uniqueItems": True},
        "properties": {"type": "object"},
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "pattern": "^[A-Z][A-Za-z0-9]+$"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": {**TEXT, "properties": {"text": {"type": "string", "minLength": 1}, "markdown": {"type": "string"}}},
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
        "properties": {
            "type": "object",
            "properties": {"tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True}},
        },
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"const": "apqa"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "additionalProperties": False,
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "invocations": {"type": "array", "items": {"type": "object", "required": ["executionSuccessful"]}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
        "properties": {"type": "object"},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
}
"""What apqa uses of SARIF 2.1.0, as its schema has it."""


def _run(findings: Findings) -> Any:
    log = json.loads(FORMATS["sarif"](findings))
    Draft7Validator(LOG).validate(log)
    return log["runs"][0]


@given(ANY_FINDINGS)
def test_any_findings_make_a_log_of_the_right_form(findings: Findings) -> None:
    results = _run(findings)["results"]
    fingerprints = [result["partialFingerprints"]["apqaFinding/v1"] for result in results]
    assert len(set(fingerprints)) == len(findings.findings)


def test_every_rule_that_was_asked_is_listed_with_its_help() -> None:
    rules = _run(NOTHING)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    assert rules[0] == {
        "id": "unregistered-full-time-provision",
        "name": "UnregisteredFullTimeProvision",
        "shortDescription": {"text": "A provider that is not registered gives full-time education it may not give."},
        "fullDescription": {"text": "A setting that meets the definition of a school must register."},
        "help": {
            "text": "Remedy: Reduce the hours, move the pupils, or have the provider apply to register.\n"
            "Basis: Education Act 1996 s.463; Education and Skills Act 2008 s.96\nClauses: QF-10, QF-11",
            "markdown": "**Remedy:** Reduce the hours, move the pupils, or have the provider apply to register.\n\n"
            "**Basis:** Education Act 1996 s.463; Education and Skills Act 2008 s.96\n\n**Clauses:** QF-10, QF-11",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["breach", "QF-10", "QF-11"], "severity": "breach"},
    }


def test_a_rule_with_nothing_to_say_but_its_title_is_still_helped() -> None:
    bare = replace(RULES[2], remedy="")
    (rule,) = _run(replace(NOTHING, rules=(bare,)))["tool"]["driver"]["rules"]
    assert rule["help"] == {"text": bare.title, "markdown": bare.title}


def test_results_point_to_their_rule_and_place() -> None:
    (result,) = _run(of(BREACH))["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == (BREACH.rule, 0, "error")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "records/providers/north-star.yaml"},
                "region": {"startLine": 12, "startColumn": 3},
            }
        }
    ]
    assert [related["id"] for related in result["relatedLocations"]] == [1, 2]


def test_a_file_as_a_whole_has_no_region_and_a_space_in_its_name_is_encoded() -> None:
    (result,) = _run(of(QUERY))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "records/providers/a%20b.yaml"}}}]


def test_a_finding_of_a_rule_that_is_not_listed_has_no_index() -> None:
    (result,) = _run(replace(of(BREACH), rules=()))["results"]
    assert "ruleIndex" not in result


def test_a_waived_finding_is_suppressed_and_the_others_say_they_are_not() -> None:
    suppressions = [result["suppressions"] for result in _run(of(CONCERN, WAIVED))["results"]]
    assert suppressions == [[{"kind": "external", "justification": "Waived by postcode-cafe"}], []]


def test_a_finding_keeps_its_fingerprint_when_its_line_moves() -> None:
    moved = replace(CONCERN, place=replace(CONCERN.place, line=99, column=1))
    assert _fingerprints(of(CONCERN)) == _fingerprints(of(moved))


def test_two_findings_that_say_the_same_in_one_file_are_told_apart() -> None:
    again = replace(CONCERN, place=Place(CONCERN.place.path, 99, 1))
    first, second = _fingerprints(of(CONCERN, again))
    assert (first[:-1], first[-2:], second[-2:]) == (second[:-1], ":1", ":2")


def _fingerprints(findings: Findings) -> list[str]:
    return [result["partialFingerprints"]["apqaFinding/v1"] for result in _run(findings)["results"]]


def test_the_run_says_which_day_was_asked_about() -> None:
    assert _run(SAMPLE)["properties"]["on"] == "2026-11-03"
